# Words of the command palette, of the commands of the list, and of the list's marks and filters.

## Commands of the list and of the keyboard

command-first = 第一项
    .hint = 转到列表的第一项
command-last = 最后一项
    .hint = 转到列表的最后一项
command-page-up = 向上翻页
    .hint = 向上移动一屏
command-page-down = 向下翻页
    .hint = 向下移动一屏
command-previous-section = 上一部分
    .hint = 列出上一部分
command-next-section = 下一部分
    .hint = 列出下一部分
command-open-item = 转到检查项
    .hint = 将焦点移到所显示的检查项
command-focus-list = 返回列表
    .hint = 将焦点移到当前检查项所在的行
command-focus-side = 转到侧栏
    .hint = 将焦点移到侧栏
command-mark = 标记以便批量运行
    .hint = 标记此项；“运行此项”随后会运行所有已标记的项
command-mark-all = 标记列出的全部项
    .hint = 标记列表中的每一项，或取消全部标记
command-answer-met = 回答：已满足
    .hint = 打开回答表单并选好此项，尚不保存
command-answer-not-met = 回答：未满足
    .hint = 打开回答表单并选好此项，尚不保存
command-answer-not-applicable = 回答：不适用
    .hint = 打开回答表单并选好此项，尚不保存
command-copy-item = 复制结果
    .hint = 复制“标题：判定，检查结果”
command-scroll-up = 向上滚动
    .hint = 滚动所显示的检查项
command-scroll-down = 向下滚动
    .hint = 滚动所显示的检查项
command-scroll-page-up = 向上滚动一页
    .hint = 将所显示的检查项滚动一屏
command-scroll-page-down = 向下滚动一页
    .hint = 将所显示的检查项滚动一屏
command-narrower = 变窄
    .hint = 焦点在侧栏时使侧栏变窄，否则使列表变窄
command-wider = 变宽
    .hint = 焦点在侧栏时使侧栏变宽，否则使列表变宽
command-run-block = 显示运行情况
    .hint = 显示或隐藏运行的进展
command-palette = 查找命令
    .hint = 按文字查找命令、检查项、页面或文件
command-next-region = 窗口的下一区域
    .hint = 侧栏、列表、检查项、顶栏
command-previous-region = 窗口的上一区域
    .hint = 顶栏、检查项、列表、侧栏
ui-keys-list = 列表
ui-keys-type-ahead = 在列表中，按大写字母可转到以该字母开头的下一个标题。
ui-keys-none = 没有包含这些文字的命令。
ui-why-no-run = 尚未运行过。

## The palette

ui-palette-name = 查找命令、检查项或文件
ui-palette-hint = 查找命令、检查项或文件
ui-palette-suggested = 建议
ui-palette-commands = 命令
ui-palette-items = 检查项
ui-palette-recent = 最近的文件
ui-palette-next = 下一件要做的事：{ $title }
ui-palette-draft-answer = 继续填写回答：{ $title }
ui-palette-draft-exception = 继续填写例外：{ $title }
ui-palette-draft-note = 继续填写备注：{ $title }
ui-palette-nothing = 没有找到“{ $text }”。
ui-palette-choose = 选择
ui-palette-do = 执行
ui-palette-close = 关闭
ui-palette-only-commands = 命令
ui-palette-only-items = 检查项
ui-palette-only-pages = 页面

## The list

ui-list-marked = 已标记 { $count } 项
ui-list-marked-one = 已标记
ui-list-lapsed = 已到期
ui-list-filter-places = 测量位置
ui-list-place-server = 同步服务器
ui-list-place-workstation = 工作站
ui-list-place-person = 人员

## The bars

ui-bar-lapsed = { $count } 项已到期
ui-bar-not-checked = { $count } 项未查
ui-bar-excepted-until = { $count ->
        [one] 1 个例外，至 { $day }
       *[other] { $count } 个例外，最早至 { $day }
    }
ui-bar-judged-tip = 显示尚待处理的项

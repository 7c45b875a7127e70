# 窗口用语：命令、页面、面板。检查项列表和详情的用语在 window-items.ftl 中。

## 命令

command-new = 新建评估
    .hint = 填写客户信息，然后运行或回答。
command-open = 打开文件或已签名的 PDF
    .hint = 已签名的报告会先行验证。
command-save = 保存
    .hint = 立即写入文件。每次编辑一秒后也会自动写入。
command-save-as = 另存为
    .hint = 选择单独的文件。
command-import = 导入证据
    .hint = 导入采集器在其他机器上写出的事实，先显示会更改什么。
command-sample = 查看示例
    .hint = 已完成的示例，不会连接任何服务。
command-training = 培训
    .hint = 在预录案例中找出隐藏的故障。
command-close = 关闭并返回开始页
    .hint = 尚无文件的内容会提供恢复。
command-quit = 退出
    .hint = 结束程序，所有编辑都会保留。
command-undo = 撤消
    .hint = 撤回上一次编辑，运行结果不变。
command-redo = 重做
    .hint = 再做一次。
command-search = 搜索
    .hint = 在标题、编号、原因和检查结果中查找。
command-run-all = 全部运行
    .hint = 查看机器能看到的一切。
command-run-not-met = 运行未满足的项
    .hint = 运行未通过、无法检查或未运行的项。
command-run-section = 运行此部分
    .hint = 运行所示部分的检查项。
command-run-item = 运行此项
    .hint = 重新查看此项。
command-cancel = 取消
    .hint = 结束运行，已完成的结果会保留。
command-answer = 人工回答
    .hint = 说明机器无法得知的情况。
command-accept = 接受为例外
    .hint = 接受检查结果，注明理由和期限。
command-note = 备注
    .hint = 为此项写下备注。
command-previous = 上一项
    .hint = 在列表中上移。
command-next = 下一项
    .hint = 在列表中下移。
command-next-open = 下一件要做的事
    .hint = 转到下一个尚未满足的必需项。
command-overview = 概览
    .hint = 结论及其依据。
command-checklist = 检查表
    .hint = 所有检查项，并完整显示其中一项。
command-subject = 评估对象
    .hint = 评估谁和什么。
command-sign-off = 签核
    .hint = 由谁负责。
command-report = 报告和导出
    .hint = 各种格式的报告。
command-side = 显示侧栏
    .hint = 在窄窗口中完整显示侧栏。
command-messages = 消息
    .hint = 右下角显示过的内容。
command-zoom-in = 放大
    .hint = 全部放大。
command-zoom-out = 缩小
    .hint = 全部缩小。
command-zoom-reset = 正常大小
    .hint = 恢复为 100 %。
command-theme-system = 跟随系统
    .hint = 按系统使用浅色或深色。
command-theme-light = 浅色
    .hint = 浅底深字。
command-theme-dark = 深色
    .hint = 深底浅字。
command-shortcuts = 快捷键
    .hint = 在一页上显示所有按键。
command-about = 关于
    .hint = 版本、渲染方式、数据表日期。

## 各处

ui-close = 关闭
ui-cancel = 取消
ui-discard = 放弃
ui-recover = 恢复
ui-more = 更多
ui-optional = 可选
ui-unnamed = 未命名的评估
ui-history-of = { $command }：{ $edit }
ui-count-of = { $count } 项{ $what }
ui-menu-language = 语言
ui-menu-theme = 主题
ui-menu-zoom = 大小

ui-keys-search = 查找命令
ui-keys-file = 文件
ui-keys-edit = 编辑
ui-keys-run = 运行
ui-keys-item = 检查项
ui-keys-page = 页面
ui-keys-window = 窗口

ui-why-nothing-open = 没有打开的评估。
ui-why-nothing-to-undo = 没有可撤回的编辑。
ui-why-nothing-to-redo = 没有可重做的编辑。
ui-why-running = 运行正在进行。
ui-why-not-running = 没有正在进行的运行。
ui-why-no-section = 没有显示任何部分。
ui-why-no-item = 没有选择检查项。
ui-why-manual = 只有人能判断。请人工回答。
ui-why-no-samples = 此版本没有预录案例。
ui-why-largest = 已是最大。
ui-why-smallest = 已是最小。
ui-why-no-name = 请填写签名人。
ui-why-not-read = 请勾选已阅读检查结果。

## 撤消时所用的编辑名称

ui-edit-subject = 评估对象
ui-edit-answer = 回答
ui-edit-exception = 例外
ui-edit-end-exception = 结束例外
ui-edit-note = 备注
ui-edit-sign = 签名
ui-edit-withdraw = 撤回签名
ui-edit-import = 导入

ui-undone = 已撤回：{ $edit }。
ui-redone = 已重做：{ $edit }。
ui-answered = 回答已保存，机器结果一并保留。
ui-accepted = 已接受至 { $until }，检查结果一并保留。
ui-exception-ended = 例外已结束，原结果重新生效。
ui-signed = { $who } 已签名。
ui-withdrawn = 签名已撤回。

## 开始页

ui-start-claim = 查明 Microsoft Entra 密码写回是否可用，并给出证明。
ui-start-start = 开始
ui-start-recent = 最近
ui-start-clear = 清空列表
ui-start-forget = 从列表中移除 { $name }
ui-start-missing = 缺失
ui-start-not-found = 找不到文件
ui-start-empty = 还没有打开过文件。可以新建评估，或先看看示例。
ui-start-drop = 将评估、报告或服务器证据拖到此处
ui-start-unsaved = 发现未保存的内容。
ui-start-unsaved-text = { $name }，{ $answers } 条回答，时间为 { $at }。
ui-promise-reads = 只读取，不更改
ui-promise-account = 无需帐户
ui-promise-offline = 可离线使用
ui-promise-telemetry = 无遥测

## 培训

ui-training-strip = 培训模式：使用预录事实，并非您的租户
ui-training-leave = 退出培训
ui-training-mark = 培训
ui-training-cases = 案例
ui-training-about = 每个案例都是预录的。运行它，找出障碍并说明原因。不会连接任何服务。
ui-training-open = 开始
ui-training-start = 开始案例：{ $case }

## 框架

ui-save-saved = 所有更改已保存
ui-save-saving = 正在保存
ui-save-empty = 新建
ui-save-unnamed = 尚无文件，已保留以便恢复
ui-save-unnamed-tip = 单击以选择文件。
ui-save-trouble = 未保存
ui-search-hint = 搜索检查项、文字、结果
ui-report-short = 报告
ui-ready-with = 就绪，含 { $count } 个例外
ui-met-count = { $count } 项已满足
ui-warnings = { $count } 个警告
ui-back-to-list = 返回列表
ui-read-item = 显示所选检查项
ui-met-of = 已满足 { $met } / { $all }
ui-next = 下一项：{ $title }
ui-next-short = 下一项
ui-side-checklist = 检查表
ui-side-work = 工作
ui-side-subject = 评估对象：{ $name }
ui-side-no-subject = 尚未填写租户和服务器
ui-vantage = 测量位置：{ $places }
ui-vantage-none = 尚未进行测量
ui-judged-of = 已判定 { $judged } / { $all } 项
ui-data-of = 数据日期 { $day }
ui-signed-of = 已有 { $count } / 2 人签名
ui-messages-none = 还没有消息。

## 运行

ui-run-this = 本次运行
ui-run-started = 开始于 { $time }
ui-run-sources = 已完成 { $done } / { $all } 个来源
ui-run-elapsed = 已用 { $time }
ui-run-idle-left = 空闲测试约剩 { $time }
ui-run-cancelling = 正在结束，已完成的结果会保留
ui-run-so-far = 目前：
ui-run-hint = 您可以继续工作。取消后，已完成的结果会保留。
ui-run-done = 完成
ui-run-probed = { $count } 次探测
ui-run-idle = 空闲测试
ui-run-idle-next = 已应答 { $done } / { $all }，{ $time } 后继续
ui-run-idle-answered = 已应答 { $done } / { $all }
ui-run-nothing = 没有可运行的项：这些检查项需要人来回答。
ui-run-finished = 运行结束：{ $conclusion }。
ui-run-cancelled = 已取消。已判定 { $done } / { $all } 项，已完成的结果会保留。
ui-run-stopped = 运行自行停止，原有内容未改变。

## 概览

ui-overview-empty = 尚未进行任何检查。可以全部运行，或先回答只有人能回答的检查项。
ui-overview-run = 运行所有检查项
ui-overview-answer = 回答 { $count } 项
ui-overview-more = 还有 { $count } 项
ui-overview-nothing-open = 没有妨碍就绪的必需项。
ui-overview-measured = 测量位置
ui-overview-looks = { $count } 次查看，最新 { $newest }，最早 { $oldest }
ui-overview-soon = 即将到期
ui-overview-exception-ends = 例外至 { $day }
ui-overview-answer-ends = 回答至 { $day }

## 评估对象

ui-subject-head = 评估谁和什么
ui-subject-customer = 客户
ui-subject-where = 位置
ui-subject-people = 参与测试的人员
ui-subject-organisation-help = 会印在报告上。
ui-subject-assessor-help = 进行评估的咨询公司或团队。
ui-subject-tenant-help = contoso.onmicrosoft.com、租户的其他域名或租户 ID。
ui-subject-forest-help = 林根域的 DNS 名称，如 contoso.local。
ui-subject-sync-server-help = 运行 Entra Connect 的服务器。网络项以它的视角为准。
ui-subject-test-user-help = 已同步的普通用户，非管理员。
ui-subject-admin-help = 在向导中启用写回的人。
ui-subject-server-follows = 本机的网络结果即可用于判定检查项。
ui-subject-organisation-wrong = 请填写组织名称。
ui-subject-tenant-wrong = 不是域名或 ID。示例：contoso.onmicrosoft.com
ui-subject-forest-wrong = 不是域名。示例：contoso.local
ui-subject-sync-server-wrong = 不是主机名。示例：SYNC01
ui-subject-user-wrong = 不是用户主体名称。示例：anna@contoso.com
ui-subject-stale = 已有结果与另一评估对象不符。
ui-subject-stale-text = { $count } 条结果将失效。
ui-subject-save = 保存并转到检查表
ui-subject-rest = 其余内容可在检查项需要时再补充。
ui-cloud-global = 全球
ui-cloud-gcc-high = 美国政府
ui-cloud-dod = 美国国防部
ui-cloud-china = 中国

## 签核

ui-sign-about = 每位签署人所签的是当前结果。之后任何更改都会使两份签名失效。
ui-sign-training = 培训不能签核。
ui-sign-read = 阅读要点
ui-sign-exception = { $title }，由 { $who } 接受至 { $until }
ui-sign-was = 原为{ $what }
ui-sign-failed = { $count } 项未通过
ui-sign-could-not-check = { $count } 项无法检查
ui-sign-needs-you = { $count } 项等待回答
ui-sign-not-run = { $count } 项未运行
ui-sign-warnings = { $count } 个警告仍未处理，会印在报告上
ui-sign-by-hand = { $count } 项以人的说明为准，附姓名和日期
ui-sign-oldest = 最早的证据来自 { $at }
ui-sign-nothing-special = 没有例外，没有未处理的警告，也没有以人的说明为准的项。
ui-sign-not-signed = 未签名
ui-sign-signed = 已签名
ui-sign-is-stale = 已失效
ui-sign-stale = 签名之后有更改。
ui-sign-stale-text = 签名不再涵盖当前内容。请撤回后重新签名。
ui-sign-when = { $at }，当时为{ $conclusion }
ui-sign-withdraw = 撤回
ui-sign-withdraw-of = 撤回签名：{ $role }
ui-sign-name-of = 姓名（{ $role }）
ui-sign-title-of = 职务（{ $role }）
ui-sign-have-read = 我已阅读检查结果并对其负责（{ $role }）。
ui-sign-as-it-is = 您签署的是“{ $conclusion }”及其原因。
ui-sign-as = 以{ $role }身份签名
ui-sign-as-not = 以{ $role }身份签名：{ $conclusion }
ui-sign-digest-only = 保存姓名、日期和校验摘要，没有证书为其作证。
ui-sign-what = 签署内容
ui-sign-digest = 校验摘要
ui-sign-subject = 评估对象
ui-sign-data = 数据
ui-sign-after = 签署之后
ui-sign-report = 保存报告

## 报告和导出

ui-report-language = 报告语言
ui-report-screen = 屏幕语言仍为{ $language }。
ui-report-content = 内容
ui-report-content-about = 未包含的内容会在封面注明；PDF 中仍附带完整的评估。
ui-report-draft = 草稿
ui-report-draft-text = 尚未签核：每页都会标注“草稿”。
ui-report-stale = 已失效：签名之后有更改
ui-report-training = 培训：每页都会注明
ui-report-save = 保存
ui-report-save-as = 保存：{ $format }
ui-report-type-path = 输入路径：{ $format }
ui-report-saved = 已于 { $time } 保存，{ $size }
ui-report-file-hint = 评估本身用 Ctrl+S 保存为单独的文件。
ui-format-pdf = PDF 报告
    .hint = 供人阅读：封面、检查项、证据、签核。
ui-format-html = HTML 报告
    .hint = 同样内容的单个网页，不从别处加载任何内容。
ui-format-markdown = Markdown 报告
    .hint = 同样内容的文本，可用于知识库。
ui-format-json = JSON
    .hint = 供程序使用：结果和事实。
ui-format-csv = CSV 行动计划
    .hint = 以表格列出要做的事。
ui-format-junit = JUnit
    .hint = 供构建服务器使用。
ui-exported = { $name } 已保存。
ui-export-refused = 无法写出报告：{ $why }

## 文件

ui-dialog-open = 打开评估
ui-dialog-save = 保存评估
ui-dialog-import = 导入证据
ui-dialog-attach = 附加文件
ui-dialog-export = 保存报告
ui-dialog-attached = 保存附件
ui-kind-assessment = 评估
ui-kind-data = 参考数据
ui-data-installed = 已安装{ $issued }的参考数据，下次启动时起使用。
ui-data-refused = 未安装{ $file }：{ $why }
ui-kind-facts = 证据
ui-path-label = 文件路径
ui-path-help = 此处没有打开文件对话框，请输入路径，按 Enter 确认。
ui-path-empty = 请输入路径。
ui-path-open = 打开
ui-path-save = 保存
ui-overwrite = 替换 { $name }？
ui-overwrite-text = 已有同名文件，其内容将会丢失。
ui-overwrite-act = 替换
ui-saved = 已保存，之后的编辑会自动写入。
ui-not-saved = 未保存：{ $why }
ui-not-saved-kept = 未保存，但已保留以便恢复：{ $why }
ui-save-first = 当前内容尚未保存，因此没有打开其他文件：{ $why }

ui-import-title = { $name } 中的证据
ui-import-foreign = 可能属于另一评估对象。
ui-import-other-tenant = 它来自租户 { $found }，而评估对象是 { $expected }。
ui-import-other-forest = 它来自林 { $found }，而评估对象是 { $expected }。
ui-import-other-server = 它来自 { $found }，而同步服务器是 { $expected }。
ui-import-changes = { $count ->
        [0] 没有检查项变化。
       *[other] { $count } 项会变化：
    }
ui-import-take = 导入
ui-import-anyway = 仍然导入
ui-import-needs-document = 请先打开或新建评估，再导入证据。
ui-import-future = { $place } 的证据时间为 { $at }，该时间尚未到来：那台计算机的时钟偏快，或本机的时钟偏慢。请校准时钟后重新采集。
ui-imported = 已导入 { $count } 次查看。

ui-trouble-not-read = 无法读取 { $file }：{ $why }
ui-trouble-not-written = 无法写入 { $file }：{ $why }
ui-trouble-not-locked = 无法锁定 { $file }：{ $why }
ui-trouble-too-large = { $file } 过大（{ $size } 字节）。
ui-trouble-malformed = { $file } 第 { $line } 行：文件不完好。{ $why }
ui-trouble-newer = { $file } 的格式版本为 { $version }，由更新的程序写出。请使用更新的程序。
ui-trouble-held = { $file } 已在另一窗口中打开，或正被命令更改。请先在那里关闭。
ui-trouble-bug = 程序的一部分停止了。打开的内容未改变。

## 关于

ui-about-version = 版本 { $version }
ui-about-licence = MIT 或 Apache-2.0。字体：Noto Sans SC（OFL）、Hack（MIT）。图标：Phosphor（MIT）。
ui-about-renderer = 渲染方式
ui-about-checklist = 检查表
ui-about-data = 数据表日期
ui-about-origin = 来源
ui-about-stale = 有数据表超过 180 天
ui-about-copy = 复制支持信息

# window-items.ftl 之外的检查项详情与表单文字：证据、解决途径、草稿、附件。

## 证据

ui-item-time = 时间
ui-item-from = 位置
ui-item-took = 用时
ui-item-older-look = 来自较早的一次查看
ui-item-rests-on = 检查结果的依据
ui-item-facts-behind = 背后的事实
ui-item-more-facts = 另有 { $count } 条事实，见报告
ui-item-show-raw = 显示原始数据
ui-item-show-table = 显示表格
ui-item-raw = 原始证据
ui-item-copy-evidence = 全部复制
ui-item-installed = 已安装：
ui-item-least-version = 最低可用版本 { $version }

## 文章

ui-item-today-of = 当前文档，{ $day }
ui-item-judged-by-today = 两者不一致时，检查以当前文档为准。
ui-item-answered-by-today = 两者不一致时，请以当前文档为准作答。
ui-item-judged-by-article = 当前文档没有补充，以文章为准。

## 历史

ui-item-changed = 由{ $before }变为{ $after }

## 无法检查时的解决途径

ui-way-server-evidence = 请在同步服务器上运行“wbready collect sync-server --to facts.json”并在此导入该文件，或在该服务器上运行本程序；也可人工回答。
ui-way-run = 请运行此项，或人工回答。
ui-way-subject = 请填写后重新运行，或人工回答。
ui-way-sign-in = 请登录，或导入可登录者采集的证据，或人工回答。
ui-way-permission = 请申请该权限后重新运行，或人工回答。
ui-way-role = 请由具有该角色的人员运行，或人工回答。
ui-way-answer = 机器已无从得知，请人工回答。
ui-way-reach = 请打通网络后重新运行，或导入可达机器上采集的证据。
ui-way-again = 请重新运行，或人工回答。
ui-way-allow = 请放行后重新运行，或人工回答。
ui-way-elsewhere = 请导入可以查看的机器上采集的证据，或人工回答。
ui-way-collect = 请用此版本的采集脚本重新采集证据，或人工回答。
ui-way-evidence = 请阅读下方证据，然后人工回答。
ui-way-full-test = 请以完整时长重新运行空闲测试。
ui-way-server = 请在同步服务器上运行，或导入其证据，或人工回答。
ui-way-support = 请重新运行。如果再次停止，“关于”中有供支持人员使用的信息。
ui-way-malformed = 请重新运行，或导入重新采集的证据。
ui-way-person = 请人工回答。
ui-way-edit-subject = 打开评估对象
ui-way-to-sign-in = 登录租户
ui-way-directory = 请登录到目录，或导入可登录者采集的证据，或人工回答。
ui-way-to-directory = 登录到目录
ui-way-import = 导入证据

## 表单

ui-form-seen-on = 查看日期
ui-form-no-why = 请说明依据。
ui-form-drop-or-paste = 将文件拖到此处，或按 Ctrl+V 粘贴图片
ui-form-draft-kept = 草稿已保留
ui-form-mitigation = 降低风险的措施
ui-form-least-letters = { $count } 个字符，至少需要 { $least } 个
ui-form-close = 关闭
ui-typed-kept = { $count } 段尚未保存的文字已恢复到表单中。
ui-trouble-picture = 无法用粘贴的内容生成 { $name }。
ui-trouble-not-shown = 无法显示 { $file }：{ $why }

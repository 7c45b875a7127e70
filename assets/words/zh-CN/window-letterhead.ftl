# 报告使用的信头。

ui-letterhead = 信头
ui-letterhead-logo = 徽标
ui-letterhead-no-logo = 尚无徽标
ui-letterhead-choose-logo = 选择徽标
ui-letterhead-remove-logo = 移除徽标
ui-letterhead-logo-help = PNG 或 JPEG，最大 1 MiB，保存在本机。
ui-letterhead-logo-refused = { $file }：{ $why }
ui-letterhead-consultant = 顾问方
ui-letterhead-contact = 顾问方信息
ui-letterhead-lines = 地址、电话等，最多三行。
ui-letterhead-customer = { $name } 下方的文字
ui-letterhead-customer-help = 报告的收件人等，最多三行，仅印在该客户的报告上。
ui-dialog-logo = 选择徽标
ui-kind-picture = 图片

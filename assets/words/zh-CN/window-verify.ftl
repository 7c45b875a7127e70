# 验证报告页面，以及使用者信任的根证书。

command-verify = 验证
    .hint = 报告是否完好、由谁签署、内含什么。
command-continue-report = 作为新评估继续
    .hint = 以报告中的内容继续工作，报告本身保持不变。
command-choose-roots = 信任其他根证书
    .hint = 在窗口关闭之前信任文件中的证书。
command-choose-lists = 查阅吊销列表
    .hint = 在颁发机构公布的吊销列表中查找签署人的证书。

ui-verify-about = 查看报告是否与写入时一致、由谁签署、签署人是否可信。不会联网查询。
ui-verify-back = 返回开始页
ui-verify-empty = 请选择报告，或将报告拖到此处。
ui-verify-choose = 选择报告
ui-verify-other = 其他报告
ui-verify-copy = 复制结果
ui-verify-looking = 正在查看 { $name }。需要重新排印以作对比，请稍候。
ui-verify-refused = 无法查看 { $name }。
ui-verify-foreign-text = 其中没有可以验证的内容。
ui-verify-altered-text = 更改之处列在下方。不能以此继续工作。
ui-verify-not-trusted-text = 此处信任的根证书均未为某位签署人作证。如果您知道其根证书，请提供。
ui-verify-unsigned-text = 没有人用证书为其作证。
ui-verify-changes = 更改之处
ui-verify-no-signature = 其中没有数字签名。如有姓名，均为手工填写。
ui-verify-trusted = 可信
ui-verify-not-trusted = 不受信任
ui-verify-broken = 已失效
ui-verify-serial = 序列号
ui-verify-fingerprint = 证书的 SHA-256
ui-verify-inside = 内含内容
ui-verify-nothing-inside = 无法从中读取评估。
ui-verify-printed = 印出时间
ui-verify-language = 语言
ui-verify-items = 内容
ui-verify-items-of = { $items } 个检查项，{ $files ->
        [0] 无附件
       *[other] { $files } 个附件
    }
ui-verify-by-name = { $who }，仅签姓名
ui-verify-roots = 受信任的根证书
ui-verify-roots-about = 本机的根证书，以及您提供的根证书。您提供的根证书在窗口关闭之前有效。
ui-verify-roots-forget = 不再信任 { $name }
ui-verify-lists = 吊销列表
ui-verify-lists-about = 报告自带的列表之外的补充。颁发机构以此公布其撤销的证书；查阅时不会访问网络。
ui-verify-lists-forget = 不再查阅 { $name } 的列表
ui-verify-roots-refused = { $file }：{ $why }
ui-verify-continue-hint = 有效的签名会成为签核，之后任何更改都会使其失效。PDF 保持不变。
ui-verify-continued = 这是一份新评估，尚未存为文件。报告保持不变。
ui-verify-not-continued = 报告已被更改，不能继续：{ $what }
ui-dialog-roots = 信任根证书
ui-dialog-lists = 查阅吊销列表
ui-kind-lists = 吊销列表
ui-kind-certificate = 证书
ui-why-no-report = 请先打开报告。
ui-why-report-altered = 报告已被更改。

# 目录收集器的用语：正在做什么，以及进入服务器的哪一步失败了。

collect-directory-locating = 正在 DNS 中查找{ $domain }的域控制器
collect-directory-connecting = 正在登录{ $server }
collect-directory-forest = 正在读取林和域
collect-directory-controllers = 正在询问 { $count } 台域控制器
collect-directory-ports = 正在试探 PDC 模拟器的端口
collect-directory-policies = 正在读取密码策略
collect-directory-connector = 正在读取连接器帐户及其权限
collect-directory-test-user = 正在读取测试用户及其上级组织单位

directory-trouble-no-controller = DNS 没有给出{ $domain }的任何域控制器：{ $broke }请核对名称，或直接指定服务器。
directory-trouble-name = { $server }的名称无法解析：{ $broke }
directory-trouble-connect = { $server }不接受连接：{ $broke }
directory-trouble-secure = 无法为到{ $server }的连接加密：{ $broke }如果证书由您自己的颁发机构签发，请提供其根证书。
directory-trouble-start-tls = { $server }拒绝为连接加密（{ $code }：{ $text }）。没有证书的域控制器无法加密；请为它配置证书，或改用另一台。
directory-trouble-credentials = { $server }不允许此帐户登录：{ $why }
directory-trouble-sign-in = { $server }拒绝登录（{ $code }：{ $text }）。
directory-trouble-refused = { $server }拒绝回答（{ $code }：{ $text }）。
directory-trouble-ask = 到{ $server }的连接中断：{ $broke }
directory-trouble-ticket = 无法用 Kerberos 登录{ $server }：{ $why }（{ $text }）
directory-trouble-lost = { $server }在回答中途关闭了连接。
directory-trouble-timed-out = { $server }在{ $after }内没有回答。
directory-trouble-malformed = 无法理解{ $server }的回答：{ $what }。
directory-trouble-other-forest = { $named }不属于林{ $forest }。每个林要分别收集。
directory-trouble-too-much = { $server }发来的对象超过 { $most } 个，一次查看容纳不下。

directory-refusal-password = 用户名或密码错误。为避免帐户被锁定，不再重试。
directory-refusal-not-now-or-here = 不允许它在此时或从这台计算机登录。
directory-refusal-must-change = 它的密码已过期，或必须先更改。
directory-refusal-disabled = 它已被禁用。
directory-refusal-expired = 它已过期。
directory-refusal-locked = 它已被锁定。
directory-refusal-channel-binding = 服务器要求登录与 TLS 连接绑定（通道绑定），而这次登录没有绑定。请改用用户名和密码登录。
directory-refusal-unnamed = 用户名或密码未被接受。

directory-ticket-none = 没有票证。请先获取：kinit 名称@域；在 Windows 上请用域帐户登录。
directory-ticket-expired = 票证已过期。请用 kinit 重新获取。
directory-ticket-clock-skew = 这台计算机与域的时钟相差过大；最多允许相差五分钟。
directory-ticket-unknown-server = 域中没有以此为名的服务器。请使用域控制器自己的完整名称，而不要用地址或别名。
directory-ticket-no-kerberos-server = 找不到该域的 Kerberos 服务器，或没有一台应答（端口 88）。
directory-ticket-other = 无法获取票证，或票证未被接受。

directory-no-account = 没有名为{ $name }的帐户。
directory-ambiguous-account = 名为{ $name }的帐户不止一个；请写成“域\名称”的形式。
directory-connector-not-named = 没有指定连接器帐户，而名为 MSOL_… 的帐户也不是恰好一个，无法推断。
directory-other-forest = 那是林{ $found }，而评估对象写的是{ $wanted }。没有保留其中任何内容。

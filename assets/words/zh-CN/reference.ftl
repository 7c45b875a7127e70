# 参考数据表的文字。事件、代码和缺陷的值是名称；.meaning说明含义，.remedy说明处理方法。

## 事件

event-31001 = 重置请求已到达
    .meaning = 自助密码重置请求已到达同步服务器。
    .remedy = 无需操作：随后会有表示结束的事件。
event-31002 = 重置完成
    .meaning = Active Directory已接受新密码。
    .remedy = 无需操作。
event-31003 = 重置被拒绝
    .meaning = Active Directory未接受此次重置。
    .remedy = 查看同一分钟内的33001至33009事件和ADSync事件6329，原因记录在其中。
event-31004 = 开始启用
    .meaning = 正在启用密码写回。
    .remedy = 无需操作：随后会有表示结束的事件。
event-31005 = 启用完成
    .meaning = 密码写回已启用并就绪。
    .remedy = 无需操作。
event-31006 = 更改请求已到达
    .meaning = 密码更改请求已到达同步服务器。
    .remedy = 无需操作：随后会有表示结束的事件。
event-31007 = 更改完成
    .meaning = Active Directory已接受更改后的密码。
    .remedy = 无需操作。
event-31008 = 更改被拒绝
    .meaning = Active Directory未接受此次更改。
    .remedy = 查看同一分钟内的33001至33009事件和ADSync事件6329，原因记录在其中。
event-31009 = 管理员重置请求已到达
    .meaning = 管理员发起的重置请求已到达同步服务器。
    .remedy = 无需操作：随后会有表示结束的事件。
event-31010 = 管理员重置完成
    .meaning = Active Directory已接受管理员设置的密码。
    .remedy = 无需操作。
event-31011 = 管理员重置被拒绝
    .meaning = Active Directory未接受管理员发起的重置。
    .remedy = 查看同一分钟内的33001至33009事件和ADSync事件6329，原因记录在其中。
event-31012 = 开始禁用
    .meaning = 正在禁用密码写回。
    .remedy = 无需操作：随后会有表示结束的事件。
event-31013 = 禁用完成
    .meaning = 密码写回已禁用。
    .remedy = 如果并非有意保持禁用，请在Connect向导中重新启用。
event-31014 = 禁用未完成
    .meaning = 未能禁用密码写回。
    .remedy = 使用在云中创建且未联合的管理员帐户，并检查其角色。
event-31015 = 写回服务已启动
    .meaning = 同步服务器上的写回服务已启动。
    .remedy = 无需操作。
event-31016 = 写回服务已停止
    .meaning = 同步服务器上的写回服务已停止；在重新启动之前不会写回任何密码。
    .remedy = 启动ADSync服务。
event-31017 = 已获得令牌
    .meaning = 启用写回的管理员已通过授权。
    .remedy = 无需操作。
event-31018 = 密钥对已创建
    .meaning = 用于在传输途中保护密码的密钥已创建。
    .remedy = 无需操作。
event-31019 = 中继心跳
    .meaning = 中继已响应。正常的同步服务器大约每5分钟记录一次，并包含中继名称。
    .remedy = 无需操作。
event-31034 = 中继侦听器断开
    .meaning = 同步服务器与中继的连接已断开。
    .remedy = 检查ADSync服务是否正在运行、到Service Bus主机的443端口是否开放，然后检查是否存在TLS检查或缺少根证书。
event-31044 = 中继主机未运行
    .meaning = 两个中继连接均未运行或只有一个在运行，因此写回已中断或失去冗余。
    .remedy = 按通配符开放到Service Bus主机的443端口，然后重新启动ADSync服务。
event-32000 = 未知错误
    .meaning = 写回遇到了没有名称的错误。
    .remedy = 在Connect向导中禁用密码写回，然后重新启用。如果该事件再次出现，请将其跟踪ID提供给Microsoft支持。
event-32001 = 未能连接重置服务
    .meaning = 同步服务器未能连接云中的密码重置服务。
    .remedy = 开放到密码重置主机的443端口，然后检查代理和TLS 1.2。
event-32002 = 未能连接中继
    .meaning = 同步服务器未能连接Service Bus中继；事件文本可能会提到令牌提供程序。
    .remedy = 按通配符开放到Service Bus主机的443端口，然后检查代理和TLS检查。
event-32003 = 输入无效
    .meaning = 请求中包含写回不接受的值。
    .remedy = 重试密码重置。
event-32004 = 密码未能解密
    .meaning = 同步服务器的密钥与云端密钥不匹配。
    .remedy = 在Connect向导中禁用密码写回，然后重新启用。
event-32005 = 配置未能读取
    .meaning = 未能读取同步服务器上的写回配置。
    .remedy = 在Connect向导中禁用密码写回，然后重新启用。
event-32007 = 配置未能写入
    .meaning = 启用期间未能更新写回配置。
    .remedy = 在Connect向导中禁用密码写回，然后重新启用。
event-32008 = 响应无效
    .meaning = 云服务返回了写回不接受的响应。
    .remedy = 在Connect向导中禁用密码写回，然后重新启用。
event-32009 = 管理员未获授权
    .meaning = 启用写回的管理员未获得令牌：凭据有误，或该帐户为联合帐户。
    .remedy = 使用在云中创建且未联合的管理员帐户。
event-32010 = 密钥不可用
    .meaning = 未能生成或使用密钥。
    .remedy = 在Connect向导中禁用密码写回，然后重新启用。
event-32011 = 启用未被接受
    .meaning = 云服务未完成启用：443端口被阻止，或管理员为联合帐户。
    .remedy = 开放到密码重置主机的443端口，并使用在云中创建的管理员帐户。
event-32013 = 禁用未被接受
    .meaning = 云服务未完成禁用：443端口被阻止，或管理员为联合帐户。
    .remedy = 开放到密码重置主机的443端口，并使用在云中创建的管理员帐户。
event-32014 = 中继已重试
    .meaning = 同步服务器需要重新连接中继。
    .remedy = 偶尔出现时无需操作。如果频繁出现，请查找会断开空闲连接的设备。
event-32015 = 运行状况未上报
    .meaning = 同步服务器未能向云端上报运行状况。
    .remedy = 检查最新心跳的时间以及到密码重置主机的443端口。
event-33001 = 未知的目录错误
    .meaning = Active Directory返回了写回没有名称的错误。
    .remedy = 查看同一分钟内的ADSync事件6329，并检查用户所在的各级组织单位名称中是否有保留字符。
event-33002 = 未找到用户
    .meaning = 在Active Directory中未找到该用户：已删除，或不在同步范围内。
    .remedy = 检查该用户是否存在且在范围内，包括选择性密码哈希同步的范围。
event-33003 = 找到多个用户
    .meaning = Active Directory中有多个对象具有该用户的锚点。
    .remedy = 找出锚点相同的对象，只保留其中一个在范围内。
event-33004 = 访问被拒绝
    .meaning = Active Directory拒绝了连接器帐户的访问。普通用户也可能出现“privileged account”字样。
    .remedy = 先检查该用户上的有效权限，再检查该帐户是否受保护或不允许更改密码，然后检查对SAM远程调用的限制。
event-33005 = 用户已禁用
    .meaning = 该帐户在Active Directory中已禁用。
    .remedy = 启用该帐户，或选择其他测试用户。
event-33006 = 用户已锁定
    .meaning = 该帐户在Active Directory中已锁定。
    .remedy = 解锁该帐户，或等待锁定结束。
event-33007 = 当前密码不正确
    .meaning = 更改密码时输入的当前密码与Active Directory中的密码不一致。
    .remedy = 使用当前密码重试更改。
event-33008 = 密码策略
    .meaning = 新密码或更改时间不符合策略：期限、历史、复杂性或筛选器。
    .remedy = 先检查密码最短使用期限：即使原因是上次更改时间太近，文本也会提到复杂性。
event-33009 = 目录配置
    .meaning = Active Directory或其连接器的配置不允许此次重置。
    .remedy = 查看同一分钟内的ADSync事件6329，其中的代码指明了原因。
event-6329 = 同步引擎错误
    .meaning = 同步引擎记录了一个错误；其文本中的代码指明了原因。
    .remedy = 保留原始文本，并查找其中的代码。
event-6800 = 写回未启动
    .meaning = 写回终结点未随ADSync服务一起启动。
    .remedy = 先检查TLS 1.2和.NET，再检查网络，然后重新启动ADSync服务。
event-403 = 以连接器帐户登录
    .meaning = 同步引擎已用连接器帐户登录；这是正常现象。
    .remedy = 无需操作。
event-405 = 以连接器帐户连接目录
    .meaning = 同步引擎已用连接器帐户连接目录；这是正常现象。
    .remedy = 无需操作。
event-656 = 密码哈希批次
    .meaning = 正在同步密码哈希；启用写回后可能会出现大量此类事件。
    .remedy = 无需操作。
event-657 = 密码哈希结果
    .meaning = 一批密码哈希已同步。这不是写回，写回也不等待它。
    .remedy = 无需操作。

## 代码

code-8023062c = LDAP未签名和加密
    .meaning = 连接器与目录之间的通信未签名和加密，密码不得以这种方式传输。
    .remedy = 在连接器属性中勾选“Sign and Encrypt LDAP Traffic”：林、每个分区以及首选域控制器。
code-80230626 = 用户不得更改密码
    .meaning = 该用户设置了“用户不能更改密码”，看起来像是连接器帐户缺少权限。
    .remedy = 清除该用户的“用户不能更改密码”选项，或选择其他测试用户。
code-80230619 = 密码策略
    .meaning = 存在阻止此密码的限制：期限、历史、复杂性、筛选器，或用户不得更改密码。
    .remedy = 先检查密码最短使用期限和上次更改日期，再检查其他规则。
code-8023061f = 后来添加的林
    .meaning = 此连接器未设置写回：该林是在启用写回之后添加的。
    .remedy = 在Connect向导中禁用密码写回，然后重新启用。
code-80230402 = 多个域中存在相同锚点
    .meaning = 多个域中的对象具有该用户的锚点。
    .remedy = 找出锚点相同的对象，只保留其中一个在范围内。
code-80230405 = 没有写回目标
    .meaning = 同步引擎没有与该用户对应的目录对象。
    .remedy = 检查同步范围、联接以及选择性密码哈希同步的范围。
code-800700ce = 连接器帐户密码过长
    .meaning = 连接器帐户的密码超过256个字符。
    .remedy = 为连接器帐户设置不超过256个字符的密码，并在Connect中输入。
code-80070005 = 读取用户信息被拒绝
    .meaning = 连接器帐户不能通过SAM远程调用读取该用户。
    .remedy = 检查同步服务器和域控制器上的“网络访问：限制允许对SAM进行远程调用的客户端”：必须允许连接器帐户。策略删除后，注册表中的值可能仍然存在。
code-password-policy-control = 缺少密码策略控件
    .meaning = 某个域控制器不提供使重置遵守密码策略的控件。
    .remedy = 使用Windows Server 2016或更高版本的域控制器。
code-certificate-invalid = 证书不受信任
    .meaning = 同步服务器不信任收到的证书：缺少根证书，或连接受到检查。
    .remedy = 将写回主机排除在TLS检查之外，并安装缺少的根证书。
code-privileged-account = 对“privileged account”的访问被拒绝
    .meaning = 访问被拒绝。该措辞不能证明用户具有特权：缺少权限时也会出现同样的文本。
    .remedy = 读取该用户的adminCount；如果不是1，请向连接器帐户授予缺少的权限。
code-agent-denied = 连接器帐户被拒绝访问
    .meaning = 连接器帐户被拒绝访问：缺少权限、用户受保护，或用户不得更改密码。
    .remedy = 先检查用户：adminCount和“用户不能更改密码”。然后检查连接器帐户的权限。
code-listener-lost = 连接已断开
    .meaning = 写回服务的连接已断开；通常是ADSync服务已停止。
    .remedy = 启动ADSync服务，然后检查到Service Bus主机的443端口。
code-file-load = 组件未能加载
    .meaning = 升级后，手动修改过的同步引擎配置文件使某个组件未能加载。
    .remedy = 恢复所安装版本自带的配置文件，并改为在machine.config中设置代理。
code-sspr-0029 = SSPR_0029：需要本地管理员处理
    .meaning = 目录拒绝了重置，只有目录管理员才能修复。
    .remedy = 先检查测试用户，再检查连接器帐户的权限，然后检查对SAM远程调用的限制。
code-sspr-0030 = SSPR_0030：未能连接同步服务器
    .meaning = 云端未能连接同步服务器。
    .remedy = 检查最新心跳、ADSync服务、到Service Bus主机的443端口以及TLS 1.2。
code-cloud-failure = 已写回，但被云端拒绝
    .meaning = Active Directory已接受新密码，但云端未接受：写回本身正常。
    .remedy = 选择同时符合云端策略的密码。
code-sspr-0009 = SSPR_0009：重置已关闭
    .meaning = 自助密码重置已关闭；对于同步的管理员，指管理员的重置策略。
    .remedy = 为测试用户启用自助密码重置，并且不要使用管理员测试。
code-sspr-0010 = SSPR_0010：写回已关闭
    .meaning = 租户未启用密码写回。
    .remedy = 启用“将密码写回到本地目录”，并在Connect向导中启用写回。
code-sspr-0011 = SSPR_0011：没有重置策略
    .meaning = 组织没有密码重置策略。
    .remedy = 设置密码重置的身份验证方法。
code-sspr-0012 = SSPR_0012：没有许可证
    .meaning = 缺少密码写回所需的许可证。
    .remedy = 向该用户分配包含Microsoft Entra ID P1或P2的许可证。
code-sspr-0013 = SSPR_0013：用户不在范围内
    .meaning = 该用户不在允许重置密码的组中。
    .remedy = 将该用户添加到组中，或扩大密码重置的范围。
code-sspr-0014 = SSPR_0014：方法不足
    .meaning = 该用户注册的方法不足。
    .remedy = 为该用户注册缺少的方法。
code-changed-on-premises = 帐户信息已更改
    .meaning = 门户提示本地帐户信息已更改；目前没有确定的原因。
    .remedy = 查看同一分钟内的ADSync事件6329，并保留其中的代码。
code-wizard-licence = 向导提到许可证
    .meaning = 向导在未能连接云端时会提示需要许可证。
    .remedy = 先检查TLS 1.2和代理，再检查许可证。

## 云

cloud-global = 全球（商业版和GCC）
cloud-gcc-high = 美国政府GCC High
cloud-dod = 美国政府DoD
cloud-china = 中国（世纪互联）
never-probe-misprint = 文章中印的是servicebus.windows.networks。该名称是servicebus.windows.net的误印，所有语言版本均如此，该名称没有任何响应，因此不会尝试连接。

## Entra Connect版本

release-application-sign-in = 从此版本起，Connect默认以应用程序身份登录云端。
release-hard-minimum = 自2026年9月30日起仍可同步的最低版本。
release-edited-configuration = 如果手动修改过miiserver.exe.config，升级到此版本可能会导致服务中断。
release-recalled = 此版本已召回：请卸载并安装更新的版本。
release-security = 此版本修复了安全缺陷。
release-pass-through = 使用此版本无法启用直通身份验证。
threshold-endpoints = 从此版本起，写回只需要到本检查表所列主机的443端口。
threshold-tls12-default = 从此版本起，优先尝试TLS 1.2。
threshold-tls12-only = 从此版本起，支持仅允许TLS 1.2的服务器。
threshold-tls12-required = 从此版本起，不再支持TLS 1.0和1.1。
threshold-tls12-registry = 从此版本起，安装前必须在注册表中强制使用TLS 1.2。
threshold-tls12-no-registry = 从此版本起，安装前无需在注册表中强制使用TLS 1.2。

## Entra Connect的已知缺陷

defect-old-controllers = Windows Server 2008域控制器上的写回
    .meaning = 当域控制器运行Windows Server 2008或2008 R2时，写回不起作用。
    .remedy = 升级Connect。
defect-unexpire-not-granted = 未授予Unexpire Password权限
    .meaning = Connect未授予Unexpire Password权限，因此重置完成后用户可能仍需更改密码。
    .remedy = 升级Connect，然后在每个域的根上授予该权限。
defect-access-denied = 写回因访问被拒绝而停止
    .meaning = 即使已授予所有权限，写回仍会以SSPR_0029和ERROR_ACCESS_DENIED停止。
    .remedy = 在改动任何权限之前先升级Connect。
defect-database-deadlocks = 重置期间的数据库死锁
    .meaning = 由于Connect的数据库相互锁定，在高负载下重置会偶尔失败。
    .remedy = 升级Connect。
defect-edited-configuration = 升级后服务未能加载
    .meaning = 如果手动修改过miiserver.exe.config，升级后组件不会加载，服务保持停止状态。
    .remedy = 恢复所安装版本自带的配置文件，并改为在machine.config中设置代理。

## Microsoft Entra ID的目录角色

role-hybrid-identity-administrator = 混合标识管理员
role-global-administrator = 全局管理员
role-authentication-policy-administrator = 身份验证策略管理员
role-reports-reader = 报告读取者
role-security-reader = 安全信息读取者
role-security-administrator = 安全管理员
role-global-reader = 全局读取者
role-directory-synchronization-accounts = 目录同步帐户

## Active Directory中的权限

right-reset-password = 重置密码（Reset Password）
right-write-lockout-time = 写入lockoutTime
right-write-password-last-set = 写入pwdLastSet
right-unexpire-password = 取消密码过期（Unexpire Password）
right-change-password = 更改密码（Change Password）

## 已知主体

principal-everyone = Everyone
principal-authenticated-users = Authenticated Users
principal-pre-windows-2000-compatible-access = Pre-Windows 2000 Compatible Access
principal-self = 用户自身（SELF）
principal-administrators = Administrators
principal-account-operators = Account Operators
principal-server-operators = Server Operators
principal-print-operators = Print Operators
principal-backup-operators = Backup Operators
principal-replicator = Replicator
principal-domain-admins = Domain Admins
principal-administrator = Administrator
principal-krbtgt = krbtgt
principal-domain-controllers = Domain Controllers
principal-schema-admins = Schema Admins
principal-enterprise-admins = Enterprise Admins
principal-read-only-domain-controllers = Read-only Domain Controllers
principal-protected-users = Protected Users

## 数据表各行的依据

confidence-documented = Microsoft文档已说明
confidence-observed = 见于公开的代码或数据
confidence-reported = 来自问题反馈或博客
confidence-derived = 由其他来源推得
confidence-unverified = 未经核实

## 数据文件不能使用的原因

reference-file-unknown = { $file }不是参考数据表；应为以下之一：{ $known }
reference-file-repeated = { $file }提供了多次
reference-file-invalid = { $file }第{ $line }行：{ $expected }

## Where the reference data comes from

data-origin-built-in = 随程序内置
data-origin-signed = { $issued }的签名数据文件，由{ $signer }签名，包含{ $tables }；SHA-256 { $sha256 }
data-origin-unsigned = 来自文件夹的未签名数据（{ $tables }），无人为其担保；SHA-256 { $sha256 }
data-file-not-one = 这不是本程序的数据文件，或其开头已损坏。
data-file-newer = 这是供本程序更高版本使用的数据文件。
data-file-too-large = 它超过了数据文件允许的大小。
data-file-unknown-signer = 它由密钥{ $key }签名，而本程序不信任该密钥。
data-file-altered = 签名与内容不符：签名之后文件被改动或损坏。
data-file-unsound = 文件已签名，但无法使用：{ $why }
data-file-older = 其中的{ $table }日期为{ $found }；本程序自带的日期为{ $built }。不使用更旧的数据。
data-file-not-a-key = 这不是 Ed25519 私钥（PKCS#8）。
data-file-passed-over = 未使用已安装的数据文件{ $path }：{ $why }
data-file-later-installed = 它的日期为{ $found }，而已安装的是日期更晚（{ $installed }）的数据文件。

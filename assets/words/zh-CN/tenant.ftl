# 租户收集程序的用语：正在做什么、为何缺少应答、为何未能登录、接下来怎么办。

collect-tenant = 正在向Microsoft Graph查询{ $tenant }
collect-tenant-accounts = 正在查询两个帐户

tenant-answer-not-json = { $host }返回的是网页而不是数据，途中的代理或登录门户常会如此。
tenant-answer-left-host = 应答指向{ $host }之外，而令牌绝不会发往别处。
tenant-answer-loops = { $what }的分页首尾相连成环，因此列表不完整。
tenant-answer-too-large = 关于{ $what }的应答超出了可读取的大小。
tenant-not-known = 令牌没有表明它属于{ $tenant }，而组织信息又无法读取。
tenant-no-such-account = 该租户中没有帐户{ $user }。
tenant-no-registration = 注册报告中没有{ $user }的记录；报告不含已禁用的用户，并且会滞后数小时。

permission-organization-read-all = 用于确认是哪个租户，以及上次同步的时间。
permission-licenseassignment-read-all = 用于查看租户拥有哪些许可证，以及两个帐户持有哪些许可证。
permission-user-read-all = 用于查看两个帐户是否已启用，以及它们的来源。
permission-domain-read-all = 用于查看管理员的域是否为联合域。
permission-rolemanagement-read-directory = 用于查看管理员以何种方式持有角色。
permission-groupmember-read-all = 用于指明通过哪个组持有角色。
permission-auditlog-read-all = 用于查看测试用户是否已注册，以及审核日志中关于重置的记录。
permission-onpremdirectorysynchronization-read-all = 用于显示同步功能；不据此作任何判断。
permission-servicehealth-read-all = 用于显示Microsoft是否通报了故障；不据此作任何判断。

question-open = { $question }：{ $why }
question-identity = 租户身份
question-licences = 拥有的许可证
question-admin = 管理员帐户
question-admin-plans = 管理员的许可证
question-admin-roles = 管理员的角色
question-test-user = 测试用户帐户
question-test-user-plans = 测试用户的许可证
question-test-user-reset = 测试用户的注册情况
question-synchronisation = 同步
question-audit = 审核日志
question-features = 同步功能
question-health = 服务运行状况

way-on-sign-in = 请登录：wbready collect tenant --tenant { $tenant } --browser --to facts.json
way-on-wrong-tenant = 请使用{ $wanted }的帐户登录，或更正评估对象的租户。
way-on-consent = 管理员可在此处授予：{ $link }
way-on-role = 请申请或激活角色{ $role }，然后重新运行。仅“符合条件”的角色不算数。
way-on-licence = 读取此内容需要Entra ID P1。
way-on-other-cloud = 此云不提供该调用。
way-on-network = 请让此计算机能够访问{ $host }，或在另一台计算机上收集后导入文件。
way-on-later = 请过几分钟再运行。
way-on-configure = 请指明帐户：--admin、--test-user或评估对象文件。
way-on-manual = 也可以自行查看并手动回答：{ $place }

place-identity = { $portal }，“概述”：租户ID和主域
place-licences = { $portal }，“计费”>“许可证”>“所有产品”
place-admin = { $portal }，“用户”> 该管理员 >“属性”：已启用本地同步
place-admin-plans = { $portal }，“用户”> 该管理员 >“许可证”
place-admin-roles = { $portal }，“用户”> 该管理员 >“分配的角色”：路径和状态
place-test-user = { $portal }，“用户”> 该测试用户 >“属性”：已启用本地同步
place-test-user-plans = { $portal }，“用户”> 该测试用户 >“许可证”
place-test-user-reset = { $portal }，“身份验证方法”>“用户注册详细信息”
place-synchronisation = { $portal }，“Entra Connect”>“Connect Sync”：上次同步
place-audit = { $portal }，“审核日志”，服务“Self-service Password Management”
place-features = { $portal }，“Entra Connect”>“Connect Sync”
place-health = { $portal }，“运行状况”>“服务运行状况”

sign-in-numbered = { $reason }（{ $number }）
sign-in-consent-missing = 尚无人为此租户同意这些权限。
sign-in-declined = 权限请求被拒绝。
sign-in-no-such-tenant = 此云中没有这个租户。请检查名称以及所选的云。
sign-in-no-such-application = 该应用程序未在此租户中注册。请检查其ID。
sign-in-secret-wrong = 机密不正确。请提供机密的值，而不是其ID。
sign-in-secret-expired = 机密已过期。请新建一个。
sign-in-certificate-unknown = 该证书未在应用程序中注册。
sign-in-public-client-off = 该应用程序不允许公共客户端流。请在“身份验证”中启用，或改用浏览器登录。
sign-in-conditional-access = 条件访问策略阻止了这种登录方式。许多策略会阻止设备代码：请改用浏览器登录。
sign-in-second-factor = 需要第二重验证，而这种方式无法提供。请改用浏览器登录。
sign-in-not-assigned = 该帐户未分配给此应用程序。
sign-in-other-cloud = 该帐户或应用程序属于另一个云。请选择正确的云。
sign-in-other-tenant = 该帐户不属于此租户。
sign-in-expired = 登录或密码已过期。请重新登录。
sign-in-clock = 签名声明未被认定为当前有效。请检查此计算机的时钟。
sign-in-redirect-unknown = 该应用程序没有将http://localhost列为移动和桌面应用程序的重定向地址。
sign-in-other = 登录服务拒绝了请求。
sign-in-address = { $what }
sign-in-client = { $what }
sign-in-no-listener = 无法在127.0.0.1上打开供浏览器返回的端口。请改用代码登录。
sign-in-nobody = 无人在限定时间内登录。
sign-in-cancelled = 登录已取消。
sign-in-unreachable = { $host }没有应答。
sign-in-timed-out = 在{ $after }内没有应答。
sign-in-not-understood = 应答的不是登录服务，可能是代理自己的页面。
sign-in-not-a-token = 所提供的内容不是令牌。
sign-in-go-to = 请在此处登录：{ $url }
sign-in-enter-code = 请在任意浏览器中打开{ $url }并输入{ $code }
sign-in-done = 您已登录。现在可以关闭此页面并返回程序。

certificate-none = 文件中没有证书（应有-----BEGIN CERTIFICATE-----块）。
certificate-no-key = 文件中没有私钥（应有-----BEGIN PRIVATE KEY-----块）。
certificate-encrypted = 私钥受密码保护。请提供未加密的私钥。
certificate-not-rsa = Entra只接受2048位或以上的RSA密钥。
certificate-other-key = 私钥与证书不匹配。
certificate-not-signed = 签名失败。

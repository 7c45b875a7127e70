# 目录各项检查的文字。

## 林

directory-estate-no-domains = 域的列表为空，或其中有域没有名称。
directory-estate-no-controllers = 域控制器的列表为空。
directory-estate-domain-without-controllers = 列表中没有{ $domains }的域控制器。

evidence-directory-controller = 域控制器
evidence-directory-connector-account = 连接器帐户
evidence-directory-test-user = 测试用户
evidence-directory-access-denied = 事件日志中最近一次访问被拒绝

## directory.pdc-emulator

directory-pdc-emulator-answers = { $count ->
    [1] PDC模拟器可写，并在所有需要的端口上应答。
   *[other] 全部{ $count }个域的PDC模拟器均可写，并在所有需要的端口上应答。
}
directory-pdc-emulator-not-found = 没有找到{ $domains }的PDC模拟器，因此写回在那里无处设置密码。
directory-pdc-emulator-read-only = { $hosts }是只读的，因此无法在其上设置密码。
directory-pdc-emulator-closed = { $places }没有应答，因此该域的密码无法经由此路径写回。
directory-pdc-emulator-place = { $host }（{ $domain }）的TCP { $ports }
directory-pdc-emulator-of = { $host }，属于{ $domain }
directory-pdc-emulator-port = { $host }，{ $port }（{ $service }）：{ $how }
directory-pdc-emulator-open = 请开放从同步服务器到PDC模拟器的这些端口以及RPC端口{ $first }-{ $last }，然后从同步服务器重新测试。在此期间，经由其他控制器的同步仍显示正常，但对此项不能证明什么。
directory-pdc-emulator-unlisted = { $hosts }不在域控制器的列表中，因此不知道它是否可写。
directory-pdc-emulator-untested = 尚未测试{ $places }。
directory-port-answers = 有应答
directory-port-name-not-found = 名称解析不到地址
directory-port-silent = 在限定时间内没有应答
directory-port-refused = 连接被拒绝
directory-port-reset = 连接被重置
directory-port-unreachable = 没有路由，或被筛选规则禁止
directory-port-no-connection = 没有可用的连接
directory-port-other = { $detail }
evidence-directory-pdc-emulator = PDC模拟器
evidence-directory-pdc-port = 需要的端口
evidence-directory-pdc-port-extra = 其他端口，仅供参考

## directory.preferred-dc

directory-preferred-dc-off = 所有Active Directory连接器都未启用“仅使用首选域控制器”。
directory-preferred-dc-named = 首选域控制器的列表中包含PDC模拟器。
directory-preferred-dc-leaves-out = 首选域控制器的列表中没有{ $hosts }，而写回仍会联系它。
directory-preferred-dc-contacted-anyway = 该列表对同步有效。即使首选的是其他控制器，Connect写回时也会联系PDC模拟器，因此防火墙规则也必须允许它。
directory-preferred-dc-list = { $count ->
    [0] { $connector }：列表为空
   *[other] { $connector }：{ $hosts }
}
directory-preferred-dc-unknown = 没有看到{ $connectors }的“仅使用首选域控制器”设置。
directory-preferred-dc-no-pdc = 不知道{ $domain }的PDC模拟器是哪一台。
directory-preferred-dc-other-forest = { $connector }所属的林没有查询过PDC模拟器。
evidence-directory-preferred-controllers = 首选域控制器

## directory.server-versions

directory-server-versions-current = { $count ->
    [1] 域控制器运行Windows Server 2016或更高版本。
   *[other] 全部{ $count }台域控制器均运行Windows Server 2016或更高版本。
}
directory-server-versions-once-allowed = 有{ $count }台域控制器早于Windows Server 2016：{ $controllers }；2021年2月12日的文章在装有最新Service Pack时允许使用，而2025年3月4日的现行页面不再允许。
directory-server-versions-old = { $count ->
    [1] 有1台域控制器早于Windows Server 2016：{ $controllers }；2021年2月12日的文章和2025年3月4日的现行页面都不允许使用。
   *[other] 有{ $count }台域控制器早于Windows Server 2016：{ $controllers }；其中并非全部为2021年2月12日的文章所允许，而2025年3月4日的现行页面一概不允许。
}
directory-server-versions-one = { $host }（{ $system }）
directory-server-versions-unread = { $host }：没有读到版本
directory-server-versions-service-pack = { $hosts }缺少最新的Service Pack，而2021年的文章就已要求安装。
directory-server-versions-unknown = 无法读取{ $hosts }的版本。

## directory.functional-level

directory-functional-level-met = 林的功能级别为{ $level }，架构为{ $schema }，且没有带点的NetBIOS名称。
directory-functional-level-low = 林的功能级别为{ $level }，低于Connect所要求的{ $needed }。
directory-functional-level-schema-low = 架构版本为{ $schema }，低于Connect所要求的{ $needed }。
directory-functional-level-dotted = NetBIOS名称{ $names }中含有点，Connect不支持这种名称。
directory-functional-level-unknown = 没有读到架构版本，因此不采信一同记录的级别。
directory-functional-level-no-netbios = 没有读到{ $domains }的NetBIOS名称。
directory-functional-level-domain = { $domain }：{ $netbios }
evidence-directory-forest-level = 林功能级别
evidence-directory-schema-version = 架构版本
evidence-directory-netbios-name = NetBIOS名称

## directory.policy-control

directory-policy-control-offered = { $count ->
    [1] 可写域控制器提供密码策略控件。
   *[other] 全部{ $count }台可写域控制器均提供密码策略控件。
}
directory-policy-control-deprecated = 所有可写域控制器均提供密码策略控件，其中{ $hosts }只列出已弃用的编号，这也足够。
directory-policy-control-missing = 有{ $count }台域控制器不提供密码策略控件（{ $hosts }），因此到达那里的重置会以“The server does not contain the LDAP password policy control”结束。
directory-policy-control-has = { $host }：{ $control }
directory-policy-control-lacks = { $host }：未列出
directory-policy-control-empty = { $host }没有列出任何控件，而域控制器不会如此。
directory-policy-control-not-seen = { $host }：没有看到。{ $why }
directory-policy-control-no-candidate = 列表中没有可写域控制器。
evidence-directory-policy-control = 密码策略控件

## 连接器帐户

connector-identity-incomplete = 缺少连接器帐户的名称或安全标识符。
connector-identity-differs = 在目录中查询的是{ $account }，而连接器登录所用的是{ $configured }。
connector-identity-guessed = { $account }是按名称猜测的，没有得到连接器自身配置的证实。
connector-identity-other-forests = 本评估只涉及一个林。{ $connectors }的帐户需要单独评估。

## directory.connector-account

directory-connector-account-known = 连接器以{ $account }登录，该帐户不属于任何管理员组。
directory-connector-account-privileged = { $account }属于{ $groups }，这会掩盖缺少的权限，并使同步服务器上留有Tier 0密码。
directory-connector-account-masks = 以管理员作为连接器帐户时，无论是否做过委派，权限检查看上去都正常。请先授予委派的权限，再将其移出该组，然后重新检查。
directory-connector-account-look-again = 请按连接器所用的帐户重新查看目录；对另一个帐户的查询结果不算数。
directory-connector-account-by-evidence = 请收集同步服务器的证据，连接器在那里写明了所用的帐户。以MSOL_开头的名称可能是旧安装的遗留。
directory-connector-account-groups-unread = 无法读取{ $account }所属的组：每个帐户至少属于一个组。
evidence-directory-connector-sid = 安全标识符
evidence-directory-connector-groups = 连接器帐户所属的组

## 权限

right-effect-granted = { $right }：在{ $at }授予{ $to }
right-effect-denied = { $right }：在{ $at }拒绝{ $to }
right-effect-not-granted = { $right }：没有条目授予
right-effect-inheritance-stops = { $right }：在上层已授予，继承止于{ $at }
right-effect-undecided = { $right }：由于{ $at }上针对{ $to }的条目，只有域控制器才能判定
right-effect-unreadable = { $right }：无法读取
right-effect-not-listed = { $right }：没有查看
directory-right-in = { $domain }中的{ $right }
directory-right-walk = { $domain }：{ $walk }

## directory.connector-rights

directory-connector-rights-held = { $count ->
    [1] { $account }在域的根上拥有全部四项权限。
   *[other] { $account }在全部{ $count }个域的根上拥有全部四项权限。
}
directory-connector-rights-by-privilege = { $account }拥有全部四项权限，但同时属于{ $groups }，因此无法判断这些权限是否真正做过委派。
directory-connector-rights-lacking = { $account }缺少{ $rights }，因此那里的重置会以SSPR_0029结束，或使用户仍被标记为密码已过期。
directory-connector-rights-grant = 要在域的根上授予该权限，请以Domain Admin身份运行：{ $command }
directory-connector-rights-denied = 拒绝条目优先于所有授予：在授予其他权限之前，先查明它由谁设置、为何设置。
directory-connector-rights-wording = 对于只是缺少权限的普通用户，事件33004也可能写着“denied access to perform the operation on a privileged account”或“management agent credentials were denied access”。请以条目为准，而不要以这些措辞为准。
directory-connector-rights-unread = 无法读取{ $account }的以下权限：{ $rights }。
directory-connector-rights-domain-unread = 没有读取{ $domains }的根。
evidence-directory-connector-right = 域根上的权限

## directory.test-user-rights

directory-test-user-rights-held = { $account }的重置密码权限和两项写入权限在{ $user }上有效。
directory-test-user-rights-inheritance-off = { $account }的权限在{ $user }上有效，但那里的继承已关闭，因此以后在上层授予的权限不会到达。
directory-test-user-rights-by-privilege = 权限在测试用户上有效，但{ $account }属于{ $groups }，因此无法判断这些权限是否真正做过委派。
directory-test-user-rights-protected = { $user }属于{ $groups }，目录会保护这些组的成员，因此按设计会拒绝通过写回进行的重置。
directory-test-user-rights-choose-another = 没有任何故障：请选择另一个测试用户。此人在登录状态下仍可更改密码。不要在AdminSDHolder上委派。
directory-test-user-rights-stale-mark = { $user }的adminCount为1，但没有看到其属于受保护的组，因此该用户仍带有前管理员的封闭访问列表。
directory-test-user-rights-clear-mark = 请确认该用户不属于任何受保护的组，清除adminCount，重新启用继承，然后重新检查；也可以选择另一个测试用户。
directory-test-user-rights-denied = { $user }上有条目对{ $account }拒绝{ $rights }，而拒绝优先于所有授予。
directory-test-user-rights-stopped = 继承止于{ $at }，因此在上层授予{ $account }的权限没有到达测试用户：{ $rights }。
directory-test-user-rights-missing = { $user }上没有条目对{ $account }授予{ $rights }，因此对该用户的重置会因访问被拒绝而结束。
directory-test-user-rights-unread = 无法读取{ $account }在测试用户上的以下权限：{ $rights }。
directory-test-user-rights-no-name = 缺少测试用户的可分辨名称。
directory-inheritance-on = 已启用
directory-inheritance-off = 已关闭
directory-admin-count-set = 1
directory-admin-count-clear = 不为1
evidence-directory-test-user-inheritance = 测试用户上的继承
evidence-directory-test-user-admin-count = 测试用户的adminCount
evidence-directory-test-user-right = 测试用户上的权限

## directory.password-policy

directory-password-policy-none = 每个域以及测试用户的最短密码期限均为0。
directory-password-policy-aged = { $domains }的最短密码期限为{ $age }，因此在此期间内的第二次重置会被拒绝。
directory-password-policy-fine-grained = 细粒度策略{ $policy }为测试用户设置的最短密码期限为{ $age }，因此在此期间内的第二次重置会被拒绝。
directory-password-policy-window = 测试用户的密码尚未达到{ $policy }规定的{ $age }，因此在{ $until }之前重置会被拒绝。
directory-password-policy-complexity = 此时用户看到的提示是长度、复杂性、期限或历史，实际所指是期限。请等待，或请策略负责人将最短期限（不是最短长度）设为0。
directory-password-policy-unreadable = 普通用户不能读取细粒度策略，因此没有看到并不等于不存在。请用有权读取的帐户重新查看。
directory-password-policy-domain-unread = 没有读取{ $domains }的策略。
directory-password-policy-of = { $policy }：{ $age }
directory-password-policy-no-fine-grained = 没有适用于测试用户的策略
evidence-directory-password-policy = 最短密码期限
evidence-directory-fine-grained-policy = 细粒度策略

## directory.sam-restriction

directory-sam-restriction-absent = 同步服务器上未设置RestrictRemoteSam，因此没有策略将连接器帐户拒之门外。
directory-sam-restriction-allows = 同步服务器上设置了RestrictRemoteSam，并允许连接器帐户。
directory-sam-restriction-excludes = RestrictRemoteSam的值为{ $value }，将连接器帐户拒之门外，因此即使所有权限都正确，重置也会以SSPR_0029结束。
directory-sam-restriction-unclear = RestrictRemoteSam的值为{ $value }，没有看到连接器帐户是否在其允许之列。
directory-sam-restriction-compliant = 安全扫描可能认为该值合规：加固指南要求成员服务器使用O:BAG:BAD:(A;;RC;;;BA)，而正是这个值会使同步服务器上的写回停止。请保留该限制，并将连接器帐户加入其中。
directory-sam-restriction-elsewhere = 事件日志仍显示访问被拒绝。请同时读取域控制器上的RestrictRemoteSam。
directory-sam-server-lacking = 连接器帐户在samServer对象上没有{ $rights }的权限，而写回要通过该对象查找用户，因此重置会以访问被拒绝告终。
directory-sam-server-restore = 请在上述各域的CN=Server,CN=System上恢复默认设置：授予Authenticated Users，或以Authenticated Users为成员的Pre-Windows 2000 Compatible Access，列出内容、读取全部属性和读取权限这三项。
directory-sam-server-unread = 未能看到连接器帐户在samServer对象（CN=Server,CN=System）上是否拥有{ $rights }的权限。
directory-sam-server-domain-unread = 没有读取{ $domains }的samServer对象（CN=Server,CN=System）。
directory-sam-server-look = 同步服务器上的策略不构成障碍。各域的samServer对象（CN=Server,CN=System）也可能是障碍；收集目录时会读取它。
evidence-directory-sam-server = samServer对象
sam-right-list-contents = 列出内容
sam-right-read-properties = 读取全部属性
sam-right-read-permissions = 读取权限
evidence-directory-restrict-remote-sam = RestrictRemoteSam

## directory.reserved-names

directory-reserved-names-none = { $count ->
    [0] 测试用户之上没有单位。
    [1] 测试用户之上的单位名称中没有保留字符。
   *[other] 测试用户之上的{ $count }个单位的名称中都没有保留字符。
}
directory-reserved-names-found = 测试用户之上有{ $count }个单位（{ $units }）的名称中含有保留字符，重置可能因此以事件33001结束。
directory-reserved-names-unit = “{ $name }”
directory-reserved-names-try-another = 事件33001只说是未知问题，从不提及名称。在重命名之前，请先用名称普通的单位中的用户进行测试。
directory-reserved-names-malformed = “{ $dn }”不是域中用户的可分辨名称。

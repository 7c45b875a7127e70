# 同步服务器各项检查的文字。

sync-connectors-unnamed = 列表中有一个连接器没有名称。
sync-connectors-no-directory = 列表中没有Active Directory连接器。
sync-connectors-no-entra = 列表中没有Entra连接器。
sync-connector-state = { $connector }：{ $state }
sync-state-on = 已启用
sync-state-off = 未启用
sync-state-unknown = 没有看到
sync-run = { $connector }，{ $profile }：{ $result }，{ $at }

evidence-sync-version = Connect的版本
evidence-sync-run = 最近一次运行
evidence-sync-no-run = 历史记录中没有运行
evidence-sync-no-import = 历史记录中没有成功的完全导入

## sync.installed

sync-installed-running = 已安装Connect { $version }，其服务正在运行。
sync-installed-not-there = 同步服务器上没有安装Connect，因此不会从此处写回任何内容。
sync-installed-cloud-sync = 如果用户由云同步写回，检查表的这一部分对他们不适用。
sync-installed-stopped = 已安装Connect { $version }，但其服务ADSync的状态为{ $state }，因此不会写回任何内容。
sync-installed-wording = 此时最后一条事件往往是31034“The connection to the connect service was lost”，看上去像是网络问题。在怀疑防火墙之前，请先启动该服务。
sync-installed-starting = 查看时服务ADSync正在转换状态（{ $state }）。
sync-installed-unknown-state = “{ $state }”不是Windows所使用的服务状态。
evidence-sync-service-state = ADSync的状态

## sync.full-import

sync-full-import-succeeded = 历史记录显示{ $count }个连接器各有一次成功的完全导入。
sync-full-import-broken = 历史记录中{ $connectors }的完全导入没有一次完成，因此不知道写回所依据的链接是否完整。
sync-full-import-incomplete = { $connectors }的完全导入已经结束，但有遗留问题。
sync-full-import-not-since = { $connectors }的一次完全导入已成功，但之后的一次没有成功。
sync-full-import-running = { $connectors }的完全导入仍在运行。
sync-full-import-ask = 历史记录在若干天后清除（默认七天），因此列表为空并不表示运行中断。如果有记录表明在最近一次更改设置之后做过完全导入，请据此回答。

## sync.full-synchronization

sync-full-synchronization-succeeded = 历史记录显示{ $count }个连接器在完全导入之后各有一次成功的完全同步。
sync-full-synchronization-not-after = 历史记录显示{ $connectors }做过完全导入，但其后没有完全同步，因此导入的内容尚未联接。
sync-full-synchronization-broken = 自完全导入以来，{ $connectors }的完全同步没有一次完成。
sync-full-synchronization-incomplete = { $connectors }的完全同步已经结束，但有遗留问题，且只涉及所列对象。
sync-full-synchronization-running = { $connectors }的完全同步仍在运行。
sync-full-synchronization-ask = 历史记录中没有成功的完全导入，因此无法判断同步是否在其之后。如果有记录表明在最近一次更改设置之后两者都做过，请据此回答。

## sync.writeback-enabled

sync-writeback-enabled-on = Connect中已启用密码写回。
sync-writeback-enabled-off = Connect中未启用密码写回，因此仅有租户中的开关不起作用。
sync-writeback-enabled-wording = 如果租户已有许可证，而向导仍提示“ensure you have the required license”，请先查看服务器的TLS 1.2和代理：有报告称两者都可能是该提示的真正原因。
evidence-sync-writeback-state = 密码写回

## sync.not-staging

sync-not-staging-active = 此服务器未处于暂存模式。
sync-not-staging-standby = 此服务器处于暂存模式，因此不会写回任何内容。
sync-not-staging-look-at-other = 请查明应以哪台服务器为活动服务器。如果这一台是备用服务器，请评估另一台；备用服务器上的事件31034或31044不能说明活动服务器的情况。
evidence-sync-staging = 暂存模式
evidence-sync-scheduler = 计划程序
evidence-sync-scheduler-suspended = 计划程序已挂起

## sync.not-on-controller

sync-not-on-controller-member = { $host }不是域控制器。
sync-not-on-controller-is-one = { $host }是域控制器，即使权限齐全，同步服务在那里也可能遇到访问被拒绝。
sync-not-on-controller-denied = { $host }是域控制器，且其事件日志显示{ $at }访问被拒绝，因此所处位置很可能就是原因。
sync-not-on-controller-no-name = 得到了服务器的角色，但没有得到服务器的名称。
evidence-sync-operating-system = 操作系统
evidence-sync-listed-as-controller = 被列为域控制器

## sync.known-defects

sync-known-defects-none = 没有已知的写回缺陷涉及版本{ $version }。
sync-known-defects-found = 版本{ $version }有已知缺陷：{ $defects }。
sync-known-defects-recalled = 版本{ $version }已被召回，应予卸载。
sync-known-defects-unlisted = 版本{ $version }不在{ $date }的表中，因此此处不知道它有哪些缺陷。
sync-known-defects-old-table = { $date }的表中没有版本{ $version }的缺陷，但该表过旧，不足为凭。
sync-known-defects-upgrade = 在改动任何权限之前，请先升级到{ $version }或更高版本：带有访问被拒绝的SSPR_0029可能仅由版本本身引起。
sync-known-defects-not-installed = 没有安装Connect，因此没有可供对照的版本。
evidence-sync-table-date = 版本表的核对日期

## sync.connector-signing

sync-connector-signing-on = { $count ->
    [1] Active Directory连接器对其LDAP流量进行签名和加密。
   *[other] 全部{ $count }个Active Directory连接器均对其LDAP流量进行签名和加密。
}
sync-connector-signing-off = { $connectors }中有位置未启用“Sign and Encrypt LDAP Traffic”，因此重置会以8023062C结束，而导入照常进行。
sync-connector-signing-unknown = 没有看到{ $connectors }中所有位置的“Sign and Encrypt LDAP Traffic”设置。
evidence-sync-signing = Sign and Encrypt LDAP Traffic

# 许可证、帐户、租户开关和证明各检查的说法。

## 许可证

licence-tenant-owns-held = { $product }包含Entra ID P1或P2，{ $owned }个单位中已分配{ $used }个，因此租户拥有包含写回的许可证。
licence-tenant-owns-expiring = { $product }包含Entra ID P1或P2，但其订阅处于Warning状态，因此许可证目前有效，不续订就会终止。
licence-tenant-owns-devices = 仅在{ $product }中看到Entra ID P1，该产品面向会议室和共享设备，因此不能证明有任何人获得许可。
licence-tenant-owns-unassigned = { $product }包含Entra ID P1或P2，但没有分配任何单位，因此至少须将一个分配给用户。
licence-tenant-owns-suspended = { $product }包含Entra ID P1或P2，但其订阅处于“{ $state }”状态，因此无人获得许可。
licence-tenant-owns-inactive = { $product }包含Entra ID P1或P2，但该计划处于{ $state }状态而不是Success，因此无人获得许可。
licence-tenant-owns-none = { $count ->
        [1] 租户拥有{ $products }，该产品不为人员提供写回许可。
       *[other] 租户拥有{ $count }种产品，均不为人员提供写回许可；其中包括{ $products }。
    }
licence-tenant-owns-nothing = 租户没有列出任何订阅，因此其中无人获得写回许可。
licence-tenant-owns-not-by-name = 应按服务计划而不是产品名称判断：Office 365 E3和Microsoft 365 Business Standard既不含P1也不含P2，尽管Business Standard的部件号是O365_BUSINESS_PREMIUM。以前写回似乎能用，并不能证明拥有许可证。

licence-subscription = { $product }：计划{ $plan } { $status }，订阅{ $state }，{ $owned }个单位中已分配{ $used }个

licence-cloud-only-users-found = { $count ->
        [1] 租户拥有{ $products }，它涵盖仅存在于云端的用户的重置，不涵盖写回；文章在此类计划旁提到的Azure AD Basic已停用。
       *[other] 租户拥有{ $count }种计划，它们涵盖仅存在于云端的用户的重置，不涵盖写回：{ $products }；文章在其旁提到的Azure AD Basic已停用。
    }
licence-cloud-only-users-none = 没有看到仅涵盖云用户的付费计划，因此没有会被误认为写回许可证的产品；文章提到的Azure AD Basic已停用。

licence-admin-held = { $user }持有{ $plan }，状态为Success。
licence-admin-inactive = { $user }持有{ $plan }，状态为{ $state }而不是Success，因此密码重置页面可能对该管理员保持隐藏。
licence-admin-other = { $user }持有{ $count }个服务计划，其中没有Entra ID P1或P2，因此密码重置页面可能对该管理员保持隐藏。
licence-admin-none = { $user }没有任何许可证，因此密码重置页面可能对该管理员保持隐藏。

licence-test-user-held = { $user }持有{ $plan }，状态为Success。
licence-test-user-inactive = { $user }持有{ $plan }，状态为{ $state }而不是Success，因此重置可能以SSPR_0012结束。
licence-test-user-other = { $user }持有{ $count }个服务计划，其中没有Entra ID P1或P2，因此重置可能以SSPR_0012结束。
licence-test-user-none = { $user }没有任何许可证，因此重置可能以SSPR_0012结束。

evidence-licence-subscription = 含P1或P2的订阅
evidence-licence-owned = 拥有的产品
evidence-licence-others = 其他产品
evidence-licence-account = 帐户
evidence-licence-plan = 计划
evidence-licence-plan-state = 计划状态
evidence-licence-plans-held = 持有的计划

## 测试用户

account-test-user-suitable = { $user }已启用、已同步、不是管理员、在重置范围之内且已过最短密码期限，因此该用户的重置能够说明写回的情况。
account-test-user-several = 有{ $count }个理由表明{ $user }不适合作为测试用户；第一个：{ $first }
account-test-user-disabled-in-cloud = { $user }在租户中已禁用，因此重置会在到达同步服务器之前停止。
account-test-user-created-in-cloud = { $user }是在云端创建的，未经同步，因此没有可写回密码的目录。
account-test-user-left-out = { $user }在目录中，而云帐户并非从目录同步，因此该帐户在同步范围之外或未联接，重置之后会出现33002。
account-test-user-converted = { $user }的授权来源已转移到云端，因此目录不再接受该用户的密码。
account-test-user-guest = { $user }是来宾，其密码属于另一个组织。
account-test-user-administrator = { $user }持有管理员角色，适用单独的策略，因此用该用户测试不能说明普通用户的情况。
account-test-user-out-of-scope = { $user }未启用自助重置，因此表单最后显示的消息听起来可能像是长度、复杂性、期限或历史记录的问题。
account-test-user-disabled = { $user }在目录中已禁用，因此目录拒绝任何重置（事件33005）。
account-test-user-locked = { $user }在目录中已锁定，因此在解锁之前，用新密码登录不能证明什么（事件33006）。
account-test-user-expired = 帐户{ $user }已于{ $at }到期，因此无论密码是什么都会被拒绝登录。
account-test-user-protected = { $user }属于受保护的组（{ $groups }），因此按设计无法通过写回重置忘记的密码；该用户出现的SSPR_0029和事件33004并不表示权限不足。
account-test-user-stale-mark = { $user }不属于任何受保护的组，但adminCount仍为1，因此连接器帐户的权限到不了该用户，而事件33004说的是特权帐户。
account-test-user-may-not-change = { $user }设置了“用户不能更改密码”，因此更改会以事件33004或33008结束，看上去像是权限或策略的问题。
account-test-user-smart-card = { $user }必须使用智能卡登录，因此无法试用新密码。
account-test-user-too-young = 在{ $until }之前，{ $user }的密码尚未达到最短期限；此前目录会拒绝任何重置，而门户将其说成复杂性问题。
account-test-user-choose-another = 请换一名测试用户：一名普通的、已同步的员工。就此理由而言，无需修复任何东西。
account-test-user-clear-mark = 如果帐户的负责人确认它已永久离开所有受保护的组，请清除adminCount并重新开启继承。
account-test-user-set-unknown = 下次登录时必须更改密码，因此目录中没有可与最短期限比较的时间。
account-test-user-no-policy = 没有读到测试用户所在域“{ $domain }”的密码策略。
account-password-must-change = 下次登录时必须更改

evidence-account-reason = 不适合的理由
evidence-account-test-user = 测试用户
evidence-account-dn = 目录中的名称
evidence-account-password-set = 密码设置时间

## 管理员

account-admin-cloud-created = { $user }是在云端创建的，其域为托管域，因此向导可以用它取得令牌。
account-admin-cloud-synchronised = { $user }是同步而来的，其域为托管域：这符合现行规则（2025年3月4日，要求托管帐户），但不符合文章的要求（2021年，要求在云端创建的帐户）。
account-admin-cloud-converted = { $user }来自目录，其授权来源已转移到云端，因此目前是托管帐户，但不是文章（2021年）所要求的在云端创建的帐户。
account-admin-cloud-guest = { $user }是此租户的来宾，而文档要求使用租户自己的工作或学校帐户。
account-admin-cloud-federated = { $user }的域是联合域，因此向导无法用它取得令牌：事件32009，或在关闭写回时为31014，两者的说法都像是凭据有误。
account-admin-cloud-disabled = { $user }在租户中已禁用，因此无法用它登录向导。
account-admin-cloud-domain-unknown = 没有读到管理员的域是托管域还是联合域。

account-admin-role-direct = { $user }持有{ $role }，直接分配且已激活。
account-admin-role-eligible = { $user }仅具有{ $role }的资格，在激活之前视为没有该角色。
account-admin-role-group = { $user }仅通过组{ $group }持有{ $role }，Connect不接受这种方式。
account-admin-role-none = { $user }没有任何可以启用写回的角色：{ $roles }。
account-role-direct = { $role }，直接分配
account-role-group = { $role }，通过组{ $group }
account-role-eligible = { $role }，有资格但未激活

evidence-account-admin = 管理员
evidence-account-role = 角色

## 租户开关

tenant-reset-enabled-out-of-scope = 注册报告显示{ $user }未启用自助重置，因此该用户看到的消息听起来可能像是长度、复杂性、期限或历史记录的问题，而且没有任何请求到达同步服务器。
tenant-reset-enabled-in-scope = { $user }已启用自助重置
tenant-reset-enabled-confirm-scope = 注册报告显示{ $user }已启用自助重置。没有受支持的接口能读取范围本身，因此请查看它是一个组还是全部，并加以确认。
tenant-reset-enabled-administrator = { $user }是管理员，其重置适用单独的策略，因此不能说明面向用户的范围。

tenant-test-user-registered-enough = { $user }已注册{ $count }种方法，数量足够。
tenant-test-user-registered-too-few = { $user }已注册{ $count }种方法，不足以重置（SSPR_0014）；报告可能滞后数小时。
tenant-test-user-registered-none = { $user }没有注册任何方法，因此重置会在到达同步服务器之前以SSPR_0014停止；报告可能滞后数小时。
tenant-test-user-registered-without-methods = 报告称{ $user }已注册，却没有列出任何方法。

tenant-writeback-switch-disabled = 与此有关的最新审核条目于{ $at }为目录禁用了写回，此后没有条目重新启用。
tenant-writeback-switch-enabled = 已于{ $at }为目录启用，此后未禁用
tenant-writeback-switch-no-entry = 没有启用或禁用写回的条目；条目只保留数天或数周，因此不能证明什么
tenant-writeback-switch-confirm = 审核日志显示写回已于{ $at }为目录启用，这支持“已开启”的回答；请查看该页面并加以确认。
tenant-writeback-feature-true = True；服务已不再使用它，因此不能说明什么
tenant-writeback-feature-false = False；服务已不再使用它，因此不能说明什么，在正常的租户中它也是False

evidence-tenant-reset = 注册报告
evidence-tenant-test-user = 测试用户
evidence-tenant-methods = 已注册的方法
evidence-tenant-switch-audit = 审核日志
evidence-tenant-writeback-feature = Graph中的passwordWritebackEnabled

## 同步

sync-environment-prepared-recent = 上次同步于{ $at }结束，比查看时间早{ $age }，因此组织正在同步。
sync-environment-prepared-late = 上次同步于{ $at }结束，比查看时间早{ $age }，而除非另行设置，同步周期每30分钟运行一次。
sync-environment-prepared-stopped = 上次同步于{ $at }结束，比查看时间早{ $age }，因此引擎已停止、无法到达租户，或被设为很长的间隔；终止支持的Connect版本会在某个日期停止，与您是否做过改动无关。
sync-environment-prepared-off = 租户显示来自目录的同步已关闭，因此没有可写回密码的用户。
sync-environment-prepared-no-time = 租户显示正在同步，却没有给出上次同步的时间。
sync-environment-prepared-future = 租户给出的上次同步时间为{ $at }，晚于本机时钟。

evidence-tenant-last-sync = 上次同步

## 证明

proof-reset-not-written-back = { $user }最近一次已结束的重置（{ $at }）没有写回。
proof-reset-written-back = 日志显示{ $user }的一次重置已于{ $at }写回。该用户随后是否用新密码在本地登录，只有人知道。
proof-reset-cloud-refused = 目录于{ $at }接受了{ $user }的新密码，随后云端拒绝了它（OnPremisesSuccessCloudFailure）：写回可用，而云端的密码规则（例如禁用密码）是另一回事。
proof-attempt-started = 于{ $at }到达，没有结束的记录
proof-attempt-written-back = 已于{ $at }写回
proof-attempt-refused-by-cloud = 已于{ $at }写回，随后被云端拒绝
proof-attempt-not-written-back = { $at }未写回
proof-attempt-none-in-log = { $host }的日志中，从{ $from }到{ $until }没有测试用户的重置
proof-attempt-none-in-audit = 没有测试用户的重置；条目只保留数天或数周，因此不能证明什么

proof-path-cloud-only = { $count ->
        [1] 有1次重置（{ $users }，{ $at }）
       *[other] 有{ $count }次重置（最近一次为{ $at }；用户包括{ $users }）
    }仅由核心目录记录，而没有自助重置服务的记录，因此如果用户是同步而来的，所用的重置方式不会写回，目录仍保留旧密码。
proof-path-none-seen = { $count ->
        [0] 审核日志中没有关于密码的条目，这不能证明什么
       *[other] 已读取{ $count }个审核条目，其中没有绕过写回的重置，这不能证明什么
    }

evidence-proof-events = 事件日志
evidence-proof-audit = 审核日志
evidence-proof-text = 原文
evidence-proof-code = 对应代码
evidence-proof-path = 审核日志
evidence-proof-path-users = 仅在云端重置的用户

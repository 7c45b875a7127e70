### 检查表第1部分“配置密码写回”的文字：每个检查项一条消息，顺序与检查表相同。
### 命令和文字中的contoso.com、testuser、admin@contoso.com和MSOL_0123456789ab都是占位符。

section-configuration = 配置密码写回
    .short = 配置

## 许可证

# licence.premium-feature
item-licence-premium-feature = 已知晓密码写回是付费功能
    .short = 付费功能
    .why = 把云端密码写回目录不属于Microsoft Entra ID Free，也不属于各种Office 365计划。每个受益的用户都需要许可证，而服务不一定会拦住没有许可证的用户，因此“以前能用”不能证明许可证没有问题。
    .fix-1 = 查阅哪些产品对已同步的用户包含写回，哪些只适用于仅存在于云端的用户。
    .fix-2 = 在对所有人启用该功能之前，统计将要重置或更改密码的用户数，并与您拥有的许可证数量比较。
    .ask = 询问许可证负责人是否知道写回按用户收费。对方知道且用户数已经商定，即为满足。
    .article = 密码写回是一项高级功能。
    .today = 没有变化：2025年3月4日的许可页面要求，带写回的重置或更改需要Microsoft Entra ID P1或P2，或者Microsoft 365 Business Premium。文章中的“高级”来自旧产品名称Azure AD Premium。

# licence.tenant-owns
item-licence-tenant-owns = 租户拥有包含写回的许可证
    .short = 租户许可证
    .why = 没有Entra ID P1或P2，本地集成页面可能保持灰色，用户可能看到SSPR_0012。名称容易误导：Office 365 E3和Microsoft 365 Business Standard都不包含写回，尽管Business Standard的部件号是O365_BUSINESS_PREMIUM。Connect向导里关于许可证的提示，往往其实是TLS 1.2或代理的问题；本项用来区分两者。
    .fix-1 = 打开Microsoft 365管理中心的许可证页面，查找包含Microsoft Entra ID P1或P2的产品：Entra ID P1或P2、EMS E3或E5，以及Microsoft 365 E3、E5、F1、F3、A3、A5或Business Premium。
    .fix-2 = 以服务计划而不是产品名称为准：列出带有AAD_PREMIUM或AAD_PREMIUM_P2计划的订阅，查看其状态和已使用的数量。
    .fix-3 = 如果一个也没有列出，请购置够用的最小产品；Entra ID P1已经足够，P2对写回没有额外作用。首次测试用试用版即可，但要记下到期日。
    .fix-4 = 如果状态为Warning或Suspended，请续订或结清款项；已暂停的计划不再算数。
    .fix-5 = 如果拥有许可证但一个也没有使用，请至少分配一个：打开用户，进入“许可证”。闲置的许可证不会启用任何功能。
    .ask = 打开Microsoft 365管理中心的许可证页面，查看是否列有包含Microsoft Entra ID P1或P2的有效产品，并且至少有一个已分配给人员。两者都成立即为满足；仅有会议室或共享设备的产品不算。
    .article = 必须在组织中至少分配一个许可证。云和/或本地用户- Azure AD Premium P1 P2、企业移动性 + 安全性 (EMS) 或 Secure Productive Enterprise (SPE)
    .today = 规则未变，名称已变：Azure AD Premium即今天的Microsoft Entra ID P1或P2，Secure Productive Enterprise即今天的Microsoft 365 E3和E5。2025年3月4日的许可页面增加了Microsoft 365 Business Premium，并要求每个受益的用户都有许可证，而不是整个组织有一个即可。中文版把英文的“P1 or P2”印成“P1 P2”，漏掉了“或”。

# licence.cloud-only-users
item-licence-cloud-only-users = 只覆盖云用户的计划没有被算作写回许可证
    .short = 仅云计划
    .why = 文章中关于仅云用户的那一行，常被理解为“任何付费的Office 365计划都够用”。这类计划只覆盖云端的重置，不会向Active Directory写回任何内容。
    .fix-1 = 计算写回许可证时，不要计入Office 365 E1、E3、E5、F3、Business Basic和Business Standard。
    .fix-2 = 为每个需要重置密码的已同步用户分配带有Entra ID P1或P2的许可证；仅存在于云端的用户可以保留现有计划。
    .ask = 逐一查看组织拥有的付费计划，标出不含Entra ID P1或P2的计划。没有人指望用它们覆盖已同步的用户，即为满足。
    .article = 仅云用户- Office 365 (O365) 付费 SKU 或 Azure AD Basic
    .today = 对仅存在于云端的用户仍然成立，对写回没有作用（许可页面，2025年3月4日）。Azure AD Basic已停售。英文原文是“任何”付费SKU，中文版漏掉了“任何”。

# licence.admin
item-licence-admin = 启用写回的管理员拥有Entra ID P1或P2
    .short = 管理员许可证
    .why = 对于没有Entra许可证的管理员，密码重置页面以及自助重置的审核条目可能不显示，看起来就像租户里没有这个功能。
    .fix-1 = 打开管理员帐户，在“属性”中设置使用位置，然后在“许可证”中分配带有Entra ID P1或P2的产品。
    .fix-2 = 检查该帐户上的计划；有一行ProvisioningStatus为Success即可。
    .fix-3 = 注销后重新登录，再打开密码重置页面；新许可证可能要过几分钟才生效。
    .ask = 在Entra管理中心打开指定的管理员，在“许可证”中查看是否分配了带有Entra ID P1或P2的产品，并且该计划没有在产品内部被关闭。计划有效即为满足。
    .article = 您至少有一个管理员帐户和一个测试用户帐户具有一个相应的许可证。
    .today = 今天的许可页面不再点名要求管理员有许可证，但2025年6月6日的疑难解答页面说明，没有Entra许可证的管理员可能看不到密码重置页面，因此文章的这一条在实践中仍然成立。

# licence.test-user
item-licence-test-user = 测试用户拥有Entra ID P1或P2
    .short = 测试用户许可证
    .why = 没有许可证的用户重置密码时可能以SSPR_0012告终，也可能今天能用、以后不能用。只有先排除许可证问题，测试结果才能说明写回的情况。
    .fix-1 = 打开测试用户，在“属性”中设置使用位置，然后在“许可证”中分配带有Entra ID P1或P2的产品，或者把用户加入分配该产品的组。
    .fix-2 = 如果产品已分配而缺少计划，请在“许可证”中打开该产品，启用Microsoft Entra ID P1或P2；基于组的许可证关闭了个别计划，是常见的原因。
    .fix-3 = 检查该帐户上的计划；有一行ProvisioningStatus为Success即可。
    .ask = 在Entra管理中心打开指定的测试用户，在“许可证”中查看是否分配了带有Entra ID P1或P2的产品，并且该计划已启用。计划有效即为满足。
    .article = 您至少有一个管理员帐户和一个测试用户帐户具有一个相应的许可证。
    .today = 实质未变：2025年3月4日的许可页面要求每个受益的用户都有P1、P2或Microsoft 365 Business Premium，测试用户也在其中。

## 帐户

# account.test-user
item-account-test-user = 测试用户适合做重置测试
    .short = 测试用户合适
    .why = 许多报告的案例里，系统本身是好的，只是用了一个永远不可能成功的帐户来测试：管理员、受保护的帐户、已禁用的帐户、不在范围内的帐户，或者一小时前刚改过密码的帐户。提示信息会误导：受保护组的成员会看到SSPR_0029或事件33004，好像是缺少权限；最短使用期限未满则被说成复杂性问题。
    .fix-1 = 如果原因在于帐户本身的性质，请换一个测试用户：普通员工，从目录同步，已启用，在云端没有管理员角色，不属于任何特权组，并且在自助重置的范围内。这种情况下没有什么需要修复。
    .fix-2 = 在目录中读取该帐户并对照：Enabled为True，LockedOut为False，adminCount为空，CannotChangePassword为False，SmartcardLogonRequired为False，并且帐户没有过期。
    .fix-3 = 如果密码是最近设置的，请等到此命令显示的时间，或者先降低密码最短使用期限。新用户和刚由支持人员重置过的用户也受此限制。
    .fix-4 = 如果adminCount为1，请查看该用户是否仍在受保护的组中，包括嵌套的组（不列出主要组和其他域的组）。如果列出了组，请换一个测试用户，不要去掉这层保护。
    .fix-5 = 只有在没有列出任何组并且帐户负责人同意时，这个标记才算遗留：清除adminCount，并重新启用继承。如果adminCount在一小时内又出现，说明该帐户确实受保护。
    .fix-6 = 如果帐户已锁定，或被设置为不能更改密码，请解锁并清除“用户不能更改密码”。如果是服务帐户，两者都不要动，换一个用户。
    .fix-7 = 检查云端：UserType为Member，AccountEnabled为True，OnPremisesSyncEnabled为True。如果权限来源（source of authority）已转换到云端（isCloudManaged为true），该用户就不再属于目录，请换一个。
    .ask = 查看测试用户是否是普通、已启用、已同步的员工，没有管理员角色，adminCount为空，可以更改密码，没有锁定或过期，在自助重置的范围内，并且密码已超过最短使用期限。每一点都成立即为满足。
    .article = 您至少有一个管理员帐户和一个测试用户帐户具有一个相应的许可证。
    .today = 文章只要求许可证。关于SSPR_0029的支持页面（2022年8月17日）和概念页面（2025年3月4日）补充：受保护组现在或过去的成员，按设计不能通过写回重置忘记的密码，但仍可更改已知的密码。一些较旧的页面对管理员重置自己密码的说法不同，因此这一点有争议，这里采用较严格的解读。

# account.admin-cloud
item-account-admin-cloud = 启用写回的管理员是在云端创建的
    .short = 云管理员
    .why = 向导用此帐户向云端请求令牌。联合帐户得不到令牌：启用写回时出现事件32009，停用时出现31014，而文字说的是凭据。
    .fix-1 = 查看该帐户及其域：OnPremisesSyncEnabled为空或False表示在云端创建；所在域的AuthenticationType为Federated表示不能使用。
    .fix-2 = 使用或新建一个云端帐户，例如admin@contoso.onmicrosoft.com，并用多重身份验证保护。不要为此转换现有的已同步管理员。
    .fix-3 = 用此帐户再次运行Connect向导：“配置”、“自定义同步选项”，然后在“连接到Microsoft Entra ID”页面上输入。
    .ask = 查看在Connect向导中输入过或将要输入的帐户：在Entra管理中心，其属性“已启用本地同步”为“否”。在云端创建即为满足；属于非联合域的已同步帐户符合今天的规则，但不符合文章的规则。
    .article = 确保用于启用密码写回的管理员帐户是在 Azure AD 中创建的云 (帐户，而不是在本地 AD)
    .today = 文章比今天的页面更严格：事件32009的条目（2025年3月4日）只要求托管帐户，即在云端创建或同步密码哈希的帐户，也就是非联合帐户。因此，已同步的托管帐户在这里给出警告。中文版此处错乱：“管理员”一词丢失，括号位置不对；原意是“云管理员帐户（在Azure AD中创建，而不是在本地AD中创建）”。

# account.admin-role
item-account-admin-role = 该管理员直接拥有角色，并且角色处于活动状态
    .short = 管理员角色
    .why = Connect只在Hybrid Identity Administrator（混合标识管理员）或Global Administrator（全局管理员）直接分配给用户时才接受。通过组获得的角色，或者在Privileged Identity Management中只是“符合条件”的角色，都等于没有，而向导不会说明是哪一种。
    .fix-1 = 把混合标识管理员直接分配给该用户。在向导中启用写回，这个角色已经足够，不需要全局管理员。
    .fix-2 = 如果角色只是“符合条件”，请在打开向导之前，在Privileged Identity Management中激活，时长要足够完成操作。
    .fix-3 = 列出当前直接分配且处于活动状态的角色；其中必须有Hybrid Identity Administrator或Global Administrator。
    .fix-4 = 工作完成后，让激活到期或收回角色。运行中的服务不需要它。
    .ask = 在Entra管理中心打开该管理员，选择“分配的角色”，查看混合标识管理员或全局管理员是否列在活动的分配中，并且是直接分配。是，即为满足。
    .today = 各文档对角色的说法不一：教程（2023年9月13日）在先决条件中列出混合标识管理员，在向导步骤中又要求全局管理员。先决条件页面（2025年9月29日）接受两者之一，须直接分配；这里建议用权限较小的角色。安装用于同步的Connect Health或更改联合身份验证需要更多权限。

## 租户开关

# tenant.reset-enabled
item-tenant-reset-enabled = 已为测试用户启用自助密码重置
    .short = 已启用重置
    .why = 范围可以是无、一个选定的组或全部。组外的用户仍能看到表单，随后得到关于长度、复杂性、使用期限或历史的提示，使排查转向密码策略。管理员遵循另外的策略，因此用管理员测试说明不了问题；allowedToUseSSPR也一样，它只与管理员有关。
    .fix-1 = 打开“密码重置”的“属性”。选择“选定”并指定包含测试用户的组，或者选择“全部”，然后保存。
    .fix-2 = 试点时，让所有要重置密码的人都在同一个组里，因为只能选择一个组。确认测试用户在其中；嵌套的组也算。
    .fix-3 = 向租户查询测试用户：IsSsprEnabled必须为True，IsAdmin必须为False。
    .fix-4 = 不要依据管理员策略作判断：它显示在单独的这个页面上，只对管理员有效。
    .ask = 打开“密码重置”的“属性”，查看“已启用自助式密码重置”是否为“全部”，或者为“选定”且所选的组包含测试用户。是，即为满足；请记下是三种中的哪一种。
    .article = 已在租户中配置并启用密码重置。 有关详细信息，请参阅允许用户 重置其 Azure AD 密码。
    .today = 实质未变；文章的链接今天指向教程“启用自助密码重置”。没有受支持的接口可以读取范围，因此读取测试用户的isSsprEnabled，并由人员确认范围。已登录用户的自愿更改不取决于此范围。中文版把链接文字拆开了。

# tenant.test-user-registered
item-tenant-test-user-registered = 测试用户已注册足够的方法
    .short = 测试用户已注册
    .why = 注册的方法数量不够时，重置会以SSPR_0014停下，什么都到不了同步服务器。服务器的事件日志于是空着，看起来像连接中断。
    .fix-1 = 查看租户要求几种方法（一种或两种），以及允许哪些方法。
    .fix-2 = 让测试用户在该处登录，并注册相应数量的方法。代替用户注册的证明力较弱。
    .fix-3 = 打开注册报告并查找测试用户：“SSPR已注册”和“支持SSPR”都为“是”。报告可能滞后几小时。
    .ask = 在Entra管理中心打开用户注册详细信息，搜索测试用户，查看与自助重置有关的列。用户已注册并且具备能力，即为满足。

# tenant.writeback-switch
item-tenant-writeback-switch = “将密码写回到本地目录”已打开
    .short = 写回开关
    .why = 写回需要两个开关：一个在Connect向导中，另一个就是租户里的这个。它不能通过受支持的接口读取：Microsoft Graph中的passwordWritebackEnabled已不再使用，在正常的租户里也显示False。有的租户明明能写回，页面却显示“未启用”，因此真实的重置和新近的心跳比页面更可信。
    .fix-1 = 打开“密码重置”的“本地集成”，选中“将密码写回到本地目录”。在主权云中请使用该云自己的门户；全球门户显示的是另一个租户，或者什么也没有。
    .fix-2 = 如有需要，同时选中“允许用户在不重置密码的情况下解锁帐户”，然后保存。除非您运行云同步，否则“使用Microsoft Entra Connect云同步写回密码”保持原样。
    .fix-3 = 如果页面为灰色，或提示未启用集成：先看所登录管理员的许可证，再看Connect向导中是否启用了写回，然后看心跳。
    .fix-4 = 在审核日志中查找最新的启用或停用目录写回的条目。它能佐证您的回答；没有条目则什么也证明不了，因为条目只保留几天或几周。
    .ask = 打开“密码重置”的“本地集成”，查看“将密码写回到本地目录”是否选中。已选中并保存，即为满足。
    .today = Connect的教程（2023年9月13日）要求全局管理员，云同步的教程（同日）要求至少为Authentication Policy Administrator（身份验证策略管理员）。请先用权限较小的角色。

## 目录

# directory.pdc-emulator
item-directory-pdc-emulator = 每个域的PDC模拟器都应答同步服务器
    .short = PDC模拟器
    .why = 写回在PDC模拟器上设置密码，即使首选的是另一台域控制器。同步服务器与某个域的PDC模拟器之间如有防火墙阻挡，只有该域受影响，而经由较近域控制器的同步仍显示正常。只有从同步服务器测得的结果才算数。
    .fix-1 = 找出每个域的PDC模拟器。
    .fix-2 = 在同步服务器上逐一测试其端口；把域名填入第一行。53、88、135、389和445必须应答；写回本身要用445。464仅供参考。
    .fix-3 = 打开从同步服务器到PDC模拟器的未通端口，连同RPC端口49152-65535。如果林中改过动态端口范围，请打开改后的范围。
    .fix-4 = 如果找不到名称，或名称指向已不存在的服务器，请修正DNS记录，并让域控制器重新注册。
    .fix-5 = 只有在角色所有者按设计就无法到达时，才计划把该角色移到可以到达的域控制器上；它为整个域提供时间和锁定处理。此命令只显示将会发生什么；去掉-WhatIf才会执行。
    .ask = 在同步服务器上，测试到每个域的PDC模拟器的TCP 53、88、135、389和445。凡有用户重置密码的域，五个端口都应答，即为满足。
    .article = 必须将 Azure AD 连接连接到主域控制器Emulator密码写回才能正常工作。
    .today = 没有更新的页面重申或撤回这一点：端口页面（2025年4月9日）列出到域控制器的端口，并指明445用于写回；2023年11月3日的支持页面建议首选最近的域控制器或PDC模拟器。这里保留文章的规则。中文版把“Emulator”留作英文，并与“密码写回”粘在一起；原意是“Azure AD Connect必须连接到主域控制器模拟器，密码写回才能工作”。

# directory.preferred-dc
item-directory-preferred-dc = 如果使用首选域控制器，其中包含PDC模拟器
    .short = 首选域控制器
    .why = “仅使用首选域控制器”是可选设置。如果列表里没有PDC模拟器，同步能工作，而写回仍然会联系PDC模拟器，因此只为首选域控制器开的防火墙规则不够。
    .fix-1 = 打开Synchronization Service的Connectors，选择Active Directory连接器，打开Properties（属性）中的Configure Directory Partitions（配置目录分区）。选择分区，查看“Domain controller connection settings”（域控制器连接设置）。
    .fix-2 = 如果选中了“Only use preferred domain controllers”（仅使用首选域控制器），请选择Configure，添加该域的PDC模拟器，或者取消选中。测试期间只首选一台，结果更容易判读；测试后请恢复。
    .fix-3 = 保存，并在空闲时段重启服务；重启期间同步和写回会暂停。
    .ask = 在每个Active Directory连接器的属性中查看“配置目录分区”。未选中“仅使用首选域控制器”，或者其列表包含该域的PDC模拟器，即为满足。
    .article = 你可以将 Azure AD 连接配置为使用主域控制器，方法是右键单击 Active  Directory 同步连接器的属性，然后选择配置 目录分区。 从该位置查找 域控制器连接设置 部分，并选中标题为"仅使用首选域控制器 "的框。 注意：如果首选 DC 不是 PDC 仿真器，Azure AD 连接仍将联系 PDC 进行密码写回。
    .today = 该设置没有变化。2023年11月3日的支持页面用它在测试期间固定一台域控制器，2022年8月17日的支持页面用它让Connect避开自身所在的域控制器。中文版的加粗标记错位，使菜单名和复选框名被拆开，“注意”也不再单独成段。

# directory.server-versions
item-directory-server-versions = 每台域控制器都运行Windows Server 2016或更高版本
    .short = 服务器版本
    .why = 写回通过一个LDAP控件让域控制器检查密码策略，旧的域控制器没有这个控件，而任何一台都可能被选中。Windows Server 2012 R2及更早版本在付费计划之外也得不到安全修补。
    .fix-1 = 列出林中所有域控制器及其版本。
    .fix-2 = 引入运行受支持Windows Server的域控制器，转移角色，然后降级旧的。请先检查是否有应用程序按名称绑定到旧域控制器。
    .fix-3 = 在此之前，可以首选较新的域控制器（首先是PDC模拟器），让写回避开旧的。这样能降低风险，但不满足本项。
    .fix-4 = 如果旧域控制器必须保留一段时间，请登记一个例外，写明负责人和截止日期，并安装最新的Service Pack和更新。
    .ask = 查看林中每台域控制器的操作系统。全部运行Windows Server 2016或更高版本，即为满足。
    .article = 您具有运行 Windows Server 2008 R2、Windows Server 2012 或 Windows Server 2012 R2 的单林或多林 AD 本地部署，并安装了最新的 Service Pack
    .today = 文章的清单（2021年）已过时：2025年3月4日的疑难解答页面说明，为了密码策略控件，域控制器必须运行Windows Server 2016或更高版本。各文档不一致：教程（2023年9月13日）接受任何受支持的Windows Server，先决条件页面（2025年9月29日）只要架构和林级别足够就接受任何版本。这里按最严格的判断；控件是否确实存在，另行判断。

# directory.functional-level
item-directory-functional-level = 林级别、架构和NetBIOS名称符合Connect的要求
    .short = 林与架构
    .why = Connect要求林功能级别和架构为Windows Server 2003或更高，并且不支持带点的NetBIOS域名。在老的林里，这样的名称往往早被遗忘。
    .fix-1 = 读取所有域的级别、架构版本（30或更高）和NetBIOS名称。
    .fix-2 = 只有当每台域控制器都运行所需版本，并且先提升了每个域之后，才提升林级别。这一步很难或无法撤回；此命令以您选定的级别显示将会发生什么。
    .fix-3 = 带点的NetBIOS名称无法以合理的代价就地修复；请计划把用户移到另一个域，在重命名域之前先咨询Microsoft支持。
    .ask = 查看林功能级别、架构版本和每个域的NetBIOS名称。级别和架构为Windows Server 2003或更高，并且没有带点的NetBIOS名称，即为满足。
    .article = 您具有运行 Windows Server 2008 R2、Windows Server 2012 或 Windows Server 2012 R2 的单林或多林 AD 本地部署，并安装了最新的 Service Pack。 已安装 Azure AD 连接工具，并且已准备 AD 环境以与云同步。
    .today = 文章说的是服务器版本，不是级别。先决条件页面（2025年9月29日）要求架构和林功能级别为Windows Server 2003或更高，域控制器可写，并且NetBIOS名称不带点。

# directory.policy-control
item-directory-policy-control = 每台域控制器都提供密码策略控件
    .short = 策略控件
    .why = 同步服务器设置密码时附带一个LDAP控件，使使用期限、历史和复杂性得到检查。没有该控件的域控制器会在事件6329中回答“The server does not contain the LDAP password policy control”，而每次询问的是哪一台，可能天天不同。
    .fix-1 = 询问每台域控制器，先问PDC模拟器。每台的两列中至少有一列必须为True。
    .fix-2 = 如果运行Windows Server 2016或更高版本的域控制器没有列出该控件，请安装待安装的更新，重启后再问一次。
    .fix-3 = 替换更旧的域控制器。过去为很旧的服务器提供该控件的修补程序已不再提供。
    .ask = 读取每台域控制器根的supportedControl，查找1.2.840.113556.1.4.2239或1.2.840.113556.1.4.2066。同步服务器可能用到的每台域控制器都列出其中之一，即为满足。
    .today = 疑难解答页面（2025年3月4日）用已弃用的编号1.2.840.113556.1.4.2066称呼该控件，并要求Windows Server 2016或更高版本。现行编号是1.2.840.113556.1.4.2239；这里两者都接受。

# directory.connector-account
item-directory-connector-account = 连接器帐户已知，权限不超过所需
    .short = 连接器帐户
    .why = 所有权限都属于一个帐户，而按MSOL_这个名称去猜是已知的错误：旧帐户会遗留下来，自定义帐户则是别的名称。把它加入Domain Admins会让测试变绿，却掩盖真正的故障，并把Tier 0级别的密码留在同步服务器上。
    .fix-1 = 在同步服务器上，显示每个Active Directory连接器实际使用的帐户。没有该模块时：Synchronization Service、Connectors、Properties、Connect to Active Directory Forest、User name。
    .fix-2 = 列出它所属的组，包括嵌套的组（不列出主要组；请用-Server对林根域再做一次）。不得出现Domain Admins、Enterprise Admins和Administrators。
    .fix-3 = 如果出现，请先用此页面上的cmdlet，按实际使用的功能授予该帐户权限：基本读取、密码哈希同步、ms-DS-ConsistencyGuid、Exchange混合部署、密码写回。
    .fix-4 = 然后把它移出该组，等待复制，并观察一次同步和一次重置。请记下原来的组成员身份，以便恢复。
    .fix-5 = 之后保护该帐户对象本身，使其他人不能重置它的密码。此命令只显示将会发生什么；去掉-WhatIf才会执行。
    .ask = 在同步服务器上查看每个Active Directory连接器使用哪个帐户，并在目录中查看它属于哪些组。帐户名称已知，并且不属于Domain Admins、Enterprise Admins和内置Administrators，即为满足。

# directory.connector-rights
item-directory-connector-rights = 连接器帐户在每个域都拥有写回权限
    .short = 根上的权限
    .why = 缺少权限是最常见的原因之一：用户看到SSPR_0029，服务器上有事件33004和“management agent credentials were denied access”。后来添加的域或林很容易被遗漏。缺少Unexpire Password时，重置会显示为已完成，而用户仍标记为密码已过期。
    .fix-1 = 先确认帐户；把权限授予遗留的MSOL_帐户不会有任何效果。
    .fix-2 = 以Enterprise Admin身份，或以每个域的Domain Admin身份，在林的所有域上授予Reset Password以及对lockoutTime和pwdLastSet的写入权限。请先加上-WhatIf试运行，并且不要使用-IncludeAdminSdHolders，它会放开受保护的帐户。在引入这个开关之前的旧模块里，对应的是-SkipAdminSdHolders；请在那里加上它，因为旧模块默认会改动AdminSDHolder。
    .fix-3 = 或者逐个域手工授予这三项权限。填入您的域和帐户；每一行添加一个由用户对象继承的条目。
    .fix-4 = 只有当域的根上没有相关主体拥有Unexpire Password时才授予它：默认情况下Authenticated Users已经拥有。
    .fix-5 = 检查根上的结果；必须列出该帐户的条目和Unexpire Password的条目。
    .fix-6 = 下一次测试之前，最多等待一小时，让复制和继承完成，然后以测试用户自身的权限为准。不要为了省去等待而把该帐户设为Domain Admin。
    .ask = 在每个域的根的安全性“高级”设置中，查看连接器帐户及其所属的组。对后代用户对象允许Reset Password、Write lockoutTime和Write pwdLastSet，并且该帐户或Authenticated Users拥有Unexpire Password，即为满足。
    .today = 有争议：教程（2023年9月13日）还列出Change Password，但cmdlet和快速安装都从不授予它，在拉取请求50000的讨论中认定不需要。Everyone和SELF默认拥有它，因此这里不会因为缺少它而判为不满足。快速安装授予的对用户“读取/写入所有属性”已包含这两项写入权限。

# directory.test-user-rights
item-directory-test-user-rights = 同样的权限在测试用户上有效
    .short = 用户上的权限
    .why = 真正算数的是用户自己的安全描述符：如果某个组织单位或用户上关闭了继承，根上的权限就到不了那里；途中的拒绝条目也会压过允许。因此写回可能对一个用户有效，对邻座的用户却无效。
    .fix-1 = 显示测试用户的条目，查找连接器帐户、它所属的组以及拒绝的行。在“Active Directory用户和计算机”中，对应“安全”、“高级”、“有效访问”。
    .fix-2 = 找出继承在哪里中断：先查组织单位，再查用户。
    .fix-3 = 如果该组织单位的负责人同意，请重新启用继承；父级的所有条目会随之下来。此命令只作用于一个对象，即一个组织单位或一个用户。
    .fix-4 = 如果某个组织单位必须保持关闭继承，请改为在该组织单位上授予权限，不要授予到更高的层级；其中的用户仍须继承。须已加载第2步的模块。
    .fix-5 = 只有知道是谁、为什么设置了拒绝条目，才能删除它；否则请用不受其影响的用户测试。如果adminCount为1，请按“测试用户合适”一项处理，不要在AdminSDHolder上委派。
    .fix-6 = 最多等待一小时，在下一次重置之前再看一次用户上的条目。
    .ask = 在“Active Directory用户和计算机”中打开测试用户，进入“安全”、“高级”、“有效访问”，选择连接器帐户。重置密码、写入lockoutTime和写入pwdLastSet都有勾选，并且继承已启用，即为满足。
    .today = 疑难解答页面（2025年3月4日）说得很明确：在权限出现在用户对象上之前，重置会以拒绝访问告终，这可能需要长达一小时。

# directory.password-policy
item-directory-password-policy = 测试用户的密码最短使用期限为0
    .short = 密码最短使用期限
    .why = 按常见的一天设置，同一天的第二次重置会被拒绝，而用户看到的是复杂性提示。新用户和刚由支持人员重置过的用户也会遇到，即使设置了下次登录须更改密码。期限之外写回能工作，因此这是建议，不是障碍。
    .fix-1 = 读取每个域的策略和测试用户的细粒度策略；细粒度策略优先。用户没有输出，表示没有适用的细粒度策略，或者您无权读取。
    .fix-2 = 与密码策略负责人商定取值：设为0时，用户可以在几分钟内用完密码历史。然后在gpmc.msc中，在承载域帐户策略的组策略（通常是Default Domain Policy）里，把“密码最短使用期限”（不是“密码长度最小值”）设为0。
    .fix-3 = 如果用户适用细粒度策略，请在其中设置期限。
    .fix-4 = 等策略到达PDC模拟器后再读取一次。测试时每次都用新密码；密码历史仍然有效。
    .ask = 在域策略和细粒度策略中，查看适用于测试用户的密码最短使用期限。为0，或者您接受在该期限内只能重置一次，即为满足。
    .today = 教程（2023年9月13日）说，为了让写回最有效地工作，期限必须为0，并补充说只要满足策略，写回就能工作。该教程的一个旧版本误写成“密码长度最小值”。

# directory.sam-restriction
item-directory-sam-restriction = 连接器帐户可以远程调用SAM
    .short = SAM限制
    .why = 隐藏最深的原因：权限都对，仍然出现SSPR_0029，并有事件33004和6329，“Failed to acquire user information”、ERROR_ACCESS_DENIED。某个加固策略限制了谁可以调用SAM，策略取消后注册表值仍会留下，而安全扫描还把它判为合规。
    .fix-1 = 在同步服务器上，以及写回所用的域控制器上，读取该值。没有输出表示该值不存在。
    .fix-2 = 找出设置它的策略：安全选项中的“网络访问：限制允许对SAM进行远程调用的客户端”。
    .fix-3 = 保留限制，只做添加：在该策略中选择“编辑安全设置”，添加连接器帐户，只为它允许“远程访问”。如果该策略对象由许多服务器共用，请为同步服务器使用单独的策略。
    .fix-4 = 应用策略，然后再次读取该值并重复测试。
    .fix-5 = 只有在不再有策略设置它，并且加固负责人同意时，才记下旧值并删除这个遗留值。如果仍有策略在设置它，删除只在下一次刷新之前有效。
    .fix-6 = 如果仍然拒绝访问，请查看samServer对象：Authenticated Users（S-1-5-11），或者以Authenticated Users为成员的Pre-Windows 2000 Compatible Access，需要列出内容、读取全部属性和读取权限这三项。该组也是加固的对象，更改之前请权衡。
    .ask = 在同步服务器上，读取HKLM\System\CurrentControlSet\Control\Lsa下的RestrictRemoteSam。该值不存在，或其条目允许连接器帐户或它所属的某个组，即为满足。
    .today = 2022年8月17日的支持页面给出两种办法：添加帐户，或取消限制；这里建议前者。要求O:BAG:BAD:(A;;RC;;;BA)的加固指南针对的是成员服务器；在同步服务器上，正是这个值让写回停下。

# directory.reserved-names
item-directory-reserved-names = 测试用户上层的组织单位名称都没有保留字符
    .short = 保留字符
    .why = 组织单位名称中的某些字符会使重置以事件33001告终，而该事件只说是未知问题。同步能处理这些名称，所以没有人怀疑到名称。
    .fix-1 = 列出带有保留字符的组织单位：开头是空格或#，结尾是空格，或含有 , + " \ < > ; = / 中任何一个以及换行符。
    .fix-2 = 先用另一个组织单位中的用户测试，确认是不是名称的原因。然后在变更窗口内重命名：脚本、按路径做的委派和Connect的组织单位筛选可能用到这个名称。此命令只显示将会发生什么。
    .fix-3 = 在Connect向导的“域和OU筛选”中查看该组织单位是否仍被选中，然后让新路径同步。
    .ask = 查看测试用户上层所有组织单位的名称。没有以空格或#开头、以空格结尾，也不含 , + " \ < > ; = / 或换行符，即为满足。
    .today = 疑难解答页面（2025年3月4日）列出这些字符，并说写回可能以事件33001告终；它没有说总会如此。

## 同步服务器

# sync.installed
item-sync-installed = 已安装Connect，其服务正在运行
    .short = 已安装Connect
    .why = ADSync服务维持着与中继的连接。服务停下时，用户会被告知现在不能重置密码；有案例同时报告了事件31034“The connection to the connect service was lost”。如果某个域的用户由云同步写回，本检查表中关于Connect的部分对他们不适用。
    .fix-1 = 在同步服务器上，查看服务和版本。
    .fix-2 = 如果服务已停止，先弄清是谁停的，再启动。启动类型通常是“自动”，有些版本是“自动（延迟启动）”。
    .fix-3 = 如果启动不了，请读取Service Control Manager的最新消息：服务帐户密码过期或被更改、缺少“作为服务登录”权限、数据库打不开，是常见的原因。
    .fix-4 = 如果没有安装Connect，请从Entra管理中心获取，安装在加入域、带完整桌面的成员服务器上。建议使用Windows Server 2022，2016和2019也可以；不支持Server Core，先决条件页面在2025年9月29日还写明不支持Windows Server 2025。
    .ask = 在同步服务器上打开services.msc，查找“Microsoft Azure AD Sync”或“Microsoft Entra ID Sync”。已列出并正在运行，即为满足。
    .article = 已安装 Azure AD 连接工具，并且已准备 AD 环境以与云同步。
    .today = Azure AD Connect现在叫Microsoft Entra Connect Sync。当前版本只能从Entra管理中心获取，不再来自文章链接的下载中心（先决条件页面，2025年9月29日）。中文版把产品名称译成了“Azure AD 连接”。

# sync.environment-prepared
item-sync-environment-prepared = 目录在同步，并且最近同步过
    .short = 同步为最新
    .why = 写回通过连接器空间查找用户；没有同步、或者上个月才同步过的用户会找不到：事件33002或33003。低于2.5.79.0的版本在2026年9月30日之后停止同步，而计划程序被手工关闭的情况比想象的多。
    .fix-1 = 在Entra管理中心查看上次同步的时间。通常间隔30分钟，如果已过数小时，就有理由继续查。
    .fix-2 = 在同步服务器上查看计划程序：SyncCycleEnabled为True，StagingModeEnabled为False，SchedulerSuspended为False。打开着的Connect向导会使它暂停。
    .fix-3 = 如果它被关闭而没有人知道原因，请先询问，再打开它并启动一个周期。
    .fix-4 = 如果版本低于2.5.79.0，请升级；没有别的办法能恢复同步。
    .fix-5 = 在纳入更多用户之前，用IdFix清理重复和格式不正确的属性。
    .ask = 在Entra管理中心打开Entra Connect的“Connect同步”，查看上次同步的时间。已启用同步，并且上次同步最多在几小时之前，即为满足。
    .article = 已安装 Azure AD 连接工具，并且已准备 AD 环境以与云同步。
    .today = 仍然需要。先决条件页面（2025年9月29日）增加了硬性下限：2026年9月30日之后，低于2.5.79.0的版本全部停止同步。密码重置本身不需要同步周期，因此重置之后没有运行记录并不说明什么。

# sync.full-import
item-sync-full-import = 每个连接器都完成过一次完全导入
    .short = 完全导入
    .why = 写回沿着连接器空间之间的链接查找。在新安装、还原数据库或新增林之后，只有每个连接器（每个Active Directory连接器和Entra连接器）都完全导入过，链接才完整。运行历史在七天后清除，因此列表为空说明不了什么。
    .fix-1 = 读取历史：每个连接器，包括名称以“- AAD”结尾的那个，都要有一行“Full Import”，Result为success。
    .fix-2 = 启动之前，确认没有正在进行的运行，并商定时间：在大型目录中，一个完整周期要几小时，并且会导出待处理的更改。
    .fix-3 = 运行一个完整周期：所有连接器的完全导入和完全同步，然后导出。如果导出停在删除阈值上，请查看这些删除；不要关闭这项保护。
    .fix-4 = 或者按列表显示的名称标记单个连接器，让下一个周期只对它执行完全步骤。
    .fix-5 = 如果运行以其他结果结束，请打开Synchronization Service的Operations，选择该次运行，处理下方窗格列出的问题，例如no-start-connection或stopped-extension-dll-exception。
    .ask = 打开Synchronization Service的Operations，查找每个Active Directory连接器和Entra连接器的“Full Import”运行，状态为success。每个连接器都有，或者有记录表明在上次更改设置之后做过，即为满足。
    .article = 在测试密码写回之前，请确保首先从 Azure AD 连接 中的 AD 和 Azure AD 完成完全导入和完全连接。
    .today = 没有现行页面要求每次测试前都做；计划程序页面（2025年4月9日）说明完整周期是什么、何时需要。这里照文章原样保留，两端都要。中文版把“完全同步”误译成“完全连接”。

# sync.full-synchronization
item-sync-full-synchronization = 每个连接器在完全导入之后都完成过一次完全同步
    .short = 完全同步
    .why = 导入只是读取；同步才把读到的内容联接起来，并应用写回查找帐户时所依据的规则。只有完全导入而没有完全同步，用户仍未链接；导入之前的同步不算。
    .fix-1 = 读取历史：每个连接器都要有一行“Full Synchronization”，Result为success，并且StartDate晚于其完全导入的结束时间。
    .fix-2 = 如果缺少，请运行一个完整周期；它先做所有导入，再做所有同步。请商定时间：可能要几小时，并且会导出待处理的更改。
    .fix-3 = 如果只缺某一个连接器的同步，请标记该连接器并启动一个周期。
    .fix-4 = 如果以completed-sync-errors结束，请在Synchronization Service的Operations中打开该次运行，查看列出的对象是不是要重置密码的用户；个别对象不会妨碍其他用户的写回。
    .ask = 打开Synchronization Service的Operations，查找每个连接器的“Full Synchronization”运行，状态为success，并且晚于其完全导入。每个连接器都有，或者有记录表明在上次更改设置之后做过，即为满足。
    .article = 在测试密码写回之前，请确保首先从 Azure AD 连接 中的 AD 和 Azure AD 完成完全导入和完全连接。
    .today = 实质未变（计划程序页面，2025年4月9日）。中文版把“完全同步”误译成“完全连接”，带链接的那句话也一样；原意是先完成完全导入和完全同步。

# sync.writeback-enabled
item-sync-writeback-enabled = 已在Connect中启用密码写回
    .short = Connect中的写回
    .why = 这是服务器一侧的开关；它创建租户的密钥和中继。只在门户里打勾而没有它，会导致SSPR_0010；打开开关之后才添加的林会回答0x8023061f，直到重新设置为止。
    .fix-1 = 读取Entra连接器的状态；Enabled必须为True。
    .fix-2 = 在向导中启用：“配置”、“自定义同步选项”，用云管理员登录，一直选择“下一步”到“可选功能”，选中“密码写回”，“下一步”，“配置”。途中不要更改其他内容。
    .fix-3 = 如果租户拥有许可证，而向导仍说缺少许可证，请先看服务器的TLS 1.2和代理；两者都有过以这条提示出现的案例。
    .fix-4 = 之后查看事件：31004和31005表示上线，31015表示服务，随后的31019是心跳。32009表示令牌被拒：密码不对或是联合帐户。
    .fix-5 = 如果添加了林，或密钥已不匹配（0x8023061f、32004、32005、32008），请在向导中停用写回，完成后再启用。
    .ask = 在同步服务器上打开Connect向导，选择“查看或导出当前配置”。密码写回显示为已启用，即为满足；之后请关闭向导，因为它会使同步暂停。
    .today = 教程（2023年9月13日）用向导启用。Set-ADSyncAADPasswordResetConfiguration也能设置，但只出现在旧文档中，并要求托管的云管理员；这里建议用向导。

# sync.not-staging
item-sync-not-staging = 此服务器的暂存模式已关闭
    .short = 非暂存
    .why = 处于暂存模式的服务器会导入和同步，但不导出，也不做写回。更换服务器之后，很容易让旧服务器仍是没人留意的活动服务器，或者两台都留在暂存模式。
    .fix-1 = 询问服务器；活动服务器上应为False。
    .fix-2 = 在此处做任何更改之前，先弄清哪台应是活动服务器，并查看那一台。如果这一台是备用的，请对另一台进行本评估。
    .fix-3 = 绝不要让两台服务器同时处于活动状态。先在原来活动的服务器上打开暂存模式，再在此处打开向导，选择“配置暂存模式”，取消选中。不支持用Set-ADSyncScheduler设置它。
    .fix-4 = 之后查看此服务器上的写回事件：31015和新近的31019。如果没有出现，请在此服务器的向导中启用写回。
    .ask = 在同步服务器上打开Connect向导，选择“查看或导出当前配置”，查看暂存模式。在应为活动的服务器上为已停用，即为满足。

# sync.not-on-controller
item-sync-not-on-controller = 同步服务器不是域控制器
    .short = 不在域控制器上
    .why = 在域控制器上，同步服务会遇到读取用户信息的限制，很难查出：文档要求的权限都有，仍然拒绝访问。这也等于把一个能访问互联网的服务放在域控制器上。
    .fix-1 = 询问服务器的角色：4或5表示域控制器，3表示成员服务器。
    .fix-2 = 在一台成员服务器上以暂存模式安装Connect，使用相同的配置，对比后切换。旧服务器先转入暂存模式，然后再卸载其中的Connect。
    .fix-3 = 如果必须推迟，而又出现拒绝访问，请按此页面所述，让连接器首选自身以外的域控制器。这是变通办法。
    .ask = 查看装有Connect的服务器是否同时是域控制器。不是，即为满足。
    .today = 并未禁止在域控制器上运行Connect；2022年8月17日的支持页面建议，权限无法理顺时改用成员服务器。这里给出警告，如果有拒绝访问的事件，则较为严重。

# sync.known-defects
item-sync-known-defects = 已安装的版本没有已知的写回缺陷
    .short = 已知缺陷
    .why = 有些版本自身就会拒绝写回：低于2.1.19.0的2.1版本可能以SSPR_0029和拒绝访问停下，低于2.1.15.0的版本不设置Unexpire Password，低于2.3.20.0的版本在负载下可能出现数据库死锁。2.6.79.0已被召回。这时去查缺少什么权限，只是浪费时间。
    .fix-1 = 读取已安装的版本和自动升级的状态。
    .fix-2 = 与版本历史对照，在改动目录权限之前先升级。
    .fix-3 = 先把配置，包括自定义同步规则，保存到只有管理员能读取的文件夹。
    .fix-4 = 从Entra管理中心获取当前版本并升级，最好借助一台处于暂存模式的第二台服务器。如果手工编辑过miiserver.exe.config，请先恢复原文件：据报告，2.5.190.0和2.6.1.0会因这类编辑而停下。
    .ask = 查看同步服务器上Connect的版本，并与版本历史对照。没有列出写回缺陷，也没有被召回，即为满足。
    .today = 该列表作为带日期的参考数据维护。2.3.20.0及以前的缺陷来自版本历史，2.6.79.0的召回和编辑过的文件引起的问题来自2026年的现场报告。

# sync.connector-signing
item-sync-connector-signing = 连接器对LDAP流量签名并加密
    .short = LDAP签名
    .why = Active Directory只通过加密的连接设置密码。如果三处中任何一处没有打开“Sign and Encrypt LDAP Traffic”，重置会以8023062C告终，而导入照常进行。
    .fix-1 = 打开Synchronization Service的Connectors，选择Active Directory连接器，打开Properties中的Connect to Active Directory Forest，选择Options，选中“Sign and Encrypt LDAP Traffic”（对LDAP流量签名并加密）。
    .fix-2 = 在Configure Directory Partitions中选择每个分区，再选择“Domain controller connection settings”下的Options，在那里也选中它。
    .fix-3 = 如果选择了“Alternate credentials for this directory partition”，请打开Set Credentials、Options，在那里也选中它。
    .fix-4 = 选择OK保存，并在空闲时段重启服务。
    .ask = 在每个Active Directory连接器的属性中查看三处：林连接、每个分区，以及使用时的备用凭据。“Sign and Encrypt LDAP Traffic”全部选中，即为满足。

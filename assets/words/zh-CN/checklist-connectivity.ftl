# 第2部分“密码写回连接”的文字。

section-connectivity = 密码写回的连接
    .short = 连接

# connectivity.connect-version
item-connectivity-connect-version = Entra Connect是仍受支持的版本
    .short = Connect版本
    .why = 低于2.5.79.0的版本在2026年9月30日之后已停止同步，而2.5.79.0本身也已在2026年10月23日终止支持。某个版本还可能带有写回缺陷，看上去却像权限不足：2.1.19.0之前的2.1.x会在权限完全正确时以SSPR_0029和“拒绝访问”结束。“多年来一直能用”不能证明什么：停用按日期生效，与您是否做过改动无关。
    .fix-1 = 在同步服务器上读取已安装的版本和自动升级的状态。以文件版本为准，“已安装的程序”列表里的条目可能更旧。
    .fix-2 = 升级之前导出配置，并保留machine.config的副本；自定义的同步规则也要备份。如果有人手工改过miiserver.exe.config（多半是为了代理），请先把该设置移到machine.config：升级会覆盖前者，手工改过的文件曾使2.5.190.0和2.6.1.0因FileLoadException而无法运行。
    .fix-3 = 从Entra管理中心下载安装程序（当前版本只在此处提供），然后就地升级。如果另有一台处于暂存模式的服务器，先升级并检查那一台，再互换角色。不要安装2.6.79.0：该版本已被召回，必须卸载。
    .fix-4 = 确认服务正在运行，并且10分钟内出现新的心跳事件31019。如果没有出现，再禁用并重新启用一次写回；现行文档把它列为升级后的最后一步。
    .ask = 在同步服务器上查看miiserver.exe的产品版本，并与版本历史记录对照。该版本列在其中、未被召回、不低于2.5.79.0，且终止支持日期尚未到来，即为满足。请把版本号写进回答。
    .article = “下载并启用最新版Azure AD 连接”
    .today = 实质正确，细节过时：文章的链接指向Microsoft下载中心，而当前版本只在Entra管理中心提供（强化通知以及2025年9月29日的先决条件；2025年3月4日的写回疑难解答页面说法相同）。“Azure AD 连接”是机器翻译的产物，产品名是Azure AD Connect，今名Microsoft Entra Connect。本检查表所知的最新版本是2026年9月23日的2.6.92.0；版本表会显示其核对日期，比表中更新的版本视为“需复核”，而不是不合格。2025年9月29日的先决条件还指出，Connect不支持Windows Server 2025。

# connectivity.password-reset-host
item-connectivity-password-reset-host = 密码重置服务对同步服务器有应答
    .short = 密码重置主机
    .why = 写回要在云端的密码重置服务上登记，并向它报告。该主机不可达时，启用过程会以事件32001、32011或32013结束，而向导可能把它说成许可证问题。在管理员的工作站上用浏览器打开它不能证明什么：真正算数的路径从同步服务器出发。
    .fix-1 = 在同步服务器上解析该名称并打开TCP 443。Test-NetConnection直接连出，不认识代理：在代理之后，即使写回正常，它也可能显示False。
    .fix-2 = 在Windows PowerShell 5.1中通过HTTPS请求。它与同步引擎一样使用machine.config中的代理，PowerShell 7则不读该文件。得到状态码说明路径畅通；出现有关证书的消息则指向TLS检查设备。
    .fix-3 = 在防火墙和代理上，允许同步服务器出站TCP 443访问passwordreset.microsoftonline.com和*.passwordreset.microsoftonline.com。两条都要写：在许多产品上，通配符不包含不带前缀的名称本身。美国政府云：passwordreset.microsoftonline.us和*.passwordreset.microsoftonline.us。无需任何入站规则。并使这些主机免于TLS检查。
    .fix-4 = 重启同步服务（不要在同步周期进行中重启），然后从同步服务器重新运行此项。
    .ask = 在同步服务器上，使用同步服务所用的代理打开密码重置页面（https://passwordreset.microsoftonline.com）。页面有应答，且证书链止于公共根证书而不是贵组织自己的根证书，即为满足。
    .article = “防火墙配置：连接 1.1.443 (及以上的 Azure AD) 工具将需要 出站 HTTPS 访问权限：passwordreset.microsoftonline.com”
    .today = 文章写的是不带前缀的主机名；2025年3月4日的文档则要求通配符*.passwordreset.microsoftonline.com。实际上两者都需要，因为Microsoft 365地址列表中列出的是不带前缀的名称和api.passwordreset.microsoftonline.com。对于由世纪互联运营的中国云，文档只列出Service Bus主机，没有列出重置主机，因此那里使用的主机无法由该文档确认。中文译文把产品名与版本号打乱了，原意是“Azure AD Connect工具（1.1.443及以上版本）”。

# connectivity.service-bus-host
item-connectivity-service-bus-host = Service Bus中继有应答
    .short = Service Bus中继
    .why = 每个密码都经由属于您租户的Service Bus中继传送，同步服务器必须保持到其中两个中继的出站连接。Service Bus主机不在Microsoft 365地址列表中，因此按该列表维护的防火墙会阻断写回，而同步仍一切正常。端口能打开还不够：中继对陌生来者的应答是401，并说明缺少令牌；若得到代理的页面、连接重置或其他颁发者的证书，说明中间有设备介入。
    .fix-1 = 从事件中读取您自己租户的中继名称：31019（心跳）和31034（侦听器错误）带有命名空间和终结点。没有这些事件时，才使用下一步中的公知名称。
    .fix-2 = 在同步服务器上对每个中继打开TCP 443。Test-NetConnection直接连出，不认识代理，因此在代理之后只有下一步算数。
    .fix-3 = 在Windows PowerShell 5.1中，不带令牌请求事件31019中的那个终结点。401和MissingToken就是健康的应答。现行文档示例中请求的是命名空间的根，它的应答可能不同，证明力较弱。
    .fix-4 = 允许同步服务器出站TCP 443访问*.servicebus.windows.net，按名称、用通配符。美国政府云：*.servicebus.usgovcloudapi.net。中国云（世纪互联）：ssprdedicatedsbmcprodcne.servicebus.chinacloudapi.cn和ssprdedicatedsbmcprodcnn.servicebus.chinacloudapi.cn。无需入站规则；旧事件文本中的9350至9354端口自1.1.443.0起不再需要。
    .fix-5 = 在您的规则中查找servicebus.windows.networks并更正：该名称是文章的笔误，匹配不到任何主机。并使*.servicebus.windows.net免于TLS检查。
    .fix-6 = 重启同步服务，等待6分钟，查看是否出现新的31019，且其后没有31034或31044。
    .ask = 在同步服务器上，用事件31019中的名称请求该地址（https://NAMESPACE.servicebus.windows.net/ENDPOINT）。两个中继都应答401并说明缺少令牌，且证书由公共机构颁发，即为满足。
    .article = “防火墙配置：连接 1.1.443 (及以上的 Azure AD) 工具将需要 出站 HTTPS 访问权限：servicebus.windows.networks”
    .today = servicebus.windows.networks是笔误，英文原文和所有译文中都有。正确的后缀是*.servicebus.windows.net（2025年3月4日）。此项从不探测该字面名称：它在任何地方都不存在，其结果对您的网络没有任何说明意义。政府云和中国云各有自己的后缀，文章没有提及。

# connectivity.idle
item-connectivity-idle = 静默的连接能保持足够久
    .short = 空闲连接
    .why = 中继连接大部分时间是静默的：心跳每5分钟一次，密码只在有人修改时才传送。防火墙、NAT网关或代理如果更早遗忘静默的连接，就会在两端都不知情的情况下切断侦听器，下一位用户重置时便会超时（SSPR_0030）。短时间的测试永远看不到这一点，所以此项要等待。
    .fix-1 = 列出同步服务器与Internet之间所有保存会话状态的设备：代理、防火墙、NAT网关、负载均衡器、云防火墙。向各设备的负责人询问此服务器出站443所适用的TCP空闲超时。常见的默认值短于所需：Azure NAT网关和Azure负载均衡器的出站规则默认为4分钟。
    .fix-2 = 设为至少6分钟（360秒），只针对以同步服务器为源的规则，不必对所有人生效。3分钟可满足文章的要求，6分钟还可满足先决条件中同步对代理的要求。
    .fix-3 = 查看服务器自身的TCP设置，以便排除。Windows不会因为连接静默而丢弃它，netsh也显示不出这样的限制：限制在路径上。缩短KeepAliveTime不能替代：它只对主动要求保活的程序有效，而没有文档说明写回会这样做。
    .fix-4 = 观察同步引擎的连接：同样的连接、存在时间不断增长，是健康的；每隔几分钟就换一批新连接，是被切断的迹象。在代理之后，远程地址是代理的地址。
    .fix-5 = 在同步服务器上，经由同一代理，完整时长地重新运行空闲测试。缩短或跳过的测试不能判为通过。“无法定论”表示可能是对端自己关闭了连接，此时以各设备负责人给出的数值为准。
    .ask = 向防火墙、NAT和代理的负责人询问同步服务器出站443的TCP空闲超时。路径上最小的一个不低于180秒，即为满足；请把该数值和设备一并写下。建议360秒。
    .article = “允许空闲连接至少保留 2-3 分钟”
    .today = 仍是针对写回给出的唯一数值。对于同步的Web调用，2025年9月29日的先决条件要求代理的空闲超时至少为6分钟，因为Entra可能需要5分钟才应答；2023年1月19日的连接页面则说超过5分钟。2025年3月4日的文档把空闲超时设置不当列为最常见的故障点之一，但没有给出数值。此项要求3分钟，建议6分钟。

# connectivity.tls-inspection
item-connectivity-tls-inspection = 途中没有设备重新签名
    .short = TLS检查设备
    .why = 拆解TLS的设备会出示它自己的证书。同步引擎要么拒绝（事件31034，“The remote certificate is invalid”），要么在该设备的根证书已下发到服务器时照常工作，直到该设备下一次更新为止。拆解并分析Connect与Entra之间的流量不受支持。
    .fix-1 = 查看服务器实际得到的是哪张证书，经由引擎所用的代理，并保持验证开启。颁发者是贵组织或某个安全产品，就是检查设备；是DigiCert、Microsoft等公共机构，就是真正的主机。
    .fix-2 = 在检查设备中，按名称使同步服务器的流量免于解密：*.servicebus.windows.net、*.passwordreset.microsoftonline.com和passwordreset.microsoftonline.com、*.microsoftonline.com、login.windows.net以及graph.microsoft.com。此例外只限于以同步服务器为源。
    .fix-3 = 如果颁发者是公共机构却仍不受信任，说明服务器缺少根证书：让Windows更新其根证书，或把链接页面中列出的根证书安装到服务器上。不要为了消除提示而导入检查设备的根证书，也绝不要关闭证书验证：密码正是经由这条连接传送的。
    .fix-4 = 重启同步服务，确认出现31019，且没有新的31034。
    .ask = 在同步服务器上查看中继主机和login.microsoftonline.com的证书链，例如用经由同一代理的浏览器。两条链都止于每台Windows计算机都有的公共根证书，而不是只有贵组织才有的根证书，即为满足。

# connectivity.proxy
item-connectivity-proxy = 各处代理设置得到同样的应答
    .short = 代理
    .why = 一台Windows服务器有好几处代理设置，彼此互不相知：浏览器的、WinHTTP的、环境变量的和machine.config的。向导和同步引擎是.NET程序，读取的是machine.config。典型的陷阱：浏览器正常，引擎不通，而向导却说无法配置密码写回，并要您确认具有所需的许可证。
    .fix-1 = 把所有设置并排列出，连同服务的运行帐户。引擎不使用netsh winhttp的设置；Windows自身用它来获取吊销列表。
    .fix-2 = 保留machine.config的副本，然后用提升权限的编辑器打开它。不要为此修改miiserver.exe.config：每次升级都会覆盖它。
    .fix-3 = 代理不要求登录时，把这一段加到文件末尾、紧挨在configuration结束标记之前，并填入您的地址和端口。如果已有system.net一段，请合并；出现第二段会使服务器上所有.NET程序因配置错误而停止。
    .fix-4 = 代理要求登录时，改用这一段，并让服务以代理所接受的域帐户运行；该帐户在自定义安装时指定。不要把用户名或密码写进文件。
    .fix-5 = 读懂代理的应答。403：代理不允许该地址，请放行写回、Service Bus和登录主机。407：代理要求登录而未得到，参见上一步。得到的不是应答而是贵组织的HTML页面，则是拦截页。让中继连接作为普通的CONNECT隧道通过，不做TLS检查，空闲超时不低于6分钟。
    .fix-6 = 重启同步服务（它只在启动时读取该文件），然后用Windows PowerShell 5.1测试：它同样读取machine.config，PowerShell 7则不读。
    .ask = 在同步服务器上比较machine.config、系统代理、WinHTTP代理和环境变量中的代理。凡是设置了的都通向同一条可用的出路，或者都未设置而服务器直接连出，即为满足。

# connectivity.sign-in-hosts
item-connectivity-sign-in-hosts = 登录主机和Graph主机有应答
    .short = 登录主机
    .why = 在登记写回之前，向导和引擎要先取得令牌并找到租户。其中任何一个主机被阻断时，向导会以有关凭据的消息停下（事件32009，“Error getting auth token”），尽管密码是对的。登录主机可达并不能证明写回可用：写回的主机是另一份列表。
    .fix-1 = 在同步服务器上对每个主机打开TCP 443。在代理之后请改用最后一步，因为Test-NetConnection直接连出。
    .fix-2 = 允许出站TCP 443访问*.microsoftonline.com、login.windows.net、graph.microsoft.com、*.graph.windows.net、*.management.core.windows.net和secure.aadcdn.microsoftonline-p.com。microsoftonline.com之下的anchor、relay等区域名称会变化，因此请用通配符放行。
    .fix-3 = 在国家云中使用该云自己的主机。美国政府云：*.microsoftonline.us、*.gov.us.microsoftonline.com和graph.microsoft.us（DoD：dod-graph.microsoft.us），另外仍需*.microsoftonline.com和*.windows.net以识别实例。中国云（世纪互联）：login.chinacloudapi.cn和microsoftgraph.chinacloudapi.cn。
    .fix-4 = 在Windows PowerShell 5.1中通过HTTPS请求预配服务。状态200说明名称、代理、TLS和主机都正常。
    .ask = 在同步服务器上打开登录主机（https://login.microsoftonline.com）和预配服务（https://adminwebservice.microsoftonline.com/ProvisioningService.svc）。两者都以公共证书应答，而不是代理的页面，即为满足。
    .today = 超出文章范围。连接页面（2023年1月19日）的最小列表自称不包含密码写回等可选功能。它仍列出旧的Azure AD Graph的*.graph.windows.net，却没有列出graph.microsoft.com；因此此项同时查看新旧两代主机，并把列表作为带日期的数据保存。

# connectivity.revocation
item-connectivity-revocation = 可以查询证书吊销状态
    .short = 吊销列表
    .why = Windows通过80端口的普通HTTP获取经过签名的小文件，以确认证书是否已被吊销。只允许443的规则会阻断它们；连接随后会慢上许多秒或被拒绝，而且时有时无，因为取得的文件会缓存数日。
    .fix-1 = 在同步服务器上对每个主机打开TCP 80。在代理之后，直连可能是有意关闭的，此时以第3步为准。
    .fix-2 = 允许出站TCP 80访问链接页面列出的吊销主机：mscrl.microsoft.com、crl.microsoft.com、oneocsp.microsoft.com、ocsp.msocsp.com、crl3.digicert.com、crl4.digicert.com、ocsp.digicert.com，以及所列的DigiCert中国、Entrust、Verisign和D-Trust名称。页面中有几项写成以通配符开头；请把不带前缀的名称也写上，因为通配符常常不包含它。使用80端口是设计如此：文件本身带有签名。
    .fix-3 = 如果服务器使用代理，也要查看WinHTTP代理：Windows用WinHTTP获取吊销文件，而不是按machine.config。用netsh winhttp set proxy设为同一代理。不要改用关闭吊销检查的办法。
    .ask = 向防火墙和代理的负责人询问同步服务器能否通过80端口访问吊销主机。规则以不带前缀的名称和通配符涵盖Microsoft和DigiCert的主机，即为满足。

# connectivity.tls12
item-connectivity-tls12 = Windows和.NET都已启用TLS 1.2
    .short = TLS 1.2
    .why = 云端只接受TLS 1.2及更高版本。典型的陷阱是只做了一半的加固：Windows已关闭TLS 1.0和1.1，却没有让.NET跟随。同步仍一切正常，写回却以OnPremisesConnectivityFailure中断，而向导要的是许可证。
    .fix-1 = 在同步服务器上读取这些值。应为：.NET的两个值在两个分支中都是1；TLS 1.2的Enabled为1、DisabledByDefault为0。SCHANNEL项不存在表示采用系统默认，自Windows Server 2016起默认启用；.NET的值不存在，只有在尚未关闭旧版协议时才稳妥。
    .fix-2 = 更改之前先导出这些注册表项。
    .fix-3 = 让.NET使用强加密和系统的TLS版本，64位和32位分支都要设置。
    .fix-4 = 仅当SCHANNEL项存在且关闭了TLS 1.2时：为客户端和服务器两侧启用它。如果过一段时间又变回去，是组策略在设置它，请修改该策略。
    .fix-5 = 如果.NET Framework早于4.8（Release低于528040），请安装4.8或更高版本。
    .fix-6 = 在空闲时段重启服务器；这些值在启动时读取。然后重新运行此项和心跳一项。
    .ask = 在同步服务器上，用提升权限的窗口运行链接中的检查脚本。.NET的值全部为1，客户端和服务器两侧都没有关闭TLS 1.2，且Release不低于528040，即为满足。
    .today = 超出文章范围。现行文档对.NET的说法不一：2025年9月29日的先决条件正文写4.6.2，横幅写4.7.2；2025年3月4日的写回页面要求4.8。此处以4.7.2（Release 461808）为下限，建议4.8（Release 528040）。TLS页面（2021年9月14日，后加横幅）称安装2.3.20.0至2.4.129.0之前需要这些注册表值，自2.4.131.0起不再需要；写回页面则对所有版本都要求检查。

# connectivity.clock
item-connectivity-clock = 时钟一致
    .short = 时钟
    .why = 与域控制器之间的Kerberos默认容许5分钟偏差，云端的令牌也有起止时间。时钟不准时，看到的是登录被拒、证书无效或中继拒绝侦听器，从来不会是“时间错误”。还原或暂停过的虚拟机最为常见。
    .fix-1 = 把同步服务器与各域控制器比较。最后一条命令显示的偏移应在数秒之内。
    .fix-2 = 在域成员上，从域获取时间并重新同步。不要在林根域的PDC模拟器上使用此命令：它需要自己的外部时间源。
    .fix-3 = 如果时间再次漂移，查看还有什么在写入时间：对于虚拟机中的域成员，要么由宿主机的时间集成负责，要么由域负责，不要两者并用。如果是PDC模拟器自身不准，先更正它的时间源，所有成员都跟随它。
    .ask = 以UTC比较同步服务器、PDC模拟器和公共时间服务器的时钟。两个差值都小于5分钟，即为满足。

# connectivity.relay-names
item-connectivity-relay-names = 出站规则用通配符指明中继
    .short = 中继名称
    .why = 中继的名称并不固定。租户曾用过ssprdedicatedsbprodncu之类的前端名称，也用过gNN-prod-XX3-NNN-sb之类的后端主机，而Microsoft会不经通知就迁移它们。列出主机或地址的规则今天有效，选中别的主机时便时好时坏，以后终会失效。公知名称可达说明不了多少：它们有应答时，您自己的中继仍可能被阻断；只有新鲜的心跳才能证明路径畅通。
    .fix-1 = 列出心跳和侦听器错误中的中继名称。只在错误中出现的名称，就是您的规则不认识的名称。
    .fix-2 = 用通配符*.servicebus.windows.net（或您所在云的后缀）取代主机列表，按名称匹配：匹配TLS服务器名称，或代理的CONNECT请求。
    .fix-3 = 如果防火墙不能按名称匹配，让同步服务器经由能够匹配的代理连出，且只限这一台服务器。地址列表是最后的办法：从每周更新的服务标记文件中自动获取，并核实您自己中继的地址确实在所用的标记之内。旧文件41653已不再维护。
    .fix-4 = 更改规则后重启同步服务。如果其间中继已迁移而心跳仍未恢复，禁用并重新启用一次写回。
    .ask = 向防火墙的负责人询问Service Bus的规则是怎样写的。按名称允许443访问*.servicebus.windows.net，即为满足；列出主机或地址的，即使今天写回可用，也不满足。
    .today = 超出文章范围，文章只写了一个主机。2025年3月4日的文档要求使用通配符，并为需要更细粒度者指明每周更新的地址文件（56519为公有云，57063为美国政府云）。对于中国云，它列出两个固定的主机。

# connectivity.heartbeat
item-connectivity-heartbeat = 心跳是新鲜的
    .short = 心跳
    .why = 写回处于侦听状态时，大约每5分钟写入一次事件31019，其中指明中继。它是最好的单项证明：名称、代理、TLS、空闲时间和密钥协同正常，而且是在正确的计算机上、以正确的帐户。它比门户中的显示更可信：门户页面曾显示“未启用”，而重置明明已经写回。陈旧的心跳不能证明什么，处于暂存模式的服务器的心跳也一样。
    .fix-1 = 在活动的同步服务器上，把最新的31019与当前时间比较，再与31015和31016（写回服务已启动、已停止）以及31034和31044（失去侦听器；两个中继之一没有服务主机）比较。
    .fix-2 = 查看服务是否在运行，以及这台是否为活动服务器。暂存模式下没有写回，请查看另一台；两台中只有一台报错时，它可能是备用的那一台。
    .fix-3 = 启动或重启同步服务，等待6分钟，看下一个31019。
    .fix-4 = 如果仍不出现，按顺序处理本部分：版本、TLS 1.2、代理、中继、TLS检查设备、空闲连接。把最后一次心跳的命名空间与错误中的命名空间比较：不同则说明中继已迁移，而规则不认识新名称。
    .fix-5 = 只有在网络正常之后，才禁用并重新启用写回，它会重新登记租户的中继和密钥。
    .ask = 在活动的同步服务器上，打开事件查看器的“应用程序”日志，来源PasswordResetService。最新的事件31019距今不到15分钟，且其后没有31034、31044或31016，即为满足。请把时间和命名空间写进回答。

# “密码写回的连接”部分各检查的说法。多个检查共用的探测、静默连接和事件的用语在前。

## 探测

evidence-probe = { $host }，{ $way }
evidence-probe-broke = { $host }，{ $way }：{ $step }
evidence-probe-attempts = { $host }，{ $way }：尝试过的地址
evidence-probe-chain = { $host }，{ $way }：证书
probe-step-name = 名称{ $addresses }（{ $took }）
probe-step-tcp = TCP { $address }（{ $took }）
probe-step-proxy = CONNECT { $status }（{ $took }）
probe-step-tls = { $version }（{ $took }）
probe-step-http = HTTP { $status }（{ $took }）
probe-broke = { $step }：{ $how }
probe-resigned = 证书由{ $issuer }签发，而不是公共机构。
probe-other-page = 应答为HTTP { $status }，是中间某处的页面。
probe-other-page-of = 应答为“{ $server }”的HTTP { $status }，是中间某处的页面。
probe-unfinished = 在应答到达之前，尝试已经结束。
probe-host-untried = 没有尝试{ $host }。
probe-way-untried = 没有经{ $address }尝试，而同步服务走的正是这条路径。
probe-way-untried-direct = 没有直接连接尝试，而同步服务走的正是这条路径。

## 事件日志

evidence-log-host = 事件日志所属服务器
evidence-log-from = 事件日志起点
evidence-log-until = 事件日志终点
event-log-clock = 日志中出现时间{ $at }，晚于本程序的时钟或日志自身的终点。
event-named = { $id }（{ $name }）
event-unnamed = { $id }（{ $provider }）

## connectivity.connect-version

connectivity-connect-version-supported = 已安装Entra Connect { $version }，支持至{ $until }。
connectivity-connect-version-supported-open = 已安装Entra Connect { $version }，{ $checked }的版本表将其列为受支持，尚未公布终止日期。
connectivity-connect-version-table-old = Entra Connect { $version }在{ $checked }时受支持，但版本表已有{ $days }天未更新，因此须与今日的版本历史对照。
connectivity-connect-version-newer = Entra Connect { $version }比{ $newest }更新，后者是{ $checked }的版本表所知的最新版本，因此须由人员复核。
connectivity-connect-version-unlisted = 版本{ $version }不在{ $checked }的版本表中，须与版本历史对照。
connectivity-connect-version-below-minimum = 已安装Entra Connect { $version }，而低于{ $minimum }的版本自{ $since }起停止同步，因此应先升级，再查其他。
connectivity-connect-version-out-of-support = 已安装Entra Connect { $version }，其支持已于{ $since }结束，因此应先升级，再查权限。
connectivity-connect-version-recalled = 已安装Entra Connect { $version }，该版本已被召回，因此须卸载并安装更新的版本。
connectivity-connect-version-not-installed = 这台同步服务器上没有安装Entra Connect，因此无法从此处写回密码。
evidence-connect-version = 已安装版本
evidence-connect-newest = 已知最新版本
evidence-connect-table = 版本表核对日期
evidence-connect-note = 此版本的说明

## connectivity.password-reset-host

connectivity-password-reset-host-answers = 全部{ $count }个密码重置主机均通过HTTPS应答，证书已验证。
connectivity-password-reset-host-broken = { $hosts }没有通过HTTPS应答，因此写回无法登记。{ $why }
connectivity-password-reset-host-interference = 中间某处代替{ $hosts }作出应答，因此写回没有到达真正的主机。{ $why }
connectivity-password-reset-host-observed-broken = 文档所列主机有应答，但只有公开地址列表提到的{ $hosts }没有应答，因此除不带前缀的名称外还应允许通配符。
connectivity-password-reset-host-undocumented = { $hosts }没有应答，而没有文档说明此云中写回使用哪个主机。{ $why }
connectivity-password-reset-host-none-known = 不知道云“{ $cloud }”的密码重置主机。

## connectivity.service-bus-host

connectivity-service-bus-host-answers = 事件所列的{ $count }个中继均向陌生来者要求令牌（401），正是中继的应答。
connectivity-service-bus-host-well-known-answer = { $count }个公知中继向陌生来者要求令牌（401），正是中继的应答；租户自己的中继尚未从事件中得知。
connectivity-service-bus-host-interference = 请求{ $hosts }时，应答的不是中继，而是中间某处的页面。{ $why }
connectivity-service-bus-host-broken = { $hosts }没有应答，因此密码无法经由它传送。{ $why }
connectivity-service-bus-host-wrong-path = { $host }以中继所用的Web服务器应答404，可能是中继拒绝该路径，也可能是其他情况。
connectivity-service-bus-host-own-untried = 事件表明租户自己的中继是{ $hosts }，而尝试的只是其他主机。
connectivity-service-bus-host-none-known = 没有文档列出云“{ $cloud }”的中继，近期事件中也没有租户自己的中继。
connectivity-service-bus-host-other-cloud = 事件中的中继属于云“{ $seen }”，而评估对象设为“{ $subject }”。
connectivity-service-bus-host-advice-heartbeat = 公知名称有应答时，租户自己的中继仍可能被阻断：请导入带有自有中继名称的事件日志，并查看心跳。
evidence-relay-misprint = 从不尝试的名称

## connectivity.idle

connectivity-idle-survives = 静默{ $lives }的连接仍能传送请求，写回需要{ $needed }。
connectivity-idle-short-of-advised = 有连接静默{ $lives }后仍可用，另有连接到{ $dead }时已丢失，因此足够写回使用，但经代理的同步应有{ $advised }。
connectivity-idle-uneven = 有连接静默{ $lives }后仍可用，而另一条到{ $dead }时已丢失，因此该路径对各连接的处理不一致。
connectivity-idle-lost = 静默的连接可存活{ $lives }，到{ $dead }时已断，因此路径没有把它们保持到写回所需的{ $needed }。
connectivity-idle-lost-at-once = 静默的连接到{ $dead }时已断，因此路径没有把它们保持到写回所需的{ $needed }。
connectivity-idle-far-end = 静默的连接到{ $dead }时已断，但另一条正常关闭的连接或对照连接也在同样的时间结束，因此可能是对端自己结束的。
connectivity-idle-closed-by-peer = 对端在{ $dead }之内正常关闭了静默的连接，中继自己也可能这样做。
connectivity-idle-between = 静默的连接可存活{ $lives }，到{ $dead }时已断，所需的{ $needed }介于两者之间。
connectivity-idle-between-unknown = 静默的连接到{ $dead }时已断，没有尝试更短的时间，因此不知道它是否存活了{ $needed }。
connectivity-idle-gateway-answered = 静默之后返回的状态码不是中继所给的，途中的设备可能代替中继应答，或丢失了连接的另一半。
connectivity-idle-not-opened = 无法打开到中继的连接。{ $step }：{ $how }
connectivity-idle-advice-owners = 请向路径上每台防火墙、NAT网关和代理的负责人询问出站443的TCP空闲超时，并针对此服务器设为至少6分钟。
connectivity-idle-outcome-survived = 仍能传送请求（{ $took }）
connectivity-idle-outcome-gateway = 网关应答{ $status }
connectivity-idle-outcome-reset = { $after }后被重置
connectivity-idle-outcome-closed = { $after }后正常关闭
connectivity-idle-outcome-dropped = 静默之后{ $waited }内没有应答
connectivity-idle-outcome-not-opened = 没有打开。{ $step }：{ $how }
connectivity-idle-outcome-cancelled = 提前取消
evidence-idle-host = 中继
evidence-idle-way = 路径
evidence-idle-connection = 静默{ $silence }
evidence-idle-control = 对照连接，静默{ $silence }

## connectivity.tls-inspection

connectivity-tls-inspection-none = { $count }个主机的证书链均止于公共根证书，因此途中没有设备重新签名。
connectivity-tls-inspection-resigned = 到{ $hosts }的流量由{ $issuer }重新签名，只有本机信任它，因此途中有设备拆解流量。
connectivity-tls-inspection-untrusted = { $hosts }的证书由本机不信任的{ $issuer }签发，因此要么途中有设备重新签名，要么缺少根证书。
connectivity-tls-inspection-one-way-only = { $hosts }在一条路径上出示公共证书，在另一条路径上出示重新签名的证书，而同步服务走哪条路径尚不清楚。
connectivity-tls-inspection-no-relay = 没有看到中继的证书。
connectivity-tls-inspection-no-password-reset = 没有看到密码重置服务的证书。
connectivity-tls-inspection-advice-exempt = 针对此服务器使写回主机免于检查；导入检查设备的根证书只能掩盖到该设备下一次更新。
connectivity-tls-inspection-advice-roots = 如果颁发者是公共机构，请更新此服务器的根证书；事件31034中的“The remote certificate is invalid”并不区分缺少根证书与检查设备。
connectivity-tls-inspection-chain-public = 止于公共根证书
connectivity-tls-inspection-chain-public-by = 由{ $issuer }签发，止于公共根证书
connectivity-tls-inspection-chain-local = 由{ $issuer }签发，止于只有本机信任的根证书
connectivity-tls-inspection-chain-untrusted = 由{ $issuer }签发，本机不信任

## connectivity.proxy

connectivity-proxy-same = 在用的每条路径（{ $ways }）上应答的主机都相同。
connectivity-proxy-one-way = 在用的路径只有一条（{ $way }），尝试过的{ $total }个主机中有{ $reached }个应答。
connectivity-proxy-service-behind = 同步服务所走的路径（{ $way }）上{ $hosts }没有应答，而另一条路径（{ $other }）上有应答，因此machine.config没有指向可用的路径。{ $why }
connectivity-proxy-differs = 在路径（{ $way }）上{ $hosts }没有应答，而另一条路径（{ $other }）上有应答。{ $why }
connectivity-proxy-differs-by-host = 在路径（{ $way }）上{ $hosts }没有应答，而各主机在其他某条路径上有应答。{ $why }
connectivity-proxy-none-works = 在用的任何路径上都没有主机应答。{ $why }
connectivity-proxy-turns-away = 在路径（{ $way }）上，代理拒绝了{ $hosts }。{ $why }
connectivity-proxy-track = { $total }个中有{ $reached }个应答
connectivity-proxy-track-broken = { $total }个中有{ $reached }个应答。{ $why }
connectivity-proxy-advice-407 = 407表示代理要求凭据而没有得到：让服务以代理所接受的域帐户运行，并使用带useDefaultCredentials的那一段。向导会把它说成缺少许可证。
connectivity-proxy-advice-403 = 403表示代理不允许该主机：请针对此服务器放行写回、Service Bus和登录主机。
evidence-proxy-way = 路径：{ $way }

## connectivity.sign-in-hosts

connectivity-sign-in-hosts-answer = { $count }个登录和Graph主机均通过HTTPS应答，证书已验证。
connectivity-sign-in-hosts-broken = { $hosts }没有通过HTTPS应答，因此向导和引擎无法从那里取得令牌。{ $why }
connectivity-sign-in-hosts-interference = 中间某处代替{ $hosts }作出应答，因此令牌不是来自真正的主机。{ $why }
connectivity-sign-in-hosts-observed-broken = 文档所列主机均有应答，但只有公开列表提到的{ $hosts }没有应答。
connectivity-sign-in-hosts-advice-credentials = 向导会把它说成凭据有误，即“Error getting auth token”（事件32009）：在主机有应答之前不要更改密码。

## connectivity.revocation

connectivity-revocation-answers = 全部{ $count }个吊销主机均在80端口应答。
connectivity-revocation-broken = { $hosts }没有在80端口作出自己的应答，因此Windows可能时而停顿或拒绝证书。{ $why }
connectivity-revocation-none-known = 不知道云“{ $cloud }”的吊销主机。
connectivity-revocation-forbidden = { $host }经代理应答403，可能出自该主机，也可能出自代理。
connectivity-revocation-advice-winhttp = Windows经WinHTTP代理而不是machine.config获取吊销列表：请同时查看netsh winhttp show proxy。

## connectivity.tls12

connectivity-tls12-on = Windows已启用TLS 1.2，.NET已设为使用它，且.NET版本足够新。
connectivity-tls12-off = 同步服务器的注册表对客户端关闭了TLS 1.2（{ $value }），因此云会拒绝其连接。
connectivity-tls12-dotnet-off = { $values }为0，因此.NET不能使用强加密或Windows的TLS版本。
connectivity-tls12-dotnet-old = .NET Framework的Release为{ $release }，而Connect至少需要{ $needed }。
connectivity-tls12-dotnet-behind = TLS 1.2已启用，但.NET Framework低于写回指南所要求的4.8（Release { $advised }）。
connectivity-tls12-dotnet-absent = Windows已启用TLS 1.2，但未设置{ $values }，因此只有在较旧版本均未关闭时.NET才会跟随。
connectivity-tls12-dotnet-unknown = 没有读取.NET Framework的Release。
connectivity-tls12-system-unknown = 注册表没有设置TLS 1.2，而可说明其默认值的Windows内部版本没有读取。
connectivity-tls12-system-old = 注册表没有设置TLS 1.2，而此Windows早于Windows Server 2016，其默认值不能说明问题。
connectivity-tls12-advice-hardening = 如果缺少这些值而TLS 1.0和1.1已关闭，同步会一切正常，写回却以OnPremisesConnectivityFailure停止；向导会把它说成缺少许可证。请在强化之前设置这些值。
connectivity-tls12-value-absent = 未设置
evidence-tls-dotnet = { $name }
evidence-tls-schannel-enabled = TLS 1.2客户端Enabled
evidence-tls-schannel-disabled = TLS 1.2客户端DisabledByDefault
evidence-tls-dotnet-release = .NET Framework的Release
evidence-tls-build = Windows内部版本

## connectivity.clock

connectivity-clock-agrees = 时钟与所询问的{ $count }台服务器相差在{ $allowed }之内。
connectivity-clock-ahead = 时钟比{ $host }快{ $by }，超过登录所容许的{ $allowed }。
connectivity-clock-behind = 时钟比{ $host }慢{ $by }，超过登录所容许的{ $allowed }。
connectivity-clock-inexact = { $host }的时钟只能精确到{ $exact }，不足以说明相差是否在{ $allowed }之内。
connectivity-clock-reading-ahead = 快{ $by }（误差{ $exact }）
connectivity-clock-reading-behind = 慢{ $by }（误差{ $exact }）
evidence-clock = 与{ $host }对照的时钟

## connectivity.relay-names

connectivity-relay-names-unheard = 事件只在侦听器错误中提到{ $hosts }，从未在心跳中提到，因此出站规则很可能不认识它。
connectivity-relay-names-unreached = 事件表明{ $hosts }是租户自己的中继，它没有应答，尽管其他主机可能有应答。{ $why }
connectivity-relay-names-intermittent = 中继在一天之内{ $count }次丢失又恢复，出站规则逐个列出主机时常会如此。
connectivity-relay-names-advice-wildcard = 请在443端口以通配符允许中继，而不要用主机或地址列表：中继会不经通知地迁移，公知名称有应答时自己的中继仍可能被阻断。
connectivity-relay-names-heard = { $count }次心跳，最近一次为{ $at }
connectivity-relay-names-heard-and-lost = { $count }次心跳，最近一次为{ $at }；丢失{ $losses }次，最近一次为{ $lost }
connectivity-relay-names-lost = 没有心跳；丢失{ $losses }次，最近一次为{ $lost }
evidence-relay-name = { $host }
evidence-relay-rules = 应允许出站的名称

## connectivity.heartbeat

connectivity-heartbeat-fresh = { $host }最近一次心跳为{ $at }，导出日志时距其{ $age }，此后没有丢失，因此中继当时正常。
connectivity-heartbeat-old = { $host }最近一次心跳为{ $at }，导出日志时距其{ $age }，超过{ $allowed }，因此中继已不正常。
connectivity-heartbeat-none = { $host }的日志涵盖{ $length }，其中没有心跳，因此写回没有在那里侦听。
connectivity-heartbeat-then-loss = 在{ $host }最近一次心跳（{ $at }）之后出现了事件{ $loss }，因此中继或服务再次丢失。
connectivity-heartbeat-restarted = { $host }上的服务在最近一次心跳（{ $at }）之后才启动，因此须等待6分钟，待下一次心跳出现后重新读取日志。
connectivity-heartbeat-log-empty = { $host }的日志中没有任何事件，连同步的事件也没有。
connectivity-heartbeat-log-short = 日志只涵盖{ $length }，少于心跳之间所容许的间隔。
connectivity-heartbeat-advice-standby = 如有两台服务器，先确认哪一台处于活动状态：处于暂存模式的那一台没有心跳，它的错误不能说明另一台。门户曾在重置确已到达时仍显示“未启用”。
evidence-heartbeat-newest = 最近一次心跳
evidence-heartbeat-loss = 最近一次丢失
evidence-heartbeat-relays = 提到的中继

# 收集程序的用语：正在做什么、探测的各个步骤，以及步骤如何中断。

collect-probing = 正在探测{ $count }个终结点
collect-idle = 正在与{ $host }保持静默连接，最长{ $longest }
collect-no-relay = 没有可保持连接的已知中继。
collect-no-way = 此计算机没有这种代理设置。
collect-no-date = { $host }的应答中没有日期。

step-name = 名称
step-tcp = TCP
step-proxy = 代理
step-tls = TLS
step-http = HTTP

way-direct = 直接连接
way-environment = 经{ $address }（环境变量）
way-environment-direct = 直接连接（环境变量）
way-system = 经{ $address }（系统设置）
way-system-direct = 直接连接（系统设置）
way-script = 经{ $address }（系统设置的脚本）
way-script-direct = 直接连接（系统设置的脚本）
way-machine-config = 经{ $address }（machine.config）
way-machine-config-direct = 直接连接（machine.config）
way-explicit = 经{ $address }（指定）
way-explicit-direct = 直接连接（指定）

break-name-not-found = 该名称不存在（NXDOMAIN）。
break-name-has-no-address = 该名称存在，但没有地址。
break-name-refused = 名称服务器拒绝应答。
break-name-timed-out = 在{ $after }内没有名称服务器应答。
break-name-other = 无法解析该名称：{ $detail }。
break-timed-out = 在{ $after }内没有任何应答。
break-refused = 连接被拒绝。
break-reset = 连接被重置。
break-closed = 对方没有应答，直接关闭了连接。
break-host-unreachable = 无法到达该主机：没有路由，或途中的筛选规则禁止访问。
break-proxy-asks-for-credentials = 代理要求提供凭据（407，{ $scheme }）。
break-proxy-asks-for-credentials-unnamed = 代理要求提供凭据（407），但没有说明方式。
break-proxy-forbids = 代理不允许访问此主机（403）。
break-proxy-answered = 代理应答{ $status }，没有建立隧道。
break-proxy-page = 代理应答{ $status }并返回自己的页面，没有建立隧道。
break-proxy-unusable = 无法使用此代理设置：{ $detail }。
break-proxy-not-http = 代理地址上应答的程序不使用HTTP。
break-not-tls = 应答的程序不使用TLS。
break-tls-alert = 对方以警报{ $alert }结束了TLS握手。
break-certificate-expired = 证书已过期。
break-certificate-expired-on = 证书已于{ $on }过期。
break-certificate-not-yet-valid = 证书尚未生效。
break-certificate-not-yet-valid-from = 证书自{ $from }起才有效。
break-certificate-other-name = 证书属于其他名称：{ $names }。
break-certificate-no-name = 证书没有写明任何主机名称。
break-certificate-unknown-issuer = 证书由{ $issuer }签发，此计算机不信任该签发者。
break-certificate-self-signed = 证书由其自身签名。
break-certificate-revoked = 证书已被吊销。
break-certificate-other = 证书不可接受：{ $detail }。
break-http-malformed = 无法理解HTTP应答：{ $detail }。
break-other = 连接中断：{ $detail }。

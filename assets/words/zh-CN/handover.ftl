# 交付内容：日历条目，以及发给其他团队的变更申请。

calendar-exception-ends = 例外到期：{ $title }
calendar-exception-why = { $who }接受的理由：{ $why }
calendar-answer-ends = 回答到期：{ $title }
calendar-answer-who = 由{ $who }回答。需要有人重新确认，否则此项按未完成计。
calendar-task-due = 到期：{ $title }
calendar-task-owner = { $owner }：{ $action }
calendar-look-again = 重新检查密码写回：{ $organisation }
calendar-look-again-why = 自次日起，{ $count } 项的证据因过旧而不再计入。

request-title-firewall = 变更申请：防火墙与代理（用于 Microsoft Entra 密码写回）
request-title-directory = 变更申请：Active Directory（用于 Microsoft Entra 密码写回）
request-title-licence = 变更申请：许可证（用于 Microsoft Entra 密码写回）
request-about-firewall = 同步服务器会向 Microsoft 建立出站连接，并保持其中两条连接。无需入站规则。以下内容均为实测结果，尚不符合要求。
request-about-directory = 目录连接器的帐户代表用户重置密码。以下内容读取自目录，尚不符合要求。命令应由有权更改目录的人员在阅读后执行。
request-about-licence = 每个重置密码的用户都需要包含 Microsoft Entra ID P1 或更高级别的许可证。以下内容读取自租户，尚不符合要求。
request-from = 申请方
request-date = 日期
request-source = 来源
request-host = 目标
request-port = 端口
request-way = 路径
request-hosts-broken = 需要放行或修复
request-hosts-sound = 目前可达，请保持
request-answers = 有应答
request-no-answer = 未收到主机的应答
request-resigned = 证书由 { $issuer } 签发：请将此主机排除在 TLS 检查之外。
request-idle = 必须允许的静默时长
request-idle-text = 同步服务器到中继的连接会静默数分钟。途中的每台设备都必须将静默连接保持至少 { $needed }；建议 { $advised }。
request-asked = 申请内容
request-evidence = 证据
request-seen = 测量位置：{ $place }，时间：{ $at }。
request-after = 更改完成后将重新评估，并把结果反馈给您。
request-digest = 依据校验摘要为 { $digest } 的评估。

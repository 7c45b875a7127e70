# 报告用语：页面、结论、各部分、列标题，以及证据中的事实。
## The page: title, foot, mark

report-title = 密码写回就绪情况
report-document-title = 密码写回就绪情况：{ $organisation }
report-organisation-unnamed = 未填写组织
report-standing-draft = 草稿，尚未签核
report-standing-signed-off = 已签核，{ $date }
report-standing-stale = 已失效，签核后有更改
report-standing-training = 培训，非真实客户
report-to-be-signed = 待签署：签署后生效
report-mark-draft = 草稿
report-mark-training = 培训
report-mark-stale = 失效
report-digest = 校验摘要
report-page-of = 第 { $n } 页，共 { $m } 页
report-contents = 目录
report-in-full-elsewhere = 完整内容见评估文件
report-times-in-zone = 所有时间均为时区{ $zone }的时间。
report-time-with-zone = { $time }（{ $zone }）

## The conclusion

report-every-required-met = 必需项全部满足。
report-every-required-met-or-accepted = 必需项全部满足或已被接受；其中{ $count }项为例外，最早于{ $until }到期。
report-required-counts = 必需项：{ $counts }。
report-nothing-passed = 尚无必需项通过，因此未能证明任何结论。

## The cover

report-why = 依据
report-what-this-rests-on = 结论的依据
report-about = 关于本次评估
report-items-could-not-check = { $count }项无法检查
report-items-need-you = { $count }项等待人员确认
report-items-not-run = { $count }项未运行
report-items-excepted = { $count }项作为例外被接受
report-items-warned = { $count }项警告仍然存在
report-items-open-advised = { $count }项建议项尚无定论
report-items-on-word = { $count }项依据人员陈述
report-more-failed = 另有{ $count }项未通过
report-and-more = { $names }，另有{ $count }项
report-and-so-many-more = ，另有{ $count }项
report-accepted-by = 由{ $who }接受，有效至{ $until }；原结果：{ $original }
report-oldest-evidence = 最早的证据
report-oldest-of = { $at }：{ $title }
report-not-given = 未填写
report-server-with-version = { $server }，Entra Connect { $version }
report-seen = 查看时间
report-span = { $from }至{ $until }
report-nothing-seen = 尚未查看任何内容。
report-nowhere = 尚无
report-measured-from = 测量位置
report-left-out = 未包含
report-met-items = 已满足检查项的页面
report-checklist = 检查表
report-checklist-used = { $id } { $edition }，{ $count }项
report-data = 参考数据
report-not-used = 尚未使用
report-program = 程序
report-created = 开始时间
report-zone = 时区
report-scenario = 案例

## The summary

report-summary = 概要
report-how-it-counts = 共{ $count }项计入结论，另有{ $information }项仅供参考。必需项未通过、无法检查、需要人员确认或未运行时，结论不会为就绪；警告和建议项不影响结论。
report-in-the-way = 阻碍就绪的事项
report-nothing-in-the-way = 没有阻碍就绪的必需项。
report-warnings = 警告
report-open-advised = 尚无定论的建议项
report-accepted-exceptions = 已接受的例外
report-all-items = 所有检查项
report-all = 合计
report-share = 全部{ $count }项的占比，按上表顺序排列。实心：未通过或无法检查。

## Columns

report-column-number = 编号
report-column-status = 判定
report-column-reason = 原因
report-column-page = 页
report-column-section = 部分
report-column-item = 检查项
report-column-finding = 结果
report-column-looked-at = 查看对象
report-column-seen = 看到的情况
report-column-time = 时间
report-column-from = 位置
report-column-took = 用时
report-column-action = 行动
report-column-closes = 关闭检查项
report-column-owner = 负责人
report-column-due = 期限
report-column-done = 完成
report-column-until = 有效至
report-column-name = 名称
report-column-size = 大小
report-column-hash = SHA-256（前16字节）

## Items

report-what-was-seen = 看到的情况
report-how-to-fix = 如何修复
report-the-article = 文章，2021年8月
report-todays-document = 现行文档
report-original-finding = 原结果
report-earlier-findings = 以往结果
report-measured-from-place = 测量位置：{ $place }
report-said-by = 陈述人：{ $place }
report-times-in-a-row = 自{ $since }起连续{ $count }次{ $verdict }
report-before-that = 此前：{ $verdict }，{ $on }
report-finding-stale = 以下结果针对另一评估对象，不再计入：{ $finding }
report-finding-aged = 以下情况上次查看于{ $at }，距今过久，不再计入：{ $finding }
report-answered = { $who }的陈述（{ $on }）：{ $outcome }。{ $why }
report-answer-lapsed-sentence = { $who }于{ $on }给出的回答已不再有效。
report-not-answered = 尚无人回答此项。
report-answer-does-not-count = { $who }的陈述：{ $outcome }。以所见情况为准。
report-softened = 此项未达到要求。由于仅为建议项，按警告计入。
report-required-now = 由于以下检查项未通过，此项为必需：{ $items }。
report-counts-for-nothing = 此项仅供参考，不计入结论。
report-likely-cause = 可能原因：
report-more-rows = 另有{ $count }行见评估文件。
report-more-facts = 另有{ $count }条事实见评估文件。
report-shown-only = { $seen }（仅供参考：以同步服务器的视角为准）
report-question = 问题
report-answer = 回答
report-answer-lapsed = 已不再有效的回答
report-exception = 例外
report-exception-lapsed = 已不再有效的例外
report-note = 备注
report-outcome = 回答
report-who = 姓名
report-role = 职务
report-when = 时间
report-owner-of-risk = 接受人
report-accepted-on = 接受时间
report-mitigation = 降低风险的措施
report-seen-on = 查看日期
report-accepted-what = 接受的判定
report-lapsed-day = 有效期已过。
report-lapsed-ended = 已于{ $at }终止。
report-lapsed-subject = 此内容针对另一评估对象。
report-lapsed-worse = 当前结果与所接受的结果不同。
report-lapsed-not-needed = 所接受的问题已不存在。

## Pictures

report-step-done = 完成
report-step-broke = 在此中断
report-step-not-reached = 未到达
report-picture-probe = { $host }，{ $way }，测量位置：{ $place }
report-picture-idle = 到{ $host }的静默连接，{ $way }，测量位置：{ $place }
report-picture-chain = { $host }的证书，测量位置：{ $place }：{ $trust }
report-picture-rights = 连接器帐户在{ $at }的权限
report-picture-user-rights = 连接器帐户对测试用户的权限
report-valid = { $from }至{ $until }
report-lane = { $silence }
report-lane-control = { $silence }（对照）

## Action plan

report-action-plan = 行动计划
report-plan-order = 先按解除阻碍的多少、再按期限排序。没有负责人或期限的行可手工填写。
report-nothing-to-do = 没有待处理的必需事项。
report-overdue = { $day }（已逾期）
report-run-these = 运行尚未运行的{ $count }项检查
report-run-this = 运行检查：{ $title }
report-answer-this = 回答或证明：{ $title }
report-make-visible = 使此项可以检查：{ $title }。{ $why }
report-do-first = { $title }：{ $step }
report-why-accepted = 接受的理由

## Evidence

report-evidence = 证据
report-evidence-intro = 所有看到的情况和未能看到的内容，以及各自的测量位置。
report-facts-seen = 事实
report-facts-group = { $day }，{ $place }
report-files = 文件
report-not-looked-at = 未能查看的内容
report-reference-data = 参考数据的日期
report-data-origin = 来源
report-data-signed = { $dates }（{ $issued }的签名数据文件）
report-data-unsigned = { $dates }（来自文件夹的未签名数据）
report-added-by = { $name }，由{ $who }添加
report-size = { $kib } KiB

## Sign-off

report-sign-off = 签核
report-sign-off-statement = 签署人确认已阅读本次评估的结果与回答，其内容由下方校验摘要锁定。
report-digest-of-assessment = 评估的校验摘要（SHA-256）
report-training-why = 事实来自预录案例，而非真实客户。
report-stale-why = 内容或由此得出的结论已与签署时不同。请重新阅读并签署。
report-signed = 已签署
report-not-signed = 未签署
report-signature-stale = 已失效
report-signature-field = 签名栏：{ $role }
report-signature-line = 签名，或在PDF阅读器中签署此栏
report-signed-by = 签核人
report-bound-to = 绑定校验摘要{ $digest }
report-name = 姓名
report-place-date = 地点、日期
report-how-to-verify = 如何验证
report-verify-steps = 在Writeback Readiness中打开此PDF，或对其运行“wbready verify”：程序会说明是否有更改、何人何时签署、签署人是否可信。评估即在此文件之内，程序会据此重新印出页面并逐一比对。上方的校验摘要必须与每页页脚的一致。
report-what-a-sign-off-proves = 签名可证明的内容
report-sign-off-proves = 仅填写姓名或使用自签名证书，可证明此后未被更改，但不能证明签署人身份。由您信任的机构颁发的证书，还能证明签署人身份。

## Facts: shared words

report-attribute = { $name }：{ $value }
report-yes = 是
report-no = 否
report-unknown = 未知
report-not-set = 未设置
report-not-installed = 未安装
report-must-change = 下次登录时必须更改
report-seen-none = 无
report-seen-list = { $list }
report-seen-missing = 未看到：{ $why }
report-seen-more = 另有{ $count }条见评估文件

## Facts of the network

report-fact-probe = { $host }，{ $way }
report-seen-step = { $step }：{ $seen }
report-seen-then = { $before } · { $then }
report-fact-tcp-attempt = TCP：{ $address }（{ $host }）
report-fact-certificate = 证书：{ $host }，{ $way }
report-seen-certificate = { $subject }，颁发者{ $issuer }，{ $from }至{ $until }；{ $trust }
report-trust-public = 可追溯到公共根证书
report-trust-local = 可追溯到仅本机信任的根证书（{ $issuer }）
report-trust-none = 无法追溯到本机信任的根证书（{ $issuer }）
report-seen-status = HTTP { $status }
report-seen-status-by = HTTP { $status }，来自{ $server }
report-fact-idle-test = 空闲测试
report-fact-idle = 静默{ $silence }：{ $host }
report-fact-idle-control = 静默{ $silence }（对照）：{ $host }
report-idle-survived = 之后仍可传送请求；应答用时{ $after }
report-idle-answered = 之后仍可传送请求：HTTP { $status }，用时{ $after }
report-idle-gateway = 收到HTTP { $status }，用时{ $after }，可能来自途中的设备，无法据此判断连接是否存活
report-idle-reset = { $after }后被重置
report-idle-closed = { $after }后被对端正常关闭
report-idle-dropped = 连接被路径丢弃：{ $waited }内无应答
report-idle-not-opened = 未能打开（{ $step }）：{ $why }
report-idle-cancelled = 提前取消
report-idle-shortened = 未测试：测试已缩短
report-idle-skipped = 未测试：测试的其余部分已跳过
report-fact-clock-any = 时钟
report-fact-clock = 与{ $host }的时钟对比
report-clock-same = 无差异，误差{ $within }
report-clock-ahead = 本机快{ $by }，误差{ $within }
report-clock-behind = 本机慢{ $by }，误差{ $within }

## Facts of the tenant

report-fact-tenant = 租户
report-domains = 域名
report-fact-licences = 订阅
report-fact-licence = 订阅{ $name }
report-seen-licence = { $state }，已用{ $used }/{ $owned }个单位；计划：{ $plans }
report-fact-admin = 管理员
report-fact-admin-plans = 管理员的计划
report-fact-admin-roles = 管理员的角色
report-role-direct = { $role }（已分配）
report-role-group = { $role }（通过{ $group }）
report-role-eligible = { $role }（可激活）
report-fact-test-user = 租户中的测试用户
report-fact-test-user-plans = 测试用户的计划
report-fact-test-user-reset = 测试用户的重置注册
report-in-scope = 在范围内
report-registered = 已注册
report-capable = 可以重置
report-is-admin = 管理员
report-methods = 方法
report-fact-synchronisation = 组织的同步
report-enabled = 已启用
report-last = 上次
report-fact-audit-log = 审核日志
report-fact-audit = 审核日志：{ $activity }
report-seen-audit-success = { $at }：记录为成功（{ $details }）
report-seen-audit-other = { $at }：记录为未成功（{ $details }）
report-fact-features = Graph中的同步功能（不作判定）
report-fact-health = 服务运行状况
report-synchronised = 已同步
report-cloud-managed = 由云管理
report-federated = 联合
report-guest = 来宾

## Facts of the directory

report-fact-forest-any = 林
report-fact-forest = 林{ $name }
report-functional-level = 功能级别
report-schema-version = 架构版本
report-fact-domains = 域
report-fact-domain = 域{ $name }
report-netbios = NetBIOS名称
report-pdc-emulator = PDC模拟器
report-fact-controllers = 域控制器
report-fact-controller = 域控制器{ $host }
report-domain = 域
report-writable = 可写
report-controls = 控件
report-fact-pdc-ports = PDC模拟器的端口
report-fact-port = { $host }端口{ $port }
report-port-answers = 有应答
report-fact-connector-account = 连接器帐户
report-by-evidence = 由连接器自身给出
report-groups = 组
report-fact-domain-rights = 域根的权限
report-fact-right = { $at }的{ $right }
report-fact-right-on-user = 对测试用户的{ $right }
report-right-granted = 已在{ $at }授予{ $to }
report-right-denied = 已在{ $at }拒绝{ $to }
report-right-not-granted = 未授予
report-right-inheritance-stops = 上级已授予，但继承在{ $at }中断
report-right-undecided = 由于{ $at }上针对{ $to }的条目，只有域控制器才能判定
report-right-unreadable = 无法读取
report-fact-directory-user = 目录中的测试用户
report-fact-test-user-rights = 对测试用户的权限
report-locked = 已锁定
report-admin-count = 已设置adminCount
report-protected-groups = 受保护的组
report-cannot-change = 不能更改密码
report-password-set = 密码设置时间
report-never-expires = 密码永不过期
report-smart-card = 需要智能卡
report-inheritance = 已启用继承
report-expires = 到期时间
report-fact-policies = 密码策略
report-fact-policy = { $domain }的密码策略
report-fact-fine-grained = 测试用户的细化密码策略
report-minimum-age = 最短使用期限
report-minimum-length = 最小长度
report-history = 记住的密码数
report-complexity = 复杂性要求

## Facts of the sync server

report-fact-machine = 计算机
report-is-controller = 域控制器
report-fact-connect = Entra Connect
report-service = ADSync服务
report-fact-scheduler = 计划程序
report-staging = 暂存模式
report-suspended = 已暂停
report-fact-connectors = 连接器
report-fact-connector = 连接器{ $name }
report-account = 帐户
report-signing = 已签名并加密
report-only-preferred = 仅首选域控制器
report-preferred = 首选域控制器
report-fact-runs = 运行历史
report-fact-run = 运行：{ $connector }，{ $profile }
report-seen-run = { $result }，{ $from }至{ $until }
report-seen-run-open = 自{ $from }起运行中
report-fact-writeback = Entra连接器上的密码写回
report-fact-tls = TLS和.NET设置
report-os-build = 操作系统内部版本
report-fact-proxy = 代理设置
report-system-proxy = 系统
report-fact-sam = RestrictRemoteSam
report-fact-sam-servers = samServer对象上的权限
report-fact-sam-server = { $domain }的samServer对象上的{ $right }
report-fact-compatible-access = { $domain }的Pre-Windows 2000 Compatible Access的成员
report-allows-connector = 允许连接器帐户访问

## Facts of the event log

report-fact-event-log-any = 事件日志
report-fact-event-log = { $host }的事件日志
report-seen-event-log = { $from }至{ $until }，{ $count }个事件
report-fact-event = 事件{ $id }（{ $provider }）
report-fact-system-proxy = 系统代理设置
report-seen-events = { $count }次，最近一次{ $last }：{ $message }

## The letterhead

letterhead-logo-of = { $name }的徽标
letterhead-too-large = 徽标文件超过1 MiB。
letterhead-no-picture = 徽标不是可印刷的PNG或JPEG。不支持隔行扫描的PNG和CMYK的JPEG。
letterhead-too-many-pixels = 徽标的宽或高超过{ $most }像素。
letterhead-too-many-lines = 名称下方超过{ $most }行。
letterhead-too-long = 有一行超过{ $most }个字。

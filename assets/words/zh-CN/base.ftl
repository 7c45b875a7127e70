# 其他文字所依据的基本用语：格式、判定、原因、位置。

language-name = 简体中文
app-name = 密码写回就绪检查

format-date = { $year }年{ $month }月{ $day }日
format-date-time = { $date } { $time }
format-month-1 = 1
format-month-2 = 2
format-month-3 = 3
format-month-4 = 4
format-month-5 = 5
format-month-6 = 6
format-month-7 = 7
format-month-8 = 8
format-month-9 = 9
format-month-10 = 10
format-month-11 = 11
format-month-12 = 12
format-milliseconds = { $n } 毫秒
format-seconds = { $n } 秒
format-minutes = { $n } 分钟
format-hours = { $n } 小时
format-days = { $n } 天
format-list = { $before }、{ $next }

verdict-pass = 通过
verdict-warn = 警告
verdict-fail = 未通过
verdict-could-not-check = 无法检查
verdict-not-applicable = 不适用
verdict-not-run = 未运行
verdict-needs-you = 需要您确认
verdict-excepted = 已例外
verdict-running = 运行中
verdict-information = 信息

outcome-pass = 已满足
outcome-fail = 未满足
outcome-not-applicable = 不适用

conclusion-ready = 就绪
conclusion-ready-with-exceptions = 就绪（含例外）
conclusion-not-ready = 未就绪
conclusion-incomplete = 未完成

weight-required = 必需
weight-advised = 建议
weight-information = 信息

source-network = 网络
source-tenant = 租户
source-directory = 目录
source-sync-server = 同步服务器
source-events = 事件日志
source-person = 人员

vantage-workstation = { $name }（本工作站）
vantage-sync-server = { $name }（同步服务器）
vantage-person = { $name }
vantage-workstation-simulated = { $name }（工作站，预录）
vantage-sync-server-simulated = { $name }（同步服务器，预录）
vantage-person-simulated = { $name }（预录）

role-assessor = 评估人
role-customer = 客户

subject-organisation = 组织
subject-tenant = 租户
subject-cloud = 云
subject-forest = 林
subject-sync-server = 同步服务器
subject-this-is-sync-server = 本工作站就是同步服务器
subject-test-user = 测试用户
subject-admin = 管理员
subject-assessor = 评估方

unavailable-not-looked-at = 尚未查看此项。
unavailable-not-configured = 评估对象尚未填写：{ $what }。
unavailable-not-signed-in = 尚未登录，因此无法查看。
unavailable-wrong-tenant = 登录的是租户{ $found }，而评估对象是{ $wanted }，因此未保留其任何内容。
unavailable-throttled = { $by }正忙，要求的等待时间超出了本次运行的限度。
unavailable-permission-missing = 登录的帐户缺少权限{ $permission }。
unavailable-role-missing = 登录的帐户缺少角色{ $role }。
unavailable-licence-missing = 租户没有可读取此信息的许可证。
unavailable-unreachable = { $target }没有应答，因此无法查看。
unavailable-timed-out = 在{ $after }内没有收到应答。
unavailable-cancelled = 查看已取消。
unavailable-refused = { $by }拒绝应答。
unavailable-unsupported-here = 无法从此处查看：{ $what }。
unavailable-not-in-evidence = 导入的证据中没有{ $what }。
unavailable-history-purged = 相关历史记录已因过期而清除。
unavailable-inconclusive = 所见情况不足以判断：{ $why }
unavailable-shortened = 测试已缩短为{ $longest }，无法据此判断。请以完整时长重新运行。
unavailable-skipped = 测试已跳过。请以完整时长重新运行。
unavailable-other-vantage = 仅从{ $place }看到，应以同步服务器的视角为准。
unavailable-too-old = 上次查看时间为{ $at }，距今过久，不再有效。
unavailable-collector-failed = 程序中负责查看的部分已停止：{ $what }
unavailable-malformed = 收到的应答无法理解：{ $what }
unavailable-needs-person = 只有人能回答。

unavailable-not-signed-in-way-on = 请登录后重新运行，或在别处收集后导入文件（wbready collect），也可以手动回答。
unavailable-wrong-tenant-way-on = 请使用{ $wanted }的帐户登录，或更正评估对象的租户。
unavailable-permission-missing-way-on = 请让管理员同意{ $permission }（wbready collect tenant会给出链接），也可以手动回答。
unavailable-role-missing-way-on = 请申请或激活角色{ $role }后重新运行，也可以手动回答。
unavailable-licence-missing-way-on = 只有拥有Entra ID P1才能读取。在此之前，请在管理中心查看并手动回答。
unavailable-throttled-way-on = 请过几分钟再运行。

evidence-value = { $value }

reason-fail = { $count } 项未通过
reason-could-not-check = { $count } 项无法检查
reason-needs-you = { $count } 项需要您确认
reason-not-run = { $count } 项未运行
reason-excepted = { $count } 项例外

edit-no-such-item = 此检查表中没有检查项{ $item }。
edit-no-name = 请填写姓名。
edit-no-reason = 请说明依据，或附上可证明的文件。
edit-past-date = 日期{ $day }已过。
edit-future-date = 日期{ $day }尚未到来，不可能已经查看。
edit-too-far = 请选择一年以内的日期；{ $day }过远。
edit-failed-check = 未通过的检查不能用人工回答覆盖。请改为接受例外。
edit-nothing-to-accept = 只有检查结果才能被接受为例外。
edit-training = 培训不能签核。
edit-too-large = { $name }超过附件大小上限（20 MiB）。

summary-training = 培训模式：使用预录事实，并非您的租户
summary-digest = 校验摘要 { $digest }

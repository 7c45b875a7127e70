# 扫描的用语：哪些用户的重置会失败，以及原因。

scan-listing = 正在列出{ $base }下的用户
scan-looking = 已查看 { $done } / { $users } 个用户：{ $unit }
scan-again = 连接中断；在{ $unit }中继续

scan-fewer = 那里列出了 { $listed } 个用户，只能查看 { $seen } 个。
scan-no-base = 林中任何域都没有对象{ $base }，或者无权看到它。
scan-base-user = { $base }是一个用户；扫描须从组织单位或域开始。

scan-cause-protected = 该用户属于受保护的组（{ $groups }），任何委派的权限都到不了这里。
scan-cause-protected-by-mark = 该用户受保护（adminCount 为 1），任何委派的权限都到不了这里。
scan-cause-stale-mark = 该用户已不在任何受保护的组中，但 adminCount 仍为 1：请清除它，并重新启用继承。
scan-cause-right-denied = { $rights }：在{ $at }处对{ $to }拒绝。
scan-cause-inheritance-stops = { $rights }：在上级已授予，但继承在{ $at }处中断。
scan-cause-right-missing = { $rights }：没有授予。
scan-cause-disabled = 帐户已禁用。
scan-cause-expired = 帐户已于{ $at }过期。
scan-cause-smart-card = 该用户只能用智能卡登录，新密码没有用处。
scan-cause-too-young = 密码使用时间尚未达到策略的最短期限，{ $until }之前不能更改。
scan-cause-not-synchronised = 租户中没有与之对应的已同步用户。
scan-cause-disabled-in-tenant = 该用户在租户中已禁用。
scan-cause-not-licensed = 该用户没有写回所需的许可证。
scan-cause-out-of-scope = 该用户未启用自助重置。
scan-cause-not-registered = 该用户尚未注册自助重置。
scan-cause-locked = 帐户目前处于锁定状态。
scan-cause-reserved-names = 上级名称含有保留字符：{ $units }。
scan-cause-right-undecided = { $rights }：在{ $at }处针对{ $to }的条目只有域控制器才能判定。
scan-cause-unread = 无法读取 { $what }：{ $why }

scan-name-protected = 受保护
scan-name-stale-mark = 遗留的 adminCount
scan-name-right-denied = 权限被拒绝
scan-name-inheritance-stops = 继承中断
scan-name-right-missing = 权限未授予
scan-name-disabled = 已禁用
scan-name-expired = 已过期
scan-name-smart-card-required = 要求智能卡
scan-name-password-too-young = 密码使用时间过短
scan-name-not-synchronised = 未同步
scan-name-disabled-in-tenant = 在租户中已禁用
scan-name-not-licensed = 没有许可证
scan-name-out-of-scope = 不在重置范围内
scan-name-not-registered = 未注册
scan-name-locked = 已锁定
scan-name-reserved-names = 上级名称含保留字符
scan-name-right-undecided = 权限无法判定
scan-name-unread = 无法读取

scan-outcome-works = 可以重置
scan-outcome-may-fail = 可能失败
scan-outcome-could-not-check = 无法检查
scan-outcome-fails = 会失败

scan-summary = { $bases }下有 { $users } 个用户，由{ $connector }重置
scan-summary-tenant = 已与{ $tenant }的 { $users } 个用户对照，数据取自{ $at }
scan-summary-no-tenant = 其中不含许可证和注册情况：没有提供租户数据。
scan-summary-causes = 按原因
scan-summary-units = 按组织单位：会失败或无法检查的用户
scan-summary-unit = { $count } / { $users }  { $unit }
scan-summary-more = 另有 { $count } 个
scan-summary-unread = 未查看
scan-summary-place = { $place }：{ $why }
scan-incomplete = 扫描不完整：{ $why }
scan-resume = 已完成的部分已保留。继续请用：wbready scan ... --resume { $file }
scan-rows-kept = 已查看用户的数据行在{ $file }中。若要能够继续，需要使用 --json。
scan-not-kept = 没有保留任何内容；若要保留，需要使用 --json。

scan-file = { $file }：{ $why }
scan-unfinished = { $file } 中保存着一次提前结束的扫描已完成的部分：请继续该扫描，或删除此文件。
scan-no-record = { $file } 不是扫描记录。
scan-malformed = { $file } 第 { $line } 行：{ $why }
scan-version = { $file } 的格式版本为 { $version }，本程序无法读取。
scan-whole = { $file }：该扫描已完整，没有需要继续的内容。
scan-other = 该扫描的林、起始位置、连接器帐户或租户与此不同：{ $forest }；{ $bases }；{ $connector }；{ $tenant }。
scan-changed = { $file } 在打开之后已被更改，请重新打开。
scan-onto-itself = { $file } 就是该记录本身，请使用其他名称。

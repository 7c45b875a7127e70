# 两次评估之间各检查项的变化：用于命令行、报告和页面。

change-regressed = 变差
change-lost = 不再可知
change-exception-lapsed = 例外已到期
change-answer-changed = 回答已更改
change-fixed = 已修复
change-improved = 有改善，未修复
change-newly-known = 新查明
change-exception-added = 新增例外
change-new = 新增检查项
change-removed = 检查项已移除
change-other = 其他变化
change-unchanged = 未变化

compare-title = 两次评估的比较
compare-document-title = 比较：{ $organisation }
compare-same = 没有变化。
compare-now = { $now }
compare-was = { $now }此前：{ $before }
compare-nothing-seen = 尚未查看。
compare-only-now = 仅较晚的检查表包含此项。
compare-only-before = 较晚的检查表不再包含此项。
compare-answered = { $who }于 { $at } 回答：{ $outcome }。{ $why }
compare-answer-lapsed = { $who }的回答有效至 { $until }，之后未再确认。
compare-answer-gone = 回答已撤回。
compare-accepted = { $who }接受至 { $until }；并未修复。
compare-exception-lapsed = 例外有效至 { $until }，现已重新计入。
compare-exception-ended = { $who }已结束该例外；检查结果重新计入。
compare-exception-exceeded = 现在的检查结果比{ $who }所接受的更严重。
compare-weight = 此前按“{ $before }”计，现在按“{ $now }”计。

compare-mismatch-checklist = 两者使用不同的检查表：{ $before } 和 { $now }。
compare-mismatch-tenant = 这是两个不同的租户：{ $before } 和 { $now }。
compare-mismatch-forest = 这是两个不同的林：{ $before } 和 { $now }。
compare-mismatch-cloud = 这是两个不同的云：{ $before } 和 { $now }。
compare-mismatch-training = 其中一个是培训用的预录事实，另一个是真实事实。

compare-mismatch-all-the-same = 仍可比较，但“已修复”和“变差”的意义不大。
compare-nothing = { $count } 项均无变化。
compare-earlier = 较早（A）
compare-later = 较晚（B）
compare-as-it-stood = { $at } 时的状态
compare-as-it-stands = 截至 { $at } 的状态
compare-about = 比较对象
compare-counts = 变化
compare-digest-a = A 的校验摘要
compare-digest-b = B 的校验摘要
compare-verdict = 判定
compare-worse = 有检查项比之前更差。
compare-not-worse = 没有任何检查项比之前更差。
compare-column-a = A
compare-column-b = B
compare-column-what = 变化内容
compare-facts = 发生变化的事实
compare-fact-gone = 不再看到
compare-fact-new = 此前未看到
compare-training = 培训模式：预录事实，并非真实租户

# “仍有问题”部分各检查的说法。

## recovery.events

recovery-events-none = 日志的最后{ $window }内完成了{ $count }次密码操作，没有写回错误。
recovery-events-settled = 日志的最后{ $window }内的{ $count }个错误之后，均有同类操作成功。
recovery-events-quiet = 日志的最后{ $window }内没有写回错误，但也没有人尝试设置密码，因此只有真正的重置才能证明。
recovery-events-standing = { $host }上有{ $count }个写回错误（{ $events }）之后没有同类操作成功，因此原因仍然存在。
recovery-events-warnings = { $host }上中继或服务的警告（{ $events }）之后没有好转，如果持续出现就需要处理。
recovery-events-unknown = { $host }的日志中有任何文档都未列出的事件（{ $events }），因此须由人员阅读。
recovery-events-silent = { $host }的日志中没有写回服务写入的任何内容，因此它可能属于另一台服务器、经过筛选，或写回从未在那里运行。
recovery-events-short = 日志只涵盖所需{ $window }中的{ $length }。
recovery-events-advice-unknown = 请照原样记下编号和文字，不要猜测是权限问题。
event-seen = { $count }次，最近一次为{ $at }：{ $text }
evidence-event = 事件{ $event }
evidence-event-meaning = { $event }的含义

## recovery.restart-writeback

recovery-restart-writeback-done = 在最近的错误之后，写回于{ $off }禁用，于{ $on }重新启用，其服务于{ $started }启动。
recovery-restart-writeback-left-off = 写回于{ $at }禁用，此后没有启用，因此现在没有人能重置密码。
recovery-restart-writeback-not-started = 写回于{ $on }启用，但其服务此后没有启动，因此过程不完整。
recovery-restart-writeback-refused = 禁用写回于{ $at }被拒绝，因此应先查看向导中所用的帐户和网络。
recovery-restart-writeback-not-since = 日志中的问题仍然存在，此后写回没有禁用并重新启用。
recovery-restart-writeback-not-needed = 心跳和事件都没有显示问题，因此无需禁用并重新启用写回。
recovery-restart-writeback-advice-first = 先重启ADSync服务并等待6分钟：这往往就够了。禁用再启用既不能修复权限，也不能修复策略或防火墙。
evidence-restart-disabled = 禁用
evidence-restart-refused = 禁用被拒绝
evidence-restart-enabled = 启用
evidence-restart-started = 服务启动

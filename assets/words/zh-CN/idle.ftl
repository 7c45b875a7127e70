# 空闲测试的用语：窗口、检查结果和报告。

## 窗口

command-idle-shorten = 缩短至 3 分钟
    .hint = 结束计划静默时间超过文章要求的连接。此项会注明，且不能判为通过。
command-idle-skip = 跳过
    .hint = 立即结束空闲测试。已结束的结果会保留；此项会注明，且不能判为通过。
ui-why-no-idle = 当前没有进行空闲测试。
ui-why-idle-not-longer = 没有计划静默更久的连接。
ui-idle-length = 下一次空闲测试
ui-idle-full = 完整，6 分钟
ui-idle-short = 3 分钟
ui-idle-none = 跳过
ui-idle-cannot-pass = 缩短或跳过测试后，此项会注明，且不能判为通过。
ui-idle-next = 距下次应答
ui-idle-known = 目前所知
ui-idle-over = 已结束
ui-idle-opening = 正在打开
ui-idle-waiting-now = 等待应答
ui-idle-seconds = { $count } 秒
ui-idle-request-in = { $time } 后发送请求
ui-idle-request-spoken = 等待中，{ $seconds } 秒后发送请求
ui-idle-spoken = { $seconds } 秒：{ $state }
ui-idle-spoken-control = 对照连接，{ $lane }
ui-idle-opened = 各连接于 { $time } 同时打开，未启用保活。每个连接先保持静默，然后必须传送一次请求。
ui-idle-known-nothing = 尚无结果
ui-idle-known-lives = 至少可保持{ $lives }
ui-idle-known-between = 可保持{ $lives }，到{ $dead }时已断开
ui-idle-known-dead = 到{ $dead }时已断开
ui-idle-known-uneven = 不一致：一条保持了{ $lives }，另一条到{ $dead }时已断开
ui-idle-known-closed = 无法定论：对端关闭了连接
ui-idle-known-far-end = 无法定论：对端同样早地关闭了另一条连接
ui-idle-known-control = 无法定论：对照连接以同样方式结束
ui-idle-known-gateway = 无法定论：应答来自途中的设备
ui-idle-known-not-opened = 未能打开任何连接

## 检查结果和报告

connectivity-idle-outcome-shortened = 未测试，因为测试已缩短
connectivity-idle-outcome-skipped = 未测试，因为其余部分已跳过

# 同步服务器的收集器在查看时所说的话。

collect-sync-server-registry = 正在读取版本、TLS和代理设置
collect-sync-server-cmdlets = 正在询问同步服务
collect-sync-server-events = 正在读取{ $count }天的事件日志
collect-sync-server-not-windows = 运行Entra Connect的服务器是Windows服务器。请在该服务器上运行此命令，再用“run --facts”带回文件。

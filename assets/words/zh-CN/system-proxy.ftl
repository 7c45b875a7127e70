# 操作系统代理设置的用语。

system-proxy-windows = Windows
system-proxy-macos = macOS
system-proxy-gnome = GNOME
system-proxy-kde = KDE
system-proxy-none = 未设置代理（{ $store }）。
system-proxy-address = 已设置代理{ $address }（{ $store }）。
system-proxy-script = 由脚本按主机决定，未对脚本求值：{ $script }（{ $store }）。
system-proxy-detects = 会在网络上查找脚本，未对脚本求值（{ $store }）。
system-proxy-unusable = 设置的代理在此无法使用：{ $what }（{ $store }）。
evidence-system-proxy = 系统设置
connectivity-proxy-script = 系统设置把代理的选择交给脚本（{ $script }），此处未对脚本求值。
connectivity-proxy-advice-script = 请向脚本的维护者询问它为中继和登录主机给出哪个代理，并指定该代理单独运行一次。同步服务本身读取machine.config。

# 操作系统代理设置的用语。

system-proxy-windows = Windows
system-proxy-macos = macOS
system-proxy-gnome = GNOME
system-proxy-kde = KDE
system-proxy-none = 未设置代理（{ $store }）。
system-proxy-address = 已设置代理{ $address }（{ $store }）。
system-proxy-script = 由脚本按主机决定，未对脚本求值：{ $script }（{ $store }）。
system-proxy-detects = 会在网络上查找脚本，未对脚本求值（{ $store }）。
system-proxy-script-decided = 由脚本决定每个主机的出路，所问的主机都已有结论：{ $script }（{ $store }）。
system-proxy-script-undecided = 由脚本决定每个主机的出路，但无法求值：{ $script }（{ $store }）。{ $why }
system-proxy-found = 由在网络上找到的脚本决定每个主机的出路，所问的主机都已有结论（{ $store }）。
system-proxy-found-undecided = 在网络上查找脚本，但无法求值（{ $store }）。{ $why }
system-proxy-none-found = 未设置代理，在网络上也未找到脚本（{ $store }）。
system-proxy-why-not-downloaded = 无法获取该脚本。
system-proxy-why-sign-in = 脚本所在之处要求登录。
system-proxy-why-bad-script = 它不是脚本，或执行出错。
system-proxy-why-timed-out = 未及时得到答复。
system-proxy-why-no-service = 负责求值的Windows服务未运行，或拒绝了请求。
system-proxy-why-other = 系统报告错误{ $code }。
system-proxy-unusable = 设置的代理在此无法使用：{ $what }（{ $store }）。
evidence-system-proxy = 系统设置
connectivity-proxy-script = 未能看到各条出路的结果是否一致：{ $said }
connectivity-proxy-advice-script = 请向脚本的维护者询问它为中继和登录主机给出哪个代理，并指定该代理单独运行一次。同步服务本身读取machine.config。

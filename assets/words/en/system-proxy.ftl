# Words of the operating system's proxy setting.

system-proxy-windows = Windows
system-proxy-macos = macOS
system-proxy-gnome = GNOME
system-proxy-kde = KDE
system-proxy-none = No proxy is set ({ $store }).
system-proxy-address = The proxy { $address } is set ({ $store }).
system-proxy-script = A script decides for each host, and it was not evaluated: { $script } ({ $store }).
system-proxy-detects = A script is looked for on the network, and it was not evaluated ({ $store }).
system-proxy-unusable = A proxy is set that cannot be used here: { $what } ({ $store }).
evidence-system-proxy = System setting
connectivity-proxy-script = The system's setting leaves the choice of the proxy to a script ({ $script }), which is not evaluated here.
connectivity-proxy-advice-script = Ask whoever keeps the script which proxy it gives for the relay and sign-in hosts, and name that proxy in a run of its own. The sync service itself reads machine.config.

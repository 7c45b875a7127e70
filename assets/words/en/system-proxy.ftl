# Words of the operating system's proxy setting.

system-proxy-windows = Windows
system-proxy-macos = macOS
system-proxy-gnome = GNOME
system-proxy-kde = KDE
system-proxy-none = No proxy is set ({ $store }).
system-proxy-address = The proxy { $address } is set ({ $store }).
system-proxy-script = A script decides for each host, and it was not evaluated: { $script } ({ $store }).
system-proxy-detects = A script is looked for on the network, and it was not evaluated ({ $store }).
system-proxy-script-decided = A script decides for each host, and decided for all that were asked about: { $script } ({ $store }).
system-proxy-script-undecided = A script decides for each host, and it could not be evaluated: { $script } ({ $store }). { $why }
system-proxy-found = A script that was found on the network decides for each host, and decided for all that were asked about ({ $store }).
system-proxy-found-undecided = A script is looked for on the network, and it could not be evaluated ({ $store }). { $why }
system-proxy-none-found = No proxy is set, and no script was found on the network ({ $store }).
system-proxy-why-not-downloaded = It could not be fetched.
system-proxy-why-sign-in = Where it lies, a sign-in is asked for.
system-proxy-why-bad-script = It is no script, or it failed.
system-proxy-why-timed-out = Nothing came in time.
system-proxy-why-no-service = The service of Windows that evaluates it does not run, or refused.
system-proxy-why-other = The system said error { $code }.
system-proxy-unusable = A proxy is set that cannot be used here: { $what } ({ $store }).
evidence-system-proxy = System setting
connectivity-proxy-script = That every way gives the same answers was not seen: { $said }
connectivity-proxy-advice-script = Ask whoever keeps the script which proxy it gives for the relay and sign-in hosts, and name that proxy in a run of its own. The sync service itself reads machine.config.

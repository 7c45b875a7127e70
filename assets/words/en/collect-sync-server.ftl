# What the collector of the sync server says while it looks.

collect-sync-server-registry = Reading versions, TLS and proxy settings
collect-sync-server-cmdlets = Asking the synchronisation service
collect-sync-server-events = Reading the event log of { $count ->
    [one] one day
   *[other] { $count } days
}
collect-sync-server-not-windows = The server that runs Entra Connect is a Windows server. Run this command there, and bring the file back with run --facts.

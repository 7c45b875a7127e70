# What the checks of the section "Still having problems" say.

## recovery.events

recovery-events-none = { $count ->
        [one] { $count } password operation ended
       *[other] { $count } password operations ended
    } in the last { $window } of the log, without an error of writeback.
recovery-events-settled = { $count ->
        [one] The error
       *[other] Each of the { $count } errors
    } in the last { $window } of the log is followed by a success of the same kind.
recovery-events-quiet = The last { $window } of the log hold no error of writeback, but no attempt to set a password either, so only a real reset will prove it.
recovery-events-standing = { $count ->
        [one] { $count } error
       *[other] { $count } errors
    } of writeback on { $host } ({ $events }) had no later success of the same kind, so the cause still stands.
recovery-events-warnings = Warnings of relay or service on { $host } ({ $events }) have no later good news, so they matter if they go on.
recovery-events-unknown = Events that no document names stand in the log of { $host } ({ $events }), so a person has to read them.
recovery-events-silent = The log of { $host } holds nothing that the writeback service wrote, so it is another server's, was filtered, or writeback never ran there.
recovery-events-short = The log covers only { $length } of the { $window } that count.
recovery-events-advice-unknown = Note the number and the text as they stand, and do not guess at rights.
event-seen = { $count ->
        [one] once
       *[other] { $count } times
    }, last on { $at }: { $text }
evidence-event = Event { $event }
evidence-event-meaning = Meaning of { $event }

## recovery.restart-writeback

recovery-restart-writeback-done = Writeback was disabled on { $off } and enabled again on { $on }, and its service started on { $started }, after the newest error.
recovery-restart-writeback-left-off = Writeback was disabled on { $at } and not enabled since, so nobody can reset a password now.
recovery-restart-writeback-not-started = Writeback was enabled on { $on }, but its service has not started since, so the row is not complete.
recovery-restart-writeback-refused = Disabling writeback was refused on { $at }, so look at the account used in the wizard and at the network first.
recovery-restart-writeback-not-since = Trouble stands in the log, and writeback was not disabled and enabled again since.
recovery-restart-writeback-not-needed = Neither heartbeat nor events show trouble, so there is no reason to disable and enable writeback.
recovery-restart-writeback-advice-first = Restart the service ADSync first and wait 6 minutes: it is often enough. Off and on repairs neither rights nor policy nor a firewall.
evidence-restart-disabled = Disabled
evidence-restart-refused = Disabling refused
evidence-restart-enabled = Enabled
evidence-restart-started = Service started

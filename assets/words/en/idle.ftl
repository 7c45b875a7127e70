# Words of the idle test: in the window, in findings and in the report.

## The window

command-idle-shorten = Shorten to 3 min
    .hint = Ends what is to be silent for longer than the article asks for. The item then says so and cannot pass.
command-idle-skip = Skip
    .hint = Ends the idle test now. What ended before is kept; the item says so and cannot pass.
ui-why-no-idle = No idle test goes on.
ui-why-idle-not-longer = No silent connection is planned for longer.
ui-idle-length = Next idle test
ui-idle-full = Full, 6 min
ui-idle-short = 3 min
ui-idle-none = Skip
ui-idle-cannot-pass = If you shorten or skip the test, the item says so and cannot pass.
ui-idle-next = Next answer in
ui-idle-known = Known so far
ui-idle-over = Over
ui-idle-opening = being opened
ui-idle-waiting-now = waiting
ui-idle-seconds = { $count } s
ui-idle-request-in = request in { $time }
ui-idle-request-spoken = waiting, request in { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }
ui-idle-spoken = { $seconds } seconds: { $state }
ui-idle-spoken-control = Control connection, { $lane }
ui-idle-opened = Opened together at { $time }, keep-alive off. Each stays silent, then must carry one request.
ui-idle-known-nothing = Nothing yet
ui-idle-known-lives = Lives at least { $lives }
ui-idle-known-between = Lives { $lives }, dead by { $dead }
ui-idle-known-dead = Dead by { $dead }
ui-idle-known-uneven = Uneven: one lived { $lives }, another was dead by { $dead }
ui-idle-known-closed = Inconclusive: the far end closed it
ui-idle-known-far-end = Inconclusive: the far end closed another one as early
ui-idle-known-control = Inconclusive: the control connection ended the same way
ui-idle-known-gateway = Inconclusive: a device on the way answered
ui-idle-known-not-opened = No connection could be opened

## Findings and the report

connectivity-idle-outcome-shortened = not tested, because the test was shortened
connectivity-idle-outcome-skipped = not tested, because the rest was skipped

# The words that everything else is built from: formats, verdicts, reasons, places.

language-name = English
app-name = Writeback Readiness

format-date = { $day } { $month } { $year }
format-date-time = { $date }, { $time }
format-month-1 = Jan
format-month-2 = Feb
format-month-3 = Mar
format-month-4 = Apr
format-month-5 = May
format-month-6 = Jun
format-month-7 = Jul
format-month-8 = Aug
format-month-9 = Sep
format-month-10 = Oct
format-month-11 = Nov
format-month-12 = Dec
format-milliseconds = { $n } ms
format-seconds = { $n } s
format-minutes = { $n } min
format-hours = { $n } h
format-days = { $n } days
format-list = { $before }, { $next }

verdict-pass = Pass
verdict-warn = Warning
verdict-fail = Failed
verdict-could-not-check = Could not check
verdict-not-applicable = Not applicable
verdict-not-run = Not run
verdict-needs-you = Needs you
verdict-excepted = Excepted
verdict-running = Running
verdict-information = Information

outcome-pass = Met
outcome-fail = Not met
outcome-not-applicable = Does not apply

conclusion-ready = Ready
conclusion-ready-with-exceptions = Ready with exceptions
conclusion-not-ready = Not ready
conclusion-incomplete = Incomplete

weight-required = Required
weight-advised = Advised
weight-information = Information

source-network = Network
source-tenant = Tenant
source-directory = Directory
source-sync-server = Sync server
source-events = Event log
source-person = A person

vantage-workstation = { $name } (this workstation)
vantage-sync-server = { $name } (sync server)
vantage-person = { $name }
vantage-workstation-simulated = { $name } (workstation, recorded)
vantage-sync-server-simulated = { $name } (sync server, recorded)
vantage-person-simulated = { $name } (recorded)

role-assessor = Assessor
role-customer = Customer

subject-organisation = Organisation
subject-tenant = Tenant
subject-cloud = Cloud
subject-forest = Forest
subject-sync-server = Sync server
subject-this-is-sync-server = This workstation is the sync server
subject-test-user = Test user
subject-admin = Administrator
subject-assessor = Assessed by

unavailable-not-looked-at = Nobody has looked at this yet.
unavailable-not-configured = The subject does not name this yet: { $what }.
unavailable-not-signed-in = There is no sign-in yet, so this could not be looked at.
unavailable-wrong-tenant = There is a sign-in to { $found }, and the subject is { $wanted }; nothing of it was kept.
unavailable-throttled = { $by } is busy and asked to wait longer than this run may.
unavailable-permission-missing = The signed-in account lacks the permission { $permission }.
unavailable-role-missing = The signed-in account lacks the role { $role }.
unavailable-licence-missing = The tenant owns no licence that lets this be read.
unavailable-unreachable = { $target } did not answer, so this could not be looked at.
unavailable-timed-out = No answer came within { $after }.
unavailable-cancelled = The look was cancelled.
unavailable-refused = { $by } refused to answer.
unavailable-unsupported-here = This cannot be looked at from here: { $what }.
unavailable-not-in-evidence = The imported evidence does not contain { $what }.
unavailable-history-purged = The history that would tell has been purged by age.
unavailable-inconclusive = What was seen allows no judgement: { $why }
unavailable-shortened = The test was shortened to { $longest }, so it cannot tell. Run it in full length.
unavailable-skipped = The test was skipped. Run it in full length.
unavailable-other-vantage = It was seen from { $place } only, and the sync server's view decides.
unavailable-too-old = It was last seen on { $at }, too long ago to still hold.
unavailable-collector-failed = The part of the program that looks stopped: { $what }
unavailable-malformed = An answer came that could not be understood: { $what }
unavailable-needs-person = Only a person can tell.

unavailable-not-signed-in-way-on = Sign in and run again, collect elsewhere and import the file ("wbready collect"), or answer by hand.
unavailable-wrong-tenant-way-on = Sign in with an account of { $wanted }, or correct the tenant of the subject.
unavailable-permission-missing-way-on = Let an administrator consent to { $permission } ("wbready collect tenant" prints the link), or answer by hand.
unavailable-role-missing-way-on = Ask for the role { $role }, or activate it, and run again; or answer by hand.
unavailable-licence-missing-way-on = It can be read with Entra ID P1 only. Until then, look in the admin center and answer by hand.
unavailable-throttled-way-on = Run again in some minutes.

evidence-value = { $value }

reason-fail = { $count } failed
reason-could-not-check = { $count } could not be checked
reason-needs-you =
    { $count ->
        [one] { $count } needs you
       *[other] { $count } need you
    }
reason-not-run = { $count } not run
reason-excepted =
    { $count ->
        [one] { $count } exception
       *[other] { $count } exceptions
    }

edit-no-such-item = There is no item { $item } in this checklist.
edit-no-name = Say who you are.
edit-no-reason = Say how you know, or attach what shows it.
edit-past-date = The date { $day } is in the past.
edit-future-date = The date { $day } is in the future. Nobody has seen it yet.
edit-too-far = Choose a date within a year; { $day } is further away.
edit-failed-check = A failed check cannot be answered away. Accept it as an exception instead.
edit-nothing-to-accept = Only a finding can be accepted.
edit-training = Training cannot be signed off.
edit-too-large = { $name } is larger than an attachment may be (20 MiB).

summary-training = TRAINING: recorded facts, not your tenant
summary-digest = Digest { $digest }

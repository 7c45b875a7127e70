# Words of the report: page, conclusion, parts, columns, and the facts of the evidence.
## The page: title, foot, mark

report-title = Password writeback readiness
report-document-title = Password writeback readiness: { $organisation }
report-organisation-unnamed = Organisation not named
report-standing-draft = Draft, not signed off
report-standing-signed-off = Signed off, { $date }
report-standing-stale = Stale, changed after sign-off
report-standing-training = Training, not a real customer
report-to-be-signed = To be signed: holds with its signatures
report-mark-draft = DRAFT
report-mark-training = TRAINING
report-mark-stale = STALE
report-digest = Digest
report-page-of = Page { $n } of { $m }
report-contents = Contents
report-in-full-elsewhere = in full in the assessment file
report-times-in-zone = All times are in the zone { $zone }.
report-time-with-zone = { $time } ({ $zone })

## The conclusion

report-every-required-met = Every required item is met.
report-every-required-met-or-accepted =
    Every required item is met or accepted; { $count ->
        [one] { $count } exception holds
       *[other] { $count } exceptions hold, the first
    } until { $until }.
report-required-counts = Required items: { $counts }.
report-nothing-passed = No required item has passed yet, so nothing is proven.

## The cover

report-why = Why
report-what-this-rests-on = What this rests on
report-about = About this assessment
report-items-could-not-check =
    { $count ->
        [one] { $count } item could not be checked
       *[other] { $count } items could not be checked
    }
report-items-need-you =
    { $count ->
        [one] { $count } item waits for a person
       *[other] { $count } items wait for a person
    }
report-items-not-run =
    { $count ->
        [one] { $count } item was not run
       *[other] { $count } items were not run
    }
report-items-excepted =
    { $count ->
        [one] { $count } item is accepted as an exception
       *[other] { $count } items are accepted as exceptions
    }
report-items-warned =
    { $count ->
        [one] { $count } warning stands
       *[other] { $count } warnings stand
    }
report-items-open-advised =
    { $count ->
        [one] { $count } advised item is open
       *[other] { $count } advised items are open
    }
report-items-on-word =
    { $count ->
        [one] { $count } item rests on a person's word
       *[other] { $count } items rest on a person's word
    }
report-more-failed = and { $count } more failed
report-and-more = { $names } and { $count } more
report-and-so-many-more = { " " }and { $count } more
report-accepted-by = Accepted by { $who } until { $until }; original finding: { $original }
report-oldest-evidence = Oldest evidence
report-oldest-of = { $at }: { $title }
report-not-given = Not given
report-server-with-version = { $server }, Entra Connect { $version }
report-seen = Seen
report-span = { $from } to { $until }
report-nothing-seen = Nothing has been looked at yet.
report-nowhere = Nowhere yet
report-measured-from = Measured from
report-left-out = Left out
report-met-items = Pages of items that are met
report-checklist = Checklist
report-checklist-used =
    { $id } { $edition }, { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
report-data = Reference data
report-not-used = Not used yet
report-program = Program
report-created = Begun
report-zone = Time zone
report-scenario = Scenario

## The summary

report-summary = Summary
report-how-it-counts =
    { $count ->
        [one] { $count } item counts
       *[other] { $count } items count
    }; { $information ->
        [one] { $information } more is for information only
       *[other] { $information } more are for information only
    }. A required item that failed, could not be checked, needs a person or was not run keeps the conclusion from Ready; warnings and advised items do not.
report-in-the-way = What stands in the way
report-nothing-in-the-way = Nothing that is required stands in the way.
report-warnings = Warnings
report-open-advised = Open, but only advised
report-accepted-exceptions = Accepted exceptions
report-all-items = All items
report-all = All
report-share = Share of all { $count } items, in the order of the table. Solid: failed or could not be checked.

## Columns

report-column-number = No.
report-column-status = Verdict
report-column-reason = Reason
report-column-page = Page
report-column-section = Section
report-column-item = Item
report-column-finding = Finding
report-column-looked-at = Looked at
report-column-seen = Seen
report-column-time = Time
report-column-from = From
report-column-took = Took
report-column-action = Action
report-column-closes = Closes item
report-column-owner = Owner
report-column-due = Due
report-column-done = Done
report-column-until = Until
report-column-name = Name
report-column-size = Size
report-column-hash = SHA-256 (first 16 bytes)

## Items

report-what-was-seen = What was seen
report-how-to-fix = How to fix it
report-the-article = The article, August 2021
report-todays-document = Today's document
report-original-finding = Original finding
report-earlier-findings = Earlier findings
report-measured-from-place = measured from { $place }
report-said-by = said by { $place }
report-times-in-a-row = { $verdict }, { $count } times in a row since { $since }
report-before-that = before that: { $verdict }, { $on }
report-finding-stale = This was found about another subject and no longer counts: { $finding }
report-finding-aged = This was last seen on { $at }, too long ago to still count: { $finding }
report-answered = { $who } says ({ $on }): { $outcome }. { $why }
report-answer-lapsed-sentence = The answer that { $who } gave on { $on } no longer holds.
report-not-answered = Nobody has answered this yet.
report-answer-does-not-count = { $who } says: { $outcome }. What was seen decides.
report-softened = This is not as it should be. As it is only advised, it counts as a warning.
report-required-now = This is required because these items failed: { $items }.
report-counts-for-nothing = This is for information and does not count for the conclusion.
report-likely-cause = Likely cause:
report-more-rows =
    { $count ->
        [one] { $count } more row is
       *[other] { $count } more rows are
    } in the assessment itself.
report-more-facts =
    { $count ->
        [one] { $count } more fact is
       *[other] { $count } more facts are
    } in the assessment itself.
report-shown-only = { $seen } (shown only: the sync server's view decides)
report-question = Question
report-answer = Answer
report-answer-lapsed = Answer that no longer holds
report-exception = Exception
report-exception-lapsed = Exception that no longer holds
report-note = Note
report-outcome = Answer
report-who = Who
report-role = Role
report-when = When
report-owner-of-risk = Accepted by
report-accepted-on = Accepted on
report-mitigation = What reduces the risk
report-seen-on = Seen on
report-accepted-what = Accepted verdict
report-lapsed-day = Its last day is past.
report-lapsed-ended = It was ended on { $at }.
report-lapsed-subject = It is about another subject.
report-lapsed-worse = What is found now is not what was accepted.
report-lapsed-not-needed = What was accepted is no longer found.

## Pictures

report-step-done = done
report-step-broke = broke here
report-step-not-reached = not reached
report-picture-probe = { $host }, { $way }, from { $place }
report-picture-idle = Silent connections to { $host }, { $way }, from { $place }
report-picture-chain = Certificates of { $host }, from { $place }: { $trust }
report-picture-rights = Rights of the connector account at { $at }
report-picture-user-rights = Rights of the connector account on the test user
report-valid = { $from } to { $until }
report-lane = { $silence }
report-lane-control = { $silence } (control)

## Action plan

report-action-plan = Action plan
report-plan-order = Ordered by what unblocks the most, then by due date. Lines without an owner or a date can be filled in by hand.
report-nothing-to-do = Nothing that is required is left to do.
report-overdue = { $day } (overdue)
report-run-these =
    { $count ->
        [one] Run the check that was not run
       *[other] Run the { $count } checks that were not run
    }
report-run-this = Run the check: { $title }
report-answer-this = Answer, or prove: { $title }
report-make-visible = Make it possible to check: { $title }. { $why }
report-do-first = { $title }: { $step }
report-why-accepted = Why it is accepted

## Evidence

report-evidence = Evidence
report-evidence-intro = Everything that was seen, and what could not be seen, with the place it was seen from.
report-facts-seen = Facts
report-facts-group = { $day }, { $place }
report-files = Files
report-not-looked-at = What could not be looked at
report-reference-data = Dates of the reference data
report-data-origin = Origin
report-data-signed = { $dates } (signed data file of { $issued })
report-data-unsigned = { $dates } (unsigned data from a folder)
report-added-by = { $name }, added by { $who }
report-size = { $kib } KiB

## Sign-off

report-sign-off = Sign-off
report-sign-off-statement = By signing, each person states that they have read the findings and answers of this assessment as they are bound by the digest below.
report-digest-of-assessment = Digest of the assessment (SHA-256)
report-training-why = The facts come from a recorded scenario, not from a customer.
report-stale-why = The content, or the conclusion that follows from it, is no longer the one that was signed. Read it again and sign again.
report-signed = Signed
report-not-signed = Not signed
report-signature-stale = Stale
report-signature-field = Signature field: { $role }
report-signature-line = Signature, or sign this field in a PDF reader
report-signed-by = Signed off by
report-bound-to = Bound to digest { $digest }
report-name = Name
report-place-date = Place, date
report-how-to-verify = How to verify
report-verify-steps = Open this PDF in Writeback Readiness, or run "wbready verify" on it: it says whether anything was changed, who signed when, and whether the signers are trusted. The assessment is inside of this file; the pages are printed again from it and compared. The digest above must be the one at the foot of every page.
report-what-a-sign-off-proves = What a signature proves
report-sign-off-proves = A name that was only typed in, or a self-signed certificate, proves that nothing was changed since, not who signed. A certificate of an authority that you trust also proves who signed.

## Facts: shared words

report-attribute = { $name }: { $value }
report-yes = yes
report-no = no
report-unknown = unknown
report-not-set = not set
report-not-installed = not installed
report-must-change = must be changed at next sign-in
report-seen-none = none
report-seen-list = { $list }
report-seen-missing = Not seen: { $why }
report-seen-more = { $count } more in the assessment itself

## Facts of the network

report-fact-probe = { $host }, { $way }
report-seen-step = { $step }: { $seen }
report-seen-then = { $before } · { $then }
report-fact-tcp-attempt = TCP: { $address } ({ $host })
report-fact-certificate = Certificate: { $host }, { $way }
report-seen-certificate = { $subject }, issued by { $issuer }, { $from } to { $until }; { $trust }
report-trust-public = leads to a public root
report-trust-local = leads to a root that only this machine trusts ({ $issuer })
report-trust-none = leads to no root that this machine trusts ({ $issuer })
report-seen-status = HTTP { $status }
report-seen-status-by = HTTP { $status } from { $server }
report-fact-idle-test = Idle test
report-fact-idle = Silent for { $silence }: { $host }
report-fact-idle-control = Silent for { $silence } (control): { $host }
report-idle-survived = Carried a request afterwards; the answer took { $after }
report-idle-answered = Carried a request afterwards: HTTP { $status } after { $after }
report-idle-gateway = Answered with HTTP { $status } after { $after }, perhaps by a device on the way: this tells nothing of the connection
report-idle-reset = Reset after { $after }
report-idle-closed = Closed in good order by the far end after { $after }
report-idle-dropped = Forgotten by the path: no answer within { $waited }
report-idle-not-opened = Not opened ({ $step }): { $why }
report-idle-cancelled = Cancelled before its time
report-idle-shortened = Not tested: the test was shortened
report-idle-skipped = Not tested: the rest of the test was skipped
report-fact-clock-any = Clock
report-fact-clock = Clock against { $host }
report-clock-same = No difference, within { $within }
report-clock-ahead = This machine is { $by } ahead, within { $within }
report-clock-behind = This machine is { $by } behind, within { $within }

## Facts of the tenant

report-fact-tenant = Tenant
report-domains = domains
report-fact-licences = Subscriptions
report-fact-licence = Subscription { $name }
report-seen-licence = { $state }, { $used } of { $owned } units in use; plans: { $plans }
report-fact-admin = Administrator
report-fact-admin-plans = Administrator's plans
report-fact-admin-roles = Administrator's roles
report-role-direct = { $role } (assigned)
report-role-group = { $role } (through { $group })
report-role-eligible = { $role } (may be activated)
report-fact-test-user = Test user in the tenant
report-fact-test-user-plans = Test user's plans
report-fact-test-user-reset = Test user's registration for reset
report-in-scope = in scope
report-registered = registered
report-capable = able to reset
report-is-admin = administrator
report-methods = methods
report-fact-synchronisation = Synchronisation of the organisation
report-enabled = enabled
report-last = last
report-fact-audit-log = Audit log
report-fact-audit = Audit log: { $activity }
report-seen-audit-success = { $at }: recorded as done ({ $details })
report-seen-audit-other = { $at }: recorded as not done ({ $details })
report-fact-features = Synchronisation features in Graph (not judged)
report-fact-health = Service health
report-synchronised = synchronised
report-cloud-managed = managed in the cloud
report-federated = federated
report-guest = guest

## Facts of the directory

report-fact-forest-any = Forest
report-fact-forest = Forest { $name }
report-functional-level = functional level
report-schema-version = schema version
report-fact-domains = Domains
report-fact-domain = Domain { $name }
report-netbios = NetBIOS name
report-pdc-emulator = PDC emulator
report-fact-controllers = Domain controllers
report-fact-controller = Domain controller { $host }
report-domain = domain
report-writable = writable
report-controls = controls
report-fact-pdc-ports = Ports of the PDC emulators
report-fact-port = { $host } port { $port }
report-port-answers = answers
report-fact-connector-account = Connector account
report-by-evidence = named by the connector itself
report-groups = groups
report-fact-domain-rights = Rights at the domain roots
report-fact-right = { $right } at { $at }
report-fact-right-on-user = { $right } on the test user
report-right-granted = Granted to { $to } at { $at }
report-right-denied = Denied to { $to } at { $at }
report-right-not-granted = Not granted
report-right-inheritance-stops = Granted above, but inheritance stops at { $at }
report-right-undecided = Only a domain controller can tell, because of the entry for { $to } at { $at }
report-right-unreadable = Could not be read
report-fact-directory-user = Test user in the directory
report-fact-test-user-rights = Rights on the test user
report-locked = locked out
report-admin-count = adminCount set
report-protected-groups = protected groups
report-cannot-change = may not change the password
report-password-set = password set
report-never-expires = password never expires
report-smart-card = smart card required
report-inheritance = inheritance on
report-expires = expires
report-fact-policies = Password policies
report-fact-policy = Password policy of { $domain }
report-fact-fine-grained = Fine-grained policy of the test user
report-minimum-age = minimum age
report-minimum-length = minimum length
report-history = passwords remembered
report-complexity = complexity

## Facts of the sync server

report-fact-machine = Machine
report-is-controller = domain controller
report-fact-connect = Entra Connect
report-service = service ADSync
report-fact-scheduler = Scheduler
report-staging = staging mode
report-suspended = suspended
report-fact-connectors = Connectors
report-fact-connector = Connector { $name }
report-account = account
report-signing = signed and encrypted
report-only-preferred = only preferred controllers
report-preferred = preferred controllers
report-fact-runs = Run history
report-fact-run = Run: { $connector }, { $profile }
report-seen-run = { $result }, { $from } to { $until }
report-seen-run-open = running since { $from }
report-fact-writeback = Password writeback on the Entra connector
report-fact-tls = TLS and .NET settings
report-os-build = operating system build
report-fact-proxy = Proxy settings
report-system-proxy = system
report-fact-sam = RestrictRemoteSam
report-fact-sam-servers = Rights on the samServer object
report-fact-sam-server = { $right } on the samServer object of { $domain }
report-fact-compatible-access = Members of Pre-Windows 2000 Compatible Access in { $domain }
report-allows-connector = lets the connector account in

## Facts of the event log

report-fact-event-log-any = Event log
report-fact-event-log = Event log of { $host }
report-seen-event-log =
    { $from } to { $until }, { $count ->
        [one] { $count } event
       *[other] { $count } events
    }
report-fact-event = Event { $id } ({ $provider })
report-fact-system-proxy = System proxy setting
report-seen-events =
    { $count ->
        [one] once, { $last }
       *[other] { $count } times, last { $last }
    }: { $message }

## The letterhead

letterhead-logo-of = Logo of { $name }
letterhead-too-large = The logo is larger than 1 MiB.
letterhead-no-picture = The logo is no PNG or JPEG that can be printed. Interlaced PNG and CMYK JPEG cannot.
letterhead-too-many-pixels = The logo is more than { $most } pixels wide or high.
letterhead-too-many-lines = There are more than { $most } lines below a name.
letterhead-too-long = A line is longer than { $most } letters.

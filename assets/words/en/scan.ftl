# Words of the scan: for whom a reset would fail, and why.

scan-listing = Listing the users below { $base }
scan-looking = { $done } of { $users } users: { $unit }
scan-again = The connection broke; going on in { $unit }

scan-fewer = { $listed } users are listed there and { $seen } could be looked at.
scan-no-base = There is no object { $base } in any domain of the forest, or it may not be seen.
scan-base-user = { $base } is a user; a scan begins at a unit or at a domain.

scan-cause-protected = It is in protected groups ({ $groups }), which no delegated right reaches.
scan-cause-protected-by-mark = It is protected (adminCount is 1), and no delegated right reaches it.
scan-cause-stale-mark = adminCount is still 1 though it is in no protected group: clear it and let the user inherit again.
scan-cause-right-denied = { $rights }: denied to { $to } at { $at }.
scan-cause-inheritance-stops = { $rights }: granted above, but inheritance stops at { $at }.
scan-cause-right-missing = { $rights }: not granted.
scan-cause-disabled = The account is disabled.
scan-cause-expired = The account expired on { $at }.
scan-cause-smart-card = The user signs in with a smart card only, so a new password is of no use.
scan-cause-too-young = The password is younger than the policy's minimum age until { $until }.
scan-cause-not-synchronised = No synchronised user of the tenant is this user.
scan-cause-disabled-in-tenant = The user is disabled in the tenant.
scan-cause-not-licensed = The user has no licence for writeback.
scan-cause-out-of-scope = The user is not enabled for self-service reset.
scan-cause-not-registered = The user has not registered for self-service reset.
scan-cause-locked = The account is locked out at the moment.
scan-cause-reserved-names = Names above it hold reserved characters: { $units }.
scan-cause-right-undecided = { $rights }: only a domain controller can weigh the entry for { $to } at { $at }.
scan-cause-unread = { $what } could not be read: { $why }

scan-name-protected = Protected
scan-name-stale-mark = adminCount left over
scan-name-right-denied = Right denied
scan-name-inheritance-stops = Inheritance stops
scan-name-right-missing = Right not granted
scan-name-disabled = Disabled
scan-name-expired = Expired
scan-name-smart-card-required = Smart card required
scan-name-password-too-young = Password too young
scan-name-not-synchronised = Not synchronised
scan-name-disabled-in-tenant = Disabled in the tenant
scan-name-not-licensed = Not licensed
scan-name-out-of-scope = Out of scope of reset
scan-name-not-registered = Not registered
scan-name-locked = Locked out
scan-name-reserved-names = Reserved characters above
scan-name-right-undecided = Right undecided
scan-name-unread = Could not be read

scan-outcome-works = would work
scan-outcome-may-fail = may fail
scan-outcome-could-not-check = could not check
scan-outcome-fails = would fail

scan-summary = { $users ->
        [one] { $users } user
       *[other] { $users } users
    } below { $bases }, for resets by { $connector }
scan-summary-tenant = Joined with { $users } users of { $tenant }, seen on { $at }
scan-summary-no-tenant = Licences and registration are not in this: no tenant facts were given.
scan-summary-causes = By cause
scan-summary-units = By unit: users for whom it would fail or could not be checked
scan-summary-unit = { $count } of { $users }  { $unit }
scan-summary-more = and { $count } more
scan-summary-unread = Not looked at
scan-summary-place = { $place }: { $why }
scan-incomplete = The scan is not whole: { $why }
scan-resume = What is finished is kept. Go on with: wbready scan ... --resume { $file }
scan-rows-kept = The rows of the users that were looked at are in { $file }. Going on takes --json.
scan-not-kept = Nothing of it is kept. That takes --json.

scan-file = { $file }: { $why }
scan-unfinished = { $file } holds what is finished of a scan that ended early: go on with it, or remove it.
scan-no-record = { $file } is no record of a scan.
scan-malformed = { $file }, line { $line }: { $why }
scan-version = { $file } was written in version { $version } of the format, which this program does not read.
scan-whole = { $file }: the scan is whole, and there is nothing to go on with.
scan-other = That scan was of another forest, base, connector account or tenant: { $forest }; { $bases }; { $connector }; { $tenant }.
scan-changed = { $file } is not any more what it was when it was opened. Open it again.
scan-onto-itself = { $file } is the record itself. Choose another name.

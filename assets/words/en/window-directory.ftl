# The page of the directory.

command-directory = Directory
    .hint = Facts of the directory for the checklist, and for which users a reset would fail.
command-scan-users = Scan the users
    .hint = Looks at every user and says for whom a reset would work, and why not.
command-collect-directory = Collect facts for the checklist
    .hint = Runs the items that look at the directory.
command-cancel-scan = Cancel the scan
    .hint = What is finished is kept and can be gone on with.
command-export-scan = Export users
    .hint = Writes every user that was scanned as CSV, or the record itself as JSON.
command-copy-scanned = Copy what is listed
    .hint = Copies the rows of the users that are listed, for a spreadsheet.
command-open-scan = Open the record of a scan
    .hint = Shows what another scan found, such as one that wbready made.

ui-directory-about = One sign-in for both: the facts that the checklist needs, and a look at every user. It only reads, over verified TLS.
ui-directory-training = Recorded facts are never mixed with what is seen from here, so nobody signs in while training. What a scan brings is shown by an example.
ui-directory-refused = The scan did not begin.
ui-directory-connection = Connection
ui-directory-at = Domains or servers
ui-directory-at-help = A domain, whose controllers are found in DNS, or ldaps://dc1.contoso.local.
ui-directory-not-server = A server is written ldaps://HOST or ldap://HOST, which means StartTLS, without a name or a path.
ui-directory-not-domain = Expected a domain such as contoso.local, or a server such as ldaps://dc1.contoso.local.
ui-directory-name = Sign in as
ui-directory-name-help = Any account can read most of it. Fine-grained policies need more rights.
ui-directory-name-own-help = Empty: as the user who runs this program. Any account can read most of it. Fine-grained policies need more rights.
ui-directory-password = Password
ui-directory-password-help = Typed each time, and kept nowhere.
ui-directory-connector = Connector account
ui-directory-connector-help = Empty: the only account named MSOL_... is taken.
ui-directory-base = Only users below
ui-directory-base-help = A distinguished name. Empty: all domains of the forest. The scan alone uses it.
ui-directory-roots = Root certificate
ui-directory-roots-help = For controllers whose certificate this machine does not trust.
ui-directory-choose-roots = Choose root certificate
ui-directory-tenant = Licences and registration
ui-directory-tenant-help = Joined with each user, from the tenant or from a file that wbready collect tenant --population wrote.
ui-directory-join = Ask { $tenant } for its users
ui-directory-choose-population = Choose a file with users
ui-directory-forget-population = Do not join { $name }
ui-directory-open-record = Open a record
ui-directory-record-about = What a scan finds is kept on this machine, names and reasons and no password, until you discard it.
ui-directory-facts = The facts of { $forest } were collected on { $at }.
ui-directory-no-facts = No facts on { $at }: { $why }
ui-directory-kept = A scan of { $forest } from { $at } is kept.
ui-directory-kept-part = A scan of { $forest } from { $at } ended early.
ui-directory-show = Show
ui-directory-go-on = Go on
ui-directory-go-on-about = Users that were looked at are not looked at again.
ui-directory-discard = Discard
ui-directory-discard-question = Discard what this scan found?
ui-directory-discard-text = The record is deleted from this machine. What was exported stays.
ui-directory-begins = Looking for the users
ui-directory-tenant-users = Reading the users of { $tenant }
ui-directory-tenant-refused = The users of the tenant could not be read. { $why }
ui-directory-progress = { $done } of { $users } users, in { $units ->
    [one] one unit
   *[other] { $units } units
}
ui-directory-cancelling = The scan is ending.
ui-directory-stays = What is finished stays when the scan is cancelled or the connection breaks, and can be gone on with.
ui-directory-works = Would work
ui-directory-works-hint = Nothing that was looked at stands in the way.
ui-directory-may-fail = May fail
ui-directory-may-fail-hint = Something may break it: the account is locked, or names above it hold reserved characters.
ui-directory-could-not-check = Could not check
ui-directory-could-not-check-hint = Nothing was seen that stops it, but not everything that could was seen.
ui-directory-fails = Would fail
ui-directory-fails-hint = Something stops it, or makes it useless to the user.
ui-directory-by-unit = By unit: users for whom it would not simply work
ui-directory-of = { $count } of { $users }
ui-directory-seen = Looked at on { $began }, in { $took }.
ui-directory-seen-part = Looked at since { $began }.
ui-directory-joined = Licences and registration come from { $tenant }.
ui-directory-not-joined = Licences and registration are not in this.
ui-directory-places = { $count ->
    [one] one place
   *[other] { $count } places
}
ui-directory-filter = Filter users
ui-directory-listed = { $count } of { $users } users are listed.
ui-directory-nobody = There is no user whose reset would not work.
ui-directory-no-match = No user matches. Clear the filters, or turn the tiles off.
ui-directory-copy-user = Copy { $name }
ui-directory-copied = { $count ->
    [one] One user was copied.
   *[other] { $count } of { $all } users were copied.
}
ui-directory-scanned = { $users ->
    [one] One user was scanned.
   *[other] { $users } users were scanned.
}
ui-directory-broke-off = { $users ->
    [one] The scan ended early, after one user.
   *[other] The scan ended early, after { $users } users.
}
ui-directory-file = users { $forest }
ui-directory-why-where = Say which domain or server.
ui-directory-why-name = Say as whom to sign in.
ui-directory-why-password = Type the password.
ui-directory-why-scanning = A scan goes on already.
ui-directory-why-not-scanning = No scan goes on.
ui-directory-why-nothing-found = No scan is shown.

ui-dialog-directory-roots = Choose root certificate
ui-dialog-population = Choose a file with the users of the tenant
ui-dialog-scan-record = Open the record of a scan
ui-dialog-scan = Export users
ui-kind-population = Users of a tenant
ui-kind-scan-record = Record of a scan
ui-kind-users-table = Table of users

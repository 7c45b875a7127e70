# What the checks of the directory say.

## The forest

directory-estate-no-domains = The list of domains is empty or has a domain without a name.
directory-estate-no-controllers = The list of domain controllers is empty.
directory-estate-domain-without-controllers = No domain controller was listed for { $domains }.

evidence-directory-controller = Domain controller
evidence-directory-connector-account = Connector account
evidence-directory-test-user = Test user
evidence-directory-access-denied = Newest access denied in the event log

## directory.pdc-emulator

directory-pdc-emulator-answers = { $count ->
    [one] The PDC emulator is writable and answers on every needed port.
   *[other] The PDC emulators of all { $count } domains are writable and answer on every needed port.
}
directory-pdc-emulator-not-found = No PDC emulator was found for { $domains }, so writeback has no place to set passwords there.
directory-pdc-emulator-read-only = { $hosts } is read-only, so no password can be set on it.
directory-pdc-emulator-closed = No answer came from { $places }, so passwords of that domain cannot be written back over this path.
directory-pdc-emulator-place = { $host } ({ $domain }) on TCP { $ports }
directory-pdc-emulator-of = { $host } for { $domain }
directory-pdc-emulator-port = { $host }, { $port } ({ $service }): { $how }
directory-pdc-emulator-open = Open these ports from the sync server to the PDC emulator, together with the RPC ports { $first }-{ $last }, and try again from the sync server. Synchronisation through another controller stays green in the meantime and proves nothing here.
directory-pdc-emulator-unlisted = { $hosts } is not in the list of domain controllers, so it is not known whether it is writable.
directory-pdc-emulator-untested = Nobody tried { $places }.
directory-port-answers = answers
directory-port-name-not-found = the name leads to no address
directory-port-silent = no answer in time
directory-port-refused = connection refused
directory-port-reset = connection reset
directory-port-unreachable = no route, or a filter forbids it
directory-port-no-connection = no usable connection
directory-port-other = { $detail }
evidence-directory-pdc-emulator = PDC emulator
evidence-directory-pdc-port = Needed port
evidence-directory-pdc-port-extra = Other port, for information

## directory.preferred-dc

directory-preferred-dc-off = "Only use preferred domain controllers" is off on every Active Directory connector.
directory-preferred-dc-named = The lists of preferred domain controllers name the PDC emulators.
directory-preferred-dc-leaves-out = The preferred domain controllers leave out { $hosts }, which writeback contacts all the same.
directory-preferred-dc-contacted-anyway = The list holds for synchronisation. For writeback Connect goes to the PDC emulator even when another controller is preferred, so firewall rules have to allow it too.
directory-preferred-dc-list = { $count ->
    [0] { $connector }: the list is empty
   *[other] { $connector }: { $hosts }
}
directory-preferred-dc-unknown = The setting "Only use preferred domain controllers" was not seen on { $connectors }.
directory-preferred-dc-no-pdc = The PDC emulator of { $domain } is not known.
directory-preferred-dc-other-forest = { $connector } belongs to a forest whose PDC emulators were not looked up.
evidence-directory-preferred-controllers = Preferred domain controllers

## directory.server-versions

directory-server-versions-current = { $count ->
    [one] The domain controller runs Windows Server 2016 or later.
   *[other] The { $count } domain controllers run Windows Server 2016 or later.
}
directory-server-versions-once-allowed = { $count ->
    [one] One domain controller is older than Windows Server 2016, { $controllers }: the article of 12 Feb 2021 allowed it with the latest service pack, today's page of 4 Mar 2025 does not.
   *[other] { $count } domain controllers are older than Windows Server 2016, { $controllers }: the article of 12 Feb 2021 allowed them with the latest service pack, today's page of 4 Mar 2025 does not.
}
directory-server-versions-old = { $count ->
    [one] One domain controller is older than Windows Server 2016, { $controllers }: neither the article of 12 Feb 2021 nor today's page of 4 Mar 2025 allows it.
   *[other] { $count } domain controllers are older than Windows Server 2016, { $controllers }: not all of them were allowed by the article of 12 Feb 2021, and none is by today's page of 4 Mar 2025.
}
directory-server-versions-one = { $host } ({ $system })
directory-server-versions-unread = { $host }: version not read
directory-server-versions-service-pack = The latest service pack is missing on { $hosts }; even the article of 2021 asked for it.
directory-server-versions-unknown = The version of { $hosts } could not be read.

## directory.functional-level

directory-functional-level-met = The forest has the level of { $level } and schema { $schema }, and no NetBIOS name holds a dot.
directory-functional-level-low = The forest has the functional level of { $level }, below { $needed }, which Connect asks for.
directory-functional-level-schema-low = The schema has version { $schema }, below { $needed }, which Connect asks for.
directory-functional-level-dotted = The NetBIOS name { $names } holds a dot, which Connect does not support.
directory-functional-level-unknown = The version of the schema was not read, so the level beside it is not relied upon.
directory-functional-level-no-netbios = The NetBIOS name of { $domains } was not read.
directory-functional-level-domain = { $domain }: { $netbios }
evidence-directory-forest-level = Forest functional level
evidence-directory-schema-version = Schema version
evidence-directory-netbios-name = NetBIOS name

## directory.policy-control

directory-policy-control-offered = { $count ->
    [one] The writable domain controller offers the password policy control.
   *[other] The { $count } writable domain controllers offer the password policy control.
}
directory-policy-control-deprecated = All writable domain controllers offer the password policy control, { $hosts } by its deprecated number only, which is enough.
directory-policy-control-missing = { $count ->
    [one] { $hosts } does not offer the password policy control, so a reset that reaches it ends with "The server does not contain the LDAP password policy control".
   *[other] { $count } domain controllers do not offer the password policy control ({ $hosts }), so a reset that reaches one of them ends with "The server does not contain the LDAP password policy control".
}
directory-policy-control-has = { $host }: { $control }
directory-policy-control-lacks = { $host }: not listed
directory-policy-control-empty = { $host } listed no controls at all, which no domain controller does.
directory-policy-control-not-seen = { $host }: not seen. { $why }
directory-policy-control-no-candidate = No writable domain controller is in the list.
evidence-directory-policy-control = Password policy control

## The account of the connector

connector-identity-incomplete = The name or the security identifier of the connector account is missing.
connector-identity-differs = The directory was asked about { $account }, while the connector signs in as { $configured }.
connector-identity-guessed = { $account } was guessed by its name and is not confirmed by the connector's own configuration.
connector-identity-other-forests = This assessment looks at one forest. The accounts of { $connectors } need an assessment of their own.

## directory.connector-account

directory-connector-account-known = The connector signs in as { $account }, which is in no administrators' group.
directory-connector-account-privileged = { $account } is in { $groups }, which hides missing rights and leaves a Tier 0 password on the sync server.
directory-connector-account-masks = With an administrator as connector account the checks of rights look right whatever was delegated. Give it the delegated rights first, then take it out of the group, and check again.
directory-connector-account-look-again = Look at the directory again with the account that the connector names; what was found out about the other one does not count.
directory-connector-account-by-evidence = Collect the evidence of the sync server, where the connector names its account. Names that begin with MSOL_ can be left-overs of older installations.
directory-connector-account-groups-unread = The groups of { $account } could not be read: every account is in at least one.
evidence-directory-connector-sid = Security identifier
evidence-directory-connector-groups = Groups of the connector account

## Rights

right-effect-granted = { $right }: granted to { $to } at { $at }
right-effect-denied = { $right }: denied to { $to } at { $at }
right-effect-not-granted = { $right }: no entry grants it
right-effect-inheritance-stops = { $right }: granted above, inheritance stops at { $at }
right-effect-undecided = { $right }: only a domain controller can tell, because of the entry for { $to } at { $at }
right-effect-unreadable = { $right }: could not be read
right-effect-not-listed = { $right }: not looked at
directory-right-in = { $right } in { $domain }
directory-right-walk = { $domain }: { $walk }

## directory.connector-rights

directory-connector-rights-held = { $count ->
    [one] { $account } holds all four rights at the root of the domain.
   *[other] { $account } holds all four rights at the root of all { $count } domains.
}
directory-connector-rights-by-privilege = { $account } holds all four rights, and is in { $groups }, so that it cannot be told whether they were ever delegated.
directory-connector-rights-lacking = { $account } lacks { $rights }, so resets there end with SSPR_0029 or leave the user marked as expired.
directory-connector-rights-grant = To grant it at the root of the domain, run as Domain Admin: { $command }
directory-connector-rights-denied = A deny entry wins over every grant: find out who set it and why before another right is granted.
directory-connector-rights-wording = Event 33004 may say "denied access to perform the operation on a privileged account" or "management agent credentials were denied access" for an ordinary user with missing rights. Judge by the entries and not by this wording.
directory-connector-rights-unread = For { $account } these rights could not be read: { $rights }.
directory-connector-rights-domain-unread = The root of { $domains } was not read.
evidence-directory-connector-right = Right at the domain root

## directory.test-user-rights

directory-test-user-rights-held = Reset Password and both write rights of { $account } are effective on { $user }.
directory-test-user-rights-inheritance-off = The rights of { $account } are effective on { $user } although inheritance is off there, so rights that are granted above later will not arrive.
directory-test-user-rights-by-privilege = The rights are effective on the test user, and { $account } is in { $groups }, so that it cannot be told whether they were ever delegated.
directory-test-user-rights-protected = { $user } is in { $groups }, whose members the directory protects, so a reset through writeback is refused by design.
directory-test-user-rights-choose-another = Nothing is broken: choose another test user. The person can still change the password while signed in. Do not delegate on AdminSDHolder.
directory-test-user-rights-stale-mark = adminCount is 1 on { $user } while no protected group was seen, so the user still carries the closed access list of a former administrator.
directory-test-user-rights-clear-mark = Make sure that the user is in no protected group, clear adminCount, switch inheritance on again, and check again; or choose another test user.
directory-test-user-rights-denied = An entry denies { $rights } to { $account } on { $user }, and a denial wins over every grant.
directory-test-user-rights-stopped = Inheritance stops at { $at }, so what is granted above to { $account } does not reach the test user: { $rights }.
directory-test-user-rights-missing = No entry on { $user } grants { $rights } to { $account }, so a reset of this user ends with access denied.
directory-test-user-rights-unread = For { $account } these rights on the test user could not be read: { $rights }.
directory-test-user-rights-no-name = The test user's distinguished name is missing.
directory-inheritance-on = On
directory-inheritance-off = Off
directory-admin-count-set = 1
directory-admin-count-clear = Not 1
evidence-directory-test-user-inheritance = Inheritance on the test user
evidence-directory-test-user-admin-count = adminCount of the test user
evidence-directory-test-user-right = Right on the test user

## directory.password-policy

directory-password-policy-none = The minimum password age is 0 in every domain and for the test user.
directory-password-policy-aged = The minimum password age is { $age } in { $domains }, so a second reset within that time is refused.
directory-password-policy-fine-grained = The fine-grained policy { $policy } sets a minimum password age of { $age } for the test user, so a second reset within that time is refused.
directory-password-policy-window = The test user's password is younger than the { $age } of { $policy }, so a reset is refused until { $until }.
directory-password-policy-complexity = The user is then told about length, complexity, age or history; age is meant. Wait, or have the policy owner set the minimum age to 0 (not the minimum length).
directory-password-policy-unreadable = Ordinary users may not read fine-grained policies, so seeing none does not mean that there is none. Look again with an account that may.
directory-password-policy-domain-unread = The policy of { $domains } was not read.
directory-password-policy-of = { $policy }: { $age }
directory-password-policy-no-fine-grained = None applies to the test user
evidence-directory-password-policy = Minimum password age
evidence-directory-fine-grained-policy = Fine-grained policy

## directory.sam-restriction

directory-sam-restriction-absent = RestrictRemoteSam is not set on the sync server, so no policy keeps the connector account out.
directory-sam-restriction-allows = RestrictRemoteSam is set on the sync server and lets the connector account in.
directory-sam-restriction-excludes = RestrictRemoteSam is { $value } and keeps the connector account out, so resets end with SSPR_0029 although all rights are right.
directory-sam-restriction-unclear = RestrictRemoteSam is { $value }, and it was not seen whether the connector account is among those it lets in.
directory-sam-restriction-compliant = A security scan may call this value compliant: hardening guides ask for O:BAG:BAD:(A;;RC;;;BA) on member servers, and on the sync server that very value stops writeback. Keep the restriction and add the connector account to it.
directory-sam-restriction-elsewhere = The event log speaks of access denied all the same. Read RestrictRemoteSam on the domain controllers too.
directory-sam-server-lacking = The connector account does not hold { $rights } on the samServer object, through which writeback looks up the user, so resets end with access denied.
directory-sam-server-restore = Give the default back on CN=Server,CN=System of each of these domains: List Contents, Read All Properties and Read Permissions for Authenticated Users, or for Pre-Windows 2000 Compatible Access with Authenticated Users as member.
directory-sam-server-unread = It was not seen whether the connector account holds { $rights } on the samServer object (CN=Server,CN=System).
directory-sam-server-domain-unread = The samServer object (CN=Server,CN=System) of { $domains } was not read.
directory-sam-server-look = The policy on the sync server is no obstacle. The samServer object of each domain (CN=Server,CN=System) can be one too; collecting the directory reads it.
evidence-directory-sam-server = samServer object
sam-right-list-contents = List Contents
sam-right-read-properties = Read All Properties
sam-right-read-permissions = Read Permissions
evidence-directory-restrict-remote-sam = RestrictRemoteSam

## directory.reserved-names

directory-reserved-names-none = { $count ->
    [0] No unit stands above the test user.
    [one] The unit above the test user has no reserved character in its name.
   *[other] None of the { $count } units above the test user has a reserved character in its name.
}
directory-reserved-names-found = { $count ->
    [one] The unit { $units } above the test user has a reserved character in its name, with which a reset may end with event 33001.
   *[other] The units { $units } above the test user have reserved characters in their names, with which a reset may end with event 33001.
}
directory-reserved-names-unit = "{ $name }"
directory-reserved-names-try-another = Event 33001 speaks of an unknown problem and never of the name. Try a user in a unit with a plain name before anything is renamed.
directory-reserved-names-malformed = "{ $dn }" is not the distinguished name of a user in a domain.

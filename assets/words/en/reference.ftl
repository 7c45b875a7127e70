# Words of the reference tables. The value of an event, a code or a defect names it; .meaning says what it means,
# .remedy what to do.

## Events

event-31001 = Reset arrived
    .meaning = A self-service reset reached the sync server.
    .remedy = Nothing to do: the event that ends it follows.
event-31002 = Reset done
    .meaning = Active Directory accepted the new password.
    .remedy = Nothing to do.
event-31003 = Reset refused
    .meaning = Active Directory did not accept the reset.
    .remedy = Read the event of 33001 to 33009 and the ADSync event 6329 of the same minute: they hold the cause.
event-31004 = Enabling began
    .meaning = Password writeback is being enabled.
    .remedy = Nothing to do: the event that ends it follows.
event-31005 = Enabling done
    .meaning = Password writeback was enabled and is ready.
    .remedy = Nothing to do.
event-31006 = Change arrived
    .meaning = A password change reached the sync server.
    .remedy = Nothing to do: the event that ends it follows.
event-31007 = Change done
    .meaning = Active Directory accepted the changed password.
    .remedy = Nothing to do.
event-31008 = Change refused
    .meaning = Active Directory did not accept the change.
    .remedy = Read the event of 33001 to 33009 and the ADSync event 6329 of the same minute: they hold the cause.
event-31009 = Administrator reset arrived
    .meaning = A reset by an administrator reached the sync server.
    .remedy = Nothing to do: the event that ends it follows.
event-31010 = Administrator reset done
    .meaning = Active Directory accepted the password that an administrator set.
    .remedy = Nothing to do.
event-31011 = Administrator reset refused
    .meaning = Active Directory did not accept the reset by an administrator.
    .remedy = Read the event of 33001 to 33009 and the ADSync event 6329 of the same minute: they hold the cause.
event-31012 = Disabling began
    .meaning = Password writeback is being disabled.
    .remedy = Nothing to do: the event that ends it follows.
event-31013 = Disabling done
    .meaning = Password writeback was disabled.
    .remedy = Enable it again in the Connect wizard, unless it is meant to stay off.
event-31014 = Disabling not done
    .meaning = Password writeback could not be disabled.
    .remedy = Use an administrator account that was created in the cloud and is not federated, and check its role.
event-31015 = Writeback service started
    .meaning = The writeback service of the sync server started.
    .remedy = Nothing to do.
event-31016 = Writeback service stopped
    .meaning = The writeback service of the sync server stopped; no password is written back until it starts again.
    .remedy = Start the service ADSync.
event-31017 = Token obtained
    .meaning = The administrator who enables writeback was authorised.
    .remedy = Nothing to do.
event-31018 = Key pair created
    .meaning = The keys that protect passwords on their way were created.
    .remedy = Nothing to do.
event-31019 = Relay heartbeat
    .meaning = The relay answered. A healthy sync server records this about every 5 minutes, with the name of its relay.
    .remedy = Nothing to do.
event-31034 = Relay listener lost
    .meaning = The sync server lost its connection to the relay.
    .remedy = Check that the service ADSync runs and that port 443 to the Service Bus hosts is open, then look for TLS inspection or a missing root certificate.
event-31044 = No relay host runs
    .meaning = Neither or only one of the two relay connections runs, so writeback is down or without its reserve.
    .remedy = Open port 443 to the Service Bus hosts by wildcard, then restart the service ADSync.
event-32000 = Unknown error
    .meaning = Writeback met an error that it has no name for.
    .remedy = Disable password writeback in the Connect wizard and enable it again. If the event returns, hand its tracking id to Microsoft support.
event-32001 = Reset service not reached
    .meaning = The sync server did not reach the password reset service in the cloud.
    .remedy = Open port 443 to the password reset hosts, then check the proxy and TLS 1.2.
event-32002 = Relay not reached
    .meaning = The sync server did not reach the Service Bus relay; the text may speak of a token provider.
    .remedy = Open port 443 to the Service Bus hosts by wildcard, then check the proxy and TLS inspection.
event-32003 = Input not valid
    .meaning = A request held a value that writeback does not accept.
    .remedy = Try the reset again.
event-32004 = Password not decrypted
    .meaning = The keys of the sync server and of the cloud do not match.
    .remedy = Disable password writeback in the Connect wizard and enable it again.
event-32005 = Configuration not read
    .meaning = The configuration of writeback on the sync server could not be read.
    .remedy = Disable password writeback in the Connect wizard and enable it again.
event-32007 = Configuration not written
    .meaning = The configuration of writeback could not be updated while it was being enabled.
    .remedy = Disable password writeback in the Connect wizard and enable it again.
event-32008 = Answer not valid
    .meaning = The cloud service gave an answer that writeback does not accept.
    .remedy = Disable password writeback in the Connect wizard and enable it again.
event-32009 = Administrator not authorised
    .meaning = The administrator who enables writeback got no token: the credentials are wrong, or the account is federated.
    .remedy = Use an administrator account that was created in the cloud and is not federated.
event-32010 = Keys not usable
    .meaning = Keys could not be generated or used.
    .remedy = Disable password writeback in the Connect wizard and enable it again.
event-32011 = Enabling not accepted
    .meaning = The cloud service did not complete the enabling: port 443 is blocked, or the administrator is federated.
    .remedy = Open port 443 to the password reset hosts, and use an administrator account that was created in the cloud.
event-32013 = Disabling not accepted
    .meaning = The cloud service did not complete the disabling: port 443 is blocked, or the administrator is federated.
    .remedy = Open port 443 to the password reset hosts, and use an administrator account that was created in the cloud.
event-32014 = Relay retried
    .meaning = The sync server had to try the relay again.
    .remedy = Nothing to do for a single event. If it is frequent, look for a device that drops idle connections.
event-32015 = Health not reported
    .meaning = The sync server could not report its health to the cloud.
    .remedy = Check the age of the newest heartbeat and port 443 to the password reset hosts.
event-33001 = Unknown directory error
    .meaning = Active Directory gave an error that writeback has no name for.
    .remedy = Read the ADSync event 6329 of the same minute, and look for reserved characters in the names of the units above the user.
event-33002 = User not found
    .meaning = The user was not found in Active Directory: deleted, or out of the scope of synchronisation.
    .remedy = Check that the user exists and is in scope, also of selective password hash synchronisation.
event-33003 = User found more than once
    .meaning = More than one object in Active Directory bears the anchor of this user.
    .remedy = Find the objects with the same anchor and keep one of them in scope.
event-33004 = Access denied
    .meaning = Active Directory denied the connector account the access. The words "privileged account" appear for ordinary users too.
    .remedy = Check the effective rights on the user, then whether the account is protected or may not change its password, then the restriction of remote calls to SAM.
event-33005 = User disabled
    .meaning = The account is disabled in Active Directory.
    .remedy = Enable the account, or choose another test user.
event-33006 = User locked out
    .meaning = The account is locked out in Active Directory.
    .remedy = Unlock the account, or wait until the lockout ends.
event-33007 = Current password wrong
    .meaning = The current password that was entered for a change is not the one in Active Directory.
    .remedy = Try the change again with the current password.
event-33008 = Password policy
    .meaning = The new password or its time does not meet the policy: age, history, complexity or a filter.
    .remedy = Check the minimum password age first: the text speaks of complexity even when the last change was too recent.
event-33009 = Directory configuration
    .meaning = The configuration of Active Directory or of its connector does not allow the reset.
    .remedy = Read the ADSync event 6329 of the same minute: its code names the cause.
event-6329 = Synchronisation engine error
    .meaning = The synchronisation engine recorded an error; its text holds the code that names the cause.
    .remedy = Keep the text as it is and look up the code in it.
event-6800 = Writeback did not start
    .meaning = The writeback endpoint did not start together with the service ADSync.
    .remedy = Check TLS 1.2 and .NET, then the network, then restart the service ADSync.
event-403 = Sign-in as the connector account
    .meaning = The synchronisation engine signed in as the connector account; this is normal.
    .remedy = Nothing to do.
event-405 = Directory connection as the connector account
    .meaning = The synchronisation engine connected to the directory as the connector account; this is normal.
    .remedy = Nothing to do.
event-656 = Password hash batch
    .meaning = Password hashes are being synchronised; many of these can follow the enabling of writeback.
    .remedy = Nothing to do.
event-657 = Password hash result
    .meaning = A batch of password hashes was synchronised. This is not writeback, and writeback does not wait for it.
    .remedy = Nothing to do.

## Codes

code-8023062c = LDAP not signed and encrypted
    .meaning = The connector talks to the directory without signing and encryption, and a password may not travel that way.
    .remedy = Tick "Sign and Encrypt LDAP Traffic" in the connector properties: for the forest, for each partition, and for the preferred domain controllers.
code-80230626 = User may not change the password
    .meaning = "User cannot change password" is set on the user; it looks like missing rights of the connector account.
    .remedy = Clear "User cannot change password" on the user, or choose another test user.
code-80230619 = Password policy
    .meaning = A restriction prevents this password: age, history, complexity, a filter, or a user who may not change the password.
    .remedy = Check the minimum password age and the date of the last change first, then the other rules.
code-8023061f = Forest added later
    .meaning = Writeback is not set up on this connector: the forest was added after writeback was enabled.
    .remedy = Disable password writeback in the Connect wizard and enable it again.
code-80230402 = Anchor in several domains
    .meaning = Objects in more than one domain bear the anchor of this user.
    .remedy = Find the objects with the same anchor and keep one of them in scope.
code-80230405 = No writeback target
    .meaning = The synchronisation engine knows no directory object for this user.
    .remedy = Check the scope of synchronisation, the join, and the scope of selective password hash synchronisation.
code-800700ce = Connector password too long
    .meaning = The password of the connector account has more than 256 characters.
    .remedy = Set a password of at most 256 characters for the connector account, and enter it in Connect.
code-80070005 = User information refused
    .meaning = The connector account may not read the user over the remote calls to SAM.
    .remedy = Check "Network access: Restrict clients allowed to make remote calls to SAM" on the sync server and on the domain controllers: it must allow the connector account. A value in the registry can outlive the policy.
code-password-policy-control = No password policy control
    .meaning = A domain controller does not offer the control with which a reset honours the password policy.
    .remedy = Use domain controllers with Windows Server 2016 or later.
code-certificate-invalid = Certificate not trusted
    .meaning = The sync server does not trust the certificate that it was shown: a root certificate is missing, or the connection is inspected.
    .remedy = Exempt the writeback hosts from TLS inspection, and install the missing root certificates.
code-privileged-account = Denied on a "privileged account"
    .meaning = The access was denied. The words do not prove that the user is privileged: missing rights read the same.
    .remedy = Read adminCount of the user; where it is not 1, grant the missing rights to the connector account.
code-agent-denied = Connector account denied
    .meaning = The connector account was denied access: rights are missing, the user is protected, or may not change the password.
    .remedy = Check the user first: adminCount and "User cannot change password". Then check the rights of the connector account.
code-listener-lost = Connection lost
    .meaning = The connection of the writeback service was lost; the service ADSync is often stopped.
    .remedy = Start the service ADSync, then check port 443 to the Service Bus hosts.
code-file-load = Component not loaded
    .meaning = A hand-edited configuration file of the synchronisation engine kept a component from loading after an upgrade.
    .remedy = Restore the configuration file that the installed version ships, and set the proxy in machine.config instead.
code-sspr-0029 = SSPR_0029: on-premises action needed
    .meaning = The directory refused the reset, and only its administrators can repair that.
    .remedy = Check the test user, then the rights of the connector account, then the restriction of remote calls to SAM.
code-sspr-0030 = SSPR_0030: sync server not reached
    .meaning = The cloud did not reach the sync server.
    .remedy = Check the newest heartbeat, the service ADSync, port 443 to the Service Bus hosts and TLS 1.2.
code-cloud-failure = Written back, refused by the cloud
    .meaning = Active Directory took the new password and the cloud did not: writeback works.
    .remedy = Choose a password that meets the policy of the cloud too.
code-sspr-0009 = SSPR_0009: reset is off
    .meaning = Self-service password reset is off; for a synchronised administrator, that of administrators.
    .remedy = Turn on self-service password reset for the test user, and do not test with an administrator.
code-sspr-0010 = SSPR_0010: writeback is off
    .meaning = Password writeback is not enabled for the tenant.
    .remedy = Turn on "Write back passwords to your on-premises directory", and enable writeback in the Connect wizard.
code-sspr-0011 = SSPR_0011: no reset policy
    .meaning = The organisation has no policy for password reset.
    .remedy = Set the authentication methods for password reset.
code-sspr-0012 = SSPR_0012: no licence
    .meaning = The licence that password writeback needs is missing.
    .remedy = Assign a licence with Microsoft Entra ID P1 or P2 to the user.
code-sspr-0013 = SSPR_0013: user out of scope
    .meaning = The user is not in the group that may reset passwords.
    .remedy = Add the user to the group, or widen the scope of password reset.
code-sspr-0014 = SSPR_0014: too few methods
    .meaning = The user has not registered enough methods.
    .remedy = Register the missing methods for the user.
code-changed-on-premises = Account information changed
    .meaning = The portal says that the account information changed on-premises; no cause is known for certain.
    .remedy = Read the ADSync event 6329 of the same minute and keep its code.
code-wizard-licence = Wizard speaks of a licence
    .meaning = The wizard asks for a licence when it did not reach the cloud.
    .remedy = Check TLS 1.2 and the proxy before the licence.

## Clouds

cloud-global = Global (commercial and GCC)
cloud-gcc-high = US Government GCC High
cloud-dod = US Government DoD
cloud-china = China (21Vianet)
never-probe-misprint = The article prints servicebus.windows.networks. That name is a misprint of servicebus.windows.net, in every language, and nothing answers there; it is not tried.

## Releases of Entra Connect

release-application-sign-in = From this version on, Connect signs in to the cloud as an application by default.
release-hard-minimum = The lowest version that still synchronises since 30 Sep 2026.
release-edited-configuration = An upgrade to this version can break the service where miiserver.exe.config was edited by hand.
release-recalled = This version was recalled: uninstall it and install a newer one.
release-security = This version repairs security defects.
release-pass-through = Pass-through authentication cannot be enabled with this version.
threshold-endpoints = From here on, writeback needs only port 443 to the hosts of this checklist.
threshold-tls12-default = From here on, TLS 1.2 is tried first.
threshold-tls12-only = From here on, a server that allows only TLS 1.2 is supported.
threshold-tls12-required = From here on, TLS 1.0 and 1.1 are not supported.
threshold-tls12-registry = From here on, TLS 1.2 must be enforced in the registry before the installation.
threshold-tls12-no-registry = From here on, TLS 1.2 need not be enforced in the registry before the installation.

## Known defects of Entra Connect

defect-old-controllers = Writeback with Windows Server 2008 domain controllers
    .meaning = Writeback does not work where a domain controller runs Windows Server 2008 or 2008 R2.
    .remedy = Upgrade Connect.
defect-unexpire-not-granted = Unexpire Password not granted
    .meaning = Connect does not grant Unexpire Password, so a reset can be done and the user still has to change the password.
    .remedy = Upgrade Connect, then grant the right on the root of each domain.
defect-access-denied = Writeback stops with access denied
    .meaning = Writeback stops with SSPR_0029 and ERROR_ACCESS_DENIED although every right is granted.
    .remedy = Upgrade Connect before any right is touched.
defect-database-deadlocks = Database deadlocks during resets
    .meaning = Resets fail now and then under load, because the database of Connect locks itself.
    .remedy = Upgrade Connect.
defect-edited-configuration = Service does not load after an upgrade
    .meaning = Where miiserver.exe.config was edited by hand, a component does not load after the upgrade and the service stays down.
    .remedy = Restore the configuration file that the installed version ships, and set the proxy in machine.config instead.

## Directory roles of Microsoft Entra ID

role-hybrid-identity-administrator = Hybrid Identity Administrator
role-global-administrator = Global Administrator
role-authentication-policy-administrator = Authentication Policy Administrator
role-reports-reader = Reports Reader
role-security-reader = Security Reader
role-security-administrator = Security Administrator
role-global-reader = Global Reader
role-directory-synchronization-accounts = Directory Synchronization Accounts

## Rights in Active Directory

right-reset-password = Reset Password
right-write-lockout-time = Write lockoutTime
right-write-password-last-set = Write pwdLastSet
right-unexpire-password = Unexpire Password
right-change-password = Change Password

## Well-known principals

principal-everyone = Everyone
principal-authenticated-users = Authenticated Users
principal-pre-windows-2000-compatible-access = Pre-Windows 2000 Compatible Access
principal-self = the user itself (SELF)
principal-administrators = Administrators
principal-account-operators = Account Operators
principal-server-operators = Server Operators
principal-print-operators = Print Operators
principal-backup-operators = Backup Operators
principal-replicator = Replicator
principal-domain-admins = Domain Admins
principal-administrator = Administrator
principal-krbtgt = krbtgt
principal-domain-controllers = Domain Controllers
principal-schema-admins = Schema Admins
principal-enterprise-admins = Enterprise Admins
principal-read-only-domain-controllers = Read-only Domain Controllers
principal-protected-users = Protected Users

## How well a row of the tables is supported

confidence-documented = Documented by Microsoft
confidence-observed = Seen in published code or data
confidence-reported = Reported by an issue or a blog
confidence-derived = Concluded from other sources
confidence-unverified = Not verified

## What keeps a data file from being used

reference-file-unknown = { $file } is not a reference table; expected one of { $known }
reference-file-repeated = { $file } was given more than once
reference-file-invalid = { $file }, line { $line }: { $expected }

## Where the reference data comes from

data-origin-built-in = Built into the program
data-origin-signed = Signed data file of { $issued }, signed by { $signer }, with { $tables }; SHA-256 { $sha256 }
data-origin-unsigned = Unsigned data from a folder ({ $tables }), for which nobody vouches; SHA-256 { $sha256 }
data-file-not-one = It is no data file of this program, or its head is damaged.
data-file-newer = It is a data file for a later version of this program.
data-file-too-large = It is larger than a data file may be.
data-file-unknown-signer = It is signed with the key { $key }, which this program does not trust.
data-file-altered = Its signature does not fit: it was altered or damaged after it was signed.
data-file-unsound = It is signed, and cannot be used: { $why }
data-file-older = Its { $table } is of { $found }; this program has that of { $built }. Older data is not used.
data-file-not-a-key = That is no Ed25519 private key (PKCS#8).
data-file-passed-over = The installed data file { $path } is not used: { $why }
data-file-later-installed = It is of { $found }, and a later one, of { $installed }, is installed.

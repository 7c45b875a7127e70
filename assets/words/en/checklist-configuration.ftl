### The words of checklist section 1, "Configuring password writeback": one message per item, in the checklist's order.
### In commands and words, contoso.com, testuser, admin@contoso.com and MSOL_0123456789ab are placeholders.

section-configuration = Configuring password writeback
    .short = Configuration

## Licences

# licence.premium-feature
item-licence-premium-feature = Password writeback is known to be a paid feature
    .short = Paid feature
    .why = Writing a cloud password back to the directory is not part of Microsoft Entra ID Free or of the Office 365 plans. Every user who benefits needs a licence, and the service may not stop users who have none, so "it worked before" proves nothing about licences.
    .fix-1 = Read which products include writeback for synchronised users, and which only cover users who exist in the cloud alone.
    .fix-2 = Count the users who will reset or change their password and compare with the units you own, before the feature is switched on for everyone.
    .ask = Ask whoever owns the licences whether they know that writeback is paid for per user. Met when they know it and the number of users is agreed.
    .article = Password writeback is a premium feature.
    .today = Unchanged: the licensing page of 4 Mar 2025 asks for Microsoft Entra ID P1 or P2, or Microsoft 365 Business Premium, for reset or change with writeback. "Premium" in the article is the old product name Azure AD Premium.

# licence.tenant-owns
item-licence-tenant-owns = The tenant owns a licence that includes writeback
    .short = Licence in the tenant
    .why = Without Entra ID P1 or P2 the page for on-premises integration can stay grey and users can see SSPR_0012. Names mislead: Office 365 E3 and Microsoft 365 Business Standard do not include it, although Business Standard carries the part number O365_BUSINESS_PREMIUM. A message about a licence in the Connect wizard is often a TLS 1.2 or proxy fault instead; this item tells the two apart.
    .fix-1 = Open the licences page of the Microsoft 365 admin center and look for a product that contains Microsoft Entra ID P1 or P2: Entra ID P1 or P2, EMS E3 or E5, Microsoft 365 E3, E5, F1, F3, A3, A5 or Business Premium.
    .fix-2 = Decide by service plan, not by product name: list the subscriptions that carry plan AAD_PREMIUM or AAD_PREMIUM_P2, and look at their state and at the units in use.
    .fix-3 = If none is listed, get the smallest product that fits; Entra ID P1 is enough, and P2 adds nothing for writeback. A trial is enough for a first test, but note the day it ends.
    .fix-4 = If the state is Warning or Suspended, renew the subscription or settle its payment; a suspended plan no longer counts.
    .fix-5 = If units are owned but none is in use, assign at least one: open the user, then Licenses. A licence that lies in stock does not enable anything.
    .ask = Open the licences page of the Microsoft 365 admin center and look whether an active product with Microsoft Entra ID P1 or P2 is listed and at least one unit of it is assigned to a person. Met when both are true; products for meeting rooms and shared devices alone do not meet it.
    .article = You must have at least one license assigned in your organization. Cloud and/or on-premises users - Azure AD Premium P1 or P2, Enterprise Mobility + Security (EMS), or Secure Productive Enterprise (SPE)
    .today = Same rule, newer names: Azure AD Premium is Microsoft Entra ID P1 or P2, and Secure Productive Enterprise is today's Microsoft 365 E3 and E5. The licensing page of 4 Mar 2025 adds Microsoft 365 Business Premium, and wants a licence for every user who benefits, not one for the organisation. The Chinese edition prints "P1 P2" and loses the "or".

# licence.cloud-only-users
item-licence-cloud-only-users = The plans that cover only cloud users are not counted for writeback
    .short = Cloud-only plans
    .why = The article's line for cloud-only users is often read as "any paid Office 365 plan is enough". Such a plan covers a reset in the cloud; nothing is written back to Active Directory with it.
    .fix-1 = Leave Office 365 E1, E3, E5, F3, Business Basic and Business Standard out of the count for writeback.
    .fix-2 = Give every synchronised user who shall reset a password a licence with Entra ID P1 or P2; users who exist only in the cloud can keep the plan they have.
    .ask = Look through the paid plans the organisation owns and mark those without Entra ID P1 or P2. Met when nobody counts on them for synchronised users.
    .article = Cloud only users - Any Office 365 (O365) paid SKU, or Azure AD Basic
    .today = Still true for users who exist only in the cloud, and of no use for writeback (licensing page of 4 Mar 2025). Azure AD Basic is no longer sold. The Chinese edition drops the word "Any".

# licence.admin
item-licence-admin = The administrator who enables writeback holds Entra ID P1 or P2
    .short = Administrator's licence
    .why = The password reset pages, and the audit entries of self-service reset, can stay hidden from an administrator without an Entra licence. It then looks as if the feature were missing from the tenant.
    .fix-1 = Open the administrator's account, set a usage location under Properties, then assign a product with Entra ID P1 or P2 under Licenses.
    .fix-2 = Check the plans on the account; one line with ProvisioningStatus Success is enough.
    .fix-3 = Sign out, sign in again and open the password reset pages; a new licence can take some minutes to show.
    .ask = Open the named administrator in the Entra admin center and look under Licenses whether a product with Entra ID P1 or P2 is assigned and that plan is not switched off inside the product. Met when the plan is active.
    .article = You have at least one administrator account and one test user account with one of the appropriate license.
    .today = Today's licensing page no longer asks for a licensed administrator by name, but the troubleshooting page of 6 Jun 2025 says that the password reset pages may be hidden from an administrator without an Entra licence, so the article's line still holds in practice.

# licence.test-user
item-licence-test-user = The test user holds Entra ID P1 or P2
    .short = Test user's licence
    .why = A reset by a user without the licence can end with SSPR_0012, or work today and stop later. A test only says something about writeback when the licence question is out of the way.
    .fix-1 = Open the test user, set a usage location under Properties, then assign a product with Entra ID P1 or P2 under Licenses, or add the user to the group that assigns it.
    .fix-2 = If the product is assigned but the plan is missing, open the product under Licenses and switch Microsoft Entra ID P1 or P2 on; group licences with single plans switched off are a common reason.
    .fix-3 = Check the plans on the account; one line with ProvisioningStatus Success is enough.
    .ask = Open the named test user in the Entra admin center and look under Licenses whether a product with Entra ID P1 or P2 is assigned and that plan is switched on. Met when the plan is active.
    .article = You have at least one administrator account and one test user account with one of the appropriate license.
    .today = Unchanged in substance: the licensing page of 4 Mar 2025 wants P1, P2 or Microsoft 365 Business Premium for every user who benefits, which includes the test user.

## Accounts

# account.test-user
item-account-test-user = The test user is suitable for a reset test
    .short = Suitable test user
    .why = Many reported cases were healthy systems tested with an account that can never work: an administrator, a protected account, a disabled account, one outside the scope, or one whose password was changed an hour ago. The messages mislead: a member of a protected group shows SSPR_0029 or event 33004 as if rights were missing, and the minimum-age window is worded as complexity.
    .fix-1 = Choose another test user when the reason lies in the nature of the account: an ordinary employee, synchronised from the directory, enabled, without administrator roles in the cloud, outside every privileged group, and in the scope of self-service reset. Nothing has to be repaired then.
    .fix-2 = Read the account in the directory and compare: Enabled is True, LockedOut is False, adminCount is empty, CannotChangePassword is False, SmartcardLogonRequired is False, and the account has not expired.
    .fix-3 = If the password was set recently, wait until the time this command prints, or lower the minimum password age first. It holds for new users and for users the helpdesk has just reset, too.
    .fix-4 = If adminCount is 1, look whether the user is still in a protected group, nested groups included (the primary group and groups of other domains are not listed). If a group is listed, choose another test user; do not take the protection off.
    .fix-5 = Only when no group is listed and the owner of the account agrees, the mark is a left-over: clear adminCount and switch inheritance on again. If adminCount comes back within the hour, the account is protected after all.
    .fix-6 = If the account is locked or must not change its password, unlock it and clear "User cannot change password". Leave both alone on service accounts and choose another user.
    .fix-7 = Check the cloud side: UserType Member, AccountEnabled True, OnPremisesSyncEnabled True. If the source of authority was converted to the cloud (isCloudManaged is true), the user no longer belongs to the directory; choose another one.
    .ask = Look whether the test user is an ordinary, enabled, synchronised employee without administrator roles, with adminCount empty, allowed to change the password, not locked or expired, in the scope of self-service reset, and with a password older than the minimum age. Met when every point is true.
    .article = You have at least one administrator account and one test user account with one of the appropriate license.
    .today = The article only asks for a licence. The support page on SSPR_0029 (17 Aug 2022) and the concept page (4 Mar 2025) add that members of protected groups, present or former, cannot have a forgotten password reset by writeback, by design; they can still change a known one. Some older pages say otherwise for administrators who reset themselves, so this point is disputed and the stricter reading is used.

# account.admin-cloud
item-account-admin-cloud = The administrator who enables writeback was created in the cloud
    .short = Cloud administrator
    .why = The wizard asks the cloud for a token with this account. A federated account does not get one: event 32009 when writeback is switched on, 31014 when it is switched off, and the text talks about credentials.
    .fix-1 = Look at the account and at its domain: OnPremisesSyncEnabled empty or False means created in the cloud; AuthenticationType Federated for its domain means that it cannot be used.
    .fix-2 = Use or create an account in the cloud, for example admin@contoso.onmicrosoft.com, protected by multifactor authentication. Do not convert an existing synchronised administrator for this.
    .fix-3 = Run the Connect wizard again with this account: Configure, Customize synchronization options, and enter it on the page "Connect to Microsoft Entra ID".
    .ask = Look at the account that was, or will be, entered in the Connect wizard: in the Entra admin center its property "On-premises sync enabled" says No. Met when it was created in the cloud; a synchronised account of a domain that is not federated meets today's rule, but not the article's.
    .article = Make sure that the administrator account being used to enable Password Writeback is a cloud administrator account (created in Azure AD not on-premises AD)
    .today = The article is stricter than today's page: the entry for event 32009 (4 Mar 2025) only asks for a managed account, created in the cloud or with a synchronised password hash, that is, not a federated one. A synchronised, managed account is therefore a warning here. The Chinese edition is garbled at this point: the word "administrator" is lost and the bracket is in the wrong place.

# account.admin-role
item-account-admin-role = That administrator holds the role directly, and it is active
    .short = Administrator's role
    .why = Connect accepts Hybrid Identity Administrator or Global Administrator only when the role is assigned to the user directly. A role through a group, or one that is only eligible in Privileged Identity Management, counts as missing, and the wizard does not say which of the two it is.
    .fix-1 = Assign Hybrid Identity Administrator to the user directly. It is enough for switching writeback on in the wizard; Global Administrator is not needed for that.
    .fix-2 = If the role is only eligible, activate it in Privileged Identity Management immediately before the wizard is opened, for long enough to finish.
    .fix-3 = List the roles that are assigned directly and active now; Hybrid Identity Administrator or Global Administrator has to be among them.
    .fix-4 = When the work is done, let the activation end or take the role away again. The running service does not need it.
    .ask = Open the administrator in the Entra admin center, choose Assigned roles, and look whether Hybrid Identity Administrator or Global Administrator stands under active assignments as a direct one. Met when it does.
    .today = Documents differ on the role: the tutorial (13 Sep 2023) lists Hybrid Identity Administrator as its prerequisite and then asks for a Global Administrator in the wizard's steps. The prerequisites page (29 Sep 2025) accepts either, assigned directly; the lesser role is advised here. Installing Connect Health for sync or changing federation needs more.

## Tenant switches

# tenant.reset-enabled
item-tenant-reset-enabled = Self-service password reset is enabled for the test user
    .short = Reset enabled
    .why = The scope is none, one selected group, or all. A user outside the group still sees the form and then gets a message about length, complexity, age or history, which sends the search to the password policy. Administrators follow a policy of their own, so an administrator's test says nothing; nor does allowedToUseSSPR, which is about administrators.
    .fix-1 = Open Password reset, Properties. Choose Selected and a group that holds the test user, or All, and save.
    .fix-2 = For a pilot, use one group for everybody who shall reset: only a single group can be chosen. Check that the test user is in it; nested groups count.
    .fix-3 = Ask the tenant about the test user: IsSsprEnabled has to be True and IsAdmin False.
    .fix-4 = Judge nothing by the administrator policy: it is shown on this page of its own and holds for administrators only.
    .ask = Open Password reset, Properties, and look whether "Self service password reset enabled" is set to All, or to Selected with a group that holds the test user. Met when it is; write down which of the three it is.
    .article = Password reset has been configured and enabled in your tenant. For more information, see Enable users to reset their Azure AD passwords.
    .today = Unchanged in substance; the article's link leads today to the tutorial "Enable self-service password reset". There is no supported interface that reads the scope, so the test user's isSsprEnabled is read and a person confirms the scope. A voluntary change by a signed-in user does not depend on this scope.

# tenant.test-user-registered
item-tenant-test-user-registered = The test user has registered enough methods
    .short = Test user registered
    .why = Without the required number of methods the reset stops with SSPR_0014 before anything reaches the sync server. The server's event log then stays empty, which looks like a broken connection.
    .fix-1 = Look up how many methods the tenant asks for, one or two, and which ones are allowed.
    .fix-2 = Let the test user sign in there and register that many methods. Registering on the user's behalf proves less.
    .fix-3 = Open the registration report and look for the test user: "SSPR registered" and "SSPR capable" are both Yes. The report can lag some hours behind.
    .ask = Open the user registration details in the Entra admin center, search for the test user, and look at the columns about self-service reset. Met when the user is registered and capable.

# tenant.writeback-switch
item-tenant-writeback-switch = "Write back passwords to your on-premises directory" is on
    .short = Writeback switch
    .why = Writeback needs two switches: one in the Connect wizard and this one in the tenant. It cannot be read by a supported interface: passwordWritebackEnabled in Microsoft Graph is no longer in use and says False in healthy tenants. The page itself has said "not enabled" in tenants where resets did write back, so a real reset and a fresh heartbeat rank above it.
    .fix-1 = Open Password reset, On-premises integration, and tick "Write back passwords to your on-premises directory". In a sovereign cloud use that cloud's own portal; the global one shows another tenant or none.
    .fix-2 = If you want it, also tick "Allow users to unlock accounts without resetting their password", then save. Leave "Write back passwords with Microsoft Entra Connect cloud sync" as it is unless you run cloud sync.
    .fix-3 = If the page is grey or says that integration is not enabled: look at the licence of the signed-in administrator first, then whether writeback is enabled in the Connect wizard, then at the heartbeat.
    .fix-4 = Look in the audit log for the newest entry that enables or disables writeback for the directory. It supports your answer; its absence proves nothing, because entries are kept for days or weeks only.
    .ask = Open Password reset, On-premises integration, and look whether "Write back passwords to your on-premises directory" is ticked. Met when it is ticked and saved.
    .today = The tutorial for Connect (13 Sep 2023) asks for a Global Administrator, the one for cloud sync (same date) for at least Authentication Policy Administrator. Start with the lesser role.

## Directory

# directory.pdc-emulator
item-directory-pdc-emulator = The PDC emulator of every domain answers to the sync server
    .short = PDC emulator
    .why = Writeback sets the password on the PDC emulator, even when another domain controller is preferred. A firewall between the sync server and one domain's PDC emulator breaks that domain only, while synchronisation through a nearer controller stays green. Only the sync server's view counts.
    .fix-1 = Find the PDC emulator of every domain.
    .fix-2 = On the sync server, test the ports of each one; put the domain's name into the first line. 53, 88, 135, 389 and 445 have to answer; 445 is used by writeback itself. 464 is of interest only.
    .fix-3 = Open what is closed, from the sync server to the PDC emulator, together with the RPC ports 49152-65535. If the dynamic range was changed in your forest, open that range instead.
    .fix-4 = If the name is not found or points to a server that is gone, repair the DNS record and let the domain controllers register again.
    .fix-5 = Only if the holder of the role cannot be reached by design, plan to move the role to a controller that can; it serves time and lockouts for the whole domain. The command shows what would happen; take -WhatIf away to do it.
    .ask = On the sync server, test TCP 53, 88, 135, 389 and 445 to the PDC emulator of each domain. Met when all five answer for every domain whose users reset passwords.
    .article = You must connect Azure AD Connect to the Primary Domain Controller Emulator for password writeback to work.
    .today = No newer page repeats or withdraws this: the ports page (9 Apr 2025) lists the ports to domain controllers and names 445 for writeback; the support page of 3 Nov 2023 suggests the nearest controller or the PDC emulator as preferred one. The article's rule is kept. In the Chinese edition "Emulator" stays in English, glued to the words for writeback, so that the sentence reads wrong.

# directory.preferred-dc
item-directory-preferred-dc = Preferred domain controllers, if used, include the PDC emulator
    .short = Preferred controllers
    .why = "Only use preferred domain controllers" is optional. With a list that leaves the PDC emulator out, synchronisation works and writeback still goes to the PDC emulator, so a firewall rule made for the preferred one is not enough.
    .fix-1 = Open Synchronization Service, Connectors, the Active Directory connector, Properties, Configure Directory Partitions. Choose the partition and look at "Domain controller connection settings".
    .fix-2 = If "Only use preferred domain controllers" is ticked, choose Configure and add the PDC emulator of that domain, or clear the tick. While testing, one preferred controller makes results easier to read; put it back afterwards.
    .fix-3 = Save and restart the service in a quiet minute; synchronisation and writeback pause for the restart.
    .ask = Look in the properties of each Active Directory connector, under Configure Directory Partitions. Met when "Only use preferred domain controllers" is not ticked, or its list names the PDC emulator of that domain.
    .article = You can configure Azure AD Connect to use a Primary Domain Controller by right clicking on the properties of the Active Directory synchronization connector, then selecting configure directory partitions. From there, look for the domain controller connection settings section and check the box titled only use preferred domain controllers. Note: If the preferred DC is not a PDC emulator, Azure AD Connect will still reach out to the PDC for password writeback.
    .today = The setting is unchanged. The support page of 3 Nov 2023 uses it to pin one controller while testing, that of 17 Aug 2022 to keep Connect away from the controller it runs on. In the Chinese edition the bold marks have slipped, so that the names of the menu and of the tick box are broken, and the note is no longer set apart.

# directory.server-versions
item-directory-server-versions = Every domain controller runs Windows Server 2016 or later
    .short = Server versions
    .why = Writeback lets the domain controller check the password policy by an LDAP control that old controllers lack, and any of them may be picked. Windows Server 2012 R2 and older also get no security fixes outside paid programmes.
    .fix-1 = List all domain controllers of the forest with their versions.
    .fix-2 = Bring in controllers with a supported Windows Server, move the roles they hold, and demote the old ones. Check applications that are tied to an old controller by name first.
    .fix-3 = Until then, an old controller can be kept away from writeback by preferring newer ones, the PDC emulator first. That lessens the risk and does not meet this item.
    .fix-4 = If an old controller has to stay for a time, record an exception with an owner and an end date, and install its latest service pack and updates.
    .ask = Look up the operating system of every domain controller in the forest. Met when all run Windows Server 2016 or later.
    .article = You have a single or multi-forest AD on-premises deployment running Windows Server 2008 R2, Windows Server 2012, or Windows Server 2012 R2 with the latest service packs installed
    .today = The article's list (2021) is out of date: the troubleshooting page of 4 Mar 2025 says that domain controllers must run Windows Server 2016 or later for the password policy control. Documents differ: the tutorial (13 Sep 2023) accepts any supported Windows Server, and the prerequisites page (29 Sep 2025) any version as long as schema and forest level are high enough. The strictest is judged here; whether the control is really there is judged apart.

# directory.functional-level
item-directory-functional-level = Forest level, schema and NetBIOS names meet what Connect asks for
    .short = Forest and schema
    .why = Connect asks for forest functional level and schema of Windows Server 2003 or later, and does not support a NetBIOS domain name with a dot in it. In an old forest such a name has often been forgotten.
    .fix-1 = Read the levels, the schema version (30 or higher) and the NetBIOS names of all domains.
    .fix-2 = Raise the level only after every domain controller runs the version it needs and every domain has been raised first. The step is hard or impossible to take back; the command shows what would happen, with a level that you choose.
    .fix-3 = A NetBIOS name with a dot cannot be repaired in place with reasonable effort; plan to move the users to another domain, and ask Microsoft support before a domain rename.
    .ask = Look up the forest functional level, the schema version and the NetBIOS name of each domain. Met when level and schema are Windows Server 2003 or later and no NetBIOS name holds a dot.
    .article = You have a single or multi-forest AD on-premises deployment running Windows Server 2008 R2, Windows Server 2012, or Windows Server 2012 R2 with the latest service packs installed. You have the Azure AD Connect tool installed and you have prepared your AD environment for synchronization to the cloud.
    .today = The article names server versions, not levels. The prerequisites page (29 Sep 2025) asks for schema and forest functional level of Windows Server 2003 or later, a writable domain controller, and no NetBIOS name with a dot.

# directory.policy-control
item-directory-policy-control = Every domain controller offers the password policy control
    .short = Policy control
    .why = The sync server sets the password together with an LDAP control, so that age, history and complexity are checked. A controller without it answers with "The server does not contain the LDAP password policy control" in event 6329, and which controller is asked can change from day to day.
    .fix-1 = Ask every domain controller, the PDC emulator first. At least one of the two columns has to be True on each.
    .fix-2 = If a controller on Windows Server 2016 or later does not list the control, install its pending updates, restart it, and ask again.
    .fix-3 = Replace older controllers. The hotfix that once brought the control to very old servers is no longer offered.
    .ask = Read supportedControl on the root of each domain controller and look for 1.2.840.113556.1.4.2239 or 1.2.840.113556.1.4.2066. Met when every controller that the sync server can use lists one of them.
    .today = The troubleshooting page (4 Mar 2025) names the control by its deprecated number 1.2.840.113556.1.4.2066 and asks for Windows Server 2016 or later. The current number is 1.2.840.113556.1.4.2239; either is accepted here.

# directory.connector-account
item-directory-connector-account = The connector account is known, and no stronger than it needs to be
    .short = Connector account
    .why = All rights belong to one account, and guessing it by the name MSOL_ is a known mistake: old accounts stay behind and custom accounts have other names. Putting it into Domain Admins makes tests green, hides the real fault, and leaves a Tier 0 password on the sync server.
    .fix-1 = On the sync server, print the account that each Active Directory connector really uses. Without the module: Synchronization Service, Connectors, Properties, Connect to Active Directory Forest, User name.
    .fix-2 = List its groups, nested ones included (the primary group is not listed; repeat with -Server for the forest's root domain). Domain Admins, Enterprise Admins and Administrators must not appear.
    .fix-3 = If one does, first give the account the rights of the features in use, with the cmdlets of this page: basic read, password hash synchronisation, ms-DS-ConsistencyGuid, Exchange hybrid, password writeback.
    .fix-4 = Then take it out of the group, wait for replication, and watch one synchronisation and one reset. Keep a note of the old membership for the way back.
    .fix-5 = Afterwards protect the account object itself, so that nobody else can reset its password. The command shows what would happen; take -WhatIf away to do it.
    .ask = Look on the sync server which account each Active Directory connector uses, and in the directory which groups it is in. Met when the account is known by name and is in none of Domain Admins, Enterprise Admins and the built-in Administrators.

# directory.connector-rights
item-directory-connector-rights = The connector account holds the writeback rights in every domain
    .short = Rights at the root
    .why = Missing rights are among the commonest causes: SSPR_0029 for the user, event 33004 and "management agent credentials were denied access" on the server. A domain or forest added later is easily forgotten. Without Unexpire Password the reset counts as done while the user stays marked as expired.
    .fix-1 = Make sure of the account first; rights given to a left-over MSOL_ account change nothing.
    .fix-2 = Grant Reset Password and write access to lockoutTime and pwdLastSet on all domains of the forest, as an Enterprise Admin or as Domain Admin of each domain. Try it with -WhatIf first, and leave -IncludeAdminSdHolders out: it would open protected accounts. Modules from before that switch have -SkipAdminSdHolders instead; add it there, because they touch AdminSDHolder unless told otherwise.
    .fix-3 = Or grant the three rights by hand, domain by domain. Put in your domain and account; each line adds one entry that is inherited by user objects.
    .fix-4 = Grant Unexpire Password on the root of a domain only where nobody relevant holds it: Authenticated Users hold it there by default.
    .fix-5 = Check the result at the root; entries for the account and for Unexpire Password have to be listed.
    .fix-6 = Wait up to an hour for replication and inheritance before the next test, and then judge by the test user's own rights. Do not make the account a Domain Admin to save the wait.
    .ask = Look at the security of each domain's root, Advanced, for the connector account and its groups. Met when Reset Password, Write lockoutTime and Write pwdLastSet are allowed for descendant User objects, and the account or Authenticated Users hold Unexpire Password.
    .today = Disputed: the tutorial (13 Sep 2023) also lists Change Password, but neither the cmdlet nor the express set-up ever grants it, and in the discussion of pull request 50000 it was found not to be needed. Everyone and SELF hold it by default, so its absence is never held against the account here. "Read/write all properties" on users, as express set-up grants, covers both write rights.

# directory.test-user-rights
item-directory-test-user-rights = The same rights are effective on the test user
    .short = Rights on the user
    .why = What counts is the user's own security descriptor: rights at the root do not arrive where inheritance is switched off on a unit or on the user, and a deny entry on the way wins over them. That is why writeback can work for one user and not for the next desk.
    .fix-1 = Show the entries of the test user and look for the connector account, its groups, and lines that deny. In Active Directory Users and Computers the same is under Security, Advanced, Effective Access.
    .fix-2 = Find where inheritance stops: first the units, then the users.
    .fix-3 = If the owner of that unit agrees, switch inheritance on again; all entries of the parent come down with it. The command does it for one object, unit or user.
    .fix-4 = If inheritance has to stay off on a unit, grant the rights on that unit instead, and on nothing above it; the users inside it still have to inherit. The module of step 2 has to be loaded.
    .fix-5 = Remove a deny entry only when it is known who set it and why; otherwise test with a user outside its reach. If adminCount is 1, follow the item about the suitable test user, and do not delegate on AdminSDHolder.
    .fix-6 = Wait up to an hour, then look at the entries on the user again before the next reset.
    .ask = In Active Directory Users and Computers, open the test user, Security, Advanced, Effective Access, and choose the connector account. Met when Reset password, Write lockoutTime and Write pwdLastSet are ticked and inheritance is on.
    .today = The troubleshooting page (4 Mar 2025) says it plainly: until the right shows on the user object, a reset ends with access denied, and this can take up to an hour.

# directory.password-policy
item-directory-password-policy = The minimum password age is 0 for the test user
    .short = Minimum password age
    .why = With the usual one day, a second reset on the same day is refused, and the user is told about complexity. New users and users the helpdesk has just reset are hit too, even when they must change the password at next sign-in. Outside the window writeback works, so this is advice, not a blocker.
    .fix-1 = Read the policy of every domain and the fine-grained policy of the test user; a fine-grained one wins. No output for the user means that no fine-grained policy applies, or that you may not read it.
    .fix-2 = Agree the value with whoever owns the password policy: 0 lets a user run through the history in minutes. Then set "Minimum password age" (not "Minimum password length") to 0 in the group policy that holds the account policy at the domain, usually Default Domain Policy, in gpmc.msc.
    .fix-3 = If a fine-grained policy applies to the users, set the age there.
    .fix-4 = Let the policy reach the PDC emulator, then read it again. For tests use a new password every time; the history still holds.
    .ask = Look up the minimum password age that applies to the test user, in the domain's policy and in any fine-grained policy. Met when it is 0, or when you accept that a password can be reset once in that time.
    .today = The tutorial (13 Sep 2023) says that the age must be 0 for writeback to work most efficiently, and adds that writeback works once the policy is satisfied. An older edition of it named "Minimum password length" by mistake.

# directory.sam-restriction
item-directory-sam-restriction = The connector account may call the SAM remotely
    .short = SAM restriction
    .why = The best hidden cause: all rights are right, and still SSPR_0029 with events 33004 and 6329, "Failed to acquire user information", ERROR_ACCESS_DENIED. A hardening policy limits who may call the SAM, the registry value survives the end of the policy, and a security scan calls it compliant.
    .fix-1 = On the sync server, and on the domain controllers that writeback uses, read the value. Nothing printed means that it is absent.
    .fix-2 = Find the policy that sets it: Security Options, "Network access: Restrict clients allowed to make remote calls to SAM".
    .fix-3 = Keep the restriction and add to it: in that policy choose Edit Security, add the connector account, and allow Remote Access for it alone. In an object that many servers share, use a policy of its own for the sync server.
    .fix-4 = Apply the policy, then read the value again and repeat the test.
    .fix-5 = Only if no policy sets it any more and the owner of the hardening agrees, note the old value down and remove the left-over. Removing it while a policy still sets it helps until the next refresh.
    .fix-6 = If access is still denied, look at the samServer object: Authenticated Users (S-1-5-11), or Pre-Windows 2000 Compatible Access with Authenticated Users as member, need List Contents, Read All Properties and Read Permissions. That group is a hardening target too; weigh it before you change it.
    .ask = On the sync server, read RestrictRemoteSam under HKLM\System\CurrentControlSet\Control\Lsa. Met when the value is absent, or its entries allow the connector account or one of its groups.
    .today = The support page of 17 Aug 2022 gives two ways, adding the account or removing the restriction; the first is advised here. Hardening guides that ask for O:BAG:BAD:(A;;RC;;;BA) mean member servers; on the sync server that very value stops writeback.

# directory.reserved-names
item-directory-reserved-names = No unit above the test user has a reserved character in its name
    .short = Reserved characters
    .why = Names of organisational units with certain characters can end a reset with event 33001, which is called an unknown problem. Synchronisation copes with them, so nobody suspects the name.
    .fix-1 = List the units with a reserved character: a space or # at the start, a space at the end, or any of , + " \ < > ; = / and line breaks.
    .fix-2 = Test with a user in another unit first, to see whether the name is the cause. Then rename the unit in a change window: scripts, delegations by path and the unit filter of Connect may name it. The command shows what would happen.
    .fix-3 = Look in the Connect wizard whether the unit is still chosen under "Domain/OU filtering", then let the new path synchronise.
    .ask = Look at the names of all units above the test user. Met when none begins with a space or #, ends with a space, or holds one of , + " \ < > ; = / or a line break.
    .today = The troubleshooting page (4 Mar 2025) lists these characters and says that writeback may end with event 33001; it does not say that it always does.

## Sync server

# sync.installed
item-sync-installed = Connect is installed and its service is running
    .short = Connect installed
    .why = The service ADSync holds the connection to the relay. When it stands still, users are told that the password cannot be reset now; event 31034 has been reported with it, "The connection to the connect service was lost". Where a domain's users are written back by cloud sync, this checklist's part about Connect does not hold for them.
    .fix-1 = On the sync server, look at the service and the version.
    .fix-2 = If it is stopped, find out who stopped it, then start it. Its start type is normally Automatic, some builds use Automatic (Delayed Start).
    .fix-3 = If it does not start, read the newest messages of the Service Control Manager: expired or changed service account password, missing "Log on as a service", or a database that does not open are the usual ones.
    .fix-4 = If Connect is not installed, get it from the Entra admin center and install it on a domain-joined member server with a full desktop. Windows Server 2022 is recommended, 2016 and 2019 are possible; Server Core is not, and the prerequisites page said on 29 Sep 2025 that Windows Server 2025 is not supported.
    .ask = On the sync server, open services.msc and look for "Microsoft Azure AD Sync" or "Microsoft Entra ID Sync". Met when it is listed and running.
    .article = You have the Azure AD Connect tool installed and you have prepared your AD environment for synchronization to the cloud.
    .today = Azure AD Connect is now called Microsoft Entra Connect Sync. Current builds come only from the Entra admin center, not from the Download Center that the article links to (prerequisites page, 29 Sep 2025). The Chinese edition translates the product name as "Azure AD" and the word for a connection.

# sync.environment-prepared
item-sync-environment-prepared = The directory synchronises, and did so recently
    .short = Synchronisation current
    .why = Writeback finds the user through the connector spaces; a user that is not synchronised, or was last month, is not found: events 33002 or 33003. Versions older than 2.5.79.0 stopped synchronising after 30 Sep 2026, and the scheduler is switched off by hand more often than one thinks.
    .fix-1 = Look in the Entra admin center when the last synchronisation was. More than a few hours with the usual 30 minutes is a reason to look further.
    .fix-2 = On the sync server, look at the scheduler: SyncCycleEnabled is True, StagingModeEnabled False, SchedulerSuspended False. An open Connect wizard suspends it.
    .fix-3 = If it was switched off and nobody knows why, ask first; then switch it on and start one cycle.
    .fix-4 = If the version is older than 2.5.79.0, upgrade; nothing else brings synchronisation back.
    .fix-5 = Clear duplicates and malformed attributes with IdFix before more users are taken in.
    .ask = Open Entra Connect, Connect Sync in the Entra admin center and look at the time of the last sync. Met when synchronisation is enabled and the last one is a few hours old at most.
    .article = You have the Azure AD Connect tool installed and you have prepared your AD environment for synchronization to the cloud.
    .today = Still needed. The prerequisites page (29 Sep 2025) adds a hard floor: all synchronisation stops on versions older than 2.5.79.0 after 30 Sep 2026. A password reset itself needs no synchronisation cycle, so a missing run after a reset means nothing.

# sync.full-import
item-sync-full-import = A full import has succeeded on every connector
    .short = Full import
    .why = Writeback follows the links between the connector spaces. After a new installation, a restored database or a new forest they are complete only when every connector, each Active Directory one and the Entra one, has been imported in full. The run history is purged after seven days, so an empty list says nothing either way.
    .fix-1 = Read the history: a line "Full Import" with Result success for each connector, the one that ends in "- AAD" included.
    .fix-2 = Before you start one, see that no run is going on, and agree the time: a full cycle takes hours in a large directory and exports what is pending.
    .fix-3 = Run a full cycle: full import and full synchronisation on all connectors, then export. If the export stops at the deletion threshold, look at the deletions; do not switch the protection off.
    .fix-4 = Or mark a single connector, by the name the list shows, and let the next cycle do the full steps for it alone.
    .fix-5 = If a run ends with another result, open Synchronization Service, Operations, choose the run, and clear what its lower pane lists, for example no-start-connection or stopped-extension-dll-exception.
    .ask = Open Synchronization Service, Operations, and look for a run "Full Import" with status success for each Active Directory connector and for the Entra connector. Met when every connector has one, or when it is on record that it was done after the last change of set-up.
    .article = Before testing password writeback, make sure that you first complete a full import and full sync from both AD and Azure AD in Azure AD Connect.
    .today = No current page asks for it before every test; the scheduler page (9 Apr 2025) describes the full cycle and when one is needed. The article's line is kept as it stands, for both sides.

# sync.full-synchronization
item-sync-full-synchronization = A full synchronisation has succeeded on every connector, after its full import
    .short = Full synchronisation
    .why = The import only reads; the synchronisation joins what was read and applies the rules that writeback follows to find the account. A full import without it leaves users unlinked, and a synchronisation from before the import does not count.
    .fix-1 = Read the history: for each connector a line "Full Synchronization" with Result success, and with a StartDate after the end of its full import.
    .fix-2 = Run a full cycle if one is missing; it does all imports first and all synchronisations after them. Agree the time: it can take hours and exports what is pending.
    .fix-3 = If only the synchronisation of one connector is missing, mark that connector and start a cycle.
    .fix-4 = If it ends with completed-sync-errors, open the run in Synchronization Service, Operations, and look whether the listed objects are users who reset passwords; one object does not stop writeback for the others.
    .ask = Open Synchronization Service, Operations, and look for a run "Full Synchronization" with status success for each connector, later than its full import. Met when every connector has one, or when it is on record that it was done after the last change of set-up.
    .article = Before testing password writeback, make sure that you first complete a full import and full sync from both AD and Azure AD in Azure AD Connect.
    .today = Unchanged in substance (scheduler page, 9 Apr 2025). The Chinese edition asks for a "full import and full connection": synchronisation was mistranslated as connection, also in the sentence with the link.

# sync.writeback-enabled
item-sync-writeback-enabled = Password writeback is enabled in Connect
    .short = Writeback in Connect
    .why = This is the switch on the server's side; it creates the keys and the relay of the tenant. The tick in the portal without it leads to SSPR_0010, and a forest added after the switch was set answers 0x8023061f until it is set anew.
    .fix-1 = Read the state for the Entra connector; Enabled has to be True.
    .fix-2 = Enable it in the wizard: Configure, Customize synchronization options, sign in with the cloud administrator, Next as far as Optional features, tick Password writeback, Next, Configure. Change nothing else on the way.
    .fix-3 = If the wizard speaks of a missing licence although the tenant owns one, look at TLS 1.2 and at the proxy of the server first; both have been reported behind this message.
    .fix-4 = Look at the events afterwards: 31004 and 31005 for the onboarding, 31015 for the service, then 31019 as heartbeat. 32009 means that the token was refused: wrong password or federated account.
    .fix-5 = If forests were added or the keys are stale (0x8023061f, 32004, 32005, 32008), disable writeback in the wizard, finish, and enable it again.
    .ask = On the sync server, open the Connect wizard and choose "View or export current configuration". Met when Password writeback is shown as enabled; close the wizard afterwards, because it holds up synchronisation.
    .today = The tutorial (13 Sep 2023) enables it in the wizard. Set-ADSyncAADPasswordResetConfiguration also sets it, but appears only in old documents and asks for a managed cloud administrator; the wizard is advised.

# sync.not-staging
item-sync-not-staging = Staging mode is off on this server
    .short = Not in staging
    .why = A server in staging mode imports and synchronises, but exports nothing and does no writeback. After a swap of servers the old one is easily left as the active one nobody looks at, or both are left in staging.
    .fix-1 = Ask the server; False is what you want on the active one.
    .fix-2 = Find out which server is meant to be the active one, and look at it, before you change anything here. If this one is the standby, run this assessment for the other.
    .fix-3 = Never let two servers be active. Switch staging on where it was active first; then open the wizard here, choose "Configure staging mode", and clear the tick. Setting it by Set-ADSyncScheduler is not supported.
    .fix-4 = Afterwards look at the writeback events on this server: 31015 and a fresh 31019. If they stay away, enable writeback on this server in the wizard.
    .ask = On the sync server, open the Connect wizard, "View or export current configuration", and look at staging mode. Met when it is disabled on the server that is meant to be active.

# sync.not-on-controller
item-sync-not-on-controller = The sync server is not a domain controller
    .short = Not on a controller
    .why = On a domain controller the sync service runs into restrictions on reading user information that are hard to find: access denied with all documented rights in place. It also puts a service with internet access on a controller.
    .fix-1 = Ask the server for its role: 4 or 5 means that it is a domain controller, 3 that it is a member server.
    .fix-2 = Set Connect up on a member server in staging mode with the same configuration, compare, and change over. The old server goes into staging first, then Connect is removed from it.
    .fix-3 = If that has to wait and access is denied, let the connector prefer a domain controller other than the one it runs on, as this page describes. This is a workaround.
    .ask = Look whether the server with Connect is also a domain controller. Met when it is not.
    .today = Connect on a domain controller is not forbidden; the support page of 17 Aug 2022 recommends a member server when rights cannot be put right. This is a warning, and becomes serious when access-denied events are there.

# sync.known-defects
item-sync-known-defects = The installed version has no known writeback defect
    .short = Known defects
    .why = Some builds refuse writeback by themselves: 2.1 builds below 2.1.19.0 could stop with SSPR_0029 and access denied, those below 2.1.15.0 did not set Unexpire Password, and those below 2.3.20.0 could run into database deadlocks under load. 2.6.79.0 was recalled. Looking for missing rights is lost time then.
    .fix-1 = Read the installed version and the state of automatic upgrade.
    .fix-2 = Compare with the version history, and upgrade before you touch rights in the directory.
    .fix-3 = Save the configuration first, custom synchronisation rules included, to a folder that only administrators can read.
    .fix-4 = Get the current version from the Entra admin center and upgrade, best by way of a second server in staging mode. If miiserver.exe.config was edited by hand, put the original back first: 2.5.190.0 and 2.6.1.0 have been reported to stop at such edits.
    .ask = Look up the version of Connect on the sync server and compare it with the version history. Met when no defect of writeback is listed for it and it was not recalled.
    .today = The list is kept as dated reference data. The defects up to 2.3.20.0 come from the version history, the recall of 2.6.79.0 and the trouble with edited files from field reports of 2026.

# sync.connector-signing
item-sync-connector-signing = The connector signs and encrypts its LDAP traffic
    .short = LDAP signing
    .why = Active Directory sets a password only over an encrypted connection. If "Sign and Encrypt LDAP Traffic" is off in any of three places, the reset ends with 8023062C while imports go on.
    .fix-1 = Open Synchronization Service, Connectors, the Active Directory connector, Properties, Connect to Active Directory Forest, Options, and tick "Sign and Encrypt LDAP Traffic".
    .fix-2 = Under Configure Directory Partitions choose each partition, then Options under "Domain controller connection settings", and tick it there.
    .fix-3 = If "Alternate credentials for this directory partition" is chosen, open Set Credentials, Options, and tick it there too.
    .fix-4 = Save with OK and restart the service in a quiet minute.
    .ask = Look in the properties of each Active Directory connector in the three places: the forest connection, every partition, and alternate credentials if they are used. Met when "Sign and Encrypt LDAP Traffic" is ticked in all of them.

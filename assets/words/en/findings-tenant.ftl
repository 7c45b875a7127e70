# What the checks of licences, accounts, tenant switches and the proof say.

## Licences

licence-tenant-owns-held = { $product } carries Entra ID P1 or P2 and has { $used } of { $owned } units assigned, so the tenant owns a licence that includes writeback.
licence-tenant-owns-expiring = { $product } carries Entra ID P1 or P2, but its subscription is in the state Warning, so the licence works now and ends unless it is renewed.
licence-tenant-owns-devices = Entra ID P1 was seen only in { $product }, which is sold for rooms and shared devices, so it is no evidence that any person is licensed.
licence-tenant-owns-unassigned = { $product } carries Entra ID P1 or P2, but none of its units is assigned, so at least one has to be assigned to a user.
licence-tenant-owns-suspended = { $product } carries Entra ID P1 or P2, but its subscription is in the state "{ $state }", so it licenses nobody.
licence-tenant-owns-inactive = { $product } carries Entra ID P1 or P2, but the plan is in the state { $state } and not Success, so it licenses nobody.
licence-tenant-owns-none = { $count ->
        [one] The tenant owns { $products }, which does not license people for writeback.
       *[other] Of { $count } owned products none licenses people for writeback; among them are { $products }.
    }
licence-tenant-owns-nothing = The tenant lists no subscription at all, so nobody in it is licensed for writeback.
licence-tenant-owns-not-by-name = Decide by the service plan and not by the name: Office 365 E3 and Microsoft 365 Business Standard carry neither P1 nor P2, although the part number of Business Standard is O365_BUSINESS_PREMIUM. That writeback seemed to work earlier is no proof of a licence.

licence-subscription = { $product }: plan { $plan } { $status }, subscription { $state }, { $used } of { $owned } units assigned

licence-cloud-only-users-found = { $count ->
        [one] The tenant owns { $products }, which covers a reset by users who exist only in the cloud and does not cover writeback; Azure AD Basic, which the article names beside such plans, is retired.
       *[other] The tenant owns { $count } plans that cover a reset by users who exist only in the cloud and do not cover writeback: { $products }; Azure AD Basic, which the article names beside them, is retired.
    }
licence-cloud-only-users-none = No paid plan was seen that covers only cloud users, so there is nothing to mistake for a writeback licence; Azure AD Basic, which the article names, is retired.

licence-admin-held = { $user } holds { $plan } in the state Success.
licence-admin-inactive = { $user } holds { $plan } in the state { $state } and not Success, so the password reset pages can stay hidden from this administrator.
licence-admin-other = { $user } holds { $count ->
        [one] one service plan, which is not
       *[other] { $count } service plans, none of them
    } Entra ID P1 or P2, so the password reset pages can stay hidden from this administrator.
licence-admin-none = { $user } holds no licence, so the password reset pages can stay hidden from this administrator.

licence-test-user-held = { $user } holds { $plan } in the state Success.
licence-test-user-inactive = { $user } holds { $plan } in the state { $state } and not Success, so a reset can end with SSPR_0012.
licence-test-user-other = { $user } holds { $count ->
        [one] one service plan, which is not
       *[other] { $count } service plans, none of them
    } Entra ID P1 or P2, so a reset can end with SSPR_0012.
licence-test-user-none = { $user } holds no licence, so a reset can end with SSPR_0012.

evidence-licence-subscription = Subscription with P1 or P2
evidence-licence-owned = Products owned
evidence-licence-others = Other products
evidence-licence-account = Account
evidence-licence-plan = Plan
evidence-licence-plan-state = State of the plan
evidence-licence-plans-held = Plans held

## The test user

account-test-user-suitable = { $user } is enabled, synchronised, no administrator, in the scope of reset and outside the minimum password age, so a reset by this user says something about writeback.
account-test-user-several = { $count } reasons speak against { $user } as test user; the first: { $first }
account-test-user-disabled-in-cloud = { $user } is disabled in the tenant, so the reset stops before anything reaches the sync server.
account-test-user-created-in-cloud = { $user } was created in the cloud and is not synchronised, so there is no directory to write the password back to.
account-test-user-left-out = { $user } is in the directory and the cloud account is not synchronised from there, so the account is outside the scope of synchronisation or not joined, and 33002 follows a reset.
account-test-user-converted = The source of authority of { $user } was moved to the cloud, so the directory no longer takes this user's password.
account-test-user-guest = { $user } is a guest, whose password belongs to another organisation.
account-test-user-administrator = { $user } holds an administrator role, so a policy of its own applies and a test with this user says nothing about ordinary users.
account-test-user-out-of-scope = { $user } is not enabled for self-service reset, so the form ends in a message that can sound like length, complexity, age or history.
account-test-user-disabled = { $user } is disabled in the directory, so it refuses every reset (event 33005).
account-test-user-locked = { $user } is locked out in the directory, so sign-in with a new password proves nothing until the account is unlocked (event 33006).
account-test-user-expired = The account { $user } expired on { $at }, so sign-in is refused whatever the password is.
account-test-user-protected = { $user } is in a protected group ({ $groups }), so a forgotten password cannot be reset by writeback, by design; SSPR_0029 and event 33004 with this user are no sign of missing rights.
account-test-user-stale-mark = { $user } is in no protected group, but adminCount is still 1, so the rights of the connector account do not reach this user and event 33004 speaks of a privileged account.
account-test-user-may-not-change = "User cannot change password" is set for { $user }, so a change ends in event 33004 or 33008 as if rights or the policy were at fault.
account-test-user-smart-card = { $user } must sign in with a smart card, so a new password cannot be tried.
account-test-user-too-young = The password of { $user } is younger than the minimum age until { $until }; before that the directory refuses every reset, and the portal words it as complexity.
account-test-user-choose-another = Choose another test user: an ordinary, synchronised employee. Nothing has to be repaired for this reason.
account-test-user-clear-mark = If the owner of the account agrees that it left every protected group for good, clear adminCount and switch inheritance on again.
account-test-user-set-unknown = the password must be changed at the next sign-in, so the directory holds no time to compare with the minimum age.
account-test-user-no-policy = no password policy was read for the test user's domain "{ $domain }".
account-password-must-change = must be changed at next sign-in

evidence-account-reason = Reason against this user
evidence-account-test-user = Test user
evidence-account-dn = Name in the directory
evidence-account-password-set = Password set

## The administrator

account-admin-cloud-created = { $user } was created in the cloud and its domain is managed, so the wizard can get a token with it.
account-admin-cloud-synchronised = { $user } is synchronised and its domain is managed: that meets today's rule (4 Mar 2025), which asks for a managed account, and not the article's (2021), which asks for one created in the cloud.
account-admin-cloud-converted = { $user } came from the directory and its source of authority was moved to the cloud, so it is managed today, but was not created in the cloud as the article (2021) asks.
account-admin-cloud-guest = { $user } is a guest in this tenant, and the documents ask for a work or school account of the tenant itself.
account-admin-cloud-federated = The domain of { $user } is federated, so the wizard gets no token with it: event 32009, or 31014 when writeback is switched off, both worded as wrong credentials.
account-admin-cloud-disabled = { $user } is disabled in the tenant, so nobody can sign in to the wizard with it.
account-admin-cloud-domain-unknown = whether the administrator's domain is managed or federated was not read.

account-admin-role-direct = { $user } holds { $role }, assigned directly and active.
account-admin-role-eligible = { $user } is only eligible for { $role }, which counts as missing until it is activated.
account-admin-role-group = { $user } holds { $role } only through the group { $group }, which Connect does not accept.
account-admin-role-none = { $user } holds none of the roles that may enable writeback: { $roles }.
account-role-direct = { $role }, assigned directly
account-role-group = { $role }, through the group { $group }
account-role-eligible = { $role }, eligible and not active

evidence-account-admin = Administrator
evidence-account-role = Role

## Tenant switches

tenant-reset-enabled-out-of-scope = The registration report says that { $user } is not enabled for self-service reset, so this user gets a message that can sound like length, complexity, age or history, and nothing reaches the sync server.
tenant-reset-enabled-in-scope = { $user } is enabled for self-service reset
tenant-reset-enabled-confirm-scope = The registration report says that { $user } is enabled for self-service reset. No supported interface reads the scope itself, so look whether it is one group or all, and confirm.
tenant-reset-enabled-administrator = { $user } is an administrator, whose reset follows a policy of its own, so this says nothing about the scope for users.

tenant-test-user-registered-enough = { $user } has registered { $count ->
        [one] one method, which is enough.
       *[other] { $count } methods, which is enough.
    }
tenant-test-user-registered-too-few = { $user } has registered { $count ->
        [one] one method, which is
       *[other] { $count } methods, which are
    } not enough for a reset (SSPR_0014); the report can lag some hours behind.
tenant-test-user-registered-none = { $user } has registered no method, so a reset stops with SSPR_0014 before anything reaches the sync server; the report can lag some hours behind.
tenant-test-user-registered-without-methods = the report calls { $user } registered and lists no method.

tenant-writeback-switch-disabled = The newest audit entry about it disabled writeback for the directory on { $at }, and none enabled it later.
tenant-writeback-switch-enabled = Enabled for the directory on { $at }, and not disabled since
tenant-writeback-switch-no-entry = No entry that enables or disables writeback; entries are kept for days or weeks, so this proves nothing
tenant-writeback-switch-confirm = The audit log says that writeback was enabled for the directory on { $at }, which supports the answer that it is on; look at the page and confirm.
tenant-writeback-feature-true = True; the service no longer uses it, so it says nothing
tenant-writeback-feature-false = False; the service no longer uses it, so it says nothing, and it is False in healthy tenants too

evidence-tenant-reset = Registration report
evidence-tenant-test-user = Test user
evidence-tenant-methods = Methods registered
evidence-tenant-switch-audit = Audit log
evidence-tenant-writeback-feature = passwordWritebackEnabled in Graph

## Synchronisation

sync-environment-prepared-recent = The last synchronisation ended on { $at }, { $age } before the look, so the organisation synchronises.
sync-environment-prepared-late = The last synchronisation ended on { $at }, { $age } before the look, although a cycle runs every 30 minutes unless it is set otherwise.
sync-environment-prepared-stopped = The last synchronisation ended on { $at }, { $age } before the look, so the engine has stopped, cannot reach the tenant or was set to a very long interval; versions of Connect that ran out of support stop on a date, without any change of yours.
sync-environment-prepared-off = The tenant says that synchronisation from the directory is off, so there is nobody whose password could be written back.
sync-environment-prepared-no-time = the tenant says that it synchronises, and gives no time of the last synchronisation.
sync-environment-prepared-future = the tenant gives { $at } as the time of the last synchronisation, which lies ahead of this machine's clock.

evidence-tenant-last-sync = Last synchronisation

## Proof

proof-reset-not-written-back = The newest reset of { $user } that ended, on { $at }, was not written back.
proof-reset-written-back = The logs show that a reset of { $user } was written back on { $at }. Whether the user then signed in on-premises with the new password only a person knows.
proof-reset-cloud-refused = The directory took the new password of { $user } on { $at } and the cloud then refused it (OnPremisesSuccessCloudFailure): writeback works, and the cloud's password rules, such as banned passwords, are a matter of their own.
proof-attempt-started = Arrived on { $at }, its end is not recorded
proof-attempt-written-back = Written back on { $at }
proof-attempt-refused-by-cloud = Written back on { $at }, then refused by the cloud
proof-attempt-not-written-back = Not written back on { $at }
proof-attempt-none-in-log = No reset of the test user in the log of { $host } from { $from } to { $until }
proof-attempt-none-in-audit = No reset of the test user; entries are kept for days or weeks, so this proves nothing

proof-path-cloud-only = { $count ->
        [one] One reset ({ $users }, on { $at }) was
       *[other] { $count } resets (the newest on { $at }; among the users: { $users }) were
    } logged by the core directory alone and not by the self-service reset service, so if the user is synchronised, the way of resetting does not write back and the directory keeps the old password.
proof-path-none-seen = { $count ->
        [0] The audit log holds no entry about passwords, which proves nothing
        [one] One audit entry was read, and it does not show a reset that bypasses writeback, which proves nothing
       *[other] { $count } audit entries were read, and none shows a reset that bypasses writeback, which proves nothing
    }

evidence-proof-events = Event log
evidence-proof-audit = Audit log
evidence-proof-text = Word for word
evidence-proof-code = Known as
evidence-proof-path = Audit log
evidence-proof-path-users = Users reset in the cloud only

# The words of part 4, beyond the article: a person proves it with one test user.

section-proof = Prove that it works
    .short = Proof

# proof.reset
item-proof-reset = The test user resets the password and signs in on-premises with it
    .short = Reset
    .why = Only this shows the whole path at once: portal, relay, keys, rights, policy and directory. Weak proofs are common: a forced synchronisation shows nothing, because writeback needs no cycle; event 657 two minutes later is hash synchronisation in the other direction; and a PC away from the network accepts the old password from its cache.
    .fix-1 = With the ActiveDirectory module of PowerShell, look at the test user on the PDC emulator first: enabled, not locked, adminCount empty, and the time of the last password change. Inside the minimum password age the directory refuses every reset and the portal speaks of complexity; wait until the window is over. An empty answer about a fine-grained policy means nothing when your account may not read such policies.
    .fix-2 = In a private browser window, open the reset page as the test user, prove who you are, and set a password that was never used before and meets the directory's policy. Note the time in UTC and any SSPR code shown.
    .fix-3 = On a domain computer that reaches a domain controller, start a window as the test user with the new password. On a computer without such a connection neither acceptance nor refusal counts.
    .fix-4 = See on the PDC emulator that PasswordLastSet has the time of the reset. If PasswordExpired is True although the reset was accepted, the Unexpire Password right is missing.
    .fix-5 = On the active sync server, find 31001 and then 31002 for this user, with the same TrackingId. 31001 with 31003: the directory refused, and 33xxx or 6329 beside it says why. Neither of them: the request never arrived, so look at the heartbeat and at the way the password was reset.
    .fix-6 = In the audit log, look for "Reset password (self-service)" and read the reason, not only the result: OnPremisesSuccessCloudFailure means that the directory took the password and the cloud did not. Entries take some minutes to appear.
    .ask = Let the test user reset the password at https://aka.ms/sspr and sign in with it on a domain computer that reaches a domain controller. Met when the sign-in works and 31001 and 31002 show this user at that time. Write down the time in UTC and the user.

# proof.path
item-proof-path = Passwords are reset in a way that writes back
    .short = Way of resetting
    .why = The commonest misunderstanding: the password was changed in the cloud only, by a way that never writes back, and writeback is blamed. Nothing is logged on the sync server then, because nothing was sent to it.
    .fix-1 = List how passwords are really reset: helpdesk portals, scripts, automation, incident playbooks, administrators' habits. Ways that write back: self-service reset and change, reset in the Entra admin center, and Graph resetPassword. Ways that do not: setting passwordProfile (PATCH on the user, Update-MgUser), the old AzureAD and MSOnline modules, and the Microsoft 365 admin center.
    .fix-2 = For administrators: reset in the Entra admin center, Users, the user, Reset password. Administrators' own forgotten passwords and members of protected groups are excluded by design.
    .fix-3 = For scripts: use resetPassword of the authentication methods with a signed-in administrator and always with a new password, since a generated one is for cloud-only users. An application on its own cannot call it; a token without a user has been answered with 400.
    .fix-4 = Prove one such reset on the sync server: 31009, then 31010.
    .fix-5 = In the audit log, compare: "Reset password (by admin)" of the service Self-service Password Management belongs to ways that write back; a lone "Reset user password" of the core directory belongs to one that does not. Setting the password profile of a synchronised user may also be refused with "on-premises mastered".
    .ask = Ask everyone who resets passwords, and whoever owns scripts and playbooks, which way they use. Met when every way in use for synchronised users is one that writes back. "Does not apply" if only users reset their own.

# proof.unlock
item-proof-unlock = The test user unlocks the account without a new password
    .short = Unlock
    .why = Unlocking writes lockoutTime, another right than resetting, so a working reset does not prove it. "Unlock did nothing" is often true only of the cloud: smart lockout there is a state of its own and ends by time, not by the unlock.
    .fix-1 = In the Entra admin center, under Password reset, On-premises integration, see whether users may unlock accounts without resetting their password. If not, this item does not apply; a reset unlocks as well.
    .fix-2 = See from how many wrong passwords on the account is locked; a threshold of 0 never locks, and a fine-grained policy goes before the domain's. Lock the test user by wrong passwords at a domain computer, and see LockedOut True on the PDC emulator.
    .fix-3 = As the test user, open the reset page and choose that you know your password but still cannot sign in.
    .fix-4 = See that LockedOut is False and lockoutTime is 0, and that the test user signs in on-premises with the old password. If sign-in to the cloud is still refused, wait for smart lockout to end; that is not a writeback fault.
    .fix-5 = In the audit log, look for "Unlock user account (self-service)". The documents name no event of the sync server for an unlock, so do not wait for one.
    .ask = Lock the test user on-premises and let them unlock the account at https://aka.ms/sspr without changing the password. Met when LockedOut is False on the PDC emulator afterwards and the old password works on-premises. Does not apply when the tenant does not allow unlocking without a reset.

# proof.change
item-proof-change = A voluntary change reaches the directory
    .short = Change
    .why = A change by a signed-in user is another operation than a reset: it is not gated by the scope of self-service reset, it asks for the current password, and the flag "User cannot change password" stops it with a code that looks like missing rights (33004 with 80230626, or 33008). So one may work while the other does not.
    .fix-1 = As the test user, sign in and open the change page. Enter the current password and a new one that fits the directory's policy. Mind the minimum age: right after the reset above a change is refused when it is above 0.
    .fix-2 = On a domain computer that reaches a domain controller, start a window as the test user with the new password.
    .fix-3 = On the active sync server, find 31006 and then 31007 for this user. 33007 means that the current password was mistyped. A policy message in the portal without any 31006 never reached the directory: the user may be outside the reset scope, or the cloud's banned passwords refused it.
    .fix-4 = In the audit log, look for "Change password (self-service)" and read the reason: OnPremisesConnectivityFailure leads back to TLS 1.2 and the relay.
    .ask = Let the test user change the password at https://mysignins.microsoft.com/security-info/password/change and sign in with it on a domain computer that reaches a domain controller. Met when the sign-in works and 31006 and 31007 show this user at that time.

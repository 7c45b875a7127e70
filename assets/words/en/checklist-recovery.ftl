# The words of part 3, "Still having problems".

section-recovery = Still having problems
    .short = Recovery

# recovery.events
item-recovery-events = The last 48 hours of events are free of writeback errors
    .short = Writeback errors
    .why = The Application log of the sync server is the only place that says why a password was refused: source PasswordResetService says what happened, source ADSync says why. The number alone can mislead: 33004 speaks of a privileged account, but has stood for missing rights, a stale adminCount, a user flag and the SAM restriction. Keep the raw text and the code of event 6329; a paraphrase is worthless to whoever helps you.
    .fix-1 = On the active sync server, export the last 48 hours of both sources and import the file here. It holds names of users: treat it as confidential.
    .fix-2 = Group the warnings and errors by source and number. The most frequent is rarely the first cause: look for the oldest as well.
    .fix-3 = Go from the number to the item that is its cause. 31034, 31044, 32001, 32002, 32011: section connectivity. 33004: connector rights, rights on the test user, suitability of the test user, SAM restriction. 33002, 33003: is the user in scope, and only once. 33008: password policy. 32009, 31014: the administrator account used in the wizard. 32004, 32005, 32007, 32008, 32010: keys or configuration, so the next item. 33005, 33006 and 33007 describe the user or a mistyped password, not writeback.
    .fix-4 = Read the code inside 6329. 80070005 or ERROR_ACCESS_DENIED: SAM restriction or a defect of an old build. 80230619: policy, or "User cannot change password". 8023061f: a forest was added after writeback was enabled. 8023062c: LDAP neither signed nor encrypted. 80230402: duplicate anchor. 80230405: object not found. 800700CE: the connector account's password is longer than 256 characters. "LDAP password policy control": a domain controller is too old. Event 6800: the writeback endpoint did not start.
    .fix-5 = Remove the cause at its own item. A code that is not in this list is unknown: note it as it stands, and do not guess at rights.
    .fix-6 = Repeat the same operation for the same kind of user (reset, change, reset by an administrator). A later success of the same kind settles an error; a success of another kind does not.
    .ask = On the active sync server, filter the Application log to PasswordResetService and ADSync for the last 48 hours. Met when there is no error of writeback, or each one is followed by a success of the same kind (31002, 31007, 31010). A log that is empty because nobody tried is not met.

# recovery.restart-writeback
item-recovery-restart-writeback = Writeback was disabled and enabled again
    .short = Off and on again
    .why = Switching writeback off and on registers the tenant's relay anew and makes new keys. It repairs lost registrations, key mismatches (32004, 32010), a relay that moved, and forests that were added after writeback was enabled (8023061f). It repairs neither rights, nor policy, nor a firewall, and between the two steps nobody can reset a password: choose a quiet hour.
    .fix-1 = Save the events first; afterwards the old state can no longer be seen.
    .fix-2 = Make sure that this is the active server and that no cycle is running, then restart the synchronisation service. Today's document puts this step first, and it is often enough: wait 6 minutes for 31019 before going on.
    .fix-3 = Have the accounts ready: a Hybrid Identity Administrator or Global Administrator with the role assigned directly and active, not a federated account, and an administrator of the directory. Event 32009 or 31014 afterwards means that the account in the cloud was wrong or federated.
    .fix-4 = Open the Entra Connect wizard, choose Configure and then Customize synchronization options, sign in, go on to Optional features, clear Password writeback, and go on without other changes. Check that Ready to configure shows password writeback as disabled, choose Configure, clear the option that starts a synchronisation, and close the wizard.
    .fix-5 = See the events: 31012 (offboarding started) and 31013 (offboarding done). 31014 means that it was refused; stop here and look at the account and the network.
    .fix-6 = Open the wizard again, take the same way, tick Password writeback, choose Configure and close.
    .fix-7 = Where the wizard cannot be used: the same in PowerShell, elevated, line by line. Go on only if exactly one connector is listed, and look for 31013 before the line that enables. These cmdlets stood in older documents and are not in today's; a prompt for credentials wants a cloud account that is not federated.
    .fix-8 = See the whole row of events: 31012, 31013, then 31017 and 31018, 31004, 31005, 31015, and within 10 minutes 31019. A row without 31005 is not enabled.
    .fix-9 = In the Entra admin center, under Password reset, On-premises integration, check that writing back passwords is still switched on, then do the reset of section 4 with the test user.
    .fix-10 = If the row is complete and resets still go wrong, install the newest Connect and repeat this item as the last step. Then open a case with Microsoft, with the exported events and the TrackingId of one attempt.
    .ask = Did someone clear Password writeback in the Connect wizard, finish the wizard, and tick it again? Met when the Application log shows 31012 and 31013, later 31004 and 31005, then 31015 and a new 31019. Write down the times and the account used.
    .article = "If you are still having difficulty, try disabling and re-enabling the password writeback service in the Azure AD Connect tool"
    .today = Still a valid step, but no longer the first: the document of 4 Mar 2025 asks for network, TLS 1.2, .NET and a restart of the synchronisation service before it, and for the newest release after it. Its wizard steps name a Global Administrator (June 2024 copy), the tutorial of 13 Sep 2023 a Hybrid Identity Administrator. The article's link leads to the same troubleshooting page by redirection.

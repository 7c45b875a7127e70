# Names and words of the training scenarios. Neither the name nor .about gives the cause away; .debrief does.

scenario-all-well = An ordinary Tuesday
    .about = Nobody complains; the assessment is due before an audit, and somebody has to sign it.
    .debrief = Everything required is met, and the proof is a reset that arrived: 31001 and 31002 for the test user, with a heartbeat younger than 15 minutes. Notice what is shown and does not count: passwordWritebackEnabled is false, because the service no longer uses it, and the password was set less than an hour ago, which is no obstacle with a minimum age of 0.

scenario-nothing-reachable = The assessor's laptop
    .about = The assessment is run from a laptop outside the company network, and hardly anything answers.
    .debrief = Nothing here has been shown to be wrong: what was not looked at could not be checked, and that is neither a pass nor a fault of the tenant. The way on is another vantage: evidence collected on the sync server, and answers of people.

scenario-half-configured = The project that was interrupted
    .about = Somebody began to introduce writeback in spring and then left; the wizard shows the box ticked.
    .debrief = Several required items are open at once, so there is no single cause. The proxy answers the relays with 407, and the heartbeat has been missing since; one right and one licence are missing, and full synchronisation is not complete for each connector. What could not be checked has a reason each, such as a permission or a skipped test, and is no fault. That the workstation gets through the same proxy proves nothing for the server. Close the items in the order of the checklist before testing anything.

scenario-relay-blocked = Works for the engine, not for the users
    .about = Synchronisation is green every half hour, but since the weekend every reset ends after a long wait.
    .debrief = The relay is blocked: no 31019 since the weekend, 31034 and 32002 instead, and the relay host gives a proxy's page where 401 with a missing token is due. Synchronisation uses other hosts, so it says nothing about the relay. Allow *.servicebus.windows.net on 443 by wildcard and keep TLS inspection off that way.

scenario-rights-missing = One branch of the tree
    .about = Resets work in head office, but everyone in a recently built branch of the directory is sent to the administrator.
    .debrief = The connector account holds its rights at the root, but inheritance is off below one unit, so they never reach those users. 33004 speaks of a privileged account although none of the users is one: read adminCount and the entries on the user object, not the wording.

scenario-protected-user = The tester who knows everything
    .about = The pilot failed on its very first reset; the tester is an experienced colleague from the server team.
    .debrief = The test user has adminCount 1, so the directory resets its permissions every hour and writeback cannot set its password, by design. Nothing is broken. Choose an ordinary user; if the colleague left the protected group long ago, clear adminCount and switch inheritance on again.

scenario-sam-hardening = After the security baseline
    .about = A new security baseline was rolled out to servers, the compliance report is perfect, and resets now end in SSPR_0029.
    .debrief = RestrictRemoteSam on the sync server does not allow the connector account, so 6329 reports access denied while every right in the directory is correct. Compliant is not the same as working: add the connector account to the policy and see that the registry value follows. No change of permissions would have helped.

scenario-password-policy = The message about complexity
    .about = New employees report that no password is complex enough, however long they make it.
    .debrief = It is the minimum password age: their first password was set less than a day ago, and the directory refuses every further one until the window is over. The portal words it as length, complexity, age or history. The time of the last change plus the minimum age tells when it opens; set the age to 0 for smooth use.

scenario-wrong-licence = The right name on the invoice
    .about = The organisation pays for a business suite for all employees and expects writeback to be part of it.
    .debrief = No user holds a plan of Entra ID P1 or P2. The part number O365_BUSINESS_PREMIUM belongs to Business Standard, and Office 365 E3 has no such plan either. Decide by the service plan, not by the product's name; that it seemed to work earlier is no proof of a licence.

scenario-reset-not-enabled = Half the helpdesk's calls
    .about = Some users reset their own passwords every day, while others are told that they cannot, or get messages about their password.
    .debrief = Self-service reset is limited to one group, and the test user is not in it. Users outside still see the form and may get a message that sounds like policy. Writeback itself is healthy, as the heartbeat and the successes of others show. allowedToUseSSPR is about administrators and would have misled.

scenario-outdated-connect = It ran for years
    .about = Nobody has touched the server for two years, and from one day to the next nothing arrives any more in either direction.
    .debrief = The installed version is below 2.5.79.0, which stopped on a date. No network, right or policy was changed, and none needs to be. Upgrade from the Entra admin center, then look for a new heartbeat and switch writeback off and on once if it stays away.

scenario-federated-admin = The last page of the wizard
    .about = Every page of the wizard is accepted, but at its end it reports that password writeback could not be configured.
    .debrief = 32009, "Error getting auth token": the administrator used is federated, so the wizard gets no token for onboarding. A synchronised account may be enough if it is managed; the safest is one created in the cloud, with the role assigned directly and active. The network was never the matter.

scenario-user-out-of-scope = Only this one user
    .about = One user cannot reset the password, while the colleagues at the next desks can.
    .debrief = 33002: the engine does not find the user, who is outside the synchronised units and whose cloud account is left from earlier. Rights and network are proven by the colleagues' successes. Bring the user back into scope, let a cycle run, and repeat.

scenario-forest-added-later = The acquired company
    .about = Since a merger two companies share one tenant; the old staff reset their passwords, the new staff cannot.
    .debrief = 8023061f in event 6329: the second forest was added after writeback had been enabled, so it is not switched on for that connector. Disable and enable writeback once, and give the connector account of the new forest its rights if they are missing.

scenario-staging-server = Two servers
    .about = The sync server was replaced last week, everything was set up as before, and no reset has arrived since.
    .debrief = The server that was examined is in staging mode, and a server in staging mode writes nothing back; the old one has been switched off. The installation is sound. Make it the active one in the wizard and look for 31015 and 31019. A heartbeat of the old server would have proven nothing about this one.

scenario-unsigned-ldap = The copied connector
    .about = After the connector was rebuilt from a colleague's notes, imports run well, but no password can be set.
    .debrief = 8023062c: the connector neither signs nor encrypts LDAP, and a domain controller takes no password over such a connection. Reading does not need it, so imports show nothing. Switch on signing and encrypting in all three places of the connector, and restart the service.

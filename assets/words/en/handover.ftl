# What is handed over: calendar entries, and change requests to other teams.

calendar-exception-ends = Exception ends: { $title }
calendar-exception-why = Accepted by { $who }: { $why }
calendar-answer-ends = Answer ends: { $title }
calendar-answer-who = Answered by { $who }. Somebody has to look again, or the item counts as open.
calendar-task-due = Due: { $title }
calendar-task-owner = { $owner }: { $action }
calendar-look-again = Check password writeback again: { $organisation }
calendar-look-again-why =
    { $count ->
        [one] The evidence of { $count } item is too old to count from tomorrow.
       *[other] The evidence of { $count } items is too old to count from tomorrow.
    }

request-title-firewall = Change request: firewall and proxy, for Microsoft Entra password writeback
request-title-directory = Change request: Active Directory, for Microsoft Entra password writeback
request-title-licence = Change request: licences, for Microsoft Entra password writeback
request-about-firewall = The sync server opens outbound connections to Microsoft and keeps two of them open. No inbound rule is needed. What follows was measured, and is not as it must be.
request-about-directory = The account of the directory connector resets passwords on behalf of users. What follows was read from the directory, and is not as it must be. Commands are to be run by somebody who may change the directory, after reading them.
request-about-licence = Password writeback needs a licence with Microsoft Entra ID P1 or more for every user who resets a password. What follows was read from the tenant, and is not as it must be.
request-from = Asked by
request-date = Date
request-source = Source
request-host = Destination
request-port = Port
request-way = Way
request-hosts-broken = To be opened or repaired
request-hosts-sound = Reachable today, to stay so
request-answers = answers
request-no-answer = no answer of the host came back
request-resigned = The certificate is signed by { $issuer }: exempt this host from TLS inspection.
request-idle = How long silence must be allowed
request-idle-text = Connections from the sync server to the relays are silent for minutes. Every device on the way must keep a silent connection for at least { $needed }; { $advised } is advised.
request-asked = What is asked for
request-evidence = Evidence
request-seen = Measured from { $place } on { $at }.
request-after = After the change, the assessment is run again; the result is sent back to you.
request-digest = From the assessment with the digest { $digest }.

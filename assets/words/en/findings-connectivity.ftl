# What the checks of the section "Password writeback connectivity" say. The words of single probes, silent connections
# and events that several checks share come first.

## Probes

evidence-probe = { $host }, { $way }
evidence-probe-broke = { $host }, { $way }: { $step }
evidence-probe-attempts = { $host }, { $way }: addresses tried
evidence-probe-chain = { $host }, { $way }: certificate
probe-step-name = name { $addresses } ({ $took })
probe-step-tcp = TCP { $address } ({ $took })
probe-step-proxy = CONNECT { $status } ({ $took })
probe-step-tls = { $version } ({ $took })
probe-step-http = HTTP { $status } ({ $took })
probe-broke = { $step }: { $how }
probe-resigned = The certificate was signed by { $issuer }, not by a public authority.
probe-other-page = The answer was HTTP { $status }, a page of something in between.
probe-other-page-of = The answer was HTTP { $status } from "{ $server }", a page of something in between.
probe-unfinished = The attempt ended before an answer could arrive.
probe-host-untried = { $host } was not tried.
probe-way-untried = Nothing was tried through { $address }, the way that the synchronisation service takes.
probe-way-untried-direct = Nothing was tried straight out, the way that the synchronisation service takes.

## The event log

evidence-log-host = Server of the event log
evidence-log-from = Start of the event log
evidence-log-until = End of the event log
event-log-clock = The log holds the time { $at }, which lies ahead of this program's clock or of its own end.
event-named = { $id } ({ $name })
event-unnamed = { $id } ({ $provider })

## connectivity.connect-version

connectivity-connect-version-supported = Entra Connect { $version } is installed and in support until { $until }.
connectivity-connect-version-supported-open = Entra Connect { $version } is installed, and the table of { $checked } lists it as in support with no end announced.
connectivity-connect-version-table-old = Entra Connect { $version } was in support on { $checked }, but the table is { $days ->
        [one] { $days } day
       *[other] { $days } days
    } old, so compare with today's version history.
connectivity-connect-version-newer = Entra Connect { $version } is newer than { $newest }, the newest that the table of { $checked } knows, so a person has to review it.
connectivity-connect-version-unlisted = Version { $version } is not in the table of { $checked }, so compare it with the version history.
connectivity-connect-version-below-minimum = Entra Connect { $version } is installed, and versions below { $minimum } stopped synchronising on { $since }, so upgrade before looking at anything else.
connectivity-connect-version-out-of-support = Entra Connect { $version } is installed, and its support ended on { $since }, so upgrade before looking at rights.
connectivity-connect-version-recalled = Entra Connect { $version } is installed, and that release was recalled, so uninstall it and install a newer one.
connectivity-connect-version-not-installed = Entra Connect is not installed on this sync server, so nothing can write passwords back from here.
evidence-connect-version = Version installed
evidence-connect-newest = Newest version known
evidence-connect-table = Version table checked on
evidence-connect-note = Note on this version

## connectivity.password-reset-host

connectivity-password-reset-host-answers = { $count ->
        [one] The password reset host answers
       *[other] All { $count } password reset hosts answer
    } over HTTPS with a verified certificate.
connectivity-password-reset-host-broken = No answer over HTTPS came from { $hosts }, so writeback cannot register itself. { $why }
connectivity-password-reset-host-interference = Something in between answered for { $hosts }, so writeback does not reach the real host. { $why }
connectivity-password-reset-host-observed-broken = The documented host answers, but { $hosts }, which only published address lists name, does not, so allow the wildcard beside the bare name.
connectivity-password-reset-host-undocumented = No answer came from { $hosts }, and no document names the host that writeback uses in this cloud. { $why }
connectivity-password-reset-host-none-known = No password reset host is known for the cloud { $cloud }.

## connectivity.service-bus-host

connectivity-service-bus-host-answers = { $count ->
        [one] The relay that the events name asks
       *[other] All { $count } relays that the events name ask
    } a stranger for a token (401), as a relay does.
connectivity-service-bus-host-well-known-answer = { $count ->
        [one] { $count } well-known relay asks
       *[other] { $count } well-known relays ask
    } a stranger for a token (401), as a relay does; the tenant's own relays are not known from events.
connectivity-service-bus-host-interference = When { $hosts } was asked, a page of something in between answered instead of a relay. { $why }
connectivity-service-bus-host-broken = No answer came from { $hosts }, so no password can travel through it. { $why }
connectivity-service-bus-host-wrong-path = { $host } answered 404 with the web server that relays use, which may be the relay refusing the path or something else.
connectivity-service-bus-host-own-untried = The events name { $hosts } as the tenant's own relays, and only other hosts were tried.
connectivity-service-bus-host-none-known = No document names a relay of the cloud { $cloud }, and no recent event names the tenant's own.
connectivity-service-bus-host-other-cloud = The events name relays of the cloud { $seen }, but the subject is set to { $subject }.
connectivity-service-bus-host-advice-heartbeat = Well-known names can answer while the tenant's own relay is blocked: import the event log, which names the own relays, and look at the heartbeat.
evidence-relay-misprint = Name that is never tried

## connectivity.idle

connectivity-idle-survives = A connection that was silent for { $lives } still carried a request, and writeback needs { $needed }.
connectivity-idle-short-of-advised = A connection survived { $lives } of silence and one was lost by { $dead }, so writeback has enough, but synchronisation through a proxy should have { $advised }.
connectivity-idle-uneven = A connection survived { $lives } of silence, but another was lost by { $dead }, so the path does not treat all connections alike.
connectivity-idle-lost = Silent connections live { $lives } and are dead by { $dead }, so the path does not keep them for the { $needed } that writeback needs.
connectivity-idle-lost-at-once = Silent connections are dead by { $dead }, so the path does not keep them for the { $needed } that writeback needs.
connectivity-idle-far-end = A silent connection was gone by { $dead }, but another one that was closed in good order, or the control connection, met the same end, so the far end itself may have ended it.
connectivity-idle-closed-by-peer = The far end closed a silent connection in good order by { $dead }, which a relay may do by itself.
connectivity-idle-between = Silent connections live { $lives } and are dead by { $dead }; the needed { $needed } lies between the two.
connectivity-idle-between-unknown = A silent connection was dead by { $dead }, and nothing shorter was tried, so it is not known whether it lived { $needed }.
connectivity-idle-gateway-answered = After the silence a status came back that no relay gives, so a device on the way answered in its place or has lost the far half of the connection.
connectivity-idle-not-opened = No connection to the relay could be opened. { $step }: { $how }
connectivity-idle-advice-owners = Ask every owner of a firewall, NAT gateway or proxy on the path for the TCP idle timeout of outbound 443, and set it to at least 6 minutes for this server.
connectivity-idle-outcome-survived = carried a request ({ $took })
connectivity-idle-outcome-gateway = a gateway answered { $status }
connectivity-idle-outcome-reset = reset after { $after }
connectivity-idle-outcome-closed = closed in good order after { $after }
connectivity-idle-outcome-dropped = no answer within { $waited } after the silence
connectivity-idle-outcome-not-opened = not opened. { $step }: { $how }
connectivity-idle-outcome-cancelled = cancelled before its time
evidence-idle-host = Relay
evidence-idle-way = Way
evidence-idle-connection = Silent for { $silence }
evidence-idle-control = Control connection, silent for { $silence }

## connectivity.tls-inspection

connectivity-tls-inspection-none = { $count ->
        [one] The certificate chain of the host leads
       *[other] The certificate chains of { $count } hosts lead
    } to public roots, so nobody re-signs the traffic.
connectivity-tls-inspection-resigned = The traffic to { $hosts } is re-signed by { $issuer }, which only this machine trusts, so a device on the way opens it.
connectivity-tls-inspection-untrusted = The certificate of { $hosts } was signed by { $issuer }, which this machine does not trust, so either a device on the way re-signs it or a root certificate is missing.
connectivity-tls-inspection-one-way-only = On one way { $hosts } shows a public certificate and on another a re-signed one, and the way of the synchronisation service is not known.
connectivity-tls-inspection-no-relay = No certificate of a relay was seen.
connectivity-tls-inspection-no-password-reset = No certificate of the password reset service was seen.
connectivity-tls-inspection-advice-exempt = Exempt the writeback hosts from inspection for this server; importing the device's root only hides it until its next update.
connectivity-tls-inspection-advice-roots = When the issuer is a public authority, update the root certificates of this server; the message "The remote certificate is invalid" of event 31034 does not tell a missing root from inspection.
connectivity-tls-inspection-chain-public = leads to a public root
connectivity-tls-inspection-chain-public-by = signed by { $issuer }, leads to a public root
connectivity-tls-inspection-chain-local = signed by { $issuer }, leads to a root that only this machine trusts
connectivity-tls-inspection-chain-untrusted = signed by { $issuer }, not trusted by this machine

## connectivity.proxy

connectivity-proxy-same = The same hosts answer on every way in use ({ $ways }).
connectivity-proxy-one-way = Only one way is in use, { $way }, and { $reached } of { $total } hosts that were tried answer on it.
connectivity-proxy-service-behind = The synchronisation service goes { $way }, where { $hosts } does not answer, although it does when going { $other }, so machine.config does not lead to the way that works. { $why }
connectivity-proxy-differs = Going { $way }, { $hosts } does not answer, although it does when going { $other }. { $why }
connectivity-proxy-differs-by-host = Going { $way }, { $hosts } does not answer, although each does on some other way. { $why }
connectivity-proxy-none-works = No host answers on any way in use. { $why }
connectivity-proxy-turns-away = Going { $way }, the proxy turns { $hosts } away. { $why }
connectivity-proxy-track = { $reached } of { $total } answer
connectivity-proxy-track-broken = { $reached } of { $total } answer. { $why }
connectivity-proxy-advice-407 = 407 means that the proxy asks for credentials and got none: let the service run under a domain account that the proxy accepts and use the section with useDefaultCredentials. The wizard words this as a missing licence.
connectivity-proxy-advice-403 = 403 means that the proxy does not allow the host: allow the writeback, Service Bus and sign-in hosts for this server.
evidence-proxy-way = Going { $way }

## connectivity.sign-in-hosts

connectivity-sign-in-hosts-answer = { $count ->
        [one] The sign-in host answers
       *[other] { $count } sign-in and Graph hosts answer
    } over HTTPS with a verified certificate.
connectivity-sign-in-hosts-broken = No answer over HTTPS came from { $hosts }, so the wizard and the engine cannot get a token there. { $why }
connectivity-sign-in-hosts-interference = Something in between answered for { $hosts }, so the token does not come from the real host. { $why }
connectivity-sign-in-hosts-observed-broken = Every documented host answers, but { $hosts }, which only published lists name, does not.
connectivity-sign-in-hosts-advice-credentials = The wizard words this as wrong credentials, "Error getting auth token" (event 32009): do not change the password before the hosts answer.

## connectivity.revocation

connectivity-revocation-answers = { $count ->
        [one] The revocation host answers
       *[other] All { $count } revocation hosts answer
    } on port 80.
connectivity-revocation-broken = On port 80 no answer of its own came from { $hosts }, so Windows may stall or refuse certificates now and then. { $why }
connectivity-revocation-none-known = No revocation host is known for the cloud { $cloud }.
connectivity-revocation-forbidden = { $host } answered 403 through the proxy, which may be the word of the host or of the proxy.
connectivity-revocation-advice-winhttp = Windows fetches revocation lists through the WinHTTP proxy, not through machine.config: see netsh winhttp show proxy as well.

## connectivity.tls12

connectivity-tls12-on = TLS 1.2 is on for Windows, .NET is told to use it, and .NET is recent enough.
connectivity-tls12-off = The registry of the sync server switches TLS 1.2 off for clients ({ $value }), so the cloud refuses its connections.
connectivity-tls12-dotnet-off = { $values } is 0, so .NET is kept from strong cryptography or from the TLS versions of Windows.
connectivity-tls12-dotnet-old = .NET Framework has the release { $release }, and Connect needs at least { $needed }.
connectivity-tls12-dotnet-behind = TLS 1.2 is on, but .NET Framework is older than 4.8 (release { $advised }), which the writeback guide asks for.
connectivity-tls12-dotnet-absent = TLS 1.2 is on for Windows, but { $values } is not set, so .NET follows only as long as nothing older is switched off.
connectivity-tls12-dotnet-unknown = The release of .NET Framework was not read.
connectivity-tls12-system-unknown = The registry does not set TLS 1.2, and the build of Windows that would tell its default was not read.
connectivity-tls12-system-old = The registry does not set TLS 1.2, and this Windows is older than Windows Server 2016, so its default does not tell.
connectivity-tls12-advice-hardening = When TLS 1.0 and 1.1 are switched off while these values are missing, synchronisation stays green and writeback stops with OnPremisesConnectivityFailure; the wizard words it as a missing licence. Set the values before hardening.
connectivity-tls12-value-absent = not set
evidence-tls-dotnet = { $name }
evidence-tls-schannel-enabled = TLS 1.2 client, Enabled
evidence-tls-schannel-disabled = TLS 1.2 client, DisabledByDefault
evidence-tls-dotnet-release = .NET Framework release
evidence-tls-build = Windows build

## connectivity.clock

connectivity-clock-agrees = { $count ->
        [one] The clock agrees with that of the server that was asked
       *[other] The clock agrees with those of { $count } servers that were asked
    } within { $allowed }.
connectivity-clock-ahead = The clock is { $by } ahead of { $host }, more than the { $allowed } that sign-ins tolerate.
connectivity-clock-behind = The clock is { $by } behind { $host }, more than the { $allowed } that sign-ins tolerate.
connectivity-clock-inexact = The clock of { $host } could be read to { $exact } only, which does not show whether the difference is within { $allowed }.
connectivity-clock-reading-ahead = { $by } ahead (give or take { $exact })
connectivity-clock-reading-behind = { $by } behind (give or take { $exact })
evidence-clock = Clock against { $host }

## connectivity.relay-names

connectivity-relay-names-unheard = The events name { $hosts } in listener errors only, never in a heartbeat, so the outbound rules probably do not know it.
connectivity-relay-names-unreached = The events name { $hosts } as the tenant's own relay, and it does not answer, although others may. { $why }
connectivity-relay-names-intermittent = { $count ->
        [one] The relay was lost and found again { $count } time
       *[other] The relay was lost and found again { $count } times
    } within a day, as happens when the outbound rules list hosts one by one.
connectivity-relay-names-advice-wildcard = Allow the relay by wildcard on port 443, not by a list of hosts or addresses: relays move without notice, and well-known names can answer while the own relay is blocked.
connectivity-relay-names-heard = { $count ->
        [one] { $count } heartbeat
       *[other] { $count } heartbeats
    }, the newest on { $at }
connectivity-relay-names-heard-and-lost = { $count ->
        [one] { $count } heartbeat
       *[other] { $count } heartbeats
    }, the newest on { $at }; lost { $losses ->
        [one] once
       *[other] { $losses } times
    }, last on { $lost }
connectivity-relay-names-lost = no heartbeat; lost { $losses ->
        [one] once
       *[other] { $losses } times
    }, last on { $lost }
evidence-relay-name = { $host }
evidence-relay-rules = Names to allow outbound

## connectivity.heartbeat

connectivity-heartbeat-fresh = The newest heartbeat of { $host } is of { $at } and was { $age } old when the log was exported, with no later loss, so the relay was alive.
connectivity-heartbeat-old = The newest heartbeat of { $host } is of { $at } and was { $age } old when the log was exported, more than { $allowed }, so the relay is not alive.
connectivity-heartbeat-none = The log of { $host } covers { $length } and holds no heartbeat, so writeback does not listen there.
connectivity-heartbeat-then-loss = After the newest heartbeat of { $host } ({ $at }) the event { $loss } followed, so the relay or the service was lost again.
connectivity-heartbeat-restarted = The service on { $host } was started after the newest heartbeat ({ $at }), so wait 6 minutes for the next one and read the log again.
connectivity-heartbeat-log-empty = The log of { $host } holds no event at all, not even of synchronisation.
connectivity-heartbeat-log-short = The log covers only { $length }, less than the time between heartbeats allows for.
connectivity-heartbeat-advice-standby = Where there are two servers, see first which one is active: the one in staging mode has no heartbeat, and its errors say nothing of the other. The portal's "not enabled" has stood there while resets arrived.
evidence-heartbeat-newest = Newest heartbeat
evidence-heartbeat-loss = Newest loss
evidence-heartbeat-relays = Relays named

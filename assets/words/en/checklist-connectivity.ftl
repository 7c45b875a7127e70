# The words of part 2, "Password writeback connectivity".

section-connectivity = Password writeback connectivity
    .short = Connectivity

# connectivity.connect-version
item-connectivity-connect-version = Entra Connect is a version in support
    .short = Connect version
    .why = Builds below 2.5.79.0 stopped synchronising after 30 Sep 2026, and 2.5.79.0 itself left support on 23 Oct 2026. A build may also carry a writeback defect that looks like missing rights: 2.1.x before 2.1.19.0 ended in SSPR_0029 with access denied although the rights were correct. That writeback worked for years proves nothing: retirements strike on a date, not on a change of yours.
    .fix-1 = Read the installed version and the state of automatic upgrade on the sync server. The file version counts; the entry in the list of installed programs can be older.
    .fix-2 = Before upgrading, export the configuration and keep a copy of machine.config; back up custom synchronisation rules as well. If someone edited miiserver.exe.config by hand (often for a proxy), move that setting to machine.config first: the file is overwritten by upgrades, and a hand-edited one stopped 2.5.190.0 and 2.6.1.0 with a FileLoadException.
    .fix-3 = Download the installer from the Entra admin center, the only place that has current builds, and upgrade in place. With a second server in staging mode, upgrade that one first, check it, then exchange the roles. Do not install 2.6.79.0: it was recalled and has to be uninstalled.
    .fix-4 = Check that the service runs and that a new heartbeat event 31019 arrives within 10 minutes. If it does not, disable and enable writeback once more; today's document names that as the last step after an upgrade.
    .ask = On the sync server, read the product version of miiserver.exe and compare it with the version release history. Met when that version is listed, not recalled, at least 2.5.79.0, and its end of support lies in the future. Write the version into the answer.
    .article = "Download and enable the latest version of Azure AD Connect"
    .today = Right in substance, dated in detail: the article's link leads to the Microsoft Download Center, but current builds are only in the Entra admin center (hardening notice and prerequisites, 29 Sep 2025; the page on writeback troubleshooting of 4 Mar 2025 says the same). The newest version known to this checklist is 2.6.92.0 of 23 Sep 2026; the version table shows the day it was checked, and a newer build is "review", not wrong. The prerequisites of 29 Sep 2025 also state that Windows Server 2025 is not supported for Connect.

# connectivity.password-reset-host
item-connectivity-password-reset-host = The password reset service answers the sync server
    .short = Password reset host
    .why = Writeback registers itself with the cloud's password reset service and reports to it. When this host is out of reach, onboarding ends in event 32001, 32011 or 32013, and the wizard may word it as a licence problem. A browser on an administrator's workstation proves nothing: the path that counts starts at the sync server.
    .fix-1 = On the sync server, look the name up and open TCP 443. Test-NetConnection goes straight out and knows no proxy: behind a proxy it may report False although writeback works.
    .fix-2 = Ask over HTTPS, in Windows PowerShell 5.1. It uses the proxy of machine.config as the sync engine does; PowerShell 7 does not read that file. A status code shows that the path is open; a message about the certificate points to TLS inspection.
    .fix-3 = At the firewall and the proxy allow outbound TCP 443 from the sync server to passwordreset.microsoftonline.com and to *.passwordreset.microsoftonline.com. Enter both: on many products a wildcard does not cover the bare name. US Government: passwordreset.microsoftonline.us and *.passwordreset.microsoftonline.us. No inbound rule is needed. Exempt the hosts from TLS inspection.
    .fix-4 = Restart the synchronisation service, which must not be in the middle of a cycle, and run this item again from the sync server.
    .ask = On the sync server, open https://passwordreset.microsoftonline.com under the proxy that the synchronisation service uses. Met when the page answers and its certificate chain ends at a public root, not at one of your organisation.
    .article = "Firewall configuration: The Azure AD Connect tool (1.1.443 and above) will need outbound HTTPS access to: passwordreset.microsoftonline.com"
    .today = The article names the bare host; the document of 4 Mar 2025 asks for the wildcard *.passwordreset.microsoftonline.com instead. Both are needed in practice, because the Microsoft 365 lists show the bare name and api.passwordreset.microsoftonline.com. For China operated by 21Vianet the document names only Service Bus hosts and no reset host, so the host used there is not confirmed by it. The Chinese translation scrambles the product and the version into one another.

# connectivity.service-bus-host
item-connectivity-service-bus-host = The Service Bus relay answers
    .short = Service Bus relay
    .why = Every password travels through a Service Bus relay that belongs to your tenant, and the sync server has to hold outbound connections to two of them. Service Bus hosts are not in the Microsoft 365 address list, so a firewall maintained from that list blocks writeback while synchronisation stays green. An open port is not enough: a relay answers a stranger with 401 and a message about a missing token; a proxy's page, a reset or another certificate issuer means that something sits in between.
    .fix-1 = Read the relay names of your own tenant from the events: 31019 (heartbeat) and 31034 (listener error) carry namespace and endpoint. Only if there are none, use the well-known names of the next step.
    .fix-2 = On the sync server, open TCP 443 to each relay. Test-NetConnection goes straight out and knows no proxy, so behind a proxy only the next step counts.
    .fix-3 = Ask the endpoint that your event 31019 names, without a token, in Windows PowerShell 5.1. 401 with MissingToken is the healthy answer. The root of the namespace, which today's document uses in its example, may answer otherwise and is the weaker test.
    .fix-4 = Allow outbound TCP 443 from the sync server to *.servicebus.windows.net, by name and by wildcard. US Government: *.servicebus.usgovcloudapi.net. China (21Vianet): ssprdedicatedsbmcprodcne.servicebus.chinacloudapi.cn and ssprdedicatedsbmcprodcnn.servicebus.chinacloudapi.cn. No inbound rule is needed; ports 9350 to 9354 of old event texts are not needed since 1.1.443.0.
    .fix-5 = Look for servicebus.windows.networks in your rules and replace it: that name is a misprint of the article and matches nothing. Exempt *.servicebus.windows.net from TLS inspection.
    .fix-6 = Restart the synchronisation service, wait 6 minutes, and look for a new 31019 without a later 31034 or 31044.
    .ask = On the sync server, ask https://NAMESPACE.servicebus.windows.net/ENDPOINT with the names from event 31019. Met when both relays answer 401 with a missing-token message and the certificate is issued by a public authority.
    .article = "Firewall configuration: The Azure AD Connect tool (1.1.443 and above) will need outbound HTTPS access to: servicebus.windows.networks"
    .today = servicebus.windows.networks is a misprint that stands in the English original and in every translation. The real suffix is *.servicebus.windows.net (4 Mar 2025). This item never probes the literal name: it would be missing everywhere and the result would say nothing about your network. Government and China clouds have their own suffixes, which the article does not mention.

# connectivity.idle
item-connectivity-idle = A silent connection lives long enough
    .short = Idle connection
    .why = The relay connection is silent most of the time: a heartbeat goes out every 5 minutes, a password only when somebody changes one. A firewall, NAT gateway or proxy that forgets silent connections sooner cuts the listener without telling either end, and the next reset times out for the user (SSPR_0030). Short tests never see it, which is why this one waits.
    .fix-1 = List every device with session state between the sync server and the Internet: proxy, firewall, NAT gateway, load balancer, cloud firewall. Ask each owner for the TCP idle timeout that applies to outbound 443 from this server. Common defaults are shorter than needed: the Azure NAT gateway and the outbound rules of the Azure load balancer start at 4 minutes.
    .fix-2 = Set it to at least 6 minutes (360 s), for a rule with the sync server as its source rather than for everybody. 3 minutes satisfies the article, 6 minutes also satisfies what the prerequisites ask of proxies for synchronisation.
    .fix-3 = Read the server's own TCP settings, to rule them out. Windows does not drop a connection because it is silent, and netsh shows no such limit: the limit is on the path. Shortening KeepAliveTime is no substitute: it only helps programs that ask for keep-alive, and no document says that writeback does.
    .fix-4 = Watch the connections of the engine: the same ones with a growing age are healthy, a new set every few minutes is the sign of a cut. Behind a proxy the remote address is the proxy's.
    .fix-5 = Run the idle test again from the sync server, full length, through the same proxy. A shortened or skipped test cannot pass. "Inconclusive" means that the far end itself may have closed the connection; then the owners' figures decide.
    .ask = Ask the owners of firewall, NAT and proxy for the TCP idle timeout on outbound 443 from the sync server. Met when the smallest one on the path is at least 180 seconds; write it down with the device. 360 seconds is advised.
    .article = "Allow idle connections to persist for at least 2-3 minutes"
    .today = Still the only figure given for writeback. For the web calls of synchronisation the prerequisites of 29 Sep 2025 ask for a proxy idle timeout of at least 6 minutes, because Entra may take 5 minutes to answer; the connectivity page of 19 Jan 2023 says more than 5 minutes. The document of 4 Mar 2025 names wrong idle timeouts among the most common points of failure without giving a figure. This item requires 3 minutes and advises 6.

# connectivity.tls-inspection
item-connectivity-tls-inspection = Nobody re-signs the traffic on its way
    .short = TLS inspection
    .why = A device that opens TLS presents its own certificate. The sync engine either refuses it (event 31034, "The remote certificate is invalid") or, where the device's root was rolled out to the server, works until the next update of that device. Opening and analysing traffic between Connect and Entra is not supported.
    .fix-1 = See which certificate the server is given, through the proxy the engine uses and with verification on. An issuer of your organisation or of a security product is inspection; a public authority such as DigiCert or Microsoft is the real host.
    .fix-2 = In the inspecting device, exclude the sync server's traffic from decryption by name: *.servicebus.windows.net, *.passwordreset.microsoftonline.com and passwordreset.microsoftonline.com, *.microsoftonline.com, login.windows.net and graph.microsoft.com. Restrict the exception to the sync server as the source.
    .fix-3 = If the issuer is public and still not trusted, the server lacks a root certificate: let Windows update its roots, or bring the roots named on the linked page to the server. Do not import the inspecting device's root to silence the message, and never switch certificate verification off: passwords pass through this connection.
    .fix-4 = Restart the synchronisation service and check that 31019 appears without a new 31034.
    .ask = On the sync server, look at the certificate chain of a relay host and of login.microsoftonline.com, for instance in a browser that uses the same proxy. Met when both chains end at a public root that every Windows machine has, not only those of your organisation.

# connectivity.proxy
item-connectivity-proxy = Every proxy setting leads to the same answer
    .short = Proxy
    .why = A Windows server has several proxy settings, and they do not know of one another: the browser's, WinHTTP's, the environment's and that of machine.config. Wizard and sync engine are .NET programs and read machine.config. Typical trap: the browser works, the engine does not, and the wizard says that password writeback could not be configured and to ensure the required licence.
    .fix-1 = Show all settings side by side, together with the account the service runs under. netsh winhttp is not what the engine uses; Windows itself uses it for revocation lists.
    .fix-2 = Keep a copy of machine.config and open it in an elevated editor. Do not use miiserver.exe.config for this: every upgrade overwrites it.
    .fix-3 = For a proxy without sign-in, add this section at the bottom of the file, directly before the closing configuration tag, with your address and port. If there already is a system.net section, merge; a second one makes every .NET program on the server stop with a configuration error.
    .fix-4 = For a proxy that asks for sign-in, use this section instead, and let the service run under a domain account that the proxy accepts; that account is chosen in a custom installation. Write no user name or password into the file.
    .fix-5 = Read the proxy's answer. 403: the proxy does not allow the address; allow the writeback, Service Bus and sign-in hosts. 407: it asks for sign-in and got none; see the step before. An HTML page of your organisation instead of an answer is a block page. Let relay connections pass as plain CONNECT tunnels, without TLS inspection and without an idle timeout below 6 minutes.
    .fix-6 = Restart the synchronisation service, which reads the file only when it starts, and test from Windows PowerShell 5.1: it reads machine.config too, PowerShell 7 does not.
    .ask = On the sync server, compare machine.config, the system proxy, the WinHTTP proxy and the proxy variables of the environment. Met when each that is set leads to the same working way out, or when none is set and the server goes straight out.

# connectivity.sign-in-hosts
item-connectivity-sign-in-hosts = The sign-in and Graph hosts answer
    .short = Sign-in hosts
    .why = Before writeback can be registered, the wizard and the engine fetch a token and find the tenant. When one of these hosts is blocked, the wizard stops with a message about credentials (event 32009, "Error getting auth token") although the password is right. Reachable sign-in hosts do not prove writeback: its own hosts are another list.
    .fix-1 = On the sync server, open TCP 443 to each host. Behind a proxy use the last step instead, because Test-NetConnection goes straight out.
    .fix-2 = Allow outbound TCP 443 to *.microsoftonline.com, login.windows.net, graph.microsoft.com, *.graph.windows.net, *.management.core.windows.net and secure.aadcdn.microsoftonline-p.com. Region names such as the anchor and relay hosts below microsoftonline.com change, so allow them by wildcard.
    .fix-3 = In a national cloud use that cloud's hosts. US Government: *.microsoftonline.us, *.gov.us.microsoftonline.com and graph.microsoft.us (DoD: dod-graph.microsoft.us), and still *.microsoftonline.com and *.windows.net for finding the instance. China (21Vianet): login.chinacloudapi.cn and microsoftgraph.chinacloudapi.cn.
    .fix-4 = Ask the provisioning service over HTTPS in Windows PowerShell 5.1. A status of 200 shows that name, proxy, TLS and host are in order.
    .ask = On the sync server, open https://login.microsoftonline.com and https://adminwebservice.microsoftonline.com/ProvisioningService.svc. Met when both answer with a public certificate and no page of a proxy.
    .today = Beyond the article. The short list of the connectivity page (19 Jan 2023) says of itself that it leaves out optional features such as password writeback. It still names *.graph.windows.net of the old Azure AD Graph and does not name graph.microsoft.com; this item therefore looks at both generations that matter and keeps the list as dated data.

# connectivity.revocation
item-connectivity-revocation = Certificate revocation can be looked up
    .short = Revocation lists
    .why = Windows checks whether a certificate was revoked by fetching small signed files over plain HTTP on port 80. Rules that only allow 443 block them; connections then take up to many seconds or are refused, irregularly, because fetched files are kept for days.
    .fix-1 = On the sync server, open TCP 80 to each host. Behind a proxy the direct way may be closed on purpose; then the third step decides.
    .fix-2 = Allow outbound TCP 80 to the revocation hosts of the linked page: mscrl.microsoft.com, crl.microsoft.com, oneocsp.microsoft.com, ocsp.msocsp.com, crl3.digicert.com, crl4.digicert.com, ocsp.digicert.com, and the listed DigiCert China, Entrust, Verisign and D-Trust names. The page writes several with a leading wildcard; enter the bare name as well, since a wildcard often does not cover it. Port 80 is by design: the files are signed.
    .fix-3 = If the server uses a proxy, see the WinHTTP proxy too: Windows fetches revocation files with WinHTTP, not with machine.config. Set it with netsh winhttp set proxy to the same proxy. Do not switch the revocation check off instead.
    .ask = Ask the owner of firewall and proxy whether the sync server may reach the revocation hosts on port 80. Met when the rule covers the Microsoft and DigiCert hosts by bare name and by wildcard.

# connectivity.tls12
item-connectivity-tls12 = TLS 1.2 is on for Windows and for .NET
    .short = TLS 1.2
    .why = The cloud accepts TLS 1.2 and later only. The classic trap is hardening done halfway: TLS 1.0 and 1.1 are switched off for Windows, but .NET was not told to follow. Synchronisation stays green, writeback stops with OnPremisesConnectivityFailure, and the wizard asks for a licence.
    .fix-1 = Read the values on the sync server. Wanted: both .NET values 1 in both branches, and for TLS 1.2 Enabled 1 and DisabledByDefault 0. Missing SCHANNEL keys mean the default of the system, which is on since Windows Server 2016; missing .NET values are safe only while nothing older has been switched off.
    .fix-2 = Export the keys before changing them.
    .fix-3 = Let .NET use strong cryptography and the system's TLS versions, in the 64-bit and in the 32-bit branch.
    .fix-4 = Only if the SCHANNEL keys exist and switch TLS 1.2 off: switch it on for client and server. If they come back after a while, a group policy sets them; change the policy.
    .fix-5 = If .NET Framework is older than 4.8 (Release below 528040), install 4.8 or later.
    .fix-6 = Restart the server in a quiet hour; the values are read at start. Then run this item and the heartbeat again.
    .ask = On the sync server, run the linked check script in an elevated window. Met when all .NET values are 1, TLS 1.2 is not switched off for client or server, and Release is at least 528040.
    .today = Beyond the article. Today's documents disagree about .NET: the prerequisites of 29 Sep 2025 name 4.6.2 in the text and 4.7.2 in the banner, the writeback page of 4 Mar 2025 asks for 4.8. Here 4.7.2 (Release 461808) is the least and 4.8 (Release 528040) is advised. The TLS page (14 Sep 2021, later banner) says that the registry values are needed before installing 2.3.20.0 to 2.4.129.0 and no longer from 2.4.131.0; the writeback page still asks to check them on every version.

# connectivity.clock
item-connectivity-clock = The clocks agree
    .short = Clock
    .why = Kerberos towards the domain controllers tolerates 5 minutes by default, and the tokens of the cloud have a beginning and an end. A clock that is off shows as refused sign-ins, invalid certificates or a relay that rejects the listener, never as "wrong time". Virtual machines that are restored or paused are the usual case.
    .fix-1 = Compare the sync server with the domain controllers. The offsets of the last command should be seconds.
    .fix-2 = On a domain member, take the time from the domain and resynchronise. Do not use this command on the PDC emulator of the forest root: it needs an outside source of its own.
    .fix-3 = If the time drifts again, see which other source writes it: for a domain member in a virtual machine, let either the host's time integration or the domain be in charge, not both. If the PDC emulator itself is off, correct its source first; every member follows it.
    .ask = Compare the clock of the sync server with the PDC emulator and with a public time server, as UTC. Met when both differences are below 5 minutes.

# connectivity.relay-names
item-connectivity-relay-names = Outbound rules name the relay by wildcard
    .short = Relay names
    .why = The names of relays are not stable. Tenants have used front names such as ssprdedicatedsbprodncu and back-end hosts such as gNN-prod-XX3-NNN-sb, and Microsoft moves them without notice. A rule with a list of hosts or addresses works today, fails now and then when another host is picked, and breaks later. Reaching the well-known names proves little: they can answer while your own relay is blocked; only a fresh heartbeat proves the path.
    .fix-1 = List the relay names in heartbeats and in listener errors. A name that appears only in errors is one your rules do not know.
    .fix-2 = Replace host lists by the wildcard *.servicebus.windows.net (or your cloud's suffix), matched by name: on the TLS server name or in the proxy's CONNECT request.
    .fix-3 = If the firewall cannot match names, send the sync server through a proxy that can, limited to this server. Address lists are the last resort: take them from the weekly service tag file, by automation, and check that the addresses of your own relays are really in the tag you use. The old file 41653 is no longer kept up.
    .fix-4 = After changing the rules, restart the synchronisation service. If the relay moved meanwhile and no heartbeat returns, disable and enable writeback once.
    .ask = Ask the owner of the firewall how the rule for Service Bus is written. Met when it allows *.servicebus.windows.net on 443 by name; not met when it lists hosts or addresses, even if writeback works today.
    .today = Beyond the article, which names a single host. The document of 4 Mar 2025 asks for the wildcard, and points to the weekly address files (56519 public, 57063 US Government) for who needs more detail. For China it lists two fixed hosts.

# connectivity.heartbeat
item-connectivity-heartbeat = The heartbeat is fresh
    .short = Heartbeat
    .why = While writeback listens, event 31019 is written about every 5 minutes and names the relay. It is the best single proof that name, proxy, TLS, idle time and keys work together, from the right machine and under the right account. It ranks above what the portal shows: the page there has said "not enabled" while resets demonstrably arrived. Old heartbeats prove nothing, and neither do those of the server in staging mode.
    .fix-1 = On the active sync server, compare the newest 31019 with the present time, with 31015 and 31016 (writeback service started and stopped), and with 31034 and 31044 (a listener was lost; one of the two relays has no host).
    .fix-2 = See whether the service runs and whether this is the active server. In staging mode there is no writeback, so look at the other server; errors on one of two servers may belong to the standby.
    .fix-3 = Start or restart the synchronisation service and wait 6 minutes for the next 31019.
    .fix-4 = If it stays away, work through this section in order: version, TLS 1.2, proxy, relay, inspection, idle connection. Compare the namespace of the last heartbeat with that of the errors: when they differ, the relay moved and the rules do not know the new name.
    .fix-5 = Only when the network is in order, disable and enable writeback, which registers the tenant's relay and keys anew.
    .ask = On the active sync server, open Event Viewer, Application log, source PasswordResetService. Met when the newest event 31019 is younger than 15 minutes and no 31034, 31044 or 31016 is newer than it. Write its time and namespace into the answer.

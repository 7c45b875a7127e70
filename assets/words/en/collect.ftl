# Words of the collectors: what they do now, the steps of a probe, and how a step broke.

collect-probing = Probing { $count ->
        [one] { $count } endpoint
       *[other] { $count } endpoints
    }
collect-idle = Holding silent connections to { $host } for up to { $longest }
collect-no-relay = No relay is known that a connection could be held to.
collect-no-way = This machine has no such proxy setting.
collect-no-date = { $host } answered without a date.

step-name = Name
step-tcp = TCP
step-proxy = Proxy
step-tls = TLS
step-http = HTTP

way-direct = straight out
way-environment = through { $address } (environment variables)
way-environment-direct = straight out (environment variables)
way-system = through { $address } (system setting)
way-system-direct = straight out (system setting)
way-script = through { $address } (script of the system setting)
way-script-direct = straight out (script of the system setting)
way-machine-config = through { $address } (machine.config)
way-machine-config-direct = straight out (machine.config)
way-explicit = through { $address } (as given)
way-explicit-direct = straight out (as given)

break-name-not-found = The name does not exist (NXDOMAIN).
break-name-has-no-address = The name exists but has no address.
break-name-refused = The name server refused to answer.
break-name-timed-out = No name server answered within { $after }.
break-name-other = The name could not be resolved: { $detail }.
break-timed-out = Nothing answered within { $after }.
break-refused = The connection was refused.
break-reset = The connection was reset.
break-closed = The far end closed the connection instead of answering.
break-host-unreachable = The host cannot be reached: there is no route, or a filter on the way forbids it.
break-proxy-asks-for-credentials = The proxy asks for credentials (407, { $scheme }).
break-proxy-asks-for-credentials-unnamed = The proxy asks for credentials (407) and names no scheme.
break-proxy-forbids = The proxy does not allow this host (403).
break-proxy-answered = The proxy answered { $status } and opened no tunnel.
break-proxy-page = The proxy answered { $status } with a page of its own and opened no tunnel.
break-proxy-unusable = The proxy setting cannot be used: { $detail }.
break-proxy-not-http = What answered at the proxy's address does not speak HTTP.
break-not-tls = What answered does not speak TLS.
break-tls-alert = The far end ended the TLS handshake with the alert { $alert }.
break-certificate-expired = The certificate has expired.
break-certificate-expired-on = The certificate expired on { $on }.
break-certificate-not-yet-valid = The certificate is not valid yet.
break-certificate-not-yet-valid-from = The certificate is valid from { $from } only.
break-certificate-other-name = The certificate is for other names: { $names }.
break-certificate-no-name = The certificate names no host.
break-certificate-unknown-issuer = The certificate was signed by { $issuer }, which this machine does not trust.
break-certificate-self-signed = The certificate is signed by itself.
break-certificate-revoked = The certificate was revoked.
break-certificate-other = The certificate is not acceptable: { $detail }.
break-http-malformed = The HTTP answer could not be understood: { $detail }.
break-other = The connection broke: { $detail }.

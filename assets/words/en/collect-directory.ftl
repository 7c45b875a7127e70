# Words of the directory collector: what it does now, and which step of the way into a server failed.

collect-directory-locating = Looking in DNS for the domain controllers of { $domain }
collect-directory-connecting = Signing in to { $server }
collect-directory-forest = Reading forest and domains
collect-directory-controllers = Asking { $count ->
        [one] { $count } domain controller
       *[other] { $count } domain controllers
    }
collect-directory-ports = Trying the ports of the PDC emulators
collect-directory-policies = Reading the password policies
collect-directory-connector = Reading the connector account and its rights
collect-directory-test-user = Reading the test user and the units above it

directory-trouble-no-controller = DNS names no domain controller of { $domain }: { $broke } Check the name, or name a server.
directory-trouble-name = The name of { $server } leads nowhere: { $broke }
directory-trouble-connect = { $server } accepts no connection: { $broke }
directory-trouble-secure = The connection to { $server } cannot be secured: { $broke } Where the certificate comes from an authority of your own, give its root.
directory-trouble-start-tls = { $server } refuses to secure the connection ({ $code }: { $text }). A domain controller without a certificate cannot; give it one, or use another.
directory-trouble-credentials = { $server } does not let this account in: { $why }
directory-trouble-sign-in = { $server } refuses the sign-in ({ $code }: { $text }).
directory-trouble-refused = { $server } refuses to answer ({ $code }: { $text }).
directory-trouble-ask = The connection to { $server } broke: { $broke }
directory-trouble-ticket = { $server } cannot be signed in to with Kerberos: { $why } ({ $text })
directory-trouble-lost = { $server } closed the connection in the middle of an answer.
directory-trouble-timed-out = { $server } did not answer within { $after }.
directory-trouble-malformed = The answer of { $server } could not be understood: { $what }.
directory-trouble-other-forest = { $named } does not belong to the forest { $forest }. Each forest is collected by itself.
directory-trouble-too-much = { $server } sends more than { $most } objects, which is more than one look holds.

directory-refusal-password = the name or the password is wrong. It is not tried again, so that nobody is locked out.
directory-refusal-not-now-or-here = it may not sign in at this time or from this machine.
directory-refusal-must-change = its password has expired or must be changed first.
directory-refusal-disabled = it is disabled.
directory-refusal-expired = it has expired.
directory-refusal-locked = it is locked out.
directory-refusal-channel-binding = the server wants the sign-in tied to the TLS connection (channel binding), which this sign-in did not do. Sign in with a name and a password.
directory-refusal-unnamed = the name or the password is not accepted.

directory-ticket-none = there is no ticket. Get one first: kinit name@DOMAIN; on Windows, sign in with an account of the domain.
directory-ticket-expired = the ticket has run out. Get a new one: kinit.
directory-ticket-clock-skew = the clocks of this machine and of the domain are too far apart; five minutes are allowed.
directory-ticket-unknown-server = the domain knows no server of this name. Give the controller's own full name, not an address or an alias.
directory-ticket-no-kerberos-server = no Kerberos server of the domain was found, or none answers (port 88).
directory-ticket-other = the ticket could not be had or was not accepted.

directory-no-account = No account is called { $name }.
directory-ambiguous-account = More than one account is called { $name }; write it as DOMAIN\name.
directory-connector-not-named = The connector account was not named, and there is not exactly one account MSOL_… that it could be.
directory-other-forest = That is the forest { $found }, and the subject names { $wanted }. Nothing of it was kept.

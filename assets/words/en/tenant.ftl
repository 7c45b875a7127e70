# What the tenant collector says: what it does, why an answer is missing, why nobody is signed in, how to go on.

collect-tenant = Asking Microsoft Graph about { $tenant }
collect-tenant-accounts = Asking about the two accounts

tenant-answer-not-json = { $host } answered with a page instead of data, as a proxy or a sign-in portal on the way does.
tenant-answer-left-host = An answer led away from { $host }, and a token is never sent elsewhere.
tenant-answer-loops = The pages of { $what } lead in a circle, so the list is not whole.
tenant-answer-too-large = The answer about { $what } is larger than is read.
tenant-not-known = The token does not show that it is for { $tenant }, and the organisation could not be read.
tenant-no-such-account = The tenant knows no account { $user }.
tenant-no-registration = The registration report has no row for { $user }; it leaves out disabled users and lags behind by some hours.

permission-organization-read-all = To tell whose tenant it is, and when it last synchronised.
permission-licenseassignment-read-all = To see which licences the tenant owns, and which the two accounts hold.
permission-user-read-all = To see whether the two accounts are enabled, and where they come from.
permission-domain-read-all = To see whether the administrator's domain is federated.
permission-rolemanagement-read-directory = To see how the administrator holds the role.
permission-groupmember-read-all = To name the group through which a role is held.
permission-auditlog-read-all = To see whether the test user is registered, and what the audit log says of resets.
permission-onpremdirectorysynchronization-read-all = To show the synchronisation features; nothing is judged by them.
permission-servicehealth-read-all = To show whether Microsoft reports a fault; nothing is judged by it.

question-open = { $question }: { $why }
question-identity = Who the tenant is
question-licences = Licences owned
question-admin = The administrator's account
question-admin-plans = The administrator's licences
question-admin-roles = The administrator's roles
question-test-user = The test user's account
question-test-user-plans = The test user's licences
question-test-user-reset = The test user's registration
question-synchronisation = Synchronisation
question-audit = Audit log
question-features = Synchronisation features
question-health = Service health

way-on-sign-in = Sign in: wbready collect tenant --tenant { $tenant } --browser --to facts.json
way-on-wrong-tenant = Sign in with an account of { $wanted }, or correct the tenant of the subject.
way-on-consent = An administrator can grant it here: { $link }
way-on-role = Ask for the role { $role }, or activate it, and run again. A role that is only eligible does not count.
way-on-licence = Entra ID P1 is needed to read this.
way-on-other-cloud = This cloud does not offer the call.
way-on-network = Make { $host } reachable from this machine, or collect on another one and import the file.
way-on-later = Run again in some minutes.
way-on-configure = Name it: --admin, --test-user or the subject file.
way-on-manual = Or look yourself and answer by hand: { $place }

place-identity = { $portal }, Overview: tenant ID and primary domain
place-licences = { $portal }, Billing > Licenses > All products
place-admin = { $portal }, Users > the administrator > Properties: On-premises sync enabled
place-admin-plans = { $portal }, Users > the administrator > Licenses
place-admin-roles = { $portal }, Users > the administrator > Assigned roles: path and state
place-test-user = { $portal }, Users > the test user > Properties: On-premises sync enabled
place-test-user-plans = { $portal }, Users > the test user > Licenses
place-test-user-reset = { $portal }, Authentication methods > User registration details
place-synchronisation = { $portal }, Entra Connect > Connect Sync: last sync
place-audit = { $portal }, Audit logs, service "Self-service Password Management"
place-features = { $portal }, Entra Connect > Connect Sync
place-health = { $portal }, Health > Service health

sign-in-numbered = { $reason } ({ $number })
sign-in-consent-missing = Nobody has consented to the permissions for this tenant yet.
sign-in-declined = The permissions were declined.
sign-in-no-such-tenant = This cloud knows no such tenant. Check the name and the cloud.
sign-in-no-such-application = The application is not registered in this tenant. Check its ID.
sign-in-secret-wrong = The secret is wrong. Give its value, not its ID.
sign-in-secret-expired = The secret has expired. Create a new one.
sign-in-certificate-unknown = The certificate is not registered with the application.
sign-in-public-client-off = The application does not allow public client flows. Switch them on under Authentication, or sign in with the browser.
sign-in-conditional-access = A Conditional Access policy blocks this way to sign in. Many block codes: sign in with the browser.
sign-in-second-factor = A second factor is needed, which this way cannot ask for. Sign in with the browser.
sign-in-not-assigned = The account is not assigned to the application.
sign-in-other-cloud = The account or the application belongs to another cloud. Choose the right cloud.
sign-in-other-tenant = The account does not belong to this tenant.
sign-in-expired = The sign-in or the password has expired. Sign in again.
sign-in-clock = The signed statement was not accepted as current. Check this machine's clock.
sign-in-redirect-unknown = The application does not list http://localhost as a redirect address for mobile and desktop applications.
sign-in-other = The sign-in service refused.
sign-in-address = { $what }
sign-in-client = { $what }
sign-in-no-listener = No port on 127.0.0.1 could be opened for the browser to come back to. Sign in with a code.
sign-in-nobody = Nobody signed in in time.
sign-in-cancelled = The sign-in was cancelled.
sign-in-unreachable = { $host } did not answer.
sign-in-timed-out = No answer came within { $after }.
sign-in-not-understood = What answered is not the sign-in service, as with a proxy's own page.
sign-in-not-a-token = What was given is not a token.
sign-in-go-to = Sign in here: { $url }
sign-in-enter-code = Open { $url } in any browser and enter { $code }
sign-in-done = You are signed in. You can close this page and go back to the program.

certificate-none = The file holds no certificate (expected a block -----BEGIN CERTIFICATE-----).
certificate-no-key = The file holds no private key (expected a block -----BEGIN PRIVATE KEY-----).
certificate-encrypted = The private key is protected by a password. Give one that is not.
certificate-not-rsa = Entra takes RSA keys of 2048 bits or more only.
certificate-other-key = The private key does not belong to the certificate.
certificate-not-signed = Signing failed.

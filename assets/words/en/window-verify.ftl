# The page of a report that is looked at, and roots that a person trusts for it.

command-verify = Verify
    .hint = Whether a report is intact, who signed it, and what is inside.
command-continue-report = Continue as a new assessment
    .hint = Goes on with what is inside of the report. The report stays as it is.
command-choose-roots = Trust another root
    .hint = Trusts the certificates in a file until the window is closed.
command-choose-lists = Look into a revocation list
    .hint = Looks for the signers' certificates in a list of those that their authority took back.

ui-verify-about = Whether a report is as it was written, who signed it, and whether they are trusted. Nothing is asked over the network.
ui-verify-back = Back to the start page
ui-verify-empty = Choose a report, or drop one here.
ui-verify-choose = Choose a report
ui-verify-other = Another report
ui-verify-copy = Copy result
ui-verify-looking = Looking at { $name }. It is printed again to compare, which takes a moment.
ui-verify-refused = { $name } could not be looked at.
ui-verify-foreign-text = There is nothing in it that could be verified.
ui-verify-altered-text = What was changed stands below. It cannot be gone on with.
ui-verify-not-trusted-text = No root that is trusted here vouches for a signer. If you know the root, give it.
ui-verify-unsigned-text = Nobody vouches for it with a certificate.
ui-verify-changes = What was altered
ui-verify-no-signature = There is no digital signature in it. Names, if any, were typed.
ui-verify-trusted = Trusted
ui-verify-not-trusted = Not trusted
ui-verify-broken = Broken
ui-verify-serial = Serial number
ui-verify-fingerprint = SHA-256 of the certificate
ui-verify-inside = What is inside
ui-verify-nothing-inside = No assessment can be read from it.
ui-verify-printed = Printed
ui-verify-language = Language
ui-verify-items = Content
ui-verify-items-of = { $items ->
        [one] { $items } item
       *[other] { $items } items
    }, { $files ->
        [0] no files
        [one] { $files } file
       *[other] { $files } files
    }
ui-verify-by-name = { $who }, by name only
ui-verify-roots = Trusted roots
ui-verify-roots-about = The roots of this machine, and those that you give. What you give counts until the window is closed.
ui-verify-roots-forget = No longer trust { $name }
ui-verify-lists = Revocation lists
ui-verify-lists-about = Besides those in the report. An authority publishes a list of the certificates that it took back; nothing is asked over the network.
ui-verify-lists-forget = No longer look into the list of { $name }
ui-verify-roots-refused = { $file }: { $why }
ui-verify-continue-hint = Sound signatures become sign-offs, and any change makes them stale. The PDF stays as it is.
ui-verify-continued = This is a new assessment with no file yet. The report stays as it is.
ui-verify-not-continued = It cannot be gone on with, because it was altered: { $what }
ui-dialog-roots = Trust a root
ui-dialog-lists = Look into a revocation list
ui-kind-lists = Revocation lists
ui-kind-certificate = Certificates
ui-why-no-report = Open a report first.
ui-why-report-altered = It was altered.

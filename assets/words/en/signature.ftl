# Digital signatures: what stands in a signed box, what verifying finds, and why something was not signed.

## The signed box

sign-look-caption = Digitally signed by
sign-look-certificate = Certificate: { $name }
sign-look-issuer = Issued by: { $name }
sign-look-self-signed = Self-signed: proves that the file was not changed since, not who signed.
sign-look-valid = Valid { $from } to { $until }
sign-look-time-stamp = Time stamp: { $server }
sign-look-no-time-stamp = Time stamp: none, the time is the signer's word
sign-look-other-edition = The pages were laid out by another edition of the program.
sign-reason = Signed off as { $role }: { $conclusion }

## Why something was not signed

sign-wrong-password = The password does not open the key file.
sign-bad-key-file = The key file is damaged, or it is no PKCS#12 file (.p12, .pfx).
sign-no-key = There is no private key in the key file. Export it again together with its private key.
sign-key-without-certificate = The key file holds a private key and no certificate that belongs to it. Export both together.
sign-unsupported-key = The key, or the encryption of its file, is of a kind that is not supported. RSA of 2048 bits or more and the curves P-256 and P-384 are.
sign-weak-key = An RSA key of less than 2048 bits can be broken; use another certificate.
sign-key-failed = The key could not be used, or the system gave no random numbers.
sign-key-out-of-reach = Windows does not let the key sign: { $why }. The key may be on a card that is not in its reader, belong to another account, or lie behind a provider that only older programs can use.
sign-cancelled = The key was not allowed to sign.
sign-no-name = Say who signs.
sign-altered = The report cannot be signed, because it was altered: { $what }
sign-stale = The assessment was changed after it was signed off. Withdraw the sign-off or give it again, export the report and sign that.
sign-no-longer-holds = What the pages conclude no longer holds: something has expired since they were printed. Export the report again and sign that.
sign-already-signed = This role has signed already.
sign-assessor-first = The assessor signs first; the customer signs what the assessor has signed.
sign-no-field = The report has no signature field for this role.
sign-too-early = The time of signing is before { $than }, when the report was printed or signed before.
sign-too-large = The signature does not fit into the file: its chain of certificates is too long, or the file is too large.
sign-drawing = The signature could not be drawn.
sign-time-stamp-unreadable = The answer of the time-stamp server is no time stamp.
sign-time-stamp-refused = The time-stamp server refused (status { $code }).
sign-time-stamp-other-question = The time-stamp server answered another question.
sign-time-stamp-other-time = The time-stamp server states { $at }, which is more than an hour from this machine's clock.
sign-time-stamp-unreachable = The time-stamp server cannot be reached: { $why }
sign-time-stamp-status = The time-stamp server answered with HTTP status { $status }.
sign-time-stamp-too-large = The time-stamp server's answer is too large for a time stamp.
sign-time-stamp-address = This is no address of a time-stamp server: it begins with http:// or https:// and holds no name or password.
sign-self-signed-proves = The certificate was made for this signature. It proves that the file was not changed since, not who signed.
sign-says-draft = The pages say that they are a draft. Export the report for signature to avoid that.

## The certificate store of Windows

store-line = { $name } (issued by { $issuer }, until { $until }, { $thumbprint })
store-none-here = There is no certificate store of Windows here. A key in a file signs on every system (--p12).
store-empty = The certificate store of Windows holds no certificate with a private key that can sign now.
store-unreadable = The certificate store of Windows cannot be read: { $why }.
store-no-such = No certificate of the Windows store with a private key has this name or thumbprint: { $selector }
store-refused = This certificate of the Windows store cannot sign: { $which }. { $why }
store-several = Several certificates of the Windows store are called { $selector }. Give the thumbprint of one of them: { $which }

## What verifying comes to

verify-outcome-trusted = Intact, signed, and the signers are trusted.
verify-outcome-not-signed = Intact, and not digitally signed.
verify-outcome-not-trusted = Intact, but not every signer is trusted.
verify-outcome-altered = Altered or damaged. Do not rely on it.
verify-organisation = Organisation
verify-conclusion = Conclusion
verify-standing = State
verify-digest = Digest
verify-pages = Pages
verify-pages-same = exactly those that the assessment in the file prints
verify-pages-other-edition = laid out by another edition of the program; every page carries the digest of the assessment
verify-pages-differ = not those that the assessment in the file prints
verify-pages-unknown = not looked at
verify-standing-draft = Not signed off by both
verify-standing-signed-off = Signed off by both
verify-standing-stale = Stale: signed off, and no longer so
verify-signature = Signature: { $role }
verify-signed-at = Signed
verify-signer = Certificate
verify-integrity = Integrity
verify-intact = unchanged since it was signed
verify-trust = Trust
verify-trusted = leads to a trusted root
verify-time-stamp = Time stamp
verify-no-time-stamp = none; the time is the signer's word
verify-time-stamp-by = { $at }, stated by { $by }
verify-time-stamp-not-trusted = { $at }, stated by { $by }, who is not trusted: { $why }
verify-revocation = Revocation
verify-revocation-not-checked = not checked: no list about this certificate is in the file or was given, and nothing is asked over the network
verify-revocation-good = not revoked, as the list of { $as_of } says
verify-revocation-revoked = the certificate of { $name } was revoked on { $since }
verify-issuer = Issuer
verify-validity = Valid
verify-valid = { $from } to { $until }
verify-chain = Chain

## What was altered

verify-not-a-report = This is not a report of Writeback Readiness.
verify-not-a-pdf = This is not a PDF.
verify-damaged = The file is damaged, or it is encrypted.
verify-truncated = The file ends too early.
verify-bytes-after-end = Something was appended to the file.
verify-hidden-bytes = The file holds bytes or objects that its own tables do not account for.
verify-too-many-updates = The file was updated too often to be verified.
verify-changed-page = Page { $page } was changed.
verify-changed-pages = Pages were added, removed or put in another order.
verify-changed-file = An embedded file was changed.
verify-changed-form = The form was changed.
verify-changed-field = The signature field "{ $field }" was changed.
verify-changed-properties = The properties of the document were changed.
verify-changed-structure = The structure of the document was changed: letters, images, bookmarks or the like.
verify-no-assessment = The embedded assessment is missing, or named in two ways.
verify-file-unreadable = The embedded file "{ $name }" cannot be read.
verify-assessment-damaged = The embedded assessment cannot be read: { $why }
verify-newer = The embedded assessment was written by a newer program (version { $version }). Use a newer program.
verify-assessment-changed = The embedded assessment was changed: its digest is not the one that is printed on the pages.
verify-not-one = The embedded assessment and the pages do not belong together.
verify-signed-other = { $who } signed another assessment than the one that is embedded.
verify-signature-of = Signature "{ $field }": { $why }

## What is wrong with a signature

verify-not-looked-at = It was not looked at.
verify-covers-wrong = The signature does not cover the file as it must.
verify-other-role = The signature was given in another role than its field's.
verify-unknown-kind = The signature is of a kind that is not supported.
verify-unknown-algorithm = The signature uses an algorithm that is not supported ({ $algorithm }).
verify-weak-digest = The signature uses SHA-1 or MD5, which can be forged.
verify-weak-key = The key of { $name } is an RSA key of less than 2048 bits, which can be broken.
verify-signature-unreadable = The signature cannot be read.
verify-no-certificate = The signer's certificate is missing.
verify-other-certificate = The signature was made with another certificate than the one that it names.
verify-content-changed = What was signed has been changed since.
verify-signature-wrong = The signature was not made with the key of its certificate.
verify-time-stamp-unreadable = The time stamp cannot be read.
verify-time-stamp-other = The time stamp is about another signature.

## Why a signer is not trusted

verify-self-signed = { $name } vouches for itself: the file was not changed since, but this does not prove who signed.
verify-unknown-issuer = No trusted root vouches for { $name }.
verify-expired = The certificate of { $name } ended on { $until }, and no trusted time stamp shows that the signature is older.
verify-not-yet-valid = The certificate of { $name } holds only from { $from }.
verify-revoked = The certificate of { $name } was revoked on { $since }.
verify-not-for-signing = The certificate of { $name } is not meant for this use.
verify-authority-signed = The certificate of { $name } is that of an authority, which must not sign documents itself.
verify-weak-chain = The chain of { $name } uses an algorithm that is too weak or not supported.
verify-chain-refused = The chain of { $name } does not hold ({ $why }).

## Roots and revocation lists that a person gives

roots-damaged = Certificate { $number } in it is damaged: { $why }
roots-none = There is no certificate in it. A file in PEM or DER (.pem, .crt, .cer) holds one.
lists-damaged = Revocation list { $number } in it cannot be read: { $why }
lists-none = There is no revocation list in it. A file in PEM or DER (.crl, .pem) holds one.

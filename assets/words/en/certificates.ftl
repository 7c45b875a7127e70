# Words of the certificate tree.

ui-certificates = Certificates
ui-certificates-show = Show certificates
ui-certificate-public = Public root
ui-certificate-local = Only trusted here
ui-certificate-untrusted = Not trusted here
ui-certificate-expired = Expired
ui-certificate-not-yet = Not valid yet
ui-certificate-other-name = Other name
ui-certificate-revoked = Revoked
ui-certificate-not-sent = not sent by the server
ui-certificate-about = by { $issuer }, { $from } to { $until }

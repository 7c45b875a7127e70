//! With what a person signs. The password is typed each time; it is in no draft, no setting and no command.

use readiness_core::collect::is_time_stamp_address;

use super::Password;

/// With what a person signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SignWith {
    /// With their name: a sign-off inside of the assessment.
    #[default]
    Name,
    /// With a key and its certificate, out of a file.
    Certificate,
    /// With a certificate of the system's store, whose key stays there.
    Stored,
    /// With a certificate that is made for this signature.
    SelfSigned,
}

/// What is needed to sign a report.
#[derive(Default)]
pub struct SignatureForm {
    /// The file with key and certificate.
    pub key_file: String,
    /// Its password.
    pub password: Password,
    /// The certificate of the system's store, by its SHA-256.
    pub stored: Option<String>,
    /// Address of a time-stamp server; empty: none is asked.
    pub server: String,
    /// The form is open on the page of a report.
    pub open: bool,
}

impl SignatureForm {
    /// Why it cannot be signed yet: the id of the message that says it.
    pub fn missing(&self, with: SignWith) -> Option<&'static str> {
        if with == SignWith::Certificate && self.key_file.trim().is_empty() {
            Some("ui-why-no-key-file")
        } else if with == SignWith::Stored && self.stored.is_none() {
            Some("ui-why-no-stored")
        } else if self.wrong_server() {
            Some("sign-time-stamp-address")
        } else {
            None
        }
    }

    /// What is typed is no address of a time-stamp server.
    pub fn wrong_server(&self) -> bool {
        let server = self.server.trim();
        !server.is_empty() && !is_time_stamp_address(server)
    }

    /// The time-stamp server to ask.
    pub fn server(&self) -> Option<String> {
        let server = self.server.trim();
        (!server.is_empty()).then(|| server.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_needs_its_file_and_a_server_an_address() {
        let mut form = SignatureForm::default();
        assert_eq!(form.missing(SignWith::Certificate), Some("ui-why-no-key-file"));
        assert_eq!(form.missing(SignWith::Stored), Some("ui-why-no-stored"));
        assert_eq!(form.missing(SignWith::SelfSigned), None);
        form.server = "clock.example".to_owned();
        assert_eq!(form.missing(SignWith::SelfSigned), Some("sign-time-stamp-address"));
        form.server = " http://clock.example/ ".to_owned();
        assert_eq!(form.missing(SignWith::SelfSigned), None);
        assert_eq!(form.server().as_deref(), Some("http://clock.example/"));
    }
}

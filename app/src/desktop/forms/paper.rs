//! On whose paper reports are printed, as it is being typed. What is typed is kept on this machine: consultant and logo
//! for every report, the lines of a customer for the reports about them.

use readiness_core::report::{Letterhead, LetterheadError, Logo};

use crate::desktop::settings::Settings;

/// The letterhead as it is being typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PaperForm {
    /// The consultant; empty: the assessor of the subject.
    pub consultant: String,
    /// Lines below their name.
    pub contact: String,
    /// Lines below the customer's name.
    pub customer: String,
    /// The organisation that the customer's lines belong to.
    pub organisation: String,
    /// The form is unfolded.
    pub open: bool,
}

impl PaperForm {
    /// What is kept for reports about an organisation. `open` stays as it was.
    pub fn of(settings: &Settings, organisation: &str, open: bool) -> Self {
        Self {
            consultant: settings.consultant.clone(),
            contact: settings.contact.clone(),
            customer: settings.addressees.get(organisation).cloned().unwrap_or_default(),
            organisation: organisation.to_owned(),
            open,
        }
    }

    /// Keeps it.
    pub fn keep(&self, settings: &mut Settings) {
        settings.consultant = self.consultant.trim().to_owned();
        settings.contact = self.contact.trim().to_owned();
        let customer = self.customer.trim();
        if customer.is_empty() {
            settings.addressees.remove(&self.organisation);
        } else {
            settings.addressees.insert(self.organisation.clone(), customer.to_owned());
        }
    }

    /// The letterhead.
    ///
    /// # Errors
    /// Too many lines below a name, or one that is too long.
    pub fn letterhead(&self, logo: Option<&Logo>) -> Result<Letterhead, LetterheadError> {
        let lines = |text: &str| text.lines().map(str::to_owned).collect();
        let (contact, customer) = (lines(&self.contact), lines(&self.customer));
        Letterhead { consultant: self.consultant.clone(), contact, customer, logo: logo.cloned() }.checked()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_a_customer_stand_on_their_reports_alone() {
        let mut settings = Settings::default();
        let form = PaperForm {
            consultant: "Northwind".into(),
            contact: "Hamburg\nidentity@northwind.example".into(),
            customer: "Attn. M. Berg".into(),
            organisation: "Contoso".into(),
            open: true,
        };
        form.keep(&mut settings);
        assert_eq!(PaperForm::of(&settings, "Contoso", true), form);
        let other = PaperForm::of(&settings, "Fabrikam", false);
        assert_eq!((other.consultant.as_str(), other.customer.as_str()), ("Northwind", ""));
        let paper = form.letterhead(None).unwrap();
        assert_eq!((paper.contact.len(), paper.customer.len()), (2, 1));
        let long = PaperForm { contact: "1\n2\n3\n4".into(), ..form };
        assert_eq!(long.letterhead(None), Err(LetterheadError::TooManyLines));
    }
}

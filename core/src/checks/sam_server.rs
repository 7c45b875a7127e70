//! Whether the samServer object of every domain lets the connector account look up accounts the old way.

use super::{
    Case, connector_identity, estate,
    right_effects::{self, Standing},
};
use crate::{
    Message,
    facts::{
        Sighting, Unavailable,
        directory::{SamRight, SamServer},
    },
    finding::Finding,
    msg,
};

/// What was seen of the samServer objects.
pub(super) struct SamServers<'a> {
    seen: Sighting<'a, Vec<SamServer>>,
    /// The rights that the connector account was seen not to hold, each with its domain.
    pub(super) lacking: Vec<Message>,
    /// Why it is not known that it holds all of them.
    pub(super) unknown: Option<Unavailable>,
}

impl<'a> SamServers<'a> {
    /// # Errors
    /// Nothing was seen.
    pub(super) fn of(case: &'a Case<'_>) -> Result<Self, Unavailable> {
        let seen = case.facts.directory().newest(|facts| &facts.sam_servers)?;
        let domains = estate::domains(case)?;
        // The rights of another account say nothing.
        if let Some(doubt) = connector_identity::of(case, seen)?.doubt {
            return Ok(Self { seen, lacking: Vec::new(), unknown: Some(doubt) });
        }
        let (mut lacking, mut unread) = (Vec::new(), Vec::new());
        for server in seen.iter() {
            for right in SamRight::ALL {
                let name = Message::new(right.message_id());
                let place = msg!("directory-right-in", right = name, domain = &server.domain);
                match right_effects::standing(right_effects::deciding_on_sam(&server.rights, right)) {
                    Standing::Held => {}
                    Standing::Lacking => lacking.push(place),
                    Standing::Unknown => unread.push(place),
                }
            }
        }
        let read = |name: &str| seen.iter().any(|server| estate::same_name(&server.domain, name));
        let without = estate::uncovered(&domains, read);
        let why = if !without.is_empty() {
            Some(msg!("directory-sam-server-domain-unread", domains = without))
        } else if !unread.is_empty() {
            Some(msg!("directory-sam-server-unread", rights = unread))
        } else {
            None
        };
        Ok(Self { seen, lacking, unknown: why.map(|why| Unavailable::Inconclusive { why }) })
    }

    /// The finding with what was seen as its evidence.
    pub(super) fn shown_in(&self, mut finding: Finding) -> Finding {
        for server in self.seen.iter() {
            for right in SamRight::ALL {
                let effect = right_effects::deciding_on_sam(&server.rights, right);
                let walk = right_effects::told(Message::new(right.message_id()), effect);
                let row = msg!("directory-right-walk", domain = &server.domain, walk = walk);
                finding = finding.with("evidence-directory-sam-server", row);
            }
        }
        finding.from(self.seen)
    }
}

//! A list of hosts and how each of them was reached: what the checks of hosts have in common.

use super::{
    Case,
    probes::{self, Probed, Reached, Tried},
};
use crate::{
    Message,
    facts::{
        Unavailable,
        network::{Probe, Purpose},
    },
    finding::Finding,
    msg,
    reference::{Confidence, Host},
};

/// The wanted hosts of one kind.
pub(super) struct Survey<'a> {
    rows: Vec<Row<'a>>,
}

/// One wanted host.
pub(super) struct Row<'a> {
    /// Its name.
    pub(super) host: String,
    /// How well the name is supported.
    confidence: Confidence,
    tried: Option<Tried<'a>>,
    reached: Reached,
}

/// A host's name with how well it is supported.
pub(super) type Wanted = (String, Confidence);

/// The hosts of a reference table.
pub(super) fn wanted<'r>(hosts: impl IntoIterator<Item = &'r Host>) -> Vec<Wanted> {
    hosts.into_iter().map(|host| (host.host.clone(), host.confidence)).collect()
}

impl<'a> Survey<'a> {
    /// How each wanted host was reached.
    ///
    /// # Errors
    /// That nobody looked at any endpoint of these purposes.
    pub(super) fn of(
        case: &'a Case<'_>,
        hosts: Vec<Wanted>,
        purposes: &[Purpose],
        grade: impl Fn(&Probe) -> Reached,
    ) -> Result<Self, Unavailable> {
        let probed = Probed::of(case, purposes)?;
        let rows = (hosts.into_iter())
            .map(|(host, confidence)| {
                let tried = probed.tried(&host, purposes);
                let reached = match &tried {
                    Some(tried) => tried.reached(&grade),
                    None => Reached::Unclear(msg!("probe-host-untried", host = &host)),
                };
                Row { host, confidence, tried, reached }
            })
            .collect();
        Ok(Self { rows })
    }

    /// The hosts that decide: those that a document names, and all of them where none is.
    fn deciding(&self) -> impl Iterator<Item = &Row<'a>> {
        let documented = self.has_documents();
        self.rows.iter().filter(move |row| !documented || row.confidence == Confidence::Documented)
    }

    /// Whether a document names any of the hosts. Other names must not fail an item by themselves.
    pub(super) fn has_documents(&self) -> bool {
        self.rows.iter().any(|row| row.confidence == Confidence::Documented)
    }

    /// The deciding hosts that were seen not to be reached.
    pub(super) fn bad(&self) -> Vec<&Row<'a>> {
        let mut bad: Vec<_> = self.deciding().filter(|row| row.reached.is_bad()).collect();
        // An answer from something in between says more than silence, so it is told first.
        bad.sort_by_key(|row| !matches!(row.reached, Reached::Between(_)));
        bad
    }

    /// The first deciding host of which it cannot be told whether it is reached, with the reason.
    pub(super) fn unclear(&self) -> Option<&Message> {
        self.deciding().find_map(|row| match &row.reached {
            Reached::Unclear(why) => Some(why),
            _ => None,
        })
    }

    /// The hosts of published tools and lists that were seen not to be reached.
    pub(super) fn observed_bad(&self) -> Vec<&Row<'a>> {
        self.rows.iter().filter(|row| row.confidence == Confidence::Observed && row.reached.is_bad()).collect()
    }

    /// Every host that was seen not to be reached, whatever its support.
    pub(super) fn every_bad(&self) -> Vec<&Row<'a>> {
        self.rows.iter().filter(|row| row.reached.is_bad()).collect()
    }

    /// How many hosts were reached.
    pub(super) fn reached(&self) -> usize {
        self.rows.iter().filter(|row| row.reached == Reached::Yes).count()
    }

    /// Whether nobody tried any of the hosts.
    pub(super) fn is_untried(&self) -> bool {
        self.rows.iter().all(|row| row.tried.is_none())
    }

    /// The finding with the evidence of every probe and the looks it rests on.
    pub(super) fn supports(&self, mut finding: Finding) -> Finding {
        for tried in self.rows.iter().filter_map(|row| row.tried.as_ref()) {
            finding = finding.from(tried.look);
            for probe in &tried.every {
                finding = finding.with_evidence(probes::evidence(probe));
            }
        }
        finding
    }
}

impl Row<'_> {
    /// Why it was not reached.
    pub(super) fn why(&self) -> Message {
        self.reached.why().cloned().unwrap_or_else(|| msg!("probe-unfinished"))
    }

    /// Whether something in between answered.
    pub(super) fn is_between(&self) -> bool {
        matches!(self.reached, Reached::Between(_))
    }

    /// The item that is the likely cause.
    pub(super) fn cause(&self) -> Option<&'static str> {
        match &self.reached {
            Reached::Between(why) if why.id == "probe-resigned" => Some("connectivity.tls-inspection"),
            Reached::Between(_) => Some("connectivity.proxy"),
            Reached::No(_, cause) => *cause,
            _ => None,
        }
    }
}

/// The names of these hosts.
pub(super) fn names(rows: &[&Row<'_>]) -> Vec<String> {
    rows.iter().map(|row| row.host.clone()).collect()
}

/// The finding with the likely causes of these hosts' trouble.
pub(super) fn relate(mut finding: Finding, rows: &[&Row<'_>]) -> Finding {
    for cause in rows.iter().filter_map(|row| row.cause()) {
        finding = finding.relate(cause);
    }
    finding
}

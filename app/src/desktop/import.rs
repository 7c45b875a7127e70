//! An import of facts, before it is taken: what it holds and what it would change.

use std::{collections::BTreeSet, path::PathBuf};

use jiff::Timestamp;
use readiness_core::{
    Message,
    assessment::{Assessment, Status},
    checklist::ItemId,
    checks,
    engine::{self, Outcome},
    facts::{Facts, Source, SourceFacts, Vantage},
    msg,
    reference::Reference,
};

/// What an import holds and would change.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The file.
    pub path: PathBuf,
    /// Its looks: source, vantage, time.
    pub looks: Vec<(Source, Vantage, Timestamp)>,
    /// Items that would stand at something else: before, after.
    pub changes: Vec<(ItemId, Status, Status)>,
    /// Why it may be about somebody else.
    pub foreign: Vec<Message>,
    /// What will be taken.
    pub outcome: Outcome,
}

impl Preview {
    /// Looks at facts without taking them.
    pub fn of(path: PathBuf, facts: Facts, assessment: &Assessment, reference: &Reference, now: Timestamp) -> Self {
        let sources: BTreeSet<Source> = facts.snapshots().iter().map(|look| look.what.source()).collect();
        let concerned = |item: &&readiness_core::checklist::Item| {
            let check = item.check.as_deref().and_then(checks::by_id);
            check.is_some_and(|check| check.looks_at.iter().any(|source| sources.contains(source)))
        };
        let items: Vec<ItemId> = assessment.checklist().items().filter(concerned).map(|item| item.id.clone()).collect();
        let mut all = assessment.facts.about(&assessment.subject);
        all.extend(facts.clone());
        let findings = engine::judge(assessment.checklist(), &items, &all, &assessment.subject, reference, now);
        let outcome = Outcome {
            facts: facts.clone(),
            findings,
            reference: reference.dates().into_iter().map(|(name, day)| (name.to_owned(), day)).collect(),
            data: reference.origin.clone(),
            ..Outcome::default()
        };
        let mut after = assessment.clone();
        after.take(outcome.clone(), now);
        let changes = assessment.checklist().items().filter_map(|item| {
            let (old, new) = (assessment.state(item, now).status, after.state(item, now).status);
            (old != new).then(|| (item.id.clone(), old, new))
        });
        let looks = facts.snapshots().iter().map(|look| (look.what.source(), look.vantage.clone(), look.seen_at));
        Self { path, looks: looks.collect(), changes: changes.collect(), foreign: foreign(&facts, assessment), outcome }
    }
}

/// Signs that facts are about another tenant, forest or server than the subject.
fn foreign(facts: &Facts, assessment: &Assessment) -> Vec<Message> {
    let subject = &assessment.subject;
    let host = |name: &str| name.trim().split('.').next().unwrap_or_default().to_lowercase();
    let mut signs = Vec::new();
    for look in facts.snapshots() {
        match &look.what {
            SourceFacts::Tenant(tenant) => {
                if let Ok(identity) = tenant.identity.as_result() {
                    let same = |name: &String| name.eq_ignore_ascii_case(subject.tenant.trim());
                    let known = same(&identity.id) || identity.domains.iter().any(same);
                    if !subject.tenant.trim().is_empty() && !known {
                        signs.push(msg!("ui-import-other-tenant", found = &identity.name, expected = &subject.tenant));
                    }
                }
            }
            SourceFacts::Directory(directory) => {
                if let Ok(forest) = directory.forest.as_result() {
                    let expected = subject.forest.trim();
                    if !expected.is_empty() && !forest.name.eq_ignore_ascii_case(expected) {
                        signs.push(msg!("ui-import-other-forest", found = &forest.name, expected = &subject.forest));
                    }
                }
            }
            _ => {}
        }
        let server = look.vantage.name.as_str();
        let of_server = matches!(look.what, SourceFacts::SyncServer(_) | SourceFacts::Events(_));
        if of_server
            && !server.is_empty()
            && !subject.sync_server.is_empty()
            && host(server) != host(&subject.sync_server)
        {
            signs.push(msg!("ui-import-other-server", found = server, expected = &subject.sync_server));
        }
    }
    signs.dedup();
    signs
}

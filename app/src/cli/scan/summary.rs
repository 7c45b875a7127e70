//! What a scan found, for people.

use std::fmt::Write as _;

use readiness_core::{
    Words, msg,
    population::{Outcome, TenantUsers},
};

use crate::scan::Kept;

/// The most units, and the most places of a cause, that are named.
const MOST: usize = 20;

pub fn of(kept: &Kept, tenant: Option<&TenantUsers>, why: Option<&str>, words: &Words) -> String {
    let tally = &kept.tally;
    let mut text = String::new();
    if let Some(why) = why {
        let _ = writeln!(text, "{}", words.say(&msg!("scan-incomplete", why = why)));
    }
    if let Some(head) = &kept.head {
        let (bases, connector) = (head.bases.clone(), &head.connector);
        let _ = writeln!(
            text,
            "{}",
            words.say(&msg!("scan-summary", users = tally.users, bases = bases, connector = connector))
        );
    }
    let joined = match tenant {
        Some(TenantUsers { head, count, .. }) => {
            words.say(&msg!("scan-summary-tenant", users = *count, tenant = &head.tenant, at = head.seen_at))
        }
        None => words.text("scan-summary-no-tenant"),
    };
    let _ = writeln!(text, "{joined}\n");
    for outcome in Outcome::ALL {
        let name = words.text(&format!("scan-outcome-{}", outcome.name().replace('_', "-")));
        let _ = writeln!(text, "  {:>7}  {name}", tally.count(outcome));
    }
    if !tally.causes.is_empty() {
        let _ = writeln!(text, "\n{}", words.text("scan-summary-causes"));
    }
    let mut causes: Vec<_> = tally.causes.iter().collect();
    causes.sort_by_key(|(key, cause)| (std::cmp::Reverse(cause.users), *key));
    for (key, cause) in causes {
        let name = words.text(&format!("scan-name-{}", key.replace('_', "-")));
        let _ = writeln!(text, "  {:>7}  {name}", cause.users);
        let mut places: Vec<_> = cause.places.iter().collect();
        places.sort_by_key(|(place, users)| (std::cmp::Reverse(**users), *place));
        for (place, users) in places.iter().take(MOST) {
            let _ = writeln!(text, "  {users:>11}  {place}");
        }
        more(&mut text, places.len(), words);
    }
    let concerned =
        |unit: &readiness_core::population::UnitTally| unit.count(Outcome::Fails) + unit.count(Outcome::CouldNotCheck);
    let mut units: Vec<_> = tally.units.iter().filter(|(_, unit)| concerned(unit) > 0).collect();
    units.sort_by_key(|(dn, unit)| (std::cmp::Reverse(concerned(unit)), *dn));
    if !units.is_empty() {
        let _ = writeln!(text, "\n{}", words.text("scan-summary-units"));
    }
    for (dn, unit) in units.iter().take(MOST) {
        let line = msg!("scan-summary-unit", count = concerned(unit), users = unit.users, unit = *dn);
        let _ = writeln!(text, "  {}", words.say(&line));
    }
    more(&mut text, units.len(), words);
    if !tally.unread.is_empty() {
        let _ = writeln!(text, "\n{}", words.text("scan-summary-unread"));
    }
    for place in tally.unread.iter().take(MOST) {
        let line = msg!("scan-summary-place", place = &place.dn, why = place.why.message());
        let _ = writeln!(text, "  {}", words.say(&line));
    }
    more(&mut text, tally.unread.len(), words);
    // Names come from the world.
    readiness_core::report::printable(&text).into_owned()
}

fn more(text: &mut String, count: usize, words: &Words) {
    if count > MOST {
        let _ = writeln!(text, "  {}", words.say(&msg!("scan-summary-more", count = count - MOST)));
    }
}

//! The scan: a domain with users of each kind, what is said of each, and what really happens when the connector account
//! resets them; and connections that break in the middle.
//!
//! Where Samba is not Windows: a reset as such is refused for lack of rights alone. That a disabled, expired or smart card
//! account gains nothing by it, and that the policy's minimum age holds for writeback, is not what a plain reset shows. And
//! members of protected groups are closed by no task, so that the script closes one of them, as the task would.

use std::{
    collections::{BTreeMap, BTreeSet},
    net::SocketAddr,
    sync::{Arc, atomic::Ordering},
};

use jiff::Timestamp;
use readiness_core::{
    collect::directory::{DirectoryRequest, Finished, ScanError, ScanRequest, Scanned, scan},
    collect::network::NetworkSettings,
    facts::directory::Right,
    population::{Cause, Outcome, ScannedUser, UserSeen, judge},
    reference::Reference,
};
use tokio_util::sync::CancellationToken;

use crate::{
    relay::{Fate, Relay},
    samba::{Domain, available},
    truth,
};

/// What a scan brought.
#[derive(Debug, Default)]
struct Found {
    begun: bool,
    listed: usize,
    users: Vec<(UserSeen, ScannedUser)>,
    units: Vec<String>,
    unread: Vec<String>,
}

impl Found {
    fn take(&mut self, scanned: Scanned) {
        match scanned {
            Scanned::Begun(_) => self.begun = true,
            Scanned::User(seen) => {
                let user = ScannedUser::new(&seen, judge(&seen, None, Timestamp::now()));
                self.users.push((*seen, user));
            }
            Scanned::Listed { users, .. } => self.listed = users,
            Scanned::Unit { dn, .. } => self.units.push(dn),
            Scanned::Unread { dn, .. } => self.unread.push(dn),
        }
    }

    /// By logon name.
    fn said(&self) -> BTreeMap<&str, &ScannedUser> {
        self.users.iter().map(|(_, user)| (user.logon_name.as_str(), user)).collect()
    }
}

async fn scanned(
    request: DirectoryRequest,
    settings: &NetworkSettings,
    base: Option<&str>,
    finished: Finished,
) -> (Found, Result<(), ScanError>) {
    let request = ScanRequest { directory: request, base: base.map(str::to_owned), finished };
    let reference = Arc::new(Reference::built_in());
    let mut found = Found::default();
    let ended = scan(&request, settings, &reference, Arc::new(|_| {}), CancellationToken::new(), |scanned| {
        found.take(scanned);
        Ok(())
    })
    .await;
    (found, ended)
}

async fn whole(domain: &Domain) -> Found {
    let (found, ended) = scanned(domain.request(), &domain.settings(), None, Finished::default()).await;
    assert!(ended.is_ok(), "{ended:?}");
    assert_eq!(found.unread, [""; 0]);
    found
}

/// What must be said of each user.
const EXPECTED: [(&str, Outcome, &[&str]); 23] = [
    ("Administrator", Outcome::Fails, &["protected"]),
    ("krbtgt", Outcome::Fails, &["protected", "disabled"]),
    ("Guest", Outcome::Fails, &["disabled"]),
    ("Reader", Outcome::Works, &[]),
    ("Tess", Outcome::Works, &[]),
    ("Ann", Outcome::Works, &[]),
    ("Person", Outcome::Fails, &["right_missing"]),
    ("Reserved", Outcome::MayFail, &["reserved_names"]),
    ("Shut", Outcome::Fails, &["inheritance_stops"]),
    ("Forbidden", Outcome::Fails, &["right_denied"]),
    ("Disabled", Outcome::Fails, &["disabled"]),
    ("Card", Outcome::Fails, &["smart_card_required"]),
    ("Expired", Outcome::Fails, &["expired"]),
    ("Marked", Outcome::Fails, &["stale_mark"]),
    ("Singled", Outcome::Fails, &["right_denied"]),
    ("Alone", Outcome::Fails, &["inheritance_stops"]),
    ("Admin", Outcome::Fails, &["protected"]),
    ("Nested", Outcome::Fails, &["protected"]),
    ("Primary", Outcome::Fails, &["protected"]),
    ("Young", Outcome::Fails, &["password_too_young"]),
    ("Waiting", Outcome::CouldNotCheck, &["unread"]),
    ("Awkward", Outcome::Works, &[]),
    ("MSOL_1a2b3c4d5e6f", Outcome::Works, &[]),
];

const ON_USERS: [Right; 3] = [Right::ResetPassword, Right::WriteLockoutTime, Right::WritePwdLastSet];

/// The rights that the causes say are lacking.
fn lacking(causes: &[Cause]) -> BTreeSet<Right> {
    causes
        .iter()
        .flat_map(|cause| match cause {
            Cause::RightDenied { rights, .. }
            | Cause::InheritanceStops { rights, .. }
            | Cause::RightMissing { rights } => rights.clone(),
            _ => Vec::new(),
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_kind_of_user_is_told_and_the_rights_are_as_they_are_told() {
    if !available() {
        return;
    }
    let domain = Domain::with(&["population"]);
    let found = whole(&domain).await;
    let said = found.said();
    assert_eq!(found.listed, found.users.len(), "whoever is listed is looked at");
    assert_eq!(said.len(), found.users.len(), "nobody comes twice");
    assert_eq!(said.len(), EXPECTED.len() + 2, "Ben and Cem are like Ann: {:?}", said.keys());
    for (name, outcome, causes) in EXPECTED {
        let user = said.get(name).unwrap_or_else(|| panic!("{name} is missing"));
        let keys: Vec<&str> = user.causes.iter().map(Cause::key).collect();
        assert_eq!((user.outcome, keys.as_slice()), (outcome, causes), "{name}: {:?}", user.causes);
    }
    let place = |name: &str| said[name].causes[0].place(&said[name].dn).map(str::to_owned);
    assert_eq!(place("Shut").as_deref(), Some("OU=Closed,DC=lab,DC=test"));
    assert_eq!(place("Forbidden").as_deref(), Some("OU=Denied,DC=lab,DC=test"));
    assert_eq!((place("Alone"), place("Singled")), (None, None), "it lies at the user");

    an_ordinary_account_never_sees_better(&domain, &said).await;

    // The truth, last, since it changes passwords.
    let mut connector = truth::as_connector(&domain).await;
    let untouched = ["Administrator", "krbtgt", "Guest", "MSOL_1a2b3c4d5e6f", "Reader"];
    for (name, user) in said.iter().filter(|(name, _)| !untouched.contains(name)) {
        let lacking = lacking(&user.causes);
        for right in ON_USERS {
            // The list of a protected account holds no right of ours; the script closed one of them.
            let promised = !lacking.contains(&right) && *name != "Admin";
            assert_eq!(truth::holds(&mut connector, &user.dn, right).await, promised, "{name}: {right:?}");
        }
    }
}

/// What an account without rights of its own sees is the same or "could not check", and what it may not read is named.
async fn an_ordinary_account_never_sees_better(domain: &Domain, all: &BTreeMap<&str, &ScannedUser>) {
    let reader = domain.request_as("reader@lab.test", "Us3r!Pass-Reader");
    let (found, ended) = scanned(reader, &domain.settings(), None, Finished::default()).await;
    assert!(ended.is_ok(), "{ended:?}");
    let said = found.said();
    for (name, user) in all {
        let Some(seen) = said.get(name) else { panic!("{name} is missing") };
        let same = seen.outcome == user.outcome;
        assert!(same || seen.outcome == Outcome::CouldNotCheck, "{name}: {:?} {:?}", user.outcome, seen.causes);
    }
    let unread = |name: &str| -> Vec<&str> {
        let user = said[name];
        user.causes.iter().filter(|cause| cause.key() == "unread").filter_map(|cause| cause.place(&user.dn)).collect()
    };
    assert!(unread("Ann").contains(&"adminCount"), "{:?}", said["Ann"].causes);
    assert!(!unread("Tess").contains(&"adminCount"), "{:?}", said["Tess"].causes);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_right_that_nobody_holds_at_the_root_is_missing_for_everybody() {
    if !available() {
        return;
    }
    let domain = Domain::with(&["no-unexpire"]);
    let (found, ended) =
        scanned(domain.request(), &domain.settings(), Some("OU=Staff,DC=lab,DC=test"), Finished::default()).await;
    assert!(ended.is_ok(), "{ended:?}");
    let said = found.said();
    assert_eq!(said.keys().collect::<Vec<_>>(), [&"Tess"]);
    assert_eq!(said["Tess"].causes, [Cause::RightMissing { rights: vec![Right::UnexpirePassword] }]);
}

#[tokio::test(flavor = "multi_thread")]
async fn connections_that_break_change_nothing() {
    if !available() {
        return;
    }
    let domain = Domain::with(&["population", "crowd"]);
    let controller = SocketAddr::from((domain.address, 636));
    let counting = Relay::to(controller, &[]).await;
    let settings = domain.settings_behind(&counting);
    let (all, ended) = scanned(domain.request(), &settings, None, Finished::default()).await;
    assert!(ended.is_ok() && all.users.len() == 625, "{ended:?} {}", all.users.len());
    let bytes = counting.bytes.load(Ordering::SeqCst);
    let expected: BTreeMap<&str, &ScannedUser> = all.said();

    let mut survived = 0;
    for part in 1..=6 {
        // Twice in a row: the second connection breaks as well, in the middle of what is left.
        let fates = [Fate::ClosedAfter(bytes * part / 7), Fate::ClosedAfter(bytes / 5)];
        let relay = Relay::to(controller, &fates).await;
        let settings = domain.settings_behind(&relay);
        let (found, ended) = scanned(domain.request(), &settings, None, Finished::default()).await;
        if ended.is_err() {
            // It broke before it began, or too often where nothing came in between.
            assert!(!found.begun || relay.connections.load(Ordering::SeqCst) > 1, "{ended:?}");
            continue;
        }
        survived += 1;
        assert!(relay.connections.load(Ordering::SeqCst) > 1);
        assert_eq!(found.users.len(), expected.len(), "each user once");
        assert_eq!(found.said(), expected, "broken after {part} sevenths");
        assert_eq!((&found.units, found.unread.len()), (&all.units, 0));
    }
    assert!(survived >= 4, "most of them come to their end: {survived}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_finished_is_not_looked_at_again() {
    if !available() {
        return;
    }
    let domain = Domain::with(&["population"]);
    let all = whole(&domain).await;
    let staff: Vec<&UserSeen> =
        all.users.iter().map(|(seen, _)| seen).filter(|user| user.unit == "OU=Staff,DC=lab,DC=test").collect();
    assert!(staff.len() > 10);
    let finished = Finished {
        units: ["ou=Closed, DC=lab,DC=test".to_owned()].into(),
        users: staff.iter().take(5).map(|user| user.object_guid).collect(),
    };
    let (rest, ended) = scanned(domain.request(), &domain.settings(), None, finished).await;
    assert!(ended.is_ok(), "{ended:?}");
    assert_eq!(rest.users.len(), all.users.len() - 5 - 1);
    let said = rest.said();
    assert!(staff.iter().take(5).all(|user| !said.contains_key(user.logon_name.as_str())));
    assert!(!said.contains_key("Shut"));
    assert_eq!(rest.unread, [""; 0], "who was finished is not missed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_base_must_be_there_and_hold_users() {
    if !available() {
        return;
    }
    let domain = Domain::with(&["population"]);
    for (base, id) in [
        ("OU=Nowhere,DC=lab,DC=test", "scan-no-base"),
        ("OU=Sales,DC=other,DC=test", "scan-no-base"),
        ("no name at all", "scan-no-base"),
        ("DC=x\u{0},DC=lab,DC=test", "scan-no-base"),
        ("CN=Tess,OU=Staff,DC=lab,DC=test", "scan-base-user"),
    ] {
        let (found, ended) = scanned(domain.request(), &domain.settings(), Some(base), Finished::default()).await;
        let message = ended.expect_err("no base").message().map(|message| message.id);
        assert_eq!((found.begun, message.as_deref()), (false, Some(id)), "{base}");
    }
    let base = Some("ou=sales,dc=lab,dc=test");
    let (found, ended) = scanned(domain.request(), &domain.settings(), base, Finished::default()).await;
    assert!(ended.is_ok());
    assert_eq!(found.said().into_keys().collect::<Vec<_>>(), ["Ann", "Ben", "Cem", "Person", "Reserved"]);
    assert_eq!(found.units, ["OU=Sales,DC=lab,DC=test", r"OU=A\+B,OU=Sales,DC=lab,DC=test"]);
}

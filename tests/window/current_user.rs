//! Signing in to the directory as who runs the program, with the Kerberos ticket that person has: no name and no password
//! is typed. Run by `packaging/kerberos.sh test`.

use std::{net::Ipv4Addr, path::Path};

use readiness_core::population::Outcome;

use crate::{
    bench::Bench,
    directory::steps::{open, reach, scan},
    samba::{Domain, HOST, available},
    ticket::Kerberos,
};

#[test]
fn a_ticket_signs_in_where_nothing_is_typed() {
    if !available() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    // The inner story says which server it is, once it has one.
    let kerberos = Kerberos::set_up(folder.path(), Ipv4Addr::UNSPECIFIED);
    let done = kerberos
        .command(std::env::current_exe().expect("a path"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["--ignored", "--exact", "current_user::inside_a_session_with_a_ticket"])
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success() && said.contains("1 passed"), "{said}{}", String::from_utf8_lossy(&done.stderr));
}

#[test]
#[ignore = "needs a process whose Kerberos is set up: a_ticket_signs_in_where_nothing_is_typed"]
fn inside_a_session_with_a_ticket() {
    let settings = std::env::var_os(Kerberos::SETTINGS).expect("a process of its own");
    let folder = Path::new(&settings).parent().expect("a folder");
    let domain = Domain::with(&["kerberos", "population"]);
    let kerberos = Kerberos::set_up(folder, domain.address);
    let mut network = domain.settings();
    network.extra_roots.clear();
    let mut bench = Bench::beside_directory("en", network, None);
    open(&mut bench);
    reach(&mut bench, &domain);
    assert!(bench.says("Empty: as the user who runs this program."));

    // Who has no ticket is told how to get one.
    scan(&mut bench);
    assert!(bench.says(&format!("{HOST}:636 cannot be signed in to with Kerberos: there is no ticket")));
    assert!(bench.model().directory.found.is_none());

    kerberos.sign_in(&[]);
    bench.click_far("Collect facts for the checklist");
    bench.until("the run is over", |bench| bench.model().running.as_ref().is_some_and(|run| !run.goes_on()));
    assert!(bench.says("The facts of lab.test were collected on"));

    scan(&mut bench);
    assert!(bench.model().directory.refused.is_none(), "{:?}", bench.model().directory.refused);
    assert!(bench.says("25 users below"));
    let tally = &bench.model().directory.found.as_ref().expect("found").listing.tally;
    assert!(tally.count(Outcome::Works) > 0 && tally.causes["inheritance_stops"].users > 0, "{tally:?}");
}

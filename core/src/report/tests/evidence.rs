//! Every kind of fact is a row, with where it belongs; what was not seen is a row too.

use super::*;
use crate::facts::Snapshot;

/// One look at each source, with every question answered; and a second look that could not see.
pub(super) fn everything() -> Assessment {
    let mut assessment = mixed();
    let looks = json!([
        { "vantage": { "kind": "sync_server", "name": "SYNC01" }, "seen_at": "2026-11-22T10:00:00Z", "took_ms": 900,
          "source": "network", "facts": {
            "probes": [
              { "endpoint": { "host": "a.servicebus.windows.net", "port": 443, "purpose": "relay" },
                "context": { "kind": "machine_config", "address": "proxy01:8080" },
                "started_at": "2026-11-22T10:00:01Z",
                "name": { "took_ms": 12, "result": { "done": { "addresses": ["10.0.0.8"] } } },
                "tcp": { "took_ms": 3, "result": { "done": { "address": "10.0.0.8:8080", "attempts": [
                  { "address": "[fd00::8]:8080", "broke": { "kind": "timed-out", "after_ms": 3000 }, "took_ms": 3000 } ] } } },
                "proxy": { "took_ms": 41, "result": { "broke": { "kind": "proxy-asks-for-credentials", "scheme": "NTLM" } } },
                "tls": { "took_ms": 0, "result": "not_reached" },
                "http": { "took_ms": 0, "result": "not_reached" } },
              { "endpoint": { "host": "login.example", "port": 443, "purpose": "sign_in" },
                "started_at": "2026-11-22T10:00:02Z",
                "name": { "took_ms": 1, "result": { "done": { "addresses": ["192.0.2.1", "192.0.2.2"] } } },
                "tcp": { "took_ms": 1, "result": { "done": { "address": "192.0.2.1:443" } } },
                "tls": { "took_ms": 5, "result": { "done": { "version": "TLS 1.3", "cipher": "AES" } } },
                "chain": [ { "subject": "CN=login.example", "issuer": "CN=Filter", "not_before": "2026-01-01T00:00:00Z",
                             "not_after": "2027-01-01T00:00:00Z", "sha256": "00" } ],
                "trust": { "local_root": { "issuer": "Filter" } },
                "http": { "took_ms": 9, "result": { "done": { "status": 200, "headers": { "server": "nginx" } } } } } ],
            "idle": { "seen": { "endpoint": { "host": "a.servicebus.windows.net", "port": 443, "purpose": "relay" },
              "connections": [
                { "silence_s": 60, "outcome": { "kind": "survived", "answer_ms": 20 } },
                { "silence_s": 90, "outcome": { "kind": "survived", "answer_ms": 20, "status": 401 } },
                { "silence_s": 100, "outcome": { "kind": "survived", "answer_ms": 20, "status": 502 } },
                { "silence_s": 120, "outcome": { "kind": "dropped", "waited_ms": 10000 } },
                { "silence_s": 180, "outcome": { "kind": "reset", "after_ms": 100000 } },
                { "silence_s": 240, "outcome": { "kind": "closed-by-peer", "after_ms": 230000 } },
                { "silence_s": 300, "control": true, "outcome": { "kind": "cancelled" } },
                { "silence_s": 360, "outcome": { "kind": "not-opened", "step": "tls", "broke": { "kind": "reset" } } } ] } },
            "clock": { "seen": { "host": "login.example", "ahead_s": -3, "uncertainty_s": 1 } } } },
        { "vantage": { "kind": "workstation", "name": "WS07" }, "seen_at": "2026-11-21T09:00:00Z",
          "source": "network", "facts": {
            "probes": [
              { "endpoint": { "host": "a.servicebus.windows.net", "port": 443, "purpose": "relay" },
                "started_at": "2026-11-21T09:00:00Z",
                "name": { "took_ms": 1, "result": { "broke": { "kind": "name-not-found" } } } } ],
            "clock": { "missing": { "reason": "unreachable", "target": "login.example" } } } },
        { "vantage": { "kind": "workstation", "name": "WS07" }, "seen_at": "2026-11-21T09:30:00Z",
          "source": "tenant", "facts": {
            "identity": { "seen": { "id": "guid", "name": "Contoso", "domains": ["contoso.com"] } },
            "licences": { "seen": [ { "sku_id": "x", "part_number": "EMS", "capability": "Enabled", "applies_to": "User",
              "enabled_units": 5, "consumed_units": 4,
              "plans": [ { "id": "p", "name": "AAD_PREMIUM", "status": "Success" } ] } ] },
            "admin": { "seen": { "upn": "admin@contoso.com", "enabled": true, "synchronised": false,
              "federated": false, "federation_unknown": true } },
            "admin_plans": { "seen": [] },
            "admin_roles": { "seen": [
              { "template_id": "t", "name": "A", "how": "direct" },
              { "template_id": "t", "name": "B", "how": { "group": { "name": "G" } } },
              { "template_id": "t", "name": "C", "how": "eligible" } ] },
            "test_user": { "seen": { "upn": "tess@contoso.com", "enabled": true, "synchronised": true, "federated": false } },
            "test_user_plans": { "missing": { "reason": "permission-missing", "permission": "User.Read.All" } },
            "test_user_reset": { "seen": { "enabled": true, "registered": true, "is_admin": false, "methods": ["email"] } },
            "synchronisation": { "seen": { "enabled": true, "last_at": "2026-11-21T08:00:00Z" } },
            "audit": { "seen": [
              { "at": "2026-11-20T08:00:00Z", "activity": "Reset password", "success": true, "target": "tess" },
              { "at": "2026-11-20T07:00:00Z", "activity": "Reset password", "success": false, "reason": "Other" } ] },
            "features": { "seen": { "password_writeback_enabled": false } } } },
        { "vantage": { "kind": "workstation", "name": "WS07" }, "seen_at": "2026-11-21T09:40:00Z",
          "source": "directory", "facts": {
            "forest": { "seen": { "name": "contoso.local", "functional_level": 7, "schema_version": 88 } },
            "domains": { "seen": [ { "dns_name": "contoso.local", "netbios_name": "CONTOSO", "pdc_emulator": null } ] },
            "controllers": { "seen": [ { "host": "DC01", "domain": "contoso.local", "operating_system": "Windows Server",
              "os_version": "10.0", "writable": true, "supported_controls": { "seen": ["1.2.3"] } } ] },
            "pdc_ports": { "seen": [
              { "domain": "contoso.local", "host": "DC01", "port": 389 },
              { "domain": "contoso.local", "host": "DC01", "port": 88, "broke": { "kind": "refused" } } ] },
            "connector_account": { "seen": { "name": "CONTOSO\\MSOL", "sid": "S-1", "by_evidence": true,
              "groups": [ { "sid": "S-2", "name": "Domain Users" } ] } },
            "domain_rights": { "seen": [ { "domain": "contoso.local", "rights": [
              { "right": "reset_password", "effect": { "effect": "granted", "to": "MSOL", "at": "DC=contoso" } },
              { "right": "write_lockout_time", "effect": { "effect": "not_granted" } },
              { "right": "write_pwd_last_set", "effect": { "effect": "denied", "to": "MSOL", "at": "DC=contoso" } },
              { "right": "unexpire_password", "effect": { "effect": "unreadable" } } ] } ] },
            "test_user": { "seen": { "dn": "CN=Tess", "upn": "tess@contoso.com", "enabled": true, "locked": false,
              "expires_at": "2027-01-01T00:00:00Z", "admin_count": false, "cannot_change_password": false,
              "password_set_at": null, "smart_card_required": false, "inheritance_on": true } },
            "test_user_rights": { "seen": [
              { "right": "reset_password", "effect": { "effect": "inheritance_stops", "at": "OU=x" } } ] },
            "policies": { "seen": [ { "domain": "contoso.local", "minimum_age_s": 86400, "minimum_length": 8 } ] },
            "fine_grained_policy": { "seen": null },
            "clock": { "seen": { "host": "DC01", "ahead_s": 0, "uncertainty_s": 1 } } } },
        { "vantage": { "kind": "sync_server", "name": "SYNC01", "simulated": true }, "seen_at": "2026-11-22T10:05:00Z",
          "source": "sync_server", "facts": {
            "machine": { "seen": { "host": "SYNC01", "operating_system": "Windows Server", "is_domain_controller": false } },
            "connect": { "seen": { "version": "2.6.92.0", "service_state": "Running" } },
            "scheduler": { "seen": { "staging": false, "enabled": true } },
            "connectors": { "seen": [
              { "name": "contoso.local", "kind": "directory", "account": "CONTOSO\\MSOL", "sign_and_seal": true },
              { "name": "Entra", "kind": "entra" } ] },
            "runs": { "seen": [
              { "connector": "contoso.local", "profile": "Full Import", "result": "success",
                "started_at": "2026-11-22T07:00:00Z", "ended_at": "2026-11-22T07:05:00Z" },
              { "connector": "contoso.local", "profile": "Export", "result": "in-progress",
                "started_at": "2026-11-22T08:00:00Z" } ] },
            "writeback": { "seen": { "enabled": true } },
            "tls": { "seen": { "strong_crypto_64": 1, "strong_crypto_32": null, "system_default_64": null,
              "system_default_32": null, "schannel_client_enabled": null, "schannel_client_disabled_by_default": null,
              "dotnet_release": 528040, "os_build": null } },
            "proxy": { "seen": { "machine_config": "http://proxy01:8080" } },
            "sam_restriction": { "seen": { "sddl": null, "allows_connector": null } } } },
        { "vantage": { "kind": "sync_server", "name": "SYNC01" }, "seen_at": "2026-11-22T10:06:00Z",
          "source": "events", "facts": { "log": { "seen": { "host": "SYNC01", "from": "2026-11-15T00:00:00Z",
            "until": "2026-11-22T10:00:00Z", "events": [
              { "at": "2026-11-20T00:00:00Z", "provider": "PasswordResetService", "id": 31019, "message": "first" },
              { "at": "2026-11-21T00:00:00Z", "provider": "PasswordResetService", "id": 31019, "message": "last" },
              { "at": "2026-11-21T01:00:00Z", "provider": "ADSync", "id": 6329, "message": "word for word" } ] } } } }
    ]);
    let looks: Vec<Snapshot> = serde_json::from_value(looks).expect("looks");
    for look in looks {
        assessment.facts.add(look);
    }
    let errors = json!([{ "at": "2026-11-22T10:07:00Z", "source": "tenant", "why": { "reason": "timed-out", "after_ms": 60000 } }]);
    assessment.run_errors = serde_json::from_value(errors).expect("errors");
    assessment.reference = serde_json::from_value(json!({ "endpoints.toml": "2026-10-06" })).expect("dates");
    assessment
}

fn facts(assessment: &Assessment) -> Vec<Vec<String>> {
    said(table(&part(&report(assessment), PartId::Evidence).blocks, TableKind::Facts).expect("facts"))
}

fn seen_of<'a>(rows: &'a [Vec<String>], looked_at: &str) -> &'a [String] {
    rows.iter()
        .find(|row| row.get(2).is_some_and(|cell| cell == looked_at))
        .unwrap_or_else(|| panic!("{looked_at}: {rows:#?}"))
}

#[test]
fn facts_are_grouped_by_day_and_vantage_and_numbered() {
    let rows = facts(&everything());
    let groups: Vec<&String> = rows.iter().filter(|row| row.len() == 1).map(|row| &row[0]).collect();
    assert_eq!(
        groups,
        [
            "21 Nov 2026, WS07 (this workstation)",
            "22 Nov 2026, SYNC01 (sync server)",
            "22 Nov 2026, SYNC01 (sync server, recorded)"
        ]
    );
    let numbers: Vec<&String> = rows.iter().filter(|row| row.len() > 1).map(|row| &row[0]).collect();
    assert_eq!(numbers[0], "E-001");
    assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]));
}

#[test]
fn a_probe_is_told_step_by_step_until_it_broke() {
    let rows = facts(&everything());
    let way = "a.servicebus.windows.net:443, through proxy01:8080 (machine.config)";
    assert_eq!(
        seen_of(&rows, way)[3..],
        ["Name: 10.0.0.8 · TCP: 10.0.0.8:8080 · Proxy: The proxy asks for credentials (407, NTLM).", "2.1"]
    );
    assert_eq!(seen_of(&rows, "TCP: [fd00::8]:8080 (a.servicebus.windows.net)")[3], "Nothing answered within 3 s.");
    assert!(seen_of(&rows, "login.example:443, straight out")[3].ends_with(" · HTTP: HTTP 200 from nginx"));
}

#[test]
fn what_was_not_seen_is_a_row_that_says_why() {
    let rows = facts(&everything());
    let plans = &seen_of(&rows, "Test user's plans")[3];
    assert_eq!(plans, "Not seen: The signed-in account lacks the permission User.Read.All.");
    assert_eq!(seen_of(&rows, "Administrator's plans")[3], "none");
    assert_eq!(seen_of(&rows, "Fine-grained policy of the test user")[3], "none");
    assert_eq!(seen_of(&rows, "RestrictRemoteSam")[3], "not set, lets the connector account in: unknown");
}

#[test]
fn events_are_counted_and_the_last_is_word_for_word() {
    let rows = facts(&everything());
    assert_eq!(seen_of(&rows, "Event 31019 (PasswordResetService)")[3], "2 times, last 21 Nov 2026, 00:00: last");
    assert_eq!(seen_of(&rows, "Event 6329 (ADSync)")[3], "once, 21 Nov 2026, 01:00: word for word");
}

#[test]
fn an_item_shows_its_facts_and_says_which_do_not_count() {
    let report = report(&everything());
    let relay = item(&report, "connectivity.service-bus-host");
    let rows = said(table(&relay.blocks, TableKind::Seen).expect("facts"));
    let mine = rows.iter().find(|row| row[2] == "WS07").expect("the workstation's");
    assert_eq!(mine[4], "Name: The name does not exist (NXDOMAIN). (shown only: the sync server's view decides)");
    let timeline =
        relay.blocks.iter().find_map(|block| if let Block::Timeline(one) = block { Some(one) } else { None });
    let timeline = timeline.expect("a timeline");
    assert!(timeline.caption.contains("SYNC01"), "the server's view comes first: {}", timeline.caption);
    let words: Vec<&str> = timeline.steps.iter().map(|step| step.mark_word.as_str()).collect();
    assert_eq!(words, ["done", "done", "broke here", "not reached", "not reached"]);
}

#[test]
fn errors_of_the_run_have_their_own_table() {
    let report = report(&everything());
    let errors = said(table(&part(&report, PartId::Evidence).blocks, TableKind::RunErrors).expect("errors"));
    assert_eq!(errors, [["22 Nov 2026, 10:07", "Tenant", "No answer came within 60 s."]]);
}

#[test]
fn long_lists_are_cut_and_the_rest_is_counted() {
    let mut assessment = empty();
    let entries: Vec<_> = (0..25)
        .map(|n| json!({ "at": "2026-11-20T08:00:00Z", "activity": format!("a{n}"), "success": true }))
        .collect();
    let look = json!({ "vantage": { "kind": "workstation", "name": "WS07" }, "seen_at": "2026-11-21T09:00:00Z",
        "source": "tenant", "facts": { "audit": { "seen": entries } } });
    assessment.facts.add(serde_json::from_value(look).expect("a look"));
    let rows = facts(&assessment);
    assert_eq!(rows.len(), 1 + 20 + 1);
    assert_eq!(seen_of(&rows, "Audit log")[3], "5 more in the assessment itself");
}

#[test]
fn every_check_that_facts_name_is_in_the_built_in_checklist() {
    let files = concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/checklists/password-writeback");
    let known: String = std::fs::read_dir(files)
        .expect("the checklist")
        .map(|file| std::fs::read_to_string(file.expect("a file").path()).expect("text"))
        .collect();
    for row in crate::report::evidence::rows(&everything().facts, &TimeZone::UTC) {
        for check in row.checks {
            assert!(known.contains(&format!("check = \"{check}\"")), "{check}");
        }
    }
}

#[test]
fn what_is_not_known_is_not_said_to_be_well() {
    let rows = facts(&everything());
    assert!(seen_of(&rows, "Administrator")[3].contains("federated: unknown"));
    let gateway = &seen_of(&rows, "Silent for 100 s: a.servicebus.windows.net")[3];
    assert!(gateway.contains("HTTP 502") && gateway.contains("tells nothing"), "{gateway}");
    let mut assessment = everything();
    found(&mut assessment, "connectivity.idle", Finding::fail(seen("Lost.")));
    let report = report(&assessment);
    let blocks = &item(&report, "connectivity.idle").blocks;
    let lanes = blocks.iter().find_map(|block| if let Block::IdleLanes(lanes) = block { Some(lanes) } else { None });
    let lanes = lanes.expect("lanes");
    let known: Vec<u32> = lanes.lanes.iter().map(|lane| lane.lived_s).collect();
    assert_eq!(known, [60, 90, 0, 120, 100, 230, 0, 0]);
}

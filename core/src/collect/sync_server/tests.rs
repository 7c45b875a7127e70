//! The collector over a recorded machine: its registry, its `machine.config`, and what its programs printed.

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use futures_util::{FutureExt as _, future::BoxFuture};
use jiff::Timestamp;

use super::*;
use crate::{
    collect::Reporter,
    facts::{
        Seen,
        sync_server::{ConnectorKind, SyncServerFacts},
    },
};

const NT: &str = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion";
const ENTRY: &str = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\{5C6E4A7D}";

/// A machine as it was recorded.
#[derive(Clone, Default)]
struct Recorded {
    values: BTreeMap<(String, String), Value>,
    services: BTreeMap<String, String>,
    folder: PathBuf,
    printed: BTreeMap<&'static str, Result<Vec<u8>, Unavailable>>,
    denied: Option<&'static str>,
}

impl Machine for Recorded {
    fn value(&self, key: &str, name: &str) -> Result<Option<Value>, Unavailable> {
        if self.denied.is_some_and(|denied| key.starts_with(denied)) {
            return Err(Unavailable::Refused { by: key.to_owned() });
        }
        Ok(self.values.get(&(key.to_owned(), name.to_owned())).cloned())
    }

    fn keys(&self, key: &str) -> Result<Vec<String>, Unavailable> {
        let below = self.values.keys().filter_map(|(at, _)| at.strip_prefix(key)?.strip_prefix('\\'));
        Ok(below.map(|rest| rest.split('\\').next().unwrap_or_default().to_owned()).collect())
    }

    fn service(&self, name: &str) -> Result<Option<String>, Unavailable> {
        Ok(self.services.get(name).cloned())
    }

    fn folder(&self) -> PathBuf {
        self.folder.clone()
    }

    fn ask(&self, program: &str, arguments: Vec<String>) -> BoxFuture<'static, Result<Vec<u8>, Unavailable>> {
        let which = match program {
            adsync::PROGRAM => "powershell",
            _ if arguments.contains(&"/c:1".to_owned()) => "oldest",
            _ => "events",
        };
        let missing = Err(Unavailable::UnsupportedHere { what: program.to_owned() });
        std::future::ready(self.printed.get(which).cloned().unwrap_or(missing)).boxed()
    }
}

fn set(machine: &mut Recorded, key: &str, name: &str, value: Value) {
    machine.values.insert((key.to_owned(), name.to_owned()), value);
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// A sync server in good order.
fn recorded() -> Recorded {
    let mut machine = Recorded::default();
    set(&mut machine, NT, "ProductName", text("Windows Server 2022 Standard"));
    set(&mut machine, NT, "CurrentBuildNumber", text("20348"));
    set(&mut machine, r"SYSTEM\CurrentControlSet\Control\ProductOptions", "ProductType", text("ServerNT"));
    set(&mut machine, ENTRY, "DisplayName", text("Microsoft Entra Connect Sync"));
    set(&mut machine, ENTRY, "DisplayVersion", text("2.6.92.0"));
    let health = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\Health";
    set(&mut machine, health, "DisplayName", text("Microsoft Entra Connect Health Agent for sync"));
    set(&mut machine, health, "DisplayVersion", text("4.5.2487.0"));
    for key in
        [r"SOFTWARE\Microsoft\.NETFramework\v4.0.30319", r"SOFTWARE\WOW6432Node\Microsoft\.NETFramework\v4.0.30319"]
    {
        set(&mut machine, key, "SchUseStrongCrypto", Value::Number(1));
        set(&mut machine, key, "SystemDefaultTlsVersions", Value::Number(1));
    }
    machine.services.insert("ADSync".to_owned(), "Running".to_owned());
    machine.printed.insert("powershell", Ok(PRINTED.as_bytes().to_vec()));
    machine
}

/// What the script prints on a server with one forest, whose second partition is not synchronised.
const PRINTED: &str = r#"<<<readiness
{"module":{"answer":["loaded"]},
"scheduler":{"answer":[{"staging":false,"enabled":true,"suspended":false}]},
"connectors":{"answer":[
 {"name":"contoso.local","type":"AD","subtype":"","connectivity":{"forest-name":"contoso.local","forest-login-domain":"CONTOSO","forest-login-user":"MSOL_3f9c21aa7b10","sign-and-seal":"1"},"global":{},
  "partitions":[{"name":"contoso.local","selected":true,"preferred":[],"parameters":{"sign-and-seal":"1","dc-failover":"1"}},
                {"name":"DomainDnsZones","selected":false,"preferred":[],"parameters":{"sign-and-seal":"0"}}]},
 {"name":"contoso.onmicrosoft.com - AAD","type":"Extensible2","subtype":"Windows Azure Active Directory (Microsoft)","connectivity":{},"global":{},"partitions":[]},
 {"name":"HR","type":"Extensible2","subtype":"Generic SQL (Microsoft)","connectivity":{},"global":{},"partitions":[]}]},
"runs":{"answer":[
 {"connector":"contoso.local","profile":"Delta Import","result":"success","complete":true,"started":"2026-11-24T10:00:00Z","ended":"2026-11-24T10:00:09Z"},
 {"connector":"contoso.local","profile":"Export","result":"","complete":false,"started":"2026-11-24T10:30:00Z","ended":null}]},
"writeback":{"answer":[{"connector":"contoso.onmicrosoft.com - AAD","enabled":true}]}}
readiness>>>
"#;

async fn looked(machine: Recorded) -> SyncServerFacts {
    let machine: Arc<dyn Machine> = Arc::new(machine);
    let report: Reporter = Arc::new(|_| {});
    collect(&machine, "SYNC01", &report).await
}

fn with_printed(printed: &str) -> Recorded {
    let mut machine = recorded();
    machine.printed.insert("powershell", Ok(printed.as_bytes().to_vec()));
    machine
}

#[tokio::test]
async fn a_server_in_good_order_is_read_whole() {
    let folder = std::env::temp_dir().join(format!("readiness-sync-server-{}", std::process::id()));
    let config = folder.join("Microsoft.NET/Framework64/v4.0.30319/Config");
    std::fs::create_dir_all(&config).expect("made");
    std::fs::write(config.join("machine.config"), "<configuration><system.net/></configuration>").expect("written");
    let mut machine = recorded();
    machine.folder = folder.clone();
    let blob = [&[24, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 10, 0, 0, 0][..], b"proxy:8080", &[0; 4]].concat();
    let connections = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections";
    set(&mut machine, connections, "WinHttpSettings", Value::Bytes(blob));
    let facts = looked(machine).await;
    std::fs::remove_dir_all(&folder).expect("removed");

    let here = facts.machine.as_result().expect("read");
    assert_eq!((here.host.as_str(), here.is_domain_controller), ("SYNC01", false));
    let connect = facts.connect.as_result().expect("read").as_ref().expect("installed");
    assert_eq!((connect.version.to_string().as_str(), connect.service_state.as_str()), ("2.6.92.0", "Running"));
    let tls = facts.tls.as_result().expect("read");
    assert_eq!((tls.strong_crypto_32, tls.system_default_64, tls.os_build), (Some(1), Some(1), Some(20348)));
    assert_eq!((tls.schannel_client_enabled, tls.dotnet_release), (None, None), "what is absent is not zero");
    assert_eq!(facts.sam_restriction.as_result().expect("read").sddl, None);
    let proxy = facts.proxy.as_result().expect("read");
    assert_eq!((proxy.win_http.as_deref(), proxy.machine_config_uses_system), (Some("proxy:8080"), true));
    assert!(!facts.scheduler.as_result().expect("read").staging);
    assert!(facts.writeback.as_result().expect("read").enabled);

    let connectors = facts.connectors.as_result().expect("read");
    assert_eq!(connectors.len(), 2, "a connector to something else has no part in it");
    assert_eq!(connectors[0].account.as_deref(), Some(r"CONTOSO\MSOL_3f9c21aa7b10"));
    assert_eq!((connectors[0].sign_and_seal, connectors[0].only_preferred), (Some(true), Some(false)));
    assert_eq!(connectors[1].kind, ConnectorKind::Entra);
    let runs = facts.runs.as_result().expect("read");
    assert_eq!((runs[0].profile.as_str(), runs[0].ended_at), ("Export", None), "newest first; one still runs");
}

#[tokio::test]
async fn what_may_not_be_read_costs_its_own_answer_only() {
    let mut machine = recorded();
    machine.denied = Some(r"SYSTEM\CurrentControlSet\Control\Lsa");
    let facts = looked(machine).await;
    assert!(matches!(&facts.sam_restriction, Seen::Missing(Unavailable::Refused { .. })), "never \"no restriction\"");
    assert!(facts.tls.as_result().is_ok());
    assert!(matches!(&facts.proxy, Seen::Missing(Unavailable::NotInEvidence { .. })), "no machine.config, no answer");
}

#[tokio::test]
async fn a_value_of_another_kind_is_not_understood() {
    let mut machine = recorded();
    set(&mut machine, r"SOFTWARE\Microsoft\.NETFramework\v4.0.30319", "SchUseStrongCrypto", text("1"));
    set(&mut machine, r"SYSTEM\CurrentControlSet\Control\ProductOptions", "ProductType", text("Something"));
    let facts = looked(machine).await;
    assert!(matches!(facts.tls, Seen::Missing(Unavailable::Malformed { .. })));
    assert!(matches!(facts.machine, Seen::Missing(Unavailable::Malformed { .. })));
}

#[tokio::test]
async fn a_machine_without_connect_says_so_and_a_service_without_version_does_not() {
    let mut machine = recorded();
    machine.values.retain(|(key, _), _| !key.starts_with(ENTRY));
    let half = looked(machine.clone()).await;
    assert!(matches!(half.connect, Seen::Missing(Unavailable::NotInEvidence { .. })));
    machine.services.clear();
    assert_eq!(looked(machine).await.connect, Seen::Seen(None));
}

#[tokio::test]
async fn a_shell_that_says_nothing_with_success_proves_nothing() {
    for printed in ["", "<<<readiness\n{\"module\"", "<<<readiness\n[]\nreadiness>>>"] {
        let facts = looked(with_printed(printed)).await;
        for missing in [
            facts.scheduler.as_result().err(),
            facts.connectors.as_result().err(),
            facts.runs.as_result().err(),
            facts.writeback.as_result().err(),
        ] {
            assert!(matches!(missing, Some(Unavailable::Malformed { .. })), "{printed}: {missing:?}");
        }
    }
}

#[tokio::test]
async fn refusals_are_told_apart() {
    let refused = |error: &str, kind: &str, id: &str| {
        format!(
            "<<<readiness\n{{\"module\":{{\"answer\":[\"loaded\"]}},\"scheduler\":{{\"error\":\"{error}\",\
             \"kind\":\"{kind}\",\"id\":\"{id}\"}}}}\nreadiness>>>"
        )
    };
    let why = async |printed: String| {
        looked(with_printed(&printed)).await.scheduler.as_result().err().cloned().expect("refused")
    };
    let denied = why(refused("Zugriff verweigert", "UnauthorizedAccessException", "x")).await;
    assert_eq!(denied, Unavailable::RoleMissing { role: "ADSyncAdmins".to_owned() });
    let other = why(refused("The service is not started.\\nmore", "RuntimeException", "x")).await;
    assert_eq!(other, Unavailable::Malformed { what: "ADSync: The service is not started.".to_owned() });

    let no_module = "<<<readiness\n{\"module\":{\"error\":\"no\",\"kind\":\"FileNotFoundException\",\
                     \"id\":\"Modules_ModuleNotFound,Microsoft\"}}\nreadiness>>>";
    let facts = looked(with_printed(no_module)).await;
    assert_eq!(facts.runs, Seen::Missing(Unavailable::UnsupportedHere { what: "ADSync".to_owned() }));
}

#[tokio::test]
async fn signing_is_on_only_where_it_is_on_everywhere() {
    let signing = async |from: &str, to: &str| {
        assert!(PRINTED.contains(from), "{from}");
        let facts = looked(with_printed(&PRINTED.replacen(from, to, 1))).await;
        facts.connectors.as_result().expect("read")[0].sign_and_seal
    };
    assert_eq!(
        signing(r#"{"sign-and-seal":"1","dc-failover""#, r#"{"sign-and-seal":"0","dc-failover""#).await,
        Some(false)
    );
    assert_eq!(signing(r#"{"sign-and-seal":"1","dc-failover""#, r#"{"dc-failover""#).await, None);
    assert_eq!(signing(r#","sign-and-seal":"1"},"global""#, r#"},"global""#).await, None);
    assert_eq!(signing(r#","sign-and-seal":"1"},"global""#, r#","sign-and-seal":"maybe"},"global""#).await, None);
}

#[tokio::test]
async fn preferred_controllers_are_the_only_ones_where_failover_is_off() {
    let to = r#""preferred":["dc2.contoso.local"],"parameters":{"sign-and-seal":"1","dc-failover":"0""#;
    let from = r#""preferred":[],"parameters":{"sign-and-seal":"1","dc-failover":"1""#;
    let facts = looked(with_printed(&PRINTED.replacen(from, to, 1))).await;
    let connector = &facts.connectors.as_result().expect("read")[0];
    assert_eq!(connector.only_preferred, Some(true));
    assert_eq!(connector.preferred_controllers, ["dc2.contoso.local"]);
}

#[test]
fn the_script_is_handed_over_whole_and_writes_nothing() {
    let script = include_str!("adsync.ps1");
    assert_eq!(script.matches('{').count(), script.matches('}').count());
    for verb in
        ["Set-", "New-ADSync", "Remove-", "Start-", "Stop-", "Invoke-", "Out-File", "Add-", "Enable-", "Disable-"]
    {
        assert!(!script.contains(verb), "{verb} changes something");
    }
    let arguments = adsync::arguments();
    assert!(arguments.iter().map(String::len).sum::<usize>() < 30_000, "a command line of Windows holds 32,767");
}

// ----- The event log -----

fn utf16(text: &str) -> Vec<u8> {
    [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

fn event(at: &str, id: u32, rest: &str) -> String {
    format!(
        "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider \
         Name='PasswordResetService'/><EventID Qualifiers='0'>{id}</EventID><Level>4</Level><TimeCreated \
         SystemTime='{at}'/></System>{rest}</Event>\r\n"
    )
}

fn rendered(message: &str) -> String {
    format!(
        "<EventData><Data>raw</Data></EventData><RenderingInfo Culture='en-US'><Message>{message}</Message></RenderingInfo>"
    )
}

const NOW: &str = "2026-11-25T12:00:00Z";

fn log(days: u32, oldest: &[u8], events: &[u8]) -> Result<crate::facts::events::EventLog, Unavailable> {
    let now: Timestamp = NOW.parse().expect("a time");
    event_log::read("SYNC01", days, now, oldest, events)
}

#[test]
fn events_come_in_order_with_their_words() {
    let printed = utf16(
        &(event("2026-11-25T11:00:00.1234567Z", 31019, &rendered("heartbeat &amp; more 心跳"))
            + &event("2026-11-25T10:00:00.0000000Z", 31001, "<EventData><Data>TrackingId: 1</Data></EventData>")),
    );
    let oldest = utf16(&event("2026-10-01T00:00:00Z", 1, ""));
    let log = log(7, &oldest, &printed).expect("understood");
    assert_eq!(log.from.to_string(), "2026-11-18T12:00:00Z", "the log goes further back than was asked");
    let told: Vec<(u32, &str)> = log.events.iter().map(|event| (event.id, event.message.as_str())).collect();
    assert_eq!(told, [(31001, "TrackingId: 1"), (31019, "heartbeat & more 心跳")]);
}

#[test]
fn a_log_that_was_overwritten_begins_where_it_begins() {
    let oldest = utf16(&event("2026-11-25T09:30:00Z", 1, ""));
    assert_eq!(log(7, &oldest, &utf16("")).expect("understood").from.to_string(), "2026-11-25T09:30:00Z");
    // Emptied, or a program that did nothing and says so with success: it tells of no stretch at all.
    assert!(matches!(log(7, b"", b""), Err(Unavailable::NotInEvidence { .. })));
}

#[test]
fn a_damaged_answer_is_no_empty_log() {
    let whole = event("2026-11-25T11:00:00Z", 31019, &rendered("heartbeat"));
    for damaged in [
        whole[..whole.len() / 2].to_owned(),
        whole.replace("SystemTime='2026-11-25T11:00:00Z'", ""),
        whole.replace("31019", "many"),
        "The specified channel could not be found.".to_owned(),
    ] {
        let read = log(7, &utf16(&whole), damaged.as_bytes());
        assert!(matches!(read, Err(Unavailable::Malformed { .. })), "{damaged}: {read:?}");
    }
}

#[tokio::test]
async fn the_log_of_a_machine_without_the_program_was_not_read() {
    let machine: Arc<dyn Machine> = Arc::new(recorded());
    let report: Reporter = Arc::new(|_| {});
    let facts = collect_events(&machine, "SYNC01", 7, &report).await;
    assert!(matches!(facts.log, Seen::Missing(Unavailable::UnsupportedHere { .. })));
}

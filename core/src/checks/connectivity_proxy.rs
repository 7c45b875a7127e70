//! `connectivity.proxy`: does every proxy setting in use lead to the same answers?
//!
//! **Why.** A server has several proxy settings that know nothing of one another, and the sync service reads only that of
//! `machine.config`: the browser works, the engine does not, and the wizard asks for a licence.
//! **Passes** when each context in use reaches the same hosts.
//! **Warns** when one reaches a host that another does not, when none reaches any, or when a proxy turns a host away.
//! **Can't tell** when nobody looked, nothing was tried on the way of the sync service, or the system's setting leaves the
//! choice to a script that was not evaluated while the way of the sync service is not known.
//! **Source.** Prerequisites, 29 Sep 2025; connectivity guide, 19 Jan 2023 (403 and 407).

use super::{
    Case, Check,
    probes::{self, Probed, Reached},
};
use crate::{
    Message,
    facts::{
        Sighting, Source, Unavailable,
        network::{Break, NetworkFacts, Probe, ProxyContext, Purpose, StepName, SystemProxy},
    },
    finding::{Evidence, Finding, Verdict},
    msg,
    reference::Endpoints,
};

use super::connectivity_service_bus_host::answers_as_relay;

/// The check.
pub const CHECK: Check = Check { id: "connectivity.proxy", looks_at: &[Source::Network, Source::SyncServer], judge };

const OVER_TLS: [Purpose; 4] = [Purpose::PasswordReset, Purpose::Relay, Purpose::SignIn, Purpose::Graph];

/// What one context reached.
struct Track<'a> {
    context: &'a ProxyContext,
    reached: Vec<&'a str>,
    missed: Vec<&'a str>,
    /// Those that the proxy itself turned away.
    turned_away: Vec<&'a str>,
    first_break: Option<Message>,
    asks_for_credentials: bool,
    forbids: bool,
}

fn judge(case: &Case<'_>) -> Finding {
    let probed = match Probed::of(case, &OVER_TLS) {
        Ok(probed) => probed,
        // Where the script alone leads out and is not evaluated, nothing was tried; that says why.
        Err(why) => match case.network(|facts| &facts.system_proxy) {
            Ok(system) if system.value.is_undecided() => return undecided(system.value).from(system),
            _ => return Finding::could_not_check(why),
        },
    };
    let mut looks: Vec<Sighting<'_, NetworkFacts>> = Vec::new();
    let mut tracks: Vec<Track<'_>> = Vec::new();
    for host in probed.hosts(&OVER_TLS) {
        let Some(tried) = probed.tried(host, &OVER_TLS) else { continue };
        looks.push(tried.look);
        for probe in tried.every {
            follow(&mut tracks, &case.reference.endpoints, probe);
        }
    }
    let service = |track: &&Track<'_>| probed.way.as_ref().is_some_and(|way| way.is(track.context));
    let untried = probed.way.as_ref().filter(|_| !tracks.iter().any(|track| service(&track)));
    let mut finding = match untried {
        Some(way) => Finding::could_not_check(Unavailable::Inconclusive { why: way.untried() }),
        None => {
            // Going straight out is no setting; where a proxy is set it is often closed on purpose.
            let proxied = tracks.iter().any(|track| track.context.address.is_some());
            let in_use: Vec<_> =
                (tracks.iter()).filter(|track| !proxied || track.context.address.is_some() || service(track)).collect();
            compare(&in_use, &tracks, tracks.iter().find(service))
        }
    };
    if let Ok(system) = case.network(|facts| &facts.system_proxy) {
        finding = unless_scripted(finding, system.value, probed.way.is_some());
        finding = finding.with("evidence-system-proxy", system.message());
    }
    finding = finding.with_evidence(tracks.iter().map(evidence));
    for look in looks {
        finding = finding.from(look);
    }
    case.unless_elsewhere(finding)
}

/// A script decides on a way that is not known and was not tried, so that all ways are equal was not seen; unless it is
/// known that the sync service takes another one.
fn unless_scripted(finding: Finding, system: &SystemProxy, way_is_known: bool) -> Finding {
    if way_is_known || finding.verdict != Verdict::Pass || !system.is_undecided() {
        return finding;
    }
    undecided(system)
}

fn undecided(system: &SystemProxy) -> Finding {
    let why = msg!("connectivity-proxy-script", said = system.message());
    Finding::could_not_check(Unavailable::Inconclusive { why }).advise(msg!("connectivity-proxy-advice-script"))
}

fn follow<'a>(tracks: &mut Vec<Track<'a>>, endpoints: &Endpoints, probe: &'a Probe) {
    let place = tracks.iter().position(|track| track.context == &probe.context).unwrap_or_else(|| {
        tracks.push(Track {
            context: &probe.context,
            reached: Vec::new(),
            missed: Vec::new(),
            turned_away: Vec::new(),
            first_break: None,
            asks_for_credentials: false,
            forbids: false,
        });
        tracks.len() - 1
    });
    let Some(track) = tracks.get_mut(place) else { return };
    let reached = match probe.endpoint.purpose {
        Purpose::Relay => answers_as_relay(endpoints, probe),
        _ => probes::web_host(probe),
    };
    match reached {
        Reached::Yes => track.reached.push(&probe.endpoint.host),
        // A relay that denies the path is the same relay on every way.
        Reached::Unclear(_) => {}
        Reached::Between(why) | Reached::No(why, _) => {
            track.missed.push(&probe.endpoint.host);
            track.first_break.get_or_insert(why);
        }
    }
    if let Some((StepName::Proxy, _)) = probe.first_break() {
        track.turned_away.push(&probe.endpoint.host);
    }
    match probe.first_break() {
        Some((_, Break::ProxyAsksForCredentials { .. })) => track.asks_for_credentials = true,
        Some((_, Break::ProxyForbids)) => track.forbids = true,
        _ => {}
    }
}

/// Compares the tracks in use with every track. `service` is that of the sync service, when it is known.
fn compare(in_use: &[&Track<'_>], every: &[Track<'_>], service: Option<&Track<'_>>) -> Finding {
    let missing = |track: &Track<'_>| {
        // A host counts as missed on one way when another way reaches it.
        let missed: Vec<String> = (track.missed.iter())
            .filter(|host| every.iter().any(|other| other.reached.contains(host)))
            .map(|host| (*host).to_owned())
            .collect();
        missed
    };
    let behind = (service.iter().copied())
        .chain(in_use.iter().copied())
        .map(|track| (track, missing(track)))
        .find(|(_, missed)| !missed.is_empty());
    let reached = in_use.iter().any(|track| !track.reached.is_empty());
    let finding = if let Some((track, missed)) = behind {
        let works = every.iter().find(|other| missed.iter().all(|host| other.reached.contains(&host.as_str())));
        let way = track.context.message();
        let why = track.first_break.clone().unwrap_or_else(|| msg!("probe-unfinished"));
        let is_service = service.is_some_and(|service| std::ptr::eq(service, track));
        Finding::warn(match works {
            Some(works) if is_service => {
                msg!(
                    "connectivity-proxy-service-behind",
                    hosts = missed,
                    way = way,
                    other = works.context.message(),
                    why = why
                )
            }
            Some(works) => msg!(
                "connectivity-proxy-differs",
                hosts = missed,
                way = way,
                other = works.context.message(),
                why = why
            ),
            None => msg!("connectivity-proxy-differs-by-host", hosts = missed, way = way, why = why),
        })
    } else if !reached {
        match in_use.iter().find_map(|track| track.first_break.clone()) {
            Some(why) => Finding::warn(msg!("connectivity-proxy-none-works", why = why)),
            None => Finding::could_not_check(Unavailable::Inconclusive { why: msg!("probe-unfinished") }),
        }
    } else if let Some(track) = in_use.iter().find(|track| !track.turned_away.is_empty()) {
        let why = track.first_break.clone().unwrap_or_else(|| msg!("probe-unfinished"));
        let hosts = track.turned_away.clone();
        Finding::warn(msg!("connectivity-proxy-turns-away", hosts = hosts, way = track.context.message(), why = why))
    } else if let [only] = in_use {
        let (reached, total) = (only.reached.len(), only.reached.len() + only.missed.len());
        Finding::pass(msg!(
            "connectivity-proxy-one-way",
            way = only.context.message(),
            reached = reached,
            total = total
        ))
    } else {
        let ways: Vec<Message> = in_use.iter().map(|track| track.context.message()).collect();
        Finding::pass(msg!("connectivity-proxy-same", ways = ways))
    };
    advise(finding, in_use)
}

fn advise(mut finding: Finding, in_use: &[&Track<'_>]) -> Finding {
    if in_use.iter().any(|track| track.asks_for_credentials) {
        finding = finding.advise(msg!("connectivity-proxy-advice-407"));
    }
    if in_use.iter().any(|track| track.forbids) {
        finding = finding.advise(msg!("connectivity-proxy-advice-403"));
    }
    finding
}

fn evidence(track: &Track<'_>) -> Evidence {
    let (reached, total) = (track.reached.len(), track.reached.len() + track.missed.len());
    let value = match &track.first_break {
        Some(why) => msg!("connectivity-proxy-track-broken", reached = reached, total = total, why = why.clone()),
        None => msg!("connectivity-proxy-track", reached = reached, total = total),
    };
    Evidence { label: msg!("evidence-proxy-way", way = track.context.message()), value }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            probe_samples::{answers, breaks, network, proxied, relay, service_proxy},
            testing::{given, said},
        },
        *,
    };
    use crate::facts::network::{Automatic, AutomaticTrouble, ProxyKind, ProxyStore, StepName};

    const RELAY: &str = "ssprdedicatedsbprodncu.servicebus.windows.net";
    const LOGIN: &str = "login.microsoftonline.com";

    fn login() -> Probe {
        answers(LOGIN, Purpose::SignIn, 200)
    }

    fn from_environment(mut probe: Probe) -> Probe {
        probe.context = ProxyContext { kind: ProxyKind::Environment, address: Some("other:3128".into()) };
        probe
    }

    fn proxy_says(broke: Break) -> Probe {
        from_environment(breaks(RELAY, Purpose::Relay, StepName::Proxy, broke))
    }

    #[test]
    fn the_same_answers_pass() {
        let finding = given().network(network(vec![relay(RELAY), login()])).judge(&CHECK);
        assert_eq!(said(&finding), ("pass", "connectivity-proxy-one-way"));
        let both = vec![proxied(relay(RELAY), "proxy:8080"), from_environment(relay(RELAY))];
        assert_eq!(said(&given().network(network(both)).judge(&CHECK)), ("pass", "connectivity-proxy-same"));
    }

    #[test]
    fn a_closed_way_straight_out_is_no_fault_behind_a_proxy() {
        let direct = breaks(RELAY, Purpose::Relay, StepName::Tcp, Break::Refused);
        let finding = given().network(network(vec![direct, proxied(relay(RELAY), "proxy:8080")])).judge(&CHECK);
        assert_eq!(said(&finding), ("pass", "connectivity-proxy-one-way"));
    }

    #[test]
    fn different_answers_warn_and_the_proxys_word_is_explained() {
        let asks = proxy_says(Break::ProxyAsksForCredentials { scheme: "Negotiate".into() });
        let finding = given().network(network(vec![proxied(relay(RELAY), "proxy:8080"), asks])).judge(&CHECK);
        assert_eq!(said(&finding), ("warn", "connectivity-proxy-differs"));
        assert_eq!(finding.advice[0].id, "connectivity-proxy-advice-407");
        let forbids = proxy_says(Break::ProxyForbids);
        let finding = given().network(network(vec![proxied(relay(RELAY), "proxy:8080"), forbids])).judge(&CHECK);
        assert_eq!(finding.advice[0].id, "connectivity-proxy-advice-403");
        let crossed = vec![
            proxied(relay(RELAY), "proxy:8080"),
            proxied(breaks(LOGIN, Purpose::SignIn, StepName::Proxy, Break::ProxyForbids), "proxy:8080"),
            proxy_says(Break::ProxyForbids),
            from_environment(login()),
        ];
        assert_eq!(given().network(network(crossed)).judge(&CHECK).verdict.name(), "warn");
    }

    #[test]
    fn a_proxy_that_blocks_what_is_open_straight_out_warns() {
        let forbids = proxied(breaks(RELAY, Purpose::Relay, StepName::Proxy, Break::ProxyForbids), "proxy:8080");
        let probes = vec![relay(RELAY), forbids, login(), proxied(login(), "proxy:8080")];
        assert_eq!(said(&given().network(network(probes)).judge(&CHECK)), ("warn", "connectivity-proxy-differs"));
    }

    #[test]
    fn the_engine_that_does_not_know_the_proxy_warns() {
        let direct = breaks(RELAY, Purpose::Relay, StepName::Tcp, Break::Refused);
        let finding = given()
            .sync_server(service_proxy(None))
            .network(network(vec![direct, proxied(relay(RELAY), "proxy:8080")]))
            .judge(&CHECK);
        assert_eq!(said(&finding), ("warn", "connectivity-proxy-service-behind"));
    }

    #[test]
    fn a_proxy_that_turns_the_relay_away_warns_even_where_there_is_no_other_way() {
        let asks = proxy_says(Break::ProxyAsksForCredentials { scheme: "Negotiate".into() });
        let finding = given().network(network(vec![asks, from_environment(login())])).judge(&CHECK);
        assert_eq!(said(&finding), ("warn", "connectivity-proxy-turns-away"));
        assert_eq!(finding.advice[0].id, "connectivity-proxy-advice-407");
    }

    #[test]
    fn when_nothing_works_it_warns() {
        let finding = given().network(network(vec![proxy_says(Break::ProxyForbids)])).judge(&CHECK);
        assert_eq!(said(&finding), ("warn", "connectivity-proxy-none-works"));
    }

    #[test]
    fn a_script_of_the_system_is_not_passed_over() {
        let mut facts = network(vec![relay(RELAY), login()]);
        facts.system_proxy =
            SystemProxy { script: Some("http://wpad/proxy.pac".into()), ..SystemProxy::none(ProxyStore::Windows) }
                .into();
        let finding = given().network(facts.clone()).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"));
        assert_eq!(finding.advice[0].id, "connectivity-proxy-advice-script");
        let mut alone = facts.clone();
        alone.probes.clear();
        assert_eq!(said(&given().network(alone).judge(&CHECK)), said(&finding), "there is no other way");
        // The sync service is known to go straight out, which was tried.
        let known = given().sync_server(service_proxy(None)).network(facts.clone()).judge(&CHECK);
        assert_eq!(known.verdict.name(), "pass");
        assert!(known.evidence.iter().any(|row| row.value.id == "system-proxy-script"));
        let judged = |setting: SystemProxy| {
            let mut facts = facts.clone();
            facts.system_proxy = setting.into();
            given().network(facts).judge(&CHECK).verdict.name()
        };
        let none = SystemProxy::none(ProxyStore::Windows);
        assert_eq!(judged(none.clone()), "pass");
        // One that is looked for counts like one that is named.
        let (why, code) = (AutomaticTrouble::NotDownloaded, 12167);
        for (automatic, verdict) in [
            (None, "could_not_check"),
            (Some(Automatic::Undecided { why, code }), "could_not_check"),
            (Some(Automatic::Decided), "pass"),
            (Some(Automatic::NoneFound), "pass"),
        ] {
            assert_eq!(judged(SystemProxy { detects: true, automatic, ..none.clone() }), verdict, "{automatic:?}");
        }
    }

    #[test]
    fn what_was_not_tried_is_not_passed() {
        assert_eq!(said(&given().judge(&CHECK)), ("could_not_check", "unavailable-not-looked-at"));
        let known = given().sync_server(service_proxy(Some("proxy:8080")));
        let finding = known.network(network(vec![relay(RELAY)])).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"));
        let mut unfinished = relay(RELAY);
        unfinished.http = Default::default();
        let finding = given().network(network(vec![unfinished])).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-inconclusive"));
        let finding = given().network_from_workstation(network(vec![relay(RELAY)])).judge(&CHECK);
        assert_eq!(said(&finding), ("could_not_check", "unavailable-other-vantage"));
    }
}

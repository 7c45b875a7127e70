//! An automatic configuration: a script (PAC) whose address the setting names, or that is looked for on the network
//! (WPAD), and decides for each address. The system evaluates it, where it offers to; nothing is run here.

#[cfg(windows)]
mod winhttp;

use super::Decisions;
use crate::{
    collect::network::{NetworkSettings, ProxyAddress, probe::is_plain, proxy_setting::Way, resolve::Names, tcp},
    facts::network::{Automatic, AutomaticTrouble, Endpoint, ProxyKind},
};

/// What the setting says of an automatic configuration, for the system alone: the address may hold what is secret.
#[derive(Clone, Default)]
pub(super) struct Automation {
    /// The address of the script.
    pub(super) script: Option<String>,
    /// A script is looked for on the network, before that address counts.
    pub(super) detects: bool,
}

/// What the system answered about one address.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Answer {
    /// These proxies, in the order in which they are tried.
    Through(String),
    /// Straight out.
    Straight,
    /// No script was found on the network.
    NoneFound,
    /// It could not be evaluated: why, and the system's number of the error.
    Trouble(AutomaticTrouble, u32),
}

/// Puts answers together. One address that could not be decided leaves the whole undecided; the others are tried.
fn decided(answers: impl IntoIterator<Item = (Endpoint, Answer)>) -> (Automatic, Decisions) {
    let mut outcome = Automatic::Decided;
    let mut decisions = Decisions::default();
    for (endpoint, answer) in answers {
        let way = match answer {
            Answer::Through(list) => through(&list),
            Answer::Straight => Way::new(ProxyKind::Script, None),
            Answer::NoneFound => return (Automatic::NoneFound, Decisions::default()),
            Answer::Trouble(why, code) => {
                outcome = Automatic::Undecided { why, code };
                continue;
            }
        };
        decisions.0.push((endpoint, way));
    }
    (outcome, decisions)
}

/// By the first proxy of a list.
fn through(list: &str) -> Way {
    let first = proxies(list).next().unwrap_or_default();
    // `http=a:80;https=b:443` is how a setting is written, not what a script answers.
    match first.parse::<ProxyAddress>() {
        Ok(proxy) => Way::new(ProxyKind::Script, Some(proxy)),
        Err(error) => Way { unusable: Some(error.to_string()), ..Way::new(ProxyKind::Script, None) },
    }
}

/// The proxies of a list such as `a:8080;b:8080`.
fn proxies(list: &str) -> impl Iterator<Item = &str> {
    list.split([';', ' ', ',']).map(str::trim).filter(|part| !part.is_empty())
}

/// Takes those proxies out of the lists that are down, as programs pass over them. Of a list whose proxies are all down,
/// the first stays.
async fn without_those_down(answers: &mut [(Endpoint, Answer)], settings: &NetworkSettings) {
    let names = Names::new(settings);
    // Scripts send most hosts the same way.
    let mut known: Vec<(String, String)> = Vec::new();
    for (_, answer) in answers {
        let Answer::Through(list) = answer else { continue };
        if proxies(list).nth(1).is_none() {
            continue;
        }
        let first = match known.iter().find(|(of, _)| of == list) {
            Some((_, first)) => first.clone(),
            None => {
                let first = first_that_answers(list, &names, settings).await.to_owned();
                known.push((list.clone(), first.clone()));
                first
            }
        };
        *list = first;
    }
}

/// The first proxy of a list that takes a connection, or that is of a kind that cannot be tried.
async fn first_that_answers<'l>(list: &'l str, names: &Names, settings: &NetworkSettings) -> &'l str {
    for one in proxies(list) {
        let Ok(proxy) = one.parse::<ProxyAddress>() else { return one };
        let Ok(addresses) = names.resolve(proxy.host(), proxy.port()).await else { continue };
        if tcp::connect(&addresses, settings.step_timeout).await.is_ok() {
            return one;
        }
    }
    proxies(list).next().unwrap_or_default()
}

/// The address that the script is asked about.
fn address(endpoint: &Endpoint) -> String {
    let (scheme, usual) = if is_plain(endpoint) { ("http", 80) } else { ("https", 443) };
    if endpoint.port == usual {
        format!("{scheme}://{}/", endpoint.host)
    } else {
        format!("{scheme}://{}:{}/", endpoint.host, endpoint.port)
    }
}

/// Has the system decide for every endpoint. Each wait of the system ends at the deadline of a step.
#[cfg(windows)]
pub(super) async fn decide(
    automation: Automation,
    endpoints: Vec<Endpoint>,
    settings: &NetworkSettings,
) -> (Automatic, Decisions) {
    let step = settings.step_timeout;
    let asked = tokio::task::spawn_blocking(move || {
        let session = winhttp::Session::open(step)?;
        let mut answers = Vec::new();
        for endpoint in endpoints {
            let answer = session.ask(&automation, &address(&endpoint));
            // Where the script itself cannot be had, no other address has a better answer.
            let last = matches!(
                answer,
                Answer::NoneFound
                    | Answer::Trouble(
                        AutomaticTrouble::NotDownloaded | AutomaticTrouble::AsksForSignIn | AutomaticTrouble::TimedOut,
                        _
                    )
            );
            answers.push((endpoint, answer));
            if last {
                break;
            }
        }
        Ok::<_, u32>(answers)
    });
    let code = match asked.await {
        Ok(Ok(mut answers)) => {
            without_those_down(&mut answers, settings).await;
            return decided(answers);
        }
        Ok(Err(code)) => code,
        Err(_) => 0,
    };
    (Automatic::Undecided { why: AutomaticTrouble::Other, code }, Decisions::default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::network::Purpose;

    fn endpoint(host: &str, port: u16, purpose: Purpose) -> Endpoint {
        Endpoint { host: host.into(), port, purpose }
    }

    #[test]
    fn the_script_is_asked_about_the_address_that_is_opened() {
        for (host, port, purpose, asked) in [
            ("a.contoso.com", 443, Purpose::Relay, "https://a.contoso.com/"),
            ("a.contoso.com", 8443, Purpose::Graph, "https://a.contoso.com:8443/"),
            ("crl.contoso.com", 80, Purpose::Revocation, "http://crl.contoso.com/"),
        ] {
            assert_eq!(address(&endpoint(host, port, purpose)), asked);
        }
    }

    #[test]
    fn each_endpoint_goes_its_own_way() {
        let [relay, login, odd] = ["relay", "login", "odd"].map(|host| endpoint(host, 443, Purpose::Relay));
        let (automatic, decisions) = decided([
            (relay.clone(), Answer::Through("gate:3128;other:3128".into())),
            (login.clone(), Answer::Straight),
            (odd.clone(), Answer::Through("socks://ann:secret@gate:1080".into())),
        ]);
        assert_eq!(automatic, Automatic::Decided);
        let way = decisions.way(&relay).expect("a way");
        assert_eq!((way.context.kind, way.context.address.as_deref()), (ProxyKind::Script, Some("gate:3128")));
        let way = decisions.way(&login).expect("a way");
        assert_eq!((way.context.kind, way.proxy.is_none(), way.unusable), (ProxyKind::Script, true, None));
        let way = decisions.way(&odd).expect("a way");
        assert!(way.unusable.is_some_and(|why| !why.contains("secret")), "it is not taken for straight out");
        assert!(decisions.way(&endpoint("new", 443, Purpose::Relay)).is_none());
    }

    #[tokio::test]
    async fn a_proxy_that_is_down_is_passed_over() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        let up = listener.local_addr().expect("an address").to_string();
        // Nobody listens there.
        let down = "127.0.0.1:1".to_owned();
        let [relay, login, odd, gone] =
            ["relay", "login", "odd", "gone"].map(|host| endpoint(host, 443, Purpose::Relay));
        let both = format!("{down}; {up}");
        let socks = format!("{down};socks://gate:1080;{up}");
        let mut answers = [
            (relay.clone(), Answer::Through(both.clone())),
            (login.clone(), Answer::Through(both)),
            (odd.clone(), Answer::Through(socks)),
            (gone.clone(), Answer::Through(format!("{down};nowhere.invalid:80"))),
        ];
        without_those_down(&mut answers, &NetworkSettings::default()).await;
        let (_, decisions) = decided(answers);
        for (endpoint, proxy) in [(relay, &up), (login, &up), (gone, &down)] {
            let way = decisions.way(&endpoint).expect("a way");
            assert_eq!(way.context.address.as_ref(), Some(proxy), "{}", endpoint.host);
        }
        // What programs would take next cannot be tried here, so that nothing behind it counts.
        assert!(decisions.way(&odd).expect("a way").unusable.is_some());
    }

    #[test]
    fn what_was_not_decided_is_not_straight_out() {
        let [relay, login] = ["relay", "login"].map(|host| endpoint(host, 443, Purpose::Relay));
        let (why, code) = (AutomaticTrouble::BadScript, 12166);
        let (automatic, decisions) = decided([
            (relay.clone(), Answer::Trouble(why, code)),
            (login.clone(), Answer::Through("gate:3128".into())),
        ]);
        assert_eq!(automatic, Automatic::Undecided { why, code });
        assert!(decisions.way(&relay).is_none() && decisions.way(&login).is_some());
        let (automatic, decisions) = decided([(relay.clone(), Answer::NoneFound)]);
        assert_eq!(automatic, Automatic::NoneFound);
        assert!(decisions.way(&relay).is_none());
    }
}

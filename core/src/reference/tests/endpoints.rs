//! Hosts: each cloud has its own, and a misprint is never tried.

use super::*;

#[test]
fn each_cloud_has_its_own_addresses() {
    let endpoints = Reference::built_in().endpoints;
    let graphs: Vec<_> = Cloud::ALL.map(|cloud| endpoints.cloud(cloud).graph.clone()).to_vec();
    assert_eq!(
        graphs,
        [
            "https://graph.microsoft.com",
            "https://graph.microsoft.us",
            "https://dod-graph.microsoft.us",
            "https://microsoftgraph.chinacloudapi.cn"
        ]
    );
    for cloud in Cloud::ALL {
        assert_eq!(cloud.to_string().parse(), Ok(cloud));
        let row = endpoints.cloud(cloud);
        assert!(row.relay.well_known.iter().all(|host| row.is_relay(&host.host)), "{cloud}");
        assert!(!row.sign_in.is_empty() && !row.revocation.is_empty(), "{cloud}");
    }
    assert!("GCC".parse::<Cloud>().is_err());
}

#[test]
fn the_misprinted_relay_is_never_probed_and_the_real_one_is() {
    let endpoints = Reference::built_in().endpoints;
    for host in ["servicebus.windows.networks", "X.ServiceBus.Windows.Networks."] {
        assert_eq!(endpoints.never_probe(host).unwrap().reason, "never-probe-misprint");
        assert_eq!(endpoints.cloud_of_relay(host), None);
    }
    let real = "g12-prod-ch3-001-sb.servicebus.windows.net";
    assert_eq!(endpoints.never_probe(real), None);
    assert_eq!(endpoints.cloud_of_relay(real), Some(Cloud::Global));
    assert_eq!(endpoints.cloud_of_relay("servicebus.windows.net"), None);
    assert_eq!(endpoints.cloud_of_relay("notservicebus.windows.net"), None);
    let rules: Vec<_> = endpoints.cloud(Cloud::Global).relay_rules().collect();
    assert_eq!(rules, ["*.servicebus.windows.net"]);
}

#[test]
fn only_a_relay_answers_like_a_relay() {
    let endpoints = Reference::built_in().endpoints;
    let body = "<Error><Code>401</Code><Detail>MissingToken: a token is required</Detail></Error>";
    assert!(endpoints.is_relay_answer(401, body));
    assert!(!endpoints.is_relay_answer(200, body));
    assert!(!endpoints.is_relay_answer(401, "<html>Sign in to the proxy</html>"));
}

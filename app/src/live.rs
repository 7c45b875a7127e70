//! The collectors of a real run, and what they take from this process: its environment and its host name.

use std::sync::Arc;

use readiness_core::{
    assessment::Assessment,
    collect::network::{IdlePlan, NetworkCollector, NetworkSettings, ProxySetting, ProxyVariables},
    engine::Collector,
    reference::Reference,
};

/// How the network is looked at.
#[derive(Default)]
pub struct Network {
    /// Timeouts, roots, overrides.
    pub settings: NetworkSettings,
    /// The ways out.
    pub ways: Vec<ProxySetting>,
    /// The idle test.
    pub idle: IdlePlan,
}

/// The collectors of a real run of this assessment.
pub fn collectors(assessment: &Assessment, reference: &Arc<Reference>, network: Network) -> Vec<Arc<dyn Collector>> {
    let Network { settings, ways, idle } = network;
    vec![Arc::new(NetworkCollector::new(assessment, reference, &host_name(), settings, ways, idle))]
}

/// This machine's name.
pub fn host_name() -> String {
    gethostname::gethostname().to_string_lossy().into_owned()
}

/// The proxy variables of the environment.
pub fn proxy_variables() -> ProxyVariables {
    let read = |name: &str| {
        std::env::var(name).or_else(|_| std::env::var(name.to_lowercase())).ok().filter(|value| !value.is_empty())
    };
    ProxyVariables {
        https: read("HTTPS_PROXY"),
        http: read("HTTP_PROXY"),
        all: read("ALL_PROXY"),
        no: read("NO_PROXY"),
    }
}

/// The ways out that are tried when none is named: straight, and what the environment says where it says anything.
pub fn default_ways() -> Vec<ProxySetting> {
    let variables = proxy_variables();
    let mut ways = vec![ProxySetting::None];
    if variables.https.is_some() || variables.all.is_some() {
        ways.push(ProxySetting::Environment);
    }
    ways
}

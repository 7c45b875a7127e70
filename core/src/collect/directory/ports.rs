//! Whether the PDC emulators answer on the ports that the sync server needs, as seen from this machine.

use futures_util::{StreamExt as _, stream};

use super::look::Look;
use crate::{
    collect::network::tcp,
    facts::directory::{Domain, PortSeen},
    reference::Protocol,
};

impl Look<'_> {
    /// Tries every TCP port of the table on every PDC emulator, all at once.
    pub(super) async fn pdc_ports(&self, domains: &[Domain]) -> Vec<PortSeen> {
        let ports: Vec<u16> = (self.reference.rights.ports.iter())
            .filter(|row| row.protocols.contains(&Protocol::Tcp))
            .map(|row| row.port)
            .collect();
        let tries: Vec<(String, String, u16)> = (domains.iter())
            .filter_map(|domain| Some((domain.dns_name.clone(), domain.pdc_emulator.clone()?)))
            .flat_map(|(domain, host)| ports.iter().map(move |port| (domain.clone(), host.clone(), *port)))
            .collect();
        let instruments = &self.instruments;
        stream::iter(tries)
            .map(|(domain, host, port)| async move {
                let reached = match instruments.names.resolve(&host, port).await {
                    Ok(addresses) => {
                        tcp::connect(&addresses, instruments.limit).await.map(drop).map_err(|none| none.broke)
                    }
                    Err(broke) => Err(broke),
                };
                PortSeen { domain, host, port, broke: reached.err() }
            })
            .buffered(64)
            .collect()
            .await
    }
}

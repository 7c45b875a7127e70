//! TCP: every address is tried, each a little after the one before, and the first that answers is used.

use std::{net::SocketAddr, time::Duration};

use futures_util::{StreamExt, stream::FuturesUnordered};
use tokio::{
    net::TcpStream,
    time::{Instant, sleep, timeout},
};

use super::breakage::{millis, of_io, with_wait};
use crate::facts::network::{Break, TcpAttempt, TcpSeen};

/// How much later the next address is tried while the one before is still silent.
const STAGGER: Duration = Duration::from_millis(250);

/// No address answered.
pub(in crate::collect) struct NoAnswer {
    /// The breakage that tells most.
    pub(in crate::collect) broke: Break,
    /// Every address tried.
    pub(super) attempts: Vec<TcpAttempt>,
}

/// Connects to the first address that answers within `limit`, which holds for all of them together.
pub(in crate::collect) async fn connect(
    addresses: &[SocketAddr],
    limit: Duration,
) -> Result<(TcpStream, TcpSeen), NoAnswer> {
    let many = u32::try_from(addresses.len()).unwrap_or(u32::MAX).max(1);
    let stagger = STAGGER.min(limit / many / 2);
    let mut tries: FuturesUnordered<_> = addresses
        .iter()
        .zip(0u32..)
        .map(|(&address, index)| async move {
            let wait = stagger * index;
            sleep(wait).await;
            let began = Instant::now();
            let limit = limit.saturating_sub(wait);
            let outcome = match timeout(limit, TcpStream::connect(address)).await {
                Ok(outcome) => outcome.map_err(|error| with_wait(of_io(&error), began)),
                Err(_) => Err(Break::TimedOut { after_ms: millis(limit) }),
            };
            (index, address, outcome, began.elapsed())
        })
        .collect();
    let mut failed = Vec::new();
    while let Some((index, address, outcome, took)) = tries.next().await {
        match outcome {
            Ok(stream) => {
                // Small requests must not wait for company. Keep-alive stays off, as it is by default: the idle test
                // wants silence.
                let _ = stream.set_nodelay(true);
                return Ok((stream, TcpSeen { address: address.to_string(), attempts: in_order(failed) }));
            }
            Err(broke) => {
                let attempt = TcpAttempt { address: address.to_string(), broke, took_ms: millis(took) };
                failed.push((index, attempt));
            }
        }
    }
    let attempts = in_order(failed);
    // A machine without IPv6 says "unreachable" at once about such an address, which is not the story.
    let telling = attempts.iter().find(|attempt| attempt.broke != Break::HostUnreachable).or(attempts.first());
    let broke = telling.map_or(Break::NameHasNoAddress, |attempt| attempt.broke.clone());
    Err(NoAnswer { broke, attempts })
}

fn in_order(mut attempts: Vec<(u32, TcpAttempt)>) -> Vec<TcpAttempt> {
    attempts.sort_by_key(|(index, _)| *index);
    attempts.into_iter().map(|(_, attempt)| attempt).collect()
}

#[cfg(test)]
mod tests {
    use tokio::net::TcpListener;

    use super::*;

    const LIMIT: Duration = Duration::from_secs(30);

    /// An address of this machine at which nothing listens.
    async fn closed() -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        listener.local_addr().expect("an address")
    }

    #[tokio::test]
    async fn an_address_that_refuses_does_not_hide_the_next() {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let good = listener.local_addr().expect("an address");
        let bad = closed().await;
        let Ok((_, seen)) = connect(&[bad, good], LIMIT).await else { panic!("the second one answers") };
        assert_eq!(seen.address, good.to_string());
        assert_eq!(
            (seen.attempts[0].address.as_str(), &seen.attempts[0].broke),
            (bad.to_string().as_str(), &Break::Refused)
        );
    }

    #[tokio::test]
    async fn the_breakage_that_tells_most_stands_for_all() {
        // The system forbids to connect to the broadcast address, as it does to IPv6 where there is none.
        let unreachable: SocketAddr = "255.255.255.255:443".parse().expect("an address");
        let Err(none) = connect(&[unreachable, closed().await], LIMIT).await else { panic!("nothing listens") };
        assert_eq!(none.broke, Break::Refused);
        let kinds: Vec<_> = none.attempts.into_iter().map(|attempt| attempt.broke).collect();
        assert_eq!(kinds, [Break::HostUnreachable, Break::Refused]);
    }
}

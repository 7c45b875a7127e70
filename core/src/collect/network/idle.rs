//! The idle test: TLS connections to one relay, opened together, kept silent for different times, and then used. A
//! connection that the path forgot looks alive until something is sent, so each carries one request at its end.

use std::{future::Future, time::Duration};

use futures_util::{StreamExt, stream::FuturesUnordered};
use tokio::{
    io::AsyncReadExt,
    net::TcpStream,
    time::{Instant, sleep_until},
};
use tokio_rustls::client::TlsStream;
use tokio_util::sync::CancellationToken;

use super::{
    IdlePlan,
    breakage::{millis, of_io},
    http::{self, host_header},
    probe::{Instruments, begun, path},
    proxy_setting::Way,
};
use crate::{
    collect::{Progress, Reporter},
    facts::network::{Break, Endpoint, IdleConnection, IdleOutcome, IdleTest},
};

/// Runs the test on one way. Ends early when it is cancelled; what ended by then keeps its outcome.
pub(super) async fn test(
    instruments: &Instruments<'_>,
    endpoint: &Endpoint,
    way: &Way,
    plan: &IdlePlan,
    report: &Reporter,
    cancel: &CancellationToken,
) -> IdleTest {
    let direct = Way::direct();
    let mut silences: Vec<(u32, &Way, bool)> = plan.silences_s().iter().map(|&seconds| (seconds, way, false)).collect();
    if plan.control && way.proxy.is_some() {
        silences.push((plan.longest_s(), &direct, true));
    }
    report(Progress::IdleStarted(plan.silences_s().to_vec()));
    let mut held: FuturesUnordered<_> = silences
        .into_iter()
        .map(|(silence_s, way, control)| async move {
            let outcome = or_cancelled(cancel, hold(instruments, endpoint, way, silence_s)).await;
            IdleConnection { silence_s, control, outcome }
        })
        .collect();
    let mut connections = Vec::new();
    while let Some(ended) = held.next().await {
        report(Progress::IdleEnded(ended.clone()));
        connections.push(ended);
    }
    connections.sort_by_key(|connection| (connection.control, connection.silence_s));
    IdleTest { endpoint: endpoint.clone(), context: way.context.clone(), connections }
}

async fn or_cancelled(cancel: &CancellationToken, hold: impl Future<Output = IdleOutcome>) -> IdleOutcome {
    cancel.run_until_cancelled(hold).await.unwrap_or(IdleOutcome::Cancelled)
}

async fn hold(instruments: &Instruments<'_>, endpoint: &Endpoint, way: &Way, silence_s: u32) -> IdleOutcome {
    let mut probe = begun(endpoint, way);
    let stream = match instruments.open(&mut probe, way).await {
        Ok(stream) => stream,
        Err((step, broke)) => return IdleOutcome::NotOpened { step, broke },
    };
    let began = Instant::now();
    match silent(stream, began + Duration::from_secs(silence_s.into())).await {
        Ok(mut stream) => {
            let limit = instruments.settings.step_timeout;
            let host = host_header(&endpoint.host, endpoint.port, 443);
            let used_at = Instant::now();
            let used = http::get(&mut stream, &host, path(endpoint.purpose), limit).await;
            match used {
                // Another answer than HTTP came through the same TLS session: the path kept the connection.
                Err(Break::HttpMalformed { .. }) => {
                    IdleOutcome::Survived { answer_ms: millis(used_at.elapsed()), status: None }
                }
                Ok(exchange) => IdleOutcome::Survived {
                    answer_ms: millis(exchange.head_took),
                    status: Some(exchange.answer.status),
                },
                Err(broke) => lost(&broke, began, used_at.elapsed()),
            }
        }
        Err(broke) => lost(&broke, began, Duration::ZERO),
    }
}

/// Listens until `end` without sending anything, and gives the connection back when nothing ended it.
async fn silent(mut stream: TlsStream<TcpStream>, end: Instant) -> Result<TlsStream<TcpStream>, Break> {
    let mut heard = [0; 1024];
    loop {
        tokio::select! {
            biased;
            () = sleep_until(end) => return Ok(stream),
            read = stream.read(&mut heard) => match read {
                Ok(0) => return Err(Break::Closed),
                // A server that is about to close may say why first.
                Ok(_) => {}
                Err(error) => return Err(of_io(&error)),
            }
        }
    }
}

/// What became of a connection that broke after it was open.
fn lost(broke: &Break, began: Instant, waited: Duration) -> IdleOutcome {
    let after_ms = millis(began.elapsed());
    match broke {
        Break::TimedOut { .. } => IdleOutcome::Dropped { waited_ms: millis(waited) },
        Break::Closed => IdleOutcome::ClosedByPeer { after_ms },
        _ => IdleOutcome::Reset { after_ms },
    }
}

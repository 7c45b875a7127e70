//! The idle test: TLS connections to one relay, opened together, kept silent for different times, and then used. A
//! connection that the path forgot looks alive until something is sent, so each carries one request at its end.

use std::{future::Future, pin::pin, time::Duration};

use futures_util::{StreamExt, stream::FuturesUnordered};
use tokio::{
    io::AsyncReadExt,
    net::TcpStream,
    time::{Instant, sleep_until},
};
use tokio_rustls::client::TlsStream;
use tokio_util::sync::CancellationToken;

use super::{
    IdleSteering, NetworkRequest,
    breakage::{millis, of_io},
    http::{self, host_header},
    probe::{Instruments, begun, path},
    proxy_setting::Way,
};
use crate::{
    collect::{IdleBegun, IdleLane, Progress, Reporter},
    facts::network::{Break, Endpoint, IdleConnection, IdleOutcome, IdleTest},
};

/// Runs the test on one way. Ends early when it is cancelled or skipped; what ended by then keeps its outcome.
pub(super) async fn test(
    instruments: &Instruments<'_>,
    endpoint: &Endpoint,
    way: &Way,
    request: &NetworkRequest,
    report: &Reporter,
    cancel: &CancellationToken,
) -> IdleTest {
    let NetworkRequest { idle: plan, steering, .. } = request;
    let direct = &Way::direct();
    let lane = |silence_s, control| IdleLane { silence_s, control };
    let mut lanes: Vec<IdleLane> = plan.silences_s().iter().map(|&silence_s| lane(silence_s, false)).collect();
    let left_out: Vec<IdleLane> = plan.left_out_s().map(|silence_s| lane(silence_s, false)).collect();
    let controlled = plan.control && way.proxy.is_some();
    let control = controlled.then(|| lane(plan.longest_s(), true));
    report(Progress::IdleStarted(IdleBegun {
        endpoint: endpoint.clone(),
        context: way.context.clone(),
        lanes: lanes.iter().chain(&left_out).chain(&control).copied().collect(),
    }));
    let mut connections = Vec::new();
    let mut end = |ended: IdleConnection| {
        report(Progress::IdleEnded(ended.clone()));
        connections.push(ended);
    };
    for IdleLane { silence_s, control } in left_out {
        end(IdleConnection { silence_s, control, outcome: IdleOutcome::Shortened });
    }
    lanes.extend(control);
    let mut held: FuturesUnordered<_> = lanes
        .into_iter()
        .map(|lane| async move {
            let way = if lane.control { direct } else { way };
            let hold = Hold { instruments, endpoint, way, lane, steering, report };
            tokio::select! {
                biased;
                ended = hold.cut() => ended,
                () = cancel.cancelled() => hold.ended(lane.silence_s, IdleOutcome::Cancelled),
                ended = hold.run() => ended,
            }
        })
        .collect();
    while let Some(ended) = held.next().await {
        end(ended);
    }
    drop(held);
    connections.sort_by_key(|connection| (connection.control, connection.silence_s));
    IdleTest { endpoint: endpoint.clone(), context: way.context.clone(), connections }
}

/// One connection that is held.
struct Hold<'a> {
    instruments: &'a Instruments<'a>,
    endpoint: &'a Endpoint,
    way: &'a Way,
    lane: IdleLane,
    steering: &'a IdleSteering,
    report: &'a Reporter,
}

impl Hold<'_> {
    fn ended(&self, silence_s: u32, outcome: IdleOutcome) -> IdleConnection {
        IdleConnection { silence_s, control: self.lane.control, outcome }
    }

    /// Waits until the connection is no longer wanted. A control connection is, as long as any other: a shorter test
    /// needs it no less.
    async fn cut(&self) -> IdleConnection {
        let wanted_s = if self.lane.control { 1 } else { self.lane.silence_s };
        let limit_s = self.steering.cut(wanted_s).await;
        let outcome = if limit_s == 0 { IdleOutcome::Skipped } else { IdleOutcome::Shortened };
        self.ended(self.lane.silence_s, outcome)
    }

    /// Waits until the silence is over, and says how long it was to be, in seconds.
    async fn over(&self, began: Instant) -> u32 {
        let after = |seconds: u32| began + Duration::from_secs(seconds.into());
        tokio::select! {
            () = sleep_until(after(self.lane.silence_s)) => self.lane.silence_s,
            limit_s = self.steering.cut(self.lane.silence_s) => {
                sleep_until(after(limit_s)).await;
                // It may have been silent for longer already.
                u32::try_from(began.elapsed().as_secs()).unwrap_or(limit_s).max(limit_s)
            }
        }
    }

    async fn run(&self) -> IdleConnection {
        let Self { instruments, endpoint, way, lane, .. } = self;
        let mut probe = begun(endpoint, way);
        let stream = match instruments.open(&mut probe, way).await {
            Ok(stream) => stream,
            Err((step, broke)) => return self.ended(lane.silence_s, IdleOutcome::NotOpened { step, broke }),
        };
        let began = Instant::now();
        (self.report)(Progress::IdleSilent(*lane));
        match silent(stream, self.over(began)).await {
            Ok((mut stream, silence_s)) => {
                let limit = instruments.settings.step_timeout;
                let host = host_header(&endpoint.host, endpoint.port, 443);
                let used_at = Instant::now();
                let used = http::get(&mut stream, &host, path(endpoint.purpose), limit).await;
                let outcome = match used {
                    // Another answer than HTTP came through the same TLS session: the path kept the connection.
                    Err(Break::HttpMalformed { .. }) => {
                        IdleOutcome::Survived { answer_ms: millis(used_at.elapsed()), status: None }
                    }
                    Ok(exchange) => IdleOutcome::Survived {
                        answer_ms: millis(exchange.head_took),
                        status: Some(exchange.answer.status),
                    },
                    Err(broke) => lost(&broke, began, used_at.elapsed()),
                };
                self.ended(silence_s, outcome)
            }
            Err(broke) => self.ended(lane.silence_s, lost(&broke, began, Duration::ZERO)),
        }
    }
}

/// Listens until the silence is `over` without sending anything, and gives the connection back with the length of the
/// silence when nothing ended it.
async fn silent(
    mut stream: TlsStream<TcpStream>,
    over: impl Future<Output = u32>,
) -> Result<(TlsStream<TcpStream>, u32), Break> {
    let mut heard = [0; 1024];
    let mut over = pin!(over);
    loop {
        tokio::select! {
            biased;
            silence_s = &mut over => return Ok((stream, silence_s)),
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

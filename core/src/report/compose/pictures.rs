//! What was seen as a picture: a probe's steps, the silent connections, the rights, the chain.

use jiff::{SignedDuration, Timestamp};

use crate::{
    Message, Words,
    assessment::Assessment,
    checklist::Item,
    facts::{
        Snapshot, VantageKind,
        directory::{RightEffect, RightSeen},
        network::{IdleOutcome, NetworkFacts, Probe, Purpose, Step, StepName, StepResult, Trust},
    },
    msg,
    report::{
        blocks::{Block, Certificates, IdleLane, IdleLanes, RightWalk, StepMark, Timeline, TimelineStep},
        evidence::{idle_outcome, is_gateway, right_effect},
    },
};

/// Draws what was seen. It needs the facts alone, so that a screen can ask for it in every frame.
pub(in crate::report) struct Pictures<'a> {
    pub assessment: &'a Assessment,
    pub words: &'a Words,
}

impl Pictures<'_> {
    /// The pictures of an item, from the newest look that closes it, or else the newest look.
    pub(in crate::report) fn of(&self, item: &Item) -> Vec<Block> {
        let picture = match item.check.as_deref() {
            Some("connectivity.password-reset-host") => self.timeline(&[Purpose::PasswordReset]),
            Some("connectivity.service-bus-host") => self.timeline(&[Purpose::Relay]),
            Some("connectivity.sign-in-hosts") => self.timeline(&[Purpose::SignIn, Purpose::Graph]),
            Some("connectivity.revocation") => self.timeline(&[Purpose::Revocation]),
            Some("connectivity.idle") => self.idle_lanes(),
            Some("connectivity.tls-inspection") => self.chain(),
            Some("directory.connector-rights") => self.domain_rights(),
            Some("directory.test-user-rights") => self.user_rights(),
            _ => None,
        };
        picture.into_iter().collect()
    }

    fn say(&self, message: &Message) -> String {
        self.words.say(message)
    }

    fn day(&self, time: Timestamp) -> String {
        self.words.date(time.to_zoned(self.words.zone().clone()).date())
    }

    /// Looks at the network, those from the sync server first, newest first.
    fn network(&self) -> Vec<(&Snapshot, &NetworkFacts)> {
        let assessment = self.assessment;
        let is_server = |snapshot: &Snapshot| match snapshot.vantage.kind {
            VantageKind::SyncServer => true,
            VantageKind::Workstation => assessment.subject.this_is_sync_server,
            VantageKind::Person => false,
        };
        let mut looks: Vec<_> = assessment.facts.network().all().collect();
        looks.sort_by_key(|(snapshot, _)| !is_server(snapshot));
        looks
    }

    /// The first probe that broke, or else the first.
    fn timeline(&self, purposes: &[Purpose]) -> Option<Block> {
        let (snapshot, probe) = self.network().into_iter().find_map(|(snapshot, facts)| {
            let fitting = || facts.probes.iter().filter(|probe| purposes.contains(&probe.endpoint.purpose));
            let probe = fitting().find(|probe| probe.first_break().is_some()).or_else(|| fitting().next())?;
            Some((snapshot, probe))
        })?;
        let host = format!("{}:{}", probe.endpoint.host, probe.endpoint.port);
        let (way, place) = (probe.context.message(), snapshot.vantage.message());
        let caption = self.say(&msg!("report-picture-probe", host = host, way = way, place = place));
        let mut steps = vec![
            self.step(StepName::Name, &probe.name, |name| self.words.list(&name.addresses)),
            self.step(StepName::Tcp, &probe.tcp, |tcp| tcp.address.clone()),
        ];
        if let Some(proxy) = &probe.proxy {
            steps.push(self.step(StepName::Proxy, proxy, |seen| seen.status.to_string()));
        }
        if let Some(tls) = &probe.tls {
            steps.push(self.step(StepName::Tls, tls, |seen| seen.version.clone()));
        }
        steps.push(self.step(StepName::Http, &probe.http, |seen| seen.status.to_string()));
        Some(Block::Timeline(Timeline { caption, steps }))
    }

    fn step<T>(&self, name: StepName, step: &Step<T>, done: impl FnOnce(&T) -> String) -> TimelineStep {
        let (mark, detail) = match &step.result {
            StepResult::Done(value) => (StepMark::Done, done(value)),
            StepResult::Broke(broke) => (StepMark::Broke, self.say(&broke.message())),
            StepResult::NotReached => (StepMark::NotReached, String::new()),
        };
        let took = match mark {
            StepMark::NotReached => String::new(),
            _ => self.words.duration(i64::try_from(step.took_ms).unwrap_or(i64::MAX)),
        };
        let name = self.say(&name.message());
        TimelineStep { mark, mark_word: self.step_word(mark), name, took, detail }
    }

    fn step_word(&self, mark: StepMark) -> String {
        self.words.text(match mark {
            StepMark::Done => "report-step-done",
            StepMark::Broke => "report-step-broke",
            StepMark::NotReached => "report-step-not-reached",
        })
    }

    fn idle_lanes(&self) -> Option<Block> {
        let (snapshot, test) =
            self.network().into_iter().find_map(|(snapshot, facts)| Some((snapshot, facts.idle.as_result().ok()?)))?;
        let host = format!("{}:{}", test.endpoint.host, test.endpoint.port);
        let (way, place) = (test.context.message(), snapshot.vantage.message());
        let caption = self.say(&msg!("report-picture-idle", host = host, way = way, place = place));
        let lanes = test.connections.iter().map(|connection| {
            let seconds = |ms: u64| u32::try_from(ms / 1000).unwrap_or(u32::MAX);
            let (mark, lived_s) = match &connection.outcome {
                // Whether the connection lived is not known: the answer may be of a device on the way.
                IdleOutcome::Survived { status: Some(status), .. } if is_gateway(*status) => (StepMark::NotReached, 0),
                IdleOutcome::Survived { .. } => (StepMark::Done, connection.silence_s),
                IdleOutcome::Reset { after_ms } | IdleOutcome::ClosedByPeer { after_ms } => {
                    (StepMark::Broke, seconds(*after_ms))
                }
                // The path forgot it some time in its silence; when is not known.
                IdleOutcome::Dropped { .. } => (StepMark::Broke, connection.silence_s),
                IdleOutcome::NotOpened { .. }
                | IdleOutcome::Cancelled
                | IdleOutcome::Shortened
                | IdleOutcome::Skipped => (StepMark::NotReached, 0),
            };
            let silence = SignedDuration::from_secs(connection.silence_s.into());
            let id = if connection.control { "report-lane-control" } else { "report-lane" };
            IdleLane {
                label: self.say(&msg!(id, silence = silence)),
                planned_s: connection.silence_s,
                lived_s,
                mark,
                outcome: self.say(&idle_outcome(connection)),
            }
        });
        Some(Block::IdleLanes(IdleLanes { caption, lanes: lanes.collect() }))
    }

    /// The first chain that does not lead to a public root, or else the first.
    fn chain(&self) -> Option<Block> {
        let (snapshot, probe) = self.network().into_iter().find_map(|(snapshot, facts)| {
            let fitting = || facts.probes.iter().filter(|probe| !probe.chain.is_empty());
            let is_other = |probe: &&Probe| probe.trust != Some(Trust::PublicRoot);
            Some((snapshot, fitting().find(is_other).or_else(|| fitting().next())?))
        })?;
        let host = format!("{}:{}", probe.endpoint.host, probe.endpoint.port);
        let trust = match &probe.trust {
            Some(Trust::PublicRoot) => msg!("report-trust-public"),
            Some(Trust::LocalRoot { issuer }) => msg!("report-trust-local", issuer = issuer),
            Some(Trust::Untrusted { issuer }) => msg!("report-trust-none", issuer = issuer),
            None => msg!("report-unknown"),
        };
        let place = snapshot.vantage.message();
        let caption = self.say(&msg!("report-picture-chain", host = host, place = place, trust = trust));
        let chain = probe.chain.iter().map(|certificate| {
            let (from, until) = (self.day(certificate.not_before), self.day(certificate.not_after));
            (certificate.subject.clone(), self.say(&msg!("report-valid", from = from, until = until)))
        });
        Some(Block::Certificates(Certificates { caption, chain: chain.collect() }))
    }

    /// The rights at the first domain that lacks one, or else at the first.
    fn domain_rights(&self) -> Option<Block> {
        let domains = self.assessment.facts.directory().newest(|facts| &facts.domain_rights).ok()?;
        let lacks =
            |rights: &[RightSeen]| rights.iter().any(|right| !matches!(right.effect, RightEffect::Granted { .. }));
        let domain = domains.value.iter().find(|domain| lacks(&domain.rights)).or_else(|| domains.value.first())?;
        let caption = self.say(&msg!("report-picture-rights", at = &domain.domain));
        Some(self.rights(caption, &domain.rights))
    }

    fn user_rights(&self) -> Option<Block> {
        let rights = self.assessment.facts.directory().newest(|facts| &facts.test_user_rights).ok()?;
        Some(self.rights(self.words.text("report-picture-user-rights"), rights.value))
    }

    fn rights(&self, caption: String, rights: &[RightSeen]) -> Block {
        let rights = rights.iter().map(|right| {
            let mark = match right.effect {
                RightEffect::Granted { .. } => StepMark::Done,
                RightEffect::Unreadable | RightEffect::Undecided { .. } => StepMark::NotReached,
                _ => StepMark::Broke,
            };
            let name = self.say(&Message::new(right.right.message_id()));
            (mark, name, self.say(&right_effect(&right.effect)))
        });
        Block::RightWalk(RightWalk { caption, rights: rights.collect() })
    }
}

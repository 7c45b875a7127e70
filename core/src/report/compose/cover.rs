//! The cover: the conclusion, why it is so, and what was assessed.

use super::Composer;
use crate::{
    assessment::{Conclusion, Role, Standing, Status},
    checklist::Weight,
    msg,
    reference::{Cloud, Origin},
    report::{
        blocks::{
            Block, Cell, ColumnRole, Cover, CoverSignature, KeyValue, Link, Part, PartId, Row, Table, TableKind, Text,
        },
        survey::Placed,
    },
};

/// Rows of the table of reasons.
const REASONS: usize = 6;

impl Composer<'_> {
    pub(super) fn cover(&self) -> Part {
        let survey = &self.survey;
        let rests = matches!(survey.tally.conclusion, Conclusion::Ready | Conclusion::ReadyWithExceptions);
        let cover = Cover {
            kicker: self.text("report-title"),
            organisation: self.organisation(),
            assessor: survey.assessment.subject.assessor.trim().to_owned(),
            contact: Vec::new(),
            customer: Vec::new(),
            logo: None,
            state: match survey.standing {
                Standing::SignedOff => String::new(),
                _ => survey.standing_words(),
            },
            date: survey.day(survey.now),
            conclusion: survey.tally.conclusion,
            tone: survey.tone(),
            conclusion_word: survey.conclusion_word(),
            sentence: survey.conclusion_sentence(),
            why_title: self.text(if rests { "report-what-this-rests-on" } else { "report-why" }),
            why: self.reasons(if rests { self.foundations() } else { self.obstacles() }),
            about_title: self.text("report-about"),
            about: self.about(),
            about_data: self.about_data(),
            signatures: self.cover_signatures(),
        };
        Part { id: PartId::Cover, title: self.document_title(), blocks: vec![Block::Cover(Box::new(cover))] }
    }

    fn reasons(&self, rows: Vec<Row>) -> Table {
        Table {
            kind: TableKind::Why,
            columns: vec![
                self.icons(),
                self.column(ColumnRole::Name, "report-column-reason"),
                self.column(ColumnRole::Finding, "report-what-was-seen"),
                self.column(ColumnRole::Page, "report-column-page"),
            ],
            rows,
        }
    }

    /// What stands in the way: failures one by one, the others grouped.
    fn obstacles(&self) -> Vec<Row> {
        let required = |status: Status| -> Vec<&Placed<'_>> {
            let all = self.survey.at(&[status]).into_iter();
            all.filter(|placed| placed.state.weight == Weight::Required).collect()
        };
        let failed = required(Status::Fail);
        let groups: Vec<Row> = [Status::CouldNotCheck, Status::NeedsYou, Status::NotRun]
            .into_iter()
            .filter_map(|status| {
                let placed = required(status);
                let id = match status {
                    Status::CouldNotCheck => "report-items-could-not-check",
                    Status::NeedsYou => "report-items-need-you",
                    _ => "report-items-not-run",
                };
                self.group(status, id, &placed)
            })
            .collect();
        let room = REASONS - groups.len();
        let shown = if failed.len() > room { room - 1 } else { failed.len() };
        let mut rows: Vec<Row> = failed.iter().take(shown).map(|placed| self.reason(placed)).collect();
        if failed.len() > shown {
            let more = self.survey.say(&msg!("report-more-failed", count = failed.len() - shown));
            let link = Link::Part(PartId::Summary);
            rows.push(Row::cells(vec![
                Cell::Status(self.survey.mark(Status::Fail)),
                Cell::Text(Text::link(more, link.clone())),
                Cell::Empty,
                Cell::Page(link),
            ]));
        }
        rows.extend(groups);
        if rows.is_empty() {
            // Incomplete because nothing that is required has passed: the summary shows what there is.
            let link = Link::Part(PartId::Summary);
            rows.push(Row::cells(vec![
                Cell::Status(self.survey.mark(Status::CouldNotCheck)),
                Cell::Text(Text::link(self.text("report-nothing-passed"), link.clone())),
                Cell::Empty,
                Cell::Page(link),
            ]));
        }
        rows
    }

    fn reason(&self, placed: &Placed<'_>) -> Row {
        Row::cells(vec![
            Cell::Status(self.survey.mark(placed.state.status)),
            self.item_link(placed),
            Cell::plain(self.survey.sentence(placed)),
            Cell::Page(Link::Item(placed.item.id.clone())),
        ])
    }

    /// Several items in one row: how many, which, and the page of the first.
    fn group(&self, status: Status, id: &str, placed: &[&Placed<'_>]) -> Option<Row> {
        let first = placed.first()?;
        let titles: Vec<String> = placed.iter().take(3).map(|one| self.survey.title(one)).collect();
        let mut names = self.survey.words.list(&titles);
        if placed.len() > titles.len() {
            names = self.survey.say(&msg!("report-and-more", names = names, count = placed.len() - titles.len()));
        }
        let link = Link::Item(first.item.id.clone());
        Some(Row::cells(vec![
            Cell::Status(self.survey.mark(status)),
            Cell::Text(Text::link(self.survey.say(&msg!(id, count = placed.len())), link.clone())),
            Cell::plain(names),
            Cell::Page(link),
        ]))
    }

    /// What a readiness rests on: exceptions, warnings, what people say, and how old the oldest of it is.
    fn foundations(&self) -> Vec<Row> {
        let survey = &self.survey;
        let excepted = survey.at(&[Status::Excepted]);
        let warned = survey.at(&[Status::Warn]);
        let open: Vec<&Placed<'_>> =
            survey.at(&[Status::Fail, Status::CouldNotCheck, Status::NeedsYou, Status::NotRun]);
        let said: Vec<&Placed<'_>> = survey
            .at(&[Status::Pass, Status::NotApplicable])
            .into_iter()
            .filter(|placed| survey.rests_on_answer(placed))
            .collect();
        let room = REASONS - 4;
        let mut rows = Vec::new();
        if excepted.len() <= room {
            rows.extend(excepted.iter().map(|placed| {
                let row = placed.state.exception.map(|exception| {
                    let original = survey.text(placed.state.original.message_id());
                    let until = survey.words.date(exception.until);
                    survey.say(&msg!("report-accepted-by", who = &exception.who, original = original, until = until))
                });
                Row::cells(vec![
                    Cell::Status(survey.mark(Status::Excepted)),
                    self.item_link(placed),
                    Cell::plain(row.unwrap_or_default()),
                    Cell::Page(Link::Item(placed.item.id.clone())),
                ])
            }));
        } else {
            rows.extend(self.group(Status::Excepted, "report-items-excepted", &excepted));
        }
        rows.extend(self.group(Status::Warn, "report-items-warned", &warned));
        rows.extend(self.group(Status::CouldNotCheck, "report-items-open-advised", &open));
        rows.extend(self.group(Status::Pass, "report-items-on-word", &said));
        let counted = survey.at(&[Status::Pass, Status::Warn]).into_iter();
        let oldest = counted.filter_map(|placed| Some((survey.seen_at(placed)?, placed))).min_by_key(|(at, _)| *at);
        if let Some((at, placed)) = oldest {
            let link = Link::Item(placed.item.id.clone());
            rows.push(Row::cells(vec![
                Cell::Status(survey.mark(placed.state.status)),
                Cell::Text(Text::link(self.text("report-oldest-evidence"), link.clone())),
                Cell::plain(survey.say(&msg!("report-oldest-of", at = survey.day(at), title = survey.title(placed)))),
                Cell::Page(link),
            ]));
        }
        rows
    }

    fn about(&self) -> Vec<KeyValue> {
        let subject = &self.survey.assessment.subject;
        let mut server = subject.sync_server.trim().to_owned();
        if let Ok(connect) = self.survey.assessment.facts.sync_server().newest(|facts| &facts.connect)
            && let Some(connect) = connect.value
            && !server.is_empty()
        {
            let version = connect.version.to_string();
            server = self.survey.say(&msg!("report-server-with-version", server = server, version = version));
        }
        let mut rows = vec![
            self.row("role-customer", self.organisation()),
            self.row_or_not_given("subject-tenant", &subject.tenant),
            self.row_or_not_given("subject-forest", &subject.forest),
            self.row_or_not_given("subject-sync-server", &server),
            self.row_or_not_given("subject-test-user", &subject.test_user),
            self.row_or_not_given("subject-admin", &subject.admin),
            self.row_or_not_given("role-assessor", &subject.assessor),
        ];
        if subject.cloud != Cloud::default() {
            rows.insert(2, self.row("subject-cloud", self.text(&subject.cloud.message())));
        }
        rows
    }

    fn about_data(&self) -> Vec<KeyValue> {
        let survey = &self.survey;
        let assessment = survey.assessment;
        let seen: Vec<_> = assessment.facts.snapshots().iter().map(|snapshot| snapshot.seen_at).collect();
        let span = match (seen.iter().min(), seen.iter().max()) {
            (Some(first), Some(last)) => {
                let (first, last) = (survey.day(*first), survey.day(*last));
                if first == last { first } else { survey.say(&msg!("report-span", from = first, until = last)) }
            }
            _ => self.text("report-nothing-seen"),
        };
        let from = survey.vantages();
        let from = if from.is_empty() { self.text("report-nowhere") } else { survey.words.list(&from) };
        let checklist = survey.say(&msg!(
            "report-checklist-used",
            id = &assessment.checklist.id,
            edition = &assessment.checklist.edition,
            count = survey.items.len()
        ));
        let days = assessment.reference.values();
        let data = match (days.clone().min(), days.max()) {
            (Some(first), Some(last)) if first == last => survey.words.date(*first),
            (Some(first), Some(last)) => {
                let (from, until) = (survey.words.date(*first), survey.words.date(*last));
                survey.say(&msg!("report-span", from = from, until = until))
            }
            _ => self.text("report-not-used"),
        };
        let data = match &assessment.data {
            Origin::BuiltIn => data,
            Origin::Unsigned { .. } => survey.say(&msg!("report-data-unsigned", dates = data)),
            Origin::Signed { issued, .. } => survey.say(&msg!("report-data-signed", dates = data, issued = *issued)),
        };
        let mut rows = vec![
            self.row("report-seen", span),
            self.row("report-measured-from", from),
            self.row("report-checklist", checklist),
            self.row("report-data", data),
            self.row("report-program", self.program()),
            self.row("report-created", survey.day(assessment.created_at)),
            self.row("report-zone", survey.zone()),
        ];
        if let Some(scenario) = &assessment.training {
            rows.insert(0, self.row("report-scenario", scenario));
        }
        rows
    }

    fn cover_signatures(&self) -> Vec<CoverSignature> {
        let survey = &self.survey;
        if survey.standing == Standing::Training {
            return Vec::new();
        }
        let covering = Role::ALL.into_iter().filter_map(|role| {
            let sign_off = survey.assessment.sign_off_of(role)?;
            survey.assessment.covers(sign_off, survey.now).then(|| CoverSignature {
                caption: self.text(role.message_id()),
                text: survey.words.list(&[sign_off.who.clone(), survey.words.date_time(sign_off.at)]),
            })
        });
        covering.collect()
    }
}

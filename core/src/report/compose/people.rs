//! What people say of an item: the question that waits, answers, exceptions and notes, beside what a machine found.

use super::Composer;
use crate::{
    assessment::{Answer, Exception, Status},
    msg,
    report::{
        blocks::{Block, Callout, CalloutKind, KeyValue, Link, Look, Mark, Picture, Text},
        survey::Placed,
    },
};

impl Composer<'_> {
    /// The question, answers, exceptions and notes.
    pub(super) fn people(&self, placed: &Placed<'_>) -> Vec<Block> {
        let survey = &self.survey;
        let mut blocks = Vec::new();
        let ask = survey.words.item_ask(placed.item);
        if placed.state.status == Status::NeedsYou && !ask.is_empty() {
            blocks.push(Block::Callout(Callout {
                kind: CalloutKind::Question,
                title: self.text("report-question"),
                rows: Vec::new(),
                text: vec![Text::plain(ask)],
                original: None,
            }));
        }
        if let Some(answer) = placed.state.answer {
            blocks.push(self.answer(placed, answer, CalloutKind::Answer));
            blocks.extend(self.attached_pictures(answer));
        }
        if let Some(answer) = placed.state.answer_lapsed {
            blocks.push(self.answer(placed, answer, CalloutKind::AnswerLapsed));
            blocks.extend(self.attached_pictures(answer));
        }
        if let Some(exception) = placed.state.exception {
            blocks.push(self.exception(placed, exception, CalloutKind::Exception));
        }
        if let Some(exception) = placed.state.exception_lapsed {
            blocks.push(self.exception(placed, exception, CalloutKind::ExceptionLapsed));
        }
        for note in survey.assessment.notes.get(&placed.item.id).into_iter().flatten() {
            blocks.push(Block::Callout(Callout {
                kind: CalloutKind::Note,
                title: self.text("report-note"),
                rows: vec![
                    self.row_or_not_given("report-who", &note.who),
                    self.row("report-when", survey.words.date_time(note.at)),
                ],
                text: vec![Text::plain(&note.text)],
                original: None,
            }));
        }
        blocks
    }

    fn answer(&self, placed: &Placed<'_>, answer: &Answer, kind: CalloutKind) -> Block {
        let survey = &self.survey;
        let mut rows = vec![
            self.row("report-outcome", survey.outcome(answer.outcome)),
            self.row("report-who", &answer.who),
            self.row("report-when", survey.words.date_time(answer.at)),
            self.row("report-column-until", survey.words.date(answer.last_day())),
        ];
        if !answer.title.is_empty() {
            rows.insert(2, self.row("report-role", &answer.title));
        }
        if let Some(day) = answer.seen_on {
            let place = rows.len() - 1;
            rows.insert(place, self.row("report-seen-on", survey.words.date(day)));
        }
        let files = answer.attachments.iter().filter_map(|hash| self.files.iter().find(|file| file.sha256 == *hash));
        let mut attached = Text::default();
        for file in files {
            if !attached.is_empty() {
                attached = attached.and(Look::Plain, ", ");
            }
            let name = format!("{} {}", file.number, file.name);
            attached = attached.and_link(name, Link::Evidence(file.number.clone()));
        }
        if !attached.is_empty() {
            rows.push(KeyValue { key: self.text("report-files"), value: attached });
        }
        let lapsed = kind == CalloutKind::AnswerLapsed;
        let mut text = Vec::new();
        if lapsed {
            let other_subject = answer.subject != survey.assessment.subject.digest();
            let id = if other_subject { "report-lapsed-subject" } else { "report-lapsed-day" };
            text.push(Text::strong(self.text(id)));
        }
        if !answer.why.is_empty() {
            text.push(Text::plain(&answer.why));
        }
        let title = self.text(if lapsed { "report-answer-lapsed" } else { "report-answer" });
        Block::Callout(Callout { kind, title, rows, text, original: self.original(placed) })
    }

    fn exception(&self, placed: &Placed<'_>, exception: &Exception, kind: CalloutKind) -> Block {
        let survey = &self.survey;
        let mut rows = vec![
            self.row("report-owner-of-risk", &exception.who),
            self.row("report-accepted-on", survey.words.date_time(exception.at)),
            self.row("report-column-until", survey.words.date(exception.until)),
            self.row("report-accepted-what", self.text(&format!("verdict-{}", exception.accepted.replace('_', "-")))),
        ];
        if !exception.mitigation.is_empty() {
            rows.push(self.row("report-mitigation", &exception.mitigation));
        }
        let lapsed = kind == CalloutKind::ExceptionLapsed;
        let mut text = Vec::new();
        if lapsed {
            text.push(Text::strong(match exception.ended_at {
                Some(at) => survey.say(&msg!("report-lapsed-ended", at = survey.day(at))),
                None if !exception.holds(survey.now) => self.text("report-lapsed-day"),
                None if placed.state.original.is_settled() && placed.state.original != Status::Warn => {
                    self.text("report-lapsed-not-needed")
                }
                None => self.text("report-lapsed-worse"),
            }));
        }
        text.push(Text::plain(&exception.why));
        let title = self.text(if lapsed { "report-exception-lapsed" } else { "report-exception" });
        Block::Callout(Callout { kind, title, rows, text, original: self.original(placed) })
    }

    /// What a machine found, to stand beside what a person says.
    fn original(&self, placed: &Placed<'_>) -> Option<(String, Mark, Text)> {
        let judged = placed.state.finding?;
        let mark = self.survey.mark(self.survey.found(judged));
        let sentence = Text::plain(self.survey.finding_sentence(placed)?);
        Some((self.text("report-original-finding"), mark, sentence))
    }

    fn attached_pictures(&self, answer: &Answer) -> Option<Block> {
        let pictures: Vec<Picture> = answer
            .attachments
            .iter()
            .filter_map(|hash| self.files.iter().find(|file| file.sha256 == *hash))
            .filter(|file| matches!(file.media_type.as_str(), "image/png" | "image/jpeg"))
            .map(|file| Picture { sha256: file.sha256.clone(), caption: format!("{} {}", file.number, file.name) })
            .collect();
        if pictures.is_empty() { None } else { Some(Block::Pictures(pictures)) }
    }
}

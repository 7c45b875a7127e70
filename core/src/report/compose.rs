//! Arranges an assessment into a report. Pure: nothing is read, nothing is taken from a clock.

mod cover;
mod evidence;
mod item;
mod people;
mod pictures;
mod plan;
mod sign_off;
mod summary;

pub(super) use pictures::Pictures;

use jiff::Timestamp;

use super::{
    blocks::{
        Block, Cell, Column, ColumnRole, KeyValue, Link, Meta, Part, PartId, Report, ReportFile, SaveFile,
        SignatureState, Text,
    },
    evidence::{self as facts, FactRow},
    survey::{Placed, Survey},
};
use crate::{
    Words,
    assessment::{Assessment, Standing, file},
    msg,
};

/// What a report depends on beside the assessment and the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportOptions {
    /// The time for which the report speaks: what has expired by then has expired in it.
    pub now: Timestamp,
}

impl Report {
    /// Arranges an assessment for reading, in the language and the time zone of `words`.
    pub fn compose(assessment: &Assessment, words: &Words, options: &ReportOptions) -> Self {
        let survey = Survey::new(assessment, words, options.now);
        let composer = Composer { facts: facts::rows(&assessment.facts, words.zone()), files: files(&survey), survey };
        let mut parts = vec![composer.cover(), composer.summary()];
        parts.extend(composer.sections());
        parts.extend([composer.action_plan(), composer.evidence(), composer.sign_off()]);
        Self {
            language: words.language().tag().to_owned(),
            title: composer.document_title(),
            meta: composer.meta(),
            parts,
            letterhead: None,
            save_file: save_file(&composer.survey),
            files: composer.files,
        }
    }

    /// The same report, to be signed: a draft does not say so on every page, but that it holds with its signatures. A
    /// report that is signed off already, stale, or of training stays as it is.
    #[must_use]
    pub fn for_signature(mut self, words: &Words) -> Self {
        if self.meta.standing != Standing::Draft {
            return self;
        }
        self.meta.mark = None;
        self.meta.standing_words = words.text("report-to-be-signed");
        for block in self.parts.iter_mut().flat_map(|part| &mut part.blocks) {
            match block {
                Block::Cover(cover) => cover.state = self.meta.standing_words.clone(),
                Block::Signatures(boxes) => {
                    // The signature itself will say that it is there, by whom and when.
                    for open in boxes.iter_mut().filter(|one| one.state == SignatureState::NotSigned) {
                        open.state_word.clear();
                        open.rows.clear();
                    }
                }
                _ => {}
            }
        }
        if let Some(file) = &mut self.save_file {
            file.for_signature = true;
        }
        self
    }
}

/// The assessment as a PDF carries it. None only when it cannot be serialised, which its types rule out.
fn save_file(survey: &Survey<'_>) -> Option<SaveFile> {
    let mut bare = survey.assessment.clone();
    for file in bare.attachments.values_mut() {
        file.data.clear();
    }
    let json = file::to_bytes(&bare).ok()?;
    Some(SaveFile { json, zone: survey.zone(), for_signature: false, left_out: Vec::new() })
}

/// The attached files, in the order of their items, then of their hashes.
fn files(survey: &Survey<'_>) -> Vec<ReportFile> {
    let answers = &survey.assessment.answers;
    let used = survey.items.iter().filter_map(|placed| answers.get(&placed.item.id)).flatten();
    let mut hashes: Vec<&String> = used.flat_map(|answer| &answer.attachments).collect();
    hashes.extend(survey.assessment.attachments.keys());
    let mut files: Vec<ReportFile> = Vec::new();
    for hash in hashes {
        let Some(file) = survey.assessment.attachments.get(hash) else { continue };
        if files.iter().any(|known| known.sha256 == *hash) {
            continue;
        }
        files.push(ReportFile {
            number: format!("A-{:02}", files.len() + 1),
            name: file.name.clone(),
            media_type: file.media_type.clone(),
            sha256: hash.clone(),
            data: file.data.clone(),
        });
    }
    files
}

/// A report being arranged.
pub(super) struct Composer<'a> {
    survey: Survey<'a>,
    facts: Vec<FactRow>,
    files: Vec<ReportFile>,
}

impl Composer<'_> {
    fn text(&self, id: &str) -> String {
        self.survey.text(id)
    }

    /// The organisation, or the words for one that is not named.
    fn organisation(&self) -> String {
        match self.survey.assessment.subject.organisation.trim() {
            "" => self.text("report-organisation-unnamed"),
            name => name.to_owned(),
        }
    }

    fn document_title(&self) -> String {
        self.survey.say(&msg!("report-document-title", organisation = self.organisation()))
    }

    fn meta(&self) -> Meta {
        let survey = &self.survey;
        let mark = match survey.standing {
            Standing::Training => Some("report-mark-training"),
            Standing::Draft => Some("report-mark-draft"),
            Standing::Stale => Some("report-mark-stale"),
            Standing::SignedOff => None,
        };
        Meta {
            heading: self.text("report-title"),
            organisation: survey.assessment.subject.organisation.trim().to_owned(),
            assessor: survey.assessment.subject.assessor.trim().to_owned(),
            standing: survey.standing,
            standing_words: survey.standing_words(),
            mark: mark.map(|id| self.text(id)),
            digest_label: self.text("report-digest"),
            digest: survey.digest.hex().to_owned(),
            contents_title: self.text("report-contents"),
            page_pattern: survey.say(&msg!("report-page-of", n = "{n}", m = "{m}")),
            in_full_elsewhere: self.text("report-in-full-elsewhere"),
            program: self.program(),
            created_at: survey.assessment.created_at,
            printed_at: survey.now,
            zone: self.zone_sentence(),
        }
    }

    fn program(&self) -> String {
        format!("{} {}", self.text("app-name"), self.survey.assessment.program)
    }

    fn zone_sentence(&self) -> String {
        self.survey.say(&msg!("report-times-in-zone", zone = self.survey.zone()))
    }

    /// One part for each section, with its items.
    fn sections(&self) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        for placed in &self.survey.items {
            let id = PartId::Section(placed.section.id.clone());
            if parts.last().is_none_or(|part| part.id != id) {
                let title = self.survey.section_title(&placed.section_number, placed.section);
                parts.push(Part { id, title, blocks: Vec::new() });
            }
            if let Some(part) = parts.last_mut() {
                part.blocks.push(self.item(placed));
            }
        }
        parts
    }

    fn column(&self, role: ColumnRole, id: &str) -> Column {
        Column { role, title: self.text(id) }
    }

    /// A column of icons needs no head for the eye; its head is for who cannot see.
    fn icons(&self) -> Column {
        self.column(ColumnRole::Icon, "report-column-status")
    }

    fn row(&self, key: &str, value: impl Into<String>) -> KeyValue {
        KeyValue { key: self.text(key), value: Text::plain(value) }
    }

    /// The same, with words for an empty value.
    fn row_or_not_given(&self, key: &str, value: &str) -> KeyValue {
        let value = value.trim();
        if value.is_empty() { self.row(key, self.text("report-not-given")) } else { self.row(key, value) }
    }

    /// "2.3, 2.6", each a link.
    fn item_numbers<'b>(&self, placed: impl IntoIterator<Item = &'b Placed<'b>>) -> Text {
        let mut text = Text::default();
        for one in placed {
            if !text.is_empty() {
                text = text.and(super::blocks::Look::Plain, ", ");
            }
            text = text.and_link(&one.number, Link::Item(one.item.id.clone()));
        }
        text
    }

    /// The items that these checks judge.
    fn judged_by(&self, checks: &[&str]) -> Vec<&Placed<'_>> {
        let is_one = |placed: &&Placed<'_>| placed.item.check.as_deref().is_some_and(|check| checks.contains(&check));
        self.survey.items.iter().filter(is_one).collect()
    }

    /// The title of an item that leads to it.
    fn item_link(&self, placed: &Placed<'_>) -> Cell {
        Cell::Text(Text::link(self.survey.title(placed), Link::Item(placed.item.id.clone())))
    }
}

//! What the palette offers: what fits the moment, commands of the table, items, and files that were open lately. Words of
//! every language find them.

use std::ops::Range;

use readiness_core::{assessment::Status, msg};

use crate::desktop::{
    command::{Command, Group, ROWS},
    icons::{self, Icon},
    model::Model,
    theme::Look,
    views::{Drafts, Form},
};

/// The most items that are offered at once.
const MOST_ITEMS: usize = 40;

/// What the picture before an offer is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Glyph {
    /// An icon.
    Icon(Icon),
    /// A verdict.
    Verdict(Look),
}

/// Something that can be done.
#[derive(Debug, Clone)]
pub(super) struct Offer {
    /// Id of the heading it stands under.
    pub heading: &'static str,
    /// Its picture.
    pub glyph: Glyph,
    /// What it is.
    pub label: String,
    /// Parts of the label that were looked for.
    pub marks: Vec<Range<usize>>,
    /// What kind it is, or why it cannot be done now.
    pub caption: String,
    /// Its key.
    pub key: String,
    /// It cannot be done now.
    pub refused: bool,
    /// What it does.
    pub command: Command,
}

/// What is looked for.
struct Wanted {
    kind: Kind,
    text: String,
}

#[derive(PartialEq, Eq)]
enum Kind {
    All,
    Commands,
    Items,
    Pages,
}

impl Wanted {
    fn read(text: &str) -> Self {
        let text = text.trim_start();
        let kind = match text.chars().next() {
            Some('>' | '\u{ff1e}') => Kind::Commands,
            Some('#' | '\u{ff03}') => Kind::Items,
            Some('@' | '\u{ff20}') => Kind::Pages,
            _ => Kind::All,
        };
        let rest = if kind == Kind::All {
            text
        } else {
            text.get(text.chars().next().map_or(0, char::len_utf8)..).unwrap_or_default()
        };
        Self { kind, text: rest.trim().to_lowercase() }
    }

    fn words(&self) -> Vec<&str> {
        self.text.split_whitespace().collect()
    }

    /// How well these labels fit, the smallest best; none: they do not.
    fn rank(&self, labels: &[&str]) -> Option<usize> {
        let words = self.words();
        let rank = |label: &str| {
            let label = label.to_lowercase();
            if !words.iter().all(|word| label.contains(word)) {
                return None;
            }
            Some(match words.first() {
                Some(first) if label.starts_with(first) => 0,
                Some(first) if label.contains(&format!(" {first}")) => 1,
                Some(_) => 2,
                None => 0,
            })
        };
        labels.iter().filter_map(|label| rank(label)).min()
    }

    /// The parts of a label that were looked for.
    fn marks(&self, label: &str) -> Vec<Range<usize>> {
        let lower = label.to_lowercase();
        if lower.len() != label.len() {
            // A letter that changes its length: the places would be others.
            return Vec::new();
        }
        let mut marks: Vec<Range<usize>> =
            self.words().iter().filter_map(|word| lower.find(word).map(|at| at..at + word.len())).collect();
        marks.sort_by_key(|mark| mark.start);
        let mut end = 0;
        marks.retain(|mark| {
            let apart = mark.start >= end;
            end = end.max(mark.end);
            apart
        });
        marks
    }
}

/// Everything that fits what was typed, heading by heading.
pub(super) fn offers(model: &Model, drafts: &Drafts, text: &str) -> Vec<Offer> {
    let wanted = Wanted::read(text);
    let mut all = Vec::new();
    if wanted.kind == Kind::All {
        all.extend(suggested(model, drafts, &wanted));
    }
    if wanted.kind != Kind::Items {
        let pages = wanted.kind == Kind::Pages;
        all.extend(commands(model, &wanted, pages));
        if pages {
            all.extend(sections(model, &wanted));
        }
    }
    if wanted.kind == Kind::Items || (wanted.kind == Kind::All && !wanted.text.is_empty()) {
        all.extend(items(model, &wanted));
    }
    if wanted.kind == Kind::All {
        all.extend(recent(model, &wanted));
    }
    all
}

fn offer(
    model: &Model,
    wanted: &Wanted,
    heading: &'static str,
    label: String,
    glyph: Glyph,
    command: Command,
) -> Offer {
    let row = command.row();
    let why = model.why_not(&command);
    Offer {
        heading,
        glyph,
        marks: wanted.marks(&label),
        label,
        caption: why.map(|why| model.words.text(why)).unwrap_or_default(),
        key: row.and_then(|row| row.keys.first()).map(|keys| keys.text()).unwrap_or_default(),
        refused: why.is_some(),
        command,
    }
}

/// At most three things that fit the moment.
fn suggested(model: &Model, drafts: &Drafts, wanted: &Wanted) -> Vec<Offer> {
    const HEADING: &str = "ui-palette-suggested";
    let words = &model.words;
    let title = |id: &str| Some(words.item_title(model.assessment()?.checklist().item(id)?));
    let make =
        |label: String, icon: Icon, command: Command| offer(model, wanted, HEADING, label, Glyph::Icon(icon), command);
    let mut all = Vec::new();
    if let Some((item, form)) = drafts.unsaved()
        && let Some(title) = title(item)
    {
        let id = match form {
            Form::Answer => "ui-palette-draft-answer",
            Form::Exception => "ui-palette-draft-exception",
            Form::Note => "ui-palette-draft-note",
        };
        let label = words.say(&msg!(id, title = title));
        all.push(make(label, icons::PENCIL_SIMPLE, Command::Write(item.clone(), form)));
    }
    if let Some(results) = &model.results {
        if let Some(title) = results.next_open(model.selected.as_deref()).and_then(|item| title(item)) {
            let label = words.say(&msg!("ui-palette-next", title = title));
            all.push(make(label, icons::ARROW_RIGHT, Command::NextOpen));
        }
        if model.is_running() {
            all.push(make(words.text("command-cancel"), icons::STOP, Command::Cancel));
        } else if results.tally.count(Status::NotRun) > 0 {
            all.push(make(words.text("command-run-all"), icons::PLAY, Command::RunAll));
        } else if !results.tally.reasons.is_empty() {
            all.push(make(words.text("command-run-not-met"), icons::ARROW_CLOCKWISE, Command::RunNotMet));
        } else {
            all.push(make(words.text("command-sign-off"), icons::SIGNATURE, Command::SignOff));
        }
    } else {
        all.push(make(words.text("command-new"), icons::FILE_PLUS, Command::New));
        all.push(make(words.text("command-open"), icons::FOLDER_OPEN, Command::Open));
    }
    all.retain(|offer| !offer.refused && wanted.rank(&[&offer.label]).is_some());
    all
}

/// Commands of the table, the best fitting first, those that cannot be done now last.
fn commands(model: &Model, wanted: &Wanted, pages: bool) -> Vec<Offer> {
    let words = &model.words;
    let mut found: Vec<(usize, Offer)> = ROWS
        .iter()
        .filter(|row| row.command != Command::Palette && (!pages || row.group == Group::Page))
        .filter_map(|row| {
            let label = words.text(row.label);
            let others: Vec<String> = model.speaks.iter().map(|words| words.text(row.label)).collect();
            let labels: Vec<&str> = std::iter::once(&label).chain(&others).map(String::as_str).collect();
            let rank = wanted.rank(&labels)?;
            let glyph = Glyph::Icon(icon_of(&row.command, row.group));
            let mut offer = offer(model, wanted, "ui-palette-commands", label, glyph, row.command.clone());
            if !offer.refused {
                offer.caption = words.text(row.group.message_id());
            }
            Some((rank + if offer.refused { 10 } else { 0 }, offer))
        })
        .collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, offer)| offer).collect()
}

fn icon_of(command: &Command, group: Group) -> Icon {
    match command {
        Command::New => icons::FILE_PLUS,
        Command::Save | Command::SaveAs => icons::FLOPPY_DISK,
        Command::Undo => icons::ARROW_U_UP_LEFT,
        Command::Redo => icons::ARROW_U_UP_RIGHT,
        Command::Search => icons::MAGNIFYING_GLASS,
        Command::Cancel => icons::STOP,
        Command::Training => icons::GRADUATION_CAP,
        Command::CopyItem => icons::COPY,
        Command::AcceptItem => icons::SHIELD_WARNING,
        Command::NoteItem => icons::NOTE_PENCIL,
        Command::SignOff => icons::SIGNATURE,
        Command::Report => icons::FILE_ARROW_DOWN,
        Command::EditSubject => icons::BUILDINGS,
        Command::Overview => icons::GAUGE,
        Command::Shortcuts => icons::KEYBOARD,
        Command::About => icons::INFO,
        _ => match group {
            Group::File => icons::FILE,
            Group::Edit => icons::PENCIL_SIMPLE,
            Group::Run => icons::PLAY,
            Group::List => icons::LIST_BULLETS,
            Group::Item => icons::USER_CIRCLE,
            Group::Page => icons::ARTICLE,
            Group::Window => icons::DESKTOP,
        },
    }
}

/// Sections of the checklist, which are pages to many people.
fn sections(model: &Model, wanted: &Wanted) -> Vec<Offer> {
    let sections = model.assessment().into_iter().flat_map(|assessment| &assessment.checklist().sections);
    sections
        .filter_map(|section| {
            let label = model.words.section_title(section);
            let others: Vec<String> = model.speaks.iter().map(|words| words.section_title(section)).collect();
            let labels: Vec<&str> = std::iter::once(&label).chain(&others).map(String::as_str).collect();
            wanted.rank(&labels)?;
            let command = Command::ShowSection(section.id.clone());
            Some(offer(model, wanted, "ui-side-checklist", label, Glyph::Icon(icons::LIST_CHECKS), command))
        })
        .collect()
}

fn items(model: &Model, wanted: &Wanted) -> Vec<Offer> {
    let (Some(index), Some(assessment), Some(results)) = (&model.index, model.assessment(), &model.results) else {
        return Vec::new();
    };
    let checklist = assessment.checklist();
    let found = index.with_title(&wanted.words(), MOST_ITEMS);
    let found = found.into_iter().filter_map(|place| index.item(checklist, place));
    found
        .map(|item| {
            let glyph = Glyph::Verdict(Look::from(results.status(&item.id)));
            let label = model.words.item_title(item);
            let mut offer = offer(model, wanted, "ui-palette-items", label, glyph, Command::ShowRow(item.id.clone()));
            offer.caption =
                checklist.section_of(&item.id).map(|section| model.words.section_short(section)).unwrap_or_default();
            offer
        })
        .collect()
}

fn recent(model: &Model, wanted: &Wanted) -> Vec<Offer> {
    let open = model.document.as_ref().and_then(|document| document.path());
    let files = model.recent.files.iter().filter(|file| !file.missing && Some(&file.path) != open);
    files
        .filter_map(|file| {
            let path = file.path.display().to_string();
            let name =
                if file.organisation.is_empty() { model.words.text("ui-unnamed") } else { file.organisation.clone() };
            wanted.rank(&[&name, &path])?;
            let command = Command::OpenPath(file.path.clone());
            let mut offer = offer(model, wanted, "ui-palette-recent", name, Glyph::Icon(icons::FILE), command);
            offer.caption = file.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            Some(offer)
        })
        .take(8)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_says_what_is_looked_for() {
        for (text, kind, rest) in [
            ("Relay", Kind::All, "relay"),
            ("> run", Kind::Commands, "run"),
            ("#idle", Kind::Items, "idle"),
            (" @sign", Kind::Pages, "sign"),
            ("\u{ff1e}\u{8fd0}\u{884c}", Kind::Commands, "\u{8fd0}\u{884c}"),
        ] {
            let wanted = Wanted::read(text);
            assert!(wanted.kind == kind, "{text}");
            assert_eq!(wanted.text, rest);
        }
    }

    #[test]
    fn all_words_must_be_there_and_beginnings_come_first() {
        let wanted = Wanted::read("run it");
        assert_eq!(wanted.rank(&["Run all items"]), Some(0));
        assert_eq!(wanted.rank(&["Do not run items"]), Some(1));
        assert_eq!(wanted.rank(&["Rerun items"]), Some(2));
        assert_eq!(wanted.rank(&["Run all"]), None);
        assert_eq!(wanted.rank(&["\u{5168}\u{90e8}", "Run items"]), Some(0), "another language finds it too");
        assert_eq!(wanted.marks("Run all items"), vec![0..3, 8..10]);
    }
}

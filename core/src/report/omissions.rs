//! What a print leaves out. The assessment stays whole: a PDF carries all of it, whatever its pages show, and the cover
//! says what they do not.

use super::blocks::{Block, KeyValue, PartId, Report, Text};
use crate::{Words, assessment::Status};

/// A chapter that a print can do without. The cover, the summary with its list of all items, what stands in the way and
/// the sign-off are always there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Chapter {
    /// The pages of items that are met or do not apply. The summary lists them all the same.
    MetItems,
    /// The action plan.
    ActionPlan,
    /// The evidence: every fact, attached files, dates of the reference data.
    Evidence,
}

impl Chapter {
    /// All of them, in the order of the report.
    pub const ALL: [Self; 3] = [Self::MetItems, Self::ActionPlan, Self::Evidence];

    /// Its name on the command line and in the properties of a PDF.
    pub fn name(self) -> &'static str {
        match self {
            Self::MetItems => "met-items",
            Self::ActionPlan => "action-plan",
            Self::Evidence => "evidence",
        }
    }

    /// The id of the message with its name.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::MetItems => "report-met-items",
            Self::ActionPlan => "report-action-plan",
            Self::Evidence => "report-evidence",
        }
    }

    /// The chapter of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|chapter| chapter.name() == name)
    }
}

impl Report {
    /// The same report without some chapters. Its cover says so.
    #[must_use]
    pub fn without(mut self, chapters: &[Chapter], words: &Words) -> Self {
        let left_out: Vec<Chapter> = Chapter::ALL.into_iter().filter(|one| chapters.contains(one)).collect();
        if left_out.is_empty() {
            return self;
        }
        for chapter in &left_out {
            match chapter {
                Chapter::ActionPlan => self.parts.retain(|part| part.id != PartId::ActionPlan),
                Chapter::Evidence => self.parts.retain(|part| part.id != PartId::Evidence),
                Chapter::MetItems => self.leave_out_met_items(),
            }
        }
        let names: Vec<String> = left_out.iter().map(|chapter| words.text(chapter.message_id())).collect();
        for block in self.parts.iter_mut().flat_map(|part| &mut part.blocks) {
            if let Block::Cover(cover) = block {
                let value = Text::plain(words.list(&names));
                cover.about_data.push(KeyValue { key: words.text("report-left-out"), value });
            }
        }
        if let Some(file) = &mut self.save_file {
            file.left_out = left_out;
        }
        self
    }

    fn leave_out_met_items(&mut self) {
        for part in &mut self.parts {
            part.blocks.retain(|block| match block {
                Block::Item(item) => !matches!(item.head.mark.status, Status::Pass | Status::NotApplicable),
                _ => true,
            });
        }
        self.parts.retain(|part| !matches!(part.id, PartId::Section(_)) || !part.blocks.is_empty());
    }
}

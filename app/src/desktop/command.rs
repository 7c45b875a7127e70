//! Commands: everything a person can ask for, in one enum, and one table with label, hint and keys of those that stand
//! in menus. Menus, tooltips, the shortcut sheet and the keyboard all read the table, so they cannot disagree.

mod keys;
mod table;

pub use keys::{Here, Keys, Place};
pub use table::{Group, ROWS, Row};

use std::{path::PathBuf, sync::Arc};

use readiness_core::{
    Language, Subject,
    assessment::{Answer, Attachment, Role, Status},
    checklist::ItemId,
    engine::Scope,
    report::Chapter,
};

use super::{
    compared::Slot,
    export::Format,
    forms::PaperForm,
    page::Page,
    running::IdleLength,
    settings::Theme,
    signing::Signable,
    tenant::Way,
    views::{Filter, Form},
    worker::Purpose,
};

/// What a person says when they accept a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// Who accepts it.
    pub who: String,
    /// Why it is acceptable.
    pub why: String,
    /// What reduces the risk meanwhile; may be empty.
    pub mitigation: String,
    /// The last day it holds.
    pub until: jiff::civil::Date,
}

/// Something to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    // ----- Those with a row in the table -----
    /// Begins an assessment.
    New,
    /// Asks for a file and opens it.
    Open,
    /// Writes the file now; asks for a name when there is none.
    Save,
    /// Asks for a name and writes there.
    SaveAs,
    /// Asks for a facts file and takes what it holds.
    Import,
    /// Closes the assessment and goes to the start page.
    Close,
    /// Opens the first recorded scenario.
    Sample,
    /// Shows the recorded scenarios.
    Training,
    /// Ends the window.
    Quit,
    /// Takes back the last edit.
    Undo,
    /// Does it again.
    Redo,
    /// Runs every item.
    RunAll,
    /// Runs what is not met.
    RunNotMet,
    /// Runs the section shown.
    RunSection,
    /// Runs the item shown, or those that are marked.
    RunItem,
    /// Shows or hides what the run does.
    RunBlock,
    /// Ends the run; what is finished stays.
    Cancel,
    /// Shortens the idle test that goes on.
    ShortenIdle,
    /// Skips the rest of the idle test that goes on.
    SkipIdle,
    /// Opens the answer form of the item shown.
    AnswerItem,
    /// Opens the exception form of the item shown.
    AcceptItem,
    /// Opens the note field of the item shown.
    NoteItem,
    /// Opens the answer form with this choice made; nothing is saved yet.
    AnswerMet,
    /// Opens the answer form with this choice made; nothing is saved yet.
    AnswerNotMet,
    /// Opens the answer form with this choice made; nothing is saved yet.
    AnswerNotApplicable,
    /// Copies "title: verdict, finding" of the item shown.
    CopyItem,
    /// Scrolls the item shown.
    ScrollUp,
    /// Scrolls the item shown.
    ScrollDown,
    /// Scrolls the item shown by what can be seen of it.
    ScrollPageUp,
    /// Scrolls the item shown by what can be seen of it.
    ScrollPageDown,
    /// Makes the side narrower when the focus is in it, and otherwise the list.
    Narrower,
    /// Makes the side wider when the focus is in it, and otherwise the list.
    Wider,
    /// Puts the focus into the item shown.
    OpenItem,
    /// Puts the focus into the list.
    FocusList,
    /// Puts the focus into the side.
    FocusSide,
    /// Marks the item shown for a run of several, or takes the mark away.
    Mark,
    /// Marks every item that is listed, or takes all marks away.
    MarkAll,
    /// Goes to the first item that is listed.
    First,
    /// Goes to the last item that is listed.
    Last,
    /// Goes up by as many items as can be seen.
    PageUp,
    /// Goes down by as many items as can be seen.
    PageDown,
    /// Lists the section before.
    PreviousSection,
    /// Lists the section after.
    NextSection,
    /// Goes to the item before.
    Previous,
    /// Goes to the item after.
    Next,
    /// Goes to the next item that stands in the way.
    NextOpen,
    /// Puts the cursor into the search field.
    Search,
    /// Shows a page.
    Overview,
    /// Shows the checklist.
    Checklist,
    /// Shows who and what is assessed.
    EditSubject,
    /// Shows the sign-off page.
    SignOff,
    /// Shows the report and export page.
    Report,
    /// Finds a command, an item or a file by its words.
    Palette,
    /// Puts the focus into the next part of the window.
    NextRegion,
    /// Puts the focus into the part of the window before.
    PreviousRegion,
    /// Shows what was said at the bottom right.
    Messages,
    /// Shows or hides the full side.
    ToggleSide,
    /// Larger.
    ZoomIn,
    /// Smaller.
    ZoomOut,
    /// As designed.
    ZoomReset,
    /// Follows the system's colours.
    ThemeSystem,
    /// Light colours.
    ThemeLight,
    /// Dark colours.
    ThemeDark,
    /// The shortcut sheet.
    Shortcuts,
    /// About this program.
    About,

    /// The page of a comparison.
    Compare,
    /// Chooses the earlier assessment of a comparison.
    ChooseA,
    /// Chooses the later one.
    ChooseB,
    /// Swaps the two.
    SwapCompared,
    /// Asks where to, and writes the comparison.
    ExportComparison,

    /// The page of a report that is looked at.
    Verify,
    /// Goes on with the assessment inside of the report that is looked at.
    ContinueReport,
    /// Asks for a file of roots to trust.
    ChooseRoots,
    /// Asks for a file of revocation lists.
    ChooseLists,

    /// The page of the sign-in to the tenant.
    Tenant,
    /// Ends the sign-in that goes on.
    CancelSignIn,
    /// Forgets the sign-in.
    SignOut,
    /// Take what renews the sign-in out of the keychain.
    ForgetSignIn,

    /// The page of the directory.
    Directory,
    /// Scans the users of the directory.
    ScanUsers,
    /// Runs the items that look at the directory.
    CollectDirectory,
    /// Ends the scan that goes on; what is finished stays.
    CancelScan,
    /// Asks where to, and writes what a scan found.
    ExportScan,
    /// Copies the rows of the users that are listed.
    CopyScanned,
    /// Asks for the record of a scan, and shows it.
    OpenScan,

    // ----- Those that carry what they are about -----
    /// Asks for a file of roots to trust at the directory.
    ChooseDirectoryRoots,
    /// Trusts the roots in this file at the directory.
    DirectoryRoots(PathBuf),
    /// Trusts them no longer.
    ForgetDirectoryRoots,
    /// Asks for a file with the users of the tenant.
    ChoosePopulation,
    /// Joins the users in this file.
    Population(PathBuf),
    /// Joins them no longer.
    ForgetPopulation,
    /// Shows the record of a scan.
    ShowScan(PathBuf),
    /// Goes on with the scan whose record this is.
    GoOnWithScan(PathBuf),
    /// Asks whether this record is to be deleted.
    AskDiscardScan(PathBuf),
    /// Deletes it.
    DiscardScan(PathBuf),
    /// Writes what a scan found there.
    ExportScanTo(PathBuf),
    /// Signs in to the tenant.
    SignIn(Way),
    /// Shows a page.
    Go(Page),
    /// Opens this file.
    OpenPath(PathBuf),
    /// Keeps on whose paper reports are printed.
    Paper(Box<PaperForm>),
    /// Asks for a logo.
    ChooseLogo,
    /// Prints reports with the logo in this file.
    TakeLogo(PathBuf),
    /// Prints reports without a logo.
    RemoveLogo,
    /// Asks where to, and signs this report there in this role.
    SignReport(Signable, Role),
    /// Signs it and writes it there.
    SignReportTo(Signable, Role, PathBuf),
    /// Asks for a file with key and certificate.
    ChooseKey,
    /// Signs with the key in this file.
    KeyFile(PathBuf),
    /// Reads which certificates of the system's store can sign.
    ReadCertificates,
    /// Ends the signing that goes on; nothing is written.
    CancelSigning,
    /// Looks at this report.
    VerifyPath(PathBuf),
    /// Trusts the roots in this file.
    TrustRoots(PathBuf),
    /// Looks into the revocation lists in this file.
    LookIntoLists(PathBuf),
    /// What this file of roots or revocation lists says counts no longer.
    ForgetGiven(PathBuf),
    /// Writes to this file from now on.
    SaveTo(PathBuf),
    /// Takes the facts of this file.
    ImportPath(PathBuf),
    /// Looks at what a dropped file is, and opens or imports it.
    Dropped(PathBuf),
    /// Takes the facts that were read and shown.
    ImportShown,
    /// Opens the scenario with this id.
    OpenScenario(String),
    /// Recovers unsaved work.
    Recover(PathBuf),
    /// Deletes unsaved work.
    Discard(PathBuf),
    /// Removes a file from the recent ones.
    ForgetRecent(PathBuf),
    /// Empties the list of recent files.
    ForgetAllRecent,
    /// Runs these.
    Run(Scope),
    /// The length of the idle test of the next run.
    PlanIdle(IdleLength),
    /// Shows an item.
    Select(ItemId),
    /// Shows an item, in place of the list where there is no room for both.
    Read(ItemId),
    /// Goes back from the item to the list.
    BackToList,
    /// Shows a section.
    ShowSection(String),
    /// Shows the items that stand at this.
    ShowStatus(Status),
    /// Lists the items of all sections that pass.
    List(Filter),
    /// Shows an item and puts the focus on its row.
    ShowRow(ItemId),
    /// Goes from the search field to the first item that was found.
    EnterList,
    /// Takes all marks away.
    Unmark,
    /// Marks this item for a run of several, or takes the mark away.
    MarkItem(ItemId),
    /// Goes on with a form of this item.
    Write(ItemId, Form),
    /// The width of the side in points; none: as designed.
    SideWidth(Option<u16>),
    /// The width of the list in points; none: as designed.
    ListWidth(Option<u16>),
    /// Narrows the list.
    Narrow(Filter),
    /// Changes the subject.
    ChangeSubject(Box<Subject>),
    /// A person answers, with files to attach.
    Answer(ItemId, Box<Answer>, Vec<Attachment>),
    /// A person accepts what was found.
    Accept(ItemId, Accepted),
    /// Ends an exception.
    EndException(ItemId),
    /// A person notes something.
    Note(ItemId, String, String),
    /// A person stands by it: role, name, title.
    Sign(Role, String, String),
    /// Takes back a sign-off.
    Withdraw(Role),
    /// Asks for a file to attach to the answer on this item.
    Attach(ItemId),
    /// Attaches this file to the answer on this item.
    AttachPath(ItemId, PathBuf),
    /// Attaches a picture that was pasted to the answer on this item.
    AttachPicture(ItemId, Arc<egui::ColorImage>),
    /// Opens a file or a folder with the system's program for it.
    ShowFile(PathBuf),
    /// Asks for a path in the window itself.
    TypePath(Purpose),
    /// A path was typed.
    PathTyped(Purpose, PathBuf),
    /// Asks where to, and writes the report.
    Export(Format),
    /// Writes the report there.
    ExportTo(Format, PathBuf),
    /// Asks for a file to compare.
    ChooseCompared(Slot),
    /// Compares this file.
    CompareFile(Slot, PathBuf),
    /// Compares what is open.
    CompareThis(Slot),
    /// Writes the comparison there.
    ExportComparisonTo(PathBuf),
    /// Asks for a name, and saves a copy of an attached file; which one says the digest of its content.
    SaveAttached(String),
    /// Saves a copy of an attached file there.
    SaveAttachedTo(String, PathBuf),
    /// The language of the screen.
    Speak(Language),
    /// The language of the report.
    ReportIn(Language),
    /// Prints a chapter of the report, or leaves it out.
    Print(Chapter, bool),
    /// Colours.
    Colours(Theme),
    /// Size, in percent.
    Zoom(u16),
    /// Copies text.
    Copy(String),
    /// Opens an address in the browser.
    Browse(String),
    /// Licences of what this program is made of.
    Licences,
    /// Closes what lies over the page: sheet, question, path field.
    Dismiss,
    /// The pointer is on a message at the bottom right, so it stays.
    HoldToast(u64),
    /// Closes a message at the bottom right.
    CloseToast(u64),
}

impl Command {
    /// Its row, when it has one.
    pub fn row(&self) -> Option<&'static Row> {
        ROWS.iter().find(|row| row.command == *self)
    }

    /// True for commands about the window itself, which work while something lies over the page.
    pub fn is_for_window(&self) -> bool {
        matches!(
            self,
            Self::ZoomIn
                | Self::ZoomOut
                | Self::ZoomReset
                | Self::ThemeSystem
                | Self::ThemeLight
                | Self::ThemeDark
                | Self::Save
                | Self::Quit
        )
    }
}

//! Jobs for the worker, and the news it brings.

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use egui::ColorImage;
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use readiness_core::{
    Language, Message, Subject, Words,
    assessment::{Assessment, Attachment, Role, compare::Comparison, file::Hold},
    checklist::ItemId,
    collect::tenant::{Prompt, Registration},
    engine::{Outcome, Plan},
    facts::Facts,
    population::{Outcome as Expected, ScannedUser},
    reference::Reference,
    report::{Chapter, Letterhead, Logo, verify::Trust},
};
use tokio_util::sync::CancellationToken;

use super::{Glyphs, Listing, ScanEnded, ScanOrder, Search, SignInOrder, SignOrder, Trouble};
use crate::{
    certificate_store::{CertificateStore, StoredCertificate},
    desktop::{
        compared::Slot,
        directory::{KeptScan, ScanFilter},
        document::Writing,
        export::Format,
        index::Index,
        keychain::Keychain,
        listed::Found,
        outside::Collectors,
        recent::{Change, Recent},
        running::Ended,
        settings::Settings,
        signing::{Signable, SigningStep},
        tenant::{Keeping, SignInTrouble},
        verified::{GivenLists, GivenRoots, Looked},
        views::{Attached, Typed},
    },
    live::{Order, SignedIn},
};

/// Something to do away from the window's thread.
pub enum Job {
    /// Signs in to the tenant.
    SignIn(Box<SignInOrder>),
    /// Say it when reference data is installed and cannot be used.
    LookAtData,
    /// Take this sign-in out of the keychain.
    ForgetSignIn(Keychain, Box<Registration>),
    /// Runs a plan.
    Run {
        /// Tells its news apart from those of a run before.
        number: u64,
        /// What to do.
        plan: Plan,
        /// What is held already.
        assessment: Arc<Assessment>,
        /// Tables to judge by.
        reference: Arc<Reference>,
        /// Makes who looks.
        collectors: Collectors,
        /// What was ordered for it.
        order: Order,
        /// Gives the time.
        clock: fn() -> Timestamp,
        /// Ends it early.
        cancel: CancellationToken,
    },
    /// Scans the users of a directory.
    Scan(Box<ScanOrder>),
    /// Looks for records of scans in the program's own folder.
    LookForScans,
    /// Deletes one.
    DiscardScan(PathBuf),
    /// Reads the record of a scan.
    ReadScan(PathBuf),
    /// Reads the record that comes with the program.
    ReadExampleScan,
    /// Looks which users of the scan with this number a filter lets through.
    FilterScan(u64, Arc<Listing>, ScanFilter),
    /// Reads lines of these users of the scan with this number.
    ReadScanned(u64, Arc<Listing>, Vec<u32>),
    /// Makes text of the rows of these users.
    CopyScanned(Arc<Listing>, Arc<Vec<u32>>, Arc<Words>),
    /// Writes what a scan found.
    ExportScan(Arc<Listing>, PathBuf, Arc<Words>),
    /// Reads a file of roots to trust at the directory.
    ReadDirectoryRoots(PathBuf),
    /// Reads an assessment and takes hold of its file.
    Open(PathBuf),
    /// Finds out whether a file is an assessment or facts, and reads it.
    Sort(PathBuf),
    /// Writes a document to its file, or to the recovery folder.
    Write(Writing),
    /// Takes hold of another file and writes the document there.
    WriteAs(Writing, PathBuf),
    /// Lets go of a document: its file, and its place in the recovery folder. What is in there stays, to be offered.
    Release(u64, Option<Hold>),
    /// Lets go of the file that a document had before.
    LetGo(Option<Hold>),
    /// Looks whether a typed path is free, where it must be.
    Look(Purpose, PathBuf),
    /// Looks for unsaved work that no window holds.
    LookForUnsaved,
    /// Reads unsaved work back; it keeps its place in the recovery folder under this key.
    Recover(PathBuf, u64),
    /// Deletes unsaved work.
    Discard(PathBuf),
    /// Reads a facts file.
    ReadFacts(PathBuf),
    /// Reads a file to be attached to an answer.
    ReadAttachment(PathBuf, ItemId),
    /// Makes a file to be attached of a picture that was pasted at a time in a zone.
    EncodePicture(Arc<ColorImage>, ItemId, Timestamp, TimeZone),
    /// Keeps what is typed about a document against a crash; its file, or none.
    KeepTyped(u64, Option<PathBuf>, Typed),
    /// Reads what was kept about a document; its file, or none.
    ReadTyped(u64, Option<PathBuf>),
    /// Opens a file, or a folder, with the system's program for it.
    Show(PathBuf),
    /// Looks which characters of the report no embedded font has.
    LookForGlyphs {
        /// Which state of which document, in which language.
        of: (u64, u64, Language),
        /// What the report is about.
        assessment: Arc<Assessment>,
        /// The language of the report.
        words: Arc<Words>,
        /// The paper.
        letterhead: Letterhead,
        /// The time.
        now: Timestamp,
    },
    /// Composes and writes a report.
    Export {
        /// Format.
        format: Format,
        /// Where to.
        path: PathBuf,
        /// What it is about.
        assessment: Arc<Assessment>,
        /// The language of the report.
        words: Arc<Words>,
        /// The paper.
        letterhead: Letterhead,
        /// Chapters that it leaves out.
        left_out: Vec<Chapter>,
        /// The time.
        now: Timestamp,
    },
    /// Searches the assessment.
    Search(Search),
    /// Reads an assessment to compare, from its own file or from inside of a report, at this time; the file is not held.
    ReadCompared(Slot, PathBuf, Timestamp),
    /// Writes a copy of an attached file.
    CopyAttached(PathBuf, Attachment),
    /// Writes a comparison.
    ExportComparison {
        /// Where to; the end of the name says in which format.
        path: PathBuf,
        /// The earlier assessment.
        before: Arc<Assessment>,
        /// The later one.
        now: Arc<Assessment>,
        /// What became of each item.
        comparison: Arc<Comparison>,
        /// The language of the report.
        words: Arc<Words>,
    },
    /// Looks at a report.
    Verify {
        /// Tells its news apart from those of a look before.
        number: u64,
        /// The report.
        path: PathBuf,
        /// What a person gave.
        trust: Trust,
        /// The time.
        now: Timestamp,
    },
    /// Signs a report.
    Sign(Box<SignOrder>),
    /// Reads which certificates of the store can sign at this time.
    ReadCertificates(Arc<dyn CertificateStore>, Timestamp),
    /// Reads a file of roots.
    ReadRoots(PathBuf),
    /// Reads a file of revocation lists.
    ReadLists(PathBuf),
    /// Reads the logo that is kept.
    ReadLogo,
    /// Takes the logo of a file, and keeps it.
    TakeLogo(PathBuf),
    /// Keeps no logo any more.
    RemoveLogo,
    /// Reads the list of recent files.
    ReadRecent,
    /// Changes it.
    ChangeRecent(Change),
    /// Writes the settings that were changed: before and after.
    WriteSettings(Box<Settings>, Box<Settings>),
}

/// Unsaved work.
#[derive(Debug, Clone, PartialEq)]
pub struct Recoverable {
    /// Where it is.
    pub path: PathBuf,
    /// The organisation it is about.
    pub organisation: String,
    /// Answers of people in it.
    pub answers: usize,
    /// When it was last written.
    pub at: Option<Timestamp>,
}

/// What a dialog or a path field was for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// Opening an assessment.
    Open,
    /// Saving the assessment under a name.
    Save,
    /// Importing facts.
    Import,
    /// Attaching a file to the answer on this item.
    Attach(ItemId),
    /// Writing a report.
    Export(Format),
    /// Comparing an assessment.
    Compare(Slot),
    /// Writing a comparison.
    Comparison,
    /// Trusting further roots.
    Roots,
    /// Looking into revocation lists.
    Lists,
    /// Trusting further roots at the directory.
    DirectoryRoots,
    /// Joining the users of the tenant in a file.
    Population,
    /// Showing the record of a scan.
    ScanRecord,
    /// Writing what a scan found.
    Scan,
    /// Choosing a file with key and certificate.
    Key,
    /// Choosing a logo.
    Logo,
    /// Signing a report in a role.
    Signed(Signable, Role),
    /// Saving a copy of an attached file, by the digest of its content.
    Attached(String),
}

impl Purpose {
    /// A file is written, so that one that is there would be replaced.
    pub fn writes(&self) -> bool {
        matches!(
            self,
            Self::Save | Self::Export(_) | Self::Comparison | Self::Scan | Self::Signed(..) | Self::Attached(_)
        )
    }
}

/// What became of an attempt to write.
#[derive(Debug)]
pub enum Fate {
    /// It is in its file, or in the recovery folder.
    Written,
    /// It is in another file from now on.
    Moved(PathBuf, Hold),
    /// The disk refused. True: it was put into the recovery folder instead.
    Refused(Trouble, bool),
}

/// What came of a sign-in.
pub type SignInResult = Result<Arc<SignedIn>, SignInTrouble>;

/// Something that has happened.
pub enum News {
    /// The run with this number brought something: what, and whom it is about.
    RunBrought(u64, Box<Outcome>, Arc<Subject>),
    /// The person who signs in has to do this.
    SignInPrompt(u64, Prompt),
    /// The sign-in with this number is over, and what became of what the keychain keeps of it.
    SignedIn(u64, SignInResult, Keeping),
    /// The scan with this number does something else now.
    ScanDoing(u64, Message),
    /// The scan with this number: units and users that were listed, and users by outcome.
    ScanGoes(u64, Option<(usize, usize)>, BTreeMap<Expected, usize>),
    /// The scan with this number is over.
    ScanEnded(u64, Box<ScanEnded>),
    /// Records of scans in the program's own folder.
    Scans(Vec<KeptScan>),
    /// The record of a scan was read.
    ScanRead(Box<Listing>),
    /// The users of the scan with this number that a filter lets through.
    ScanFiltered(u64, ScanFilter, Vec<u32>),
    /// Lines of users of the scan with this number.
    Scanned(u64, Vec<(u32, ScannedUser)>),
    /// The rows of the users that were listed, of so many users.
    ScannedText(String, usize),
    /// Roots to trust at the directory were read.
    DirectoryRoots(GivenRoots),
    /// The run with this number is over, or the engine itself stopped.
    RunEnded(u64, Ended),
    /// An assessment was read, and its file is held.
    Opened(Box<Assessment>, PathBuf, Hold),
    /// A document was written, or not.
    Wrote {
        /// Which document.
        key: u64,
        /// Which state of it.
        revision: u64,
        /// What became of it.
        fate: Fate,
    },
    /// Unsaved work was found.
    Unsaved(Vec<Recoverable>),
    /// Unsaved work was read back.
    Recovered(Box<Assessment>, u64),
    /// A facts file was read.
    Facts(PathBuf, Box<Facts>),
    /// A file to attach was read.
    Attachment(ItemId, Box<Attached>),
    /// What was kept about this document.
    Typed(u64, Typed),
    /// Which characters no embedded font has, in which state of which document and language.
    Glyphs((u64, u64, Language), Glyphs),
    /// A report was written.
    Exported {
        /// Format.
        format: Format,
        /// Where.
        path: PathBuf,
        /// Its size in bytes.
        size: u64,
    },
    /// The items that were searched for, none when nothing was, and the index that was searched.
    Found(Option<Found>, Arc<Index>),
    /// An assessment to compare was read.
    Compared(Slot, PathBuf, Box<Assessment>),
    /// A comparison, or a copy of an attached file, was written there.
    Saved(PathBuf),
    /// This file is a PDF, to be looked at.
    IsPdf(PathBuf),
    /// The look with this number is over: what was found, or why nothing.
    Verified(u64, Result<Box<Looked>, Message>),
    /// The signing with this number got further.
    SigningStep(u64, SigningStep),
    /// The signing with this number is over: where the file is, or why there is none.
    Signed(u64, Result<PathBuf, Message>),
    /// The certificates of the store that can sign now, or why they cannot be read.
    Certificates(Result<Vec<StoredCertificate>, Message>),
    /// The logo that is kept, with its picture; none: there is none.
    Logo(Option<Box<(Logo, ColorImage)>>),
    /// Roots were read.
    Roots(GivenRoots),
    /// Revocation lists were read.
    Lists(GivenLists),
    /// Reference data of this day was installed, to be used from the next start on.
    DataInstalled(Date),
    /// The list of recent files.
    Recent(Recent),
    /// A dialog was answered, or closed; true when it closed so fast that it cannot have been seen.
    Chosen(Purpose, Option<PathBuf>, bool),
    /// A typed path is a file already.
    Exists(Purpose, PathBuf),
    /// Something was refused; nothing that is held has changed.
    Refused(Trouble),
}

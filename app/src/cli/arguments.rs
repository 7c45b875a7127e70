//! What can be said on the command line. This surface is a promise: names may be added, not taken away.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use readiness_core::{
    Language,
    assessment::{Outcome, Role},
    collect::network::{IdlePlan, ResolveOverride},
    reference::Cloud,
    report::Chapter,
};

use super::{
    collect::CollectJob, data::DataJob, directory::Account, scan::ScanArguments, sign::SignArguments,
    verify::VerifyArguments,
};

/// Finds out whether Microsoft Entra password writeback works, and proves it.
#[derive(Debug, Parser)]
#[command(name = "wbready", about, disable_version_flag = true, max_term_width = 110)]
pub struct Arguments {
    /// Print the program's version, the checklist's edition and the dates of the reference data.
    #[arg(long, short = 'V')]
    pub version: bool,
    /// What to do.
    #[command(subcommand)]
    pub job: Option<Job>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Job {
    /// Look, judge, and say whether it is ready. Exit code 0 ready, 1 not ready, 3 incomplete, 2 usage or I/O.
    Run(Box<RunArguments>),
    /// Look at one source and write what was seen, for run --facts here or elsewhere.
    #[command(subcommand)]
    Collect(CollectJob),
    /// Say for whom in the directory a reset would fail, and why; read-only. Exit code 0 it would work for everybody, 1
    /// for some it would fail, 3 for some it may fail or could not be checked, nobody was found, or the scan was cancelled
    /// or broke off, 2 usage, I/O, or no server let us in.
    Scan(Box<ScanArguments>),
    /// Print an assessment in another form. Exit codes as for run.
    Report(ReportArguments),
    /// Answer an item by hand.
    Answer(AnswerArguments),
    /// Accept what was found about an item, until a day.
    Except(ExceptArguments),
    /// Stand by the assessment as it is now.
    SignOff(SignOffArguments),
    /// Say what became better and what became worse. Exit code 0 nothing is worse, 1 something is, 2 not comparable.
    Compare(CompareArguments),
    /// Write a twin without names, which may be given away: same names, same pseudonyms.
    Redact(RedactArguments),
    /// Sign a report with a certificate.
    Sign(SignArguments),
    /// Verify a report. Exit code 0 intact, signed and trusted, 1 altered or invalid, 3 intact but unsigned or a signer
    /// not trusted, 2 usage or I/O.
    Verify(VerifyArguments),
    /// Verify, install or make reference data: newer tables in a signed file, offline.
    #[command(subcommand)]
    Data(DataJob),
    /// List or verify checklists.
    #[command(subcommand)]
    Checklist(ChecklistJob),
    /// List or show scenarios.
    #[command(subcommand)]
    Scenario(ScenarioJob),
    /// Print the JSON Schema of a file format.
    Schema {
        /// Which format.
        of: Format,
    },
    /// Print what a shell needs to complete commands and options.
    Completions {
        /// Which shell.
        shell: clap_complete::Shell,
    },
    /// Write the manual pages of wbready.
    Manual {
        /// Into this folder.
        #[arg(long, value_name = "FOLDER")]
        to: PathBuf,
    },
}

/// Arguments of `run`.
#[derive(Debug, Args)]
pub struct RunArguments {
    /// Follow this checklist instead of the built-in one (TOML).
    #[arg(long, value_name = "F")]
    pub checklist: Option<PathBuf>,
    /// Who and what is assessed (TOML: organisation, tenant, cloud, forest, sync_server, test_user, admin, ...).
    #[arg(long, value_name = "F")]
    pub subject: Option<PathBuf>,
    /// Look at recorded facts instead of the world: a built-in scenario's name, or a folder.
    #[arg(long, value_name = "NAME|F")]
    pub scenario: Option<String>,
    /// Import facts that were collected elsewhere: a facts file, or answers of Microsoft Graph that were saved as JSON
    /// (files, or a folder of them).
    #[arg(long, value_name = "F")]
    pub facts: Vec<PathBuf>,
    /// Look at Active Directory too, read-only: a domain whose controllers are looked up in DNS, a server
    /// (ldaps://HOST[:PORT]), or a server with StartTLS (ldap://HOST[:PORT]).
    // Read later: a refusal of the argument parser would repeat the URL, which may hold a password.
    #[arg(long, value_name = "D|URL", conflicts_with = "scenario")]
    pub directory: Vec<String>,
    /// As whom.
    #[command(flatten)]
    pub account: Account,
    /// The account the connector signs in with, to look up its rights. Default: the one that the sync server's evidence
    /// names, or the only account named MSOL_...
    #[arg(long, value_name = "NAME", requires = "directory")]
    pub connector: Option<String>,
    /// Import facts of another tenant or forest than the subject's all the same.
    #[arg(long)]
    pub accept_other_tenant: bool,
    /// Only this item or section.
    #[arg(long, value_name = "ID|SECTION")]
    pub only: Vec<String>,
    /// Continue this assessment, and run only what is not met in it.
    #[arg(long, value_name = "F")]
    pub failed_of: Option<PathBuf>,
    /// The cloud the tenant lives in, when the subject does not say.
    #[arg(long, value_name = "global|gcc-high|dod|china")]
    pub cloud: Option<Cloud>,
    /// A way out to try: none, env, system, or a proxy's URL. Default: none, and env where it names a proxy.
    // Read later: a refusal of the argument parser would repeat the URL, which may hold a password.
    #[arg(long, value_name = "none|env|system|URL")]
    pub proxy: Vec<String>,
    /// Let a name lead to an address.
    #[arg(long, value_name = "HOST=IP[:PORT]")]
    pub resolve: Vec<ResolveOverride>,
    /// Trust these roots besides the machine's (PEM or DER).
    #[arg(long, value_name = "F.pem")]
    pub root: Vec<PathBuf>,
    /// The idle test: full (30, 60, 120, 180 and 360 s), short (up to 180 s), skip, or other silences. One that is
    /// shorter than full cannot pass.
    #[arg(long, value_name = "full|short|skip|SECONDS[,SECONDS]...", default_value = "full")]
    pub idle: IdlePlan,
    /// The longest that one step of a probe may take, in seconds.
    #[arg(long, value_name = "S", default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..=300))]
    pub timeout: u64,
    /// Reference data that replaces the built-in tables: a signed data file, or a folder of tables for which nobody
    /// vouches, as the report then says. Default: the data file that was installed, if one was.
    #[arg(long, value_name = "F.readiness-data|DIR")]
    pub data: Option<PathBuf>,
    /// Save the assessment here. An assessment that is already there is continued, not replaced.
    #[arg(long, value_name = "F.readiness")]
    pub save: Option<PathBuf>,
    /// What to write.
    #[command(flatten)]
    pub outputs: Outputs,
}

/// Arguments of `report`.
#[derive(Debug, Args)]
pub struct ReportArguments {
    /// The assessment, or a report that carries it.
    #[arg(value_name = "F.readiness|REPORT.pdf")]
    pub file: PathBuf,
    /// The PDF is going to be signed: its pages say so instead of DRAFT.
    #[arg(long)]
    pub for_signature: bool,
    /// What to write.
    #[command(flatten)]
    pub outputs: Outputs,
}

/// What to write. `-` is stdout. Without any, a summary is printed.
#[derive(Debug, Args)]
pub struct Outputs {
    /// The report as PDF.
    #[arg(long, value_name = "F")]
    pub pdf: Option<PathBuf>,
    /// The results as JSON.
    #[arg(long, value_name = "F|-")]
    pub json: Option<PathBuf>,
    /// The report as one HTML file.
    #[arg(long, value_name = "F|-")]
    pub html: Option<PathBuf>,
    /// The report as Markdown.
    #[arg(long, value_name = "F|-")]
    pub md: Option<PathBuf>,
    /// One row for each item.
    #[arg(long, value_name = "F|-")]
    pub csv: Option<PathBuf>,
    /// JUnit XML, for build servers.
    #[arg(long, value_name = "F|-")]
    pub junit: Option<PathBuf>,
    /// SARIF 2.1.0, for those who collect results of many tools.
    #[arg(long, value_name = "F|-")]
    pub sarif: Option<PathBuf>,
    /// The action plan as a workbook, with owners and due dates.
    #[arg(long, value_name = "F")]
    pub xlsx: Option<PathBuf>,
    /// A calendar of re-checks, due dates, and what ends when.
    #[arg(long, value_name = "F|-")]
    pub ics: Option<PathBuf>,
    /// Change requests that can be sent: one Markdown file for each team that has something to do.
    #[arg(long, value_name = "DIR")]
    pub requests: Option<PathBuf>,
    /// On whose paper the report is printed (PDF, HTML, Markdown): consultant, contact, customer, logo.
    #[arg(long, value_name = "F.toml")]
    pub letterhead: Option<PathBuf>,
    /// Leave these chapters out of what is printed (PDF, HTML, Markdown); the cover says so, and a PDF carries all of the
    /// assessment all the same.
    #[arg(long, value_name = "CHAPTER", value_delimiter = ',', value_parser = chapter)]
    pub leave_out: Vec<Chapter>,
    /// Language of what is written.
    #[arg(long, value_name = "en|zh-CN", default_value = "en")]
    pub lang: Language,
}

/// Arguments of `answer`.
#[derive(Debug, Args)]
pub struct AnswerArguments {
    /// The assessment.
    #[arg(value_name = "F.readiness")]
    pub file: PathBuf,
    /// The item.
    pub item: String,
    /// What you say of it.
    #[arg(long, value_name = "pass|fail|not-applicable", value_parser = parse_outcome)]
    pub outcome: Outcome,
    /// Who you are.
    #[arg(long, value_name = "W")]
    pub who: String,
    /// How you know.
    #[arg(long, value_name = "Y")]
    pub why: String,
    /// The last day on which it holds (default: 90 days).
    #[arg(long, value_name = "DATE")]
    pub until: Option<Date>,
    /// A file that shows it.
    #[arg(long, value_name = "FILE")]
    pub attach: Vec<PathBuf>,
}

/// Arguments of `except`.
#[derive(Debug, Args)]
pub struct ExceptArguments {
    /// The assessment.
    #[arg(value_name = "F.readiness")]
    pub file: PathBuf,
    /// The item.
    pub item: String,
    /// Who accepts it, and owns the risk.
    #[arg(long, value_name = "W")]
    pub who: String,
    /// Why it is acceptable.
    #[arg(long, value_name = "Y")]
    pub why: String,
    /// The last day on which it holds.
    #[arg(long, value_name = "DATE")]
    pub until: Date,
}

/// Arguments of `sign-off`.
#[derive(Debug, Args)]
pub struct SignOffArguments {
    /// The assessment.
    #[arg(value_name = "F.readiness")]
    pub file: PathBuf,
    /// In which role.
    #[arg(long, value_name = "assessor|customer", value_parser = parse_role)]
    pub role: Role,
    /// Who you are.
    #[arg(long, value_name = "W")]
    pub who: String,
    /// Your title.
    #[arg(long, value_name = "T", default_value = "")]
    pub title: String,
}

/// Arguments of `compare`.
#[derive(Debug, Args)]
pub struct CompareArguments {
    /// The earlier assessment.
    #[arg(value_name = "A")]
    pub before: PathBuf,
    /// The later assessment.
    #[arg(value_name = "B")]
    pub now: PathBuf,
    /// The comparison as JSON.
    #[arg(long, value_name = "F|-")]
    pub json: Option<PathBuf>,
    /// The comparison as PDF.
    #[arg(long, value_name = "F")]
    pub pdf: Option<PathBuf>,
    /// Compare them although they are about different subjects or follow different checklists.
    #[arg(long)]
    pub accept_other_subject: bool,
    /// Language of what is written.
    #[arg(long, value_name = "en|zh-CN", default_value = "en")]
    pub lang: Language,
}

/// Arguments of `redact`.
#[derive(Debug, Args)]
pub struct RedactArguments {
    /// The assessment.
    #[arg(value_name = "F.readiness")]
    pub file: PathBuf,
    /// Where the twin is written. Never over the assessment itself.
    #[arg(long, value_name = "F.readiness")]
    pub out: PathBuf,
    /// Make the pseudonyms from the text of this environment variable, so that several twins share them. Without it
    /// they are made from a random key that is kept nowhere.
    #[arg(long, value_name = "VAR")]
    pub key_env: Option<String>,
}

/// Jobs around checklists.
#[derive(Debug, Subcommand)]
pub enum ChecklistJob {
    /// List the items.
    List {
        /// A checklist file instead of the built-in checklist.
        #[arg(value_name = "F")]
        file: Option<PathBuf>,
    },
    /// Report all problems of a checklist.
    Lint {
        /// A checklist file instead of the built-in checklist.
        #[arg(value_name = "F")]
        file: Option<PathBuf>,
    },
}

/// Jobs around scenarios.
#[derive(Debug, Subcommand)]
pub enum ScenarioJob {
    /// List the built-in scenarios.
    List,
    /// Print a built-in scenario's facts.
    Show {
        /// Its name.
        name: String,
    },
}

/// A file format.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Format {
    /// A checklist.
    Checklist,
    /// Facts.
    Facts,
    /// An assessment.
    Assessment,
    /// A comparison of two assessments.
    Comparison,
    /// A report (`wbready report --json`).
    Report,
}

fn chapter(name: &str) -> Result<Chapter, String> {
    let names = Chapter::ALL.map(Chapter::name);
    Chapter::named(name).ok_or_else(|| format!("expected {}", names.join(", ")))
}

fn parse_outcome(text: &str) -> Result<Outcome, String> {
    [Outcome::Pass, Outcome::Fail, Outcome::NotApplicable]
        .into_iter()
        .find(|outcome| outcome.name() == text)
        .ok_or_else(|| "expected pass, fail or not-applicable".to_owned())
}

/// Reads a role.
pub(super) fn parse_role(text: &str) -> Result<Role, String> {
    match text {
        "assessor" => Ok(Role::Assessor),
        "customer" => Ok(Role::Customer),
        _ => Err("expected assessor or customer".to_owned()),
    }
}

//! `wbready data`: reference tables that are newer than the built-in ones, in a signed file, offline.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context as _, anyhow, bail};
use clap::{Args, Subcommand};
use jiff::{civil::Date, tz::TimeZone};
use readiness_core::{
    Language, Words,
    assessment::file::{read_limited, write_atomic},
    reference::{DataFile, Reference},
};

use super::{inputs, outputs::print};
use crate::data::{InstallError, Installed};

/// Jobs around reference data.
#[derive(Debug, Subcommand)]
pub enum DataJob {
    /// Say who signed a data file, and what is in it. Exit code 0 it can be used, 1 it cannot, 2 usage or I/O.
    Verify {
        /// The data file.
        #[arg(value_name = "F.readiness-data")]
        file: PathBuf,
    },
    /// Judge by a data file from now on, as this user, here and in the window. Exit codes as for verify.
    Install {
        /// The data file.
        #[arg(value_name = "F.readiness-data")]
        file: PathBuf,
    },
    /// Go back to the built-in tables.
    Remove,
    /// Make a data file. Only files that the maintainers sign are used.
    Sign(DataSignArguments),
}

/// Arguments of `data sign`.
#[derive(Debug, Args)]
pub struct DataSignArguments {
    /// The tables: a folder with at least one of the built-in tables' files.
    #[arg(long, value_name = "DIR")]
    pub tables: PathBuf,
    /// The day of the data file.
    #[arg(long, value_name = "DATE")]
    pub issued: Date,
    /// An Ed25519 private key (PKCS#8), as openssl genpkey -algorithm ed25519 makes it.
    #[arg(long, value_name = "F.pem")]
    pub key: PathBuf,
    /// Write the data file here.
    #[arg(long, value_name = "F.readiness-data")]
    pub out: PathBuf,
}

pub fn data(job: DataJob) -> anyhow::Result<ExitCode> {
    match job {
        DataJob::Verify { file } => told(&file, installed()?.read(&file)),
        DataJob::Install { file } => told(&file, installed()?.install(&file)),
        DataJob::Remove => {
            let text =
                if installed()?.remove()? { "removed; the built-in tables are used\n" } else { "none was installed\n" };
            print(text)?;
            Ok(ExitCode::SUCCESS)
        }
        DataJob::Sign(arguments) => sign(&arguments),
    }
}

fn installed() -> anyhow::Result<Installed> {
    Installed::of_user().context("this system names no folder for data of this user")
}

/// What was read, or why it is not used.
fn told(path: &Path, outcome: Result<DataFile, InstallError>) -> anyhow::Result<ExitCode> {
    let words = Words::new(&Language::english(), TimeZone::UTC);
    match outcome {
        Ok(file) => {
            let reference = file.reference()?;
            let mut text = format!("{}\n", words.say(&reference.origin.message()));
            for (table, day) in reference.dates() {
                text.push_str(&format!("{table} {day}\n"));
            }
            print(&text)?;
            Ok(ExitCode::SUCCESS)
        }
        Err(InstallError::Io(error)) => Err(error.into()),
        Err(error) => {
            eprintln!("wbready: {}: {}", path.display(), words.say(&error.message()));
            Ok(ExitCode::from(1))
        }
    }
}

fn sign(arguments: &DataSignArguments) -> anyhow::Result<ExitCode> {
    /// More than any key of this kind.
    const LARGEST_KEY: u64 = 4096;
    let tables = inputs::tables(&arguments.tables)?;
    let key = read_limited(&arguments.key, LARGEST_KEY)?;
    if arguments.out.extension().is_none_or(|extension| extension != DataFile::EXTENSION) {
        bail!("--out: expected a name that ends in .{}", DataFile::EXTENSION);
    }
    let (bytes, public_key) = DataFile::sign(tables, arguments.issued, &key)?;
    write_atomic(&arguments.out, &bytes)?;
    let hex: String = public_key.iter().map(|byte| format!("{byte:02x}")).collect();
    print(&format!("written; it can be verified with the public key {hex}\n"))?;
    Ok(ExitCode::SUCCESS)
}

/// The tables to judge by: those of a data file or an unsigned folder that was named, the installed ones, or those that
/// are built in.
pub fn reference(named: Option<&Path>) -> anyhow::Result<Reference> {
    let words = Words::new(&Language::english(), TimeZone::UTC);
    match named {
        Some(folder) if folder.is_dir() => {
            Reference::from_files(inputs::tables(folder)?).with_context(|| folder.display().to_string())
        }
        Some(file) => {
            let read = installed()?.read(file).and_then(|file| Ok(file.reference()?));
            read.map_err(|error| match error {
                InstallError::Io(error) => error.into(),
                error => anyhow!("{}: {}", file.display(), words.say(&error.message())),
            })
        }
        None => {
            let (reference, passed_over) = crate::data::reference();
            if let Some(why) = passed_over {
                eprintln!("wbready: {}", words.say(&why));
            }
            Ok(reference)
        }
    }
}

//! Files that are written while a scan goes on, and the record of a scan that ended early.

use std::{
    collections::{HashMap, HashSet},
    ffi::OsString,
    fs::{self, File, OpenOptions},
    io::{self, BufRead as _, BufReader, BufWriter, Read as _, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, bail};
use readiness_core::{
    collect::directory::Finished,
    population::{HEAD_VERSION, ScanHead, ScanLine, ScannedUser},
};

use super::is_stdout;

/// The longest line of a record, in bytes.
const LONGEST: u64 = 1024 * 1024;
/// Behind the name of a file that is not whole.
const PART: &str = ".part";

/// A file that is written bit by bit.
pub struct Stream {
    out: BufWriter<Box<dyn Write>>,
    /// What it is called now, and what it will be called; none for standard output.
    names: Option<(PathBuf, PathBuf)>,
}

impl Stream {
    /// Begins a record. One that was not finished is not written over.
    pub fn begin_record(path: &Path) -> anyhow::Result<Self> {
        let part = with_part(path);
        if !is_stdout(path) && part.exists() {
            bail!(
                "--json: {} holds what is finished of a scan that ended early: go on with it (--resume), or remove it",
                part.display()
            );
        }
        Self::begin(path)
    }

    /// Begins a file.
    pub fn begin(path: &Path) -> anyhow::Result<Self> {
        if is_stdout(path) {
            return Ok(Self { out: BufWriter::new(Box::new(io::stdout())), names: None });
        }
        let part = with_part(path);
        let file = File::create(&part).with_context(|| part.display().to_string())?;
        Ok(Self { out: BufWriter::new(Box::new(file)), names: Some((part, path.to_owned())) })
    }

    pub fn write(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())
    }

    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// The file is whole.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.flush()?;
        let Some((part, whole)) = self.names.take() else { return Ok(()) };
        drop(self);
        File::open(&part)?.sync_all()?;
        fs::rename(part, whole)
    }

    /// The file stays as it is. Where it is.
    pub fn keep(mut self) -> io::Result<Option<PathBuf>> {
        self.out.flush()?;
        Ok(self.names.take().map(|(part, _)| part))
    }

    /// There is nothing in it that anybody needs.
    pub fn discard(mut self) {
        if let Some((part, _)) = self.names.take() {
            drop(self);
            // It is empty but for a head; that it stays would harm nobody.
            let _ = fs::remove_file(part);
        }
    }
}

fn with_part(path: &Path) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(PART);
    PathBuf::from(name)
}

/// The record of a scan that ended early.
pub struct Record {
    pub stream: Stream,
    pub head: ScanHead,
    pub finished: Finished,
}

impl Record {
    /// Reads what is finished, and opens the record to go on in it. `path` is its name with or without `.part`.
    pub fn open(path: &Path, mut each: impl FnMut(ScannedUser) -> io::Result<()>) -> anyhow::Result<Self> {
        let text = path.to_string_lossy();
        let whole = text.strip_suffix(PART).map_or_else(|| path.to_owned(), PathBuf::from);
        let part = with_part(&whole);
        let at = if part.exists() { part } else { whole.clone() };
        let named = || format!("--resume: {}", at.display());
        let mut file = BufReader::new(File::open(&at).with_context(named)?);
        let (mut head, mut end, mut number) = (None, 0, 0);
        let mut units = HashSet::new();
        // Users of units that are not finished.
        let mut users: HashMap<String, HashSet<[u8; 16]>> = HashMap::new();
        let mut line = Vec::new();
        loop {
            line.clear();
            number += 1;
            let read = (&mut file).take(LONGEST).read_until(b'\n', &mut line).with_context(named)? as u64;
            // What follows the last line break was not written to its end.
            if line.last() != Some(&b'\n') {
                if read == LONGEST {
                    bail!("{}:{number}: the line is too long", named());
                }
                break;
            }
            end += read;
            let parsed = serde_json::from_slice(&line).with_context(|| format!("{}:{number}", named()))?;
            match (parsed, &head) {
                (ScanLine::Head(first), None) if first.format == "readiness-scan" => {
                    if first.version != HEAD_VERSION {
                        bail!("{}: it has version {}, and this program reads {HEAD_VERSION}", named(), first.version);
                    }
                    head = Some(*first);
                }
                (ScanLine::User(user), Some(_)) => {
                    let guid = user.guid().with_context(|| format!("{}:{number}: object_guid", named()))?;
                    users.entry(user.unit.clone()).or_default().insert(guid);
                    each(*user)?;
                }
                (ScanLine::Unit(unit), Some(_)) => {
                    users.remove(&unit.dn);
                    units.insert(unit.dn);
                }
                // It is looked at again.
                (ScanLine::Unread(_), Some(_)) => {}
                (ScanLine::End(_), Some(_)) => bail!("{}: the scan is whole: there is nothing to go on with", named()),
                _ => bail!("{}:{number}: it is no record of a scan", named()),
            }
        }
        let Some(head) = head else { bail!("{}: it is no record of a scan", named()) };
        drop(file);
        let file = OpenOptions::new().append(true).open(&at).with_context(named)?;
        file.set_len(end).with_context(named)?;
        let stream = Stream { out: BufWriter::new(Box::new(file)), names: Some((at, whole)) };
        let finished = Finished { units, users: users.into_values().flatten().collect() };
        Ok(Self { stream, head, finished })
    }
}

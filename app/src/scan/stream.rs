//! Files that are written while a scan goes on.

use std::{
    ffi::OsString,
    fs::{self, File, OpenOptions},
    io::{self, BufWriter, Seek as _, SeekFrom, Write},
    path::{Path, PathBuf},
};

use super::KeepTrouble;

/// Behind the name of a file that is not whole.
pub const PART: &str = ".part";

/// A file that is written bit by bit.
pub struct Stream {
    out: BufWriter<Box<dyn Write + Send>>,
    /// What it is called now, and what it will be called; none for standard output.
    names: Option<(PathBuf, PathBuf)>,
}

impl Stream {
    /// Begins a record. One that was not finished is not written over.
    ///
    /// # Errors
    /// The file cannot be made, or holds what is finished of another scan.
    pub fn begin_record(path: &Path) -> Result<Self, KeepTrouble> {
        let part = with_part(path);
        if !is_stdout(path) && part.exists() {
            return Err(KeepTrouble::Unfinished(part));
        }
        Self::begin(path)
    }

    /// Begins a file; `-` is standard output.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn begin(path: &Path) -> Result<Self, KeepTrouble> {
        if is_stdout(path) {
            return Ok(Self { out: BufWriter::new(Box::new(io::stdout())), names: None });
        }
        let part = with_part(path);
        match File::create(&part) {
            Ok(file) => Ok(Self { out: BufWriter::new(Box::new(file)), names: Some((part, path.to_owned())) }),
            Err(error) => Err(KeepTrouble::File { path: part, error }),
        }
    }

    /// Goes on in a file behind its first `length` bytes; what follows them is cut off.
    pub(super) fn go_on(at: PathBuf, whole: PathBuf, length: u64) -> io::Result<Self> {
        // Not for appending: Windows cuts nothing off what was opened so.
        let mut file = OpenOptions::new().write(true).open(&at)?;
        file.set_len(length)?;
        file.seek(SeekFrom::Start(length))?;
        Ok(Self { out: BufWriter::new(Box::new(file)), names: Some((at, whole)) })
    }

    /// Writes more.
    ///
    /// # Errors
    /// The system's.
    pub fn write(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())
    }

    /// Hands what was written to the system.
    ///
    /// # Errors
    /// The system's.
    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// The file is whole.
    ///
    /// # Errors
    /// The system's.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.flush()?;
        let Some((part, whole)) = self.names.take() else { return Ok(()) };
        drop(self);
        // For writing: Windows refuses to bring to the disk what was opened to be read.
        OpenOptions::new().write(true).open(&part)?.sync_all()?;
        fs::rename(part, whole)
    }

    /// The file stays as it is. Where it is.
    ///
    /// # Errors
    /// The system's.
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

/// True for the name of standard output.
#[must_use]
pub fn is_stdout(path: &Path) -> bool {
    path == Path::new("-")
}

/// The name of a file when it is whole.
#[must_use]
pub fn whole_name(path: &Path) -> PathBuf {
    path.to_string_lossy().strip_suffix(PART).map_or_else(|| path.to_owned(), PathBuf::from)
}

pub(super) fn with_part(path: &Path) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(PART);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a system takes from a file depends on how it was opened, and on the system.
    #[test]
    fn a_file_that_was_left_is_cut_gone_on_with_and_finished() {
        let whole = std::env::temp_dir().join(format!("stream-{}.jsonl", std::process::id()));
        let mut out = Stream::begin_record(&whole).expect("begun");
        out.write("head\none\ntorn").expect("written");
        let part = out.keep().expect("kept").expect("a file");
        assert!(matches!(Stream::begin_record(&whole), Err(KeepTrouble::Unfinished(at)) if at == part));
        let mut out = Stream::go_on(part.clone(), whole.clone(), 9).expect("gone on with");
        out.write("two\n").expect("written");
        out.finish().expect("finished");
        assert_eq!(fs::read_to_string(&whole).expect("whole"), "head\none\ntwo\n");
        assert!(!part.exists());
        fs::remove_file(whole).expect("gone");
    }
}

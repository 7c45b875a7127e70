//! `wbready redact`: the twin of an assessment without names.

use std::{fs, process::ExitCode};

use anyhow::{Context as _, anyhow, bail};
use jiff::Timestamp;
use readiness_core::{
    Language,
    assessment::file::{self, Hold},
    key,
};

use super::{arguments::RedactArguments, inputs};

pub fn redact(arguments: &RedactArguments) -> anyhow::Result<ExitCode> {
    let RedactArguments { file: from, out, key_env } = arguments;
    let same = || Some(fs::canonicalize(from).ok()? == fs::canonicalize(out).ok()?);
    if same() == Some(true) {
        bail!("{}: the twin would take the place of the assessment: name another file", out.display());
    }
    let key = match key_env {
        Some(name) => {
            let text = std::env::var(name).with_context(|| format!("--key-env: the variable {name}"))?;
            if text.trim().is_empty() {
                bail!("--key-env: the variable {name} is empty");
            }
            key::from_text(&text)
        }
        None => key::random().map_err(|_| anyhow!("the system has no random numbers"))?,
    };
    let now = Timestamp::now();
    let assessment = inputs::assessment(from, &Language::english(), now)?;
    let twin = assessment.redacted(&key, now)?;
    let _hold = Hold::take(out)?;
    file::write(out, &twin)?;
    eprintln!(
        "wbready: what people wrote, attached files and sign-offs are not in the twin; read it before you give it away"
    );
    Ok(ExitCode::SUCCESS)
}

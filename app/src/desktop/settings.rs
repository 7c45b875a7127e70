//! What a person has chosen on this machine. Read tolerantly: what cannot be understood is as if never chosen.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use readiness_core::{Language, assessment::file};
use serde::{Deserialize, Deserializer, Serialize};

use super::folders::Folders;

/// The largest settings file that is read, in bytes.
pub(super) const LARGEST: u64 = 1024 * 1024;

/// The sizes that can be chosen, in percent.
pub const ZOOMS: [u16; 8] = [80, 90, 100, 110, 125, 150, 175, 200];

/// Colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the system.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// What was chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Language of the screen; none: the system's.
    #[serde(deserialize_with = "or_default")]
    pub language: Option<Language>,
    /// Language of the report; none: the screen's.
    #[serde(deserialize_with = "or_default")]
    pub report_language: Option<Language>,
    /// Colours.
    #[serde(deserialize_with = "or_default")]
    pub theme: Theme,
    /// Size in percent, 80 to 200.
    #[serde(deserialize_with = "or_default")]
    pub zoom: Option<u16>,
    /// The name that was last used in a form.
    #[serde(deserialize_with = "or_default")]
    pub who: String,
    /// The role that was last used in a form.
    #[serde(deserialize_with = "or_default")]
    pub title: String,
    /// The time-stamp server that was last asked; empty: none.
    #[serde(deserialize_with = "or_default")]
    pub time_stamp_server: String,
    /// The application to sign in to; empty: Microsoft's own for command lines.
    #[serde(deserialize_with = "or_default")]
    pub client_id: String,
    /// Sign-ins that the keychain keeps, by [`keychain::name`](super::keychain::name). Nothing secret.
    #[serde(deserialize_with = "or_default")]
    pub kept_sign_ins: BTreeSet<String>,
    /// The consultant on whose paper reports are printed; empty: the assessor of the subject.
    #[serde(deserialize_with = "or_default")]
    pub consultant: String,
    /// Lines below their name.
    #[serde(deserialize_with = "or_default")]
    pub contact: String,
    /// Lines below a customer's name, by organisation.
    #[serde(deserialize_with = "or_default")]
    pub addressees: BTreeMap<String, String>,
    /// The folder that was last used.
    #[serde(deserialize_with = "or_default")]
    pub folder: Option<PathBuf>,
    /// Width of the side in points; none: as designed.
    #[serde(deserialize_with = "or_default")]
    pub side_width: Option<u16>,
    /// Width of the list in points; none: as designed.
    #[serde(deserialize_with = "or_default")]
    pub list_width: Option<u16>,
    /// The renderer that worked last, such as `glow`.
    #[serde(deserialize_with = "or_default")]
    pub renderer: Option<String>,
    /// Choices of a newer program.
    #[serde(flatten)]
    pub other: serde_json::Map<String, serde_json::Value>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            report_language: None,
            theme: Theme::System,
            zoom: None,
            who: String::new(),
            title: String::new(),
            time_stamp_server: String::new(),
            client_id: String::new(),
            kept_sign_ins: BTreeSet::new(),
            consultant: String::new(),
            contact: String::new(),
            addressees: BTreeMap::new(),
            folder: None,
            side_width: None,
            list_width: None,
            renderer: None,
            other: serde_json::Map::new(),
        }
    }
}

impl Settings {
    /// Reads them; before the window opens, so that its first frame is right.
    pub fn read(folders: &Folders) -> Self {
        let bytes = file::read_limited(&Self::path(folders), LARGEST).unwrap_or_default();
        serde_json::from_slice(&bytes).unwrap_or_default()
    }

    /// Their file.
    pub fn path(folders: &Folders) -> PathBuf {
        folders.config.join("settings.json")
    }

    /// The size in percent.
    pub fn zoom(&self) -> u16 {
        self.zoom.unwrap_or(100).clamp(ZOOMS[0], ZOOMS[ZOOMS.len() - 1])
    }

    /// The next size up or down.
    pub fn zoom_step(&self, up: bool) -> u16 {
        let now = self.zoom();
        let next =
            if up { ZOOMS.iter().find(|zoom| **zoom > now) } else { ZOOMS.iter().rev().find(|zoom| **zoom < now) };
        next.copied().unwrap_or(now)
    }
}

/// A field that cannot be understood is as if it were not there.
fn or_default<'de, D: Deserializer<'de>, T: Default + serde::de::DeserializeOwned>(
    deserializer: D,
) -> Result<T, D::Error> {
    let value = serde_json::Value::deserialize(deserializer)?;
    Ok(serde_json::from_value(value).unwrap_or_default())
}

/// Writes what was changed, onto what is in the file now: another window may have changed something else.
pub(super) fn write_changes(folders: &Folders, before: &Settings, after: &Settings) -> Result<(), String> {
    let object = |settings: &Settings| match serde_json::to_value(settings) {
        Ok(serde_json::Value::Object(fields)) => fields,
        _ => serde_json::Map::new(),
    };
    let (before, after) = (object(before), object(after));
    change_file(folders, &Settings::path(folders), |bytes| {
        let mut fields: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(bytes).unwrap_or_default();
        for (name, value) in after {
            if before.get(&name) != Some(&value) || !fields.contains_key(&name) {
                fields.insert(name, value);
            }
        }
        fields
    })
    .map(|_| ())
}

/// Changes a small file of the program's own, from what is in it now; no other window can write in between. The lock is
/// held for as long as that takes.
pub(super) fn change_file<T: Serialize>(
    folders: &Folders,
    path: &Path,
    change: impl FnOnce(&[u8]) -> T,
) -> Result<T, String> {
    let said = |error: std::io::Error| format!("{}: {error}", path.display());
    std::fs::create_dir_all(&folders.config).map_err(said)?;
    let lock = std::fs::File::create(folders.config.join("lock")).map_err(said)?;
    lock.lock().map_err(said)?;
    let value = change(&file::read_limited(path, LARGEST).unwrap_or_default());
    write_json(path, &value)?;
    Ok(value)
}

/// Writes a small file of the program's own.
pub(super) fn write_json<T: Serialize>(path: &Path, value: &T) -> Result<(), String> {
    let bytes = serde_json::to_vec_pretty(value).map_err(|error| error.to_string())?;
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    file::write_atomic(path, &bytes).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_strange_choice_does_not_cost_the_others() {
        let text = r#"{"language": "tlh", "theme": "dark", "zoom": "big", "who": "Lin Yue", "later": 1}"#;
        let settings: Settings = serde_json::from_str(text).unwrap();
        assert_eq!(settings.language, None);
        assert_eq!(settings.theme, Theme::Dark);
        assert_eq!(settings.zoom(), 100);
        assert_eq!(settings.who, "Lin Yue");
        assert!(serde_json::to_string(&settings).unwrap().contains("later"), "a newer program's choice is kept");
    }

    #[test]
    fn two_windows_keep_what_the_other_chose() {
        let root = std::env::temp_dir().join(format!("settings-{}", std::process::id()));
        let folders = Folders::below(root.clone());
        let start = Settings::default();
        let one = Settings { theme: Theme::Dark, ..start.clone() };
        let two = Settings { zoom: Some(125), ..start.clone() };
        write_changes(&folders, &start, &one).unwrap();
        write_changes(&folders, &start, &two).unwrap();
        let read = Settings::read(&folders);
        assert_eq!((read.theme, read.zoom), (Theme::Dark, Some(125)));
        write_changes(&folders, &two, &Settings { zoom: None, ..two.clone() }).unwrap();
        assert_eq!(Settings::read(&folders).zoom, None, "what is set back is set back");
        std::fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn sizes_step_within_their_range() {
        let at = |zoom| Settings { zoom: Some(zoom), ..Settings::default() };
        assert_eq!(at(100).zoom_step(true), 110);
        assert_eq!(at(100).zoom_step(false), 90);
        assert_eq!(at(200).zoom_step(true), 200);
        assert_eq!(at(1000).zoom(), 200);
        assert_eq!(at(1).zoom(), 80);
    }
}

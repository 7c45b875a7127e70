//! The icons: Phosphor glyphs by name. Regular for actions and things, Bold for small marks and open verdicts, Fill for
//! judged verdicts. They are drawn centred in a square, never inline, because their baseline is not that of the text.

use std::sync::Arc;

use egui::{Align2, Color32, FontFamily, FontId, Galley, Painter, Pos2, Rect};

use crate::desktop::fonts;

/// A glyph of the icon faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Icon(char, &'static str);

/// The face an icon is drawn in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Variant {
    /// Actions and things.
    Regular,
    /// Small marks, open verdicts.
    Bold,
    /// Judged verdicts.
    Fill,
}

impl Variant {
    /// `regular`, `bold`, `fill`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Regular => "regular",
            Self::Bold => "bold",
            Self::Fill => "fill",
        }
    }

    fn family(self) -> FontFamily {
        match self {
            Self::Regular => fonts::icons(),
            Self::Bold => fonts::icons_bold(),
            Self::Fill => fonts::icons_fill(),
        }
    }
}

impl Icon {
    /// Its code point in the private use area.
    pub fn code(self) -> char {
        self.0
    }

    /// Its name at Phosphor.
    pub fn name(self) -> &'static str {
        self.1
    }

    /// Draws it around `centre`, `size` points wide.
    pub fn paint(self, painter: &Painter, variant: Variant, centre: Pos2, size: f32, colour: Color32) -> Rect {
        let font = FontId { size, family: variant.family() };
        painter.text(centre, Align2::CENTER_CENTER, self.0, font, colour)
    }

    /// A layout of it, for drawing it turned.
    pub fn galley(self, painter: &Painter, variant: Variant, size: f32, colour: Color32) -> Arc<Galley> {
        painter.layout_no_wrap(self.0.to_string(), FontId { size, family: variant.family() }, colour)
    }
}

/// Phosphor `arrow-clockwise`.
pub const ARROW_CLOCKWISE: Icon = Icon('\u{E036}', "arrow-clockwise");
/// Phosphor `arrow-counter-clockwise`.
pub const ARROW_COUNTER_CLOCKWISE: Icon = Icon('\u{E038}', "arrow-counter-clockwise");
/// Phosphor `arrow-down`.
pub const ARROW_DOWN: Icon = Icon('\u{E03E}', "arrow-down");
/// Phosphor `arrow-left`.
pub const ARROW_LEFT: Icon = Icon('\u{E058}', "arrow-left");
/// Phosphor `arrow-right`.
pub const ARROW_RIGHT: Icon = Icon('\u{E06C}', "arrow-right");
/// Phosphor `arrow-square-out`.
pub const ARROW_SQUARE_OUT: Icon = Icon('\u{E5DE}', "arrow-square-out");
/// Phosphor `arrow-u-up-left`.
pub const ARROW_U_UP_LEFT: Icon = Icon('\u{E08A}', "arrow-u-up-left");
/// Phosphor `arrow-u-up-right`.
pub const ARROW_U_UP_RIGHT: Icon = Icon('\u{E08C}', "arrow-u-up-right");
/// Phosphor `arrow-up`.
pub const ARROW_UP: Icon = Icon('\u{E08E}', "arrow-up");
/// Phosphor `arrows-down-up`.
pub const ARROWS_DOWN_UP: Icon = Icon('\u{E098}', "arrows-down-up");
/// Phosphor `arrows-left-right`.
pub const ARROWS_LEFT_RIGHT: Icon = Icon('\u{E0A0}', "arrows-left-right");
/// Phosphor `article`.
pub const ARTICLE: Icon = Icon('\u{E0A8}', "article");
/// Phosphor `asterisk`.
pub const ASTERISK: Icon = Icon('\u{E0AA}', "asterisk");
/// Phosphor `at`.
pub const AT: Icon = Icon('\u{E0AC}', "at");
/// Phosphor `bell`.
pub const BELL: Icon = Icon('\u{E0CE}', "bell");
/// Phosphor `book-open`.
pub const BOOK_OPEN: Icon = Icon('\u{E0E6}', "book-open");
/// Phosphor `bookmark-simple`.
pub const BOOKMARK_SIMPLE: Icon = Icon('\u{E0EA}', "bookmark-simple");
/// Phosphor `brackets-curly`.
pub const BRACKETS_CURLY: Icon = Icon('\u{E860}', "brackets-curly");
/// Phosphor `bug`.
pub const BUG: Icon = Icon('\u{E5F4}', "bug");
/// Phosphor `buildings`.
pub const BUILDINGS: Icon = Icon('\u{E102}', "buildings");
/// Phosphor `calendar`.
pub const CALENDAR: Icon = Icon('\u{E108}', "calendar");
/// Phosphor `calendar-blank`.
pub const CALENDAR_BLANK: Icon = Icon('\u{E10A}', "calendar-blank");
/// Phosphor `calendar-plus`.
pub const CALENDAR_PLUS: Icon = Icon('\u{E714}', "calendar-plus");
/// Phosphor `cards`.
pub const CARDS: Icon = Icon('\u{E0F8}', "cards");
/// Phosphor `caret-down`.
pub const CARET_DOWN: Icon = Icon('\u{E136}', "caret-down");
/// Phosphor `caret-left`.
pub const CARET_LEFT: Icon = Icon('\u{E138}', "caret-left");
/// Phosphor `caret-right`.
pub const CARET_RIGHT: Icon = Icon('\u{E13A}', "caret-right");
/// Phosphor `caret-up`.
pub const CARET_UP: Icon = Icon('\u{E13C}', "caret-up");
/// Phosphor `caret-up-down`.
pub const CARET_UP_DOWN: Icon = Icon('\u{E140}', "caret-up-down");
/// Phosphor `certificate`.
pub const CERTIFICATE: Icon = Icon('\u{E766}', "certificate");
/// Phosphor `chat-text`.
pub const CHAT_TEXT: Icon = Icon('\u{E17A}', "chat-text");
/// Phosphor `check`.
pub const CHECK: Icon = Icon('\u{E182}', "check");
/// Phosphor `check-circle`.
pub const CHECK_CIRCLE: Icon = Icon('\u{E184}', "check-circle");
/// Phosphor `check-fat`.
pub const CHECK_FAT: Icon = Icon('\u{EBA6}', "check-fat");
/// Phosphor `check-square`.
pub const CHECK_SQUARE: Icon = Icon('\u{E186}', "check-square");
/// Phosphor `circle`.
pub const CIRCLE: Icon = Icon('\u{E18A}', "circle");
/// Phosphor `circle-dashed`.
pub const CIRCLE_DASHED: Icon = Icon('\u{E602}', "circle-dashed");
/// Phosphor `circle-half`.
pub const CIRCLE_HALF: Icon = Icon('\u{E18C}', "circle-half");
/// Phosphor `circle-notch`.
pub const CIRCLE_NOTCH: Icon = Icon('\u{EB44}', "circle-notch");
/// Phosphor `clipboard-text`.
pub const CLIPBOARD_TEXT: Icon = Icon('\u{E198}', "clipboard-text");
/// Phosphor `clock`.
pub const CLOCK: Icon = Icon('\u{E19A}', "clock");
/// Phosphor `clock-counter-clockwise`.
pub const CLOCK_COUNTER_CLOCKWISE: Icon = Icon('\u{E1A0}', "clock-counter-clockwise");
/// Phosphor `cloud`.
pub const CLOUD: Icon = Icon('\u{E1AA}', "cloud");
/// Phosphor `code`.
pub const CODE: Icon = Icon('\u{E1BC}', "code");
/// Phosphor `command`.
pub const COMMAND: Icon = Icon('\u{E1C4}', "command");
/// Phosphor `copy`.
pub const COPY: Icon = Icon('\u{E1CA}', "copy");
/// Phosphor `cpu`.
pub const CPU: Icon = Icon('\u{E610}', "cpu");
/// Phosphor `database`.
pub const DATABASE: Icon = Icon('\u{E1DE}', "database");
/// Phosphor `desktop`.
pub const DESKTOP: Icon = Icon('\u{E560}', "desktop");
/// Phosphor `diamond`.
pub const DIAMOND: Icon = Icon('\u{E1EC}', "diamond");
/// Phosphor `dots-six-vertical`.
pub const DOTS_SIX_VERTICAL: Icon = Icon('\u{EAE2}', "dots-six-vertical");
/// Phosphor `dots-three`.
pub const DOTS_THREE: Icon = Icon('\u{E1FE}', "dots-three");
/// Phosphor `download-simple`.
pub const DOWNLOAD_SIMPLE: Icon = Icon('\u{E20C}', "download-simple");
/// Phosphor `envelope`.
pub const ENVELOPE: Icon = Icon('\u{E214}', "envelope");
/// Phosphor `equals`.
pub const EQUALS: Icon = Icon('\u{E21C}', "equals");
/// Phosphor `export`.
pub const EXPORT: Icon = Icon('\u{EAF0}', "export");
/// Phosphor `eye`.
pub const EYE: Icon = Icon('\u{E220}', "eye");
/// Phosphor `eye-slash`.
pub const EYE_SLASH: Icon = Icon('\u{E224}', "eye-slash");
/// Phosphor `file`.
pub const FILE: Icon = Icon('\u{E230}', "file");
/// Phosphor `file-arrow-down`.
pub const FILE_ARROW_DOWN: Icon = Icon('\u{E232}', "file-arrow-down");
/// Phosphor `file-code`.
pub const FILE_CODE: Icon = Icon('\u{E914}', "file-code");
/// Phosphor `file-csv`.
pub const FILE_CSV: Icon = Icon('\u{EB1C}', "file-csv");
/// Phosphor `file-html`.
pub const FILE_HTML: Icon = Icon('\u{EB38}', "file-html");
/// Phosphor `file-md`.
pub const FILE_MD: Icon = Icon('\u{ED50}', "file-md");
/// Phosphor `file-pdf`.
pub const FILE_PDF: Icon = Icon('\u{E702}', "file-pdf");
/// Phosphor `file-plus`.
pub const FILE_PLUS: Icon = Icon('\u{E236}', "file-plus");
/// Phosphor `file-text`.
pub const FILE_TEXT: Icon = Icon('\u{E23A}', "file-text");
/// Phosphor `file-xls`.
pub const FILE_XLS: Icon = Icon('\u{EB22}', "file-xls");
/// Phosphor `flag`.
pub const FLAG: Icon = Icon('\u{E244}', "flag");
/// Phosphor `flag-checkered`.
pub const FLAG_CHECKERED: Icon = Icon('\u{EA38}', "flag-checkered");
/// Phosphor `flask`.
pub const FLASK: Icon = Icon('\u{E79E}', "flask");
/// Phosphor `floppy-disk`.
pub const FLOPPY_DISK: Icon = Icon('\u{E248}', "floppy-disk");
/// Phosphor `folder`.
pub const FOLDER: Icon = Icon('\u{E24A}', "folder");
/// Phosphor `folder-open`.
pub const FOLDER_OPEN: Icon = Icon('\u{E256}', "folder-open");
/// Phosphor `funnel-simple`.
pub const FUNNEL_SIMPLE: Icon = Icon('\u{E268}', "funnel-simple");
/// Phosphor `gauge`.
pub const GAUGE: Icon = Icon('\u{E628}', "gauge");
/// Phosphor `gear`.
pub const GEAR: Icon = Icon('\u{E270}', "gear");
/// Phosphor `git-diff`.
pub const GIT_DIFF: Icon = Icon('\u{E27C}', "git-diff");
/// Phosphor `globe`.
pub const GLOBE: Icon = Icon('\u{E288}', "globe");
/// Phosphor `graduation-cap`.
pub const GRADUATION_CAP: Icon = Icon('\u{E62C}', "graduation-cap");
/// Phosphor `hand-pointing`.
pub const HAND_POINTING: Icon = Icon('\u{E29A}', "hand-pointing");
/// Phosphor `handshake`.
pub const HANDSHAKE: Icon = Icon('\u{E582}', "handshake");
/// Phosphor `hard-drives`.
pub const HARD_DRIVES: Icon = Icon('\u{E2A0}', "hard-drives");
/// Phosphor `hash`.
pub const HASH: Icon = Icon('\u{E2A2}', "hash");
/// Phosphor `hourglass-low`.
pub const HOURGLASS_LOW: Icon = Icon('\u{E2B6}', "hourglass-low");
/// Phosphor `hourglass-medium`.
pub const HOURGLASS_MEDIUM: Icon = Icon('\u{E2B8}', "hourglass-medium");
/// Phosphor `house`.
pub const HOUSE: Icon = Icon('\u{E2C2}', "house");
/// Phosphor `identification-card`.
pub const IDENTIFICATION_CARD: Icon = Icon('\u{E2C8}', "identification-card");
/// Phosphor `image`.
pub const IMAGE: Icon = Icon('\u{E2CA}', "image");
/// Phosphor `info`.
pub const INFO: Icon = Icon('\u{E2CE}', "info");
/// Phosphor `key`.
pub const KEY: Icon = Icon('\u{E2D6}', "key");
/// Phosphor `keyboard`.
pub const KEYBOARD: Icon = Icon('\u{E2D8}', "keyboard");
/// Phosphor `lightning`.
pub const LIGHTNING: Icon = Icon('\u{E2DE}', "lightning");
/// Phosphor `link`.
pub const LINK: Icon = Icon('\u{E2E2}', "link");
/// Phosphor `list-bullets`.
pub const LIST_BULLETS: Icon = Icon('\u{E2F2}', "list-bullets");
/// Phosphor `list-checks`.
pub const LIST_CHECKS: Icon = Icon('\u{EADC}', "list-checks");
/// Phosphor `lock`.
pub const LOCK: Icon = Icon('\u{E2FA}', "lock");
/// Phosphor `lock-open`.
pub const LOCK_OPEN: Icon = Icon('\u{E306}', "lock-open");
/// Phosphor `magnifying-glass`.
pub const MAGNIFYING_GLASS: Icon = Icon('\u{E30C}', "magnifying-glass");
/// Phosphor `minus`.
pub const MINUS: Icon = Icon('\u{E32A}', "minus");
/// Phosphor `minus-circle`.
pub const MINUS_CIRCLE: Icon = Icon('\u{E32C}', "minus-circle");
/// Phosphor `monitor`.
pub const MONITOR: Icon = Icon('\u{E32E}', "monitor");
/// Phosphor `moon`.
pub const MOON: Icon = Icon('\u{E330}', "moon");
/// Phosphor `note`.
pub const NOTE: Icon = Icon('\u{E348}', "note");
/// Phosphor `note-pencil`.
pub const NOTE_PENCIL: Icon = Icon('\u{E34C}', "note-pencil");
/// Phosphor `octagon`.
pub const OCTAGON: Icon = Icon('\u{E38E}', "octagon");
/// Phosphor `paperclip`.
pub const PAPERCLIP: Icon = Icon('\u{E39A}', "paperclip");
/// Phosphor `pencil-simple`.
pub const PENCIL_SIMPLE: Icon = Icon('\u{E3B4}', "pencil-simple");
/// Phosphor `play`.
pub const PLAY: Icon = Icon('\u{E3D0}', "play");
/// Phosphor `plugs`.
pub const PLUGS: Icon = Icon('\u{EB56}', "plugs");
/// Phosphor `plugs-connected`.
pub const PLUGS_CONNECTED: Icon = Icon('\u{EB5A}', "plugs-connected");
/// Phosphor `plus`.
pub const PLUS: Icon = Icon('\u{E3D4}', "plus");
/// Phosphor `plus-circle`.
pub const PLUS_CIRCLE: Icon = Icon('\u{E3D6}', "plus-circle");
/// Phosphor `printer`.
pub const PRINTER: Icon = Icon('\u{E3DC}', "printer");
/// Phosphor `prohibit`.
pub const PROHIBIT: Icon = Icon('\u{E3DE}', "prohibit");
/// Phosphor `question`.
pub const QUESTION: Icon = Icon('\u{E3E8}', "question");
/// Phosphor `radio-button`.
pub const RADIO_BUTTON: Icon = Icon('\u{EB08}', "radio-button");
/// Phosphor `scissors`.
pub const SCISSORS: Icon = Icon('\u{EAE0}', "scissors");
/// Phosphor `seal-check`.
pub const SEAL_CHECK: Icon = Icon('\u{E606}', "seal-check");
/// Phosphor `seal-question`.
pub const SEAL_QUESTION: Icon = Icon('\u{E608}', "seal-question");
/// Phosphor `share-network`.
pub const SHARE_NETWORK: Icon = Icon('\u{E408}', "share-network");
/// Phosphor `shield-check`.
pub const SHIELD_CHECK: Icon = Icon('\u{E40C}', "shield-check");
/// Phosphor `shield-warning`.
pub const SHIELD_WARNING: Icon = Icon('\u{E412}', "shield-warning");
/// Phosphor `sidebar-simple`.
pub const SIDEBAR_SIMPLE: Icon = Icon('\u{EC24}', "sidebar-simple");
/// Phosphor `signature`.
pub const SIGNATURE: Icon = Icon('\u{EBAC}', "signature");
/// Phosphor `skip-forward`.
pub const SKIP_FORWARD: Icon = Icon('\u{E5A6}', "skip-forward");
/// Phosphor `square`.
pub const SQUARE: Icon = Icon('\u{E45E}', "square");
/// Phosphor `star`.
pub const STAR: Icon = Icon('\u{E46A}', "star");
/// Phosphor `stop`.
pub const STOP: Icon = Icon('\u{E46C}', "stop");
/// Phosphor `sun`.
pub const SUN: Icon = Icon('\u{E472}', "sun");
/// Phosphor `sun-dim`.
pub const SUN_DIM: Icon = Icon('\u{E474}', "sun-dim");
/// Phosphor `swap`.
pub const SWAP: Icon = Icon('\u{E83C}', "swap");
/// Phosphor `table`.
pub const TABLE: Icon = Icon('\u{E476}', "table");
/// Phosphor `tag`.
pub const TAG: Icon = Icon('\u{E478}', "tag");
/// Phosphor `terminal-window`.
pub const TERMINAL_WINDOW: Icon = Icon('\u{EAE8}', "terminal-window");
/// Phosphor `text-t`.
pub const TEXT_T: Icon = Icon('\u{E48A}', "text-t");
/// Phosphor `ticket`.
pub const TICKET: Icon = Icon('\u{E490}', "ticket");
/// Phosphor `timer`.
pub const TIMER: Icon = Icon('\u{E492}', "timer");
/// Phosphor `translate`.
pub const TRANSLATE: Icon = Icon('\u{E4A2}', "translate");
/// Phosphor `trash`.
pub const TRASH: Icon = Icon('\u{E4A6}', "trash");
/// Phosphor `tree-structure`.
pub const TREE_STRUCTURE: Icon = Icon('\u{E67C}', "tree-structure");
/// Phosphor `trend-down`.
pub const TREND_DOWN: Icon = Icon('\u{E4AC}', "trend-down");
/// Phosphor `trophy`.
pub const TROPHY: Icon = Icon('\u{E67E}', "trophy");
/// Phosphor `upload-simple`.
pub const UPLOAD_SIMPLE: Icon = Icon('\u{E4C0}', "upload-simple");
/// Phosphor `user`.
pub const USER: Icon = Icon('\u{E4C2}', "user");
/// Phosphor `user-circle`.
pub const USER_CIRCLE: Icon = Icon('\u{E4C4}', "user-circle");
/// Phosphor `users`.
pub const USERS: Icon = Icon('\u{E4D6}', "users");
/// Phosphor `warning`.
pub const WARNING: Icon = Icon('\u{E4E0}', "warning");
/// Phosphor `warning-circle`.
pub const WARNING_CIRCLE: Icon = Icon('\u{E4E2}', "warning-circle");
/// Phosphor `warning-octagon`.
pub const WARNING_OCTAGON: Icon = Icon('\u{E4E4}', "warning-octagon");
/// Phosphor `wifi-high`.
pub const WIFI_HIGH: Icon = Icon('\u{E4EA}', "wifi-high");
/// Phosphor `wifi-slash`.
pub const WIFI_SLASH: Icon = Icon('\u{E4F2}', "wifi-slash");
/// Phosphor `x`.
pub const X: Icon = Icon('\u{E4F6}', "x");
/// Phosphor `x-circle`.
pub const X_CIRCLE: Icon = Icon('\u{E4F8}', "x-circle");

/// Every icon, in order of its name.
pub const ALL: &[Icon] = &[
    ARROW_CLOCKWISE,
    ARROW_COUNTER_CLOCKWISE,
    ARROW_DOWN,
    ARROW_LEFT,
    ARROW_RIGHT,
    ARROW_SQUARE_OUT,
    ARROW_U_UP_LEFT,
    ARROW_U_UP_RIGHT,
    ARROW_UP,
    ARROWS_DOWN_UP,
    ARROWS_LEFT_RIGHT,
    ARTICLE,
    ASTERISK,
    AT,
    BELL,
    BOOK_OPEN,
    BOOKMARK_SIMPLE,
    BRACKETS_CURLY,
    BUG,
    BUILDINGS,
    CALENDAR,
    CALENDAR_BLANK,
    CALENDAR_PLUS,
    CARDS,
    CARET_DOWN,
    CARET_LEFT,
    CARET_RIGHT,
    CARET_UP,
    CARET_UP_DOWN,
    CERTIFICATE,
    CHAT_TEXT,
    CHECK,
    CHECK_CIRCLE,
    CHECK_FAT,
    CHECK_SQUARE,
    CIRCLE,
    CIRCLE_DASHED,
    CIRCLE_HALF,
    CIRCLE_NOTCH,
    CLIPBOARD_TEXT,
    CLOCK,
    CLOCK_COUNTER_CLOCKWISE,
    CLOUD,
    CODE,
    COMMAND,
    COPY,
    CPU,
    DATABASE,
    DESKTOP,
    DIAMOND,
    DOTS_SIX_VERTICAL,
    DOTS_THREE,
    DOWNLOAD_SIMPLE,
    ENVELOPE,
    EQUALS,
    EXPORT,
    EYE,
    EYE_SLASH,
    FILE,
    FILE_ARROW_DOWN,
    FILE_CODE,
    FILE_CSV,
    FILE_HTML,
    FILE_MD,
    FILE_PDF,
    FILE_PLUS,
    FILE_TEXT,
    FILE_XLS,
    FLAG,
    FLAG_CHECKERED,
    FLASK,
    FLOPPY_DISK,
    FOLDER,
    FOLDER_OPEN,
    FUNNEL_SIMPLE,
    GAUGE,
    GEAR,
    GIT_DIFF,
    GLOBE,
    GRADUATION_CAP,
    HAND_POINTING,
    HANDSHAKE,
    HARD_DRIVES,
    HASH,
    HOURGLASS_LOW,
    HOURGLASS_MEDIUM,
    HOUSE,
    IDENTIFICATION_CARD,
    IMAGE,
    INFO,
    KEY,
    KEYBOARD,
    LIGHTNING,
    LINK,
    LIST_BULLETS,
    LIST_CHECKS,
    LOCK,
    LOCK_OPEN,
    MAGNIFYING_GLASS,
    MINUS,
    MINUS_CIRCLE,
    MONITOR,
    MOON,
    NOTE,
    NOTE_PENCIL,
    OCTAGON,
    PAPERCLIP,
    PENCIL_SIMPLE,
    PLAY,
    PLUGS,
    PLUGS_CONNECTED,
    PLUS,
    PLUS_CIRCLE,
    PRINTER,
    PROHIBIT,
    QUESTION,
    RADIO_BUTTON,
    SCISSORS,
    SEAL_CHECK,
    SEAL_QUESTION,
    SHARE_NETWORK,
    SHIELD_CHECK,
    SHIELD_WARNING,
    SIDEBAR_SIMPLE,
    SIGNATURE,
    SKIP_FORWARD,
    SQUARE,
    STAR,
    STOP,
    SUN,
    SUN_DIM,
    SWAP,
    TABLE,
    TAG,
    TERMINAL_WINDOW,
    TEXT_T,
    TICKET,
    TIMER,
    TRANSLATE,
    TRASH,
    TREE_STRUCTURE,
    TREND_DOWN,
    TROPHY,
    UPLOAD_SIMPLE,
    USER,
    USER_CIRCLE,
    USERS,
    WARNING,
    WARNING_CIRCLE,
    WARNING_OCTAGON,
    WIFI_HIGH,
    WIFI_SLASH,
    X,
    X_CIRCLE,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_icons_are_those_that_the_faces_were_cut_to() {
        let listed: Vec<(String, u32)> = include_str!("../../../assets/fonts/phosphor-codes.txt")
            .lines()
            .filter_map(|line| line.split_once(" U+"))
            .map(|(name, code)| (name.to_owned(), u32::from_str_radix(code, 16).expect("a code point")))
            .collect();
        let known: Vec<(String, u32)> =
            ALL.iter().map(|icon| (icon.name().to_owned(), u32::from(icon.code()))).collect();
        assert_eq!(known, listed);
    }
}

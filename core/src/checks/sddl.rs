//! Just enough of the security descriptor language to show that a descriptor admits an account. Where anything is not
//! understood, admission is not shown.

/// The right that `RestrictRemoteSam` is about: READ_CONTROL.
const READ_CONTROL: u32 = 0x0002_0000;

/// Whether the access list of `sddl` gives READ_CONTROL to one of `sids` before anything can deny it. False means
/// "not shown", not "denied": groups of the machine that checks are not known here.
pub(super) fn admits(sddl: &str, sids: &[&str]) -> bool {
    let Some(list) = access_list(sddl) else { return false };
    for entry in list {
        let Some(entry) = entry else { return false };
        let mine = sids.iter().any(|sid| sid.eq_ignore_ascii_case(entry.trustee));
        match entry.kind {
            "A" if mine => return true,
            "A" => {}
            // A denial of somebody unknown may well be meant for this account.
            _ => return false,
        }
    }
    false
}

struct Entry<'a> {
    kind: &'a str,
    trustee: &'a str,
}

/// The entries of the discretionary list that concern READ_CONTROL, in order; `None` for one that is not understood.
fn access_list(sddl: &str) -> Option<Vec<Option<Entry<'_>>>> {
    let start = sddl.find("D:")? + 2;
    let list = sddl.get(start..)?;
    let list = list.split("S:").next()?;
    let mut entries = Vec::new();
    for part in list.split('(').skip(1) {
        let body = part.split(')').next()?;
        let fields: Vec<&str> = body.split(';').collect();
        let [kind, flags, rights, _, _, trustee] = fields.as_slice() else {
            entries.push(None);
            continue;
        };
        // An entry that is only for inheritance does not apply to the thing itself.
        if flags.contains("IO") {
            continue;
        }
        match holds_read_control(rights) {
            Some(true) => entries.push(Some(Entry { kind, trustee: spelled_out(trustee) })),
            Some(false) => {}
            None => entries.push(None),
        }
    }
    Some(entries)
}

fn holds_read_control(rights: &str) -> Option<bool> {
    if let Some(hex) = rights.strip_prefix("0x") {
        return u32::from_str_radix(hex, 16).ok().map(|mask| mask & READ_CONTROL != 0);
    }
    let pairs: Vec<&str> = (0..rights.len()).step_by(2).map(|at| rights.get(at..at + 2)).collect::<Option<_>>()?;
    Some(pairs.iter().any(|pair| matches!(*pair, "RC" | "GA")))
}

/// The identifier behind the aliases that mean the same everywhere.
fn spelled_out(trustee: &str) -> &str {
    match trustee {
        "WD" => "S-1-1-0",
        "AU" => "S-1-5-11",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ME: &str = "S-1-5-21-1-2-3-1105";
    const MINE: [&str; 3] = [ME, "S-1-1-0", "S-1-5-11"];

    #[test]
    fn an_entry_for_the_account_or_for_everybody_admits() {
        assert!(admits("O:BAG:BAD:(A;;RC;;;BA)(A;;RC;;;S-1-5-21-1-2-3-1105)", &MINE));
        assert!(admits("O:BAG:BAD:(A;;RC;;;AU)", &MINE));
        assert!(admits("D:(A;;0x20000;;;WD)", &MINE));
    }

    #[test]
    fn whatever_else_does_not() {
        for sddl in [
            "",
            "D:",
            "O:BAG:BAD:(A;;RC;;;BA)",
            "O:BAG:BAD:(D;;RC;;;S-1-5-21-1-2-3-1105)(A;;RC;;;WD)",
            "O:BAG:BAD:(D;;RC;;;S-1-5-21-9-9-9-9)(A;;RC;;;WD)",
            "O:BAG:BAD:(A;;RP;;;S-1-5-21-1-2-3-1105)",
            "O:BAG:BAD:(A;IO;RC;;;S-1-5-21-1-2-3-1105)",
            "O:BAG:BAD:(A;;RC;;S-1-5-21-1-2-3-1105)",
            "O:BAG:BAD:(A;;RC€;;;S-1-5-21-1-2-3-1105)",
            "O:BAG:BAD:(XA;;RC;;;S-1-5-21-1-2-3-1105;(x))",
            "O:BAG:BAD:S:(A;;RC;;;S-1-5-21-1-2-3-1105)",
        ] {
            assert!(!admits(sddl, &MINE), "{sddl}");
        }
    }
}

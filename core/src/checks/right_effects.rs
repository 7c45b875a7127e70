//! What a list of rights amounts to: for each right its worst entry, because a list that says two things must not be
//! read in its better sense.

use crate::{
    Message,
    facts::directory::{Right, RightEffect, RightSeen, SamRight, SamRightSeen},
    msg,
};

/// How one right stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is effective.
    Held,
    /// It was seen not to be effective.
    Lacking,
    /// It could not be seen, or is not in the list.
    Unknown,
}

/// The entry that decides about a right; none when the list leaves it out.
pub(super) fn deciding(rights: &[RightSeen], right: Right) -> Option<&RightEffect> {
    worst(rights.iter().filter(|seen| seen.right == right).map(|seen| &seen.effect))
}

/// The same for a right on the samServer object.
pub(super) fn deciding_on_sam(rights: &[SamRightSeen], right: SamRight) -> Option<&RightEffect> {
    worst(rights.iter().filter(|seen| seen.right == right).map(|seen| &seen.effect))
}

fn worst<'a>(effects: impl Iterator<Item = &'a RightEffect>) -> Option<&'a RightEffect> {
    let badness = |effect: &&RightEffect| match effect {
        RightEffect::Granted { .. } => 0,
        RightEffect::Unreadable | RightEffect::Undecided { .. } => 1,
        RightEffect::NotGranted => 2,
        RightEffect::InheritanceStops { .. } => 3,
        RightEffect::Denied { .. } => 4,
    };
    effects.max_by_key(badness)
}

/// How the deciding entry leaves the right.
pub(super) fn standing(deciding: Option<&RightEffect>) -> Standing {
    match deciding {
        Some(RightEffect::Granted { .. }) => Standing::Held,
        Some(RightEffect::Denied { .. } | RightEffect::NotGranted | RightEffect::InheritanceStops { .. }) => {
            Standing::Lacking
        }
        Some(RightEffect::Unreadable | RightEffect::Undecided { .. }) | None => Standing::Unknown,
    }
}

/// One step of the walk: the right, and the entry that grants, denies or stops it.
pub(super) fn told(name: Message, deciding: Option<&RightEffect>) -> Message {
    match deciding {
        Some(RightEffect::Granted { to, at }) => msg!("right-effect-granted", right = name, to = to, at = at),
        Some(RightEffect::Denied { to, at }) => msg!("right-effect-denied", right = name, to = to, at = at),
        Some(RightEffect::NotGranted) => msg!("right-effect-not-granted", right = name),
        Some(RightEffect::InheritanceStops { at }) => msg!("right-effect-inheritance-stops", right = name, at = at),
        Some(RightEffect::Undecided { to, at }) => msg!("right-effect-undecided", right = name, to = to, at = at),
        Some(RightEffect::Unreadable) => msg!("right-effect-unreadable", right = name),
        None => msg!("right-effect-not-listed", right = name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_entry_decides() {
        let seen = |effect| RightSeen { right: Right::ResetPassword, effect };
        let granted = || seen(RightEffect::Granted { to: "a".into(), at: "b".into() });
        let denied = || seen(RightEffect::Denied { to: "a".into(), at: "b".into() });
        let of = |rights: &[RightSeen]| standing(deciding(rights, Right::ResetPassword));
        assert_eq!(of(&[granted()]), Standing::Held);
        assert_eq!(of(&[granted(), denied(), granted()]), Standing::Lacking);
        assert_eq!(of(&[granted(), seen(RightEffect::Unreadable)]), Standing::Unknown);
        let undecided = seen(RightEffect::Undecided { to: "a".into(), at: "b".into() });
        assert_eq!(of(&[granted(), undecided]), Standing::Unknown);
        assert_eq!(of(&[]), Standing::Unknown);
        assert_eq!(standing(deciding(&[granted()], Right::UnexpirePassword)), Standing::Unknown);
    }
}

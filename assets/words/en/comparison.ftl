# What became of items between two assessments: on the command line, in the report, on the page.

change-regressed = Regressed
change-lost = No longer known
change-exception-lapsed = Exception lapsed
change-answer-changed = Answer changed
change-fixed = Fixed
change-improved = Improved, not fixed
change-newly-known = Newly known
change-exception-added = Exception added
change-new = New item
change-removed = Item removed
change-other = Otherwise changed
change-unchanged = Unchanged

compare-title = Comparison of two assessments
compare-document-title = Comparison: { $organisation }
compare-same = Nothing changed.
compare-now = { $now }
compare-was = { $now } Before: { $before }
compare-nothing-seen = Nobody had looked.
compare-only-now = Only the later checklist asks this.
compare-only-before = The later checklist no longer asks this.
compare-answered = { $who } on { $at }: { $outcome }. { $why }
compare-answer-lapsed = The answer of { $who } held until { $until } and was not given again.
compare-answer-gone = The answer was taken back.
compare-accepted = Accepted by { $who } until { $until }; not repaired.
compare-exception-lapsed = Accepted until { $until }, counts again.
compare-exception-ended = { $who } ended the exception; the finding counts again.
compare-exception-exceeded = What { $who } accepted was less than what is found now.
compare-weight = Counted as { $before }, counts as { $now } now.

compare-mismatch-checklist = They follow different checklists: { $before } and { $now }.
compare-mismatch-tenant = These are two tenants: { $before } and { $now }.
compare-mismatch-forest = These are two forests: { $before } and { $now }.
compare-mismatch-cloud = These are two clouds: { $before } and { $now }.
compare-mismatch-training = One of them holds recorded facts for training, the other real ones.

compare-mismatch-all-the-same = Comparing all the same is possible; fixed and regressed mean little then.
compare-nothing =
    { $count ->
        [one] Nothing changed in { $count } item.
       *[other] Nothing changed in { $count } items.
    }
compare-earlier = Earlier (A)
compare-later = Later (B)
compare-as-it-stood = as it stood on { $at }
compare-as-it-stands = as it stands on { $at }
compare-about = What is compared
compare-counts = Changes
compare-digest-a = Digest of A
compare-digest-b = Digest of B
compare-verdict = Verdict
compare-worse = Something is worse than it was.
compare-not-worse = Nothing is worse than it was.
compare-column-a = A
compare-column-b = B
compare-column-what = What changed
compare-facts = Facts that changed
compare-fact-gone = not seen any more
compare-fact-new = not seen before
compare-training = TRAINING: recorded facts, not a real tenant

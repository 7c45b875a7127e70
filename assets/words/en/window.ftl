# Words of the window: commands, pages, sheets. Those of the item list and the item's detail are in window-items.ftl.

## Commands

command-new = New assessment
    .hint = Name the customer, then run or answer.
command-open = Open a file or signed PDF
    .hint = A signed report is verified first.
command-save = Save
    .hint = Writes the file now. It is written by itself a second after each edit, too.
command-save-as = Save as
    .hint = Chooses a file of its own.
command-import = Import evidence
    .hint = Takes facts that a collector wrote on another machine, after showing what they change.
command-sample = Try the sample
    .hint = A finished example. Nothing is contacted.
command-training = Training
    .hint = Find hidden faults in recorded cases.
command-close = Close and go to the start page
    .hint = What has no file yet is offered for recovery.
command-quit = Quit
    .hint = Ends the program. Everything edited is kept.
command-undo = Undo
    .hint = Takes back the last edit. Results of runs stay.
command-redo = Redo
    .hint = Does it again.
command-search = Search
    .hint = Looks in titles, ids, reasons and findings.
command-run-all = Run all
    .hint = Looks at everything a machine can see.
command-run-not-met = Run what is not met
    .hint = Runs what failed, could not be checked or was not run.
command-run-section = Run this section
    .hint = Runs the items of the section shown.
command-run-item = Run this item
    .hint = Looks at this item again.
command-cancel = Cancel
    .hint = Ends the run. Finished results stay.
command-answer = Answer by hand
    .hint = Says what a machine cannot know.
command-accept = Accept as exception
    .hint = Accepts what was found, with a reason and an end.
command-note = Note
    .hint = Writes something down about this item.
command-previous = Previous item
    .hint = Goes up in the list.
command-next = Next item
    .hint = Goes down in the list.
command-next-open = Next thing to do
    .hint = Goes to the next required item that stands in the way.
command-overview = Overview
    .hint = The conclusion and what it rests on.
command-checklist = Checklist
    .hint = The items, one of them in full.
command-subject = Subject
    .hint = Who and what is assessed.
command-sign-off = Sign-off
    .hint = Who stands by it.
command-report = Report and export
    .hint = The report in every format.
command-side = Show the side
    .hint = Shows the side in full in a narrow window.
command-messages = Messages
    .hint = What was said at the bottom right.
command-zoom-in = Larger
    .hint = Makes everything larger.
command-zoom-out = Smaller
    .hint = Makes everything smaller.
command-zoom-reset = Normal size
    .hint = Back to 100 %.
command-theme-system = As the system
    .hint = Light or dark, as the system says.
command-theme-light = Light
    .hint = Dark on light.
command-theme-dark = Dark
    .hint = Light on dark.
command-shortcuts = Shortcuts
    .hint = Every key on one sheet.
command-about = About
    .hint = Version, renderer, dates of the tables.

## Everywhere

ui-close = Close
ui-cancel = Cancel
ui-discard = Discard
ui-recover = Recover
ui-more = More
ui-optional = optional
ui-unnamed = Unnamed assessment
ui-history-of = { $command }: { $edit }
ui-count-of = { $count } { $what }
ui-menu-language = Language
ui-menu-theme = Theme
ui-menu-zoom = Size

ui-keys-search = Find a command
ui-keys-file = File
ui-keys-edit = Edit
ui-keys-run = Run
ui-keys-item = Items
ui-keys-page = Pages
ui-keys-window = Window

ui-why-nothing-open = No assessment is open.
ui-why-nothing-to-undo = There is nothing to take back.
ui-why-nothing-to-redo = There is nothing to do again.
ui-why-running = A run is going on.
ui-why-not-running = No run is going on.
ui-why-no-section = No section is shown.
ui-why-no-item = No item is selected.
ui-why-manual = Only a person can tell. Answer by hand.
ui-why-no-samples = This build has no recorded scenarios.
ui-why-largest = This is the largest size.
ui-why-smallest = This is the smallest size.
ui-why-no-name = Say who signs.
ui-why-not-read = Tick that the findings were read.

## Edits, as they are named by undo

ui-edit-subject = subject
ui-edit-answer = answer
ui-edit-exception = exception
ui-edit-end-exception = end of an exception
ui-edit-note = note
ui-edit-sign = signature
ui-edit-withdraw = withdrawal of a signature
ui-edit-import = import

ui-undone = Taken back: { $edit }.
ui-redone = Done again: { $edit }.
ui-answered = Answer saved. The machine's result stays beside it.
ui-accepted = Accepted until { $until }. The finding stays beside it.
ui-exception-ended = The exception has ended. What was found counts again.
ui-signed = { $who } has signed.
ui-withdrawn = The signature was withdrawn.

## The start page

ui-start-claim = Find out whether Microsoft Entra password writeback works, and prove it.
ui-start-start = Start
ui-start-recent = Recent
ui-start-clear = Clear list
ui-start-forget = Remove { $name } from the list
ui-start-missing = Missing
ui-start-not-found = File not found
ui-start-empty = Nothing opened yet. Start a new assessment, or try the sample to see a finished one.
ui-start-drop = Drop an assessment, a report or server evidence here
ui-start-unsaved = Unsaved work found.
ui-start-unsaved-text = { $name }, { $answers ->
        [0] no answers
        [one] { $answers } answer
       *[other] { $answers } answers
    }, from { $at }.
ui-promise-reads = Reads only, changes nothing
ui-promise-account = No account needed
ui-promise-offline = Works offline
ui-promise-telemetry = No telemetry

## Training

ui-training-strip = TRAINING: recorded facts, not your tenant
ui-training-leave = Leave training
ui-training-mark = TRAINING
ui-training-cases = Cases
ui-training-about = Each case is recorded. Run it, find what stands in the way, and say why. Nothing is contacted.
ui-training-open = Start
ui-training-start = Start the case: { $case }

## The frame

ui-save-saved = All changes saved
ui-save-saving = Saving
ui-save-empty = New
ui-save-unnamed = No file yet, kept for recovery
ui-save-unnamed-tip = Click to choose a file.
ui-save-trouble = Not saved
ui-search-hint = Search items, text, findings
ui-report-short = Report
ui-ready-with = { $count ->
        [one] Ready, { $count } exception
       *[other] Ready, { $count } exceptions
    }
ui-met-count = { $count } met
ui-warnings = { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }
ui-back-to-list = Back to the list
ui-read-item = Show the selected item
ui-met-of = { $met } of { $all } met
ui-next = Next: { $title }
ui-next-short = Next
ui-side-checklist = Checklist
ui-side-work = Work
ui-side-subject = Subject: { $name }
ui-side-no-subject = Tenant and server not named yet
ui-vantage = Seen from: { $places }
ui-vantage-none = Nothing was measured yet
ui-judged-of = { $judged } of { $all } items judged
ui-data-of = Data of { $day }
ui-signed-of = Signed by { $count } of 2
ui-messages-none = Nothing was said yet.

## Runs

ui-run-this = This run
ui-run-started = started { $time }
ui-run-sources = { $done } of { $all } sources done
ui-run-elapsed = { $time } elapsed
ui-run-idle-left = about { $time } left, for the idle test
ui-run-cancelling = Ending; finished results stay
ui-run-so-far = So far:
ui-run-hint = You can keep working. Finished results stay if you cancel.
ui-run-done = Done
ui-run-probed = { $count ->
        [one] { $count } probe
       *[other] { $count } probes
    }
ui-run-idle = Idle test
ui-run-idle-next = { $done } of { $all } answered, next in { $time }
ui-run-idle-answered = { $done } of { $all } answered
ui-run-nothing = There is nothing to run: these items wait for a person.
ui-run-finished = Run finished: { $conclusion }.
ui-run-cancelled = Cancelled. { $done } of { $all } items were judged, and finished results are kept.
ui-run-stopped = The run stopped by itself. What was held before is unchanged.

## Overview

ui-overview-empty = Nothing has been checked yet. Run everything, or start with the items only a person can answer.
ui-overview-run = Run every item
ui-overview-answer = Answer { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
ui-overview-more = and { $count } more
ui-overview-nothing-open = Nothing required stands in the way.
ui-overview-measured = Where it was measured
ui-overview-looks = { $count ->
        [one] { $count } look, { $newest }
       *[other] { $count } looks, the newest { $newest }, the oldest { $oldest }
    }
ui-overview-soon = Expires soon
ui-overview-exception-ends = exception until { $day }
ui-overview-answer-ends = answer until { $day }

## Subject

ui-subject-head = Who and what is assessed
ui-subject-customer = Customer
ui-subject-where = Where
ui-subject-people = People for the test
ui-subject-organisation-help = Printed on the report.
ui-subject-assessor-help = Who makes the assessment: a consultancy or a team.
ui-subject-tenant-help = contoso.onmicrosoft.com, another domain of it, or its id.
ui-subject-forest-help = The DNS name of the forest root, contoso.local.
ui-subject-sync-server-help = Where Entra Connect runs. Its view decides network items.
ui-subject-test-user-help = A synchronised user, not an administrator.
ui-subject-admin-help = Who turns writeback on in the wizard.
ui-subject-server-follows = Network results of this machine may then close items.
ui-subject-organisation-wrong = Name the organisation.
ui-subject-tenant-wrong = Not a domain name or an id. Example: contoso.onmicrosoft.com
ui-subject-forest-wrong = Not a domain name. Example: contoso.local
ui-subject-sync-server-wrong = Not a host name. Example: SYNC01
ui-subject-user-wrong = Not a user principal name. Example: anna@contoso.com
ui-subject-stale = Results of another subject would no longer fit.
ui-subject-stale-text = { $count ->
        [one] { $count } result becomes stale.
       *[other] { $count } results become stale.
    }
ui-subject-save = Save and go to the checklist
ui-subject-rest = You can add the rest when an item asks for it.
ui-cloud-global = Global
ui-cloud-gcc-high = US Gov
ui-cloud-dod = US DoD
ui-cloud-china = China

## Sign-off

ui-sign-about = Each person signs the findings as they are now. Any later change makes both signatures stale.
ui-sign-training = Training cannot be signed off.
ui-sign-read = Read what counts
ui-sign-exception = { $title }, accepted by { $who } until { $until }
ui-sign-was = was { $what }
ui-sign-failed = { $count ->
        [one] { $count } item failed
       *[other] { $count } items failed
    }
ui-sign-could-not-check = { $count ->
        [one] { $count } item could not be checked
       *[other] { $count } items could not be checked
    }
ui-sign-needs-you = { $count ->
        [one] { $count } item waits for an answer
       *[other] { $count } items wait for an answer
    }
ui-sign-not-run = { $count ->
        [one] { $count } item was not run
       *[other] { $count } items were not run
    }
ui-sign-warnings = { $count ->
        [one] { $count } warning stays open and is printed
       *[other] { $count } warnings stay open and are printed
    }
ui-sign-by-hand = { $count ->
        [one] { $count } item rests on a person's word, with name and date
       *[other] { $count } items rest on a person's word, with names and dates
    }
ui-sign-oldest = The oldest evidence is of { $at }
ui-sign-nothing-special = No exceptions, no open warnings, and nothing rests on a person's word.
ui-sign-not-signed = Not signed
ui-sign-signed = Signed
ui-sign-is-stale = Stale
ui-sign-stale = Changed after it was signed.
ui-sign-stale-text = The signature no longer covers what is shown. Withdraw it and sign again.
ui-sign-when = { $at }, as { $conclusion }
ui-sign-withdraw = Withdraw
ui-sign-withdraw-of = Withdraw the signature: { $role }
ui-sign-name-of = Name ({ $role })
ui-sign-title-of = Role ({ $role })
ui-sign-have-read = I have read the findings and stand by them ({ $role }).
ui-sign-as-it-is = You sign that it is: { $conclusion }, with these reasons.
ui-sign-as = Sign as { $role }
ui-sign-as-not = Sign as { $role }: { $conclusion }
ui-sign-digest-only = Name, date and digest are kept. No certificate proves them.
ui-sign-what = What is signed
ui-sign-digest = Digest
ui-sign-subject = Subject
ui-sign-data = Data
ui-sign-after = After signing
ui-sign-report = Save the report

## Report and export

ui-report-language = Language of the report
ui-report-screen = The screen stays in { $language }.
ui-report-content = Content
ui-report-content-about = What is left out is said on the cover. The PDF carries the whole assessment all the same.
ui-report-draft = DRAFT
ui-report-draft-text = Not signed off: every page says DRAFT.
ui-report-stale = Stale: changed after it was signed
ui-report-training = TRAINING: every page says so
ui-report-save = Save
ui-report-save-as = Save: { $format }
ui-report-type-path = Type the path: { $format }
ui-report-saved = Saved { $time }, { $size }
ui-report-file-hint = The assessment itself is saved as a file of its own with Ctrl+S.
ui-format-pdf = PDF report
    .hint = For people: cover, items, evidence, sign-off.
ui-format-html = HTML report
    .hint = The same as one page, with nothing loaded from elsewhere.
ui-format-markdown = Markdown report
    .hint = The same as text for a wiki.
ui-format-json = JSON
    .hint = For programs: results and facts.
ui-format-csv = CSV action plan
    .hint = What to do, as a table.
ui-format-junit = JUnit
    .hint = For build servers.
ui-exported = { $name } is saved.
ui-export-refused = The report could not be written: { $why }

## Files

ui-dialog-open = Open an assessment
ui-dialog-save = Save the assessment
ui-dialog-import = Import evidence
ui-dialog-attach = Attach a file
ui-dialog-export = Save the report
ui-dialog-attached = Save the attached file
ui-kind-assessment = Assessments
ui-kind-data = Reference data
ui-data-installed = The reference data of { $issued } is installed. It is used from the next start on.
ui-data-refused = { $file } was not installed: { $why }
ui-kind-facts = Evidence
ui-path-label = Path of the file
ui-path-help = No file dialog is open here, so the path is typed. Enter does it.
ui-path-empty = Type a path.
ui-path-open = Open
ui-path-save = Save
ui-overwrite = Replace { $name }?
ui-overwrite-text = There is a file with this name already. What is in it will be gone.
ui-overwrite-act = Replace
ui-saved = Saved. Every further edit is written by itself.
ui-not-saved = Not saved: { $why }
ui-not-saved-kept = Not saved, but kept for recovery: { $why }
ui-save-first = What is open is not saved, so nothing else is opened: { $why }

ui-import-title = Evidence in { $name }
ui-import-foreign = This may be about somebody else.
ui-import-other-tenant = It is about the tenant { $found }, and the subject is { $expected }.
ui-import-other-forest = It is about the forest { $found }, and the subject is { $expected }.
ui-import-other-server = It was seen on { $found }, and the sync server is { $expected }.
ui-import-changes = { $count ->
        [0] No item changes.
        [one] { $count } item changes:
       *[other] { $count } items change:
    }
ui-import-take = Import
ui-import-anyway = Import all the same
ui-import-needs-document = Open or begin an assessment first, then import the evidence.
ui-import-future = What { $place } saw is dated { $at }, which has not come yet: its clock runs ahead, or the one here is behind. Set it right and collect again.
ui-imported = { $count ->
        [one] { $count } look imported.
       *[other] { $count } looks imported.
    }

ui-trouble-not-read = { $file } cannot be read: { $why }
ui-trouble-not-written = { $file } cannot be written: { $why }
ui-trouble-not-locked = { $file } cannot be held against a second window: { $why }
ui-trouble-too-large = { $file } is too large ({ $size } bytes).
ui-trouble-malformed = { $file }, line { $line }: not a sound file. { $why }
ui-trouble-newer = { $file } has version { $version } of the format, which a newer program wrote. Use a newer program.
ui-trouble-held = { $file } is open in another window, or a command is changing it. Close it there first.
ui-trouble-bug = Something in this program stopped. What is open is unchanged.

## About

ui-about-version = Version { $version }
ui-about-licence = MIT or Apache-2.0. Fonts: Noto Sans SC (OFL), Hack (MIT). Icons: Phosphor (MIT).
ui-about-renderer = Renderer
ui-about-checklist = Checklist
ui-about-data = Dates of the tables
ui-about-origin = Origin
ui-about-stale = A table is older than 180 days
ui-about-copy = Copy for support

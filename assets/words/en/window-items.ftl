# Words of the item list and the item's detail in the window.

## The list

ui-item-all = All
ui-item-to-do = To do
ui-item-show = Show
ui-item-filter = Filter
ui-item-filter-set = Filter: { $what }
ui-item-filter-remove = Remove filter: { $what }
ui-item-filter-clear = Clear
ui-item-filter-status = Status
ui-item-filter-weight = Weight
ui-item-filter-looks-at = Looks at
ui-item-met = { $met } of { $all } met
ui-item-none-match = No item matches.
ui-item-clear-filters = Clear filters
ui-item-none-selected = Select an item. Up and Down move, Enter opens.
ui-item-excepted-was = Excepted, was { $was }
ui-item-excepted-until = until { $day }
ui-item-exception-lapsed = exception lapsed
ui-item-answered = { $outcome }, by { $who }
ui-item-answer-lapsed = answer by { $who } lapsed
ui-item-looks-at = Looks at: { $sources }
ui-item-list-name = Items
ui-item-spoken-weight = { $weight }
ui-item-spoken-place = measured from { $place }

## The head of the detail

ui-item-point = part { $part }, step { $step }
ui-item-article = Article
ui-item-copy-id = Copy the id { $id }
ui-item-copy-link = Copy "title: verdict, finding"
ui-item-previous = Previous item
ui-item-next = Next item
ui-item-measured-from = Measured from { $place }
ui-item-measured-only-from = Measured from { $place }: can warn or fail, but not pass
ui-item-evidence-of = evidence of { $time }
ui-item-stale = Seen before the subject changed
ui-item-machine = Machine: { $verdict }
ui-item-not-run-yet = Not run yet. Run this item to see what is true, or answer by hand.
ui-item-needs-answer = Only a person can tell. Answer by hand.
ui-item-running-now = Running
ui-item-exception-ended = The exception ended on { $day }.
ui-item-exception-ended-text = The original finding counts again.
ui-item-exception-uncovered = The exception does not cover what is found now.
ui-item-renew = Renew
ui-item-answer-ended = The answer of { $who } held until { $day }.
ui-item-answer-ended-text = It no longer counts.
ui-item-answer-other-subject = The answer of { $who } is about another subject.
ui-item-answer-again = Answer again
ui-item-likely-cause = Likely cause

## The parts of the detail

ui-item-seen = What was seen
ui-item-fix = How to fix it
ui-item-why = Why it matters
ui-item-evidence = Evidence
ui-item-article-says = What the article says
ui-item-history = History
ui-item-notes = Notes and attachments
ui-item-question = What to look at
ui-item-facts = { $count ->
        [one] { $count } fact
       *[other] { $count } facts
    }
ui-item-times = { $count ->
        [one] judged once
       *[other] judged { $count } times
    }
ui-item-kept = { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }
ui-item-differs = today's documents differ or add
ui-item-beyond-article = goes beyond the article
ui-item-looked-at = Looked at
ui-item-value-seen = Seen
ui-item-copy = Copy
ui-item-copied = Copied
ui-item-copy-step = Copy the command of step { $step }
ui-item-copy-row = Copy row
ui-item-open = Open
ui-item-open-link = Open { $host }
ui-item-step-spoken = Step { $step }
ui-item-then = The article, August 2021
ui-item-today = Today's documents
ui-item-no-article = The article does not say this; it comes from today's documents and from experience.
ui-item-sources = Documents
ui-item-no-history = Not judged yet.
ui-item-no-notes = No notes yet.
ui-item-attached-save = Save a copy of { $name }, attached { $time }
ui-item-note-by = { $who }, { $time }
ui-item-no-evidence = No evidence was kept with this finding.

## A connection, step by step

ui-item-step-not-reached = not reached
ui-item-step-same = { $same } of { $all }: same result
ui-item-step-differ = { $count } attempts with different results
ui-item-step-addresses = { $count ->
        [one] { $address }
       *[other] { $address } and { $more } more
    }
ui-item-step-signed-by = signed by { $issuer }
ui-item-step-status = answered { $status }
ui-item-step-name = { $step }, { $result }
ui-item-step-done = done in { $took }
ui-item-step-broke = broke after { $took }
ui-item-attempts = Show all attempts
ui-item-attempt = { $host }, { $way }
ui-item-attempt-answered = answered { $status } in { $took }

## The idle test

ui-item-idle = Silent connections
ui-item-idle-article = article: 3 min
ui-item-idle-sync = sync: 6 min
ui-item-idle-control = control, { $silence }
ui-item-idle-survived = answered, { $took }
ui-item-idle-gateway = a gateway answered { $status }
ui-item-idle-reset = reset at { $after }
ui-item-idle-closed = closed by the far end at { $after }
ui-item-idle-dropped = no answer after { $after }
ui-item-idle-not-opened = not opened
ui-item-idle-not-tested = not tested

## The action bar

ui-item-answer = Answer by hand
ui-item-answer-short = Answer
ui-item-accept = Accept as exception
ui-item-accept-short = Exception
ui-item-note = Note
ui-item-run = Run again
ui-item-run-first = Run
ui-item-no-check = No machine can look at this item. Answer it by hand.
ui-item-nothing-to-accept = Only a finding can be accepted.
ui-item-failed-check = A failed check cannot be answered away. Accept it as an exception instead.

## The answer form

ui-form-answer = Your answer
ui-form-who = Who
ui-form-role = Role
ui-form-why = Why, or how you know
ui-form-until = Valid until
ui-form-until-help = Year, month, day: 2027-02-28
ui-form-optional = optional
ui-form-days = { $days } days
ui-form-attachments = Attachments
ui-form-attach = Attach a file
ui-form-remove = Remove { $name }
ui-form-attachment = { $name }, { $kilobytes } KB
ui-form-save-answer = Save answer
ui-form-cancel = Cancel
ui-form-discard = Discard draft
ui-form-beside = Kept beside the machine's result
ui-form-no-outcome = Choose one of the three.
ui-form-bad-date = Write the date as 2027-02-28.
ui-form-letters = { $count } of 2,000

## The exception form

ui-form-accept-why = Why it is acceptable
ui-form-accept-why-short = Say in at least 20 characters why it is acceptable.
ui-form-owner = Owner
ui-form-owner-help = Who accepts it and owns the risk.
ui-form-accept-until = Until
ui-form-accept-button = Accept until { $day }
ui-form-accept-button-no-date = Accept
ui-form-original-stays = The original finding stays beside it and comes back when the exception ends.
ui-form-becomes = The verdict becomes: { $conclusion }
ui-form-becomes-excepted = { $count ->
        [one] The verdict becomes: Ready, { $count } exception
       *[other] The verdict becomes: Ready, { $count } exceptions
    }
ui-form-stays = { $count ->
        [one] The verdict stays { $conclusion }: { $count } other reason
       *[other] The verdict stays { $conclusion }: { $count } other reasons
    }
ui-form-accepted-by = Accepted by { $who } until { $day }
ui-form-end-now = End now
ui-form-change = Change

## The note form

ui-form-note = Note
ui-form-save-note = Save note

# Words of the item's detail and its forms that are not in window-items.ftl: evidence, the way out, drafts, attachments.

## Evidence

ui-item-time = Time
ui-item-from = From
ui-item-took = Took
ui-item-older-look = Of an older look
ui-item-rests-on = What the finding rests on
ui-item-facts-behind = Facts behind it
ui-item-more-facts = { $count ->
        [one] and { $count } more fact, which is in the report
       *[other] and { $count } more facts, which are in the report
    }
ui-item-show-raw = Show raw
ui-item-show-table = Show table
ui-item-raw = Evidence as it is kept
ui-item-copy-evidence = Copy all
ui-item-installed = Installed:
ui-item-least-version = { $version } is the least that works

## The article

ui-item-today-of = Today's documents, { $day }
ui-item-judged-by-today = Where they differ, the check judges by today's documents.
ui-item-answered-by-today = Where they differ, answer by today's documents.
ui-item-judged-by-article = Today's documents add nothing; the article holds.

## History

ui-item-changed = Was { $before }, became { $after }

## Could not check: the way out

ui-way-run = Run it, or answer by hand.
ui-way-server-evidence = On the sync server, run “wbready collect sync-server --to facts.json” and import the file here, or run this program there. Or answer by hand.
ui-way-subject = Fill it in, then run again, or answer by hand.
ui-way-sign-in = Sign in, import evidence of somebody who could, or answer by hand.
ui-way-permission = Have the permission granted and run again, or answer by hand.
ui-way-role = Have somebody with this role run it, or answer by hand.
ui-way-answer = Answer by hand: no machine can tell any more.
ui-way-reach = Open the way there and run again, or import evidence of a machine that gets there.
ui-way-again = Run again, or answer by hand.
ui-way-allow = Have it allowed and run again, or answer by hand.
ui-way-elsewhere = Import evidence of a machine that can tell, or answer by hand.
ui-way-collect = Collect the evidence again with this version's collector, or answer by hand.
ui-way-evidence = Read the evidence below, then answer by hand.
ui-way-full-test = Run it again with the idle test in full length.
ui-way-server = Run it on the sync server, import evidence of it, or answer by hand.
ui-way-support = Run again. If it stops again, About has the text for support.
ui-way-malformed = Run again, or import evidence that was collected anew.
ui-way-person = Answer by hand.
ui-way-edit-subject = Open the subject
ui-way-to-sign-in = Sign in to the tenant
ui-way-directory = Sign in to the directory, import evidence of somebody who could, or answer by hand.
ui-way-to-directory = Sign in to the directory
ui-way-import = Import evidence

## Forms

ui-form-seen-on = Seen on
ui-form-no-why = Say how you know.
ui-form-drop-or-paste = Drop a file here, or paste a picture with Ctrl+V
ui-form-draft-kept = Draft kept
ui-form-mitigation = What reduces the risk
ui-form-least-letters = { $count } of at least { $least } characters
ui-form-close = Close
ui-typed-kept = { $count ->
        [one] A text that was not saved is back in its form.
       *[other] { $count } texts that were not saved are back in their forms.
    }
ui-trouble-picture = { $name } cannot be made of what was pasted.
ui-trouble-not-shown = { $file } cannot be shown: { $why }

# Words of the command palette, of the commands of the list, and of the list's marks and filters.

## Commands of the list and of the keyboard

command-first = First item
    .hint = Goes to the first item of the list
command-last = Last item
    .hint = Goes to the last item of the list
command-page-up = One page up
    .hint = Goes up by as many items as can be seen
command-page-down = One page down
    .hint = Goes down by as many items as can be seen
command-previous-section = Previous section
    .hint = Lists the section before
command-next-section = Next section
    .hint = Lists the section after
command-open-item = Go to the item
    .hint = Puts the focus into the item shown
command-focus-list = Back to the list
    .hint = Puts the focus on the row of the item shown
command-focus-side = Go to the side
    .hint = Puts the focus into the side
command-mark = Mark for a run of several
    .hint = Marks the item; "Run this item" then runs all that are marked
command-mark-all = Mark all that are listed
    .hint = Marks every item of the list, or takes all marks away
command-answer-met = Answer: Met
    .hint = Opens the answer form with this choice made; nothing is saved yet
command-answer-not-met = Answer: Not met
    .hint = Opens the answer form with this choice made; nothing is saved yet
command-answer-not-applicable = Answer: Does not apply
    .hint = Opens the answer form with this choice made; nothing is saved yet
command-copy-item = Copy the result
    .hint = Copies "title: verdict, finding"
command-scroll-up = Scroll up
    .hint = Scrolls the item shown
command-scroll-down = Scroll down
    .hint = Scrolls the item shown
command-scroll-page-up = Scroll one page up
    .hint = Scrolls the item shown by what can be seen of it
command-scroll-page-down = Scroll one page down
    .hint = Scrolls the item shown by what can be seen of it
command-narrower = Narrower
    .hint = Makes the side narrower when the focus is in it, and otherwise the list
command-wider = Wider
    .hint = Makes the side wider when the focus is in it, and otherwise the list
command-run-block = Show the run
    .hint = Shows or hides what the run does
command-palette = Find a command
    .hint = Finds a command, an item, a page or a file by its words
command-next-region = Next part of the window
    .hint = Side, list, item, bar
command-previous-region = Previous part of the window
    .hint = Bar, item, list, side
ui-keys-list = List
ui-keys-type-ahead = In the list, a capital letter goes to the next title that begins with it.
ui-keys-none = No command has these words.
ui-why-no-run = Nothing was run yet.

## The palette

ui-palette-name = Find a command, an item or a file
ui-palette-hint = Find a command, an item or a file
ui-palette-suggested = Suggested
ui-palette-commands = Commands
ui-palette-items = Items
ui-palette-recent = Recent files
ui-palette-next = Next thing to do: { $title }
ui-palette-draft-answer = Go on with the answer: { $title }
ui-palette-draft-exception = Go on with the exception: { $title }
ui-palette-draft-note = Go on with the note: { $title }
ui-palette-nothing = Nothing found for "{ $text }".
ui-palette-choose = choose
ui-palette-do = do
ui-palette-close = close
ui-palette-only-commands = commands
ui-palette-only-items = items
ui-palette-only-pages = pages

## The list

ui-list-marked = { $count ->
        [one] 1 marked
       *[other] { $count } marked
    }
ui-list-marked-one = marked
ui-list-lapsed = Lapsed
ui-list-filter-places = Measured from
ui-list-place-server = Sync server
ui-list-place-workstation = Workstation
ui-list-place-person = Person

## The bars

ui-bar-lapsed = { $count } lapsed
ui-bar-not-checked = { $count } not checked
ui-bar-excepted-until = { $count ->
        [one] 1 exception, until { $day }
       *[other] { $count } exceptions, the first until { $day }
    }
ui-bar-judged-tip = Show what is still open

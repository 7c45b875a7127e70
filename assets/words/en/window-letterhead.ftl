# On whose paper reports are printed.

ui-letterhead = Letterhead
ui-letterhead-logo = The logo
ui-letterhead-no-logo = No logo yet
ui-letterhead-choose-logo = Choose a logo
ui-letterhead-remove-logo = Remove the logo
ui-letterhead-logo-help = PNG or JPEG, at most 1 MiB. It is kept on this machine.
ui-letterhead-logo-refused = { $file }: { $why }
ui-letterhead-consultant = Consultant
ui-letterhead-contact = Lines about the consultant
ui-letterhead-lines = An address, a telephone number: at most three lines.
ui-letterhead-customer = Lines below { $name }
ui-letterhead-customer-help = Whom the report is for: at most three lines. They stand on reports about this customer alone.
ui-dialog-logo = Choose a logo
ui-kind-picture = Pictures

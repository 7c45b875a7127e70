# Words of the window's pages that are not in window.ftl: overview, start, subject, report, about.

ui-overview-certificate-ends = certificate until { $day }
ui-overview-table-ends = table should be renewed by { $day }

ui-start-locate = The file is not there any more. Enter looks for it, Del removes it from the list.

ui-subject-change = Change and keep as stale
ui-subject-other-forest = Not below { $forest }: is it in another forest?

ui-report-no-glyph = { $count ->
        [one] { $count } character has no glyph: { $letters }.
       *[other] { $count } characters have no glyph: { $letters }.
    }
ui-report-no-glyph-text = They are printed as boxes in the PDF. Other formats are not affected.
ui-report-show-where = Show where
ui-report-open = Open
ui-report-open-of = Open: { $format }
ui-report-folder = Show in folder
ui-report-folder-of = Show in folder: { $format }

ui-about-version-of = Version { $version }, commit { $commit }
ui-about-settings = Settings folder
ui-about-open-settings = Open the settings folder
ui-about-licences = Licences
ui-about-copy-licences = Copy the list
ui-about-faces = Fonts and icons
ui-about-crates = Crates
ui-table-endpoints = Hosts and ports
ui-table-versions = Entra Connect versions
ui-table-licences = Licences of the tenant
ui-table-roles = Roles
ui-table-rights = Rights in the directory
ui-table-permissions = Permissions of the sign-in
ui-table-events = Events and error codes

# What the checks of the sync server say.

sync-connectors-unnamed = A connector in the list has no name.
sync-connectors-no-directory = No Active Directory connector is in the list.
sync-connectors-no-entra = No Entra connector is in the list.
sync-connector-state = { $connector }: { $state }
sync-state-on = On
sync-state-off = Off
sync-state-unknown = Not seen
sync-run = { $connector }, { $profile }: { $result }, { $at }

evidence-sync-version = Version of Connect
evidence-sync-run = Newest run
evidence-sync-no-run = No run in the history
evidence-sync-no-import = No successful full import in the history

## sync.installed

sync-installed-running = Connect { $version } is installed and its service runs.
sync-installed-not-there = Connect is not installed on the sync server, so nothing is written back from it.
sync-installed-cloud-sync = Where users are written back by cloud sync, this part of the checklist does not hold for them.
sync-installed-stopped = Connect { $version } is installed and its service ADSync is { $state }, so nothing is written back.
sync-installed-wording = The last event is then often 31034, "The connection to the connect service was lost", which sounds like the network. Start the service before the firewall is suspected.
sync-installed-starting = The service ADSync was on its way ({ $state }) when it was looked at.
sync-installed-unknown-state = "{ $state }" is not a state of a service that Windows names.
evidence-sync-service-state = State of ADSync

## sync.full-import

sync-full-import-succeeded = The history shows a successful full import for each of the { $count } connectors.
sync-full-import-broken = No full import of { $connectors } in the history came to its end, so the links that writeback follows are not known to be complete.
sync-full-import-incomplete = The full import of { $connectors } came to its end and left something undone.
sync-full-import-not-since = A full import of { $connectors } succeeded, and a later one did not.
sync-full-import-running = A full import of { $connectors } was still running.
sync-full-import-ask = The history is purged after some days, seven by default, so an empty list is no broken run. If it is on record that a full import was done after the last change of set-up, answer so.

## sync.full-synchronization

sync-full-synchronization-succeeded = The history shows a successful full synchronisation after the full import for each of the { $count } connectors.
sync-full-synchronization-not-after = The history shows a full import of { $connectors } and no full synchronisation after it, so what was imported is not joined yet.
sync-full-synchronization-broken = No full synchronisation of { $connectors } since the full import came to its end.
sync-full-synchronization-incomplete = The full synchronisation of { $connectors } came to its end and left something undone, which concerns the listed objects only.
sync-full-synchronization-running = A full synchronisation of { $connectors } was still running.
sync-full-synchronization-ask = Without a successful full import in the history it cannot be told whether the synchronisation came after it. If both are on record since the last change of set-up, answer so.

## sync.writeback-enabled

sync-writeback-enabled-on = Password writeback is enabled in Connect.
sync-writeback-enabled-off = Password writeback is disabled in Connect, so the tenant's switch alone has no effect.
sync-writeback-enabled-wording = If the wizard asks to "ensure you have the required license" although the tenant owns one, look at TLS 1.2 and at the proxy of the server first: both have been reported behind this message.
evidence-sync-writeback-state = Password writeback

## sync.not-staging

sync-not-staging-active = Staging mode is off on this server.
sync-not-staging-standby = Staging mode is on, so this server writes nothing back.
sync-not-staging-look-at-other = Find out which server is meant to be the active one. If this one is the standby, assess the other; events 31034 or 31044 of a standby say nothing about the active server.
evidence-sync-staging = Staging mode
evidence-sync-scheduler = Scheduler
evidence-sync-scheduler-suspended = Scheduler suspended

## sync.not-on-controller

sync-not-on-controller-member = { $host } is not a domain controller.
sync-not-on-controller-is-one = { $host } is a domain controller, where the sync service can meet access denied with all rights in place.
sync-not-on-controller-denied = { $host } is a domain controller and its event log speaks of access denied on { $at }, so its place is the likely cause.
sync-not-on-controller-no-name = The server's role came without the server's name.
evidence-sync-operating-system = Operating system
evidence-sync-listed-as-controller = Listed as domain controller

## sync.known-defects

sync-known-defects-none = No writeback defect of version { $version } is known.
sync-known-defects-found = Known writeback defects of version { $version }: { $defects }.
sync-known-defects-recalled = Version { $version } was recalled and is to be uninstalled.
sync-known-defects-unlisted = Version { $version } is not in the table of { $date }, so its defects are not known here.
sync-known-defects-old-table = No defect of version { $version } is known to the table of { $date }, which is too old to rely on.
sync-known-defects-upgrade = Upgrade to { $version } or later before any right is changed: SSPR_0029 with access denied may come from the build alone.
sync-known-defects-not-installed = Connect is not installed, so there is no version to compare.
evidence-sync-table-date = Table of versions checked on

## sync.connector-signing

sync-connector-signing-on = { $count ->
    [one] The Active Directory connector signs and encrypts its LDAP traffic.
   *[other] The { $count } Active Directory connectors sign and encrypt their LDAP traffic.
}
sync-connector-signing-off = "Sign and Encrypt LDAP Traffic" is off somewhere in { $connectors }, so resets end with 8023062C while imports go on.
sync-connector-signing-unknown = "Sign and Encrypt LDAP Traffic" was not seen in all places of { $connectors }.
evidence-sync-signing = Sign and Encrypt LDAP Traffic

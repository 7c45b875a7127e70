# Asked of Windows PowerShell on the sync server. It reads, and prints one line of JSON between two marks. Every question
# stands for itself: what one refuses, the others may still answer.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding($false)

function Ask([scriptblock] $question) {
  try { @{ answer = @(& $question) } }
  catch { @{ error = "$($_.Exception.Message)"; kind = $_.Exception.GetType().Name; id = "$($_.FullyQualifiedErrorId)" } }
}

function Pairs($parameters) {
  $all = @{}
  foreach ($one in @($parameters)) {
    if ($null -eq $one) { continue }
    # Passwords are encrypted there, and none of our business.
    if ("$($one.Name)" -match 'password|secret|key') { continue }
    $all["$($one.Name)"] = "$($one.Value)"
  }
  $all
}

function At($time) {
  if ($null -eq $time -or $time.Year -lt 2000) { return $null }
  # The history keeps UTC, and mostly does not say so.
  if ($time.Kind -eq [DateTimeKind]::Local) { $time = $time.ToUniversalTime() }
  $time.ToString('yyyy-MM-ddTHH:mm:ssZ', [Globalization.CultureInfo]::InvariantCulture)
}

$told = @{ module = Ask { Import-Module ADSync; 'loaded' } }
if ($told.module.answer) {
  $told.scheduler = Ask {
    $scheduler = Get-ADSyncScheduler
    @{
      staging   = [bool] $scheduler.StagingModeEnabled
      enabled   = [bool] $scheduler.SyncCycleEnabled
      suspended = [bool] $scheduler.SchedulerSuspended
    }
  }
  $told.connectors = Ask {
    foreach ($connector in Get-ADSyncConnector) {
      @{
        name         = "$($connector.Name)"
        type         = "$($connector.Type)"
        subtype      = "$($connector.Subtype)"
        connectivity = Pairs $connector.ConnectivityParameters
        global       = Pairs $connector.GlobalParameters
        partitions   = @(foreach ($partition in $connector.Partitions) {
          @{
            name       = "$($partition.Name)"
            selected   = [bool] $partition.Selected
            preferred  = @($partition.PreferredDCs | Where-Object { $_ } | ForEach-Object { "$_" })
            parameters = Pairs $partition.Parameters
          }
        })
      }
    }
  }
  $told.runs = Ask {
    foreach ($run in Get-ADSyncRunProfileResult -NumberRequested 400) {
      @{
        connector = "$($run.ConnectorName)"
        profile   = "$($run.RunProfileName)"
        result    = "$($run.Result)"
        complete  = [bool] $run.IsRunComplete
        started   = At $run.StartDate
        ended     = At $run.EndDate
      }
    }
  }
  $told.writeback = Ask {
    foreach ($connector in Get-ADSyncConnector) {
      if ("$($connector.Subtype)" -notlike '*Azure Active Directory*' -and "$($connector.Name)" -notlike '*AAD') { continue }
      $state = Get-ADSyncAADPasswordResetConfiguration -Connector $connector.Name
      @{ connector = "$($connector.Name)"; enabled = $state.Enabled }
    }
  }
}
'<<<readiness'
ConvertTo-Json -InputObject $told -Depth 8 -Compress
'readiness>>>'

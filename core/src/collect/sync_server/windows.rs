//! Reads this machine, by Windows' own functions.

use std::{path::PathBuf, process::Stdio, time::Duration};

use futures_util::{FutureExt as _, future::BoxFuture};
use tokio::io::AsyncReadExt as _;
use windows_registry::LOCAL_MACHINE;
use windows_service::{
    service::{ServiceAccess, ServiceState},
    service_manager::{ServiceManager, ServiceManagerAccess},
};

use super::{Machine, Value, event_log};
use crate::facts::Unavailable;

/// How long one program may take.
const LIMIT: Duration = Duration::from_secs(120);

const NOT_FOUND: u32 = 0x8007_0002;
const DENIED: u32 = 0x8007_0005;
/// `ERROR_SERVICE_DOES_NOT_EXIST`.
const NO_SUCH_SERVICE: i32 = 1060;

/// The machine that this program runs on.
pub struct ThisMachine;

/// Why a key could not be read, by the code that Windows gave for it.
fn trouble(key: &str, code: i32) -> Unavailable {
    let place = format!(r"HKLM\{key}");
    match code as u32 {
        DENIED => Unavailable::Refused { by: place },
        code => Unavailable::Malformed { what: format!("{place}: 0x{code:08X}") },
    }
}

fn open(key: &str) -> Result<Option<windows_registry::Key>, Unavailable> {
    match LOCAL_MACHINE.open(key) {
        Ok(key) => Ok(Some(key)),
        Err(error) if error.code().0 as u32 == NOT_FOUND => Ok(None),
        Err(error) => Err(trouble(key, error.code().0)),
    }
}

impl Machine for ThisMachine {
    fn value(&self, key: &str, name: &str) -> Result<Option<Value>, Unavailable> {
        let Some(opened) = open(key)? else { return Ok(None) };
        let value = match opened.get_value(name) {
            Ok(value) => value,
            Err(error) if error.code().0 as u32 == NOT_FOUND => return Ok(None),
            Err(error) => return Err(trouble(key, error.code().0)),
        };
        Ok(Some(match value.ty() {
            windows_registry::Type::U32 => {
                Value::Number(opened.get_u32(name).map_err(|error| trouble(key, error.code().0))?)
            }
            windows_registry::Type::String | windows_registry::Type::ExpandString => {
                Value::Text(opened.get_string(name).map_err(|error| trouble(key, error.code().0))?)
            }
            _ => Value::Bytes(value.to_vec()),
        }))
    }

    fn keys(&self, key: &str) -> Result<Vec<String>, Unavailable> {
        let Some(opened) = open(key)? else { return Ok(Vec::new()) };
        Ok(opened.keys().map_err(|error| trouble(key, error.code().0))?.collect())
    }

    fn service(&self, name: &str) -> Result<Option<String>, Unavailable> {
        let refused = |_| Unavailable::Refused { by: name.to_owned() };
        let manager = ServiceManager::local_computer(None::<&str>, ServiceManagerAccess::CONNECT).map_err(refused)?;
        let service = match manager.open_service(name, ServiceAccess::QUERY_STATUS) {
            Ok(service) => service,
            Err(windows_service::Error::Winapi(error)) if error.raw_os_error() == Some(NO_SUCH_SERVICE) => {
                return Ok(None);
            }
            Err(error) => return Err(refused(error)),
        };
        let state = match service.query_status().map_err(refused)?.current_state {
            ServiceState::Running => "Running",
            ServiceState::Stopped => "Stopped",
            ServiceState::StartPending => "StartPending",
            ServiceState::StopPending => "StopPending",
            ServiceState::ContinuePending => "ContinuePending",
            ServiceState::PausePending => "PausePending",
            ServiceState::Paused => "Paused",
        };
        Ok(Some(state.to_owned()))
    }

    fn folder(&self) -> PathBuf {
        match self.value(r"SOFTWARE\Microsoft\Windows NT\CurrentVersion", "SystemRoot") {
            Ok(Some(Value::Text(folder))) => folder.into(),
            _ => r"C:\Windows".into(),
        }
    }

    fn ask(&self, program: &str, arguments: Vec<String>) -> BoxFuture<'static, Result<Vec<u8>, Unavailable>> {
        let path = self.folder().join(program);
        let target = program.to_owned();
        async move {
            /// `CREATE_NO_WINDOW`: no console flashes up behind the window.
            const NO_WINDOW: u32 = 0x0800_0000;
            let gone = |_| Unavailable::UnsupportedHere { what: target.clone() };
            let mut child = tokio::process::Command::new(&path)
                .args(arguments)
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .creation_flags(NO_WINDOW)
                .kill_on_drop(true)
                .spawn()
                .map_err(gone)?;
            let output = child.stdout.take();
            let answer = async {
                let mut printed = Vec::new();
                if let Some(output) = output {
                    output.take(event_log::LARGEST as u64 + 1).read_to_end(&mut printed).await.map_err(gone)?;
                }
                let ended = child.wait().await.map_err(gone)?;
                if !ended.success() {
                    return Err(Unavailable::Refused { by: target.clone() });
                }
                Ok(printed)
            };
            match tokio::time::timeout(LIMIT, answer).await {
                Ok(answer) => answer,
                Err(_) => Err(Unavailable::TimedOut { after_ms: LIMIT.as_millis() as u64 }),
            }
        }
        .boxed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_registry_of_this_machine_is_read_and_what_is_missing_is_no_value() {
        let key = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion";
        let build = ThisMachine.value(key, "CurrentBuildNumber").expect("everybody may read it");
        assert!(matches!(build, Some(Value::Text(text)) if text.parse::<u32>().is_ok()));
        assert_eq!(ThisMachine.value(key, "NoSuchValue"), Ok(None));
        assert_eq!(ThisMachine.value(r"SOFTWARE\NoSuchKey", "NoSuchValue"), Ok(None));
        assert_eq!(ThisMachine.keys(r"SOFTWARE\NoSuchKey"), Ok(Vec::new()));
        assert!(ThisMachine.keys("SOFTWARE").expect("everybody may read it").iter().any(|name| name == "Microsoft"));
    }

    #[test]
    fn a_service_that_is_not_there_is_none() {
        assert_eq!(ThisMachine.service("NoSuchService"), Ok(None));
    }

    #[tokio::test]
    async fn a_program_that_is_not_there_is_not_supported_here() {
        let answer = ThisMachine.ask(r"System32\no-such-program.exe", Vec::new()).await;
        assert!(matches!(answer, Err(Unavailable::UnsupportedHere { .. })), "{answer:?}");
    }
}

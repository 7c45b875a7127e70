//! WinHTTP, which finds, fetches and evaluates a script as Windows's own programs have it done.

#![expect(unsafe_code, reason = "the functions of the system have no other form")]

use std::{iter::once, ptr, time::Duration};

use windows_sys::Win32::{
    Foundation::{GetLastError, GlobalFree},
    Networking::WinHttp::{
        ERROR_WINHTTP_AUTO_PROXY_SERVICE_ERROR, ERROR_WINHTTP_AUTODETECTION_FAILED,
        ERROR_WINHTTP_BAD_AUTO_PROXY_SCRIPT, ERROR_WINHTTP_LOGIN_FAILURE, ERROR_WINHTTP_TIMEOUT,
        ERROR_WINHTTP_UNABLE_TO_DOWNLOAD_SCRIPT, WINHTTP_ACCESS_TYPE_NAMED_PROXY, WINHTTP_ACCESS_TYPE_NO_PROXY,
        WINHTTP_AUTO_DETECT_TYPE_DHCP, WINHTTP_AUTO_DETECT_TYPE_DNS_A, WINHTTP_AUTOPROXY_AUTO_DETECT,
        WINHTTP_AUTOPROXY_CONFIG_URL, WINHTTP_AUTOPROXY_OPTIONS, WINHTTP_PROXY_INFO, WinHttpCloseHandle,
        WinHttpGetProxyForUrl, WinHttpOpen, WinHttpSetTimeouts,
    },
};

use super::{Answer, Automation};
use crate::facts::network::AutomaticTrouble;

/// The longest list of proxies that is read, in characters.
const LONGEST: usize = 4096;

/// A session, which remembers the script that it fetched.
pub(super) struct Session(*mut core::ffi::c_void);

impl Session {
    /// Opens one, each wait of which ends after this time; or the system's number of the error.
    pub(super) fn open(step: Duration) -> Result<Self, u32> {
        let agent = wide("Writeback Readiness");
        // SAFETY: the name is a text that ends with zero and outlives the call; no proxy is named.
        let handle = unsafe { WinHttpOpen(agent.as_ptr(), WINHTTP_ACCESS_TYPE_NO_PROXY, ptr::null(), ptr::null(), 0) };
        if handle.is_null() {
            return Err(last_error());
        }
        let session = Self(handle);
        // Zero would be "without end".
        let wait_ms = i32::try_from(step.as_millis()).unwrap_or(i32::MAX).max(1);
        // SAFETY: the handle is open.
        match unsafe { WinHttpSetTimeouts(session.0, wait_ms, wait_ms, wait_ms, wait_ms) } {
            0 => Err(last_error()),
            _ => Ok(session),
        }
    }

    /// Asks about one address. Nobody is signed in to where the script lies.
    pub(super) fn ask(&self, automation: &Automation, address: &str) -> Answer {
        let address = wide(address);
        let script = automation.script.as_deref().map(wide);
        let mut options = WINHTTP_AUTOPROXY_OPTIONS::default();
        if automation.detects {
            options.dwFlags |= WINHTTP_AUTOPROXY_AUTO_DETECT;
            options.dwAutoDetectFlags = WINHTTP_AUTO_DETECT_TYPE_DHCP | WINHTTP_AUTO_DETECT_TYPE_DNS_A;
        }
        if let Some(script) = &script {
            options.dwFlags |= WINHTTP_AUTOPROXY_CONFIG_URL;
            options.lpszAutoConfigUrl = script.as_ptr();
        }
        let mut found = WINHTTP_PROXY_INFO::default();
        // SAFETY: the handle is open; texts and options outlive the call; `found` is ours to write to.
        let done = unsafe { WinHttpGetProxyForUrl(self.0, address.as_ptr(), &raw mut options, &raw mut found) };
        if done == 0 {
            return match last_error() {
                ERROR_WINHTTP_AUTODETECTION_FAILED if script.is_none() => Answer::NoneFound,
                code => Answer::Trouble(trouble(code), code),
            };
        }
        let list = taken(found.lpszProxy);
        taken(found.lpszProxyBypass);
        match (found.dwAccessType, list) {
            (WINHTTP_ACCESS_TYPE_NAMED_PROXY, Some(list)) => Answer::Through(list),
            (WINHTTP_ACCESS_TYPE_NO_PROXY, _) => Answer::Straight,
            (kind, _) => Answer::Trouble(AutomaticTrouble::Other, kind),
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // SAFETY: the handle is open, and nobody uses it after this.
        unsafe { WinHttpCloseHandle(self.0) };
    }
}

fn last_error() -> u32 {
    // SAFETY: it only reads what the thread keeps.
    unsafe { GetLastError() }
}

fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16().chain(once(0)).collect()
}

/// Takes a text over from the system, and gives its memory back.
fn taken(text: *mut u16) -> Option<String> {
    if text.is_null() {
        return None;
    }
    // SAFETY: the system hands out a text that ends with zero, which is read no further than that.
    let letters = (0..LONGEST).map(|at| unsafe { *text.add(at) }).take_while(|letter| *letter != 0);
    let taken = String::from_utf16_lossy(&letters.collect::<Vec<_>>());
    // SAFETY: the system says that this frees it, and it is not used after this.
    unsafe { GlobalFree(text.cast()) };
    Some(taken)
}

fn trouble(code: u32) -> AutomaticTrouble {
    match code {
        ERROR_WINHTTP_UNABLE_TO_DOWNLOAD_SCRIPT | ERROR_WINHTTP_AUTODETECTION_FAILED => AutomaticTrouble::NotDownloaded,
        ERROR_WINHTTP_BAD_AUTO_PROXY_SCRIPT => AutomaticTrouble::BadScript,
        ERROR_WINHTTP_LOGIN_FAILURE => AutomaticTrouble::AsksForSignIn,
        ERROR_WINHTTP_TIMEOUT => AutomaticTrouble::TimedOut,
        ERROR_WINHTTP_AUTO_PROXY_SERVICE_ERROR => AutomaticTrouble::NoService,
        _ => AutomaticTrouble::Other,
    }
}

#[cfg(test)]
mod tests {
    use std::{
        io::{BufRead as _, BufReader, Write as _},
        net::TcpListener,
    };

    use super::*;

    const SCRIPT: &str = r#"function FindProxyForURL(url, host) {
        if (host == "broken.example") throw "broken";
        if (dnsDomainIs(host, ".contoso.com")) return "DIRECT";
        if (url.substring(0, 5) == "http:") return "PROXY plain.example:8080";
        return "PROXY gate.example:3128; PROXY other.example:3128; DIRECT";
    }"#;

    /// Serves a script to whoever asks, and says where.
    fn served(script: &'static str) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let place = format!("http://{}/proxy.pac", listener.local_addr().expect("an address"));
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let asked = stream.try_clone().map(BufReader::new).into_iter().flat_map(|asked| asked.lines());
                asked.map_while(Result::ok).take_while(|line| !line.is_empty()).for_each(drop);
                let kind = "Content-Type: application/x-ns-proxy-autoconfig\r\nConnection: close";
                let length = script.len();
                let _ = write!(stream, "HTTP/1.1 200 OK\r\n{kind}\r\nContent-Length: {length}\r\n\r\n{script}");
            }
        });
        place
    }

    fn asked(script: String, addresses: &[&str]) -> Vec<Answer> {
        let session = Session::open(Duration::from_secs(5)).expect("WinHTTP is there");
        let automation = Automation { script: Some(script), detects: false };
        addresses.iter().map(|address| session.ask(&automation, address)).collect()
    }

    #[test]
    fn the_system_evaluates_a_script_for_each_address() {
        let addresses = ["https://relay.example/", "https://a.contoso.com/", "http://crl.example/"];
        let answers = asked(served(SCRIPT), &addresses);
        let Answer::Through(list) = &answers[0] else { panic!("{answers:?}") };
        assert!(list.starts_with("gate.example:3128"), "{list}");
        assert_eq!(answers[1..], [Answer::Straight, Answer::Through("plain.example:8080".to_owned())]);
    }

    #[test]
    fn a_script_that_fails_or_is_not_there_decides_nothing() {
        let [broken] = &asked(served(SCRIPT), &["https://broken.example/"])[..] else { panic!("one was asked") };
        assert!(matches!(broken, Answer::Trouble(..)), "{broken:?}");
        let nowhere = asked("http://127.0.0.1:9/proxy.pac".to_owned(), &["https://relay.example/"]);
        assert!(matches!(nowhere[..], [Answer::Trouble(AutomaticTrouble::NotDownloaded, _)]), "{nowhere:?}");
    }
}

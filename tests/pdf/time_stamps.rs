//! Time stamps: a real server made of OpenSSL on loopback, and servers that are down, refuse or lie.

use std::{
    fs,
    io::{Read as _, Write as _},
    net::TcpListener,
    process::Command,
    sync::Mutex,
};

use jiff::Timestamp;
use readiness_core::{
    assessment::Role,
    collect::ask_time_stamp,
    report::{
        sign::{SignError, Signing},
        verify::{Outcome, TimeStamp, verify},
    },
};

use crate::{authority, judges, made};

/// What a server does with a question.
type Answer = Box<dyn Fn(&[u8]) -> (u16, Vec<u8>) + Send>;

/// A server that answers every question; it ends with the test.
pub fn server(answer: impl Fn(&[u8]) -> (u16, Vec<u8>) + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let mut request = Vec::new();
            let mut part = [0; 4096];
            let body = loop {
                let Ok(count @ 1..) = stream.read(&mut part) else { break None };
                request.extend_from_slice(&part[..count]);
                let Some(end) = request.windows(4).position(|window| window == b"\r\n\r\n") else { continue };
                let head = String::from_utf8_lossy(&request[..end]).to_lowercase();
                let length =
                    head.split("content-length: ").nth(1).and_then(|rest| rest.lines().next()?.trim().parse().ok());
                if request.len() >= end + 4 + length.unwrap_or(0_usize) {
                    assert!(head.contains("content-type: application/timestamp-query"), "{head}");
                    break Some(request[end + 4..].to_vec());
                }
            };
            let Some(body) = body else { continue };
            let (status, bytes) = answer(&body);
            let head = format!(
                "HTTP/1.1 {status} X\r\nContent-Type: application/timestamp-reply\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
                bytes.len()
            );
            let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&bytes));
        }
    });
    format!("http://{address}/tsa")
}

/// The answer of OpenSSL.
pub fn honest(question: &[u8]) -> Vec<u8> {
    // It counts its answers in a file.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock();
    let folder = tempfile::tempdir().expect("a folder");
    let (query, reply) = (folder.path().join("q.tsq"), folder.path().join("r.tsr"));
    fs::write(&query, question).expect("written");
    let done = Command::new("openssl")
        .args(["ts", "-reply", "-config", "tsa.conf", "-section", "clock", "-chain", "ca.pem", "-queryfile"])
        .arg(&query)
        .arg("-out")
        .arg(&reply)
        .current_dir(authority::folder())
        .output()
        .expect("openssl runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    fs::read(reply).expect("a reply")
}

/// Signs with a time stamp of a server.
pub fn with_time_stamp(pdf: &[u8], role: Role, key: &str, url: &str) -> Result<Vec<u8>, String> {
    let now = Timestamp::now();
    let mut request = made::request(role);
    request.time_stamp_server = Some(url.to_owned());
    let mut signing = Signing::begin(pdf, &request, &authority::signer(key), now).expect("signed");
    let query = signing.time_stamp_query().expect("a question");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let answer = runtime.block_on(ask_time_stamp(url, query.der().to_vec())).map_err(|why| why.id)?;
    signing.add_time_stamp(&query, &answer, Timestamp::now()).map_err(|why: SignError| why.message().id)?;
    Ok(signing.finish().expect("fits"))
}

#[test]
fn a_server_states_the_time() {
    let url = server(|question| (200, honest(question)));
    let once = with_time_stamp(made::report(), Role::Assessor, "rsa", &url).expect("stamped");
    let twice = with_time_stamp(&once, Role::Customer, "ec", &url).expect("stamped");
    let report = verify(&twice, &authority::roots(), Timestamp::now()).expect("a PDF");
    assert_eq!(report.outcome, Outcome::Trusted, "{report:?}");
    for signature in &report.signatures {
        let TimeStamp::Stated { at, by, trust } = &signature.time_stamp else { panic!("{:?}", signature.time_stamp) };
        assert_eq!((by.as_str(), trust), ("Test Clock", &Ok(())));
        assert!((at.as_second() - Timestamp::now().as_second()).abs() < 600);
    }
    // A stamp of a server that nobody knows is shown, and proves nothing.
    let stranger = verify(&twice, &[], Timestamp::now()).expect("a PDF");
    assert!(matches!(&stranger.signatures[0].time_stamp, TimeStamp::Stated { trust: Err(_), .. }));

    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("stamped.pdf"), &twice).expect("written");
    if let Some(said) = judges::hanko(folder.path(), &["stamped.pdf".to_owned()], &authority::folder().join("ca.pem")) {
        assert!(said[0].0 && said[0].1.matches("stamp=True").count() == 2, "{said:?}");
    }
    // With a trusted stamp the signature outlives its certificate; without one it does not.
    let later = Timestamp::now() + jiff::SignedDuration::from_hours(24 * 400);
    let trust = |bytes: &[u8]| verify(bytes, &authority::roots(), later).expect("a PDF").signatures[0].trust.clone();
    assert_eq!(trust(&twice), Ok(()));
    assert_eq!(trust(made::signed_once()).map_err(|why| why.id), Err("verify-expired".to_owned()));
}

#[test]
fn servers_that_are_down_refuse_or_lie() {
    let other_question = {
        // An answer to a question asked before, about another signature.
        let signing =
            Signing::begin(made::report(), &made::request(Role::Assessor), &authority::signer("ec"), Timestamp::now());
        honest(signing.expect("signed").time_stamp_query().expect("a question").der())
    };
    let forged = |question: &[u8]| {
        let mut answer = honest(question);
        let last = answer.len() - 20;
        answer[last] ^= 1;
        answer
    };
    fn boxed(answer: impl Fn(&[u8]) -> (u16, Vec<u8>) + Send + 'static) -> Answer {
        Box::new(answer)
    }
    let cases: [(&str, Answer, &[&str]); 8] = [
        ("status", boxed(|_| (500, Vec::new())), &["sign-time-stamp-status"]),
        ("page", boxed(|_| (200, b"<html>welcome</html>".to_vec())), &["sign-time-stamp-unreadable"]),
        ("empty", boxed(|_| (200, Vec::new())), &["sign-time-stamp-unreadable"]),
        ("endless", boxed(|_| (200, vec![0x30; 400_000])), &["sign-time-stamp-too-large"]),
        ("refuses", boxed(|_| (200, vec![0x30, 5, 0x30, 3, 2, 1, 2])), &["sign-time-stamp-refused"]),
        ("echo", boxed(|question| (200, question.to_vec())), &["sign-time-stamp-unreadable"]),
        ("replay", boxed(move |_| (200, other_question.clone())), &["verify-time-stamp-other"]),
        (
            "forged",
            boxed(move |question| (200, forged(question))),
            &["verify-signature-wrong", "verify-signature-unreadable", "verify-content-changed"],
        ),
    ];
    for (name, answer, wanted) in cases {
        let why = with_time_stamp(made::report(), Role::Assessor, "rsa", &server(move |question| answer(question)))
            .expect_err(name);
        assert!(wanted.contains(&why.as_str()), "{name}: {why}");
    }
    let closed = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address");
    for (url, wanted) in [
        (format!("http://{closed}/"), "sign-time-stamp-unreachable"),
        ("ftp://127.0.0.1/".to_owned(), "sign-time-stamp-address"),
        ("no address".to_owned(), "sign-time-stamp-address"),
    ] {
        assert_eq!(with_time_stamp(made::report(), Role::Assessor, "rsa", &url).expect_err(&url), wanted);
    }
}

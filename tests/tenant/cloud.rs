//! A cloud on loopback: sign-in and Graph, as strict about tokens and as rich in faults as the real ones. Every answer of
//! Graph is held against the contract before it leaves.

#[path = "cloud/http.rs"]
mod http;
#[path = "cloud/sign_in.rs"]
mod sign_in;

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};

use serde_json::{Value, json};
use tokio::{
    io::AsyncWriteExt as _,
    net::{TcpListener, TcpStream},
};

use crate::{contract, tenant};
use http::{json_answer, percent_decoded};

pub use http::Request;

/// An answer that is given instead of the true one.
#[derive(Debug, Clone)]
pub struct Fault {
    /// Begin of the path it is given for: `/subscribedSkus`, `/$batch`, `/oauth2/v2.0/token`.
    pub path: &'static str,
    /// How often; then the true answer comes.
    pub times: usize,
    pub status: u16,
    pub content_type: &'static str,
    pub retry_after: Option<u64>,
    pub body: String,
}

impl Fault {
    /// An error of Graph, for ever.
    pub fn error(path: &'static str, status: u16, code: &str) -> Self {
        let body = json!({ "error": { "code": code, "message": "said by the lab" } }).to_string();
        Self { path, times: usize::MAX, status, content_type: "application/json", retry_after: None, body }
    }

    /// A refusal of the sign-in service.
    pub fn sign_in(path: &'static str, error: &str, description: &str) -> Self {
        let body = json!({ "error": error, "error_description": description }).to_string();
        Self { path, times: usize::MAX, status: 400, content_type: "application/json", retry_after: None, body }
    }

    pub fn times(mut self, times: usize) -> Self {
        self.times = times;
        self
    }

    pub fn retry_after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// Another body of another kind.
    pub fn body(mut self, content_type: &'static str, body: &str) -> Self {
        (self.content_type, self.body) = (content_type, body.to_owned());
        self
    }
}

/// What the cloud holds and how it behaves.
pub struct State {
    /// Answers of Graph by path without query; lists as `{"value": […]}`.
    pub graph: BTreeMap<String, Value>,
    pub faults: Vec<Fault>,
    /// Permissions that a sign-in gets.
    pub granted: Vec<String>,
    /// Rows of a page of these lists.
    pub pages: BTreeMap<String, usize>,
    /// A page link instead of the true one.
    pub next_link: Option<String>,
    /// How often a device code is still pending.
    pub pending: usize,
    /// The secret of the application.
    pub secret: String,
    /// Added to each answer.
    pub latency: Duration,
    /// Part of every token, for the search for it.
    pub mark: String,
    /// Tokens that were issued and still hold.
    pub tokens: Vec<String>,
    issued: usize,
    challenge: String,
    pub log: Vec<Request>,
    /// What was wrong with answers or requests.
    pub flaws: Vec<String>,
}

/// A running cloud.
#[derive(Clone)]
pub struct Cloud {
    pub base: String,
    state: Arc<Mutex<State>>,
}

impl Cloud {
    /// A cloud with one healthy tenant.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let state = State {
            graph: tenant::healthy(),
            faults: Vec::new(),
            granted: tenant::PERMISSIONS.map(str::to_owned).to_vec(),
            pages: BTreeMap::new(),
            next_link: None,
            pending: 0,
            secret: "the-application-secret".into(),
            latency: Duration::ZERO,
            mark: "lab".into(),
            tokens: Vec::new(),
            issued: 0,
            challenge: String::new(),
            log: Vec::new(),
            flaws: Vec::new(),
        };
        let cloud = Self { base, state: Arc::new(Mutex::new(state)) };
        let serving = cloud.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let cloud = serving.clone();
                tokio::spawn(async move { cloud.serve(stream).await });
            }
        });
        cloud
    }

    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no panic in the lab")
    }

    /// `endpoints.toml` of a data folder in which every cloud is this one.
    pub fn endpoints(&self) -> String {
        let text = include_str!("../../assets/reference/endpoints.toml");
        let line = |line: &str| match line.split(" = ").next() {
            Some(key @ ("authority" | "graph")) => format!("{key} = \"{}\"", self.base),
            _ => line.to_owned(),
        };
        text.lines().map(line).collect::<Vec<_>>().join("\n")
    }

    /// A token that holds, as somebody pastes it.
    pub fn token(&self) -> String {
        self.state().issue(&self.base, true)
    }

    /// Ends the life of every token.
    pub fn expire(&self) {
        self.state().tokens.clear();
    }

    /// Nothing was wrong with what was asked and answered.
    pub fn was_sound(&self) {
        let flaws = self.state().flaws.clone();
        assert!(flaws.is_empty(), "{}", flaws.join("\n"));
    }

    /// Requests whose path begins so.
    pub fn asked(&self, path: &str) -> usize {
        self.state().log.iter().filter(|request| request.path.starts_with(path)).count()
    }

    async fn serve(&self, mut stream: TcpStream) {
        let mut held = Vec::new();
        loop {
            let Some(request) = http::read(&mut stream, &mut held).await else { return };
            let latency = self.state().latency;
            tokio::time::sleep(latency).await;
            let answer = self.answer(&request);
            if stream.write_all(&answer).await.is_err() {
                return;
            }
        }
    }

    fn answer(&self, request: &Request) -> Vec<u8> {
        let mut state = self.state();
        state.log.push(request.clone());
        let path = request.path.clone();
        if let Some(rest) = path.strip_prefix("/v1.0") {
            let (status, headers, body) = state.graph_answer(&self.base, rest, request);
            return http::answer(status, &headers, &body);
        }
        let endpoint = path.splitn(3, '/').nth(2).map(|rest| format!("/{rest}")).unwrap_or_default();
        if let Some((status, headers, body)) = state.fault(&endpoint) {
            return http::answer(status, &headers, &body);
        }
        match endpoint.split('?').next().unwrap_or_default() {
            "/oauth2/v2.0/authorize" => state.authorize(&path),
            "/oauth2/v2.0/devicecode" => {
                let answer = json!({ "device_code": format!("device-{}", state.mark), "user_code": "ABCD1234",
                    "verification_uri": format!("{}/device", self.base), "expires_in": 900, "interval": 1,
                    "message": "open it" });
                json_answer(200, &answer)
            }
            "/oauth2/v2.0/token" => state.token(&self.base, &request.body),
            _ => http::answer(404, &[], "not found"),
        }
    }
}

type Raw = (u16, Vec<(String, String)>, String);

impl State {
    fn fault(&mut self, path: &str) -> Option<Raw> {
        let fault = self.faults.iter_mut().find(|fault| fault.times > 0 && path.starts_with(fault.path))?;
        fault.times -= 1;
        let mut headers = vec![("Content-Type".to_owned(), fault.content_type.to_owned())];
        headers.extend(fault.retry_after.map(|seconds| ("Retry-After".to_owned(), seconds.to_string())));
        Some((fault.status, headers, fault.body.clone()))
    }

    fn graph_answer(&mut self, base: &str, path: &str, request: &Request) -> Raw {
        let headers = vec![("Content-Type".to_owned(), "application/json; charset=utf-8".to_owned())];
        let token = request.authorization.strip_prefix("Bearer ").unwrap_or_default();
        if !self.tokens.iter().any(|held| held == token) {
            let body = json!({ "error": { "code": "InvalidAuthenticationToken", "message": "expired" } });
            return (401, headers, body.to_string());
        }
        if let Some(raw) = self.fault(path) {
            return raw;
        }
        if path == "/$batch" {
            let asked: Value = serde_json::from_str(&request.body).expect("a batch is JSON");
            let requests = asked["requests"].as_array().expect("requests").clone();
            if requests.len() > 20 {
                self.flaws.push("more than 20 requests in a batch".to_owned());
            }
            // In reverse: the real one keeps no order either.
            let responses: Vec<Value> = (requests.iter().rev())
                .map(|one| {
                    let url = one["url"].as_str().expect("a url");
                    let (status, headers, body) = self.fault(url).unwrap_or_else(|| (0, Vec::new(), String::new()));
                    if status == 0 {
                        let (status, body) = self.list(base, url);
                        return json!({ "id": one["id"], "status": status, "headers": {}, "body": body });
                    }
                    let headers: serde_json::Map<String, Value> =
                        headers.into_iter().map(|(name, value)| (name, value.into())).collect();
                    let body = serde_json::from_str(&body).unwrap_or(Value::String(body));
                    json!({ "id": one["id"], "status": status, "headers": headers, "body": body })
                })
                .collect();
            return (200, headers, json!({ "responses": responses }).to_string());
        }
        let (status, body) = self.list(base, path);
        (status, headers, body.to_string())
    }

    /// The true answer: filtered, reduced to what was selected, paged, and as the contract wants it.
    fn list(&mut self, base: &str, path: &str) -> (u16, Value) {
        let url = url::Url::parse(&format!("{base}{path}")).expect("an address");
        let query: BTreeMap<String, String> = url.query_pairs().into_owned().collect();
        let plain = percent_decoded(url.path());
        let Some(mut body) = self.graph.get(&plain.to_lowercase()).cloned() else {
            let body = json!({ "error": { "code": "Request_ResourceNotFound", "message": "no such object" } });
            return (404, body);
        };
        if body.get("error").is_some() {
            return (403, body);
        }
        let select: Vec<&str> = query.get("$select").map(|names| names.split(',').collect()).unwrap_or_default();
        if select.is_empty() {
            self.flaws.push(format!("{plain}: nothing is selected"));
        }
        for name in &select {
            if !contract::has_field(url.path(), name) {
                self.flaws.push(format!("{plain}: no field {name}"));
            }
        }
        let reduced = |row: &Value| -> Value {
            let fields = row.as_object().expect("an object").iter();
            fields
                .filter(|(name, _)| select.contains(&name.as_str()))
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect()
        };
        if let Some(rows) = body["value"].as_array() {
            let filter = query.get("$filter").cloned().unwrap_or_default();
            let equal = filter
                .split_once(" eq '")
                .map(|(field, value)| (field.to_owned(), value.trim_end_matches('\'').to_owned()));
            let rows: Vec<Value> = (rows.iter())
                .filter(|row| match &equal {
                    Some((field, value)) if !filter.contains(" or ") => row[field.as_str()] == value.as_str(),
                    _ => true,
                })
                .map(reduced)
                .collect();
            let from: usize = query.get("$skiptoken").and_then(|at| at.parse().ok()).unwrap_or(0);
            let size = self.pages.get(&plain).copied().unwrap_or(usize::MAX);
            let page: Vec<Value> = rows.iter().skip(from).take(size).cloned().collect();
            let more = from.saturating_add(size) < rows.len();
            body = json!({ "value": page });
            if more {
                let joint = if url.query().is_some() { '&' } else { '?' };
                let rest = path.split("&$skiptoken").next().unwrap_or_default();
                let link = format!("{base}/v1.0{rest}{joint}$skiptoken={}", from + size);
                body["@odata.nextLink"] = self.next_link.clone().unwrap_or(link).into();
            }
        } else {
            body = reduced(&body);
        }
        self.flaws.extend(contract::flaws(&plain, &body));
        (200, body)
    }
}

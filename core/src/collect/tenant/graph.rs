//! Asking Microsoft Graph: many questions in one batch, page after page, with patience for a service that is busy and
//! none for an answer that is not its own. A list is whole or it is not there.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex},
    time::Duration,
};

use futures_util::future::join_all;
use reqwest::RequestBuilder;
use ring::rand::{SecureRandom as _, SystemRandom};
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;
use url::Url;

use super::{
    CloudAddress, TenantSettings,
    http::{Answer, Breakage, ClientError, Http},
    refusal::Refusal,
    session::Session,
};

/// Graph takes this many requests in a batch.
const BATCH: usize = 20;
/// The most tries for one request.
const TRIES: u32 = 6;
/// The most pages of one list that is kept in memory.
const PAGES: usize = 40;
/// The most requests at a time where batches are not taken.
const AT_ONCE: usize = 4;

/// The answers of a batch by the place of the question: status, pause, body.
type Responses = BTreeMap<usize, (u16, Option<Duration>, Value)>;

/// A signed-in connection to Graph.
pub struct Graph {
    http: Http,
    session: Arc<Session>,
    first_pause: Duration,
    budget: Mutex<Duration>,
}

impl Graph {
    /// A connection for this session, which may serve several of them one after the other.
    ///
    /// # Errors
    /// TLS or the proxy cannot be set up.
    pub fn new(
        session: impl Into<Arc<Session>>,
        settings: &TenantSettings,
        cancel: CancellationToken,
    ) -> Result<Self, ClientError> {
        let http = Http::new(settings, cancel)?;
        Ok(Self {
            http,
            session: session.into(),
            first_pause: settings.first_pause,
            budget: Mutex::new(settings.wait_budget),
        })
    }

    /// Who is signed in.
    pub fn session(&self) -> &Session {
        &self.session
    }

    pub(super) fn address(&self) -> &CloudAddress {
        &self.session.registration().address
    }

    /// The answers to GET requests, in their order. Lists come whole, as `{"value": […]}`.
    pub(super) async fn ask(&self, paths: &[String]) -> Vec<Result<Value, Refusal>> {
        // Futures are gathered in loops: those that an iterator's closure makes over borrowed data are not provably
        // `Send`, and collectors run as tasks.
        let mut batches = Vec::new();
        for batch in paths.chunks(BATCH) {
            batches.push(self.batch(batch.to_vec()));
        }
        // Pages of different lists at once; those of one list come one after another.
        let mut whole = Vec::new();
        for answer in join_all(batches).await.into_iter().flatten() {
            whole.push(self.whole(answer));
        }
        join_all(whole).await
    }

    /// The pages of a list, one after another, each handed on and then forgotten.
    pub(super) async fn each_page(
        &self,
        path: &str,
        mut page: impl FnMut(&Value) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let mut url = self.address().graph(path).ok_or(Refusal::LeftHost)?;
        let mut seen = BTreeSet::new();
        loop {
            let body = self.get(url.clone()).await?;
            page(&body)?;
            match self.next(&body, &mut seen)? {
                Some(next) => url = next,
                None => return Ok(()),
            }
        }
    }

    /// Follows a list to its end.
    async fn whole(&self, answer: Result<Value, Refusal>) -> Result<Value, Refusal> {
        let mut body = answer?;
        let mut seen = BTreeSet::new();
        let mut all = Vec::new();
        let mut pages = 1;
        while let Some(next) = self.next(&body, &mut seen)? {
            if pages == PAGES {
                return Err(Refusal::TooLarge);
            }
            pages += 1;
            all.append(body.get_mut("value").and_then(Value::as_array_mut).ok_or(Refusal::NotUnderstood)?);
            body = self.get(next).await?;
        }
        if !all.is_empty() {
            all.append(body.get_mut("value").and_then(Value::as_array_mut).ok_or(Refusal::NotUnderstood)?);
            body = json!({ "value": all });
        }
        Ok(body)
    }

    /// Where the next page is. A link that leaves Graph or comes again is refused: the token goes to no other host.
    fn next(&self, body: &Value, seen: &mut BTreeSet<u64>) -> Result<Option<Url>, Refusal> {
        let link = match body.get("@odata.nextLink") {
            None | Some(Value::Null) => return Ok(None),
            Some(link) => link.as_str().ok_or(Refusal::NotUnderstood)?,
        };
        let url = Url::parse(link).map_err(|_| Refusal::LeftHost)?;
        if !self.address().is_graph(&url) {
            return Err(Refusal::LeftHost);
        }
        // A hash, so that a list of any length is followed in flat memory.
        if seen.insert(hash(url.as_str())) { Ok(Some(url)) } else { Err(Refusal::Loops) }
    }

    async fn get(&self, url: Url) -> Result<Value, Refusal> {
        let answer = self.exchange(self.http.client().get(url)).await?;
        json_of(&answer)
    }

    /// One batch. What is busy is asked again, what is refused is refused alone.
    async fn batch(&self, paths: Vec<String>) -> Vec<Result<Value, Refusal>> {
        let mut answers: Vec<Option<Result<Value, Refusal>>> = paths.iter().map(|_| None).collect();
        let mut renewed = false;
        for attempt in 1..=TRIES {
            let open: Vec<usize> = (0..paths.len()).filter(|index| answers.get(*index) == Some(&None)).collect();
            if open.is_empty() {
                break;
            }
            let requests: Vec<Value> = open
                .iter()
                .map(|index| json!({ "id": index.to_string(), "method": "GET", "url": paths.get(*index) }))
                .collect();
            let (generation, responses) = match self.post_batch(&json!({ "requests": requests })).await {
                Ok(answered) => answered,
                // Something on the way does not take batches: one by one then.
                Err(Refusal::Status { status: 400 | 404 | 405 | 413 | 501, .. }) => {
                    for some in open.chunks(AT_ONCE) {
                        let mut asked = Vec::new();
                        for index in some {
                            asked.push(self.single(paths.get(*index)));
                        }
                        for (index, answer) in some.iter().zip(join_all(asked).await) {
                            put(&mut answers, *index, answer);
                        }
                    }
                    break;
                }
                Err(refusal) => {
                    open.iter().for_each(|index| put(&mut answers, *index, Err(refusal.clone())));
                    break;
                }
            };
            let mut wait: Option<Duration> = None;
            let mut expired = false;
            for index in open {
                let Some((status, retry_after, body)) = responses.get(&index) else {
                    put(&mut answers, index, Err(Refusal::NotUnderstood));
                    continue;
                };
                match status {
                    200 => put(&mut answers, index, Ok(body.clone())),
                    401 if !renewed => expired = true,
                    429 | 500 | 502 | 503 | 504 if attempt < TRIES => {
                        let pause = retry_after.unwrap_or_else(|| self.backoff(attempt));
                        wait = Some(wait.map_or(pause, |longest| longest.max(pause)));
                    }
                    status => put(&mut answers, index, Err(Refusal::of(*status, body))),
                }
            }
            if expired {
                renewed = true;
                if !self.session.renew(&self.http, generation).await {
                    fill(&mut answers, &Refusal::NotSignedIn);
                }
            }
            if let Some(pause) = wait
                && let Err(refusal) = self.wait(pause).await
            {
                fill(&mut answers, &refusal);
            }
        }
        answers.into_iter().map(|answer| answer.unwrap_or(Err(Refusal::Throttled))).collect()
    }

    async fn single(&self, path: Option<&String>) -> Result<Value, Refusal> {
        let url = path.and_then(|path| self.address().graph(path)).ok_or(Refusal::LeftHost)?;
        self.get(url).await
    }

    /// Sends a batch; returns which token it was sent with, and for each answer status, pause and body.
    async fn post_batch(&self, body: &Value) -> Result<(u64, Responses), Refusal> {
        let url = self.address().graph("/$batch").ok_or(Refusal::LeftHost)?;
        let generation = self.session.bearer().await.0;
        let request = self.http.client().post(url).header("content-type", "application/json").body(body.to_string());
        let answer = self.exchange(request).await?;
        let body = json_of(&answer)?;
        let list = body.get("responses").and_then(Value::as_array).ok_or(Refusal::NotUnderstood)?;
        let mut responses = BTreeMap::new();
        for one in list {
            let id = one.get("id").and_then(Value::as_str).and_then(|id| id.parse().ok());
            let status = one.get("status").and_then(Value::as_u64).and_then(|status| u16::try_from(status).ok());
            let (Some(id), Some(status)) = (id, status) else { return Err(Refusal::NotUnderstood) };
            let headers = one.get("headers").and_then(Value::as_object);
            let pause = headers.and_then(|headers| {
                let (_, value) = headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("retry-after"))?;
                let seconds = value.as_u64().or_else(|| value.as_str()?.trim().parse().ok())?;
                Some(Duration::from_secs(seconds))
            });
            responses.insert(id, (status, pause, one.get("body").cloned().unwrap_or(Value::Null)));
        }
        Ok((generation, responses))
    }

    /// Sends one request with the token; renews it once, and comes back when the service is busy.
    async fn exchange(&self, request: RequestBuilder) -> Result<Answer, Refusal> {
        let mut renewed = false;
        for attempt in 1..=TRIES {
            let (generation, bearer) = self.session.bearer().await;
            let bearer = bearer.ok_or(Refusal::NotSignedIn)?;
            let again = request.try_clone().ok_or(Refusal::NotUnderstood)?;
            let again = again.header("authorization", bearer).header("accept", "application/json");
            let answer = match self.http.send(again).await {
                Ok(answer) => answer,
                Err(Breakage::Cancelled) => return Err(Refusal::Cancelled),
                // A connection that broke is tried again like a busy service.
                Err(_) if attempt < 3 => {
                    self.wait(self.backoff(attempt)).await?;
                    continue;
                }
                Err(breakage) => return Err(Refusal::Breakage(breakage)),
            };
            match answer.status {
                200..=299 => return Ok(answer),
                401 if !renewed => {
                    renewed = true;
                    if !self.session.renew(&self.http, generation).await {
                        return Err(Refusal::NotSignedIn);
                    }
                }
                429 | 500 | 502 | 503 | 504 if attempt < TRIES => {
                    self.wait(answer.retry_after.unwrap_or_else(|| self.backoff(attempt))).await?;
                }
                300..=399 => return Err(Refusal::LeftHost),
                status => {
                    let body = serde_json::from_slice(&answer.body).unwrap_or(Value::Null);
                    // A page instead of an error of Graph comes from something in between.
                    return Err(if answer.is_json() { Refusal::of(status, &body) } else { Refusal::NotJson });
                }
            }
        }
        Err(Refusal::Throttled)
    }

    /// Waits, as long as the budget of the run allows it.
    async fn wait(&self, pause: Duration) -> Result<(), Refusal> {
        {
            let mut budget = self.budget.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            *budget = budget.checked_sub(pause).ok_or(Refusal::Throttled)?;
        }
        self.http.pause(pause).await.map_err(|_| Refusal::Cancelled)
    }

    /// A pause that doubles, and a part of it by chance, so that many programs do not come back at the same time.
    fn backoff(&self, attempt: u32) -> Duration {
        let pause = self.first_pause.saturating_mul(1 << attempt.min(8).saturating_sub(1));
        let mut byte = [0u8; 1];
        // Without chance it is only less spread.
        let _ = SystemRandom::new().fill(&mut byte);
        pause + pause.mul_f64(f64::from(byte[0]) / 1024.0)
    }
}

fn put(answers: &mut [Option<Result<Value, Refusal>>], index: usize, answer: Result<Value, Refusal>) {
    if let Some(place) = answers.get_mut(index) {
        *place = Some(answer);
    }
}

fn fill(answers: &mut [Option<Result<Value, Refusal>>], refusal: &Refusal) {
    for place in answers.iter_mut().filter(|place| place.is_none()) {
        *place = Some(Err(refusal.clone()));
    }
}

fn json_of(answer: &Answer) -> Result<Value, Refusal> {
    if !answer.is_json() {
        return Err(Refusal::NotJson);
    }
    serde_json::from_slice(&answer.body).map_err(|_| Refusal::NotUnderstood)
}

fn hash(text: &str) -> u64 {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

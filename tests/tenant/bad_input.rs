//! What comes instead of an answer: throttling, faults, pages of proxies, lists that do not end. Nothing that is half read
//! counts as read.

use std::time::Duration;

use readiness_core::{
    collect::tenant::{SignIn, TenantRequest, TenantSettings, look},
    facts::{Seen, Unavailable, tenant::TenantFacts},
};
use serde_json::{Value, json};

use crate::{
    cloud::{Cloud, Fault, State},
    look::{facts, graph, judged, reference, said, settings},
    tenant::*,
};

async fn changed(change: impl FnOnce(&mut State)) -> (Cloud, TenantFacts) {
    let cloud = Cloud::start().await;
    change(&mut cloud.state());
    let seen = facts(&cloud).await;
    (cloud, seen)
}

fn why<T>(seen: &Seen<T>) -> &Unavailable {
    match seen {
        Seen::Missing(why) => why,
        Seen::Seen(_) => panic!("it was read"),
    }
}

fn many(count: usize) -> Value {
    let mut rows: Vec<Value> = (0..count)
        .map(|n| {
            let mut sku = ems();
            sku["skuId"] = json!(format!("00000000-0000-4000-8000-{n:012}"));
            sku["servicePlans"] = json!([]);
            sku
        })
        .collect();
    rows.push(ems());
    json!({ "value": rows })
}

#[tokio::test]
async fn a_busy_service_is_asked_again() {
    for status in [429, 500, 502, 503, 504] {
        let (cloud, seen) = changed(|state| {
            state.faults.push(Fault::error("/subscribedSkus", status, "busy").times(2));
            state.faults.push(Fault::error("/$batch", status, "busy").times(1));
        })
        .await;
        assert!(matches!(seen.licences, Seen::Seen(_)), "{status}: {:?}", seen.licences);
        cloud.was_sound();
    }
}

#[tokio::test]
async fn a_service_that_stays_busy_ends_clearly_and_costs_its_own_items() {
    let (_, seen) = changed(|state| {
        state.faults.push(Fault::error("/subscribedSkus", 429, "TooManyRequests").retry_after(3600));
    })
    .await;
    assert!(matches!(why(&seen.licences), Unavailable::Throttled { .. }), "{:?}", seen.licences);
    assert_eq!(said(&judged(seen), "licence.admin").0, "pass");

    let (_, seen) = changed(|state| state.faults.push(Fault::error("/subscribedSkus", 503, "busy"))).await;
    assert!(matches!(why(&seen.licences), Unavailable::Refused { .. }), "{:?}", seen.licences);
}

#[tokio::test]
async fn pages_are_followed_to_the_end() {
    let (cloud, seen) = changed(|state| {
        state.graph.insert(SKUS.into(), many(24));
        state.pages.insert("/subscribedSkus".into(), 10);
    })
    .await;
    assert_eq!(seen.licences.as_result().map(Vec::len), Ok(25));
    cloud.was_sound();
}

#[tokio::test]
async fn a_list_without_its_last_page_was_not_read() {
    let page = "/subscribedSkus?$select=skuId,skuPartNumber,capabilityStatus,appliesTo,consumedUnits,prepaidUnits,servicePlans&$skiptoken";
    for fault in [
        Fault::error(page, 403, "Authorization_RequestDenied"),
        Fault::error(page, 500, "broken"),
        Fault::error(page, 200, "x").body("application/json", "{\"value\": [{\"skuId\":"),
        Fault::error(page, 200, "x").body("text/html", "<html>"),
    ] {
        // The page that is there would pass.
        let (_, seen) = changed(|state| {
            let mut all = many(12);
            all["value"].as_array_mut().expect("a list").reverse();
            state.graph.insert(SKUS.into(), all);
            state.pages.insert("/subscribedSkus".into(), 5);
            state.faults.push(fault.clone());
        })
        .await;
        why(&seen.licences);
        assert_eq!(said(&judged(seen), "licence.tenant-owns").0, "could_not_check", "{fault:?}");
    }
}

#[tokio::test]
async fn a_page_link_that_leaves_or_loops_is_refused_and_gets_no_token() {
    let stranger = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = stranger.local_addr().expect("an address");
    let leave = format!("http://{address}/v1.0/subscribedSkus");
    for (link, id) in [
        (leave.as_str(), "tenant-answer-left-host"),
        ("https://evil.test/x", "tenant-answer-left-host"),
        ("nonsense", "tenant-answer-left-host"),
    ] {
        let (_, seen) = changed(|state| {
            state.graph.insert(SKUS.into(), many(4));
            state.pages.insert("/subscribedSkus".into(), 2);
            state.next_link = Some(link.to_owned());
        })
        .await;
        assert!(
            matches!(why(&seen.licences), Unavailable::Inconclusive { why } if why.id == id),
            "{link}: {:?}",
            seen.licences
        );
    }
    let waited = tokio::time::timeout(Duration::from_millis(50), stranger.accept()).await;
    assert!(waited.is_err(), "a token went to a stranger");

    let (cloud, seen) = changed(|state| {
        state.graph.insert(SKUS.into(), many(9));
        state.pages.insert("/subscribedSkus".into(), 2);
    })
    .await;
    assert!(seen.licences.as_result().is_ok());
    let circle = format!(
        "{}/v1.0/subscribedSkus?$select=skuId,skuPartNumber,capabilityStatus,appliesTo,consumedUnits,prepaidUnits,servicePlans&$skiptoken=2",
        cloud.base
    );
    cloud.state().next_link = Some(circle);
    let seen = facts(&cloud).await;
    assert!(
        matches!(why(&seen.licences), Unavailable::Inconclusive { why } if why.id == "tenant-answer-loops"),
        "{:?}",
        seen.licences
    );
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let (_, seen) = changed(|state| state.faults.push(Fault::error("/$batch", 302, "x"))).await;
    assert!(
        matches!(why(&seen.licences), Unavailable::Inconclusive { why } if why.id == "tenant-answer-left-host"),
        "{:?}",
        seen.licences
    );
}

#[tokio::test]
async fn answers_that_are_none_are_told_apart() {
    for (fault, id) in [
        (
            Fault::error("/$batch", 200, "x").body("text/html", "<html>Blocked by proxy</html>"),
            "tenant-answer-not-json",
        ),
        (Fault::error("/$batch", 403, "x").body("text/html", "<html>Blocked</html>"), "tenant-answer-not-json"),
        (Fault::error("/$batch", 200, "x").body("application/json", "{\"responses\": ["), "unavailable-malformed"),
        (Fault::error("/$batch", 200, "x").body("application/json", "[]"), "unavailable-malformed"),
        (Fault::error("/$batch", 200, "x").body("application/json", "{\"responses\": []}"), "unavailable-malformed"),
    ] {
        let (_, seen) = changed(|state| state.faults.push(fault.clone())).await;
        let found = match why(&seen.licences) {
            Unavailable::Inconclusive { why } => why.id.clone(),
            why => why.message().id,
        };
        assert_eq!(found, id, "{fault:?}");
        assert!(judged(seen).iter().all(|(_, finding)| finding.verdict.name() != "pass"));
    }
}

#[tokio::test]
async fn where_batches_are_not_taken_calls_go_one_by_one() {
    for status in [404, 405, 501] {
        let (cloud, seen) = changed(|state| state.faults.push(Fault::error("/$batch", status, "x"))).await;
        assert_eq!(said(&judged(seen), "account.admin-role").0, "pass", "{status}");
        assert!(cloud.asked("/v1.0/subscribedSkus") == 1);
        cloud.was_sound();
    }
}

#[tokio::test]
async fn nothing_answers_in_time() {
    let cloud = Cloud::start().await;
    let short = TenantSettings { step_timeout: Duration::from_millis(40), ..settings() };
    let graph = graph(&cloud, SignIn::DeviceCode, &short).await;
    cloud.state().latency = Duration::from_secs(2);
    let request = TenantRequest::of(&subject(), Default::default());
    let seen = look(&graph, &request, &reference(&cloud), &(std::sync::Arc::new(|_| {}) as _)).await;
    assert!(matches!(why(&seen.licences), Unavailable::TimedOut { .. }), "{:?}", seen.licences);
}

#[tokio::test]
async fn a_cancelled_look_says_so() {
    let cloud = Cloud::start().await;
    let session = crate::look::signed_in(&cloud, SignIn::DeviceCode).await.expect("signed in");
    let cancel = tokio_util::sync::CancellationToken::new();
    let graph = readiness_core::collect::tenant::Graph::new(session, &settings(), cancel.clone()).expect("a client");
    cancel.cancel();
    let request = TenantRequest::of(&subject(), Default::default());
    let seen = look(&graph, &request, &reference(&cloud), &(std::sync::Arc::new(|_| {}) as _)).await;
    assert_eq!(why(&seen.licences), &Unavailable::Cancelled);
}

/// At most this many exchanges one after another for all questions of a run.
#[tokio::test]
async fn a_run_takes_three_exchanges() {
    let cloud = Cloud::start().await;
    let secret = readiness_core::Secret::new("the-application-secret".into());
    let how = SignIn::Application(readiness_core::collect::tenant::Application::Secret(secret));
    let graph = graph(&cloud, how, &settings()).await;
    let request = TenantRequest::of(&subject(), Default::default());
    look(&graph, &request, &reference(&cloud), &(std::sync::Arc::new(|_| {}) as _)).await;
    let asked: Vec<String> = cloud.state().log.iter().map(|request| request.path.clone()).collect();
    assert_eq!(asked, ["/contoso.com/oauth2/v2.0/token", "/v1.0/$batch", "/v1.0/$batch"]);
    cloud.was_sound();
}

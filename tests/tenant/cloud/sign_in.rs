//! The sign-in service: codes, tokens, and who gets none.

use std::collections::BTreeMap;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use super::{
    State,
    http::{answer, json_answer},
};
use crate::tenant;

impl State {
    /// Sends a browser back with a code.
    pub(super) fn authorize(&mut self, path: &str) -> Vec<u8> {
        let url = url::Url::parse(&format!("http://x{path}")).expect("an address");
        let query: BTreeMap<String, String> = url.query_pairs().into_owned().collect();
        if query.get("code_challenge_method").map(String::as_str) != Some("S256") {
            self.flaws.push("no PKCE".to_owned());
        }
        self.challenge = query.get("code_challenge").cloned().unwrap_or_default();
        let redirect = query.get("redirect_uri").cloned().unwrap_or_default();
        let state = query.get("state").cloned().unwrap_or_default();
        let location = format!("{redirect}/?code=code-{}&state={state}", self.mark);
        answer(302, &[("Location".to_owned(), location)], "")
    }

    /// Tokens for what a person or an application shows.
    pub(super) fn token(&mut self, base: &str, body: &str) -> Vec<u8> {
        let form: BTreeMap<String, String> = url::form_urlencoded::parse(body.as_bytes()).into_owned().collect();
        let field = |name: &str| form.get(name).map(String::as_str).unwrap_or_default();
        let refused = |error: &str, text: &str| json_answer(400, &json!({ "error": error, "error_description": text }));
        let scope = field("scope");
        if !scope.is_empty() && !scope.split(' ').all(|one| one == "offline_access" || one.starts_with(base)) {
            self.flaws.push(format!("a scope of another cloud: {scope}"));
        }
        let person = match field("grant_type") {
            "authorization_code" => {
                let digest = ring::digest::digest(&ring::digest::SHA256, field("code_verifier").as_bytes());
                if field("code") != format!("code-{}", self.mark) || URL_SAFE_NO_PAD.encode(digest) != self.challenge {
                    return refused("invalid_grant", "AADSTS501481: the verifier does not match");
                }
                true
            }
            "urn:ietf:params:oauth:grant-type:device_code" => {
                if self.pending > 0 {
                    self.pending -= 1;
                    return refused("authorization_pending", "AADSTS70016: pending");
                }
                true
            }
            "refresh_token" => {
                if field("refresh_token") != format!("refresh-{}", self.mark) {
                    return refused("invalid_grant", "AADSTS700082: expired");
                }
                true
            }
            "client_credentials" if form.contains_key("client_assertion") => {
                if let Err(why) = verified(field("client_assertion"), field("client_id"), base) {
                    return refused("invalid_client", &format!("AADSTS700027: {why}"));
                }
                false
            }
            "client_credentials" => {
                if field("client_secret") != self.secret {
                    // The real one does not repeat it; a bad one might.
                    return refused("invalid_client", &format!("AADSTS7000215: {}", field("client_secret")));
                }
                false
            }
            _ => return refused("unsupported_grant_type", "AADSTS70003"),
        };
        let token = self.issue(base, person);
        let mut answer = json!({ "token_type": "Bearer", "expires_in": 3599, "access_token": token });
        if person {
            let scopes: Vec<String> = self.granted.iter().map(|name| format!("{base}/{name}")).collect();
            answer["scope"] = scopes.join(" ").into();
            answer["refresh_token"] = format!("refresh-{}", self.mark).into();
        }
        json_answer(200, &answer)
    }

    /// A new token, of a person or of the application.
    pub(super) fn issue(&mut self, base: &str, person: bool) -> String {
        self.issued += 1;
        let mut claims = json!({ "aud": base, "tid": tenant::ID, "jti": self.issued });
        if person {
            claims["scp"] = self.granted.join(" ").into();
        } else {
            claims["roles"] = json!(self.granted);
        }
        let token = format!("head.{}.sign-{}", URL_SAFE_NO_PAD.encode(claims.to_string()), self.mark);
        self.tokens.push(token.clone());
        token
    }
}

/// Verifies what an application with a certificate sends, with the certificate's own key.
fn verified(assertion: &str, client_id: &str, base: &str) -> Result<(), String> {
    let parts: Vec<&str> = assertion.split('.').collect();
    let [head, claims, signature] = parts.as_slice() else { return Err("three parts".into()) };
    let decode = |text: &str| URL_SAFE_NO_PAD.decode(text).map_err(|error| error.to_string());
    let read = |text: &str| -> Result<Value, String> {
        serde_json::from_slice(&decode(text)?).map_err(|error| error.to_string())
    };
    let certificate = tenant::certificate();
    let thumbprint = URL_SAFE_NO_PAD.encode(ring::digest::digest(&ring::digest::SHA256, &certificate));
    let (head_read, claims_read) = (read(head)?, read(claims)?);
    if head_read["alg"] != "PS256" || head_read["x5t#S256"] != thumbprint.as_str() {
        return Err("the head".into());
    }
    let audience = claims_read["aud"].as_str().unwrap_or_default();
    if claims_read["iss"] != client_id || claims_read["sub"] != client_id || !audience.starts_with(base) {
        return Err("the claims".into());
    }
    use x509_parser::prelude::{FromDer as _, X509Certificate};
    let (_, parsed) = X509Certificate::from_der(&certificate).map_err(|error| error.to_string())?;
    let key = ring::signature::UnparsedPublicKey::new(
        &ring::signature::RSA_PSS_2048_8192_SHA256,
        parsed.public_key().subject_public_key.data.to_vec(),
    );
    key.verify(format!("{head}.{claims}").as_bytes(), &decode(signature)?).map_err(|_| "the signature".into())
}

//! A large tenant.

use serde_json::{Value, json};

use crate::tenant::P1;

/// Users, every second licensed and every third registered.
pub fn many(count: usize) -> (Value, Value) {
    let id = |n: usize| format!("bbbbbbbb-0000-4000-8000-{n:012}");
    let users: Vec<Value> = (0..count)
        .map(|n| {
            let plans =
                if n % 2 == 0 { json!([{ "servicePlanId": P1, "capabilityStatus": "Enabled" }]) } else { json!([]) };
            json!({ "id": id(n), "userPrincipalName": format!("u{n}@contoso.com"), "accountEnabled": true,
                "onPremisesSyncEnabled": true, "onPremisesImmutableId": format!("imm{n}"), "assignedPlans": plans })
        })
        .collect();
    // In another order, as Graph gives them.
    let rows: Vec<Value> = (0..count)
        .rev()
        .filter(|n| n % 5 != 4)
        .map(|n| {
            json!({ "id": id(n), "userPrincipalName": format!("u{n}@contoso.com"), "isSsprEnabled": true,
                "isSsprRegistered": n % 3 == 0, "isSsprCapable": n % 3 == 0, "isAdmin": n == 0, "methodsRegistered": [] })
        })
        .collect();
    (json!({ "value": users }), json!({ "value": rows }))
}

//! One look at the tenant: two rounds of questions. The first asks by name, the second by the ids that the first
//! brought. Every question is answered or says why not; nothing half read counts as read.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde_json::Value;

use super::{
    Graph, TenantRequest,
    accounts::{self, Known},
    audit, features, licences,
    organization::{self, Domains},
    question::Question,
    refusal::Refusal,
    registration, roles,
};
use crate::{
    collect::{Progress, Reporter},
    facts::{
        Seen, Unavailable,
        tenant::{Account, RoleHeld, TenantFacts, TenantIdentity},
    },
    msg,
    reference::Reference,
};

/// What is asked: a question, which of its parts, and the path.
struct Ask {
    question: Question,
    part: Part,
    path: String,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Organization,
    Domains,
    Licences,
    Account(Who),
    Plans(Who),
    Groups,
    ByRole(String),
    Assigned,
    Eligible,
    Registration,
    Audit,
    Features,
    Health,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Who {
    Admin,
    TestUser,
}

impl Who {
    fn question(self) -> Question {
        match self {
            Self::Admin => Question::Admin,
            Self::TestUser => Question::TestUser,
        }
    }

    fn plans(self) -> Question {
        match self {
            Self::Admin => Question::AdminPlans,
            Self::TestUser => Question::TestUserPlans,
        }
    }

    fn field(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::TestUser => "test_user",
        }
    }
}

/// The answers, by part.
struct Answers<'a> {
    graph: &'a Graph,
    reference: &'a Reference,
    bodies: BTreeMap<Part, (Question, String, Result<Value, Refusal>)>,
}

impl Answers<'_> {
    async fn ask(&mut self, asks: Vec<Ask>) {
        let paths: Vec<String> = asks.iter().map(|ask| ask.path.clone()).collect();
        let answers = self.graph.ask(&paths).await;
        for (ask, answer) in asks.into_iter().zip(answers) {
            self.bodies.insert(ask.part, (ask.question, ask.path, answer));
        }
    }

    /// Reads a part, or says why it is missing.
    fn read<T>(&self, part: &Part, read: impl FnOnce(&Value) -> Result<T, Unavailable>) -> Result<T, Unavailable> {
        let (question, path, answer) = self.bodies.get(part).ok_or(Unavailable::NotLookedAt)?;
        match answer {
            Ok(body) => read(body),
            Err(refusal) => Err(self.why(*question, path, refusal)),
        }
    }

    fn why(&self, question: Question, path: &str, refusal: &Refusal) -> Unavailable {
        let needs = self.reference.permissions.for_question(question.key()).next();
        refusal.unavailable(self.graph.address().graph_host(), path, needs, self.graph.session())
    }

    fn is_no_object(&self, part: &Part) -> bool {
        self.bodies.get(part).is_some_and(|(_, _, answer)| answer.as_ref().is_err_and(Refusal::is_no_object))
    }
}

/// Looks at the tenant.
pub async fn look(graph: &Graph, request: &TenantRequest, reference: &Reference, report: &Reporter) -> TenantFacts {
    let wanted = Question::of(&request.checks);
    let mut answers = Answers { graph, reference, bodies: BTreeMap::new() };
    report(Progress::Doing(msg!("collect-tenant", tenant = &request.tenant)));
    answers.ask(first_round(request, reference, &wanted)).await;

    let identity = answers.read(&Part::Organization, organization::identity);
    if let Some(why) = stranger(&identity, request, graph) {
        return all_missing(&wanted, &why);
    }
    let domains = answers.read(&Part::Domains, Domains::read).ok();
    let admin = account(&answers, Who::Admin, request, domains.as_ref());
    let test_user = account(&answers, Who::TestUser, request, domains.as_ref());

    report(Progress::Doing(msg!("collect-tenant-accounts")));
    let mut second = Vec::new();
    if let Ok(admin) = &admin
        && wanted.contains(&Question::AdminRoles)
    {
        for (part, kind) in [(Part::Assigned, roles::Kind::Assigned), (Part::Eligible, roles::Kind::Eligible)] {
            second.push(Ask { question: Question::AdminRoles, part, path: roles::of_principal(kind, &admin.id) });
        }
    }
    if let Ok(user) = &test_user
        && wanted.contains(&Question::TestUserReset)
    {
        let path = registration::path(&user.id);
        second.push(Ask { question: Question::TestUserReset, part: Part::Registration, path });
    }
    if !second.is_empty() {
        answers.ask(second).await;
    }

    let mut facts = TenantFacts { identity: Seen::of(identity), ..TenantFacts::default() };
    for question in wanted {
        match question {
            Question::Identity => {}
            Question::Licences => facts.licences = Seen::of(answers.read(&Part::Licences, licences::owned)),
            Question::Admin => facts.admin = Seen::of(account_of(&admin)),
            Question::TestUser => facts.test_user = Seen::of(account_of(&test_user)),
            Question::AdminPlans => facts.admin_plans = Seen::of(plans(&answers, Who::Admin, &admin)),
            Question::TestUserPlans => facts.test_user_plans = Seen::of(plans(&answers, Who::TestUser, &test_user)),
            Question::AdminRoles => facts.admin_roles = Seen::of(admin_roles(&answers, &admin, reference)),
            Question::TestUserReset => facts.test_user_reset = Seen::of(reset(&answers, &test_user)),
            Question::Synchronisation => facts.synchronisation = Seen::of(synchronisation(&answers)),
            Question::Audit => facts.audit = Seen::of(answers.read(&Part::Audit, audit::read)),
            Question::Features => facts.features = Seen::of(answers.read(&Part::Features, features::read)),
            Question::Health => facts.health = Seen::of(answers.read(&Part::Health, features::health)),
        }
    }
    facts
}

fn first_round(request: &TenantRequest, reference: &Reference, wanted: &BTreeSet<Question>) -> Vec<Ask> {
    let mut asks = Vec::new();
    let mut ask = |question, part, path: String| asks.push(Ask { question, part, path });
    ask(Question::Identity, Part::Organization, organization::ORGANIZATION.to_owned());
    for (who, upn) in [(Who::Admin, &request.admin), (Who::TestUser, &request.test_user)] {
        let upn = upn.trim();
        let of_account = match who {
            Who::Admin => [Question::Admin, Question::AdminRoles, Question::AdminPlans].as_slice(),
            Who::TestUser => &[Question::TestUser, Question::TestUserReset, Question::TestUserPlans],
        };
        if upn.is_empty() || !of_account.iter().any(|question| wanted.contains(question)) {
            continue;
        }
        ask(who.question(), Part::Account(who), accounts::path(upn));
        if wanted.contains(&who.plans()) {
            ask(who.plans(), Part::Plans(who), licences::held_path(upn));
        }
        if who == Who::Admin && wanted.contains(&Question::AdminRoles) {
            ask(Question::AdminRoles, Part::Groups, roles::groups_path(upn));
            for template in roles::enabling(&reference.roles) {
                let path = roles::of_role(&template);
                ask(Question::AdminRoles, Part::ByRole(template), path);
            }
        }
    }
    if wanted.contains(&Question::Admin) || wanted.contains(&Question::TestUser) {
        ask(Question::Admin, Part::Domains, organization::DOMAINS.to_owned());
    }
    if wanted.contains(&Question::Licences) {
        ask(Question::Licences, Part::Licences, licences::OWNED.to_owned());
    }
    if wanted.contains(&Question::Audit) {
        ask(Question::Audit, Part::Audit, audit::path(&reference.events, Timestamp::now()));
    }
    if wanted.contains(&Question::Features) {
        ask(Question::Features, Part::Features, features::FEATURES.to_owned());
    }
    if wanted.contains(&Question::Health) {
        ask(Question::Health, Part::Health, features::HEALTH.to_owned());
    }
    asks
}

/// Why nothing of this tenant may be kept: it is another one, or it is not known which it is.
fn stranger(
    identity: &Result<TenantIdentity, Unavailable>,
    request: &TenantRequest,
    graph: &Graph,
) -> Option<Unavailable> {
    let wanted = request.tenant.trim();
    match identity {
        Ok(found) => {
            let known = std::iter::once(&found.id).chain(&found.domains);
            let same = known.into_iter().any(|name| name.eq_ignore_ascii_case(wanted));
            let name = || found.domains.first().unwrap_or(&found.id).clone();
            (!same).then(|| Unavailable::WrongTenant { found: name(), wanted: wanted.to_owned() })
        }
        // The tenant's own sign-in issued the token.
        Err(_) if graph.session().is_bound() => None,
        Err(_) if graph.session().tenant_id().is_some_and(|id| id.eq_ignore_ascii_case(wanted)) => None,
        Err(Unavailable::PermissionMissing { .. } | Unavailable::Refused { .. } | Unavailable::RoleMissing { .. }) => {
            Some(Unavailable::Inconclusive { why: msg!("tenant-not-known", tenant = wanted) })
        }
        Err(why) => Some(why.clone()),
    }
}

/// The same reason for every question.
pub(super) fn all_missing(wanted: &BTreeSet<Question>, why: &Unavailable) -> TenantFacts {
    let mut facts = TenantFacts::default();
    for question in wanted {
        let why = why.clone();
        match question {
            Question::Identity => facts.identity = Seen::Missing(why),
            Question::Licences => facts.licences = Seen::Missing(why),
            Question::Admin => facts.admin = Seen::Missing(why),
            Question::AdminPlans => facts.admin_plans = Seen::Missing(why),
            Question::AdminRoles => facts.admin_roles = Seen::Missing(why),
            Question::TestUser => facts.test_user = Seen::Missing(why),
            Question::TestUserPlans => facts.test_user_plans = Seen::Missing(why),
            Question::TestUserReset => facts.test_user_reset = Seen::Missing(why),
            Question::Synchronisation => facts.synchronisation = Seen::Missing(why),
            Question::Audit => facts.audit = Seen::Missing(why),
            Question::Features => facts.features = Seen::Missing(why),
            Question::Health => facts.health = Seen::Missing(why),
        }
    }
    facts
}

fn account(
    answers: &Answers<'_>,
    who: Who,
    request: &TenantRequest,
    domains: Option<&Domains>,
) -> Result<Known, Unavailable> {
    let upn = match who {
        Who::Admin => request.admin.trim(),
        Who::TestUser => request.test_user.trim(),
    };
    if upn.is_empty() {
        return Err(Unavailable::NotConfigured { what: who.field().to_owned() });
    }
    if answers.is_no_object(&Part::Account(who)) {
        return Err(Unavailable::Inconclusive { why: msg!("tenant-no-such-account", user = upn) });
    }
    answers.read(&Part::Account(who), |body| accounts::known(body, domains))
}

fn account_of(known: &Result<Known, Unavailable>) -> Result<Account, Unavailable> {
    known.as_ref().map(|known| known.account.clone()).map_err(Clone::clone)
}

/// The licences of an account; of one that does not exist they say why.
fn plans(
    answers: &Answers<'_>,
    who: Who,
    known: &Result<Known, Unavailable>,
) -> Result<Vec<crate::facts::tenant::ServicePlan>, Unavailable> {
    match answers.read(&Part::Plans(who), licences::held) {
        Err(_) if answers.is_no_object(&Part::Plans(who)) => Err(known.as_ref().err().cloned().unwrap_or_default()),
        Err(Unavailable::NotLookedAt) => Err(known.as_ref().err().cloned().unwrap_or_default()),
        read => read,
    }
}

/// What is assigned directly decides; groups and eligibility only say it better when nothing is.
fn admin_roles(
    answers: &Answers<'_>,
    admin: &Result<Known, Unavailable>,
    reference: &Reference,
) -> Result<Vec<RoleHeld>, Unavailable> {
    let admin = admin.as_ref().map_err(Clone::clone)?;
    let assigned = answers.read(&Part::Assigned, roles::holdings)?;
    let eligible = answers.read(&Part::Eligible, roles::holdings).unwrap_or_default();
    let groups = answers.read(&Part::Groups, roles::groups).unwrap_or_default();
    let by_role: Vec<_> = roles::enabling(&reference.roles)
        .into_iter()
        .flat_map(|template| answers.read(&Part::ByRole(template), roles::holdings).unwrap_or_default())
        .collect();
    let name = |template: &str| reference.roles.by_template(template).map_or_else(|| template.to_owned(), roles::name);
    Ok(roles::held(&admin.id, &assigned, &eligible, &by_role, &groups, name))
}

fn reset(
    answers: &Answers<'_>,
    user: &Result<Known, Unavailable>,
) -> Result<crate::facts::tenant::ResetRegistration, Unavailable> {
    let user = user.as_ref().map_err(Clone::clone)?;
    if answers.is_no_object(&Part::Registration) {
        let why = msg!("tenant-no-registration", user = &user.account.upn);
        return Err(Unavailable::Inconclusive { why });
    }
    let (id, registration) = answers.read(&Part::Registration, registration::read)?;
    if id == user.id.to_lowercase() {
        Ok(registration)
    } else {
        Err(Unavailable::Malformed { what: "userRegistrationDetails: id".to_owned() })
    }
}

/// Without the right to read the organisation some of its fields come as null, which must not be taken for "off".
fn synchronisation(answers: &Answers<'_>) -> Result<crate::facts::tenant::Synchronisation, Unavailable> {
    let table = &answers.reference.permissions;
    let needed = table.for_question(Question::Synchronisation.key()).next();
    if let Some(row) = needed
        && answers.graph.session().holds(&row.name) == Some(false)
    {
        return Err(Unavailable::PermissionMissing { permission: row.name.clone() });
    }
    answers.read(&Part::Organization, organization::synchronisation)
}

//! Security descriptors as a server may send them: reading one never panics, believes nothing beyond its end, and judging
//! what was read never panics either.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use readiness_core::{
    reference::{Reference, RightScope},
    rights::{Descriptor, Place, SidBuf, Target, Token, Wanted, below, on_object},
};

/// The rights on users, read from the tables once.
static WANTED: LazyLock<Vec<Wanted>> = LazyLock::new(|| {
    let rights = &Reference::built_in().rights;
    rights.required(RightScope::DescendantUsers).map(|right| Wanted::new(right, &rights.user_class)).collect()
});

fuzz_target!(|bytes: &[u8]| {
    let Ok(descriptor) = Descriptor::read(bytes) else { return };
    let range = bytes.as_ptr_range();
    let sids = descriptor.acl.entries().iter().filter_map(|entry| entry.trustee).chain(descriptor.owner);
    for sid in sids {
        let found = sid.bytes().as_ptr_range();
        assert!(found.start >= range.start && found.end <= range.end);
    }
    let sid = |text: &str| text.parse::<SidBuf>().expect("an identifier");
    let (account, user, domain) = (sid("S-1-5-21-1-2-3-1105"), sid("S-1-5-21-1-2-3-2000"), sid("S-1-5-21-1-2-3"));
    let target = Target { sid: Some(user.as_sid()), domain: Some(domain.as_sid()) };
    let token = Token::new(account, [sid("S-1-5-21-1-2-3-513"), sid("S-1-5-32-545")]);
    // The same one above: whatever is inherited has its original there.
    let places = ["CN=Tess,OU=Staff", "OU=Staff"].map(|dn| Place { dn, descriptor: Some(&descriptor) });
    for wanted in WANTED.iter() {
        let _ = on_object(&places, wanted, &token, target);
        let _ = below(&places[0], wanted, &token, target.domain);
    }
});

//! Security descriptors as a server may send them: reading one never panics, believes nothing beyond its end, and judging
//! what was read never panics either.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use readiness_core::{
    reference::{Reference, RightScope},
    rights::{Descriptor, Place, SidBuf, Target, Token, Wanted, below, on_object},
};

/// The rights on users, read from the tables once.
static WANTED: LazyLock<Vec<Wanted>> = LazyLock::new(|| {
    let rights = &Reference::built_in().rights;
    rights.required(RightScope::DescendantUsers).map(|right| Wanted::new(right, &rights.user_class)).collect()
});

/// A sound descriptor (MS-DTYP 2.4.6): the connector may reset the passwords of users below, nobody may write, and the
/// administrators own it.
static SOUND: LazyLock<Vec<u8>> = LazyLock::new(|| {
    const RESET_PASSWORD: [u8; 16] =
        [0x70, 0x95, 0x29, 0, 0x6d, 0x24, 0xd0, 0x11, 0xa7, 0x68, 0, 0xaa, 0, 0x6e, 5, 0x29];
    const USER: [u8; 16] = [0xba, 0x7a, 0x96, 0xbf, 0xe6, 0x0d, 0xd0, 0x11, 0xa2, 0x85, 0, 0xaa, 0, 0x30, 0x49, 0xe2];
    const CONNECTOR: [u8; 28] =
        [1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 0x51, 4, 0, 0];
    const EVERYBODY: [u8; 12] = [1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0];
    const ADMINISTRATORS: [u8; 16] = [1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 0x20, 2, 0, 0];
    let allowed = [&[5, 0x0a, 72, 0, 0, 1, 0, 0, 3, 0, 0, 0][..], &RESET_PASSWORD, &USER, &CONNECTOR].concat();
    let denied = [&[1, 2, 20, 0, 0x20, 0, 0, 0][..], &EVERYBODY].concat();
    let list = [&[4, 0, 100, 0, 2, 0, 0, 0][..], &denied, &allowed].concat();
    let head = [1, 0, 4, 0x80, 120, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0];
    let sound = [&head[..], &list, &ADMINISTRATORS].concat();
    assert_eq!(Descriptor::read(&sound).map(|read| read.acl.entries().len()), Ok(2));
    sound
});

// A run begins with it.
fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, _seed: u32| {
    if size < 4 && SOUND.len() <= max_size {
        data[..SOUND.len()].copy_from_slice(&SOUND);
        return SOUND.len();
    }
    fuzzer_mutate(data, size, max_size)
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

//! How many access lists a second are read and judged: prints the figure, asserts nothing.
//!
//! `cargo run --release -p readiness-core --example rights_throughput -- <file> <account> [<group>...]`, where the file
//! holds descriptors, each behind its length in four bytes, low byte first, and the others are security identifiers.

use std::time::Instant;

use readiness_core::{
    reference::{Reference, RightScope},
    rights::{Access, Descriptor, SidBuf, Target, Token, Wanted},
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let bytes = std::fs::read(arguments.next().ok_or("which file?")?)?;
    let sids = arguments.map(|text| text.parse()).collect::<Result<Vec<SidBuf>, _>>()?;
    let account = sids.first().ok_or("which account?")?.clone();
    let token = Token::new(account, sids);
    let mut rest = bytes.as_slice();
    let mut descriptors = Vec::new();
    while let Some((length, behind)) = rest.split_first_chunk::<4>() {
        let (one, behind) =
            behind.split_at_checked(u32::from_le_bytes(*length) as usize).ok_or("the file breaks off")?;
        descriptors.push(one);
        rest = behind;
    }
    let rights = &Reference::built_in().rights;
    let wanted: Vec<Wanted> =
        rights.required(RightScope::DescendantUsers).map(|right| Wanted::new(right, &rights.user_class)).collect();
    let (mut judged, mut granted) = (0_u64, 0_u64);
    let began = Instant::now();
    while began.elapsed().as_secs() < 3 {
        for bytes in &descriptors {
            let descriptor = Descriptor::read(bytes)?;
            judged += 1;
            for right in &wanted {
                let access = right.access(&descriptor, &token, Target::default());
                granted += u64::from(matches!(access, Access::Granted(_)));
            }
        }
    }
    println!("{:.0} {granted}", judged as f64 / began.elapsed().as_secs_f64());
    Ok(())
}

//! Licences: plans decide, and rooms are no people.

use super::*;

#[test]
fn plans_decide_and_names_do_not() {
    let licences = Reference::built_in().licences;
    assert!(licences.qualifies("41781FB2-BC02-4B7C-BD55-B576C07BB09D"));
    assert!(licences.qualifies("{eec0eb4f-6444-4f95-aba0-50c24d67f998}"));
    assert!(!licences.qualifies("c4da7f8a-5ee2-4c99-a7e1-87d2df57f6fe"));
    assert!(!licences.qualifies("00000000-0000-0000-0000-000000000000"));
    assert!(!licences.qualifies("AAD_PREMIUM"));

    let standard = licences.sku("f245ecc8-75af-4f8e-b61f-27d8114de5f3").unwrap();
    assert_eq!(standard.product, "Microsoft 365 Business Standard");
    assert!(!standard.qualifies());
    let premium = licences.sku("cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46").unwrap();
    assert!(premium.qualifies());
}

#[test]
fn a_licence_for_a_room_is_no_licence_for_a_person() {
    let licences = Reference::built_in().licences;
    let devices: Vec<_> = licences.skus.iter().filter(|sku| sku.device).collect();
    assert_eq!(devices.len(), 10);
    assert!(devices.iter().all(|sku| !sku.qualifies() && !sku.plans.is_empty()));
    assert!(licences.is_device("295a8eb0-f78d-45c7-8b5b-1eed5ed02dff"));
    assert!(!licences.is_device("05e9a617-0261-4cee-bb44-138d3ef5d965"));
}

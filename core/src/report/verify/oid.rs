//! Object identifiers of signatures and time stamps.

use const_oid::ObjectIdentifier as Oid;

pub(in crate::report) const DATA: Oid = Oid::new_unwrap("1.2.840.113549.1.7.1");
pub(in crate::report) const SIGNED_DATA: Oid = Oid::new_unwrap("1.2.840.113549.1.7.2");
pub(in crate::report) const CONTENT_TYPE: Oid = Oid::new_unwrap("1.2.840.113549.1.9.3");
pub(in crate::report) const MESSAGE_DIGEST: Oid = Oid::new_unwrap("1.2.840.113549.1.9.4");
pub(in crate::report) const TST_INFO: Oid = Oid::new_unwrap("1.2.840.113549.1.9.16.1.4");
pub(in crate::report) const SIGNING_CERTIFICATE: Oid = Oid::new_unwrap("1.2.840.113549.1.9.16.2.12");
pub(in crate::report) const SIGNING_CERTIFICATE_V2: Oid = Oid::new_unwrap("1.2.840.113549.1.9.16.2.47");
pub(in crate::report) const TIME_STAMP_TOKEN: Oid = Oid::new_unwrap("1.2.840.113549.1.9.16.2.14");
/// Adobe's attribute with revocation lists and answers.
pub(in crate::report) const REVOCATION_INFO: Oid = Oid::new_unwrap("1.2.840.113583.1.1.8");

pub(in crate::report) const SHA256: Oid = Oid::new_unwrap("2.16.840.1.101.3.4.2.1");
pub(in crate::report) const SHA384: Oid = Oid::new_unwrap("2.16.840.1.101.3.4.2.2");
pub(in crate::report) const SHA512: Oid = Oid::new_unwrap("2.16.840.1.101.3.4.2.3");
pub(in crate::report) const SHA1: Oid = Oid::new_unwrap("1.3.14.3.2.26");
pub(in crate::report) const MD5: Oid = Oid::new_unwrap("1.2.840.113549.2.5");

pub(in crate::report) const RSA: Oid = Oid::new_unwrap("1.2.840.113549.1.1.1");
pub(in crate::report) const RSA_PSS: Oid = Oid::new_unwrap("1.2.840.113549.1.1.10");
pub(in crate::report) const RSA_SHA256: Oid = Oid::new_unwrap("1.2.840.113549.1.1.11");
pub(in crate::report) const RSA_SHA384: Oid = Oid::new_unwrap("1.2.840.113549.1.1.12");
pub(in crate::report) const RSA_SHA512: Oid = Oid::new_unwrap("1.2.840.113549.1.1.13");
pub(in crate::report) const ECDSA_SHA256: Oid = Oid::new_unwrap("1.2.840.10045.4.3.2");
pub(in crate::report) const ECDSA_SHA384: Oid = Oid::new_unwrap("1.2.840.10045.4.3.3");

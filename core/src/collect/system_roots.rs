//! The authorities that this machine trusts, for verifying signatures.

use rustls::pki_types::CertificateDer;

/// The system's roots. Those that cannot be read are left out: fewer roots never make anything trusted.
pub fn system_roots() -> Vec<CertificateDer<'static>> {
    rustls_native_certs::load_native_certs().certs
}

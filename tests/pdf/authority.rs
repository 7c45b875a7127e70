//! An authority made by OpenSSL: a root, people's keys in PKCS#12 files, and a time-stamp server's certificate.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

use readiness_core::{
    Secret,
    collect::network::roots_from_file,
    report::{sign::Pkcs12Signer, verify::Root},
};
use tempfile::TempDir;

/// The password of every key file; marked so that it would be found anywhere.
pub const PASSWORD: &str = "marked-p4ssw0rd-geheim";

const SCRIPT: &str = r#"
set -e
openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 3650 -subj "/CN=Test Root" \
  -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign
certificate() { # name, subject, extensions, days
  openssl req -new -key $1.key -out $1.csr -subj "$2"
  printf "basicConstraints=critical,CA:FALSE\n$3\n" > $1.ext
  openssl x509 -req -in $1.csr -CA ca.pem -CAkey ca.key -set_serial 0x$RANDOM$RANDOM -out $1.pem -extfile $1.ext $4
}
signs="keyUsage=critical,digitalSignature,nonRepudiation"
openssl genrsa -out rsa.key 2048
openssl ecparam -name prime256v1 -genkey -noout -out ec.key
openssl ecparam -name secp384r1 -genkey -noout -out ec384.key
openssl genrsa -out weak.key 1024
cp ec.key encipher.key; cp ec.key expired.key
certificate rsa "/O=Northwind/CN=Lin Yue" "$signs" "-days 365"
certificate ec "/O=Contoso/CN=M. Berg" "$signs" "-days 365"
certificate ec384 "/O=Contoso/CN=M. Berg" "$signs" "-days 365"
certificate weak "/CN=Weak" "$signs" "-days 365"
certificate encipher "/CN=Encipher" "keyUsage=critical,keyAgreement" "-days 365"
certificate expired "/CN=Expired" "$signs" "-days -1"
openssl genrsa -out tsa.key 2048
certificate tsa "/CN=Test Clock" "keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping" "-days 365"
pack() { openssl pkcs12 -export -inkey $1.key -in $1.pem -certfile ca.pem -out $1.p12 -passout "pass:$PASSWORD"; }
for name in rsa ec ec384 weak encipher expired; do pack $name; done
openssl pkcs12 -export -legacy -inkey rsa.key -in rsa.pem -certfile ca.pem -out legacy.p12 -passout "pass:$PASSWORD"
openssl pkcs12 -export -inkey rsa.key -in rsa.pem -nocerts -out no-certificate.p12 -passout "pass:$PASSWORD"
openssl pkcs12 -export -nokeys -in rsa.pem -out no-key.p12 -passout "pass:$PASSWORD"
cat > tsa.conf <<'END'
[tsa]
default_tsa = clock
[clock]
serial = tsa-serial
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
END
echo 01 > tsa-serial
"#;

/// The authority's own configuration, with the record of what it revoked in another folder.
const PUBLISH: &str = r#"
set -e
printf '[ca]\ndefault_ca=own\n[own]\ndatabase=%s/index.txt\ncrlnumber=%s/number\ndefault_md=sha256\ndefault_crl_days=30\n' \
  "$RECORD" "$RECORD" > "$RECORD/ca.conf"
touch "$RECORD/index.txt"; echo 01 > "$RECORD/number"
for name in $REVOKED; do
  openssl ca -config "$RECORD/ca.conf" -keyfile ca.key -cert ca.pem -revoke $name.pem -crl_reason keyCompromise
done
openssl ca -config "$RECORD/ca.conf" -keyfile ca.key -cert ca.pem -gencrl -out "$RECORD/list.pem"
openssl crl -in "$RECORD/list.pem" -outform DER -out "$RECORD/list.crl"
"#;

/// The folder with everything in it.
pub fn folder() -> PathBuf {
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let made = Command::new("bash")
            .args(["-c", SCRIPT])
            .env("PASSWORD", PASSWORD)
            .current_dir(folder.path())
            .output()
            .expect("bash runs");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        folder
    });
    folder.path().to_owned()
}

/// The authority publishes which of these certificates it revoked: in PEM as `list.pem`, in DER as `list.crl`.
pub fn publish(into: &Path, revoked: &str) {
    let made = Command::new("bash")
        .args(["-c", PUBLISH])
        .env("RECORD", into)
        .env("REVOKED", revoked)
        .current_dir(folder())
        .output()
        .expect("bash runs");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
}

/// The root.
pub fn roots() -> Vec<Root> {
    roots_from_file(&fs::read(folder().join("ca.pem")).expect("the root")).expect("sound")
}

/// A key file.
pub fn key_file(name: &str) -> Vec<u8> {
    fs::read(folder().join(format!("{name}.p12"))).expect("a key file")
}

/// A key from its file.
pub fn signer(name: &str) -> Pkcs12Signer {
    Pkcs12Signer::open(&key_file(name), &Secret::new(PASSWORD.to_owned())).expect("opens")
}

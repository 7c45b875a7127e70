//! The assets are compiled in; a new file among them must rebuild the program.

fn main() {
    println!("cargo:rerun-if-changed=../assets");
}

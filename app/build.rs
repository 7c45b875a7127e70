//! Lists the crates that this program is built of, with their licences, for the window's list of licences. Cargo is
//! asked, so that the list cannot be out of date. For Windows it also puts icon, version and manifest into both programs.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::Path,
    process::Command,
};

use serde_json::Value;

fn main() {
    println!("cargo::rerun-if-changed=../Cargo.lock");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=READINESS_COMMIT");
    let lines = licences().unwrap_or_else(|why| {
        println!("cargo::warning=the list of licences is empty: {why}");
        String::new()
    });
    let folder = env::var("OUT_DIR").expect("cargo sets it");
    fs::write(Path::new(&folder).join("licences.tsv"), lines).expect("cargo makes the folder");
    if env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("windows") {
        resources("writeback-readiness", "Writeback Readiness");
        resources("wbready", "Writeback Readiness, command line");
    }
}

/// What Windows shows of a program file, and how it runs it. Name and version come from Cargo.toml.
fn resources(program: &str, description: &str) {
    let (icon, manifest) = ("../assets/icon/icon.ico", "../packaging/windows/program.manifest");
    println!("cargo::rerun-if-changed={icon}");
    println!("cargo::rerun-if-changed={manifest}");
    let folder = env::var("CARGO_MANIFEST_DIR").expect("cargo sets it");
    let from_here = |path: &str| Path::new(&folder).join(path).display().to_string();
    winresource::WindowsResource::new()
        .set_icon(&from_here(icon))
        .set_manifest_file(&from_here(manifest))
        .set("ProductName", "Writeback Readiness")
        .set("FileDescription", description)
        .set("OriginalFilename", &format!("{program}.exe"))
        .set("LegalCopyright", "MIT or Apache-2.0")
        .compile_for(program)
        .expect("the resource compiler of the toolchain runs (mingw: windres, Microsoft: rc)");
}

/// Name, version and licence of every crate that is linked, with tabs between; one a line.
fn licences() -> Result<String, String> {
    let variable = |name: &str| env::var(name).map_err(|error| format!("{name}: {error}"));
    let output = Command::new(variable("CARGO")?)
        .args(["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform"])
        .arg(variable("TARGET")?)
        .current_dir(variable("CARGO_MANIFEST_DIR")?)
        .output()
        .map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).lines().next().unwrap_or_default().to_owned());
    }
    let metadata: Value = serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())?;
    Ok(lines(&metadata, &variable("CARGO_PKG_NAME")?))
}

fn lines(metadata: &Value, own: &str) -> String {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let nodes: BTreeMap<String, Vec<String>> = list(&metadata["resolve"]["nodes"])
        .iter()
        .map(|node| {
            let linked = list(&node["deps"])
                .into_iter()
                .filter(|dep| list(&dep["dep_kinds"]).iter().any(|kind| kind["kind"].is_null()));
            (text(&node["id"]), linked.map(|dep| text(&dep["pkg"])).collect())
        })
        .collect();
    let packages: BTreeMap<String, Value> =
        list(&metadata["packages"]).into_iter().map(|package| (text(&package["id"]), package)).collect();
    let is_own = |id: &String| packages.get(id).is_some_and(|package| text(&package["name"]) == own);
    let mut todo: Vec<String> = nodes.keys().filter(|id| is_own(id)).cloned().collect();
    let mut known = BTreeSet::new();
    let mut lines = BTreeSet::new();
    while let Some(id) = todo.pop() {
        if !known.insert(id.clone()) {
            continue;
        }
        todo.extend(nodes.get(&id).cloned().unwrap_or_default());
        let Some(package) = packages.get(&id).filter(|package| !package["source"].is_null()) else { continue };
        let licence = match package["license"].as_str() {
            Some(licence) => licence.to_owned(),
            None => text(&package["license_file"]),
        };
        lines.insert(format!("{}\t{}\t{licence}", text(&package["name"]), text(&package["version"])));
    }
    lines.into_iter().map(|line| line + "\n").collect()
}

//! The arrows between rooms (docs/ARCHITECTURE.md), held against `cargo metadata`.

use serde_json::Value;

use crate::failure::Failure;
use crate::repo::Repo;
use crate::sink::Sink;

const ALL_ROOMS: &[&str] = &[
    "domain", "wire", "store", "print", "device", "sync", "app", "cli", "platform", "yichuang",
];

/// Which rooms each room may use.
const ARROWS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("wire", &["domain"]),
    ("store", &["domain", "wire"]),
    ("print", &["domain"]),
    ("device", &["domain"]),
    ("sync", &["wire", "store", "domain"]),
    (
        "app",
        &["domain", "wire", "store", "print", "device", "sync"],
    ),
    ("yichuang", &["app"]),
    ("cli", &["app"]),
    ("platform", &["domain", "wire"]),
    ("xtask", &[]),
    ("tests", ALL_ROOMS),
];

/// Foreign crates that only some rooms may use.
const CONFINED: &[(&str, &[&str])] = &[
    ("rusqlite", &["store", "platform", "tests"]),
    ("reqwest", &["sync", "tests"]),
    ("tauri", &["yichuang"]),
    ("tauri-build", &["yichuang"]),
    ("printpdf", &["print"]),
    ("ureq", &["device"]),
    ("winprint", &["device"]),
];

pub(crate) fn check(repo: &Repo, sink: &mut Sink) -> Result<(), Failure> {
    sink.say("$ cargo metadata");
    let output = repo
        .command("cargo")
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .output()
        .map_err(Failure::during("cargo metadata"))?;
    if !output.status.success() {
        return Err(Failure::new(String::from_utf8_lossy(&output.stderr)));
    }
    Failure::from_breaches(&breaches(&serde_json::from_slice(&output.stdout)?))
}

fn room(package: &str) -> &str {
    package.strip_prefix("yichuang-").unwrap_or(package)
}

/// Every dependency, of any kind, that goes where no arrow goes.
fn breaches(metadata: &Value) -> Vec<String> {
    let empty = Vec::new();
    let list = |value: &Value| value.as_array().unwrap_or(&empty).clone();
    let packages = list(&metadata["packages"]);
    let names: Vec<&str> = packages.iter().filter_map(|p| p["name"].as_str()).collect();
    let mut breaches = Vec::new();
    for package in &packages {
        let from = room(package["name"].as_str().unwrap_or_default());
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == from) else {
            breaches.push(format!("{from} is a room without a place among the arrows"));
            continue;
        };
        for dependency in list(&package["dependencies"]) {
            let name = dependency["name"].as_str().unwrap_or_default();
            if names.contains(&name) {
                if !allowed.contains(&room(name)) {
                    breaches.push(format!("{from} must not use {}", room(name)));
                }
            } else if dependency["kind"] != "dev" && is_confined_away(name, from) {
                // Tests may drive a room from outside, as a peer would.
                breaches.push(format!("{from} must not use the crate {name}"));
            }
        }
    }
    breaches
}

fn is_confined_away(name: &str, from: &str) -> bool {
    CONFINED
        .iter()
        .any(|(confined, rooms)| *confined == name && !rooms.contains(&from))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::breaches;

    fn package(name: &str, dependencies: &[&str]) -> Value {
        let dependencies: Vec<Value> = dependencies
            .iter()
            .map(|name| json!({ "name": name, "kind": null }))
            .collect();
        json!({ "name": name, "dependencies": dependencies })
    }

    fn sample(packages: &[Value]) -> Vec<String> {
        breaches(&json!({ "packages": packages }))
    }

    #[test]
    fn the_drawn_arrows_are_allowed() {
        let found = sample(&[
            package("yichuang-domain", &["serde"]),
            package("yichuang-wire", &["yichuang-domain"]),
            package("yichuang-store", &["yichuang-wire", "rusqlite"]),
            package("yichuang-app", &["yichuang-store"]),
            package("yichuang", &["yichuang-app", "tauri"]),
            package("yichuang-tests", &["yichuang-store", "rusqlite", "reqwest"]),
        ]);
        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn any_other_arrow_is_named() {
        let found = sample(&[
            package("yichuang-domain", &[]),
            package("yichuang-store", &[]),
            package("yichuang-print", &["yichuang-store"]),
            package("yichuang-xtask", &["yichuang-domain"]),
        ]);
        assert_eq!(
            found,
            ["print must not use store", "xtask must not use domain"]
        );
    }

    #[test]
    fn confined_crates_stay_in_their_rooms() {
        let found = sample(&[
            package("yichuang-app", &["rusqlite", "tauri"]),
            package("yichuang-store", &["reqwest"]),
        ]);
        assert_eq!(
            found,
            [
                "app must not use the crate rusqlite",
                "app must not use the crate tauri",
                "store must not use the crate reqwest"
            ]
        );
    }

    #[test]
    fn a_new_room_needs_a_place_first() {
        assert_eq!(sample(&[package("yichuang-extra", &[])]).len(), 1);
    }
}

//! What is shipped: the bridge and the builders of tests are in none of it.

use super::{repository, text};

fn manifests() -> Vec<String> {
    let crates = std::fs::read_dir(repository().join("crates")).unwrap();
    let crates = crates.map(|entry| {
        format!(
            "crates/{}/Cargo.toml",
            entry.unwrap().file_name().to_string_lossy()
        )
    });
    crates.chain(["src-tauri/Cargo.toml".to_owned()]).collect()
}

#[test]
fn no_room_of_the_product_depends_on_the_tests() {
    let manifests = manifests();
    assert!(manifests.len() > 9, "{manifests:?}");
    for manifest in manifests {
        assert!(!text(&manifest).contains("yichuang-tests"), "{manifest}");
    }
}

/// Every file below a folder that is text.
fn texts(folder: &std::path::Path) -> Vec<(std::path::PathBuf, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(texts(&path));
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            found.push((path, text));
        }
    }
    found
}

#[test]
fn no_package_carries_the_loopback_bridge() {
    let programs = std::fs::read_dir(repository().join("tests/src/bin")).unwrap();
    let programs: Vec<String> = programs
        .map(|entry| {
            entry
                .unwrap()
                .path()
                .file_stem()
                .unwrap()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    assert!(programs.contains(&"bridge".to_owned()));
    for (path, text) in texts(&repository().join("installers")) {
        for program in &programs {
            let packed = [
                format!("debug/{program}"),
                format!("release/{program}"),
                format!("bin/{program}"),
            ];
            assert!(
                !packed.iter().any(|p| text.contains(p.as_str())),
                "{} carries {program}",
                path.display()
            );
        }
    }
    let shell = text("src-tauri/tauri.conf.json");
    assert!(!shell.contains("bridge") && !shell.contains("externalBin"));
}

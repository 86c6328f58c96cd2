//! What the build and the tests need from the system: Debian packages and one locale.

use std::io::IsTerminal;
use std::process::Command;

use crate::failure::Failure;
use crate::repo::Repo;
use crate::sink::Sink;

const PACKAGES: &[&str] = &[
    // to build
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    "libgtk-3-dev",
    "perl",
    "make",
    "gcc",
    // to test
    "webkit2gtk-driver",
    "xvfb",
    "xauth",
    "fonts-noto-cjk",
    "locales",
    "chromium",
    "poppler-utils",
    "zbar-tools",
    "cups-daemon",
    "cups-client",
    "cups-filters",
    "cups-ipp-utils",
    "avahi-daemon",
    "dbus",
];

/// Installs what is missing and nothing else; a second call takes a moment.
pub(crate) fn install(repo: &Repo, sink: &mut Sink) -> Result<(), Failure> {
    if !succeeds(repo, "dpkg-query", &["--version"]) {
        sink.say(&format!(
            "this is no Debian system: see that you have what these hold: {}",
            PACKAGES.join(" ")
        ));
        return Ok(());
    }
    let missing = missing(repo)?;
    if missing.is_empty() {
        sink.say("all packages are installed");
    } else {
        install_packages(repo, sink, &missing)?;
    }
    if has_locale(repo)? {
        return Ok(());
    }
    let mut localedef = as_root(repo, "localedef")?;
    sink.run(localedef.args(["-i", "zh_CN", "-f", "UTF-8", "zh_CN.UTF-8"]))
}

fn missing(repo: &Repo) -> Result<Vec<&'static str>, Failure> {
    let output = repo
        .command("dpkg-query")
        .args(["-W", "-f", "${db:Status-Status} ${Package}\\n"])
        .args(PACKAGES)
        .output()
        .map_err(Failure::during("dpkg-query"))?;
    let known = String::from_utf8_lossy(&output.stdout);
    Ok(not_installed(&known))
}

/// The packages that `dpkg-query`, which is silent about unknown ones, does not call installed.
fn not_installed(known: &str) -> Vec<&'static str> {
    let installed: Vec<&str> = known
        .lines()
        .filter_map(|line| line.strip_prefix("installed "))
        .collect();
    PACKAGES
        .iter()
        .copied()
        .filter(|package| !installed.contains(package))
        .collect()
}

fn install_packages(repo: &Repo, sink: &mut Sink, missing: &[&str]) -> Result<(), Failure> {
    let words = missing.join(" ");
    sink.say(&format!("missing: {words}"));
    let by_hand = |failure: Failure| {
        Failure::new(format!(
            "{failure}\ninstall by hand: apt-get install --no-install-recommends {words}"
        ))
    };
    // Without fresh lists an install may still succeed, so a failing update decides nothing.
    sink.status(as_root(repo, "apt-get").map_err(by_hand)?.arg("update"))?;
    let mut install = as_root(repo, "apt-get").map_err(by_hand)?;
    install
        .args(["install", "-y", "--no-install-recommends"])
        .args(missing);
    sink.run(&mut install).map_err(by_hand)
}

fn has_locale(repo: &Repo) -> Result<bool, Failure> {
    let output = repo
        .command("locale")
        .arg("-a")
        .output()
        .map_err(Failure::during("locale -a"))?;
    Ok(String::from_utf8_lossy(&output.stdout)
        .lines()
        .any(|name| name.eq_ignore_ascii_case("zh_CN.utf8")))
}

/// `program` with the rights to change the system.
fn as_root(repo: &Repo, program: &str) -> Result<Command, Failure> {
    let mut command = if is_root(repo) {
        repo.command(program)
    } else if succeeds(repo, "sudo", &["-V"]) {
        let mut sudo = repo.command("sudo");
        if !std::io::stdin().is_terminal() {
            sudo.arg("-n");
        }
        sudo.args(["DEBIAN_FRONTEND=noninteractive", program]);
        sudo
    } else {
        return Err(Failure::new(format!(
            "{program} needs root, and there is no sudo here"
        )));
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    Ok(command)
}

pub(crate) fn is_root(repo: &Repo) -> bool {
    let id = repo.command("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

fn succeeds(repo: &Repo, program: &str, arguments: &[&str]) -> bool {
    repo.command(program)
        .args(arguments)
        .output()
        .is_ok_and(|output| output.status.success())
}

#[cfg(test)]
mod tests {
    use super::{PACKAGES, not_installed};

    #[test]
    fn only_packages_dpkg_calls_installed_are_there() {
        assert_eq!(not_installed(""), PACKAGES);
        let known: String = PACKAGES
            .iter()
            .map(|package| match *package {
                "perl" => "config-files perl\n".to_owned(),
                other => format!("installed {other}\n"),
            })
            .collect();
        assert_eq!(not_installed(&known), ["perl"]);
    }
}

//! The TypeScript mirror of the interface types, written by an example of `yichuang-app`.

use crate::failure::Failure;
use crate::repo::Repo;
use crate::sink::Sink;

/// Writes `ui/src/ipc/bindings.ts`, or with `check` fails when it differs.
///
/// The whole workspace is selected so that its crates are not compiled a second time with
/// other features, as `cargo run --package` would.
pub(crate) fn export(repo: &Repo, sink: &mut Sink, check: bool) -> Result<(), Failure> {
    sink.run(repo.command("cargo").args([
        "build",
        "--workspace",
        "--features",
        "yichuang-app/bindings",
        "--example",
        "bindings",
    ]))?;
    let mut exporter = repo.command(repo.path("target/debug/examples/bindings"));
    if !check {
        return sink.run(&mut exporter);
    }
    sink.run(exporter.arg("--check")).map_err(|failure| {
        Failure::new(format!(
            "{failure}\nui/src/ipc/bindings.ts is stale: run `cargo xtask bindings` and commit it"
        ))
    })
}

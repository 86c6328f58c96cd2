//! What the program is started with.

use std::path::PathBuf;

/// `--home DIR` and `--assets DIR`, both with sensible defaults.
pub(crate) struct Arguments {
    pub(crate) home: PathBuf,
    pub(crate) assets: PathBuf,
}

const USAGE: &str = "usage: yichuang [--home DIR] [--assets DIR]";

/// Reads the arguments.
pub(crate) fn parse(mut rest: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let mut home = std::env::var_os("YICHUANG_HOME").map(PathBuf::from);
    let mut assets = std::env::var_os("YICHUANG_ASSETS").map(PathBuf::from);
    while let Some(argument) = rest.next() {
        let target = match argument.as_str() {
            "--home" => &mut home,
            "--assets" => &mut assets,
            other => return Err(format!("unknown argument {other}\n{USAGE}")),
        };
        *target = Some(rest.next().map(PathBuf::from).ok_or(USAGE)?);
    }
    Ok(Arguments {
        home: home
            .or_else(yichuang_app::default_home)
            .ok_or("no home folder; give --home DIR")?,
        assets: assets.unwrap_or_else(yichuang_app::default_assets),
    })
}

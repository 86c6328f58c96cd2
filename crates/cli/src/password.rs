//! Where the operator's password comes from: never from an argument, which others could see.

use std::{io::IsTerminal as _, path::PathBuf};

use crate::run::Failure;

const FILE: &str = "YICHUANG_PASSWORD_FILE";

/// Reads the password of `operator`.
pub(crate) fn read(operator: &str) -> Result<String, Failure> {
    if let Some(file) = std::env::var_os(FILE).map(PathBuf::from) {
        let text = std::fs::read_to_string(&file).map_err(|error| Failure::file(&file, &error))?;
        return Ok(first_line(&text));
    }
    if std::io::stdin().is_terminal() {
        let asked = rpassword::prompt_password(format!("{operator}: "));
        return asked.map_err(|error| Failure::new("CLI-002", error));
    }
    let mut line = String::new();
    std::io::stdin()
        .read_line(&mut line)
        .map_err(|error| Failure::new("CLI-002", error))?;
    Ok(first_line(&line))
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}

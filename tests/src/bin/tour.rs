//! The tour's driver: `tour --home DIR --platform-bin FILE --app-bin FILE --out DIR`. Prints the
//! case's number and what the tour leaves; ends with 0 when everything happened.

#![allow(clippy::print_stdout)]

use std::{error::Error, path::PathBuf};

use yichuang_tests::tour::Tour;

fn option(name: &str) -> Result<PathBuf, String> {
    let mut arguments = std::env::args().skip_while(|argument| argument != name);
    arguments
        .nth(1)
        .map(PathBuf::from)
        .ok_or(format!("{name} is missing"))
}

fn setting(name: &str) -> Result<String, String> {
    std::env::var(name).map_err(|_| format!("{name} is not set"))
}

/// The clerk's password, from the list the demo printed.
fn password() -> Result<String, Box<dyn Error + Send + Sync>> {
    let list: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(setting(
        "YICHUANG_DEMO_OPERATORS",
    )?)?)?;
    let operators = list
        .get("operators")
        .unwrap_or(&list)
        .as_array()
        .ok_or("no operators")?
        .clone();
    let clerk = operators
        .iter()
        .find(|who| who["role"] == "clerk")
        .ok_or("no clerk")?;
    Ok(clerk["password"].as_str().ok_or("no password")?.to_owned())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let tour = Tour {
        home: option("--home")?,
        window: option("--app-bin")?,
        platform: option("--platform-bin")?,
        platform_data: setting("YICHUANG_DEMO_PLATFORM_DATA")?.into(),
        listen: setting("YICHUANG_DEMO_PLATFORM_LISTEN")?,
        password: password()?,
        out: option("--out")?,
    };
    let left = tour.go().await?;
    println!("case {}", left.number);
    println!("receipt {}", left.receipt.display());
    println!("guide {}", left.guide.display());
    for shot in left.shots {
        println!("screenshot {}", shot.display());
    }
    Ok(())
}

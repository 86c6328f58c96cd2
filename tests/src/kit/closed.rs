//! A case whose file is closed, for what comes after.

use std::path::Path;

use serde_json::json;
use yichuang_app::{Desk, Host, ipc::CaseRef};

use super::{Application, Ctl, LIGHT, Who, assets};

/// Refuses an application on the command line and closes its file; gives its number. Nobody else may
/// have the home open. `folder` is for the application.
///
/// # Panics
/// When a step of it fails.
#[must_use]
pub fn closed_case(ctl: &Ctl, folder: &Path, application: &Application) -> String {
    let refused = json!({ "refuse": { "ground": "not_required", "explanation": "样例说明" } });
    let file = application.write_into(folder, &refused);
    let done = ctl.good(&["intake", file.to_str().unwrap()]);
    let number = done["number"].as_str().unwrap().to_owned();
    let desk = Desk::open(Host {
        password_cost: LIGHT,
        ..Host::command(ctl.home().to_owned(), assets())
    });
    let who = Who::Clerk;
    desk.sign_in_by_name(who.name(), who.password()).unwrap();
    let case = CaseRef {
        number: number.clone(),
    };
    desk.archive_case(case).unwrap();
    desk.close();
    number
}

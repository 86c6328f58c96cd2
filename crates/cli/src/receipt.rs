//! `receipt verify`: whether a printed receipt is what was issued.

use std::{
    io::Read as _,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};
use yichuang_app::{
    Desk, Host, MAX_RECEIPT_INPUT, ReceiptCheck, ReceiptError, check_receipt, default_assets,
    default_home, ipc::ApiError, read_root_key,
};

use crate::run::{Failure, Told};

/// A root key or an enrolment file is not larger, in bytes.
const MAX_ROOT: u64 = 64 * 1024;

impl From<ReceiptError> for Failure {
    fn from(error: ReceiptError) -> Self {
        Self::new(error.code(), error)
    }
}

/// Checks a line, a PDF or standard input; says in Chinese and English what holds and what does not.
pub(crate) fn verify(
    what: &str,
    root: Option<&Path>,
    home: Option<PathBuf>,
    assets: Option<PathBuf>,
) -> Result<Told, Failure> {
    let input = input(what)?;
    let (check, point_name) = match root {
        Some(file) => {
            let text = String::from_utf8(bounded(file, MAX_ROOT)?)
                .map_err(|_| Failure::from(ReceiptError::RootKey))?;
            (check_receipt(&read_root_key(&text)?, &input)?, None)
        }
        None => {
            let home = home
                .or_else(default_home)
                .ok_or_else(|| Failure::new("CLI-004", "give --home DIR or --root FILE"))?;
            let host = Host::command(home, assets.unwrap_or_else(default_assets));
            let desk = Desk::open_for_reading(host);
            let root = desk.root_key().map_err(|error: ApiError| {
                Failure::new(
                    error.code.as_str(),
                    "give --root FILE where there is no home",
                )
            })?;
            let check = check_receipt(&root, &input)?;
            let name = desk.point_name(&check.point)?;
            (check, name)
        }
    };
    let holds = check.holds;
    Ok(Told {
        lines: vec![told(check, point_name)?.to_string()],
        holds,
    })
}

fn told(check: ReceiptCheck, point_name: Option<String>) -> Result<Value, Failure> {
    let words: Vec<_> = check.problems.iter().map(|code| problem(code)).collect();
    let (said, english) = match check.holds {
        true => ("与签发时一致", "as issued"),
        false => (
            "与签发时不一致，不可凭此办事",
            "not as issued; do not rely on it",
        ),
    };
    let mut told = serde_json::to_value(check).map_err(|error| Failure::new("CLI-003", error))?;
    told["said"] = json!(said);
    told["said_in_english"] = json!(english);
    told["problems"] = json!(words);
    told["point_name"] = json!(point_name);
    Ok(told)
}

fn problem(code: &str) -> Value {
    let (said, english) = match code {
        "RECEIPT-005" => (
            "终端证书不是本平台签发的",
            "the terminal's certificate is not of this platform",
        ),
        "RECEIPT-006" => (
            "编号、日期、姓名等内容与终端的签名不符",
            "the fields are not what the terminal signed",
        ),
        "RECEIPT-007" => (
            "终端证书在收件之前已到期",
            "the terminal's certificate had ended before the day of the receipt",
        ),
        _ => (
            "文件里的文字与签发时不同",
            "the text of the file is not the text that was signed",
        ),
    };
    json!({ "code": code, "said": said, "said_in_english": english })
}

/// The line itself, the file of that name, or what comes in.
fn input(what: &str) -> Result<Vec<u8>, Failure> {
    let path = Path::new(what);
    if what == "-" {
        let mut bytes = Vec::new();
        std::io::stdin()
            .take(MAX_RECEIPT_INPUT + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| Failure::new("CLI-002", error))?;
        return fitting(bytes, MAX_RECEIPT_INPUT, path);
    }
    if path.is_file() {
        bounded(path, MAX_RECEIPT_INPUT)
    } else {
        Ok(what.as_bytes().to_vec())
    }
}

fn bounded(path: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)
        .and_then(|file| file.take(most + 1).read_to_end(&mut bytes))
        .map_err(|error| Failure::file(path, &error))?;
    fitting(bytes, most, path)
}

fn fitting(bytes: Vec<u8>, most: u64, path: &Path) -> Result<Vec<u8>, Failure> {
    if bytes.len() as u64 > most {
        let why = format!("larger than {most} bytes");
        return Err(Failure::file(path, &why));
    }
    Ok(bytes)
}

//! The TypeScript mirror of [`crate::ipc`] and the command table, as one text.
//!
//! Only built with the feature `bindings`; `cargo xtask bindings` writes the text to
//! `ui/src/ipc/bindings.ts` and a check compares the two.

use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

use crate::ipc::{ApiError, Changed, ErrorCode};
use crate::with_commands;

struct Collect {
    config: Config,
    declarations: BTreeMap<String, String>,
}

impl TypeVisitor for Collect {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_none() {
            return;
        }
        let name = T::ident(&self.config);
        if self.declarations.contains_key(&name) {
            return;
        }
        let docs = T::docs().unwrap_or_default();
        let text = format!("{docs}export {}\n", T::decl(&self.config));
        self.declarations.insert(name, text);
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

macro_rules! mirror {
    (
        json { $($json:ident($json_in:ident) -> $json_out:ident;)* }
        bytes { $($bytes:ident($bytes_in:ident);)* }
        upload { $($upload:ident($upload_in:ident) -> $upload_out:ident;)* }
    ) => {
        fn roots(collect: &mut Collect) {
            $(collect.visit::<crate::ipc::$json_in>(); collect.visit::<crate::ipc::$json_out>();)*
            $(collect.visit::<crate::ipc::$bytes_in>();)*
            $(collect.visit::<crate::ipc::$upload_in>(); collect.visit::<crate::ipc::$upload_out>();)*
        }

        fn tables() -> String {
            let mut out = String::from("/** Commands that take and give JSON. */\nexport interface Commands {\n");
            $(out += concat!("  ", stringify!($json), ": { in: ", stringify!($json_in), "; out: ", stringify!($json_out), " };\n");)*
            out += "}\n\n/** Commands that give raw bytes. */\nexport interface ByteCommands {\n";
            $(out += concat!("  ", stringify!($bytes), ": { in: ", stringify!($bytes_in), " };\n");)*
            out += "}\n\n/**\n * Commands that take raw bytes. The input travels beside them as base64 of its UTF-8 JSON in the\n * header `yichuang-input`: `invoke(name, bytes, { headers })`, or a POST of octets to the bridge.\n */\nexport interface UploadCommands {\n";
            $(out += concat!("  ", stringify!($upload), ": { in: ", stringify!($upload_in), "; out: ", stringify!($upload_out), " };\n");)*
            out + "}\n"
        }
    };
}
with_commands!(mirror);

/// The whole of `ui/src/ipc/bindings.ts`.
#[must_use]
pub fn typescript() -> String {
    // A 64-bit integer in a type of the interface becomes `never`, which no caller can use.
    let config = Config::new().with_large_int("never");
    let mut collect = Collect {
        config,
        declarations: BTreeMap::new(),
    };
    collect.visit::<ApiError>();
    collect.visit::<Changed>();
    roots(&mut collect);
    let codes: Vec<_> = ErrorCode::ALL
        .iter()
        .map(|code| format!("  \"{}\",\n", code.as_str()))
        .collect();
    format!(
        "// Generated from the Rust interface by `cargo xtask bindings`. Do not edit.\n\n{}\n/** Every error code. */\nexport const ERROR_CODES: readonly ErrorCode[] = [\n{}];\n\n{}",
        collect
            .declarations
            .into_values()
            .collect::<Vec<_>>()
            .join("\n"),
        codes.concat(),
        tables()
    )
}

//! Making this machine a terminal, with the file an administrator brought.

use serde::Serialize;
use yichuang_store::{FirstEpoch, Home, NewHome};
use yichuang_wire::{EnrolmentFile, Signed, TerminalMode};
use zeroize::Zeroizing;

use crate::{
    Desk,
    ipc::{ApiError, ChangedKind, Enrol, ErrorCode, SetupState},
    report::Outcome,
    sync::PLATFORM_URL,
};

/// Largest enrolment file, in bytes.
const MAX_FILE: usize = 64 * 1024;

/// What an enrolment made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SetupReport {
    /// The terminal's code.
    pub terminal: String,
    /// The point it stands at.
    pub point: String,
    /// The platform's address.
    pub platform: Option<String>,
}

impl Desk {
    /// Enrols this machine; works without a network, the platform is told at first contact.
    ///
    /// # Errors
    /// `SETUP-001` for a file that is not one, `HOME-003` when there is a home, `SYNC-002` for an
    /// address that is neither TLS nor loopback.
    pub fn enrol(&self, input: Enrol) -> Outcome<SetupState> {
        self.enrol_from_file(&input.file, None)?;
        self.setup_state(crate::ipc::Nothing {})
    }

    /// Enrols this machine, with another address for the platform when one is given.
    ///
    /// # Errors
    /// Those of [`Desk::enrol`].
    pub fn enrol_from_file(&self, text: &str, platform: Option<String>) -> Outcome<SetupReport> {
        self.make_home(text, platform, false)
    }

    pub(super) fn make_home(
        &self,
        text: &str,
        platform: Option<String>,
        demo: bool,
    ) -> Outcome<SetupReport> {
        let refused = |reason: &str| ApiError::new(ErrorCode::EnrolmentFile).with("reason", reason);
        if text.len() > MAX_FILE {
            return Err(refused("too_large"));
        }
        let enrolment: Signed = serde_json::from_str(text).map_err(|_| refused("not_json"))?;
        let file: EnrolmentFile =
            serde_json::from_str(&enrolment.document).map_err(|_| refused("not_json"))?;
        if file.mode != TerminalMode::Window {
            return Err(refused("mode"));
        }
        let url = platform.clone().or_else(|| file.platform_url.clone());
        if let Some(url) = &url {
            yichuang_sync::check_address(url)
                .map_err(|_| ApiError::new(ErrorCode::PlatformAddress).with("address", url))?;
        }
        let new = NewHome {
            enrolment,
            machine_mark: self.host.machine_mark.clone(),
            dek: self.secret()?,
            signing: self.secret()?,
            encryption: self.secret()?,
            demo,
            first: FirstEpoch::default(),
            slots: Vec::new(),
            at: self.now(),
        };
        let holder = self.host.program.holder();
        let store = Home::create(&self.host.home, &new, holder, self.host.entropy.clone())?;
        if let Some(url) = platform {
            store.write(|tx| tx.set_setting(PLATFORM_URL, &url))?;
        }
        self.adopt(store);
        self.announce(ChangedKind::Status, None);
        Ok(SetupReport {
            terminal: file.terminal.to_string(),
            point: file.point.name,
            platform: url,
        })
    }

    fn secret(&self) -> Outcome<Zeroizing<[u8; 32]>> {
        let mut bytes = Zeroizing::new([0; 32]);
        self.host.entropy.fill(bytes.as_mut())?;
        Ok(bytes)
    }
}

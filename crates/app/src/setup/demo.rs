//! The demo: a sample terminal of a real township, the sample catalogue as a signed pack, sample
//! operators. Everything it makes says 样例.

use chrono::Days;
use yichuang_domain::Role;
use yichuang_wire::{ReceiptCertificate, Signer as _};

use crate::{
    Desk,
    ipc::{ApiError, DemoOperator, DemoStarted, ErrorCode, Nothing},
    report::Outcome,
};

/// The demo's operators: name, role, password. Nobody's real name, and passwords for the demo only.
const OPERATORS: [(&str, Role, &str); 4] = [
    ("样例窗口员", Role::Clerk, "sample-clerk"),
    ("样例负责人", Role::Supervisor, "sample-supervisor"),
    ("样例帮办员", Role::Helper, "sample-helper"),
    ("样例管理员", Role::Admin, "sample-admin"),
];

/// How the demo is made.
#[derive(Debug, Clone, Default)]
pub struct DemoOptions {
    /// The platform's address, instead of the enrolment file's.
    pub platform: Option<String>,
}

impl Desk {
    /// Starts the demo from first run.
    ///
    /// # Errors
    /// Those of [`Desk::make_demo`].
    pub fn start_demo(&self, _: Nothing) -> Outcome<DemoStarted> {
        self.make_demo(&DemoOptions::default())
    }

    /// Makes the demo: enrolment, operators, catalogue. Needs no network.
    ///
    /// # Errors
    /// `HOME-003` when there is a home; `SETUP-001` when the demo's assets are not there.
    pub fn make_demo(&self, options: &DemoOptions) -> Outcome<DemoStarted> {
        let file = self.host.assets.join("demo/enrolment.json");
        let missing = |_| ApiError::new(ErrorCode::EnrolmentFile).with("reason", "demo_missing");
        let text = std::fs::read_to_string(file).map_err(missing)?;
        self.make_home(&text, options.platform.clone(), true)?;
        for (name, role, password) in OPERATORS {
            self.make_operator(name, role, password)?;
        }
        self.import_sample_catalogue()?;
        self.certify_receipts()?;
        let shown = |(name, role, password): (&str, Role, &str)| DemoOperator {
            name: name.to_owned(),
            role: role.key().to_owned(),
            password: password.to_owned(),
        };
        Ok(DemoStarted {
            operators: OPERATORS.map(shown).to_vec(),
        })
    }
    /// Certifies the demo's receipts with the demo key, which everybody has, so that they verify
    /// before any platform was reached.
    fn certify_receipts(&self) -> Outcome<()> {
        let store = self.store()?;
        let key = self.authoring_key(&store)?;
        let own = store.identity();
        let certificate = ReceiptCertificate::issue(
            &key,
            own.terminal(),
            &own.signing.public_key(),
            &own.enrolment.point.id,
            self.today() + Days::new(ReceiptCertificate::DAYS),
        )
        .map_err(|_| ApiError::new(ErrorCode::Internal))?;
        store.write(|tx| tx.record_receipt_certificate(&certificate))?;
        Ok(())
    }
}

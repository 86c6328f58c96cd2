//! Making the file an administrator carries to a new machine.

use data_encoding::HEXLOWER;
use yichuang_domain::{TerminalCode, point::Point};
use yichuang_wire::{
    EnrolmentFile, KeyPair, PointIdentity, PublicKey, Purpose, Signed, Signer as _, TerminalMode,
    sha256,
};

use crate::{
    Platform, PlatformError, key,
    storage::{Grant, Granted},
};

const FORMAT: u32 = 1;
const MAX_WINDOW_CHARS: usize = 40;

/// What a new terminal is to be.
#[derive(Debug, Clone)]
pub struct EnrolmentOrder {
    /// Its code, the prefix of every number it gives.
    pub terminal: TerminalCode,
    /// What the machine is.
    pub mode: TerminalMode,
    /// The window's name.
    pub window: String,
    /// Where it stands.
    pub point: PointIdentity,
    /// The platform's address as terminals reach it; none for a point that exchanges by USB only.
    pub platform_url: Option<String>,
    /// Papers and screens say 样例.
    pub sample: bool,
}

impl EnrolmentOrder {
    fn check(&self) -> Result<(), PlatformError> {
        let chars = self.window.chars().count();
        if (1..=MAX_WINDOW_CHARS).contains(&chars) {
            Ok(())
        } else {
            Err(PlatformError::TextLength {
                what: "the window's name",
                limit: MAX_WINDOW_CHARS,
            })
        }
    }

    /// The signed file.
    pub(crate) fn sign(&self, root: &KeyPair, token: String) -> Result<Signed, PlatformError> {
        self.check()?;
        let file = EnrolmentFile {
            format: FORMAT,
            platform_url: self.platform_url.clone(),
            root: root.public_key(),
            terminal: self.terminal.clone(),
            mode: self.mode,
            window: self.window.clone(),
            point: self.point.clone(),
            token,
            sample: self.sample,
        };
        Ok(Signed::seal(root, Purpose::Enrolment, &file)?)
    }
}

impl Platform {
    /// An enrolment file of the demo platform, marked 样例: signed by the committed demo key, with
    /// a token that is no secret either.
    ///
    /// # Errors
    /// [`PlatformError::TextLength`] when the window's name has no sensible length.
    pub fn demo_enrolment(order: &EnrolmentOrder) -> Result<Signed, PlatformError> {
        crate::demo::enrolment(order)
    }

    /// Grants a code and returns its enrolment file. Ordering again before the code is claimed
    /// voids the earlier file.
    ///
    /// # Errors
    /// [`PlatformError::TerminalTaken`] once a machine has claimed the code,
    /// [`PlatformError::TerminalConfusable`] beside a code that an epoch's mark could turn it into.
    pub fn enrolment(&self, order: &EnrolmentOrder) -> Result<Signed, PlatformError> {
        let token = HEXLOWER.encode(&key::random_bytes::<32>()?);
        let signed = order.sign(&self.root, token.clone())?;
        self.grant(&order.terminal, &token, &order.point.id)?;
        Ok(signed)
    }

    fn grant(
        &self,
        terminal: &TerminalCode,
        token: &str,
        point: &str,
    ) -> Result<(), PlatformError> {
        let grant = Grant {
            terminal: terminal.clone(),
            token: sha256(token.as_bytes()),
            point: point.to_owned(),
        };
        match self.storage.grant(&grant)? {
            Granted::Recorded => Ok(()),
            Granted::Taken => Err(PlatformError::TerminalTaken(terminal.clone())),
            Granted::Confusable(other) => Err(PlatformError::TerminalConfusable {
                asked: terminal.clone(),
                granted: other,
            }),
        }
    }

    /// Grants what an enrolment file signed by `root` says, unless it was claimed before.
    pub(crate) fn grant_file(
        &self,
        signed: &Signed,
        root: &PublicKey,
    ) -> Result<(), PlatformError> {
        let file: EnrolmentFile = signed.open(root, "enrolment", Purpose::Enrolment)?;
        match self.grant(&file.terminal, &file.token, &file.point.id) {
            Err(PlatformError::TerminalTaken(_)) => Ok(()),
            other => other,
        }
    }
}

/// The identity papers carry, from a catalogue's list of points (`service_points.json`).
///
/// # Errors
/// [`PlatformError::PackRefused`] when the list does not read, [`PlatformError::PointUnknown`].
pub fn point_identity(points: &[u8], id: &str) -> Result<PointIdentity, PlatformError> {
    let points = Point::parse_all(points).map_err(|problems| {
        let first = problems
            .first()
            .map_or_else(String::new, |p| format!("{} {}", p.code, p.section));
        PlatformError::PackRefused(format!("points file: {first}"))
    })?;
    let point = points
        .into_iter()
        .find(|point| point.id == id)
        .ok_or_else(|| PlatformError::PointUnknown(id.to_owned()))?;
    Ok(PointIdentity {
        id: point.id,
        name: point.name,
        region: point.region_code,
        address: point.address,
        phone: point.phone,
        hours: point.hours,
    })
}

//! Devices at the counter. Nothing here can change a case: what a device says goes into the draft
//! the clerk is working on, through the same save as typing.

mod read_card;

use std::path::Path;

use yichuang_device::SamReader;

use crate::{Desk, ipc::DeviceState};

impl Desk {
    /// The cells of the chrome: only devices this point owns.
    pub(crate) fn device_states(&self) -> Vec<DeviceState> {
        let reader = self.host.card_reader.as_deref().map(|line| DeviceState {
            device: "card_reader".to_owned(),
            state: reader_state(line).to_owned(),
        });
        reader.into_iter().collect()
    }
}

/// Whether the line is there; the module itself is asked only when a card is to be read, so that
/// looking at the cell never disturbs a reading.
fn reader_state(line: &Path) -> &'static str {
    if line.exists() { "ready" } else { "absent" }
}

/// A reader on the line the host names.
fn reader(line: &Path) -> SamReader {
    SamReader::on_serial_line(line)
}

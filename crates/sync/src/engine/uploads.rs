//! Files on their way: ranked, resumable, each with its own troubles.

use std::{collections::BTreeMap, time::Duration};

use chrono::{DateTime, Utc};
use yichuang_wire::protocol::{MAX_CHUNK_BYTES, Refusal, RefusalCode};

use super::{
    outlook::{Done, FileKey, FileMove, FileOutlook, Step, Trouble},
    pause::{Lane, Roll},
};
use crate::{Attention, LinkError};

/// After so many refusals a file is left for a person.
const CEILING: u32 = 5;
const FIRST_CHUNK: u64 = 256 * 1024;
const SMALLEST_CHUNK: u64 = 16 * 1024;
/// A chunk that took longer than this is large enough.
const COMFORT: Duration = Duration::from_secs(8);
/// Connections lost on files in a row before all files hold back, while entries go on.
const PATIENCE: u32 = 2;

#[derive(Debug, Clone, Default)]
struct Track {
    lane: Lane,
    refusals: u32,
    unreadable: bool,
    /// The offset as the platform last said it, in this contact.
    offset: Option<u64>,
    location: Option<String>,
    complete: bool,
    /// The stored location is no longer good.
    renew: bool,
}

impl Track {
    fn stuck(&self) -> bool {
        self.unreadable || self.refusals >= CEILING
    }

    fn restart(&mut self) {
        self.offset = None;
        self.location = None;
        self.complete = false;
        self.renew = true;
    }
}

/// All files under way.
#[derive(Debug, Clone)]
pub(super) struct Uploads {
    tracks: BTreeMap<FileKey, Track>,
    lane: Lane,
    chunk: u64,
}

impl Default for Uploads {
    fn default() -> Self {
        Self {
            tracks: BTreeMap::new(),
            lane: Lane::default(),
            chunk: FIRST_CHUNK,
        }
    }
}

impl Uploads {
    /// The most important file that can move now.
    pub(super) fn next(&self, files: &[FileOutlook], now: DateTime<Utc>) -> Option<Step> {
        if !self.lane.open(now) {
            return None;
        }
        let free = |file: &&FileOutlook| {
            file.ready
                && self
                    .tracks
                    .get(&file.key)
                    .is_none_or(|track| !track.stuck() && track.lane.open(now))
        };
        let file = files.iter().filter(free).min_by_key(|file| file.rank)?;
        Some(Step::UploadFile {
            file: file.key,
            size: file.size,
            media_type: file.media_type.clone(),
            act: self.act(file),
        })
    }

    fn act(&self, file: &FileOutlook) -> FileMove {
        let untouched = Track::default();
        let track = self.tracks.get(&file.key).unwrap_or(&untouched);
        let stored = file.location.as_ref().filter(|_| !track.renew);
        let Some(location) = track.location.as_ref().or(stored).cloned() else {
            return FileMove::Offer;
        };
        match track.offset {
            _ if track.complete => FileMove::Receipt { location },
            None => FileMove::Ask { location },
            Some(offset) if offset < file.size => FileMove::Send {
                location,
                offset,
                len: self.chunk.min(file.size - offset),
            },
            Some(_) => FileMove::Receipt { location },
        }
    }

    /// Takes in what a move brought. Anything else than what a file can bring is ignored.
    pub(super) fn succeed(
        &mut self,
        key: FileKey,
        act: &FileMove,
        size: u64,
        done: &Done,
        took: Duration,
    ) {
        self.lane.clear();
        if *done == Done::FileReceipted {
            self.tracks.remove(&key);
            return;
        }
        let track = self.tracks.entry(key).or_default();
        match (act, done) {
            (_, Done::FileOffered(state)) => {
                track.location = Some(state.location.clone());
                track.offset = Some(state.offset);
                track.complete = state.complete;
                track.renew = false;
            }
            (_, Done::FileAt { offset }) if *offset > size => {
                track.refusals += 1;
                track.restart();
            }
            (FileMove::Send { offset: before, .. }, Done::FileAt { offset })
                if offset <= before =>
            {
                track.refusals += 1;
                track.offset = None;
            }
            (FileMove::Send { location, .. }, Done::FileAt { offset }) => {
                track.location = Some(location.clone());
                track.offset = Some(*offset);
                track.lane.clear();
                if took < COMFORT {
                    self.chunk = (self.chunk * 2).min(MAX_CHUNK_BYTES as u64);
                }
            }
            (
                FileMove::Ask { location } | FileMove::Receipt { location },
                Done::FileAt { offset },
            ) => {
                track.location = Some(location.clone());
                track.offset = Some(*offset);
            }
            _ => {}
        }
    }

    /// The connection was lost, or the platform failed, while this file was moving.
    pub(super) fn cut(&mut self, key: FileKey, now: DateTime<Utc>, roll: Roll) {
        self.chunk = (self.chunk / 2).max(SMALLEST_CHUNK);
        self.lane.fail_after(PATIENCE, now, roll);
        let track = self.tracks.entry(key).or_default();
        track.offset = None;
        track.lane.fail_after(1, now, roll);
    }

    /// The file itself is the trouble.
    pub(super) fn fail(&mut self, key: FileKey, trouble: &Trouble, now: DateTime<Utc>, roll: Roll) {
        let track = self.tracks.entry(key).or_default();
        let code = match trouble {
            Trouble::FileUnreadable => {
                track.unreadable = true;
                return;
            }
            Trouble::Link(LinkError::Refused(Refusal { code, .. })) => *code,
            _ => RefusalCode::Malformed,
        };
        match code {
            // The offset is simply another one: ask and go on.
            RefusalCode::OffsetMismatch => track.offset = None,
            RefusalCode::Busy => {
                track.lane.fail(now, roll);
                return;
            }
            // Expired, or spoilt on the way: that file alone starts again (F24).
            _ => track.restart(),
        }
        track.refusals += 1;
        track.lane.fail_after(1, now, roll);
    }

    /// A new contact: what the platform has of each file is asked again.
    pub(super) fn forget_offsets(&mut self) {
        for track in self.tracks.values_mut() {
            track.offset = None;
            track.complete = false;
        }
    }

    /// A person asked for another try.
    pub(super) fn poke(&mut self) {
        *self = Self {
            chunk: self.chunk,
            ..Self::default()
        };
    }

    /// The earliest moment at which a held-back file may move again.
    pub(super) fn pending(
        &self,
        files: &[FileOutlook],
        now: DateTime<Utc>,
    ) -> Option<DateTime<Utc>> {
        if let Some(until) = self.lane.pending(now) {
            return files.iter().any(|file| file.ready).then_some(until);
        }
        let tracks = files.iter().filter_map(|file| self.tracks.get(&file.key));
        tracks
            .filter(|track| !track.stuck())
            .filter_map(|track| track.lane.pending(now))
            .min()
    }

    pub(super) fn attention(&self) -> impl Iterator<Item = Attention> + '_ {
        self.tracks
            .iter()
            .filter(|(_, track)| track.stuck())
            .map(|(key, track)| Attention::FileStuck {
                case: key.case,
                sha256: key.sha256,
                unreadable: track.unreadable,
            })
    }
}

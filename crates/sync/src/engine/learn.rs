//! What a report changes.

use chrono::{DateTime, TimeDelta, Utc};
use yichuang_wire::{
    ChainHead, MAX_BATCH_ENTRIES, ProbeAnswer, Receipt,
    protocol::{RefusalCode, VERSION},
};

use super::{
    CONTACT, Claim, ContactState, Engine, FEED_REST,
    outlook::{Done, Report, Step, Trouble},
    pause::{Pause, Roll},
};
use crate::{Attention, CLOCK_TOLERANCE, Connectivity, LinkError};

/// Entries lost with the connection in a row, the terminal's own or the feed's, before they hold
/// back; with the batch of its own halving each time, 50 has come down to 1.
const PUSH_PATIENCE: u32 = 5;

impl Engine {
    /// Takes in what came of a step. `roll` is fresh randomness, used only to spread retries.
    pub fn learn(&mut self, report: &Report, now: DateTime<Utc>, roll: Roll) {
        match &report.outcome {
            Ok(Done::Rested) => {}
            Ok(done) => {
                self.local.clear();
                self.attention
                    .retain(|known| !matches!(known, Attention::Store(_)));
                self.succeed(report, done, now, roll);
            }
            Err(trouble) => self.fail(&report.step, trouble, now, roll),
        }
    }

    fn succeed(&mut self, report: &Report, done: &Done, now: DateTime<Utc>, roll: Roll) {
        match done {
            Done::Rested => {}
            Done::Probed { answer, skew } => self.probed(answer, *skew, now, roll),
            Done::Enrolled => {
                self.attention.remove(&Attention::NotEnrolled);
                if let Some(contact) = &mut self.contact {
                    contact.claim = Claim::Renewed;
                }
            }
            Done::Compared {
                heads,
                forked,
                feed,
                feed_forked,
            } => {
                self.compared(heads, forked, now);
                self.feed_compared(feed, feed_forked);
            }
            Done::GivenBack { receipt } => self.given_back(&report.step, receipt, now, roll),
            Done::Pushed { receipt, .. } => self.pushed(&report.step, receipt, now, roll),
            Done::Pulled { entries, head } => {
                self.feed.clear();
                self.attention.remove(&Attention::FeedBroken);
                self.feed_rest = (*entries == 0).then(|| Pause::new(now, roll.spread(FEED_REST)));
                self.platform_has(head.iter());
            }
            Done::PackPart => self.pack.clear(),
            Done::PackCurrent => self.pack_current(),
            Done::FileOffered(_) | Done::FileAt { .. } | Done::FileReceipted => {
                if *done == Done::FileReceipted {
                    self.last_success = Some(now);
                }
                if let Step::UploadFile {
                    file, act, size, ..
                } = &report.step
                {
                    self.uploads.succeed(*file, act, *size, done, report.took);
                }
            }
        }
    }

    fn probed(&mut self, answer: &ProbeAnswer, skew: TimeDelta, now: DateTime<Utc>, roll: Roll) {
        self.clock_skew = (skew.abs() > CLOCK_TOLERANCE).then_some(skew);
        if answer.oldest > VERSION {
            self.version_too_old(now, roll);
            return;
        }
        self.attention.remove(&Attention::VersionTooOld);
        self.connectivity = Connectivity::Online;
        self.uploads.forget_offsets();
        self.contact = Some(ContactState {
            fresh: Pause::new(now, roll.spread(CONTACT)),
            platform_epoch: answer.platform_epoch,
            heads: None,
            feed: Vec::new(),
            receipted: Vec::new(),
            claim: Claim::Unquestioned,
            pack_current: false,
        });
    }

    fn compared(&mut self, heads: &[ChainHead], forked: &[u32], now: DateTime<Utc>) {
        self.attention.remove(&Attention::RequestRefused);
        self.attention.remove(&Attention::NotEnrolled);
        self.forked = forked.iter().copied().collect();
        self.last_success = Some(now);
        self.failure = None;
        // Only a signed call that went through ends the ladder: a probe alone would let a terminal
        // the platform does not know come back every minute.
        self.link.clear();
        if let Some(contact) = &mut self.contact {
            contact.heads = Some(heads.to_vec());
        }
    }

    fn feed_compared(&mut self, feed: &[ChainHead], forked: &[u32]) {
        self.feed_forked = forked.iter().copied().collect();
        if let Some(contact) = &mut self.contact {
            contact.feed = feed.to_vec();
        }
    }

    fn given_back(&mut self, step: &Step, receipt: &Receipt, now: DateTime<Utc>, roll: Roll) {
        let Step::GiveBack { epoch, after } = *step else {
            return;
        };
        if receipt.head.epoch != epoch || receipt.head.seq <= after {
            // Receipted, but nothing new: giving on would be a loop.
            self.give_back.fail(now, roll);
            self.compare_again();
            return;
        }
        self.give_back.clear();
        self.last_success = Some(now);
        self.feed_rest = None;
        let known = self.contact.as_ref().map(|contact| contact.platform_epoch);
        if known != Some(receipt.platform_epoch) {
            // It had not known of its restore until now: begin anew.
            self.contact = None;
            return;
        }
        self.platform_has([&receipt.head]);
    }

    /// Keeps what the platform is known to have of its feed since heads were compared.
    fn platform_has<'a>(&mut self, heads: impl IntoIterator<Item = &'a ChainHead>) {
        let Some(contact) = &mut self.contact else {
            return;
        };
        for head in heads {
            contact.feed.retain(|known| known.epoch != head.epoch);
            contact.feed.push(head.clone());
        }
    }

    fn pushed(&mut self, step: &Step, receipt: &Receipt, now: DateTime<Utc>, roll: Roll) {
        let Step::Push { epoch, after, .. } = *step else {
            return;
        };
        if receipt.head.epoch != epoch || receipt.head.seq <= after {
            // Receipted, but nothing new: asking on would be a loop.
            self.push.fail(now, roll);
            self.compare_again();
            return;
        }
        self.push.clear();
        self.attention.remove(&Attention::PushRefused);
        self.batch = (self.batch * 2).min(MAX_BATCH_ENTRIES);
        self.last_success = Some(now);
        self.feed_rest = None;
        let Some(contact) = &mut self.contact else {
            return;
        };
        if contact.platform_epoch != receipt.platform_epoch {
            // Restored between the probe and now: begin anew.
            self.contact = None;
            return;
        }
        for heads in contact.heads.iter_mut().chain([&mut contact.receipted]) {
            heads.retain(|head| head.epoch != epoch);
            heads.push(receipt.head.clone());
        }
    }

    fn pack_current(&mut self) {
        self.pack.clear();
        self.attention.remove(&Attention::PackRefused);
        if let Some(contact) = &mut self.contact {
            contact.pack_current = true;
        }
    }

    fn fail(&mut self, step: &Step, trouble: &Trouble, now: DateTime<Utc>, roll: Roll) {
        if let Trouble::Link(error) = trouble {
            self.failure = Some(error.code());
        }
        match trouble {
            Trouble::Store(code) => {
                self.attention.insert(Attention::Store(code));
                self.local.fail(now, roll);
            }
            Trouble::Forked { epoch } => {
                self.forked.insert(*epoch);
            }
            Trouble::FeedBroken => {
                self.attention.insert(Attention::FeedBroken);
                match step {
                    Step::GiveBack { .. } => self.give_back.fail(now, roll),
                    _ => self.feed.fail(now, roll),
                }
            }
            Trouble::PackRefused => {
                self.attention.insert(Attention::PackRefused);
                self.pack.fail(now, roll);
            }
            Trouble::FileUnreadable => self.file_failed(step, trouble, now, roll),
            Trouble::Link(LinkError::VersionTooOld) => self.version_too_old(now, roll),
            Trouble::Link(LinkError::Refused(refusal)) => match refusal.code {
                RefusalCode::VersionTooOld => self.version_too_old(now, roll),
                RefusalCode::TerminalUnknown | RefusalCode::TokenSpent => {
                    self.unknown_here(step, now, roll)
                }
                RefusalCode::RequestNotSigned => {
                    self.attention.insert(Attention::RequestRefused);
                    self.lose_contact(now, roll);
                }
                code => self.refused(step, code, trouble, now, roll),
            },
            Trouble::Link(error) => self.cut(step, error, now, roll),
        }
    }

    /// The connection broke. The next probe says whether the platform is still there; what was
    /// being sent gets smaller, and holds back when it keeps breaking the connection.
    fn cut(&mut self, step: &Step, error: &LinkError, now: DateTime<Utc>, roll: Roll) {
        self.contact = None;
        self.connectivity = match error {
            LinkError::ServerDown(_) | LinkError::TooSlow => Connectivity::ServerDown,
            _ => Connectivity::Offline,
        };
        match step {
            Step::Push { .. } => {
                self.batch = (self.batch / 2).max(1);
                self.push.fail_after(PUSH_PATIENCE, now, roll);
            }
            Step::GiveBack { .. } => self.give_back.fail_after(PUSH_PATIENCE, now, roll),
            Step::PullFeed => self.feed.fail_after(1, now, roll),
            Step::FetchPack => self.pack.fail_after(1, now, roll),
            Step::UploadFile { file, .. } => self.uploads.cut(*file, now, roll),
            Step::Probe | Step::Enrol | Step::CompareHeads { .. } => self.link.fail(now, roll),
            Step::Wait { .. } | Step::Idle { .. } => {}
        }
    }

    /// The platform is there and does not take this.
    fn refused(
        &mut self,
        step: &Step,
        code: RefusalCode,
        trouble: &Trouble,
        now: DateTime<Utc>,
        roll: Roll,
    ) {
        match step {
            Step::GiveBack { epoch, .. } => self.give_back_refused(*epoch, code, now, roll),
            Step::Push { epoch, .. } => self.push_refused(*epoch, code, now, roll),
            Step::PullFeed => self.feed.fail(now, roll),
            // No pack was ever published: nothing to fetch is nothing wrong.
            Step::FetchPack if code == RefusalCode::NotFound => self.pack_current(),
            Step::FetchPack => self.pack.fail(now, roll),
            Step::UploadFile { .. } => self.file_failed(step, trouble, now, roll),
            _ => {
                self.connectivity = Connectivity::ServerDown;
                self.lose_contact(now, roll);
            }
        }
    }

    fn give_back_refused(&mut self, epoch: u32, code: RefusalCode, now: DateTime<Utc>, roll: Roll) {
        match code {
            // The platform wrote on under the same numbers: what was read there cannot go back.
            RefusalCode::ChainFork => {
                self.feed_forked.insert(epoch);
            }
            RefusalCode::ChainGap => {
                self.compare_again();
                self.give_back.fail_after(1, now, roll);
            }
            _ => self.give_back.fail(now, roll),
        }
    }

    fn push_refused(&mut self, epoch: u32, code: RefusalCode, now: DateTime<Utc>, roll: Roll) {
        match code {
            RefusalCode::ChainFork => {
                self.forked.insert(epoch);
            }
            // The platform's head is another one than we believed: look again.
            RefusalCode::ChainGap => {
                self.compare_again();
                self.push.fail_after(1, now, roll);
            }
            RefusalCode::Busy => self.push.fail(now, roll),
            _ if self.batch > 1 => self.batch /= 2,
            _ => {
                self.attention.insert(Attention::PushRefused);
                self.push.fail(now, roll);
            }
        }
    }

    fn file_failed(&mut self, step: &Step, trouble: &Trouble, now: DateTime<Utc>, roll: Roll) {
        if let Step::UploadFile { file, .. } = step {
            self.uploads.fail(*file, trouble, now, roll);
        }
    }

    /// A platform restored from an old backup may have forgotten the terminal: claiming again
    /// with the same token and keys is safe, and is tried once a contact.
    fn unknown_here(&mut self, step: &Step, now: DateTime<Utc>, roll: Roll) {
        match &mut self.contact {
            Some(contact) if contact.claim == Claim::Unquestioned && *step != Step::Enrol => {
                contact.claim = Claim::Again;
            }
            _ => {
                self.attention.insert(Attention::NotEnrolled);
                self.lose_contact(now, roll);
            }
        }
    }

    fn version_too_old(&mut self, now: DateTime<Utc>, roll: Roll) {
        self.attention.insert(Attention::VersionTooOld);
        self.connectivity = Connectivity::Online;
        self.lose_contact(now, roll);
    }

    fn lose_contact(&mut self, now: DateTime<Utc>, roll: Roll) {
        self.contact = None;
        self.link.fail(now, roll);
    }

    fn compare_again(&mut self) {
        if let Some(contact) = &mut self.contact {
            contact.heads = None;
        }
    }
}

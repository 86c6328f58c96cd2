//! A demo counter: a home in a folder of its own, a clock and a randomness the test holds.

use std::{
    error::Error,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;
use yichuang_app::{
    DemoOptions, Desk, FixedClock, Host, SyncOnce,
    ipc::{
        AcceptCase, AcceptReceived, AddFile, ApiError, CaseDone, CaseList, CaseRef, CaseView,
        DraftRef, FileInfo, OpenDraft, PaperRef, ReceiveCase, SaveDraft, SearchCases, SignedPaper,
    },
};
use yichuang_store::{Entropy, PasswordCost, StoreError};

use super::{Application, assets, papers::pdf_text, printing};

/// Randomness that a seed decides, so that a failing run can be run again.
#[derive(Debug)]
pub struct SeededEntropy {
    seed: u64,
    drawn: AtomicU64,
}

impl SeededEntropy {
    /// From a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self {
            seed,
            drawn: AtomicU64::new(0),
        }
    }
}

impl Entropy for SeededEntropy {
    fn fill(&self, out: &mut [u8]) -> Result<(), StoreError> {
        for part in out.chunks_mut(32) {
            let drawn = self.drawn.fetch_add(1, Ordering::Relaxed);
            let block = Sha256::digest([self.seed.to_le_bytes(), drawn.to_le_bytes()].concat());
            part.copy_from_slice(&block[..part.len()]);
        }
        Ok(())
    }
}

/// The least a password can cost: nobody guesses at a sample counter's.
pub const LIGHT: PasswordCost = PasswordCost {
    memory_kib: 8,
    passes: 1,
};

/// One of the demo's operators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// 窗口员.
    Clerk,
    /// 负责人.
    Supervisor,
    /// 帮办员.
    Helper,
    /// 管理员.
    Administrator,
}

impl Who {
    /// Name as printed.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Clerk => "样例窗口员",
            Self::Supervisor => "样例负责人",
            Self::Helper => "样例帮办员",
            Self::Administrator => "样例管理员",
        }
    }

    /// Password, for the demo only.
    #[must_use]
    pub const fn password(self) -> &'static str {
        match self {
            Self::Clerk => "sample-clerk",
            Self::Supervisor => "sample-supervisor",
            Self::Helper => "sample-helper",
            Self::Administrator => "sample-admin",
        }
    }
}

/// Monday, 23 November 2026, nine in the morning in China.
#[must_use]
pub fn monday_morning() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_395_600, 0).unwrap_or_default()
}

/// A demo home with a clerk at it.
pub struct Counter {
    /// The desk.
    pub desk: Desk,
    /// The counter's clock.
    pub clock: Arc<FixedClock>,
    host: Host,
    folder: TempDir,
}

impl Counter {
    /// A counter whose platform is nowhere.
    #[must_use]
    pub fn open() -> Self {
        // Port 9 is the discard service's: nobody answers there.
        Self::reaching("http://127.0.0.1:9")
    }

    /// A counter that knows its platform by `url`.
    ///
    /// # Panics
    /// When the demo cannot be made.
    #[must_use]
    pub fn reaching(url: &str) -> Self {
        Self::reaching_at(url, monday_morning())
    }

    /// A counter set up at `at`, beside programs that have a time of their own.
    ///
    /// # Panics
    /// When the demo cannot be made.
    #[must_use]
    pub fn reaching_at(url: &str, at: DateTime<Utc>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(FixedClock::new(at));
        let host = Host {
            clock: clock.clone(),
            entropy: Arc::new(SeededEntropy::new(1)),
            password_cost: LIGHT,
            print_folder: folder.path().join("prints"),
            printer_timings: printing::TIMINGS,
            printer_places: printing::nowhere(folder.path()),
            ..Host::command(folder.path().join("home"), assets())
        };
        let desk = Desk::open(host.clone());
        desk.make_demo(&DemoOptions {
            platform: Some(url.to_owned()),
        })
        .unwrap();
        let counter = Self {
            desk,
            clock,
            host,
            folder,
        };
        counter.sign_in(Who::Clerk);
        counter
    }

    /// The home's folder.
    #[must_use]
    pub fn home(&self) -> &Path {
        &self.host.home
    }

    /// A folder of this counter's own for anything a test puts down.
    #[must_use]
    pub fn desk_top(&self) -> PathBuf {
        self.folder.path().join("top")
    }

    /// The program ends and is started again; nobody is signed in then.
    #[must_use]
    pub fn restarted(self) -> Self {
        let Self {
            desk,
            clock,
            host,
            folder,
        } = self;
        desk.close();
        drop(desk);
        Self {
            desk: Desk::open(host.clone()),
            clock,
            host,
            folder,
        }
    }

    /// The same after an update that brought other assets.
    #[must_use]
    pub fn updated(mut self, assets: PathBuf) -> Self {
        self.host.assets = assets;
        self.restarted()
    }

    /// Somebody sits down.
    ///
    /// # Panics
    /// When they cannot sign in.
    pub fn sign_in(&self, who: Who) {
        self.desk
            .sign_in_by_name(who.name(), who.password())
            .unwrap();
    }

    /// Time passes.
    pub fn pass(&self, time: TimeDelta) {
        use yichuang_app::Clock as _;
        self.clock.set(self.clock.now() + time);
    }

    /// Types an application into a draft and gives the draft's id.
    ///
    /// # Panics
    /// When the draft is not taken.
    pub fn draft(&self, application: &Application) -> String {
        let code = application.code().to_owned();
        let id = self
            .desk
            .open_draft(OpenDraft {
                code,
                answers: application.answers(),
            })
            .unwrap()
            .id;
        let kept = self.keep_pages(&id, application);
        let content = application.content(&kept);
        self.desk
            .save_draft(SaveDraft {
                id: id.clone(),
                content,
            })
            .unwrap();
        id
    }

    fn keep_pages(&self, draft: &str, application: &Application) -> Vec<FileInfo> {
        let keep = |(_, name, bytes): (&str, &str, &[u8])| {
            let media_type = "image/jpeg".to_owned();
            self.desk
                .add_file(
                    AddFile {
                        draft: Some(draft.to_owned()),
                        number: None,
                        name: name.to_owned(),
                        media_type,
                    },
                    bytes,
                )
                .unwrap()
        };
        application.pages().map(keep).collect()
    }

    /// F9 on an application.
    ///
    /// # Errors
    /// Why it was not accepted.
    pub fn try_accept(&self, application: &Application) -> Result<CaseDone, ApiError> {
        let draft = self.draft(application);
        self.desk.accept_case(AcceptCase { draft })
    }

    /// F9 on an application that holds.
    ///
    /// # Panics
    /// When it is not accepted.
    pub fn accept(&self, application: &Application) -> CaseDone {
        self.try_accept(application).unwrap()
    }

    /// 收件 of an application.
    ///
    /// # Panics
    /// When it is not received.
    pub fn receive(&self, application: &Application) -> CaseDone {
        let draft = self.draft(application);
        self.desk.receive_case(ReceiveCase { draft }).unwrap()
    }

    /// 收件 of an application nobody has signed for; gives its number.
    ///
    /// # Panics
    /// When it is not received.
    pub fn receive_unsigned(&self, application: &Application) -> String {
        let id = self.draft(application);
        let draft = DraftRef { id: id.clone() };
        let mut content = self.desk.show_draft(draft).unwrap().content;
        content.signed.clear();
        let saved = SaveDraft {
            id: id.clone(),
            content,
        };
        self.desk.save_draft(saved).unwrap();
        let received = self.desk.receive_case(ReceiveCase { draft: id });
        received.unwrap().number
    }

    /// Accepts a received case with one photograph of each paper that has to be signed for it.
    ///
    /// # Errors
    /// Those of the verbs.
    pub fn accept_signed(&self, number: &str, photograph: &[u8]) -> Result<CaseDone, ApiError> {
        let page = AddFile {
            draft: None,
            number: Some(number.to_owned()),
            name: "申请表.jpg".to_owned(),
            media_type: "image/jpeg".to_owned(),
        };
        let page = self.desk.add_file(page, photograph)?;
        let papers = self.show(number).to_sign.into_iter();
        let signed = papers.map(|paper| SignedPaper {
            document: paper.document,
            files: vec![page.clone()],
            how: "photographed".to_owned(),
            content: String::new(),
        });
        self.desk.accept_received(AcceptReceived {
            number: number.to_owned(),
            signed: signed.collect(),
            unsigned: Vec::new(),
        })
    }

    /// A case, whole.
    ///
    /// # Panics
    /// When there is none.
    pub fn show(&self, number: &str) -> CaseView {
        self.desk
            .show_case(CaseRef {
                number: number.to_owned(),
            })
            .unwrap()
    }

    /// How a case stands with the platform.
    pub fn mark(&self, number: &str) -> String {
        self.show(number).row.sync.mark
    }

    /// Cases found for a text.
    ///
    /// # Panics
    /// When the search fails.
    pub fn find(&self, text: &str) -> CaseList {
        self.search(text, "").unwrap()
    }

    /// The cases behind a count of the workbench.
    ///
    /// # Errors
    /// Those of the search.
    pub fn behind(&self, tally: &str) -> Result<CaseList, ApiError> {
        self.search("", tally)
    }

    fn search(&self, text: &str, tally: &str) -> Result<CaseList, ApiError> {
        self.desk.search_cases(SearchCases {
            text: text.to_owned(),
            period: "all".to_owned(),
            state: String::new(),
            sync: String::new(),
            tally: tally.to_owned(),
            offset: 0,
            limit: 200,
        })
    }

    /// One exchange with the platform.
    ///
    /// # Panics
    /// When the home itself fails.
    pub async fn sync(&self) -> SyncOnce {
        self.desk.sync_once().await.unwrap()
    }

    /// The bytes of the newest paper of a case of this kind.
    ///
    /// # Panics
    /// When there is none.
    pub fn paper(&self, number: &str, document: &str) -> Vec<u8> {
        let papers = self.show(number).papers;
        let paper = papers.iter().rfind(|paper| paper.document == document);
        let paper = paper.unwrap_or_else(|| panic!("no {document} of {number}"));
        self.desk
            .paper_pdf(PaperRef {
                id: paper.id.clone(),
            })
            .unwrap()
    }

    /// The text of that paper.
    pub fn paper_text(&self, number: &str, document: &str) -> String {
        pdf_text(&self.paper(number, document))
    }

    /// Everything verifies, and a rebuild gives what is there.
    ///
    /// # Panics
    /// When not.
    pub fn assert_sound(&self) {
        let verified = self.desk.verify_journal().unwrap();
        assert!(verified.ok, "{verified:?}");
        let rebuilt = self.desk.rebuild_projections().unwrap();
        assert!(rebuilt.equal, "{rebuilt:?}");
    }
}

/// A closed demo home for the command line, made in `folder`.
///
/// # Panics
/// When the demo cannot be made.
#[must_use]
pub fn prepared_home(folder: &Path, platform: Option<&str>) -> PathBuf {
    let home = folder.join("home");
    let desk = Desk::open(Host {
        password_cost: LIGHT,
        ..Host::command(home.clone(), assets())
    });
    desk.make_demo(&DemoOptions {
        platform: platform.map(str::to_owned),
    })
    .unwrap();
    desk.close();
    home
}

/// The desk of a demo home whose clock stands at `moment` (RFC 3339), a clerk signed in: for programs
/// that work there until they are killed.
///
/// # Errors
/// When the moment cannot be read or the clerk cannot sign in.
pub fn clerks_desk(home: &str, moment: &str) -> Result<Desk, Box<dyn Error>> {
    let home = PathBuf::from(home);
    let desk = Desk::open(Host {
        clock: Arc::new(FixedClock::new(moment.parse()?)),
        print_folder: home.join("prints"),
        password_cost: LIGHT,
        ..Host::command(home, assets())
    });
    let clerk = Who::Clerk;
    desk.sign_in_by_name(clerk.name(), clerk.password())?;
    Ok(desk)
}

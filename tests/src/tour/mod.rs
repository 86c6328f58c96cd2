//! The tour: one resident's visit at the real window with the network cut, then the network back.
//!
//! What a clerk does is done the way a clerk does it: keys on the window. What must be true is
//! asked of the window, too, and of the papers it leaves.

use std::{
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::Duration,
};

use serde_json::json;
use yichuang_device::simulator::{CardImage, Script, Simulator};

use crate::window::{RealWindow, Start, Trouble, wait};

/// The matter of the tour, by the first letters a clerk types.
const INITIALS: &str = "gljt";
/// How long the platform may take to come up, and the case to be reported.
const PATIENCE: Duration = Duration::from_secs(60);

/// What the tour works with.
pub struct Tour {
    /// The sample home, made and closed.
    pub home: PathBuf,
    /// The window's program.
    pub window: PathBuf,
    /// The platform's program.
    pub platform: PathBuf,
    /// The platform's folder.
    pub platform_data: PathBuf,
    /// `127.0.0.1:PORT`, the address the home was made for.
    pub listen: String,
    /// The clerk's password.
    pub password: String,
    /// Where papers and screenshots go.
    pub out: PathBuf,
}

/// What the tour leaves.
#[derive(Debug)]
pub struct Souvenirs {
    /// The case's number.
    pub number: String,
    /// The receipt.
    pub receipt: PathBuf,
    /// The guide.
    pub guide: PathBuf,
    /// The screenshots, in order.
    pub shots: Vec<PathBuf>,
}

struct Platform(Child);

impl Drop for Platform {
    fn drop(&mut self) {
        // Ours, by its own handle; gone already is fine.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

struct Visit<'a> {
    tour: &'a Tour,
    window: RealWindow,
    shots: Vec<PathBuf>,
}

impl Tour {
    /// Goes on the tour.
    ///
    /// # Errors
    /// The first thing that did not happen, with what the screen said instead.
    pub async fn go(&self) -> Result<Souvenirs, Trouble> {
        std::fs::create_dir_all(self.papers())?;
        let reader = Simulator::start(Script::empty())?;
        let scratch = self.out.join("web");
        let start = Start {
            program: &self.window,
            home: &self.home,
            scratch: &scratch,
            card_reader: Some(reader.path()),
            print_folder: Some(&self.papers()),
        };
        let window = RealWindow::open(&start).await?;
        window.size(1366, 768).await?;
        let mut visit = Visit {
            tour: self,
            window,
            shots: Vec::new(),
        };
        let number = match visit.whole(&reader).await {
            Ok(number) => number,
            Err(error) => {
                visit.shot("stopped-here").await?;
                return Err(error);
            }
        };
        let Visit { window, shots, .. } = visit;
        window.close().await?;
        Ok(Souvenirs {
            receipt: self.paper("receipt")?,
            guide: self.paper("guide")?,
            number,
            shots,
        })
    }

    fn papers(&self) -> PathBuf {
        self.out.join("papers")
    }

    fn paper(&self, document: &str) -> Result<PathBuf, Trouble> {
        let mut found: Vec<_> = std::fs::read_dir(self.papers())?
            .filter_map(Result::ok)
            .map(|e| e.path())
            .collect();
        found.retain(|path| {
            path.file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with(document))
        });
        found.sort();
        found
            .pop()
            .ok_or_else(|| format!("no {document} in {}", self.papers().display()).into())
    }

    fn start_platform(&self) -> Result<Platform, Trouble> {
        let child = Command::new(&self.platform)
            .args(["serve", "--demo", "--listen", &self.listen, "--data"])
            .arg(&self.platform_data)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()?;
        Ok(Platform(child))
    }
}

impl Visit<'_> {
    async fn whole(&mut self, reader: &Simulator) -> Result<String, Trouble> {
        self.sign_in().await?;
        self.find_the_matter().await?;
        self.print_the_guide().await?;
        self.take_in(reader).await?;
        let number = self.accept().await?;
        let _platform = self.tour.start_platform()?;
        self.see_it_reported(&number).await?;
        Ok(number)
    }

    async fn shot(&mut self, name: &str) -> Result<(), Trouble> {
        let file = self
            .tour
            .out
            .join(format!("{:02}-{name}.png", self.shots.len() + 1));
        self.window.shot(&file).await?;
        self.shots.push(file);
        Ok(())
    }

    async fn sign_in(&mut self) -> Result<(), Trouble> {
        self.window.wait_for("#field-password").await?;
        self.shot("sign-in").await?;
        self.window
            .fill("#field-password", &self.tour.password)
            .await?;
        self.window.press("Enter").await?;
        self.window.wait_for("#matter-search").await?;
        self.window.wait_for_text("已存本机").await?;
        self.window.wait_for(".tally b").await?;
        self.shot("workbench").await
    }

    async fn find_the_matter(&mut self) -> Result<(), Trouble> {
        self.window.press("F2").await?;
        self.window.wait_for("#matter-search").await?;
        self.window.type_text(INITIALS).await?;
        self.window.wait_for_text("高龄津贴申领").await?;
        self.shot("search").await
    }

    async fn print_the_guide(&mut self) -> Result<(), Trouble> {
        self.window.press("Down").await?;
        self.window.press("Space").await?;
        self.window.wait_for_text("办理条件").await?;
        self.shot("guide").await?;
        self.window.press("F8").await?;
        let tour = self.tour;
        wait(PATIENCE, "the guide on paper", || async {
            Ok(tour.paper("guide").is_ok())
        })
        .await
    }

    async fn take_in(&mut self, reader: &Simulator) -> Result<(), Trouble> {
        self.window.press("F2").await?;
        self.window.wait_for_text("申请人").await?;
        reader.lay(CardImage::citizen_with_rare_name());
        self.window.press("F6").await?;
        self.window.wait_for_text("𠮷").await?;
        self.answer_the_questions().await?;
        self.shot("person").await?;
        self.window.press("Control+Enter").await?;
        self.fill_the_form().await?;
        self.shot("form").await?;
        self.window.press("Control+Enter").await?;
        self.window.wait_for_text("怎样提交").await?;
        self.window.press("Alt+a").await?;
        self.shot("materials").await?;
        self.window.press("Control+Enter").await?;
        self.shot("check").await?;
        self.window.press("Enter").await?;
        self.window.wait_for_text("申请表").await?;
        self.window.wait_for_text("还没签").await?;
        self.window.press("1").await?;
        self.shot("sign").await?;
        self.window.press("Control+Enter").await?;
        self.window.wait_for_text("不予受理").await
    }

    /// The usual answer to each question still open.
    async fn answer_the_questions(&self) -> Result<(), Trouble> {
        let script =
            "document.querySelectorAll('fieldset[id^=field-answers_]').forEach((question) => {
            if (!question.querySelector('input:checked')) question.querySelector('input')?.click();
        });";
        self.window.script(script).await.map(|_| ())
    }

    async fn fill_the_form(&self) -> Result<(), Trouble> {
        self.window.wait_for("[id^=field-form_]").await?;
        let values = json!({
            "applicant_phone": "13800006120",
            "age_band": "80—89周岁",
            "is_low_income": "false",
            "live_mode": "独居",
            "bank_name": "样例银行",
            "bank_account": "6217000000000421",
            "is_agent": "false",
        });
        let script = format!(
            "const values = {values};
            for (const [key, value] of Object.entries(values)) {{
                const holder = document.getElementById('field-form_' + key);
                if (!holder) continue;
                const radio = [...holder.querySelectorAll('input[type=radio]')].find((r) => r.value === value);
                if (radio) {{ radio.click(); continue; }}
                const field = holder.matches('input, select, textarea') ? holder : holder.querySelector('input, select, textarea');
                if (!field) continue;
                Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, value);
                field.dispatchEvent(new Event('input', {{ bubbles: true }}));
                field.dispatchEvent(new Event('change', {{ bubbles: true }}));
            }}"
        );
        self.window.script(&script).await.map(|_| ())
    }

    /// F9, and the number on the screen once it is on disk.
    async fn accept(&mut self) -> Result<String, Trouble> {
        self.shot("decide").await?;
        self.window.press("F9").await?;
        self.window.wait_for_text("已受理").await?;
        let text = self.window.text().await?;
        let number = text
            .split_whitespace()
            .find(|word| is_number(word))
            .ok_or("no number on the screen")?;
        let number = number.to_owned();
        let tour = self.tour;
        wait(PATIENCE, "the receipt on paper", || async {
            Ok(tour.paper("receipt").is_ok())
        })
        .await?;
        self.shot("accepted").await?;
        Ok(number)
    }

    async fn see_it_reported(&mut self, number: &str) -> Result<(), Trouble> {
        self.window.press("Escape").await?;
        self.open_by_name("同步中心").await?;
        self.window.wait_for_text("仅存本机").await?;
        self.shot("waiting").await?;
        let window = &self.window;
        wait(PATIENCE, "已上报", || async {
            window.press("F5").await?;
            Ok(window.text().await?.contains("全部已上报"))
        })
        .await?;
        self.shot("reported").await?;
        self.window.press("F3").await?;
        self.window.wait_for_text(&short(number)).await?;
        self.window.press("Down").await?;
        self.window.press("Enter").await?;
        self.window.wait_for_text("已分发").await?;
        self.shot("progress").await
    }

    /// Opens a screen through the palette.
    async fn open_by_name(&self, name: &str) -> Result<(), Trouble> {
        self.window.press("Control+k").await?;
        self.window.wait_for("[role=dialog] input").await?;
        self.window.fill("[role=dialog] input", name).await?;
        self.window.press("Enter").await
    }
}

fn is_number(word: &str) -> bool {
    let parts: Vec<_> = word.split('-').collect();
    parts.len() == 4 && parts[1].len() == 8 && parts[1].bytes().all(|b| b.is_ascii_digit())
}

/// `1122-0001` of `LY03-20261122-0001-J`, as lists show it.
fn short(number: &str) -> String {
    let parts: Vec<_> = number.split('-').collect();
    format!("{}-{}", &parts[1][4..], parts[2])
}

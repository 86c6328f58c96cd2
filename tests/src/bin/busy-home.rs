//! A demo home after years of work, for measurements: `busy-home --home DIR --matters N --cases N`.
//! Matters are the sample catalogue's under other codes and names; cases are those of sample people,
//! closed but for the newest, written as entries like any other, a thousand to a transaction.

#![allow(clippy::print_stdout)]

use std::{error::Error, path::Path, sync::Arc};

use chrono::{NaiveDate, TimeDelta, Utc};
use uuid::Uuid;
use yichuang_app::{DemoOptions, Desk, Host};
use yichuang_domain::{
    Answers, CaseId, CaseState, FormValues, HandIn, IdKind, IdNumber, Matter, Person,
    RefusalGround, identity::Sex, matter::Material, person::Verified,
};
use yichuang_store::{Act, OpenMode, Store, SystemEntropy, Tx};
use yichuang_tests::kit::{SampleMatter, Who, assets, sample_id, sample_matters};
use yichuang_wire::{
    ClockState,
    payload::{Accepted, CaseDue, Payload, Received, Refused, TakenMaterial},
};

const IN_ONE: u32 = 1_000;
const CLERK: &str = "样例员";
/// Years the cases are spread over.
const DAYS: i64 = 3 * 365;
const FAMILY: [&str; 12] = [
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙",
];
const GIVEN: [&str; 16] = [
    "秀兰", "桂英", "建国", "志强", "玉梅", "德福", "淑珍", "永康", "凤霞", "长贵", "素云", "明远",
    "春花", "立新", "海涛", "小燕",
];

type Failure = Box<dyn Error + Send + Sync>;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().collect();
    let given = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name);
        at.and_then(|at| arguments.get(at + 1))
            .ok_or(format!("{name} is missing"))
    };
    let home = Path::new(given("--home")?).to_owned();
    let (matters, cases) = (given("--matters")?.parse()?, given("--cases")?.parse()?);
    let host = Host::command(home.clone(), assets());
    let mark = host.machine_mark.clone();
    let desk = Desk::open(host);
    desk.make_demo(&DemoOptions {
        platform: Some("http://127.0.0.1:9".to_owned()),
    })
    .map_err(|error| format!("{error:?}"))?;
    let clerk = Who::Clerk;
    desk.sign_in_by_name(clerk.name(), clerk.password())
        .map_err(|error| format!("{error:?}"))?;
    publish(&desk, matters)?;
    desk.close();
    let holder = "busy-home".to_owned();
    let store = Store::open(
        &home,
        OpenMode::Write { holder },
        &mark,
        Arc::new(SystemEntropy),
        Utc::now(),
    )?;
    for first in (0..cases).step_by(IN_ONE as usize) {
        let last = cases.min(first + IN_ONE);
        store.write(|tx| (first..last).try_for_each(|n| take_in(tx, n, cases)))?;
    }
    println!("home {} matters {matters} cases {cases}", home.display());
    Ok(())
}

/// The sample matters again and again, each time under another code and name.
fn publish(desk: &Desk, wanted: usize) -> Result<(), Failure> {
    let samples = sample_matters();
    let further = (samples.len()..wanted).map(|n| {
        let mut matter: Matter = samples[n % samples.len()].matter.clone();
        let round = n / samples.len();
        let base = format!("37{n:010}");
        let head = matter.code.as_str()[..19].to_owned();
        matter.code = format!("{head}{base}").parse()?;
        matter.base_code = base;
        matter.name = format!("{}（第{round}类）", matter.name);
        Ok(matter)
    });
    let further = further.collect::<Result<Vec<Matter>, Failure>>()?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("matters.json");
    std::fs::write(&file, serde_json::to_vec(&further)?)?;
    let result = desk
        .import_catalogue(&file)
        .map_err(|error| format!("{error:?}"))?;
    if result.refused.is_empty() {
        Ok(())
    } else {
        Err(format!("{:?}", result.refused[0]).into())
    }
}

/// One case, received and decided years or days ago.
fn take_in(tx: &mut Tx<'_>, n: u32, of: u32) -> Result<(), Failure> {
    let samples = sample_matters();
    let sample = &samples[n as usize % samples.len()];
    let at = Utc::now() - TimeDelta::days(DAYS - DAYS * i64::from(n) / i64::from(of.max(1)));
    let case = CaseId(Uuid::from_u128(u128::from(n) + 1));
    let write = |tx: &mut Tx<'_>, payload: Payload| {
        tx.append(Act {
            payload,
            case: Some(case),
            actor: None,
            at,
            clock: ClockState::Trusted,
        })
    };
    let received = received(tx, n, sample, at.date_naive())?;
    let decided = decided(&received);
    write(tx, received.into())?;
    write(tx, decided)?;
    tx.count_use(&sample.matter.code)?;
    Ok(())
}

fn received(
    tx: &mut Tx<'_>,
    n: u32,
    sample: &SampleMatter,
    day: NaiveDate,
) -> Result<Received, Failure> {
    let matter = tx.matter_ref(&sample.matter.code)?;
    let enrolment = tx.identity().enrolment.clone();
    let materials = sample.matter.materials.iter().take(5);
    Ok(Received {
        number: tx.next_number(day)?,
        matter: matter.ok_or("no such matter")?,
        applicant: somebody(n)?,
        agent: None,
        credit: None,
        answers: Answers::new(),
        form: FormValues::new(),
        materials: materials.map(seen).collect(),
        signed: Vec::new(),
        unsigned: Vec::new(),
        chain: None,
        slip: None,
        out_of_hours: false,
        green_lane: None,
        characters: Vec::new(),
        mandate: None,
        visit: None,
        received_on: day,
        notify_by: None,
        point: enrolment.point,
        window: enrolment.window,
        clerk: CLERK.to_owned(),
    })
}

fn seen(material: &Material) -> TakenMaterial {
    TakenMaterial {
        id: material.id.to_string(),
        name: material.name.clone(),
        how: Some(HandIn::OriginalSeen),
        consented: false,
        because: None,
        pages: None,
        files: Vec::new(),
        supply_by: None,
        note: None,
        certificate: None,
    }
}

/// What is older than its promise is closed, or every one of them would be overdue.
fn decided(received: &Received) -> Payload {
    let (number, day) = (received.number.clone(), received.received_on);
    let promised = day + TimeDelta::days(14);
    let clerk = CLERK.to_owned();
    if promised < Utc::now().date_naive() {
        return Payload::from(Refused {
            number,
            ground: RefusalGround::ALL[0],
            explanation: "样例原因".to_owned(),
            competent: None,
            refused_on: day,
            clerk,
        });
    }
    Payload::from(Accepted {
        number,
        state: CaseState::Accepted,
        accepted_on: day,
        promised: Some(CaseDue {
            date: promised,
            provisional: false,
        }),
        statutory: None,
        signed: Vec::new(),
        unsigned: Vec::new(),
        clerk,
    })
}

fn somebody(n: u32) -> Result<Person, Failure> {
    let at = n as usize;
    let name = format!(
        "{}{}",
        FAMILY[at % FAMILY.len()],
        GIVEN[at / FAMILY.len() % GIVEN.len()]
    );
    let id = IdNumber::parse(IdKind::Citizen, &sample_id(n % 20_000))
        .map_err(|problem| problem.rule().to_owned())?;
    Ok(Person {
        name,
        id,
        sex: Some(Sex::Female),
        birth: None,
        ethnicity: None,
        address: None,
        phone: None,
        verified: Verified::SeenByClerk,
    })
}

//! Taking a case's fields over to a department's own system.

use std::collections::BTreeSet;

use yichuang_app::ipc::{
    AmendCase, AmendedField, CaseRef, ErrorCode, ExportFields, NoteTranscribed, SearchCases,
    Transcript,
};
use yichuang_tests::kit::{Counter, Who, an_application, sample_id};

fn transcript(counter: &Counter, number: &str) -> Transcript {
    let number = number.to_owned();
    counter.desk.transcript(CaseRef { number }).unwrap()
}

fn value<'a>(transcript: &'a Transcript, key: &str) -> Option<&'a str> {
    let mut fields = transcript.fields.iter();
    fields
        .find(|field| field.key == key)
        .map(|field| field.value.as_str())
}

#[test]
fn the_fields_come_in_clear_in_the_order_of_the_form_and_whoever_looked_is_on_the_record() {
    let counter = Counter::open();
    let number = counter.accept(&an_application()).number;
    let shown = transcript(&counter, &number);
    assert_eq!(
        value(&shown, "applicant.id_number"),
        Some(sample_id(0).as_str())
    );
    let labelled = shown
        .fields
        .iter()
        .skip_while(|field| field.label.is_empty());
    let form: Vec<_> = labelled.map(|field| field.key.as_str()).collect();
    let filled = counter.show(&number).form;
    let expected = filled.iter().filter(|field| !field.value.is_empty());
    let expected: Vec<_> = expected
        .map(|field| format!("form.{}", field.key))
        .collect();
    assert_eq!(form, expected);
    assert!(shown.fields.iter().all(|field| !field.value.is_empty()));
    let looked = counter.show(&number).events;
    assert_eq!(looked.last().unwrap().kind, "unmasked");
    counter.assert_sound();
}

#[test]
fn how_many_fields_were_taken_over_is_counted_and_only_fields_of_the_form_count() {
    let counter = Counter::open();
    let number = counter.accept(&an_application()).number;
    let fields: Vec<_> = transcript(&counter, &number).fields;
    let mut taken: Vec<_> = fields
        .iter()
        .take(3)
        .map(|field| field.key.clone())
        .collect();
    taken.push("form.不存在".to_owned());
    let note = |fields: Vec<String>| {
        let number = number.clone();
        counter
            .desk
            .note_transcribed(NoteTranscribed { number, fields })
    };
    note(taken).unwrap();
    let events = counter.show(&number).events;
    let event = events.last().unwrap();
    assert_eq!(
        (event.kind.as_str(), event.params["fields"].as_str()),
        ("transcribed", "3")
    );
    assert_eq!(note(Vec::new()).unwrap_err().code, ErrorCode::InputShape);
    counter.assert_sound();
}

#[test]
fn an_administrator_sees_nobodys_fields() {
    let counter = Counter::open();
    let number = counter.accept(&an_application()).number;
    counter.sign_in(Who::Administrator);
    let refused = counter.desk.transcript(CaseRef { number }).unwrap_err();
    assert_eq!(refused.code, ErrorCode::RoleMissing);
}

fn of_allowance(numbers: Vec<String>, search: Option<SearchCases>) -> ExportFields {
    ExportFields {
        matter: an_application().code().to_owned(),
        numbers,
        search,
    }
}

fn everything() -> SearchCases {
    SearchCases {
        text: String::new(),
        period: "all".to_owned(),
        state: String::new(),
        sync: String::new(),
        tally: String::new(),
        offset: 0,
        limit: 1,
    }
}

/// The rows of a table of quoted cells that hold no line ends.
fn rows(table: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(table).unwrap();
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let cells = |line: &str| {
        let cells = line[1..line.len() - 1].split("\",\"");
        cells.map(|cell| cell.replace("\"\"", "\"")).collect()
    };
    text.split_terminator("\r\n").map(cells).collect()
}

#[test]
fn cases_of_a_matter_go_into_one_table_and_every_field_counts_as_taken_over() {
    let counter = Counter::open();
    let first = counter.accept(&an_application().by_number(1)).number;
    let formula = an_application().by("=样例\"公式", &sample_id(2));
    let second = counter.accept(&formula).number;
    counter.accept(&an_application().by_number(3).for_matter("法律援助申请"));

    let input = of_allowance(Vec::new(), Some(everything()));
    let kept = counter.desk.export_fields(input).unwrap();
    assert_eq!(kept.cases, 2);
    let table = rows(&std::fs::read(&kept.place).unwrap());
    assert_eq!(table.len(), 3, "a head and two cases");
    assert_eq!(table[0][..3], ["受理号", "收件日期", "申请人姓名"]);
    assert!(table.iter().all(|row| row.len() == table[0].len()));
    let names: BTreeSet<&String> = table[0].iter().collect();
    assert_eq!(names.len(), table[0].len(), "no two columns have one name");
    let row = |number: &String| table.iter().find(|row| row[0] == *number).unwrap();
    assert_eq!(row(&first)[3], sample_id(1));
    assert_eq!(row(&second)[2], " =样例\"公式", "no formula");
    for number in [&first, &second] {
        let shown = transcript(&counter, number).fields;
        for field in shown.iter().filter(|field| !field.label.is_empty()) {
            // A form that asks for the applicant's name has it beside the applicant's own.
            let beside = format!("{}（{}）", field.label, &field.key["form.".len()..]);
            let at = table[0].iter().position(|label| *label == beside);
            let at = at.or_else(|| table[0].iter().position(|label| *label == field.label));
            let cell = row(number)[at.unwrap()].trim_start();
            assert_eq!(cell, field.value.trim_start(), "{}", field.label);
        }
        let events = counter.show(number).events;
        let taken = events.iter().rfind(|event| event.kind == "transcribed");
        assert_eq!(taken.unwrap().params["fields"], shown.len().to_string());
        assert!(events.iter().any(|event| event.kind == "unmasked"));
    }
    counter.assert_sound();
}

#[test]
fn a_table_is_of_one_matter_of_some_cases_and_for_those_who_may_see_them() {
    let counter = Counter::open();
    let number = counter.accept(&an_application()).number;
    let other = an_application().by_number(3).for_matter("法律援助申请");
    let other = counter.accept(&other).number;
    let entries = counter.show(&number).events.len();
    for (input, reason) in [
        (of_allowance(Vec::new(), None), "cases"),
        (of_allowance(vec![number.clone(); 501], None), "cases"),
        (of_allowance(vec![number.clone(), other], None), "matter"),
        (
            of_allowance(vec![number.clone()], Some(everything())),
            "selection",
        ),
    ] {
        let refused = counter.desk.export_fields(input).unwrap_err();
        assert_eq!(refused.code, ErrorCode::InputShape, "{reason}");
        assert_eq!(refused.params["reason"], reason);
    }
    let unknown = of_allowance(vec!["370481260101T0100019".to_owned()], None);
    assert!(counter.desk.export_fields(unknown).is_err());
    assert_eq!(counter.show(&number).events.len(), entries);
    counter.sign_in(Who::Administrator);
    let refused = counter.desk.export_fields(of_allowance(vec![number], None));
    assert_eq!(refused.unwrap_err().code, ErrorCode::RoleMissing);
}

#[test]
fn what_was_put_right_is_taken_over_as_it_reads_now() {
    let counter = Counter::open();
    let number = counter.receive(&an_application()).number;
    let amended = AmendCase {
        number: number.clone(),
        changes: vec![AmendedField {
            field: "applicant.name".to_owned(),
            is: "样例改名".to_owned(),
        }],
        reason: "录错了字".to_owned(),
    };
    counter.desk.amend_case(amended).unwrap();
    let shown = transcript(&counter, &number);
    assert_eq!(value(&shown, "applicant.name"), Some("样例改名"));
}

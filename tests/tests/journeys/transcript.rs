//! Taking a case's fields over to a department's own system.

use yichuang_app::ipc::{CaseRef, ErrorCode, NoteTranscribed, Transcript};
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

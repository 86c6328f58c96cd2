//! Form values.

use proptest::prelude::*;
use yichuang_domain::form::{FieldProblem, FormValues, check_form};
use yichuang_domain::matter::{AskFieldIf, FieldType, FormField};

fn field(key: &str, field_type: FieldType, required: bool) -> FormField {
    let options = if matches!(field_type, FieldType::Enum | FieldType::Several) {
        vec!["甲".to_owned(), "乙".to_owned()]
    } else {
        Vec::new()
    };
    FormField {
        key: key.to_owned(),
        label: key.to_owned(),
        field_type,
        required,
        options,
        fill_from: None,
        hint: String::new(),
        ask_if: None,
    }
}

fn problems(field_type: FieldType, value: &str) -> Vec<FieldProblem> {
    let values = FormValues::from([("f".to_owned(), value.to_owned())]);
    check_form(&[field("f", field_type, false)], &values)
}

#[test]
fn each_type_takes_what_it_should_and_names_what_it_should_not() {
    use FieldType as T;
    let table: &[(T, &str, Option<&str>)] = &[
        (T::Text, "王秀兰", None),
        (T::Text, "两\n行", Some("control_char")),
        (T::Text, "王\u{202e}兰", Some("control_char")),
        (T::Multiline, "两\n行", None),
        (T::Multiline, "铃\u{7}", Some("control_char")),
        (T::Address, "石桥村12号", None),
        (T::IdCard, "11010519491231002X", None),
        (T::IdCard, "931840199001010011", None),
        (T::IdCard, "110105194912310021", Some("id_check_digit")),
        (T::IdCard, "110105491231002", Some("id_old_fifteen")),
        (T::IdCard, "1101", Some("id_length")),
        (T::Uscc, "91440300708461136T", None),
        (T::Uscc, "914403007084611361", Some("uscc_check")),
        (T::Phone, "13812346120", None),
        (T::Phone, "0632-5512345", None),
        (T::Phone, "12", Some("phone")),
        (T::Date, "2026-02-28", None),
        (T::Date, "2026-02-30", Some("not_a_date")),
        (T::Date, "2026-2-8", Some("not_a_date")),
        (T::Date, "20260228", Some("not_a_date")),
        (T::Enum, "乙", None),
        (T::Enum, "丙", Some("option")),
        (T::Several, "甲", None),
        (T::Several, "甲\n乙", None),
        (T::Several, "乙\n甲", Some("option")),
        (T::Several, "甲\n甲", Some("option")),
        (T::Several, "甲\n丙", Some("option")),
        (T::Month, "2026-02", None),
        (T::Month, "2026-13", Some("not_a_month")),
        (T::Month, "2026-2", Some("not_a_month")),
        (T::Quantity, "3.5", None),
        (T::Quantity, "0.3333", None),
        (T::Quantity, "0.33333", Some("quantity")),
        (T::Quantity, "-3", Some("quantity")),
        (T::Quantity, "三亩", Some("quantity")),
        (T::Money, "1234.50", None),
        (T::Money, "0", None),
        (T::Money, "1234.505", Some("money")),
        (T::Money, "-1", Some("money")),
        (T::Money, "1,234", Some("money")),
        (T::Money, "1e9", Some("money")),
        (T::Money, ".5", Some("money")),
        (T::Int, "42", None),
        (T::Int, "-3", None),
        (T::Int, "4.2", Some("not_a_number")),
        (T::Int, "４２", Some("not_a_number")),
        (T::BankCard, "6217 0000 0000 0421", None),
        (T::BankCard, "6217", Some("bankcard")),
        (T::Bool, "true", None),
        (T::Bool, "是", Some("bool")),
    ];
    for (field_type, value, rule) in table {
        let found: Vec<String> = problems(*field_type, value)
            .into_iter()
            .map(|problem| problem.rule)
            .collect();
        let expected: Vec<String> = rule.iter().map(|rule| (*rule).to_owned()).collect();
        assert_eq!(found, expected, "{field_type} {value:?}");
    }
}

#[test]
fn every_value_has_a_bound_in_code_points() {
    assert_eq!(problems(FieldType::Text, &"䶮".repeat(200)), []);
    let long = problems(FieldType::Text, &"䶮".repeat(201));
    assert_eq!(long[0].rule, "too_long");
    assert_eq!(long[0].params["max"], "200");
    assert_eq!(problems(FieldType::Multiline, &"字".repeat(4000)), []);
    assert_eq!(
        problems(FieldType::Multiline, &"字".repeat(4001))[0].rule,
        "too_long"
    );
}

#[test]
fn a_required_field_may_be_neither_missing_nor_blank() {
    let fields = [
        field("a", FieldType::Text, true),
        field("b", FieldType::Text, false),
    ];
    for values in [
        FormValues::new(),
        FormValues::from([
            ("a".to_owned(), " 　".to_owned()),
            ("b".to_owned(), String::new()),
        ]),
    ] {
        let found = check_form(&fields, &values);
        assert_eq!(found, [FieldProblem::new("a", "required")]);
    }
}

#[test]
fn a_value_for_a_field_the_form_does_not_have_is_refused() {
    let values = FormValues::from([("surprise".to_owned(), "x".to_owned())]);
    assert_eq!(
        check_form(&[], &values),
        [FieldProblem::new("surprise", "unknown_field")]
    );
    let flood: FormValues = (0..2000)
        .map(|at| (at.to_string(), String::new()))
        .collect();
    assert_eq!(check_form(&[], &flood)[0].rule, "too_many");
}

proptest! {
    #[test]
    fn no_value_makes_a_check_panic(value in "\\PC{0,60}") {
        for field_type in FieldType::ALL {
            let _ = problems(*field_type, &value);
        }
    }
}

/// 是否残疾 → 残疾类别 → 其他类别: a chain of conditions.
fn conditional() -> [FormField; 3] {
    let asked_if = |field: &str, value: &str| {
        Some(AskFieldIf {
            field: field.to_owned(),
            value: value.to_owned(),
        })
    };
    let disabled = field("disabled", FieldType::Bool, true);
    let kind = FormField {
        ask_if: asked_if("disabled", "true"),
        ..field("kind", FieldType::Enum, true)
    };
    let which = FormField {
        ask_if: asked_if("kind", "乙"),
        ..field("which", FieldType::Text, true)
    };
    [disabled, kind, which]
}

fn rules(values: &[(&str, &str)]) -> Vec<(String, String)> {
    let values = values.iter();
    let values: FormValues = values
        .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
        .collect();
    let problems = check_form(&conditional(), &values).into_iter();
    problems.map(|one| (one.field, one.rule)).collect()
}

#[test]
fn a_conditional_field_is_asked_only_when_its_cause_has_the_value() {
    let said = |field: &str, rule: &str| (field.to_owned(), rule.to_owned());
    assert_eq!(rules(&[("disabled", "false")]), []);
    let open = rules(&[("disabled", "true")]);
    assert_eq!(open, [said("kind", "required")]);
    let deeper = rules(&[("disabled", "true"), ("kind", "乙")]);
    assert_eq!(deeper, [said("which", "required")]);
    let full = [("disabled", "true"), ("kind", "乙"), ("which", "某类")];
    assert_eq!(rules(&full), []);
}

#[test]
fn a_value_nobody_asked_for_is_a_problem_and_so_is_one_behind_a_hidden_cause() {
    let said = |field: &str| (field.to_owned(), "not_asked".to_owned());
    assert_eq!(
        rules(&[("disabled", "false"), ("kind", "甲")]),
        [said("kind")]
    );
    let behind = [("disabled", "false"), ("kind", "乙"), ("which", "某类")];
    assert_eq!(rules(&behind), [said("kind"), said("which")]);
}

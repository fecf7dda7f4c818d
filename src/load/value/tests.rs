use super::*;
use crate::model::Opt;
use crate::text::ron_options;

fn opt(id: &str, alone: bool) -> Opt {
    Opt { id: id.into(), label: "…".into(), hint: None, alone, risk: false, was: Vec::new() }
}

fn of_json(kind: &Kind, json: &str) -> Result<Value, String> {
    let loose: Loose = serde_json::from_str(json).expect("the JSON is sound");
    value(kind, &loose).map_err(|unfit| unfit.message)
}

fn some(ids: &[&str]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

#[test]
fn each_kind_takes_its_own_shape() {
    let options = vec![opt("b", false), opt("a", false), opt("none", true)];
    let choice = Kind::Choice(options.clone());
    let choices = Kind::Choices(options);
    let number = Kind::Number { unit: None, least: None, most: Some(50.into()) };
    let rows = Kind::Rows("r".into());
    let scale = Kind::Scale { low: "l".into(), high: "h".into() };
    let (short, long) = (Kind::Text(Length::Short), Kind::Text(Length::Long));
    let euros = Value::Money { amount: Decimal::new(120_050, 2), currency: "EUR".into() };
    let leap = NaiveDate::from_ymd_opt(2024, 2, 29).expect("the day exists");
    let cases: Vec<(&Kind, &str, Result<Value, &str>)> = vec![
        (&Kind::YesNo, "true", Ok(Value::YesNo(true))),
        (&Kind::YesNo, "\"yes\"", Err("it wants yes or no, not the text `yes`")),
        (&choice, "\"a\"", Ok(Value::Choice("a".into()))),
        (&choice, "\"c\"", Err("the question has no option `c`")),
        (&choice, "[\"a\"]", Err("it wants one of its options, not a list")),
        (&choices, "[\"a\", \"b\"]", Ok(Value::Choices(some(&["b", "a"])))),
        (&choices, "[\"a\", \"a\"]", Err("`a` is chosen twice")),
        (&choices, "[\"none\", \"a\"]", Err("`none` can only be chosen alone")),
        (&choices, "[]", Err("at least one must be chosen")),
        (&choices, "[1]", Err("it wants a list of its options, not a list of anything else")),
        (&short, "\" Acme \\u202e\"", Ok(Value::Text("Acme".into()))),
        (&short, "\"a\\nb\"", Err("the text must be a single line")),
        (&short, "\"\\u0007\"", Err("the text is empty")),
        (&long, "\"\\r\\na\\r\\nb\\n\"", Ok(Value::Text("a\nb".into()))),
        (&number, "49.1", Ok(Value::Number(Decimal::new(491, 1)))),
        (&number, "\"0.1\"", Ok(Value::Number(Decimal::new(1, 1)))),
        (&number, "51", Err("the number must be 50 or less")),
        (&number, "\"many\"", Err("it wants a number, not the text `many`")),
        (&Kind::Money, r#"{"amount": 1200.5, "currency": "EUR"}"#, Ok(euros.clone())),
        (&Kind::Money, r#"{"currency": "EUR", "amount": "1200.50"}"#, Ok(euros)),
        (
            &Kind::Money,
            r#"{"amount": 1, "currency": "EUR", "x": 1}"#,
            Err("it wants an amount with its currency, not a record"),
        ),
        (
            &Kind::Money,
            r#"{"amount": 0.001, "currency": "EUR"}"#,
            Err("an amount in EUR has at most 2 decimals"),
        ),
        (&Kind::Money, r#"{"amount": 1, "currency": "eur"}"#, Err("`eur` is not a currency code")),
        (&Kind::Date, "\"2024-02-29\"", Ok(Value::Date(leap))),
        (&Kind::Date, "\"2023-02-29\"", Err("it wants a date, not the text `2023-02-29`")),
        (&Kind::Date, "\"2024-2-29\"", Err("it wants a date, not the text `2024-2-29`")),
        (&Kind::Country, "\"IN\"", Ok(Value::Country("IN".into()))),
        (&Kind::Country, "\"India\"", Err("`India` is not a country code")),
        (&scale, "5", Ok(Value::Scale(5))),
        (&scale, "6", Err("the step must be a whole number from 1 to 5")),
        (&scale, "-1", Err("the step must be a whole number from 1 to 5")),
        (&scale, "257", Err("the step must be a whole number from 1 to 5")),
        (&scale, "2.5", Err("it wants a step from 1 to 5, not a number")),
        (&rows, "[\"r1\"]", Ok(Value::Rows(some(&["r1"])))),
        (&rows, "[]", Ok(Value::Rows(vec![]))),
        (&rows, "null", Err("it wants a list of rows, not nothing")),
    ];
    for (kind, json, wanted) in cases {
        assert_eq!(of_json(kind, json), wanted.map_err(str::to_owned), "{json}");
    }
}

#[test]
fn a_ron_value_is_the_same_as_a_json_value() {
    for (ron, json) in [
        ("(amount: 1200.5, currency: \"EUR\")", r#"{"amount": 1200.5, "currency": "EUR"}"#),
        ("Some([\"a\", 'b', 0.1, true])", r#"["a", "b", 0.1, true]"#),
        ("-12", "-12"),
        ("()", "null"),
    ] {
        let ron: Loose = ron_options().from_str(ron).expect("the RON is sound");
        let json: Loose = serde_json::from_str(json).expect("the JSON is sound");
        assert_eq!(ron, json);
    }
}

#[test]
fn what_was_meant_is_offered() {
    let choice = Kind::Choice(vec![opt("customer", false), opt("vendor", false)]);
    let help =
        |kind: &Kind, text: &str| value(kind, &Loose::Text(text.into())).err().and_then(|unfit| unfit.help);
    assert_eq!(help(&choice, "costumer").as_deref(), Some("Did you mean `customer`?"));
    assert_eq!(help(&Kind::Country, "vietnam").as_deref(), Some("Did you mean `VN`, Vietnam?"));
    assert_eq!(help(&Kind::Country, "in").as_deref(), Some("Did you mean `IN`, India?"));
}

#[test]
fn a_number_whose_digits_a_double_loses_is_refused_rather_than_rounded() {
    for number in ["12345678901234567.89", "99999999999999999999", "1e300"] {
        let error = serde_json::from_str::<Loose>(number).expect_err(number).to_string();
        assert!(error.starts_with("the number is too large or too long to be read exactly"), "{error}");
        assert!(ron_options().from_str::<Loose>(number).is_err(), "{number}");
    }
    let exact = of_json(&Kind::Number { unit: None, least: None, most: None }, "\"12345678901234567.89\"");
    assert_eq!(exact, Ok(Value::Number(Decimal::new(1_234_567_890_123_456_789, 2))));
}

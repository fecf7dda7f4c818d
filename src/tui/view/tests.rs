//! Screens as they are seen, at the three sizes; and that none of them ever fails.

mod comfort;
mod fixture;
mod report;

use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use tui_input::Input;

use self::fixture::*;
use super::{furthest, view};
use crate::engine::Step;
use crate::model::{Act, Speaker, Value};
use crate::text::{clean, clean_line, width};
use crate::tui::editor::{Editor, area};
use crate::tui::model::{Beside, Desk, Filter, Home, Jump, Model, Notice, Overlay, Review, Screen};
use crate::tui::theme::Theme;

const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (50, 20)];

/// The screen as text, and where the cursor stands if it is shown.
fn screen(model: &Model, (columns, rows): (u16, u16)) -> String {
    let terminal = drawn(model, (columns, rows));
    let (backend, position) = (terminal.backend(), terminal.backend().cursor_position());
    let cursor = if backend.cursor_visible() {
        format!("cursor at {},{}", position.x, position.y)
    } else {
        "no cursor".to_owned()
    };
    format!("{}\n{cursor}", text(backend.buffer()))
}

/// The rows as a person sees them: a wide character hides the cell behind it.
fn text(buffer: &Buffer) -> String {
    let row = |cells: &[Cell]| {
        let mut line = String::new();
        let mut hidden = 0;
        for cell in cells {
            if hidden == 0 {
                line.push_str(cell.symbol());
                hidden = width(cell.symbol()).max(1);
            }
            hidden -= 1;
        }
        line.trim_end().to_owned()
    };
    let rows = buffer.content().chunks(buffer.area.width.into()).map(row);
    rows.collect::<Vec<_>>().join("\n")
}

/// Draws, and looks whether anything on the screen could steer the terminal or reorder what is read.
fn drawn(model: &Model, (columns, rows): (u16, u16)) -> Terminal<TestBackend> {
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).expect("a terminal");
    terminal.draw(|frame| view(model, frame)).expect("a frame");
    for cell in terminal.backend().buffer().content() {
        assert_eq!(clean(cell.symbol()), cell.symbol());
    }
    terminal
}

/// Compares the screen with what was looked at and found good, at each size.
fn golden(name: &str, model: &Model) {
    for (columns, rows) in SIZES {
        insta::assert_snapshot!(format!("{name}-{columns}x{rows}"), screen(model, (columns, rows)));
    }
}

fn acme() -> Desk {
    desk("Acme → Bengaluru", underway())
}

fn over(mut desk: Desk, overlay: Overlay) -> Model {
    desk.overlay = Some(overlay);
    on(desk)
}

/// Acts that come to the questions on joint ownership.
fn joint() -> Vec<Act> {
    let mut acts = underway();
    acts.push(say("improvements", "", choice("joint")));
    acts.push(say("joint_agreed", "", Value::YesNo(false)));
    acts
}

/// Acts that bring an interview to its end, with one question passed over.
fn to_the_end() -> Vec<Act> {
    let mut acts = joint();
    acts.push(say("improvements", "", choice("open")));
    acts.push(say("assignment", "", Value::YesNo(false)));
    acts.push(say("marked", "", Value::YesNo(true)));
    acts
}

/// A desk with something typed into its field.
fn typed(mut desk: Desk, text: &str) -> Desk {
    if let Some(editor) = &mut desk.editor {
        editor.paste(text);
    }
    desk
}

/// A desk whose cursor was moved down so many times.
fn down(mut desk: Desk, times: usize) -> Desk {
    for _ in 0..times {
        if let Some(editor) = &mut desk.editor {
            editor.key(crossterm::event::KeyCode::Down.into());
        }
    }
    desk
}

#[test]
fn home_screens() {
    golden("home-empty", &model(Screen::Home(Home::default())));
    golden("home-cards", &model(Screen::Home(home())));
    let mut nothing_found = home();
    nothing_found.filter = Input::new("zebra".to_owned());
    nothing_found.selected = 0;
    golden("home-nothing-found", &model(Screen::Home(nothing_found)));
    golden("home-naming", &model(Screen::Home(naming("Acme → पुणे", false))));
    golden("home-express", &model(Screen::Home(naming("", true))));
    golden("home-one-path", &model(Screen::Home(Home { offer: None, ..naming("", false) })));
    golden("home-help", &model(Screen::Home(Home { help: true, ..home() })));
    let mut trouble = model(Screen::Home(Home { selected: 5, ..home() }));
    trouble.notice = Some(Notice::problem(
        "This interview was written by a newer Safeshore (format 2, this one reads format 1).\nNothing was changed. \
         Install the newer version to go on.",
    ));
    golden("home-trouble", &trouble);
}

#[test]
fn fields() {
    golden("pick", &on(down(acme(), 2)));
    golden("pick-unmoved", &on(acme()));
    golden("pick-answered", &on(at(acme(), "partner_nda", "p1")));
    let mut parks = at(desk("Acme → Bengaluru", joint()), "improvements", "");
    if let Some(editor) = &mut parks.editor {
        editor.key(crossterm::event::KeyCode::Up.into());
    }
    golden("pick-parks", &on(parks));
    golden("tick", &on(down(at(acme(), "goals", ""), 8)));
    golden("tick-rows", &on(at(acme(), "partner_receives", "p1")));
    golden("scale", &on(at(acme(), "loss", "")));
    golden("field-state", &on(at(acme(), "worth", "")));
    golden("field-number", &on(at(acme(), "people", "")));
    golden("page", &on(at(acme(), "story", "")));
    golden("search", &on(typed(at(acme(), "partner_country", "p1"), "x")));
    golden("search-found", &on(down(typed(at(desk("New", Vec::new()), "home_country", ""), "united"), 1)));
}

#[test]
fn countries_and_their_law() {
    let mut acts = underway();
    acts.push(say("asset_kind", "a1", choice("patent")));
    let countries = Value::Countries(vec!["DE".to_owned(), "VN".to_owned()]);
    acts.push(say("asset_countries", "a1", countries));
    let patent = at(desk("Acme → Bengaluru", acts), "asset_countries", "a1");
    golden("countries", &on(typed(patent, "united")));
    golden("context-law", &over(at(acme(), "partner_nda", "p1"), Overlay::Context(0)));
}

#[test]
fn lists_of_rows() {
    let mut first = desk("Acme → Bengaluru", underway()[..8].to_vec());
    golden("rows-first", &on(typed(first, "Pump firm")));
    first = acme();
    fixture::go(&mut first, Step::Rows("partners".to_owned()));
    golden("rows-complete", &on(first));
    let mut open = desk("Acme → Bengaluru", underway()[..17].to_vec());
    fixture::go(&mut open, Step::Rows("partners".to_owned()));
    golden("rows-open", &on(open));
}

#[test]
fn the_end() {
    golden("end-unanswered", &on(at_the_end(desk("Acme → Bengaluru", to_the_end()))));
    let mut acts = to_the_end();
    acts.push(say("arbitration", "", Value::YesNo(true)));
    acts.push(say("improvements", "", choice("we")));
    golden("end-complete", &on(at_the_end(desk("Acme → Bengaluru", acts))));
}

#[test]
fn the_express_path() {
    golden("express", &on(at(desk("Acme → Bengaluru", express(&underway()[8..])), "improvements", "")));
    golden("express-end", &on(at_the_end(desk("Acme → Bengaluru", express(&underway()[8..])))));
}

#[test]
fn overlays() {
    golden("help", &over(acme(), Overlay::Help(0)));
    golden("help-scrolled", &over(acme(), Overlay::Help(usize::MAX)));
    let note = "Ask Meera what the draft says.\nShe has the second version.";
    golden("note", &over(acme(), Overlay::Note(place("improvements", ""), Box::new(area(note)))));
    golden("state", &over(acme(), Overlay::State(2)));
    golden(
        "findings",
        &over(desk("Acme → Bengaluru", to_the_end()), Overlay::Findings { chosen: 1, scrolled: 0 }),
    );
    for (name, filter) in
        [("unanswered", Filter::Unanswered), ("all", Filter::All), ("parked", Filter::Parked)]
    {
        let review = Review { filter, selected: if filter == Filter::All { 16 } else { 0 } };
        golden(
            &format!("review-{name}"),
            &over(desk("Acme → Bengaluru", to_the_end()), Overlay::Review(review)),
        );
    }
    let open = Review { filter: Filter::Open, selected: 1 };
    golden("review-open", &over(acme(), Overlay::Review(open)));
    let desk = acme();
    let jump =
        Jump { input: Input::new("own".to_owned()), matches: desk.interview.steps().to_vec(), selected: 3 };
    golden("jump", &over(desk, Overlay::Jump(jump)));
    golden("context", &over(down(acme(), 2), Overlay::Context(0)));
    golden("impact", &over(down(acme(), 2), Overlay::Impact(0)));
    golden("remove", &over(acme(), Overlay::Remove("partners".to_owned(), "p1".to_owned())));
}

#[test]
fn candidates_side_by_side() {
    let compare = |count, beside| over(desk("Acme → Bengaluru", partners(count)), Overlay::Compare(beside));
    golden("comparable", &on(desk("Acme → Bengaluru", partners(2))));
    golden("weight", &on(at(desk("Acme → Bengaluru", partners(2)), "weigh_secrecy", "")));
    golden("compare", &compare(2, Beside::default()));
    golden("compare-many", &compare(5, Beside { criterion: 1, candidate: 3, scrolled: 0 }));
    golden("compare-scrolled", &compare(5, Beside { criterion: 0, candidate: 1, scrolled: 99 }));
    golden("compare-one", &compare(1, Beside::default()));
}

#[test]
fn notices_and_speaker() {
    let mut told = on(acme());
    told.notice = Some(Notice::info("The report is saved: /home/me/Acme → Bengaluru.html"));
    told.speaker = Speaker::Counsel;
    golden("notice", &told);
    told.notice = Some(Notice::problem(
        "The answer could not be saved: the disk is full.\nEverything up to the last question is on the disk. \
         Make room, then press Enter again.",
    ));
    golden("problem", &told);
}

/// Wide characters, right-to-left words, emoji and control characters, in every place that a person can fill.
fn strange() -> Desk {
    let mut acts = underway();
    acts[3] =
        say("story", "", words("源代码和图纸交给对方。\nمشروع القاهرة\n👩\u{200d}🔬 e\u{301}\u{301} नमस्ते"));
    acts[8] = say("asset_name", "a1", words("源代码 👩\u{200d}🔬\u{202e}\u{1b}[31m"));
    acts[13] = say("partner_name", "p1", words("深圳市某某电子科技有限公司与合作伙伴们"));
    acts.push(Act::Note {
        at: place("improvements", ""), text: "ملاحظة: اسأل المحامي\n🚀".to_owned()
    });
    acts.push(say("assignment", "", Value::YesNo(false)));
    desk("深圳硬件外包项目 🚀 مشروع القاهرة \u{202e}evil", acts)
}

#[test]
fn wide_characters() {
    golden("strange", &on(down(at(strange(), "improvements", ""), 2)));
    golden("strange-page", &on(at(strange(), "story", "")));
    golden("strange-rows", &on(at(strange(), "partner_receives", "p1")));
    golden("strange-counsel", &on(at(strange(), "assignment", "")));
    golden("strange-findings", &over(strange(), Overlay::Findings { chosen: 0, scrolled: 0 }));
}

#[test]
fn too_small_a_window_says_so() {
    insta::assert_snapshot!("too-small", screen(&on(acme()), (30, 8)));
    insta::assert_snapshot!("just-large-enough", screen(&on(down(acme(), 2)), (40, 12)));
}

#[test]
fn without_colours_nothing_is_coloured_and_nothing_is_lost() {
    for mut model in models() {
        let coloured = screen(&model, (120, 40));
        model.theme = Theme::Plain;
        assert_eq!(screen(&model, (120, 40)), coloured);
        let terminal = drawn(&model, (120, 40));
        let plain = |cell: &Cell| cell.fg == Color::Reset && cell.bg == Color::Reset;
        assert!(terminal.backend().buffer().content().iter().all(plain));
    }
}

/// One model of each sort.
fn models() -> Vec<Model> {
    let ended = || desk("Acme → Bengaluru", to_the_end());
    let overlays = |desk: &dyn Fn() -> Desk| {
        let note = || Box::new(area("日本語の長い長い長い長い長い長い長い長い長い長いメモ\n\n👩\u{200d}🔬"));
        let jump = Jump {
            input: Input::new("日本".to_owned()),
            matches: desk().interview.steps().to_vec(),
            selected: 9,
        };
        [
            Overlay::Help(3),
            Overlay::Note(place("improvements", ""), note()),
            Overlay::State(3),
            Overlay::Findings { chosen: 1, scrolled: 0 },
            Overlay::Findings { chosen: 99, scrolled: 9 },
            Overlay::Review(Review { filter: Filter::All, selected: 12 }),
            Overlay::Review(Review { filter: Filter::Parked, selected: 99 }),
            Overlay::Jump(jump),
            Overlay::Context(7),
            Overlay::Impact(3),
            Overlay::Compare(Beside { criterion: 99, candidate: 99, scrolled: 3 }),
            Overlay::Remove("partners".to_owned(), "p1".to_owned()),
        ]
        .map(|overlay| over(desk(), overlay))
    };
    let mut models = vec![
        model(Screen::Home(home())),
        model(Screen::Home(Home::default())),
        model(Screen::Home(naming(&"長い名前".repeat(20), true))),
        model(Screen::Home(Home { help: true, ..home() })),
        on(desk("Empty", Vec::new())),
        over(desk("Many", partners(5)), Overlay::Compare(Beside { criterion: 2, candidate: 4, scrolled: 1 })),
        on(at_the_end(ended())),
        on(at_the_end(strange())),
        on(at_the_end(desk("Acme → Bengaluru", express(&underway()[8..])))),
    ];
    for (question, row) in
        [("goals", ""), ("story", ""), ("worth", ""), ("partner_country", "p1"), ("loss", "")]
    {
        models.push(on(typed(down(at(strange(), question, row), 5), "日本e\u{301}👩\u{200d}🔬")));
    }
    let mut rows = strange();
    fixture::go(&mut rows, Step::Rows("partners".to_owned()));
    models.push(on(typed(rows, "深圳市某某电子科技有限公司与合作伙伴们")));
    models.extend(report::models());
    models.extend(overlays(&strange));
    models.extend(overlays(&ended));
    for model in &mut models {
        if matches!(&model.screen, Screen::Desk(desk) if matches!(desk.editor, Some(Editor::Page(_)))) {
            model.notice = Some(Notice::problem("源代码 ".repeat(90)));
        }
    }
    models
}

#[test]
fn every_screen_can_be_drawn_at_every_small_size() {
    for model in models() {
        for columns in (1..48).step_by(3).chain([63, 64, 79, 80, 109, 110]) {
            for rows in [1, 2, 5, 11, 12, 13, 14, 17, 21] {
                drawn(&model, (columns, rows));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    /// Lines are broken by `text::width` and drawn by ratatui: where the two differ, words fall off the edge.
    #[test]
    fn a_text_takes_as_many_columns_as_it_is_measured(text in "\\PC{0,20}|[a-zस्त्रीक्षिమ్మ日👍é\u{0301}\u{200d}ｶﾞﾟ각ᄀ]{0,20}") {
        let text = clean_line(&text);
        let mut buffer = Buffer::empty(Rect::new(0, 0, 400, 1));
        let (end, _) = buffer.set_stringn(0, 0, &text, 400, Style::new());
        prop_assert_eq!(usize::from(end), width(&text), "{:?}", text);
    }

    #[test]
    fn no_size_and_no_text_fails(
        columns in 1u16..200,
        rows in 1u16..60,
        which in 0usize..1000,
        title in "[a-z 日👍é\u{0301}\u{202e}\u{1b}\u{200d}]{0,60}",
    ) {
        let mut models = models();
        let count = models.len();
        let model = &mut models[which % count];
        if let Screen::Desk(desk) = &mut model.screen {
            desk.session.header.title.clone_from(&title);
            if let Some(editor) = &mut desk.editor {
                // As `message` hands a paste on.
                editor.paste(&clean(&title));
            }
        }
        drawn(model, (columns, rows));
    }
}

//! A firm's look on a web page: its name and picture at the head, its colours and letters, its last words.

use std::fmt::Write;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use maud::{Markup, html};

use super::head::quoted;
use crate::report::document::Text;
use crate::report::template::{Look, Paper, Template};

/// What stands over the title: picture, name and address.
pub(super) fn letterhead(template: &Template) -> Markup {
    let look = template.look();
    let logo = look.logo.as_ref().and_then(|logo| template.file(&logo.value));
    html! {
        @if logo.is_some() || look.firm.is_some() || !look.address.is_empty() {
            div.firm {
                @if let Some(bytes) = logo {
                    img src=(data(bytes)) alt=(look.firm.as_deref().unwrap_or("Logo"));
                }
                @if let Some(firm) = &look.firm { p.name dir="auto" { (Text::line(firm).as_str()) } }
                @for line in &look.address { p dir="auto" { (Text::line(line).as_str()) } }
            }
        }
    }
}

/// What stands under the last section.
pub(super) fn closing(look: &Look) -> Markup {
    html! {
        @if !look.closing.is_empty() {
            footer { @for said in &look.closing { p dir="auto" { (Text::new(said).as_str()) } } }
        }
    }
}

/// Colours on light ground and on paper, letters, and the size of the sheet. On dark ground the page keeps its own colours:
/// those of a firm are made for white.
pub(super) fn style(look: &Look) -> String {
    let colours = &look.colours;
    let colours = [("accent", &colours.accent), ("ink", &colours.text), ("quiet", &colours.quiet)];
    let set: String = colours.into_iter().fold(String::new(), |mut set, (name, colour)| {
        if let Some(colour) = colour {
            write!(set, "--{name}: {};", colour.value).expect("a string takes all");
        }
        set
    });
    let fonts = [("sans", &look.fonts.text, "sans-serif"), ("serif", &look.fonts.heads, "serif")];
    let letters: String = fonts.into_iter().fold(String::new(), |mut set, (name, family, otherwise)| {
        if let Some(family) = family {
            let family = quoted(&Text::line(&family.value));
            write!(set, "--{name}: {family}, {otherwise};").expect("a string takes all");
        }
        set
    });
    let sheet = if look.paper == Paper::Letter { "@page { size: letter; }" } else { "" };
    format!(
        ":root {{ {letters} }} @media (prefers-color-scheme: light) {{ :root {{ {set} }} }} \
         @media print {{ :root {{ {set} }} }} {sheet}"
    )
}

/// A picture inside the page.
fn data(bytes: &[u8]) -> String {
    let kind = match bytes {
        [0x89, b'P', b'N', b'G', ..] => "png",
        [0xff, 0xd8, 0xff, ..] => "jpeg",
        _ => "svg+xml",
    };
    format!("data:image/{kind};base64,{}", BASE64_STANDARD.encode(bytes))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use scraper::{Html, Selector};

    use crate::report::Template;
    use crate::report::fixture::{option, says};
    use crate::report::html;
    use crate::report::tests::document;

    fn page(files: &[(&str, &str)]) -> String {
        let files = files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
        let template = Template::of_firm(files.collect::<BTreeMap<_, _>>()).expect("a sound template");
        html(&document("Pumps", &[says("role", option("vendor"))]), &template)
    }

    #[test]
    fn a_firm_has_its_head_its_colours_and_its_last_words() {
        let logo = r#"<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>"#;
        let settings = r##"(firm: "Lund & <Partners>", logo: "l.svg", address: ["1 Quay Street"], paper: Letter,
            closing: ["</footer><script>x</script>"], colours: (accent: "#7a1f2b"), fonts: (heads: "In}ter\";")
        )"##;
        let page = page(&[("template.ron", settings), ("l.svg", logo)]);
        let parsed = Html::parse_document(&page);
        let text = |selector: &str| {
            let found = parsed.select(&Selector::parse(selector).expect("a selector")).next();
            found.map(|element| element.text().collect::<String>()).unwrap_or_default()
        };
        assert_eq!(text(".firm .name"), "Lund & <Partners>");
        assert_eq!(text("footer"), "</footer><script>x</script>");
        let wanted = [
            "--accent: #7a1f2b;",
            "size: letter",
            "src=\"data:image/svg+xml;base64,PHN2",
            "\"In\\7d ter\\22 \\3b \"",
        ];
        for told in wanted {
            assert!(page.contains(told), "{told}");
        }
    }

    #[test]
    fn without_a_firm_nothing_is_added() {
        let page = html(&document("Pumps", &[says("role", option("vendor"))]), &Template::built_in());
        assert!(!page.contains("class=\"firm\"") && !page.contains("<footer"));
    }
}

//! A firm's look as a look of Word reports.

use super::look::{Colour, Colours, DocxStyle, Fonts};
use super::picture::Logo;
use crate::report::template::{self, Broken, Template, settings, text_of};
use crate::text::Spanned;

/// Beside `template.ron`: what is to be so in Word alone, in the shape of [`DocxStyle`].
const WORD: &str = "word.ron";

impl DocxStyle {
    /// What a firm's folder says of Word in its `word.ron`; where it has none, what its `template.ron` says of every report.
    ///
    /// # Errors
    /// Where `word.ron` can't be read.
    pub fn of_firm(template: &Template) -> Result<Self, Broken> {
        let logo = template.look().logo.as_ref().and_then(|name| template.file(&name.value));
        let logo = logo.and_then(|bytes| Logo::of_png(bytes.to_vec()));
        let style = match template.file(WORD) {
            Some(bytes) => {
                let source = text_of(WORD, bytes)?;
                settings(&source).map_err(|wrong| Broken::new(vec![*wrong], vec![source]))?
            }
            None => of_look(template.look()),
        };
        Ok(Self { logo, ..style })
    }
}

fn of_look(look: &template::Look) -> DocxStyle {
    let usual = Colours::default();
    let colour = |set: &Option<Spanned<String>>, usual: Colour| {
        set.as_ref().and_then(|text| Colour::try_from(text.value.clone()).ok()).unwrap_or(usual)
    };
    let fonts = Fonts::default();
    let font =
        |set: &Option<Spanned<String>>, usual: String| set.as_ref().map_or(usual, |name| name.value.clone());
    DocxStyle {
        page: look.paper,
        fonts: Fonts {
            text: font(&look.fonts.text, fonts.text),
            heads: font(&look.fonts.heads, fonts.heads),
        },
        colours: Colours {
            ink: colour(&look.colours.accent, usual.ink.clone()),
            text: colour(&look.colours.text, usual.text.clone()),
            quiet: colour(&look.colours.quiet, usual.quiet.clone()),
            ..usual
        },
        running: look.foot.clone().or_else(|| look.firm.clone()).unwrap_or_default(),
        closing: look.closing.join("\n"),
        logo: None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::report::template::Paper;

    fn template(files: &[(&str, &str)]) -> Template {
        let files = files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
        Template::of_firm(files.collect::<BTreeMap<_, _>>()).expect("a sound template")
    }

    #[test]
    fn settings_of_a_firm_hold_for_word_too() {
        let ron = r##"(firm: "Ash & Oak", paper: Letter, colours: (accent: "#5b1a1a"), fonts: (heads: "Gill Sans MT"),
            closing: ["Regulated.", "Everywhere."])"##;
        let style = DocxStyle::of_firm(&template(&[("template.ron", ron)])).expect("a style");
        let expected = DocxStyle {
            page: Paper::Letter,
            fonts: Fonts { heads: "Gill Sans MT".to_owned(), ..Fonts::default() },
            colours: Colours {
                ink: "#5b1a1a".to_owned().try_into().expect("a colour"),
                ..Colours::default()
            },
            running: "Ash & Oak".to_owned(),
            closing: "Regulated.\nEverywhere.".to_owned(),
            logo: None,
        };
        assert_eq!(style, expected);
        assert_eq!(DocxStyle::of_firm(&Template::built_in()).expect("a style"), DocxStyle::default());
    }

    #[test]
    fn what_is_said_of_word_goes_first_and_a_slip_is_told_at_its_line() {
        let files = [("template.ron", "(paper: Letter)"), ("word.ron", "(running: \"Only in Word\")")];
        let style = DocxStyle::of_firm(&template(&files)).expect("a style");
        assert_eq!((style.page, style.running.as_str()), (Paper::A4, "Only in Word"));
        let broken =
            DocxStyle::of_firm(&template(&[("word.ron", "(\n  pages: Letter)")])).expect_err("a slip");
        let span = broken.diagnostics[0].span.expect("a place");
        assert_eq!(broken.sources[0].text[..span.start].lines().count(), 2, "{broken:?}");
    }
}

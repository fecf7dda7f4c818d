//! What the parser expected, in the words of a person.

use ron::error::Error;

/// What is expected where a part ends.
pub(super) const COMMA: &str = "A comma or a closing bracket";

pub(super) type Wanted = (&'static str, Option<&'static str>, Option<&'static str>);

/// The code of an error, what was expected, and what to do.
pub(super) fn wanted(error: &Error) -> Wanted {
    let (code, wanted, help) = match error {
        Error::ExpectedString | Error::ExpectedStringEnd => ("wrong-type", "A text in quotes", "Write \"…\""),
        Error::ExpectedArray => ("wrong-type", "A list", "Write […], even around a single one"),
        Error::ExpectedBoolean => ("wrong-type", "True or false", "Write true or false"),
        Error::ExpectedInteger | Error::ExpectedFloat => {
            ("wrong-type", "A number", "Write it without quotes")
        }
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) | Error::ExpectedMap => {
            ("wrong-type", "A `(`", "What it holds stands in round brackets")
        }
        Error::ExpectedComma
        | Error::ExpectedArrayEnd
        | Error::ExpectedStructLikeEnd
        | Error::ExpectedMapEnd => (
            "syntax",
            COMMA,
            "Look at what stands before it: a comma may be missing, a quote not closed, or there is one part too many",
        ),
        Error::ExpectedMapColon => ("syntax", "A `:`", "Write a field's name, a colon and its value"),
        Error::ExpectedIdentifier => ("syntax", "A name", "Write the name of a field or of a variant"),
        Error::TrailingCharacters => {
            ("syntax", "The end of the file", "A closing bracket may stand too early")
        }
        Error::Eof => ("syntax", "More text", "The file may have been cut off"),
        Error::UnclosedBlockComment => ("syntax", "The end of the comment `*/`", "Close the comment"),
        _ => return ("syntax", None, None),
    };
    (code, Some(wanted), Some(help))
}

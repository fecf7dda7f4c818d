//! Text as it arrives and as it is shown: where it came from, what is safe to show, how it wraps.

mod clean;
mod lexemes;
mod lines;
mod ron;
mod source;
mod spanned;
mod unread;
mod words;
mod wrap;

pub use clean::{clean, clean_line};
pub use lexemes::{Lexeme, Lexemes, Token, lexemes};
pub use lines::byte_at;
pub use ron::{byte_of, quoted, ron_options};
pub use source::{Source, Span};
pub use spanned::Spanned;
pub use unread::{Reason, Unread};
pub use words::{capital, count, is_right_to_left, word_at};
pub use wrap::{fit, width, wrap};

//! What is wrong with a file: where, in which words, and what to do about it.

mod codes;
mod draw;
mod explain;
mod order;

pub use codes::{CODES, Code, PROVED, code};
pub use draw::draw;
pub use explain::{page, pointer};
pub use order::in_order;

use crate::text::Span;

/// How much a diagnostic weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The file can't be used as it is.
    Error,
    /// The file can be used, but somebody should look.
    Warning,
}

impl Level {
    /// The word for a person and for JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One thing that is wrong, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// A stable short name in kebab case, such as `unknown-question`.
    pub code: &'static str,
    /// How much it weighs.
    pub level: Level,
    /// Where it is, in one of the sources that were read together.
    pub span: Option<Span>,
    /// The file it belongs to, where no exact place is known.
    pub file: Option<String>,
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// A few words that stand at the caret.
    pub label: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Other places that have to do with it, each with a few words on what is there.
    pub related: Vec<(Span, String)>,
}

impl Diagnostic {
    /// An error, without a place yet.
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(code, Level::Error, message.into())
    }

    /// A warning, without a place yet.
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(code, Level::Warning, message.into())
    }

    fn new(code: &'static str, level: Level, message: String) -> Self {
        Self {
            code,
            level,
            span: None,
            file: None,
            message,
            label: String::new(),
            help: None,
            related: Vec::new(),
        }
    }

    /// The same, at that place.
    #[must_use]
    pub fn at(mut self, span: impl Into<Option<Span>>) -> Self {
        self.span = span.into();
        self
    }

    /// The same, somewhere in the file of that name.
    #[must_use]
    pub fn in_file(mut self, name: impl Into<String>) -> Self {
        self.file = Some(name.into());
        self
    }

    /// The same, with these few words at the caret.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// The same, with advice where there is some.
    #[must_use]
    pub fn help(mut self, help: impl Into<Option<String>>) -> Self {
        self.help = help.into();
        self
    }

    /// The same, with another place that has to do with it, where that place is known.
    #[must_use]
    pub fn related(mut self, span: impl Into<Option<Span>>, what: impl Into<String>) -> Self {
        self.related.extend(span.into().map(|span| (span, what.into())));
        self
    }

    /// Whether it is an error.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.level == Level::Error
    }
}

//! Lines and columns of the bytes of a text, found without going through the text each time.

/// So many bytes lie between two marks.
const STEP: usize = 1024;

/// Line and column, from 1 and in characters, of the first character that begins in each [`STEP`] bytes or later.
#[derive(Debug)]
pub(super) struct Lines {
    marks: Vec<Mark>,
    /// Of the text that it was made of.
    pub(super) length: usize,
}

#[derive(Debug, Clone, Copy)]
struct Mark {
    byte: usize,
    line: usize,
    column: usize,
}

impl Mark {
    const START: Self = Self { byte: 0, line: 1, column: 1 };

    fn past(self, c: char) -> Self {
        let byte = self.byte + c.len_utf8();
        if c == '\n' {
            Self { byte, line: self.line + 1, column: 1 }
        } else {
            Self { byte, column: self.column + 1, ..self }
        }
    }
}

impl Lines {
    pub(super) fn new(text: &str) -> Self {
        let mut marks = vec![Mark::START];
        let mut here = Mark::START;
        for c in text.chars() {
            here = here.past(c);
            if here.byte >= marks.len() * STEP {
                marks.push(here);
            }
        }
        Self { marks, length: text.len() }
    }

    /// Line and column of a byte, or of the character that it lies in.
    pub(super) fn at(&self, text: &str, byte: usize) -> (usize, usize) {
        let mark = self.marks.partition_point(|mark| mark.byte <= byte).checked_sub(1);
        let mut here = mark.map_or(Mark::START, |mark| self.marks[mark]);
        for c in text[here.byte..].chars() {
            if here.byte + c.len_utf8() > byte {
                break;
            }
            here = here.past(c);
        }
        (here.line, here.column)
    }
}

/// The byte at which a place stands that is given by its line, from 1, and by its offset in that line.
pub fn byte_at(text: &str, line: usize, offset: impl FnOnce(&str) -> usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    start + offset(text[start..].split('\n').next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counted from the start, each time.
    fn counted(text: &str, byte: usize) -> (usize, usize) {
        let end = (0..=byte.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        let before = &text[..end];
        let line = before.rsplit('\n').next().unwrap_or_default();
        (before.matches('\n').count() + 1, line.chars().count() + 1)
    }

    proptest::proptest! {
        #[test]
        fn every_byte_has_the_line_and_column_that_counting_gives(
            text in "([a-z]{0,40}|[é日👍\n]{0,3}){0,200}", places in proptest::collection::vec(0usize..9_000, 20),
        ) {
            let lines = Lines::new(&text);
            for byte in places.into_iter().chain([0, text.len(), usize::MAX]) {
                proptest::prop_assert_eq!(lines.at(&text, byte), counted(&text, byte), "byte {}", byte);
            }
        }
    }
}

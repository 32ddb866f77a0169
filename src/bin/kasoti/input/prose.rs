//! Prose taken out of a file, and where each piece of it stands there.

use std::ops::Range;

use kasoti::text::Span;

/// The text that is analysed, with its way back to the file.
#[derive(Default)]
pub struct Prose {
    /// What the analysis reads.
    pub text: String,
    /// In order, not overlapping; what lies between two of them stands nowhere in the file.
    pieces: Vec<Piece>,
}

struct Piece {
    text: Range<usize>,
    file: Range<usize>,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Byte for byte as in the file.
    Verbatim,
    /// The same, but where other rules of writing hold (CDATA): judged, not edited.
    Fixed,
    /// Written otherwise in the file (`&amp;`): one thing, edited whole or not at all.
    Decoded,
    /// Code and other words that hold a sentence together but are nobody's prose: read, not judged, not edited.
    Mute,
}

impl Piece {
    /// Whether its bytes are those of the file.
    fn is_like_file(&self) -> bool {
        match self.kind {
            Kind::Verbatim | Kind::Fixed => true,
            Kind::Decoded => false,
            Kind::Mute => self.text.len() == self.file.len(),
        }
    }
}

impl Prose {
    /// A file that is prose from end to end.
    pub fn plain(file: &str) -> Self {
        let mut prose = Self::default();
        prose.verbatim(file, 0);
        prose
    }

    /// A file that is prose from end to end, in which `line_break` stands for a break inside a line.
    pub fn lines(file: &str, line_break: char) -> Self {
        let (mut prose, mut at) = (Self::default(), 0);
        for words in file.split_inclusive(line_break) {
            let bare = words.trim_end_matches(line_break);
            prose.verbatim(bare, at);
            at += words.len();
            let raw = &words[bare.len()..];
            prose.piece(if raw.is_empty() { "" } else { "\n" }, at - raw.len()..at, raw, false);
        }
        prose
    }

    /// Moves all places behind what the file begins with.
    pub fn shift(&mut self, by: usize) {
        for piece in &mut self.pieces {
            piece.file = piece.file.start + by..piece.file.end + by;
        }
    }

    /// Adds words that stand in the file at `at` as they are.
    pub fn verbatim(&mut self, words: &str, at: usize) {
        self.push(words, at..at + words.len(), Kind::Verbatim);
    }

    /// Adds words that are written as `raw` in the file, perhaps as code.
    pub fn piece(&mut self, words: &str, file: Range<usize>, raw: &str, is_code: bool) {
        let kind = match words == raw {
            _ if is_code => Kind::Mute,
            true => Kind::Verbatim,
            false => Kind::Decoded,
        };
        self.push(words, file, kind);
    }

    /// Adds words that are read, but neither judged nor edited.
    pub fn mute(&mut self, words: &str, file: Range<usize>) {
        self.push(words, file, Kind::Mute);
    }

    /// Adds words that are judged, but not edited.
    pub fn fixed(&mut self, words: &str, file: Range<usize>) {
        self.push(words, file, Kind::Fixed);
    }

    /// Begins a new paragraph, if the last one has words.
    pub fn break_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// Parts two words, unless they are parted.
    pub fn space(&mut self) {
        if self.text.chars().next_back().is_some_and(|last| !last.is_whitespace()) {
            self.text.push(' ');
        }
    }

    fn push(&mut self, words: &str, file: Range<usize>, kind: Kind) {
        if !words.is_empty() {
            let start = self.text.len();
            self.text += words;
            self.pieces.push(Piece { text: start..self.text.len(), file, kind });
        }
    }

    /// The place in the file of a span of the text; markup inside it is covered too.
    pub fn place(&self, span: Span) -> Span {
        if span.is_empty() {
            let at = self.insertion(span.start as usize);
            return Span::new(at..at);
        }
        let start = self.start(span.start as usize);
        Span::new(start..self.end(span.end as usize).max(start))
    }

    /// Where the byte at `at` begins in the file.
    fn start(&self, at: usize) -> usize {
        match self.pieces.get(self.pieces.partition_point(|p| p.text.end <= at)) {
            Some(piece) if piece.is_like_file() => piece.file.start + at.saturating_sub(piece.text.start),
            Some(piece) => piece.file.start,
            None => self.pieces.last().map_or(0, |p| p.file.end),
        }
    }

    /// Where the byte before `at` ends in the file.
    fn end(&self, at: usize) -> usize {
        match self.pieces[..self.pieces.partition_point(|p| p.text.start < at)].last() {
            Some(piece) if piece.is_like_file() => {
                piece.file.start + at.min(piece.text.end) - piece.text.start
            }
            Some(piece) => piece.file.end,
            None => 0,
        }
    }

    /// Where something is put in: behind the words before it, if there are any.
    fn insertion(&self, at: usize) -> usize {
        let i = self.pieces.partition_point(|p| p.text.end < at);
        let touches = self.pieces.get(i).is_some_and(|p| p.text.start < at);
        if touches { self.end(at) } else { self.start(at) }
    }

    /// Whether there is prose at the span, and not code alone.
    pub fn is_judged(&self, span: Span) -> bool {
        let from = self.pieces.partition_point(|p| p.text.end < span.start as usize);
        let touched = self.pieces[from..].iter().take_while(|p| p.text.start <= span.end as usize);
        let mut inside = touched.filter(|p| {
            span.is_empty() || p.text.start < span.end as usize && (span.start as usize) < p.text.end
        });
        inside.any(|p| p.kind != Kind::Mute)
    }

    /// The place of an edit, if it touches nothing but words: no markup, no half of an entity.
    pub fn editable(&self, span: Span) -> Option<Range<usize>> {
        let Range { start, end } = span.range();
        if start == end {
            let near = self.pieces.get(self.pieces.partition_point(|p| p.text.end < start))?;
            if start < near.text.start {
                return None;
            }
            let whole = near.kind == Kind::Verbatim
                || near.kind == Kind::Decoded && (start == near.text.start || start == near.text.end);
            return whole.then(|| self.insertion(start)).map(|at| at..at);
        }
        let from = self.pieces.partition_point(|p| p.text.end <= start);
        let to = self.pieces.partition_point(|p| p.text.start < end);
        let touched = self.pieces.get(from..to).filter(|touched| !touched.is_empty())?;
        let covered = touched[0].text.start <= start && end <= touched[touched.len() - 1].text.end;
        let adjacent = touched
            .windows(2)
            .all(|two| two[0].text.end == two[1].text.start && two[0].file.end == two[1].file.start);
        let whole = touched.iter().all(|p| match p.kind {
            Kind::Verbatim => true,
            Kind::Decoded => start <= p.text.start && p.text.end <= end,
            Kind::Fixed | Kind::Mute => false,
        });
        (covered && adjacent && whole).then(|| self.start(start)..self.end(end))
    }
}

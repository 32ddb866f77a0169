//! How far a long run has come, for whoever waits at a terminal.

use std::cell::OnceCell;
use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// A run that is over by then shows nothing: a bar that flashes helps nobody.
const PATIENCE: Duration = Duration::from_secs(1);

/// A bar on the terminal, if there is one and reports go elsewhere: between their lines it would only be in the way.
pub struct Progress {
    files: u64,
    begun: Instant,
    is_seen: bool,
    done: std::cell::Cell<u64>,
    bar: OnceCell<ProgressBar>,
}

impl Progress {
    /// For so many files.
    pub fn new(files: usize) -> Self {
        let is_seen = io::stderr().is_terminal() && !io::stdout().is_terminal();
        Self {
            files: files as u64,
            begun: Instant::now(),
            is_seen,
            done: Default::default(),
            bar: OnceCell::new(),
        }
    }

    /// One more file is done.
    pub fn step(&self) {
        self.done.set(self.done.get() + 1);
        if self.is_seen && self.begun.elapsed() > PATIENCE {
            self.bar.get_or_init(|| bar(self.files)).set_position(self.done.get());
        }
    }

    /// Says something beside the bar.
    pub fn aside(&self, say: impl FnOnce()) {
        match self.bar.get() {
            Some(bar) => bar.suspend(say),
            None => say(),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}

fn bar(files: u64) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:32} {pos}/{len}  {eta} left");
    ProgressBar::new(files).with_style(style.expect("the template is one"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_counts_on_from_where_it_appears() {
        let shown = bar(3);
        shown.set_position(2);
        assert_eq!((shown.position(), shown.length()), (2, Some(3)));
        let quiet = Progress::new(3);
        quiet.step();
        assert!(quiet.bar.get().is_none(), "a short run shows nothing");
    }
}

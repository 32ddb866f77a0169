//! How many tests passed and failed, over all the runners that had a part in it.

use std::fmt;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::shell::say;

/// Tests counted in one runner's output.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub struct Count {
    pub passed: u32,
    pub failed: u32,
}

impl Count {
    /// What a line adds: cargo's `test result: ok. 3 passed; 1 failed; …` or a bare `3 passed, 1 failed`.
    pub fn of(line: &str) -> Option<Self> {
        let line = line.trim();
        let line = line.strip_prefix("test result:").map_or(line, |rest| rest.trim_start_matches(" ok. "));
        let line = line.trim_start_matches(" FAILED. ");
        let mut parts = line.split([',', ';']).map(|part| part.trim().split_once(' '));
        let passed = parts.next()?.filter(|(_, what)| *what == "passed")?.0;
        let failed = parts.next()?.filter(|(_, what)| *what == "failed")?.0;
        Some(Self { passed: passed.parse().ok()?, failed: failed.parse().ok()? })
    }

    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The sum so far, the steps that failed, and what could not be tested.
#[derive(Default)]
pub struct Tally {
    count: Count,
    failures: Vec<String>,
    left_out: Vec<String>,
    times: Vec<(String, Duration)>,
}

impl Tally {
    /// A step that is one test: it holds or it doesn't.
    pub fn one(&mut self, what: &str, step: impl FnOnce() -> Result<()>) -> bool {
        self.many(what, || step().map(|()| Count { passed: 1, failed: 0 }))
    }

    /// A step that counts its own tests. An error is one failure more; so is a step that ran no test at all.
    pub fn many(&mut self, what: &str, step: impl FnOnce() -> Result<Count>) -> bool {
        say(what);
        let begin = Instant::now();
        let result = step();
        self.times.push((what.to_owned(), begin.elapsed()));
        match result {
            Ok(count) if count == Count::default() => self.fail(what, "no test ran"),
            Ok(count) => {
                self.count.add(count);
                if count.failed > 0 {
                    self.failures.push(format!("{what}: {} failed", count.failed));
                }
                count.failed == 0
            }
            Err(error) => self.fail(what, &format!("{error:#}")),
        }
    }

    /// A failure outside of any runner.
    pub fn fail(&mut self, what: &str, why: &str) -> bool {
        eprintln!("✗ {what}: {why}");
        self.count.failed += 1;
        self.failures.push(format!("{what}: {}", why.lines().next().unwrap_or_default()));
        false
    }

    /// Something that this machine cannot test. Said at the end again, where it is not overlooked.
    pub fn leave_out(&mut self, why: String) {
        eprintln!("– {why}");
        self.left_out.push(why);
    }

    pub fn is_success(&self) -> bool {
        self.count.failed == 0 && self.count.passed > 0
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        writeln!(f)?;
        for (what, time) in &self.times {
            writeln!(f, "{:>7.1} s  {what}", time.as_secs_f64())?;
        }
        for why in &self.left_out {
            writeln!(f, "left out: {why}")?;
        }
        for failure in &self.failures {
            writeln!(f, "failed: {failure}")?;
        }
        writeln!(f, "{} passed, {} failed", self.count.passed, self.count.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;

    #[test]
    fn closing_lines_are_counted_and_nothing_else() {
        let count = |passed, failed| Some(Count { passed, failed });
        let cargo =
            "test result: ok. 21 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(Count::of(cargo), count(21, 0));
        let failed =
            "test result: FAILED. 1 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 9s";
        assert_eq!(Count::of(failed), count(1, 3));
        assert_eq!(Count::of("40 passed, 2 failed\n"), count(40, 2));
        assert_eq!(Count::of("40 passed, 2 failed, 1 skipped"), count(40, 2));
        for other in
            ["", "ok chromium desk: 3 passed, 1 failed", "passed, failed", "-1 passed, 0 failed", "3 passed"]
        {
            assert_eq!(Count::of(other), None, "{other}");
        }
    }

    #[test]
    fn the_last_line_is_the_sum() {
        let mut tally = Tally::default();
        assert!(tally.one("formatting", || Ok(())));
        assert!(!tally.one("types", || bail!("tsc found\nmuch")));
        assert!(!tally.many("golden", || Ok(Count { passed: 5, failed: 2 })));
        assert!(!tally.many("empty", || Ok(Count::default())));
        tally.leave_out("WebKit is not tested".into());
        let told = tally.to_string();
        let lines: Vec<_> = told.lines().collect();
        assert_eq!(
            lines[lines.len() - 5..],
            [
                "left out: WebKit is not tested",
                "failed: types: tsc found",
                "failed: golden: 2 failed",
                "failed: empty: no test ran",
                "6 passed, 4 failed"
            ]
        );
        assert!(!tally.is_success());
    }

    #[test]
    fn no_test_is_no_success() {
        assert!(!Tally::default().is_success());
    }
}

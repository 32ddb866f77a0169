//! Runs a test runner, passes its lines on and counts its tests.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::tally::Count;
use crate::shell;

/// Runs `command` for at most `limit`. A runner that ends in failure without a failed test to show for it is an error.
pub fn count(command: &mut Command, limit: Duration) -> Result<Count> {
    let line = shell::line(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{line} cannot be started"))?;
    let count = follow(&mut child, limit);
    if count.is_err() {
        // It hangs: whatever it still waits for will not come.
        let _ = child.kill();
    }
    let status = child.wait()?;
    let count = count.with_context(|| line.clone())?;
    if !status.success() && count.failed == 0 {
        bail!("{line} failed ({status})");
    }
    Ok(count)
}

/// Reads to the end of the output, or of the time.
fn follow(child: &mut Child, limit: Duration) -> Result<Count> {
    let out = child.stdout.take().context("the output is not piped")?;
    let (send, lines) = channel();
    thread::spawn(move || {
        for line in BufReader::new(out).split(b'\n').map_while(Result::ok) {
            if send.send(String::from_utf8_lossy(&line).into_owned()).is_err() {
                break;
            }
        }
    });
    let end = Instant::now() + limit;
    let mut count = Count::default();
    loop {
        match lines.recv_timeout(end.saturating_duration_since(Instant::now())) {
            Ok(line) => {
                println!("{line}");
                count.add(Count::of(&line).unwrap_or_default());
            }
            Err(RecvTimeoutError::Disconnected) => return Ok(count),
            Err(RecvTimeoutError::Timeout) => bail!("not done after {} s", limit.as_secs()),
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn sh(script: &str, limit: Duration) -> Result<Count> {
        count(Command::new("sh").args(["-c", script]), limit)
    }

    const LONG: Duration = Duration::from_secs(60);

    #[test]
    fn counts_are_summed() {
        let count = sh(
            "echo 3 passed, 1 failed; echo test result: ok. 2 passed\\; 0 failed\\; 0 ignored; exit 1",
            LONG,
        );
        assert_eq!(count.unwrap(), Count { passed: 5, failed: 1 });
    }

    #[test]
    fn a_runner_that_breaks_off_is_an_error() {
        let error = sh("echo 3 passed, 0 failed; exit 3", LONG).unwrap_err().to_string();
        assert!(error.ends_with("failed (exit status: 3)"), "{error}");
    }

    #[test]
    fn a_runner_that_hangs_is_ended() {
        let error = format!(
            "{:#}",
            sh("echo 1 passed, 0 failed; exec sleep 600", Duration::from_millis(200)).unwrap_err()
        );
        assert!(error.ends_with("not done after 0 s"), "{error}");
    }
}

//! The example for archives, where Python is; the part on Spark where PySpark and Java are, too.

use std::time::Duration;

use anyhow::Result;

use super::tally::Tally;
use crate::shell::{command, read, run, say, target};

/// Starting Spark takes most of it.
const LIMIT: Duration = Duration::from_secs(5 * 60);

pub fn test(tally: &mut Tally) {
    let python = std::env::var("KASOTI_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    if read(command(&python).arg("--version")).is_err() {
        tally.leave_out("python3 is missing; the example for archives is not tested".into());
        return;
    }
    let has_spark = read(command(&python).args(["-c", "import pyspark, pandas, pyarrow"])).is_ok()
        && read(command("java").arg("-version")).is_ok();
    if !has_spark {
        tally.leave_out(
            "pyspark, pandas, pyarrow or Java is missing; archives are tested without Spark".into(),
        );
    }
    tally.one("the example for archives", || sample(&python));
}

fn sample(python: &str) -> Result<()> {
    say("reading a small archive");
    let native = target().join("release/kasoti").with_extension(std::env::consts::EXE_EXTENSION);
    let mut test = command("timeout");
    test.arg(LIMIT.as_secs().to_string()).arg(python).arg("examples/spark/test.py").arg(native);
    run(test.env("PYSPARK_PYTHON", python))
}

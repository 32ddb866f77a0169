//! `--jsonl`: one text a line in, one report a line out, in the same order, memory no larger than a line.

use std::io::{self, BufRead, Write};

use kasoti::{Options, Packs, Report, analyze};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::Check;
use crate::offsets::Ends;

/// A report with the caller's name for its text.
#[derive(Serialize)]
pub struct Line {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Value>,
    #[serde(flatten)]
    pub report: Report<Ends>,
}

#[derive(Serialize)]
struct Refused {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Value>,
    error: String,
}

/// Answers standard input line by line; a line that makes no sense is answered with an error and the stream goes on.
pub fn run(check: &Check) -> io::Result<()> {
    let packs = Packs::builtin();
    // Mistakes in the arguments are told once and at once, not on every line.
    check.judging.reading.options().check().map_err(io::Error::other)?;
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        if !line.trim_ascii().is_empty() {
            match answer(&line, check, &packs) {
                Ok(answer) => serde_json::to_writer(&mut output, &answer)?,
                Err(refused) => serde_json::to_writer(&mut output, &refused)?,
            }
            output.write_all(b"\n")?;
            // A caller that writes a line and waits for its answer must get it.
            output.flush()?;
        }
        line.clear();
    }
    Ok(())
}

fn answer(line: &[u8], check: &Check, packs: &Packs) -> Result<Line, Refused> {
    let mut id = None;
    let mut answer = || {
        let text =
            str::from_utf8(line).map_err(|e| format!("the line is not UTF-8 (byte {})", e.valid_up_to()))?;
        let mut object: Map<String, Value> =
            serde_json::from_str(text).map_err(|e| format!("the line is not a JSON object: {e}"))?;
        id = object.remove("id");
        let Some(Value::String(text)) = object.remove("text") else {
            return Err("the line has no \"text\", or it is no string".to_owned());
        };
        // A null is as good as an option left out.
        object.retain(|_, value| !value.is_null());
        let own: Options = serde_json::from_value(Value::Object(object))
            .map_err(|e| format!("an option cannot be read: {e}"))?;
        let settings = own.or(check.judging.reading.options()).check().map_err(|e| e.to_string())?;
        let report = analyze(&text, &settings, packs);
        Ok(check.offsets.convert(report, &text, settings.original()))
    };
    match answer() {
        Ok(report) => Ok(Line { id, report }),
        Err(error) => Err(Refused { id, error }),
    }
}

//! `kasoti lsp`, spoken to as an editor does.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use super::folder;

/// Longest time for an answer: ten times what a debug build on a busy machine takes.
const LIMIT: Duration = Duration::from_secs(60);

/// An editor with a server of its own.
struct Editor {
    child: Child,
    input: Option<ChildStdin>,
    output: Receiver<Value>,
    last: i32,
}

impl Editor {
    fn start(arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_kasoti"))
            .arg("lsp")
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (send, output) = channel();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        thread::spawn(move || {
            while let Some(message) = message(&mut out) {
                if send.send(message).is_err() {
                    break;
                }
            }
        });
        let input = child.stdin.take();
        let mut editor = Self { child, input, output, last: 0 };
        let watching = json!({ "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } } });
        let served = editor.ask("initialize", json!({ "capabilities": watching }));
        assert_eq!(served["serverInfo"]["name"], "kasoti");
        assert_eq!(served["capabilities"]["positionEncoding"], "utf-16");
        assert_eq!(served["capabilities"]["textDocumentSync"]["change"], 2);
        editor.tell("initialized", json!({}));
        let asked = editor.hear();
        assert_eq!(asked["method"], "client/registerCapability");
        assert_eq!(
            asked["params"]["registrations"][0]["registerOptions"]["watchers"][0]["globPattern"],
            "**/kasoti.toml"
        );
        editor.say(json!({ "jsonrpc": "2.0", "id": asked["id"], "result": null }));
        editor
    }

    fn say(&mut self, message: Value) {
        let message = message.to_string();
        write!(self.input.as_mut().unwrap(), "Content-Length: {}\r\n\r\n{message}", message.len()).unwrap();
    }

    fn tell(&mut self, method: &str, params: Value) {
        self.say(json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// The answer, whole where it is an error.
    fn ask(&mut self, method: &str, params: Value) -> Value {
        self.last += 1;
        self.say(json!({ "jsonrpc": "2.0", "id": self.last, "method": method, "params": params }));
        let mut answer = self.hear();
        assert_eq!(answer["id"], self.last, "{answer}");
        if answer.get("result").is_some() { answer["result"].take() } else { answer }
    }

    fn hear(&mut self) -> Value {
        self.output.recv_timeout(LIMIT).unwrap()
    }

    /// The faults that come next: version and, of each, code and place.
    fn faults(&mut self) -> (Value, Vec<(String, [u64; 4])>) {
        let mut news = self.hear();
        assert_eq!(news["method"], "textDocument/publishDiagnostics", "{news}");
        let faults = news["params"]["diagnostics"].as_array().unwrap().iter();
        let faults = faults.map(|fault| (fault["code"].as_str().unwrap().to_owned(), place(&fault["range"])));
        let faults = faults.collect();
        (news["params"]["version"].take(), faults)
    }

    fn open(&mut self, uri: &str, language: &str, text: &str) {
        let document = json!({ "uri": uri, "languageId": language, "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
    }

    fn change(&mut self, uri: &str, version: i32, changes: Value) {
        let document = json!({ "uri": uri, "version": version });
        self.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    }

    fn actions(&mut self, uri: &str, range: [u64; 4], context: Value) -> Vec<Value> {
        let params = json!({ "textDocument": { "uri": uri }, "range": lsp(range), "context": context });
        match self.ask("textDocument/codeAction", params) {
            Value::Array(actions) => actions,
            other => panic!("{other}"),
        }
    }

    fn hover(&mut self, uri: &str, line: u64, character: u64) -> Value {
        let position = json!({ "line": line, "character": character });
        self.ask("textDocument/hover", json!({ "textDocument": { "uri": uri }, "position": position }))
    }

    fn leave(mut self) {
        assert_eq!(self.ask("shutdown", Value::Null), Value::Null);
        self.tell("exit", Value::Null);
        drop(self.input.take());
        assert_eq!(self.child.wait().unwrap().code(), Some(0));
    }
}

fn message(out: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if out.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim().split_once(": ") {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                length = value.parse().unwrap()
            }
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length];
    out.read_exact(&mut body).ok()?;
    Some(serde_json::from_slice(&body).unwrap())
}

fn place(range: &Value) -> [u64; 4] {
    let [start, end] = ["start", "end"].map(|side| &range[side]);
    [&start["line"], &start["character"], &end["line"], &end["character"]].map(|n| n.as_u64().unwrap())
}

fn lsp([line, character, end_line, end_character]: [u64; 4]) -> Value {
    let start = json!({ "line": line, "character": character });
    json!({ "start": start, "end": { "line": end_line, "character": end_character } })
}

/// The edits of an action: place and words.
fn edits(action: &Value) -> Vec<([u64; 4], &str)> {
    let edits = action["edit"]["documentChanges"][0]["edits"].as_array().unwrap().iter();
    edits.map(|edit| (place(&edit["range"]), edit["newText"].as_str().unwrap())).collect()
}

const TEXT: &str = "वृत्त 😀\nगेल्या वर्षी 😀 २०2६ टन कांदा निर्यात झाला.\n";

/// Of `२०2६` in it: the emoji before it counts two.
const DIGITS: [u64; 4] = [1, 16, 1, 20];

#[test]
fn faults_come_with_their_fixes_in_units_of_the_editor() {
    let mut editor = Editor::start(&["--no-config"]);
    let uri = "untitled:Untitled-1";
    editor.open(uri, "plaintext", TEXT);
    let mut news = editor.hear();
    assert_eq!(news["params"]["version"], 1);
    let fault = news["params"]["diagnostics"][0].take();
    assert_eq!(place(&fault["range"]), DIGITS);
    assert_eq!(fault["code"], "mixed-digits");
    assert_eq!(fault["source"], "kasoti");
    assert_eq!(fault["severity"], 1);
    assert_eq!(fault["message"], "One figure mixes two scripts; check the figure.");

    let actions = editor.actions(uri, [1, 17, 1, 17], json!({ "diagnostics": [] }));
    let quick: Vec<_> = actions.iter().filter(|action| action["kind"] == "quickfix").collect();
    assert_eq!(quick[0]["title"], "२०2६ → २०२६");
    assert_eq!(edits(quick[0]), [(DIGITS, "२०२६")]);
    assert_eq!(quick[0]["diagnostics"][0], fault);
    assert_eq!(quick[0]["edit"]["documentChanges"][0]["textDocument"], json!({ "uri": uri, "version": 1 }));
    assert!(editor.actions(uri, [0, 0, 0, 1], json!({ "diagnostics": [], "only": ["quickfix"] })).is_empty());
    assert!(editor.actions(uri, DIGITS, json!({ "diagnostics": [], "only": ["refactor"] })).is_empty());
    editor.leave();
}

#[test]
fn all_that_cannot_hurt_is_mended_at_once() {
    let mut editor = Editor::start(&["--no-config"]);
    let uri = "untitled:Untitled-1";
    editor.open(uri, "plaintext", "😀 तो घरी गेला .\nती 😀 शाळेत गेली .\n");
    let codes: Vec<_> = editor.faults().1.into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, ["spaced-punctuation", "spaced-punctuation"]);
    for only in ["source", "source.fixAll", "source.fixAll.kasoti"] {
        let actions = editor.actions(uri, [0, 0, 0, 0], json!({ "diagnostics": [], "only": [only] }));
        assert_eq!(actions.len(), 1, "{only}");
        assert_eq!(actions[0]["kind"], "source.fixAll.kasoti");
        assert_eq!(edits(&actions[0]), [([0, 14, 0, 16], "."), ([1, 16, 1, 18], ".")]);
    }
    assert!(
        editor
            .actions(uri, [0, 0, 0, 0], json!({ "diagnostics": [], "only": ["source.organizeImports"] }))
            .is_empty()
    );
    editor.leave();
}

#[test]
fn changes_are_read_after_a_rest_or_when_asked_for() {
    let mut editor = Editor::start(&["--no-config"]);
    let uri = "untitled:Untitled-1";
    editor.open(uri, "plaintext", TEXT);
    assert_eq!(editor.faults().1, [("mixed-digits".to_owned(), DIGITS)]);
    // Two keys, one reading.
    editor.change(uri, 2, json!([{ "range": lsp([1, 18, 1, 19]), "text": "" }]));
    editor.change(uri, 3, json!([{ "range": lsp([1, 18, 1, 18]), "text": "२" }]));
    assert_eq!(editor.faults(), (json!(3), vec![]));
    // Who asks gets the answer for what stands there now, and the news before it.
    editor.change(uri, 4, json!([{ "range": lsp([0, 0, 0, 0]), "text": "😀\n" }, { "range": lsp([2, 18, 2, 19]), "text": "2" }]));
    editor.last += 1;
    let place = json!({ "textDocument": { "uri": uri }, "position": { "line": 2, "character": 17 } });
    editor
        .say(json!({ "jsonrpc": "2.0", "id": editor.last, "method": "textDocument/hover", "params": place }));
    assert_eq!(editor.faults(), (json!(4), vec![("mixed-digits".to_owned(), [2, 16, 2, 20])]));
    let hover = editor.hear();
    assert_eq!(self::place(&hover["result"]["range"]), [2, 16, 2, 20]);
    editor.tell("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    assert_eq!(editor.faults(), (Value::Null, vec![]));
    editor.leave();
}

#[test]
fn the_pointer_is_told_the_reason_and_the_name() {
    let mut editor = Editor::start(&["--no-config", "--ui", "en"]);
    let uri = "untitled:Untitled-1";
    editor.open(uri, "plaintext", "😀 पंतप्रधान नरेंद्र मोदी मुंबईत १,5 दिवस होते. मुंबईत पाऊस होता.\n");
    editor.hear();
    let of = |hover: &Value| hover["contents"]["value"].as_str().unwrap_or_default().to_owned();
    let name = of(&editor.hover(uri, 0, 29));
    assert!(name.contains("Place: मुंबई ×2"), "{name}");
    let reason = of(&editor.hover(uri, 0, 34));
    assert!(reason.contains("(mixed-digits)\n"), "{reason}");
    assert_eq!(editor.hover(uri, 0, 0), Value::Null);
    assert_eq!(editor.ask("textDocument/definition", json!({}))["error"]["code"], -32601);
    assert_eq!(editor.ask("textDocument/hover", json!({ "x": 1 }))["error"]["code"], -32602);
    editor.leave();
}

#[test]
fn markup_is_read_as_the_name_says_and_never_edited() {
    let mut editor = Editor::start(&["--no-config"]);
    for (uri, language) in [("file:///nowhere/%E0%A4%8F%E0%A4%95.html", "plaintext"), ("untitled:2", "html")]
    {
        let text = "<p title=\"१,5\">😀 गेल्या वर्षी १,5 टन, <b>२</b>,5 टन कांदा निर्यात झाला.</p>\n";
        editor.open(uri, language, text);
        let (_, faults) = editor.faults();
        assert_eq!(faults[0], ("mixed-digits".to_owned(), [0, 31, 0, 34]));
        let actions = editor.actions(uri, [0, 32, 0, 32], json!({ "diagnostics": [], "only": ["quickfix"] }));
        assert_eq!(edits(&actions[0]), [([0, 31, 0, 34], "१,५")]);
        // Its fix would have to reach over a tag.
        let (_, apart) = faults.iter().find(|(_, place)| place[1] > 34).unwrap();
        let actions = editor.actions(uri, *apart, json!({ "diagnostics": [], "only": ["quickfix"] }));
        assert_eq!(actions, Vec::<Value>::new());
    }
    editor.leave();
}

#[test]
fn the_house_is_heard_and_heard_again_when_it_changes_its_mind() {
    let folder = folder("lsp-house");
    let house = format!("{folder}/kasoti.toml");
    fs::write(&house, "[rules]\nmixed-digits = \"hint\"\n").unwrap();
    let uri = format!("file://{folder}/%E0%A4%8F%E0%A4%95.txt");
    let mut editor = Editor::start(&[]);
    editor.open(&uri, "plaintext", TEXT);
    assert_eq!(editor.hear()["params"]["diagnostics"][0]["severity"], 4);
    let changed = json!({ "changes": [{ "uri": format!("file://{house}"), "type": 2 }] });
    fs::write(&house, "[rules]\nmixed-digits = false\n").unwrap();
    editor.tell("workspace/didChangeWatchedFiles", changed.clone());
    assert_eq!(editor.faults().1, []);
    fs::write(&house, "[rules]\nmixed-digit = false\n").unwrap();
    editor.tell("workspace/didChangeWatchedFiles", changed);
    assert_eq!(editor.faults().1, []);
    let told = editor.hear();
    assert_eq!(told["method"], "window/showMessage");
    assert!(told["params"]["message"].as_str().unwrap().contains("kasoti.toml:2: "), "{told}");
    editor.leave();
}

#[test]
fn an_editor_that_vanishes_leaves_no_server_behind() {
    let mut editor = Editor::start(&[]);
    drop(editor.input.take());
    assert_eq!(editor.child.wait().unwrap().code(), Some(1));
}

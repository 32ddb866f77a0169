//! The server as a browser meets it: over a socket.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

use super::*;
use crate::shell::write_if_changed;

/// A running server over a folder with an index, a script, a module and a pack.
fn start(name: &str) -> SocketAddr {
    let folder = std::env::temp_dir().join(format!("kasoti-serve-{name}-{}", std::process::id()));
    for (path, text) in
        [("index.html", "कसोटी 🪨"), ("kasoti.js", "1"), ("kasoti.wasm", "\0asm"), ("mr.pack", "p")]
    {
        write_if_changed(&folder.join(path), text.as_bytes()).unwrap();
    }
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = listener.local_addr().unwrap();
    answer_all(Arc::new(server(listener).unwrap()), folder.canonicalize().unwrap());
    address
}

/// Sends `request` (its first line) and returns the status line, the headers in lower case, and the body.
fn ask(address: SocketAddr, request: &str) -> (String, String, String) {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "{request} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let answer = String::from_utf8(bytes).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let (status, headers) = head.split_once("\r\n").unwrap();
    (status.to_owned(), headers.to_lowercase(), body.to_owned())
}

#[test]
fn the_root_is_the_desk() {
    let (status, headers, body) = ask(start("root"), "GET /");
    assert_eq!((status.as_str(), body.as_str()), ("HTTP/1.1 200 OK", "कसोटी 🪨"));
    for line in [
        "content-type: text/html; charset=utf-8",
        "content-length: 20",
        "cache-control: no-store",
        "x-content-type-options: nosniff",
    ] {
        assert!(headers.lines().any(|l| l == line), "{line} is missing in\n{headers}");
    }
}

#[test]
fn each_kind_of_file_has_its_type() {
    let address = start("types");
    for (path, mime) in [
        ("/kasoti.js", "text/javascript; charset=utf-8"),
        ("/kasoti.wasm", "application/wasm"),
        ("/mr.pack", "application/octet-stream"),
    ] {
        let (status, headers, _) = ask(address, &format!("GET {path}"));
        assert_eq!(status, "HTTP/1.1 200 OK");
        assert!(headers.contains(&format!("content-type: {mime}\r\n")), "{path}:\n{headers}");
    }
}

#[test]
fn head_gives_the_length_and_no_body() {
    let (status, headers, body) = ask(start("head"), "HEAD /kasoti.wasm");
    assert_eq!((status.as_str(), body.as_str()), ("HTTP/1.1 200 OK", ""));
    assert!(headers.contains("content-length: 4"), "{headers}");
}

#[test]
fn what_is_not_there_is_said_in_plain_text() {
    let address = start("missing");
    for path in ["/nothing", "/../Cargo.toml", "/%2e%2e/Cargo.toml"] {
        let (status, headers, body) = ask(address, &format!("GET {path}"));
        assert_eq!((status.as_str(), body.as_str()), ("HTTP/1.1 404 Not Found", "There is no such file.\n"));
        assert!(headers.contains("content-type: text/plain; charset=utf-8"), "{headers}");
    }
}

#[test]
fn nothing_can_be_written() {
    let address = start("written");
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        let (status, headers, _) = ask(address, &format!("{method} /kasoti.js"));
        assert_eq!(status, "HTTP/1.1 405 Method Not Allowed", "{method}");
        assert!(headers.contains("allow: get, head"), "{headers}");
    }
}

#[test]
fn a_taken_port_is_an_error_when_asked_for_and_passed_over_when_not() {
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let error = listen(Some(port)).unwrap_err().to_string();
    assert_eq!(error, format!("port {port} is taken; name another, or none to get a free one"));
    let _also = TcpListener::bind((Ipv4Addr::LOCALHOST, PORT));
    let free = listen(None).unwrap().local_addr().unwrap();
    assert!(free.ip().is_loopback() && free.port() > PORT, "{free}");
}

#[test]
fn the_port_is_a_number() {
    let args = |words: &[&str]| port(&words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>());
    assert_eq!(args(&[]).unwrap(), None);
    assert_eq!(args(&["--port", "9000"]).unwrap(), Some(9000));
    assert_eq!(args(&["--port=9000"]).unwrap(), Some(9000));
    for wrong in ["0", "65536", "-1", "http"] {
        let error = args(&["--port", wrong]).unwrap_err().to_string();
        assert_eq!(error, format!("--port takes a number from 1 to 65535, not {wrong}"));
    }
    assert_eq!(args(&["8080"]).unwrap_err().to_string(), "serve takes --port NUMBER and nothing else");
}

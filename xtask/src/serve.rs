//! `cargo xtask serve`: the desk on this machine, and nowhere else.

mod mime;
mod path;

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::{fs, thread};

use anyhow::{Context, Result, anyhow, bail};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::build;
use crate::shell::say;

/// Where people look for a local server first.
const PORT: u16 = 8080;

/// How many ports after [`PORT`] are tried: more than anybody's set of running servers.
const TRIES: u16 = 100;

/// Requests answered at a time: a browser opens six connections to one host.
const WORKERS: usize = 6;

pub fn run(args: &[String]) -> Result<ExitCode> {
    let listener = listen(port(args)?)?;
    build::package()?;
    let address = listener.local_addr()?;
    let server = server(listener)?;
    println!("http://{address}/  (Ctrl-C ends it)");
    let folder = build::pkg().canonicalize().context("pkg/ is missing")?;
    for worker in answer_all(Arc::new(server), folder) {
        worker.join().map_err(|_| anyhow!("a worker of the server panicked"))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The port that was asked for, if any.
fn port(args: &[String]) -> Result<Option<u16>> {
    let value = match args {
        [] => return Ok(None),
        [name, value] if name == "--port" => value,
        [one] if one.starts_with("--port=") => &one["--port=".len()..],
        _ => bail!("serve takes --port NUMBER and nothing else"),
    };
    match value.parse() {
        Ok(port) if port > 0 => Ok(Some(port)),
        _ => bail!("--port takes a number from 1 to 65535, not {value}"),
    }
}

/// Opens the wanted port or, when it is all the same, the first free one. Only programs on this machine can connect.
fn listen(wanted: Option<u16>) -> Result<TcpListener> {
    let open = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    if let Some(port) = wanted {
        return open(port).map_err(|error| match error.kind() {
            ErrorKind::AddrInUse => anyhow!("port {port} is taken; name another, or none to get a free one"),
            _ => anyhow!("port {port} cannot be opened: {error}"),
        });
    }
    let last = PORT + TRIES;
    (PORT..=last)
        .find_map(|port| open(port).ok())
        .with_context(|| format!("no port from {PORT} to {last} is free"))
}

fn server(listener: TcpListener) -> Result<Server> {
    Server::from_listener(listener, None).map_err(|error| anyhow!("the server cannot start: {error}"))
}

fn answer_all(server: Arc<Server>, folder: PathBuf) -> Vec<thread::JoinHandle<()>> {
    let worker = |_| {
        let (server, folder) = (Arc::clone(&server), folder.clone());
        thread::spawn(move || {
            while let Ok(request) = server.recv() {
                let response = answer(&request, &folder);
                // The browser may have gone away meanwhile; that is its own affair.
                let _ = request.respond(response);
            }
        })
    };
    (0..WORKERS).map(worker).collect()
}

type Answer = Response<std::io::Cursor<Vec<u8>>>;

fn answer(request: &Request, folder: &Path) -> Answer {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return plain(405, "Only GET and HEAD are served here.\n").with_header(header("Allow", "GET, HEAD"));
    }
    let Some(file) = path::resolve(folder, request.url()) else {
        return plain(404, "There is no such file.\n");
    };
    match fs::read(&file) {
        Ok(bytes) => respond(200, mime::of(&file), bytes),
        Err(error) => {
            say(&format!("{} cannot be read: {error}", file.display()));
            plain(500, "The file cannot be read.\n")
        }
    }
}

fn plain(status: u16, text: &str) -> Answer {
    respond(status, mime::TEXT, text.into())
}

fn respond(status: u16, mime: &str, bytes: Vec<u8>) -> Answer {
    Response::from_data(bytes)
        // Never in chunks: whoever waits for a module sees how much of it is still to come.
        .with_chunked_threshold(usize::MAX)
        .with_status_code(status)
        .with_header(header("Content-Type", mime))
        .with_header(header("Cache-Control", "no-store"))
        .with_header(header("X-Content-Type-Options", "nosniff"))
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("our own headers are plain ASCII")
}

#[cfg(test)]
mod tests;

//! `kasoti lsp`: a language server over standard input and output, for editors.

mod answers;
mod documents;
mod places;
mod server;

use std::io;

use clap::Args;
use lsp_server::Connection;
use lsp_types::{
    CodeActionKind, CodeActionOptions, CodeActionProviderCapability, HoverProviderCapability,
    InitializeParams, PositionEncodingKind, ServerCapabilities, TextDocumentSyncCapability,
    TextDocumentSyncKind, TextDocumentSyncOptions, TextDocumentSyncSaveOptions,
};
use serde_json::json;

use crate::arguments::Judging;
use server::Server;

#[derive(Args)]
pub struct Task {
    /// For editors that pass it to every server; standard input and output are all there is.
    #[arg(long, hide = true)]
    stdio: bool,

    #[command(flatten)]
    judging: Judging,
}

/// The source action that makes every change that cannot hurt.
const FIX_ALL: &str = "source.fixAll.kasoti";

/// Serves one editor until it says goodbye, and gives the exit code.
pub fn run(task: &Task) -> io::Result<u8> {
    let reader = task.judging.reader()?;
    let (connection, threads) = Connection::stdio();
    let (id, params) = connection.initialize_start().map_err(io::Error::other)?;
    let params: InitializeParams = serde_json::from_value(params)?;
    let served = json!({
        "capabilities": capabilities(),
        "serverInfo": { "name": "kasoti", "version": env!("CARGO_PKG_VERSION") },
    });
    connection.initialize_finish(id, served).map_err(io::Error::other)?;
    let code = Server::new(&connection, &reader, &task.judging.speech, &params.capabilities).run()?;
    // The threads end when nobody can send any more.
    drop(connection);
    threads.join()?;
    Ok(code)
}

fn capabilities() -> ServerCapabilities {
    let sync = TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::INCREMENTAL),
        save: Some(TextDocumentSyncSaveOptions::Supported(true)),
        ..TextDocumentSyncOptions::default()
    };
    let actions = CodeActionOptions {
        code_action_kinds: Some(vec![CodeActionKind::QUICKFIX, CodeActionKind::new(FIX_ALL)]),
        ..CodeActionOptions::default()
    };
    ServerCapabilities {
        position_encoding: Some(PositionEncodingKind::UTF16),
        text_document_sync: Some(TextDocumentSyncCapability::Options(sync)),
        code_action_provider: Some(CodeActionProviderCapability::Options(actions)),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        ..ServerCapabilities::default()
    }
}

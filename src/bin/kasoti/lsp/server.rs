//! Listens to the editor.

use std::collections::BTreeMap;
use std::io;
use std::time::{Duration, Instant};

use lsp_server::{Connection, ErrorCode, Message, Notification, Request, Response};
use lsp_types::notification::{self as told, Notification as _};
use lsp_types::request::{self as asked, Request as _};
use lsp_types::{
    ClientCapabilities, CodeActionParams, DidChangeWatchedFilesRegistrationOptions, FileSystemWatcher,
    GlobPattern, HoverParams, MessageType, PublishDiagnosticsParams, Registration, RegistrationParams,
    ShowMessageParams,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::answers;
use super::documents::Document;
use crate::arguments::Speech;
use crate::messages::Tongues;
use crate::reader::Reader;

/// Rest after a change before the text is read again: longer than between two keys, shorter than a look to the side.
const REST: Duration = Duration::from_millis(250);

pub struct Server<'s> {
    connection: &'s Connection,
    reader: &'s Reader<'s>,
    speech: &'s Speech,
    tongues: Tongues,
    /// By address.
    documents: BTreeMap<String, Document>,
    /// When what has changed is to be read.
    due: Option<Instant>,
    /// The last mistake that the editor was told of: once is enough.
    mistake: Option<String>,
}

impl<'s> Server<'s> {
    pub fn new(
        connection: &'s Connection,
        reader: &'s Reader<'s>,
        speech: &'s Speech,
        client: &ClientCapabilities,
    ) -> Self {
        let watched = client.workspace.as_ref().and_then(|workspace| workspace.did_change_watched_files);
        let server = Self {
            connection,
            reader,
            speech,
            tongues: Tongues::default(),
            documents: BTreeMap::new(),
            due: None,
            mistake: None,
        };
        if watched.and_then(|watched| watched.dynamic_registration) == Some(true) {
            server.watch();
        }
        server
    }

    /// Serves until the end and gives the exit code: a failure when the editor went without a goodbye.
    pub fn run(mut self) -> io::Result<u8> {
        loop {
            let message = match self.due {
                None => self.connection.receiver.recv().ok(),
                Some(due) => match self.connection.receiver.recv_deadline(due) {
                    Ok(message) => Some(message),
                    Err(error) if error.is_timeout() => {
                        self.check_all();
                        continue;
                    }
                    Err(_) => None,
                },
            };
            match message {
                Some(Message::Request(request)) => {
                    if self.connection.handle_shutdown(&request).map_err(io::Error::other)? {
                        return Ok(0);
                    }
                    self.answer(request);
                }
                Some(Message::Notification(news)) if news.method == told::Exit::METHOD => return Ok(1),
                Some(Message::Notification(news)) => self.hear(news),
                // To the one request of ours; whether the editor watches or not, there is nothing to do.
                Some(Message::Response(_)) => {}
                None => return Ok(1),
            }
        }
    }

    fn answer(&mut self, request: Request) {
        let Request { id, method, params } = request;
        let answer = match method.as_str() {
            asked::CodeActionRequest::METHOD => with(params, |params| self.actions(&params)),
            asked::HoverRequest::METHOD => with(params, |params| self.hover(&params)),
            _ => Err((ErrorCode::MethodNotFound, format!("{method} is not served"))),
        };
        let response = match answer {
            Ok(value) => Response::new_ok(id, value),
            Err((code, why)) => Response::new_err(id, code as i32, why),
        };
        self.send(response);
    }

    fn actions(&mut self, params: &CodeActionParams) -> Vec<lsp_types::CodeActionOrCommand> {
        self.check(params.text_document.uri.as_str());
        let Some(document) = self.documents.get(params.text_document.uri.as_str()) else { return Vec::new() };
        let Some(checked) = &document.checked else { return Vec::new() };
        answers::actions(document, checked, params.range, &params.context, self.tongues.of(&checked.ui))
    }

    fn hover(&mut self, params: &HoverParams) -> Option<lsp_types::Hover> {
        let place = &params.text_document_position_params;
        self.check(place.text_document.uri.as_str());
        let document = self.documents.get(place.text_document.uri.as_str())?;
        let checked = document.checked.as_ref()?;
        answers::hover(document, checked, place.position, self.tongues.of(&checked.ui))
    }

    /// What makes no sense is passed over: there is nobody to answer.
    fn hear(&mut self, news: Notification) {
        let Notification { method, params } = news;
        match method.as_str() {
            told::DidOpenTextDocument::METHOD => {
                let _ = with(params, |params: lsp_types::DidOpenTextDocumentParams| {
                    let document = Document::new(params.text_document);
                    let uri = document.uri.as_str().to_owned();
                    self.documents.insert(uri.clone(), document);
                    self.check(&uri);
                });
            }
            told::DidChangeTextDocument::METHOD => {
                let _ = with(params, |params: lsp_types::DidChangeTextDocumentParams| {
                    let changed = &params.text_document;
                    if let Some(document) = self.documents.get_mut(changed.uri.as_str()) {
                        document.change(changed.version, params.content_changes);
                        self.due = Some(Instant::now() + REST);
                    }
                });
            }
            told::DidCloseTextDocument::METHOD => {
                let _ = with(params, |params: lsp_types::DidCloseTextDocumentParams| {
                    self.documents.remove(params.text_document.uri.as_str());
                    self.publish(PublishDiagnosticsParams::new(params.text_document.uri, Vec::new(), None));
                });
            }
            told::DidChangeWatchedFiles::METHOD | told::DidSaveTextDocument::METHOD => {
                self.reader.forget_houses();
                self.documents.values_mut().for_each(|document| document.is_stale = true);
                self.check_all();
            }
            _ => {}
        }
    }

    fn check_all(&mut self) {
        self.due = None;
        for uri in self.documents.keys().cloned().collect::<Vec<_>>() {
            self.check(&uri);
        }
    }

    /// Reads a text that has changed and tells what was found.
    fn check(&mut self, uri: &str) {
        let Some(document) = self.documents.get_mut(uri).filter(|document| document.is_stale) else { return };
        let mistake = document.check(self.reader, self.speech).err();
        let found = document
            .checked
            .as_ref()
            .map(|checked| answers::diagnostics(document, checked, self.tongues.of(&checked.ui)));
        let (uri, version) = (document.uri.clone(), document.version);
        self.publish(PublishDiagnosticsParams::new(uri, found.unwrap_or_default(), Some(version)));
        if mistake.is_some() && mistake != self.mistake {
            let message = mistake.clone().unwrap_or_default();
            self.tell::<told::ShowMessage>(ShowMessageParams { typ: MessageType::ERROR, message });
        }
        self.mistake = mistake;
    }

    /// Asks to be told when a house changes its mind.
    fn watch(&self) {
        let watcher =
            FileSystemWatcher { glob_pattern: GlobPattern::String("**/kasoti.toml".into()), kind: None };
        let options = DidChangeWatchedFilesRegistrationOptions { watchers: vec![watcher] };
        let registration = Registration {
            id: "kasoti.toml".to_owned(),
            method: told::DidChangeWatchedFiles::METHOD.to_owned(),
            register_options: serde_json::to_value(options).ok(),
        };
        let params = RegistrationParams { registrations: vec![registration] };
        self.send(Request::new(1.into(), asked::RegisterCapability::METHOD.to_owned(), params));
    }

    fn publish(&self, params: PublishDiagnosticsParams) {
        self.tell::<told::PublishDiagnostics>(params);
    }

    fn tell<N: told::Notification>(&self, params: N::Params) {
        self.send(Notification::new(N::METHOD.to_owned(), params));
    }

    /// An editor that is gone hears nothing; that it is gone shows when it is listened to.
    fn send(&self, message: impl Into<Message>) {
        let _ = self.connection.sender.send(message.into());
    }
}

/// Calls `f` with what the editor sent, if that makes sense.
fn with<P: DeserializeOwned, A: Serialize>(
    params: serde_json::Value,
    f: impl FnOnce(P) -> A,
) -> Result<serde_json::Value, (ErrorCode, String)> {
    let params =
        serde_json::from_value(params).map_err(|error| (ErrorCode::InvalidParams, error.to_string()))?;
    serde_json::to_value(f(params)).map_err(|error| (ErrorCode::InternalError, error.to_string()))
}

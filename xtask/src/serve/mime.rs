//! What kind a file is, by its ending.

use std::path::Path;

/// For words of our own and for files that are to be read as they are.
pub const TEXT: &str = "text/plain; charset=utf-8";

/// The media type of a file. WebAssembly compiles while it streams in, and modules run at all, only under their own.
pub fn of(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("css") => "text/css; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("md" | "ts" | "txt") => TEXT,
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

//! From what is named on the command line to files: folders and patterns are looked through.

use std::collections::{BTreeMap, HashSet};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use globset::GlobBuilder;
use ignore::WalkBuilder;

use super::progress::Progress;
use super::{Format, How, Source};
use crate::FAILED;
use crate::reader::Reader;

/// Reads each file and has `work` done on it, several at once, and hands what comes of it to `print` in the order of the
/// files. Says what cannot be read and goes on. Gives the exit code.
pub fn each<T: Send>(
    named: &[PathBuf],
    how: &How,
    reader: &Reader,
    work: impl Fn(Source) -> Result<T, String> + Sync,
    mut print: impl FnMut(T) -> io::Result<()>,
) -> io::Result<u8> {
    let files: Vec<_> = named.iter().flat_map(|path| of(path, reader)).collect();
    let (mut code, mut told) = (0, HashSet::new());
    let done = |file: &Result<PathBuf, String>| {
        file.clone().and_then(|path| Source::read(&path, how)).and_then(&work)
    };
    let progress = Progress::new(files.len());
    in_order(&files, how.jobs(), done, |done| {
        progress.step();
        match done {
            Ok(done) => print(done),
            Err(why) => {
                code = FAILED;
                // Many files may suffer from one mistake.
                if told.insert(why.clone()) {
                    progress.aside(|| drop(writeln!(io::stderr(), "kasoti: {why}")));
                }
                Ok(())
            }
        }
    })?;
    Ok(code)
}

/// What `work` makes of each item, on `jobs` threads, handed to `take` in the items' order.
fn in_order<I: Sync, T: Send>(
    items: &[I],
    jobs: usize,
    work: impl Fn(&I) -> T + Sync,
    mut take: impl FnMut(T) -> io::Result<()>,
) -> io::Result<()> {
    if jobs.min(items.len()) < 2 {
        return items.iter().try_for_each(|item| take(work(item)));
    }
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        let (send, receive) = mpsc::channel();
        for _ in 0..jobs.min(items.len()) {
            let (send, next, work) = (send.clone(), &next, &work);
            scope.spawn(move || {
                while let Some((i, item)) = claim(next, items) {
                    // Nobody listens any more when the printer has failed.
                    if send.send((i, work(item))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(send);
        let (mut early, mut due) = (BTreeMap::new(), 0);
        for (i, done) in receive {
            early.insert(i, done);
            while let Some(done) = early.remove(&due) {
                due += 1;
                take(done)?;
            }
        }
        Ok(())
    })
}

fn claim<'i, I>(next: &AtomicUsize, items: &'i [I]) -> Option<(usize, &'i I)> {
    let i = next.fetch_add(1, Ordering::Relaxed);
    items.get(i).map(|item| (i, item))
}

/// The files that `path` names, those of a folder by name.
fn of(path: &Path, reader: &Reader) -> Vec<Result<PathBuf, String>> {
    let mut found: Vec<_> = if path.is_dir() {
        inside(path, usize::MAX).filter(|file| Format::of(file).is_some()).collect()
    } else if !path.exists() && is_pattern(path) {
        match matching(path) {
            Ok(found) => found,
            Err(why) => return vec![Err(why)],
        }
    } else {
        return vec![Ok(path.to_owned())];
    };
    found.retain(|file| !reader.excludes(file));
    if found.is_empty() {
        let (name, what) = (path.display(), if path.is_dir() { "holds" } else { "names" });
        return vec![Err(format!(
            "{name} {what} no file to check (txt, md, html, docx, srt, vtt, po, xliff)"
        ))];
    }
    found.into_iter().map(Ok).collect()
}

/// All files in a folder and its folders, down to a depth, by name; but for hidden ones and those that Git ignores.
fn inside(folder: &Path, deepest: usize) -> impl Iterator<Item = PathBuf> {
    let walk = WalkBuilder::new(folder).max_depth(Some(deepest)).sort_by_file_name(|a, b| a.cmp(b)).build();
    walk.flatten().map(ignore::DirEntry::into_path).filter(|path| path.is_file())
}

fn has_wildcard(part: &str) -> bool {
    part.contains(['*', '?', '[', '{'])
}

fn is_pattern(path: &Path) -> bool {
    path.to_str().is_some_and(has_wildcard)
}

/// The files that a pattern matches, for shells that do not look themselves and for `**`.
fn matching(pattern: &Path) -> Result<Vec<PathBuf>, String> {
    let is_fixed = |part: &Component| !has_wildcard(&part.as_os_str().to_string_lossy());
    let base: PathBuf = pattern.components().take_while(is_fixed).collect();
    let rest: PathBuf = pattern.components().skip_while(is_fixed).collect();
    let glob = GlobBuilder::new(&rest.to_string_lossy()).literal_separator(true).build();
    let glob =
        glob.map_err(|error| format!("{} is no pattern: {error}", pattern.display()))?.compile_matcher();
    let folder = if base.as_os_str().is_empty() { Path::new(".") } else { &base };
    let deepest = rest.components().count();
    let deepest = if rest.to_string_lossy().contains("**") { usize::MAX } else { deepest };
    let found = inside(folder, deepest).filter_map(|path| {
        let inner = path.strip_prefix(folder).ok()?;
        glob.is_match(inner).then(|| base.join(inner))
    });
    Ok(found.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_at_once_comes_in_order() {
        let items: Vec<u64> = (0..100).rev().collect();
        let mut taken = Vec::new();
        let work = |&item: &u64| {
            thread::sleep(std::time::Duration::from_micros(item * 10));
            item
        };
        in_order(&items, 8, work, |item| {
            taken.push(item);
            Ok(())
        })
        .unwrap();
        assert_eq!(taken, items);
        let failed = in_order(&items, 8, work, |_| Err(io::Error::other("full")));
        assert_eq!(failed.unwrap_err().to_string(), "full");
    }
}

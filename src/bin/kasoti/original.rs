//! Where the original of a file is: a path in which `{dir}`, `{stem}` and `{ext}` stand for the file's folder, its name and
//! its ending, so that one setting serves a whole folder of translations.

use std::path::{self, Path, PathBuf};

/// The path of the original of `file`; `{dir}` and the path itself are relative to `base`.
pub fn path_of(template: &str, base: &Path, file: &Path) -> PathBuf {
    let part = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let folder = file.parent().unwrap_or(Path::new(""));
    let folder = match path::absolute(folder) {
        Ok(whole) if whole.starts_with(base) && !base.as_os_str().is_empty() => {
            whole.strip_prefix(base).map(Path::to_owned).unwrap_or(whole)
        }
        _ => folder.to_owned(),
    };
    let folder = if folder.as_os_str().is_empty() { ".".into() } else { folder.display().to_string() };
    let filled = template.replace("{dir}", &folder);
    let filled = filled.replace("{stem}", &part(file.file_stem())).replace("{ext}", &part(file.extension()));
    base.join(filled)
}

/// Whether the path differs from file to file.
pub fn is_template(path: &str) -> bool {
    ["{dir}", "{stem}", "{ext}"].iter().any(|part| path.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_the_file_are_filled_in() {
        let path = |template, base: &str, file: &str| path_of(template, Path::new(base), Path::new(file));
        assert_eq!(path("en/{stem}.{ext}", "", "mr/एक 😀.md"), Path::new("en/एक 😀.md"));
        assert_eq!(path("{dir}/{stem}.original.txt", "", "mr/a.b.md"), Path::new("mr/a.b.original.txt"));
        assert_eq!(path("{dir}/x", "", "a.md"), Path::new("./x"));
        assert_eq!(path("en/{dir}/{stem}", "/news", "/news/mr/a.md"), Path::new("/news/en/mr/a"));
        assert_eq!(path("en.txt", "/news", "/news/mr/a.md"), Path::new("/news/en.txt"));
    }
}

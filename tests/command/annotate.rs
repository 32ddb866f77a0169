//! `kasoti annotate`.

use std::fs;

use crate::{file, folder, kasoti, stderr, stdout};

const STORY: &str =
    "<h1>😀 पूल बंद &lt;script&gt;alert(1)&lt;/script&gt;</h1><p>पुण्यात दर १,5 टक्के आहे. त्यांनी म्हटले म्हटले की.</p>";

#[test]
fn the_page_shows_marks_reasons_and_names_and_runs_nothing() {
    let path = file("annotate.html", STORY.as_bytes());
    let page = stdout(&kasoti(&["annotate", "--ui", "mr", path.to_str().unwrap()], b""));
    assert!(page.starts_with("<!doctype html>\n<html lang=\"mr\">"), "{page}");
    assert!(!page.contains("<script") && page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{page}");
    assert!(
        page.contains("<article lang=\"mr\" translate=\"no\">\n<h1>😀 पूल बंद<mark class=\"major\" title=\""),
        "{page}"
    );
    let mark = "<mark class=\"major\" title=\"पुन्हा आलेला शब्द: ";
    assert!(page.contains(mark), "{page}");
    assert!(
        page.contains("१,5</mark><sup id=\"t2\"><a href=\"#f2\">२</a></sup>"),
        "numbered in Marathi: {page}"
    );
    assert!(page.contains("<mark class=\"major\">म्हटले म्हटले</mark> → <b>म्हटले</b>"), "{page}");
    assert!(
        page.contains(
            "<mark class=\"place\">पुणे</mark> <small lang=\"mr\">ठिकाण</small> <a href=\"#m0\">१</a>"
        ),
        "{page}"
    );
    assert!(page.contains("<mark id=\"m0\" class=\"place\" title=\"ठिकाण: पुणे\">पुण्या</mark>त"), "{page}");
    assert!(
        !page.contains("src=") && !page.contains("http:") && !page.contains("https:"),
        "nothing is fetched"
    );
}

#[test]
fn several_pages_want_a_folder() {
    let (a, b) = (file("annotate-a.txt", "😀 एक.".as_bytes()), file("annotate-b.md", "# 😀 दोन".as_bytes()));
    let (a, b) = (a.to_str().unwrap(), b.to_str().unwrap());
    let refused = kasoti(&["annotate", a, b], b"");
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(
        stderr(&refused),
        "kasoti: several files make several pages; name a folder for them with --out\n"
    );
    let out = folder("pages");
    assert_eq!(kasoti(&["annotate", "--out", &out, a, b, a], b"").status.code(), Some(0));
    let page = |name: &str| fs::read_to_string(format!("{out}/{name}")).unwrap();
    assert!(page("annotate-a.txt.html").contains("<h1>😀 एक.</h1>"));
    assert!(page("annotate-b.md.html").contains("<h1>😀 दोन</h1>"));
    assert_eq!(page("annotate-a.txt-2.html"), page("annotate-a.txt.html"));
}

#[test]
fn a_site_gets_marks_and_an_index() {
    let site = folder("annotate-site");
    fs::create_dir_all(format!("{site}/mr")).unwrap();
    let (one, two) = (format!("{site}/mr/एक.html"), format!("{site}/two.html"));
    let page = |body: &str| format!("<html><head><title>x</title></head><body>{body}</body></html>");
    let first = page("<h1>😀 पूल &lt;बंद&gt;</h1><p>शरद <b>पवार</b> पुण्यात आले. पुणे शहरात पाऊस पडला.</p>");
    let second = page("<h1>दुसरे पान</h1><p>ते पुण्याहून गेले.</p>");
    fs::write(&one, &first).unwrap();
    fs::write(&two, &second).unwrap();
    let robots = format!("{site}/robots.txt");
    fs::write(&robots, "पुणे 😀").unwrap();
    let run = || kasoti(&["annotate", "--in-place", "--lang", "mr", "--ui", "mr", &site], b"");
    let done = run();
    assert_eq!((done.status.code(), stderr(&done)), (Some(0), String::new()));
    let marked = fs::read_to_string(&one).unwrap();
    assert!(
        marked.contains("<p>शरद <b>पवार</b> <span id=\"kasoti-m1\" class=\"kasoti-place\">पुण्या</span>त आले."),
        "{marked}"
    );
    let index = fs::read_to_string(format!("{site}/names.html")).unwrap();
    let wanted = "<mark class=\"place\">पुणे</mark><br><a href=\"mr/%E0%A4%8F%E0%A4%95.html#kasoti-m1\">😀 पूल &lt;बंद&gt;</a> <small>२</small><br><a href=\"two.html#kasoti-m0\">दुसरे पान</a> <small>१</small></li>";
    assert!(index.contains(wanted), "{index}");
    run();
    assert_eq!(fs::read_to_string(&one).unwrap(), marked, "a second run changes nothing");
    assert_eq!(fs::read_to_string(format!("{site}/names.html")).unwrap(), index);
    assert_eq!(fs::read_to_string(&robots).unwrap(), "पुणे 😀", "no page");
    let index = format!("{site}/names.html");
    let refused = kasoti(&["annotate", "--in-place", "--index", &index, &robots], b"");
    assert_eq!(refused.status.code(), Some(2));
    assert!(stderr(&refused).contains("robots.txt is no page of a folder"), "{}", stderr(&refused));
    let nowhere = kasoti(&["annotate", "--in-place", &one, &two], b"");
    assert_eq!(stderr(&nowhere), "kasoti: say with --index where the names are to be listed\n");
}

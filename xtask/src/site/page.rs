//! What all pages share: their frame, and words in the languages of their readers.

use std::fmt::Write;

/// What a page says beside its own words.
pub struct Words {
    pub ui: &'static str,
    /// The language's name for itself.
    pub name: &'static str,
    pub rules: &'static str,
    pub rules_lead: &'static str,
    pub papers: &'static str,
    pub papers_lead: &'static str,
    pub desk: &'static str,
    pub gallery: &'static str,
    pub reports: &'static str,
    pub quiet: &'static str,
    pub missed: &'static str,
    pub on: &'static str,
    pub off: &'static str,
    pub all: &'static str,
    pub settings: &'static str,
    /// Judged by readers; `{real}` and `{false}` are filled.
    pub judged: &'static str,
}

pub const MR: Words = Words {
    ui: "mr",
    name: "मराठी",
    rules: "नियम",
    rules_lead: "कसोटी काय शोधते, ते का चूक आहे, कोणती वाक्ये दाखवली जातात आणि कोणती नाहीत. ही उदाहरणे चाचण्याही आहेत: प्रत्येक बदलानंतर ती पुन्हा तपासली जातात.",
    papers: "कागदपत्रे",
    papers_lead: "कसोटीविषयी सर्व काही. नियमांची यादी मराठीत आहे; इतर कागदपत्रे इंग्रजीत आहेत.",
    desk: "कसोटी वापरून पाहा",
    gallery: "पानावर कशी दिसते",
    reports: "दाखवले जाते",
    quiet: "दाखवले जात नाही",
    missed: "अजून सापडत नाही",
    on: "सुरू",
    off: "मागितल्यास सुरू",
    all: "सर्व भाषा",
    settings: "पर्याय",
    judged: "वाचकांनी पडताळलेल्या वाक्यांत: {real} बरोबर, {false} चुकीचे इशारे.",
};

pub const HI: Words = Words {
    ui: "hi",
    name: "हिन्दी",
    rules: "नियम",
    rules_lead: "कसोटी क्या खोजती है, वह गलती क्यों है, कौन-से वाक्य दिखाए जाते हैं और कौन-से नहीं। ये उदाहरण जांचें भी हैं: हर बदलाव के बाद ये फिर चलाए जाते हैं।",
    papers: "कागजात",
    papers_lead: "कसोटी के बारे में सब कुछ। नियमों की सूची हिन्दी में है; बाकी कागजात अंग्रेजी में हैं।",
    desk: "कसोटी आजमाएं",
    gallery: "पन्ने पर कैसी दिखती है",
    reports: "दिखाया जाता है",
    quiet: "नहीं दिखाया जाता",
    missed: "अभी नहीं मिलता",
    on: "चालू",
    off: "मांगने पर चालू",
    all: "सभी भाषाएं",
    settings: "विकल्प",
    judged: "पाठकों के परखे वाक्यों में: {real} सही, {false} गलत इशारे।",
};

pub const EN: Words = Words {
    ui: "en",
    name: "English",
    rules: "The rules",
    rules_lead: "What Kasoti looks for, why it is a fault, which sentences are reported and which are left alone. The examples are tests, too: they are run again after every change.",
    papers: "Papers",
    papers_lead: "All there is to read about Kasoti.",
    desk: "Try it",
    gallery: "On a page",
    reports: "Reported",
    quiet: "Left alone",
    missed: "Not found yet",
    on: "on",
    off: "on request",
    all: "all languages",
    settings: "settings",
    judged: "In sentences that readers judged: {real} right, {false} false alarms.",
};

pub const ALL: [&Words; 3] = [&MR, &HI, &EN];

/// A page of `docs/` with `body` as its main part; `here` is its file, `others` the same page in other languages.
pub fn page(words: &Words, title: &str, here: &str, others: &[(&str, String)], body: &str) -> String {
    let mut nav = String::new();
    let places = [
        ("../index.html".to_owned(), words.desk),
        ("../gallery.html".to_owned(), words.gallery),
        (format!("rules.{}.html", words.ui), words.rules),
        (index(words), words.papers),
    ];
    for (address, name) in places {
        let current = if address == here { " aria-current=\"page\"" } else { "" };
        let _ = write!(nav, "<a href=\"{address}\"{current}>{name}</a> ");
    }
    for (ui, address) in others {
        let name = ALL.iter().find(|words| words.ui == *ui).map_or(*ui, |words| words.name);
        let _ =
            write!(nav, "<a class=\"tongue\" href=\"{address}\" lang=\"{ui}\" hreflang=\"{ui}\">{name}</a> ");
    }
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{} · Kasoti</title>\n<link rel=\"icon\" href=\"../icon.svg\">\n<link rel=\"stylesheet\" href=\"../tokens.css\">\n<link rel=\"stylesheet\" href=\"site.css\">\n</head>\n<body>\n<header><nav>{nav}</nav></header>\n<main>\n<h1>{}</h1>\n{body}</main>\n</body>\n</html>\n",
        words.ui,
        escape(title),
        escape(title),
    )
}

/// Where the papers are listed in a language.
pub fn index(words: &Words) -> String {
    if words.ui == "en" { "index.html".to_owned() } else { format!("index.{}.html", words.ui) }
}

/// The words of a text, for text and for attributes.
pub fn escape(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

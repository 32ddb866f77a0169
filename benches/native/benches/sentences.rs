//! Sentences: Kasoti against `icu_segmenter` and `unicode-segmentation`, which follow Unicode's rules for all languages.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use icu_segmenter::{SentenceSegmenter, options::SentenceBreakInvariantOptions};
use kasoti::lang::Lang;
use kasoti_benchmarks::article;
use unicode_segmentation::UnicodeSegmentation;

fn sentences(c: &mut Criterion) {
    for lang in ["mr", "hi", "en"] {
        let text = article(lang);
        let mut group = c.benchmark_group(format!("sentences, {lang}"));
        group.throughput(Throughput::Bytes(text.len() as u64));
        let known = Lang::parse(lang).expect("it is a language code");
        group.bench_function("kasoti", |b| b.iter(|| kasoti::sentences(black_box(&text), known).count()));
        let icu = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
        group.bench_function("icu_segmenter", |b| b.iter(|| icu.segment_str(black_box(&text)).count()));
        group.bench_function("unicode-segmentation", |b| {
            b.iter(|| black_box(&text).split_sentence_bounds().count());
        });
        group.finish();
    }
}

criterion_group!(benches, sentences);
criterion_main!(benches);

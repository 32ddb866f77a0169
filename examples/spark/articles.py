"""Writes invented articles, to try archives with: sentences of the project's own, dealt out anew.

    python3 articles.py COUNT articles.parquet     # needs pyarrow
    python3 articles.py COUNT articles.jsonl       # needs nothing

Of a thousand articles two are bad ones, as archives have them: one without a text, one that is no text at all.
"""

import json
import pathlib
import random
import re
import sys

SENTENCES = pathlib.Path(__file__).resolve().parents[2] / "data/entities"
LANGUAGES = ("mr", "hi", "en")


def sentences(lang):
    """Sentences of a language, without the marks of their names."""
    found = []
    for part in sorted((SENTENCES / lang).glob("part*.txt")):
        lines = part.read_text(encoding="utf-8").splitlines()
        found += [re.sub(r"\{[A-Z]+:([^}]*)\}", r"\1", line) for line in lines if line and not line.startswith("#")]
    return found


def articles(count, seed=1):
    deal = random.Random(seed)
    known = {lang: sentences(lang) for lang in LANGUAGES}
    for i in range(count):
        lang = LANGUAGES[i % len(LANGUAGES)]
        paragraphs = (" ".join(deal.sample(known[lang], deal.randint(2, 4))) for _ in range(deal.randint(3, 6)))
        text = "\n".join(paragraphs)
        if i % 1000 == 500:
            text = None
        elif i % 1000 == 501:
            text = "\x00\x01😀" + "\ufffd" * 50
        yield {"id": f"article-{i}", "text": text, "lang": lang}


def main():
    count, path = int(sys.argv[1]), sys.argv[2]
    if path.endswith(".jsonl"):
        with open(path, "w", encoding="utf-8") as out:
            for article in articles(count):
                out.write(json.dumps(article, ensure_ascii=False) + "\n")
        return
    import pyarrow
    import pyarrow.parquet

    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(list(articles(count))), path)


if __name__ == "__main__":
    main()

"""Reads an archive of articles with the native command, on Apache Spark.

    spark-submit kasoti_spark.py ARTICLES OUT [--command kasoti] [--partitions N] [--patience SECONDS]

ARTICLES is Parquet with the columns `id` and `text`, and `lang` and `original` if there are any. OUT becomes a folder with
`reports` (a row an article), `entities` (a row a name in an article), `findings` (a row a fault) and `errors` (articles that
gave none, with the reason). Offsets count Unicode code points, as Python's strings do.

A partition has one process of the command: articles go in through its standard input, a line each, and reports come out in
the same order. What an article does to its process stops neither the partition nor the job.
"""

import argparse
import json
import queue
import subprocess
import threading

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

SPAN = "start int, end int"
REPORT = f"""
    id string, lang string, error string, sentences int,
    entities array<struct<kind string, name string, count int, forms array<string>>>,
    findings array<struct<code string, severity string, {SPAN}, words string, safe boolean>>
"""

# Articles that wait in a process's pipe. Enough to keep it busy while Python reads; few enough to name the one that
# killed it.
AHEAD = 16


class Process:
    """The command with `--jsonl`, started anew when it has died."""

    def __init__(self, command, patience):
        self.command, self.patience = command, patience
        self.child = None

    def start(self):
        if self.child is None:
            self.child = subprocess.Popen(
                [self.command, "check", "--jsonl", "--offsets", "codepoint"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            )
            self.answers = queue.Queue()
            threading.Thread(target=listen, args=(self.child.stdout, self.answers), daemon=True).start()

    def send(self, line):
        self.start()
        try:
            self.child.stdin.write(line)
            self.child.stdin.flush()
        except OSError:
            pass  # It has died; whoever waits for the answer is told.

    def receive(self):
        """The next answer; None when there will be none, or not in time."""
        try:
            return self.answers.get(timeout=self.patience)
        except queue.Empty:
            return None

    def stop(self):
        if self.child is not None:
            self.child.kill()
            self.child.wait()
            self.child.stdin.close()
            self.child = None


def listen(stream, answers):
    for line in stream:
        answers.put(line)
    answers.put(None)


def request(row):
    """An article as a line for the command."""
    fields = {name: row.get(name) for name in ("text", "lang", "original")}
    fields = {name: value for name, value in fields.items() if isinstance(value, str)}
    return json.dumps(fields, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def answered(rows, process):
    """Each row with its answer. Rows that went into a process which died are asked again, one by one."""
    waiting = []
    for row in rows:
        process.send(request(row))
        waiting.append(row)
        if len(waiting) >= AHEAD:
            yield from first(waiting, process)
    while waiting:
        yield from first(waiting, process)


def first(waiting, process):
    answer = process.receive()
    if answer is not None:
        yield waiting.pop(0), answer
        return
    again = waiting[:]
    waiting.clear()
    process.stop()
    for row in again:
        process.send(request(row))
        answer = process.receive()
        if answer is None:
            process.stop()
        yield row, answer


def report(row, answer):
    """A row of `reports`."""
    out = {"id": str(row["id"]), "lang": None, "error": None, "sentences": None, "entities": [], "findings": []}
    if answer is None:
        return out | {"error": "the command died, or took too long"}
    said = json.loads(answer)
    if "error" in said:
        return out | {"error": said["error"]}
    text = row["text"]
    entities = [
        {"kind": e["kind"], "name": e["name"], "count": len(e["mentions"]), "forms": [f["text"] for f in e["forms"]]}
        for e in said["entities"]
    ]
    findings = [
        {"code": f["code"], "severity": f["severity"], "start": f["start"], "end": f["end"],
         "words": text[f["start"]:f["end"]], "safe": bool(f.get("safe"))}
        for f in said["findings"]
    ]
    return out | {
        "lang": said["lang"], "sentences": len(said["sentences"]), "entities": entities, "findings": findings,
    }


def reader(command, patience):
    """What `mapInPandas` runs on each partition."""

    def read(frames):
        import pandas

        process = Process(command, patience)
        try:
            for frame in frames:
                rows = frame.to_dict("records")
                done = [report(row, answer) for row, answer in answered(rows, process)]
                yield pandas.DataFrame(done, columns=["id", "lang", "error", "sentences", "entities", "findings"]).astype(
                    {"sentences": "Int32"}
                )
        finally:
            process.stop()

    return read


def analyse(articles: DataFrame, command="kasoti", patience=60) -> DataFrame:
    """The reports on articles, a row each."""
    wanted = [name for name in ("id", "text", "lang", "original") if name in articles.columns]
    return articles.select(*wanted).mapInPandas(reader(command, patience), REPORT)


def write(spark, articles: DataFrame, out, command="kasoti", patience=60):
    """Writes all tables. The articles are read once: what is listed comes out of the reports."""
    analyse(articles, command, patience).write.mode("overwrite").parquet(f"{out}/reports")
    reports = spark.read.parquet(f"{out}/reports")
    for table in ("entities", "findings"):
        one = reports.select("id", "lang", F.explode(table).alias("one")).select("id", "lang", "one.*")
        one.write.mode("overwrite").parquet(f"{out}/{table}")
    reports.where("error is not null").select("id", "error").write.mode("overwrite").parquet(f"{out}/errors")


def main():
    parser = argparse.ArgumentParser(description="Reads an archive of articles with Kasoti.")
    parser.add_argument("articles")
    parser.add_argument("out")
    parser.add_argument("--command", default="kasoti", help="the native command, on every machine in this place")
    parser.add_argument("--partitions", type=int, help="into how many parts the articles are dealt; a few for each core")
    parser.add_argument("--patience", type=float, default=60, help="seconds for one article")
    given = parser.parse_args()
    spark = SparkSession.builder.appName("kasoti").getOrCreate()
    # A batch of Arrow is held in memory twice, with its reports: as few articles as keep the pipe full.
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 256)
    articles = spark.read.parquet(given.articles)
    if given.partitions:
        articles = articles.repartition(given.partitions)
    write(spark, articles, given.out, given.command, given.patience)
    spark.stop()


if __name__ == "__main__":
    main()

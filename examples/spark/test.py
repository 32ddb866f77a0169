"""Tries the archive's scripts on a small sample: python3 examples/spark/test.py target/release/kasoti"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
COMMAND = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else "kasoti"
sys.path.insert(0, str(HERE))

import articles as generated

FAULTY = {"id": "faulty", "text": "😀 गेल्या वर्षी १,5 टन कांदा पुण्यात आला.", "lang": "mr"}
POISON = {"id": "poison", "text": "POISON 😀", "lang": "mr"}
SLOW = {"id": "slow", "text": "SLEEP 😀", "lang": "mr"}

# The command as it is, but for two lines: at one it dies, over the other it falls asleep.
FRAGILE = """#!/usr/bin/env python3
import subprocess, sys, time
child = subprocess.Popen([{command!r}, *sys.argv[1:]], stdin=subprocess.PIPE)
for line in sys.stdin.buffer:
    if b'POISON' in line:
        child.kill()
        sys.exit(1)
    if b'SLEEP' in line:
        child.kill()
        time.sleep(600)
    child.stdin.write(line)
    child.stdin.flush()
child.stdin.close()
child.wait()
"""


class OneMachine(unittest.TestCase):
    def test_reports_come_in_order_and_bad_lines_are_answered(self):
        with tempfile.TemporaryDirectory() as folder:
            rows = [*generated.articles(40), FAULTY, {"id": "bad", "text": None}]
            source, target = f"{folder}/articles.jsonl", f"{folder}/reports.jsonl"
            pathlib.Path(source).write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
            subprocess.run([HERE / "one-machine.sh", source, target, "2"], env=os.environ | {"KASOTI": COMMAND}, check=True)
            reports = [json.loads(line) for line in pathlib.Path(target).read_text("utf-8").splitlines()]
            self.assertEqual([report["id"] for report in reports], [row["id"] for row in rows])
            self.assertEqual([finding["code"] for finding in reports[-2]["findings"]], ["mixed-digits"])
            self.assertIn("text", reports[-1]["error"])


try:
    import kasoti_spark
except ImportError:
    kasoti_spark = None


@unittest.skipUnless(kasoti_spark, "pyspark is missing")
class Archive(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        builder = kasoti_spark.SparkSession.builder.master("local[2]").appName("kasoti")
        builder = builder.config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", "2")
        cls.spark = builder.getOrCreate()
        cls.spark.sparkContext.addPyFile(str(HERE / "kasoti_spark.py"))

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()

    def tables(self, rows, command, patience):
        with tempfile.TemporaryDirectory() as folder:
            articles = self.spark.createDataFrame(rows, "id string, text string, lang string").repartition(2)
            kasoti_spark.write(self.spark, articles, folder, command, patience)
            read = lambda name: [row.asDict() for row in self.spark.read.parquet(f"{folder}/{name}").collect()]
            return {name: read(name) for name in ("reports", "entities", "findings", "errors")}

    def test_entities_and_findings_come_out(self):
        rows = [*generated.articles(120), FAULTY, {"id": "none", "text": None, "lang": "mr"}]
        rows.append({"id": "tongue", "text": "😀", "lang": "klingon"})
        tables = self.tables(rows, COMMAND, 60)
        self.assertEqual({row["id"] for row in tables["reports"]}, {row["id"] for row in rows})
        found = [row for row in tables["findings"] if row["id"] == "faulty"]
        wanted = {"id": "faulty", "lang": "mr", "code": "mixed-digits", "severity": "critical", "start": 15, "end": 18,
                  "words": "१,5", "safe": False}
        self.assertEqual(found, [wanted])
        named = {(row["kind"], row["name"]) for row in tables["entities"] if row["id"] == "faulty"}
        self.assertIn(("place", "पुणे"), named)
        errors = {row["id"]: row["error"] for row in tables["errors"]}
        self.assertEqual(set(errors), {"none", "tongue"})
        self.assertIn("unknown language", errors["tongue"])

    def test_what_kills_its_process_stops_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            fragile = pathlib.Path(folder) / "kasoti"
            fragile.write_text(FRAGILE.format(command=COMMAND))
            fragile.chmod(0o755)
            rows = [*generated.articles(30), POISON, *({**FAULTY, "id": f"after-{i}"} for i in range(30)), SLOW]
            tables = self.tables(rows, str(fragile), 3)
        self.assertEqual({row["id"] for row in tables["errors"]}, {"poison", "slow"})
        self.assertEqual({row["error"] for row in tables["errors"]}, {"the command died, or took too long"})
        self.assertEqual(len({row["id"] for row in tables["findings"] if row["id"].startswith("after-")}), 30)
        self.assertEqual(len(tables["reports"]), len(rows))


if __name__ == "__main__":
    unittest.main(verbosity=2)

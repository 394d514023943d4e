"""Writes the page of results from what compare.sh measured.

    results.py MEASURED ANSWERS LINES

MEASURED has NAME.ROUND.json of hyperfine and NAME.ROUND.peak (KiB) for each command and round, ANSWERS what was said of the answers.
"""

import collections
import glob
import json
import os
import platform
import statistics
import subprocess
import sys

# What a row divides by what, of which figure; "less" turns it round and wants it large. Then the least that was asked for, and the goal.
Row = collections.namedtuple("Row", "title above below figure at_least goal less", defaults=[False])
ROWS = [
    Row("CPU of the whole job, one thread, with history ÷ `igzip -dc`", "whole", "igzip", "cpu", 1.8, 1.5),
    Row("the same with `--no-history`", "bare", "igzip", "cpu", 1.7, 1.45),
    Row("wall, 4 files on 2 threads, with history ÷ `igzip -dc`", "threads", "igzip", "wall", 0.95, 0.8),
    Row("wall, one big file on 2 threads, with history ÷ `igzip -dc` of it", "one", "one-igzip", "wall", 1.3, 1.15),
    Row("built on zlib: CPU ÷ `pigz -dc -p1`, which is zlib", "zlib", "zlib-pigz", "cpu", 1.35, 1.2),
    Row("built on zlib: CPU ÷ Python's `zlib`, a mebibyte at a time", "zlib", "zlib-python", "cpu", 1.35, 1.2),
    Row("CPU of `zcat` and `mawk` ÷ ours", "mawk", "whole", "cpu", 5, 7, True),
    Row("CPU of GoAccess, fewest panels, no crawlers ÷ ours", "goaccess", "whole", "cpu", 25, 32, True),
    *(
        Row(f"CPU of {title}, {form}, {threads} ÷ ours", f"{tool}-{short}-{count}", "whole", "cpu", at_least, goal, True)
        for tool, title, at_least, goal in (("chdb", "chdb", 10, 14), ("duckdb", "DuckDB", 30, 42))
        for short, form in (("split", "lines split at quotes"), ("regex", "one regular expression"))
        for count, threads in ((1, "one thread"), (0, "its own threads"))
    ),
    Row("peak memory of two threads beyond 16 bytes a click, MB", "threads", None, "memory", 64, 40),
    Row("wall per byte, 20 times the log in 100 files ÷ the log in 4", "large", "large-one", "wall per byte", 1.1, 1.0),
    Row("CPU of a second run over 20 known logs ÷ `igzip -dc` of them", "known", "twenty-igzip", "cpu", 1.1, 0.1),
]
COMMANDS = {
    "igzip": "`igzip -dc`, 4 files",
    "whole": "**accessrank process**, one thread",
    "bare": "**accessrank process** `--no-history`, one thread",
    "threads": "**accessrank process**, two threads",
    "one-igzip": "`igzip -dc`, one file",
    "one": "**accessrank process**, one file, two threads",
    "zlib-pigz": "`pigz -dc -p1`",
    "zlib-python": "Python's `zlib`",
    "zlib": "**accessrank process** built on zlib, one thread",
    "twenty-igzip": "`igzip -dc`, 20 files",
    "known": "**accessrank process** of 20 known files",
    "mawk": "`zcat` and `mawk`",
    "chdb-split-1": "chdb, split, one thread",
    "chdb-split-0": "chdb, split, its own threads",
    "chdb-regex-1": "chdb, regular expression, one thread",
    "chdb-regex-0": "chdb, regular expression, its own threads",
    "duckdb-split-1": "DuckDB, split, one thread",
    "duckdb-split-0": "DuckDB, split, its own threads",
    "duckdb-regex-1": "DuckDB, regular expression, one thread",
    "duckdb-regex-0": "DuckDB, regular expression, its own threads",
    "goaccess": "`zcat` and GoAccess",
    "large-one": "**accessrank process**, 4 files, in the rounds of 100",
    "large": "**accessrank process**, 20 times the log in 100 files",
}
RELIABLE_ROUNDS = 7


def read(folder):
    """By command and round: seconds of CPU and wall, and the peak in bytes."""
    runs = collections.defaultdict(dict)
    for file in glob.glob(f"{folder}/*.json"):
        name, number, _ = os.path.basename(file).rsplit(".", 2)
        took = json.load(open(file))["results"][0]
        peak = int(open(file.removesuffix("json") + "peak").read().split()[-1]) * 1024
        runs[name][int(number)] = {"cpu": took["user"] + took["system"], "wall": took["mean"], "peak": peak}
    return runs


def number_in(file):
    return int(open(file).read()) if os.path.exists(file) else None


def values(row, runs, folder, answers):
    """A row's value in each round; nothing where a command was not run."""
    if row.figure == "memory":
        if not os.path.exists(f"{answers}/{row.above}.json"):
            return []
        outcomes = json.load(open(f"{answers}/{row.above}.json"))["outcomes"]
        clicks = outcomes["view"] + outcomes["double-click"]
        return [(run["peak"] - 16 * clicks) / 1e6 for run in runs[row.above].values()]
    scale, figure = 1.0, row.figure
    if figure == "wall per byte":
        large = number_in(f"{folder}/large.bytes")
        if large is None:
            return []
        scale, figure = number_in(f"{folder}/four.bytes") / large, "wall"
    above, below = runs.get(row.above, {}), runs.get(row.below, {})
    return [scale * above[number][figure] / below[number][figure] for number in sorted(above.keys() & below.keys())]


def verdict(row, middle):
    better = (lambda limit: middle >= limit) if row.less else (lambda limit: middle <= limit)
    return "the goal" if better(row.goal) else "yes" if better(row.at_least) else "**no**"


def shown(value):
    return f"{value:.2f}" if abs(value) < 10 else f"{value:.1f}" if abs(value) < 100 else f"{value:.0f}"


def version(*command):
    try:
        out = subprocess.run(command, capture_output=True, text=True)
    except FileNotFoundError:
        return "not installed"
    text = (out.stdout + out.stderr).strip()
    return text.splitlines()[0].rstrip(".") if out.returncode == 0 and text else "not installed"


def print_head(runs, folder, answers, lines):
    rounds = max(map(len, runs.values()))
    print("# Results\n")
    print(f"Written by `Benchmarks/compare.sh`: {lines:,} lines of loggen in 4 files, {number_in(f'{folder}/four.bytes') / 1e6:,.0f} MB plain,")
    turns = f"{rounds} rounds in turns" if rounds > 1 else "1 round"
    print(f"{number_in(f'{folder}/four.packed') / 1e6:,.0f} MB gzip; {turns}, page cache warm, output to /dev/null;")
    print("the peers, which take minutes a round, in the first three.\n")
    if rounds < RELIABLE_ROUNDS:
        print(f"**Fewer than {RELIABLE_ROUNDS} rounds: a trial of the script, not to be relied on.**\n")
    model = next((l.split(":")[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")), platform.machine())
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    print(f"Machine: {model}, {os.cpu_count()} cores, load of {load} at the end.")
    python = ".build/benchmark/python/bin/python"
    versions = {
        "accessrank": version(".build-static/release/accessrank", "--version"),
        "Swift": version("swift", "--version"),
        "igzip": version("igzip", "--version").removeprefix("igzip command line interface "),
        "pigz": version("pigz", "--version").removeprefix("pigz "),
        "zlib of Python": version("python3", "-c", "import zlib; print(zlib.ZLIB_RUNTIME_VERSION)"),
        "mawk": version("mawk", "-W", "version").removeprefix("mawk "),
        "GoAccess": version("goaccess", "--version").removeprefix("GoAccess - "),
        "chdb": version(python, "-c", "import chdb; print(chdb.__version__)"),
        "DuckDB": version(python, "-c", "import duckdb; print(duckdb.__version__)"),
        "hyperfine": version("hyperfine", "--version").removeprefix("hyperfine "),
    }
    print("; ".join(f"{name}: {text}" for name, text in versions.items()) + ".\n")
    print("Before anything was timed, every run of accessrank was held against loggen's truth and found equal.")
    if os.path.exists(f"{answers}/peers.txt"):
        print("The peers were asked one question (clicks by day and path, `Benchmarks/tools/question.sh`) and gave one answer, byte for byte.")
        print("Against loggen's truth:\n")
        print("".join(f"- {line}" for line in open(f"{answers}/peers.txt")))
    else:
        print("No peer was there to be asked.\n")


def main():
    folder, answers, lines = sys.argv[1], sys.argv[2], int(sys.argv[3])
    runs = read(folder)
    print_head(runs, folder, answers, lines)
    print("| | median | least | largest | at least | goal | holds |")
    print("|---|--:|--:|--:|--:|--:|---|")
    for row in ROWS:
        sign = "≥ " if row.less else "≤ "
        limits = f"{sign}{row.at_least:g} | {sign}{row.goal:g}"
        if found := values(row, runs, folder, answers):
            middle = statistics.median(found)
            print(f"| {row.title} | {shown(middle)} | {shown(min(found))} | {shown(max(found))} | {limits} | {verdict(row, middle)} |")
        else:
            print(f"| {row.title} | not measured | | | {limits} | |")
    print("\nMedians of what each took; CPU is user and system together.\n")
    print("| | CPU, s | wall, s | peak memory, MB |")
    print("|---|--:|--:|--:|")
    for name, title in COMMANDS.items():
        if name in runs:
            cpu, wall, peak = (statistics.median(run[figure] for run in runs[name].values()) for figure in ("cpu", "wall", "peak"))
            print(f"| {title} | {cpu:.2f} | {wall:.2f} | {peak / 1e6:.0f} |")


main()

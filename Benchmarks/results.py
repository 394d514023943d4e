"""Writes the page of results from the measurements of compare.sh: `round|tool|user system wall KiB`.

    results.py MEASUREMENTS PLAIN_BYTES GZIP_BYTES LINES
"""

import platform
import statistics
import subprocess
import sys

TITLES = {
    "inflate": "`igzip -dc`: inflating alone",
    "whole 1": "**accessrank process**, one thread",
    "whole 2": "**accessrank process**, two threads",
    "awk_count": "`zcat` and `mawk`, a rough filter",
    "goaccess_count": "`zcat` and GoAccess, one panel, no crawlers",
}


def version(*command):
    try:
        out = subprocess.run(command, capture_output=True, text=True)
    except FileNotFoundError:
        return None
    return (out.stdout + out.stderr).strip().splitlines()[0].rstrip(".")


def processor():
    for line in open("/proc/cpuinfo"):
        if line.startswith("model name"):
            return line.split(":")[1].strip()
    return platform.machine()


def main():
    file, plain, packed, lines = sys.argv[1], *map(int, sys.argv[2:])
    rounds = {}
    for line in open(file):
        number, tool, figures = line.strip().split("|")
        user, system, wall, kib = map(float, figures.split())
        rounds.setdefault(tool, {})[number] = (user + system, wall, kib)
    inflate = rounds["inflate"]

    print("# Results\n")
    print(f"Written by `Benchmarks/compare.sh`: {lines:,} lines of loggen, 4 files, {plain / 1e6:,.0f} MB plain,")
    print(f"{packed / 1e6:,.0f} MB gzip. Before anything was timed, the answer was compared with loggen's truth and found equal.\n")
    print(f"Machine: {processor()}, {len([l for l in open('/proc/cpuinfo') if l.startswith('processor')])} cores.")
    tools = {
        "accessrank": version(".build/release/accessrank", "--version"),
        "Swift": version("swift", "--version"),
        "igzip": version("igzip", "--version"),
        "mawk": version("mawk", "-W", "version"),
        "GoAccess": version("goaccess", "--version"),
    }
    print("; ".join(f"{name}: {text or 'not installed'}" for name, text in tools.items()) + ".\n")
    print("CPU is user and system together. The ratio is the median over the rounds of CPU to that of inflating in the same")
    print("round; in brackets the least and the largest.\n")
    print("| | CPU, s | ÷ inflate | wall, s | wall ÷ inflate | peak memory, MB |")
    print("|---|--:|--:|--:|--:|--:|")
    for tool, title in TITLES.items():
        if tool not in rounds:
            print(f"| {title} | not measured | | | | |")
            continue
        own = rounds[tool]
        ratios = [own[number][0] / inflate[number][0] for number in own]
        walls = [own[number][1] / inflate[number][1] for number in own]
        print(
            f"| {title} | {statistics.median(v[0] for v in own.values()):.2f} "
            f"| {statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f}) "
            f"| {statistics.median(v[1] for v in own.values()):.2f} | {statistics.median(walls):.2f} "
            f"| {statistics.median(v[2] for v in own.values()) * 1024 / 1e6:.0f} |"
        )


main()

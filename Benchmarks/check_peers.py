"""Compares what a peer counted with loggen's truth. Exit status 1 where it is further off than its rules explain.

    check_peers.py truth.json ANSWER ANSWER_WITH_ROBOTS

Both answers are of Benchmarks/tools/ask_*: DAY, PATH and CLICKS. The second was asked with robots counted: its clicks are the truth's raw
clicks, article by article. What peers see otherwise: lines whose time is none or whose agent was cut off are clicks to them, targets with
escapes of the log (`\\xE5`) are other paths, and an agent that ends in an escaped quote is empty, so that it is a robot.
"""

import collections
import datetime
import json
import sys

from article_of_target import article

# Of all clicks: more than this no rule explains.
MOST_OFF = 0.003


def read(answer):
    """Clicks by day and article."""
    clicks = collections.Counter()
    for line in open(answer, encoding="latin-1", newline="\n"):
        day, path, count = line.rstrip("\n").split("\t")
        try:
            day = datetime.datetime.strptime(day, "%d/%b/%Y").date().isoformat()
        except ValueError:
            continue
        if key := article(path):
            clicks[day, key] += int(count)
    return clicks


def main():
    truth_file, without, with_robots = sys.argv[1:]
    truth = json.load(open(truth_file))
    meant = {(day["day"], row["key"]): row["raw_clicks"] for day in truth["days"] for row in day["articles"]}
    counted = read(with_robots)
    # The truth lists no article that has robots alone.
    off = sum(abs(counted[place] - clicks) for place, clicks in meant.items())
    equal = sum(counted[place] == clicks for place, clicks in meant.items())
    print(f"raw clicks: {equal:,} of {len(meant):,} articles and days equal; {off:,} of {sum(meant.values()):,} clicks off")
    clicks = truth["outcomes"]["view"] + truth["outcomes"]["double-click"]
    found = sum(read(without).values())
    print(f"clicks without robots: {found:,} counted, {clicks:,} meant")
    if off > MOST_OFF * sum(meant.values()) or abs(found - clicks) > MOST_OFF * clicks:
        sys.exit("check_peers.py: a peer's answer is further off than its rules explain")


main()

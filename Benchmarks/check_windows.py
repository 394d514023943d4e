"""Counts the windows of logs that loggen wrote by itself, and compares them with what accessrank says. Exit status 1 where they differ.

    check_windows.py ACCESSRANK FOLDER HISTORY [ENDS]

FOLDER is loggen's, HISTORY what `accessrank process --profile FOLDER/site.yaml --history HISTORY` made of it. Lines become views by
docs/counting.md; that this is done right is checked first: the views of each day and article have to be those of
truth.json. Then each row of the site is compared: of `rank --at` for ENDS instants (20) and several lengths, and of
`windows` for each day.
"""

import collections
import csv
import datetime
import glob
import gzip
import itertools
import json
import random
import re
import subprocess
import sys
import zoneinfo

from article_of_target import article

LINE = re.compile(rb'(\S+) \S+ \S+ \[([^\]]+)\] "((?:[^"\\]|\\.)*)" (\d{3}) \S+ "(?:[^"\\]|\\.)*" "((?:[^"\\]|\\.)*)"')
MINUTE = 60


def main():
    program, folder, history = sys.argv[1:4]
    ends = int((sys.argv[4:5] or [20])[0])
    truth = json.load(open(f"{folder}/truth.json"))
    zone = zoneinfo.ZoneInfo(truth["timezone"])
    views = read_views(folder)
    check_days(views, truth, zone)

    def ask(*words):
        words = [program, *words, "--profile", f"{folder}/site.yaml", "--history", history]
        return list(csv.DictReader(subprocess.run(words, check=True, capture_output=True, text=True).stdout.splitlines()))

    rows = 0
    random.seed(1)
    # A line or two of loggen's have another day; a window in which no day is known is none.
    first, last = midnight(truth["days"][0]["day"], zone) + 1, max(minute for minute, _ in views)
    for _ in range(ends):
        end, length = random.randint(first, last), random.choice([1, 17, 60, 180, 1440, 2000, 10080])
        at = datetime.datetime.fromtimestamp(end * MINUTE, zone).isoformat(timespec="seconds")
        told = ask("rank", "--at", at, "--window", f"{length}m", "--as", "csv", "--top", "100000")
        rows += expect(f"rank --at {at} --window {length}m", told, count(views, end, length))
    for day in truth["days"]:
        following = datetime.date.fromisoformat(day["day"]) + datetime.timedelta(days=1)
        start, behind = midnight(day["day"], zone), midnight(following.isoformat(), zone)
        told = collections.defaultdict(list)
        for row in ask("windows", day["day"], "--window", "90m", "--step", "10m", "--top", "100000"):
            if row["section"] == "":
                told[int(datetime.datetime.fromisoformat(row["window_end"]).timestamp()) // MINUTE].append(row)
        for end in range(start + 10, behind + 1, 10):
            # Every article of loggen's has a section, so rows without one are the site's.
            rows += expect(f"windows {day['day']}, {end}", told[end], count(views, end, 90))
    print(f"{rows} rows of windows compared")


def midnight(day, zone):
    """In minutes since 1970 UTC."""
    return int(datetime.datetime.fromisoformat(day).replace(tzinfo=zone).timestamp()) // MINUTE


def read_views(folder):
    """Views by minute and article, from the lines: docs/counting.md as far as loggen's logs need it."""
    profile = open(f"{folder}/site.yaml").read()
    robots, people = (
        [sign.lower().encode() for sign in json.loads(re.search(rf"(?m)^  {name}: (\[.*\])$", profile)[1])]
        for name in ("also", "people"))
    clicks = collections.defaultdict(set)
    for name in sorted(glob.glob(f"{folder}/access-*.log.gz")):
        for line in gzip.open(name):
            match = LINE.match(line)
            if not match or len(line) > 65_537:
                continue
            client, time, request, status, agent = match.groups()
            words, agent = unescaped(request).split(b" "), unescaped(agent).lower()
            if len(words) not in (2, 3) or words[0] != b"GET" or status not in (b"200", b"304"):
                continue
            if client.startswith(b"10.") or b"uptimecheck" in agent or agent in (b"", b"-"):
                continue
            if not any(sign in agent for sign in people) and any(sign in agent for sign in robots):
                continue
            try:
                instant = datetime.datetime.strptime(time.decode(), "%d/%b/%Y:%H:%M:%S %z").timestamp()
            except ValueError:
                continue
            key = article(words[1].decode("latin-1"))
            if key:
                clicks[client, agent, key].add(int(instant))
    views = collections.Counter()
    for (_, _, key), seconds in clicks.items():
        seconds = sorted(seconds)
        for second, following in zip(seconds, seconds[1:] + [None]):
            if following is None or following - second > 30:
                views[second // MINUTE, key] += 1
    return views


def unescaped(field):
    return re.sub(
        rb"\\(?:x([0-9A-Fa-f]{2})|([nrtvb\\\"]))",
        lambda match: bytes([int(match[1], 16)]) if match[1] else dict(zip(b"nrtvb\\\"", b"\n\r\t\v\b\\\""))[match[2][0]].to_bytes(1, "big"),
        field)


def check_days(views, truth, zone):
    """The same views by day as loggen planned them: only then is this count good to compare with."""
    days = collections.defaultdict(collections.Counter)
    for (minute, key), count in views.items():
        days[datetime.datetime.fromtimestamp(minute * MINUTE, zone).date().isoformat()][key] += count
    for day in truth["days"]:
        meant = {row["key"]: row["views"] for row in day["articles"]}
        if meant != dict(days[day["day"]]):
            sys.exit(f"{day['day']}: this count is not loggen's: {set(meant.items()) ^ set(days[day['day']].items())}"[:500])


def count(views, end, length):
    """The ranking of a window: rank, article, views, share."""
    sums = collections.Counter()
    for (minute, key), number in views.items():
        if end - length <= minute < end:
            sums[key] += number
    total = sum(sums.values())
    order = sorted(sums.items(), key=lambda item: (-item[1], item[0].encode()))
    return [
        (str(1 + sum(1 for other in sums.values() if other > number)), key, str(number),
         "%d.%06d" % divmod((2 * number * 10**6 + total) // (2 * total), 10**6))
        for key, number in order]


def expect(question, told, meant):
    told = [(row["rank"], row["article"], row["views"], row["share"]) for row in told]
    if told != meant:
        wrong = [pair for pair in itertools.zip_longest(told, meant) if pair[0] != pair[1]]
        sys.exit(f"{question}: told {wrong[0][0]}, counted {wrong[0][1]}")
    return len(meant)


main()

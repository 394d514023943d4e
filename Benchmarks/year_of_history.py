#!/usr/bin/env python3
"""A history of many days, written by docs/history-schema.md alone: python3 year_of_history.py EMPTY.sqlite [DAYS [ARTICLES [VIEWS]]]

EMPTY.sqlite is a history in which nothing but one small log was counted (of a day far from 2025). Each day of 2025 gets
ARTICLES articles (20,000), of which 200 are new that day, with views by Zipf's law, about VIEWS a day (500,000). What is written is
also kept as truth: the views of each article over all days go to standard output as `key<TAB>views`, most first.
"""
import datetime
import random
import sqlite3
import struct
import sys

NEW_EACH_DAY = 200
FIRST = datetime.date(2025, 1, 1)
EPOCH = datetime.date(1970, 1, 1)


def varint(value):
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def main():
    path, days, articles = sys.argv[1], int((sys.argv[2:3] or [365])[0]), int((sys.argv[3:4] or [20000])[0])
    wanted = int((sys.argv[4:5] or [500_000])[0])
    random.seed(1)
    # By place in the day: the youngest article last. Popularity falls with a shuffled rank, so that ranks move.
    weights = [1 / (rank + 1) for rank in range(articles)]
    scale = wanted / sum(weights)
    views = [max(1, round(weight * scale)) for weight in weights]
    random.shuffle(views)
    total = sum(views)

    rows = bytearray()
    minutes = bytearray()
    cells = 0
    for index, count in enumerate(views):
        if index:
            rows += varint(2)  # the next place: +1, signed
        rows += varint(count) + varint(max(1, count * 9 // 10)) + varint(count * 6 // 5)
        spread = sorted(random.sample(range(1440), min(1440, max(1, count * 4 // 5))))
        cells += len(spread)
        minutes += varint(1 if index else 0) + varint(len(spread))
        left, last = count, 0
        for at, minute in enumerate(spread):
            here = left if at == len(spread) - 1 else max(1, count // len(spread))
            minutes += varint(minute - last) + varint(here)
            left, last = left - here, minute

    db = sqlite3.connect(path)
    run = db.execute("SELECT max(number) FROM run").fetchone()[0]
    db.execute("DELETE FROM place")
    places = articles + NEW_EACH_DAY * (days - 1)
    key = "2025-{:07d}".format
    sections = [b"politics", b"world", b"culture", b"sport", b"local", b"science", b"technology", None]
    db.executemany(
        "INSERT INTO place (number, key, path, section) VALUES (?, ?, ?, ?)",
        ((n + 1, key(n).encode(), ("/news/%s" % key(n)).encode(), sections[n % 8]) for n in range(places)))
    sums = {}
    for number in range(days):
        day = (FIRST - EPOCH).days + number
        start = day * 86400
        first = 1 + number * NEW_EACH_DAY
        accounting = varint(1) + varint(13) + varint(total)
        lines = bytes([1]) + accounting + struct.pack("<II", start, start + 86399) + varint(0) + varint(0)
        lines += varint(1) + varint(8) + b"combined" + varint(total)
        db.execute(
            "INSERT INTO day (day, version, revision, changed_at, is_closed, lines, articles, minutes) "
            "VALUES (?, 1, ?, ?, 1, ?, ?, ?)",
            (day, run, start + 90000, lines, bytes([2]) + varint(articles) + varint(2 * first) + rows,
             bytes([1]) + varint(start // 60) + varint(articles) + minutes))
        for index, count in enumerate(views):
            sums[first - 1 + index] = sums.get(first - 1 + index, 0) + count
    db.commit()
    size = db.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").fetchone()[0]
    print("%d days, %d articles a day, %d cells a day, %d bytes: %.2f bytes a cell" % (
        days, articles, cells, size, size / (cells * days)), file=sys.stderr)
    for number, count in sorted(sums.items(), key=lambda item: (-item[1], item[0])):
        print("%s\t%d" % (key(number), count))


main()

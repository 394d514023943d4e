"""Compares what accessrank reported with the truth that loggen wrote beside the logs. Exit status 1 where they differ.

    check_truth.py truth.json REPORTS summary.json
"""

import csv
import json
import sys


def main():
    truth_file, reports, summary_file = sys.argv[1:]
    truth = json.load(open(truth_file))
    summary = json.load(open(summary_file))
    differences = []
    for outcome, lines in truth["outcomes"].items():
        if summary["outcomes"].get(outcome) != lines:
            differences.append(f"{outcome}: {lines} lines meant, {summary['outcomes'].get(outcome)} counted")
    for day in truth["days"]:
        meant = {
            article["key"]: tuple(str(article[name] or "") for name in ("views", "visitors", "raw_clicks", "path", "section"))
            for article in day["articles"]
        }
        with open(f"{reports}/{day['day']}/articles.csv", encoding="utf-8", newline="") as file:
            counted = {
                row["article"]: tuple(row[name] for name in ("views", "visitors", "raw_clicks", "path", "section"))
                for row in csv.DictReader(file)
            }
        for key in sorted(meant.keys() | counted.keys()):
            if meant.get(key) != counted.get(key):
                differences.append(f"{day['day']} {key}: {meant.get(key)} meant, {counted.get(key)} counted")
        print(f"{day['day']}: {len(meant)} articles compared")
    for difference in differences[:20]:
        print(difference)
    print("the truth was found again" if not differences else f"{len(differences)} differences")
    sys.exit(1 if differences else 0)


main()

#!/usr/bin/env bash
# Counts the sample night by night, from an empty history. Usage: Samples/nights.sh HISTORY REPORTS COMMAND...
# COMMAND runs accessrank in a folder in which Samples is; the logs of a night are found in this one.
set -euo pipefail
history=$1
reports=$2
shift 2
accessrank=("$@")

# $1: the day before; $2: the day of the night; then what else belongs to it.
night() {
    local logs=(Samples/logs/access-"$1"*.log.gz) now=$2T04:00:00+09:00
    shift 2
    "${accessrank[@]}" process "${logs[@]}" --profile Samples/site.yaml --history "$history" --reports "$reports" \
        --now "$now" --to 2026-03-03 --replace "$@"
}

night 2026-03-01 2026-03-02 --catalog Samples/news-sitemap.xml --catalog Samples/headlines-2026-03-02.csv
night 2026-03-02 2026-03-03
night 2026-03-03 2026-03-04

#!/usr/bin/env bash
# Counts the same requests written in several log formats: the answers have to be equal, and what each costs is told.
#
#   Benchmarks/formats.sh [lines] [accessrank]      200,000 lines and .build/release/accessrank unless told
set -euo pipefail
cd "$(dirname "$0")/.."

lines=${1:-200000}
accessrank=${2:-.build/release/accessrank}
work=.build/formats
[ -x "$accessrank" ] || { echo "formats.sh: $accessrank is missing; run make setup" >&2; exit 1; }

rm -rf "$work" && mkdir -p "$work"
.build/release/loggen --lines "$lines" --days 1 --articles 2000 --seed 5 --timezone Asia/Tokyo --out "$work/made"
zcat "$work"/made/*.log.gz >"$work/all.log"
python3 Benchmarks/convert_log.py "$work/all.log" "$work"
grep -v -e '^format' -e '^logs' "$work/made/site.yaml" >"$work/site.yaml"
{
    cat "$work/site.yaml"
    echo 'format: {json: {client: remote.ip, time: "@timestamp", method: http.method, target: http.target,'
    echo '  status: http.status, agent: ua}}'
} >"$work/json.yaml"

# The outcomes of a run but for its directives, which only some formats have.
outcomes() {
    python3 -c 'import json, sys
found = json.load(open(sys.argv[1]))["outcomes"]
print({name: lines for name, lines in found.items() if lines and name != "blank"})' "$1"
}

for format in combined w3c-iis w3c-cloudfront alb s3 json; do
    profile="$work/site.yaml"
    [ $format = json ] && profile="$work/json.yaml"
    best=
    for _ in 1 2 3 4 5; do
        TIMEFORMAT='%U %S'
        cpu=$({ time "$accessrank" process "$work/$format.log" --profile "$profile" --no-history --jobs 1 \
            --now 2026-12-01T00:00:00Z --reports "$work/$format" --summary "$work/$format.json" --quiet; } 2>&1)
        best=$(awk -v best="$best" -v cpu="$cpu" 'BEGIN { split(cpu, part, " "); sum = part[1] + part[2]
            print best == "" || sum < best ? sum : best }')
    done
    diff <(outcomes "$work/combined.json") <(outcomes "$work/$format.json")
    for day in "$work"/combined/20*; do cmp "$day/articles.csv" "$work/$format/${day##*/}/articles.csv"; done
    echo "$format: the same answer, $best s of CPU, $(($(wc -c <"$work/$format.log") / 1000000)) MB"
done

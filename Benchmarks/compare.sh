#!/usr/bin/env bash
# Times accessrank beside public tools on the same made-up logs, and checks first that its answer is the true one.
#
#   Benchmarks/compare.sh [runs]        7 runs of each unless told; the result goes to Benchmarks/RESULTS.md
#
# What is compared is CPU time, user and system together, as a ratio to inflating the same files with igzip in the same
# round: rounds take turns, so that a noisy machine is noisy for all. Medians of the rounds are shown.
set -euo pipefail
cd "$(dirname "$0")/.."

runs=${1:-7}
lines=3900000
work=.build/benchmark
accessrank=.build/release/accessrank
now=2026-12-01T00:00:00Z

make -s setup >&2
if [ ! -f "$work/truth.json" ]; then
    .build/release/loggen --lines $lines --days 4 --articles 20000 --seed 1 --timezone Asia/Tokyo --out "$work"
fi
logs=("$work"/access-*.log.gz)
gzip_bytes=$(cat "${logs[@]}" | wc -c)
plain_bytes=$(gzip -dc "${logs[@]}" | wc -c)

have() { command -v "$1" >/dev/null; }
have igzip || { echo "compare.sh: igzip is missing (Debian package isal); it is what all is compared with" >&2; exit 1; }

# --- the answer, before its price ------------------------------------------------------------------------------------
rm -rf "$work/reports"
$accessrank process --profile "$work/site.yaml" --now $now --reports "$work/reports" --summary "$work/summary.json" --jobs 1
python3 Benchmarks/check_truth.py "$work/truth.json" "$work/reports" "$work/summary.json" >&2

# --- the tools: a name, what it does, and the command -----------------------------------------------------------------
inflate() { igzip -dc "${logs[@]}" >/dev/null; }
whole() { $accessrank process --profile "$work/site.yaml" --now $now --reports "$work/reports" --jobs "$1"; }
# The nearest that one line of awk comes to: views by path and day, without chains, robots by a few words.
awk_count() {
    zcat "${logs[@]}" | mawk -F'"' '
        $2 ~ /^GET / && $3 ~ /^ (200|304) / && $6 !~ /[Bb]ot|[Cc]rawl|[Ss]pider|curl/ {
            split($2, request, " "); path = request[2]; sub(/[?#].*/, "", path)
            if (path ~ /\.(css|js|png|jpg|jpeg|gif|webp|svg|ico|woff2)$/) next
            count[substr($1, index($1, "[") + 1, 11) " " path]++
        }
        END { for (key in count) print count[key], key }' >/dev/null
}
goaccess_count() {
    zcat "${logs[@]}" | goaccess - --log-format=COMBINED --ignore-crawlers --no-global-config --no-progress -o "$work/goaccess.json" \
        --ignore-panel=VISITORS --ignore-panel=REQUESTS_STATIC --ignore-panel=NOT_FOUND --ignore-panel=HOSTS --ignore-panel=OS \
        --ignore-panel=BROWSERS --ignore-panel=VISIT_TIMES --ignore-panel=REFERRERS --ignore-panel=REFERRING_SITES \
        --ignore-panel=STATUS_CODES --ignore-panel=KEYPHRASES >/dev/null 2>&1
}

names=(inflate "whole 1" "whole 2")
have mawk && names+=(awk_count)
have goaccess && [ "${SKIP_SLOW:-}" = "" ] && names+=(goaccess_count)

# CPU seconds, wall seconds and peak KiB of a function, run in a shell of its own.
export -f inflate whole awk_count goaccess_count
export accessrank work now
measure() {
    /usr/bin/time -o "$work/time" -f '%U %S %e %M' bash -c "logs=($work/access-*.log.gz); $1"
    tail -n 1 "$work/time"
}

: >"$work/measurements"
for round in $(seq "$runs"); do
    for name in "${names[@]}"; do
        # The slow ones are slow enough to be told apart in two rounds.
        case $name in awk_count | goaccess_count) [ "$round" -le 2 ] || continue ;; esac
        echo "$round|$name|$(measure "$name")" | tee -a "$work/measurements" >&2
    done
done

python3 Benchmarks/results.py "$work/measurements" "$plain_bytes" "$gzip_bytes" "$lines" >Benchmarks/RESULTS.md
cat Benchmarks/RESULTS.md

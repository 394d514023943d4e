#!/bin/bash
# Measures the product's score of trends, and five plain ones beside it, against rises that loggen's site has planted.
#
#   bash Benchmarks/trends.sh            thresholds from seeds 101 to 130, figures of seeds 1 to 30
set -euo pipefail
cd "$(dirname "$0")/.."
swift build -c release --product trendbench >&2
bench=.build/release/trendbench

echo "Seeds 101 to 130: each score at its best threshold"
built=$("$bench" 101 130)
echo "$built"
# accessrank's own threshold is the product's, not the best of these seeds.
thresholds=$(echo "$built" | awk -F, '/^[a-z]/ && !/^score/ && !/^accessrank/ { print $2 }')
echo
echo "Seeds 1 to 30, by the thresholds above; accessrank by the product's"
# shellcheck disable=SC2086
"$bench" 1 30 $thresholds "${ACCESSRANK_LEAST_TIMES:-2.7}"

#!/usr/bin/env bash
# ask_mawk.sh LOG.gz...: the question of question.sh, by zcat and mawk.
set -euo pipefail
source "$(dirname "$0")/question.sh"

# Cheapest tests first.
zcat -- "$@" | mawk -F'"' -v robots="$ROBOTS" -v people="$PEOPLE" -v assets="$ASSETS" '
    NF >= 7 && substr($2, 1, 4) == "GET " && $3 ~ /^ (200|304) / && substr($1, 1, 3) != "10." {
        path = substr($2, 5)
        sub(/[ ?#].*/, "", path)
        if (path ~ assets) next
        agent = tolower($(NF - 1))
        if (agent ~ robots && agent !~ people) next
        clicks[substr($1, index($1, "[") + 1, 11) "\t" path]++
    }
    END { for (key in clicks) print key "\t" clicks[key] }'

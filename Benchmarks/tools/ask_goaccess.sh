#!/usr/bin/env bash
# ask_goaccess.sh LOG.gz...: requests by target, the fewest panels that GoAccess has, without crawlers of its own list; JSON.
#
# It is not asked question.sh's question, for it has no answer by day and path, and no filter by status or method.
set -euo pipefail

panels=(VISITORS REQUESTS_STATIC NOT_FOUND HOSTS OS BROWSERS VISIT_TIMES REFERRERS REFERRING_SITES STATUS_CODES KEYPHRASES)
answer=$(mktemp --suffix .json)
trap 'rm -f "$answer"' EXIT
zcat -- "$@" | goaccess - --log-format=COMBINED --ignore-crawlers --no-global-config --no-progress -o "$answer" \
    "${panels[@]/#/--ignore-panel=}" >/dev/null 2>&1
cat "$answer"

#!/usr/bin/env bash
# Times accessrank beside public tools on the same made-up logs, and checks first that all of them find the same answer.
#
#   Benchmarks/compare.sh [rounds]      7 rounds unless told; the result goes to Benchmarks/RESULTS.md
#   LARGE=1 Benchmarks/compare.sh       also 20 GB in 100 files, which are made and deleted
#   SKIP="goaccess duckdb" ...          without these, by the beginning of their names below
#   LOG_LINES=200000 ...                smaller logs, to try the script
#
# A trial, of fewer rounds, fewer tools or other logs, goes to .build/benchmark/RESULTS.md and leaves the page as it is.
#
# Every figure is a ratio of two commands of the same round, and rounds take turns, so that a noisy machine is noisy for all.
# All read the same files from a warm page cache and write to /dev/null. Benchmarks/README.md says how long it takes.
set -euo pipefail
cd "$(dirname "$0")/.."

die() { echo "compare.sh: $1" >&2; exit 1; }

usual_rounds=7
rounds=${1:-$usual_rounds}
[[ $rounds =~ ^[1-9][0-9]*$ ]] || die "$rounds is no number of rounds"
usual_lines=3900000
lines=${LOG_LINES:-$usual_lines}
[[ $lines =~ ^[1-9][0-9]*$ ]] || die "LOG_LINES=$lines is no number of lines"
work=.build/benchmark
logs=$work/logs-$lines
now=2026-12-01T00:00:00Z
source Benchmarks/tools/prepare.sh
source Benchmarks/tools/question.sh

for tool in igzip hyperfine /usr/bin/time python3; do
    have "$tool" || die "$tool is missing; make benchmark installs what is needed"
done
mkdir -p "$work"
prepare_programs
made four "$lines" 4
made twenty "$lines" 20
joined
prepare_python
four=$(echo "$logs"/four/access-*.log.gz)
twenty=$(echo "$logs"/twenty/access-*.log.gz)
one=$logs/one/access.log.gz

# --- the commands, by name ----------------------------------------------------------------------------------------------
names=()
declare -A commands before
# add NAME COMMAND
add() {
    for skipped in ${SKIP:-}; do [[ $1 == "$skipped"* ]] && return; done
    names+=("$1")
    commands[$1]=$2
}
# add_run NAME PROGRAM FOLDER OPTIONS...: accessrank on the logs of a folder, each time without reports and with an empty history.
add_run() {
    local files=$work/runs/$1
    local history="--history $files/history.sqlite"
    [[ " ${*:4} " != *" --no-history "* ]] || history=
    add "$1" "$2 process --profile $logs/$3/site.yaml --now $now --reports $files/reports --quiet $history ${*:4}"
    mkdir -p "$files"
    before[$1]="rm -rf $files/reports $files/history.sqlite $files/history.sqlite-journal"
}
rm -rf "$work/runs"
isal=.build-static/release/accessrank
zlib=.build-zlib/release/accessrank

add igzip "igzip -dc $four"
add_run whole $isal four --jobs 1
add_run bare $isal four --jobs 1 --no-history
add_run threads $isal four --jobs 2
add one-igzip "igzip -dc $one"
add_run one $isal four --jobs 2 "$one"
if have pigz; then add zlib-pigz "pigz -dc -p1 $four"; fi
# The interpreter itself: a shim before it, such as pyenv's, would be in the figures.
add zlib-python "$(python3 -c 'import sys; print(sys.executable)') -I -S Benchmarks/tools/inflate_zlib.py $four"
add_run zlib $zlib four --jobs 1
add twenty-igzip "igzip -dc $twenty"
add_run known $isal twenty --jobs 1
before[known]=true  # Its history stays, with all of its logs in it.
if have mawk; then add mawk "Benchmarks/tools/ask_mawk.sh $four"; fi
for form in split regex; do
    for threads in 1 0; do
        if has_module duckdb; then add "duckdb-$form-$threads" "$python Benchmarks/tools/ask_duckdb.py $form $threads $four"; fi
        if has_module chdb; then add "chdb-$form-$threads" "$python Benchmarks/tools/ask_chdb.py $form $threads $four"; fi
    done
done
if have goaccess; then add goaccess "Benchmarks/tools/ask_goaccess.sh $four"; fi

# --- the answers, before their price --------------------------------------------------------------------------------------
agree() { cmp "$1" "$2" >&2 || die "$3 finds something else; see diff $1 $2"; }
answers=$work/answers
rm -rf "$answers" && mkdir -p "$answers"
for name in whole bare threads one zlib; do
    [ -n "${commands[$name]:-}" ] || continue
    ${commands[$name]} --summary "$answers/$name.json"
    python3 Benchmarks/check_truth.py "$logs/four/truth.json" "$work/runs/$name/reports" "$answers/$name.json" >"$answers/$name.txt" ||
        { cat "$answers/$name.txt" >&2; exit 1; }
    echo "$name: $(tail -n 1 "$answers/$name.txt")" >&2
done
if [ -n "${commands[known]:-}" ]; then ${commands[known]}; fi
for name in "${names[@]}"; do
    case $name in
        mawk | duckdb-*-1 | chdb-*-1) ;;
        *) continue ;;
    esac
    # Where the time is malformed each has something else for a day.
    ${commands[$name]} >"$answers/$name.raw" || die "$name failed: ${commands[$name]}"
    LC_ALL=C grep -aE '^[0-9]{2}/[A-Z][a-z]{2}/[0-9]{4}	' "$answers/$name.raw" | LC_ALL=C sort >"$answers/$name.tsv" ||
        die "$name found nothing: ${commands[$name]}"
    first=${first:-$name}
    agree "$answers/$first.tsv" "$answers/$name.tsv" "$name"
done
if [ -n "${first:-}" ]; then
    ROBOTS=uptimecheck ${commands[$first]} >"$answers/robots.tsv"
    python3 Benchmarks/check_peers.py "$logs/four/truth.json" "$answers/$first.tsv" "$answers/robots.tsv" | tee "$answers/peers.txt" >&2
fi

# --- the measurements -----------------------------------------------------------------------------------------------------
measured=$work/measured
rm -rf "$measured" && mkdir -p "$measured"
cat $four $twenty "$one" >/dev/null
# measure NAME ROUND: hyperfine takes the times, GNU time the peak of memory.
measure() {
    hyperfine --shell=none --runs 1 --style=none --prepare "${before[$1]:-true}" --export-json "$measured/$1.$2.json" \
        "/usr/bin/time -o $measured/$1.$2.peak -f %M ${commands[$1]}" >"$measured/$1.log" 2>&1 ||
        { cat "$measured/$1.log" >&2; die "$1 failed: ${commands[$1]}"; }
}
# The peers take minutes a round, and are far enough away to be told apart in fewer.
peer_rounds=3
for round in $(seq "$rounds"); do
    for name in "${names[@]}"; do
        case $name in
            mawk | duckdb-* | chdb-* | goaccess) [ "$round" -le $peer_rounds ] || continue ;;
        esac
        measure "$name" "$round"
    done
    echo "round $round of $rounds done after $SECONDS s" >&2
done

if [ "${LARGE:-}" = 1 ]; then
    rm -rf "$logs/large"
    made large $((20 * lines)) 25 4
    add_run large $isal large
    add_run large-one $isal four
    for round in $(seq $((rounds < 3 ? rounds : 3))); do
        measure large "$round"
        measure large-one "$round"
    done
    gzip -dc "$logs"/large/access-*.log.gz | wc -c >"$measured/large.bytes"
    rm -rf "$logs/large" "$work/runs/large"
fi

gzip -dc $four | wc -c >"$measured/four.bytes"
cat $four | wc -c >"$measured/four.packed"
python3 Benchmarks/results.py "$measured" "$answers" "$lines" >"$work/RESULTS.md"
cat "$work/RESULTS.md"
if [ "$rounds" -ge $usual_rounds ] && [ "$lines" = $usual_lines ] && [ -z "${SKIP:-}" ]; then
    cp "$work/RESULTS.md" Benchmarks/RESULTS.md
else
    echo "compare.sh: a trial; Benchmarks/RESULTS.md is as it was" >&2
fi

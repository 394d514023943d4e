#!/usr/bin/env bash
# Counts the instructions that accessrank takes for a fixed log, and fails where they are 5 % more than was written down.
#
#   Benchmarks/instructions.sh             compare with Benchmarks/instructions.tsv; a minute
#   Benchmarks/instructions.sh --update    write what is counted there
#
# Instructions do not depend on what else the machine does. What they depend on stands in the first line of the table: the
# compiler, the C library (callgrind shows it a processor with AVX2 where there is one, never AVX-512), and the log itself.
# Inflating is left out: ISA-L picks its code by the processor, and it is not ours.
set -euo pipefail
cd "$(dirname "$0")/.."

lines=200000
allowed_percent=5
work=.build/instructions
table=Benchmarks/instructions.tsv
accessrank=${ACCESSRANK:-.build/release/accessrank}
loggen=.build/release/loggen

die() { echo "instructions.sh: $1" >&2; exit 1; }

case ${1:-} in
    '' | --update) [ $# -le 1 ] || die "one option at most: --update" ;;
    *) die "there is no option $1; --update is the only one" ;;
esac
for program in "$accessrank" "$loggen"; do
    [ -x "$program" ] || die "$program is missing; run make setup"
done
for tool in valgrind:valgrind strip:binutils; do
    command -v "${tool%:*}" >/dev/null || die "${tool%:*} is missing; apt-get install ${tool#*:}, or make instructions, which does it"
done
[ "${1:-}" = --update ] || [ -f $table ] || die "$table is missing; --update writes it"

rm -rf $work && mkdir -p $work
"$loggen" --lines $lines --days 2 --articles 2000 --seed 7 --timezone Asia/Tokyo --out $work/made
# Valgrind 3.19 cannot read the debugging information of Swift 6; names are kept.
strip --strip-debug -o $work/accessrank "$accessrank"

made_with() {
    printf 'Swift %s, %s, %s, ' "$(swift --version 2>&1 | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p' | head -n 1)" \
        "$(getconf GNU_LIBC_VERSION)" "$(valgrind --version)"
    if grep -qw avx2 /proc/cpuinfo; then printf 'AVX2, '; else printf 'no AVX2, '; fi
    echo "log $(zcat $work/made/access-*.log.gz | cksum | tr ' ' '/')"
}

# --- counting -----------------------------------------------------------------------------------------------------------
# A case by its name: what is asked of `process` beside the fixed log.
options_of() {
    case $1 in
        lines) echo "--no-history --from 2027-01-01" ;;  # No day is reported: reading, judging and counting alone.
        reports) echo "--no-history" ;;
        history) echo "--history $work/history.sqlite" ;;
    esac
}

# In an environment of its own: that of the caller moves what malloc finds free, by some 0.2 %. Swift's dictionaries are laid
# out alike in every run.
count() {
    # shellcheck disable=SC2046
    env -i PATH="$PATH" LC_ALL=C.UTF-8 SWIFT_DETERMINISTIC_HASHING=1 \
        valgrind --tool=callgrind --callgrind-out-file=$work/"$1".callgrind --log-file=$work/"$1".log \
        $work/accessrank process --profile $work/made/site.yaml $(options_of "$1") --jobs 1 --quiet \
        --now 2026-12-01T00:00:00Z --reports $work/"$1" || die "accessrank failed under valgrind; see $work/$1.log"
}

# The sum over all objects but the two that inflate. Lines of a call are of what the callee took, which stands with itself.
sum() {
    awk '
        /^c?ob=/ {
            split($0, part, /=/); number = part[2]; sub(/\).*/, ")", number)
            if (index(part[2], " ")) name[number] = substr(part[2], index(part[2], " ") + 1)
            if (/^ob=/) inflates = name[number] ~ /\/lib(isal|z)\.so/
        }
        /^calls=/ { getline; next }
        /^[-+*0-9]/ { all += $2; if (!inflates) own += $2 }
        /^totals:/ { total = $2 }
        END { if (!total || all != total) exit 1; printf "%.0f\n", own }' $work/"$1".callgrind ||
        die "$work/$1.callgrind does not add up to its own total; this valgrind writes a form that is not known here"
}

cases=(lines reports history)
for case in "${cases[@]}"; do count "$case" & done
for _ in "${cases[@]}"; do wait -n || { jobs -p | xargs -r kill 2>/dev/null || true; exit 1; }; done
{
    echo "# $(made_with)"
    printf 'case\tinstructions\tper_line\n'
    for case in "${cases[@]}"; do
        own=$(sum "$case")
        printf '%s\t%s\t%s\n' "$case" "$own" $((own / lines))
    done
} >$work/counted.tsv

if [ "${1:-}" = --update ]; then
    cp $work/counted.tsv $table
    echo "instructions.sh: wrote $table"
    cat $table
    exit
fi

# --- comparing ----------------------------------------------------------------------------------------------------------
awk -F'\t' -v allowed=$allowed_percent -v table=$table -v work=$work '
    /^#/ { with[FILENAME] = substr($0, 3); next }
    $1 == "case" { next }
    FILENAME == table { limit[$1] = $2; next }
    {
        seen[$1] = 1
        if (!limit[$1]) { printf "%s: not in %s\n", $1, table; failed = 1; next }
        percent = 100 * ($2 - limit[$1]) / limit[$1]
        printf "%s: %d instructions a line, %+.2f %% of those written down\n", $1, $3, percent
        if (percent > allowed) { failed = 1; over = over " " $1 }
        if (percent < -allowed) fewer = 1
    }
    END {
        for (name in limit) if (!seen[name]) { printf "%s: in %s, and not counted\n", name, table; failed = 1 }
        if (fewer) printf "some are fewer by more than %d %%: write them down, Benchmarks/instructions.sh --update\n", allowed
        out = failed ? "/dev/stderr" : "/dev/stdout"
        if (failed) {
            printf "instructions.sh: more than %d %% above %s, or not there:%s\n", allowed, table, over >out
            printf "  what takes them: callgrind_annotate %s/CASE.callgrind\n", work >out
            print "  if it is worth that: Benchmarks/instructions.sh --update, and the reason in the commit" >out
        }
        for (file in with) if (with[file] != with[table]) {
            printf "written down with: %s\nhere:              %s\n", with[table], with[file] >out
            print "  figures of another compiler, C library or log cannot be compared; where the code is the same, --update" >out
        }
        exit failed
    }' $table $work/counted.tsv

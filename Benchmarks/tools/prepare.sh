# What compare.sh needs before it measures: the programs, the logs, and the peers that are to be had. Sourced; $work is its folder, $logs that of the logs.

have() { command -v "$1" >/dev/null; }

# The programs: loggen; accessrank as `make install` has it, with Swift's library in it; the same, which inflates with zlib.
prepare_programs() {
    make -s setup static >&2
    swift build -c release --product accessrank --traits ZlibOnly --static-swift-stdlib -Xlinker -s --scratch-path .build-zlib >&2
}

# made FOLDER LINES DAYS [SERVERS]: the logs of a folder, made once; a folder that was not finished is made again.
made() {
    [ -f "$logs/$1/truth.json" ] && return
    echo "making $2 lines in $logs/$1" >&2
    .build/release/loggen --lines "$2" --days "$3" --servers "${4:-1}" --articles 20000 --seed 1 --timezone Asia/Tokyo \
        --out "$logs/$1"
}

# The same four logs as one file of one member.
joined() {
    [ -f "$logs/one/access.log.gz" ] && return
    mkdir -p "$logs/one"
    zcat "$logs"/four/access-*.log.gz | gzip >"$logs/one/made.gz"
    mv "$logs/one/made.gz" "$logs/one/access.log.gz"
}

# DuckDB and chdb come from PyPI into an environment of their own; without network they are left out.
prepare_python() {
    python=$work/python/bin/python
    "$python" -c 'import duckdb, chdb' 2>/dev/null && return
    python3 -m venv "$work/python" >&2 &&
        "$python" -m pip install -q --disable-pip-version-check duckdb==2.0.1 chdb==4.4.0 >&2 ||
        echo "compare.sh: DuckDB and chdb cannot be fetched from PyPI; they are left out" >&2
}
has_module() { [ -x "$work/python/bin/python" ] && "$work/python/bin/python" -c "import $1" 2>/dev/null; }

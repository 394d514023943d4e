"""ask_duckdb.py split|regex THREADS LOG.gz...: the question of question.sh, by DuckDB, which reads the gzip files itself.

0 threads are its own choice. Lines that are no UTF-8 it cannot read; they are left out.
"""

import os
import sys

import duckdb

form, threads, *logs = sys.argv[1:]
FORMS = {
    "split": """
        SELECT substr(piece[1], position('[' IN piece[1]) + 1, 11) AS day,
            regexp_extract(piece[2], '^GET ([^ ?#]*)', 1) AS path, lower(piece[-2]) AS agent
        FROM (SELECT string_split(line, '"') AS piece FROM log)
        WHERE len(piece) >= 7 AND starts_with(piece[2], 'GET ') AND NOT starts_with(piece[1], '10.')
            AND (starts_with(piece[3], ' 200 ') OR starts_with(piece[3], ' 304 '))
        """,
    "regex": """
        SELECT field.day, field.path, lower(field.agent) AS agent
        FROM (SELECT regexp_extract(line, $LINE, ['client', 'day', 'path', 'agent']) AS field FROM log)
        WHERE field.day <> '' AND NOT starts_with(field.client, '10.')
        """,
}
rule = {name: os.environ[name] for name in ("ROBOTS", "PEOPLE", "ASSETS") + ("LINE",) * (form == "regex")}
database = duckdb.connect(config={} if threads == "0" else {"threads": int(threads)})
database.execute(
    f"""
    COPY (
        WITH log AS (
            FROM read_csv($logs, columns = {{'line': 'VARCHAR'}}, auto_detect = false, header = false, delim = '\x01',
                          quote = '', escape = '', strict_mode = false, ignore_errors = true)
        ),
        request AS ({FORMS[form]})
        SELECT day, path, count(*) AS clicks
        FROM request
        WHERE NOT regexp_matches(path, $ASSETS) AND (NOT regexp_matches(agent, $ROBOTS) OR regexp_matches(agent, $PEOPLE))
        GROUP BY day, path
    ) TO '/dev/stdout' (HEADER false, DELIMITER '\t', QUOTE '')
    """,
    {"logs": logs, **rule},
)

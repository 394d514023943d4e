"""ask_chdb.py split|regex THREADS LOG.gz...: the question of question.sh, by chdb (ClickHouse), which reads the gzip files itself.

0 threads are its own choice.
"""

import os
import sys

import chdb

form, threads, *logs = sys.argv[1:]


def text(value):
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"


rule = {name: text(os.environ[name]) for name in ("ROBOTS", "PEOPLE", "ASSETS", "LINE")}
# Its globs choose among names, not among paths: the logs are in one folder.
folder = os.path.dirname(os.path.abspath(logs[0]))
files = text(folder + "/{" + ",".join(os.path.basename(log) for log in logs) + "}")
FORMS = {
    "split": """
        SELECT substring(piece[1], position(piece[1], '[') + 1, 11) AS day,
            extract(piece[2], '^GET ([^ ?#]*)') AS path, lower(piece[-2]) AS agent
        FROM (SELECT splitByChar('"', line) AS piece FROM log)
        WHERE length(piece) >= 7 AND startsWith(piece[2], 'GET ') AND NOT startsWith(piece[1], '10.')
            AND (startsWith(piece[3], ' 200 ') OR startsWith(piece[3], ' 304 '))
        """,
    "regex": f"""
        SELECT field[2] AS day, field[3] AS path, lower(field[4]) AS agent
        FROM (SELECT extractGroups(line, {rule["LINE"]}) AS field FROM log)
        WHERE notEmpty(field) AND NOT startsWith(field[1], '10.')
        """,
}
answer = chdb.query(
    f"""
    WITH log AS (SELECT line FROM file({files}, LineAsString, 'line String')),
        request AS ({FORMS[form]})
    SELECT day, path, count() AS clicks
    FROM request
    WHERE NOT match(path, {rule["ASSETS"]}) AND (NOT match(agent, {rule["ROBOTS"]}) OR match(agent, {rule["PEOPLE"]}))
    GROUP BY day, path
    {"" if threads == "0" else f"SETTINGS max_threads = {int(threads)}"}
    """,
    "TabSeparatedRaw",
)
sys.stdout.buffer.write(answer.bytes())

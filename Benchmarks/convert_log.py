"""Writes a combined log again in other formats: convert_log.py combined.log FOLDER.

FOLDER gets combined.log, w3c-iis.log, w3c-cloudfront.log, alb.log, s3.log and json.log, all of the same requests. Lines
that one of these formats cannot hold are in none of them; how many, and why, is told on standard output.
"""

import datetime
import json
import re
import sys
import urllib.parse

COMBINED = re.compile(
    rb'^(\S+) .*?\[(\d\d)/(\w{3})/(\d{4}):(\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)\] '
    rb'"((?:[^"\\]|\\.)*)" (\d{3}) (\d+|-) "((?:[^"\\]|\\.)*)" "((?:[^"\\]|\\.)*)"'
)
REQUEST = re.compile(rb"^([A-Za-z_-]+) ([^ ]+)(?: (HTTP/\d(?:\.\d)?))?$")
MONTHS = {month: 1 + index for index, month in enumerate(b"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())}
IIS_FIELDS = (
    b"date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status "
    b"sc-substatus sc-win32-status time-taken"
)
CLOUDFRONT_FIELDS = (
    b"date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) "
    b"cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header cs-protocol cs-bytes time-taken "
    b"x-forwarded-for ssl-protocol ssl-cipher x-edge-response-result-type cs-protocol-version"
)


class Left(Exception):
    """A line that some format cannot hold, with the reason."""


def without_escapes(field):
    single = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v", b"b": b"\b", b"f": b"\f"}
    one = lambda match: bytes([int(match[1][1:], 16)]) if match[1][:1] == b"x" else single.get(match[1], match[1])
    return re.sub(rb'\\(x[0-9a-fA-F]{2}|["\\nrtvbf])', one, field)


class Request:
    def __init__(self, line):
        match = COMBINED.match(line)
        if not match:
            raise Left("no combined line")
        self.client, day, month, year, hour, minute, second, sign, ahead, minutes, request, self.status, self.size = match.groups()[:13]
        self.referrer, self.agent = (without_escapes(field) for field in match.groups()[13:])
        self.request = without_escapes(request)
        parts = REQUEST.match(self.request)
        if not parts:
            raise Left("a bad request")
        self.method, self.target, self.protocol = parts.groups()
        try:
            local = datetime.datetime(int(year), MONTHS[month], int(day), int(hour), int(minute), int(second))
        except (KeyError, ValueError):
            raise Left("no time")
        offset = (60 * int(ahead) + int(minutes)) * (1 if sign == b"+" else -1)
        utc = local - datetime.timedelta(minutes=offset)
        self.date, self.time = (utc.strftime(form).encode() for form in ("%Y-%m-%d", "%H:%M:%S"))
        self.path, _, self.query = self.target.partition(b"?")
        self.decoded = urllib.parse.unquote_to_bytes(self.path)
        if not self.target.startswith(b"/") or b"#" in self.target:
            raise Left("a target that is no path and query")
        if any(byte < 0x20 or byte == 0x22 for byte in self.target + self.agent + self.referrer + self.decoded):
            raise Left("quotes or control bytes")
        if b"+" in self.path or b"%2f" in self.path.lower():
            raise Left("a path that IIS's decoding would change")


def combined(request, line):
    return line


def iis(r, _):
    plus = lambda text: text.replace(b" ", b"+")
    cells = [r.date, r.time, b"10.0.0.5", r.method, plus(r.decoded), r.query or b"-", b"443", b"-", r.client]
    return b" ".join(cells + [plus(r.agent) or b"-", plus(r.referrer) or b"-", r.status, b"0", b"0", b"15"])


def cloudfront(r, _):
    plain = lambda byte: 0x20 < byte < 0x7F and byte not in b'"#%<>[\\]^`{|}~'
    escaped = lambda text: b"".join(bytes([byte]) if plain(byte) else b"%%%02X" % byte for byte in text) or b"-"
    cells = [r.date, r.time, b"NRT57-P1", r.size, r.client, r.method, b"d1.cloudfront.net", r.path, r.status]
    cells += [escaped(r.referrer), escaped(r.agent), r.query or b"-", b"-", b"Hit", b"k6WGMNkEzR5BEM_SaF47gjtX9zBDO2m3=="]
    return b"\t".join(cells + [b"www.example.com", b"https", b"23", b"0.001", b"-", b"TLSv1.3", b"X", b"Hit", b"HTTP/2.0"])


def balancer(r, _):
    client = b"[%s]" % r.client if b":" in r.client else r.client
    return b'h2 %sT%s.186641Z app/site/50dc6c495c0c9188 %s:52100 10.0.0.5:80 0.000 0.001 0.000 %s %s 34 %s ' % (
        r.date, r.time, client, r.status, r.status, r.size
    ) + b'"%s https://www.example.com:443%s %s" "%s" TLS_AES_128_GCM_SHA256 TLSv1.3 - "Root=1-58337262" "www.example.com" "-"' % (
        r.method, r.target, r.protocol or b"HTTP/1.0", r.agent.replace(b"\\", b"\\\\")
    )


def bucket(r, _):
    time = datetime.datetime.strptime((r.date + b" " + r.time).decode(), "%Y-%m-%d %H:%M:%S")
    return b'79a59df900b949e5 site-bucket [%s +0000] %s - 3E57427F33A59F07 WEBSITE.%s.OBJECT - "%s" %s - %s 113 7 6 "%s" "%s" ' % (
        time.strftime("%d/%b/%Y:%H:%M:%S").encode(), r.client, r.method, r.request, r.status, r.size, r.referrer, r.agent
    ) + b"- s9lzHYrFp76ZVxRcpX9 - TLS_AES_128_GCM_SHA256 - www.example.com TLSv1.3 - -"


def mapped(r, _):
    text = lambda value: value.decode("utf8", "surrogateescape")
    http = {"method": text(r.method), "target": text(r.target), "status": int(r.status)}
    line = {"@timestamp": text(r.date + b"T" + r.time + b".000Z"), "remote": {"ip": text(r.client), "port": 52100}}
    line |= {"http": http, "host": "www.example.com", "ua": text(r.agent), "referrer": text(r.referrer)}
    return json.dumps(line, ensure_ascii=False).encode("utf8", "surrogateescape")


FORMATS = {
    "combined": combined, "w3c-iis": iis, "w3c-cloudfront": cloudfront, "alb": balancer, "s3": bucket, "json": mapped
}


def main(source, folder):
    files = {name: open(f"{folder}/{name}.log", "wb") for name in FORMATS}
    files["w3c-iis"].write(b"#Software: Microsoft Internet Information Services 10.0\n#Fields: " + IIS_FIELDS + b"\n")
    files["w3c-cloudfront"].write(b"#Version: 1.0\n#Fields: " + CLOUDFRONT_FIELDS + b"\n")
    kept, left = 0, {}
    for line in open(source, "rb"):
        line = line.rstrip(b"\r\n").rstrip(b" \t")
        try:
            request = Request(line)
        except Left as reason:
            left[str(reason)] = left.get(str(reason), 0) + 1
            continue
        kept += 1
        for name, write in FORMATS.items():
            files[name].write(write(request, line) + b"\n")
    print(f"{kept} lines in each format; left out: {left}")


main(*sys.argv[1:])

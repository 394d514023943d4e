"""Articles of loggen's site by docs/counting.md, without a line of accessrank: what it finds is held against it."""

import re
import urllib.parse


def article(target):
    """The key of a target; None for any other page."""
    target = re.sub(r"^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*", "", target)
    path = re.split("[?#]", target)[0]
    # Every byte decoded that may be, then escaped as all others are.
    path = urllib.parse.quote(urllib.parse.unquote_to_bytes(path.encode("latin-1")), safe="/-._~!$&'()*+,;=:@%")
    path = re.sub("/+", "/", path)
    parts = []
    for part in path.split("/"):
        if part == "..":
            parts = parts[:1] if len(parts) <= 1 else parts[:-1]
        elif part != ".":
            parts.append(part)
    path = "/".join(parts)
    while (shorter := re.sub(r"(/index\.(html|htm|php)|/amp|/page/[0-9]+|/)$", "", path)) != path:
        path = shorter
    if re.match(r"/[^/]+/preview(/|$)", path):
        return None
    if match := re.fullmatch(r"/[^/]+(?:/[^/]+)?/([0-9]{8}-[^/]+)", path):
        return match[1]
    return path if re.fullmatch(r"/[^/]+/stories/[^/]+", path) else None

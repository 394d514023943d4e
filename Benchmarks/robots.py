"""Unpacks the public lists of robots, and measures the built-in list by them and by agents of people.

    robots.py unpack FETCHED FOLDER       the lists of the wheels in FETCHED as files in FOLDER
    robots.py figures ACCESSRANK FOLDER [--build]   the tables of docs/robots.md; --build leaves the measured half alone
    robots.py marked ACCESSRANK FOLDER HALF         agents of people that the list takes for robots, to be judged by eye

The halves: the first byte of the SHA-256 of a pattern (robots; an agent belongs to the first pattern that lists it) or
of the agent itself (people). Even: the half that the list was built with. Odd: the half that it is measured by.
"""

import collections
import glob
import hashlib
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import time
import zipfile

BUILT, MEASURED = "built with", "measured by"

# Entries of which all agents in the sets of people were looked at, and name themselves a robot or a program.
# What the others mark counts as a person lost, whatever it is.
SELF_NAMED = """
adbeat appengine-google headlesschrome phantomjs slimerjs slurp crawl spider bot powershell nutch wpull python-urllib
selenium page$speed pagespeed web$preview linkcheck linkpreview webcapture monitor noc@ heritrix fetch feedly validator
siteimprove flipboardproxy semrush yisouspider sitebulb pingdom adsbot-google scanner simplepie chrome-lighthouse
cypress/ winhttp casperjs burpcollaborator datanyze hardenize netcraft google- thumbnail daumoa wkhtml cutycapt hubspot
ms$search$ linkchecker backlink printfriendly tracker contact abuse .io/ ^java/1. ;$rigor)
node.js httpclient snapshot trendiction applebot ghost$inspector headless ktxn mastodon/ wappalyzer skypeuripreview httrack
research wget auditor
""".split()


def wheel(folder, name):
    return zipfile.ZipFile(glob.glob(f"{folder}/{name}-*.whl")[0])


def unpack(fetched, folder):
    files = {
        "crawler-user-agents.json": ("crawler_user_agents", "crawleruseragents/crawler-user-agents.json"),
        "counter-robots.txt": ("counter_robots", "counter_robots/data/robot.txt"),
        "counter-machines.txt": ("counter_robots", "counter_robots/data/machine.txt"),
    }
    for name, (package, member) in files.items():
        with open(f"{folder}/{name}", "wb") as file:
            file.write(wheel(fetched, package).read(member))
        print(f"{folder}/{name}")


def half(text):
    return BUILT if hashlib.sha256(text.encode()).digest()[0] % 2 == 0 else MEASURED


def on_one_line(agents):
    return sorted({agent for agent in agents if "\n" not in agent})


def robot_sets(folder):
    pattern_of = {}
    for crawler in json.load(open(f"{folder}/crawler-user-agents.json")):
        for agent in crawler["instances"]:
            pattern_of.setdefault(agent, crawler["pattern"])
    sets = {("crawler-user-agents", part): [] for part in (BUILT, MEASURED)}
    for agent in on_one_line(pattern_of):
        sets["crawler-user-agents", half(pattern_of[agent])].append(agent)
    bots = on_one_line(agent for agent, kind in fixtures(folder).items() if kind == "bot")
    sets["device-detector, robots", MEASURED] = [agent for agent in bots if agent not in pattern_of]
    return sets


def fixtures(folder):
    """Agents of device-detector's tests by what sent them. Needs PyYAML."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    archive = wheel(f"{folder}/fetched", "device_detector")
    kinds = {}
    for member in sorted(archive.namelist()):
        if "/fixtures/" in member and member.endswith(".yml"):
            for case in yaml.load(archive.read(member), Loader=loader):
                agent, client = case.get("user_agent"), case.get("client")
                if isinstance(agent, str):
                    kind = "bot" if "bot" in case else client.get("type") if isinstance(client, dict) else None
                    kinds.setdefault(agent, kind)
    return kinds


def people_sets(folder):
    fetched = f"{folder}/fetched"
    kinds = fixtures(folder)
    marked = {}
    with wheel(fetched, "random_user_agent").open("random_user_agent/data/user_agents.zip") as file:
        for line in zipfile.ZipFile(file).open("user_agents.jl"):
            agent = json.loads(line)
            marked[agent["user_agent"]] = (str(agent["software_type"]), str(agent["hardware_type"]))
    real = wheel(fetched, "fake_useragent").read("fake_useragent/data/browsers.jsonl").decode().splitlines()
    all_sets = {
        "random-user-agent, browsers": [
            agent for agent, (software, hardware) in marked.items()
            if software.startswith("browser") and "server" not in hardware
        ],
        "device-detector, browsers": [agent for agent, kind in kinds.items() if kind == "browser"],
        "fake-useragent": [json.loads(line)["useragent"] for line in real],
        "device-detector, apps": [agent for agent, kind in kinds.items() if kind == "mobile app"],
    }
    sets = {}
    for name, agents in all_sets.items():
        for part in (BUILT, MEASURED):
            sets[name, part] = [agent for agent in on_one_line(agents) if half(agent) == part]
    return sets


def judge(program, agents, profile=None):
    """Verdict and entry of each agent, by the product."""
    with tempfile.NamedTemporaryFile("w", newline="\n") as file:
        file.write("".join(agent + "\n" for agent in agents))
        file.flush()
        command = [program, "resolve", "--agents", file.name] + (["--profile", profile] if profile else [])
        lines = subprocess.run(command, capture_output=True, check=True).stdout.decode().split("\n")[:-1]
    assert len(lines) == len(agents), (len(lines), len(agents))
    return [line.split("\t")[:3] for line in lines]


def interval(hits, total):
    """Wilson's interval of 95 %."""
    z, share = 1.96, hits / total
    middle = (share + z * z / (2 * total)) / (1 + z * z / total)
    reach = z / (1 + z * z / total) * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    return f"{100 * (middle - reach):.2f} to {100 * (middle + reach):.2f} %"


def self_named(entry):
    return entry in [word.replace("$", " ") for word in SELF_NAMED]


def figures(program, folder, parts):
    print("| robots | half | agents | recognised | share | 95 % |")
    print("|---|---|--:|--:|--:|---|")
    for (name, part), agents in robot_sets(folder).items():
        if part in parts:
            hits = sum(verdict == "robot" for verdict, _, _ in judge(program, agents))
            print(f"| {name} | {part} | {len(agents):,} | {hits:,} | {100 * hits / len(agents):.2f} % | {interval(hits, len(agents))} |")
    print("\n| people | half | agents | marked | of these robots by eye | lost | share | 95 % |")
    print("|---|---|--:|--:|--:|--:|--:|---|")
    for (name, part), agents in people_sets(folder).items():
        if part in parts:
            marked = [entry for verdict, _, entry in judge(program, agents) if verdict == "robot"]
            lost = sum(not self_named(entry) for entry in marked)
            share = f"{100 * lost / len(agents):.3f} % | {interval(lost, len(agents))}"
            print(f"| {name} | {part} | {len(agents):,} | {len(marked):,} | {len(marked) - lost:,} | {lost:,} | {share} |")


def marked(program, folder, part):
    for (name, of_part), agents in people_sets(folder).items():
        if of_part == part:
            found = collections.defaultdict(list)
            for agent, (verdict, _, entry) in zip(agents, judge(program, agents)):
                if verdict == "robot":
                    found[entry].append(agent)
            for entry, hits in sorted(found.items(), key=lambda item: -len(item[1])):
                print(f"{name}\t{len(hits)}\t{entry}\t{'self-named' if self_named(entry) else 'lost'}")
                for agent in hits:
                    print(f"\t{agent}")


if __name__ == "__main__":
    task, *arguments = sys.argv[1:]
    if task == "unpack":
        unpack(*arguments)
    elif task == "figures":
        figures(*arguments[:2], [BUILT] if "--build" in arguments else [BUILT, MEASURED])
    elif task == "marked":
        marked(*arguments)
    else:
        sys.exit(__doc__)

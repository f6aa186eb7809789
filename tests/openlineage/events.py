# SPDX-License-Identifier: GPL-3.0-or-later
"""A second, plain reading of OpenLineage events: prints what a lineage graph of them has to hold.

events.py FILE…: NDJSON or JSON, also packed with gzip. Prints one JSON object with the run count,
the jobs, datasets, edges between jobs and datasets, edges between datasets and edges between
columns, each list sorted.
"""
import gzip
import json
import re
import sys
from datetime import datetime, timezone

TERMINAL = ("COMPLETE", "FAIL", "ABORT")


def events_of(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rb") as file:
        text = file.read().decode("utf-8-sig")
    try:
        whole = json.loads(text)
        yield from whole if isinstance(whole, list) else [whole]
        return
    except ValueError:
        pass
    seen = set()
    for line in text.splitlines():
        if not line.strip() or line in seen:
            continue
        seen.add(line)
        try:
            yield json.loads(line)
        except ValueError:
            continue


def instant(text):
    """Microseconds since the epoch, UTC; None for what is no time."""
    match = re.fullmatch(r"(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:?\d\d)?", text or "")
    if not match:
        return None
    zone = (match[3] or "Z").replace("Z", "+00:00")
    base = datetime.fromisoformat(match[1].replace(" ", "T") + zone)
    return int(base.astimezone(timezone.utc).timestamp()) * 1000000 + int(((match[2] or "") + "000000")[:6])


def named(thing):
    if not isinstance(thing, dict):
        return None
    space, name = thing.get("namespace"), thing.get("name")
    return (space, name) if isinstance(space, str) and isinstance(name, str) and name else None


class Sets:
    def __init__(self):
        self.parent = {}

    def root(self, item):
        while self.parent.get(item, item) != item:
            item = self.parent[item]
        return item

    def unite(self, left, right):
        left, right = self.root(left), self.root(right)
        if left != right:
            self.parent[max(left, right)] = min(left, right)


def read(paths):
    runs, designs, jobs, occurring, former, known = {}, {}, set(), set(), set(), set()
    sets, types, order = Sets(), {}, 0
    for path in paths:
        for event in events_of(path):
            order += 1
            when = instant(event.get("eventTime")) if isinstance(event, dict) else None
            if when is None:
                continue
            job = named(event.get("job"))
            run = (event.get("run") or {}).get("runId")
            dataset = event.get("dataset")
            if job and run:
                facts = runs.setdefault(run, {"job": job, "events": [], "in": {}, "out": {}})
                facts["events"].append((when, order, (event.get("eventType") or "").upper()))
            elif job and event.get("run") is None:
                facts = designs.setdefault(job, {"job": job, "events": [], "in": {}, "out": {}})
                facts["events"].append((when, order, "COMPLETE"))
            elif named(dataset):
                facts = None
            else:
                continue
            if job:
                jobs.add(job)
                kind = ((event["job"].get("facets") or {}).get("jobType")) or {}
                if kind:
                    types.setdefault(job, []).append((when, kind))
            sides = [("in", d) for d in event.get("inputs") or []] if facts else []
            sides += [("out", d) for d in event.get("outputs") or []] if facts else [("set", dataset)]
            for side, item in sides:
                name = named(item)
                if not name:
                    continue
                occurring.add(name)
                known.add(name)
                facets = item.get("facets") or {}
                for other in (facets.get("symlinks") or {}).get("identifiers") or []:
                    if named(other):
                        sets.unite(name, named(other))
                        known.add(named(other))
                change = facets.get("lifecycleStateChange") or {}
                previous = named(change.get("previousIdentifier"))
                if previous:
                    sets.unite(name, previous)
                    former.add(previous)
                    known.add(previous)
                if facts is not None:
                    facts[side].setdefault(name, []).append(
                        (when, order, facets.get("columnLineage"), change.get("lifecycleStateChange")))
    members = {}
    for name in known:
        members.setdefault(sets.root(name), []).append(name)
    canonical = {}
    for group in members.values():
        good = [n for n in group if n in occurring and n not in former]
        for name in group:
            canonical[name] = min(good or [n for n in group if n in occurring] or group)

    def one(name):
        return canonical.get(name, name)

    job_edges, edges, columns, newest = set(), set(), set(), {}
    for key, facts in list(runs.items()) + list(designs.items()):
        job = facts["job"]
        kinds = [k for _, k in sorted(types.get(job, []), key=lambda t: t[0])]
        streaming = any((k.get("processingType") or "").upper() == "STREAMING" for k in kinds[-1:])
        test = any((k.get("jobType") or "").upper() == "TEST" for k in kinds[-1:])
        ends = [e for e in facts["events"] if e[2] in TERMINAL]
        last = max(ends, key=lambda e: (e[0], -e[1])) if ends else None
        running = [e for e in facts["events"] if e[2] == "RUNNING"]
        if not (last and last[2] == "COMPLETE") and not (streaming and running):
            continue
        at = last[0] if last and last[2] == "COMPLETE" else max(running)[0]

        def dropped(side):
            return {one(n) for n, seen in facts[side].items()
                    if max((s for s in seen if s[3]), key=lambda s: s[:2], default=(0, 0, 0, ""))[3] == "DROP"}

        gone = dropped("in") | dropped("out")
        inputs = {one(n) for n in facts["in"]} - gone
        outputs = {one(n) for n in facts["out"]} - gone if not test else set()
        job_edges |= {("in", i, job) for i in inputs} | {("out", o, job) for o in outputs}
        edges |= {(i, o) for i in inputs for o in outputs if i != o}
        if test:
            continue
        for name, seen in facts["out"].items():
            if one(name) in gone:
                continue
            facet = max((s for s in seen if s[2]), key=lambda s: s[:2], default=None)
            if facet:
                spot = (one(name), job)
                if spot not in newest or newest[spot][0] < (at, facet[1]):
                    newest[spot] = ((at, facet[1]), facet[2])
    for (output, _), (_, facet) in newest.items():
        for column, entry in (facet.get("fields") or {}).items():
            for source in (entry or {}).get("inputFields") or []:
                if named(source) and source.get("field"):
                    columns.add((one(named(source)), source["field"], output, column))
    def text(name, kind="dataset"):
        return ":".join((kind,) + name)

    return {
        "runs": len(runs),
        "jobs": sorted(text(j, "job") for j in jobs),
        "datasets": sorted({text(one(n)) for n in known}),
        "jobEdges": sorted([side, text(d), text(j, "job")] for side, d, j in job_edges),
        "edges": sorted([text(a), text(b)] for a, b in edges),
        "columns": sorted([text(a), c, text(b), d] for a, c, b, d in columns),
    }


if __name__ == "__main__":
    print(json.dumps(read(sys.argv[1:])))

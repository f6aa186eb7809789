# SPDX-License-Identifier: GPL-3.0-or-later
"""Says what the official schemas think of real contracts and products, and of systematic damage to them.

verdicts.py SHARED OUT FILE...: one JSON object a line to OUT: {"name", "valid", "document"}.
Exit status 77: a module is missing.
"""
import copy
import json
import random
import re
import sys
from pathlib import Path

try:
    import yaml
    from jsonschema import Draft201909Validator
except ImportError as problem:
    print(problem)
    sys.exit(77)

CONTRACTS = {f"v{v}": v for v in ("3.0.0", "3.0.1", "3.0.2", "3.1.0", "3.2.0")}
CONTRACTS |= {f"v2.2.{n}": "2.2.2" for n in range(3)}
PRODUCTS = {"v0.9.0": "0.9.0", "v1.0.0": "1.0.0"}


class Core(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML 1.2's core schema: no dates, no "no"."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))


class Schemas:
    def __init__(self, folder):
        self.folder = folder
        self.known = {}

    def validator(self, document):
        """The schema of the document's own version, or None."""
        if not isinstance(document, dict):
            return None
        version = str(document.get("apiVersion"))
        if document.get("kind") == "DataContract" and version in CONTRACTS:
            return self.named(f"odcs-json-schema-v{CONTRACTS[version]}.json")
        if document.get("kind") == "DataProduct" and version in PRODUCTS:
            return self.named(f"odps-json-schema-v{PRODUCTS[version]}.json")
        return None

    def named(self, name):
        if name not in self.known:
            self.known[name] = Draft201909Validator(json.loads((self.folder / name).read_text()))
        return self.known[name]


def places(node, path=()):
    """All places below node: (path of the container, key)."""
    pairs = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in pairs:
        yield path, key
        yield from places(value, path + (key,))


def at(node, path):
    for key in path:
        node = node[key]
    return node


def damaged(document, place, how, chance):
    result = copy.deepcopy(document)
    path, key = place
    box = at(result, path)
    if how == "drop":
        del box[key]
    elif how == "unknown" and isinstance(box, dict):
        box["zz" + str(key)] = "x"
    elif how == "word":
        box[key] = "zzz"
    elif how == "again" and isinstance(box, list):
        box.append(copy.deepcopy(box[key]))
    elif how == "rename" and isinstance(box, dict):
        box[chance.choice(("type", "name", "description", "id", "metric", "mustBe", "items", "value", "query"))] = box.pop(key)
    else:
        box[key] = chance.choice((42, -1, 1.5, "x", [], {}, None, True, ["x", "x"], [1, 2], [{}], "a.b", "v1"))
    return result


def versions_of(document):
    table = CONTRACTS if document.get("kind") == "DataContract" else PRODUCTS
    for version in table:
        yield {**document, "apiVersion": version}


def main():
    shared, out, files = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]
    schemas = Schemas(shared / "specs/bitol")
    chance = random.Random(20261125)
    lines = []

    def judge(name, document):
        validator = schemas.validator(document)
        if validator is None:
            return
        error = next(validator.iter_errors(document), None)
        # The words go into the message of a test that fails.
        why = "" if error is None else f"{list(error.absolute_path)} {error.message[:300]}"
        lines.append({"name": name, "valid": error is None, "why": why,
                      "document": json.dumps(document)})

    for file in files:
        try:
            document = yaml.load(Path(file).read_text(), Core)
        except (yaml.YAMLError, UnicodeDecodeError, ValueError):
            continue
        if schemas.validator(document) is None:
            continue
        judge(file, document)
        if Path(file).stat().st_size > 50_000:
            continue
        for other in versions_of(document):
            judge(f"{file} as {other['apiVersion']}", other)
        ours = "/tests/formats/" in file
        everywhere = sorted(places(document), key=str)
        for _ in range(400 if ours else 20):
            place = chance.choice(everywhere)
            how = chance.choice(("drop", "drop", "unknown", "word", "again", "rename", "type", "type"))
            base = chance.choice(list(versions_of(document)))
            mutant = damaged(base if place[1] != "apiVersion" else document, place, how, chance)
            judge(f"{file} {base['apiVersion']} {how} {place}", mutant)
    out.write_text("".join(json.dumps(line) + "\n" for line in lines))
    print(len(lines), "verdicts")


main()

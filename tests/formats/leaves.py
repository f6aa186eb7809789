# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that no scalar of a YAML file is lost in the JSON that was made of it.

leaves.py PAIRS: a file with "yaml<TAB>json" lines. Reads the YAML without any types. Exit status 1:
something differs; 77: a module is missing.
"""
import json
import sys
from pathlib import Path

try:
    import yaml
except ImportError as problem:
    print(problem)
    sys.exit(77)

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def leaves(node, path=()):
    if isinstance(node, dict):
        if not node:
            yield path, "{}"
        for key, value in node.items():
            yield from leaves(value, path + (key,))
    elif isinstance(node, list):
        if not node:
            yield path, "[]"
        for index, value in enumerate(node):
            yield from leaves(value, path + (index,))
    else:
        yield path, node


def same(written, native):
    if native is None:
        return written in ("", "~", "null", "Null", "NULL")
    if isinstance(native, bool):
        return written.lower() == str(native).lower()
    return written == native


def main():
    count = files = 0
    for line in Path(sys.argv[1]).read_text().splitlines():
        source, made = line.split("\t")
        written = dict(leaves(yaml.load(Path(source).read_text(), LOADER)))
        native = dict(leaves(json.loads(Path(made).read_text(), parse_int=str, parse_float=str)))
        if list(written) != list(native):
            print(source, "other places or order:", set(written) ^ set(native))
            sys.exit(1)
        for path, text in written.items():
            if not same(text, native[path]):
                print(source, path, repr(text), "became", repr(native[path]))
                sys.exit(1)
        count += len(written)
        files += 1
    print(count, "values in", files, "files")


main()

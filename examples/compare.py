#!/usr/bin/env python3
"""Compares answers to the letter: two runs of exchange.sh, or a recorded folder with a base that gives it back.

    compare.py answers DIR BASE_URL OTHER_DIR OTHER_BASE_URL
    compare.py recorded FOLDER BASE_URL

Numbers are compared as they are written and properties in their order. Ends with 1 where something differs, and tells
where. Python, since jq before 1.7 reads 1.50 as 1.5.
"""

import json
import pathlib
import re
import sys
import urllib.parse
import urllib.request
import xml.etree.ElementTree

# What the base itself makes when something is written, so that two bases cannot agree on it. All else must be equal.
OF_THE_BASE = {
    "uid": "a row or line that came without one gets a GUID; one that the client gave is compared",
    "createDate": "when the document came",
    "lastChangeDate": "when the document was last written",
    "registeredDate": "when the device counted the line",
    "registrationDate": "when the device counted the line",
    "modifiedDate": "when the document changed its state",
    "inProcessDate": "when the document changed its state",
    "finishedDate": "when the document changed its state",
}
GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
TIME = re.compile(r"(?!0001)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


class Number(str):
    """A number as it is written."""


class Members(list):
    """An object's properties in their order."""


def parsed(text):
    return json.loads(text, parse_int=Number, parse_float=Number, object_pairs_hook=Members)


def member(value, name):
    return next((v for n, v in value if n == name), None)


def without_own(value, origin, name=None):
    """The value without what the base makes itself, and with the client's address by one name."""
    if isinstance(value, Members):
        return Members((n, without_own(v, origin, n)) for n, v in value)
    if isinstance(value, list):
        return [without_own(v, origin) for v in value]
    if isinstance(value, str) and not isinstance(value, Number):
        if name == "@odata.context" and value.startswith(origin + "/"):
            return "http://THE-CLIENTS-HOST" + value[len(origin):]
        if name in OF_THE_BASE and (GUID if name == "uid" else TIME).fullmatch(value):
            return f"<{OF_THE_BASE[name]}>"
    return value


def difference(one, other, at=""):
    """Where two values differ; None where they do not."""
    if isinstance(one, Members) and isinstance(other, Members):
        names, others = [n for n, _ in one], [n for n, _ in other]
        if names != others:
            return f"{at or 'the whole'}: properties {names} and {others}"
        pairs = [(f"{at}.{n}", v, w) for (n, v), (_, w) in zip(one, other)]
    elif type(one) is list and type(other) is list:
        if len(one) != len(other):
            return f"{at or 'the whole'}: {len(one)} and {len(other)} items"
        pairs = [(f"{at}[{i}]", v, w) for i, (v, w) in enumerate(zip(one, other))]
    else:
        same = type(one) is type(other) and one == other
        return None if same else f"{at or 'the whole'}: {one!r} and {other!r}"
    return next((d for d in (difference(v, w, where) for where, v, w in pairs) if d), None)


def origin(url):
    parts = urllib.parse.urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def answers(folder, url, other_folder, other_url):
    folder, other_folder = pathlib.Path(folder), pathlib.Path(other_folder)
    names = sorted(p.name for p in folder.iterdir())
    if not names or names != sorted(p.name for p in other_folder.iterdir()):
        yield f"{folder} and {other_folder}: not the same steps"
        return
    for name in names:
        one, other = ((f / name).read_text("utf-8") for f in (folder, other_folder))
        if one.startswith("{") and other.startswith("{"):
            found = difference(without_own(parsed(one), origin(url)), without_own(parsed(other), origin(other_url)))
        else:
            found = None if one == other else "the texts differ"
        if found:
            yield f"{name}: {found}"


def get(url, address):
    with urllib.request.urlopen(f"{url}/{urllib.parse.quote(address, safe='/$?=,')}", timeout=60) as answer:
        return answer.read()


def navigations(metadata):
    """The navigation properties of each set, by its name in lower case."""
    edm = "{http://docs.oasis-open.org/odata/ns/edm}"
    root = xml.etree.ElementTree.fromstring(metadata)
    types = {f"{schema.get('Namespace')}.{kind.get('Name')}": [n.get("Name") for n in kind.iter(edm + "NavigationProperty")]
             for schema in root.iter(edm + "Schema") for kind in schema.findall(edm + "EntityType")}
    return {s.get("Name").lower(): (s.get("Name"), types[s.get("EntityType") or s.get("Type")])
            for s in [*root.iter(edm + "EntitySet"), *root.iter(edm + "Singleton")]}


def recorded(folder, url):
    folder = pathlib.Path(folder)
    metadata = (folder / "metadata.xml").read_bytes()
    if get(url, "$metadata") != metadata:
        yield "$metadata differs from metadata.xml"
    known = navigations(metadata)
    for file in sorted(folder.rglob("*.json")):
        content = parsed(file.read_text("utf-8-sig"))
        step = file.relative_to(folder).with_suffix("").as_posix()
        sets = [(f"Docs/{uni}", Members([("value", documents)])) for uni, documents in content]
        for name, wanted in sets if step == "documents" else [(step, content)]:
            name, nested = known[name.lower()]
            entities = member(wanted, "value")
            present = {n for entity in (entities or []) for n, _ in entity}
            expand = [n for n in nested if n in present]
            answer = parsed(get(url, name + ("?$expand=" + ",".join(expand) if expand else "")))
            plain = [Members((n, v) for n, v in side if not n.startswith("@")) for side in (wanted, answer)]
            found = difference(*plain)
            if found:
                yield f"{file.name} and {name}: {found}"


def main(arguments):
    commands = {("answers", 4): answers, ("recorded", 2): recorded}
    command = commands.get((arguments[0], len(arguments) - 1)) if arguments else None
    if command is None:
        sys.exit(__doc__)
    differences = list(command(*arguments[1:]))
    for found in differences[:10]:
        print("        " + found[:2000])
    sys.exit(1 if differences else 0)


main(sys.argv[1:])

#!/usr/bin/env python3
"""Writes the bases of the lab, ../seed and ../seed-odd, anew; the same bytes each time.

make.py --check only compares what is there with what would be written, and ends with 1 where they differ.
"""

import pathlib
import shutil
import sys

import demo
import form
import odd

LAB = pathlib.Path(__file__).resolve().parent.parent


def contents(files):
    return {path: (form.document(text) if path.endswith(".xml") else text).encode("utf-8") for path, text in files.items()}


def main():
    wanted = {"seed": contents(demo.files()), "seed-odd": contents(odd.files())}
    for name, files in wanted.items():
        folder = LAB / name
        there = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        if there == files:
            continue
        if "--check" in sys.argv[1:]:
            sys.exit("%s is not what make.py writes" % folder)
        shutil.rmtree(folder, ignore_errors=True)
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""A client of OData that nobody wrote for the bridge (python-odata) reads and writes a base: odata_client.py API.

Says what it did, one line each; ends with 1 where something is not as it should be. Removes what it has written.
"""
import sys
import uuid
from datetime import datetime, timezone

import requests
from odata import ODataService


def say(what, holds=True):
    print(("ok      " if holds else "FAILED  ") + what)
    if not holds:
        sys.exit(1)


def main(api):
    session = requests.Session()
    service = ODataService(api, reflect_entities=True, session=session, quiet_progress=True)
    say("the metadata gives %d classes" % len(service.entities), {"Products", "Docs", "DocTypes"} <= set(service.entities))

    product = service.entities["Products"]
    query = service.query(product).filter(product.name.contains("ода")).order_by(product.name.desc()).limit(5)
    names = [found.name for found in query]
    say("a filter with Cyrillic and an order: %s" % names[:1], 0 < len(names) <= 5 and names == sorted(names, reverse=True))
    say("every one has what was asked for", all("ода" in name for name in names))

    first = query.first()
    found = service.query(product).get(first.id)
    say("an entity by its key", found.name == first.name)

    kind = service.query(service.entities["DocTypes"]).first().name
    document = service.entities["Docs"]
    made = document()
    made.id = "python-" + uuid.uuid4().hex
    made.name = "Питон O'Neil"
    made.documentTypeName = kind
    # this library sends null for what was not set, and these must not be null
    made.createDate = made.lastChangeDate = datetime.now(timezone.utc)
    made.priority = made.licenseStatus = 0
    for flag in ("autoAppointed", "createdOnPDA", "distributeByBarcode", "finished", "inProcess", "modified",
                 "notOpenedYet", "serverHosted"):
        setattr(made, flag, False)
    service.save(made)
    again = service.query(document).filter(document.name == "Питон O'Neil").first()
    say("a document is created and found by a text with a quote", again is not None and again.id == made.id)
    again.description = "изменён"
    service.save(again)
    say("it is changed", service.query(document).get(made.id).description == "изменён")
    service.delete(again)
    gone = service.query(document).filter(document.id == made.id).all()
    say("it is removed", len(gone) == 0)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])

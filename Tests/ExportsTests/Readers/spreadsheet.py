"""Reads a CSV or TSV export and holds every field against the records of the JSON export."""

import csv
import json
import sys

path, expected = sys.argv[1:]
dialect = csv.excel if path.endswith(".csv") else csv.excel_tab
with open(path, encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file, dialect=dialect, strict=True))
with open(expected, encoding="utf-8") as file:
    records = json.load(file)


def fields(record):
    for name, value in record.items():
        if isinstance(value, dict):
            for language in ("zh", "en"):
                yield f"{name}_{language}", value.get(language, "")
        elif isinstance(value, list):
            yield name, "; ".join(value)
        else:
            yield name, str(value)


assert len(rows) == len(records), f"{len(rows)} rows, {len(records)} records"
for row, record in zip(rows, records):
    for name, value in fields(record):
        found = row.get(name, row.get(f"{name}_zh"))
        if value[:1] and value[0] in "=+-@\t\r＝＋－＠":
            value = "'" + value
        if found != value and not (value == "" and found == ""):
            sys.exit(f"{name}: {found!r} is not {value!r}")
        assert not found or found[0] not in "=+-@\t\r", f"{name} begins a formula: {found!r}"

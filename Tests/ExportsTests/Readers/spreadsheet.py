"""Reads a CSV or TSV export and holds every field against the records of the JSON export."""

import csv
import json
import sys

path, expected = sys.argv[1:]
dialect = csv.excel if path.endswith(".csv") else csv.excel_tab
with open(path, encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file, dialect=dialect, strict=True))
with open(expected, encoding="utf-8") as file:
    records = json.load(file, parse_float=str, parse_int=str)


def cell(value):
    """What stands in one cell; a semicolon within a word of a list has a backslash in front."""
    if isinstance(value, list):
        return "; ".join(str(word).replace("\\", "\\\\").replace(";", "\\;") for word in value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def fields(record):
    for name, value in record.items():
        if isinstance(value, dict):
            for key, inner in value.items():
                # What a record is about, such as the value of a status, has no name of its own.
                yield name if f"{name}_{key}" not in rows[0] else f"{name}_{key}", inner
        elif not (isinstance(value, list) and any(isinstance(entry, dict) for entry in value)):
            yield name, value


assert len(rows) == len(records), f"{len(rows)} rows, {len(records)} records"
for row, record in zip(rows, records):
    for name, value in fields(record):
        value = cell(value) if not isinstance(value, dict) else cell(value.get("zh", ""))
        found = row.get(name, row.get(f"{name}_zh"))
        if value[:1] and value[0] in "=+-@\t\r＝＋－＠":
            try:
                float(value)
            except ValueError:
                value = "'" + value
        if found != value and not (value == "" and found == ""):
            sys.exit(f"{name}: {found!r} is not {value!r}")
        assert not found or found[0] not in "=+@\t\r", f"{name} begins a formula: {found!r}"

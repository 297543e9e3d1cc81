"""The ICB table: its rows, what counts as an outcome, and what counts as one conflict.

What is asked, of whom, and from which column, was fixed before any outcome was looked at (docs/validation.md).
"""

import csv
import os
import re

FILE = "icb1_v14_mediation_outcomes.csv"
FIRST_TEST_YEAR = 1976
MISSING_DURATION = 999   # six rows have it to the day, beside 950 and 995 once each: a mark of a missing value
COVARIATES = ["viol", "gravcr", "noactr", "protrac"]


def table_path():
    folder = os.environ.get("ZOPA_PEACE_DATA")
    if not folder:
        raise SystemExit("skipped: set ZOPA_PEACE_DATA to the folder with " + FILE)
    return os.path.join(folder, FILE)


def whole(cell):
    return int(float(cell)) if cell.strip() else None


def read():
    """Every crisis: id, name, year, covariates, style, outcomes; None where the table is blank."""
    rows = []
    with open(table_path(), newline="", encoding="utf-8") as file:
        for raw in csv.DictReader(file):
            row = {"id": raw["crisno"], "name": raw["crisname"], "year": whole(raw["yrtrig"])}
            for key in COVARIATES + ["medstyle", "mediate"]:
                row[key] = whole(raw[key])
            form, days = whole(raw["forout"]), whole(raw["brexit"])
            row["agreement"] = None if form is None else int(form in (1, 2))   # formal, semi-formal
            row["days"] = None if days == MISSING_DURATION else days
            row["conflict"] = conflict(row)
            row["period"] = None if row["year"] is None else row["year"] // 5
            rows.append(row)
    return rows


def conflict(row):
    """The table names no conflicts. Crises of protracted conflicts whose names begin with the same word are taken
    for one; a crisis that is part of none stands for itself."""
    if row["protrac"] in (2, 3):
        return re.split(r"[\s/\-–,.]+", row["name"].strip().upper())[0]
    return "crisis " + row["id"]


def scored(rows):
    """Those with a year and an outcome, mediated or not beyond doubt (MEDIATE 4 or 1): 243 before 1976, 200 after."""
    return [r for r in rows if r["year"] is not None and r["agreement"] is not None and r["mediate"] in (1, 4)]


def is_test(row):
    return row["year"] >= FIRST_TEST_YEAR

"""A person may ask for everything we hold: what stands anywhere on a case stands in its workbook (T4)."""

import io
import json

from openpyxl import load_workbook
from piccolo.columns import Boolean, Date, ForeignKey, Integer, Text, Timestamptz, Varchar
from piccolo.table import sort_table_classes

from tests.cases.life import tabak
from tests.cases.test_cases_exporting import exported
from tracker import clock
from tracker.cases import tables
from tracker.cases.tables import CaseFile, ImportedRow
from tracker.partnership.tables import Organisation, Partnership, Person

OWN = [
    one
    for one in vars(tables).values()
    if isinstance(one, type) and one.__module__.startswith(tables.__name__)
]
ON_A_CASE = [table for table in sort_table_classes(OWN) if table is not ImportedRow]
CODES = {
    "agreed": "yes",
    "answer": "yes",
    "arising": "omission",
    "fit": "fitting",
    "kind": "phone",
    "outcome": "contact",
    "person_part": "present",
    "perspective": "team",
    "state": "open",
    "subject": "score",
    "verdict": "waste",
    "waste_kind": "waiting",
}
"""Columns that hold one of a few codes, and one that each may hold."""
OTHER_CODES = {
    "CaseEnding": {"kind": "stopped"},
    "DemandChange": {"kind": "reworded"},
    "Purpose": {"fit": ""},
}


def filled_in(table, ids):
    """A row with every text saying where it stands."""
    row = {}
    for column in table._meta.columns:
        name = column._meta.name
        if isinstance(column, ForeignKey):
            # A name that stands in a list is kept where no colleague goes by it.
            named = name == "author" and hasattr(table, "author_name")
            row[name] = None if named else ids.get(column._foreign_key_meta.resolved_references)
        elif isinstance(column, Boolean):
            row[name] = True
        elif isinstance(column, Date):
            row[name] = clock.today()
        elif isinstance(column, Timestamptz):
            row[name] = clock.now()
        elif name == "former":
            row[name] = json.dumps({"interpretation": f"{table.__name__} {name}"})
        elif isinstance(column, Varchar | Text):
            row[name] = (CODES | OTHER_CODES.get(table.__name__, {})).get(name) or f"{table.__name__} {name}"
        elif isinstance(column, Integer) and name != "id":
            row[name] = 1
    return row


async def fill(case, cast):
    """One row in every table that hangs on a case; gives every text that was written."""
    ids = {CaseFile: case.id, Organisation: cast.vdab, Person: cast.an.person_id, Partnership: cast.durmeland}
    said = set()
    for table in ON_A_CASE:
        if table is not CaseFile:
            row = filled_in(table, ids)
            one = table(**row)
            await one.save()
            ids[table] = one.id
            said |= {text for text in row.values() if isinstance(text, str) and table.__name__ in text}
    return {json.loads(text)["interpretation"] if text.startswith("{") else text for text in said}


async def test_everything_that_is_held_on_a_case_stands_in_its_workbook(web, cast):
    case = await tabak(cast)
    said = await fill(case, cast)
    await web.as_(cast.ben).raw("GET", f"/p/durmeland/casussen/{case.code}")

    content = (await exported(web.as_(cast.an), f"/p/durmeland/casussen/{case.code}/uitvoer.xlsx")).content

    book = load_workbook(io.BytesIO(content))
    cells = "\n".join(str(cell) for sheet in book for row in sheet.values for cell in row)
    assert {text for text in said if text not in cells} == set()
    assert said >= {"Purpose fit", "StarRating disagreement", "Validation how", "Correction former"}
    assert [row[1] for row in book["Bijlage wie las"].values] == ["Wie", "Ben"]

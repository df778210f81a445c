"""What the partnership learned, as sheets beside the cases of a workbook that goes out (C18)."""

from functools import partial

from tracker.cases.exchange.kinds.cases import CASES
from tracker.cases.exchange.kinds.failures import FAILURE_DEMANDS
from tracker.cases.queries.sheets_beside import SheetsBeside
from tracker.learning.exchange.initiatives import INITIATIVES
from tracker.learning.exchange.personas import PERSONAS_OUT
from tracker.learning.queries.as_sheets import of_cases, of_partnership
from tracker.learning.queries.as_sheets.initiatives import initiatives_as_rows
from tracker.learning.queries.as_sheets.round_trip import personas_as_rows, with_patterns, with_personas
from tracker.learning.queries.as_sheets.sessions import answers_as_rows, sessions_as_rows

LEARNING_SHEETS = SheetsBeside(
    of_cases={name: partial(of_cases.sheet, name) for name in of_cases.SHEETS},
    of_partnership={
        **{name: partial(of_partnership.sheet, name) for name in of_partnership.SHEETS},
        "vroegere teksten": of_partnership.former_as_rows,
        "leersessies": sessions_as_rows,
        "antwoorden in sessies": answers_as_rows,
    },
    kinds=((PERSONAS_OUT, personas_as_rows), (INITIATIVES, initiatives_as_rows)),
    completed={CASES.name: with_personas, FAILURE_DEMANDS.name: with_patterns},
)

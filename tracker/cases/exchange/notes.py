"""What there is to say about whole sheets, apart from their rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracker.cases.exchange.data_rows import DataRows
from tracker.cases.exchange.fields import Kind
from tracker.cases.exchange.mapping.plans import SheetPlan
from tracker.cases.exchange.rows import Surroundings
from tracker.cases.exchange.sheets import Sheet, column_letter


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth knowing before confirming; nothing of it keeps a row out."""

    sheet: str
    code: str
    reason: str


def notes_on(
    sheets: Sequence[Sheet],
    plans: Sequence[SheetPlan],
    kinds: Mapping[str, Kind],
    found: Mapping[str, DataRows],
    around: Surroundings,
) -> tuple[Note, ...]:
    """The notes, sheet by sheet."""
    notes: list[Note] = []
    for file, name in {sheet.file: sheet.name for sheet in reversed(sheets) if sheet.comments_beside}.items():
        reason = f"In {file} hangen opmerkingen aan cellen; die lezen we niet."
        notes.append(Note(name, "opmerkingen_niet_gelezen", reason))
    for sheet, plan in zip(sheets, plans, strict=True):
        if not plan.kind:
            if sheet.rows:
                notes.append(
                    Note(sheet.name, "blad_niet_gelezen", f"{plan.reason} Dit blad wordt niet ingelezen.")
                )
            continue
        notes += _on_columns(sheet, plan)
        notes += _on_rows(sheet, found[sheet.name], around)
    return tuple(notes)


def _on_columns(sheet: Sheet, plan: SheetPlan) -> Iterator[Note]:
    if sheet.hidden:
        yield Note(sheet.name, "blad_verborgen", "Dit blad is verborgen in het bestand; we lezen het wel.")
    for index in sorted(sheet.hidden_columns):
        column = next((one for one in plan.columns if one.index == index), None)
        read = "we lezen ze wel" if column and column.field else "we lezen ze niet"
        title = f" (‘{column.heading}’)" if column and column.heading else ""
        yield Note(
            sheet.name, "kolom_verborgen", f"Kolom {column_letter(index)}{title} is verborgen; {read}."
        )
    unread = [column.heading for column in plan.columns if column.heading and not column.field]
    if unread:
        yield Note(sheet.name, "kolom_niet_gelezen", f"Deze kolommen lezen we niet: {', '.join(unread)}.")


def _on_rows(sheet: Sheet, rows: DataRows, around: Surroundings) -> Iterator[Note]:
    if sheet.hidden_rows:
        reason = f"{sheet.hidden_rows} rijen zijn verborgen, door een filter of met de hand; we lezen ze wel."
        yield Note(sheet.name, "rij_verborgen", reason)
    if rows.carried:
        reason = f"{rows.carried} rijen zonder casus krijgen de casus van de rij erboven."
        yield Note(sheet.name, "casus_van_erboven", reason)
    typed = around.typed_dates.get(sheet.name)
    if typed:
        reason = f"{typed} datums staan als tekst; we lezen ze als dag, maand, jaar."
        yield Note(sheet.name, "datum_als_tekst", reason)
    for (name, label, word), times in around.unknown_words.items():
        if name == sheet.name:
            reason = f"‘{word}’ ({times} keer) kennen we niet als {label.lower()}; dat wordt ‘iets anders’."
            yield Note(sheet.name, "woord_onbekend", reason)

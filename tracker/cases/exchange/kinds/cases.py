"""Cases, one per row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tracker.cases.exchange.cleaning.codes import code_key, read_code
from tracker.cases.exchange.cleaning.dates import as_typed, read_date, shown
from tracker.cases.exchange.cleaning.texts import plain, tidy
from tracker.cases.exchange.cleaning.vocabulary import AGREED, CASE_KINDS, ENDINGS, REACHED, choose
from tracker.cases.exchange.fields import ALIAS, CASE, Field, Holds, Kind
from tracker.cases.exchange.messages import Level
from tracker.cases.exchange.register import CaseRef, Register
from tracker.cases.exchange.rows import RowReader
from tracker.cases.rules.kinds import Agreed, CaseKind, CaseState, Reached

_NO_PERSONA = ("geen", "past nergens bij", "nog niet", "nvt", "n.v.t", "onbekend")


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case as the file tells it; without a column of numbers its alias is its code.

    The start is missing only in a row that stays out.
    """

    code: str
    alias: str
    kind: CaseKind
    municipality: str
    started_on: date | None
    ended_on: date | None
    state: CaseState
    lead: str
    organisations: tuple[str, ...]
    personas: tuple[str, ...]
    fits_no_persona: bool
    former_code: str
    reached: Reached
    agreed: Agreed
    agreed_on: date | None
    agreed_how: str
    remark: str


def read(row: RowReader) -> CaseRow:
    """The case of a row."""
    alias = row.text("alias")
    code = read_code(row.value("case")) if row.has("case") else alias
    if not code:
        row.say(Level.ERROR, "nummer_ontbreekt", "Geen casusnummer", "case" if row.has("case") else "alias")
    started_on = row.date("started_on", missing="start_ontbreekt")
    kind = _kind(row)
    state, ended_on = _ending(row, started_on)
    agreed, agreed_on, agreed_how = _sharing(row.text("sharing"), row.value("sharing"), kind)
    persona = row.text("persona")
    fits_none = bool(persona) and plain(persona).startswith(_NO_PERSONA)
    return CaseRow(
        code=code,
        alias=alias,
        kind=kind,
        municipality=row.text("municipality"),
        started_on=started_on,
        ended_on=ended_on,
        state=state,
        lead=row.text("lead"),
        organisations=row.organisations("organisations"),
        personas=() if fits_none else tuple(tidy(part) for part in persona.split(";") if tidy(part)),
        fits_no_persona=fits_none,
        former_code=row.text("former_code"),
        reached=row.word_or_other("reached", REACHED, Reached.UNKNOWN),
        agreed=agreed,
        agreed_on=agreed_on,
        agreed_how=agreed_how,
        remark=row.text("remark"),
    )


def _kind(row: RowReader) -> CaseKind:
    kind = row.word("kind", CASE_KINDS)
    if kind is None:
        said = row.text("kind")
        reason = f"Soort ‘{shown(said)}’ kennen we niet" if said else "Soort is leeg"
        row.say(
            Level.QUESTION, "soort_onduidelijk", f"{reason}; wordt als persoon gelezen", "kind", "persoon"
        )
    return kind or CaseKind.PERSON


def _ending(row: RowReader, started_on: date | None) -> tuple[CaseState, date | None]:
    """How and when the case ended; it runs on while one of both is unclear."""
    ended_on = row.date("ended_on")
    said = row.text("ending")
    state = row.word("ending", ENDINGS)
    if ended_on and started_on and ended_on < started_on:
        reason = f"Het einde ({as_typed(ended_on)}) ligt voor de start ({as_typed(started_on)})"
        row.say(Level.QUESTION, "einde_voor_start", reason, "ended_on")
    if said and state is None:
        row.say(Level.QUESTION, "einde_onduidelijk", f"Hoe eindigde deze casus? ‘{shown(said)}’", "ending")
    elif ended_on and not said:
        beside = "ending" if row.has("ending") else "ended_on"
        row.say(Level.QUESTION, "einde_onduidelijk", "Wel een einddatum, niet hoe het eindigde", beside)
    elif state not in (None, CaseState.RUNNING) and not ended_on:
        row.say(Level.QUESTION, "einddatum_ontbreekt", "Geëindigd, maar zonder einddatum", "ended_on")
    if state is None or state is CaseState.RUNNING or not ended_on:
        return CaseState.RUNNING, None
    return state, ended_on


def _sharing(text: str, value: object, kind: CaseKind) -> tuple[Agreed, date | None, str]:
    """`ja, 16/1/24, mondeling`: what was said, when and how."""
    if isinstance(value, date | datetime):
        return Agreed.YES, read_date(value).value, ""
    parts = [tidy(part) for part in text.replace(";", ",").split(",") if tidy(part)]
    if not parts:
        return (Agreed.NOT_YET if kind is CaseKind.PERSON else Agreed.NOT_NEEDED), None, ""
    agreed = choose(parts[0], AGREED)
    if agreed is None or (agreed is Agreed.NOT_NEEDED and kind is CaseKind.PERSON):
        return Agreed.NOT_YET, None, text
    days = [day for part in parts[1:] if (day := read_date(part).value)]
    how = [part for part in parts[1:] if not read_date(part).value]
    return agreed, next(iter(days), None), ", ".join(how)


def register(rows: Sequence[tuple[RowReader, CaseRow]], to: Register) -> None:
    """Make the cases known to what names them; two different ones with one number are both at fault."""
    by_key: dict[str, list[tuple[RowReader, CaseRow]]] = {}
    for reader, case in rows:
        by_key.setdefault(code_key(case.code), []).append((reader, case))
    for key, sharing in by_key.items():
        if key and len({(plain(case.alias), case.started_on) for _, case in sharing}) > 1:
            names = " en ".join(case.alias or f"rij {reader.row.number}" for reader, case in sharing)
            reason = f"Nummer {sharing[0][1].code} staat bij twee verschillende casussen ({names})"
            free = _next_code(sharing[0][1].code, [case.code for _, case in rows])
            for place, (reader, _) in enumerate(sharing):
                reader.say(Level.ERROR, "nummer_dubbel", reason, "case", free if place else "")
    for reader, case in rows:
        written = code_key(read_code(reader.written("case")))
        # Rows on a case that was mended and kept before do not wait for it to be mended again.
        held = to.held_case(case.code, case.alias) if reader.failed else None
        code, valid = (held.code, True) if held else (case.code, not reader.failed)
        to.add_case(CaseRef(code, case.alias, reader.place, valid, written))
        to.case_sheet = to.case_sheet or reader.sheet.name


def _next_code(code: str, codes: Sequence[str]) -> str:
    """The number after the highest that is written like this one."""
    prefix, dash, digits = code.rpartition("-")
    if not digits.isdecimal():
        return ""
    alike = (other.rpartition("-") for other in codes)
    highest = max(int(number) for before, _, number in alike if before == prefix and number.isdecimal())
    return f"{prefix}{dash}{highest + 1:0{len(digits)}d}"


CASES = Kind(
    "cases",
    "Casussen",
    "casus",
    "Casussen|Casus|Dossiers|Cases|Klanten|Cliënten|Trajecten|Overzicht casussen|Deelnemers|Basisgegevens",
    (
        CASE,
        ALIAS,
        Field("kind", "Soort", Holds.WORD, "soort casus|type|type casus|aard", words=CASE_KINDS),
        Field(
            "municipality",
            "Gemeente",
            Holds.LABEL,
            "woonplaats|stad|plaats|lokaal bestuur|regio|woont in",
            longest=80,
        ),
        Field(
            "started_on",
            "Start",
            Holds.DATE,
            "startdatum|begin|begindatum|gestart|gestart op|datum start|opstart|aanmelding|datum aanmelding"
            "|intake|instroom|in begeleiding sinds|start traject|datum intake",
            required=True,
        ),
        Field(
            "ended_on",
            "Einde",
            Holds.DATE,
            "einddatum|eind|stop|stopdatum|afgesloten op|datum einde|uitstroom|losgelaten op|gestopt op"
            "|beëindigd|beëindigd op|datum afsluiting"
            "|einde traject",
        ),
        Field(
            "ending",
            "Hoe geëindigd",
            Holds.WORD,
            "reden einde|reden stop|afsluiting|status|stand|uitkomst|resultaat|hoe beëindigd"
            "|reden afsluiting|waarom beëindigd|waarom gestopt",
            words=ENDINGS,
        ),
        Field(
            "lead",
            "Trekker",
            Holds.LABEL,
            "begeleider|verantwoordelijke|contactpersoon|casusbegeleider|coach|casetrekker|case worker"
            "|medewerker"
            "|hoofdbegeleider|wie volgt op|wie trekt|wie trekt de kar",
            longest=120,
        ),
        Field(
            "organisations",
            "Partners",
            Holds.ORGANISATIONS,
            "betrokken partners|organisaties|betrokken organisaties|diensten|betrokken diensten"
            "|welke partners",
            longest=120,
        ),
        Field("persona", "Persona", Holds.LABEL, "lijkt op persona|gelijkt op|persona's|profiel"),
        Field(
            "former_code", "Oud nr", Holds.LABEL, "oud nummer|vroeger nummer|vorig nr|oude code|oud casusnr"
        ),
        Field(
            "reached",
            "Hoe bereikt",
            Holds.WORD,
            "toeleiding|via|toegeleid door|aangemeld door|aanmelder|instroomkanaal|bereikt via"
            "|doorverwezen door",
            words=REACHED,
        ),
        Field(
            "sharing",
            "Toestemming delen",
            Holds.LABEL,
            "akkoord delen|toestemming|delen|akkoord|gegevensdeling|informed consent"
            "|toestemming gegevensdeling|mag gedeeld worden|mogen we delen",
            longest=200,
        ),
        Field("remark", "Opmerking", Holds.TEXT, "opmerkingen|nota|notities|bijzonderheden|extra|varia"),
        Field(
            "lead_time",
            "Doorlooptijd",
            Holds.DERIVED,
            "doorlooptijd in dagen|aantal dagen|duur traject|looptijd",
        ),
    ),
    read,
    key=("code",),
    settle=register,
)

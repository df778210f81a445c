"""The words people use for the kinds and states of a case, and what each stands for.

The words of the screens themselves come from the rules; here stand the habits beside them.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias, TypeVar

from rapidfuzz import fuzz, process

from tracker.cases.exchange.cleaning.texts import plain
from tracker.cases.rules.kinds import (
    AGREED_NAMES,
    AGREEMENT_STATE_NAMES,
    ARISING_NAMES,
    CASE_KIND_NAMES,
    CASE_STATE_NAMES,
    CONTACT_KIND_NAMES,
    DEMAND_STATE_NAMES,
    PERSON_PART_NAMES,
    PERSPECTIVE_NAMES,
    REACHED_NAMES,
    VALIDATED_NAMES,
    VERDICT_NAMES,
    Agreed,
    AgreementState,
    Arising,
    CaseKind,
    CaseState,
    ContactKind,
    DemandState,
    PersonPart,
    Perspective,
    Reached,
    Validated,
    Verdict,
)

Word = TypeVar("Word", bound=StrEnum)
Vocabulary: TypeAlias = Mapping[str, Word]

_TYPING_SLIP = 88


def choose(text: str, words: Vocabulary[Word]) -> Word | None:
    """What a cell stands for: by its word, the longest word it begins with, or past a slip."""
    said = plain(text)
    if said in words:
        return words[said]
    starts = [word for word in words if len(word) > 2 and said.startswith(word)]
    if starts:
        return words[max(starts, key=len)]
    close = process.extractOne(said, [word for word in words if len(word) > 4], scorer=fuzz.ratio)
    return words[close[0]] if close and close[1] >= _TYPING_SLIP else None


def _vocabulary(names: Mapping[Word, str], habits: Mapping[Word, str]) -> Vocabulary[Word]:
    """The screen's own name of each word, and the habits beside it, parted by `|`."""
    own = {plain(name): word for word, name in names.items()}
    return own | {plain(habit): word for word, said in habits.items() for habit in said.split("|")}


_YES = "ja|j|yes|y|x|v|ok|oke|akkoord|1|waar|true"
_NO = "nee|neen|n|no|0|onwaar|false|niet"

CASE_KINDS = _vocabulary(
    CASE_KIND_NAMES,
    {
        CaseKind.PERSON: "individu|individueel|klant|burger|deelnemer|man|vrouw|p",
        CaseKind.GROUP: "groepscasus|gezin|g",
        CaseKind.ORGANISATION: "vereniging|bedrijf|werkgever|dienst|o",
        CaseKind.NEIGHBOURHOOD: "buurt|straat|dorp|w",
        CaseKind.COLLABORATION: "samenwerkingsverband|netwerk|s",
    },
)
ENDINGS = _vocabulary(
    CASE_STATE_NAMES,
    {
        CaseState.RUNNING: "lopend|actief|open|in begeleiding|bezig",
        CaseState.RELEASED: "losgelaten|afgerond|los|succesvol afgerond|doelgericht afgesloten",
        CaseState.HANDED_OVER: "overgedragen|doorgegeven|warm overgedragen|overdracht",
        CaseState.STOPPED: "gestopt|stopgezet|afgehaakt|stop|vroegtijdig gestopt",
        CaseState.NOT_TARGET_GROUP: "niet de doelgroep|geen doelgroep|niet doelgroep|andere doelgroep",
    },
)
REACHED = _vocabulary(
    REACHED_NAMES,
    {
        Reached.LOCAL_AUTHORITY: "ocmw|gemeente|stad|lokaal bestuur|sociaal huis",
        Reached.OUTREACH: "vindplaats|straathoekwerk|outreachend",
        Reached.PARTNER: "via partner",
        Reached.OWN_MOVE: "zelf|zelfmelder|eigen initiatief|kwam zelf binnen",
        Reached.UNKNOWN: "onbekend",
    },
)
AGREED = _vocabulary(
    AGREED_NAMES,
    {
        Agreed.YES: _YES,
        Agreed.NO: _NO + "|weigert",
        Agreed.NOT_YET: "nog niet|nog te vragen|volgt",
        Agreed.NOT_NEEDED: "nvt|n.v.t.|niet van toepassing",
    },
)
DEMAND_STATES = _vocabulary(
    DEMAND_STATE_NAMES,
    {
        DemandState.OPEN: "lopend|actief|nog open|bezig",
        DemandState.CLOSED: "dicht|beantwoord|afgerond|afgesloten|opgelost|klaar",
        DemandState.OUTSIDE: "buiten bedoeling|buiten scope|buiten doel|niet voor ons",
    },
)
PERSPECTIVES = _vocabulary(
    PERSPECTIVE_NAMES,
    {
        Perspective.TOGETHER: "samen|beiden|allebei|team en klant|klant en team",
        Perspective.TARGET_GROUP: "klant|client|doelgroep|persoon|zelf|deelnemer|burger",
        Perspective.TEAM: "team|begeleider|samenwerker|medewerker|wij",
    },
)
ARISING = _vocabulary(
    ARISING_NAMES,
    {
        Arising.OMISSION: "nalaten|niet gedaan|nalatig|niets doen|n",
        Arising.COUNTERPRODUCTIVE: "contraproductief|averechts|verkeerd gedaan|verkeerd doen|fout gedaan|c",
        Arising.UNKNOWN: "onbekend|weet niet|geen idee",
    },
)
CONTACT_KINDS = _vocabulary(
    CONTACT_KIND_NAMES,
    {
        ContactKind.MESSAGE: "sms|whatsapp|chat|bericht|berichtje|app",
        ContactKind.HOME_VISIT: "hb|thuisbezoek|aan huis|bezoek aan huis",
        ContactKind.CONVERSATION: "face to face|f2f|bureau|op kantoor|gesprek op bureau|intake|afspraak",
        ContactKind.PHONE: "tel|tel.|telefonisch|gebeld|bellen|telefoongesprek",
        ContactKind.ALONGSIDE: "samen op stap|mee op stap|begeleiding ter plaatse|meegegaan|verplaatsing",
        ContactKind.WITH_SERVICE: "overleg|overleg met dienst|rondetafel|overleg partners|driegesprek",
        ContactKind.MAIL: "e-mail|email|mail|brief",
        ContactKind.OTHER: "andere|anders|overige|varia",
    },
)
VERDICTS = _vocabulary(
    VERDICT_NAMES,
    {
        Verdict.VALUE: "waardevol|meerwaarde|w|goed",
        Verdict.WASTE: "verspild|waste|v|niet waardevol|verlies",
    },
)
PERSON_PARTS = _vocabulary(
    PERSON_PART_NAMES,
    {
        PersonPart.PRESENT: _YES + "|aanwezig|erbij|mee",
        PersonPart.HEARD: "gehoord|vooraf gehoord|via begeleider|telefonisch",
        PersonPart.ABSENT: _NO + "|afwezig|niet erbij|niet aanwezig",
    },
)
AGREEMENT_STATES = _vocabulary(
    AGREEMENT_STATE_NAMES,
    {
        AgreementState.OPEN: "lopend|te laat|te doen|bezig|nog open|gepland|todo|in uitvoering",
        AgreementState.DONE: _YES + "|gedaan|klaar|uitgevoerd|afgerond|in orde|done",
        AgreementState.FAILED: _NO + "|mislukt|niet gelukt|niet gedaan",
        AgreementState.DROPPED: "vervallen|geschrapt|niet meer nodig|niet nodig|geannuleerd",
    },
)
VALIDATED = _vocabulary(
    VALIDATED_NAMES,
    {
        Validated.YES: _YES + "|besproken|samen",
        Validated.CONTESTED: "klopt niet|klopt niet meer|niet akkoord",
        Validated.NO: _NO + "|nog niet",
        Validated.NOT_POSSIBLE: "niet mogelijk|kan niet|onmogelijk|nvt|n.v.t.",
    },
)

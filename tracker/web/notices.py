"""What a page says after a change. The URL carries a key and at most an id, never words of a case."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode, urlsplit, urlunsplit

NOTICES: Final[Mapping[str, str]] = {
    "bewaard": "Bewaard.",
    "gewijzigd": "Je wijziging is bewaard.",
    "uit-patroon": "Je wijziging is bewaard. Het hoort niet meer bij zijn patroon en staat daar niet meer.",
    "toegevoegd": "Toegevoegd.",
    "gewist": "Gewist.",
    "ongedaan": "Ongedaan gemaakt.",
    "hersteld": "Hersteld.",
    "geopend": "De casus is geopend.",
    "losgelaten": "De casus is losgelaten.",
    "afgesloten": "Afgesloten.",
    "heropend": "Opnieuw geopend.",
    "gedeeld": "Gedeeld.",
    "ingetrokken": "Ingetrokken.",
    "voorgelegd": "Voorgelegd.",
    "beantwoord": "Je antwoord is bewaard.",
    "besloten": "Het besluit is bewaard.",
    "ronde-open": "De ronde is open. Wie erbij is, ligt nu vast.",
    "heropend-voorstel": "Je argument is ingebracht. Het voorstel is heropend.",
    "begonnen": "De sessie is begonnen.",
    "klaargezet": "Klaar om te beslissen. Je kan het nu voorleggen aan het team.",
    "begonnen-iteratie": "De iteratie is begonnen. De voorspelling ligt vast.",
    "op-tafel": "Je kaart ligt op tafel.",
    "teruggekoppeld": "De terugkoppeling is bewaard.",
    "verstuurd": "Verstuurd. Iedereen aan tafel krijgt bericht.",
    "vrijgegeven": "Vrijgegeven.",
    "ingediend": "Ingediend.",
    "bevroren": "Bevroren. Dit wijzigt niet meer.",
    "ingelezen": "Ingelezen.",
    "gestopt": "Gestopt.",
    "gestart": "Gestart.",
    "ingedeeld": "Ingedeeld. De woorden bleven wat ze zijn.",
    "verplaatst": "Verplaatst. De woorden bleven wat ze zijn.",
    "samengevoegd": "Samengevoegd. De woorden bleven wat ze zijn.",
    "teruggekregen": "Je hebt de telefoon terug.",
    "aangemeld": "Je bent aangemeld.",
    "afgemeld": "Je bent afgemeld.",
    "gewisseld": "Je werkt nu in een andere rol.",
}

_ABOUT = re.compile(r"[a-z_]{1,40}-[A-Za-z0-9-]{1,40}")


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence, and what it is about as `<kind>-<id>` (to ask what can be undone)."""

    key: str
    about: str | None = None

    @property
    def text(self) -> str:
        return NOTICES[self.key]

    def on(self, url: str) -> str:
        """The same URL, carrying this notice."""
        scheme, host, path, query, fragment = urlsplit(url)
        said = urlencode({self.key: self.about or "ja"})
        return urlunsplit((scheme, host, path, f"{query}&{said}" if query else said, fragment))


def notice_in(query: Mapping[str, str]) -> Notice | None:
    """The notice that a redirect left in the query string; anything not ours is ignored."""
    key = next((key for key in query if key in NOTICES), None)
    if key is None:
        return None
    about = query[key]
    return Notice(key, about if _ABOUT.fullmatch(about) else None)

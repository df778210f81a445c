"""Invented workbooks of other coordinations, each with its own names, orders and habits."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook


def workbook(
    sheets: dict[str, Sequence[Sequence[Any]]], merges: dict[str, Iterable[str]] | None = None
) -> bytes:
    """An xlsx with these rows per sheet, and these merged ranges."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for merged in (merges or {}).get(name, ()):
            sheet.merge_cells(merged)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The bytes of the file."""
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def table(rows: Sequence[Sequence[Any]], separator: str = ";", encoding: str = "utf-8") -> bytes:
    """A csv with these rows."""
    target = io.StringIO()
    csv.writer(target, delimiter=separator).writerows(rows)
    return target.getvalue().encode(encoding)


def as_vdab_writes_it() -> bytes:
    """File numbers by year, minutes, registrations by date, a guide and lists beside the data."""
    return workbook(
        {
            "Handleiding": [["Vul elke week aan."], ["Vragen? Bel de coördinatie."]],
            "Contactmomenten": [
                ["Datum", "Contactvorm", "Dossiernr", "Dienst", "Duur (min)", "Verslag", "Aanwezigen"],
                [date(2025, 3, 10), "tel", "2025/003", "VDAB", 20, "Afspraak verplaatst.", "klant"],
                [date(2025, 3, 12), "HB", "2025/003", "OCMW Deinze", 90, "Brieven gelezen.", "klant"],
                [date(2025, 3, 14), "mail", "2025/004", "VDAB", None, "Dossier opgevraagd.", "andere dienst"],
            ],
            "Dossiers": [
                ["Dossiernummer", "Roepnaam", "Type", "Woonplaats", "Datum aanmelding", "Datum afsluiting",
                 "Reden afsluiting", "Begeleider", "Betrokken diensten", "Aangemeld door"],
                ["2025/003", "Kastanje", "individu", "Deinze", date(2025, 3, 3), None, None, "Hilde",
                 "VDAB; OCMW Deinze", "VDAB"],
                ["2025/004", "Beuk", "gezin", "Nazareth", date(2025, 3, 6), date(2025, 9, 1), "afgerond",
                 "Koen", "OCMW Nazareth", "OCMW"],
            ],
            "Voortgang": [
                ["Dossiernr", "Wanneer", "Score op 10", "Toelichting", "Ingevuld door"],
                ["2025/003", date(2025, 4, 1), 3, "Komt op adem, de brieven liggen open.", "Hilde"],
                ["2025/004", date(2025, 9, 1), 9, "Het gezin belt zelf de school.", "Koen"],
            ],
            "Hulpvragen": [
                ["Dossiernr", "Nr vraag", "Hulpvraag", "Status"],
                ["2025/003", 1, "Ik wil weten wat ik mag verdienen.", "lopend"],
                ["2025/004", 1, "Rust in huis na school.", "afgerond"],
            ],
            "Lijsten": [["individu", "tel"], ["gezin", "HB"], ["groep", "mail"]],
        }
    )  # fmt: skip


def one_csv_per_kind() -> list[tuple[str, bytes]]:
    """Exported from another system: client codes, three separators, three encodings."""
    return [
        (
            "cliënten.csv",
            table(
                [
                    ["Cliëntcode", "Pseudoniem", "Gemeente", "Startdatum", "Einddatum", "Hoe beëindigd"],
                    ["KL-7", "Zeester", "Knokke", "03-02-2025", "", ""],
                    ["KL-8", "Zeepaard", "Brugge", "10-02-2025", "2-6-2025", "overgedragen"],
                ],
                encoding="cp1252",
            ),
        ),
        (
            "faalvragen.csv",
            table(
                [
                    ["Cliëntcode", "Wanneer", "Citaat", "Herkomst", "Dienst"],
                    ["KL-7", "4-3-2025", "Ik kreeg drie brieven, met drie bedragen.", "nalaten", "RVA"],
                    [
                        "KL-8",
                        "5-3-2025",
                        "“Kom morgen terug”, zei de balie, en morgen was ze dicht.",
                        "C",
                        "Stad Brugge",
                    ],
                ],
                ",",
                "utf-8-sig",
            ),
        ),
        (
            "scores.tsv",
            table(
                [
                    ["Datum", "Cliëntcode", "Cijfer", "Uitleg"],
                    ["1-4-2025", "KL-7", "4", "Heeft een plan, durft nog niet te bellen."],
                    ["2-6-2025", "KL-8", "8", "Staat op eigen benen bij de nieuwe dienst."],
                ],
                "\t",
                "utf-16",
            ),
        ),
    ]


def sloppy() -> bytes:
    """Titles above, a heading over two rows, codes written once, everything typed by hand, a legend below."""
    return workbook(
        {
            "Overzicht 2025": [
                ["Overzicht casussen – NIET DOORSTUREN"],
                ["bijgewerkt door Els op 3/11"],
                [],
                ["Casusnr", "Naam (schuilnaam!)", "Soort", "Traject", None, "Wie volgt op", "kleur"],
                [None, None, None, "Begin", "Einde", None, None],
                ["Casus 1", "Merel", "persoon", "ma 3 maart 2025", None, "Els", "groen"],
                ["Casus 2", "Kraai", "Groep", "12 march 2025", "1 sept 2025", "Jan", "rood"],
                ["casus 03", "Mus", "persoon", "begin april 2025", None, "Els", None],
                ["Casusnr", "Naam (schuilnaam!)", "Soort", "Begin", "Einde", "Wie volgt op", "kleur"],
                ["Casus 4", "Reiger", "persoon", "7/4/25", None, "Jan", None],
                ["TOTAAL", 4],
                [],
                ["groen = loopt goed"],
            ],
            "Bolletjes": [
                ["casus", "dag", "cijfer /10", "waarom?"],
                ["Casus 1", "3/4/2025", "3 op 10", "Durft nog niet naar buiten, wel naar het raam."],
                [None, "3/6/2025", "5 op 10", "Gaat brood halen, elke dag om negen uur."],
                ["Casus 2", "4/6/2025", "7/10", "De groep beslist zelf wie er kookt."],
                [None, "4/9/2025", "acht", "Twee mensen trekken het nu, zonder ons."],
            ],
            "Logboek": [
                ["Wanneer", "Casus", "Hoe", "Tijd", "Wat gebeurde er?"],
                ["3/4/2025", "1", "huisbezoek", "1u30", "Koffie gedronken bij het raam."],
                ["4/4/2025", "Casus 02", "tel", "kwartier", "De sleutel van de zaal geregeld."],
                ["=1+1", "Casus 4", "koffie", "0:45", "@Els: vraag het na; -1 op de lijst."],
            ],
        },
        {"Overzicht 2025": ["A1:G1", "A4:A5", "B4:B5", "C4:C5", "D4:E4", "F4:F5", "G4:G5"]},
    )

"""Anker, who stays sober with one fixed person and one phone number."""

from tracker.cases.rules.kinds import (
    AgreementState,
    Arising,
    CaseState,
    ContactKind,
    PersonPart,
    Validated,
    WasteKind,
)
from tracker.demo.events import (
    Ends,
    Fails,
    Helped,
    Meets,
    Reviews,
    Scores,
    Stars,
    Story,
    Wants,
    Wasted,
)
from tracker.demo.rhythm import rhythm

TALK, PHONE = ContactKind.CONVERSATION, ContactKind.PHONE
ALONG = ContactKind.ALONGSIDE
DONE = AgreementState.DONE
NOT_DOING, WRONG_DOING = Arising.OMISSION, Arising.COUNTERPRODUCTIVE
NOT_YET = Validated.NO
REST = "Rust en basis op orde"
STAYING = "Blijven en zelf verder kunnen"

ANKER = Story(
    alias="Anker",
    lead="Nadia",
    municipality="Durmen",
    ago=650,
    purpose="Nuchter blijven lang genoeg om iets op te bouwen.",
    shared_with=("OCMW Durmen", "CAW De Brug", "VDAB"),
    how="samen met de psycholoog van de opname",
    events=(
        Wants(
            648,
            (
                "Iemand die ik om elf uur ’s avonds mag bellen.",
                "Werk waar ze mijn verhaal kennen.",
                "Mijn uitkering niet kwijt zijn als ik val.",
            ),
        ),
        Meets(650, TALK, "Drie stoelen rond één tafel: nazorg, OCMW en wij.", 80),
        *rhythm(638, 450, 29, (TALK, PHONE, ALONG)),
        *rhythm(372, 265, 12, (PHONE, TALK), about=4, who=("Nadia", "Nadia", "Bram"), others=("VDAB",)),
        *rhythm(230, 70, 40, (PHONE,)),
        Scores(600, 3, "Pas uit opname. Eén vaste persoon, dat is wat er is."),
        Stars(600, (2, 1, 1)),
        Meets(560, ALONG, "Eerste halve dag atelier.", 120, demands=(1,)),
        Fails(
            530,
            "Ze wilden een attest dat ik nuchter ben. Dat had ik al afgegeven, aan hen.",
            NOT_DOING,
            "gesprek",
            ("mutualiteit",),
        ),
        Scores(440, 4, "Vijf maanden atelier, drie halve dagen."),
        Stars(440, (3, 3, 2)),
        Meets(
            389,
            PHONE,
            "‘Ik ben gevallen, maar ik lig niet meer.’ Negen dagen, vroeger waren het maanden.",
            25,
            demands=(0,),
        ),
        Scores(386, 2, "Herval rond Nieuwjaar. Belde zelf, na negen dagen.", NOT_YET),
        Fails(
            380,
            "Niet verschenen, dus geschorst. Ik lag in de kliniek.",
            WRONG_DOING,
            "telefoon",
            ("VDAB",),
            "Opnameattest naar drie plaatsen gebracht.",
        ),
        Wasted(
            380,
            "Schorsing wegens niet verschijnen tijdens opname.",
            REST,
            WasteKind.OTHER,
            team="Drie weken werk om recht te zetten.",
            until_ago=359,
        ),
        Reviews(
            375,
            PersonPart.PRESENT,
            (
                ("verslavingszorg", "Herval is deel van herstel."),
                ("bemiddeling", "Traject stopzetten volgens de regel."),
            ),
            "Het traject kwam op pauze, niet stop.",
            (("Terugvalplan in eigen woorden", "Anker", 310, DONE),),
        ),
        Helped(
            300, "Na het herval nergens opnieuw op intake.", STAYING, person="Gewoon verder. Dat was het."
        ),
        Fails(
            285,
            "Geschorst op een dag dat ik in het atelier stond.",
            WRONG_DOING,
            "telefoon",
            ("VDAB",),
            "De pauze was niet ingegeven. Dezelfde week rechtgezet.",
        ),
        Scores(250, 7, "Tekende bij een schrijnwerker die zijn hele verhaal kent."),
        Stars(250, (4, 4, 3)),
        Scores(60, 9, "Losgelaten met een terugvalplan dat Anker zelf schreef."),
        Stars(60, (5, 5, 3)),
        Ends(
            60, CaseState.RELEASED, "Bovenaan zijn plan staat: ‘Bel. Ook om elf uur.’", keeps_contact="Nadia"
        ),
    ),
)

"""What people say and note in the invented cases. Lengths are as in real work: some short, some long."""

PURPOSES = (
    "Rust in huis, zodat de kinderen weer kunnen slapen.",
    "Ik wil zelf weten wat er met mijn geld gebeurt, en niet elke keer opnieuw moeten vragen.",
    "Een plek waar niemand mij buiten zet. Daarna zien we wel verder, eerst slapen.",
    "Dat ze stoppen met mij van hier naar daar te sturen. Eén mens die weet hoe het zit, is genoeg.",
    "Mijn papieren in orde, zodat ik mijn zoon kan inschrijven op school en zelf kan gaan werken zonder "
    "schrik dat er weer een brief komt.",
    "Weer onder de mensen komen, op mijn tempo.",
    "De buurt wil een plek om samen te koken, zonder dat iemand de baas is over de sleutel.",
)
INTERPRETATIONS = (
    "De brieven liggen open op tafel. Twee zijn er beantwoord, samen.",
    "Hij belde zelf om te zeggen dat hij later kwam. Dat is nieuw, en dat zei hij er ook bij.",
    "Een stap terug: de huisbaas kwam langs, en sindsdien blijft de gordijn weer toe.",
    "Zij vindt het zelf een zeven. Wij zien vooral dat ze weer slaapt.",
    "Nog altijd wachten op het attest. Niemand kan zeggen waar het ligt, en dat vreet aan hem.",
    "De kinderen gaan alle dagen naar school.",
    "Traag, maar vooruit, zei hij. Het rijexamen is besteld en de fiets is hersteld.",
)
DEMANDS = (
    "Iemand die de brieven mee leest",
    "Slapen zonder schrik voor de huisbaas",
    "Mijn dochter nog eens zien",
    "Een rekening waar ik zelf aan kan",
    "Weten wat ik mag bijverdienen",
    "Werk waar ze mij niet uitlachen",
)
FAILURES = (
    "Ik heb dat formulier al drie keer gegeven.",
    "Ge moet op het ander loket zijn, zeiden ze, en daar zeiden ze hetzelfde.",
    "Niemand belde terug, dus ik ben maar zelf gekomen.",
    "Kunt gij dit lezen? Want ik versta het en toch versta ik het niet.",
    "Ze vroegen alles opnieuw, van bij het begin.",
)
DONE = (
    "Samen naar de bank geweest; de rekening is er nu.",
    "Zes maanden brieven gestuurd naar iemand die niet kan lezen.",
    "De afspraak bij het OCMW verplaatst naar een uur dat past.",
    "Gewacht op een attest dat al binnen was.",
    "De huisbaas gebeld, met haar erbij.",
)
NOTES = (
    "Koffie gedronken aan de keukentafel. Brieven gesorteerd op datum; twee dringende meegenomen.",
    "Niet thuis. Briefje achtergelaten met het nummer.",
    "Belde zelf. Vraagt of de afspraak van donderdag nog klopt.",
    "Mee naar het loket geweest. Eerst naar het verkeerde gestuurd, daarna bij iemand die het wist. Het "
    "dossier lag er al sinds juni.",
    "Overzicht van de schulden gemaakt. De stapel is lager dan gevreesd.",
    "Kort gesproken aan de schoolpoort. Het gaat, zei ze.",
    "Overlegd met de bewindvoerder over de energiefactuur.",
    "Bericht gestuurd, nog geen antwoord.",
)
ALIASES = (
    "Merel", "Kraai", "Mus", "Reiger", "Zeester", "Kastanje", "Beuk", "Linde", "Tabak", "Kompas", "Lantaarn",
    "Anker", "Vuurtoren", "Wilg", "Spreeuw", "Distel", "Kiezel", "Mos", "Zwaluw", "Berk",
)  # fmt: skip
MUNICIPALITIES = (
    "Eeklo", "Kaprijke", "Assenede", "Maldegem", "Deinze", "Nazareth", "Zelzate", "Lievegem", "Evergem",
)  # fmt: skip
FIRST_NAMES = (
    "An", "Ben", "Celine", "Dirk", "Els", "Farid", "Griet", "Hilde", "Ines", "Jan", "Koen", "Lien",
    "Mieke", "Noor", "Omar", "Pieter", "Rita", "Sofie", "Tine", "Umut", "Veerle", "Wim", "Yasmina", "Zoë",
)  # fmt: skip

"""Durmeland: six stories told at length."""

from tracker.demo.stories.durmeland.anker import ANKER
from tracker.demo.stories.durmeland.koffiegroep import KOFFIEGROEP
from tracker.demo.stories.durmeland.roos import ROOS
from tracker.demo.stories.durmeland.tabak import TABAK
from tracker.demo.stories.durmeland.watervlo import WATERVLO
from tracker.demo.stories.durmeland.wolf import WOLF

LONG_STORIES = (TABAK, ROOS, WOLF, WATERVLO, KOFFIEGROEP, ANKER)

"""What became of somebody's words, at the start of whoever logged them: until the person knows (L14)."""

from tests.home.telling import a_word, offered, raised, started, taken_up
from tests.learning.words import AGAIN, heard
from tracker import clock
from tracker.board.rules.kinds import IssueKind
from tracker.cases.queries.seen import case_for
from tracker.cases.tables import CaseFile, FailureDemand
from tracker.home.queries.words import came_of_my_words
from tracker.learning.actions.grouping import group_words


async def came_for(member):
    return await came_of_my_words(await member.viewer())


async def test_words_of_which_nothing_came_yet_are_no_news(cast):
    _, pattern = await a_word(cast)
    await offered(cast, pattern)
    await raised(cast, pattern=pattern)

    assert await came_for(cast.an) == []


async def test_whoever_logged_a_word_hears_what_is_tried_and_what_the_board_took_up(cast):
    demand, pattern = await a_word(cast)
    made, issue = await started(cast, pattern), await raised(cast, pattern=pattern)
    await taken_up(cast, issue)

    [news] = await came_for(cast.an)

    assert (news.id, news.words, news.name) == (demand, AGAIN, "Tabak")
    assert [(knot.small, knot.where) for knot in news.came] == [
        ("Initiatief I1, loopt", {"initiative_id": made}),
        ("Kwestie K1, opgenomen", {"issue_id": issue}),
    ]


async def test_it_is_no_news_for_who_did_not_log_it(cast):
    _, pattern = await a_word(cast)
    await started(cast, pattern)

    assert [await came_for(member) for member in (cast.ben, cast.cor)] == [[], []]


async def test_it_is_over_once_the_person_was_told(cast):
    demand, pattern = await a_word(cast)
    await started(cast, pattern)
    await FailureDemand.update({FailureDemand.told_on: clock.today()}).where(FailureDemand.id == demand)

    assert await came_for(cast.an) == []


async def test_the_same_news_is_told_once_with_the_latest_words(cast):
    _, pattern = await a_word(cast)
    an = await cast.an.viewer()
    row = await CaseFile.select(CaseFile.code).first()
    later = await heard(cast, await case_for(an, row["code"]), "Alweer datzelfde blad.")
    await group_words(an, pattern, [later])
    await started(cast, pattern)

    assert [news.words for news in await came_for(cast.an)] == ["Alweer datzelfde blad."]


async def test_a_conflict_is_never_told_of_as_what_came(cast):
    _, pattern = await a_word(cast)
    issue = await raised(cast, kind=IssueKind.CONFLICT, pattern=pattern)
    await taken_up(cast, issue)

    assert await came_for(cast.an) == []


async def test_the_start_quotes_the_words_and_asks_whether_the_person_knows(web, cast):
    demand, pattern = await a_word(cast)
    made = await started(cast, pattern)

    page = await web.as_(cast.an).get("/")

    assert "Wat er met jouw woorden gebeurde" in page and AGAIN in page
    assert page.links()["Eén map"] == f"/p/durmeland/verbeteren/{made}"
    assert f"/faalvragen/{demand}" in page.links()["Noteer dat je het vertelde aan Tabak"]
    assert AGAIN not in await web.as_(cast.ben).get("/")
    assert AGAIN not in await web.as_(cast.bea).get("/")

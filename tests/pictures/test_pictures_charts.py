import json
from datetime import date
from typing import Any

import plotly.graph_objects as go

from tracker.charts import demands_over_time, star_over_time
from tracker.pictures.readings import Axis, Reading

AXES = [Axis("A", "Eén adres."), Axis("B", "Niet lezen."), Axis("C", "Deurwaarders."), Axis("D", "Lassen.")]
READINGS = [
    Reading(date(2024, 6, 18), (1, 1, 1, None)),
    Reading(date(2026, 2, 24), (3, 3, 3, 2), ("belt nog rond", "", "", "")),
    Reading(date(2026, 8, 25), (3, 4, 3, 3), ("", "", "", "de handen <b>wisten</b> het nog")),
]
TEAM = [Reading(date(2026, 3, 1), (2, 2, 4, None))]


def star(*readings: Reading, **others: Any) -> dict[str, Any]:
    return json.loads(star_over_time(AXES, readings, **others))


def test_each_reading_is_a_frame_with_its_day_in_words():
    frames = star(*READINGS)["frames"]

    assert [frame["label"] for frame in frames] == ["18 juni 2024", "24 februari 2026", "25 augustus 2026"]
    assert [len(frame["data"]) for frame in frames] == [1, 2, 3]


def test_the_figure_begins_with_the_last_reading():
    figure = star(*READINGS[::-1])

    assert figure["data"] == figure["frames"][-1]["data"]
    assert figure["data"][-1]["r"] == [3, 4, 3, 3, 3]


def test_what_was_not_seen_stays_a_gap_and_is_never_filled():
    first = star(*READINGS)["frames"][0]["data"][0]

    assert first["r"] == [1, 1, 1, None, 1]
    assert first["connectgaps"] is False
    assert first.get("fill", "none") == "none"


def test_the_axes_keep_their_order_and_the_first_points_up():
    axis = star(*READINGS)["layout"]["polar"]["angularaxis"]

    assert axis["categoryarray"] == ["A", "B", "C", "D"]
    assert (axis["rotation"], axis["direction"]) == (90, "clockwise")


def test_hovering_shows_the_words_behind_a_point_and_never_markup():
    now = star(*READINGS)["data"][-1]

    assert now["hovertext"][0] == "A. Eén adres.<br>3 op 25 augustus 2026"
    assert "de handen &lt;b&gt;wisten&lt;/b&gt; het nog" in now["hovertext"][3]


def test_others_join_a_frame_from_the_day_they_looked():
    frames = star(*READINGS, others=TEAM, other_name="het team")["frames"]

    names = [[trace["name"] for trace in frame["data"]] for frame in frames]
    assert not any("het team" in name for name in names[0] + names[1])
    assert "het team, 1/03/2026" in names[2]


def test_without_a_reading_the_star_is_empty():
    assert star()["data"] == star()["frames"] == []


def test_each_demand_has_its_own_line_from_one_to_five():
    figure = json.loads(demands_over_time(AXES, READINGS, TEAM, other_name="het team"))

    assert [trace["y"] for trace in figure["data"][::2]] == [[1, 3, 3], [1, 3, 4], [1, 3, 3], [None, 2, 3]]
    assert [trace["yaxis"] for trace in figure["data"][::2]] == ["y", "y2", "y3", "y4"]
    ranges = {tuple(figure["layout"][name]["range"]) for name in ("yaxis", "yaxis2", "yaxis3", "yaxis4")}
    assert all(low < 1 and high > 5 for low, high in ranges) and len(ranges) == 1


def test_every_value_in_a_chart_is_one_that_was_given():
    given = {value for reading in READINGS for value in reading.values}

    drawn = {value for trace in star(*READINGS)["data"] for value in trace["r"]}
    rows = {v for trace in json.loads(demands_over_time(AXES, READINGS))["data"] for v in trace["y"]}

    assert drawn <= given and rows == given


def test_colours_are_names_that_the_page_fills_in():
    figure = star(*READINGS, others=TEAM)

    assert {trace["line"]["color"] for trace in figure["data"]} == {
        "var(--nu)",
        "var(--vroeger)",
        "var(--tweede)",
    }


def test_plotly_accepts_every_figure_as_it_is_sent():
    for figure in (star(*READINGS, others=TEAM), json.loads(demands_over_time(AXES, READINGS, TEAM))):
        built = go.Figure(data=figure["data"], layout=figure["layout"])

        assert len(built.data) == len(figure["data"])
        assert "template" not in figure["layout"]

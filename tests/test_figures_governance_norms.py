"""Are the governance chapter's figures pure and complete, with one mark per row?"""

import pandas as pd
import plotly.graph_objects
import pytest

from quietpush.figures.bars import stacks_cyber_votes_by_resolution
from quietpush.figures.base import marks
from quietpush.figures.caption import Caption
from quietpush.figures.grid import grid_clubs_by_state, grid_debate_by_state, grid_forum_items_by_text
from quietpush.figures.lanes import lanes_programs_by_camp
from quietpush.figures.lines import lines_club_members_by_year, lines_un_positions_by_year
from quietpush.figures.slope import slopes_un_positions_by_state
from quietpush.figures.steps import steps_policies_by_state
from quietpush.theme import resolve

CAPTION = Caption(title="States stood in rival clubs", subtitle="States, 2024", alt="States stood in rival clubs.", sources=["states"])
CLUBS = pd.DataFrame([
    ("ARG", "Argentina", "Belt and Road", "China", "complete", "member", "2022-02-06"), ("ARG", "Argentina", "Clean Network", "US", "partial", "not found", None),
    ("PAN", "Panama", "Belt and Road", "China", "complete", "left", "2017-11-17"), ("PAN", "Panama", "Clean Network", "US", "partial", "no", None),
], columns=["iso3", "state", "club", "camp", "list", "status", "date"])
ITEMS = pd.DataFrame([("Plan of 2015", "AI", "not found", None, ""), ("Plan of 2015", "Training places a year", "pledged", 1200.0, "gv-003"), ("Plan of 2021", "AI", "named", None, "")],
                     columns=["text", "topic", "found", "places_per_year", "rows"])
SIDES = pd.DataFrame({"resolution": ["A/RES/74/28"] * 2, "date": ["2019-12-12"] * 2, "label": ["State conduct, 2019"] * 2, "side": ["with China", "abstain"], "states": [3, 0]})
POSITIONS = pd.DataFrame({"year": [2023, 2024] * 2, "who": ["China"] * 2 + ["Regional median"] * 2, "ideal_point": [-0.7, -0.9, -0.2, -0.2]})
MEMBERS = pd.DataFrame({"year": [2023, 2024], "series": ["Belt and Road"] * 2, "states": [22, 22]})
OFFERS = pd.DataFrame({
    "event_id": ["gv-3", "bl-160"], "camp": ["European Union", "United States"], "step": ["program", "stop"], "date": ["2025-07", "2025-01-24"],
    "date_precision": ["month", "day"], "what": ["A dialogue", "A freeze"],
})

BOARD = pd.DataFrame([("ARG", "Argentina", "Court ruling", "documented", "gv-030"), ("ARG", "Argentina", "Data law", "no", None), ("PAN", "Panama", "Court ruling", "not found", None),
                      ("PAN", "Panama", "Data law", "searched, none found", None)], columns=["iso3", "state", "question", "answer", "rows"])
SLOPES = pd.DataFrame({"iso3": ["USA", "USA", "CUB", "CUB"], "who": ["United States"] * 2 + ["Cuba"] * 2, "period": ["1990–1994", "2020–2024"] * 2, "ideal_point": [2.9, 2.3, -1.6, -1.4],
                       "change": [-0.6, -0.6, 0.2, 0.2], "role": ["United States"] * 2 + ["other states"] * 2})
POLICIES = pd.DataFrame([(code, state, year, series, count, joined, laws) for code, state, joined, laws in (("CHL", "Chile", "2018", "1999, 2024"), ("MEX", "Mexico", None, None), ("PER", "Peru", "2019", None))
                         for series, count in (("listed", 9), ("binding", 1)) for year in (2018, 2019)], columns=["iso3", "state", "year", "series", "policies_to_date", "joined", "data_laws"])


@pytest.mark.parametrize("make, frame", [
    (grid_clubs_by_state, CLUBS), (grid_forum_items_by_text, ITEMS), (stacks_cyber_votes_by_resolution, SIDES),
    (lines_un_positions_by_year, POSITIONS), (lines_club_members_by_year, MEMBERS), (lanes_programs_by_camp, OFFERS),
    (grid_debate_by_state, BOARD), (slopes_un_positions_by_state, SLOPES), (steps_policies_by_state, POLICIES),
])
def test_a_figure_is_pure_complete_and_accepted_by_plotly(make, frame):
    before = frame.copy(deep=True)
    figure = make(frame, CAPTION)
    pd.testing.assert_frame_equal(frame, before)
    assert figure.name == make.__name__.replace("_", "-") and figure.caption is CAPTION
    assert marks(figure) == len(figure.rows) == len(frame) and set(figure.rows.columns) == set(frame.columns)
    plotly.graph_objects.Figure(resolve(figure.spec, "light"))
    assert figure.payload()["columns"] == list(figure.rows.columns)


def test_not_found_and_no_never_look_alike():
    drawn = {trace["marker"]["symbol"] for trace in grid_clubs_by_state(CLUBS, CAPTION).spec["data"] if not trace.get("meta")}
    assert drawn == {"square", "x-open", "line-ew-open", "circle"}


def test_the_camps_stand_over_their_columns():
    notes = {note["text"]: note["x"] for note in grid_clubs_by_state(CLUBS, CAPTION).spec["layout"]["annotations"]}
    assert notes["<b>China</b>"] == 0 and notes["<b>US</b>"] == 1


def test_a_month_stands_in_its_middle_and_keeps_its_precision_in_the_rows():
    figure = lanes_programs_by_camp(OFFERS, CAPTION)
    assert set(figure.spec["data"][0]["x"]) == {"2025-07-15", "2025-01-24"} and "2025-07" in set(figure.rows["date"])


def test_only_those_that_the_text_names_are_named_at_the_end_of_a_slope():
    notes = [note["text"] for note in slopes_un_positions_by_state(SLOPES, CAPTION).spec["layout"]["annotations"]]
    assert "United States −0.60" in notes and not [note for note in notes if "Cuba" in note]


def test_each_state_has_a_panel_and_the_year_of_joining_where_there_is_one():
    spec = steps_policies_by_state(POLICIES, CAPTION).spec
    assert {"xaxis", "xaxis2", "xaxis3"} <= set(spec["layout"]) and "xaxis4" not in spec["layout"]
    assert [trace["x"] for trace in spec["data"] if trace.get("line", {}).get("dash") == "dot"] == [[2018, 2018], [2019, 2019]]
    words = [note["text"] for note in spec["layout"]["annotations"]]
    assert words[1] == "<b>Mexico</b><br>not in Belt and Road<br>data law undated"

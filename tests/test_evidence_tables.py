"""Do the hand-coded tables hold together: ids, sources, claims, counted rows and the published gift counts?"""

import re
from pathlib import Path

import duckdb
import pandas as pd
import pytest
import yaml

DATA = Path(__file__).parents[1] / "data"
FIRST_CODING = {"law_enforcement": 250, "blurred_lines": 193, "ai": 130, "subnational": 159, "governance": 99, "safe_city": 100}
PREFIX = {"law_enforcement": "le", "blurred_lines": "bl", "ai": "ai", "subnational": "sn", "governance": "gv", "safe_city": "sc"}
SOURCED = [
    "events", "norm_adherence", "china_initiatives", "china_celac_forum", "cybercrime_treaties", "recognition", "ai_laws",
    "data_laws", "un_cyber_votes", "un_statements", "eu_adequacy", "china_partnerships", "sister_ties", "safe_city_places", "ilia_scores",
    "freedom_on_the_net", "surveillance_headlines", "un_statement_counts",
]
# What may stand as a digit in a finding outside {...}: dates, years and names.
ALLOWED_DIGITS = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}(–\d{1,2})?, (19|20)\d\d\b"
    r"|\b(FY)?(19|20)\d\d(–(\d\d|\d{4}))?\b|\b[45]G\b|\bECU 911\b|\bBOL-110\b|\bG20\b"
)
# Gifts to police in the law-enforcement list, by whose they are; the number of states leaves regional rows out.
GIFTS = f"""
select about, count(*) as gifts, count(distinct iso3) as states
from read_csv('{DATA}/events.csv', header = true, all_varchar = true)
where list_contains(string_split(lists, ';'), 'law_enforcement') and kind = 'police_equipment' and instrument = 'gift' and counted = 'true'
  and event_id <= 'le-250'
group by about
"""


@pytest.fixture(scope="module")
def table():
    """Which rows does a table hold, as text with empty cells as empty strings?"""
    return lambda name: pd.read_csv(DATA / f"{name}.csv", dtype=str, keep_default_na=False)


@pytest.fixture(scope="module")
def events(table):
    """Which events are coded?"""
    return table("events")


def keys(column):
    """Which single keys stand in a column of keys joined by semicolons?"""
    return {key for cell in column for key in cell.split(";") if key}


def test_every_id_of_the_first_coding_still_resolves(table, events):
    aliases = table("event_aliases")
    known = set(events["event_id"])
    first = {f"{PREFIX[name]}-{n:03d}" for name, rows in FIRST_CODING.items() for n in range(1, rows + 1)}
    assert len(first) == 931
    assert first <= known | set(aliases["alias"]) and set(aliases["event_id"]) <= known and not set(aliases["alias"]) & known


def test_an_id_says_for_which_list_it_was_first_coded(table, events):
    named = {prefix: name for name, prefix in PREFIX.items()}
    assert all(named[event[:2]] in lists.split(";") for event, lists in zip(events["event_id"], events["lists"]))
    merged = events.set_index("event_id")["lists"]
    assert all(row.list in merged[row.event_id].split(";") for row in table("event_aliases").itertuples())


@pytest.mark.parametrize("name", SOURCED)
def test_every_row_names_a_source_that_exists(table, name):
    column = table(name)["source"]
    assert (column != "").all(), f"{name}.csv has a row without a source"
    assert keys(column) <= set(table("sources")["key"])


def test_every_source_names_a_publisher_that_exists(table):
    assert set(table("sources")["publisher"]) <= set(table("publishers")["key"])


def test_a_publisher_is_assessed_with_its_interest(table):
    publishers = table("publishers")
    assessed = publishers["kind"] != "not assessed"
    assert (publishers.loc[assessed, "interest"] != "").all()


def test_all_claims_cite_rows_that_exist(table, events):
    claims = table("claims")
    assert len(claims) == 120
    assert claims["article"].value_counts().to_dict() == {"aq": 83, "wdh": 37}
    assert keys(claims["evidence"]) <= set(events["event_id"])


def test_claims_name_tables_of_the_data_room(table):
    described = {path.name.removesuffix(".resource.yaml") for path in DATA.glob("*.resource.yaml")}
    expected_elsewhere = {"bri_membership"}
    assert keys(table("claims")["tables"]) <= described | expected_elsewhere


def test_a_finding_names_no_number_of_its_own(table):
    for claim, finding in table("claims").set_index("claim_id")["finding"].items():
        left = ALLOWED_DIGITS.sub("", re.sub(r"\{[^}]*\}", "", finding))
        assert not re.search(r"\d", left), f"claims.csv {claim}: digit outside braces in {left!r}"


def test_a_finding_fills_its_numbers_from_filled_cells(table, events):
    cells = events.set_index("event_id")
    for claim, finding in table("claims").set_index("claim_id")["finding"].items():
        for row, column in re.findall(r"\{event:([a-z]{2}-\d{3})\.(\w+)\}", finding):
            assert column in ("quantity", "amount_usd") and cells.loc[row, column] != "", f"claims.csv {claim}: {row}.{column} is empty"


def test_a_row_is_uncounted_exactly_where_a_reason_stands(events):
    assert set(events["counted"]) == {"true", "false"}
    assert ((events["counted"] == "false") == (events["counted_why"] != "")).all()


def test_rows_that_restate_the_articles_are_never_counted(table, events):
    articles = table("sources").loc[lambda s: s["publisher"].isin(["americas-quarterly", "world-diplomacy-hub"])]
    restated = articles.loc[articles["url"] == "", "key"]
    assert len(restated) == 2
    assert set(events.loc[events["source"].isin(restated), "counted_why"]) == {"article_statement"}


def test_gift_counts_are_those_of_the_first_coding():
    found = {provider: (gifts, states) for provider, gifts, states in duckdb.sql(GIFTS).fetchall()}
    assert found == {"CN": (29, 16), "US": (17, 9), "other": (12, 11), "EU": (3, 3)}


def test_counted_stations_are_those_of_the_2022_lists(events):
    stations = events.loc[(events["kind"] == "overseas_station") & (events["act"] == "operation") & (events["counted"] == "true")]
    assert len(stations) == 12
    assert stations["iso3"].nunique() == 8
    assert (stations["site_place"] == "").sum() == 5


def test_every_corrected_row_exists(table, events):
    corrections = yaml.safe_load((DATA / "events.resource.yaml").read_text(encoding="utf-8"))["corrections"]
    corrected = {row for entry in corrections for row in entry["rows"]}
    assert {"ai-078", "bl-159"} <= corrected <= set(events["event_id"]) | set(table("event_aliases")["alias"])


def test_the_votes_are_complete(table):
    votes = table("un_cyber_votes")
    assert votes.groupby("resolution")["iso3"].nunique().eq(36).all()
    assert votes["resolution"].nunique() == 6


def test_all_registered_tests_stand(table):
    assert list(table("tests")["id"]) == [f"T{n:02d}" for n in range(1, 19)]


def test_a_safe_city_place_rests_on_events_of_its_state_and_their_pages(table, events):
    cells = events.set_index("event_id")
    for row in table("safe_city_places").itertuples():
        behind = cells.loc[row.events.split(";")]
        assert set(behind["iso3"]) == {row.iso3} and set(behind["about"]) <= {"CN", ""}, f"safe_city_places.csv {row.iso3}, {row.place}"
        pages = keys([*behind["source"], *behind["more_sources"]])
        assert keys([row.source]) <= pages, f"safe_city_places.csv {row.iso3}, {row.place}"
        assert row.first_year == min((date[:4] for date in behind["date"] if date), default="")


def test_world_totals_of_a_statement_agree_with_its_signers(table):
    totals = table("un_statement_counts").set_index("date")
    found = table("un_statements").drop_duplicates(["date", "side"])
    printed = {(date, side): note.split()[0] for date, side, note in zip(found["date"], found["side"], found["notes"]) if " in all" in note}
    column = {"with China": "supporting_states", "critical of China": "critical_states"}
    shared = {key: number for key, number in printed.items() if key[0] in totals.index}
    assert shared and shared == {(date, side): totals.loc[date, column[side]] for date, side in shared}

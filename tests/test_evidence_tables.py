"""Do the hand-coded tables hold together: ids, sources, claims, counted rows and the published gift counts?"""

import re
from pathlib import Path

import duckdb
import pandas as pd
import pytest
import yaml

DATA = Path(__file__).parents[1] / "data"
ROWS_BY_ORIGIN = {"law_enforcement": 250, "blurred_lines": 193, "ai": 130, "subnational": 162, "governance": 99, "safe_city": 100}
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
# Gift events to police in the law-enforcement list, by provider; the number of states leaves regional rows out.
GIFTS = f"""
select provider, count(*) as gifts, count(distinct iso3) as states
from read_csv('{DATA}/events.csv', header = true, all_varchar = true)
where origin = 'law_enforcement' and kind = 'equipment_donation' and counted = 'true'
group by provider
"""
# The pairs of state and place behind the published safe-city counts, found again in the events; le-196 stands for an uncounted pair.
PAIRS = f"""
select iso3, coalesce(place, 'national') as place, bool_or(status <> 'announced') as beyond
from read_csv('{DATA}/events.csv', header = true, all_varchar = true)
where origin = 'safe_city' and provider = 'CN' and iso3 is not null and (counted = 'true' or id = 'le-196')
  and kind not in ('supply_offer', 'audit_or_failure', 'misuse_allegation', 'central_local_dispute')
group by all
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


def test_every_coded_event_is_still_there(events):
    assert len(events) == sum(ROWS_BY_ORIGIN.values())
    assert events["origin"].value_counts().to_dict() == ROWS_BY_ORIGIN
    expected = {f"{PREFIX[origin]}-{n:03d}" for origin, rows in ROWS_BY_ORIGIN.items() for n in range(1, rows + 1)}
    assert set(events["id"]) == expected


def test_an_id_says_where_it_was_coded(events):
    assert (events["id"].str[:2] == events["origin"].map(PREFIX)).all()


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
    assert keys(claims["evidence"]) <= set(events["id"])


def test_claims_name_tables_of_the_data_room(table):
    described = {path.name.removesuffix(".resource.yaml") for path in DATA.glob("*.resource.yaml")}
    expected_elsewhere = {"bri_membership"}
    assert keys(table("claims")["tables"]) <= described | expected_elsewhere


def test_a_finding_names_no_number_of_its_own(table):
    for claim, finding in table("claims").set_index("claim_id")["finding"].items():
        left = ALLOWED_DIGITS.sub("", re.sub(r"\{[^}]*\}", "", finding))
        assert not re.search(r"\d", left), f"claims.csv {claim}: digit outside braces in {left!r}"


def test_a_finding_fills_its_numbers_from_filled_cells(table, events):
    cells = events.set_index("id")
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
    stations = events.loc[(events["kind"] == "overseas_station") & (events["counted"] == "true")]
    assert len(stations) == 12
    assert stations["iso3"].nunique() == 8
    assert (stations["place"] == "").sum() == 5


def test_every_corrected_row_exists(events):
    corrections = yaml.safe_load((DATA / "events.resource.yaml").read_text(encoding="utf-8"))["corrections"]
    corrected = {row for entry in corrections for row in entry["rows"]}
    assert {"ai-078", "bl-159"} <= corrected <= set(events["id"])


def test_the_votes_are_complete(table):
    votes = table("un_cyber_votes")
    assert votes.groupby("resolution")["iso3"].nunique().eq(36).all()
    assert votes["resolution"].nunique() == 6


def test_all_registered_tests_stand(table):
    assert list(table("tests")["id"]) == [f"T{n:02d}" for n in range(1, 19)]


def test_safe_city_places_are_the_pairs_in_the_events(table):
    places = table("safe_city_places")
    coded = {(iso3, place): stage != "announced" for iso3, place, stage in zip(places["iso3"], places["place"], places["stage"])}
    assert coded == {(iso3, place): beyond for iso3, place, beyond in duckdb.sql(PAIRS).fetchall()}
    assert (len(coded), sum(coded.values())) == (29, 24)


def test_a_safe_city_place_rests_on_events_of_its_state_and_their_pages(table, events):
    cells = events.set_index("id")
    for row in table("safe_city_places").itertuples():
        behind = cells.loc[row.events.split(";")]
        assert set(behind["iso3"]) == {row.iso3} and set(behind["provider"]) == {"CN"}, f"safe_city_places.csv {row.iso3}, {row.place}"
        assert set(behind["source"]) == set(row.source.split(";")), f"safe_city_places.csv {row.iso3}, {row.place}"
        assert row.first_year == min((date[:4] for date in behind["date"] if date), default="")


def test_world_totals_of_a_statement_agree_with_its_signers(table):
    totals = table("un_statement_counts").set_index("date")
    found = table("un_statements").drop_duplicates(["date", "side"])
    printed = {(date, side): note.split()[0] for date, side, note in zip(found["date"], found["side"], found["notes"]) if " in all" in note}
    column = {"with China": "supporting_states", "critical of China": "critical_states"}
    shared = {key: number for key, number in printed.items() if key[0] in totals.index}
    assert shared and shared == {(date, side): totals.loc[date, column[side]] for date, side in shared}

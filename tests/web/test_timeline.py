"""Events in order of time; plans and forecasts are marked."""

import math
import re

from flask.testing import FlaskClient

from aikg.web.timeline import PAGE_SIZE
from tests.web.reading import html, text


def test_events_stand_in_order_under_their_years(client: FlaskClient) -> None:
    pages = math.ceil(len(client.get("/timeline.json").get_json()["events"]) / PAGE_SIZE)
    texts = [html(client, f"/timeline?page={number}") for number in range(1, pages + 1)]
    years = [int(year) for page in texts for year in re.findall(r"<h2>(\d{4})</h2>", page)]
    assert years == sorted(years)
    assert {2023, 2024, 2026} <= set(years)


def test_data_is_in_the_same_order(client: FlaskClient) -> None:
    events = client.get("/timeline.json").get_json()["events"]
    assert len(events) > 90
    dates = [event["earliest"] or event["latest"] for event in events]
    assert dates == sorted(dates)


def test_filters_of_modality_type_and_year(client: FlaskClient) -> None:
    forecasts = client.get("/timeline.json?modality=forecast").get_json()["events"]
    assert {event["modality"] for event in forecasts} == {"forecast"}
    conferences = client.get("/timeline.json?type=conference&year=2024").get_json()["events"]
    assert {"HRI 2024", "CDAO Canada"} <= {event["names"]["en"] for event in conferences}
    assert '<option value="forecast" selected>' in html(client, "/timeline?modality=forecast")


def test_what_is_not_there_is_said(client: FlaskClient) -> None:
    assert "조건에 맞는 것이 없습니다" in text(client, "/timeline?year=1999")

"""Figures side by side, and where sources disagree."""

import re
from decimal import Decimal

import pytest
from flask.testing import FlaskClient

from tests.web.reading import html, text


def test_forecasts_that_disagree_stand_side_by_side_with_their_scope(client: FlaskClient) -> None:
    shown = text(client, "/figures?measure=market-size", "en")
    for words in (
        "USD 400 billion",
        "USD 119 billion",
        "Gartner",
        "Deloitte",
        "market for special chips",
        "until 2027",
    ):
        assert words in shown


def test_bars_are_as_long_as_the_figures(client: FlaskClient) -> None:
    source = html(client, "/", "en")
    widths = [Decimal(width) for width in re.findall(r'class="fill" style="width: ([\d.]+)%', source)]
    assert widths[0] == 100
    assert widths == sorted(widths, reverse=True)
    assert Decimal("29") < widths[2] < Decimal("30.5")  # 119 of 400


@pytest.mark.parametrize("filtered", ["measure=fine", "modality=forecast", "claimant=gartner", "unit=usd"])
def test_filters(client: FlaskClient, filtered: str) -> None:
    key, value = filtered.split("=")
    figures = client.get(f"/figures.json?{filtered}").get_json()["figures"]
    assert 0 < len(figures) < len(client.get("/figures.json").get_json()["figures"])
    for figure in figures:
        found = figure["claimants"] if key == "claimant" else [figure[key]]
        assert value in [name.rsplit("/", 1)[-1] for name in found]
    assert f'<option value="{value}" selected>' in html(client, f"/figures?{filtered}")


def test_numbers_in_data_are_exact(client: FlaskClient) -> None:
    values = {figure["value"] for figure in client.get("/figures.json").get_json()["figures"]}
    assert {"400000000000", "90.04", "381000"} <= values


def test_pages_show_each_figure_once(client: FlaskClient) -> None:
    wanted = {figure["page"] for figure in client.get("/figures.json").get_json()["figures"]}
    shown: list[str] = []
    for number in (1, 2, 3):
        lists = re.findall(r'<ul class="bars">(.*?)</ul>', html(client, f"/figures?page={number}"), re.DOTALL)
        shown += [link for found in lists for link in re.findall(r'class="much" href="(.*?)"', found)]
    assert sorted(shown) == sorted(wanted)

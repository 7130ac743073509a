"""The site in a real browser: language, suggestions, graph, editor, narrow screens, keyboard.

Skipped where there is no Chromium or no Korean font, unless AIKG_REQUIRE_BROWSER is 1: then that fails.
"""

import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from waitress.server import create_server

from aikg.web.app import create_app
from aikg.web.site import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ARGUMENTS = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync"
NARROW, WIDE = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
PAGES = ["/", "/page/org/ai-alliance", "/page/article/spri-2024-01/01", "/page/article/spri-2024-01/11/s29"]
PAGES += ["/page/article/spri-2024-01/11/d01", "/browse?kind=topic", "/questions", "/questions/chip-market-forecasts"]
PAGES += ["/timeline", "/figures", "/graph?focus=org/google&depth=2", "/search?q=AI", "/sparql", "/ontology", "/shapes"]
PAGES += ["/download/", "/about", "/page/brief/spri-2024-01"]

pytestmark = pytest.mark.browser


def what_is_missing() -> str:
    """Say what a browser test needs and does not find here, or nothing."""
    if find_spec("playwright") is None:
        return "the package 'playwright' is not installed"
    if not chromium():
        return "there is no Chromium"
    fonts = shutil.which("fc-list")
    if not fonts or not subprocess.run([fonts, ":lang=ko"], capture_output=True, check=False).stdout.strip():
        return "there is no Korean font"
    return ""


def chromium() -> str | None:
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    missing = what_is_missing()
    if missing and os.environ.get("AIKG_REQUIRE_BROWSER") == "1":
        pytest.fail(f"{missing}, and AIKG_REQUIRE_BROWSER is 1")
    if missing:
        pytest.skip(missing)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=[*ARGUMENTS.split(), "--no-first-run"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def address(site: Site) -> Iterator[str]:
    yield from _served(site)


@pytest.fixture(scope="module")
def address_of_all(whole_site: Site) -> Iterator[str]:
    """The site with all data, candidates too."""
    yield from _served(whole_site)


def _served(site: Site) -> Iterator[str]:
    server = create_server(create_app(site), host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    # in its own thread: it may be waiting for the very sockets that are closed
    server.trigger.pull_trigger(server.close)
    server.task_dispatcher.shutdown()
    thread.join(timeout=10)


@pytest.fixture
def visit(browser: "Browser", address: str) -> "Iterator[Page]":
    """A page of a Korean reader on a wide screen; what the browser complains about fails the test."""
    context = browser.new_context(base_url=address, viewport=WIDE, locale="ko-KR")  # type: ignore[arg-type]
    page = context.new_page()
    complaints: list[str] = []
    page.on(
        "console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(f"{request.failure}: {request.url}"))
    yield page
    context.close()
    # what is under way when a reader leaves is given up
    assert [text for text in complaints if not text.startswith("net::ERR_ABORTED")] == []


def test_the_switch_turns_the_page_into_the_other_language(visit: "Page") -> None:
    visit.goto("/page/org/ai-alliance")
    assert "AI 얼라이언스" in visit.inner_text("h1")
    visit.click(".switch")
    assert visit.inner_text("h1").startswith("AI Alliance")
    assert visit.get_attribute("html", "lang") == "en"
    visit.click(".menu a[href='/questions']")
    assert visit.inner_text("h1").startswith("Questions")


def test_suggestions_are_chosen_with_the_keyboard(visit: "Page") -> None:
    visit.goto("/")
    visit.keyboard.press("/")
    visit.keyboard.type("구글")
    visit.wait_for_selector("#suggestions li")
    box = visit.locator(".search input")
    assert box.get_attribute("aria-expanded") == "true"
    visit.keyboard.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == "s0"
    visit.keyboard.press("Enter")
    visit.wait_for_url("**/page/org/google")
    assert "구글" in visit.inner_text("h1")


def test_suggestions_close_and_enter_searches(visit: "Page") -> None:
    visit.goto("/")
    visit.fill(".search input", "gemini")
    visit.wait_for_selector("#suggestions li")
    visit.press(".search input", "Escape")
    assert visit.is_hidden("#suggestions")
    visit.press(".search input", "Enter")
    visit.wait_for_url("**/search?q=gemini")
    assert visit.locator(".cards li").count() > 3


def test_the_graph_draws_nodes_and_a_click_goes_there(visit: "Page") -> None:
    visit.goto("/graph?focus=org/ai-alliance")
    visit.wait_for_selector(".drawing[data-drawn]")
    assert int(visit.get_attribute(".drawing", "data-drawn") or 0) > 10
    place = visit.evaluate(
        """() => {
          const box = document.querySelector(".drawing"), area = box.getBoundingClientRect();
          const point = box.cy.getElementById("https://w3id.org/ai-policy-kg/id/org/ibm").renderedPosition();
          return [area.x + point.x, area.y + point.y];
        }"""
    )
    visit.mouse.click(*place)
    visit.wait_for_url("**/graph?focus=org/ibm")
    assert "IBM" in visit.inner_text("h1")


@pytest.mark.parametrize("path", ["/graph?focus=org/google", "/page/org/google", "/page/law/eu-ai-act", "/"])
def test_names_in_a_drawing_do_not_lie_on_each_other(visit: "Page", address_of_all: str, path: str) -> None:
    visit.goto(address_of_all + path)
    visit.wait_for_selector(".drawing[data-drawn]")
    boxes = visit.evaluate(
        """() => document.querySelector(".drawing").cy.nodes().map((node) => {
          const box = node.renderedBoundingBox({ includeOverlays: false });
          return [box.x1, box.y1, box.x2, box.y2];
        })"""
    )
    # the box of a name is a little larger than the name
    overlaps = [
        (a, b)
        for a, b in combinations(boxes, 2)
        if min(a[2], b[2]) - max(a[0], b[0]) > 6 and min(a[3], b[3]) - max(a[1], b[1]) > 6
    ]
    assert overlaps == [] and len(boxes) > 8


def test_the_small_graph_of_a_page_leads_to_pages(visit: "Page") -> None:
    visit.goto("/page/org/ibm")
    visit.wait_for_selector(".drawing[data-drawn]")
    visit.evaluate(
        """() => {
          document.querySelector(".drawing").cy.getElementById("https://w3id.org/ai-policy-kg/id/org/ai-alliance").emit("tap");
        }"""
    )
    visit.wait_for_url("**/page/org/ai-alliance")


def test_the_editor_runs_a_query_and_links_to_our_pages(visit: "Page") -> None:
    visit.goto("/sparql")
    visit.wait_for_selector(".yasqe .CodeMirror")
    assert visit.is_hidden("#sparql-form")
    visit.click(".yasqe_queryButton")
    visit.wait_for_selector(".yasr table td a")
    assert visit.locator(".yasr table tbody tr").count() == 10
    visit.click(".yasr table td a >> nth=0")
    visit.wait_for_url("**/page/org/**")


def test_an_example_is_filled_in_and_answered(visit: "Page") -> None:
    visit.goto("/sparql")
    visit.wait_for_selector(".yasqe .CodeMirror")
    visit.select_option("#sparql-examples", index=5)
    visit.wait_for_selector(".yasr table td")
    assert "SELECT" in visit.inner_text(".yasqe .CodeMirror")


def test_the_editor_speaks_korean_and_says_what_is_wrong(browser: "Browser", address: str) -> None:
    context = browser.new_context(base_url=address, locale="ko-KR")
    page = context.new_page()
    page.goto("/sparql?query=SELECT%20*%20%7B%20%3Fx%20a%20foo%3Abar%20%7D")
    page.wait_for_selector(".yasr .failure")
    shown = page.inner_text(".yasr .failure")
    assert "질의를 실행하지 못했습니다" in shown and "the prefix 'foo:' is not declared" in shown
    assert "표" in page.inner_text(".yasr_header") and "Table" not in page.inner_text(".yasr_header")
    context.close()


def test_a_question_opens_in_the_editor_with_its_answer(visit: "Page") -> None:
    visit.goto("/questions/alliance-members")
    visit.click("a.button")
    visit.wait_for_selector(".yasr table td")
    assert visit.locator(".yasr table tbody tr").count() == 10


def test_nothing_is_wider_than_a_narrow_screen(visit: "Page") -> None:
    visit.set_viewport_size(NARROW)  # type: ignore[arg-type]
    beyond = {}
    for page in PAGES:
        visit.goto(page)
        visit.evaluate("async () => { await document.fonts.ready; }")
        beyond[page] = visit.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert {page: pixels for page, pixels in beyond.items() if pixels > 0} == {}


def test_nothing_jumps_while_a_page_loads(visit: "Page") -> None:
    visit.add_init_script(
        """window.jumps = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.jumps += entry.value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    for page in ("/", "/page/org/ai-alliance", "/figures"):
        visit.goto(page)
        visit.wait_for_load_state("networkidle")
        # a shift below 0.1 is good (Core Web Vitals)
        assert visit.evaluate("window.jumps") < 0.1


def test_the_keyboard_skips_to_the_content(visit: "Page") -> None:
    visit.goto("/timeline")
    visit.keyboard.press("Tab")
    assert visit.evaluate("document.activeElement.className") == "skip"
    visit.keyboard.press("Enter")
    assert visit.evaluate("document.activeElement.id") == "main"


def test_without_scripts_everything_can_still_be_read(browser: "Browser", address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False, locale="en-US")
    page = context.new_page()
    page.goto("/graph?focus=org/ibm")
    assert page.locator(".graph-list li").count() > 0
    page.goto("/sparql")
    assert page.is_visible("#sparql-form textarea")
    page.fill(".search input", "ibm")
    page.press(".search input", "Enter")
    page.wait_for_url("**/search?q=ibm")
    assert "IBM" in page.inner_text("main")
    context.close()


def test_the_switch_of_candidates_turns_at_the_space_bar(visit: "Page", address_of_all: str) -> None:
    visit.goto(address_of_all + "/timeline")
    visit.focus("[role=switch]")
    visit.keyboard.press("Space")
    visit.wait_for_selector("[role=switch][aria-checked=false]")
    assert visit.locator(".candidate").count() == 0


def test_a_drawing_of_a_hub_says_how_many_more_there_are(visit: "Page", address_of_all: str) -> None:
    visit.goto(address_of_all + "/graph?focus=org/google")
    visit.wait_for_selector(".drawing[data-drawn]")
    more = visit.evaluate(
        """() => document.querySelector(".drawing").cy.nodes("[?rest]").map((node) => Number(node.data("label")))"""
    )
    drawn = visit.evaluate("""() => document.querySelector(".drawing").cy.nodes("[!gather][!rest][!focus]").length""")
    assert more and sum(more) + drawn >= 60


def test_paper_shows_the_content_alone(visit: "Page") -> None:
    visit.emulate_media(media="print")
    visit.goto("/page/org/ai-alliance")
    assert not visit.is_visible(".top") and not visit.is_visible(".drawing")
    assert visit.is_visible(".say") and visit.is_visible(".twins .iri")
    visit.goto("/page/org/google")
    visit.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert visit.locator("main details:not([open])").count() == 0


def test_dark_pages_are_dark(browser: "Browser", address: str) -> None:
    context = browser.new_context(base_url=address, color_scheme="dark")
    page = context.new_page()
    page.goto("/")
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == "rgb(17, 22, 28)"
    context.close()

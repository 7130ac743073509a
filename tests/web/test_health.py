"""Whether the site is alive, and how it is doing."""

from flask.testing import FlaskClient

from aikg.web.site import Site


def test_health(client: FlaskClient, site: Site) -> None:
    response = client.get("/health")
    assert response.get_json() == {"status": "ok", "revision": "0123456789abcdef", "quads": len(site.everything.graph)}
    assert response.headers["Cache-Control"] == "no-store"


def test_metrics_count_requests_by_endpoint_and_status(client: FlaskClient) -> None:
    client.get("/page/org/ibm")
    client.get("/page/org/ibm")
    for name in ("a", "b", "c"):
        client.get(f"/no/such/{name}")
    response = client.get("/metrics")
    assert response.mimetype == "text/plain"
    lines = response.text.splitlines()
    assert 'aikg_requests_total{endpoint="pages.page",method="GET",status="200"} 2.0' in lines
    assert 'aikg_requests_total{endpoint="none",method="GET",status="404"} 3.0' in lines
    assert 'aikg_request_seconds_count{endpoint="pages.page"} 2.0' in lines
    assert 'aikg_revision_info{revision="0123456789abcdef"} 1.0' in lines


def test_made_up_methods_and_addresses_make_no_new_series(client: FlaskClient) -> None:
    for method in ("BREW", "PROPFIND", "DELETE"):
        client.open("/", method=method)
    counted = [line for line in client.get("/metrics").text.splitlines() if line.startswith("aikg_requests_total")]
    assert [line for line in counted if "GET" not in line] == [
        'aikg_requests_total{endpoint="none",method="other",status="405"} 3.0'
    ]

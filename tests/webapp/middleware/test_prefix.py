"""Under a path prefix every link holds, whether or not the proxy takes it off."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from archive.settings import Settings
from tests.webapp.conftest import site
from tests.webapp.html import one, soup
from webapp import create_app
from webapp.middleware.prefix import PrefixMiddleware


@pytest.mark.parametrize("served", ["/gakju", ""])
def test_a_path_prefix_holds_for_every_link_whether_or_not_the_proxy_takes_it_off(
    public: FlaskClient, served: str
) -> None:
    page = soup(public.get(f"{served}/search?q=뱃사공"))
    links = [
        str(tag.get("href") or tag.get("src") or tag.get("action")) for tag in page.select("a, link, script, form")
    ]
    assert [link for link in links if link.startswith("/") and not link.startswith("/gakju/")] == []
    for link in links:
        if link.startswith("/gakju/"):
            with public.get(link.split("#")[0]) as response:
                assert response.status_code == 200, link
    assert str(one(page, "button.copy")["data-copy"]).startswith("https://archive.example.org/gakju/p/")


def test_a_prefix_may_be_of_any_script(world_home: Path) -> None:
    app = create_app(Settings(world_home, "https://archive.example.org/각주"))
    client = app.test_client()
    assert [client.get(path).status_code for path in ("/각주/search?q=뱃사공", "/search?q=뱃사공")] == [200, 200]
    site(app).store.close()


def test_the_cookie_stays_under_the_prefix(public: FlaskClient) -> None:
    assert "Path=/gakju" in public.get("/gakju/?lang=en").headers["Set-Cookie"]


@pytest.mark.parametrize(
    "script, path, seen",
    [
        ("", "/gakju/d/x", ("/gakju", "/d/x")),
        ("", "/d/x", ("/gakju", "/d/x")),
        ("", "/gakjux", ("/gakju", "/gakjux")),
        ("/own", "/gakju/d", ("/own", "/gakju/d")),
    ],
)
def test_the_prefix_is_taken_off_once(script: str, path: str, seen: tuple[str, str]) -> None:
    environ = {"SCRIPT_NAME": script, "PATH_INFO": path}
    PrefixMiddleware(lambda environ, start: [], "/gakju")(environ, None)
    assert (environ["SCRIPT_NAME"], environ["PATH_INFO"]) == seen

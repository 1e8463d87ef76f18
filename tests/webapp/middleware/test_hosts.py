"""A server that only this computer reaches answers to its own names alone."""

from pathlib import Path

from archive.settings import Settings
from tests.webapp.conftest import site
from webapp import create_app
from webapp.middleware.hosts import answer_only_to, own_names


def test_a_name_that_is_not_ours_is_refused(world_home: Path) -> None:
    app = create_app(Settings(world_home))
    answer_only_to(app, own_names(Settings(base_url="https://archive.example.org/gakju")))
    client = app.test_client()
    for name in ("127.0.0.1:8000", "localhost", "[::1]:8000", "LOCALHOST:80", "archive.example.org"):
        assert client.get("/", headers={"Host": name}).status_code == 200, name
    for name in ("evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil.example", "[", ""):
        refused = client.get("/", headers={"Host": name})
        assert refused.status_code == 400, name
        assert "GAKJU_BASE_URL" in refused.get_data(as_text=True)
    site(app).store.close()

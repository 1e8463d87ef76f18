"""What takes longer than a request may take is answered 503, in the reader's language, with the time to ask again."""

from pathlib import Path

import pytest

import webapp
from archive.settings import Settings
from tests.webapp.world import build


@pytest.mark.parametrize("language, said", [("ko", "시간이 너무 오래"), ("en", "took too long")])
def test_a_search_is_given_up_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    build(tmp_path)
    monkeypatch.setattr(webapp, "SECONDS", -1.0)
    client = webapp.create_app(Settings(tmp_path)).test_client()
    answer = client.get(f"/search?q=위성&lang={language}")
    assert (answer.status_code, answer.headers["Retry-After"], said in answer.get_data(as_text=True)) == (
        503,
        "30",
        True,
    )
    machine = client.get("/api/search?q=위성")
    assert (machine.status_code, machine.get_json()["error"]["code"]) == (503, "too-long")
    assert client.get("/help").status_code == 200  # nothing there takes long


def test_within_the_time_it_is_answered_and_the_next_has_its_own(tmp_path: Path) -> None:
    build(tmp_path)
    client = webapp.create_app(Settings(tmp_path)).test_client()
    assert [client.get("/search?q=위성").status_code for _ in range(2)] == [200, 200]

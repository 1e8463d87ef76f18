"""Where the archive lives and how it is served: read once, each bad value refused by name."""

from pathlib import Path

import pytest

from archive.errors import SettingError
from archive.settings import Settings


def test_without_an_environment_the_home_stands_in_the_folder_one_works_in() -> None:
    assert Settings.read({}) == Settings((Path.cwd() / "gakju-home").resolve())


@pytest.mark.parametrize("environment, given, home", [
    ({"GAKJU_HOME": "/srv/gakju"}, None, "/srv/gakju"),
    ({"GAKJU_HOME": "/srv/gakju"}, "/tmp/other", "/tmp/other"),
    ({"GAKJU_HOME": ""}, "/tmp/other", "/tmp/other"),
    ({"GAKJU_HOME": "/srv/../srv/gakju"}, None, "/srv/gakju"),
    ({"HOME": "/srv/gakju"}, "/tmp/other", "/tmp/other"),
], ids=["환경", "명령줄이 먼저", "빈 값", "점", "남의 이름"])  # fmt: skip
def test_the_home_is_named_by_the_command_line_or_the_environment(
    environment: dict[str, str], given: str | None, home: str
) -> None:
    assert Settings.read(environment, given).home == Path(home).resolve()


def test_a_tilde_is_the_readers_own_folder() -> None:
    assert Settings.read({"GAKJU_HOME": "~/gakju"}).home == (Path.home() / "gakju").resolve()


@pytest.mark.parametrize("value, url", [
    ("https://archive.example.org", "https://archive.example.org"), ("https://archive.example.org/", "https://archive.example.org"),
    ("http://localhost:8000/gakju/", "http://localhost:8000/gakju"),
    ("https://보기.example/각주", "https://보기.example/각주"), ("", None),
])  # fmt: skip
def test_the_public_address_stands_without_its_last_stroke(value: str, url: str | None) -> None:
    assert Settings.read({"GAKJU_BASE_URL": value}).base_url == url


@pytest.mark.parametrize("value", [
    "archive.example.org", "ftp://archive.example.org", "https://", "https:///gakju",
    "https://a.example/?q=1", "https://a.example/#x", "javascript:alert(1)",
])  # fmt: skip
def test_what_is_no_public_address_is_refused_by_name_and_value(value: str) -> None:
    with pytest.raises(SettingError) as refused:
        Settings.read({"GAKJU_BASE_URL": value})
    assert str(refused.value) == f'GAKJU_BASE_URL is "{value}": give an address like https://archive.example.org/gakju'


@pytest.mark.parametrize("value, url", [
    ("postgresql+psycopg://gakju@127.0.0.1/gakju", "postgresql+psycopg://gakju@127.0.0.1/gakju"),
    ("sqlite:///gakju.sqlite", "sqlite:///gakju.sqlite"), ("", None),
])  # fmt: skip
def test_a_database_is_named_as_sqlalchemy_does(value: str, url: str | None) -> None:
    assert Settings.read({"GAKJU_DATABASE_URL": value}).database_url == url


@pytest.mark.parametrize("value", ["mysql://host/gakju", "gakju.sqlite", "oracle:thin"])
def test_a_database_of_another_kind_is_refused_by_name_and_value(value: str) -> None:
    with pytest.raises(SettingError, match=f'GAKJU_DATABASE_URL is "{value}": give postgresql'):
        Settings.read({"GAKJU_DATABASE_URL": value})


@pytest.mark.parametrize("base, address, link", [
    (None, "7k4m2-93xch", "/p/7k4m2-93xch"), (None, "7k4m2", "/d/7k4m2"), (None, "7k4m2@3", "/d/7k4m2@3"),
    ("https://archive.example.org/gakju", "7k4m2-93xch@2", "https://archive.example.org/gakju/p/7k4m2-93xch@2"),
])  # fmt: skip
def test_a_permalink_is_whole_where_the_public_address_is_known(base: str | None, address: str, link: str) -> None:
    assert Settings(base_url=base).permalink(address) == link


def test_the_environment_is_read_where_none_is_given(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GAKJU_HOME", str(tmp_path))
    monkeypatch.delenv("GAKJU_BASE_URL", raising=False)
    monkeypatch.delenv("GAKJU_DATABASE_URL", raising=False)
    assert Settings.read() == Settings(tmp_path.resolve())


@pytest.mark.parametrize("value, email", [("archive@example.org", "archive@example.org"), ("", None)])
def test_libraries_are_told_an_address_of_mail(value: str, email: str | None) -> None:
    assert Settings.read({"GAKJU_ADMIN_EMAIL": value}).admin_email == email


@pytest.mark.parametrize("value", ["archive", "a@localhost", "a b@example.org", "a@@example.org", "a@example.org."])
def test_what_is_no_address_of_mail_is_refused_by_name_and_value(value: str) -> None:
    with pytest.raises(SettingError, match='GAKJU_ADMIN_EMAIL is "'):
        Settings.read({"GAKJU_ADMIN_EMAIL": value})

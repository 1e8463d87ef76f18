"""Where the archive lives and how it is served: read once, each bad value refused by name."""

from pathlib import Path

import pytest

from archive.errors import SettingError
from archive.settings import SETTINGS, Settings, masked, read_all, unknown


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
    "https://a.example/?q=1", "http://[",
    "http://a.example:x", "https://a b.example", "http://u:p@a.example",
    "https://a.example/#x", "javascript:alert(1)",
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


@pytest.mark.parametrize(
    "value",
    [
        "mysql://host/gakju",
        "gakju.sqlite",
        "oracle:thin",
        "sqlite:",
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "postgresql",
        "postgresql:",
    ],
)
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


@pytest.mark.parametrize("url, said", [
    ("postgresql://u:secret@h/n", "postgresql://u:***@h/n"), ("postgresql://u:se@cr/et@h/n", "postgresql://u:***@h/n"),
    ("mysql://u:secret@h", "mysql://u:***@h"), ("u:secret@h/n", "***@h/n"),
    ("postgresql://h/n?user=u&password=secret&x=1", "postgresql://h/n?user=u&password=***&x=1"),
    ("host=h password=secret", "host=h password=***"), ("sqlite:///a:b.sqlite", "sqlite:///a:b.sqlite"),
])  # fmt: skip
def test_no_password_is_ever_shown(url: str, said: str) -> None:
    assert masked(url) == said
    try:
        shown = str(read_all({"GAKJU_DATABASE_URL": url, "GAKJU_HOME": "/nowhere"})[2])
    except SettingError as error:
        shown = str(error)
    assert said in shown


@pytest.mark.parametrize("slip, meant", [("HOM", "HOME"), ("BASEURL", "BASE_URL"), ("DATABASE", "DATABASE_URL"),
    ("ADMIN_MAIL", "ADMIN_EMAIL"), ("CONFG", "CONFIG")])  # fmt: skip
def test_a_slip_in_a_variable_is_refused_with_the_likely_one(slip: str, meant: str) -> None:
    with pytest.raises(SettingError, match=f"GAKJU_{slip} is no setting: GAKJU_{meant} is the likely one"):
        Settings.read({f"GAKJU_{slip}": "/srv"})


def test_variables_that_systems_make_of_a_name_are_let_be() -> None:
    made = {"GAKJU_SERVICE_HOST": "10.0.0.1", "GAKJU_PORT": "tcp://10.0.0.1:80", "GAKJU_HOST": "a"}
    assert Settings.read(made) == Settings.read({})
    assert unknown(made) == sorted(made)


@pytest.mark.parametrize("home", ["~nosuchuser/x", "a\0b"])
def test_a_home_that_is_no_path_is_refused(home: str) -> None:
    with pytest.raises(SettingError, match="GAKJU_HOME is "):
        Settings.read({"GAKJU_HOME": home})


def test_the_environment_wins_over_the_file_of_the_home(tmp_path: Path) -> None:
    (tmp_path / "gakju.toml").write_text('base_url = "https://file.example"\nadmin_email = "a@file.example"\n')
    env = {"GAKJU_HOME": str(tmp_path), "GAKJU_BASE_URL": "https://environment.example"}
    assert Settings.read(env) == Settings(tmp_path, "https://environment.example", None, "a@file.example")
    assert [(one.setting.name, one.origin) for one in read_all(env)] == [
        ("home", "environment"), ("base_url", "environment"), ("database_url", "default"),
        ("admin_email", f"{tmp_path / 'gakju.toml'}, line 2"),
    ]  # fmt: skip


def test_a_file_that_is_named_may_name_the_home(tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text('home = "/srv/gakju"\n')
    assert Settings.read({"GAKJU_CONFIG": str(tmp_path / "other.toml")}).home == Path("/srv/gakju")
    assert Settings.read({}, "/tmp/line", str(tmp_path / "other.toml")).home == Path("/tmp/line")


@pytest.mark.parametrize("text, said", [
    ('\nbase_ur = "x"', "line 2: base_ur is no setting: base_url is the likely one"),
    ("base_url = 3", 'line 1: base_url is no text: write base_url = "https'),
    ('base_url = "x"', 'line 1: base_url is "x": give an address'),
    ("base_url =", "is no TOML in UTF-8"), ("[base_url]", "line 1: base_url is no text"),
    ('home = "/srv"', "line 1: home is no setting"),
    ('database_url = "mysql://u:secret@h"', 'database_url is "mysql://u:\\*\\*\\*@h"'),
])  # fmt: skip
def test_what_is_wrong_in_the_file_is_named_with_its_line(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "gakju.toml").write_text(text)
    with pytest.raises(SettingError, match=said):
        Settings.read({"GAKJU_HOME": str(tmp_path)})


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"no\.toml is not there"):
        Settings.read({}, config=str(tmp_path / "no.toml"))


def test_every_setting_says_what_it_means_and_takes_its_example() -> None:
    for setting in SETTINGS:
        assert setting.meaning and setting.check(setting.example) is None, setting.name


def test_operations_says_the_same_of_each() -> None:
    operations = (Path(__file__).parents[2] / ".github" / "OPERATIONS.md").read_text("utf-8")
    said = [line for line in operations.splitlines() if line.startswith("| `GAKJU_")]
    assert said == [f"| `{one.variable}` | `{one.name}` | {one.meaning} | `{one.example}` |" for one in SETTINGS]

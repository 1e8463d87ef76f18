"""Where does this archive live, and how is it served? Read once: command line, then environment (GAKJU_), then a file.

The file is TOML: the one that is named, or `gakju.toml` in the home. `SETTINGS` is the one table of all there is, and
OPERATIONS.md says the same.
"""

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import urlsplit

from archive.errors import SettingError

PREFIX = "GAKJU_"
FILE = "gakju.toml"
LIKE = 0.7  # HOM is HOME, DB_URL is BASE_URL or so; HOST (a name that Kubernetes gives) is none of ours


@dataclass(frozen=True, slots=True)
class Settings:
    """`home` holds database and index; `base_url` is the public address of the archive, None on a lone computer.

    `database_url` names another database than the home's own SQLite file, as SQLAlchemy writes it; `admin_email` is the
    address of mail that libraries are told which harvest the archive.
    """

    home: Path = Path("gakju-home")
    base_url: str | None = None
    database_url: str | None = None
    admin_email: str | None = None

    def permalink(self, address: str) -> str:
        """The link of an address: whole where the archive's public address is known, else its path."""
        return f"{self.base_url or ''}/{'p' if '-' in address else 'd'}/{address}"

    @classmethod
    def read(
        cls, environment: Mapping[str, str] | None = None, home: str | None = None, config: str | None = None
    ) -> "Settings":
        """The settings of this process; `home` and `config` (a file) given on the command line win.

        Raises:
            SettingError: a value cannot be used, a name is a slip, the file cannot be read; it is named.
        """
        values = {given.setting.name: given for given in read_all(environment, home, config)}
        return cls(
            folder(values["home"].value or "", values["home"].called),
            (values["base_url"].value or "").rstrip("/") or None,
            values["database_url"].value or None,
            values["admin_email"].value or None,
        )


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its key in the file, which in capitals after GAKJU_ is its variable; `check` gives what is wrong."""

    name: str
    meaning: str
    example: str
    check: Callable[[str], str | None]
    default: str | None = None
    secret: bool = False  # it may hold a password

    @property
    def variable(self) -> str:
        return PREFIX + self.name.upper()


@dataclass(frozen=True, slots=True)
class Given:
    """What a setting is (None: not set), and where that was said; `called` is its name there."""

    setting: Setting
    value: str | None
    origin: str
    called: str

    def __str__(self) -> str:
        if self.value is None:
            return "not set"
        return masked(self.value) if self.setting.secret else self.value


def read_all(
    environment: Mapping[str, str] | None = None, home: str | None = None, config: str | None = None
) -> tuple[Given, ...]:
    """Every setting, in the order of the table.

    Raises:
        SettingError: as `Settings.read`.
    """
    env = os.environ if environment is None else environment
    _refuse_slips(env)
    named = config or env.get(PREFIX + "CONFIG")
    held = _held(folder(named, PREFIX + "CONFIG")) if named else {}
    place = home or env.get(PREFIX + "HOME") or (held["home"].value if "home" in held else None)
    if not named:
        held = _held(folder(place or "gakju-home", PREFIX + "HOME") / FILE, missing=True)
    given = tuple(_given(setting, env, {"home": home}, held) for setting in SETTINGS)
    for one in given:
        if one.value is not None and (wrong := one.setting.check(one.value)):
            raise SettingError(f'{one.called} is "{one}": {wrong}')
    return given


def _given(
    setting: Setting, env: Mapping[str, str], line: Mapping[str, str | None], held: Mapping[str, Given]
) -> Given:
    if value := line.get(setting.name):
        return Given(setting, value, "command line", f"--{setting.name}")
    if value := env.get(setting.variable):
        return Given(setting, value, "environment", setting.variable)
    return held.get(setting.name) or Given(setting, setting.default, "default", setting.variable)


def _held(path: Path, missing: bool = False) -> dict[str, Given]:
    """What the file holds; with `missing` it may be absent."""
    try:
        text = path.read_text("utf-8")
        values = tomllib.loads(text)
    except (FileNotFoundError, NotADirectoryError) as error:
        if missing:
            return {}
        raise SettingError(f"{path} is not there: name a file that exists with --config") from error
    except OSError as error:
        if missing:  # the home itself cannot be looked into: who opens it says so
            return {}
        raise SettingError(f"{path} cannot be read: {error.strerror}; change its rights or name another") from error
    except ValueError as error:  # no TOML, or not UTF-8
        raise SettingError(f"{path} is no TOML in UTF-8: {error}") from error
    held, known = {}, {setting.name: setting for setting in SETTINGS}
    for key, value in values.items():
        line = next((n for n, row in enumerate(text.splitlines(), 1) if re.match(rf'\s*"?{re.escape(key)}\b', row)), 1)
        called = f"{path}, line {line}: {key}"
        if key not in known or (missing and key == "home"):
            raise SettingError(f"{called} is no setting{_meant(key, known)}; known here: {', '.join(known)}")
        if not isinstance(value, str):
            raise SettingError(f'{called} is no text: write {key} = "{known[key].example}"')
        if value:
            held[key] = Given(known[key], value, f"{path}, line {line}", called)
    return held


def _refuse_slips(env: Mapping[str, str]) -> None:
    """Refuses a variable that is almost one of ours. Others are let be: systems make some from a service's name."""
    for name in unknown(env):
        known = [one.name.upper() for one in SETTINGS] + ["CONFIG"]
        if like := get_close_matches(name.removeprefix(PREFIX).upper(), known, 1, LIKE):
            raise SettingError(f"{name} is no setting: {PREFIX}{like[0]} is the likely one; rename it or unset it")


def unknown(environment: Mapping[str, str] | None = None) -> list[str]:
    """The variables with our prefix that mean nothing here."""
    env = os.environ if environment is None else environment
    known = {PREFIX + "CONFIG", *(setting.variable for setting in SETTINGS)}
    return sorted(name for name in env if name.startswith(PREFIX) and name not in known)


def _meant(key: str, known: Mapping[str, Setting]) -> str:
    like = get_close_matches(key.lower(), known, 1, LIKE)
    return f": {like[0]} is the likely one" if like else ""


def folder(value: str, called: str) -> Path:
    """The whole path that a value names.

    Raises:
        SettingError: it names none: no such user, a circle of links.
    """
    try:
        return Path(value).expanduser().resolve()
    except (OSError, RuntimeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise SettingError(f'{called} is "{value}": {reason}; give the whole path of a folder') from error


def masked(value: str) -> str:
    """An address of a database without its password, wherever in it that stands; malformed ones too."""
    value = re.sub(r"(?i)((?:password|passfile)\s*=\s*)[^&\s]*", r"\1***", value)
    if "://" not in value:
        return re.sub(r"(?s).*@", "***@", value)
    return re.sub(r"(?s)(://[^:/@?#\s]*):.*@", r"\1:***@", value)


def _base_url(value: str) -> str | None:
    wrong = "give an address like https://archive.example.org/gakju"
    try:
        parts = urlsplit(value)
        ready = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:  # a bracket that is left open, a port that is no number
        return wrong
    return None if ready and not (parts.query or parts.fragment or re.search(r"[\s\\@]", value)) else wrong


def _database_url(value: str) -> str | None:
    if re.match(r"sqlite:///(?!:memory:).|postgresql(\+psycopg)?://.", value):
        return None
    return "give postgresql+psycopg://USER@HOST/NAME or sqlite:///PATH"


def _admin_email(value: str) -> str | None:
    # No more is asked than that a harvester may take it. Source: OAI-PMH.xsd, emailType.
    right = re.fullmatch(r"[^\s@]+@([^\s@.]+\.)+[^\s@.]+", value)
    return None if right else "give an address like archive@example.org"


SETTINGS = (
    Setting("home", "folder of database and index; made by `gakju index`", "/srv/gakju", lambda _: None, "gakju-home"),
    Setting("base_url", "public address of the archive", "https://archive.example.org/gakju", _base_url),
    Setting(
        "database_url",
        "another database than the home's own SQLite file",
        "postgresql+psycopg://gakju@localhost/gakju",
        _database_url,
        secret=True,
    ),
    Setting("admin_email", "address of mail that harvesting libraries are told", "archive@example.org", _admin_email),
)

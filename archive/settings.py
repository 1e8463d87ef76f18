"""Where does this archive live, and how is it served? Read once, from the environment, prefix GAKJU_."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from archive.errors import SettingError

PREFIX = "GAKJU_"


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
    def read(cls, environment: Mapping[str, str] | None = None, home: str | None = None) -> "Settings":
        """The settings of this process; `home` given on the command line wins.

        Raises:
            SettingError: a value cannot be used; it is named.
        """
        env = os.environ if environment is None else environment
        place = home or env.get(PREFIX + "HOME") or "gakju-home"
        return cls(
            Path(place).expanduser().resolve(),
            _base_url(env.get(PREFIX + "BASE_URL")),
            _database_url(env),
            _admin_email(env.get(PREFIX + "ADMIN_EMAIL")),
        )


def _base_url(value: str | None) -> str | None:
    if not value:
        return None
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise SettingError(f'GAKJU_BASE_URL is "{value}": give an address like https://archive.example.org/gakju')
    return value.rstrip("/")


def _database_url(env: Mapping[str, str]) -> str | None:
    value = env.get(PREFIX + "DATABASE_URL")
    if value and not value.startswith(("sqlite:", "postgresql")):
        raise SettingError(
            f'GAKJU_DATABASE_URL is "{value}": give postgresql+psycopg://USER@HOST/NAME or sqlite:///PATH'
        )
    return value or None


def _admin_email(value: str | None) -> str | None:
    # No more is asked than that a harvester may take it. Source: OAI-PMH.xsd, emailType.
    if value and not re.fullmatch(r"[^\s@]+@([^\s@.]+\.)+[^\s@.]+", value):
        raise SettingError(f'GAKJU_ADMIN_EMAIL is "{value}": give an address like archive@example.org')
    return value or None

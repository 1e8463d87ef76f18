"""The lock files hold what pyproject.toml asks for, each package at one exact version with checksums.

A range that a lock file no longer meets, or a dependency it has not heard of, would install what nobody tested.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCKS = {".requirements.txt": ("postgres",), ".requirements-test.txt": ("test",)}


def pins(name: str) -> Iterator[tuple[Requirement, str]]:
    """Each requirement of a lock file, and the lines of checksums below it."""
    for entry in re.split(r"\n(?=\S)", (ROOT / name).read_text("utf-8").strip()):
        requirement, _, checksums = entry.partition(" \\\n")
        yield Requirement(requirement), checksums


def asked(extras: tuple[str, ...]) -> list[Requirement]:
    lines = [*PROJECT["dependencies"], *(line for extra in extras for line in PROJECT["optional-dependencies"][extra])]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_has_one_version_and_its_checksums(name: str) -> None:
    for pin, checksums in pins(name):
        assert [one.operator for one in pin.specifier] == ["=="], str(pin)
        assert re.fullmatch(r"(\s*--hash=sha256:[0-9a-f]{64}(\s\\)?)+", checksums), str(pin)


@pytest.mark.parametrize("name, extras", LOCKS.items())
def test_what_the_project_asks_for_is_met(name: str, extras: tuple[str, ...]) -> None:
    held = {canonicalize_name(pin.name): next(iter(pin.specifier)).version for pin, _ in pins(name)}
    for requirement in asked(extras):
        version = held.get(canonicalize_name(requirement.name))
        assert version and requirement.specifier.contains(version), f"{requirement} in {name}: {version}"


def test_the_tests_run_on_what_users_have() -> None:
    users, testers = ({str(pin) for pin, _ in pins(name)} for name in LOCKS)
    assert users <= testers

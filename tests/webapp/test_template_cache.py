"""The code of templates is kept from one start to the next, and made anew for whatever it depends on."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from webapp.template_cache import TemplateCache, keep_code

TEXT = "{% if name %}\n{{ name }}\n{% endif %}"


def rendered(folder: Path, **options: bool) -> str:
    environment = Environment(loader=FileSystemLoader(folder), autoescape=True, **options)
    keep_code(environment, folder)
    return environment.get_template("page.html").render(name="각주")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    (tmp_path / "page.html").write_text(TEXT, "utf-8")
    return tmp_path


def test_a_template_is_made_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rendered(folder) == "\n각주\n"
    monkeypatch.setattr(Environment, "compile", lambda *_: pytest.fail("it was made again"))
    assert rendered(folder) == "\n각주\n"


def test_another_text_and_other_options_are_made_anew(folder: Path) -> None:
    assert rendered(folder) == "\n각주\n"
    assert rendered(folder, trim_blocks=True) == "각주\n"
    (folder / "page.html").write_text("{{ name }}은 note", "utf-8")
    assert rendered(folder) == "각주은 note"


def test_code_of_another_jinja_is_not_taken(folder: Path) -> None:
    one, other = TemplateCache(folder, "3.1"), TemplateCache(folder, "3.2")
    assert one.get_source_checksum(TEXT) != other.get_source_checksum(TEXT)


def test_where_nothing_can_be_written_nothing_is_kept(folder: Path) -> None:
    (folder / "__pycache__").write_text("a file where the folder would be", "utf-8")
    assert rendered(folder) == "\n각주\n"


def test_who_wants_no_code_of_python_kept_wants_none_of_templates(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert rendered(folder) == "\n각주\n"
    assert not (folder / "__pycache__").exists()

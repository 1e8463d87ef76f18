"""The arrows hold: indexer -> archive <- webapp, engines' libraries each in one module, modules and functions short."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("archive", "indexer", "webapp")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def named(path: Path) -> Iterator[str]:
    """Everything that is imported, with the names taken from it: a module may be one of them."""
    yield from imports(path)
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("package, forbidden", [("archive", {"indexer", "webapp"}), ("indexer", {"webapp"}), ("webapp", {"indexer"})])
def test_no_arrow_points_back(package: str, forbidden: set[str]) -> None:
    crossed = {
        f"{path.relative_to(ROOT)} imports {name}"
        for path in (ROOT / package).rglob("*.py")
        for name in imports(path)
        if name.split(".")[0] in forbidden
    }
    assert crossed == set()


@pytest.mark.parametrize("library, only", [
    ("whoosh", ["archive/engine/whoosh.py"]),
    ("kiwipiepy", ["archive/korean.py"]),
    ("pypinyin", ["archive/sounds/chinese.py"]),
    ("Stemmer", ["archive/stemming.py"]),
    ("flask", None),
    ("bs4", None),
])  # fmt: skip
def test_a_library_is_imported_where_it_belongs(library: str, only: list[str] | None) -> None:
    found = [str(path.relative_to(ROOT)) for path in MODULES if library in {name.split(".")[0] for name in imports(path)}]
    if only is None:
        package = {"flask": "webapp", "bs4": "indexer"}[library]
        assert found
        assert all(path.startswith(package + "/") for path in found)
    else:
        assert found == only


STORE = ROOT / "archive" / "store"
OUTSIDE = [path for path in MODULES if STORE not in path.parents]


def test_sql_is_the_store_s_alone() -> None:
    assert [str(path.relative_to(ROOT)) for path in OUTSIDE if "sqlalchemy" in {name.split(".")[0] for name in imports(path)}] == []


def test_the_store_is_met_at_its_face() -> None:
    """Its modules are imported by none but each other, and its transactions are begun and ended inside."""
    behind = {f"archive.store.{path.stem}" for path in STORE.glob("*.py")} - {"archive.store.__init__"}
    entered = {f"{path.relative_to(ROOT)} imports {name}" for path in OUTSIDE for name in named(path) if name in behind}
    begun = {
        f"{path.relative_to(ROOT)}, line {node.lineno}"
        for path in OUTSIDE
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("reading", "writing")
    }
    assert entered | begun == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_opens_with_its_question_and_stays_short(path: Path) -> None:
    text = path.read_text("utf-8")
    if text.strip():
        assert ast.get_docstring(ast.parse(text)), "a module opens with a docstring"
    assert text.count("\n") <= 400


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_functions_are_at_most_sixty_lines(path: Path) -> None:
    long = [
        f"{node.name} ({node.end_lineno - node.lineno + 1})"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno and node.end_lineno - node.lineno >= 60
    ]
    assert long == []


def test_every_packaged_folder_is_declared() -> None:
    import tomllib

    declared = set(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["packages"])
    assert declared == {str(path.parent.relative_to(ROOT)).replace("/", ".") for path in MODULES}

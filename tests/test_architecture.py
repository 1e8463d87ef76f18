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


@pytest.mark.parametrize(
    "package, forbidden", [("archive", {"indexer", "webapp"}), ("indexer", {"webapp"}), ("webapp", {"indexer"})]
)
def test_no_arrow_points_back(package: str, forbidden: set[str]) -> None:
    crossed = {
        f"{path.relative_to(ROOT)} imports {name}"
        for path in (ROOT / package).rglob("*.py")
        for name in imports(path)
        if name.split(".")[0] in forbidden
    }
    assert crossed == set()


def modules_imported(path: Path) -> Iterator[str]:
    """The modules of ours that a module imports, within functions too: `from a import b` may name the module a.b."""
    known = {name(module) for module in MODULES}
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            inner = {f"{node.module}.{alias.name}" for alias in node.names} & known
            yield from inner or {node.module} & known


def name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def test_no_circle_of_modules_in_indexer() -> None:
    arrows = {name(path): set(modules_imported(path)) for path in MODULES if path.is_relative_to(ROOT / "indexer")}
    while leaves := {module for module, targets in arrows.items() if not targets & arrows.keys()}:
        arrows = {module: targets for module, targets in arrows.items() if module not in leaves}
    assert arrows == {}


@pytest.mark.parametrize(
    "library, only",
    [
        ("whoosh", ["archive/engine/whoosh.py"]),
        ("kiwipiepy", ["archive/text/morphology.py"]),
        ("pypinyin", ["archive/phonetics/chinese.py"]),
        ("Stemmer", ["archive/text/stems.py"]),
        ("flask", None),
        ("bs4", None),
    ],
)
def test_a_library_is_imported_where_it_belongs(library: str, only: list[str] | None) -> None:
    found = [
        str(path.relative_to(ROOT)) for path in MODULES if library in {name.split(".")[0] for name in imports(path)}
    ]
    if only is None:
        package = {"flask": "webapp", "bs4": "indexer"}[library]
        assert found
        assert all(path.startswith(package + "/") for path in found)
    else:
        assert found == only


STORE = ROOT / "archive" / "store"
OUTSIDE = [path for path in MODULES if STORE not in path.parents]


def test_sql_is_the_store_s_alone() -> None:
    assert [
        str(path.relative_to(ROOT))
        for path in OUTSIDE
        if "sqlalchemy" in {name.split(".")[0] for name in imports(path)}
    ] == []


def test_the_store_is_met_at_its_face() -> None:
    """Its modules are imported by none but each other, and its transactions are begun and ended inside."""
    behind = {f"archive.store.{path.stem}" for path in STORE.glob("*.py")} - {"archive.store.__init__"}
    entered = {f"{path.relative_to(ROOT)} imports {name}" for path in OUTSIDE for name in named(path) if name in behind}
    begun = {
        f"{path.relative_to(ROOT)}, line {node.lineno}"
        for path in OUTSIDE
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("reading", "writing")
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
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno
        and node.end_lineno - node.lineno >= 60
    ]
    assert long == []


def test_a_view_is_at_most_fifteen_lines_and_answers_in_one_way() -> None:
    """It opens, builds and renders; whatever else may come of an address is raised."""
    tree = ast.parse((ROOT / "webapp/views.py").read_text("utf-8"))
    views = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.decorator_list]
    assert [view.name for view in views if view.end_lineno and view.end_lineno - view.lineno >= 15] == []
    assert {ast.unparse(view.returns) for view in views if view.returns} == {"Response"}


def test_nothing_in_the_web_application_takes_a_type_of_surroundings_twice() -> None:
    """A link of an old state would lead to the text of today, and no type would tell."""
    confused = [
        f"{path.name}: {node.name}"
        for path in (ROOT / "webapp").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
        and sum(
            ast.unparse(one.annotation) in ("Frame", "View", "Opened", "Place")
            for one in node.args.args
            if one.annotation
        )
        > 1
    ]
    assert confused == []


def test_every_packaged_folder_is_declared() -> None:
    import tomllib

    declared = set(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["packages"])
    assert declared == {str(path.parent.relative_to(ROOT)).replace("/", ".") for path in MODULES}

"""The rules of the house, held over the syntax trees: who may import whom, what a room hands on, how things are named.

`LAYERS` names the rooms of each package from the ground up: a room imports only from rooms to its left. Imports inside
functions and under TYPE_CHECKING count like any other. Inside a room no two modules import each other in a circle.
"""

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("archive", "indexer", "webapp")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))

LAYERS: Mapping[str, tuple[str, ...]] = {
    "archive": (
        "errors", "deadline", "settings", "text", "model", "terms", "citing", "knowledge", "phonetics", "tokens",
        "analyzer", "vocabulary", "alignment", "query", "engine", "store", "sources", "index", "export", "search",
        "suggest", "history", "open", "takedown", "soundness", "assistants", "cli",
    ),
    "indexer": (
        "lines", "citations", "structure", "notes", "markup", "assembly", "typeset", "readers", "files", "catalogue",
        "sandbox", "ingest", "best_form", "lookahead", "file_records", "report", "run", "cli",
    ),
    "webapp": (
        "languages", "dates", "view_models", "urls", "snippets", "texts", "template_cache", "compression", "assets",
        "memory", "site", "components", "errors", "validators", "attachment", "middleware", "help", "search",
        "document", "passage", "sources", "saved_list", "history", "problems", "views", "xml_tree", "feeds", "oai",
        "openapi", "program_views", "cross_origin", "__init__", "server", "cli",
    ),
}  # fmt: skip

# Which package may import which of the others.
ARROWS = {"archive": set(), "indexer": {"archive"}, "webapp": {"archive"}}

# A library, and the one room or package that may import it; one of each package.
LIBRARIES: Mapping[str, str | tuple[str, ...]] = {
    "numpy": ("archive.engine", "archive.store.sketch"),
    "whoosh": "archive.engine.whoosh",
    "kiwipiepy": "archive.text.kiwi_analysis",
    "pypinyin": "archive.phonetics.chinese",
    "rjieba": "archive.text.chinese",
    "opencc": "archive.text.chinese",
    "sqlalchemy": "archive.store",
    "zstandard": ("archive.store.compression", "webapp.compression"),
    "flask": "webapp",
    "bs4": "indexer",
    "pypdfium2": "indexer.readers.pdf",
    "waitress": "webapp.server",
    "lxml": "indexer.readers.office",
    "olefile": "indexer.readers.office.compound",
    "mcp": "archive.assistants.server",
    "cryptography": "indexer.readers.office.distribution",
}


@dataclass(frozen=True, slots=True)
class Import:
    """One name taken from a module of the project (or, with `name` "", a module taken whole)."""

    by: str
    module: str
    name: str


def dotted(path: Path) -> str:
    return str(path.relative_to(ROOT).with_suffix("")).replace("/", ".").removesuffix(".__init__")


NAMES = {dotted(path): path for path in MODULES}
ROOMS = {name for name, path in NAMES.items() if path.name == "__init__.py" and "." in name}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Every node of a file's syntax tree."""
    return tuple(ast.walk(tree(path)))


def taken(path: Path) -> Iterator[tuple[str, str]]:
    """(module, name) of every import of a file, relative ones refused; name "" for a module taken whole."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative imports hide who imports whom"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield (whole, "") if whole in NAMES else (node.module or "", alias.name)


IMPORTS = [Import(by, module, name) for by, path in NAMES.items() for module, name in taken(path) if module in NAMES]


def room(module: str) -> str:
    """The room of a module in its package: "search" of archive.search.planner, "analyzer" of archive.analyzer."""
    return module.split(".")[1] if "." in module else "__init__"


def test_every_room_has_its_place_in_the_layers() -> None:
    standing = {package: {room(name) for name in NAMES if name.split(".")[0] == package} for package in PACKAGES}
    empty = {"archive": {"__init__"}, "indexer": {"__init__"}, "webapp": set[str]()}  # a docstring and nothing else
    assert {package: standing[package] - empty[package] for package in PACKAGES} == {
        p: set(LAYERS[p]) for p in PACKAGES
    }


def test_a_room_imports_only_from_rooms_below_it() -> None:
    wrong = []
    for one in IMPORTS:
        package, other = one.by.split(".")[0], one.module.split(".")[0]
        if package != other:
            if other not in ARROWS[package]:
                wrong.append(f"{one.by} imports {one.module}")
        elif room(one.by) != room(one.module):
            order = LAYERS[package]
            if order.index(room(one.module)) > order.index(room(one.by)):
                wrong.append(f"{one.by} imports {one.module}")
    assert sorted(set(wrong)) == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    edges: dict[str, set[str]] = defaultdict(set)
    for one in IMPORTS:
        if one.by not in ROOMS and one.module != one.by:  # a face imports its own modules, and they never import it
            edges[one.by].add(one.module)
    done: set[str] = set()

    def circle(name: str, path: tuple[str, ...]) -> tuple[str, ...]:
        if name in path:
            return (*path[path.index(name) :], name)
        if name in done:
            return ()
        found = next(filter(None, (circle(other, (*path, name)) for other in sorted(edges[name]))), ())
        done.add(name)
        return found

    assert list(filter(None, (circle(name, ()) for name in sorted(NAMES)))) == []


def test_a_room_is_entered_by_its_face() -> None:
    """Its names, and its modules taken whole, come from the room: `from archive.text import fold, quantities`."""
    behind = set()
    for by, path in NAMES.items():
        for node in nodes(path):
            module = node.module if isinstance(node, ast.ImportFrom) else None
            face = (module or "").rpartition(".")[0]
            if face in ROOMS and module not in ROOMS and not f"{by}.".startswith(f"{face}."):
                behind.add(f"{by} imports from {module}: let {face} hand it on")
    assert sorted(behind) == []


def test_a_face_hands_on_what_others_take_and_does_nothing_else() -> None:
    used = {taken for path in MODULES for taken in plainly(path)}
    assert ROOMS
    for face in sorted(ROOMS):
        body = tree(NAMES[face]).body
        handed = {
            alias.asname or alias.name for node in body if isinstance(node, ast.ImportFrom) for alias in node.names
        }
        assert {name for name in handed if (face, name) not in used} == set(), face
        assert [node for node in body if not isinstance(node, ast.ImportFrom)] == body[:1], (
            f"{face}: a docstring and imports"
        )


def plainly(path: Path) -> Iterator[tuple[str, str]]:
    """(module, name) of every `from module import name`, as written."""
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)


@pytest.mark.parametrize("library, only", LIBRARIES.items())
def test_a_library_is_imported_where_it_belongs(library: str, only: str | tuple[str, ...]) -> None:
    found = {name for name, path in NAMES.items() if library in {module.split(".")[0] for module, _ in taken(path)}}
    assert found
    places = tuple(f"{place}." for place in ((only,) if isinstance(only, str) else only))
    assert {name for name in found if not f"{name}.".startswith(places)} == set()


# Class names that may stand twice, and why.
TWICE: Mapping[str, str] = {}


def test_a_class_name_stands_once() -> None:
    names = Counter(node.name for path in MODULES for node in tree(path).body if isinstance(node, ast.ClassDef))
    assert {name for name, times in names.items() if times > 1} == set(TWICE)


# What a module may be called: the nouns of the field, and the verbs of which it keeps the field's own noun of action.
GERUNDS = frozenset({"binding", "decoding", "folding", "listing", "spacing"})


def test_a_module_is_called_by_a_noun() -> None:
    """Drawers (utils, helpers …) and words in -ing say what is done, not what lives here, but for the field's nouns."""
    drawers = {
        "utils", "util", "helpers", "common", "misc", "base_", "manager", "handler", "process", "data", "core", "stuff",
    }  # fmt: skip
    names = {path.stem for path in MODULES}
    assert names & drawers == set()
    assert {name for name in names if name.endswith("ing")} == GERUNDS


# Words that no stranger would take for what is meant, and what to say in their place.
DIALECT: Mapping[str, str] = {
    "told": "seen, known",
    "asked": "query, request",
    "wanted": "required, needed",
    "tells": "what it says",
    "healed": "joined",
    "secondlook": "what is done",
    "reading": "document, extraction, read_transaction",
    "readings": "documents",
}


def identifiers(path: Path) -> Iterator[tuple[str, int]]:
    """Every name that a file gives or uses, with its line."""
    fields = {ast.Name: "id", ast.arg: "arg", ast.keyword: "arg", ast.Attribute: "attr", ast.alias: "asname"}
    for node in nodes(path):
        name = getattr(node, fields.get(type(node), "name"), None)  # "name": of functions, classes and what is caught
        if isinstance(name, str):
            yield name, getattr(node, "lineno", 0)


def test_no_identifier_is_in_dialect() -> None:
    """But for the readings of Chinese characters, which everybody calls so."""
    found = {
        f"{path.relative_to(ROOT)}:{line} {name}: say {DIALECT[word]}"
        for path in MODULES
        for name, line in identifiers(path)
        for word in {name.casefold(), *map(str.casefold, re.findall("[A-Z]?[a-z]+|[A-Z]+", name))}
        if word in DIALECT
        and not (word.startswith("reading") and (room(dotted(path)) == "phonetics" or "hanja" in name))
    }
    assert sorted(found) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_opens_with_its_question_and_stays_short(path: Path) -> None:
    assert ast.get_docstring(tree(path)), "a module opens with a docstring"
    assert path.read_text("utf-8").count("\n") <= 400


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_functions_are_at_most_sixty_lines(path: Path) -> None:
    long = [
        f"{node.name} ({node.end_lineno - node.lineno + 1})"
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno
        and node.end_lineno - node.lineno >= 60
    ]
    assert long == []


# Modules without a test of their own: constants, tables and values, without a function or a method.
NOTHING_RUNS = frozenset({
    "archive/query/limits.py", "archive/store/outcomes.py", "indexer/readers/office/flow.py",
})  # fmt: skip


def test_a_module_without_a_test_has_nothing_to_run() -> None:
    runs = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
    assert [path for path in NOTHING_RUNS if any(isinstance(node, runs) for node in nodes(ROOT / path))] == []


def test_every_module_has_a_test_of_its_own() -> None:
    """tests/archive/search/test_planner.py is for archive/search/planner.py, and imports it or its room."""
    without = []
    for path in MODULES:
        name, test = dotted(path), ROOT / "tests" / path.relative_to(ROOT).with_name(f"test_{path.stem}.py")
        words = name.startswith(("webapp.texts.", "webapp.view_models."))
        if path.name == "__init__.py" or path.relative_to(ROOT).as_posix() in NOTHING_RUNS or words:
            continue
        if not test.is_file() or not {name, name.rpartition(".")[0]} & {m for m, _ in plainly(test)} | {
            f"{m}.{n}" for m, n in plainly(test)
        }:
            without.append(name)
    assert without == []


@pytest.mark.parametrize("path", sorted((ROOT / "webapp/view_models").glob("[!_]*.py")), ids=lambda path: path.stem)
def test_a_module_of_webapp_values_holds_values_only(path: Path) -> None:
    """Dataclasses without methods, enums, and unions of them; so nothing there wants a test of its own."""
    for node in tree(path).body[1:]:
        if isinstance(node, ast.ClassDef):
            made = {ast.unparse(one).split("(")[0] for one in (*node.decorator_list, *node.bases)}
            assert made & {"dataclass", "Enum", "StrEnum", "IntEnum"}, node.name
            assert [one.name for one in ast.walk(node) if isinstance(one, ast.FunctionDef)] == [], node.name
        elif isinstance(node, ast.Assign):
            assert isinstance(node.value, ast.BinOp) and isinstance(node.value.op, ast.BitOr), ast.unparse(node)
        else:
            assert isinstance(node, ast.Import | ast.ImportFrom), ast.unparse(node)


def test_a_view_is_at_most_fifteen_lines_and_answers_in_one_way() -> None:
    """It opens, builds and renders; whatever else may come of an address is raised."""
    views = [
        node
        for node in tree(ROOT / "webapp/views.py").body
        if isinstance(node, ast.FunctionDef) and node.decorator_list
    ]
    assert [view.name for view in views if view.end_lineno and view.end_lineno - view.lineno >= 15] == []
    assert {ast.unparse(view.returns) for view in views if view.returns} == {"Response"}


def test_nothing_in_the_web_application_takes_a_type_of_surroundings_twice() -> None:
    """A link of an old revision would lead to the text of today, and no type would tell."""
    surroundings = {"Frame", "View", "OpenDocument", "PassageContext"}
    inside = [(path, node) for path in (ROOT / "webapp").rglob("*.py") for node in nodes(path)]
    assert surroundings <= {node.name for _, node in inside if isinstance(node, ast.ClassDef)}
    confused = [
        f"{path.name}: {node.name}"
        for path, node in inside
        if isinstance(node, ast.FunctionDef)
        and sum(ast.unparse(one.annotation) in surroundings for one in node.args.args if one.annotation) > 1
    ]
    assert confused == []


def test_a_transaction_begins_and_ends_in_the_store() -> None:
    begun = {
        name
        for name, path in NAMES.items()
        for node in nodes(path)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("read_transaction", "write_transaction")
    }
    assert {room(name) for name in begun} == {"store"}, begun


def test_the_map_names_every_room_and_nothing_that_is_not_there() -> None:
    """.github/ARCHITECTURE.md, whose links would rot otherwise."""
    text = (ROOT / ".github" / "ARCHITECTURE.md").read_text("utf-8")
    for package in PACKAGES:
        chapter = text.split(f"## {package}\n")[1].split("\n## ")[0]
        named = {name.rstrip("/").removesuffix(".py") for name in re.findall(r"`([a-z_]+(?:/|\.py))`", chapter)}
        inside = {path.stem for path in (ROOT / package).rglob("*.py")}
        assert (
            set(LAYERS[package]) - {"errors", "settings", "__init__", "cli", "languages", "dates", "attachment"}
            <= named
        )
        assert named <= set(LAYERS[package]) | inside

"""An archive is opened with what its home knows: two in one process answer each by its own tables."""

from pathlib import Path

from archive.model.document import Block, BlockKind, Citation, Document, Line, Metadata, Note
from tests.archive.literal import Archive, archive, only_terms

TERM = "sample-boat,general,배,boat,лодка,,"  # the program's table in small: making ready all of it takes seconds
CITED = "「나루터의 하루」, 『보기항만신문』, 2024. 11. 1."
BRIEF = Document(
    Metadata(title="나루터", language="ko"),
    (Block(BlockKind.PARAGRAPH, "보기나룻터에 배가 섰다.", (1, 1)),),
    (Note("1", CITED, (2, 2), citations=(Citation(0, len(CITED), title="나루터의 하루", outlet="보기항만신문"),)),),
    (Line(1, "보기나룻터에 배가 섰다."), Line(2, CITED)),
)


def lay(home: Path, place: str, outlet: str) -> Path:
    """A home whose tables call the place so in English, and its newspaper so in Korean."""
    home.mkdir()
    (home / "terms.csv").write_text(f"id,kind,ko,en,ru,zh,abbr\nsample-quay,place,보기나룻터,{place},,,\n", "utf-8")
    (home / "outlets.toml").write_text(
        f'[[outlet]]\nid = "sample-{place}"\nko = "{outlet}"\nen = "Sample {place}"\nspellings = ["보기항만신문"]\n',
        "utf-8",
    )
    return home


def answers(made: Archive) -> dict[str, bool]:
    return {query: bool(made.found(query)) for query in ("quayside", "wharfage", "매체:강변일보", "매체:항구일보")}


def test_two_archives_in_one_process_answer_each_by_its_own_tables(tmp_path: Path) -> None:
    one, other = lay(tmp_path / "one", "quayside", "강변일보"), lay(tmp_path / "other", "wharfage", "항구일보")
    with (
        only_terms(TERM),
        archive(one, BRIEF) as first,
        archive(other, BRIEF) as second,
        archive(tmp_path / "bare", BRIEF) as bare,
    ):
        assert answers(first) == {"quayside": True, "wharfage": False, "매체:강변일보": True, "매체:항구일보": False}
        assert answers(second) == {"quayside": False, "wharfage": True, "매체:강변일보": False, "매체:항구일보": True}
        assert not any(answers(bare).values())
        assert first.rebuild() == second.rebuild() == bare.rebuild()
        assert answers(first) == {"quayside": True, "wharfage": False, "매체:강변일보": True, "매체:항구일보": False}

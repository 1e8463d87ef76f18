"""Which document a file is, when names change hands: what was written decides before what the file is called."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from archive.history import resolve
from archive.open import Archive
from archive.store import Store
from indexer.run import Build, Report

NOUNS = ["항구", "철도", "세관", "어선", "탄광", "다리", "부두", "창고", "온실", "제재소", "등대", "방파제"]
ENDS = ("겨울에 문을 닫았다.", "봄마다 새로 칠한다.", "밤에는 불을 끈다.", "다음 해에 옮겨 간다.", "열흘 동안 쉬었다.")
BOILERPLATE = (
    "이 주보는 극동의 물류와 수산에 관한 지난 한 주의 소식을 지역 신문에서 추려 모아 옮긴 것이다.",
    "환율은 매주 금요일 오후 여섯 시에 고시된 값을 따르며, 물가는 시장 세 곳을 돌아본 평균이다.",
    "실린 글의 견해는 글쓴이의 것이며 연구소의 공식 견해와 다를 수 있음을 미리 밝혀 둔다.",
    "다시 싣고자 하는 이는 편집실에 먼저 알리고, 출처와 호수를 함께 적어 주기를 바란다.",
    "구독을 원하는 이는 이름과 주소를 적어 편집실로 보내면 다음 호부터 받아 볼 수 있다.",
    "날씨와 파도의 높이는 항구의 관측소가 아침마다 재어 알린 숫자를 그대로 옮겨 적었다.",
)


def text(*seed: int) -> list[str]:
    """Eight paragraphs that no other seed shares."""
    place = "-".join(map(str, seed))
    return [
        f"{place}번 {NOUNS[(n * 5 + sum(seed)) % 12]}에서는 "
        f"{NOUNS[(n * 7 + seed[0]) % 12]}의 일꾼 {n + 3}명이 "
        f"{NOUNS[(n + 3 * seed[0]) % 12]}와 {NOUNS[(n * n + seed[-1]) % 12]} 사이를 오가다 {ENDS[(n + sum(seed)) % 5]}"
        for n in range(8)
    ]


class Folder:
    """A folder of files and the archive made of it; every address that was ever given is remembered with its words."""

    def __init__(self, root: Path) -> None:
        self.files, self.home = root / "files", root / "home"
        self.files.mkdir()
        self.store = Store.at(self.home)
        self.cited: dict[str, dict[str, str]] = {}

    def index(self, files: Mapping[str, list[str]]) -> Report:
        for old in self.files.iterdir():
            old.unlink()
        for name, paragraphs in files.items():
            (self.files / name).write_text("\n\n".join(paragraphs) + "\n", "utf-8")
        report = Build(Archive(self.store, self.home)).run([str(self.files)])
        assert report.failed == []
        for record in self.store.documents():
            passages = self.store.document(record.id).passages
            self.cited.setdefault(record.id, {str(p.address): p.text for p in passages})
        return report

    def lost(self) -> list[str]:
        """The words of addresses that are not answered with exactly these words."""
        return [
            words
            for addresses in self.cited.values()
            for address, words in addresses.items()
            if [one.text for one in resolve(self.store, address).current] != [words]
        ]

    def sources(self) -> list[str]:
        return sorted(record.source for record in self.store.documents())


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def changed(paragraphs: list[str], at: int = 3) -> list[str]:
    return [p.replace("일꾼", "일손") if n == at else p for n, p in enumerate(paragraphs)]


def test_two_files_swap_names_and_a_word_changes_in_each(folder: Folder) -> None:
    folder.index({"a.txt": text(1), "b.txt": text(2)})
    folder.index({"a.txt": changed(text(2)), "b.txt": changed(text(1))})
    assert folder.lost() == [text(1)[3], text(2)[3]]
    assert len(folder.sources()) == 2
    folder.index({"a.txt": text(1), "b.txt": text(2)})
    assert folder.lost() == []


def test_three_files_change_places(folder: Folder) -> None:
    folder.index({"a.txt": text(1), "b.txt": text(2), "c.txt": text(3)})
    folder.index({"a.txt": changed(text(2)), "b.txt": changed(text(3)), "c.txt": changed(text(1))})
    assert folder.lost() == [text(1)[3], text(2)[3], text(3)[3]]


def test_a_file_is_overwritten_while_its_text_moves(folder: Folder) -> None:
    folder.index({"a.txt": text(1), "b.txt": text(2)})
    report = folder.index({"a.txt": text(5), "b.txt": text(2), "old.txt": changed(text(1))})
    assert (folder.lost(), len(report.new)) == ([text(1)[3]], 1)
    assert folder.sources() == ["a.txt", "b.txt", "old.txt"]


def test_a_file_that_now_holds_another_text_says_so(folder: Folder) -> None:
    folder.index({"a.txt": text(1)})
    report = folder.index({"a.txt": text(5)})
    assert ["of its 8 passages are gone" in line for line in report.warnings] == [True]


@pytest.mark.parametrize("at_once", [True, False], ids=["at once", "one by one"])
def test_issues_of_a_series_are_documents_of_their_own(folder: Folder, at_once: bool) -> None:
    issues = {f"week{n}.txt": [*BOILERPLATE[:3], *text(n)[:3], *BOILERPLATE[3:]] for n in range(1, 5)}
    for last in range(4 if at_once else 1, 5):
        folder.index(dict(list(issues.items())[:last]))
    assert folder.sources() == sorted(issues)
    del issues["week1.txt"]
    folder.index({**issues, "week5.txt": [*BOILERPLATE[:3], *text(9)[:3], *BOILERPLATE[3:]]})
    assert len(folder.sources()) == 5
    assert folder.lost() == []


def test_a_renamed_and_revised_file_is_the_same_document(folder: Folder) -> None:
    folder.index({"a.txt": text(1), "b.txt": text(2)})
    report = folder.index({"final.txt": changed(text(1)), "b.txt": text(2)})
    assert (report.new, folder.lost()) == ([], [text(1)[3]])


def test_a_changed_copy_beside_its_original_is_another_document(folder: Folder) -> None:
    folder.index({"a.txt": text(1)})
    report = folder.index({"a.txt": text(1), "copy.txt": changed(text(1))})
    assert (len(report.new), len(report.alike), folder.lost()) == (1, 1, [])

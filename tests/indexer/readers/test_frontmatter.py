"""What stands in front matter, in each of its languages? All values are invented."""

import pytest

from indexer.readers.frontmatter import MarkdownHead, find_front_matter, front_matter


def pairs(text: str) -> list[tuple[str, str]]:
    found = find_front_matter(text.split("\n"))
    assert found is not None
    return list(front_matter(found))


def test_yaml_gives_a_pair_for_each_value_of_a_list() -> None:
    assert pairs("---\na: [b, 'c']\n# d: e\nf:\n  - g\n---") == [("a", "b"), ("a", "c"), ("f", "g")]


@pytest.mark.parametrize(
    "printed",
    [
        "author: 홍보기",
        'author: "홍보기"  # 쓴 이',
        "author:\n  name: 홍보기\n  email: a@example.org",
        "author:\n  - name: 홍보기\n    url: https://example.org",
        "author: {name: 홍보기, url: https://example.org}",
        "author: >-\n  홍보기",
    ],
)
def test_a_person_of_yaml_is_a_name(printed: str) -> None:
    assert ("author", "홍보기") in pairs(f"---\n{printed}\n---")
    assert [key for key, value in pairs(f"---\n{printed}\n---") if "example" in value and key == "author"] == []


def test_toml_and_json_are_read_whole() -> None:
    assert pairs('+++\ndate = 2017-01-21\nauthors = ["홍보기", "성예시"]\ndraft = true\n[a]\nb = 1\n+++') == [
        ("date", "2017-01-21"),
        ("authors", "홍보기"),
        ("authors", "성예시"),
    ]
    assert pairs('{\n"title": "항구",\n"author": {"name": "홍보기"}\n}') == [("title", "항구"), ("author", "홍보기")]
    assert pairs("+++\na = b = c\n+++") == []


@pytest.mark.parametrize("text", ["", "글이다.", "---\n글이다.\n---\n", "---\na: b\n", "+++", "{", "- a: b"])
def test_a_text_without_front_matter_has_none(text: str) -> None:
    assert find_front_matter(text.split("\n")) is None


def test_front_matter_ends_at_its_fence() -> None:
    assert find_front_matter(["---", "a: b", "...", "글"]) == MarkdownHead("---", "a: b", 3)

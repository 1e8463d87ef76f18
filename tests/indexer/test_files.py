"""Which files are found, in which order, and what is said of those that are not read."""

import os
from pathlib import Path
from unicodedata import normalize

import pytest

from archive.errors import SourceError
from indexer.files import find_sources, forms, read_bytes
from indexer.readers.decoding import MAX_BYTES


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{name}의 글\n")


def names(folder: Path) -> list[str]:
    return [os.path.relpath(source.path, folder) for source in find_sources([folder]).sources]


def test_files_are_found_in_the_order_of_their_paths(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.HTML", "a/b/c.jsonl", ".hidden.txt", ".git/x.txt", "나.txt", "가.htm")
    assert names(tmp_path) == ["a/b/c.jsonl", "a/z.HTML", "b.txt", "가.htm", "나.txt"]
    assert find_sources([tmp_path]) == find_sources([tmp_path / "a", tmp_path, tmp_path / "b.txt"])


def test_a_source_knows_its_size_time_and_name(tmp_path: Path) -> None:
    write(tmp_path, normalize("NFD", "전망.txt"))
    (source,) = find_sources([tmp_path]).sources
    about = os.stat(source.path)
    assert (source.name, source.size, source.mtime_ns) == ("전망.txt", about.st_size, about.st_mtime_ns)
    assert read_bytes(source) == Path(source.path).read_bytes()


def test_files_of_kinds_that_are_not_read_are_named_with_their_kind_and_the_way_out(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.xlsx", "c/d.JPG", "README", "~$a.txt")
    found = find_sources([tmp_path])
    assert [(os.path.relpath(one.path, tmp_path), one.kind and one.kind.name) for one in found.left_out] == [
        ("README", "files of other kinds"),
        ("b.xlsx", "spreadsheets"),
        ("c/d.JPG", "images"),
        ("~$a.txt", "traces of open documents and systems"),
    ]
    assert found.left_out[2].message.startswith(f"{tmp_path}/c/d.JPG is not read (images): an image holds no text: ")
    assert [source.name for source in found.sources] == ["a.txt"] and not found.errors


def test_a_form_that_has_no_reader_is_left_out_with_its_side_file(tmp_path: Path) -> None:
    """Whichever of the forms have readers: what is found of a lone file is that it is read, or why it is not."""
    write(tmp_path, "lone.hwp", "lone.toml")
    found = find_sources([tmp_path])
    assert len(found.sources) + len(found.left_out) == 1 and not found.errors


def test_side_files_and_defaults_belong_to_their_documents(tmp_path: Path) -> None:
    write(tmp_path, "_defaults.toml", "a/_defaults.toml", "a/b/brief.txt", "a/b/brief.toml", "a/b/other.txt")
    for paths in ([tmp_path], [tmp_path / "a/b"], [tmp_path / "a/b/brief.txt", tmp_path / "a/b/other.txt"]):
        brief, other = find_sources(paths).sources
        assert brief.side is not None and brief.side.path == str(tmp_path / "a/b/brief.toml") and other.side is None
        assert [side.path for side in brief.defaults] == [f"{tmp_path}/_defaults.toml", f"{tmp_path}/a/_defaults.toml"]


def test_a_side_file_without_its_document_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.toml")
    (error,) = find_sources([tmp_path]).errors
    assert "b.toml stands beside no document" in error.message


def test_loops_of_links_end_and_each_folder_is_entered_once(tmp_path: Path) -> None:
    write(tmp_path, "z/a.txt", "z/y/b.txt")
    (tmp_path / "z/y/up").symlink_to(tmp_path / "z")
    (tmp_path / "a").symlink_to(tmp_path / "z")
    (tmp_path / "self").symlink_to("self")
    (tmp_path / "gone.txt").symlink_to("nowhere")
    assert names(tmp_path) == ["z/a.txt", "z/y/b.txt"]
    assert [error.message for error in find_sources([tmp_path]).errors] == [
        f"{tmp_path}/gone.txt cannot be read: No such file or directory",
        f"{tmp_path}/self cannot be read: Too many levels of symbolic links",
    ]


def test_a_link_out_of_the_folder_is_said_and_followed_only_where_that_is_asked(tmp_path: Path) -> None:
    write(tmp_path, "there/a.txt", "there/secret.txt", "here/b.txt", "here/c/d.txt")
    for link, target in {
        "here/link": "there", "here/one.txt": "there/secret.txt", "here/b.toml": "there/secret.txt",
        "here/_defaults.toml": "there/secret.txt", "here/gone.txt": "there/nothing", "here/same": "here/c",
    }.items():  # fmt: skip
        (tmp_path / link).symlink_to(tmp_path / target)
    found = find_sources([tmp_path / "here"])
    assert [source.path.removeprefix(f"{tmp_path}/") for source in found.sources] == ["here/b.txt", "here/c/d.txt"]
    assert all(source.side is None and source.defaults == () for source in found.sources)
    said = [one.path.removeprefix(f"{tmp_path}/here/") for one in found.left_out]
    assert said == ["_defaults.toml", "b.toml", "gone.txt", "link", "one.txt"]
    assert all("links that lead out" in one.message and "--follow-links" in one.message for one in found.left_out)
    followed = find_sources([tmp_path / "here"], follow_links=True)
    assert names(tmp_path / "here") == ["b.txt", "c/d.txt"]
    assert [source.name for source in followed.sources] == ["b.txt", "d.txt", "a.txt", "secret.txt", "one.txt"]


def test_a_link_that_was_named_is_followed_and_so_is_one_into_another_folder_that_was_named(tmp_path: Path) -> None:
    write(tmp_path, "there/a.txt", "here/b.txt")
    (tmp_path / "named").symlink_to(tmp_path / "there")
    (tmp_path / "here/a.txt").symlink_to(tmp_path / "there/a.txt")
    assert [source.path for source in find_sources([tmp_path / "named"]).sources] == [f"{tmp_path}/named/a.txt"]
    assert [source.name for source in find_sources([tmp_path / "here/a.txt"]).sources] == ["a.txt"]
    both = find_sources([tmp_path / "here", tmp_path / "there"])
    assert len(both.sources) == 3 and not both.left_out


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_what_became_a_pipe_since_the_walk_is_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (source,) = find_sources([tmp_path]).sources
    (tmp_path / "a.txt").unlink()
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(SourceError, match="cannot be read: it is no regular file"):
        read_bytes(source)


def test_a_folder_without_rights_is_said_and_the_rest_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt", "closed/b.txt", "open/c.txt")
    (tmp_path / "closed").chmod(0)
    scandir = os.scandir

    def refusing(folder: str) -> object:  # root may read everything: the system's refusal is played
        if folder.endswith("closed"):
            raise PermissionError(13, "Permission denied", folder)
        return scandir(folder)

    if os.geteuid() == 0:
        monkeypatch.setattr(os, "scandir", refusing)
    found = find_sources([tmp_path])
    (tmp_path / "closed").chmod(0o755)
    assert [source.name for source in found.sources] == ["a.txt", "c.txt"]
    assert [error.message for error in found.errors] == [
        f"folder {tmp_path}/closed cannot be read: Permission denied; its files are left out"
    ]


@pytest.mark.parametrize(
    ("name", "said"), [("no.txt", "No such file"), ("a.xyz", "not read; these are: .html"), ("a.toml", "not read")]
)
def test_a_file_that_was_named_and_is_not_read_is_an_error(tmp_path: Path, name: str, said: str) -> None:
    write(tmp_path, "a.xyz", "a.toml")
    found = find_sources([tmp_path / name])
    assert not found.sources and said in found.errors[0].message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_does_not_hang_the_walk(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "is no regular file" in find_sources([tmp_path]).errors[0].message


def test_a_name_that_is_not_utf8_is_an_error(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xc0\xfc.txt")).write_text("글")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert r"\xc0\xfc.txt has a name that is not UTF-8" in find_sources([tmp_path]).errors[0].message


def test_a_file_that_is_too_large_or_gone_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "b.txt").touch()
    os.truncate(tmp_path / "b.txt", MAX_BYTES + 1)
    gone, large = find_sources([tmp_path]).sources
    (tmp_path / "a.txt").unlink()
    with pytest.raises(SourceError, match="cannot be read: No such file"):
        read_bytes(gone)
    with pytest.raises(SourceError, match="33,554,433 bytes, the limit is 33,554,432"):
        read_bytes(large)


def test_forms_of_one_brief_are_one_and_html_is_read(tmp_path: Path) -> None:
    write(
        tmp_path, "a/brief.txt", "a/brief.html", "a/brief.hwp", "a/brief.jsonl", "b/brief.txt", "c.mp3", "a/brief.toml"
    )
    found = find_sources([tmp_path])
    shown = [(one.primary.name, [other.name for other in one.others]) for one in forms(found.sources)]
    assert shown == [("brief.html", ["brief.hwp", "brief.txt"]), ("brief.jsonl", []), ("brief.txt", [])]


def test_a_kind_that_is_not_read_says_the_way_out(tmp_path: Path) -> None:
    write(tmp_path, "a.doc", "b.xyz")
    found = find_sources([tmp_path / "a.doc", tmp_path / "b.xyz"])
    assert [str(error).partition(" is ")[2][:70] for error in found.errors] == [
        "of a kind that is not read; open it in its program and save it as .doc",
        "of a kind that is not read; these are: .html .xhtml .htm .docx .docm .",
    ]

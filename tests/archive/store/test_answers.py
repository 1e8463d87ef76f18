"""What a permalink answers follows from what was cited and what stands, not from what happened in between."""

from pathlib import Path

from archive.history import resolve
from archive.store import Store
from tests.archive.literal import brief
from tests.webapp.world import save

A = "북한과 러시아는 두만강을 건너는 새 다리를 놓기로 하고 올해 봄에 공사를 시작했다."
B = "정부는 이 다리가 관광객의 왕래를 늘릴 것으로 보고 있으나 화물도 실을 수 있다."
C = "다리의 길이는 팔백오십 미터이며 내년 여름에 완공될 예정이라고 매체가 전했다."


def said(store: Store, address: str) -> tuple[str, list[str], list[str]]:
    found = resolve(store, address)
    return found.status, [one.text for one in found.current], [str(one.address) for one in found.current]


def test_a_file_that_returns_returns_all_its_addresses(tmp_path: Path) -> None:
    store = Store.at(tmp_path)
    first = brief(A, B, C, title="다리")
    save(store, "bridge.txt", first)
    addresses = {str(p.address): p.text for p in store.document(store.find("bridge.txt").id).passages}
    for detour in (brief(f"{A} {B}", C, title="다리"), brief(C, f"{B} {A}", title="다리"), brief(A, title="다리")):
        save(store, "bridge.txt", detour)
        save(store, "bridge.txt", first)
        assert {a: said(store, a) for a in addresses} == {a: ("same", [t], [a]) for a, t in addresses.items()}
    store.close()


def test_words_that_come_back_under_another_id_are_the_same(tmp_path: Path) -> None:
    store = Store.at(tmp_path)
    save(store, "bridge.txt", brief(A, B, title="다리"))
    id_ = store.find("bridge.txt").id
    address = next(str(p.address) for p in store.document(id_).passages if p.text == B)
    save(store, "bridge.txt", brief(A, B.replace("관광객", "여행자"), title="다리"))
    assert said(store, address)[0] == "revised"
    save(store, "bridge.txt", brief(A, B.replace("관광객", "여행자"), C, B, title="다리"))
    assert said(store, address)[:2] == ("same", [B])
    assert said(store, f"{address}@2")[:2] == ("same", [B.replace("관광객", "여행자")])
    store.close()

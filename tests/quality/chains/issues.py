"""Kind 4: sister issues, most of whose passages are the same. Each is a document, and all of each can be found."""

from collections.abc import Sequence
from random import Random

from tests.quality.chains.bench import Bench
from tests.quality.chains.drafts import Draft, Part, Writer, markdown
from tests.quality.chains.edits import word_changed
from tests.quality.chains.traced import Traced, letters
from tests.quality.chains.world import Cited, State, World, digest

Weekly = tuple[Draft, frozenset[int]]  # an issue, and the positions of the parts that are its own


def issues(bench: Bench, random: Random) -> None:
    """In one folder at the first indexing, and one after the other."""
    for own in bench.some((6, 9)):
        writer = Writer(random)
        made = weekly(writer, 5, own)
        names = [f"weekly-{i}.md" for i in range(len(made))]
        folder = {name: markdown(draft) for name, (draft, _) in zip(names, made, strict=True)}
        first, fourth = dict(list(folder.items())[:3]), dict(list(folder.items())[:4])
        last = dict(list(folder.items())[2:])
        changed = {**fourth, names[1]: markdown(word_changed(made[1][0], writer))}
        mine = {name: _own(issue) for name, issue in zip(names, made, strict=True)}
        mine_changed = {**mine, names[1]: []}
        for label, states in (
            ("three at first", [first]),
            ("a fourth comes", [first, fourth]),
            ("a fourth comes, one changes", [first, fourth, changed]),
            ("all in one go", [folder]),
            ("old ones are deleted", [fourth, folder, last]),
            ("week by week", [dict(list(folder.items())[:n]) for n in range(1, 6)]),
        ):
            _play(bench, f"{own} own: {label}", states, mine_changed if changed in states else mine)


def weekly(writer: Writer, count: int, own: int) -> list[Weekly]:
    """Issues of 24 parts, so many of them each issue's own; the others say the same in all."""
    heads = [writer.heading() for _ in range(6)]
    fixed = [writer.paragraph() if i % 4 else heads[i // 4] for i in range(24 - own)]
    places = sorted(writer.random.sample(range(2, 24), own))
    made = []
    for number in range(1, count + 1):
        same = iter(fixed)
        parts = [Part("title", Traced.new(f"예시 주간 동향 제{number}호")), Part("byline", Traced.new("표본희"))]
        for i in range(24):
            text = writer.paragraph() if i in places else next(same)
            parts.append(Part("heading" if text in heads else "paragraph", Traced.new(text)))
        made.append((tuple(parts), frozenset(i + 2 for i in places)))
    return made


def _own(issue: Weekly) -> list[str]:
    draft, own = issue
    return [letters(draft[i].text).text for i in sorted(own)]


def _play(bench: Bench, label: str, states: Sequence[State], own: dict[str, list[str]]) -> None:
    world = bench.world()
    cited: dict[str, Cited] = {}
    for state in states:
        for one in bench.step(label, world, state):
            cited.setdefault(one.permalink, one)
        _findable(bench, label, world, state, own)
    bench.judge(label, world, cited)
    bench.end(world)


def _findable(bench: Bench, label: str, world: World, state: State, own: dict[str, list[str]]) -> None:
    """Each file in the folder is a document of its own, and holds each passage that it alone has."""
    digests = {digest(content): name for name, content in state.items()}
    with world.store() as store:
        documents = {record.id: digests.get(record.sha256) for record in store.documents()}
        standing = world.standing(store)
    by_file: dict[str | None, str] = {}
    for one in standing:
        name = documents[one.document]
        by_file[name] = by_file.get(name, "") + one.letters
    bench.present(label, [(text, text in by_file.get(name, "")) for name in state for text in own[name]])

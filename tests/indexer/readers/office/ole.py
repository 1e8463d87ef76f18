"""A small writer of OLE files for tests: streams by their paths, each at least as long as a stream of big sectors."""

import struct

SECTOR, END, FREE, FAT = 512, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
SMALLEST = 4096  # shorter streams would lie in small sectors


def ole(streams: dict[str, bytes]) -> bytes:
    """An OLE file that holds these streams; they are filled up with NULs."""
    entries = [("Root Entry", 5, b"")]
    parents: dict[str, int] = {"": 0}
    children: dict[int, list[int]] = {0: []}
    for path, data in streams.items():
        *folders, name = path.split("/")
        above = ""
        for folder in folders:
            whole = f"{above}/{folder}" if above else folder
            if whole not in parents:
                parents[whole] = len(entries)
                children[parents[above]].append(len(entries))
                children[len(entries)] = []
                entries.append((folder, 1, b""))
            above = whole
        children[parents[above]].append(len(entries))
        entries.append((name, 2, data.ljust(SMALLEST, b"\0")))
    return _written(entries, children)


def _written(entries: list[tuple[str, int, bytes]], children: dict[int, list[int]]) -> bytes:
    directory_sectors = -(-len(entries) * 128 // SECTOR)
    sectors = [-(-len(data) // SECTOR) for _, _, data in entries]
    fat_sectors = 1
    while (fat_sectors + directory_sectors + sum(sectors)) * 4 > fat_sectors * SECTOR:
        fat_sectors += 1
    fat = [FAT] * fat_sectors
    starts = []
    for count in (directory_sectors, *sectors):
        starts.append(len(fat) if count else END)
        fat += [*range(len(fat) + 1, len(fat) + count), END] if count else []
    fat += [FREE] * (fat_sectors * SECTOR // 4 - len(fat))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, fat_sectors, starts[0], 0, SMALLEST, END, 0, END, 0)
    header += struct.pack("<109I", *range(fat_sectors), *[FREE] * (109 - fat_sectors))
    directory = b"".join(
        _entry(at, entry, children, start) for at, (entry, start) in enumerate(zip(entries, starts[1:], strict=True))
    )
    body = struct.pack(f"<{len(fat)}I", *fat) + directory.ljust(directory_sectors * SECTOR, b"\0")
    return header + body + b"".join(data.ljust(-(-len(data) // SECTOR) * SECTOR, b"\0") for _, _, data in entries)


def _entry(at: int, entry: tuple[str, int, bytes], children: dict[int, list[int]], start: int) -> bytes:
    name, kind, data = entry
    siblings = next((held for held in children.values() if at in held), [])
    after = siblings[siblings.index(at) + 1] if at in siblings[:-1] else FREE  # a chain: each has but a right sibling
    first = children[at][0] if children.get(at) else FREE
    printed = name.encode("utf-16-le")
    head = printed.ljust(64, b"\0") + struct.pack("<HBBIII", len(printed) + 2, kind, 1, FREE, after, first)
    return head + bytes(36) + struct.pack("<IQ", start if data else 0 if kind != 5 else END, len(data))

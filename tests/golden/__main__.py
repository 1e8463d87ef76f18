"""Writes the golden files anew: `python -m tests.golden`."""

from indexer.sandbox import Extractor
from tests.golden import golden, rendering, samples

with Extractor() as extractor:
    for source in samples():
        text = rendering(source, extractor)
        kept = golden(source)
        same = kept.exists() and kept.read_text(encoding="utf-8") == text
        kept.write_text(text, encoding="utf-8", newline="\n")
        print(f"{'same' if same else 'new'}: {kept.name}")

"""The archive: what it holds, how it is searched, what an address answers. Knows no file format and no web page.

Open one with `archive.open.Archive.open(Settings.read())`. The rooms, from the ground up, stand in
`tests/test_architecture.py`; what lives in each, in `.github/ARCHITECTURE.md`.
"""

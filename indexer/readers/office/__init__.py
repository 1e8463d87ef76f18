"""What does a file of a word processor hold? DOCX, HWPX, HWP, ODT: paragraphs, notes, tables as they keep them."""

from indexer.readers.office.kinds import read_docx, read_hwp, read_hwpx, read_odt

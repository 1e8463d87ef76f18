"""What does a file of Word or Hangul hold? DOCX, HWPX and HWP: paragraphs, notes and tables as they keep them."""

from indexer.readers.office.kinds import read_docx, read_hwp, read_hwpx

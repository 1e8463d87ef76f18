"""In which forms can a work be referred to? Those for people and those for programs, by name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from archive.citing.apa import apa
from archive.citing.bibtex import bibtex
from archive.citing.chicago import chicago
from archive.citing.csl import csl_json
from archive.citing.korean import brackets, institute, quotation_marks
from archive.citing.reference import Reference
from archive.citing.ris import ris
from archive.citing.styled import StyledText
from archive.model import Language


@dataclass(frozen=True, slots=True)
class ReferenceForm:
    """A form for people, with its name in Korean and English; `language` is that of its words."""

    id: str
    ko: str
    en: str
    language: Language
    write: Callable[[Reference], StyledText]


@dataclass(frozen=True, slots=True)
class FileForm:
    """A form for programs: a file of many references, its ending and media type."""

    id: str
    name: str
    suffix: str
    media_type: str
    write: Callable[[Sequence[Reference]], str]


REFERENCE_FORMS = (
    ReferenceForm("brackets", "낫표", "Korean, 낫표", "ko", brackets),
    ReferenceForm("quotation-marks", "따옴표", "Korean, quotation marks", "ko", quotation_marks),
    ReferenceForm("institute", "연구기관", "Korean, institutes", "ko", institute),
    ReferenceForm("chicago", "Chicago 각주", "Chicago note", "en", chicago),
    ReferenceForm("apa", "APA 7판", "APA 7", "en", apa),
)
FILE_FORMS = (
    FileForm("bibtex", "BibTeX", "bib", "application/x-bibtex", bibtex),
    FileForm("ris", "RIS", "ris", "application/x-research-info-systems", ris),
    FileForm("csl-json", "CSL-JSON", "json", "application/vnd.citationstyles.csl+json", csl_json),
)

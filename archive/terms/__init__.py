"""Which words of four languages mean the same? The term base: its table, its matcher, its checks."""

from archive.terms.base import FORMS, LANGUAGES, SIGN, Concept, TermBase
from archive.terms.check import faults
from archive.terms.edges import Edges
from archive.terms.matcher import Concepts, prepared
from archive.terms.skos import turtle

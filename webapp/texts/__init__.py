"""The words of the interface, in Korean and English."""

from webapp.texts.texts import Texts

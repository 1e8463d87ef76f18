"""Pieces that several pages share: catalogue data, notes, printed lines, differences, opened documents."""

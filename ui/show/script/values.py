"""What the marks in a row's words stand for now: token values from its products, cues from the row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.core.words import Language, tr
from app.show.edit import cue_mark
from app.show.product import Product
from app.show.script.tokens import CueMark, Token, pieces, tokens
from app.show.show import Cue
from ui.show.script.cue_words import CUE_ICONS, cue_line, cue_words
from ui.show.script.objects import Chip
from ui.show.script.offers import Offer

KNOWN = frozenset(token.id for token in tokens())


def cut(line: str) -> tuple[tuple[int, int, str], ...]:
    """Return (start, end, source) of each token we know and each cue mark in a line."""
    found = []
    for piece in pieces(line, (), "en"):
        if isinstance(piece, CueMark):
            found.append((piece.start, piece.end, cue_mark(piece.id)))
        elif isinstance(piece, Token) and piece.name in KNOWN:
            inside = line[piece.start + 1 : piece.end - 1].strip()
            found.append((piece.start, piece.end, "{" + inside + "}"))
    return tuple(found)


def chip(
    source: str, products: Sequence[Product], cues: Mapping[str, Cue], tongue: Language
) -> Chip:
    """Return what stands in the place of a mark; values are said in the language of the words."""
    if source.startswith("{cue:"):
        cue = cues.get(source[5:-1])
        if cue is None:
            return Chip(source, tr("This row has no such cue"), missing=True)
        return Chip(cue_words(cue), cue_line(cue), icon=CUE_ICONS[cue.kind])
    piece = next((p for p in pieces(source, products, tongue) if isinstance(p, Token)), None)
    if piece is None:
        return Chip(source, source, missing=True)
    if piece.value is None:
        problem = "" if piece.problem is None else piece.problem.say()
        return Chip(token_name(piece.name), f"{source}\n{problem}".strip(), missing=True)
    return Chip(piece.value, source)


def offers(products: Sequence[Product], tongue: Language) -> tuple[Offer, ...]:
    """Return every token with what it says of each of the row's products, the first one's first."""
    made = []
    for at in range(max(1, len(products))):
        for token in tokens():
            before = f"{at + 1}." if at else ""
            source = "{" + before + token.id + "}"
            piece = next(p for p in pieces(source, products, tongue) if isinstance(p, Token))
            name = f"{before} {token.name.say()}".strip()
            names = (token.id, name, *token.aliases)
            found_by = (*names, *(before + n for n in names)) if at else names
            made.append(Offer(source, name, piece.value or "", found_by))
    return tuple(made)


def token_name(name: str) -> str:
    """Return what a token is called, its id where nobody names it."""
    return next((token.name.say() for token in tokens() if token.id == name), name)

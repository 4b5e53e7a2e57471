"""What a cell is: how it reads in a row, and what a text typed into it makes of the row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.core.words import Text
from app.show.product import Product
from app.show.show import Segment, Show

if TYPE_CHECKING:
    from app.show.timing.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Around:
    """What a cell may need to know beside its own row."""

    show: Show
    products: Mapping[str, Product] = field(default_factory=dict)
    times: Schedule | None = None
    new_products: bool = False  # make the products that a pasted text names and nobody knows


@dataclass(frozen=True, slots=True)
class Typed:
    """What a typed text makes: the row, the products it changed, and how it was understood."""

    segment: Segment
    products: tuple[Product, ...] = ()
    understood: str = ""


Read = Callable[[Segment, Around], str]
Write = Callable[[Segment, str, Around], Typed]
Choices = Callable[[Around], tuple[str, ...]]
Prompt = Callable[[Segment], "Text | None"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One column of the table. `write` raises Refused where the text makes no sense there."""

    id: str
    name: Text
    read: Read
    write: Write | None = None  # None: it is derived
    choices: Choices | None = None  # what may be typed, offered while typing
    prompt: Prompt | None = None  # what to write in the empty cell
    right: bool = False  # numbers align right
    shown: bool = True  # unless the person hides it
    width: int = 96  # a first guess in pixels at normal text size

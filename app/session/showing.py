"""What is done to shows, products, voices and versions, as edits of the studio.

Each function returns what `Session.edit` takes: `session.edit(*put_product(product))`. Edits of one show
belong to the history of its own workspace, those of the list to the workspace SHOWS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import TypeAlias

from app.core.changes import Change, Touched
from app.core.errors import Refused
from app.core.words import Text, text
from app.session.studio import Studio
from app.show.document import Document, linked
from app.show.edit import copy_of
from app.show.head import VersionHead
from app.show.mapping import ImportMapping
from app.show.product import Product
from app.show.samples.sample import Sample
from app.show.show import Show
from app.show.version import Version
from app.show.voice import Voice

Edit: TypeAlias = tuple[Change, Callable[[Studio], Studio]]
SHOWS = "shows"


def workspace(show: str) -> str:
    """Return the name of the history of one show."""
    return f"show/{show}"


def edit_show(
    show: str, label: Text, change: Callable[[Show], Show], products: Iterable[Product] = ()
) -> Edit:
    """Return the edit that brings a show to what `change` makes of it, and puts `products`.

    Both are one step: a cell that changes a product (its price) is typed and undone as a whole.
    """
    values = tuple(products)

    def edited(studio: Studio) -> Studio:
        return replace(
            studio,
            shows=studio.shows.put(change(_show(studio, show))),
            products=studio.products.put_all(values),
        )

    touched = (Touched.SHOW, Touched.PRODUCT) if values else (Touched.SHOW,)
    return _change(label, workspace(show), *touched), edited


def cell_label(cell: Text, title: str) -> Text:
    """Return what the Undo menu says of typing in one cell of the row `title`."""
    return text("Edit {cell} of {title}", cell=cell, title=title)


def put_show(show: Show, label: Text | None = None) -> Edit:
    """Return the edit that puts a new show in the library, or another in the place of its id."""
    said = label or text("New show {title}", title=show.title)
    return _change(said, SHOWS, Touched.SHOW), lambda studio: replace(
        studio, shows=studio.shows.put(show)
    )


def put_document(document: Document) -> Edit:
    """Return the edit that takes a document in: products and voices the studio has are left alone.

    A show with the same id is replaced; give the document's another id to keep both.
    """
    show = document.show

    def taken_in(studio: Studio) -> Studio:
        fresh = [p for p in document.products if p.id not in studio.products]
        voices = [v for v in document.voices if v.id not in studio.voices]
        return replace(
            studio,
            shows=studio.shows.put(show),
            products=studio.products.put_all(fresh),
            voices=studio.voices.put_all(voices),
        )

    touched = (Touched.SHOW, Touched.PRODUCT, Touched.VOICE)
    return _change(text("Import {title}", title=show.title), SHOWS, *touched), taken_in


def remove_show(studio: Studio, show: str) -> Edit:
    """Return the edit that takes a show and its versions out of the library."""
    label = text("Remove {title}", title=_title(studio, show))
    versions = [v.id for v in versions_of(studio, show)]

    def removed(studio: Studio) -> Studio:
        return replace(
            studio,
            shows=studio.shows.without(show),
            versions=studio.versions.without_all(versions),
        )

    return _change(label, SHOWS, Touched.SHOW, Touched.VERSION), removed


def duplicate_show(studio: Studio, show: str, title: str, copy: str) -> Edit:
    """Return the edit that puts a copy of a show (or of a template) under the new id `copy`."""
    label = text("Duplicate {title}", title=_title(studio, show))
    return put_show(copy_of(_show(studio, show), copy, title), label)


def as_template(studio: Studio, show: str, title: str, copy: str) -> Edit:
    """Return the edit that keeps a copy of a show as a template under the new id `copy`."""
    made = replace(copy_of(_show(studio, show), copy, title), template=True, on=None)
    return put_show(made, text("Keep {title} as a template", title=title))


def archive(studio: Studio, show: str, *, archived: bool) -> Edit:
    """Return the edit that puts a show away, or takes it out again."""
    title = _title(studio, show)
    label = text("Archive {title}", title=title)
    if not archived:
        label = text("Take {title} out of the archive", title=title)
    _, how = edit_show(show, label, lambda old: replace(old, archived=archived))
    return _change(label, SHOWS, Touched.SHOW), how


def put_product(product: Product, place: str = SHOWS, label: Text | None = None) -> Edit:
    """Return the edit of one product, new or changed, in the history of the workspace `place`."""
    return put_products((product,), label or text("Edit product {name}", name=product.name), place)


def put_products(products: Iterable[Product], label: Text, place: str = SHOWS) -> Edit:
    """Return the edit of many products at once, such as an import."""
    values = tuple(products)
    return _change(label, place, Touched.PRODUCT), lambda studio: replace(
        studio, products=studio.products.put_all(values)
    )


def remove_product(studio: Studio, product: str, place: str = SHOWS) -> Edit:
    """Return the edit that takes a product away; rows keep their link, which then says it is missing."""
    kept = studio.products.get(product)
    label = text("Remove product {name}", name=kept.name if kept else product)
    return _change(label, place, Touched.PRODUCT), lambda studio: replace(
        studio, products=studio.products.without(product)
    )


def put_voice(voice: Voice, place: str = SHOWS) -> Edit:
    """Return the edit of one host's speaking rate."""
    label = text("Edit the pace of {name}", name=voice.name)
    return _change(label, place, Touched.VOICE), lambda studio: replace(
        studio, voices=studio.voices.put(voice)
    )


def put_mapping(mapping: ImportMapping) -> Edit:
    """Return the edit that remembers how a sheet was understood."""
    return _change(text("Remember the columns"), SHOWS, Touched.MAPPING), lambda studio: replace(
        studio, mappings=studio.mappings.put(mapping)
    )


def name_version(studio: Studio, show: str, name: str, at: datetime, version: str) -> Edit:
    """Return the edit that keeps a show as it is now under `name`, with the products it links to.

    `at` is the moment in UTC, `version` the new id. Raises Refused for an empty name.
    """
    if not name.strip():
        raise Refused(text("A version needs a name."), text("Type one, in any script."))
    body = _show(studio, show)
    ids = linked(body)
    made = Version(
        version, show, name.strip(), at, body, tuple(p for p in studio.products if p.id in ids)
    )
    label = text("Name version {name}", name=made.name)
    return _change(label, workspace(show), Touched.VERSION), lambda studio: replace(
        studio, versions=studio.versions.put(made)
    )


def restore_version(studio: Studio, version: str) -> Edit:
    """Return the edit that brings a show back to a version, and the products it had that are gone.

    A product that is still there keeps its present price: other shows speak of it too.
    """
    kept = studio.versions.get(version)
    if kept is None:
        raise Refused(text("This version is not there any more."), text("Choose another."))

    def restored(studio: Studio) -> Studio:
        gone = [p for p in kept.products if p.id not in studio.products]
        return replace(
            studio,
            shows=studio.shows.put(kept.body),
            products=studio.products.put_all(gone),
        )

    label = text("Restore version {name}", name=kept.name)
    return _change(label, workspace(kept.show), Touched.SHOW, Touched.PRODUCT), restored


def versions_of(studio: Studio, show: str) -> tuple[VersionHead, ...]:
    """Return the named versions of a show, newest first."""
    found = [head for head in studio.versions.heads() if head.show == show]
    return tuple(sorted(found, key=lambda head: (head.at, head.id), reverse=True))


def put_samples(sample: Sample) -> Edit:
    """Return the edit that puts the sample studio in; what is there of it already is made anew."""

    def put(studio: Studio) -> Studio:
        return replace(
            studio,
            shows=studio.shows.put_all(sample.shows),
            products=studio.products.put_all(sample.products),
            voices=studio.voices.put_all(sample.voices),
        )

    touched = (Touched.SHOW, Touched.PRODUCT, Touched.VOICE)
    return _change(text("Put in the samples"), SHOWS, *touched), put


def remove_samples(studio: Studio) -> Edit:
    """Return the edit that takes away everything that belongs to the sample studio."""
    shows = frozenset(head.id for head in studio.shows.heads() if head.sample)
    versions = [head.id for head in studio.versions.heads() if head.show in shows]

    def removed(studio: Studio) -> Studio:
        return replace(
            studio,
            shows=studio.shows.without_all(shows),
            versions=studio.versions.without_all(versions),
            products=studio.products.without_all([p.id for p in studio.products if p.sample]),
            voices=studio.voices.without_all([v.id for v in studio.voices if v.sample]),
        )

    touched = (Touched.SHOW, Touched.VERSION, Touched.PRODUCT, Touched.VOICE)
    return _change(text("Remove the samples"), SHOWS, *touched), removed


def _change(label: Text, place: str, *touched: Touched) -> Change:
    return Change(label, place, frozenset(touched))


def _show(studio: Studio, show: str) -> Show:
    found = studio.shows.get(show)
    if found is None:
        raise Refused(
            text("There is no show “{id}”.", id=show), text("`greenroom show list` names them.")
        )
    return found


def _title(studio: Studio, show: str) -> str:
    head = studio.shows.head(show)
    if head is None:
        return _show(studio, show).title
    return head.title

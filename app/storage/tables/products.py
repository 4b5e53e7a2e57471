"""The studio's products, each whole in its row."""

from __future__ import annotations

from app.show.product import Product
from app.storage.plain import plain_kind

KIND = plain_kind("products", Product)

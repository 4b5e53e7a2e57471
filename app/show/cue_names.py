"""What cues and those who carry them out are called, on screens, paper and in files alike."""

from __future__ import annotations

from collections.abc import Mapping

from app.core.words import Text, text
from app.show.show import CueKind, Owner

CUE_NAMES: Mapping[CueKind, Text] = {
    CueKind.CAMERA: text("Camera shot"),
    CueKind.LIGHT: text("Light"),
    CueKind.SOUND: text("Sound"),
    CueKind.GRAPHIC: text("Graphic"),
    CueKind.LINK: text("Link up"),
    CueKind.PIN: text("Pinned card"),
    CueKind.PRICE: text("Price change"),
    CueKind.BAG: text("Lucky bag"),
    CueKind.PROP: text("Prop"),
}

OWNER_NAMES: Mapping[Owner, Text] = {
    Owner.HOST: text("Host"),
    Owner.COHOST: text("Co-host"),
    Owner.FLOOR: text("Floor"),
    Owner.CONTROL: text("Control"),
}

"""White balance by the white sheet: the only judge of neutral that may fail a room."""

from __future__ import annotations

from app.core.words import Text, text
from app.metrics.measure import ActState, ActStep
from app.metrics.picture.sheet import Sheet
from app.metrics.reading import Reading

ID = "picture.white_balance"


def balance(sheet: Sheet | None, act: ActState) -> Reading:
    """Return degrees of angular error of neutral.

    Details: kelvin, duv, tint, stops, two_lights_degrees, two_lights_kelvin, two_lights_stops,
    clipped_percent. The error of the method itself is 0.05…0.17° (measured in
    tests/app/test_picture_sheet.py); 0.2° is stated.
    """
    if sheet is None:
        return Reading(ID, None, why=_why(act))
    details: dict[str, float | str] = {
        "kelvin": sheet.kelvin,
        "duv": sheet.duv,
        "tint": sheet.tint,
        "stops": sheet.stops,
        "two_lights_degrees": sheet.two_lights_degrees,
        "two_lights_kelvin": sheet.two_lights_kelvin,
        "two_lights_stops": sheet.two_lights_stops,
        "two_lights": "yes" if sheet.two_lights else "no",
        "clipped_percent": sheet.clipped_percent,
    }
    why = None
    if sheet.clipped_percent > 2:
        why = text("The sheet is overexposed; its colour cannot be read")
    return Reading(ID, sheet.degrees, plus_minus=0.2, why=why, details=details)


def _why(act: ActState) -> Text:
    match act.step:
        case ActStep.SKIPPED:
            return text("The white sheet was skipped")
        case ActStep.RUNNING:
            return text("The white sheet has not been seen for 2 s yet")
        case _:
            return text("No white sheet was shown")

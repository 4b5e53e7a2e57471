"""`greenroom rehearse analyze`: how a recorded take was delivered, from its sound alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.output import console, put_json
from app.core.errors import Environment, Refused
from app.core.reasons import reason
from app.core.words import number, text, tr

if TYPE_CHECKING:
    from app.metrics.speech.activity import Span
    from app.rehearsal.analysis import Delivery


def register(cli: typer.Typer) -> None:
    """Add the verb to the command line."""
    verb = typer.Typer(help=tr("Look back at a rehearsal."), no_args_is_help=True)
    verb.command("analyze", help=tr("Measure pace, pauses, level and pitch of a recording."))(
        analyze
    )
    cli.add_typer(verb, name="rehearse")


def analyze(
    media: Annotated[Path, typer.Argument(help=tr("A film or a sound file."))],
    script: Annotated[
        Path | None,
        typer.Option(
            "--script", help=tr("The words that were read, as text: makes the pace exact.")
        ),
    ] = None,
    lang: Annotated[
        str, typer.Option("--lang", help=tr("Language that is spoken: zh or en."))
    ] = "",
    json: Annotated[
        str | None,
        typer.Option("--json", metavar="F", help=tr("Write JSON to a file, or - for here.")),
    ] = None,
) -> None:
    """Print the numbers, or why there are none; an answer either way (status 0)."""
    from app.session.delivery import analyse_file

    if lang not in ("", "zh", "en"):
        raise Refused(
            text("There is no language “{lang}” here.", lang=lang),
            text("Use --lang en or --lang zh."),
        )
    words = None if script is None else _words(script)
    made = analyse_file(media, words, "zh" if lang == "zh" else "en" if lang else None)
    assert made is not None
    put_json(json, as_json(made))
    if json != "-":
        _print(made)


def _words(script: Path) -> str:
    try:
        return script.read_text("utf-8-sig")
    except OSError as error:
        raise Environment(
            text("{name} cannot be read: {why}.", name=script.name, why=reason(error)),
            text("Choose another file."),
        ) from error
    except UnicodeDecodeError as error:
        raise Refused(
            text("{name} is not text in UTF-8.", name=script.name),
            text("Save it as plain text in UTF-8."),
        ) from error


def as_json(made: Delivery) -> dict[str, Any]:
    """Return a delivery as the JSON shape of checklists/schema.md."""
    capture, pauses = made.gate.capture, made.pauses
    shape: dict[str, Any] = {
        "gate": {
            "passed": made.gate.passed,
            "faults": {fault.value: why.say() for fault, why in made.gate.faults.items()},
            "snr_db": _rounded(capture.snr_db),
            "rt60_s": _rounded(capture.rt60_s),
            "clipped_percent": _rounded(100.0 * capture.clipped_share),
        },
        "duration_s": _rounded(made.duration_s),
        "speech_s": _rounded(made.speech_s),
        "spoken": None if made.spoken is None else _span(made.spoken),
        **{name: _rounded(one.value) for name, one in made.numbers.items()},
        "pauses": None if pauses is None else [_span(span) for span in pauses.spans],
        "dead_air": None if pauses is None else [_span(span) for span in pauses.flagged],
        "shouting": None if made.shouting is None else [_span(span) for span in made.shouting],
        "pace_curve": [[_rounded(at), _rounded(value)] for at, value in made.pace_curve],
        "level_curve": [[_rounded(at), _rounded(value)] for at, value in made.level_curve],
        "plus_minus": {
            name: _rounded(one.plus_minus) for name, one in made.numbers.items() if one.plus_minus
        },
        "why": {name: one.why.say() for name, one in made.numbers.items() if one.why is not None},
        "hint": None if made.hint is None else made.hint.say(),
    }
    for name in ("pauses", "shouting"):
        why = made.gate.refusal(name)
        if why is not None:
            shape["why"][name] = why.say()
    return shape


def _span(span: Span) -> dict[str, float | None]:
    return {"start": _rounded(span[0]), "end": _rounded(span[1])}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _print(made: Delivery) -> None:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_header=False)
    for name, label, unit, decimals in (
        ("speech_rate", tr("Pace"), tr("syllables a minute"), 0),
        ("articulation_rate", tr("Pace without pauses"), tr("syllables a minute"), 0),
        ("longest_run_s", tr("Longest run without a breath"), "s", 1),
        ("level_lufs", tr("Level of speech"), "LUFS", 1),
        ("dynamics_db", tr("Dynamics of speech"), "dB", 1),
        ("pitch_sd_semitones", tr("Pitch range"), tr("semitones"), 1),
    ):
        one = made.numbers[name]
        if one.value is None:
            table.add_row(label, "—", "" if one.why is None else one.why.say())
        else:
            error = f" ± {number(one.plus_minus, decimals)}" if one.plus_minus else ""
            table.add_row(label, number(one.value, decimals) + error, unit)
    console().print(table)
    if made.hint is not None:
        console().print(made.hint.say())

"""The data files: read strictly, complete, honest about where their numbers come from."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from app.core import paths, strict
from app.core.errors import Refused
from app.core.words import Text
from app.room.catalogue import Readings, catalogue, unit_text
from app.room.causes import rules
from app.room.limits import Certainty, Range
from app.room.profile import RoomProfile
from app.room.profiles import (
    find_platform,
    find_profile,
    platforms,
    profiles,
    read_platform,
    read_profile,
)

IDS = {
    "sound": "loudness_integrated loudness_momentary_max loudness_shortterm_max loudness_range "
    "true_peak noise_floor snr clipping hum rt60 c50 plosives stereo dc_offset dropouts bandwidth",
    "sync": "av_offset",
    "picture": "frame_rate lost_frames frozen jitter resolution focus noise clipped crushed "
    "white_balance skin_tone banding blockiness haze",
    "light": "face_exposure face_clipping key_fill shadow_hardness separation product_exposure",
    "framing": "face_width eye_line head_room roll",
    "background": "clutter",
}


def test_the_catalogue_is_the_public_contract() -> None:
    wanted = [f"{group}.{name}" for group, names in IDS.items() for name in names.split()]
    assert [m.id for m in catalogue()] == wanted
    assert len(wanted) == 42


def test_every_profile_judges_every_reading_inside_its_axis() -> None:
    for profile in profiles():
        assert set(profile.limits) == {m.id for m in catalogue()}
        for known in catalogue():
            limit = profile.limits[known.id]
            if known.judged is None:
                for end in (limit.passes.low, limit.passes.high, limit.target):
                    assert end is None or known.axis[0] <= end <= known.axis[1], known.id


def test_measures_that_only_warn_have_no_way_to_fail() -> None:
    for known in catalogue():
        if known.never_fails:
            assert known.id in {"picture.skin_tone", "picture.haze", "light.shadow_hardness"}


def test_eight_platforms_state_source_date_and_certainty() -> None:
    assert {p.id for p in platforms()} == {
        *("douyin", "kuaishou", "taobao", "jd", "weixin", "tiktok", "youtube", "facebook")
    }
    for platform in platforms():
        loudness = platform.limits["sound.loudness_integrated"].basis
        assert loudness.certainty in (Certainty.UNKNOWN, Certainty.LOW)
        assert loudness.kind == "chosen"
        assert platform.safe_area
        assert platform.safe_area_basis.certainty is Certainty.LOW
        assert platform.applied(profiles()[0]).platform == platform.id


def test_profiles_survive_json() -> None:
    for profile in (*profiles(), find_platform("youtube").applied(profiles()[1])):
        written = json.loads(json.dumps(profile.to_dict(), allow_nan=False))
        assert RoomProfile.from_dict(written) == profile


def test_a_studio_copies_a_profile_and_sets_its_own_ranges() -> None:
    own = find_profile("portrait").copied("mine", "一号棚")
    changed = own.with_ranges("sound.true_peak", Range(None, -3.0), Range(None, -2.0))
    assert changed.limits["sound.true_peak"].basis.kind == "studio"
    assert changed.limits["sound.snr"] == own.limits["sound.snr"]
    assert own.limits["sound.true_peak"].passes.high == -2.0
    assert find_profile("mine", (changed,)) is changed
    assert RoomProfile.from_dict(json.loads(json.dumps(changed.to_dict()))) == changed


def test_an_unknown_profile_or_platform_names_those_there_are() -> None:
    with pytest.raises(Refused, match="general, portrait"):
        find_profile("studio")
    with pytest.raises(Refused, match="douyin"):
        find_platform("vine")


def test_every_word_of_the_data_is_in_both_languages() -> None:
    refused = re.compile(r"请|您|成功|进行|!|！")
    tight = re.compile(r"[一-鿿][A-Za-z0-9]|[A-Za-z0-9][一-鿿]")
    texts = [t for m in catalogue() for t in (m.name, m.how, *m.low, *m.high)]
    texts += [t for r in rules() for t in (r.title, *(f.say for f in r.fixes))]
    texts += [t for p in profiles() for t in (p.name, p.note)]
    texts += [lim.basis.source for p in profiles() for lim in p.limits.values()]
    texts += [t for p in platforms() for t in (p.name, p.note, p.safe_area_basis.source)]
    for said in texts:
        assert said.en
        assert said.zh
        assert not refused.search(said.zh), said.zh
        plain = re.sub(r"\{[^}]*\}", "1", said.zh)
        assert not tight.search(plain), said.zh


def test_units_are_written_in_words_where_they_are_words() -> None:
    assert unit_text("stops").say("zh") == "档"
    known = next(m for m in catalogue() if m.id == "sync.av_offset")
    assert known.said(112.0).say("en") == "+112 ms"


def _spoiled(tmp_path: Path, source: str, old: str, new: str) -> Path:
    written = paths.checklists(source).read_text("utf-8")
    assert old in written
    file = tmp_path / Path(source).name
    file.write_text(written.replace(old, new, 1), "utf-8")
    return file


@pytest.mark.parametrize(
    ("source", "old", "new", "named"),
    [
        ("rooms/general.toml", 'sound.snr"]', 'sound.snrr"]', "sound.snrr"),
        ("rooms/general.toml", 'basis = "r128"', 'basis = "r129"', "sound.true_peak.basis"),
        ("rooms/general.toml", "never_fails", "never_fail", "never_fail"),
        ("rooms/general.toml", 'orientation = "any"', 'orientation = "round"', "orientation"),
        ("rooms/general.toml", "low = -18.0, high = -14.0", "low = -14.0, high = -18.0", "passes"),
        ("platforms/douyin.toml", "x = 0.05", "x = 0.95", "safe area"),
        ("platforms/douyin.toml", 'certainty = "low"', 'certainty = "sure"', "certainty"),
        ("rooms/readings.toml", 'unit = "dBTP"', 'unit = "dBTPP"', "dBTPP"),
        ("rooms/readings.toml", 'id = "sound.hum"', 'id = "sound.snr"', "sound.snr"),
        ("rooms/readings.toml", "drift = 1.5\n", "drifts = 1.5\n", "reading[0].drifts"),
        ("rooms/causes.toml", '"sound.stereo" },', '"sound.sterio" },', "sound.sterio"),
    ],
)
def test_a_spoiled_file_is_refused_by_name_and_place(
    tmp_path: Path, source: str, old: str, new: str, named: str
) -> None:
    file = _spoiled(tmp_path, source, old, new)
    read = {
        "general.toml": read_profile,
        "douyin.toml": read_platform,
        "readings.toml": lambda f: strict.load(f, Readings),
        "causes.toml": rules,
    }[file.name]
    with pytest.raises(Refused) as refused:
        read(file)
    assert file.name in str(refused.value)
    assert named in str(refused.value)


def test_a_copy_may_not_name_a_metric_nobody_knows() -> None:
    with pytest.raises(ValueError, match=r"sound\.colour"):
        RoomProfile(
            "x",
            Text("x", "x"),
            Text("x", "x"),
            profiles()[0].orientation,
            {"sound.colour": profiles()[0].limits["sound.snr"]},
        )

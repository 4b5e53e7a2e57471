"""What can be wrong with a device, each said once, with the next step."""

from __future__ import annotations

from app.core.errors import Environment, Trouble
from app.core.words import text


def camera_busy(name: str) -> Trouble:
    """Return: the camera is there but gives no picture to us."""
    return Environment(
        text("Another program holds the camera “{name}”.", name=name),
        text("Close it and the picture comes by itself."),
    )


def camera_denied(name: str) -> Trouble:
    """Return: the system does not let us use the camera."""
    return Environment(
        text("The system does not let Greenroom use the camera “{name}”.", name=name),
        text("Allow the camera in the privacy settings, then start the check again."),
    )


def camera_missing(name: str) -> Trouble:
    """Return: the camera was not there when the check began."""
    return Environment(
        text("The camera “{name}” is not there.", name=name),
        text("Plug it in and the picture comes by itself."),
    )


def camera_lost(name: str) -> Trouble:
    """Return: the camera went away during the check."""
    return Environment(
        text("The camera “{name}” was lost. Everything else goes on.", name=name),
        text("Plug it in again and the picture comes back by itself."),
    )


def picture_stopped(name: str) -> Trouble:
    """Return: the camera is there but has stopped sending."""
    return Environment(
        text("“{name}” sends no picture any more. Everything else goes on.", name=name),
        text("Check its cable and whether another program has taken it."),
    )


def no_answer(address: str) -> Trouble:
    """Return: nobody answers at a network camera's address."""
    return Environment(
        text("No answer from {address}.", address=address),
        text("Start the camera app on the phone, and use the same network. It connects by itself."),
    )


def network_lost(address: str) -> Trouble:
    """Return: a network camera stopped sending."""
    return Environment(
        text("The network camera {address} was lost. Everything else goes on.", address=address),
        text("Check the network and the camera app. It connects again by itself."),
    )


def network_denied(address: str, status: int) -> Trouble:
    """Return: a network camera wants a name and a password, or refuses us."""
    return Environment(
        text("{address} refuses access (HTTP {status}).", address=address, status=status),
        text("Put name and password into the address: http://name:password@…"),
    )


def no_film_there(address: str) -> Trouble:
    """Return: somebody answers, but not with a film."""
    return Environment(
        text("{address} answers, but sends no picture.", address=address),
        text("Use the address of the film itself; the camera app names it."),
    )


def other_size(name: str, asked: tuple[int, int], got: tuple[int, int]) -> Trouble:
    """Return: the camera delivers another size than asked."""
    return Environment(
        text(
            "“{name}” delivers {width}×{height} instead of {asked_width}×{asked_height}.",
            name=name,
            width=got[0],
            height=got[1],
            asked_width=asked[0],
            asked_height=asked[1],
        ),
        text("Choose a format that the camera offers, or use a USB 3 port."),
    )


def other_rate(name: str, asked: float, got: float) -> Trouble:
    """Return: the camera delivers another frame rate than asked."""
    return Environment(
        text(
            "“{name}” delivers {got:.0f} frames a second instead of {asked:.0f}.",
            name=name,
            got=got,
            asked=asked,
        ),
        text("Choose a format that the camera offers, or use a USB 3 port."),
    )


def black(name: str) -> Trouble:
    """Return: the picture has been black for a while."""
    return Environment(
        text("The picture of “{name}” is black.", name=name),
        text("Take off the lens cap, open the shutter, or turn on the light."),
    )


def sound_library_missing() -> Trouble:
    """Return: PortAudio is not installed."""
    return Environment(
        text("The sound library PortAudio is not installed."),
        text("Install it (Debian, Ubuntu: sudo apt install libportaudio2), then start again."),
    )


def microphone_missing(name: str) -> Trouble:
    """Return: the microphone was not there when the check began."""
    return Environment(
        text("The microphone “{name}” is not there.", name=name),
        text("Plug it in and the sound comes by itself."),
    )


def microphone_busy(name: str, reason: str) -> Trouble:
    """Return: the microphone is there but cannot be opened."""
    return Environment(
        text("The microphone “{name}” does not open: {reason}.", name=name, reason=reason),
        text("Close the program that uses it, and allow the microphone in the privacy settings."),
    )


def microphone_lost(name: str) -> Trouble:
    """Return: the microphone went away during the check."""
    return Environment(
        text("The microphone “{name}” was lost. Everything else goes on.", name=name),
        text("Plug it in again and the sound comes back by itself."),
    )


def sound_stopped(name: str) -> Trouble:
    """Return: the microphone is there but has stopped sending."""
    return Environment(
        text("“{name}” sends no sound any more. Everything else goes on.", name=name),
        text("Check its cable and whether another program has taken it."),
    )


def film_late(name: str) -> Trouble:
    """Return: a file is read slower than it should play; no device is to blame."""
    return Environment(
        text("“{name}” comes too slowly: the computer is busy.", name=name),
        text("Close other programs; it goes on by itself."),
    )


def silent(name: str) -> Trouble:
    """Return: nothing but silence has come from the microphone for three seconds."""
    return Environment(
        text("“{name}” has been silent for 3 s.", name=name),
        text("Switch the microphone on, open its fader, and allow it in the privacy settings."),
    )


def other_sound_rate(name: str, asked: int, got: int) -> Trouble:
    """Return: the microphone delivers another sample rate than asked."""
    return Environment(
        text("“{name}” delivers {got} Hz instead of {asked} Hz.", name=name, got=got, asked=asked),
        text("Set the same rate in the system's sound settings."),
    )


def changed_sound(name: str, rate: int, channels: int) -> Trouble:
    """Return: sound came, or came back, in a form that begins the sound readings anew."""
    return Environment(
        text(
            "“{name}” now delivers {rate} Hz, {channels} ch. The sound readings begin anew.",
            name=name,
            rate=rate,
            channels=channels,
        ),
        text("Speak on; nothing else is needed."),
    )


def changed_picture(name: str, size: tuple[int, int]) -> Trouble:
    """Return: the picture changed its size, so that its readings begin anew."""
    return Environment(
        text(
            "“{name}” now delivers {width}×{height}. The picture readings begin anew.",
            name=name,
            width=size[0],
            height=size[1],
        ),
        text("Stay in the picture; nothing else is needed."),
    )


def our_fault() -> Trouble:
    """Return: the check itself broke."""
    return Environment(
        text("The check has stopped because of a fault in Greenroom. What was saved is kept."),
        text("Start the check again. The report about the fault helps us to mend it."),
    )

"""What a store has been sent, so that a push that broke off goes on, and one that changes nothing sends nothing."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

import msgspec


@dataclass(slots=True)
class Record:
    """The digests of the batches that a store has, by named graph; kept in ``GRAPH/.cache`` and written after every batch."""

    place: Path | None = None
    sent: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path, url: str, shared: str) -> "Record":
        """What is known of one store; nothing, where the record is gone or is none."""
        name = hashlib.sha256(f"{url}\n{shared}".encode()).hexdigest()[:16]
        place = folder / ".cache" / f"push-{name}.json"
        try:
            return cls(place, msgspec.json.decode(place.read_bytes(), type=dict[str, list[str]]))
        except (OSError, msgspec.DecodeError):
            return cls(place)

    def write(self) -> None:
        """Write it, at once and whole; without a place that can be written it lives as long as this run."""
        if self.place is None:
            return
        try:
            self.place.parent.mkdir(exist_ok=True)
            making = self.place.with_suffix(".making")
            making.write_bytes(msgspec.json.encode(self.sent))
            making.replace(self.place)
        except OSError:
            self.place = None

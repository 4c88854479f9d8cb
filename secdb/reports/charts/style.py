"""What a status and an act look like: the same in every chart, told apart in grey and without colour too.

Colours are those of Okabe and Ito (Color Universal Design, 2008); hatch, outline and height say the same again.
"""

from __future__ import annotations

from dataclasses import dataclass

from secdb.vocabulary import ActKind, Status

GRID = "#d9d9d9"
QUIET = "#595959"  # for lesser text; 7:1 on white
PARTY, SUSPENDED = "#0072b2", "#d55e00"
FADING = 0.62  # how far a possible stretch goes towards white


@dataclass(frozen=True, slots=True)
class Look:
    """How a status is drawn: colour, outline, hatch, height of its bar as a share of a party's, and its letter."""

    word: str
    face: str
    edge: str
    hatch: str | None
    share: float
    letter: str
    ink: str = "#222222"  # of the letter

    def drawn(self, *, possible: bool = False) -> dict[str, object]:
        """Return what a rectangle of it is drawn with."""
        if not possible:
            return {"facecolor": self.face, "edgecolor": self.edge, "hatch": self.hatch, "linewidth": 0.8}
        return {
            "facecolor": faded(self.face),
            "edgecolor": self.edge,
            "hatch": "....",
            "linewidth": 0.6,
            "linestyle": (0, (1.5, 1.5)),
        }


STATUSES: dict[str, Look] = {
    Status.PARTY: Look("party", PARTY, PARTY, None, 1.0, "P", "#ffffff"),
    Status.CONTRACTING: Look("contracting State", "#9ad0f0", PARTY, None, 0.72, "C"),
    Status.SIGNATORY: Look("signatory", "#ffffff", PARTY, None, 0.44, "S"),
    Status.PROVISIONAL: Look("provisional", "#8fd3bd", "#00664a", "\\\\\\\\", 0.72, "Pr"),
    Status.SUSPENDED: Look("suspended", "#ffffff", SUSPENDED, "//////", 1.0, "X"),
    Status.ASSOCIATE: Look("associate", "#e3b5ce", "#8c4a6e", None, 0.44, "A"),
    Status.OBSERVER: Look("observer", "#f0e442", "#7a7300", None, 0.3, "O"),
}

# marker of matplotlib and its filling; a kind that is not here changes no membership and has no mark
ACTS: dict[str, tuple[str, str]] = {
    ActKind.SIGNATURE: ("o", "white"),
    ActKind.DEFINITIVE_SIGNATURE: ("o", "black"),
    ActKind.RATIFICATION: ("s", "black"),
    ActKind.ACCEPTANCE: ("s", "white"),
    ActKind.APPROVAL: ("s", "#999999"),
    ActKind.ACCESSION: ("D", "white"),
    ActKind.SUCCESSION: ("D", "black"),
    ActKind.FORMAL_CONFIRMATION: ("h", "white"),
    ActKind.PROVISIONAL_APPLICATION: ("p", "white"),
    ActKind.ENTRY_INTO_FORCE: ("^", "white"),
    ActKind.PARTICIPATION: ("p", "black"),
    ActKind.CESSATION: ("h", "black"),
    ActKind.PROLONGATION: (">", "white"),
    ActKind.NON_RENEWAL: ("v", "white"),
    ActKind.WITHDRAWAL: ("X", "white"),
    ActKind.SUSPENSION: ("P", "white"),
    ActKind.RESUMPTION: ("P", "black"),
    ActKind.EXPULSION: ("X", "black"),
    ActKind.TERMINATION: ("v", "black"),
    ActKind.EXTINCTION: ("*", "black"),
    ActKind.OBSERVER_ADMISSION: ("<", "white"),
    ActKind.ASSOCIATE_ADMISSION: ("<", "black"),
}


def look(status: str) -> Look:
    """Return how a status is drawn."""
    return STATUSES[status]


def faded(color: str) -> str:
    """Return the colour as a possible stretch has it."""
    parts = (int(color[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * FADING):02x}" for part in parts)


def words(kind: str) -> str:
    """Return a word of a closed list as people read it."""
    return {"non_renewal": "non-renewal", "in-force": "in force"}.get(kind, kind.replace("_", " "))

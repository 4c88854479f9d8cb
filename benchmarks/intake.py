"""Score the reading of letters on a folder of labelled texts, and time it by stage on a thousand letters.

    benchmarks/intake.py FOLDER [--scorer FILE]

FOLDER has texts (`*.txt`) and `labels/`, one JSON file for each. The score is that of the scorer given, else the
share of facts of each kind that were found. Exits with 1 when the score or the time misses its target.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections import Counter
from pathlib import Path
from typing import Any

import secdb
from secdb.intake import StateNames, read_letter
from secdb.intake.authority import names_of_seeds
from secdb.intake.readers.encoding import decoded
from secdb.names import fold

LETTERS = 1_000
LENGTH = 3_000
LIMIT = 20.0
LEAST = 0.95

STAGES = {
    "clean": ("clean",),
    "States": ("states", "reading"),
    "parts": ("parts", "letter", "unheaded"),
    "people": ("people",),
    "places": ("places", "draft"),
    "statements and rosters": ("statement", "rosters"),
    "dates": ("dates",),
    "other": (),
}

Draft = dict[str, Any]


def facts(draft: Draft) -> Counter[tuple[str, ...]]:
    """Return the facts of a draft or label, each a kind and the folded text of its value."""
    document = draft["document"]
    found: Counter[tuple[str, ...]] = Counter()
    found.update(("symbol", fold(one)) for one in document["symbols"])
    found.update(("agenda item", str(one)) for one in document["agenda_items"])
    found.update((name, str(document[name])) for name in ("date", "session") if document[name])
    for one in draft["statements"]:
        found.update((name, fold(one[name])) for name in ("kind", "place", "addressee") if one[name])
        found.update(("statement date", one["date"]) for _ in range(bool(one["date"])))
        found.update(("state", state) for state in one["states"])
        found.update(("signatory", fold(who["name"] or ""), str(who["state"])) for who in one["signatories"])
    found.update(("roster", str(one["on"]), *sorted(one["states"])) for one in draft["rosters"])
    return found


def own_score(drafts: dict[str, Draft], labels: list[Draft]) -> float:
    """Print precision, recall and F1 of each kind of fact; return F1 of all."""
    hit: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    for label in labels:
        gold, found = facts(label), facts(drafts[label["file"]])
        hit.update(_kinds(gold & found))
        missed.update(_kinds(gold - found))
        extra.update(_kinds(found - gold))
    for kind in sorted(hit | missed | extra):
        print(f"{kind:16} F1 {_f1(hit[kind], missed[kind], extra[kind]):.3f}")
    score = _f1(hit.total(), missed.total(), extra.total())
    print(f"{len(labels)} texts, all facts: F1 {score:.3f}")
    return score


def _kinds(found: Counter[tuple[str, ...]]) -> Counter[str]:
    kinds: Counter[str] = Counter()
    for fact, times in found.items():
        kinds[fact[0]] += times
    return kinds


def _f1(hit: int, missed: int, extra: int) -> float:
    return 2 * hit / (2 * hit + missed + extra) if hit + missed + extra else 1.0


def scored(folder: Path, scorer: Path | None, names: StateNames) -> bool:
    """Read the labelled texts, print the score; return whether it is high enough."""
    labels = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((folder / "labels").glob("*.json"))]
    drafts = {
        label["file"]: read_letter(decoded((folder / label["file"]).read_bytes())[0], label["file"], names).to_dict()
        for label in labels
    }
    if scorer is None:
        return own_score(drafts, labels) >= LEAST
    with tempfile.TemporaryDirectory(prefix="secdb-") as place:
        lines = Path(place) / "drafts.jsonl"
        lines.write_text("\n".join(json.dumps(draft) for draft in drafts.values()), encoding="utf-8")
        command = [sys.executable, str(scorer), str(folder / "labels"), str(lines), "--each", "--min", str(LEAST)]
        return subprocess.run(command, check=False).returncode == 0


def timed(folder: Path, names: StateNames) -> bool:
    """Read a thousand letters of 3 kB, print time, memory and the share of each stage; return whether in time."""
    texts = [decoded(path.read_bytes())[0] for path in sorted(folder.glob("*.txt"))]
    letters = [(text * (1 + LENGTH // max(1, len(text))))[:LENGTH] for text in texts]
    start = time.process_time()  # of one core, whatever else the machine does
    for number in range(LETTERS):
        read_letter(letters[number % len(letters)], "letter.txt", names)
    taken = time.process_time() - start
    print(f"{LETTERS} letters of {LENGTH} characters: {taken:.1f} s (at most {LIMIT:.0f} s)")
    _print_memory(letters, names)
    _print_stages(letters, names)
    return taken <= LIMIT


def _print_memory(letters: list[str], names: StateNames) -> None:
    tracemalloc.start()
    sizes = []
    for number in range(4 * len(letters)):
        read_letter(letters[number % len(letters)], "letter.txt", names)
        if number % (2 * len(letters)) == 2 * len(letters) - 1:
            sizes.append(tracemalloc.get_traced_memory()[0] / 1e6)
    tracemalloc.stop()
    print("memory kept after each two rounds:", ", ".join(f"{size:.2f} MB" for size in sizes))


def _print_stages(letters: list[str], names: StateNames) -> None:
    profile = cProfile.Profile()
    profile.enable()
    for letter in letters:
        read_letter(letter, "letter.txt", names)
    profile.disable()
    shares: Counter[str] = Counter()
    for (file, _, _), (_, _, own, _, callers) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        if "intake" in file:
            shares[_stage(file)] += own
        else:  # what the standard library does, it does for whom it was called by
            for (caller, _, _), (_, _, part, _) in callers.items():
                shares[_stage(caller)] += part
    whole = sum(shares.values())
    for stage, seconds in shares.most_common():
        print(f"{seconds / whole:6.1%}  {stage}")


def _stage(file: str) -> str:
    parts = Path(file).with_suffix("").parts
    return next((stage for stage, names in STAGES.items() if set(names) & set(parts)), "other")


def main() -> int:
    """Print score and time; return 1 when one misses its target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scorer", type=Path, help="a program that compares labels and drafts")
    arguments = parser.parse_args()
    names = names_of_seeds(secdb.seeds_folder())
    good = scored(arguments.folder, arguments.scorer, names)
    return int(not (timed(arguments.folder, names) and good))


if __name__ == "__main__":
    sys.exit(main())

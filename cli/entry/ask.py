"""Questions at a terminal: one for each field, its answer checked at once and shown back as it is understood."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import typer

from secdb.errors import SecdbError, UsageError

from ..output.text import note
from .prompt import Completer, matching, read_line

if TYPE_CHECKING:
    from secdb.register.entry.entries import Given
    from secdb.register.entry.forms import Form, FormField

SEPARATOR = ";"  # names have commas
YES_NO = {"yes": "1", "no": "0"}
SHORT = 45  # columns of help in a prompt
SHOWN = 60  # characters of a default in it
LISTED = 8  # words that a message lists

Check = Callable[["FormField", str], str | None]
"""Returns what is shown back of an answer, None for nothing. Raises SecdbError when it is wrong."""
Candidates = Callable[[str], Sequence[str]]
"""Returns the codes and names of a noun's records, for completion."""

# optional fields that most records of some noun have
_USUAL = {
    "file", "date", "symbol", "signed", "in_force", "existence", "from", "to", "complete", "signatory", "person",
    "capacity", "cite", "by",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """A question; `words` is the closed list of its answers, `check` what `Check` is for this field."""

    name: str
    help: str = ""
    default: str = ""
    required: bool = False
    many: bool = False
    words: Sequence[str] = ()
    candidates: Sequence[str] = ()
    complete: Completer | None = None
    check: Callable[[str], str | None] | None = None


def ask(question: Question) -> str:
    """Return the answer, the default for an empty one; empty when an optional question is left out.

    `?` explains, `-` leaves out what has a default. What is wrong is told and asked again. Raises typer.Abort at the
    end of input, KeyboardInterrupt.
    """
    return f"{SEPARATOR} ".join(ask_several(question))


def ask_several(question: Question) -> tuple[str, ...]:
    """Return the answers: one unless several may be given, none when the question is left out."""
    while True:
        typed = read_line(_prompt(question), _completer(question), SEPARATOR if question.many else "").strip()
        if typed == "?":
            _explain(question)
            continue
        text = "" if typed == "-" else typed or question.default
        texts = [one.strip() for one in (text.split(SEPARATOR) if question.many else [text])]
        answers, offered = _accepted(question, [one for one in texts if one], is_typed=bool(typed))
        if answers is not None:
            return answers
        question = replace(question, default=offered or question.default)


def ask_form(
    form: "Form",
    given: "Mapping[str, Given]",
    defaults: "Mapping[str, Given]",
    *,
    check: Check,
    candidates: Candidates,
    intro: str = "",
) -> "dict[str, Given]":
    """Return what is given with the answers to questions about the rest: required fields, the usual ones, any others.

    `defaults`: by field, such as those of the record entered last. Raises as `ask`.
    """
    note(intro or "Enter takes what stands in [brackets], ? explains a question, Ctrl-C gives up.")
    asking = _Asking(form, dict(given), defaults, check, candidates)
    # what is done decides whether a State is needed
    for field in sorted(form.fields, key=lambda field: (form.noun, field.name) == ("act", "state")):
        if asking.is_required(field):
            asking.ask(field)
    for field in form.fields:
        if asking.is_usual(field):
            asking.ask(field)
    asking.ask_others()
    return asking.answers


def ask_fields(
    form: "Form", names: Sequence[str], answers: "Mapping[str, Given]", *, check: Check, candidates: Candidates
) -> "dict[str, Given]":
    """Return the answers with some of them asked for again; Enter keeps what was answered. Raises as `ask`."""
    kept = {name: answer for name, answer in answers.items() if name not in names}
    asking = _Asking(form, kept, answers, check, candidates)
    for field in form.fields:
        if field.name in names:
            asking.ask(field)
    return asking.answers


def confirm(question: str, default: bool = False) -> bool:
    """Return whether the answer is yes; Enter takes the default. Raises as `ask`."""
    while True:
        typed = read_line(f"{question} {'[Y/n]' if default else '[y/N]'} ").strip().casefold()
        if not typed:
            return default
        for word in YES_NO:
            if word.startswith(typed):
                return word == "yes"
        note("  answer y for yes or n for no")


def choose(question: str, options: Mapping[str, str]) -> str:
    """Return the letter of the option chosen: `{"e": "edit again"}` is asked as `[e]dit again`. Raises as `ask`."""
    shown = ", ".join(
        f"[{key}]{word[len(key) :]}" if word.startswith(key) else f"[{key}] {word}" for key, word in options.items()
    )
    while True:
        typed = read_line(f"{question} {shown}: ".lstrip()).strip().casefold()
        for key, word in options.items():
            if typed and (typed == key or word.casefold().startswith(typed)):
                return key
        note(f"  answer {' or '.join(options)}")


def word_of(words: Sequence[str], typed: str) -> str:
    """Return the word of a closed list that is typed, or begun so that no other is meant. Raises UsageError."""
    wanted = typed.strip().casefold().replace(" ", "_").replace("-", "_")
    if wanted in words:
        return wanted
    found = [word for word in words if word.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{typed!r} may be {' or '.join(found)}; type more of it")
    from difflib import get_close_matches

    near = get_close_matches(wanted, words, LISTED)
    advice = f"nearest: {', '.join(near)}" if near else f"there are: {_listing(words)}"
    raise UsageError(f"there is no {typed!r} among these words; {advice}")


class _Asking:
    """The questions about one record, and what has been answered."""

    def __init__(
        self,
        form: "Form",
        answers: "dict[str, Given]",
        defaults: "Mapping[str, Given]",
        check: Check,
        candidates: Candidates,
    ) -> None:
        self.form = form
        self.answers = answers
        self._defaults = defaults
        self._check = check
        self._candidates = candidates
        self._asked = set(answers)

    def is_required(self, field: "FormField") -> bool:
        """Tell whether the record cannot do without the field, as far as is known by now."""
        if field.name in self._asked:
            return False
        if (self.form.noun, field.name) == ("act", "state"):
            from secdb.register.entry.records import FOR_ALL

            return self.answers.get("kind") not in FOR_ALL
        if (self.form.noun, field.name) == ("act", "effect"):
            return "date" in self._asked and not self.answers.get("date")
        return field.required

    def is_usual(self, field: "FormField") -> bool:
        """Tell whether most people would give the field, as far as is known by now."""
        if field.name in self._asked:
            return False
        if field.name in {"quote", "locator"}:
            return bool(self.answers.get("cite")) and not self.answers.get("quote")
        return field.name in _USUAL or self.is_required(field)

    def ask_others(self) -> None:
        """Ask for names of fields that have not been asked for, and for each field named."""
        while others := {field.name: field for field in self.form.fields if field.name not in self._asked}:
            helps = "\n".join(f"{name}: {field.help}" for name, field in others.items())
            try:
                name = ask(Question("More fields", f"a name, or Enter to go on\n{helps}", words=tuple(others)))
            except typer.Abort:  # Ctrl-D: no more
                return
            if not name:
                return
            self.ask(others[name])

    def ask(self, field: "FormField") -> None:
        """Ask for one field and keep the answer."""
        answers = ask_several(self._question(field))
        self._asked.add(field.name)
        if answers and field.many:
            self.answers[field.name] = answers
        elif answers:
            self.answers[field.name] = YES_NO.get(answers[0], answers[0]) if field.kind == "flag" else answers[0]

    def _question(self, field: "FormField") -> Question:
        default = self._defaults.get(field.name) or field.default or ""
        shown = default if isinstance(default, str) else f"{SEPARATOR} ".join(default)
        words = field.words
        if field.kind == "flag":
            words = tuple(YES_NO)
            shown = next((word for word, value in YES_NO.items() if value == shown), shown)
        return Question(
            name=field.name,
            help=field.help,
            default=shown,
            required=self.is_required(field),
            many=field.many,
            words=words,
            complete=_paths if field.name == "file" else self._completer(field.refers) if field.refers else None,
            check=None if words else lambda text: self._check(field, text),
        )

    def _completer(self, noun: str) -> Completer:
        return lambda typed: matching(self._candidates(noun), typed)


def _prompt(question: Question) -> str:
    label = question.name[:1].upper() + question.name[1:].replace("_", " ")
    hint = _hint(question)
    default = question.default if len(question.default) <= SHOWN else f"{question.default[:SHOWN]}..."
    return f"{label}{f' ({hint})' if hint else ''}{f' [{default}]' if default else ''}: "


def _hint(question: Question) -> str:
    """Return the beginning of the help that fits, none when it says what the name says."""
    start = question.help.partition("\n")[0]
    for mark in (";", ":", " ("):
        start = start.partition(mark)[0]
    says_more = {*start.casefold().split()} - {"the", "a", "its", "name", *question.name.casefold().split("_")}
    return start if says_more and len(start) <= SHORT else ""


def _completer(question: Question) -> Completer:
    return question.complete or (lambda typed: matching(question.words or question.candidates, typed))


def _explain(question: Question) -> None:
    for line in (question.help or "no more is known about this").split("\n"):
        note(f"  {line}")
    if "\n" in question.help:  # it has said all
        return
    if question.words:
        note(f"  one of: {', '.join(question.words)}")
    if question.many:
        note(f"  several with {SEPARATOR} between them")
    if question.candidates or question.complete:
        note("  Tab completes it")
    leaving = "- leaves it out" if question.default else "Enter leaves it out"
    note("  it is required" if question.required else f"  {leaving}")


def _accepted(question: Question, texts: Sequence[str], *, is_typed: bool) -> tuple[tuple[str, ...] | None, str]:
    """Return the answers, None when one is wrong, and what is offered instead; tell how each is understood."""
    if not texts and question.required:
        note(f"  {question.name.replace('_', ' ')} is required; ? explains it, Ctrl-C gives up")
        return None, ""
    answers, offered = [], ""
    for text in texts:
        try:
            answer = word_of(question.words, text) if question.words else text
            shown = question.check(answer) if question.check else None
        except SecdbError as error:
            for line in str(error).split("\n"):
                note(f"  {line}")
            nearest = getattr(error, "nearest", None)  # of a quotation that is not there
            offered = " ".join(nearest.words.split()) if nearest else ""
        else:
            answers.append(answer)
            shown = answer if answer != text else shown
            if shown and is_typed:
                note(f"  = {shown}")
    return tuple(answers) if len(answers) == len(texts) else None, offered


def _listing(words: Sequence[str]) -> str:
    more = len(words) - LISTED
    return ", ".join(words[:LISTED]) + (f" and {more} more (? lists them)" if more > 0 else "")


def _paths(typed: str) -> list[str]:
    """Return the files and folders whose paths begin as typed."""
    from glob import escape, glob
    from pathlib import Path

    found = sorted(glob(escape(typed) + "*"))  # noqa: PTH207 - as typed, `~` and `./` included
    return [f"{path}/" if Path(path).is_dir() else path for path in found]

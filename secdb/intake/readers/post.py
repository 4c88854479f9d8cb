"""Text of a post as WordPress gives it in JSON: the title, an empty line, the content."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from secdb.intake.readers.encoding import decoded
from secdb.intake.readers.errors import DamagedError, EmptyError, EncryptedError, WrongTypeError
from secdb.intake.readers.page import text_of
from secdb.intake.readers.worker import Parsed

if TYPE_CHECKING:
    from secdb.intake.readers.limits import Limits


def parse(content: bytes, limits: Limits) -> Parsed:
    """Return the text of a post; its day and address are notes.

    Raises WrongTypeError for JSON that is no post or more than one, DamagedError for what is no JSON,
    EncryptedError where the site keeps the content behind a password, EmptyError for a post without text.
    """
    del limits  # a post's text is shorter than the post
    source, notes = decoded(content)
    try:
        post = _one(json.loads(source))
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise DamagedError(f"it is broken JSON ({error.msg} at {where}): fetch it again") from None
    body = _rendered(post, "content")
    if body is None:
        raise WrongTypeError("it is JSON without content.rendered: give one post of WordPress, or save its text")
    return Parsed(
        "\n\n".join(filter(None, (_shown(_rendered(post, "title")), _body(post, body)))), (*notes, *_notes(post))
    )


def _one(data: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever JSON holds
    if isinstance(data, list):
        if not data:
            raise EmptyError("it is an empty list of posts: fetch the post by its number")
        if len(data) > 1:
            raise WrongTypeError(f"it is a list of {len(data)} things: give one post to a file")
        data = data[0]
    if not isinstance(data, dict):
        raise WrongTypeError("it is JSON but no post: give one post of WordPress, or save its text")
    return data


def _rendered(post: dict[str, Any], name: str) -> str | None:
    """Return the HTML of a field: `{"rendered": ...}`, or the words themselves."""
    field = post.get(name)
    if isinstance(field, dict):
        field = field.get("rendered")
    return field if isinstance(field, str) else None


def _body(post: dict[str, Any], body: str) -> str:
    content = post["content"]
    if isinstance(content, dict) and content.get("protected") and not body.strip():
        raise EncryptedError("the site keeps its content behind a password: fetch it with the password")
    return text_of(body)


def _shown(source: str | None) -> str:
    try:
        return text_of(source or "")
    except EmptyError:
        return ""


def _notes(post: dict[str, Any]) -> list[str]:
    said = {"Posted on": post.get("date"), "Its address is": post.get("link")}
    return [f"{what} {value}." for what, value in said.items() if isinstance(value, str) and value]

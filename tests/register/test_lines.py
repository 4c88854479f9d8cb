"""The lines that a revision's hash is made of are the same however the log is written."""

from __future__ import annotations

import json

import pytest
import sqlalchemy as sa

from secdb import database
from secdb.models import Person
from secdb.register import revise
from secdb.register.history.lines import Lines, canonical
from secdb.register.history.logged import Log
from tests.register.tampering import tampering

FIRST = b'{"id":1,"kind":"accession","note":null}'


def line(new: bytes | str) -> bytes:
    """Return the line of an insertion, written after another row of its table."""
    lines = Lines()
    lines.line((1, b"act", 1, b"insert", None, FIRST))
    return lines.line((2, b"act", 7, b"insert", None, new))


def told(new: str) -> bytes:
    return f'{{"change":2,"id":7,"new":{new},"old":null,"operation":"insert","table":"act"}}\n'.encode()


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (b'{"id":7,"kind":"x","note":"\xc3\xa9 %s, \'q\'"}', '{"id":7,"kind":"x","note":"é %s, \'q\'"}'),
        ('{"id": 7, "kind": "x", "note": -12}', '{"id":7,"kind":"x","note":-12}'),
        (b'{"note":null,"kind":"x","id":7}', '{"id":7,"kind":"x","note":null}'),
        (b'{"id":7,"kind":"x","note":"\\u00e9\\/ \\" \\n"}', '{"id":7,"kind":"x","note":"é/ \\" \\n"}'),
        (b'{"id":-0,"kind":"x","note":1.50}', '{"id":0,"kind":"x","note":1.5}'),
        (b'{"id":7,"id":8,"kind":"x","note":null}', '{"id":8,"kind":"x","note":null}'),
        (b'{"id":7,"kind":"x"}', '{"id":7,"kind":"x"}'),
        (
            b'{"id":7,"kind":"x","note":null,"z":[2,{"b":1,"a":2}]}',
            '{"id":7,"kind":"x","note":null,"z":[2,{"a":2,"b":1}]}',
        ),
        (b'{"id":07,"kind":"x","note":null}', '"{\\"id\\":07,\\"kind\\":\\"x\\",\\"note\\":null}"'),
        (b"", '""'),
    ],
)
def test_a_row_gives_the_same_line_however_it_is_written(new: bytes | str, expected: str) -> None:
    assert line(new) == told(expected)


@pytest.mark.parametrize("first", [b"[]", b"no JSON", b"{}", b'{"id":1}', b'{"i%d":1,"b":2}'])
def test_a_first_row_in_another_form_changes_no_line(first: bytes) -> None:
    lines = Lines()
    lines.line((1, b"act", 1, b"insert", None, first))
    assert lines.line((2, b"act", 7, b"insert", None, FIRST)) == told('{"id":1,"kind":"accession","note":null}')


def test_what_is_no_utf8_stays_as_it_is() -> None:
    plain, escaped = b'{"id":7,"kind":"\xff","note":null}', b'{"id":7,"kind":"\xff","note":"\\u0041"}'
    assert line(plain) == told("@").replace(b"@", plain)
    assert line(escaped) == told("@").replace(b"@", b'{"id":7,"kind":"\xff","note":"A"}')


def test_an_update_tells_of_both_states_and_a_removal_of_the_old() -> None:
    lines, new = Lines(), b'{"id":1,"kind":"withdrawal","note":null}'
    assert lines.line((3, b"act", 1, b"update", FIRST, new)) == (
        b'{"change":3,"id":1,"new":' + new + b',"old":' + FIRST + b',"operation":"update","table":"act"}\n'
    )
    assert lines.line((4, "act", 1, "delete", FIRST.decode(), None)) == (
        b'{"change":4,"id":1,"new":null,"old":' + FIRST + b',"operation":"delete","table":"act"}\n'
    )


def test_the_log_gives_each_change_as_its_canonical_line(register_url: str) -> None:
    odd = ["plain", 'a "quotation"', "back\\slash", "two\nlines", "é\u2028\x7f", "%s %d {}"]
    engine = database.engine(database.locate(register_url).url)
    with revise(engine, author="Ani", message="odd") as writer:
        writer.session.add_all([Person(code=f"p-{n}", name=name, note=None) for n, name in enumerate(odd)])
    engine.dispose()
    plain = sa.create_engine(engine.url)
    with tampering(plain) as connection:
        early = 'UPDATE change SET new = \'{"id":1,"code":"x","name":"y"}\' WHERE id = 1'
        connection.exec_driver_sql(early)
        connection.exec_driver_sql("UPDATE change SET operation = 'update', old = new WHERE id = 2")
        log = Log(connection)
        told = b"".join(log.contents(1))
        expected = [{"change": change.id, **change.content} for change in log.changes(1)]
        assert len(expected) == len(odd)
    plain.dispose()
    assert [json.loads(one) for one in told.splitlines()] == expected
    assert told == b"".join(canonical(one) for one in expected)

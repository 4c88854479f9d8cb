"""The command line: parses, calls one function of secdb, renders.

Imports of its own modules are relative: the folder is `secdb.cli` in the wheel. No module here has
`from __future__ import annotations`: Typer would evaluate each annotation of each command again at every start, which
costs 25 ms with fifty commands.
"""

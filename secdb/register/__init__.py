"""The only writer: one revision per unit of change, whole packages checked before a row is written."""

from secdb.register.history.chain import HistoryProblem, verify
from secdb.register.loading.load import Difference, LoadResult, load
from secdb.register.revision import Writer, revise
from secdb.register.rows.problems import Problem, ProblemsError
from secdb.register.switch import paused, rebuild

__all__ = [
    "Difference",
    "HistoryProblem",
    "LoadResult",
    "Problem",
    "ProblemsError",
    "Writer",
    "load",
    "paused",
    "rebuild",
    "revise",
    "verify",
]

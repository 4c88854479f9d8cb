"""The only writer: one revision per unit of change, whole packages checked before a row is written."""

from secdb.register.history.chain import HistoryProblem, verify
from secdb.register.loading.load import Difference, LoadResult, load
from secdb.register.loading.recording import NotRecordedError, Recorded, record
from secdb.register.loading.refusals import Gathered
from secdb.register.revision import Writer, revise
from secdb.register.rows.problems import Problem, ProblemsError
from secdb.register.switch import paused, rebuild

__all__ = [
    "Difference",
    "Gathered",
    "HistoryProblem",
    "LoadResult",
    "NotRecordedError",
    "Problem",
    "ProblemsError",
    "Recorded",
    "Writer",
    "load",
    "paused",
    "rebuild",
    "record",
    "revise",
    "verify",
]

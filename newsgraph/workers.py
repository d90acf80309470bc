"""Articles → readings, in this process or in several: the same readings in the same order either way."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from extract.articles import Located, ReadFailure
from extract.errors import ExtractError
from extract.model import Reading
from extract.names_listed import NONE, Listed

if TYPE_CHECKING:
    from spacy.language import Language

WORTH_A_PROCESS = 32
"""Articles; in the seconds that a process takes to start, another reads about so many."""
JOBS_AT_MOST = 8
"""When nobody says how many; each takes some hundred megabytes."""

Outcome = tuple[Located, Reading | ReadFailure]


def default_jobs() -> int:
    """Return how many processes to use when nobody says: as many as processors, at most 8."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(usable or 1, JOBS_AT_MOST)


def read_located(
    articles: Iterable[Located],
    *,
    language: str | None = None,
    jobs: int | None = None,
    listed: Listed = NONE,
) -> Iterator[Outcome]:
    """Yield each article with its reading, or with the failure it caused, in the order of the articles.

    ``language`` names a spaCy pipeline, None the shipped one. ``jobs`` is the number of processes; None
    takes as many as are worth their start; ``listed`` are names of the user's to look for. The pipeline is
    loaded when the first article comes.
    Raises ``ExtractError`` where the pipeline cannot be loaded or a process was killed.
    """
    coming = iter(articles)
    first = list(islice(coming, WORTH_A_PROCESS * (jobs or default_jobs())))
    jobs = jobs or min(default_jobs(), -(-len(first) // WORTH_A_PROCESS))
    jobs = min(jobs, len(first))
    read = _in_processes if jobs > 1 else _here
    yield from read(chain(first, coming), language, jobs, listed)


def _here(articles: Iterable[Located], language: str | None, _: int, listed: Listed) -> Iterator[Outcome]:
    nlp: Language | None = None
    for located in articles:
        nlp = nlp or _pipeline(language)
        yield located, _read(nlp, located, listed)


def _in_processes(
    articles: Iterable[Located], language: str | None, jobs: int, listed: Listed
) -> Iterator[Outcome]:
    """Keep a few articles ahead of each process, and no more: a million articles fit in no queue."""
    _pipeline(language)  # what is wrong with it is better said here, once
    context = multiprocessing.get_context("spawn")  # a fork would copy locks that threads hold
    told = (language, dict(listed))
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=told)
    waiting: deque[tuple[Located, Future[Reading | ReadFailure]]] = deque()
    try:
        for located in articles:
            with _interrupt_later():  # inherited: in the workers Ctrl-C is blocked for good
                waiting.append((located, pool.submit(_read_in_worker, located)))
            if len(waiting) > 4 * jobs:
                yield _finished(*waiting.popleft())
        while waiting:
            yield _finished(*waiting.popleft())
    finally:
        pool.shutdown(cancel_futures=True)


def _finished(located: Located, future: Future[Reading | ReadFailure]) -> Outcome:
    try:
        return located, future.result()
    except BrokenProcessPool:
        raise ExtractError(
            f"a worker process was killed near {located.source}, mostly for want of memory; use fewer --jobs"
        ) from None


def _read(nlp: Language, located: Located, listed: Listed) -> Reading | ReadFailure:
    """Read one article; whatever it makes extraction raise is a failure of that article alone."""
    from extract.reading import read_article

    try:
        read = partial(read_article, listed=listed) if listed else read_article
        return read(nlp, located.article)
    except Exception as error:
        what = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
        return ReadFailure(source=located.source, reason=f"could not be understood ({what})")


def _pipeline(language: str | None) -> Language:
    from extract.language import load_language

    return load_language(language)


@contextmanager
def _interrupt_later() -> Iterator[None]:
    """Let Ctrl-C wait for the end of the block, and block it in the processes that start inside."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    was = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, was)


_worker_pipeline: Language | None = None
_worker_listed: Listed = NONE
"""The state of a worker process: its pipeline, loaded once, and the user's names."""


def _start(language: str | None, listed: Listed) -> None:
    global _worker_pipeline, _worker_listed
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _worker_pipeline = _pipeline(language)
    _worker_listed = listed


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read_in_worker(located: Located) -> Reading | ReadFailure:
    assert _worker_pipeline is not None, "the pool's initializer loads it"
    return _read(_worker_pipeline, located, _worker_listed)

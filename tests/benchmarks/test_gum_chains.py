"""Reading GUM's entity column: text as an article has it, and chains of character spans."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from benchmarks.gum_chains import GoldIndex, read_gum

SAMPLE = """# newdoc id = GUM_news_sample
# newpar
# text = Kenya didn't sell its ships.
1\tKenya\t_\tPROPN\tNNP\t_\t4\tnsubj\t_\tEntity=(1-place-new-nnnnn-cf1-1-coref)
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\t_\tAUX\tVBD\t_\t4\taux\t_\t_
3\tn't\t_\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tsell\t_\tVERB\tVB\t_\t0\troot\t_\t_
5\tits\t_\tPRON\tPRP$\t_\t6\tnmod:poss\t_\tEntity=(2-object-new-nnnnn-cf2-2-sgl(1-place-giv:act-nnnnn-cf1-1-ana)
6\tships\t_\tNOUN\tNNS\t_\t4\tobj\t_\tEntity=2)|SpaceAfter=No
7\t.\t_\tPUNCT\t.\t_\t4\tpunct\t_\t_

# newpar
# text = Peru and Chad met in May.
1\tPeru\t_\tPROPN\tNNP\t_\t4\tnsubj\t_\tEntity=(5-person-new-nnnnn-cf1-1-sgl(3-place-new-nnnnn-cf1-1-sgl)
2\tand\t_\tCCONJ\tCC\t_\t3\tcc\t_\t_
3\tChad\t_\tPROPN\tNNP\t_\t1\tconj\t_\tEntity=(4-place-new-nnnnn-cf1-1-sgl)5)
4\tmet\t_\tVERB\tVBD\t_\t0\troot\t_\t_
5\tin\t_\tADP\tIN\t_\t6\tcase\t_\t_
6\tMay\t_\tPROPN\tNNP\t_\t4\tobl\t_\tEntity=(6-time-new-nnnnn-cf1-1-sgl)|SpaceAfter=No
7\t.\t_\tPUNCT\t.\t_\t4\tpunct\t_\t_

"""


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "gum.conllu.xz"
    path.write_bytes(lzma.compress(SAMPLE.encode("utf-8")))
    return path


def test_text_and_chains(sample: Path) -> None:
    (document,) = read_gum(sample)
    assert document.text == "Kenya didn't sell its ships.\n\nPeru and Chad met in May."
    found = {k: [document.text[slice(*m.span)] for m in ms] for k, ms in document.chains().items()}
    assert found == {
        "1": ["Kenya", "its"],
        "2": ["its ships"],
        "3": ["Peru"],
        "4": ["Chad"],
        "5": ["Peru and Chad"],
        "6": ["May"],
    }


def test_times_are_no_names(sample: Path) -> None:
    (document,) = read_gum(sample)
    assert sorted(document.named()) == ["1", "3", "4", "5"]


def test_a_head_means_the_shortest_phrase_around_it(sample: Path) -> None:
    (document,) = read_gum(sample)
    index = GoldIndex(document)
    start = document.text.index("Peru")
    head = (start, start + 4)
    assert index.chain((start, start + 13), head) == "5"
    assert index.chain((start, start + 8), head) == "3"
    assert index.chain((start, start + 8), None) is None

"""The only door to spaCy's pipelines: the shipped one, or any other that is installed."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from extract.errors import ExtractError

if TYPE_CHECKING:
    from spacy.language import Language

SHIPPED = Path(__file__).parent / "pipeline"
"""The folder of the pipeline that comes with newsgraph."""


class LanguageError(ExtractError):
    """A pipeline that cannot be loaded."""


def load_language(name: str | None = None) -> Language:
    """A spaCy pipeline, loaded once in a process.

    Args:
        name: an installed pipeline package (``en_core_web_sm``) or a folder; None is the shipped one.

    Returns:
        The pipeline, the gazetteer's component after its names; it takes text or a Doc that is
        already cut into words.

    Raises:
        LanguageError: no such pipeline, or one that this spaCy cannot read.

    """
    return _load(str(SHIPPED) if name is None else name)


@cache
def _load(name: str) -> Language:
    import spacy

    from extract.clearnlp import add_universal_view
    from extract.encoder import register_encoder
    from extract.gazetteer_component import add_gazetteer, register_gazetteer

    register_encoder()
    register_gazetteer()
    try:
        nlp = spacy.load(name)
    except Exception as error:  # spaCy and thinc raise many kinds for a broken or missing pipeline
        installed = ", ".join(sorted(spacy.util.get_installed_models())) or "none"
        raise LanguageError(
            f"cannot load the language pipeline {name!r}: {_first_line(error)} "
            f"(installed: {installed}; leave the name out for the one that comes with newsgraph)"
        ) from error
    _widen(nlp)
    add_gazetteer(nlp)
    add_universal_view(nlp)
    return nlp


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]


def _widen(nlp: Language) -> None:
    """Makes 32-bit floats of weights that are stored in 16 bits, which the shipped ones are."""
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for layer in model.walk() if model is not None else ():
            for name in layer.param_names:
                if layer.has_param(name) and layer.get_param(name).dtype == "float16":
                    layer.set_param(name, layer.get_param(name).astype("float32"))

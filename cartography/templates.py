"""The HTML templates of pages and reports, in resources/templates."""

from __future__ import annotations

import functools
from typing import Any

from ..layers.packages import missing_text
from ..layers.paths import RESOURCES
from ..measures.errors import InputError


def markup(template: str, macro: str, *arguments: Any, **named: Any) -> Any:
    """What a macro of a template makes of its arguments; texts are escaped, markup is not.

    Raises:
        InputError: jinja2 is not installed.
    """
    return getattr(_environment().get_template(template).module, macro)(*arguments, **named)


def page(template: str, **values: Any) -> str:
    """A whole template filled in."""
    return str(_environment().get_template(template).render(**values))


def as_markup(text: str) -> Any:
    """Text that is markup already, such as a drawing."""
    _environment()
    from markupsafe import Markup

    # Only the plugin's own drawings and styles
    return Markup(text)  # noqa: S704  # nosec B704


@functools.lru_cache(maxsize=1)
def _environment() -> Any:
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    except ModuleNotFoundError:
        raise InputError(missing_text("jinja2")) from None
    folder = FileSystemLoader(str(RESOURCES / "templates"), encoding="utf-8")
    return Environment(loader=folder, autoescape=True, undefined=StrictUndefined)

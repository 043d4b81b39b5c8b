"""The labels of a layout: what they say, and letters that suit their places."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from qgis.core import QgsLayoutItem, QgsLayoutItemLabel, QgsPrintLayout
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QFont

from ....layers.compat import label_font, set_label_font
from ...projection import Projection
from ..pages.fonts import report_font
from ..wishes import Wishes

_WRAPPED = 1.15  # how much longer a text gets by being wrapped
_KEY_GAP = 2.0  # millimetres between codes and what they stand for
POINT_MM = 0.3528
SMALLEST = 7.0  # points of letters on a map


def item(layout: QgsPrintLayout, name: str) -> QgsLayoutItem | None:
    """The item with this id; None where the user has taken it out of the template."""
    return layout.itemById(name)


def fill_labels(
    layout: QgsPrintLayout,
    title: str,
    subtitle: str,
    projection: Projection,
    wishes: Wishes,
    key: Mapping[str, str] | None = None,
) -> None:
    """Write title, theme, sources, author and key where the template has a place for them."""
    t = wishes.phrases
    source = wishes.source or t("not given")
    facts = t("Source: {source}", source=source) + "\n"
    facts += t("Projection: {name}", name=projection.words(t)) + ". "
    facts += t("Made {day}", day=date.today().isoformat())
    texts = {
        "title": title,
        "subtitle": subtitle,
        "facts": facts,
        "author": wishes.author,
        "approval": t("Map approval no. {number}", number=wishes.approval)
        if wishes.approval
        else "",
        "key": "\n".join(f"{code}   {name}" for code, name in (key or {}).items()),
    }
    for name, text in texts.items():
        label = item(layout, name)
        if isinstance(label, QgsLayoutItemLabel):
            label.setText(literal(text))
            set_label_font(label, letters(label_font(label), wishes))
            if name in ("title", "key", "subtitle"):
                _shrink(label)
    _widen_facts(layout)
    if key:
        _align_key(layout, key)


def _align_key(layout: QgsPrintLayout, key: Mapping[str, str]) -> None:
    """Codes and what they stand for as two columns, where no line has to be broken."""
    names = item(layout, "key")
    if not isinstance(names, QgsLayoutItemLabel):
        return
    codes = QgsLayoutItemLabel(layout)
    codes.setId("codes")
    set_label_font(codes, label_font(names))
    codes.setMarginX(names.marginX())
    codes.setMarginY(names.marginY())
    codes.setText(literal("\n".join(key)))
    frame = QRectF(names.pos(), names.rect().size())
    width = codes.sizeForText().width() + _KEY_GAP
    whole = names.text()
    names.setText(literal("\n".join(key.values())))
    if names.sizeForText().width() > frame.width() - width:
        names.setText(whole)
        return
    names.attemptSetSceneRect(frame.adjusted(width, 0, 0, 0))
    frame.setWidth(width)
    codes.attemptSetSceneRect(frame)
    layout.addLayoutItem(codes)


def _widen_facts(layout: QgsPrintLayout) -> None:
    """Let the sources have the place of author and approval number where there are none."""
    facts, beside = item(layout, "facts"), [item(layout, name) for name in ("author", "approval")]
    labels = [label for label in beside if isinstance(label, QgsLayoutItemLabel)]
    if isinstance(facts, QgsLayoutItemLabel) and labels and not any(x.text() for x in labels):
        right = max(label.pos().x() + label.rect().width() for label in labels)
        box = QRectF(facts.pos(), facts.rect().size())
        box.setRight(max(box.right(), right))
        facts.attemptSetSceneRect(box)


def literal(text: str) -> str:
    """A layout's text that is printed as it is: names and titles are data, never expressions."""
    return text.replace("[%", "[[% '%' %]")


def letters(font: QFont, wishes: Wishes) -> QFont:
    """The template's font, or one that can write the report's language."""
    changed = QFont(font)
    if wishes.phrases.chinese:
        changed.setFamily(report_font(True))
    return changed


def _shrink(label: QgsLayoutItemLabel) -> None:
    """Smaller letters until the text fits the place the template gives it."""
    font = label_font(label)
    frame = label.rect()
    for _ in range(30):
        needed = label.sizeForText()
        lines = 1.0
        if needed.width() > frame.width():
            # Lines break between words, so that they are not full.
            lines = -(-_WRAPPED * needed.width() // frame.width())
        wraps = "\n" not in label.text() or needed.width() <= frame.width() + 1
        # One line may reach over its box a little, more are cut there.
        if wraps and needed.height() * lines <= frame.height() + (1.5 if lines < 1.5 else 0.4):
            return
        if font.pointSizeF() - 0.4 < SMALLEST:
            return
        font.setPointSizeF(font.pointSizeF() - 0.4)
        set_label_font(label, font)

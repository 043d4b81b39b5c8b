"""Settings of Sphinx, which makes the help: small, the same from the same sources, no net."""

import re

project = "Mega-Region Analyst"
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
suppress_warnings = ["myst.xref_missing", "myst.header"]
smartquotes = False
html_theme = "alabaster"
html_theme_options = {
    "description": "Core and secondary cities of mega-regions, in QGIS",
    "fixed_sidebar": False,
    "show_powered_by": False,
    "page_width": "1080px",
    "body_max_width": "none",
    "font_family": "'Noto Sans', 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif",
    "head_font_family": "inherit",
}
html_sidebars = {"**": ["about.html", "searchbox.html", "navigation.html"]}
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_use_index = False
html_domain_indices = False
html_title = "Mega-Region Analyst"
exclude_patterns = ["inputs"]
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
add_module_names = False
python_maximum_signature_line_length = 88
default_role = "code"
napoleon_use_ivar = True


def _readable(app, what, name, obj, options, lines):  # noqa: ANN001, ANN202
    """Docstrings as text: signs of formulas are no markup, lines of formulas stay lines."""
    blocks, block = [], []
    for line in [*lines, ""]:
        if line.strip():
            block.append(line if line.lstrip().startswith((">>>", "...")) else _escaped(line))
            continue
        is_formula = what == "module" and any(one.startswith(" ") for one in block)
        blocks += [f"| {one}" for one in block] if is_formula else block
        blocks.append("")
        block = []
    lines[:] = blocks


def _escaped(line):  # noqa: ANN001, ANN202
    parts = line.split("`")
    for index in range(0, len(parts), 2):
        part = parts[index].replace("|", "\\|")
        parts[index] = re.sub(r"(?<=\w)_(?=\W|$)|(?<=\w)_(?=[a-z]\b)", r"\\_", part)
    return "`".join(parts)


def setup(app):  # noqa: ANN001, ANN201
    """After napoleon, whose priority is 500."""
    app.connect("autodoc-process-docstring", _readable, priority=600)

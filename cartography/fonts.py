"""Fonts with Chinese letters, for charts, maps and reports."""

from __future__ import annotations

# The best known first; Windows calls its own by their Chinese names where it speaks Chinese.
CHINESE_FONTS = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "思源黑体",
    "Microsoft YaHei",
    "微软雅黑",
    "PingFang SC",
    "WenQuanYi Micro Hei",
    "文泉驿微米黑",
    "WenQuanYi Zen Hei",
    "SimHei",
    "黑体",
    "Hiragino Sans GB",
    "Droid Sans Fallback",
)

"""Names and codes as they are compared: what is ignored, what is not, and likeness."""

import pytest
from megaregion.measures.prepare.names import code_key, name_key, narrow, written_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("北京市", "北京"),
        (" 唐 山　市 ", "唐山"),
        ("和田地区", "和田"),
        ("锡林郭勒盟", "锡林郭勒"),
        ("恩施土家族苗族自治州", "恩施州"),
        ("恩施州", "恩施"),
        ("克孜勒苏柯尔克孜自治州", "克孜勒苏州"),
        ("香港特别行政区", "香港"),
        ("\ufeff石家庄市", "石家庄"),
        ("Ｂｅｉｊｉｎｇ", "Beijing"),
        ("BEIJING CITY", "beijing"),
        ("Shi Jia Zhuang Shi", "Shijiazhuang"),
        ("Baoding-shi", "Baoding"),
        ("Hotan Prefecture", "Hotan"),
        ("Hinggan League", "hinggan"),
        ("Suzhou prefecture-level city", "Suzhou"),
        ("Xi’an", "Xi'an City"),
        ("Chongqing\nMunicipality", "Chongqing"),
    ],
)
def test_same_name(one, other):
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("吉林市", "吉林省"),
        ("杭州", "杭"),
        ("津市", "津"),
        ("安阳市", "安阳县"),
        ("台州", "泰州"),
        ("Shishi", "Shi"),  # a suffix is a word of its own
        ("北京①", "北京"),
        ("Xi'an", "Xian"),
    ],
)
def test_different_names(one, other):
    assert name_key(one) != name_key(other)


def test_former_names_keep_their_chinese_suffix():
    assert written_key("晋江 地区") == "晋江地区" != written_key("晋江市")
    assert written_key("Xiangfan City") == written_key("xiangfan")


@pytest.mark.parametrize(
    "code", ["110000", "１１００００", "110,000", "110000.0", " 110 000 ", "\ufeff110000"]
)
def test_codes(code):
    assert code_key(code) == "110000"


@pytest.mark.parametrize("code", ["11000", "110000.5", "0110000", "11,0000", "110000①"])
def test_other_codes(code):
    assert code_key(code) != "110000"


def test_narrow_leaves_footnote_marks():
    assert narrow("１２，３４５．６％　①") == "12,345.6% ①"


def test_every_full_width_sign_is_narrowed_and_no_other():
    wide = "".join(map(chr, range(0xFF01, 0xFF5F)))
    assert narrow(wide) == "".join(map(chr, range(0x21, 0x7F)))
    assert narrow("①｡\u3000") == "①｡ "

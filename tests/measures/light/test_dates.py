"""Dates in the names that providers and planners give to night-light rasters."""

from datetime import date

import numpy as np
import pytest
from megaregion.measures.errors import InputError
from megaregion.measures.light.dates import (
    LightDate,
    compile_pattern,
    date_of_raster,
    dates_in,
    dates_of_bands,
    dates_of_rasters,
    find_date,
    month_seasons,
)
from megaregion.measures.trend import theil_sen

PUBLISHED = {
    # NASA Black Marble
    "VNP46A4.A2021001.h28v05.001.2022120123456.h5": "2021",
    "VNP46A3.A2021152.h28v05.002.2022120123456.h5": "2021-06",
    "VNP46A3.A2020153.h28v05.001.h5": "2020-06",
    "VNP46A2.A2020366.h28v05.001.2021053191602.h5": "2020-12-31",
    "VNP46A1.A2021001.h28v05.001.h5": "2021-01-01",
    "VJ146A4.A2019001.h10v04.002.2025010100000.h5": "2019",
    "A2021032": "2021-02-01",
    # EOG
    "SVDNB_npp_20150101-20151231_75N060E_vcm-orm-ntl_v10_c201701311200.avg_rade9.tif": "2015",
    "SVDNB_npp_20180401-20180430_75N060E_vcmcfg_v10_c201805012000.avg_rade9h.tif": "2018-04",
    "SVDNB_npp_20160201-20160229_75N060E_vcmslcfg_v10_c201603": "2016-02",
    "VNL_v21_npp_2015_global_vcmslcfg_c202205302300.average_masked.dat.tif": "2015",
    "VNL_v2_npp_201204-201212_global_vcmcfg_c202101211500.average.tif.gz": "2012",
    "VNL_v21_npp_201204-201303_global_vcmcfg_c202205302300.median.dat.tif": "2012",
    "VNL_npp_2022_global_vcmslcfg_v2_c202303062300.average.dat.tif": "2022",
    "F182013.v4c_web.stable_lights.avg_vis.tif": "2013",
    "F101992.v4b_web": "1992",
    "F16_20051128-20061224_rad_v4.avg_vis.tif": "2006",
    # Li et al. (2020), Chen et al. (2021)
    "Harmonized_DN_NTL_2015_simVIIRS.tif": "2015",
    "LongNTL_2000.tif": "2000",
    # planners
    "light_2022_06.tif": "2022-06",
    "light_2022_06_15.tif": "2022-06-15",
    "320500_NTL_2015": "2015",
    "ntl_2000m_2015": "2015",
    "ntl_2015_500m": "2015",
    "ntl_2015_10m.tif": "2015",
    "ntl_2015_001.tif": "2015",
    "NTL2015.tif": "2015",
    "v2019": "2019",
    "v2021_ntl_2015": "2015",
    "ntl-202206": "2022-06",
    "ntl.20220615.tif": "2022-06-15",
    "avg_2003": "2003",
    "2013年夜间灯光": "2013",
    "夜光2022年6月": "2022-06",
    "2022年12月5日": "2022-12-05",
    "ntl_2015_CGCS2000": "2015",
    "cgcs_2000_ntl_2015": "2015",
    "ntl_2015_GCS_WGS_1984": "2015",
    "Beijing_2015": "2015",
    "2015/light_2015_07": "2015-07",
    "ntl_2013_Krasovsky_1940_Albers.tif": "2013",
    "ntl_2013_GRS_1980": "2013",
    "ntl_Jan_2015.tif": "2015-01",
    "2015Sept": "2015-09",
    "December 2015": "2015-12",
    "Myanmar_2015": "2015",  # no March
    "2015m06": "2015-06",
    "Y2015M06D05": "2015-06-05",
    "LuoJia1-01_LR201806145238_20180613141022_HDR_0018_gec.tif": "2018-06-13",
    "SDGSAT_20211123T101112Z": "2021-11-23",
    "2015NTL.tif": "2015",
    "China2015ntl": "2015",
    "2013v4": "2013",
    "ntl_２０１５.tif": "2015",
    "A2013001_A2013365": "2013",
    "A2013001-A2013031": "2013-01",
    # a Black Marble name says how long its period is, however its date is written
    "VNP46A4_2021001": "2021",
    "VNP46A4_t2021001.tif": "2021",
    "VNP46A4_2021_01_01": "2021",
    "VNP46A3_2021032": "2021-02",
    "VNP46A3_2021-02-01.tif": "2021-02",
    "VNP46A2_2021032": "2021-02-01",
}
NO_DATE = [
    "ntl_2000m",
    "light",
    "320500",
    "ntl_12015",
    "ntl_20151",
    "201513",
    "20150231",
    "2015366",  # no leap year
    "h28v05",
    "change_2010_2014",
    "ntl_2010to2014",
    "2010至2014",
    "SVDNB_npp_20180101-20180331",
    "WGS84",
    "",
    "2000x3000",
    "ntl2000meters",
    "ntl_2000km",
    "3f2019ab7",
    "Krasovsky_1940_Albers",
]


@pytest.mark.parametrize(("name", "iso"), PUBLISHED.items())
def test_published_names(name, iso):
    assert find_date(name).iso == iso


@pytest.mark.parametrize("name", NO_DATE)
def test_no_date(name):
    assert find_date(name) is None


def test_day_of_year_as_the_calendar_has_it():
    for year in (2019, 2020):
        for day in range(1, 366 + (year == 2020)):
            found = find_date(f"VNP46A2.A{year}{day:03d}.h28v05.001.h5")
            assert date(found.year, found.month, found.day).strftime("%Y%j") == f"{year}{day:03d}"


@pytest.mark.parametrize(
    ("name", "path", "iso", "from_folder"),
    [
        ("VNP46A4", "/data/VNP46A4.A2021001.h28v05.001.h5", "2021", False),
        ("light_2022", "/data/light_2022.06.tif", "2022-06", False),
        ("my own 2019", "/data/light_2022_06.tif", "2019", False),
        ("Light", "/data/light_2022_06.tif", "2022-06", False),
        ("light", "/data/2015/light.tif", "2015", True),
        ("light", "/data/2015/06/light.tif", "2015-06", True),
        ("light", "C:\\data\\2015\\light.tif", "2015", True),
        ("tile", "VNP46A2/2021/032/tile.h5", "2021-02-01", True),
        ("light", "/vsizip//data/2014.zip/light.tif", "2014", True),
    ],
)
def test_the_path_where_the_name_has_none(name, path, iso, from_folder):
    found, folder = date_of_raster(name, path)
    assert (found.iso, folder) == (iso, from_folder)


def test_a_period_in_the_name_is_not_replaced_by_a_folder():
    assert date_of_raster("change_2010_2014", "/2015/change_2010_2014.tif") == (None, False)


def test_folders_far_up_are_not_read():
    assert date_of_raster("light", "/plan 2020/a/b/light.tif") == (None, False)


def test_a_folder_shared_by_rasters_is_no_date_of_theirs():
    shared = [("a", "/2020/a.tif"), ("b", "/2020/b.tif"), ("c", "/2021/c.tif")]
    assert dates_of_rasters(shared) == [None, None, LightDate(2021)]


def test_months_of_one_digit():
    def dates(*names):
        return [str(d) for d in dates_of_rasters([(n, f"/data/{n}.tif") for n in names])]

    months = dates(*(f"ntl_2022_{month}" for month in range(1, 13)))
    assert months == [f"2022-{month:02d}" for month in range(1, 13)]
    assert dates("light_2022-9", "light_2022-10") == ["2022-09", "2022-10"]
    # Tiles or copies of a year, and a year beside its months, are not months.
    assert dates("ntl_2022_1", "ntl_2022_2") == ["2022", "2022"]
    assert dates("ntl_2022_1", "ntl_2021_10") == ["2022", "2021-10"]
    assert dates("ntl_2022", "ntl_2022_10", "ntl_2022_11") == ["2022", "2022-10", "2022-11"]
    own = compile_pattern(r"\d{4}[-_][-_\d]+")
    for text, iso in (
        ("ntl_2022_3", "2022-03"),
        ("2022-3-5", "2022-03-05"),
        ("2021_032", "2021-02-01"),
    ):
        assert find_date(text, own).iso == iso


def test_own_pattern():
    assert date_of_raster("light_y07", "", compile_pattern(r"_y(\d{2})"))[0].iso == "7"
    assert find_date("a2015_b2016", compile_pattern(r"b(\d{4})")).iso == "2016"
    assert find_date("x-201507-y", compile_pattern(r"x-(\d+)")).iso == "2015-07"
    assert find_date("x-2015207-y", compile_pattern(r"x-(\d+)")).iso == "2015-07-26"
    assert find_date("light", compile_pattern(r"(\d{4})")) is None
    assert date_of_raster("light", "/y07/light.tif", compile_pattern(r"y(\d\d)"))[0].iso == "7"
    assert compile_pattern("") is None
    with pytest.raises(InputError, match=r"'\(' is no regular expression"):
        compile_pattern("(")


def test_bands():
    assert dates_of_bands(["201301", "201302"], "stack") == [
        LightDate(2013, 1),
        LightDate(2013, 2),
    ]
    assert dates_of_bands(["avg_2003", "avg_2001"], "x") == [LightDate(2003), LightDate(2001)]
    years = [LightDate(2010), LightDate(2011)]
    for described in (["", "2011"], ["Band 1", "Band 2"], ["b1", "b2"], ["1", "2"]):
        assert dates_of_bands(described, "2010_2011") == years
    assert dates_of_bands(["", ""], "ntl 2010to2011") == years
    assert dates_of_bands(["", "2015"], "2010_2011") is None
    assert dates_of_bands(["2011", ""], "2010_2011") is None
    assert dates_of_bands(["avg_rade9", "cf_cvg"], "2010_2011") is None
    assert dates_of_bands([""] * 5, "ntl_2010_2014") == [LightDate(y) for y in range(2010, 2015)]
    months = dates_of_bands([""] * 4, "ntl_201311-201402")
    assert [day.iso for day in months] == ["2013-11", "2013-12", "2014-01", "2014-02"]
    days = dates_of_bands([""] * 3, "20200228_20200301")
    assert [day.iso for day in days] == ["2020-02-28", "2020-02-29", "2020-03-01"]
    assert dates_of_bands([""] * 4, "ntl_2010_2014") is None
    assert dates_of_bands(["2013", "2013"], "stack") is None
    assert (
        dates_of_bands(["AllAngle_Composite_Snow_Free", "cloud-free nights"], "light_2021") is None
    )
    assert dates_of_bands(["2013"], "stack") is None


def test_all_dates_of_a_text():
    assert [day.iso for day in dates_in("2010_2014, 201006 and 2010")] == [
        "2010",
        "2014",
        "2010-06",
    ]


def test_forms_and_order():
    day = LightDate(2022, 6, 5)
    assert (day.iso, day.tag, str(day)) == ("2022-06-05", "2022_06_05", "2022-06-05")
    ordered = [LightDate(2021, 12), LightDate(2022), LightDate(2022, 6), day, LightDate(2022, 7)]
    shuffled = [ordered[n] for n in (3, 0, 4, 1, 2)]
    assert sorted(shuffled, key=lambda item: item.order) == ordered


def test_decimal_years():
    assert LightDate(2021).decimal == 2021.5
    assert LightDate(2021, 7, 2).decimal == 2021.5  # the 183rd of 365 days
    assert LightDate(2021, 12, 31).decimal == pytest.approx(2022 - 0.5 / 365)
    assert LightDate(2020, 12, 31).decimal == pytest.approx(2021 - 0.5 / 366)


def test_decimal_years_are_the_middle_of_the_period():
    dates = [LightDate(2022), LightDate(2022, 1), LightDate(2022, 12), LightDate(2022, 1, 1)]
    middles = [2022.5, 2022 + 0.5 / 12, 2022 + 11.5 / 12, 2022 + 0.5 / 365]
    assert [item.decimal for item in dates] == pytest.approx(middles)
    assert LightDate(2020, 12, 31).decimal == pytest.approx(2020 + 365.5 / 366)


def test_seasons_are_months_that_come_again():
    def seasons(*dates):
        return month_seasons([find_date(text) for text in dates])

    two_years = [f"{year}-{month:02d}" for year in (2012, 2013) for month in range(1, 13)]
    assert seasons(*two_years) == list(range(1, 13)) * 2
    assert seasons("2012-01-05", "2012-06-05", "2013-01-02") == [1, 6, 1]
    assert seasons(*two_years[:12]) is None  # one year
    assert seasons("2012-06", "2013-06", "2014-06") is None  # one value a year
    assert seasons("2012-06", "2012-07", "2013") is None
    assert seasons("2012-06-01", "2012-06-02", "2012-06-03") is None


def test_months_that_rise_by_one_are_twelve_a_year():
    months = [LightDate(2020 + n // 12, n % 12 + 1) for n in range(24)]
    slope = theil_sen(np.array([m.decimal for m in months]), np.arange(24.0)[np.newaxis])
    assert slope == pytest.approx([12])


@pytest.mark.parametrize(
    ("period", "iso"),
    [
        ("20120401-20121226", "2012"),  # 270 days
        ("20120401-20121225", None),  # 269
        ("20050101-20060204", "2005"),  # 400
        ("20050101-20060205", None),  # 401
        ("20051128-20060828", "2006"),  # 34 days in the first year, 240 in the last
        ("20050703-20060702", "2006"),  # 182 days in the first year, 183 in the last
        ("20050702-20060630", "2005"),  # 183 and 181
        ("20180601-20180620", "2018-06"),  # 20 days
        ("20180601-20180619", None),
        ("20180615-20180715", None),  # 31 days of two months
        ("201801-201812", "2018"),
        ("201802-202001", None),
    ],
)
def test_periods_about_as_long_as_a_year_or_a_month(period, iso):
    found = find_date(f"light_{period}")
    assert (found.iso if found else None) == iso

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_Hans" sourcelanguage="en">
 <context>
  <name>megaregion</name>
  <message>
   <source>Prepare</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unevenness</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Roles of secondary cities</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nighttime light</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Spatial relations</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Report</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Growth and shrinkage</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tells growing from stable and shrinking cities between two years, and whether each city has gained or lost in its mega-region.

mr_change: last less first value. mr_rate: percent a year, compound. mr_growth: growing, stable or shrinking. mr_share_change: change of the city's share of its region, both years over the cities that have both values. Cities without both values, or with zero at the start, keep their row with empty results, and the log names them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Growth of cities</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Growth by region and role</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One row for each city with its values of two years: polygons, points or a table.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field that names the mega-region of a city. Cities without one get no change of share. Without this field all cities count as one region.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field with the role, made by 'Mark core and secondary cities': the summary then has one row for each role.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>First value</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field with the values of the first year, for example pop_2006: zero or more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Last value</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field with the values of the last year, for example pop_2023, counted in the same way and unit as the first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Years between</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many years lie between the two values: 17 from 2006 to 2023. Above zero.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stable up to (percent a year)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cities that grow or shrink by no more than this many percent a year are stable.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The cities with mr_change, mr_rate, mr_growth and mr_share_change added.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A table with one row for each region and role: how many cities grow, are stable or shrink, the sums of both years, their change and yearly rate, and the group's share of its region in both years.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>City types (K-means)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Groups cities into types by K-means on the fields you choose, for example the sector differences to the core, and says how firm the types are: which number of types fits best, whether parts of the cities give the same types, and which cities sit on the fence.

The result has mr_type (1 is the largest type), mr_type_name, mr_silhouette (near 1: well inside its type; below 0: nearer to another) and mr_distance (to the type's centre in the space clustered). The names are suggestions from what stands out in each type: read the profiles, then rename.

The same cities give the same types in any order of rows. stability is the mean adjusted Rand index between the types of all cities and those of 20 random parts of 80 % of them: 1 means that they never change. Above 10,000 cities the values of K are compared by the silhouettes of 10,000 of them, with their standard error in silhouette_se.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Types compared on indicators</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Compares types of cities on any indicators, also those by which the types were not made: mean, median, quartiles, share of the total and z-score of each type, and whether the types differ by more than chance (Kruskal-Wallis).

share is the type's share of the indicator's total: use it for amounts, not for rates. z_score is the type's mean against all cities in standard deviations. p_value is the same for all types of an indicator.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One row for each city (or for each city and year), with its mega-region, role and indicators: polygons, points or a table.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The fields to compare, for example GDP or population: zero or more, absolute amounts or amounts per head. A field name that ends in _YYYY (gdp_2023) carries its year.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Regions</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Functional complementarity</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measures how the sectors of each city differ from those of its mega-region, and how those of each secondary city differ from the cores': what cities do that others do not is where they can complement each other.

lq_&lt;sector&gt;: location quotient, the city's share of the sector over the region's; above 1 the city has more than its part. mr_specialisation: Krugman index to the region, the sum over the sectors of the absolute differences of shares, 0 (like the region) to 2 (no sector shared). mr_complementarity: the same between a secondary city and the cores of its region together.

A region's shares are those of all its cities with values, whatever their role. Cities that cannot be compared keep their row with empty results, and the log names them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Complementarity by region</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One row for each city with its mega-region, role and sectors: polygons, points or a table.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field that names the mega-region of a city. Cities without one get no results.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sectors</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The fields with the sectors, for example persons employed in manufacturing. Take them all, and none that contains another.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Complementarity</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The cities with lq_&lt;sector&gt;, mr_specialisation and mr_complementarity added.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A table with one row for each region: how many cities were compared and left out, the mean specialisation of all cities, the mean complementarity of the secondary cities, and the secondary city least like the cores.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Coordination profile</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sets each mega-region's results beside the median of all regions, ordered by three visions (polycentricity, multi-directional flows, complementarity) and three governance mismatches: place (have secondary cities the capacity?), priority (do plans and growth favour the cores?) and actor (whose voice?).

note holds a question for the planner where words and numbers part: many policies on connectivity but one-way flows, falling unevenness but a growing largest city. It is a question, never a verdict.

Every table is optional; what lacks its table is left out, and the log says so. Rank 1 is the largest value. Where the cities carry mr_type, the number of types among the secondary cities is a measure too.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One row for each city, with its mega-region and role: polygons, points or a table.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field that names the mega-region of a city, as the tables below name it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field with the role, made by 'Mark core and secondary cities'.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Indicators of capacity</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What cities can act with, for example revenue, graduates or patents, best per head: the mean of the secondary cities is set beside the cores'.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Administrative level</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field with the administrative level: how many levels meet in a region.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A table with one row for each region and measure: value, median of all regions, rank and question.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A page to read, and to print with one sheet for each mega-region.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sector differences to the core</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Compares the sectors of each secondary city with those of the cores of its mega-region: the city's share of a sector minus the core's. What secondary cities have more of than their core hints at the role they play for it.

The result has the secondary cities with mr_core (the core or cores compared with) and d_&lt;sector&gt; from -1 to 1: above 0 where the city has a larger share than its core. Cities that cannot be compared keep their row with empty results, and the log names them. 'City types (K-means)' groups the cities by these differences.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Inter-city flows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Draws the flows between cities - trips, moves, freight, investment, messages - as lines, and measures how balanced and how multi-directional they are in each mega-region.

A link's symmetry is 0 where both directions carry the same, 1 where nothing flows back and negative where more flows back. A city's mr_dominance is what flows in and out of it over the mean of the other cities (Limtanakool et al. 2007).

For a region, from the flows between its own cities: multidirectionality is the entropy of the flows, 0 where all are on one link and 1 where each pair of cities has the same; symmetry is 0 where all flows are one-way and 1 where all are balanced; functional_polycentricity is the density of links times the evenness of the cities' inflows (Green 2007).

Two forms of table are read: one row for each flow (FROM_FIELD, TO_FIELD, VALUE_FIELD), and a matrix with one row and one column for each city (FROM_FIELD only). A city's flow to itself is left out; several rows of the same pair are summed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Join a statistical table to cities</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Adds the fields of a statistical table, CSV or Excel, to the cities. Numbers with thousands separators or full-width digits become numbers, dashes become empty, and headers or notes between the rows are passed over.

Keys must be equal; nothing is joined because it looks alike. Codes are compared without case, blanks and width; names also without the administrative suffix (市, 地区, 盟, 自治州, City, Prefecture, Shi), and former names (襄樊市) find the present ones (襄阳市). What is not matched is listed with its closest candidate, for you to decide.

Codes are safer than names: Taizhou, Suzhou and Fuzhou are two cities each in Latin letters.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mark core and secondary cities</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Marks each city of a mega-region as core or secondary by one of five published rules, and says why. The other algorithms compare the two groups.

The result has the field mr_role (core, secondary, small; empty outside any region) and mr_reason.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One row for each city: polygons, points or a table.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field that names the mega-region a city belongs to. Cities without a region get no role.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rule</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>List of names or codes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Population band</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Share of the largest city</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Largest cities of each region</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What makes a city a core: its administrative level, a list of your own, a population above a band, a population of at least a share of the largest city's, or being among the largest of its region. Each rule uses only its own settings below.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>For the rule 'Administrative level': the field that holds the level.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Levels of core cities</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>For the rule 'Administrative level': the levels that make a core, separated by ';'. Usual variants and their Chinese words are known (直辖市, 省会, 副省级市, 计划单列市).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name or code</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>For the rule 'List': the field in which the names or codes of the list are found.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Core cities</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>For the rule 'List': the core cities, separated by ';'. Each must be found, and only once.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Population</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>For the three rules by size: the field with the population, or another size. For the band it must be in the band's unit.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Band from</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>For the rule 'Population band': cities below it are marked small. In the unit of the population field: 50 where the field counts 10,000 persons.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Band to</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>For the rule 'Population band': cities above it are cores. In the unit of the population field: 300 where the field counts 10,000 persons.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>For the rule 'Share of the largest city': cities below this share (0 to 1) are secondary, the others cores.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Largest city of</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whole layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Each region</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>For the rule 'Share of the largest city': compare with the largest city of the whole layer or of the city's own region.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cores in each region</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>For the rule 'Largest cities of each region': how many cities are cores.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cities with roles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The cities with mr_role and mr_reason added.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where inequality lies (nested Theil)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nested Theil</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Splits the inequality of all cities into three parts that sum to it: between the mega-regions, between core and secondary cities inside them, and among the cores and among the secondary cities of each.

It answers where coordination can do most: an inequality between regions is no matter of one region's plan, one between roles is.

Levels above the region, such as its phase in a national plan, split the part between regions further. Each region must lie in one group of a level: mega-regions cut across provinces, so provinces are no such level.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nested Theil, parts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Levels above the region</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fields from coarse to fine that group the regions, for example their phase. They give the table of parts a row each.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A table with one row for each indicator, year and level (each field of LEVELS, then region, role and within): the part of the Theil index at this level and its share.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nighttime-light summary</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sums up night light in every city and every year: the sum, the mean, the maximum and the lit share, with the share of each cell that the city covers computed exactly, and the trend over the years.

Rasters may be many and may differ in grid and CRS. A raster whose bands are described with years, or whose name holds a first and a last year with as many bands as years between them, is read as a series of one band a year.

Cities that lie partly beyond a raster are summed up over the part inside and named in the log; valid_share says how much of each city had valid cells. Cities wholly outside have no values. The fields ntl_&lt;statistic&gt;_&lt;year&gt; can be used as indicators of 'Core-secondary unevenness'. Pressing play in QGIS's temporal controller shows the years.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cities</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mega-region</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Role</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Id of a city</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field that tells one city from another, such as an administrative code; it may be text or number. Without it the first code or name that tells all cities apart is taken, and the log says which. Set it where two cities share a name.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Indicators</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Year</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Only for tables with one row for each city and year: the field with the year. Field names are then not searched for years.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weight</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How much each city counts, for example its population; above zero. Without it each city counts once, as in the published research. Amounts per head want the population as weight. A weight that carries a year (pop_2023) stands for that of each indicator's year where the layer has it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Missing values</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Permutations</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Random seed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The same seed gives the same random results on every run and machine.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>HTML files (*.html)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Planning report</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Runs the whole analysis on one layer of city polygons and writes it into a folder: a report to print (PDF) and one to read on the screen (HTML), a QGIS project with every layer styled, all results in one GeoPackage, the maps and charts as files, and a record of inputs, parameters and versions.

Whatever lacks its input (sectors, rasters, flows, a second year) is left out, and log and report say so. A run that fails or is cancelled leaves the folder as it was. The maps are made from the layout templates in the plugin's folder resources/layouts, which can be edited in QGIS.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Planning-policy themes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Counts coded policy items of the mega-regions' plans by theme: coexistence, connectivity and cooperation with their eleven subthemes, or a vocabulary of your own.

share is a code's part of the region's items; quotient is that share over the code's share in all regions: above 1 the region's plans speak of it more than the others'. Codes that are not in the vocabulary are counted under their own name, without a theme.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Policy themes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Policy themes of regions</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Policy items</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A table with one row for each coded policy item.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field that names the mega-region whose plan holds the item.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Code</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field with the code of the item, such as CON-1; case does not matter.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Addressee</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field that says whom the item addresses: core, secondary or both. It gives the result's to_core, to_secondary and to_both.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A layer of the mega-regions, for the map.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name of a region</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field of the layer of regions that names them as the policy items do.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Vocabulary</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Your own codes: a CSV file in UTF-8 with the columns code, theme and subtheme. Copy and change the plugin's own, resources/policy_themes.csv.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>csv</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A table with one row for each region and code, zeros included.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The layer of regions with n_&lt;code&gt; and share_&lt;theme&gt;, a pie on each region. Needs REGIONS.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A page to read and print: heat table, addressees, all figures.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Morphological polycentricity</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measures how evenly an indicator such as population or GDP is spread over the cities of each mega-region: from one city that has all of it to cities of equal size.

primacy: the largest city's share of the sum. two_city_ratio: largest over second largest. rank_size_slope: slope of ln size on ln rank, the closer to 0 the more polycentric, with rank_size_r2 for its fit (Meijers &amp; Burger 2010). hhi: sum of squared shares. gini: Gini ratio of the sizes. polycentricity: 1 - sigma / sigma_max, from 0 (one of two cities has all) to 1 (all equal), where sigma_max is the standard deviation of two nodes with 0 and the largest value (Green 2007).

These are measures of size. Whether the cities also work as one system is for 'Inter-city flows' to say.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Polycentricity</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One row for each city with its mega-region and indicators: polygons, points or a table.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The fields with city sizes, for example population or GDP: absolute amounts of zero or more, not amounts per head. A field name that ends in _YYYY (pop_2023) carries its year.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Only the largest cities of each region</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many of the largest cities of each region are measured; all of them without it. The same number everywhere makes regions of different numbers of cities comparable.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A table with one row for each region, indicator and year.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where the files go. An earlier report in it is replaced, other files are left alone.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Polygons, one for each city, with mega-region, name, level or role, and indicators.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field that names the mega-region of a city; it labels the regions on the maps.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field with the cities' names.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field with the administrative level: municipalities, provincial capitals and sub-provincial cities are cores. Without it, give the role.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field with 'core' and 'secondary', such as mr_role of 'Mark core and secondary cities'. It goes before the administrative level.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The fields to compare, for example GDP and population. A name that ends in _YYYY carries its year; the same name with two years gives the chapter on change.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The fields with the sectors, for example persons employed, for the chapters on city types and complementarity.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One raster for each year, for the chapter on night light.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cells of the rasters with a value above this count as lit.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A table of flows between the cities, as 'Inter-city flows' reads it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field with the city a flow leaves.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field with the city a flow reaches; leave it out for a matrix.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field with the size of a flow; leave it out for a matrix.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field by which the flows call the cities; the name without it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Polygons drawn pale under the maps, such as provinces or countries.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The title of the report.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Who made it, on the cover and each map.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where the data come from, on each map and in the last chapter.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The number under which the maps were approved (审图号), where the law asks for one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The size of the pages.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The language of the report's text, charts and legends.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field with the mega-regions' full names, where the mega-region's field holds codes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What fields are called in the report, as field=words separated by ';', for example gdp=GDP;emp_mining=Mining. A year at the end of a field name follows by itself.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>An area shown in a small frame of its own, for example islands far from the mainland.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Counts (persons, firms), shares (0 to 1) or percentages (0 to 100).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What to do about a city without a value in a sector.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Number of types (0 = choose)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many city types; 0 lets K be chosen.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Most types</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The largest number of types tried where it is chosen.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many permutations the p-values rest on; 0: none.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Intervals</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>0: no 95 % intervals of change; any other number: with them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The same seed gives the same results on every run.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Folder of the report</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name of the city</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Night-light rasters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lit above</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Flows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>From</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>To</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Value</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Land in the background</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Title</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Author</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Source of the data</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Map approval number</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Paper</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Language</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>English</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>中文</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Full name of the mega-region</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Words for fields</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Extent of the inset map</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sectors are</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Counts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shares</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Percentages</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Missing values of sectors</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Leave the city out</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Count as zero</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stop</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where high and low lie together</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tells where cities with high values lie beside others with high values, low beside low, and where a city differs from its neighbours: Moran's I of all cities, its local form (LISA) for each, and how much of the Gini ratio lies between neighbours.

mr_lisa_&lt;indicator&gt;: high-high, low-low, high-low (a high city among low ones), low-high or not significant; mr_lisa_p_&lt;indicator&gt;: its p-value by permuting the other cities' values. A city is called by its pattern only where that holds at 5 % after allowing for the number of cities (Benjamini-Hochberg). Cities without a neighbour (islands) are named and have no pattern.

moran is about 0 without a pattern, above where like lies beside like. gini_neighbours + gini_others = gini (Rey &amp; Smith 2013).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Spatial pattern</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Spatial pattern of indicators</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One row for each city: polygons, or points for the nearest and the distance.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The fields of numbers whose pattern is looked for. A name that ends in _YYYY carries its year. Cities without a value are left out of that indicator.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field that names the mega-region of a city: cities outside any are left out. Neighbours may lie in different mega-regions.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Neighbours are</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cities that share an edge</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The nearest cities</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cities within a distance</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What makes two cities neighbours. Only polygons share edges; a common corner is no edge. Distances are great-circle distances between points on the cities.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nearest cities</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many of the nearest cities are neighbours.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Distance (km)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Within how many kilometres cities are neighbours.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many permutations the p-values rest on; without any, nothing is significant.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The cities with mr_lisa_&lt;indicator&gt; and mr_lisa_p_&lt;indicator&gt; added, styled.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A table with one row for each indicator and year: Moran's I, its p-value, the Gini ratio and its parts between neighbours and others.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Core-secondary unevenness (Theil, Dagum Gini)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measures how unevenly an indicator is shared between the core and the secondary cities of each mega-region, with the Theil index and Dagum's decomposition of the Gini ratio, and whether roles given by chance would be as uneven.

theil_between is 0 where cores and secondary cities have the same mean and grows with the cores' share. gini_between (Dagum's net between-group part) is the cores' share of the sum less their share of the cities: negative where the cores have less than their share. gini_overlap comes from secondary cities above cores. gini_du2025 is the variant published by Du, Cardoso &amp; Rocco (2025). theil = theil_between + theil_within; gini = gini_within + gini_between + gini_overlap.

p_value, with permutations: the share of ways to give as many core roles to the region's cities that have a theil_between at least as large. All ways are tried where they are no more than the permutations asked for; otherwise p = (hits + 1) / (permutations + 1). p_fdr: the same adjusted for the many tests of the run (Benjamini-Hochberg): of what is below 0.05 at most one in twenty is expected to be chance.

Other measures of the field stand beside: ratio (cores' mean over the secondary cities'), theil_l (mean log deviation; empty with zeros) with its part between the roles, cv (coefficient of variation), hoover and atkinson (epsilon 0.5). Amounts per head compare cities as if all were of one size; with the population as weight they compare people: in the example the two rank the 13 regions differently (Kendall's tau 0.64).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many random assignments of roles the p-value rests on, for example 999; 0 gives no p-value.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Change of unevenness between two years</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Change of unevenness</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tells for each mega-region and indicator whether the unevenness between core and secondary cities widens or narrows from one year to another, and whether that is more than chance.

The same cities are compared in both years. direction follows the change of theil_between; changes up to the threshold are stable, and reversed says that the richer side changes, where the index itself says little. ratio is the cores' mean over the secondary cities'; gini is Dagum's net between-group part, as in 'Core-secondary unevenness'.

ci_low and ci_high bound the change with 95 % confidence, if values are spread alike among core and among secondary cities; ci_assumption says where a single city has to borrow its spread from the others. p_value: how often the change is at least as large, either way, when the cities' growth factors are permuted over the region. p_fdr: the same adjusted for the many tests of the run (Benjamini-Hochberg): of what is below 0.05 at most one in twenty is expected to be chance.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>From year</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The first year compared; each indicator's earliest year without it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>To year</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The last year compared; each indicator's latest year without it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stable up to</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A change of theil_between up to this size, either way, counts as stable.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Interval</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>0 gives no 95 % interval of the change, any other number gives it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many permutations of the growth factors the p-value rests on, for example 999; 0 gives no p-value.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cities compared</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Those with a value in both years</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>All of each year</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A city without a value in one of the years can turn a change by its absence alone: it is left out of both, unless all are asked for.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unevenness through all years</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Trend of unevenness</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Follows the unevenness between core and secondary cities of each mega-region through all years: its slope and whether that is more than chance, whether cities come closer together, and what happened in periods such as five-year plans.

slope: Theil-Sen slope of theil_between, a year. slope_p: Mann-Kendall test that is safe where neighbouring years resemble each other; slope_p_fdr is adjusted for the number of tests. direction follows the slope over all years, or is reversed where the richer side changes. sigma_slope: slope of the coefficient of variation of all cities, below zero where they come closer together. beta: how much slower, in log points a year, a city grows that was larger at first; below zero where poorer cities catch up (beta_p its p-value).

The same cities are followed through all years of an indicator, unless all of each year are asked for. Three years or more are needed, and ten or more for a p-value that can be small.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Periods</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Periods whose change is told, as name=first-last separated by ';', such as 11th plan=2006-2010;12th plan=2011-2015. Both years must be years of the data.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cities followed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Those with a value in all years</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A city without a value in some of the years can bend a series by its absence alone: it is left out of all of them, unless all are asked for.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Trend of unevenness, series</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A table with one row for each region, indicator and year: theil_between with its 95 % interval, gini_between, ratio of the means.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Trend of unevenness, periods</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A table with one row for each region, indicator and period: the change of theil_between from its first to its last year.</source>
   <translation type="unfinished" />
  </message>
 </context>
</TS>

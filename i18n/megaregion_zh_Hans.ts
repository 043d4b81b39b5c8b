<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_Hans" sourcelanguage="en">
 <context>
  <name>megaregion</name>
  <message>
   <source>A ring of polygon {number} is not closed: repeat its first vertex at its end.</source>
   <translation>面{number}的一个环未闭合：请在末尾重复其第一个顶点。</translation>
  </message>
  <message>
   <source>There are no values to compare: choose rows with values.</source>
   <translation>没有可供比较的数值：请选择有数值的行。</translation>
  </message>
  <message>
   <source>Theil and Gini need finite values of zero or more: correct the values.</source>
   <translation>泰尔指数和基尼系数要求数值有限且大于或等于0：请更正数值。</translation>
  </message>
  <message>
   <source>Weights must be above zero: correct the weights or leave them out.</source>
   <translation>权重必须大于0：请更正权重，或不使用权重。</translation>
  </message>
  <message>
   <source>The largest weight is more than {largest_ratio:g} times the smallest, so that cities would vanish: correct the weights or leave them out.</source>
   <translation>最大权重超过最小权重的{largest_ratio:g}倍，部分城市将不起作用：请更正权重，或不使用权重。</translation>
  </message>
  <message>
   <source>The year pattern '{text}' is no regular expression (position {position}): correct it, for example (?:19|20)\d{{2}}.</source>
   <translation>年份模式“{text}”不是正则表达式（位置{position}）：请改正，例如(?:19|20)\d{{2}}。</translation>
  </message>
  <message>
   <source>{k} nearest neighbours need at least {value} cities with a place and a value and at least 1 neighbour, and there are {n} cities: choose another number.</source>
   <translation>{k}个最近邻至少需要{value}个既有位置又有数值的城市，且邻居不少于1个，现有{n}个城市：请选择其他数目。</translation>
  </message>
  <message>
   <source>The distance of neighbours is {km} km: choose one above zero.</source>
   <translation>邻居距离为{km} km：请选择大于0的距离。</translation>
  </message>
  <message>
   <source>Footnote marks passed over</source>
   <translation>忽略的脚注符号</translation>
  </message>
  <message>
   <source>No numbers, left blank</source>
   <translation>不是数字，按空白处理</translation>
  </message>
  <message>
   <source>Values of several rows in one merged cell, left blank</source>
   <translation>合并单元格中含有多行的数值，按空白处理</translation>
  </message>
  <message>
   <source>'{place}' is in percent, but its column in '{said}': correct the unit in the table or in COLUMNS.</source>
   <translation>“{place}”的单位为百分比，而所在列的单位为“{said}”：请更正表中或COLUMNS中的单位。</translation>
  </message>
  <message>
   <source>No unit is printed, so that the one wanted is taken for it</source>
   <translation>表中未印单位，因此按所需单位处理</translation>
  </message>
  <message>
   <source>Several units are printed for the whole sheet, so that none is known</source>
   <translation>整张表印有多个单位，因此无法确定单位</translation>
  </message>
  <message>
   <source>cannot be converted to</source>
   <translation>无法换算为</translation>
  </message>
  <message>
   <source>is no known unit, not even</source>
   <translation>不是已知的单位，也不同于</translation>
  </message>
  <message>
   <source>No year is found for the values of '{where}', neither in headings and title nor in the names of sheet and file: rename the file or set YEAR_PATTERN.</source>
   <translation>未找到“{where}”数值所属的年份，表头、标题以及工作表名和文件名中均没有：请重命名文件，或设置YEAR_PATTERN。</translation>
  </message>
  <message>
   <source> and </source>
   <translation>和</translation>
  </message>
  <message>
   <source>The unit '{printed}' of '{bare}' in '{place}' {meaning} '{unit}': correct 'unit' in COLUMNS, or give the 'factor'.</source>
   <translation>“{place}”中“{bare}”的单位“{printed}”{meaning}“{unit}”：请更正COLUMNS中的“unit”，或给出“factor”。</translation>
  </message>
  <message>
   <source>For '{bare}' in '{place}' the unit '{printed}' is {float:g} '{unit}', but COLUMNS gives the factor {factor:g}: leave 'unit' or 'factor' blank.</source>
   <translation>“{place}”中“{bare}”的单位“{printed}”等于{float:g}“{unit}”，而COLUMNS给出的系数为{factor:g}：请将“unit”或“factor”留空。</translation>
  </message>
  <message>
   <source>sheet '{sheet}'</source>
   <translation>工作表“{sheet}”</translation>
  </message>
  <message>
   <source>file '{file}'</source>
   <translation>文件“{file}”</translation>
  </message>
  <message>
   <source>Two years are named for the values of one column ({said}): set YEAR_PATTERN so that it finds the one that is meant, such as ([0-9]{{4}})年.</source>
   <translation>同一列的数值对应两个年份（{said}）：请设置YEAR_PATTERN，使其找到所指的年份，例如([0-9]{{4}})年。</translation>
  </message>
  <message>
   <source>'{place}' in a column of years holds '{text}', which is no year: correct the table.</source>
   <translation>年份列中的“{place}”为“{text}”，不是年份：请更正该表。</translation>
  </message>
  <message>
   <source>{year} in {place}</source>
   <translation>{place}中的{year}年</translation>
  </message>
  <message>
   <source>YEAR_PATTERN finds '{year}' in {place}, which is no year: let its first group find four digits.</source>
   <translation>YEAR_PATTERN在{place}中找到“{year}”，不是年份：请使其第一个分组匹配四位数字。</translation>
  </message>
  <message>
   <source>In {table}, '{name}' from {year} on ({numbers})</source>
   <translation>{table}中，{year}年起的“{name}”（{numbers}）</translation>
  </message>
  <message>
   <source>rows {rows}</source>
   <translation>第{rows}行</translation>
  </message>
  <message>
   <source>row {rows}</source>
   <translation>第{rows}行</translation>
  </message>
  <message>
   <source>{where} goes to '{twice}' in two rows: keep one.</source>
   <translation>{where}有两行都转入“{twice}”：请保留一行。</translation>
  </message>
  <message>
   <source>{where} has a share that is not between 0 and 1: correct it.</source>
   <translation>{where}有一个份额不在0与1之间：请更正。</translation>
  </message>
  <message>
   <source>{where} has shares that sum to {count:g} ({said}), not to 1: correct them, or leave all blank where they are not known.</source>
   <translation>{where}的份额之和为{count:g}（{said}），不等于1：请更正；如份额未知，请全部留空。</translation>
  </message>
  <message>
   <source>{table} goes round in a circle: {names}; remove one of these rows.</source>
   <translation>{table}出现循环：{names}；请删除其中一行。</translation>
  </message>
  <message>
   <source> to </source>
   <translation>→</translation>
  </message>
  <message>
   <source>Growth needs values of zero or more: correct the values.</source>
   <translation>计算增长要求数值大于或等于0：请更正数值。</translation>
  </message>
  <message>
   <source>The number of years is {years:g}: choose one above zero.</source>
   <translation>年数为{years:g}：请选择大于0的数。</translation>
  </message>
  <message>
   <source>The stable rate is {stable_rate:g} percent: choose zero or more.</source>
   <translation>稳定界限为{stable_rate:g}%：请选择大于或等于0的数。</translation>
  </message>
  <message>
   <source> ({count} rows)</source>
   <translation>（{count}行）</translation>
  </message>
  <message>
   <source>The same key occurs more than once in {side}: {names}; remove the rows that are not meant or choose a key that tells all rows apart.</source>
   <translation>{side}中同一键值出现多次：{names}；请删除多余的行，或选择能够区分各行的键。</translation>
  </message>
  <message>
   <source>{where} has no index for BASE_YEAR {base_year}: add the year or choose one of {names}.</source>
   <translation>{where}没有BASE_YEAR {base_year}的指数：请补充该年份，或从{names}中选择一个。</translation>
  </message>
  <message>
   <source>{where} has no index for {year}, a year with values of '{value}' such as '{cell}': add the year.</source>
   <translation>{where}没有{year}年的指数，而“{value}”在该年有数值，例如“{cell}”：请补充该年份。</translation>
  </message>
  <message>
   <source>No city has the core level '{level}'.</source>
   <translation>没有城市的行政级别为“{level}”。</translation>
  </message>
  <message>
   <source>No city has one of the core levels ({value}): the levels found are {value_2}; set the levels of core cities to some of them or choose another field.</source>
   <translation>没有城市属于核心级别（{value}）：现有级别为{value_2}；请将核心城市的级别设为其中若干个，或选择其他字段。</translation>
  </message>
  <message>
   <source>Not found among the cities: {names}. Correct the list of core cities or choose the field that holds these names.</source>
   <translation>在城市中未找到：{names}。请更正核心城市列表，或选择存放这些名称的字段。</translation>
  </message>
  <message>
   <source>Several cities are called {names}: list the cores by a field that tells them apart, such as a code.</source>
   <translation>有多个城市名为{names}：请改用能够区分这些城市的字段（如代码）列出核心城市。</translation>
  </message>
  <message>
   <source>The population band from {plain} to {plain_2} is empty: set its minimum below its maximum.</source>
   <translation>人口区间{plain}至{plain_2}为空：请使下限小于上限。</translation>
  </message>
  <message>
   <source>The share of the largest city is {share:g}: choose a value above 0 and up to 1.</source>
   <translation>相对最大城市的比例为{share:g}：请选择大于0且不超过1的数值。</translation>
  </message>
  <message>
   <source>The number of cores is {top_n}: choose 1 or more.</source>
   <translation>核心城市数为{top_n}：请选择大于或等于1的数。</translation>
  </message>
  <message>
   <source>none given</source>
   <translation>未给出</translation>
  </message>
  <message>
   <source>all blank</source>
   <translation>全部为空</translation>
  </message>
  <message>
   <source>Level '{level}' is not counted.</source>
   <translation>级别“{level}”未计入。</translation>
  </message>
  <message>
   <source>Region {region} has cities of equal size ({size}) as core and as secondary: the order of their ids decided.</source>
   <translation>区域“{region}”中规模相等（{size}）的城市既有核心也有次级：由其编号顺序决定。</translation>
  </message>
  <message>
   <source>vision</source>
   <translation>愿景</translation>
  </message>
  <message>
   <source>mismatch</source>
   <translation>错位</translation>
  </message>
  <message>
   <source>polycentricity</source>
   <translation>多中心</translation>
  </message>
  <message>
   <source>multi-directional flows</source>
   <translation>多向流动</translation>
  </message>
  <message>
   <source>complementarity</source>
   <translation>互补</translation>
  </message>
  <message>
   <source>place</source>
   <translation>地方</translation>
  </message>
  <message>
   <source>priority</source>
   <translation>优先</translation>
  </message>
  <message>
   <source>actor</source>
   <translation>主体</translation>
  </message>
  <message>
   <source>high-high</source>
   <translation>高—高集聚</translation>
  </message>
  <message>
   <source>low-low</source>
   <translation>低—低集聚</translation>
  </message>
  <message>
   <source>high-low</source>
   <translation>高—低集聚</translation>
  </message>
  <message>
   <source>low-high</source>
   <translation>低—高集聚</translation>
  </message>
  <message>
   <source>not significant</source>
   <translation>不显著</translation>
  </message>
  <message>
   <source>City sizes must be finite and zero or more: correct the values.</source>
   <translation>城市规模必须有限且大于或等于0：请更正数值。</translation>
  </message>
  <message>
   <source>The number of largest cities is {top_n}: choose 1 or more.</source>
   <translation>最大城市的数目为{top_n}：请选择大于或等于1的数。</translation>
  </message>
  <message>
   <source>Shares cannot be pooled without the counts behind them: give the sectors as counts or choose another reference.</source>
   <translation>没有原始人数，无法合并计算份额：请以人数形式给出各行业，或选择其他参照。</translation>
  </message>
  <message>
   <source>The core of each city must be named: choose CORE_FIELD.</source>
   <translation>必须指明每个城市的核心城市：请选择CORE_FIELD。</translation>
  </message>
  <message>
   <source>The nearest core needs the cities' places: give their points.</source>
   <translation>确定最近的核心城市需要城市的位置：请提供城市的点位。</translation>
  </message>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
  <message>
   <source>{names} and {count} more</source>
   <translation>{names}等（另有{count}项）</translation>
  </message>
  <message>
   <source>K = {k} has the highest mean silhouette ({silhouette:.3f}; without groups up to {noise:.3f}) of the values from {least} to {most}; next is K = {second} ({next:.3f}).</source>
   <translation>在{least}至{most}之间，K = {k}的平均轮廓系数最高（{silhouette:.3f}；无分组时最高可达{noise:.3f}）；其次为K = {second}（{next:.3f}）。</translation>
  </message>
  <message>
   <source>K = {k} was set; its mean silhouette is {silhouette:.3f} (without groups up to {noise:.3f}).</source>
   <translation>K设为{k}；其平均轮廓系数为{silhouette:.3f}（无分组时最高可达{noise:.3f}）。</translation>
  </message>
  <message>
   <source>The structure is weak: the mean silhouette of {silhouette:.3f} is not above the {noise:.3f} that cities without any groups reach, so the types are parts of a continuum rather than groups apart.</source>
   <translation>结构较弱：平均轮廓系数{silhouette:.3f}未高于没有任何分组的城市所能达到的{noise:.3f}，因此各类型只是连续分布中的片段，而非彼此分开的组。</translation>
  </message>
  <message>
   <source>K = {k} is within noise of K = {others}: the silhouettes alone do not decide between them, so weigh stability and meaning too.</source>
   <translation>K = {k}与K = {others}的差别在噪声范围之内：仅凭轮廓系数无法取舍，请同时考虑稳定性和含义。</translation>
  </message>
  <message>
   <source>All cities have the same values in all features, so there are no types to tell apart: choose other features.</source>
   <translation>所有城市的各项特征值均相同，无法划分类型：请选择其他特征。</translation>
  </message>
  <message>
   <source>Feature {name} is the same for all cities and does not tell types apart.</source>
   <translation>特征{name}在所有城市中都相同，无法区分类型。</translation>
  </message>
  <message>
   <source>type {number} has {size}</source>
   <translation>类型{number}有{size}</translation>
  </message>
  <message>
   <source>Types of fewer than {least} cities: {types}; look at these cities one by one.</source>
   <translation>少于{least}个城市的类型：{types}；请逐一查看这些城市。</translation>
  </message>
  <message>
   <source>More than {whole:,} cities: the number of types was chosen and judged on {part:,} of them, drawn with the seed, which the diagnostics describe; K-means then went on from their centres with all cities. A city's silhouette is taken among {among:,} of those drawn, and its membership by the nearest centre of each part.</source>
   <translation>城市超过{whole:,}个：类型数依据按随机种子抽取的{part:,}个城市选定和评判，诊断表所述即为这些城市；随后K均值从其中心出发对全部城市继续计算。城市的轮廓系数在其中{among:,}个城市中计算，成员度按各部分中最近的类型中心计算。</translation>
  </message>
  <message>
   <source>There are only {distinct} cities with different values, too few for {min} types: choose a K of at most {distinct}.</source>
   <translation>只有{distinct}个城市的数值互不相同，不足以划分{min}个类型：请选择不超过{distinct}的K。</translation>
  </message>
  <message>
   <source>There are only {distinct} cities with different values: K was tried up to {most}.</source>
   <translation>取值不同的城市只有{distinct}个：K最多试到{most}。</translation>
  </message>
  <message>
   <source>K-means found no {k} types, because the cities are too alike: choose a smaller K.</source>
   <translation>各城市过于相似，K均值未能划分出{k}个类型：请选择较小的K。</translation>
  </message>
  <message>
   <source>K-means from the types known beforehand leaves one of them without a city: give it more known cities or leave it out.</source>
   <translation>以已知类型为起点的K均值聚类使其中一个类型没有城市：请为该类型补充已知城市，或舍去该类型。</translation>
  </message>
  <message>
   <source>Type {number} is mostly a region: {count} of its {cities} cities lie in {region}, so it may say more about that region's core than about a role.</source>
   <translation>类型{number}大体就是一个城市群：其{cities}个城市中有{count}个位于{region}，因此它反映的可能更多是该城市群的核心城市，而不是一种角色。</translation>
  </message>
  <message>
   <source>The level '{name}' cuts '{group}' of '{name_2}': its cities are in '{value}' and in '{parent}'; give one value of '{name}' to all of them, or leave that level out.</source>
   <translation>层级“{name}”将“{name_2}”的“{group}”割裂：其城市分属“{value}”和“{parent}”；请为这些城市填写相同的“{name}”，或不使用该层级。</translation>
  </message>
  <message>
   <source>core</source>
   <translation>核心</translation>
  </message>
  <message>
   <source>secondary</source>
   <translation>次级</translation>
  </message>
  <message>
   <source>small</source>
   <translation>小城市</translation>
  </message>
  <message>
   <source>both</source>
   <translation>两者</translation>
  </message>
  <message>
   <source>municipality</source>
   <translation>直辖市</translation>
  </message>
  <message>
   <source>provincial capital</source>
   <translation>省会城市</translation>
  </message>
  <message>
   <source>sub-provincial</source>
   <translation>副省级城市</translation>
  </message>
  <message>
   <source>sub-provincial city</source>
   <translation>副省级城市</translation>
  </message>
  <message>
   <source>prefecture</source>
   <translation>地级市</translation>
  </message>
  <message>
   <source>prefecture-level</source>
   <translation>地级市</translation>
  </message>
  <message>
   <source>prefecture-level city</source>
   <translation>地级市</translation>
  </message>
  <message>
   <source>county-level city</source>
   <translation>县级市</translation>
  </message>
  <message>
   <source>no administrative level</source>
   <translation>无行政级别</translation>
  </message>
  <message>
   <source>no population</source>
   <translation>无人口数据</translation>
  </message>
  <message>
   <source>outside any region</source>
   <translation>不属于任何城市群</translation>
  </message>
  <message>
   <source>region</source>
   <translation>城市群</translation>
  </message>
  <message>
   <source>role</source>
   <translation>角色</translation>
  </message>
  <message>
   <source>within</source>
   <translation>组内</translation>
  </message>
  <message>
   <source>agricultural provider</source>
   <translation>农产品供给型</translation>
  </message>
  <message>
   <source>resource-based supporter</source>
   <translation>资源支撑型</translation>
  </message>
  <message>
   <source>manufacturing anchor</source>
   <translation>制造业支柱型</translation>
  </message>
  <message>
   <source>urban expansion enabler</source>
   <translation>城市建设带动型</translation>
  </message>
  <message>
   <source>transport and logistics node</source>
   <translation>交通物流节点型</translation>
  </message>
  <message>
   <source>leisure and daily-life hub</source>
   <translation>生活休闲服务型</translation>
  </message>
  <message>
   <source>innovation collaborator</source>
   <translation>创新协作型</translation>
  </message>
  <message>
   <source>secondary business centre</source>
   <translation>次级商务中心型</translation>
  </message>
  <message>
   <source>balanced</source>
   <translation>均衡型</translation>
  </message>
  <message>
   <source>agriculture</source>
   <translation>农林牧渔业</translation>
  </message>
  <message>
   <source>mining</source>
   <translation>采矿业</translation>
  </message>
  <message>
   <source>energy</source>
   <translation>电热气水供应业</translation>
  </message>
  <message>
   <source>manufacturing</source>
   <translation>制造业</translation>
  </message>
  <message>
   <source>construction</source>
   <translation>建筑业</translation>
  </message>
  <message>
   <source>transport</source>
   <translation>交通运输业</translation>
  </message>
  <message>
   <source>hospitality</source>
   <translation>住宿餐饮业</translation>
  </message>
  <message>
   <source>retail</source>
   <translation>批发零售业</translation>
  </message>
  <message>
   <source>information</source>
   <translation>信息服务业</translation>
  </message>
  <message>
   <source>science</source>
   <translation>科学技术服务业</translation>
  </message>
  <message>
   <source>business</source>
   <translation>商务服务业</translation>
  </message>
  <message>
   <source>coexistence</source>
   <translation>共存</translation>
  </message>
  <message>
   <source>connectivity</source>
   <translation>互联</translation>
  </message>
  <message>
   <source>cooperation</source>
   <translation>合作</translation>
  </message>
  <message>
   <source>restructuring regional spatial patterns</source>
   <translation>重构区域空间格局</translation>
  </message>
  <message>
   <source>repositioning functional roles</source>
   <translation>重新定位城市职能</translation>
  </message>
  <message>
   <source>managing environmental pollution and hazards</source>
   <translation>环境污染与灾害治理</translation>
  </message>
  <message>
   <source>responding to energy and natural resource crises</source>
   <translation>应对能源与自然资源危机</translation>
  </message>
  <message>
   <source>comprehensive transportation</source>
   <translation>综合交通</translation>
  </message>
  <message>
   <source>labour flows and open markets</source>
   <translation>劳动力流动与市场开放</translation>
  </message>
  <message>
   <source>informational connections</source>
   <translation>信息联通</translation>
  </message>
  <message>
   <source>innovation and knowledge</source>
   <translation>创新与知识</translation>
  </message>
  <message>
   <source>conserving cultural and natural heritage</source>
   <translation>保护文化与自然遗产</translation>
  </message>
  <message>
   <source>collaborating industrial clusters</source>
   <translation>产业集群协作</translation>
  </message>
  <message>
   <source>sharing public services</source>
   <translation>公共服务共享</translation>
  </message>
  <message>
   <source>{0}, also {1}</source>
   <translation>{0}，兼{1}</translation>
  </message>
  <message>
   <source>{0}, little {1}</source>
   <translation>{0}，{1}偏弱</translation>
  </message>
  <message>
   <source>{0}, type {1}</source>
   <translation>{0}，第{1}类</translation>
  </message>
  <message>
   <source>high {0}</source>
   <translation>{0}突出型</translation>
  </message>
  <message>
   <source>unevenness of {0} between cores and secondary cities (Theil)</source>
   <translation>{0}在核心与次级城市之间的不均衡（泰尔指数）</translation>
  </message>
  <message>
   <source>cores' share of the growth of {0}</source>
   <translation>核心城市占{0}增量的份额</translation>
  </message>
  <message>
   <source>change of unevenness of {0} (Theil)</source>
   <translation>{0}不均衡程度的变化（泰尔指数）</translation>
  </message>
  <message>
   <source>change of {0}</source>
   <translation>{0}的变化</translation>
  </message>
  <message>
   <source>morphological polycentricity of {0}</source>
   <translation>{0}的形态多中心性</translation>
  </message>
  <message>
   <source>rank-size slope of {0}</source>
   <translation>{0}的位序—规模斜率</translation>
  </message>
  <message>
   <source>largest city's share of {0}</source>
   <translation>首位城市占{0}的份额</translation>
  </message>
  <message>
   <source>share of policy items on {0}</source>
   <translation>“{0}”类政策条目占比</translation>
  </message>
  <message>
   <source>share of policy items that address {0} cities</source>
   <translation>面向{0}城市的政策条目占比</translation>
  </message>
  <message>
   <source>{0} of secondary cities over the cores' (means)</source>
   <translation>次级城市与核心城市{0}均值之比</translation>
  </message>
  <message>
   <source>multi-directionality of flows (entropy)</source>
   <translation>流动的多向性（熵）</translation>
  </message>
  <message>
   <source>symmetry of flows</source>
   <translation>流动的对称性</translation>
  </message>
  <message>
   <source>functional polycentricity</source>
   <translation>功能多中心性</translation>
  </message>
  <message>
   <source>share of flows between cores and secondary cities</source>
   <translation>核心与次级城市之间流动的占比</translation>
  </message>
  <message>
   <source>share of flows between secondary cities</source>
   <translation>次级城市之间流动的占比</translation>
  </message>
  <message>
   <source>complementarity of secondary cities to the cores (Krugman, mean)</source>
   <translation>次级城市与核心城市的互补性（克鲁格曼指数，均值）</translation>
  </message>
  <message>
   <source>specialisation of the cities (Krugman, mean)</source>
   <translation>城市专业化程度（克鲁格曼指数，均值）</translation>
  </message>
  <message>
   <source>Connectivity takes {0} of the policy items, more than in most regions, yet flows are more one-way than in most: whom do the links serve?</source>
   <translation>政策条目中{0}涉及互联，高于多数城市群，但联系流比多数城市群更偏单向：这些联系服务于谁？</translation>
  </message>
  <message>
   <source>Connectivity takes {0} of the policy items, more than in most regions, yet flows keep to fewer links than in most: which pairs of cities are left out?</source>
   <translation>政策条目中{0}涉及互联，高于多数城市群，但联系流集中于更少的线路：哪些城市之间被忽略了？</translation>
  </message>
  <message>
   <source>Coexistence takes {0} of the policy items, more than in most regions, yet {1} is less evenly spread over the cities than in most: which cities are meant to share it?</source>
   <translation>政策条目中{0}涉及共存，高于多数城市群，但{1}在各城市间的分布不如多数城市群均衡：打算由哪些城市共享？</translation>
  </message>
  <message>
   <source>Cooperation takes {0} of the policy items, more than in most regions, yet the secondary cities do much the same as the cores: what could each offer the others?</source>
   <translation>政策条目中{0}涉及合作，高于多数城市群，但次级城市与核心城市的产业大同小异：彼此能提供什么？</translation>
  </message>
  <message>
   <source>{0} is spread over the cities more evenly than in most regions, yet the flows are less so: what keeps the cities from exchanging on equal terms?</source>
   <translation>{0}在各城市间的分布比多数城市群均衡，联系流却不然：是什么妨碍城市之间平等往来？</translation>
  </message>
  <message>
   <source>Unevenness of {0} between core and secondary cities fell ({1}) while the largest city's share grew ({2}): which cities lost?</source>
   <translation>核心城市与次级城市之间{0}的不均衡下降（{1}），而最大城市的份额上升（{2}）：哪些城市受损？</translation>
  </message>
  <message>
   <source>{0} of the policy items address secondary cities, more than in most regions, yet unevenness of {1} grew ({2}): what do the measures need to take hold?</source>
   <translation>政策条目中{0}面向次级城市，高于多数城市群，但{1}的不均衡上升（{2}）：措施要见效还缺什么？</translation>
  </message>
  <message>
   <source>{0} of the policy items address secondary cities, more than in most regions, whose {1} is {2} of the cores': have they the means to act?</source>
   <translation>政策条目中{0}面向次级城市，高于多数城市群，而其{1}仅为核心城市的{2}：它们有能力行动吗？</translation>
  </message>
  <message>
   <source>Coexistence takes {0} of the policy items, more than in most regions, yet {1} of the growth of {2} went to the cores: do investments follow the plan?</source>
   <translation>政策条目中{0}涉及共存，高于多数城市群，但{2}增长的{1}归于核心城市：投资是否遵循规划？</translation>
  </message>
  <message>
   <source>{value} ({words})</source>
   <translation>{value}（{words}）</translation>
  </message>
  <message>
   <source>The list of renamed cities '{path}' cannot be read: it must be a CSV file in UTF-8 with the columns 'old' and 'new', like '{aliases}'.</source>
   <translation>无法读取更名城市列表“{path}”：须为UTF-8编码的CSV文件，包含“old”和“new”两列，格式参照“{aliases}”。</translation>
  </message>
  <message>
   <source>Invalid outlines were mended: {names}.</source>
   <translation>已修复无效的边界：{names}。</translation>
  </message>
  <message>
   <source>Cancelled: nothing was written.</source>
   <translation>已取消：未写入任何内容。</translation>
  </message>
  <message>
   <source>{what} '{name}' is also written {also}: counted as one.</source>
   <translation>{what}“{name}”又写作{also}：按同一名称计。</translation>
  </message>
  <message>
   <source>Field '{region_field}' of layer '{layer}' is blank for every city: choose the field that names the mega-regions.</source>
   <translation>图层“{layer}”的字段“{region_field}”对所有城市均为空：请选择存放城市群名称的字段。</translation>
  </message>
  <message>
   <source>Left out, in no region: {names}.</source>
   <translation>不属于任何城市群，未计入：{names}。</translation>
  </message>
  <message>
   <source>No city of layer '{layer}' is '{core}' in field '{role_field}', which has {names}: run 'Mark core and secondary cities' first or choose its result.</source>
   <translation>图层“{layer}”的字段“{role_field}”中没有城市为“{core}”，其值为 {names}：请先运行“标记核心城市与次级城市”，或选择其结果。</translation>
  </message>
  <message>
   <source>{name}: '{mark}' counts as no value ({names}).</source>
   <translation>{name}：“{mark}”按没有数值处理（{names}）。</translation>
  </message>
  <message>
   <source>Field '{field}' of layer '{layer}' is negative ({value:g}) for {value_2}: sizes are zero or more, so correct the value or leave it blank.</source>
   <translation>图层“{layer}”的字段“{field}”中，{value_2}为负值（{value:g}）：规模须大于或等于0，请更正该数值或将其留空。</translation>
  </message>
  <message>
   <source>counted as zero</source>
   <translation>按零计</translation>
  </message>
  <message>
   <source>left out</source>
   <translation>未计入</translation>
  </message>
  <message>
   <source>Field '{field}' of layer '{layer}' has no value for {names}: fill it in or choose another way to treat missing values.</source>
   <translation>图层“{layer}”的字段“{field}”对于{names}没有值：请填写该值，或选择其他缺失值处理方式。</translation>
  </message>
  <message>
   <source>Field '{field}' of layer '{layer}' has no value for {names} in {year}: fill it in or choose another way to treat missing values.</source>
   <translation>图层“{layer}”的字段“{field}”对于{names}在{year}年没有值：请填写该值，或选择其他缺失值处理方式。</translation>
  </message>
  <message>
   <source> in {count} years</source>
   <translation>（{count}年）</translation>
  </message>
  <message>
   <source>{count} of {count_2} cities used{span}: {cores} core and {value} secondary, in {count_3} regions.</source>
   <translation>{count_2}个城市中使用了{count}个{span}：核心城市{cores}个、次级城市{value}个，分属{count_3}个城市群。</translation>
  </message>
  <message>
   <source>No row of layer '{layer}' has a region and '{core}' or '{secondary}' in field '{role_field}': run 'Mark core and secondary cities' first or choose its result.</source>
   <translation>图层“{layer}”中没有任何一行既有城市群、又在字段“{role_field}”中为“{core}”或“{secondary}”：请先运行“标记核心城市与次级城市”，或选择其结果。</translation>
  </message>
  <message>
   <source>Weight field '{field}' of layer '{layer}' is not above zero for {names}: correct the weights or leave the weight field out.</source>
   <translation>图层“{layer}”的权重字段“{field}”中，{names}不大于0：请更正权重，或不使用权重字段。</translation>
  </message>
  <message>
   <source>Weight field '{field}' of layer '{layer}' is blank for {names}: fill it in or leave cities without a value out.</source>
   <translation>图层“{layer}”的权重字段“{field}”中，{names}为空：请填写权重，或不计入没有数值的城市。</translation>
  </message>
  <message>
   <source>Left out for lack of a weight: {names}.</source>
   <translation>因缺少权重而未计入：{names}。</translation>
  </message>
  <message>
   <source>Left out, neither core nor secondary: {names}.</source>
   <translation>既非核心城市也非次级城市，未计入：{names}。</translation>
  </message>
  <message>
   <source>Region or role differs from year to year for {names}: each year counts them where they are then.</source>
   <translation>{names}的城市群或角色逐年不同：各年份均按当年的归属计算。</translation>
  </message>
  <message>
   <source>{name}: no value, {done}: {names}.</source>
   <translation>{name}：没有数值，{done}：{names}。</translation>
  </message>
  <message>
   <source>Regions without a {role} city, not compared: {names}.</source>
   <translation>没有角色为{role}的城市、因而未参与比较的城市群：{names}。</translation>
  </message>
  <message>
   <source>The former table '{table}' is now called '{kept}', because views or other tables of the database depend on it.</source>
   <translation>原有的表“{table}”现改名为“{kept}”，因为数据库中有视图或其他表依赖它。</translation>
  </message>
  <message>
   <source>Table '{table}' cannot be written to the database ({one_line}): check the connection and what you may do there.</source>
   <translation>无法将表“{table}”写入数据库（{one_line}）：请检查连接和写入权限。</translation>
  </message>
  <message>
   <source>The folder '{folder}' for {output} does not exist: make it first.</source>
   <translation>{output}的文件夹“{folder}”不存在：请先创建该文件夹。</translation>
  </message>
  <message>
   <source>{output} is the folder '{path}': choose a file.</source>
   <translation>{output}指向文件夹“{path}”：请选择文件。</translation>
  </message>
  <message>
   <source>{output} cannot be written to '{path}': choose a place where you may write.</source>
   <translation>无法将{output}写入“{path}”：请选择有写入权限的位置。</translation>
  </message>
  <message>
   <source>{output} cannot be written to '{path}' ({strerror}): choose another place.</source>
   <translation>无法将{output}写入“{path}”（{strerror}）：请选择其他位置。</translation>
  </message>
  <message>
   <source>{output} would replace {name}, which is read from the same place: choose another destination for {output}.</source>
   <translation>{output}将覆盖{name}，而后者正从同一位置读取：请为{output}选择其他保存位置。</translation>
  </message>
  <message>
   <source>{name} and {output} have the same destination: choose another for one of them.</source>
   <translation>{name}与{output}的保存位置相同：请为其中一个选择其他位置。</translation>
  </message>
  <message>
   <source>{output} cannot replace '{path}', which another program holds open: close it there or choose another file.</source>
   <translation>{output}无法覆盖“{path}”，该文件正被其他程序打开：请在该程序中关闭文件，或选择其他文件。</translation>
  </message>
  <message>
   <source>No such file or directory</source>
   <translation>没有此文件或文件夹</translation>
  </message>
  <message>
   <source>Not a directory</source>
   <translation>不是文件夹</translation>
  </message>
  <message>
   <source>Is a directory</source>
   <translation>是文件夹，不是文件</translation>
  </message>
  <message>
   <source>Permission denied</source>
   <translation>没有权限</translation>
  </message>
  <message>
   <source>Operation not permitted</source>
   <translation>不允许此操作</translation>
  </message>
  <message>
   <source>Read-only file system</source>
   <translation>文件系统为只读</translation>
  </message>
  <message>
   <source>No space left on device</source>
   <translation>磁盘空间不足</translation>
  </message>
  <message>
   <source>File name too long</source>
   <translation>文件名过长</translation>
  </message>
  <message>
   <source>Device or resource busy</source>
   <translation>设备或资源正被占用</translation>
  </message>
  <message>
   <source>Layer '{layer}' has no field '{name}': choose one of {names}.</source>
   <translation>图层“{layer}”没有字段“{name}”：请从{names}中选择一个。</translation>
  </message>
  <message>
   <source>Field '{field}' of layer '{layer}' is infinite for {value}: correct the value or leave it blank.</source>
   <translation>图层“{layer}”的字段“{field}”中，{value}为无穷大：请更正该数值或将其留空。</translation>
  </message>
  <message>
   <source>Field '{field}' of layer '{layer}' is not a number for {value} ('{value_2}'): choose a field of numbers or correct the value.</source>
   <translation>图层“{layer}”的字段“{field}”中，{value}不是数字（“{value_2}”）：请选择数值字段，或更正该数值。</translation>
  </message>
  <message>
   <source>The layer '{name}' cannot be written to '{path}' ({problem}).</source>
   <translation>无法将图层“{name}”写入“{path}”（{problem}）。</translation>
  </message>
  <message>
   <source>row {number}</source>
   <translation>第{number}行</translation>
  </message>
  <message>
   <source>their row in the layer, because no field tells them apart (set ID_FIELD if one can)</source>
   <translation>其在图层中的行，因为没有字段能区分它们（如有，请设置ID_FIELD）</translation>
  </message>
  <message>
   <source> in one year</source>
   <translation>（同一年内）</translation>
  </message>
  <message>
   <source>field '{field}'</source>
   <translation>字段“{field}”</translation>
  </message>
  <message>
   <source>name and region</source>
   <translation>名称与城市群</translation>
  </message>
  <message>
   <source>Cities are told apart by {found_in}.</source>
   <translation>城市由{found_in}区分。</translation>
  </message>
  <message>
   <source>Nothing in layer '{layer}' tells its cities apart in every year, so that years cannot be paired: set ID_FIELD to a field that is the same for a city in all years and differs between cities.</source>
   <translation>图层“{layer}”中没有任何内容能在每个年份区分各城市，因此各年份无法对应：请将ID_FIELD设为同一城市各年份相同、不同城市互不相同的字段。</translation>
  </message>
  <message>
   <source>Field '{field}' of layer '{layer}' is blank in row {names}: choose a field that has a value for every city.</source>
   <translation>图层“{layer}”的字段“{field}”在第{names}行为空：请选择每个城市都有值的字段。</translation>
  </message>
  <message>
   <source>Field '{field}' of layer '{layer}' does not tell the cities apart: {names} stands in several rows{when}; remove the rows that are too many or choose another field.</source>
   <translation>图层“{layer}”的字段“{field}”不能区分各城市：{names}出现在多行中{when}；请删除多余的行，或选择其他字段。</translation>
  </message>
  <message>
   <source>'{name}' has no group HDFEOS/GRIDS/*/{fields}: it is no tile of Black Marble, so take it out of the folder.</source>
   <translation>“{name}”中没有组HDFEOS/GRIDS/*/{fields}：该文件不是Black Marble图幅，请将其移出文件夹。</translation>
  </message>
  <message>
   <source>'{name}' has no layer '{value}': choose one of {value_2}.</source>
   <translation>“{name}”中没有图层“{value}”：请从{value_2}中选择一个。</translation>
  </message>
  <message>
   <source>'{name}' cannot be read because this QGIS's GDAL has no HDF5 driver: use QGIS from the installer of qgis.org or from the packages of your system, which have it, or convert the file to GeoTIFF.</source>
   <translation>无法读取“{name}”，因为当前QGIS的GDAL没有HDF5驱动：请使用qgis.org安装程序或系统软件包提供的QGIS（含该驱动），或将文件转换为GeoTIFF。</translation>
  </message>
  <message>
   <source>'{name}' cannot be opened: the file is damaged or incomplete, so fetch it again or take it out of the folder.</source>
   <translation>无法打开“{name}”：文件已损坏或不完整，请重新下载，或将其移出文件夹。</translation>
  </message>
  <message>
   <source>Layer '{layer}' of '{name}' has {names} cells and not as many rows as columns: fetch the file again.</source>
   <translation>“{name}”的图层“{layer}”有{names}个像元，行数与列数不相等：请重新下载该文件。</translation>
  </message>
  <message>
   <source>Layer '{name}' of '{name_2}' cannot be read: the file is damaged or incomplete, so fetch it again.</source>
   <translation>无法读取“{name_2}”的图层“{name}”：文件已损坏或不完整，请重新下载。</translation>
  </message>
  <message>
   <source>another file, as it has none</source>
   <translation>另一个文件，因为它没有图层</translation>
  </message>
  <message>
   <source>other</source>
   <translation>其他</translation>
  </message>
  <message>
   <source>The folder holds only numbers of cloud-free observations: put the light beside them.</source>
   <translation>文件夹中只有无云观测次数的数据：请将灯光数据一并放入。</translation>
  </message>
  <message>
   <source>kinds of night light</source>
   <translation>多种夜间灯光数据</translation>
  </message>
  <message>
   <source>composites or satellites</source>
   <translation>多种合成产品或卫星</translation>
  </message>
  <message>
   <source>layers</source>
   <translation>多个图层</translation>
  </message>
  <message>
   <source>collections of Black Marble</source>
   <translation>多个版本（collection）的Black Marble数据</translation>
  </message>
  <message>
   <source>The folder mixes years, months or days: use the rasters of one kind at a time.</source>
   <translation>文件夹中混有年、月或日数据：每次只使用一种栅格。</translation>
  </message>
  <message>
   <source>'{name}' ({family}) and '{name_2}' ({family_2}) are both of {date}: put products of different kinds into folders of their own.</source>
   <translation>“{name}”（{family}）与“{name_2}”（{family_2}）的日期同为{date}：请将不同种类的产品分别放入各自的文件夹。</translation>
  </message>
  <message>
   <source>unnamed</source>
   <translation>未命名</translation>
  </message>
  <message>
   <source>{value} is used, not {others}.</source>
   <translation>使用{value}，不使用{others}。</translation>
  </message>
  <message>
   <source>left out, as there is no light in layer '{dataset}'.</source>
   <translation>已略去，因为图层“{dataset}”中没有灯光。</translation>
  </message>
  <message>
   <source>'{name}' is used, which is of newer processing than {names}.</source>
   <translation>使用“{name}”，其处理版本比{names}新。</translation>
  </message>
  <message>
   <source>The folder mixes {what}: {mixed}. Their values may not be comparable.</source>
   <translation>文件夹中混有{what}：{mixed}。其数值可能不可比。</translation>
  </message>
  <message>
   <source>{kind} (first in {date})</source>
   <translation>{kind}（首见于{date}）</translation>
  </message>
  <message>
   <source>Folder '{folder}' holds no night light whose name tells a date{seen}: it needs .h5 files of VNP46A1 to A4 under their own names, or GeoTIFFs such as those of EOG, packed or not.</source>
   <translation>文件夹“{folder}”中没有文件名含日期的夜间灯光数据{seen}：需要保留原名的VNP46A1至A4的.h5文件，或EOG等的GeoTIFF（压缩与否均可）。</translation>
  </message>
  <message>
   <source>Folder '{folder}' holds only rasters that are prepared already: use them as they are, or choose the folder of the downloads.</source>
   <translation>文件夹“{folder}”中只有已准备好的栅格：请直接使用，或选择下载文件所在的文件夹。</translation>
  </message>
  <message>
   <source> (it has {names})</source>
   <translation>（其中有{names}）</translation>
  </message>
  <message>
   <source>Folder '{folder}' does not exist: choose the folder of the downloads.</source>
   <translation>文件夹“{folder}”不存在：请选择存放下载文件的文件夹。</translation>
  </message>
  <message>
   <source>Archive '{name}' cannot be read: it is empty, damaged or incomplete, so fetch it again or take it away.</source>
   <translation>无法读取压缩包“{name}”：文件为空、已损坏或不完整，请重新下载，或将其移除。</translation>
  </message>
  <message>
   <source>Archive '{name}' has names that are not in UTF-8: unpack it in the folder and take it away.</source>
   <translation>压缩包“{name}”中的文件名不是UTF-8编码：请在该文件夹中解压，并移除压缩包。</translation>
  </message>
  <message>
   <source>The extent cannot be told in the CRS of the rasters: choose a layer that lies in the area of that CRS.</source>
   <translation>无法用栅格的CRS表示该范围：请选择位于该CRS适用区域内的图层。</translation>
  </message>
  <message>
   <source>'{name}' has no position on the earth or no CRS: georeference it, or take it out of the folder.</source>
   <translation>“{name}”没有地理位置或CRS：请进行地理配准，或将其移出文件夹。</translation>
  </message>
  <message>
   <source>'{name}' does not lie with north up: warp it, for example with GDAL's 'Warp (reproject)', or take it out of the folder.</source>
   <translation>“{name}”不是正北朝上：请进行变形处理，例如使用GDAL的“变形 (重投影)”，或将其移出文件夹。</translation>
  </message>
  <message>
   <source>'{name}' cannot be read at row {value}: the file is damaged or incomplete, so fetch it again.</source>
   <translation>无法读取“{name}”的第{value}行：文件已损坏或不完整，请重新下载。</translation>
  </message>
  <message>
   <source>No tile of {date} lies in the extent: choose another extent.</source>
   <translation>该范围内没有{date}的图幅：请选择其他范围。</translation>
  </message>
  <message>
   <source>'{name}' and '{other}' are of one date and differ in cells or CRS: leave one of them out of the folder.</source>
   <translation>“{name}”与“{other}”日期相同，但像元或CRS不同：请将其中一个移出文件夹。</translation>
  </message>
  <message>
   <source>'{name}' does not reach the extent: choose another extent, or take the file out of the folder.</source>
   <translation>“{name}”未覆盖该范围：请选择其他范围，或将该文件移出文件夹。</translation>
  </message>
  <message>
   <source>'{name}' has other cells than '{name_2}': leave it out of the folder.</source>
   <translation>“{name}”的像元与“{name_2}”不一致：请将其移出文件夹。</translation>
  </message>
  <message>
   <source>'{name}' has {bands} bands: the first is used.</source>
   <translation>“{name}”有{bands}个波段：使用第一个。</translation>
  </message>
  <message>
   <source>'{name}' and '{name_2}' are both of {date} and cover the same place: leave one of them out of the folder.</source>
   <translation>“{name}”与“{name_2}”的日期同为{date}，且覆盖同一地点：请将其中一个移出文件夹。</translation>
  </message>
  <message>
   <source>{dates}: {text}</source>
   <translation>{dates}：{text}</translation>
  </message>
  <message>
   <source>Files that are no night light or tell no date are left out: {names}.</source>
   <translation>以下文件不是夜间灯光或没有日期，已略去：{names}。</translation>
  </message>
  <message>
   <source>No file of the folder has a layer '{dataset}': leave it blank, or choose one of {value}.</source>
   <translation>文件夹中没有文件含有图层“{dataset}”：请留空，或从{value}中选择一个。</translation>
  </message>
  <message>
   <source>'{target}' is there already and was not made by this algorithm: choose another output folder, or move it away.</source>
   <translation>“{target}”已存在，且并非由本算法生成：请选择其他输出文件夹，或将其移走。</translation>
  </message>
  <message>
   <source>none</source>
   <translation>无</translation>
  </message>
  <message>
   <source>missing tiles are no data: {names}.</source>
   <translation>缺少的分幅记为无数据：{names}。</translation>
  </message>
  <message>
   <source>Folder '{path}' cannot be written ({strerror}): choose another one.</source>
   <translation>无法写入文件夹“{path}”（{strerror}）：请选择其他文件夹。</translation>
  </message>
  <message>
   <source>No tile of the folder lies in the extent: choose another extent, or fetch the tiles {names}.</source>
   <translation>文件夹中没有位于该范围内的图幅：请选择其他范围，或下载图幅{names}。</translation>
  </message>
  <message>
   <source>'{name}' has {cells} x {cells} cells, other tiles have {cells_2} x {cells_2}: fetch it again.</source>
   <translation>“{name}”有{cells} x {cells}个像元，而其他图幅有{cells_2} x {cells_2}个：请重新下载。</translation>
  </message>
  <message>
   <source>layer '{layer}' has no quality flags, so all its cells count.</source>
   <translation>图层“{layer}”没有质量标记，因此所有像元均计入。</translation>
  </message>
  <message>
   <source>'{path}' cannot be written: check that the disk has room and that you may write there.</source>
   <translation>无法写入“{path}”：请检查磁盘空间和写入权限。</translation>
  </message>
  <message>
   <source>its downloads must be prepared with 'Night light from downloads' first</source>
   <translation>其中的下载文件须先用“由下载数据生成夜间灯光”处理</translation>
  </message>
  <message>
   <source>it needs GeoTIFFs or virtual rasters, one a date</source>
   <translation>其中应有GeoTIFF或虚拟栅格，每个日期一个</translation>
  </message>
  <message>
   <source>Folder '{folder}' does not exist: choose the folder of the rasters.</source>
   <translation>文件夹“{folder}”不存在：请选择存放栅格的文件夹。</translation>
  </message>
  <message>
   <source>Folder '{folder}' holds no raster: {what}.</source>
   <translation>文件夹“{folder}”中没有栅格：{what}。</translation>
  </message>
  <message>
   <source>Folder '{folder}' holds downloads beside its rasters, which are not read before they are prepared with 'Night light from downloads': {names}.</source>
   <translation>文件夹“{folder}”中除栅格外还有下载的文件，须先用“由下载数据生成夜间灯光”处理，否则不会读取：{names}。</translation>
  </message>
  <message>
   <source>Raster '{name}' cannot be opened: fetch it again or take it out of the folder.</source>
   <translation>无法打开栅格“{name}”：请重新下载，或将其移出文件夹。</translation>
  </message>
  <message>
   <source>The coordinate system of raster '{name}' has no place on the earth: assign the right one, such as EPSG:4326.</source>
   <translation>栅格“{name}”的坐标参照系没有对应的地理位置：请指定正确的坐标参照系，例如EPSG:4326。</translation>
  </message>
  <message>
   <source>Invalid polygons of layer '{layer}', mended before they were used: {names}.</source>
   <translation>图层“{layer}”中的无效多边形，使用前已修复：{names}。</translation>
  </message>
  <message>
   <source>Invalid polygons of layer '{layer}' that cannot be mended, left empty: {names}.</source>
   <translation>图层“{layer}”中无法修复的无效多边形，留空：{names}。</translation>
  </message>
  <message>
   <source>Cities of layer '{layer}' without a polygon, left empty: {names}.</source>
   <translation>图层“{layer}”中没有多边形的城市，留空：{names}。</translation>
  </message>
  <message>
   <source>Cities of layer '{layer}' with an edge over more than half the globe, summed up over all that lies between (cut an outline across 180° there, or let it go on beyond): {names}.</source>
   <translation>图层“{layer}”中有边跨越半个地球以上的城市，已按其间的全部范围汇总（跨越180°的边界应在该处切开，或越过180°继续）：{names}。</translation>
  </message>
  <message>
   <source>{name}, cities without a cell that has data, left empty: {names}.</source>
   <translation>{name}，没有有效像元的城市，留空：{names}。</translation>
  </message>
  <message>
   <source>Raster '{raster}' ({date})</source>
   <translation>栅格“{raster}”（{date}）</translation>
  </message>
  <message>
   <source>{name}, cities outside of it, left empty: {names}.</source>
   <translation>{name}，位于其范围之外的城市，留空：{names}。</translation>
  </message>
  <message>
   <source>{name}, cities beyond or across the edge of its coordinate system, left empty: {names}.</source>
   <translation>{name}，超出或跨越其坐标系边缘的城市，留空：{names}。</translation>
  </message>
  <message>
   <source>{name}, cities partly outside, summed up over the part inside: {names}.</source>
   <translation>{name}，部分位于范围之外的城市，按范围内的部分汇总：{names}。</translation>
  </message>
  <message>
   <source>Raster '{raster}' has {count} bands that are no series of dates: only band {number} was read; describe each band with its date to read them all.</source>
   <translation>栅格“{raster}”有{count}个波段，但不是日期序列：仅读取了波段{number}；如需全部读取，请在各波段的描述中注明日期。</translation>
  </message>
  <message>
   <source>Rasters whose name tells no date, in no trend: {names}.</source>
   <translation>名称中没有日期、未计入趋势的栅格：{names}。</translation>
  </message>
  <message>
   <source>The rasters are in different units: {units}. Their values do not compare, nor do trends over them tell of light.</source>
   <translation>这些栅格的单位不同：{units}。其数值不可比较，其趋势也不能说明灯光的变化。</translation>
  </message>
  <message>
   <source>{name}: {sum} of {count} cities used.</source>
   <translation>{name}：{count}个城市中使用了{sum}个。</translation>
  </message>
  <message>
   <source>In no group, without a region or role: {names}.</source>
   <translation>没有城市群或角色、未计入任何分组的城市：{names}。</translation>
  </message>
  <message>
   <source>Raster '{raster}' declares no no-data value, but {value:.0%} of its edge is {value_2:g}: it was counted as light; if it means no data, declare it and run again.</source>
   <translation>栅格“{raster}”未声明无数据值，但其边缘有{value:.0%}的像元值为{value_2:g}，已按灯光计入；如该值表示无数据，请声明后重新运行。</translation>
  </message>
  <message>
   <source>{name} holds {value:g}, which is no plausible light and was counted, in {names}: if it means no data, declare it as the raster's no-data value and run again.</source>
   <translation>{name}含有数值{value:g}，不是合理的灯光值，但已计入，涉及{names}：如该值表示无数据，请将其声明为栅格的无数据值后重新运行。</translation>
  </message>
  <message>
   <source>'{path}' is no raster that can be read: choose another file, or fetch it again.</source>
   <translation>“{path}”不是可读取的栅格：请选择其他文件，或重新下载。</translation>
  </message>
  <message>
   <source>'{path}' does not exist: choose another file, or fetch it again.</source>
   <translation>“{path}”不存在：请选择其他文件，或重新下载。</translation>
  </message>
  <message>
   <source>No raster is given: choose one or more night-light rasters.</source>
   <translation>未给出栅格：请选择一个或多个夜间灯光栅格。</translation>
  </message>
  <message>
   <source>'{raster}' (band {number})</source>
   <translation>“{raster}”（波段{number}）</translation>
  </message>
  <message>
   <source>Raster '{name}' is not read from a file by GDAL: save it as one first.</source>
   <translation>栅格“{name}”不是由GDAL从文件读取的：请先将其保存为文件。</translation>
  </message>
  <message>
   <source>Raster '{name}' has no position on the earth: georeference it first.</source>
   <translation>栅格“{name}”没有地理位置：请先进行地理配准。</translation>
  </message>
  <message>
   <source>Raster '{name}' has no coordinate system: set the right one in its properties, or with 'Assign projection'.</source>
   <translation>栅格“{name}”没有坐标参照系：请在其属性中设置正确的坐标参照系，或使用“指定投影”。</translation>
  </message>
  <message>
   <source>Raster '{name}' has cells without size: georeference it first.</source>
   <translation>栅格“{name}”的像元没有大小：请先进行地理配准。</translation>
  </message>
  <message>
   <source>Rasters {where} and {where_2} are both of {label}: leave one of them out, or change the year pattern.</source>
   <translation>栅格{where}与{where_2}同属{label}：请舍去其中一个，或更改年份模式。</translation>
  </message>
  <message>
   <source>Raster '{name}' has {count} band(s) and no band {band}: choose a band that every raster has.</source>
   <translation>栅格“{name}”有{count}个波段，没有波段{band}：请选择每个栅格都有的波段。</translation>
  </message>
  <message>
   <source>Raster '{name}' cannot be opened: check that the file is there and is a raster.</source>
   <translation>无法打开栅格“{name}”：请检查文件是否存在，以及是否为栅格。</translation>
  </message>
  <message>
   <source>Raster '{name}' cannot be read at row {value}: the file is damaged or incomplete, so fetch it again.</source>
   <translation>无法读取栅格“{name}”的第{value}行：文件已损坏或不完整，请重新下载。</translation>
  </message>
  <message>
   <source>Raster '{raster}' holds complex numbers: choose one with light.</source>
   <translation>栅格“{raster}”的数值为复数：请选择灯光栅格。</translation>
  </message>
  <message>
   <source>Raster '{raster}' overlaps no city: check that its CRS ({value}) and its extent are right, or leave it out.</source>
   <translation>栅格“{raster}”与任何城市均不重叠：请检查其CRS（{value}）和范围是否正确，或舍去该栅格。</translation>
  </message>
  <message>
   <source>without a code</source>
   <translation>无代码</translation>
  </message>
  <message>
   <source>Raster '{raster}' is rotated: warp it to a north-up grid first.</source>
   <translation>栅格“{raster}”带有旋转：请先将其变形为正北朝上的格网。</translation>
  </message>
  <message>
   <source>A scheduler is given but Dask is not installed: install the Python package 'distributed', or leave the scheduler blank to use this machine's cores.</source>
   <translation>指定了调度器，但未安装Dask：请安装Python软件包“distributed”，或将调度器留空以使用本机的处理器核心。</translation>
  </message>
  <message>
   <source>No Dask scheduler answers at '{address}': start it, correct the address, or leave it blank.</source>
   <translation>“{address}”处没有Dask调度器响应：请启动调度器、更正地址，或留空。</translation>
  </message>
  <message>
   <source>The Dask scheduler at '{address}' has no workers: start some.</source>
   <translation>“{address}”处的Dask调度器没有工作进程：请启动若干工作进程。</translation>
  </message>
  <message>
   <source>A worker was lost {tries} times over the same raster: give the workers more memory, or use fewer of them.</source>
   <translation>处理同一栅格时，工作进程已中断{tries}次：请为工作进程分配更多内存，或减少工作进程数。</translation>
  </message>
  <message>
   <source>The path of {output} is too long for Windows ({count} signs, at most {value}): '{path}'. Choose a place nearer to the drive's root.</source>
   <translation>{output}的路径对Windows而言过长（{count}个字符，最多{value}个）：“{path}”。请选择更靠近驱动器根目录的位置。</translation>
  </message>
  <message>
   <source>Layer '{sourcename}' changed while it was read ({count} of {count_2} rows were found again): run again.</source>
   <translation>图层“{sourcename}”在读取过程中发生变化（{count_2}行中只找到{count}行）：请重新运行。</translation>
  </message>
  <message>
   <source>{name} is a table, and a file that ends in '{suffix}' holds only rows with a geometry: choose .csv, .xlsx or .gpkg.</source>
   <translation>{name}是表，而以“{suffix}”结尾的文件只能存放有几何图形的行：请选择.csv、.xlsx或.gpkg。</translation>
  </message>
  <message>
   <source>Install scikit-learn…</source>
   <translation>安装scikit-learn…</translation>
  </message>
  <message>
   <source>The Python package {package} is missing: {way}{command} and restart QGIS.</source>
   <translation>缺少Python包{package}：请{way}{command}，然后重新启动QGIS。</translation>
  </message>
  <message>
   <source>run '{command}' in a terminal</source>
   <translation>在终端中运行“{command}”</translation>
  </message>
  <message>
   <source>choose 'Plugins &gt; {menu}' in QGIS, or </source>
   <translation>在QGIS中选择“插件 &gt; {menu}”，或</translation>
  </message>
  <message>
   <source>open the OSGeo4W Shell from the start menu, run 'python -m pip install {package}'</source>
   <translation>从开始菜单打开OSGeo4W Shell，运行“python -m pip install {package}”</translation>
  </message>
  <message>
   <source>run '{command}' in the Terminal</source>
   <translation>在“终端”应用中运行“{command}”</translation>
  </message>
  <message>
   <source>The Python package {package} is installed but cannot be loaded ({error}).</source>
   <translation>Python软件包{package}已安装但无法加载（{error}）。</translation>
  </message>
  <message>
   <source> Choose 'Plugins &gt; {menu}' to replace it.</source>
   <translation>请选择“插件 &gt; {menu}”进行替换。</translation>
  </message>
  <message>
   <source>No indicator was chosen: set INDICATORS to the fields to measure.</source>
   <translation>未选择指标：请将INDICATORS设为要度量的字段。</translation>
  </message>
  <message>
   <source>There is no field '{of_year}': '{weight_field}' weights {year} as well.</source>
   <translation>没有字段“{of_year}”：{year}年同样以“{weight_field}”为权重。</translation>
  </message>
  <message>
   <source>Layer '{layer}' has no geometry, so distances between cities are unknown: choose a layer with points or polygons, or a setting that needs no distances.</source>
   <translation>图层“{layer}”没有几何图形，无法得知城市间距离：请选择点或面图层，或选择不需要距离的设置。</translation>
  </message>
  <message>
   <source>Layer '{layer}' has no coordinate reference system, so distances between cities are unknown: assign one to the layer.</source>
   <translation>图层“{layer}”没有坐标参照系，无法得知城市间距离：请为该图层指定坐标参照系。</translation>
  </message>
  <message>
   <source>A city of layer '{layer}' (feature {id}) lies where {authid} cannot be turned into longitude and latitude: check the layer's coordinate reference system.</source>
   <translation>图层“{layer}”中有一个城市（要素{id}）的位置无法由{authid}转换为经纬度：请检查该图层的坐标参照系。</translation>
  </message>
  <message>
   <source>Layer '{sourcename}' has no polygons: choose a layer with the cities' areas.</source>
   <translation>图层“{sourcename}”没有面：请选择含有城市范围的图层。</translation>
  </message>
  <message>
   <source>Layer '{sourcename}' has no coordinate system: set the right one in its properties.</source>
   <translation>图层“{sourcename}”没有坐标参照系：请在其属性中设置正确的坐标参照系。</translation>
  </message>
  <message>
   <source>Names that the format cannot hold were changed: {pairs}.</source>
   <translation>该格式无法保存的名称已更改：{pairs}。</translation>
  </message>
  <message>
   <source>Field '{field}' holds nested values: written as text.</source>
   <translation>字段“{field}”含有嵌套值：按文本写出。</translation>
  </message>
  <message>
   <source>'{old}' is '{new}'</source>
   <translation>“{old}”改为“{new}”</translation>
  </message>
  <message>
   <source>Field '{field}' holds numbers that are too long for the format: written as text.</source>
   <translation>字段“{field}”中的数字超出该格式的长度：按文本写出。</translation>
  </message>
  <message>
   <source>{count} texts of field '{field}' are longer than the {cut} bytes that a Shapefile holds and were cut: a GeoPackage keeps them whole.</source>
   <translation>字段“{field}”中有{count}个文本超过Shapefile所能保存的{cut}字节，已被截断：GeoPackage可完整保存。</translation>
  </message>
  <message>
   <source>DERIVED: the expression of '{name}' ({text})</source>
   <translation>DERIVED：“{name}”的表达式（{text}）</translation>
  </message>
  <message>
   <source>{where} cannot be read: {strip}.</source>
   <translation>{where}无法读取：{strip}。</translation>
  </message>
  <message>
   <source>{where} must be made of indicators alone.</source>
   <translation>{where}只能由指标构成。</translation>
  </message>
  <message>
   <source> needs </source>
   <translation> 依赖 </translation>
  </message>
  <message>
   <source>{where} fails: {strip}.</source>
   <translation>{where}计算失败：{strip}。</translation>
  </message>
  <message>
   <source>{where} gives '{value}', which is no number: correct it.</source>
   <translation>{where}的结果为“{value}”，不是数字：请更正。</translation>
  </message>
  <message>
   <source>DERIVED has '{strip}': write name=expression.</source>
   <translation>DERIVED中有“{strip}”：请写成name=expression的形式。</translation>
  </message>
  <message>
   <source>DERIVED names '{name}' twice: give one expression.</source>
   <translation>DERIVED中“{name}”出现两次：请只给出一个表达式。</translation>
  </message>
  <message>
   <source>{where} uses '{column}', but the indicators are {names}.</source>
   <translation>{where}使用了“{column}”，而可用的指标为{names}。</translation>
  </message>
  <message>
   <source>{where} uses the function '{function}': only functions of numbers can be used.</source>
   <translation>{where}使用了函数“{function}”：只能使用数值函数。</translation>
  </message>
  <message>
   <source>DERIVED goes round in a circle: {circle}; change one expression.</source>
   <translation>DERIVED出现循环：{circle}；请更改其中一个表达式。</translation>
  </message>
  <message>
   <source>(blank)</source>
   <translation>（空）</translation>
  </message>
  <message>
   <source>The closest name was looked for only for the first {searched:,} of {count:,} keys without a counterpart.</source>
   <translation>{count:,} 个没有对应的键中，只为前 {searched:,} 个查找了最接近的名称。</translation>
  </message>
  <message>
   <source>{key} (closest: {near}, {likeness:.2f})</source>
   <translation>{key}（最接近：{near}，{likeness:.2f}）</translation>
  </message>
  <message>
   <source>The cities have a field '{field}'; the table's is '{name}'.</source>
   <translation>城市图层已有字段“{field}”；来自表的字段命名为“{name}”。</translation>
  </message>
  <message>
   <source>Above the values of '{name}' the table says: {headers}.</source>
   <translation>表中“{name}”数值上方的表头为：{headers}。</translation>
  </message>
  <message>
   <source>published</source>
   <translation>公布值</translation>
  </message>
  <message>
   <source>merged</source>
   <translation>合并值</translation>
  </message>
  <message>
   <source>derived</source>
   <translation>推算值</translation>
  </message>
  <message>
   <source>interpolated</source>
   <translation>插值</translation>
  </message>
  <message>
   <source>Left blank, since a part that was merged has no value: {names}.</source>
   <translation>因被合并的部分缺少数值而留空：{names}。</translation>
  </message>
  <message>
   <source>Ratios left blank, since they cannot be added over merged cities (give their expression in DERIVED): {names}.</source>
   <translation>比率不能在合并的城市间相加，故留空（请在DERIVED中给出其表达式）：{names}。</translation>
  </message>
  <message>
   <source>{count} sheets read ({names}), {span}; {found} of {count_2} cities found.</source>
   <translation>已读取{count}张表（{names}），{span}；{count_2}个城市中找到{found}个。</translation>
  </message>
  <message>
   <source>{target} without {source} (before {year})</source>
   <translation>{target}（{year}年以前，不含{source}）</translation>
  </message>
  <message>
   <source>Values: {counts}.</source>
   <translation>数值：{counts}。</translation>
  </message>
  <message>
   <source>Sheets without a city or without a wanted heading, passed over: {names}.</source>
   <translation>没有城市或所需表头的表，已跳过：{names}。</translation>
  </message>
  <message>
   <source>Rows of sums passed over: {names}.</source>
   <translation>已跳过合计行：{names}。</translation>
  </message>
  <message>
   <source>Told in the latest boundaries: {names}.</source>
   <translation>按最新行政边界计算：{names}。</translation>
  </message>
  <message>
   <source>Added over merged cities, as amounts: {names}.</source>
   <translation>作为总量在合并的城市间相加：{names}。</translation>
  </message>
  <message>
   <source>'{value}' went to {targets} in {year} in shares that the crosswalk does not give: values before {year} stay in the old boundaries.</source>
   <translation>“{value}”于{year}年并入{targets}，但对照表未给出份额：{year}年之前的数值保留旧边界。</translation>
  </message>
  <message>
   <source>Told as published, since no table has a row for the other city: {names}.</source>
   <translation>没有任何表包含另一城市的行，故按公布值计：{names}。</translation>
  </message>
  <message>
   <source>{city} ({year}, into {into})</source>
   <translation>{city}（{year}年并入{into}）</translation>
  </message>
  <message>
   <source>Cities of the layer that ended, so that their earlier values are told in others: {names}.</source>
   <translation>图层中已撤销的城市，其早期数值计入其他城市：{names}。</translation>
  </message>
  <message>
   <source>Told in prices of {base_year}: {names}.</source>
   <translation>按{base_year}年价格计：{names}。</translation>
  </message>
  <message>
   <source>{interpolated} values interpolated in gaps of up to {longest_gap} years.</source>
   <translation>在不超过{longest_gap}年的缺口中插值{interpolated}个。</translation>
  </message>
  <message>
   <source>'{name}' stays blank where its expression gives no number.</source>
   <translation>表达式得不到数值之处，“{name}”留空。</translation>
  </message>
  <message>
   <source>{deflator} fits no indicator, since none has a unit of money: give the 'unit' in COLUMNS, or the 'indicator' in the table.</source>
   <translation>{deflator}不适用于任何指标，因为没有指标以货币为单位：请在COLUMNS中给出“unit”，或在该表中给出“indicator”。</translation>
  </message>
  <message>
   <source>{deflator} names the indicator '{name}', but those that are read are {names}.</source>
   <translation>{deflator}指定了指标“{name}”，而读取的指标为{names}。</translation>
  </message>
  <message>
   <source>Table '{name}' has no field beside the key '{key_field}': choose a table with values.</source>
   <translation>表“{name}”除键“{key_field}”外没有其他字段：请选择有数值的表。</translation>
  </message>
  <message>
   <source>Table '{name}' has no rows: choose a table with one row for each city.</source>
   <translation>表“{name}”没有行：请选择每个城市一行的表。</translation>
  </message>
  <message>
   <source>Field '{field}' stays text: its codes have more digits than numbers.</source>
   <translation>字段“{field}”保留为文本：其代码的位数超出数字所能表示的范围。</translation>
  </message>
  <message>
   <source>Field '{field}' stays text: some of its numbers are in percent, {named}, and others not; correct the table and join again.</source>
   <translation>字段“{field}”保留为文本：部分数字为百分比（{named}），其余不是；请更正该表后重新连接。</translation>
  </message>
  <message>
   <source>Field '{field}': footnote marks are left out of the numbers of {named}.</source>
   <translation>字段“{field}”：已去除{named}的数字所带的脚注标记。</translation>
  </message>
  <message>
   <source>Field '{field}' is in percent: 45.2% is joined as 45.2.</source>
   <translation>字段“{field}”为百分比：45.2%连接为45.2。</translation>
  </message>
  <message>
   <source>Field '{field}' stays text, not a number for {named}: correct the table and join again.</source>
   <translation>字段“{field}”保留为文本，因为{named}不是数字：请更正该表后重新连接。</translation>
  </message>
  <message>
   <source>Row {number} of {parameter} ('{table}')</source>
   <translation>{parameter}（“{table}”）第{number}行</translation>
  </message>
  <message>
   <source>COLUMNS ('{name}') has no rows: name a heading and an indicator.</source>
   <translation>COLUMNS（“{name}”）没有行：请给出表头和指标。</translation>
  </message>
  <message>
   <source>DEFLATOR ('{name}') has no rows: add the index of each year.</source>
   <translation>DEFLATOR（“{name}”）没有行：请补充各年份的指数。</translation>
  </message>
  <message>
   <source>{where} is '{text}', which is no number: correct it.</source>
   <translation>{where}为“{text}”，不是数字：请更正。</translation>
  </message>
  <message>
   <source>{where} has the year '{text}', which is none: correct it.</source>
   <translation>{where}的年份为“{text}”，不是年份：请更正。</translation>
  </message>
  <message>
   <source>{where} lacks its {value}: add it.</source>
   <translation>{where}缺少{value}：请补充。</translation>
  </message>
  <message>
   <source>{where} has a heading of brackets only ('{heading}'): correct it.</source>
   <translation>{where}的表头只有括号（“{heading}”）：请更正。</translation>
  </message>
  <message>
   <source>{where}: factor</source>
   <translation>{where}：系数</translation>
  </message>
  <message>
   <source>{where} has the factor 0: correct it.</source>
   <translation>{where}的系数为0：请更正。</translation>
  </message>
  <message>
   <source>COLUMNS has the indicators '{indicator}' and '{indicator_2}', which differ by case only: write them the same, or give them different names.</source>
   <translation>COLUMNS中的指标“{indicator}”与“{indicator_2}”仅大小写不同：请统一写法，或使用不同的名称。</translation>
  </message>
  <message>
   <source>COLUMNS has two units for '{indicator}' ('{unit}' and '{unit_2}'): give one.</source>
   <translation>COLUMNS为“{indicator}”给出了两个单位（“{unit}”和“{unit_2}”）：请只给出一个。</translation>
  </message>
  <message>
   <source>COLUMNS has two factors for '{shown}' as '{indicator}': give one.</source>
   <translation>COLUMNS为“{shown}”（指标“{indicator}”）给出了两个系数：请只给出一个。</translation>
  </message>
  <message>
   <source>{where} lacks its year, '{value}' or '{value_2}': add it.</source>
   <translation>{where}缺少年份、“{value}”或“{value_2}”：请补充。</translation>
  </message>
  <message>
   <source>{where} has the share '{share}', which is no number: correct it.</source>
   <translation>{where}的份额为“{share}”，不是数字：请更正。</translation>
  </message>
  <message>
   <source>{where} lacks its year or its index: add it.</source>
   <translation>{where}缺少年份或指数：请补充。</translation>
  </message>
  <message>
   <source>{where}: index</source>
   <translation>{where}：指数</translation>
  </message>
  <message>
   <source>{where} has an index that is not above 0: correct it.</source>
   <translation>{where}的指数不大于0：请更正。</translation>
  </message>
  <message>
   <source>{where} gives {when} a second index: keep one.</source>
   <translation>{where}为{when}重复给出了指数：请保留一个。</translation>
  </message>
  <message>
   <source>Layer '{name}' has no field '{field}': choose one of {names}.</source>
   <translation>图层“{name}”没有字段“{field}”：请从{names}中选择一个。</translation>
  </message>
  <message>
   <source>Table '{name}' holds unreadable characters ({garbled}): save it as CSV in UTF-8 or as an Excel file, or set its encoding in the layer's properties.</source>
   <translation>表“{name}”含有乱码（{garbled}）：请将其保存为UTF-8编码的CSV或Excel文件，或在图层属性中设置其编码。</translation>
  </message>
  <message>
   <source>'{name}' is not in UTF-8; it is read as {encoding}.</source>
   <translation>“{name}”不是UTF-8编码；按{encoding}读取。</translation>
  </message>
  <message>
   <source>The file '{path}' is empty: choose a file with a table.</source>
   <translation>文件“{path}”为空：请选择含有表的文件。</translation>
  </message>
  <message>
   <source>The file '{path}' is no text: save the table as CSV or as XLSX.</source>
   <translation>文件“{path}”不是文本：请将表保存为CSV或XLSX。</translation>
  </message>
  <message>
   <source>The file '{path}' cannot be read: {strerror}.</source>
   <translation>无法读取文件“{path}”：{strerror}。</translation>
  </message>
  <message>
   <source>The file '{path}' is no table of text ({error}).</source>
   <translation>文件“{path}”不是文本表（{error}）。</translation>
  </message>
  <message>
   <source>The file '{path}' cannot be read as a workbook: open it in a spreadsheet program and save it as .xlsx.</source>
   <translation>文件“{path}”无法作为工作簿读取：请用电子表格软件打开并另存为.xlsx。</translation>
  </message>
  <message>
   <source>No file has a sheet '{value}': correct SHEETS, such as 2-6;2007.xlsx|* .</source>
   <translation>没有文件含有工作表“{value}”：请更正SHEETS，例如2-6;2007.xlsx|* 。</translation>
  </message>
  <message>
   <source>This QGIS cannot read '{path}' (GDAL has no {driver} driver): save it as .xlsx.</source>
   <translation>当前QGIS无法读取“{path}”（GDAL没有{driver}驱动）：请将其保存为.xlsx。</translation>
  </message>
  <message>
   <source>The file '{path}' does not exist: choose another.</source>
   <translation>文件“{path}”不存在：请选择其他文件。</translation>
  </message>
  <message>
   <source>The file '{path}' is neither a workbook nor a table of text: choose .xlsx, .xls, .ods or .csv files.</source>
   <translation>文件“{path}”既不是工作簿也不是文本表：请选择.xlsx、.xls、.ods或.csv文件。</translation>
  </message>
  <message>
   <source>Names found without their footnote mark</source>
   <translation>去掉脚注符号后找到的名称</translation>
  </message>
  <message>
   <source>Rows with numbers and no name</source>
   <translation>有数字而无名称的行</translation>
  </message>
  <message>
   <source>no sheet has cities</source>
   <translation>没有工作表含有城市</translation>
  </message>
  <message>
   <source>Headings that no sheet has</source>
   <translation>所有工作表中均没有的表头</translation>
  </message>
  <message>
   <source>{value:.12g} in '{place}'</source>
   <translation>“{place}”中的{value:.12g}</translation>
  </message>
  <message>
   <source>'{value}' has two values of '{value_2}' for {value_3}: {value_4} and {value_5}{value_6}; correct the tables, or choose the right sheets in SHEETS.</source>
   <translation>“{value}”的“{value_2}”在{value_3}年有两个数值：{value_4}和{value_5}{value_6}；请更正表，或在SHEETS中选择正确的工作表。</translation>
  </message>
  <message>
   <source>Reading {where}</source>
   <translation>正在读取{where}</translation>
  </message>
  <message>
   <source>the headings there are {names}</source>
   <translation>现有表头为{names}</translation>
  </message>
  <message>
   <source>No sheet has the heading '{shown}' of the indicator '{indicator}': {known}; correct COLUMNS.</source>
   <translation>没有工作表含有指标“{indicator}”的表头“{shown}”：{known}；请更正COLUMNS。</translation>
  </message>
  <message>
   <source>'{indicator}' is in '{unit}' in '{place}' and in '{text}' in '{place_2}': give the 'unit' wanted in COLUMNS.</source>
   <translation>“{indicator}”在“{place}”中的单位为“{unit}”，在“{place_2}”中为“{text}”：请在COLUMNS中给出所需的“unit”。</translation>
  </message>
  <message>
   <source>No unit is printed, '{unit}' of other sheets is taken</source>
   <translation>未标明单位，沿用其他工作表的“{unit}”</translation>
  </message>
  <message>
   <source> (and {more} more such values)</source>
   <translation>（另有{more}个此类数值）</translation>
  </message>
  <message>
   <source>Regions without any area, so not on the map: {names}.</source>
   <translation>没有范围、未在地图上显示的城市群：{names}。</translation>
  </message>
  <message>
   <source>The polygons of region {region} in layer '{layer}' cannot be joined: repair them with 'Fix geometries' first.</source>
   <translation>图层“{layer}”中城市群{region}的面无法合并：请先用“修正几何图形”加以修复。</translation>
  </message>
  <message>
   <source>secondary cities for each core</source>
   <translation>每个核心城市对应的次级城市数</translation>
  </message>
  <message>
   <source>administrative levels among the cities</source>
   <translation>城市中的行政级别数</translation>
  </message>
  <message>
   <source>types among the secondary cities</source>
   <translation>次级城市中的类型数</translation>
  </message>
  <message>
   <source>Blank in column '{name}' of POLICY, so that shares stay empty: {names}.</source>
   <translation>POLICY的“{name}”列有空白，因此占比为空：{names}。</translation>
  </message>
  <message>
   <source>Field 'year' of layer '{layer}' is '{year}' for region {region}: it must be a year such as 2023 or blank.</source>
   <translation>图层“{layer}”的字段“year”在城市群{region}处为“{year}”：须为2023这样的年份，或留空。</translation>
  </message>
  <message>
   <source>{start} to {end}</source>
   <translation>{start}→{end}</translation>
  </message>
  <message>
   <source>Field '{field}' of layer '{layer}' holds {names} more than once: choose a field that tells the cities apart.</source>
   <translation>图层“{layer}”的字段“{field}”中{names}出现多次：请选择能够区分各城市的字段。</translation>
  </message>
  <message>
   <source>Field '{field}' of layer '{layer}' is blank in every row: choose the field with the cities' ids.</source>
   <translation>图层“{layer}”的字段“{field}”在所有行中均为空：请选择存放城市id的字段。</translation>
  </message>
  <message>
   <source>Layer '{sourcename}' has no geometry, so flows cannot be drawn as lines: choose a layer with points or polygons as NODES.</source>
   <translation>图层“{sourcename}”没有几何图形，无法将联系流绘制成线：请为NODES选择点或面图层。</translation>
  </message>
  <message>
   <source>No row of layer '{layer}' has both ends among the cities: choose as NODE_ID the field that holds the ids of '{value}' and '{value_2}', such as {names}.</source>
   <translation>图层“{layer}”中没有一行的两端都在城市之中：请为NODE_ID选择存放“{value}”和“{value_2}”所用id（如{names}）的字段。</translation>
  </message>
  <message>
   <source>Left out, without a value: {names}.</source>
   <translation>因没有数值而未计入：{names}。</translation>
  </message>
  <message>
   <source>No column of layer '{layer}' is named by a city's id: set TO_FIELD and VALUE_FIELD, or name the columns as the cities are named in NODE_ID.</source>
   <translation>图层“{layer}”没有以城市id命名的列：请设置TO_FIELD和VALUE_FIELD，或按NODE_ID中的城市名称命名各列。</translation>
  </message>
  <message>
   <source>Matrix '{layer}' has more than one row for {names}: keep one row a city.</source>
   <translation>矩阵“{layer}”中{names}有多行：请为每个城市只保留一行。</translation>
  </message>
  <message>
   <source>No row of matrix '{layer}' is a city: choose as FROM_FIELD the field that holds the ids of NODE_ID.</source>
   <translation>矩阵“{layer}”中没有一行对应城市：请为FROM_FIELD选择存放NODE_ID所用id的字段。</translation>
  </message>
  <message>
   <source>Columns that are no city, left out: {names}.</source>
   <translation>不对应任何城市、未计入的列：{names}。</translation>
  </message>
  <message>
   <source>the matrix</source>
   <translation>矩阵</translation>
  </message>
  <message>
   <source>{missing} blank cells of matrix '{layer}' left out.</source>
   <translation>矩阵“{layer}”中有{missing}个空单元格未计入。</translation>
  </message>
  <message>
   <source>The flow from {way} in {where} of layer '{layer}' is {value:g}: flows must be zero or more, so correct the value or leave it blank.</source>
   <translation>图层“{layer}”的{where}中，联系流（{way}）为{value:g}：联系流必须大于或等于0，请更正该数值或留空。</translation>
  </message>
  <message>
   <source>Not among the cities, {rows} rows of layer '{layer}' left out: {names}.</source>
   <translation>图层“{layer}”有{rows}行因不在城市之中而未计入：{names}。</translation>
  </message>
  <message>
   <source>{rows} rows of layer '{layer}' name no city and are left out.</source>
   <translation>图层“{layer}”有{rows}行没有指明城市，未计入。</translation>
  </message>
  <message>
   <source>The flow from {way} in {where} of layer '{layer}' is not a number ('{cell}'): correct the value or leave it blank.</source>
   <translation>图层“{layer}”的{where}中，联系流（{way}）不是数字（“{cell}”）：请更正该数值或留空。</translation>
  </message>
  <message>
   <source>{count} policy items of {count_2} regions.</source>
   <translation>共{count_2}个城市群的{count}条政策条目。</translation>
  </message>
  <message>
   <source>The vocabulary '{file}' holds {names} more than once: keep each code once.</source>
   <translation>词表“{file}”中{names}出现多次：每个编码请只保留一次。</translation>
  </message>
  <message>
   <source>The vocabulary '{file}' is empty or has a row without code or theme: fill it in.</source>
   <translation>词表“{file}”为空，或有一行缺少编码或主题：请补充完整。</translation>
  </message>
  <message>
   <source>No row of layer '{layer}' has a region in field '{region_field}' and a code in field '{code_field}': choose other fields.</source>
   <translation>图层“{layer}”中没有一行在字段“{region_field}”中有城市群且在字段“{code_field}”中有编码：请选择其他字段。</translation>
  </message>
  <message>
   <source>{left_out} items without a region or a code left out.</source>
   <translation>有{left_out}条条目因没有城市群或编码而未计入。</translation>
  </message>
  <message>
   <source>{blank} items without an addressee, counted for none.</source>
   <translation>有{blank}条条目没有政策对象，不计入任何对象。</translation>
  </message>
  <message>
   <source>Field '{field}' holds {names}, which is none of {names_2}; these items count for no addressee.</source>
   <translation>字段“{field}”含有{names}，不属于{names_2}中的任何一个；这些条目不计入任何对象。</translation>
  </message>
  <message>
   <source>The vocabulary '{file}' cannot be read: it must be a CSV file in UTF-8 with the columns {names}, like '{vocabulary}'.</source>
   <translation>无法读取词表“{file}”：须为UTF-8编码的CSV文件，包含{names}各列，格式参照“{vocabulary}”。</translation>
  </message>
  <message>
   <source>from {start} to {end} in layer '{layer}'</source>
   <translation>（图层“{layer}”中从{start}到{end}）</translation>
  </message>
  <message>
   <source>Not among the cities, rows of layer '{layer}' left out: {names}.</source>
   <translation>图层“{layer}”中因不在城市之中而未计入的行：{names}。</translation>
  </message>
  <message>
   <source>No row of layer '{layer}' has both ends among the cities and a time: choose as ID_FIELD the field that holds the ids of 'from' and 'to'.</source>
   <translation>图层“{layer}”中没有一行的两端都在城市之中且有时间：请为ID_FIELD选择存放“from”和“to”所用id的字段。</translation>
  </message>
  <message>
   <source>{count} ways are given in one direction only: the way back takes as long.</source>
   <translation>有{count}段行程只给出了单向时间：返程按相同时间计。</translation>
  </message>
  <message>
   <source>The time {way} is {time:g} minutes: correct it to more than 0.</source>
   <translation>行程时间（{way}）为{time:g}分钟：请改为大于0的数值。</translation>
  </message>
  <message>
   <source>The time {way} is {value:g} minutes in one row and {time:g} in another: keep one.</source>
   <translation>行程时间（{way}）在一行中为{value:g}分钟，在另一行中为{time:g}分钟：请保留一个。</translation>
  </message>
  <message>
   <source>Earlier files of '{folder}' are in '{aside}' and cannot be moved back ({strerror}): close what is open there and run this again, or move them by hand.</source>
   <translation>“{folder}”的原有文件暂存于“{aside}”，无法移回（{strerror}）：请关闭那里打开的文件后重新运行，或手动移回。</translation>
  </message>
  <message>
   <source>'{path}' cannot be replaced: close it where it is open (perhaps in this QGIS), or choose another folder.</source>
   <translation>无法替换“{path}”：请在打开它的程序（可能就是本 QGIS）中将其关闭，或另选文件夹。</translation>
  </message>
  <message>
   <source>Layer '{sourcename}' was not read to its end ({read} of {count} rows): check the connection to its source and run again.</source>
   <translation>图层“{sourcename}”未读取完毕（{count}行中读取了{read}行）：请检查与数据源的连接后重新运行。</translation>
  </message>
  <message>
   <source>Layer '{layer}' has no rows: choose a layer with one row for each city.</source>
   <translation>图层“{layer}”没有行：请选择每个城市一行的图层。</translation>
  </message>
  <message>
   <source>Layer '{layer}' gives the same number to several rows, as views of databases may: save it as a layer of its own, or choose a key column that tells its rows apart.</source>
   <translation>图层“{layer}”中有多行编号相同（数据库视图可能出现这种情况）：请将其另存为独立的图层，或选择能够区分各行的主键列。</translation>
  </message>
  <message>
   <source>zero or more</source>
   <translation>大于或等于零</translation>
  </message>
  <message>
   <source>Layer '{layer}' has no value for {names}: fill it in or choose another way to treat missing values.</source>
   <translation>图层“{layer}”中{names}没有数值：请补充，或选择其他缺失值处理方式。</translation>
  </message>
  <message>
   <source>No value, {done}: {names}.</source>
   <translation>没有数值，{done}：{names}。</translation>
  </message>
  <message>
   <source>Nothing in any sector, left out: {names}.</source>
   <translation>因各行业均为零而未计入：{names}。</translation>
  </message>
  <message>
   <source>between 0 and {most:g}</source>
   <translation>在0与{most:g}之间</translation>
  </message>
  <message>
   <source>Field '{value}' of layer '{layer}' is {value_2:g} for {city}: it must be {allowed}, so correct the value or say rightly whether the sectors are counts, shares or percentages.</source>
   <translation>图层“{layer}”的字段“{value}”在{city}处为{value_2:g}：必须为{allowed}，请更正该数值，或正确指明各行业数据是人数、份额还是百分比。</translation>
  </message>
  <message>
   <source>The sectors add up to more than the whole for {names}: check whether some contain others.</source>
   <translation>{names}的各行业之和超过总量：请检查是否有行业包含其他行业。</translation>
  </message>
  <message>
   <source>Layer '{sourcename}' has no geometry, so neighbours are unknown: choose a layer with points or polygons, or a METHOD without connected types.</source>
   <translation>图层“{sourcename}”没有几何图形，无法得知相邻关系：请选择点或面图层，或选择不要求类型相连的METHOD。</translation>
  </message>
  <message>
   <source>Without a geometry in layer '{sourcename}': {names}; types cannot be connected, so give them one or leave them out.</source>
   <translation>图层“{sourcename}”中没有几何图形的城市：{names}；无法使类型相连，请补充几何图形或舍去这些城市。</translation>
  </message>
  <message>
   <source>Joined to the nearest, because they touch no other: {names}.</source>
   <translation>因不与其他城市相接而归并到最近城市：{names}。</translation>
  </message>
  <message>
   <source>'{name}' in field '{field}' of layer '{layer}', the core of {city},</source>
   <translation>图层“{layer}”的字段“{field}”中的“{name}”，即{city}的核心城市，</translation>
  </message>
  <message>
   <source>'{part}' in ROLES does not say which sector plays which role: write it as field=role, several separated by ';'.</source>
   <translation>ROLES中的“{part}”没有指明哪个行业承担哪个角色：请写成field=role，多个之间用“;”分隔。</translation>
  </message>
  <message>
   <source>'{field}' in ROLES is not one of the chosen sectors of layer '{layer}': choose it in SECTORS or name one of {names}.</source>
   <translation>ROLES中的“{field}”不是图层“{layer}”所选的行业：请在SECTORS中选择它，或改为{names}之一。</translation>
  </message>
  <message>
   <source>Sector '{sector}' has two roles in ROLES, '{value}' and '{role}': give it one.</source>
   <translation>行业“{sector}”在ROLES中有两个角色，“{value}”和“{role}”：请只给出一个。</translation>
  </message>
  <message>
   <source>'{sector}' in ROLES is a role and also a sector without a role: give the sector that role too or call the role otherwise.</source>
   <translation>ROLES中的“{sector}”既是角色，又是没有角色的行业：请将该行业也归入此角色，或为角色另取名称。</translation>
  </message>
  <message>
   <source>{problem} is not a city of the layer: correct it or leave it blank.</source>
   <translation>{problem}不是该图层中的城市：请更正或留空。</translation>
  </message>
  <message>
   <source>{problem} is not marked as a core: mark it or name another.</source>
   <translation>{problem}未标记为核心城市：请加以标记，或指定其他城市。</translation>
  </message>
  <message>
   <source>{problem} is the name of {count} cores: give its id instead.</source>
   <translation>{problem}是{count}个核心城市共用的名称：请改用其id。</translation>
  </message>
  <message>
   <source>all features</source>
   <translation>所有特征</translation>
  </message>
  <message>
   <source>Layer '{layer}' has no value for {names}: fill it in or leave cities without a value out.</source>
   <translation>图层“{layer}”中{names}没有数值：请补充，或选择不计入没有数值的城市。</translation>
  </message>
  <message>
   <source>No city of layer '{layer}' has a value in every feature: choose other features.</source>
   <translation>图层“{layer}”中没有各项特征数值齐全的城市：请选择其他特征。</translation>
  </message>
  <message>
   <source>No value, left out: {names}.</source>
   <translation>因没有数值而未计入：{names}。</translation>
  </message>
  <message>
   <source>The role vocabulary '{file}' cannot be read: start from a copy of '{vocabulary}' and keep its form.</source>
   <translation>无法读取角色词表“{file}”：请以“{vocabulary}”的副本为基础修改，并保持其格式。</translation>
  </message>
  <message>
   <source>{region}, {name}: without a value or with another role in {first} or {last}, left out of both: {names}.</source>
   <translation>{region}，{name}：以下城市在{first}年或{last}年缺少数值或角色不同，两个年份均未计入：{names}。</translation>
  </message>
  <message>
   <source>{region}, {name}: without a value or with another role in some year, left out of all: {names}.</source>
   <translation>{region}，{name}：在某些年份没有数值或角色不同、因而所有年份均不计入的城市：{names}。</translation>
  </message>
  <message>
   <source>PERIODS gives {names} twice: give each period its own name.</source>
   <translation>PERIODS中{names}出现两次：请为每个时段取不同的名称。</translation>
  </message>
  <message>
   <source>Periods that begin or end in a year without data have no change: {names}.</source>
   <translation>起始年份或终止年份没有数据、因而没有变化值的时段：{names}。</translation>
  </message>
  <message>
   <source>The period '{part}' is not written as name=first-last, such as 12th plan=2011-2015: correct PERIODS.</source>
   <translation>时段“{part}”未写成name=first-last的形式，例如12th plan=2011-2015：请更正PERIODS。</translation>
  </message>
  <message>
   <source>no reason given</source>
   <translation>未说明原因</translation>
  </message>
  <message>
   <source>{name} lost rows while it was written ({written} of {count} arrived): the disk may be full, or the format cannot hold them; choose another place or a GeoPackage.</source>
   <translation>{name}在写入时丢失了部分行（{count}行中写入{written}行）：可能是磁盘已满，或该格式无法存放这些行；请选择其他位置，或使用GeoPackage。</translation>
  </message>
  <message>
   <source>{name} cannot be written to '{value}' ({problem}): check the file's ending, its folder and whether another program holds it open.</source>
   <translation>无法将{name}写入“{value}”（{problem}）：请检查文件的扩展名和所在文件夹，以及文件是否正被其他程序打开。</translation>
  </message>
  <message>
   <source>{name} could not be written ({problem}): choose another format, such as a GeoPackage.</source>
   <translation>无法写入{name}（{problem}）：请选择其他格式，例如GeoPackage。</translation>
  </message>
  <message>
   <source>{output} cannot replace '{path}' ({strerror}): close it where it is open, or choose another place.</source>
   <translation>{output}无法覆盖“{path}”（{strerror}）：请关闭已打开的该文件，或选择其他位置。</translation>
  </message>
  <message>
   <source>Year field '{field}' of layer '{layer}' is '{value}' in row {value_2}: every row needs a year such as 2023.</source>
   <translation>图层“{layer}”的年份字段“{field}”在第{value_2}行为“{value}”：每一行都须有2023这样的年份。</translation>
  </message>
  <message>
   <source>{drawn:,} of {count:,}; the result table has all of them.</source>
   <translation>{count:,} 个中的 {drawn:,} 个；结果表中有全部。</translation>
  </message>
  <message>
   <source>Charts need the Python package matplotlib, which this QGIS does not bring: install it (on Debian and Ubuntu: sudo apt install python3-matplotlib) or leave the report out.</source>
   <translation>绘制图表需要Python软件包matplotlib，而当前QGIS未附带：请安装（Debian和Ubuntu：sudo apt install python3-matplotlib），或不生成报告。</translation>
  </message>
  <message>
   <source>Theil between cores and secondary cities</source>
   <translation>核心城市与次级城市之间的泰尔指数</translation>
  </message>
  <message>
   <source>Mega-region</source>
   <translation>城市群</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>角色</translation>
  </message>
  <message>
   <source>Indicator</source>
   <translation>指标</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>年份</translation>
  </message>
  <message>
   <source>From year</source>
   <translation>起始年份</translation>
  </message>
  <message>
   <source>To year</source>
   <translation>终止年份</translation>
  </message>
  <message>
   <source>First year</source>
   <translation>首年</translation>
  </message>
  <message>
   <source>Last year</source>
   <translation>末年</translation>
  </message>
  <message>
   <source>Cities</source>
   <translation>城市</translation>
  </message>
  <message>
   <source>Core cities</source>
   <translation>核心城市</translation>
  </message>
  <message>
   <source>Secondary cities</source>
   <translation>次级城市</translation>
  </message>
  <message>
   <source>Cities without a value</source>
   <translation>没有数值的城市数</translation>
  </message>
  <message>
   <source>Cities left out</source>
   <translation>未计入的城市数</translation>
  </message>
  <message>
   <source>Mean of the cores</source>
   <translation>核心城市均值</translation>
  </message>
  <message>
   <source>Mean of the secondary cities</source>
   <translation>次级城市均值</translation>
  </message>
  <message>
   <source>Share of the cores</source>
   <translation>核心城市所占份额</translation>
  </message>
  <message>
   <source>Mean of the cores over that of the secondary cities</source>
   <translation>核心城市均值与次级城市均值之比</translation>
  </message>
  <message>
   <source>Ratio of means, from</source>
   <translation>均值之比，起始年</translation>
  </message>
  <message>
   <source>Ratio of means, to</source>
   <translation>均值之比，终止年</translation>
  </message>
  <message>
   <source>Theil</source>
   <translation>泰尔指数</translation>
  </message>
  <message>
   <source>Theil within the roles</source>
   <translation>角色内部的泰尔指数</translation>
  </message>
  <message>
   <source>Mean log deviation</source>
   <translation>平均对数离差</translation>
  </message>
  <message>
   <source>Mean log deviation between the roles</source>
   <translation>角色之间的平均对数离差</translation>
  </message>
  <message>
   <source>Theil between, from</source>
   <translation>组间泰尔指数，起始年</translation>
  </message>
  <message>
   <source>Theil between, to</source>
   <translation>组间泰尔指数，终止年</translation>
  </message>
  <message>
   <source>Theil between, first year</source>
   <translation>组间泰尔指数，首年</translation>
  </message>
  <message>
   <source>Theil between, last year</source>
   <translation>组间泰尔指数，末年</translation>
  </message>
  <message>
   <source>Change of Theil between</source>
   <translation>组间泰尔指数的变化</translation>
  </message>
  <message>
   <source>Gini ratio</source>
   <translation>基尼系数</translation>
  </message>
  <message>
   <source>Gini within the roles</source>
   <translation>角色内部的基尼系数</translation>
  </message>
  <message>
   <source>Net Gini between cores and secondary cities</source>
   <translation>核心城市与次级城市之间的净基尼系数</translation>
  </message>
  <message>
   <source>Gini of the overlap</source>
   <translation>重叠部分的基尼系数</translation>
  </message>
  <message>
   <source>Gini as in Du, Cardoso &amp; Rocco (2025)</source>
   <translation>Du, Cardoso &amp; Rocco (2025)的基尼系数</translation>
  </message>
  <message>
   <source>Net Gini between, from</source>
   <translation>组间净基尼系数，起始年</translation>
  </message>
  <message>
   <source>Net Gini between, to</source>
   <translation>组间净基尼系数，终止年</translation>
  </message>
  <message>
   <source>Change of net Gini between</source>
   <translation>组间净基尼系数的变化</translation>
  </message>
  <message>
   <source>Gini between neighbours</source>
   <translation>邻近城市之间的基尼系数</translation>
  </message>
  <message>
   <source>Gini between others</source>
   <translation>其余城市之间的基尼系数</translation>
  </message>
  <message>
   <source>Relative economic affluence</source>
   <translation>相对经济富裕程度</translation>
  </message>
  <message>
   <source>Coefficient of variation</source>
   <translation>变异系数</translation>
  </message>
  <message>
   <source>Hoover index</source>
   <translation>胡佛指数</translation>
  </message>
  <message>
   <source>Atkinson index</source>
   <translation>阿特金森指数</translation>
  </message>
  <message>
   <source>p, for many tests</source>
   <translation>p值（按检验次数校正）</translation>
  </message>
  <message>
   <source>p of the slope</source>
   <translation>斜率的p值</translation>
  </message>
  <message>
   <source>p of the slope, for many tests</source>
   <translation>斜率的p值（按检验次数校正）</translation>
  </message>
  <message>
   <source>p of Moran's I</source>
   <translation>莫兰指数（Moran's I）的p值</translation>
  </message>
  <message>
   <source>p of beta</source>
   <translation>beta的p值</translation>
  </message>
  <message>
   <source>Direction</source>
   <translation>方向</translation>
  </message>
  <message>
   <source>95% interval from</source>
   <translation>95%置信区间下限</translation>
  </message>
  <message>
   <source>95% interval to</source>
   <translation>95%置信区间上限</translation>
  </message>
  <message>
   <source>What the interval assumes</source>
   <translation>置信区间的前提假定</translation>
  </message>
  <message>
   <source>Slope a year</source>
   <translation>年均斜率</translation>
  </message>
  <message>
   <source>Slope of the coefficient of variation</source>
   <translation>变异系数的斜率</translation>
  </message>
  <message>
   <source>Beta convergence</source>
   <translation>beta收敛</translation>
  </message>
  <message>
   <source>Between regions</source>
   <translation>城市群之间</translation>
  </message>
  <message>
   <source>Between cores and secondary cities</source>
   <translation>核心城市与次级城市之间</translation>
  </message>
  <message>
   <source>Within the roles</source>
   <translation>角色内部</translation>
  </message>
  <message>
   <source>Share between regions</source>
   <translation>城市群之间所占份额</translation>
  </message>
  <message>
   <source>Share between cores and secondary cities</source>
   <translation>核心城市与次级城市之间所占份额</translation>
  </message>
  <message>
   <source>Share within the roles</source>
   <translation>角色内部所占份额</translation>
  </message>
  <message>
   <source>Level</source>
   <translation>层级</translation>
  </message>
  <message>
   <source>Share</source>
   <translation>份额</translation>
  </message>
  <message>
   <source>Growing cities</source>
   <translation>增长的城市数</translation>
  </message>
  <message>
   <source>Stable cities</source>
   <translation>稳定的城市数</translation>
  </message>
  <message>
   <source>Shrinking cities</source>
   <translation>收缩的城市数</translation>
  </message>
  <message>
   <source>Sum, first year</source>
   <translation>总量，首年</translation>
  </message>
  <message>
   <source>Sum, last year</source>
   <translation>总量，末年</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>变化</translation>
  </message>
  <message>
   <source>Percent a year</source>
   <translation>年均变化率（%）</translation>
  </message>
  <message>
   <source>Share, first year</source>
   <translation>份额，首年</translation>
  </message>
  <message>
   <source>Share, last year</source>
   <translation>份额，末年</translation>
  </message>
  <message>
   <source>Change of share</source>
   <translation>份额的变化</translation>
  </message>
  <message>
   <source>Share held by the largest city</source>
   <translation>最大城市所占份额</translation>
  </message>
  <message>
   <source>Largest over second city</source>
   <translation>最大城市与第二大城市之比</translation>
  </message>
  <message>
   <source>Slope of the rank-size line</source>
   <translation>位序—规模线的斜率</translation>
  </message>
  <message>
   <source>R² of the rank-size line</source>
   <translation>位序—规模线的R²</translation>
  </message>
  <message>
   <source>Half-rank slope</source>
   <translation>半位序斜率</translation>
  </message>
  <message>
   <source>Standard error of the half-rank slope</source>
   <translation>半位序斜率的标准误</translation>
  </message>
  <message>
   <source>Herfindahl index</source>
   <translation>赫芬达尔指数</translation>
  </message>
  <message>
   <source>Polycentricity</source>
   <translation>多中心性</translation>
  </message>
  <message>
   <source>Moran's I</source>
   <translation>莫兰指数（Moran's I）</translation>
  </message>
  <message>
   <source>Specialisation</source>
   <translation>专业化程度</translation>
  </message>
  <message>
   <source>Complementarity to the cores</source>
   <translation>与核心城市的互补性</translation>
  </message>
  <message>
   <source>Most complementary city</source>
   <translation>互补性最强的城市</translation>
  </message>
  <message>
   <source>Type</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>Name of the type</source>
   <translation>类型名称</translation>
  </message>
  <message>
   <source>Why it has its role</source>
   <translation>角色的判定理由</translation>
  </message>
  <message>
   <source>Growth</source>
   <translation>增长</translation>
  </message>
  <message>
   <source>Change of the share of the region</source>
   <translation>占城市群份额的变化</translation>
  </message>
  <message>
   <source>Silhouette</source>
   <translation>轮廓系数</translation>
  </message>
  <message>
   <source>Distance to the type's centre</source>
   <translation>到类型中心的距离</translation>
  </message>
  <message>
   <source>Share of resamples in its type</source>
   <translation>重抽样中仍留在所属类型的比例</translation>
  </message>
  <message>
   <source>Compared with</source>
   <translation>比较对象</translation>
  </message>
  <message>
   <source>Light: slope of the mean a year</source>
   <translation>灯光：平均值的年均斜率</translation>
  </message>
  <message>
   <source>Light: p of the slope</source>
   <translation>灯光：斜率的p值</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Sum</source>
   <translation>总量</translation>
  </message>
  <message>
   <source>Mean</source>
   <translation>平均值</translation>
  </message>
  <message>
   <source>Highest value</source>
   <translation>最大值</translation>
  </message>
  <message>
   <source>Standard deviation</source>
   <translation>标准差</translation>
  </message>
  <message>
   <source>Median</source>
   <translation>中位数</translation>
  </message>
  <message>
   <source>Lower quartile</source>
   <translation>下四分位数</translation>
  </message>
  <message>
   <source>Upper quartile</source>
   <translation>上四分位数</translation>
  </message>
  <message>
   <source>10th percentile</source>
   <translation>第10百分位数</translation>
  </message>
  <message>
   <source>50th percentile</source>
   <translation>第50百分位数</translation>
  </message>
  <message>
   <source>90th percentile</source>
   <translation>第90百分位数</translation>
  </message>
  <message>
   <source>Lit area (km²)</source>
   <translation>有灯光面积（km²）</translation>
  </message>
  <message>
   <source>Lit share</source>
   <translation>有灯光面积占比</translation>
  </message>
  <message>
   <source>Share with valid values</source>
   <translation>有效值所占比例</translation>
  </message>
  <message>
   <source>File</source>
   <translation>文件</translation>
  </message>
  <message>
   <source>Tiles</source>
   <translation>图幅</translation>
  </message>
  <message>
   <source>Missing tiles</source>
   <translation>缺失的图幅</translation>
  </message>
  <message>
   <source>Feature</source>
   <translation>特征</translation>
  </message>
  <message>
   <source>Difference to the core</source>
   <translation>与核心城市的差异</translation>
  </message>
  <message>
   <source>Number of types</source>
   <translation>类型数</translation>
  </message>
  <message>
   <source>Within sum of squares</source>
   <translation>组内平方和</translation>
  </message>
  <message>
   <source>Mean silhouette</source>
   <translation>平均轮廓系数</translation>
  </message>
  <message>
   <source>Standard error of the silhouette</source>
   <translation>轮廓系数的标准误</translation>
  </message>
  <message>
   <source>Silhouette, lower quartile</source>
   <translation>轮廓系数，下四分位数</translation>
  </message>
  <message>
   <source>Silhouette, median</source>
   <translation>轮廓系数，中位数</translation>
  </message>
  <message>
   <source>Silhouette, upper quartile</source>
   <translation>轮廓系数，上四分位数</translation>
  </message>
  <message>
   <source>Calinski-Harabasz index</source>
   <translation>Calinski-Harabasz指数</translation>
  </message>
  <message>
   <source>Davies-Bouldin index</source>
   <translation>Davies-Bouldin指数</translation>
  </message>
  <message>
   <source>Stability</source>
   <translation>稳定性</translation>
  </message>
  <message>
   <source>Silhouette of noise</source>
   <translation>噪声的轮廓系数</translation>
  </message>
  <message>
   <source>Gap statistic</source>
   <translation>间隔统计量</translation>
  </message>
  <message>
   <source>Agreement with regions</source>
   <translation>与城市群的一致程度</translation>
  </message>
  <message>
   <source>Chosen</source>
   <translation>选定</translation>
  </message>
  <message>
   <source>Effect size (epsilon²)</source>
   <translation>效应量（epsilon²）</translation>
  </message>
  <message>
   <source>One type</source>
   <translation>一个类型</translation>
  </message>
  <message>
   <source>Other type</source>
   <translation>另一个类型</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>差值</translation>
  </message>
  <message>
   <source>p, for many pairs</source>
   <translation>p值（按配对数校正）</translation>
  </message>
  <message>
   <source>Form of the comparison</source>
   <translation>比较形式</translation>
  </message>
  <message>
   <source>From</source>
   <translation>出发城市</translation>
  </message>
  <message>
   <source>To</source>
   <translation>到达城市</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>数值</translation>
  </message>
  <message>
   <source>Value the other way</source>
   <translation>反方向的值</translation>
  </message>
  <message>
   <source>Symmetry</source>
   <translation>对称性</translation>
  </message>
  <message>
   <source>Relation</source>
   <translation>关系</translation>
  </message>
  <message>
   <source>Flows in</source>
   <translation>流入</translation>
  </message>
  <message>
   <source>Flows out</source>
   <translation>流出</translation>
  </message>
  <message>
   <source>Net flows</source>
   <translation>净流量</translation>
  </message>
  <message>
   <source>Dominance</source>
   <translation>支配度</translation>
  </message>
  <message>
   <source>Centrality (PageRank)</source>
   <translation>中心性（PageRank）</translation>
  </message>
  <message>
   <source>Betweenness</source>
   <translation>中介中心性</translation>
  </message>
  <message>
   <source>Community</source>
   <translation>社团</translation>
  </message>
  <message>
   <source>Flows</source>
   <translation>联系流</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>总量</translation>
  </message>
  <message>
   <source>Share between cores</source>
   <translation>核心城市之间所占份额</translation>
  </message>
  <message>
   <source>Share between core and secondary cities</source>
   <translation>核心城市与次级城市之间所占份额</translation>
  </message>
  <message>
   <source>Share between secondary cities</source>
   <translation>次级城市之间所占份额</translation>
  </message>
  <message>
   <source>Multidirectionality</source>
   <translation>多向性</translation>
  </message>
  <message>
   <source>Functional polycentricity</source>
   <translation>功能多中心性</translation>
  </message>
  <message>
   <source>Frame</source>
   <translation>框架</translation>
  </message>
  <message>
   <source>Aspect</source>
   <translation>方面</translation>
  </message>
  <message>
   <source>Measure</source>
   <translation>度量</translation>
  </message>
  <message>
   <source>Rank</source>
   <translation>位次</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>主题</translation>
  </message>
  <message>
   <source>Subtheme</source>
   <translation>子主题</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>编码</translation>
  </message>
  <message>
   <source>Policy items</source>
   <translation>政策条目</translation>
  </message>
  <message>
   <source>Share over that in all regions</source>
   <translation>份额与全部城市群中的份额之比</translation>
  </message>
  <message>
   <source>Addressed to cores</source>
   <translation>面向核心城市</translation>
  </message>
  <message>
   <source>Addressed to secondary cities</source>
   <translation>面向次级城市</translation>
  </message>
  <message>
   <source>Addressed to both</source>
   <translation>同时面向两者</translation>
  </message>
  <message>
   <source>Id</source>
   <translation>编号</translation>
  </message>
  <message>
   <source>City</source>
   <translation>城市</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>单位</translation>
  </message>
  <message>
   <source>How it was found</source>
   <translation>取得方式</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Side</source>
   <translation>所属一侧</translation>
  </message>
  <message>
   <source>Key</source>
   <translation>键</translation>
  </message>
  <message>
   <source>Closest key of the other side</source>
   <translation>另一侧最接近的键</translation>
  </message>
  <message>
   <source>Similarity</source>
   <translation>相似度</translation>
  </message>
  <message>
   <source>Years</source>
   <translation>年份</translation>
  </message>
  <message>
   <source>Period</source>
   <translation>时期</translation>
  </message>
  <message>
   <source>Theil between cores and secondary cities, {indicator}</source>
   <translation>核心城市与次级城市之间的泰尔指数，{indicator}</translation>
  </message>
  <message>
   <source>Net Gini between cores and secondary cities, {indicator}</source>
   <translation>核心城市与次级城市之间的净基尼系数，{indicator}</translation>
  </message>
  <message>
   <source>Change of Theil between, {indicator}</source>
   <translation>组间泰尔指数的变化，{indicator}</translation>
  </message>
  <message>
   <source>Direction, {indicator}</source>
   <translation>方向，{indicator}</translation>
  </message>
  <message>
   <source>Location quotient, {indicator}</source>
   <translation>区位商，{indicator}</translation>
  </message>
  <message>
   <source>Difference to the core, {indicator}</source>
   <translation>与核心城市的差异，{indicator}</translation>
  </message>
  <message>
   <source>p of the local pattern, {indicator}</source>
   <translation>局部格局的p值，{indicator}</translation>
  </message>
  <message>
   <source>Local pattern, {indicator}</source>
   <translation>局部格局，{indicator}</translation>
  </message>
  <message>
   <source>Policy items, {indicator}</source>
   <translation>政策条目，{indicator}</translation>
  </message>
  <message>
   <source>Share of policy items, {indicator}</source>
   <translation>政策条目份额，{indicator}</translation>
  </message>
  <message>
   <source>Light: weighted mean {indicator}</source>
   <translation>灯光：加权平均值，{indicator}</translation>
  </message>
  <message>
   <source>Light: sum per weight {indicator}</source>
   <translation>灯光：单位权重的总量，{indicator}</translation>
  </message>
  <message>
   <source>Light: sum {indicator}</source>
   <translation>灯光：总量，{indicator}</translation>
  </message>
  <message>
   <source>Light: mean {indicator}</source>
   <translation>灯光：平均值，{indicator}</translation>
  </message>
  <message>
   <source>Light: highest {indicator}</source>
   <translation>灯光：最大值，{indicator}</translation>
  </message>
  <message>
   <source>Light: lit share {indicator}</source>
   <translation>灯光：有灯光面积占比，{indicator}</translation>
  </message>
  <message>
   <source>Mean light</source>
   <translation>平均灯光强度</translation>
  </message>
  <message>
   <source>Light of the regions</source>
   <translation>各城市群的灯光</translation>
  </message>
  <message>
   <source>Mean night light of {count} regions, by role: {roles}.</source>
   <translation>{count}个城市群的平均夜间灯光，按角色：{roles}。</translation>
  </message>
  <message>
   <source>Region</source>
   <translation>城市群</translation>
  </message>
  <message>
   <source>Night light of cities</source>
   <translation>城市夜间灯光</translation>
  </message>
  <message>
   <source>Method</source>
   <translation>方法</translation>
  </message>
  <message>
   <source>Sum: value times the covered fraction of each cell, the fractions computed exactly. Mean: weighted by the cells' covered ground area (or covered fraction, where that was asked for); of a group, of all its cities' cells together. Lit share: ground area above the threshold as a share of the area with valid data.</source>
   <translation>总量：各像元值乘以其被覆盖的面积比例，该比例为精确计算。平均值：按像元被覆盖的地面面积加权（如选择按覆盖比例，则按覆盖比例加权）；分组的平均值按组内所有城市的全部像元合并计算。亮区占比：高于阈值的地面面积占有效数据面积的比例。</translation>
  </message>
  <message>
   <source>Trend: Theil-Sen slope of the mean (Sen 1968) and two-sided Mann-Kendall test with correction for ties (Mann 1945, Kendall 1975). The light of different sensors (DMSP, VIIRS) compares only in a harmonised series.</source>
   <translation>趋势：平均值的Theil-Sen斜率（Sen 1968），以及经并列值校正的双侧Mann-Kendall检验（Mann 1945, Kendall 1975）。不同传感器（DMSP、VIIRS）的灯光数据只有在经过一致化处理的序列中才可比较。</translation>
  </message>
  <message>
   <source> The vertical axes differ.</source>
   <translation>各图纵轴不同。</translation>
  </message>
  <message>
   <source>{count} cities of layer {layer}, {time}</source>
   <translation>图层{layer}的{count}个城市，{time}</translation>
  </message>
  <message>
   <source>Mean light of each region by the role of its cities.{which}{axes}</source>
   <translation>各城市群按城市角色的平均灯光。{which}{axes}</translation>
  </message>
  <message>
   <source>Largest gains of light</source>
   <translation>灯光增加最多</translation>
  </message>
  <message>
   <source>Largest losses of light</source>
   <translation>灯光减少最多</translation>
  </message>
  <message>
   <source>Core and secondary cities, {value}</source>
   <translation>核心城市与次级城市，{value}</translation>
  </message>
  <message>
   <source>{first} to {last} ({count} rasters)</source>
   <translation>{first}至{last}（{count}个栅格）</translation>
  </message>
  <message>
   <source> The {count} brightest regions.</source>
   <translation>最亮的{count}个城市群。</translation>
  </message>
  <message>
   <source>Slope of the mean</source>
   <translation>均值的斜率</translation>
  </message>
  <message>
   <source>No city.</source>
   <translation>没有城市。</translation>
  </message>
  <message>
   <source>; light in {unit}</source>
   <translation>；灯光单位：{unit}</translation>
  </message>
  <message>
   <source>All cities</source>
   <translation>全部城市</translation>
  </message>
  <message>
   <source>all</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>above {low} to {high}</source>
   <translation>大于{low}至{high}</translation>
  </message>
  <message>
   <source>Theil index between groups: T = s ln(s/p) + (1-s) ln((1-s)/(1-p)), s the cores' share of the sum, p their share of the cities (Theil 1967, Economics and Information Theory).</source>
   <translation>组间泰尔指数：T = s ln(s/p) + (1-s) ln((1-s)/(1-p))，s为核心城市占总量的份额，p为核心城市占城市数的比例（Theil 1967, Economics and Information Theory）。</translation>
  </message>
  <message>
   <source>Gini ratio between groups: Dagum's net part, s - p (Dagum 1997, Empirical Economics 22, 515-531). gini_du2025: the variant of Du, Cardoso &amp; Rocco (2025, Habitat International 166, 103619). affluence: 1 where every core is above every secondary city, 0 where neither group prevails.</source>
   <translation>组间基尼系数：达古姆（Dagum）分解的净值部分，即s - p（Dagum 1997, Empirical Economics 22, 515-531）。gini_du2025：Du, Cardoso &amp; Rocco（2025, Habitat International 166, 103619）的算法。affluence：每个核心城市均高于每个次级城市时为1，两组互不占优时为0。</translation>
  </message>
  <message>
   <source>Theil index, additive over groups (Theil 1967); nested over regions and roles (Akita 2003, Annals of Regional Science 37, 55-77).</source>
   <translation>泰尔指数，可按组相加（Theil 1967）；按城市群和角色逐级分解（Akita 2003, Annals of Regional Science 37, 55-77）。</translation>
  </message>
  <message>
   <source>Interval: 95%, from the log ratio of the roles' means, if values are spread alike among core and among secondary cities; a role of a single city borrows its spread from the other.</source>
   <translation>置信区间：95%，由两种角色均值之比的对数求得，前提是核心城市与次级城市的数值离散程度相同；只有一个城市的角色借用另一角色的离散程度。</translation>
  </message>
  <message>
   <source>p: how often the change is at least as large, either way, when the cities' growth factors are permuted over the region.</source>
   <translation>p值：将各城市的增长倍数在城市群内置换时，变化（不论方向）不小于实际变化的比例。</translation>
  </message>
  <message>
   <source>p: share of assignments of as many core roles that are at least as uneven.</source>
   <translation>p值：在分配同样数目核心角色的各种方式中，不均衡程度不低于实际值的比例。</translation>
  </message>
  <message>
   <source>p_fdr: adjusted for all tests of the run (Benjamini &amp; Hochberg 1995, Journal of the Royal Statistical Society B 57, 289-300).</source>
   <translation>p_fdr：按全部检验次数校正的p值（Benjamini &amp; Hochberg 1995, Journal of the Royal Statistical Society B 57, 289-300）。</translation>
  </message>
  <message>
   <source>Slope: Theil-Sen, the median of the slopes between all pairs of years (Sen 1968, Journal of the American Statistical Association 63, 1379-1389). p: Mann-Kendall test, its variance that of a series with the serial correlation found.</source>
   <translation>斜率：泰尔—森（Theil-Sen）斜率，即所有年份两两之间斜率的中位数（Sen 1968, Journal of the American Statistical Association 63, 1379-1389）。p值：Mann-Kendall检验，其方差按具有所测得序列自相关的序列计算。</translation>
  </message>
  <message>
   <source>sigma: Theil-Sen slope of the coefficient of variation of all cities. beta: slope of growth a year on the log of the first value, below zero where poorer cities grow faster (Barro &amp; Sala-i-Martin 1992, Journal of Political Economy 100, 223-251).</source>
   <translation>sigma：全部城市变异系数的泰尔—森（Theil-Sen）斜率。beta：年均增长对首个数值的对数的斜率，较落后城市增长较快时小于零（Barro &amp; Sala-i-Martin 1992, Journal of Political Economy 100, 223-251）。</translation>
  </message>
  <message>
   <source>Green (2007), Urban Studies 44, 2077-2103</source>
   <translation>Green (2007), Urban Studies 44, 2077-2103</translation>
  </message>
  <message>
   <source>Core city</source>
   <translation>核心城市</translation>
  </message>
  <message>
   <source>The first {shown:,} of {count:,}; the result table has all of them.</source>
   <translation>{count:,} 个中的前 {shown:,} 个；结果表中有全部。</translation>
  </message>
  <message>
   <source>indicator</source>
   <translation>指标</translation>
  </message>
  <message>
   <source>heading or expression</source>
   <translation>表头或表达式</translation>
  </message>
  <message>
   <source>unit</source>
   <translation>单位</translation>
  </message>
  <message>
   <source>City panel</source>
   <translation>城市面板数据</translation>
  </message>
  <message>
   <source>Indicators and years</source>
   <translation>指标与年份</translation>
  </message>
  <message>
   <source>How many cities have a value.</source>
   <translation>有数值的城市数。</translation>
  </message>
  <message>
   <source>Cities and years</source>
   <translation>城市与年份</translation>
  </message>
  <message>
   <source>What was done</source>
   <translation>处理记录</translation>
  </message>
  <message>
   <source>Grey: no value. Dark blue: published. Orange: merged. Green: derived. Light blue: interpolated.</source>
   <translation>灰色：无数值。深蓝色：公布值。橙色：合并值。绿色：计算值。浅蓝色：插补值。</translation>
  </message>
  <message>
   <source>Share of the indicators that have a value: grey none, dark all.</source>
   <translation>有数值的指标所占比例：灰色为全部缺失，颜色最深为全部齐备。</translation>
  </message>
  <message>
   <source>{count} cities, {value} to {value_2}</source>
   <translation>{count}个城市，{value}—{value_2}年</translation>
  </message>
  <message>
   <source>Of {count} cities the {count_2} with the fewest values are shown.</source>
   <translation>共{count}个城市，仅显示数值最少的{count_2}个。</translation>
  </message>
  <message>
   <source>no value</source>
   <translation>无值</translation>
  </message>
  <message>
   <source>Secondary city</source>
   <translation>次级城市</translation>
  </message>
  <message>
   <source>Small city</source>
   <translation>小城市</translation>
  </message>
  <message>
   <source>Polycentricity (coexistence)</source>
   <translation>多中心（共存）</translation>
  </message>
  <message>
   <source>Multi-directional flows (connectivity)</source>
   <translation>多向流动（连接）</translation>
  </message>
  <message>
   <source>Functional complementarity (cooperation)</source>
   <translation>功能互补（合作）</translation>
  </message>
  <message>
   <source>Place: have secondary cities the capacity?</source>
   <translation>地方：次级城市是否有承载能力？</translation>
  </message>
  <message>
   <source>Priority: do plans and growth favour the cores?</source>
   <translation>优先：规划与增长是否偏向核心城市？</translation>
  </message>
  <message>
   <source>Actor: whose voice?</source>
   <translation>主体：谁的声音？</translation>
  </message>
  <message>
   <source>lines with a question</source>
   <translation>带有疑问的行</translation>
  </message>
  <message>
   <source>Lowest to highest region</source>
   <translation>由低到高的城市群</translation>
  </message>
  <message>
   <source>Coordination profiles</source>
   <translation>协调概况</translation>
  </message>
  <message>
   <source>Each line sets a region's value beside the median of all regions. Rank 1 is the largest value, which need not be the best. On the strip each region is a grey dot, the region of the page the coloured one; the upright line is the median.</source>
   <translation>每一行将某城市群的数值与全部城市群的中位数对照。位次1为数值最大，但数值最大未必最好。横条上每个城市群为一个灰点，本页所述城市群为彩色点；竖线为中位数。</translation>
  </message>
  <message>
   <source>Numbered questions stand where plans and figures, or two figures, part. They are for those who know the region, and are no verdicts: a plan may be too young to show, and a figure may measure something else than the plan means.</source>
   <translation>规划与数据不一致、或两项数据相互矛盾之处列出编号问题。这些问题供熟悉当地情况者思考，并非结论：规划可能尚未见效，数据所衡量的也可能与规划本意不同。</translation>
  </message>
  <message>
   <source>Visions</source>
   <translation>愿景</translation>
  </message>
  <message>
   <source>Mismatches</source>
   <translation>错位</translation>
  </message>
  <message>
   <source>lowest {low}, median {median}, highest {high}</source>
   <translation>最低{low}，中位数{median}，最高{high}</translation>
  </message>
  <message>
   <source>{count} mega-regions: three visions and three mismatches, each with its evidence</source>
   <translation>{count}个城市群：三项愿景与三项错位，各附依据</translation>
  </message>
  <message>
   <source>{rank} of {count}</source>
   <translation>{rank}／{count}</translation>
  </message>
  <message>
   <source>width by square root of value, widest {largest}</source>
   <translation>线宽与数值平方根成正比，最宽为{largest}</translation>
  </message>
  <message>
   <source>Strongest {drawn:,} of {count:,} flows</source>
   <translation>{count:,}条联系流中最强的{drawn:,}条</translation>
  </message>
  <message>
   <source>All {drawn:,} flows</source>
   <translation>全部{drawn:,}条联系流</translation>
  </message>
  <message>
   <source>Core to core</source>
   <translation>核心—核心</translation>
  </message>
  <message>
   <source>Core and secondary</source>
   <translation>核心—次级</translation>
  </message>
  <message>
   <source>Secondary to secondary</source>
   <translation>次级—次级</translation>
  </message>
  <message>
   <source>Without region or role</source>
   <translation>无城市群或角色</translation>
  </message>
  <message>
   <source>Weaker {rest:,} flows (tick to draw)</source>
   <translation>其余{rest:,}条较弱联系流（勾选后显示）</translation>
  </message>
  <message>
   <source>High among high</source>
   <translation>高—高集聚</translation>
  </message>
  <message>
   <source>Low among low</source>
   <translation>低—低集聚</translation>
  </message>
  <message>
   <source>High among low</source>
   <translation>高—低集聚</translation>
  </message>
  <message>
   <source>Low among high</source>
   <translation>低—高集聚</translation>
  </message>
  <message>
   <source>Not significant</source>
   <translation>不显著</translation>
  </message>
  <message>
   <source>code</source>
   <translation>代码</translation>
  </message>
  <message>
   <source>theme</source>
   <translation>主题</translation>
  </message>
  <message>
   <source>subtheme</source>
   <translation>子主题</translation>
  </message>
  <message>
   <source>items</source>
   <translation>条目数</translation>
  </message>
  <message>
   <source>Policy themes of the mega-regions</source>
   <translation>各城市群的政策主题</translation>
  </message>
  <message>
   <source>The codes</source>
   <translation>编码一览</translation>
  </message>
  <message>
   <source>All figures</source>
   <translation>全部数据</translation>
  </message>
  <message>
   <source>share: a code's items over the region's items. quotient: that share over the code's share in all regions together; above 1 the region speaks of it more than the others. The themes are those of coexistence, connectivity and cooperation, or those of your own vocabulary. The number of items says what plans speak of, not what is done.</source>
   <translation>share：某编码的条目数占该城市群条目总数的比例。quotient：该比例与此编码在全部城市群条目中所占比例之比；大于1表示该城市群比其他城市群谈得更多。主题为共存、互联与合作，或您自己词表中的主题。条目数反映规划谈到什么，并不反映做了什么。</translation>
  </message>
  <message>
   <source>All regions</source>
   <translation>全部城市群</translation>
  </message>
  <message>
   <source>Policy items of each region by code</source>
   <translation>各城市群政策条目（按编码）</translation>
  </message>
  <message>
   <source>percent of the items with an addressee (figures: items)</source>
   <translation>占有明确对象条目的百分比（数字为条目数）</translation>
  </message>
  <message>
   <source>Policy items by addressee</source>
   <translation>政策条目（按政策对象）</translation>
  </message>
  <message>
   <source>Whom the policies address</source>
   <translation>政策面向哪些城市</translation>
  </message>
  <message>
   <source>Items by addressee: core cities, secondary cities, or both. Items without a known addressee are left out.</source>
   <translation>按政策对象划分的条目：核心城市、次级城市或两者兼有。政策对象不明的条目未计入。</translation>
  </message>
  <message>
   <source>own codes</source>
   <translation>自定义编码</translation>
  </message>
  <message>
   <source>{count} policy items of {count_2} mega-regions</source>
   <translation>{count_2}个城市群的{count}条政策条目</translation>
  </message>
  <message>
   <source>Share of each region's policy items by code, in percent. Bold: at least {marked:g} times the share in all regions. Right: the region's number of items.</source>
   <translation>各城市群政策条目按编码的占比（%）。粗体：不低于全部城市群占比的{marked:g}倍。右侧：该城市群的条目数。</translation>
  </message>
  <message>
   <source>Table of {count} regions and {count_2} codes; the darker, the larger the share. In all regions together most items have the code {code}.</source>
   <translation>{count}个城市群、{count_2}个编码；颜色越深占比越大。全部城市群中条目最多的编码为{code}。</translation>
  </message>
  <message>
   <source>Stacked bars of {count} regions: in all {core} items address core cities and {secondary} secondary cities.</source>
   <translation>{count}个城市群的堆积条形图：共有{core}条条目面向核心城市，{secondary}条面向次级城市。</translation>
  </message>
  <message>
   <source>Not in the vocabulary, counted without a theme: {names}.</source>
   <translation>词表中没有、不按主题计入的编码：{names}。</translation>
  </message>
  <message>
   <source>Fewer than ten items, so that one item moves a share much: {names}.</source>
   <translation>条目少于十条、一条条目即可明显改变占比的城市群：{names}。</translation>
  </message>
  <message>
   <source>Growing</source>
   <translation>增长</translation>
  </message>
  <message>
   <source>Stable</source>
   <translation>稳定</translation>
  </message>
  <message>
   <source>Shrinking</source>
   <translation>收缩</translation>
  </message>
  <message>
   <source>No data</source>
   <translation>无数据</translation>
  </message>
  <message>
   <source>The folder for temporary files, which QGIS needs, is missing or cannot be written to: set TMPDIR (on Windows TEMP) to another one and start QGIS again.</source>
   <translation>QGIS所需的临时文件夹不存在或不可写：请将TMPDIR（Windows上为TEMP）设为其他文件夹并重新启动QGIS。</translation>
  </message>
  <message>
   <source>FOLDER '{path}' is a file: choose a folder.</source>
   <translation>FOLDER“{path}”是文件：请选择文件夹。</translation>
  </message>
  <message>
   <source>FOLDER '{path}' cannot be made, because '{folder}' cannot be written to: choose another FOLDER.</source>
   <translation>无法建立FOLDER“{path}”，因为“{folder}”不可写：请选择其他FOLDER。</translation>
  </message>
  <message>
   <source>'{package}' has a table '{value}' that no report made: rename it or choose another FOLDER.</source>
   <translation>“{package}”中的表“{value}”不是由报告生成：请改名或选择其他FOLDER。</translation>
  </message>
  <message>
   <source>The report cannot be written to '{path}' ({value}): close what is open there or choose another FOLDER.</source>
   <translation>无法将报告写入“{path}”（{value}）：请关闭其中打开的文件，或选择其他FOLDER。</translation>
  </message>
  <message>
   <source>'{value}' was not made by an earlier report: move it away or choose another FOLDER.</source>
   <translation>“{value}”不是由先前的报告生成：请移走或选择其他FOLDER。</translation>
  </message>
  <message>
   <source>Project and layouts</source>
   <translation>工程与布局</translation>
  </message>
  <message>
   <source>Maps</source>
   <translation>地图</translation>
  </message>
  <message>
   <source>Pages of the mega-regions</source>
   <translation>各城市群页面</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>报告</translation>
  </message>
  <message>
   <source>The project cannot be written ({value}): check that the disk has room.</source>
   <translation>无法写入工程（{value}）：请检查磁盘空间。</translation>
  </message>
  <message>
   <source>The layout template '{path}' is missing or broken: install the plugin again or copy your template there.</source>
   <translation>布局模板“{path}”缺失或损坏：请重新安装插件，或将模板复制到该处。</translation>
  </message>
  <message>
   <source>'{path}' is no GeoPackage: move it away or choose another FOLDER.</source>
   <translation>“{path}”不是GeoPackage：请移走或选择其他FOLDER。</translation>
  </message>
  <message>
   <source>'{earlier}' cannot be copied: move it away or choose another FOLDER.</source>
   <translation>无法复制“{earlier}”：请移走或选择其他FOLDER。</translation>
  </message>
  <message>
   <source>The PDF has no bookmarks, because the Python package pypdf is missing: install it with 'python3 -m pip install pypdf' where you want them.</source>
   <translation>PDF没有书签，因为缺少Python包pypdf：如需书签，请用“python3 -m pip install pypdf”安装。</translation>
  </message>
  <message>
   <source>The PDF '{path}' cannot be written: choose another FOLDER.</source>
   <translation>无法写入PDF“{path}”：请选择其他FOLDER。</translation>
  </message>
  <message>
   <source>{low} to {high}</source>
   <translation>{low}～{high}</translation>
  </message>
  <message>
   <source>Not assigned</source>
   <translation>未归类</translation>
  </message>
  <message>
   <source>Which number of types</source>
   <translation>类型数的选择</translation>
  </message>
  <message>
   <source>Silhouette: 1 well inside its type, below 0 nearer to another type</source>
   <translation>轮廓系数：1为完全符合所属类型，小于0为更接近其他类型</translation>
  </message>
  <message>
   <source>Silhouettes of the cities by type</source>
   <translation>各类型城市的轮廓系数</translation>
  </message>
  <message>
   <source>Profiles of the types</source>
   <translation>各类型特征</translation>
  </message>
  <message>
   <source>Heat map: mean of each feature in each type, in standard deviations from the mean of all cities; purple above, orange below.</source>
   <translation>热力图：各类型各项特征的均值，以偏离全部城市均值的标准差为单位；紫色为高于均值，橙色为低于均值。</translation>
  </message>
  <message>
   <source>Distributions of the features in each type</source>
   <translation>各类型各项特征的分布</translation>
  </message>
  <message>
   <source>Box plots: the middle half of a type's cities, its median, whiskers to 1.5 times the box's length.</source>
   <translation>箱线图：箱体为该类型居中的一半城市，线为中位数，须线延伸至箱长的1.5倍。</translation>
  </message>
  <message>
   <source>Number of types, K</source>
   <translation>类型数K</translation>
  </message>
  <message>
   <source>Chosen: {chosen}. {numbers}.</source>
   <translation>选定：{chosen}。{numbers}。</translation>
  </message>
  <message>
   <source>Mean {mean:.3f}; {below} of {count} cities are below 0.</source>
   <translation>平均{mean:.3f}；{count}个城市中有{below}个小于0。</translation>
  </message>
  <message>
   <source>K {k}: silhouette {silhouette:.3f} (without groups {noise:.3f}), stability {stability:.2f}</source>
   <translation>K {k}：轮廓系数{silhouette:.3f}（无分组时{noise:.3f}），稳定性{stability:.2f}</translation>
  </message>
  <message>
   <source>mean {mean:.3f}</source>
   <translation>均值{mean:.3f}</translation>
  </message>
  <message>
   <source>({count} cities)</source>
   <translation>（{count}个城市）</translation>
  </message>
  <message>
   <source>Kruskal-Wallis p</source>
   <translation>Kruskal-Wallis检验p值</translation>
  </message>
  <message>
   <source>Epsilon squared</source>
   <translation>ε²</translation>
  </message>
  <message>
   <source>Highest mean</source>
   <translation>均值最高</translation>
  </message>
  <message>
   <source>Lowest mean</source>
   <translation>均值最低</translation>
  </message>
  <message>
   <source>p (Holm)</source>
   <translation>p值（Holm校正）</translation>
  </message>
  <message>
   <source>City types compared</source>
   <translation>城市类型比较</translation>
  </message>
  <message>
   <source>Do the types differ?</source>
   <translation>各类型之间是否存在差异</translation>
  </message>
  <message>
   <source>A small p says that the types hardly have the same distribution of this indicator; it does not say which differ, nor why. Epsilon squared says how much of the ranks the types explain, 0 to 1. The test is rough for types of fewer than five cities, and among many indicators some p are small by chance. Indicators by which the types were made differ by construction: their p proves nothing.</source>
   <translation>p值小表示各类型在该指标上的分布不太可能相同；但并不说明哪些类型不同，也不说明原因。Epsilon平方表示类型能够解释秩次变异的程度，取值0～1。对城市少于五个的类型，检验较为粗略；指标较多时，部分p值会偶然偏小。用于划分类型的指标在类型之间必然存在差异：其p值不具有证明意义。</translation>
  </message>
  <message>
   <source>Means of the types</source>
   <translation>各类型的均值</translation>
  </message>
  <message>
   <source>Mean of each indicator in each type, in standard deviations from the mean of all cities.</source>
   <translation>各类型各项指标的均值，以偏离全部城市均值的标准差为单位。</translation>
  </message>
  <message>
   <source>Distributions</source>
   <translation>分布</translation>
  </message>
  <message>
   <source>Box = middle half of a type's cities, line = median, whiskers to 1.5 box lengths.</source>
   <translation>箱体为该类型居中的一半城市，线为中位数，须线延伸至箱长的1.5倍。</translation>
  </message>
  <message>
   <source>Kruskal &amp; Wallis (1952), Use of ranks in one-criterion variance analysis, Journal of the American Statistical Association 47, 583-621; ranks corrected for ties, p from the chi-squared distribution. Epsilon squared: H / (n - 1), Tomczak &amp; Tomczak (2014, Trends in Sport Sciences 21, 19-25). Pairs: Dunn (1964, Technometrics 6, 241-252), p adjusted over the pairs of an indicator by Holm (1979, Scandinavian Journal of Statistics 6, 65-70); their difference is that of the means. Quartiles interpolated linearly; z-scores with the population standard deviation of all cities.</source>
   <translation>Kruskal &amp; Wallis (1952), Use of ranks in one-criterion variance analysis, Journal of the American Statistical Association 47, 583-621；秩次经并列值校正，p值由卡方分布求得。Epsilon平方：H / (n - 1)，Tomczak &amp; Tomczak (2014, Trends in Sport Sciences 21, 19-25)。两两比较：Dunn (1964, Technometrics 6, 241-252)，p值按Holm (1979, Scandinavian Journal of Statistics 6, 65-70)的方法对同一指标的全部类型对进行校正；差值为均值之差。四分位数按线性插值计算；Z分数采用全部城市的总体标准差。</translation>
  </message>
  <message>
   <source>Which types differ?</source>
   <translation>哪些类型之间存在差异</translation>
  </message>
  <message>
   <source>Distributions of the indicators in each type</source>
   <translation>各类型各项指标的分布</translation>
  </message>
  <message>
   <source>The same as radar charts: outside the dashed ring above the mean of all cities.</source>
   <translation>以雷达图表示的相同内容：虚线圆环以外为高于全部城市均值。</translation>
  </message>
  <message>
   <source>No two types differ in any indicator by more than chance (p below 0.05).</source>
   <translation>没有两个类型在任何指标上的差异超出偶然（p值小于0.05）。</translation>
  </message>
  <message>
   <source>Pairs with p below 0.05 after Holm's correction over all pairs of the indicator. The difference is the mean of the type less that of the other.</source>
   <translation>按该指标的全部类型对经Holm法校正后p值小于0.05的类型对。差值为该类型均值减去另一类型均值。</translation>
  </message>
  <message>
   <source>{count} cities of {count_2} types</source>
   <translation>{count_2}个类型的{count}个城市</translation>
  </message>
  <message>
   <source>Box plots of {names} for {count} types.</source>
   <translation>{count}个类型的{names}箱线图。</translation>
  </message>
  <message>
   <source> {more} more are in the table of pairs.</source>
   <translation>另有{more}对见类型两两比较表。</translation>
  </message>
  <message>
   <source>{low:+.3g} to {high:+.3g} percentage points</source>
   <translation>{low:+.3g}至{high:+.3g}个百分点</translation>
  </message>
  <message>
   <source>{low:.3g} to {high:.3g} times the core's share</source>
   <translation>核心城市份额的{low:.3g}至{high:.3g}倍</translation>
  </message>
  <message>
   <source>{low:.3g} to {high:.3g}%</source>
   <translation>{low:.3g}%至{high:.3g}%</translation>
  </message>
  <message>
   <source>log ratio {low:+.3g} to {high:+.3g}</source>
   <translation>对数比{low:+.3g}至{high:+.3g}</translation>
  </message>
  <message>
   <source>Not compared</source>
   <translation>未比较</translation>
  </message>
  <message>
   <source>K-means (Lloyd 1982) by scikit-learn from k-means++ starts (Arthur &amp; Vassilvitskii 2007), the best improved by random swaps (Fränti 2018); Ward's method (Ward 1963, Journal of the American Statistical Association 58, 236-244), for connected types on the graph of neighbours, improved at the borders. Silhouette: Rousseeuw (1987, Journal of Computational and Applied Mathematics 20, 53-65). Without groups: the silhouette that 58 of 60 draws of cities of one population stay below at their K, with a single peak in each feature and the same spread and rank correlation. Gap statistic: Tibshirani, Walther &amp; Hastie (2001, Journal of the Royal Statistical Society B 63, 411-423). Calinski-Harabasz: Caliński &amp; Harabasz (1974). Davies-Bouldin: Davies &amp; Bouldin (1979). Stability: mean adjusted Rand index (Hubert &amp; Arabie 1985) between the types of all cities and those of 20 random parts of 80% of them; membership: a city's share of 100 such parts in which it stays in its type. Agreement with regions: adjusted Rand index. The use of sector differences to the core follows Du, Cardoso &amp; Rocco (2025, Habitat International 166, 103619).</source>
   <translation>K均值（Lloyd 1982）由scikit-learn从k-means++初始点计算（Arthur &amp; Vassilvitskii 2007），最优解再经随机交换改进（Fränti 2018）；沃德法（Ward 1963，Journal of the American Statistical Association 58，236-244），连通类型在邻接图上进行并在边界处改进。轮廓系数：Rousseeuw（1987，Journal of Computational and Applied Mathematics 20，53-65）。无分组时：从单一总体中抽取的60组城市中有58组在其K下不超过的轮廓系数，各特征为单峰，离散程度与秩相关相同。Gap统计量：Tibshirani, Walther &amp; Hastie（2001，Journal of the Royal Statistical Society B 63，411-423）。Calinski-Harabasz：Caliński &amp; Harabasz（1974）。Davies-Bouldin：Davies &amp; Bouldin（1979）。稳定性：全部城市的类型与20个80%随机子样本的类型之间的平均调整兰德指数（Hubert &amp; Arabie 1985）；归属度：城市在100个此类子样本中保持原类型的比例。与城市群的一致性：调整兰德指数。采用与核心城市的行业差异，依据Du, Cardoso &amp; Rocco（2025，Habitat International 166，103619）。</translation>
  </message>
  <message>
   <source>Each type's cities: box = middle half, line = median.</source>
   <translation>各类型的城市：箱体为中间一半，线为中位数。</translation>
  </message>
  <message>
   <source>Borderline</source>
   <translation>边缘城市</translation>
  </message>
  <message>
   <source>Membership</source>
   <translation>归属度</translation>
  </message>
  <message>
   <source>Names</source>
   <translation>城市</translation>
  </message>
  <message>
   <source>City types</source>
   <translation>城市类型</translation>
  </message>
  <message>
   <source>What marks each type</source>
   <translation>各类型的突出特征</translation>
  </message>
  <message>
   <source>The names are suggestions from what stands out most in each profile, in the words of the role vocabulary, and never of a sector in which most of a type's cities are below their core. Read the profile before using a name.</source>
   <translation>类型名称依据各类型最突出的特征、采用角色词表中的用语自动拟定；若某行业在该类型多数城市中低于其核心城市，则不以该行业命名。使用名称前请结合类型特征加以核实。</translation>
  </message>
  <message>
   <source>Mean of each feature in each type, in standard deviations from the mean of all cities.</source>
   <translation>各类型各项特征的均值，以偏离全部城市均值的标准差为单位。</translation>
  </message>
  <message>
   <source>How well each city fits its type</source>
   <translation>各城市与所属类型的契合程度</translation>
  </message>
  <message>
   <source>One bar for each city. Cities below 0 lie nearer to another type.</source>
   <translation>每个城市一条。小于0的城市更接近其他类型。</translation>
  </message>
  <message>
   <source>Why this number of types</source>
   <translation>类型数的选择依据</translation>
  </message>
  <message>
   <source>Standard error</source>
   <translation>标准误</translation>
  </message>
  <message>
   <source>Without groups</source>
   <translation>无分组时</translation>
  </message>
  <message>
   <source>Gap</source>
   <translation>Gap统计量</translation>
  </message>
  <message>
   <source>Calinski-Harabasz</source>
   <translation>Calinski-Harabasz指数</translation>
  </message>
  <message>
   <source>Davies-Bouldin</source>
   <translation>Davies-Bouldin指数</translation>
  </message>
  <message>
   <source>Inertia</source>
   <translation>组内平方和</translation>
  </message>
  <message>
   <source>The cities of each type</source>
   <translation>各类型的城市</translation>
  </message>
  <message>
   <source>From the city that fits best to the one that fits worst. Borderline cities, with a silhouette below 0, are marked with * and lie nearer to another type. Membership is the mean share of random parts of the cities in which a city stays in its type.</source>
   <translation>由契合程度最高的城市排至最低的城市。轮廓系数小于0的边界城市以*标记，更接近其他类型。归属度为在随机抽取的部分城市中，某城市仍留在所属类型的平均比例。</translation>
  </message>
  <message>
   <source>The cities by type; colours as in the charts below.</source>
   <translation>各城市的类型；颜色与下列图表一致。</translation>
  </message>
  <message>
   <source>Measures of each number of types; the large dot is the one chosen.</source>
   <translation>各类型数的质量指标；大点为选定的类型数。</translation>
  </message>
  <message>
   <source>{count} cities in {chosen} types</source>
   <translation>{count}个城市，{chosen}个类型</translation>
  </message>
  <message>
   <source>{at_core:g} = as the core; right of it, a larger share than the core's.</source>
   <translation>{at_core:g}表示与核心城市相同；其右侧为份额高于核心城市。</translation>
  </message>
  <message>
   <source>{k} (chosen)</source>
   <translation>{k}（选定）</translation>
  </message>
  <message>
   <source>Profiles of the types, round</source>
   <translation>各类型特征雷达图</translation>
  </message>
  <message>
   <source>Radar charts: mean of each indicator in each type, in standard deviations from the mean of all cities (the dashed ring); cut at 2 above and below.</source>
   <translation>雷达图：各类型各项指标的均值，以偏离全部城市均值（虚线圆环）的标准差为单位；上下限为2。</translation>
  </message>
  <message>
   <source>1 city</source>
   <translation>1个城市</translation>
  </message>
  <message>
   <source>{count} cities</source>
   <translation>{count}个城市</translation>
  </message>
  <message>
   <source>Change of unevenness between core and secondary cities</source>
   <translation>核心城市与次级城市之间不均衡程度的变化</translation>
  </message>
  <message>
   <source>Where inequality lies</source>
   <translation>差异的来源</translation>
  </message>
  <message>
   <source>The Theil index of all cities: between mega-regions, between core and secondary cities inside them, and within these groups.</source>
   <translation>全部城市的泰尔指数：城市群之间、城市群内核心城市与次级城市之间，以及各组内部。</translation>
  </message>
  <message>
   <source>year</source>
   <translation>年份</translation>
  </message>
  <message>
   <source>level</source>
   <translation>层级</translation>
  </message>
  <message>
   <source>theil</source>
   <translation>泰尔指数</translation>
  </message>
  <message>
   <source>share</source>
   <translation>份额</translation>
  </message>
  <message>
   <source>widens</source>
   <translation>扩大</translation>
  </message>
  <message>
   <source>narrows</source>
   <translation>缩小</translation>
  </message>
  <message>
   <source>is stable</source>
   <translation>稳定</translation>
  </message>
  <message>
   <source>changes its richer side</source>
   <translation>较富一方反转</translation>
  </message>
  <message>
   <source>No region could be compared.</source>
   <translation>没有可比较的城市群。</translation>
  </message>
  <message>
   <source>Parts by level</source>
   <translation>按层级分解的构成</translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation>{first}至{last}</translation>
  </message>
  <message>
   <source>{theil} {change_interval} {change_p} {permutations} permutations, seed {seed}; 0 means that none were asked for. {fdr}</source>
   <translation>{theil} {change_interval} {change_p} 置换次数为{permutations}，随机种子为{seed}；0表示未要求置换。{fdr}</translation>
  </message>
  <message>
   <source>Unevenness {names}.</source>
   <translation>不均衡程度：{names}。</translation>
  </message>
  <message>
   <source>Theil index between core and secondary cities, {years}: hollow dot the first year, full dot the last, pale bar the 95% interval of the change where it was computed.</source>
   <translation>核心城市与次级城市之间的泰尔指数，{years}：空心点为起始年份，实心点为终止年份，浅色横条为变化量的95%置信区间（如已计算）。</translation>
  </message>
  <message>
   <source>More than chance, after allowing for the number of tests, in {count} of {count_2} regions</source>
   <translation>按检验次数校正后，{count_2}个城市群中有{count}个超出偶然</translation>
  </message>
  <message>
   <source>The 95% interval leaves out no change in {count} of {count_2}</source>
   <translation>{count_2}个城市群中有{count}个的95%置信区间不含“无变化”</translation>
  </message>
  <message>
   <source>With a single city in a role the interval rests on the assumption that it is as uncertain as the others: {names}.</source>
   <translation>某一角色仅有一个城市时，置信区间假定其不确定性与其他城市相同：{names}。</translation>
  </message>
  <message>
   <source>{verb} in {count} ({names})</source>
   <translation>{verb}的有{count}个（{names}）</translation>
  </message>
  <message>
   <source>widening</source>
   <translation>扩大</translation>
  </message>
  <message>
   <source>narrowing</source>
   <translation>缩小</translation>
  </message>
  <message>
   <source>stable</source>
   <translation>稳定</translation>
  </message>
  <message>
   <source>reversed</source>
   <translation>反转</translation>
  </message>
  <message>
   <source>Theil index, between groups</source>
   <translation>组间泰尔指数</translation>
  </message>
  <message>
   <source>Gini ratio, between groups</source>
   <translation>组间基尼系数</translation>
  </message>
  <message>
   <source>Unevenness of each region and indicator</source>
   <translation>各城市群、各指标的不均衡程度</translation>
  </message>
  <message>
   <source>Theil index between core and secondary cities</source>
   <translation>核心城市与次级城市之间的泰尔指数</translation>
  </message>
  <message>
   <source>Theil index of all cities</source>
   <translation>全部城市的泰尔指数</translation>
  </message>
  <message>
   <source>Stacked bars: the Theil index of all cities, split into the parts between regions, between core and secondary cities, and within these groups.</source>
   <translation>堆积条形图：全部城市的泰尔指数分解为城市群之间、核心城市与次级城市之间和各组内部三部分。</translation>
  </message>
  <message>
   <source>between regions</source>
   <translation>城市群之间</translation>
  </message>
  <message>
   <source>between core and secondary cities</source>
   <translation>核心与次级城市之间</translation>
  </message>
  <message>
   <source>inside these groups</source>
   <translation>各组内部</translation>
  </message>
  <message>
   <source>Table of {count} regions and {count_2} indicators; the darker, the more uneven. Sorted by {sorting}; {highest} is the most uneven.</source>
   <translation>{count}个城市群、{count_2}项指标的热力表；颜色越深越不均衡。按{sorting}排序；{highest}最不均衡。</translation>
  </message>
  <message>
   <source>Change of unevenness: {name}</source>
   <translation>不均衡程度的变化：{name}</translation>
  </message>
  <message>
   <source>{widening} of {count} regions widen. Hollow dots: first year; full dots: last year; pale bars: 95% interval of the change where it was computed.</source>
   <translation>{count}个城市群中有{widening}个差距扩大。空心点为起始年份，实心点为终止年份；浅色横条为变化量的95%置信区间（如已计算）。</translation>
  </message>
  <message>
   <source>Cities of {region}</source>
   <translation>{region}的城市</translation>
  </message>
  <message>
   <source>{count} cities of {region}, cores first ({cores}); indicators: {names}.</source>
   <translation>{region}的{count}个城市，核心城市在前（{cores}）；指标：{names}。</translation>
  </message>
  <message>
   <source>{indicator}: columns {first}, dots {last}</source>
   <translation>{indicator}：柱为{first}，点为{last}</translation>
  </message>
  <message>
   <source>Change of Theil between cores and secondary cities, {indicator} {first} to {last}</source>
   <translation>核心城市与次级城市之间泰尔指数的变化，{indicator}，{first}年至{last}年</translation>
  </message>
  <message>
   <source>Changes: {words}.</source>
   <translation>变化：{words}。</translation>
  </message>
  <message>
   <source>Trends: {words}. {held} of {tests} are more than chance after allowing for the number of tests.</source>
   <translation>趋势：{words}。按检验次数校正后，{tests}项中有{held}项超出偶然。</translation>
  </message>
  <message>
   <source>{indicator}: of the inequality between all cities {regions:.0%} lies between regions, {roles:.0%} between cores and secondary cities of a region, {within:.0%} within these groups.</source>
   <translation>{indicator}：在全部城市的总差异中，{regions:.0%}来自城市群之间，{roles:.0%}来自城市群内核心城市与次级城市之间，{within:.0%}来自各组内部。</translation>
  </message>
  <message>
   <source>{below} of {tests} cells have p below {level:g}; {held} hold after allowing for the number of tests (Benjamini-Hochberg).</source>
   <translation>{tests}项检验中有{below}项的p值小于{level:g}；按检验次数校正后（Benjamini-Hochberg）仍有{held}项成立。</translation>
  </message>
  <message>
   <source>{indicator} from {first} to {last} changes most in {region}: the Theil index between cores and secondary cities goes from {before:.3f} to {after:.3f}.</source>
   <translation>{first}年至{last}年，{indicator}变化最大的是{region}：核心城市与次级城市之间的泰尔指数由{before:.3f}变为{after:.3f}。</translation>
  </message>
  <message>
   <source>{below} of {tests} changes have p below {level:g}; {held} hold after allowing for the number of tests (Benjamini-Hochberg).</source>
   <translation>{tests}项变化中有{below}项的p值小于{level:g}；按检验次数校正后（Benjamini-Hochberg）仍有{held}项成立。</translation>
  </message>
  <message>
   <source>{indicator} is most uneven in {first} (Theil between cores and secondary cities {high:.3f}) and least in {last} ({low:.3f}).</source>
   <translation>{indicator}在{first}最不均衡（核心城市与次级城市之间的泰尔指数为{high:.3f}），在{last}最均衡（{low:.3f}）。</translation>
  </message>
  <message>
   <source>{indicator}: Theil between cores and secondary cities {high:.3f}.</source>
   <translation>{indicator}：核心城市与次级城市之间的泰尔指数为{high:.3f}。</translation>
  </message>
  <message>
   <source>{indicator}: the secondary cities are ahead of the cores on average in {regions}.</source>
   <translation>{indicator}：以下城市群的次级城市平均高于核心城市：{regions}。</translation>
  </message>
  <message>
   <source>Unevenness between core and secondary cities</source>
   <translation>核心城市与次级城市之间的不均衡</translation>
  </message>
  <message>
   <source>Theil index and Gini ratio between core and secondary cities, one colour scale for both; sorted by the last column of the left table.</source>
   <translation>核心城市与次级城市之间的泰尔指数与基尼系数，两者用同一色阶；按左表最后一列排序。</translation>
  </message>
  <message>
   <source>The cities of each region</source>
   <translation>各城市群的城市</translation>
  </message>
  <message>
   <source>{count} mega-regions; {names}</source>
   <translation>{count}个城市群；{names}</translation>
  </message>
  <message>
   <source>Cities count by their weight.</source>
   <translation>城市按权重计。</translation>
  </message>
  <message>
   <source>Each city counts once.</source>
   <translation>每个城市计一次。</translation>
  </message>
  <message>
   <source>No p-values were asked for.</source>
   <translation>未要求计算p值。</translation>
  </message>
  <message>
   <source>In {count} of {count_2} cells roles given by chance would hardly be as uneven (p below {level:g}); {count_3} hold after allowing for the number of tests</source>
   <translation>{count_2}项中有{count}项，随机指定角色时几乎不会如此不均衡（p小于{level:g}）；按检验次数校正后仍有{count_3}项成立</translation>
  </message>
  <message>
   <source>{region}: cores in orange, secondary cities in blue.</source>
   <translation>{region}：橙色为核心城市，蓝色为次级城市。</translation>
  </message>
  <message>
   <source>Values of {names} cannot be added, so that the cores have no share of them.</source>
   <translation>{names}的值不能相加，因此不给出核心城市所占份额。</translation>
  </message>
  <message>
   <source>{role_p} {permutations} permutations (all assignments where they are fewer), seed {seed}. {fdr}</source>
   <translation>{role_p} 置换次数为{permutations}（全部分配方式少于该数时取全部），随机种子为{seed}。{fdr}</translation>
  </message>
  <message>
   <source>{region}, {column_name}: {names} without a value. Left out, the Theil index is {left_out:.5f}; counted as zeros it would be {zeros:.5f}.</source>
   <translation>{region}，{column_name}：{names}无值。不计入时泰尔指数为{left_out:.5f}；按零计则为{zeros:.5f}。</translation>
  </message>
  <message>
   <source>Unevenness between core and secondary cities through the years</source>
   <translation>核心城市与次级城市之间的历年不均衡程度</translation>
  </message>
  <message>
   <source>period</source>
   <translation>时期</translation>
  </message>
  <message>
   <source>theil_change</source>
   <translation>泰尔指数变化</translation>
  </message>
  <message>
   <source>Every year</source>
   <translation>逐年数值</translation>
  </message>
  <message>
   <source>Changes by period</source>
   <translation>分时段变化</translation>
  </message>
  <message>
   <source>More than chance, after allowing for the number of tests: {clear}. In {unclear} of {count} regions no trend can be told from the ups and downs of the years.</source>
   <translation>按检验次数校正后超出偶然的：{clear}。{count}个城市群中有{unclear}个的趋势无法与逐年起伏区分开来。</translation>
  </message>
  <message>
   <source>Unevenness through the years: {indicator}</source>
   <translation>历年不均衡程度：{indicator}</translation>
  </message>
  <message>
   <source>Lines of {count} regions with 95% bands; {clear} trends are more than chance.</source>
   <translation>{count}个城市群的折线及95%置信带；{clear}个趋势超出偶然。</translation>
  </message>
  <message>
   <source>Theil index between core and secondary cities, {indicator}: the line's colour says whether it widens or narrows (grey: no more than chance), the pale band is its 95% interval.</source>
   <translation>{indicator}在核心城市与次级城市之间的泰尔指数：线条颜色表示差距扩大或缩小（灰色为未超出偶然），浅色带为95%置信区间。</translation>
  </message>
  <message>
   <source>{name} in {count} ({names})</source>
   <translation>{name}的有{count}个（{names}）</translation>
  </message>
  <message>
   <source>Prepare</source>
   <translation>准备</translation>
  </message>
  <message>
   <source>Unevenness</source>
   <translation>不均衡</translation>
  </message>
  <message>
   <source>Roles of secondary cities</source>
   <translation>次级城市的角色</translation>
  </message>
  <message>
   <source>Nighttime light</source>
   <translation>夜间灯光</translation>
  </message>
  <message>
   <source>Spatial relations</source>
   <translation>空间联系</translation>
  </message>
  <message>
   <source>Making the report</source>
   <translation>正在生成报告</translation>
  </message>
  <message>
   <source>Growth and shrinkage</source>
   <translation>增长与收缩</translation>
  </message>
  <message>
   <source>Tells growing from stable and shrinking cities between two years, and whether each city has gained or lost in its mega-region.

mr_change: last less first value. mr_rate: percent a year, compound. mr_growth: growing, stable or shrinking. mr_share_change: change of the city's share of its region, both years over the cities that have both values. Cities without both values, or with zero at the start, keep their row with empty results, and the log names them.</source>
   <translation>识别两个年份之间增长、稳定和收缩的城市，并判断各城市在所属城市群中的份额是上升还是下降。

mr_change：末值减初值。mr_rate：年均复合变化率（%）。mr_growth：growing（增长）、stable（稳定）或shrinking（收缩）。mr_share_change：城市占所属城市群份额的变化，两个年份均只计两个数值齐全的城市。两个数值不齐全或初值为零的城市保留其行，结果为空，日志中列出其名称。</translation>
  </message>
  <message>
   <source>One row for each city with its values of two years: polygons, points or a table.</source>
   <translation>每个城市一行，含两个年份的数值：面、点或表。</translation>
  </message>
  <message>
   <source>The field that names the mega-region of a city. Cities without one get no change of share. Without this field all cities count as one region.</source>
   <translation>存放城市所属城市群名称的字段。没有城市群的城市不计算份额变化。不指定该字段时，所有城市视为同一城市群。</translation>
  </message>
  <message>
   <source>The field with the role, made by 'Mark core and secondary cities': the summary then has one row for each role.</source>
   <translation>存放角色的字段，由“标记核心城市与次级城市”生成：指定后，汇总表按角色分行。</translation>
  </message>
  <message>
   <source>First value</source>
   <translation>初值</translation>
  </message>
  <message>
   <source>The field with the values of the first year, for example pop_2006: zero or more.</source>
   <translation>存放起始年份数值的字段，例如pop_2006：大于或等于0。</translation>
  </message>
  <message>
   <source>Last value</source>
   <translation>末值</translation>
  </message>
  <message>
   <source>The field with the values of the last year, for example pop_2023, counted in the same way and unit as the first.</source>
   <translation>存放终止年份数值的字段，例如pop_2023，统计口径和单位与初值相同。</translation>
  </message>
  <message>
   <source>Years between</source>
   <translation>间隔年数</translation>
  </message>
  <message>
   <source>How many years lie between the two values: 17 from 2006 to 2023. Above zero.</source>
   <translation>两个数值之间相隔的年数：2006年至2023年为17。须大于0。</translation>
  </message>
  <message>
   <source>Stable up to (percent a year)</source>
   <translation>稳定界限（每年百分比）</translation>
  </message>
  <message>
   <source>Cities that grow or shrink by no more than this many percent a year are stable.</source>
   <translation>年均增减幅度不超过该百分比的城市视为稳定。</translation>
  </message>
  <message>
   <source>Growth of cities</source>
   <translation>城市增长</translation>
  </message>
  <message>
   <source>The cities with mr_change, mr_rate, mr_growth and mr_share_change added.</source>
   <translation>增加了mr_change、mr_rate、mr_growth和mr_share_change的城市。</translation>
  </message>
  <message>
   <source>Growth by region and role</source>
   <translation>各城市群、各角色的增长</translation>
  </message>
  <message>
   <source>A table with one row for each region and role: how many cities grow, are stable or shrink, the sums of both years, their change and yearly rate, and the group's share of its region in both years.</source>
   <translation>每个城市群和角色一行的表：增长、稳定和收缩的城市数，两个年份的总量及其变化和年均变化率，以及该组在两个年份中占所属城市群的份额。</translation>
  </message>
  <message>
   <source>Left out for lack of a value</source>
   <translation>因缺值未计入</translation>
  </message>
  <message>
   <source>Zero at the start, so without a rate</source>
   <translation>起始值为零，无增长率</translation>
  </message>
  <message>
   <source>In no region, so without a change of share</source>
   <translation>不属于任何城市群，无份额变化</translation>
  </message>
  <message>
   <source>{compared} of {cities} cities compared: {counts}.</source>
   <translation>比较了{cities}个城市中的{compared}个：{counts}。</translation>
  </message>
  <message>
   <source>From {first} to {last} are {value} years by their names, but YEARS is {years:g}: check it.</source>
   <translation>按字段名称，{first}至{last}相隔{value}年，而YEARS为{years:g}：请核对。</translation>
  </message>
  <message>
   <source>{fastest} grows fastest ({high:+.1f} percent a year), {slowest} slowest ({low:+.1f}).</source>
   <translation>{fastest}增长最快（每年{high:+.1f}%），{slowest}最慢（{low:+.1f}%）。</translation>
  </message>
  <message>
   <source>growing</source>
   <translation>增长</translation>
  </message>
  <message>
   <source>shrinking</source>
   <translation>收缩</translation>
  </message>
  <message>
   <source>City panel from statistical yearbooks</source>
   <translation>由统计年鉴生成城市面板数据</translation>
  </message>
  <message>
   <source>Reads many sheets of many yearbooks as they are printed: titles, merged headings, units in brackets, several years, rows of sums, notes and footnote marks. Every value keeps the cell it came from.

Values are told in the latest boundaries where a list of boundary changes is given: amounts are added, ratios are computed anew from their parts or left blank. Then come constant prices, gaps, and indicators computed from others, in this order.

What cannot be read with certainty is never guessed: two cells that contradict each other, a unit that does not convert and a column whose year is not told stop the run with the cells named; what is passed over or assumed is in the log and on the page.</source>
   <translation>按印刷原样读取多部统计年鉴的多个工作表：标题、合并的表头、括号中的单位、多个年份、合计行、注释和脚注标记。每个数值都保留其来源单元格。

给出行政区划调整表时，数值按最新的行政区划换算：总量相加，比率由其构成部分重新计算，否则留空。随后依次处理不变价格、缺失年份，以及由其他指标计算的指标。

不能确切读取的内容绝不猜测：两个单元格相互矛盾、单位无法换算或某列年份不明时，运行即停止并指明有关单元格；略过或假定的内容记入日志和页面。</translation>
  </message>
  <message>
   <source>Workbooks (.xlsx, .xls, .ods) with all their sheets, and tables of text (.csv, .tsv, .txt) in any common encoding, separated by commas, semicolons or tabs.</source>
   <translation>工作簿（.xlsx、.xls、.ods）及其全部工作表，以及采用任何常用编码、以逗号、分号或制表符分隔的文本表（.csv、.tsv、.txt）。</translation>
  </message>
  <message>
   <source>The cities: polygons, points or a table, one row each.</source>
   <translation>城市：面、点或表，每个城市一行。</translation>
  </message>
  <message>
   <source>Name or code of the cities</source>
   <translation>城市名称或代码</translation>
  </message>
  <message>
   <source>The field of the cities that is looked up in the yearbooks. Each value once.</source>
   <translation>用于在统计年鉴中查找城市的字段。每个值只出现一次。</translation>
  </message>
  <message>
   <source>Name to show</source>
   <translation>显示名称</translation>
  </message>
  <message>
   <source>The field whose names the result shows; the names or codes looked up without it.</source>
   <translation>结果中显示其名称的字段；不指定时显示用于查找的名称或代码。</translation>
  </message>
  <message>
   <source>Columns to read</source>
   <translation>要读取的列</translation>
  </message>
  <message>
   <source>A table with the columns heading (the words of the merged headings from top to bottom, separated by /, such as 地区生产总值/全市; compared without blanks, width, case and what stands in brackets) and indicator (its name in the result), and where you want them unit (the unit of the result; known units such as 万元 and 100 million yuan are converted) and factor (what published values are multiplied by). One indicator may have several headings.</source>
   <translation>一张表，含heading列（合并表头由上至下各级的文字，以/分隔，例如地区生产总值/全市；比较时忽略空格、全角半角、大小写和括号中的内容）和indicator列（结果中的指标名称），并可按需要加unit列（结果的单位；万元、100 million yuan等已知单位自动换算）和factor列（公布值所乘的系数）。一个指标可以有多个表头。</translation>
  </message>
  <message>
   <source>Sheets to read</source>
   <translation>要读取的工作表</translation>
  </message>
  <message>
   <source>Names of the sheets to read, separated by ';', with * for any letters; file|sheet for those of one file. All sheets without it.</source>
   <translation>要读取的工作表名称，用“;”分隔，*代表任意字符；file|sheet表示某一文件的工作表。不指定时读取全部工作表。</translation>
  </message>
  <message>
   <source>Pattern of the year</source>
   <translation>年份模式</translation>
  </message>
  <message>
   <source>A regular expression whose first group is the year of four digits. It is looked for in the heading, then in the sheet's title, its name and the file's name. Without it a year between 1900 and 2099 is looked for in the same order.</source>
   <translation>第一个分组为四位数年份的正则表达式。依次在表头、工作表标题、工作表名和文件名中查找。不指定时，按同样顺序查找1900～2099之间的年份。</translation>
  </message>
  <message>
   <source>Boundary changes</source>
   <translation>行政区划调整</translation>
  </message>
  <message>
   <source>A table with the columns year (from it on the new boundaries hold), from, to and share (of the values of 'from' that 'to' gets; the shares of one city sum to 1; blank where they are not known: then nothing is moved, and the log says so). Cities are written as in the yearbooks, or with from_code and to_code by code. resources/boundary_changes_china.csv of the plugin lists those of China's prefecture-level cities from 2006 to 2023.</source>
   <translation>一张表，含year列（自该年起采用新的行政区划）、from列、to列和share列（“from”的数值中转入“to”的份额；同一城市的各份额之和为1；份额未知时留空，此时不作转移，并在日志中说明）。城市按统计年鉴中的写法填写，或用from_code和to_code按代码填写。插件附带的resources/boundary_changes_china.csv列出了中国地级市2006—2023年的行政区划调整。</translation>
  </message>
  <message>
   <source>Indicators to compute</source>
   <translation>要计算的指标</translation>
  </message>
  <message>
   <source>name=expression, separated by ';', such as gdp_pc = gdp / pop * 10000. QGIS expressions of the indicators of one city and year. One with the name of an indicator that is read gives its value only where none is published or where boundaries changed.</source>
   <translation>name=expression，多个之间用“;”分隔，例如gdp_pc = gdp / pop * 10000。表达式为QGIS表达式，使用同一城市、同一年份的指标。若与某个读取的指标同名，则仅在没有公布值或行政区划有调整时采用计算值。</translation>
  </message>
  <message>
   <source>Price index</source>
   <translation>价格指数</translation>
  </message>
  <message>
   <source>A table with the columns year, index (of any one base, such as 1978 = 100, not of the year before) and where you want it indicator; without it, or where it is blank, the index counts for all indicators with a unit of money.</source>
   <translation>一张表，含year列和index列（任一固定基期，例如1978 = 100，而非以上年为基期），并可按需要加indicator列；没有该列或该列为空时，指数适用于所有以货币为单位的指标。</translation>
  </message>
  <message>
   <source>Prices of the year</source>
   <translation>价格基准年份</translation>
  </message>
  <message>
   <source>The year whose prices are used with the price index.</source>
   <translation>使用价格指数时，以该年的价格为准。</translation>
  </message>
  <message>
   <source>Years without a value between two with one: leave them blank, or fill them by a straight line, also where no table is of that year. Nothing is filled before the first or after the last value.</source>
   <translation>前后均有数值、中间没有数值的年份：留空，或按直线插补，包括没有任何表的年份。第一个数值之前和最后一个数值之后均不插补。</translation>
  </message>
  <message>
   <source>Longest gap to fill</source>
   <translation>最长插补间隔</translation>
  </message>
  <message>
   <source>Gaps of more missing years in a row stay blank.</source>
   <translation>连续缺失年数超过该值的，保持为空。</translation>
  </message>
  <message>
   <source>One row for each city, indicator and year with a value: id, city, indicator, year, value, unit, flag (published, merged, derived, interpolated) and source (file|sheet|cell, all of them for merged and derived values).</source>
   <translation>每个城市、指标和有数值的年份一行：id、city、indicator、year、value、unit、flag（published为公布值，merged为合并值，derived为计算值，interpolated为插补值）和source（file|sheet|cell；合并值和计算值列出全部来源）。</translation>
  </message>
  <message>
   <source>Cities with the panel</source>
   <translation>带面板数据的城市</translation>
  </message>
  <message>
   <source>The cities with a field for each indicator and year, such as gdp_2006, as the other tools want them.</source>
   <translation>城市图层，每个指标和年份一个字段，例如gdp_2006，可直接用于其他工具。</translation>
  </message>
  <message>
   <source>A page with the coverage of cities, years and indicators, and all that was done.</source>
   <translation>一个页面，列出城市、年份和指标的数据覆盖情况，以及全部处理记录。</translation>
  </message>
  <message>
   <source>Leave blank</source>
   <translation>留空</translation>
  </message>
  <message>
   <source>Fill by straight lines</source>
   <translation>线性插补</translation>
  </message>
  <message>
   <source>Unmatched</source>
   <translation>未匹配</translation>
  </message>
  <message>
   <source>Cities that are not in any sheet: {names}.</source>
   <translation>不在任何表中的城市：{names}。</translation>
  </message>
  <message>
   <source>Rows of the sheets that belong to no city: {names}.</source>
   <translation>各表中不属于任何城市的行：{names}。</translation>
  </message>
  <message>
   <source>Yearbooks</source>
   <translation>统计年鉴</translation>
  </message>
  <message>
   <source>Gaps</source>
   <translation>缺失年份</translation>
  </message>
  <message>
   <source>TABLES or COLUMNS is empty: name the yearbooks and the columns to read.</source>
   <translation>TABLES或COLUMNS为空：请给出统计年鉴和要读取的列。</translation>
  </message>
  <message>
   <source>DEFLATOR and BASE_YEAR go together: set both or neither.</source>
   <translation>DEFLATOR和BASE_YEAR须同时使用：请两者都设置，或都不设置。</translation>
  </message>
  <message>
   <source>field '{field}' of layer '{layer}'</source>
   <translation>图层“{layer}”的字段“{field}”</translation>
  </message>
  <message>
   <source>{values} values of {cities} cities, {first} to {last}.</source>
   <translation>{cities}个城市的{values}个数值，{first}至{last}。</translation>
  </message>
  <message>
   <source>{blank} cities have no '{key_field}' and get no values.</source>
   <translation>有{blank}个城市没有“{key_field}”，因而没有数值。</translation>
  </message>
  <message>
   <source>No value was read for the {cities} cities of layer '{layer}': see the log for what was found, and check KEY_FIELD, MATCH_BY and COLUMNS.</source>
   <translation>图层“{layer}”的 {cities} 个城市没有读到任何值：请看日志中找到的内容，并检查 KEY_FIELD、MATCH_BY 和 COLUMNS。</translation>
  </message>
  <message>
   <source>YEAR_PATTERN '{pattern}' cannot be read from position {position} on: correct it, for example (?:19|20)\d{{2}}.</source>
   <translation>YEAR_PATTERN“{pattern}”从位置{position}起无法识别：请改正，例如(?:19|20)\d{{2}}。</translation>
  </message>
  <message>
   <source>Groups cities into types by the fields you choose, for example the sector differences to the core, and says how firm the types are: which number of types fits best, whether cities without any groups would give the same, whether parts of the cities give the same types, whether types are regions in disguise, and which cities sit on the fence.

The result has mr_type (1 is the largest type), mr_type_name, mr_silhouette (near 1: well inside its type; below 0: nearer to another), mr_distance (to the type's centre in the space clustered) and mr_membership (the share of 100 random parts of the cities in which the city stays in its type). The names are suggestions from what stands out in each type, never where most of its cities are below their core: read the profiles, then rename.

The same cities give the same types in any order of rows. noise_silhouette is what cities without groups reach that have the same spread and correlation; types whose silhouette is not above it are called weak. stability is the mean adjusted Rand index between the types of all cities and those of 20 random parts of 80% of them: 1 means that they never change. Above 10,000 cities the values of K are compared by the silhouettes of 10,000 of them, with their standard error in silhouette_se.</source>
   <translation>按所选字段（例如与核心城市的行业差异）将城市划分为若干类型，并说明类型的可靠程度：多少个类型最合适，没有任何分组的城市是否也会得到同样结果，部分城市是否得到同样的类型，类型是否只是城市群的另一种表现，以及哪些城市处于类型边界。

结果包含mr_type（1为最大的类型）、mr_type_name、mr_silhouette（接近1为完全符合所属类型；小于0为更接近其他类型）、mr_distance（在聚类空间中到类型中心的距离）和mr_membership（在随机抽取的100组部分城市中，该城市仍留在所属类型的比例）。类型名称依据各类型最突出的特征自动拟定，不采用多数城市低于其核心城市的行业：请先核实类型特征，再行改名。

相同的城市无论行的顺序如何，得到的类型都相同。noise_silhouette为离散程度和相关性相同但没有分组的城市所能达到的轮廓系数；轮廓系数不高于该值的类型划分视为较弱。stability为全部城市的类型与随机抽取的20组80%城市的类型之间调整兰德指数的均值：1表示类型始终不变。城市超过10,000个时，各K值按其中10,000个城市的轮廓系数比较，标准误记于silhouette_se。</translation>
  </message>
  <message>
   <source>One row for each city: polygons, points or a table, for example the result of 'Sector differences to the core'.</source>
   <translation>每个城市一行：面、点或表，例如“与核心城市的行业差异”的结果。</translation>
  </message>
  <message>
   <source>The fields by which the cities are grouped, for example all d_&lt;sector&gt; fields.</source>
   <translation>用于划分城市类型的字段，例如全部d_&lt;sector&gt;字段。</translation>
  </message>
  <message>
   <source>K-means: compact types, whatever lies where. Ward: joins cities and groups step by step, by the least growth of the differences within. Connected: joins neighbours only, so that each type is one area: polygons that share an edge, or the four nearest of points; what lies apart is joined to the nearest city, which the log names.</source>
   <translation>K均值：类型内部紧凑，不考虑空间位置。Ward法：逐步合并城市和分组，每一步使组内差异增加最少。类型相连：只合并相邻城市，使每个类型连成一片；面以共边为相邻，点以最近的四个为相邻；孤立的城市归并到最近的城市，日志中列出其名称。</translation>
  </message>
  <message>
   <source>The field that names the mega-region of a city: the result then says how far types are regions, and a warning names each type that mostly is one.</source>
   <translation>存放城市所属城市群名称的字段：指定后，结果说明类型与城市群的重合程度，并对主要由一个城市群构成的类型逐一发出警告。</translation>
  </message>
  <message>
   <source>The cities with mr_type, mr_type_name, mr_silhouette, mr_distance and mr_membership.</source>
   <translation>增加了mr_type、mr_type_name、mr_silhouette、mr_distance和mr_membership的城市。</translation>
  </message>
  <message>
   <source>Type profiles</source>
   <translation>类型特征</translation>
  </message>
  <message>
   <source>A table with the mean of each feature in each type, its z-score against all cities and, for d_&lt;sector&gt; fields, the gap to the core.</source>
   <translation>一张表，列出各类型各项特征的均值、相对全部城市的Z分数，d_&lt;sector&gt;字段还列出与核心城市的差距。</translation>
  </message>
  <message>
   <source>Type diagnostics</source>
   <translation>类型数诊断</translation>
  </message>
  <message>
   <source>A table with the quality measures of each number of types tried; chosen is 1 for the one taken.</source>
   <translation>一张表，列出所试各类型数的质量指标；选定的类型数其chosen为1。</translation>
  </message>
  <message>
   <source>A page to read and print: why this number of types, what marks each type, and its cities with the borderline ones marked.</source>
   <translation>供阅读和打印的页面：类型数的选择依据、各类型的突出特征，以及各类型的城市（标出边界城市）。</translation>
  </message>
  <message>
   <source>Ward with connected types</source>
   <translation>Ward法（类型相连）</translation>
  </message>
  <message>
   <source>Features</source>
   <translation>特征</translation>
  </message>
  <message>
   <source>K-means</source>
   <translation>K均值</translation>
  </message>
  <message>
   <source>Ward</source>
   <translation>Ward法</translation>
  </message>
  <message>
   <source>Number of types (0 = choose)</source>
   <translation>类型数（0为自动选择）</translation>
  </message>
  <message>
   <source>How many types; 0 tries the values between the two limits below and takes the one with the highest mean silhouette.</source>
   <translation>类型的数目；0表示依次尝试下列上下限之间的各个数值，取平均轮廓系数最高者。</translation>
  </message>
  <message>
   <source>Fewest types</source>
   <translation>最少类型数</translation>
  </message>
  <message>
   <source>The smallest number of types tried where it is chosen.</source>
   <translation>自动选择时所试的最小类型数。</translation>
  </message>
  <message>
   <source>Most types</source>
   <translation>最多类型数</translation>
  </message>
  <message>
   <source>The largest number of types tried where it is chosen.</source>
   <translation>自动选择时所试的最大类型数。</translation>
  </message>
  <message>
   <source>Scale</source>
   <translation>缩放方式</translation>
  </message>
  <message>
   <source>Z-scores</source>
   <translation>Z分数</translation>
  </message>
  <message>
   <source>0 to 1</source>
   <translation>0～1</translation>
  </message>
  <message>
   <source>As given</source>
   <translation>按原值</translation>
  </message>
  <message>
   <source>Z-scores give each feature mean 0 and standard deviation 1, so that each counts the same; 0 to 1 stretches each from its smallest to its largest value; as given leaves features of larger spread to count more.</source>
   <translation>Z分数使各特征的均值为0、标准差为1，各特征同等重要；0～1将各特征由最小值拉伸至最大值；按原值则离散程度较大的特征影响更大。</translation>
  </message>
  <message>
   <source>Standardise</source>
   <translation>标准化</translation>
  </message>
  <message>
   <source>Switched off, the features count as given, whatever SCALE says.</source>
   <translation>关闭后，无论SCALE如何设置，各特征均按原值计。</translation>
  </message>
  <message>
   <source>Types known beforehand</source>
   <translation>已知类型</translation>
  </message>
  <message>
   <source>A field with the types of some cities, from which K-means starts: the means of the cities known become its first centres, and the types keep their names. Leave K at 0.</source>
   <translation>存放部分城市类型的字段，K均值以此为起点：已知城市的均值作为最初的中心，类型保留原有名称。此时K应保持为0。</translation>
  </message>
  <message>
   <source>Starts</source>
   <translation>初始化次数</translation>
  </message>
  <message>
   <source>How many random starts K-means gets for each number of types; the best one is then improved by twice as many tries to move a centre.</source>
   <translation>每个类型数下K均值随机初始化的次数；随后对其中最优的结果再尝试移动中心加以改进，尝试次数为初始化次数的两倍。</translation>
  </message>
  <message>
   <source>Leave the city out</source>
   <translation>不计入该城市</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>停止运行</translation>
  </message>
  <message>
   <source>What to do about a city without a value in a feature: leave it out, so that it keeps its row with an empty type, or stop. The log names the cities.</source>
   <translation>如何处理某项特征没有数值的城市：不计入（保留其行，类型为空）或停止运行。日志中列出这些城市的名称。</translation>
  </message>
  <message>
   <source>Role vocabulary</source>
   <translation>角色词表</translation>
  </message>
  <message>
   <source>json</source>
   <translation>json</translation>
  </message>
  <message>
   <source>K is 1, which is no typology: set 2 or more, or 0 to have it chosen.</source>
   <translation>K为1，不构成类型划分：请设为2或以上，或设为0以自动选择。</translation>
  </message>
  <message>
   <source>SEED_FIELD is a start of K-means: choose METHOD 0 or leave it empty.</source>
   <translation>SEED_FIELD用作K均值的起点：请将METHOD设为0，或将该字段留空。</translation>
  </message>
  <message>
   <source>{count} of {rows} cities used.</source>
   <translation>{rows}个城市中使用了{count}个。</translation>
  </message>
  <message>
   <source>{types} types; the largest is '{name}' with {cities} of {all_cities} cities.</source>
   <translation>共{types}个类型；最大的类型为“{name}”，{all_cities}个城市中有{cities}个属于该类型。</translation>
  </message>
  <message>
   <source>K_MIN ({fewest}) is above K_MAX ({most}): set it below.</source>
   <translation>K_MIN（{fewest}）大于K_MAX（{most}）：请将其设为较小的值。</translation>
  </message>
  <message>
   <source>Layer '{layer}' has {count:,} cities, too many for Ward's method (at most {most_ward:,}): choose K-means.</source>
   <translation>图层“{layer}”有{count:,}个城市，超出Ward法的上限（{most_ward:,}个）：请选择K均值。</translation>
  </message>
  <message>
   <source>Field '{field}' of layer '{layer}' tells {count} types of cities that have all features: give at least two types, or leave SEED_FIELD empty.</source>
   <translation>图层“{layer}”的字段“{field}”在各项特征齐全的城市中只给出{count}个类型：请至少给出两个类型，或将SEED_FIELD留空。</translation>
  </message>
  <message>
   <source>K is {value}, but field '{field}' of layer '{layer}' tells {count} types: leave K at 0.</source>
   <translation>K为{value}，而图层“{layer}”的字段“{field}”给出{count}个类型：请将K保持为0。</translation>
  </message>
  <message>
   <source>More than {full_silhouette:,} cities: K was compared on the silhouettes of {full_silhouette:,} drawn with the seed (standard error at most {error:.4f}).</source>
   <translation>城市超过{full_silhouette:,}个：K按以随机种子抽取的{full_silhouette:,}个城市的轮廓系数比较（标准误不超过{error:.4f}）。</translation>
  </message>
  <message>
   <source>Stability is unknown: no resample has {k} different cities, as many as types.</source>
   <translation>稳定性未知：没有任何一次重抽样包含与类型数相同的{k}个互不相同的城市。</translation>
  </message>
  <message>
   <source>Stability (mean adjusted Rand index): {stability:.3f}; the median city stays in its type in {nanmedian:.0%} of the resamples.</source>
   <translation>稳定性（平均调整兰德指数）：{stability:.3f}；居中的城市在{nanmedian:.0%}的重抽样中仍留在所属类型。</translation>
  </message>
  <message>
   <source>Agreement of types and regions (adjusted Rand index): {region_agreement:.3f}.</source>
   <translation>类型与城市群的一致程度（调整兰德指数）：{region_agreement:.3f}。</translation>
  </message>
  <message>
   <source>Type {number}: {name}, {count} cities.</source>
   <translation>类型{number}：{name}，{count}个城市。</translation>
  </message>
  <message>
   <source>Your own words for the roles in the suggested names: a changed copy of the plugin's file {vocabulary}.</source>
   <translation>建议名称中各角色的自定义用语：由插件文件{vocabulary}修改而成的副本。</translation>
  </message>
  <message>
   <source>Only {city} of layer '{layer}' has a value in every feature, and one city has no types: choose a layer or features with values of more cities.</source>
   <translation>图层“{layer}”中只有{city}的所有特征都有值，而一个城市无法划分类型：请选择有更多城市取值的图层或特征。</translation>
  </message>
  <message>
   <source>Types compared on indicators</source>
   <translation>各类型的指标比较</translation>
  </message>
  <message>
   <source>Compares types of cities on any indicators, also those by which the types were not made: mean, median, quartiles, share of the total and z-score of each type, whether the types differ by more than chance (Kruskal-Wallis) and how much (epsilon squared), and which two of them do (Dunn's test with Holm's correction).

share is the type's share of the indicator's total: use it for amounts, not for rates. z_score is the type's mean against all cities in standard deviations. p_value and epsilon2 are the same for all types of an indicator. Indicators by which the types were made differ by construction: their p_value proves nothing.</source>
   <translation>按任意指标（包括未用于划分类型的指标）比较城市类型：各类型的均值、中位数、四分位数、占总量的份额和Z分数，类型之间的差异是否超出偶然（Kruskal-Wallis检验）及其程度（epsilon平方），以及哪两个类型之间存在差异（Dunn检验，经Holm法校正）。

share为该类型占指标总量的份额：适用于总量，不适用于比率。z_score为该类型均值相对全部城市的偏离，以标准差为单位。同一指标的p_value和epsilon2在各类型中相同。用于划分类型的指标在类型之间必然存在差异：其p_value不具有证明意义。</translation>
  </message>
  <message>
   <source>The cities with their types and indicators: polygons, points or a table.</source>
   <translation>城市及其类型和指标：面、点或表。</translation>
  </message>
  <message>
   <source>The field with the type, made by 'City types' or any other grouping: numbers, words, codes or dates, which stay as they are written. Cities without a type are left out.</source>
   <translation>存放类型的字段，由“城市类型”或其他任何分组方法生成：数字、文字、代码或日期，均保持原有写法。没有类型的城市不计入。</translation>
  </message>
  <message>
   <source>The fields on which the types are compared. A city without a value is left out of that indicator, and the log names it.</source>
   <translation>用于比较类型的字段。某项指标没有数值的城市不参与该指标的比较，日志中列出其名称。</translation>
  </message>
  <message>
   <source>Types compared</source>
   <translation>类型比较</translation>
  </message>
  <message>
   <source>A table with one row for each indicator and type.</source>
   <translation>每个指标和类型一行的表。</translation>
  </message>
  <message>
   <source>Types two by two</source>
   <translation>类型两两比较</translation>
  </message>
  <message>
   <source>A table with one row for each indicator and two types: difference of their means and p_holm.</source>
   <translation>每个指标和每两个类型一行的表：均值之差和p_holm。</translation>
  </message>
  <message>
   <source>A page to read and print: the tests of each indicator, the types' profiles as heat map and radar charts, and box plots.</source>
   <translation>供阅读和打印的页面：各指标的检验结果、以热力图和雷达图表示的类型特征，以及箱线图。</translation>
  </message>
  <message>
   <source>Indicators</source>
   <translation>指标</translation>
  </message>
  <message>
   <source>Indicators by which the types were made differ between them by construction: there the p-values prove nothing.</source>
   <translation>用于划分类型的指标在类型之间必然存在差异：其p值不具有证明意义。</translation>
  </message>
  <message>
   <source>{count} of {count_2} cities used, of {count_3} types.</source>
   <translation>{count_2}个城市中使用了{count}个，共{count_3}个类型。</translation>
  </message>
  <message>
   <source>No row of layer '{layer}' has a value in field '{field}': choose the field with the types.</source>
   <translation>图层“{layer}”中没有一行在字段“{field}”中有数值：请选择存放类型的字段。</translation>
  </message>
  <message>
   <source>Left out, without a type: {names}.</source>
   <translation>因没有类型而未计入：{names}。</translation>
  </message>
  <message>
   <source>{indicator}: no value, left out: {names}.</source>
   <translation>{indicator}：因没有数值而未计入：{names}。</translation>
  </message>
  <message>
   <source>{indicator}: no test, because fewer than two types have values or all values are equal.</source>
   <translation>{indicator}：未作检验，因为有数值的类型少于两个，或所有数值均相等。</translation>
  </message>
  <message>
   <source>One row for each city (or for each city and year), with its mega-region, role and indicators: polygons, points or a table.</source>
   <translation>每个城市（或每个城市和年份）一行，含所属城市群、角色和指标：面、点或表。</translation>
  </message>
  <message>
   <source>The fields to compare, for example GDP or population: zero or more, absolute amounts or amounts per head. A field name that ends in _YYYY (gdp_2023) carries its year.</source>
   <translation>用于比较的字段，例如GDP或人口：大于或等于0，可为总量或人均值。以_YYYY结尾的字段名（如gdp_2023）含有年份。</translation>
  </message>
  <message>
   <source>Dissolving the regions' polygons</source>
   <translation>正在融合各城市群的面</translation>
  </message>
  <message>
   <source>Regions</source>
   <translation>城市群</translation>
  </message>
  <message>
   <source>The cities have no geometry: the layer of regions is left out.</source>
   <translation>城市没有几何图形：不生成城市群图层。</translation>
  </message>
  <message>
   <source>Functional complementarity</source>
   <translation>功能互补性</translation>
  </message>
  <message>
   <source>Measures how the sectors of each city differ from those of its mega-region, and how those of each secondary city differ from the cores': what cities do that others do not is where they can complement each other.

lq_&lt;sector&gt;: location quotient, the city's share of the sector over the region's; above 1 the city has more than its part. mr_specialisation: Krugman index to the region, the sum over the sectors of the absolute differences of shares, 0 (like the region) to 2 (no sector shared). mr_complementarity: the same between a secondary city and the cores of its region together.

A region's shares are those of all its cities with values, whatever their role. Cities that cannot be compared keep their row with empty results, and the log names them.</source>
   <translation>衡量各城市的行业构成与所属城市群的差异，以及各次级城市与核心城市的差异：一些城市从事而其他城市不从事的行业，正是彼此可以互补之处。

lq_&lt;sector&gt;：区位商，即城市的行业份额与城市群的行业份额之比；大于1表示该行业在该城市相对集中。mr_specialisation：相对城市群的克鲁格曼指数，即各行业份额之差的绝对值之和，取值0（与城市群相同）～2（毫无相同行业）。mr_complementarity：次级城市与所属城市群全部核心城市合计之间的同一指数。

城市群的份额按其全部有数值的城市计算，不论角色。无法比较的城市保留其行，结果为空，日志中列出其名称。</translation>
  </message>
  <message>
   <source>One row for each city with its mega-region, role and sectors: polygons, points or a table.</source>
   <translation>每个城市一行，含所属城市群、角色和各行业：面、点或表。</translation>
  </message>
  <message>
   <source>The field that names the mega-region of a city. Cities without one get no results.</source>
   <translation>存放城市所属城市群名称的字段。没有城市群的城市没有结果。</translation>
  </message>
  <message>
   <source>The fields with the sectors, for example persons employed in manufacturing. Take them all, and none that contains another.</source>
   <translation>存放各行业数值的字段，例如制造业从业人员。请选择全部行业，且不要选择包含其他行业的行业。</translation>
  </message>
  <message>
   <source>Counts (persons, firms, output) are summed over a region's cities, so that large cities count more. Shares (0 to 1) and percentages (0 to 100) do not say how large a city is: the region's and the cores' shares are then means in which each city counts once.</source>
   <translation>总量（人数、企业数、产值）按城市群内各城市求和，大城市权重较大。比重（0至1）与百分比（0至100）不反映城市规模：此时城市群与核心城市的比重为各城市权重相同的均值。</translation>
  </message>
  <message>
   <source>What to do about a city without a value in a sector: leave it out, count it as zero, or stop. The log names the cities.</source>
   <translation>如何处理某一行业没有数值的城市：不计入、按零计或停止运行。日志中列出这些城市的名称。</translation>
  </message>
  <message>
   <source>The cities with lq_&lt;sector&gt;, mr_specialisation and mr_complementarity added.</source>
   <translation>增加了lq_&lt;sector&gt;、mr_specialisation和mr_complementarity的城市。</translation>
  </message>
  <message>
   <source>Complementarity by region</source>
   <translation>各城市群的互补性</translation>
  </message>
  <message>
   <source>A table with one row for each region: how many cities were compared and left out, the mean specialisation of all cities, the mean complementarity of the secondary cities, and the secondary city least like the cores.</source>
   <translation>每个城市群一行的表：参与比较和未计入的城市数、全部城市的平均专业化程度、次级城市的平均互补性，以及与核心城市差异最大的次级城市。</translation>
  </message>
  <message>
   <source>Sectors</source>
   <translation>行业</translation>
  </message>
  <message>
   <source>Complementarity</source>
   <translation>互补性</translation>
  </message>
  <message>
   <source>{used} of {cities} cities compared with their region, {secondaries} secondary cities with its cores, in {regions} regions.</source>
   <translation>{regions}个城市群中，{cities}个城市有{used}个与所属城市群作了比较，{secondaries}个次级城市与核心城市作了比较。</translation>
  </message>
  <message>
   <source>{city} differs most from the cores of its region ({value:.2f}; 0 = the same sectors, 2 = none in common).</source>
   <translation>{city}与所属城市群核心城市的差异最大（{value:.2f}；0为行业构成相同，2为毫无相同行业）。</translation>
  </message>
  <message>
   <source>Regions without a core that has values, their secondary cities get no complementarity: {names}.</source>
   <translation>没有含数值的核心城市、因而次级城市没有互补性结果的城市群：{names}。</translation>
  </message>
  <message>
   <source>Region {region} has nothing in {names}: no location quotient.</source>
   <translation>城市群{region}的{names}为零：没有区位商。</translation>
  </message>
  <message>
   <source>Coordination profile</source>
   <translation>协调概况</translation>
  </message>
  <message>
   <source>Sets each mega-region's results beside the median of all regions, ordered by three visions (polycentricity, multi-directional flows, complementarity) and three governance mismatches: place (have secondary cities the capacity?), priority (do plans and growth favour the cores?) and actor (whose voice?).

note holds a question for the planner where words and numbers part: many policies on connectivity but one-way flows, falling unevenness but a growing largest city. It is a question, never a verdict.

Every table is optional; what lacks its table is left out, and the log says so. Rank 1 is the largest value. Where the cities carry mr_type, the number of types among the secondary cities is a measure too.</source>
   <translation>将各城市群的结果与全部城市群的中位数对照，并按三个愿景（多中心性、多向联系流、互补性）和三种治理错配排列：地方错配（次级城市是否有能力？）、优先次序错配（规划与增长是否偏向核心城市？）和主体错配（谁的声音？）。

规划文字与数据不一致之处，note向规划人员提出问题：例如涉及互联的政策很多而联系流偏单向，不均衡程度下降而最大城市的份额上升。这只是问题，绝非结论。

各表均为可选；缺少相应表的内容不列出，并在日志中说明。位次1为数值最大。城市带有mr_type时，次级城市的类型数也作为一项指标。</translation>
  </message>
  <message>
   <source>One row for each city, with its mega-region and role: polygons, points or a table.</source>
   <translation>每个城市一行，含所属城市群和角色：面、点或表。</translation>
  </message>
  <message>
   <source>The field that names the mega-region of a city, as the tables below name it.</source>
   <translation>城市所属城市群名称的字段，名称须与下列各表一致。</translation>
  </message>
  <message>
   <source>The field with the role, made by 'Mark core and secondary cities'.</source>
   <translation>由“标记核心城市与次级城市”生成的角色字段。</translation>
  </message>
  <message>
   <source>Indicators of capacity</source>
   <translation>能力指标</translation>
  </message>
  <message>
   <source>What cities can act with, for example revenue, graduates or patents, best per head: the mean of the secondary cities is set beside the cores'.</source>
   <translation>城市赖以行动的资源，例如财政收入、高校毕业生或专利，最好取人均值：将次级城市的均值与核心城市的均值对照。</translation>
  </message>
  <message>
   <source>Administrative level</source>
   <translation>行政级别</translation>
  </message>
  <message>
   <source>The field with the administrative level: how many levels meet in a region.</source>
   <translation>行政级别字段：用于统计一个城市群内有多少个不同的行政级别。</translation>
  </message>
  <message>
   <source>A table with one row for each region and measure: value, median of all regions, rank and question.</source>
   <translation>每个城市群、每项度量一行的表：数值、全部城市群的中位数、位次和问题。</translation>
  </message>
  <message>
   <source>A page to read, and to print with one sheet for each mega-region.</source>
   <translation>供阅读的网页；打印时每个城市群一张。</translation>
  </message>
  <message>
   <source>The table for regions made by '{made_by}'.</source>
   <translation>由“{made_by}”生成的城市群表。</translation>
  </message>
  <message>
   <source>Left out, CAPACITY_INDICATORS was not given: place, the capacity.</source>
   <translation>未给出CAPACITY_INDICATORS，略去：地方——承载能力。</translation>
  </message>
  <message>
   <source>{count} regions, {value} measures, {count_2} lines with a question.</source>
   <translation>{count}个城市群，{value}项度量，{count_2}行带有问题。</translation>
  </message>
  <message>
   <source>{parameter}, layer '{layer}', names none of the cities' regions but {names}: choose the table or the REGION_FIELD that name them alike.</source>
   <translation>{parameter}的图层“{layer}”中没有城市所属的任何城市群，只有{names}：请选择名称一致的表或REGION_FIELD。</translation>
  </message>
  <message>
   <source>{parameter}: regions without cities left out: {names}.</source>
   <translation>{parameter}：以下城市群没有城市，未计入：{names}。</translation>
  </message>
  <message>
   <source>Left out, {name} was not given: {title}.</source>
   <translation>未给出{name}，略去：{title}。</translation>
  </message>
  <message>
   <source>Sector differences to the core</source>
   <translation>与核心城市的行业差异</translation>
  </message>
  <message>
   <source>Compares the sectors of each secondary city with those of the cores of its mega-region: the city's share of a sector minus the core's. What secondary cities have more of than their core hints at the role they play for it.

The result has the secondary cities with mr_core (the core or cores compared with), mr_form (how) and d_&lt;sector&gt;: as a difference from -1 to 1, above 0 where the city has a larger share than its core. Cities that cannot be compared keep their row with empty results, and the log names them. 'City types' groups the cities by these fields.

A difference to the core carries the core's own share, which is the same for all cities compared with it; types may then be regions in disguise. Compare with types by the own share.</source>
   <translation>将每个次级城市的行业结构与所在城市群核心城市的行业结构相比较：该城市某一行业的份额减去核心城市的份额。次级城市比核心城市占比更高的行业，可提示其为核心城市承担的角色。

结果为次级城市，附有mr_core（所比较的一个或多个核心城市）、mr_form（比较的形式）和d_&lt;sector&gt;：采用份额差时取值为-1～1，该城市的份额大于核心城市时大于0。无法比较的城市保留原行，结果为空，并在日志中列出。“城市类型”按这些字段对城市分组。

与核心城市的差异带有核心城市自身的份额，而与同一核心城市比较的所有城市，这一份额都相同；因此所得类型可能只是城市群的变相划分。请与按自身份额划分的类型相对照。</translation>
  </message>
  <message>
   <source>One row for each city with its mega-region, role and sectors: polygons, points or, except for the nearest core, a table.</source>
   <translation>每个城市一行，含所属城市群、角色和各行业：面、点均可；除采用最近的核心城市外，也可为无几何的表。</translation>
  </message>
  <message>
   <source>The field that names the mega-region of a city.</source>
   <translation>城市所属城市群名称的字段。</translation>
  </message>
  <message>
   <source>The fields with the sectors, for example persons employed in manufacturing.</source>
   <translation>各行业的字段，例如制造业从业人员数。</translation>
  </message>
  <message>
   <source>Counts (persons, firms, output) are divided by their sum over the chosen sectors. Shares (0 to 1) and percentages (0 to 100) are taken as they are.</source>
   <translation>总量（人数、企业数、产值）除以所选行业之和。比重（0至1）与百分比（0至100）直接采用。</translation>
  </message>
  <message>
   <source>Mean: the mean of the cores' shares, so that each core counts the same. Together: the shares of the cores' summed counts, so that large cores count more; needs counts. Nearest: the core at the shortest great-circle distance between points on the cities. Named: the core whose name or id CORE_FIELD gives, in the same region or not.</source>
   <translation>均值：各核心城市份额的平均值，每个核心城市同等计入。合并：由各核心城市的数量之和计算份额，规模大的核心城市影响更大；需要数量数据。最近：按城市代表点之间的大圆距离取最近的核心城市。指定：由CORE_FIELD给出名称或标识的核心城市，不限于同一城市群。</translation>
  </message>
  <message>
   <source>The field that names the core of each secondary city, for 'The core named in a field'. Cities without one are left out and named.</source>
   <translation>指定每个次级城市所对应核心城市的字段，用于“由字段指定的核心城市”。未指定的城市不计入，并予列出。</translation>
  </message>
  <message>
   <source>Difference: own share minus the core's. Log ratio: natural logarithm of own share over the core's, 0 where equal. Location quotient: own share over the core's, 1 where equal. Own share: compared with no core. Ratios with a share of 0 stay empty.</source>
   <translation>份额差：自身份额减去核心城市的份额。对数比：自身份额与核心城市份额之比的自然对数，两者相等时为0。区位商：自身份额与核心城市份额之比，两者相等时为1。自身份额：不与任何核心城市比较。份额为0时，各比值为空。</translation>
  </message>
  <message>
   <source>Roles of sectors</source>
   <translation>行业的角色</translation>
  </message>
  <message>
   <source>The field with the cities' names for mr_core and the log. Without it the likeliest field is taken.</source>
   <translation>城市名称字段，用于mr_core和日志。未指定时取最可能的字段。</translation>
  </message>
  <message>
   <source>What to do about a city without a value in a sector: leave it out (a core then does not count towards the reference), count it as zero, or stop. The log names the cities.</source>
   <translation>城市的某一行业缺少数值时的处理方式：不计入（该核心城市即不参与构成比较基准）、按零计或停止运行。日志会列出这些城市。</translation>
  </message>
  <message>
   <source>The secondary cities with mr_core, mr_form and d_&lt;sector&gt; added.</source>
   <translation>次级城市，新增mr_core、mr_form和d_&lt;sector&gt;字段。</translation>
  </message>
  <message>
   <source>Mean of the region's cores</source>
   <translation>所在城市群各核心城市的均值</translation>
  </message>
  <message>
   <source>The region's cores together</source>
   <translation>所在城市群各核心城市合并</translation>
  </message>
  <message>
   <source>The nearest core of the region</source>
   <translation>所在城市群中最近的核心城市</translation>
  </message>
  <message>
   <source>The core named in a field</source>
   <translation>由字段指定的核心城市</translation>
  </message>
  <message>
   <source>Difference of shares</source>
   <translation>份额差</translation>
  </message>
  <message>
   <source>Log ratio</source>
   <translation>对数比</translation>
  </message>
  <message>
   <source>Location quotient</source>
   <translation>区位商</translation>
  </message>
  <message>
   <source>The city's own share</source>
   <translation>城市自身份额</translation>
  </message>
  <message>
   <source>Sums the sectors of one role first; the results are then d_&lt;role&gt;. Written as field=role, separated by ';'; sectors that are not named stay as they are. For the 11 sectors of the example, after Du et al. (2025): {roles}.</source>
   <translation>先将同一角色的行业求和，结果为d_&lt;role&gt;。写作“字段=角色”，以“;”分隔；未列出的行业保持不变。示例数据11个行业的写法（据Du等，2025）：{roles}。</translation>
  </message>
  <message>
   <source>Core</source>
   <translation>核心城市</translation>
  </message>
  <message>
   <source>Form</source>
   <translation>差异形式</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>Differences</source>
   <translation>行业差异</translation>
  </message>
  <message>
   <source>REFERENCE is the core named in a field, but CORE_FIELD is empty: choose the field with the cores.</source>
   <translation>REFERENCE选择了由字段指定的核心城市，但CORE_FIELD为空：请选择核心城市字段。</translation>
  </message>
  <message>
   <source>{count} of {count_2} secondary cities compared with {count_3} cores.</source>
   <translation>已将{count_2}个次级城市中的{count}个与{count_3}个核心城市比较。</translation>
  </message>
  <message>
   <source>No row of layer '{layer}' has 'secondary' in field '{value}': run 'Mark core and secondary cities' first or choose its result.</source>
   <translation>图层“{layer}”的字段“{value}”中没有取值为“secondary”的行：请先运行“标记核心城市与次级城市”，或选用其结果。</translation>
  </message>
  <message>
   <source>Region {region} has no core with values, left out: {names}.</source>
   <translation>城市群{region}没有具备数值的核心城市，未计入：{names}。</translation>
  </message>
  <message>
   <source>A share of 0 has no ratio, so that these results stay empty: {names}.</source>
   <translation>份额为0时无法计算比值，以下结果为空：{names}。</translation>
  </message>
  <message>
   <source>Sectors summed into: {names}.</source>
   <translation>以下行业已合并计算：{names}。</translation>
  </message>
  <message>
   <source>Left out, without a geometry: {names}.</source>
   <translation>因没有几何而未计入：{names}。</translation>
  </message>
  <message>
   <source>Left out, without a core in field '{field}': {names}.</source>
   <translation>因字段“{field}”中没有核心城市而未计入：{names}。</translation>
  </message>
  <message>
   <source>Inter-city flows</source>
   <translation>城市间联系流</translation>
  </message>
  <message>
   <source>Draws the flows between cities - trips, moves, freight, investment, messages - as lines, and measures how balanced and how multi-directional they are in each mega-region.

A link's symmetry is 0 where both directions carry the same, 1 where nothing flows back and negative where more flows back. A city's mr_dominance is what flows in and out of it over the mean of the other cities (Limtanakool et al. 2007).

For a region, from the flows between its own cities: multidirectionality is the entropy of the flows, 0 where all are on one link and 1 where each pair of cities has the same; symmetry is 0 where all flows are one-way and 1 where all are balanced; functional_polycentricity is the density of links times the evenness of the cities' inflows (Green 2007).

With NETWORK the cities also get mr_pagerank, the share of a walk along the flows that is spent in the city; mr_betweenness, the share of the other cities' pairs whose shortest way passes the city, a link being as long as its flow is small; and mr_community, the number of the group of cities with much flow inside and little to others (Louvain), 1 the largest. Cities without a flow have none of them.

Two forms of table are read: one row for each flow (FROM_FIELD, TO_FIELD, VALUE_FIELD), and a matrix with one row and one column for each city (FROM_FIELD only). A city's flow to itself is left out; several rows of the same pair are summed.</source>
   <translation>将城市之间的联系流（出行、迁移、货运、投资、通信等）绘制为线，并度量各城市群内联系流的均衡程度和多向程度。

联系的对称性：两个方向流量相同时为0，没有回流时为1，回流更多时为负值。城市的mr_dominance为该城市流入与流出之和与其他城市均值之比（Limtanakool et al. 2007）。

各城市群的度量只依据其内部城市之间的联系流：multidirectionality为联系流的熵，全部集中于一条联系时为0，每对城市流量相同时为1；symmetry在全部为单向流时为0，全部均衡时为1；functional_polycentricity为联系密度与各城市流入量均匀程度之积（Green 2007）。

选择NETWORK后，城市还得到mr_pagerank：沿联系流随机游走时停留在该城市的时间份额；mr_betweenness：其他城市对之间最短路径经过该城市的份额，联系流越小，联系的长度越大；mr_community：内部联系多、对外联系少的城市社团的编号（Louvain算法），1为最大的社团。没有联系流的城市没有这些值。

可读取两种形式的表：每条联系流一行（FROM_FIELD、TO_FIELD、VALUE_FIELD），或每个城市一行一列的矩阵（只需FROM_FIELD）。城市到自身的联系流不计入；同一对城市的多行合并求和。</translation>
  </message>
  <message>
   <source>One row for each city: points or polygons. A line starts and ends at a point on the city's own area.</source>
   <translation>每个城市一行：点或面。线的起点和终点位于城市自身的范围之内。</translation>
  </message>
  <message>
   <source>Id of a city</source>
   <translation>城市标识</translation>
  </message>
  <message>
   <source>The field with the id or name by which the flow table calls the city; each once.</source>
   <translation>联系流表用以指称城市的标识或名称字段；每个取值只能出现一次。</translation>
  </message>
  <message>
   <source>The field that names the mega-region of a city. The flows of a city without one are drawn but have no relation.</source>
   <translation>城市所属城市群名称的字段。没有城市群的城市，其联系流照常绘制，但没有关系类别。</translation>
  </message>
  <message>
   <source>Strongest flows of each region</source>
   <translation>各城市群最强的联系流</translation>
  </message>
  <message>
   <source>How many of the strongest flows of each region become lines, and of those between regions; 0 draws all. The sums of cities and regions always count all flows.</source>
   <translation>各城市群内以及城市群之间，各取多少条最强的联系流绘制为线；0表示全部绘制。城市和城市群的汇总始终计入全部联系流。</translation>
  </message>
  <message>
   <source>One line for each flow above zero, or for the strongest, with value, reverse (the flow back), symmetry and relation. The style draws the strongest of the layer.</source>
   <translation>每条大于零的联系流（或最强的联系流）为一条线，含value、reverse（回流）、symmetry和relation。样式绘制图层中最强的联系流。</translation>
  </message>
  <message>
   <source>Cities with flows</source>
   <translation>城市（含联系流）</translation>
  </message>
  <message>
   <source>The cities with mr_in, mr_out, mr_net (in less out) and mr_dominance, from all flows.</source>
   <translation>城市，附有由全部联系流计算的mr_in、mr_out、mr_net（流入减流出）和mr_dominance。</translation>
  </message>
  <message>
   <source>Flows of regions</source>
   <translation>各城市群联系流</translation>
  </message>
  <message>
   <source>A table with one row for each region, from the flows between its own cities.</source>
   <translation>每个城市群一行的表，依据其内部城市之间的联系流。</translation>
  </message>
  <message>
   <source>Centrality and communities</source>
   <translation>中心性与社团</translation>
  </message>
  <message>
   <source>Adds to the cities mr_pagerank, mr_betweenness and mr_community, from all flows. Needs the Python packages networkx and scipy, and minutes for a thousand cities.</source>
   <translation>为城市添加由全部联系流计算的mr_pagerank、mr_betweenness和mr_community。需要Python软件包networkx和scipy；一千个城市需数分钟。</translation>
  </message>
  <message>
   <source>Centrality and communities of cities</source>
   <translation>城市的中心性与社团</translation>
  </message>
  <message>
   <source>Without an id in field '{field}', without flows: {names}.</source>
   <translation>字段“{field}”中没有标识、因而没有联系流的城市：{names}。</translation>
  </message>
  <message>
   <source>In no region, so that their flows have no relation and count for no region: {names}.</source>
   <translation>不属于任何城市群、因而其联系流没有关系类型且不计入任何城市群的城市：{names}。</translation>
  </message>
  <message>
   <source>Neither core nor secondary, so that their flows inside a region have no relation: {names}.</source>
   <translation>既非核心城市也非次级城市、因而其城市群内联系流没有关系类型的城市：{names}。</translation>
  </message>
  <message>
   <source>Without a geometry, so that their flows are rows without a line: {names}.</source>
   <translation>没有几何、因而其联系流只有记录而没有线的城市：{names}。</translation>
  </message>
  <message>
   <source>A table of flows of zero or more, in one of two forms: one row for each flow, or a matrix with one row for each city of origin and one column for each city of destination. Flows from or to cities that are not among NODES are left out and named.</source>
   <translation>联系流表，数值须为零或正数，形式有两种：每条联系流一行，或每个出发城市一行、每个到达城市一列的矩阵。出发或到达城市不在NODES之中的联系流不计入，并予列出。</translation>
  </message>
  <message>
   <source>The field with the id of the city a flow leaves; in a matrix, of the row's city. A CSV matrix whose columns are called by number codes may show them as field_1, field_2 and so on; choose the one with the rows' cities, the codes are found.</source>
   <translation>联系流出发城市的标识字段；采用矩阵时，为该行城市的标识字段。以数字编码命名各列的CSV矩阵，其字段可能显示为field_1、field_2等；请选择行城市所在的字段，各列的编码会自动识别。</translation>
  </message>
  <message>
   <source>The field with the id of the city a flow reaches. Leave it and VALUE_FIELD empty for a matrix, whose columns are named by the cities' ids.</source>
   <translation>联系流到达城市的标识字段。采用矩阵时，此项与VALUE_FIELD均留空，矩阵的列名即为城市标识。</translation>
  </message>
  <message>
   <source>The field with the size of a flow, zero or more. Leave it and TO_FIELD empty for a matrix.</source>
   <translation>联系流大小的字段，须为零或正数。采用矩阵时，此项与TO_FIELD均留空。</translation>
  </message>
  <message>
   <source>Reading the flows</source>
   <translation>正在读取联系流</translation>
  </message>
  <message>
   <source>Only one of TO_FIELD and VALUE_FIELD is set: set both for one row a flow, or neither for a matrix.</source>
   <translation>TO_FIELD和VALUE_FIELD只设置了其中一个：每条联系流一行时请两者都设置，采用矩阵时请两者都留空。</translation>
  </message>
  <message>
   <source>No flow is above zero: the layer of flows is empty.</source>
   <translation>没有大于零的联系流：联系流图层为空。</translation>
  </message>
  <message>
   <source>{count} flows between {size} cities, sum {plain_number}.</source>
   <translation>{size}个城市之间有{count}条联系流，合计{plain_number}。</translation>
  </message>
  <message>
   <source>Regions without a flow between their cities, whose measures stay empty: {names}.</source>
   <translation>以下城市群内部城市之间没有联系流，其度量为空：{names}。</translation>
  </message>
  <message>
   <source>{count} communities of cities, modularity {modularity:.3f} (0 where flows know no groups).</source>
   <translation>{count}个城市社团，模块度{modularity:.3f}（联系流不成群时为0）。</translation>
  </message>
  <message>
   <source>Left out: {count} flows of cities to themselves (sum {plain_number}).</source>
   <translation>未计入：{count}条城市到自身的联系流（合计{plain_number}）。</translation>
  </message>
  <message>
   <source>{zero} pairs with a flow of 0 have no line.</source>
   <translation>{zero}对城市的联系流为0，不绘制线。</translation>
  </message>
  <message>
   <source>{summed} rows repeat a pair of cities and were summed.</source>
   <translation>{summed}行的城市对有重复，已合并求和。</translation>
  </message>
  <message>
   <source>The {count} strongest of the regions are drawn.</source>
   <translation>已绘制各城市群最强的{count}条联系流。</translation>
  </message>
  <message>
   <source>Join a statistical table to cities</source>
   <translation>将统计表连接到城市</translation>
  </message>
  <message>
   <source>Adds the fields of a statistical table, CSV or Excel, to the cities. Numbers with thousands separators, full-width digits, percent signs or footnote marks become numbers, dashes become empty, and headers or notes between the rows are passed over; the log says so. CSV files may be in UTF-8, UTF-16, GB 18030 (GBK), Big5 or Windows-1252.

Keys must be equal; nothing is joined because it looks alike. Codes are compared without case, blanks and width; names also without the administrative suffix (市, 地区, 盟, 自治州, City, Prefecture, Shi), and former names (襄樊市) find the present ones (襄阳市). What is not matched is listed with its closest candidate, for you to decide.

Codes are safer than names: Taizhou, Suzhou and Fuzhou are two cities each in Latin letters.</source>
   <translation>将统计表（CSV或Excel）的字段添加到城市。带有千位分隔符、全角数字、百分号或脚注符号的数字转换为数值，短横线转换为空值，夹在各行之间的表头或注释予以略过；这些处理均记入日志。CSV文件可采用UTF-8、UTF-16、GB 18030（GBK）、Big5或Windows-1252编码。

键值必须相同；不会仅因外形相近而连接。比较编码时忽略大小写、空格和全半角；比较名称时还忽略行政区划后缀（市、地区、盟、自治州、City、Prefecture、Shi），旧名（襄樊市）可对应现名（襄阳市）。未匹配者连同最接近的候选项一并列出，由您判断。

编码比名称可靠：以拉丁字母书写时，Taizhou、Suzhou和Fuzhou各对应两个城市。</translation>
  </message>
  <message>
   <source>One row for each city: polygons, points or a table.</source>
   <translation>每个城市一行：面、点或无几何的表。</translation>
  </message>
  <message>
   <source>The field of the cities that is looked up in the table. Each value once.</source>
   <translation>用于在统计表中查找城市的字段。每个取值只能出现一次。</translation>
  </message>
  <message>
   <source>The table: a CSV file, a sheet of an Excel file, or any layer.</source>
   <translation>统计表：CSV文件、Excel文件的工作表或任一图层。</translation>
  </message>
  <message>
   <source>Name or code in the table</source>
   <translation>统计表中的名称或编码</translation>
  </message>
  <message>
   <source>The field of the table that holds the cities' names or codes. Each city once.</source>
   <translation>统计表中城市名称或编码的字段。每个城市只能出现一次。</translation>
  </message>
  <message>
   <source>Fields to join</source>
   <translation>要连接的字段</translation>
  </message>
  <message>
   <source>The fields of the table that the cities get; all but the key without a choice. A field whose name the cities already have gets _2 at its end.</source>
   <translation>要添加到城市的统计表字段；未选择时取除键以外的全部字段。与城市已有字段同名者，名称末尾加_2。</translation>
  </message>
  <message>
   <source>Cities with the table</source>
   <translation>城市（含统计表字段）</translation>
  </message>
  <message>
   <source>The cities with the table's fields added; empty where the table has no such city.</source>
   <translation>城市，新增统计表的字段；统计表中没有的城市，其值为空。</translation>
  </message>
  <message>
   <source>Cities that are not in the table: {names}.</source>
   <translation>表中没有的城市：{names}。</translation>
  </message>
  <message>
   <source>Rows of the table that belong to no city: {names}.</source>
   <translation>表中不属于任何城市的行：{names}。</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>统计表</translation>
  </message>
  <message>
   <source>Looking for the closest candidates</source>
   <translation>正在查找最接近的候选项</translation>
  </message>
  <message>
   <source>{used} of {cities} cities found in the table; {count} of {count_2} rows of the table belong to no city.</source>
   <translation>{cities}个城市中有{used}个在统计表中找到；统计表的{count_2}行中有{count}行不属于任何城市。</translation>
  </message>
  <message>
   <source>{blank} blank rows of the table passed over.</source>
   <translation>已略过统计表中的{blank}个空行。</translation>
  </message>
  <message>
   <source>{row} for {city}</source>
   <translation>{city}取自{row}</translation>
  </message>
  <message>
   <source>Matched by former names: {names}.</source>
   <translation>按旧名匹配：{names}。</translation>
  </message>
  <message>
   <source>field '{field}' of table '{table}'</source>
   <translation>表“{table}”的字段“{field}”</translation>
  </message>
  <message>
   <source>feature {id}</source>
   <translation>要素{id}</translation>
  </message>
  <message>
   <source>Mark core and secondary cities</source>
   <translation>标记核心城市与次级城市</translation>
  </message>
  <message>
   <source>Marks each city of a mega-region as core or secondary by one of five published rules, and says why. The other algorithms compare the two groups.

The result has the field mr_role (core, secondary, small; empty outside any region) and mr_reason.</source>
   <translation>按五种已公开发表的规则之一，将城市群中的每个城市标记为核心城市或次级城市，并说明理由。其他算法以此比较两类城市。

结果含字段mr_role（core、secondary、small；不属于任何城市群者为空）和mr_reason。</translation>
  </message>
  <message>
   <source>The field that names the mega-region a city belongs to. Cities without a region get no role.</source>
   <translation>城市所属城市群名称的字段。不属于任何城市群的城市没有角色。</translation>
  </message>
  <message>
   <source>What makes a city a core: its administrative level, a list of your own, a population above a band, a population of at least a share of the largest city's, or being among the largest of its region. Each rule uses only its own settings below.</source>
   <translation>确定核心城市的依据：行政级别、自定名单、人口高于某一区间、人口不低于最大城市的一定比例，或属于所在城市群最大的若干城市。每种规则只使用下方与之对应的设置。</translation>
  </message>
  <message>
   <source>For the rule 'Administrative level': the field that holds the level.</source>
   <translation>用于“行政级别”规则：行政级别字段。</translation>
  </message>
  <message>
   <source>Levels of core cities</source>
   <translation>核心城市的级别</translation>
  </message>
  <message>
   <source>For the rule 'Administrative level': the levels that make a core, separated by ';'. Usual variants and their Chinese words are known (直辖市, 省会, 副省级市, 计划单列市).</source>
   <translation>用于“行政级别”规则：列为核心城市的级别，以“;”分隔。常见的不同写法及其中文名称（直辖市、省会、副省级市、计划单列市）均可识别。</translation>
  </message>
  <message>
   <source>Name or code</source>
   <translation>名称或编码</translation>
  </message>
  <message>
   <source>For the rule 'List': the field in which the names or codes of the list are found.</source>
   <translation>用于“名称或编码名单”规则：据以查找名单中名称或编码的字段。</translation>
  </message>
  <message>
   <source>For the rule 'List': the core cities, separated by ';'. Each must be found, and only once.</source>
   <translation>用于“名称或编码名单”规则：核心城市，以“;”分隔。每个都必须能找到，且只对应一个城市。</translation>
  </message>
  <message>
   <source>For the three rules by size: the field with the population, or another size. For the band it must be in the band's unit.</source>
   <translation>用于三种按规模划分的规则：人口字段，或其他规模字段。采用人口区间时，其单位须与区间一致。</translation>
  </message>
  <message>
   <source>Band from</source>
   <translation>区间下限</translation>
  </message>
  <message>
   <source>For the rule 'Population band': cities below it are marked small. In the unit of the population field: 50 where the field counts 10,000 persons.</source>
   <translation>用于“人口区间”规则：低于此值的城市标记为small（小城市）。单位与人口字段相同：字段以万人为单位时填50。</translation>
  </message>
  <message>
   <source>Band to</source>
   <translation>区间上限</translation>
  </message>
  <message>
   <source>For the rule 'Population band': cities above it are cores. In the unit of the population field: 300 where the field counts 10,000 persons.</source>
   <translation>用于“人口区间”规则：高于此值的城市为核心城市。单位与人口字段相同：字段以万人为单位时填300。</translation>
  </message>
  <message>
   <source>Share of the largest city</source>
   <translation>与最大城市之比</translation>
  </message>
  <message>
   <source>For the rule 'Share of the largest city': cities below this share (0 to 1) are secondary, the others cores.</source>
   <translation>用于“与最大城市之比”规则：低于此比例（0～1）的城市为次级城市，其余为核心城市。</translation>
  </message>
  <message>
   <source>Largest city of</source>
   <translation>最大城市的范围</translation>
  </message>
  <message>
   <source>For the rule 'Share of the largest city': compare with the largest city of the whole layer or of the city's own region.</source>
   <translation>用于“与最大城市之比”规则：与整个图层的最大城市比较，或与所在城市群的最大城市比较。</translation>
  </message>
  <message>
   <source>Cores in each region</source>
   <translation>各城市群核心城市数</translation>
  </message>
  <message>
   <source>For the rule 'Largest cities of each region': how many cities are cores.</source>
   <translation>用于“各城市群最大的城市”规则：取多少个城市作为核心城市。</translation>
  </message>
  <message>
   <source>Cities with roles</source>
   <translation>城市（含角色）</translation>
  </message>
  <message>
   <source>The cities with mr_role and mr_reason added.</source>
   <translation>城市，新增mr_role和mr_reason字段。</translation>
  </message>
  <message>
   <source>List of names or codes</source>
   <translation>名称或编码名单</translation>
  </message>
  <message>
   <source>Population band</source>
   <translation>人口区间</translation>
  </message>
  <message>
   <source>Largest cities of each region</source>
   <translation>各城市群最大的城市</translation>
  </message>
  <message>
   <source>Whole layer</source>
   <translation>整个图层</translation>
  </message>
  <message>
   <source>Each region</source>
   <translation>各城市群</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>规则</translation>
  </message>
  <message>
   <source>Population</source>
   <translation>人口</translation>
  </message>
  <message>
   <source>The list of core cities is empty: set CORE_NAMES.</source>
   <translation>核心城市名单为空：请设置CORE_NAMES。</translation>
  </message>
  <message>
   <source>{cities} cities read; marked: {roles}.</source>
   <translation>已读取{cities}个城市；标记结果：{roles}。</translation>
  </message>
  <message>
   <source>the field with the administrative level</source>
   <translation>行政级别所在的字段</translation>
  </message>
  <message>
   <source>the field with the cities' names or codes</source>
   <translation>城市名称或代码所在的字段</translation>
  </message>
  <message>
   <source>the field with the population</source>
   <translation>人口所在的字段</translation>
  </message>
  <message>
   <source>Outside any region, without a role: {names}.</source>
   <translation>不属于任何城市群，没有角色：{names}。</translation>
  </message>
  <message>
   <source>Without a role: {names}.</source>
   <translation>没有角色：{names}。</translation>
  </message>
  <message>
   <source>This rule needs {meaning}: set {parameter}.</source>
   <translation>此规则需要{meaning}：请设置{parameter}。</translation>
  </message>
  <message>
   <source>Every city is below the band: give BAND_MIN and BAND_MAX in the unit of field '{field}'.</source>
   <translation>所有城市都低于人口区间：请用字段“{field}”的单位填写 BAND_MIN 和 BAND_MAX。</translation>
  </message>
  <message>
   <source>Regions without a {role} city: {names}.</source>
   <translation>以下城市群没有角色为{role}的城市：{names}。</translation>
  </message>
  <message>
   <source>Where inequality lies (nested Theil)</source>
   <translation>差异的来源（嵌套泰尔指数）</translation>
  </message>
  <message>
   <source>Nested Theil</source>
   <translation>嵌套泰尔指数</translation>
  </message>
  <message>
   <source>Splits the inequality of all cities into three parts that sum to it: between the mega-regions, between core and secondary cities inside them, and among the cores and among the secondary cities of each.

It answers where coordination can do most: an inequality between regions is no matter of one region's plan, one between roles is.

Levels above the region, such as its phase in a national plan, split the part between regions further. Each region must lie in one group of a level: mega-regions cut across provinces, so provinces are no such level.</source>
   <translation>将全部城市的差异分解为三部分，三者之和等于总差异：城市群之间、城市群内核心城市与次级城市之间，以及各城市群的核心城市内部和次级城市内部。

由此可以看出协调在哪里最能见效：城市群之间的差异不是一个城市群自身的规划所能解决的，角色之间的差异则可以。

城市群之上的层级，例如其在国家规划中所属的阶段，可将城市群之间的部分进一步分解。每个城市群在一个层级中只能属于一组：城市群往往跨省，因此省份不能作为这种层级。</translation>
  </message>
  <message>
   <source>Levels above the region</source>
   <translation>城市群之上的层级</translation>
  </message>
  <message>
   <source>Fields from coarse to fine that group the regions, for example their phase. They give the table of parts a row each.</source>
   <translation>由粗到细对城市群分组的字段，例如所属阶段。各层级在分解表中各占一行。</translation>
  </message>
  <message>
   <source>Nested Theil, parts</source>
   <translation>嵌套泰尔指数分解</translation>
  </message>
  <message>
   <source>A table with one row for each indicator, year and level (each field of LEVELS, then region, role and within): the part of the Theil index at this level and its share.</source>
   <translation>每项指标、每个年份、每个层级（LEVELS的各字段，以及region、role和within）一行的表：泰尔指数在该层级的部分及其占比。</translation>
  </message>
  <message>
   <source>A table with one row for each indicator and year: the Theil index, its three parts and their shares.</source>
   <translation>每个指标与年份一行的表：泰尔指数、其三个组成部分及其贡献率。</translation>
  </message>
  <message>
   <source>A page to read and print: the parts as stacked bars, and all figures.</source>
   <translation>供阅读与打印的页面：以堆积条形图表示各组成部分，并列出全部数值。</translation>
  </message>
  <message>
   <source>{indicator}: no city has a value above zero; its row stays empty.</source>
   <translation>{indicator}：没有城市的数值大于零；该行为空。</translation>
  </message>
  <message>
   <source>Nighttime-light summary</source>
   <translation>夜间灯光汇总</translation>
  </message>
  <message>
   <source>Sums up night light in every city and every year: the sum, the mean, the maximum and the lit share, with the share of each cell that the city covers computed exactly, and the trend over the years.

Rasters may be many and may differ in grid and CRS. A raster whose bands are described with years, or whose name holds a first and a last year with as many bands as years between them, is read as a series of one band a year.

Cities that lie partly beyond a raster are summed up over the part inside and named in the log; valid_share says how much of each city had valid cells. Cities wholly outside have no values. The fields ntl_&lt;statistic&gt;_&lt;year&gt; can be used as indicators of 'Core-secondary unevenness'. Pressing play in QGIS's temporal controller shows the years.</source>
   <translation>汇总每个城市、每个年份的夜间灯光：总量、平均值、最大值和有灯光面积占比，其中各像元被城市覆盖的比例为精确计算，并给出历年趋势。

栅格可以有多个，其格网和坐标参照系可以不同。若栅格各波段的描述为年份，或其名称含有首末年份且波段数与其间的年数相等，则按每年一个波段的序列读取。

部分超出栅格范围的城市，只汇总范围之内的部分，并在日志中列出；valid_share表示每个城市中有效像元的比例。完全在范围之外的城市没有数值。字段ntl_&lt;statistic&gt;_&lt;year&gt;可作为“核心—次级城市不均衡”的指标。在QGIS的时态控制器中点击播放，可逐年显示。</translation>
  </message>
  <message>
   <source>Night light</source>
   <translation>夜间灯光</translation>
  </message>
  <message>
   <source>The cities with ntl_sum, ntl_mean, ntl_max and ntl_lit (lit share of the valid area) of each date and, from three dates on, ntl_slope (Theil-Sen slope of the mean, a year) and ntl_slope_p (Mann-Kendall, safe under serial correlation; of months within the seasons).</source>
   <translation>城市，附有每个日期的ntl_sum、ntl_mean、ntl_max和ntl_lit（有效面积中有灯光的比例）；有三个以上（含三个）日期时，另附ntl_slope（平均值的年均泰尔—森（Theil-Sen）斜率）和ntl_slope_p（Mann-Kendall检验，序列自相关时仍然可靠；月度数据按季节内计算）。</translation>
  </message>
  <message>
   <source>A table with one row for each city and date: gini, p10, p50 and p90 of the cells, sum, mean, max, std, lit_km2, lit_share, valid_share and the unit of the light, where the raster or its name tells it.</source>
   <translation>每个城市、每个日期一行的表：像元的 gini、p10、p50、p90，以及 sum、mean、max、std、lit_km2、lit_share、valid_share 和灯光的单位（栅格或其名称中注明时）。</translation>
  </message>
  <message>
   <source>A table with one row for each region, role and date: sum, mean, lit_share, unit. Cities without a region or role that is asked for are left out.</source>
   <translation>每个区域、角色和日期一行的表：sum、mean、lit_share、unit。没有所需区域或角色的城市不计入。</translation>
  </message>
  <message>
   <source>A page to read and print: light of the regions over time, core against secondary, the largest gains and losses, the method.</source>
   <translation>供阅读和打印的网页：各城市群灯光的历年变化、核心城市与次级城市的对比、增减最大者以及方法。</translation>
  </message>
  <message>
   <source>Night light, groups</source>
   <translation>夜间灯光分组</translation>
  </message>
  <message>
   <source>Series</source>
   <translation>逐期序列</translation>
  </message>
  <message>
   <source>Groups</source>
   <translation>分组统计</translation>
  </message>
  <message>
   <source>Polygons, one for each city; holes and several parts are right.</source>
   <translation>面，每个城市一个；可以含有孔洞和多个部分。</translation>
  </message>
  <message>
   <source>One raster for each year, month or day, such as DMSP-OLS, VIIRS or harmonised series; virtual rasters and cloud-optimised GeoTIFFs too. Only the blocks that cities touch are read. Needed unless a folder is given.</source>
   <translation>每年、每月或每日一个栅格，例如DMSP-OLS、VIIRS或经一致化处理的序列；也可为虚拟栅格和云优化GeoTIFF。只读取城市所涉及的数据块。未指定文件夹时必填。</translation>
  </message>
  <message>
   <source>Folder of rasters</source>
   <translation>栅格文件夹</translation>
  </message>
  <message>
   <source>A folder such as 'Night light from downloads' makes: all GeoTIFFs and virtual rasters in it and in its subfolders are read, besides the rasters above.</source>
   <translation>“由下载数据生成夜间灯光”等算法所生成的文件夹：除上述栅格外，还读取该文件夹及其子文件夹中的全部GeoTIFF和虚拟栅格。</translation>
  </message>
  <message>
   <source>The mega-region of each city; the groups and the chart are made by region.</source>
   <translation>每个城市所属的城市群；分组统计和图表按城市群制作。</translation>
  </message>
  <message>
   <source>The role of each city, such as mr_role of 'Mark core and secondary cities'; the groups and the chart compare the roles.</source>
   <translation>每个城市的角色，例如由“标记核心城市与次级城市”生成的mr_role；分组统计和图表据此比较不同角色。</translation>
  </message>
  <message>
   <source>Lit above</source>
   <translation>灯光阈值</translation>
  </message>
  <message>
   <source>Cells with a value above this count as lit: 0 for cleaned rasters, about 0.5 nW/cm²/sr for raw VIIRS.</source>
   <translation>像元值大于此值视为有灯光的像元：经清理的栅格取0，原始VIIRS约取0.5nW/cm²/sr。</translation>
  </message>
  <message>
   <source>Negative values</source>
   <translation>负值</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>保留</translation>
  </message>
  <message>
   <source>Count as zero</source>
   <translation>按零计</translation>
  </message>
  <message>
   <source>Treat as no data</source>
   <translation>按无数据处理</translation>
  </message>
  <message>
   <source>VIIRS composites hold small negative values where the background was overcorrected.</source>
   <translation>VIIRS合成数据在背景校正过度处含有微小的负值。</translation>
  </message>
  <message>
   <source>Weight cells by ground area</source>
   <translation>像元按地面面积加权</translation>
  </message>
  <message>
   <source>A cell counts in the mean and the standard deviation with its covered ground area on the ellipsoid; else with its covered fraction. The sum is always of value x covered fraction.</source>
   <translation>计算平均值和标准差时，像元以其在椭球面上被覆盖的地面面积为权重；否则以被覆盖的比例为权重。总量始终为像元值与被覆盖比例乘积之和。</translation>
  </message>
  <message>
   <source>A raster of people, or of any other amount, whose grid may be finer or coarser: adds ntl_weighted, the mean light where people live, and ntl_per_weight, light a head.</source>
   <translation>人口或其他数量的栅格，其格网可以更细或更粗：据此新增ntl_weighted（居住地的平均灯光）和ntl_per_weight（人均灯光）。</translation>
  </message>
  <message>
   <source>Band</source>
   <translation>波段</translation>
  </message>
  <message>
   <source>The band that is read of rasters that are no series of one band a date.</source>
   <translation>栅格不是每个日期一个波段的序列时，所读取的波段。</translation>
  </message>
  <message>
   <source>Date in the name</source>
   <translation>名称中的日期</translation>
  </message>
  <message>
   <source>Regular expression that finds the date in a raster's name (its first group, where it has one). Without it years, months and days are found where they stand alone. A raster without a date is known by its name and is in no trend.</source>
   <translation>从栅格名称中查找日期的正则表达式（如有分组，取第一个分组）。未指定时，查找独立出现的年、月、日。没有日期的栅格以其名称标识，不参与趋势计算。</translation>
  </message>
  <message>
   <source>Dask scheduler</source>
   <translation>Dask调度器</translation>
  </message>
  <message>
   <source>The address of a Dask scheduler, such as tcp://10.0.0.5:8786, whose workers read the rasters (at the same paths as here). Without it this machine's cores do.</source>
   <translation>Dask调度器的地址，例如tcp://10.0.0.5:8786，由其工作进程读取栅格（路径须与本机相同）。未指定时使用本机的处理器核心。</translation>
  </message>
  <message>
   <source>Night light, series</source>
   <translation>夜间灯光序列</translation>
  </message>
  <message>
   <source>Night-light rasters</source>
   <translation>夜间灯光栅格</translation>
  </message>
  <message>
   <source>Population grid</source>
   <translation>人口格网</translation>
  </message>
  <message>
   <source>Mean light ({date}): {most} is the brightest ({high:.2f}), {least} the darkest ({low:.2f}).</source>
   <translation>平均灯光（{date}）：{most}最亮（{high:.2f}），{least}最暗（{low:.2f}）。</translation>
  </message>
  <message>
   <source>Trend of the mean, each city tested on its own (p &lt; {certain}): brighter in {up} of {count} cities, darker in {down}.</source>
   <translation>平均值的趋势（逐个城市检验，p &lt; {certain}）：{count}个城市中{up}个变亮，{down}个变暗。</translation>
  </message>
  <message>
   <source>The field that names the mega-region of a city. Cities without one are left out. Names are compared without blanks at their ends, width and case.</source>
   <translation>表示城市所属城市群名称的字段。未归属城市群的城市不计入。比较名称时不计首尾空格、全角半角与大小写。</translation>
  </message>
  <message>
   <source>The field with the role, made by 'Mark core and secondary cities': exactly 'core' and 'secondary' are used; other cities are left out.</source>
   <translation>由“标记核心城市与次级城市”生成的角色字段：仅使用取值为core与secondary的城市，其他城市不计入。</translation>
  </message>
  <message>
   <source>What to do about a city without a value: leave it out of that indicator and year, count it as zero (which can change the result much), or stop. The log names the cities.</source>
   <translation>城市缺值时的处理：在该指标与年份中不计入、按零计算（可能明显改变结果）或停止。日志列出这些城市。</translation>
  </message>
  <message>
   <source>Values are</source>
   <translation>数值类型</translation>
  </message>
  <message>
   <source>The field that tells one city from another, such as an administrative code; it may be text or number. Without it the first code or name that tells all cities apart is taken, and the log says which. Set it where two cities share a name.</source>
   <translation>用以区分各个城市的字段，例如行政区划代码；可为文本或数字。未指定时，取第一个能够区分全部城市的编码或名称，并记入日志。有城市同名时请指定此项。</translation>
  </message>
  <message>
   <source>Match by</source>
   <translation>匹配方式</translation>
  </message>
  <message>
   <source>Code: equal but for case, blanks and full-width signs. Name: equal also but for the administrative suffix of Chinese and English names.</source>
   <translation>编码：除大小写、空格和全角字符外须相同。名称：另忽略中英文名称的行政区划后缀。</translation>
  </message>
  <message>
   <source>Your list of renamed cities</source>
   <translation>自定的城市更名表</translation>
  </message>
  <message>
   <source>A CSV file in UTF-8 with the columns 'old' and 'new', one former name a row. It adds to the plugin's own list, city_aliases.csv, and comes before it. Former names count as written, with their suffix; they are not used for codes.</source>
   <translation>UTF-8编码的CSV文件，含old和new两列，每个旧名一行。此表补充插件自带的city_aliases.csv，并优先于后者。旧名须按原样书写，含后缀；不用于编码。</translation>
  </message>
  <message>
   <source>csv</source>
   <translation>csv</translation>
  </message>
  <message>
   <source>A table of the cities and of the table's rows that found no counterpart: side (city or table), key, and the closest key of the other side with its similarity, 0 to 1. Candidates are what the other side has unmatched, or all of it where that is nothing; closest is empty where no character is shared.</source>
   <translation>未找到对应项的城市和统计表行的表：side（城市或统计表）、key，以及另一方最接近的键及其相似度（0～1）。候选项取另一方未匹配者，另一方全部匹配时取其全部；没有共同字符时closest为空。</translation>
  </message>
  <message>
   <source>Only for tables with one row for each city and year: the field with the year. Field names are then not searched for years.</source>
   <translation>仅用于每个城市、每个年份一行的表：年份字段。此时不再从字段名中查找年份。</translation>
  </message>
  <message>
   <source>Weight</source>
   <translation>权重</translation>
  </message>
  <message>
   <source>How much each city counts, for example its population; above zero. Without it each city counts once, as in the published research. Amounts per head want the population as weight. A weight that carries a year (pop_2023) stands for that of each indicator's year where the layer has it.</source>
   <translation>每个城市的权重，例如人口；须大于零。未指定时每个城市同等计入，与已发表的研究一致。人均值宜以人口为权重。带有年份的权重（pop_2023），在图层具备相应字段时，可代表各指标所属年份的权重。</translation>
  </message>
  <message>
   <source>Missing values</source>
   <translation>缺失值</translation>
  </message>
  <message>
   <source>Permutations</source>
   <translation>置换次数</translation>
  </message>
  <message>
   <source>Random seed</source>
   <translation>随机种子</translation>
  </message>
  <message>
   <source>The same seed gives the same random results on every run and machine.</source>
   <translation>相同的种子在每次运行、每台计算机上均得到相同的随机结果。</translation>
  </message>
  <message>
   <source>HTML files (*.html)</source>
   <translation>HTML文件 (*.html)</translation>
  </message>
  <message>
   <source>Planning report</source>
   <translation>规划报告</translation>
  </message>
  <message>
   <source>Runs the whole analysis on one layer of cities and writes it into a folder: a report to print (PDF) and one to read on the screen (HTML), a QGIS project with every layer styled, all results in one GeoPackage, the maps and charts as files, and a record of inputs, parameters and versions.

Whatever lacks its input (sectors, rasters, flows, a second year) is left out, and log and report say so. A run that fails or is cancelled leaves the folder as it was. The maps are made from the layout templates in the plugin's folder resources/layouts, which can be edited in QGIS.</source>
   <translation>对一个城市图层运行全部分析，并将结果写入一个文件夹：供打印的报告（PDF）和供屏幕阅读的报告（HTML）、所有图层均已设置样式的QGIS工程、汇集全部结果的一个GeoPackage、地图和图表文件，以及输入、参数和版本的记录。

缺少相应输入（行业、栅格、联系流、第二个年份）的内容不予分析，并在日志和报告中说明。运行失败或被取消时，文件夹保持原状。地图由插件文件夹resources/layouts中的布局模板制作，可在QGIS中编辑这些模板。</translation>
  </message>
  <message>
   <source>Report to read on the screen</source>
   <translation>供屏幕阅读的报告</translation>
  </message>
  <message>
   <source>Report to print</source>
   <translation>供打印的报告</translation>
  </message>
  <message>
   <source>QGIS project</source>
   <translation>QGIS工程</translation>
  </message>
  <message>
   <source>The report is in {folder}.</source>
   <translation>报告位于{folder}。</translation>
  </message>
  <message>
   <source>The report in FOLDER would replace {name}, which is read from there: choose another FOLDER.</source>
   <translation>FOLDER中的报告将替换正在从中读取的{name}：请选择其他FOLDER。</translation>
  </message>
  <message>
   <source>Planning-policy themes</source>
   <translation>规划政策主题</translation>
  </message>
  <message>
   <source>Counts coded policy items of the mega-regions' plans by theme: coexistence, connectivity and cooperation with their eleven subthemes, or a vocabulary of your own.

share is a code's part of the region's items; quotient is that share over the code's share in all regions: above 1 the region's plans speak of it more than the others'. Codes that are not in the vocabulary are counted under their own name, without a theme.</source>
   <translation>按主题统计各城市群规划中已编码的政策条目：共存、互联、合作及其十一个子主题，或自定的词汇表。

share为某编码在该城市群条目中的占比；quotient为该占比与该编码在全部城市群中的占比之比：大于1表示该城市群的规划比其他城市群更多提及。不在词汇表中的编码按其自身名称统计，不归入主题。</translation>
  </message>
  <message>
   <source>A table with one row for each coded policy item.</source>
   <translation>每个已编码政策条目一行的表。</translation>
  </message>
  <message>
   <source>The field that names the mega-region whose plan holds the item.</source>
   <translation>条目所在规划所属城市群名称的字段。</translation>
  </message>
  <message>
   <source>The field with the code of the item, such as CON-1; case does not matter.</source>
   <translation>条目编码的字段，例如CON-1；不区分大小写。</translation>
  </message>
  <message>
   <source>The field that says whom the item addresses: core, secondary or both. It gives the result's to_core, to_secondary and to_both.</source>
   <translation>说明条目面向对象的字段：core、secondary或both。据此给出结果中的to_core、to_secondary和to_both。</translation>
  </message>
  <message>
   <source>A layer of the mega-regions, for the map.</source>
   <translation>用于制图的城市群图层。</translation>
  </message>
  <message>
   <source>Name of a region</source>
   <translation>城市群名称</translation>
  </message>
  <message>
   <source>The field of the layer of regions that names them as the policy items do.</source>
   <translation>城市群图层中的名称字段，名称须与政策条目一致。</translation>
  </message>
  <message>
   <source>Your own codes: a CSV file in UTF-8 with the columns code, theme and subtheme. Copy and change the plugin's own, resources/policy_themes.csv.</source>
   <translation>自定的编码：UTF-8编码的CSV文件，含code、theme和subtheme列。可复制插件自带的resources/policy_themes.csv加以修改。</translation>
  </message>
  <message>
   <source>Policy themes</source>
   <translation>政策主题</translation>
  </message>
  <message>
   <source>A table with one row for each region and code, zeros included.</source>
   <translation>每个城市群、每个编码一行的表，包括数值为零的行。</translation>
  </message>
  <message>
   <source>Policy themes of regions</source>
   <translation>各城市群政策主题</translation>
  </message>
  <message>
   <source>The layer of regions with n_&lt;code&gt; and share_&lt;theme&gt;, a pie on each region. Needs REGIONS.</source>
   <translation>城市群图层，附有n_&lt;code&gt;和share_&lt;theme&gt;，每个城市群上绘有饼图。需要REGIONS。</translation>
  </message>
  <message>
   <source>A page to read and print: heat table, addressees, all figures.</source>
   <translation>供阅读和打印的网页：热力表、面向对象和全部数据。</translation>
  </message>
  <message>
   <source>Addressee</source>
   <translation>面向对象</translation>
  </message>
  <message>
   <source>Vocabulary</source>
   <translation>词汇表</translation>
  </message>
  <message>
   <source>The map needs a layer of regions and the field with their names: set REGIONS and REGIONS_FIELD, or leave MAP out.</source>
   <translation>制图需要城市群图层及其名称字段：请设置REGIONS和REGIONS_FIELD，或不输出MAP。</translation>
  </message>
  <message>
   <source>{items} policy items of {regions} regions; the commonest theme is {theme} ({share:.0%}).</source>
   <translation>{regions}个城市群的{items}条政策条目；最常见的主题为{theme}（{share:.0%}）。</translation>
  </message>
  <message>
   <source>Field '{field}' of layer '{layer}' holds none of the regions of the policy items ({names}): choose the field that names them alike.</source>
   <translation>图层“{layer}”的字段“{field}”中没有政策条目所涉及的任何城市群（{names}）：请选择名称一致的字段。</translation>
  </message>
  <message>
   <source>Regions that are not on the map: {names}.</source>
   <translation>未在地图上的城市群：{names}。</translation>
  </message>
  <message>
   <source>Regions on the map without items: {names}.</source>
   <translation>地图上没有政策条目的城市群：{names}。</translation>
  </message>
  <message>
   <source>Morphological polycentricity</source>
   <translation>形态多中心性</translation>
  </message>
  <message>
   <source>Measures how evenly an indicator such as population or GDP is spread over the cities of each mega-region: from one city that has all of it to cities of equal size.

primacy: the largest city's share of the sum. two_city_ratio: largest over second largest. rank_size_slope: slope of ln size on ln rank, the closer to 0 the more polycentric, with rank_size_r2 for its fit (Meijers &amp; Burger 2010). half_rank_slope: slope of ln(rank - 1/2) on ln size, -1 under Zipf's rule, with half_rank_se, its standard error; rough for few cities (Gabaix &amp; Ibragimov 2011). hhi: sum of squared shares. gini: Gini ratio of the sizes. polycentricity: 1 - sigma / sigma_max, from 0 (one of two cities has all) to 1 (all equal), where sigma_max is the standard deviation of two nodes with 0 and the largest value (Green 2007).

These are measures of size. Whether the cities also work as one system is for 'Inter-city flows' to say.</source>
   <translation>度量人口、GDP等指标在各城市群内城市之间分布的均匀程度：从一个城市独占到各城市规模相等。

primacy：最大城市占总量的份额。two_city_ratio：最大城市与第二大城市之比。rank_size_slope：规模对数（ln）对位序对数（ln）的斜率，越接近0越趋于多中心，rank_size_r2为其拟合优度（Meijers &amp; Burger 2010）。half_rank_slope：ln(rank - 1/2)对规模对数（ln）的斜率，符合齐普夫（Zipf）法则时为-1，half_rank_se为其标准误；城市较少时只是粗略值（Gabaix &amp; Ibragimov 2011）。hhi：份额的平方和。gini：规模的基尼系数。polycentricity：1 - sigma / sigma_max，取值为0（两城市中一城独占）至1（全部相等），其中sigma_max为规模分别为0和最大值的两个节点的标准差（Green 2007）。

以上均为规模方面的度量。各城市是否也作为一个系统运行，由“城市间联系流”回答。</translation>
  </message>
  <message>
   <source>One row for each city with its mega-region and indicators: polygons, points or a table.</source>
   <translation>每个城市一行，含所属城市群和指标：面、点或无几何的表。</translation>
  </message>
  <message>
   <source>The fields with city sizes, for example population or GDP: absolute amounts of zero or more, not amounts per head. A field name that ends in _YYYY (pop_2023) carries its year.</source>
   <translation>城市规模的字段，例如人口或GDP：为零或正数的绝对量，而非人均值。以_YYYY结尾的字段名（pop_2023）带有年份。</translation>
  </message>
  <message>
   <source>Only the largest cities of each region</source>
   <translation>仅取各城市群最大的城市</translation>
  </message>
  <message>
   <source>How many of the largest cities of each region are measured; all of them without it. The same number everywhere makes regions of different numbers of cities comparable.</source>
   <translation>各城市群取多少个最大的城市进行度量；未指定时取全部城市。各城市群取相同的数目，城市数不同的城市群便可相互比较。</translation>
  </message>
  <message>
   <source>A table with one row for each region, indicator and year.</source>
   <translation>每个城市群、每项指标、每个年份一行的表。</translation>
  </message>
  <message>
   <source>{used} of {count} cities used, in {count_2} regions.</source>
   <translation>使用了{count}个城市中的{used}个，分属{count_2}个城市群。</translation>
  </message>
  <message>
   <source>{indicator}: polycentricity of {region} {value:.2f}; 1 = all cities equal.</source>
   <translation>{indicator}：{region}的多中心性为 {value:.2f}；1 = 各城市相等。</translation>
  </message>
  <message>
   <source>Fewer than {few_for_half_rank} cities, so that half_rank_slope is too steep by some percent and its standard error large: {names}.</source>
   <translation>以下城市群的城市少于{few_for_half_rank}个，half_rank_slope会偏陡百分之几，其标准误也较大：{names}。</translation>
  </message>
  <message>
   <source>{indicator}: {most} is the most polycentric ({high:.2f}), {least} the least ({low:.2f}); 1 = all cities equal.</source>
   <translation>{indicator}：{most}的多中心性最高（{high:.2f}），{least}最低（{low:.2f}）；1表示各城市相等。</translation>
  </message>
  <message>
   <source>{name}: no city has a value; its results stay empty.</source>
   <translation>{name}：没有城市具备数值；其结果为空。</translation>
  </message>
  <message>
   <source>{title}: no value, left out: {names}.</source>
   <translation>{title}：没有数值，未计入：{names}。</translation>
  </message>
  <message>
   <source>{title}: zero, so not part of the rank-size line: {names}.</source>
   <translation>{title}：数值为零，不参与位序—规模拟合：{names}。</translation>
  </message>
  <message>
   <source>{name}: all values are zero; its results stay empty.</source>
   <translation>{name}：全部数值均为零；其结果为空。</translation>
  </message>
  <message>
   <source>{name}: one city only; its ratio, rank-size line and polycentricity stay empty.</source>
   <translation>{name}：只有一个城市；其比值、位序—规模斜率和多中心性为空。</translation>
  </message>
  <message>
   <source>Potential flows</source>
   <translation>潜在联系流</translation>
  </message>
  <message>
   <source>Says which flows between cities a model expects, where none are observed; 'Inter-city flows' reads the result. Nothing here was measured: say so wherever the numbers are shown.

Gravity: mass of the origin x mass of the destination / distance to a power. Radiation (Simini et al. 2012): everyone travels to the nearest better opportunity, so that what lies between two cities counts, and no power has to be chosen.

Distances are great-circle kilometres between points on the cities' geometry, or the minutes of a table of travel times.</source>
   <translation>在没有观测数据时，按模型推算城市之间的联系流；结果可由“城市间联系流”读取。此处的数值均非实测：凡展示这些数字之处，请予说明。

引力模型：出发城市规模×到达城市规模÷距离的幂。辐射模型（Simini et al. 2012）：人们前往最近的更好机会所在地，因此位于两城市之间的机会也计入，且无须选定幂次。

距离为城市几何代表点之间的大圆距离（千米），或出行时间表中的分钟数。</translation>
  </message>
  <message>
   <source>One row for each city with its mass: points or polygons; with a table of travel times also a table.</source>
   <translation>每个城市一行，含其规模：点或面；提供出行时间表时，也可为无几何的表。</translation>
  </message>
  <message>
   <source>The field with the id or name by which the result, and the table of travel times, call the city; each once.</source>
   <translation>结果和出行时间表用以指称城市的标识或名称字段；每个取值只能出现一次。</translation>
  </message>
  <message>
   <source>How much a city sends, for example its GDP or population: zero or more. Cities without it are left out and named.</source>
   <translation>城市的发出能力，例如GDP或人口：须为零或正数。没有数值的城市不计入，并予列出。</translation>
  </message>
  <message>
   <source>Mass of destinations</source>
   <translation>到达城市的规模（质量）</translation>
  </message>
  <message>
   <source>How much a city attracts, for example its jobs, where that is not the same field; in the radiation model, its opportunities.</source>
   <translation>城市的吸引能力，例如就业岗位，仅在与上述字段不同时填写；在辐射模型中即为机会。</translation>
  </message>
  <message>
   <source>Gravity falls with distance by the power below. Radiation falls with what lies between.</source>
   <translation>引力模型按下方的幂次随距离衰减。辐射模型随两城市之间的机会衰减。</translation>
  </message>
  <message>
   <source>Power of distance</source>
   <translation>距离的幂次</translation>
  </message>
  <message>
   <source>Of the gravity model: 2 falls to a quarter at twice the distance, 1 to a half.</source>
   <translation>用于引力模型：取2时，距离加倍则降至四分之一；取1时，降至二分之一。</translation>
  </message>
  <message>
   <source>Travel times</source>
   <translation>出行时间</translation>
  </message>
  <message>
   <source>A table with the fields from, to (ids of cities) and minutes, which take the place of kilometres. Ways that it does not hold in either direction have no flow.</source>
   <translation>含from、to（城市标识）和minutes字段的表，以分钟数代替千米数。表中两个方向均未列出的路线没有联系流。</translation>
  </message>
  <message>
   <source>The sum that all flows together shall have; without it they keep the size that the model gives them.</source>
   <translation>全部联系流的合计应达到的数值；未指定时保持模型给出的大小。</translation>
  </message>
  <message>
   <source>A table with one row for each ordered pair of cities: from, to and value.</source>
   <translation>每个有序城市对一行的表：from、to和value。</translation>
  </message>
  <message>
   <source>Mass</source>
   <translation>规模（质量）</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>Gravity</source>
   <translation>引力模型</translation>
  </message>
  <message>
   <source>Radiation</source>
   <translation>辐射模型</translation>
  </message>
  <message>
   <source>{count} of {count_2} cities used; the flows are a model's.</source>
   <translation>使用了{count_2}个城市中的{count}个；联系流为模型推算值。</translation>
  </message>
  <message>
   <source>No mass, left out: {names}.</source>
   <translation>因没有规模数值而未计入：{names}。</translation>
  </message>
  <message>
   <source>Layer '{layer}' has {count} cities with a mass: flows need two or more.</source>
   <translation>图层“{layer}”中有规模数值的城市为{count}个：联系流至少需要两个城市。</translation>
  </message>
  <message>
   <source>Layer '{layer}' has {count:,} cities, which make too many pairs (at most {most:,} cities): select fewer.</source>
   <translation>图层“{layer}”有{count:,}个城市，城市对过多（最多{most:,}个城市）：请减少所选城市。</translation>
  </message>
  <message>
   <source>Without a geometry in layer '{layer}': {names}; give them one, or a table of travel times.</source>
   <translation>图层“{layer}”中以下城市没有几何：{names}；请补充几何，或提供出行时间表。</translation>
  </message>
  <message>
   <source>Two cities of layer '{layer}' lie in the same place ({pair}), so that gravity between them is infinite: correct their places or choose the radiation model.</source>
   <translation>图层“{layer}”中有两个城市位置相同（{pair}），其间的引力为无穷大：请更正其位置，或选择辐射模型。</translation>
  </message>
  <message>
   <source>The masses of layer '{layer}' are too large for the model: give them in a larger unit, such as millions.</source>
   <translation>图层“{layer}”的规模数值过大，超出模型范围：请改用更大的单位，例如百万。</translation>
  </message>
  <message>
   <source>{unknown} ways without a travel time have no flow.</source>
   <translation>{unknown}条路线没有出行时间，因此没有联系流。</translation>
  </message>
  <message>
   <source>Night light from downloads</source>
   <translation>由下载数据生成夜间灯光</translation>
  </message>
  <message>
   <source>Makes one raster a date of what was downloaded: tiles of NASA's Black Marble (VNP46A1 and A2 are days, A3 months, A4 years), and GeoTIFFs of EOG (VIIRS and DMSP, years and months) or of others whose names tell a date, packed or not. The rasters' folder is what 'Nighttime-light summary' takes.

Tiles are put in their place, values into their unit, fill values and cells of unwanted quality become no data. Missing tiles are no data and are named. Where the product has numbers of cloud-free observations, they are the second band.

The files must have the names under which they were downloaded. Of several productions of a tile the newest is used, and the log says so. All rasters are written or none.</source>
   <translation>将下载的数据按日期各生成一个栅格：NASA的Black Marble分幅数据（VNP46A1和A2为日数据，A3为月数据，A4为年数据），以及EOG（VIIRS和DMSP的年、月数据）或其他来源、名称中含有日期的GeoTIFF，压缩与否均可。所生成的栅格文件夹可供“夜间灯光汇总”使用。

分幅数据拼接到相应位置，像元值换算为相应单位，填充值和不符合质量要求的像元设为无数据。缺失的分幅为无数据，并予列出。产品含有无云观测次数时，将其作为第二波段。

文件须保持下载时的名称。同一分幅有多个生产版本时使用最新版本，并在日志中说明。各栅格要么全部写出，要么都不写出。</translation>
  </message>
  <message>
   <source>Files .h5, .tif, .tif.gz, .tgz, .tar and .zip in it and in its subfolders. Rasters made by this algorithm are passed over.</source>
   <translation>该文件夹及其子文件夹中的.h5、.tif、.tif.gz、.tgz、.tar与.zip文件。由本算法生成的栅格不再读取。</translation>
  </message>
  <message>
   <source>The layer inside an .h5 file, such as NearNadir_Composite_Snow_Free or Gap_Filled_DNB_BRDF-Corrected_NTL, or the kind of an EOG file, such as average or median_masked. Without it: AllAngle_Composite_Snow_Free of months and years, DNB_BRDF-Corrected_NTL or DNB_At_Sensor_Radiance of days, average_masked or avg_rade9 of VIIRS, stable_lights of DMSP.</source>
   <translation>.h5文件中的图层，例如NearNadir_Composite_Snow_Free或Gap_Filled_DNB_BRDF-Corrected_NTL；或EOG文件的类别，例如average或median_masked。未指定时：月、年数据取AllAngle_Composite_Snow_Free，日数据取DNB_BRDF-Corrected_NTL或DNB_At_Sensor_Radiance，VIIRS取average_masked或avg_rade9，DMSP取stable_lights。</translation>
  </message>
  <message>
   <source>Good: by the product's own flags; composites of more than three cloud-free observations, days retrieved with high quality. Poor adds composites of fewer and days that may be clouded. All adds cells that were filled from other times. Of EOG's files, cells without a cloud-free observation are left out unless all are wanted.</source>
   <translation>良好：依据产品自身的质量标记；合成数据须有三次以上无云观测，日数据须为高质量反演。较差：另加观测次数较少的合成数据和可能有云的日数据。全部：另加由其他时间填补的像元。对于EOG的文件，除选择全部外，没有无云观测的像元一律不计入。</translation>
  </message>
  <message>
   <source>A layer, such as the cities, whose bounding box the rasters cover. Without it they cover all tiles of the folder.</source>
   <translation>栅格所覆盖范围取自其外接矩形的图层，例如城市图层。不指定时覆盖文件夹中的全部分幅。</translation>
  </message>
  <message>
   <source>Gets light_YYYY, light_YYYY_MM or light_YYYY_MM_DD: .tif, or .vrt where the downloads can be used as they lie, which then must stay where they are. Earlier rasters of this algorithm are replaced, other files are not.</source>
   <translation>写入light_YYYY、light_YYYY_MM或light_YYYY_MM_DD：格式为.tif；下载文件可直接使用时为.vrt，此时下载文件须留在原处。本算法先前生成的栅格会被替换，其他文件不受影响。</translation>
  </message>
  <message>
   <source>Dates of night light</source>
   <translation>夜间灯光日期</translation>
  </message>
  <message>
   <source>A table with one row for each raster: date, path, tiles (how many files it is made of), missing_tiles (their names), valid_share (share of its cells with a value) and unit.</source>
   <translation>每个栅格一行的表：date、path、tiles（由多少个文件合成）、missing_tiles（缺失分幅的名称）、valid_share（有数值像元的比例）和unit。</translation>
  </message>
  <message>
   <source>Folder of downloads</source>
   <translation>下载文件夹</translation>
  </message>
  <message>
   <source>Good and poor</source>
   <translation>良好和较差</translation>
  </message>
  <message>
   <source>Extent of</source>
   <translation>范围取自图层</translation>
  </message>
  <message>
   <source>Layer</source>
   <translation>图层</translation>
  </message>
  <message>
   <source>Quality</source>
   <translation>质量</translation>
  </message>
  <message>
   <source>Good</source>
   <translation>良好</translation>
  </message>
  <message>
   <source>All</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>{count} raster(s) of {layers}, {first} to {last}, in {output}</source>
   <translation>{layers}的{count}个栅格，{first}至{last}，位于{output}</translation>
  </message>
  <message>
   <source>Layer '{names}' is empty or has no CRS, so it has no extent: choose another layer, or set its CRS.</source>
   <translation>图层“{names}”为空或没有坐标参照系，因此没有范围：请选择其他图层，或设置其坐标参照系。</translation>
  </message>
  <message>
   <source>INDICATORS is empty: choose the fields to compare.</source>
   <translation>INDICATORS为空：请选择要比较的字段。</translation>
  </message>
  <message>
   <source>The report needs to know the cores: set LEVEL_FIELD (administrative level) or ROLE_FIELD (a field with 'core' and 'secondary').</source>
   <translation>报告需要知道哪些是核心城市：请设置LEVEL_FIELD（行政级别）或ROLE_FIELD（含“core”和“secondary”的字段）。</translation>
  </message>
  <message>
   <source>Layer '{layer}' has no coordinate reference system, so that its maps would have no scale: set it with 'Layer &gt; Set CRS of Layer(s)' and run again.</source>
   <translation>图层“{layer}”没有坐标参照系，其地图将没有比例尺：请使用“图层 &gt; 设置图层CRS”指定坐标参照系后重新运行。</translation>
  </message>
  <message>
   <source>The coordinates of layer '{layer}' do not fit its coordinate reference system {value}: set the right one with 'Layer &gt; Set CRS of Layer(s)' and run again.</source>
   <translation>图层“{layer}”的坐标与其坐标参照系{value}不符：请使用“图层 &gt; 设置图层CRS”指定正确的坐标参照系后重新运行。</translation>
  </message>
  <message>
   <source>On no map, without an outline: {names}.</source>
   <translation>没有边界、未在任何地图上显示：{names}。</translation>
  </message>
  <message>
   <source>The roles are taken from field '{value}'.</source>
   <translation>角色取自字段“{value}”。</translation>
  </message>
  <message>
   <source>No city in a region has the role '{role}' in field '{role_field}' of layer '{layer}' (found: {value}): choose a field with '{core}' and '{secondary}', such as mr_role of 'Mark core and secondary cities'.</source>
   <translation>图层“{layer}”的字段“{role_field}”中，城市群内没有任何城市的角色为“{role}”（现有：{value}）：请选择含有“{core}”和“{secondary}”的字段，例如由“标记核心城市与次级城市”生成的mr_role。</translation>
  </message>
  <message>
   <source>NAMES has '{pair}', which is not field=words: write for example gdp=GDP [100 million yuan];pop=Population.</source>
   <translation>NAMES中有“{pair}”，不是field=words的形式：请写成例如gdp=GDP [亿元];pop=人口。</translation>
  </message>
  <message>
   <source>The table of {layer_name} needs {needed}: set it, or leave {layer_name} out.</source>
   <translation>{layer_name}的表需要{needed}：请设置该参数，或不使用{layer_name}。</translation>
  </message>
  <message>
   <source>Where the files go. An earlier report in it is replaced; other files and tables of your own in results.gpkg are left alone.</source>
   <translation>文件的存放位置。其中已有的报告将被替换；其他文件以及results.gpkg中您自己的表不受影响。</translation>
  </message>
  <message>
   <source>Folder of the report</source>
   <translation>报告文件夹</translation>
  </message>
  <message>
   <source>One row for each city, with mega-region, name, level or role, and indicators: polygons, or points, whose regions are then drawn as the smallest area around their cities.</source>
   <translation>每个城市一行，含城市群、名称、级别或角色以及指标：面，或点；为点时，城市群绘制为包含其城市的最小区域。</translation>
  </message>
  <message>
   <source>The field that names the mega-region of a city; it labels the regions on maps.</source>
   <translation>城市所属城市群名称的字段；用作地图上城市群的标注。</translation>
  </message>
  <message>
   <source>Name of the city</source>
   <translation>城市名称</translation>
  </message>
  <message>
   <source>The field with the cities' names.</source>
   <translation>城市名称字段。</translation>
  </message>
  <message>
   <source>The field with the administrative level, which says what cities are cores. Without it, give the role.</source>
   <translation>行政级别字段，据以确定哪些城市为核心城市。未指定时请提供角色字段。</translation>
  </message>
  <message>
   <source>The field with 'core' and 'secondary', such as mr_role of 'Mark core and secondary cities'. It goes before the administrative level.</source>
   <translation>取值为“core”和“secondary”的字段，例如由“标记核心城市与次级城市”生成的mr_role。此字段优先于行政级别。</translation>
  </message>
  <message>
   <source>The fields to compare, for example GDP and population. A name that ends in _YYYY carries its year; the same name with two years gives the chapter on change.</source>
   <translation>要比较的字段，例如GDP和人口。以_YYYY结尾的名称带有年份；同一名称有两个年份时，报告包含变化一章。</translation>
  </message>
  <message>
   <source>The fields with the sectors, for example persons employed, for the chapters on city types and complementarity.</source>
   <translation>各行业的字段，例如从业人员数，用于城市类型和互补性两章。</translation>
  </message>
  <message>
   <source>One raster for each year, for the chapter on night light.</source>
   <translation>每年一个栅格，用于夜间灯光一章。</translation>
  </message>
  <message>
   <source>A folder such as 'Night light from downloads' makes: all its rasters, besides those above.</source>
   <translation>“由下载数据生成夜间灯光”等算法所生成的文件夹：除上述栅格外，还使用其中的全部栅格。</translation>
  </message>
  <message>
   <source>Cells of the rasters with a value above this count as lit.</source>
   <translation>栅格中大于此值的像元视为有灯光的像元。</translation>
  </message>
  <message>
   <source>A table of flows between the cities, as 'Inter-city flows' reads it.</source>
   <translation>城市之间的联系流表，形式与“城市间联系流”所读取的相同。</translation>
  </message>
  <message>
   <source>The field with the city a flow leaves.</source>
   <translation>联系流出发城市的字段。</translation>
  </message>
  <message>
   <source>The field with the city a flow reaches; leave it out for a matrix.</source>
   <translation>联系流到达城市的字段；采用矩阵时不填。</translation>
  </message>
  <message>
   <source>The field with the size of a flow; leave it out for a matrix.</source>
   <translation>联系流大小的字段；采用矩阵时不填。</translation>
  </message>
  <message>
   <source>Id of a city in the flows</source>
   <translation>联系流中的城市标识</translation>
  </message>
  <message>
   <source>The field by which the flows call the cities; the name without it.</source>
   <translation>联系流用以指称城市的字段；未指定时使用城市名称。</translation>
  </message>
  <message>
   <source>Flows are modelled</source>
   <translation>联系流为模型推算</translation>
  </message>
  <message>
   <source>Yes where the flows are the result of a model, such as 'Potential flows', and were not observed: the report then calls them modelled wherever it shows them.</source>
   <translation>联系流由“潜在联系流”等模型得出而非观测所得时选“是”：报告凡展示联系流之处均注明为模型推算。</translation>
  </message>
  <message>
   <source>A table with one row for each coded policy item, as 'Planning-policy themes' reads it, for the chapters on policy themes and coordination.</source>
   <translation>每个已编码政策条目一行的表，格式与“规划政策主题”所读取的相同，用于政策主题和协调两章。</translation>
  </message>
  <message>
   <source>Mega-region of an item</source>
   <translation>条目所属的城市群</translation>
  </message>
  <message>
   <source>Code of an item</source>
   <translation>条目的编码</translation>
  </message>
  <message>
   <source>The field with the code.</source>
   <translation>存放编码的字段。</translation>
  </message>
  <message>
   <source>Addressee of an item</source>
   <translation>条目的面向对象</translation>
  </message>
  <message>
   <source>The field that says whom the item addresses: core, secondary or both.</source>
   <translation>说明条目面向对象的字段：core、secondary或both。</translation>
  </message>
  <message>
   <source>Polygons drawn pale under the maps, such as provinces or countries.</source>
   <translation>在地图底层以浅色绘制的面，例如省份或国家。</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>标题</translation>
  </message>
  <message>
   <source>The title of the report.</source>
   <translation>报告的标题。</translation>
  </message>
  <message>
   <source>Author</source>
   <translation>作者</translation>
  </message>
  <message>
   <source>Who made it, on the cover and each map.</source>
   <translation>编制者，标注于封面和每幅地图。</translation>
  </message>
  <message>
   <source>Source of the data</source>
   <translation>数据来源</translation>
  </message>
  <message>
   <source>Where the data come from, on each map and in the last chapter.</source>
   <translation>数据的来源，标注于每幅地图和最后一章。</translation>
  </message>
  <message>
   <source>Map approval number</source>
   <translation>审图号</translation>
  </message>
  <message>
   <source>The number under which the maps were approved (审图号), where the law asks for one.</source>
   <translation>地图获得批准的编号（审图号），法律要求标注时填写。</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>纸张</translation>
  </message>
  <message>
   <source>The size of the pages.</source>
   <translation>页面尺寸。</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>语言</translation>
  </message>
  <message>
   <source>English</source>
   <translation>English</translation>
  </message>
  <message>
   <source>中文</source>
   <translation>中文</translation>
  </message>
  <message>
   <source>The language of the report's text, charts and legends.</source>
   <translation>报告的文字、图表和图例所用的语言。</translation>
  </message>
  <message>
   <source>Full name of the mega-region</source>
   <translation>城市群全称</translation>
  </message>
  <message>
   <source>The field with the mega-regions' full names, where the mega-region's field holds codes.</source>
   <translation>城市群字段为编码时，城市群全称所在的字段。</translation>
  </message>
  <message>
   <source>Words and units for fields</source>
   <translation>字段的名称与单位</translation>
  </message>
  <message>
   <source>What fields are called in the report, as field=words [unit] separated by ';', for example gdp=GDP [100 million yuan];emp_mining=Mining [persons];light=Night light [nW/cm²/sr]. A year at the end of a field's name follows by itself. Without them a field's alias is taken.</source>
   <translation>字段在报告中的称谓，写作“字段=名称 [单位]”，以“;”分隔，例如gdp=地区生产总值 [亿元];emp_mining=采矿业 [人];light=夜间灯光 [nW/cm²/sr]。字段名末尾的年份会自动附上。未指定时采用字段的别名。</translation>
  </message>
  <message>
   <source>The administrative levels that make a core, separated by ';'.</source>
   <translation>列为核心城市的行政级别，以“;”分隔。</translation>
  </message>
  <message>
   <source>An area shown in a small frame of its own, for example islands far from the mainland.</source>
   <translation>以单独的小图框显示的区域，例如远离大陆的岛屿。</translation>
  </message>
  <message>
   <source>Sectors are</source>
   <translation>行业数据类型</translation>
  </message>
  <message>
   <source>Counts</source>
   <translation>数量</translation>
  </message>
  <message>
   <source>Shares</source>
   <translation>份额</translation>
  </message>
  <message>
   <source>Percentages</source>
   <translation>百分比</translation>
  </message>
  <message>
   <source>Counts (persons, firms), shares (0 to 1) or percentages (0 to 100).</source>
   <translation>数量（人数、企业数）、份额（0～1）或百分比（0～100）。</translation>
  </message>
  <message>
   <source>What to do about a city without a value in a sector: leave it out, count it as zero, or stop. City types and complementarity treat it alike.</source>
   <translation>城市的某一行业缺少数值时的处理方式：不计入、按零计或停止运行。城市类型和互补性采用同一处理方式。</translation>
  </message>
  <message>
   <source>Sectors compared with</source>
   <translation>行业的比较对象</translation>
  </message>
  <message>
   <source>What the sectors of a secondary city are compared with, as in 'Sector differences to the core'.</source>
   <translation>次级城市的行业与何者比较，同“与核心城市的行业差异”。</translation>
  </message>
  <message>
   <source>How sectors are compared, as in 'Sector differences to the core'. Types by the own share show whether those by differences are regions in disguise.</source>
   <translation>行业的比较方式，同“与核心城市的行业差异”。按自身份额划分的类型，可用于判断按差异划分的类型是否只是城市群的另一种表现。</translation>
  </message>
  <message>
   <source>Sums the sectors of one role first; written as field=role separated by ';'.</source>
   <translation>先合并计算同一角色的行业；写成field=role的形式，以“;”分隔。</translation>
  </message>
  <message>
   <source>Method of the types</source>
   <translation>类型的划分方法</translation>
  </message>
  <message>
   <source>How cities are grouped, as in 'City types'.</source>
   <translation>城市的分组方法，同“城市类型”。</translation>
  </message>
  <message>
   <source>How many city types; 0 lets K be chosen.</source>
   <translation>城市类型的数目；0表示自动选择K。</translation>
  </message>
  <message>
   <source>How many permutations the p-values rest on; 0: none.</source>
   <translation>计算p值所用的置换次数；0表示不计算。</translation>
  </message>
  <message>
   <source>Bootstrap replications</source>
   <translation>自助法抽样次数</translation>
  </message>
  <message>
   <source>Whether intervals of change are computed; 0: none, any other number: yes.</source>
   <translation>是否计算变化的置信区间；0表示不计算，其他任何数值表示计算。</translation>
  </message>
  <message>
   <source>Folder of night-light rasters</source>
   <translation>夜间灯光栅格的文件夹</translation>
  </message>
  <message>
   <source>Land in the background</source>
   <translation>陆地底图</translation>
  </message>
  <message>
   <source>Extent of the inset map</source>
   <translation>插图范围</translation>
  </message>
  <message>
   <source>Cores and secondary cities</source>
   <translation>核心城市与次级城市</translation>
  </message>
  <message>
   <source>Change of unevenness</source>
   <translation>不均衡的变化</translation>
  </message>
  <message>
   <source>Policy themes and coordination</source>
   <translation>政策主题与协调</translation>
  </message>
  <message>
   <source>Change of unevenness is left out: no indicator has two years (such as gdp_2006 and gdp_2023).</source>
   <translation>未分析不均衡的变化：没有指标具备两个年份（例如gdp_2006和gdp_2023）。</translation>
  </message>
  <message>
   <source>Sector differences, city types and complementarity are left out: no sectors were given.</source>
   <translation>未分析行业差异、城市类型和互补性：未给出行业。</translation>
  </message>
  <message>
   <source>Night light is left out: no rasters were given.</source>
   <translation>未分析夜间灯光：未给出栅格。</translation>
  </message>
  <message>
   <source>Night light is left out: it needs the outlines of the cities, not points.</source>
   <translation>未分析夜间灯光：需要城市的边界，而不是点。</translation>
  </message>
  <message>
   <source>Flows between cities are left out: no table of flows was given.</source>
   <translation>未分析城市之间的联系流：未给出联系流表。</translation>
  </message>
  <message>
   <source>City types are left out. {problem}</source>
   <translation>未分析城市类型。{problem}</translation>
  </message>
  <message>
   <source>Where high and low lie together</source>
   <translation>高值与低值的空间集聚</translation>
  </message>
  <message>
   <source>Tells where cities with high values lie beside others with high values, low beside low, and where a city differs from its neighbours: Moran's I of all cities, its local form (LISA) for each, and how much of the Gini ratio lies between neighbours.

mr_lisa_&lt;indicator&gt;: high-high, low-low, high-low (a high city among low ones), low-high or not significant; mr_lisa_p_&lt;indicator&gt;: its p-value by permuting the other cities' values. A city is called by its pattern only where that holds at 5% after allowing for the number of cities (Benjamini-Hochberg). Cities without a neighbour (islands) are named and have no pattern.

moran is about 0 without a pattern, above where like lies beside like. gini_neighbours + gini_others = gini (Rey &amp; Smith 2013).</source>
   <translation>识别高值城市与高值城市相邻、低值城市与低值城市相邻的地方，以及与邻近城市不同的城市：包括全部城市的莫兰指数（Moran's I）、每个城市的局部形式（LISA），以及基尼系数中有多少来自邻近城市之间。

mr_lisa_&lt;indicator&gt;：high-high（高—高）、low-low（低—低）、high-low（高—低，即低值城市之中的高值城市）、low-high（低—高）或not significant（不显著）；mr_lisa_p_&lt;indicator&gt;：通过置换其他城市的数值得到的p值。只有按城市数目校正后（Benjamini-Hochberg）仍在5%水平上成立的，才标明城市的集聚格局。没有邻近城市的城市（岛屿）予以列出，不归入任何格局。

moran在没有格局时约为0，相似者相邻时大于0。gini_neighbours + gini_others = gini（Rey &amp; Smith 2013）。</translation>
  </message>
  <message>
   <source>One row for each city: polygons, or points for the nearest and the distance.</source>
   <translation>每个城市一行：面；采用最近城市或距离时，也可为点。</translation>
  </message>
  <message>
   <source>The fields of numbers whose pattern is looked for. A name that ends in _YYYY carries its year. Cities without a value are left out of that indicator.</source>
   <translation>要分析空间格局的数值字段。以_YYYY结尾的名称带有年份。缺少数值的城市不参与该指标的分析。</translation>
  </message>
  <message>
   <source>The field that names the mega-region of a city: cities outside any are left out. Neighbours may lie in different mega-regions.</source>
   <translation>城市所属城市群名称的字段：不属于任何城市群的城市不计入。邻近城市可以分属不同的城市群。</translation>
  </message>
  <message>
   <source>Neighbours are</source>
   <translation>邻近城市的定义</translation>
  </message>
  <message>
   <source>What makes two cities neighbours. Only polygons share edges; a common corner is no edge. Distances are great-circle distances between points on the cities.</source>
   <translation>判定两个城市是否邻近的依据。只有面才有公共边；仅有公共角点不算公共边。距离为城市代表点之间的大圆距离。</translation>
  </message>
  <message>
   <source>Nearest cities</source>
   <translation>最近城市数</translation>
  </message>
  <message>
   <source>How many of the nearest cities are neighbours.</source>
   <translation>取多少个最近的城市作为邻近城市。</translation>
  </message>
  <message>
   <source>Distance (km)</source>
   <translation>距离（km）</translation>
  </message>
  <message>
   <source>Within how many kilometres cities are neighbours.</source>
   <translation>相距多少千米以内的城市为邻近城市。</translation>
  </message>
  <message>
   <source>How many permutations the p-values rest on; without any, nothing is significant.</source>
   <translation>计算p值所用的置换次数；不做置换时，所有结果均不显著。</translation>
  </message>
  <message>
   <source>Spatial pattern</source>
   <translation>空间格局</translation>
  </message>
  <message>
   <source>The cities with mr_lisa_&lt;indicator&gt; and mr_lisa_p_&lt;indicator&gt; added, styled.</source>
   <translation>城市，新增mr_lisa_&lt;indicator&gt;和mr_lisa_p_&lt;indicator&gt;，并已设置样式。</translation>
  </message>
  <message>
   <source>Spatial pattern of indicators</source>
   <translation>各指标的空间格局</translation>
  </message>
  <message>
   <source>A table with one row for each indicator and year: Moran's I, its p-value, the Gini ratio and its parts between neighbours and others.</source>
   <translation>每项指标、每个年份一行的表：莫兰指数（Moran's I）及其p值、基尼系数及其在邻近城市之间和其余城市之间的部分。</translation>
  </message>
  <message>
   <source>Cities that share an edge</source>
   <translation>有公共边的城市</translation>
  </message>
  <message>
   <source>The nearest cities</source>
   <translation>最近的若干城市</translation>
  </message>
  <message>
   <source>Cities within a distance</source>
   <translation>一定距离以内的城市</translation>
  </message>
  <message>
   <source>in no region, left out</source>
   <translation>不属于任何城市群，未计入</translation>
  </message>
  <message>
   <source>no value, left out</source>
   <translation>无值，未计入</translation>
  </message>
  <message>
   <source>without a geometry, left out</source>
   <translation>无几何图形，未计入</translation>
  </message>
  <message>
   <source>{indicator}: Moran's I {moran:.2f} (p {p:.3f}); cities in a pattern: {cities}.</source>
   <translation>{indicator}：莫兰指数（Moran's I）{moran:.2f}（p值{p:.3f}）；处于集聚格局的城市：{cities}。</translation>
  </message>
  <message>
   <source>{field}: {count} of {count_2} cities used.</source>
   <translation>{field}：使用了{count_2}个城市中的{count}个。</translation>
  </message>
  <message>
   <source>{indicator}: all values are equal or no city has a neighbour; no pattern.</source>
   <translation>{indicator}：所有值相等或没有城市有邻居；没有空间格局。</translation>
  </message>
  <message>
   <source>{indicator}: Moran's I {moran:.2f}, without permutations not tested.</source>
   <translation>{indicator}：莫兰指数 {moran:.2f}，未做置换，未检验。</translation>
  </message>
  <message>
   <source>Field '{field}' of layer '{layer}' has values for {count} cities with a place: choose an indicator with values for {fewest} or more.</source>
   <translation>图层“{layer}”的字段“{field}”仅有{count}个具备位置的城市有数值：请选择至少{fewest}个城市有数值的指标。</translation>
  </message>
  <message>
   <source>{field}: without a neighbour, so without a pattern: {names}.</source>
   <translation>{field}：以下城市没有邻近城市，因此没有格局：{names}。</translation>
  </message>
  <message>
   <source>Layer '{layer}' has no polygons that could share an edge: choose the cities' areas, or for points NEIGHBOURS 1 (nearest) or 2 (distance).</source>
   <translation>图层“{layer}”没有可以共边的多边形：请选择城市面图层，或对点图层选择 NEIGHBOURS 1（最近）或 2（距离）。</translation>
  </message>
  <message>
   <source>Core-secondary unevenness (Theil, Dagum Gini)</source>
   <translation>核心—次级城市不均衡（泰尔指数、达古姆基尼系数）</translation>
  </message>
  <message>
   <source>Measures how unevenly an indicator is shared between the core and the secondary cities of each mega-region, with the Theil index and Dagum's decomposition of the Gini ratio, and whether roles given by chance would be as uneven.

theil_between is 0 where cores and secondary cities have the same mean and grows with the cores' share. gini_between (Dagum's net between-group part) is the cores' share of the sum less their share of the cities: negative where the cores have less than their share. gini_overlap comes from secondary cities above cores. gini_du2025 is the variant published by Du, Cardoso &amp; Rocco (2025). theil = theil_between + theil_within; gini = gini_within + gini_between + gini_overlap.

p_value, with permutations: the share of ways to give as many core roles to the region's cities that have a theil_between at least as large. All ways are tried where they are no more than the permutations asked for; otherwise p = (hits + 1) / (permutations + 1). p_fdr: the same adjusted for the many tests of the run (Benjamini-Hochberg): of what is below 0.05 at most one in twenty is expected to be chance.

Other measures of the field stand beside: ratio (cores' mean over the secondary cities'), theil_l (mean log deviation; empty with zeros) with its part between the roles, cv (coefficient of variation), hoover and atkinson (epsilon 0.5). Amounts per head compare cities as if all were of one size; with the population as weight they compare people: in the example the two rank the 13 regions differently (Kendall's tau 0.64).</source>
   <translation>以泰尔指数和达古姆（Dagum）基尼系数分解，度量某项指标在各城市群的核心城市与次级城市之间分布的不均衡程度，并检验随机分配角色时是否会同样不均衡。

theil_between在核心城市与次级城市均值相同时为0，核心城市所占份额越高则越大。gini_between（达古姆分解的组间净值部分）为核心城市占总量的份额减去其占城市数的比例：核心城市所占低于其应有份额时为负。gini_overlap来自高于核心城市的次级城市。gini_du2025为Du, Cardoso &amp; Rocco (2025)发表的算法。theil = theil_between + theil_within；gini = gini_within + gini_between + gini_overlap。

p_value（做置换时）：在城市群内分配同样数目核心角色的各种方式中，theil_between不低于实际值的比例。分配方式总数不超过所要求的置换次数时，逐一计算全部方式；否则p = (命中次数 + 1) / (置换次数 + 1)。p_fdr：按本次运行的检验次数校正的p值（Benjamini-Hochberg）：在低于0.05的结果中，预期至多有二十分之一出于偶然。

同时列出该领域的其他度量：ratio（核心城市均值与次级城市均值之比）、theil_l（平均对数离差；含零值时为空）及其角色之间的部分、cv（变异系数）、hoover和atkinson（epsilon为0.5）。人均值比较各城市时，如同所有城市规模相同；以人口为权重时，比较的是人：在示例数据中，两者对13个城市群的排序不同（Kendall's tau为0.64）。</translation>
  </message>
  <message>
   <source>How many random assignments of roles the p-value rests on, for example 999; 0 gives no p-value.</source>
   <translation>计算p值所用的随机分配角色的次数，例如999；0表示不计算p值。</translation>
  </message>
  <message>
   <source>The regions' dissolved polygons with theil_&lt;indicator&gt;_&lt;year&gt; (theil_between) and gini_&lt;indicator&gt;_&lt;year&gt; (gini_between), styled. Needs city polygons.</source>
   <translation>融合后的城市群面，含theil_&lt;indicator&gt;_&lt;year&gt;（theil_between）与gini_&lt;indicator&gt;_&lt;year&gt;（gini_between），并已设置样式。需要城市面图层。</translation>
  </message>
  <message>
   <source>A page to read and print: heat table, the cities of each region, missing values, the method and its sources.</source>
   <translation>供阅读与打印的页面：热力表、各城市群的城市、缺失值、方法及其来源。</translation>
  </message>
  <message>
   <source>{title}: no city has a value; its results stay empty.</source>
   <translation>{title}：没有城市具备数值；其结果为空。</translation>
  </message>
  <message>
   <source>{title}: all values are zero; Theil and Gini are undefined.</source>
   <translation>{title}：全部数值均为零；泰尔指数和基尼系数无定义。</translation>
  </message>
  <message>
   <source>{title}: no {role} city has a value, so that the comparison stays empty.</source>
   <translation>{title}：没有{role}城市有数值，因此比较结果为空。</translation>
  </message>
  <message>
   <source>Change of unevenness between two years</source>
   <translation>两年间不均衡的变化</translation>
  </message>
  <message>
   <source>Tells for each mega-region and indicator whether the unevenness between core and secondary cities widens or narrows from one year to another, and whether that is more than chance.

The same cities are compared in both years. direction follows the change of theil_between; changes up to the threshold are stable, and reversed says that the richer side changes, where the index itself says little. ratio is the cores' mean over the secondary cities'; gini is Dagum's net between-group part, as in 'Core-secondary unevenness'.

ci_low and ci_high bound the change with 95% confidence, if values are spread alike among core and among secondary cities; ci_assumption says where a single city has to borrow its spread from the others. p_value: how often the change is at least as large, either way, when the cities' growth factors are permuted over the region. p_fdr: the same adjusted for the many tests of the run (Benjamini-Hochberg): of what is below 0.05 at most one in twenty is expected to be chance.</source>
   <translation>判断各城市群、各项指标在核心城市与次级城市之间的不均衡从一个年份到另一个年份是扩大还是缩小，以及变化是否超出偶然。

两个年份比较的是同一批城市。direction依据theil_between的变化：变化不超过阈值为stable（稳定）；reversed（反转）表示占优的一方发生易位，此时指数本身难以说明问题。ratio为核心城市均值与次级城市均值之比；gini为达古姆分解的组间净值部分，与“核心—次级城市不均衡”相同。

ci_low和ci_high为变化量的95%置信界限，前提是核心城市与次级城市的数值离散程度相同；仅有一个城市的一类须借用另一类的离散程度时，由ci_assumption注明。p_value：将各城市的增长倍数在城市群内随机置换时，变化幅度（不论方向）不小于实际值的比例。p_fdr：按本次运行的检验次数校正的p值（Benjamini-Hochberg）：在低于0.05的结果中，预期至多有二十分之一出于偶然。</translation>
  </message>
  <message>
   <source>The first year compared; each indicator's earliest year without it.</source>
   <translation>比较的起始年份；未指定时取各指标最早的年份。</translation>
  </message>
  <message>
   <source>The last year compared; each indicator's latest year without it.</source>
   <translation>比较的终止年份；未指定时取各指标最晚的年份。</translation>
  </message>
  <message>
   <source>Stable up to</source>
   <translation>稳定阈值</translation>
  </message>
  <message>
   <source>A change of theil_between up to this size, either way, counts as stable.</source>
   <translation>theil_between的变化（不论方向）不超过此值时视为稳定。</translation>
  </message>
  <message>
   <source>0 gives no 95% interval of the change, any other number gives it.</source>
   <translation>0表示不计算变化的95%置信区间，其他任何数值表示计算。</translation>
  </message>
  <message>
   <source>How many permutations of the growth factors the p-value rests on, for example 999; 0 gives no p-value.</source>
   <translation>计算p值所用的增长倍数置换次数，例如999；0表示不计算p值。</translation>
  </message>
  <message>
   <source>Cities compared</source>
   <translation>参与比较的城市</translation>
  </message>
  <message>
   <source>A city without a value in one of the years can turn a change by its absence alone: it is left out of both, unless all are asked for.</source>
   <translation>缺少某一年份数值的城市，仅因其缺失便可能改变变化的方向：除选择全部城市外，此类城市在两个年份均不计入。</translation>
  </message>
  <message>
   <source>Those with a value in both years</source>
   <translation>两个年份均有数值的城市</translation>
  </message>
  <message>
   <source>All of each year</source>
   <translation>各年份的全部城市</translation>
  </message>
  <message>
   <source>A table with one row for each region and indicator.</source>
   <translation>每个城市群与指标一行的表。</translation>
  </message>
  <message>
   <source>The regions' dissolved polygons with change_&lt;indicator&gt; (of theil_between) and direction_&lt;indicator&gt;, styled. Needs city polygons.</source>
   <translation>融合后的城市群面，含change_&lt;indicator&gt;（theil_between的变化）与direction_&lt;indicator&gt;，并已设置样式。需要城市面图层。</translation>
  </message>
  <message>
   <source>A page to read and print: the change of every region and indicator from year to year with its interval, the method and its sources.</source>
   <translation>供阅读与打印的页面：各城市群与指标逐期变化及其区间、方法及其来源。</translation>
  </message>
  <message>
   <source>Interval</source>
   <translation>置信区间</translation>
  </message>
  <message>
   <source>No indicator has two years to compare: choose fields of one indicator that end in _YYYY (gdp_2006 and gdp_2023), or name the year field, and check FROM_YEAR and TO_YEAR.</source>
   <translation>没有指标具备可供比较的两个年份：请选择同一指标以_YYYY结尾的字段（gdp_2006和gdp_2023），或指定年份字段，并检查FROM_YEAR和TO_YEAR。</translation>
  </message>
  <message>
   <source>no year</source>
   <translation>没有年份</translation>
  </message>
  <message>
   <source>No city of layer '{layer}' has a value in both years ({found_in} tells the cities apart): check ID_FIELD, or set COMPARE to compare all of each year.</source>
   <translation>图层“{layer}”中没有城市在两个年份都有值（区分城市的依据：{found_in}）：请检查 ID_FIELD，或设置 COMPARE 以比较各年的全部城市。</translation>
  </message>
  <message>
   <source>{name} has {known}: not compared.</source>
   <translation>{name}的年份：{known}；未作比较。</translation>
  </message>
  <message>
   <source>{region}, {indicator}: unevenness is undefined in one of the years.</source>
   <translation>{region}，{indicator}：其中一个年份的不均衡无定义。</translation>
  </message>
  <message>
   <source>Unevenness through all years</source>
   <translation>历年不均衡程度</translation>
  </message>
  <message>
   <source>Trend of unevenness</source>
   <translation>不均衡的趋势</translation>
  </message>
  <message>
   <source>Follows the unevenness between core and secondary cities of each mega-region through all years: its slope and whether that is more than chance, whether cities come closer together, and what happened in periods such as five-year plans.

slope: Theil-Sen slope of theil_between, a year. slope_p: Mann-Kendall test that is safe where neighbouring years resemble each other; slope_p_fdr is adjusted for the number of tests. direction follows the slope over all years, or is reversed where the richer side changes. sigma_slope: slope of the coefficient of variation of all cities, below zero where they come closer together. beta: how much slower, in log points a year, a city grows that was larger at first; below zero where poorer cities catch up (beta_p its p-value).

The same cities are followed through all years of an indicator, unless all of each year are asked for. Three years or more are needed, and five or more for a p-value below 0.05. Chance ups and downs of the first year look like catching up: read beta_p together with sigma_slope.</source>
   <translation>追踪各城市群核心城市与次级城市之间的不均衡在各年份的变化：其斜率及是否超出偶然，各城市是否趋于接近，以及在五年规划等时期内的变化。

slope：theil_between的年均泰尔—森（Theil-Sen）斜率。slope_p：Mann-Kendall检验，相邻年份相似时仍然可靠；slope_p_fdr按检验次数校正。direction依据全部年份的斜率，占优的一方发生易位时为reversed（反转）。sigma_slope：全部城市变异系数的斜率，各城市趋于接近时小于零。beta：期初规模较大的城市增长慢多少，以每年对数点计；较落后城市追赶时小于零（beta_p为其p值）。

除选择各年份的全部城市外，对每项指标在各年份追踪同一批城市。至少需要三个年份；p值要低于0.05，至少需要五个年份。起始年份的偶然高低看似追赶：beta_p应结合sigma_slope解读。</translation>
  </message>
  <message>
   <source>Periods whose change is told, as name=first-last separated by ';', such as 11th plan=2006-2010;12th plan=2011-2015. Both years must be years of the data.</source>
   <translation>要说明变化的时期，写作“名称=首年-末年”，以“;”分隔，例如十一五=2006-2010;十二五=2011-2015。首末两年均须为数据所含的年份。</translation>
  </message>
  <message>
   <source>Cities followed</source>
   <translation>追踪的城市</translation>
  </message>
  <message>
   <source>A city without a value in some of the years can bend a series by its absence alone: it is left out of all of them, unless all are asked for.</source>
   <translation>缺少某些年份数值的城市，仅因其缺失便可能使序列偏折：除选择全部城市外，此类城市在所有年份均不计入。</translation>
  </message>
  <message>
   <source>Trend of unevenness, series</source>
   <translation>不均衡的趋势：历年序列</translation>
  </message>
  <message>
   <source>A table with one row for each region, indicator and year: theil_between with its 95% interval, gini_between, ratio of the means.</source>
   <translation>每个城市群、每项指标、每个年份一行的表：theil_between及其95%置信区间、gini_between、均值之比。</translation>
  </message>
  <message>
   <source>Trend of unevenness, periods</source>
   <translation>不均衡的趋势：各时期</translation>
  </message>
  <message>
   <source>A table with one row for each region, indicator and period: the change of theil_between from its first to its last year.</source>
   <translation>每个城市群、每项指标、每个时期一行的表：theil_between从该时期首年到末年的变化。</translation>
  </message>
  <message>
   <source>Those with a value in all years</source>
   <translation>各年份均有数值的城市</translation>
  </message>
  <message>
   <source>The regions' dissolved polygons, one for each year, with theil_&lt;indicator&gt; and gini_&lt;indicator&gt; and the year as date, ready for the temporal controller. Needs city polygons.</source>
   <translation>融合后的城市群面，每年一个，含theil_&lt;indicator&gt;、gini_&lt;indicator&gt;与日期形式的年份，可用于时态控制器。需要城市面图层。</translation>
  </message>
  <message>
   <source>A page to read and print: lines of every region and indicator with their 95% bands, what is certain and what is not, the method and its sources.</source>
   <translation>供阅读与打印的页面：各城市群与指标的折线及其95%区间带、哪些变化可以确定、方法及其来源。</translation>
  </message>
  <message>
   <source>Trend of unevenness, regions</source>
   <translation>不均衡的趋势：城市群</translation>
  </message>
  <message>
   <source>Periods</source>
   <translation>时期</translation>
  </message>
  <message>
   <source>No indicator has three years: choose fields of one indicator that end in _YYYY (gdp_2006, gdp_2010, gdp_2023), or name the year field.</source>
   <translation>没有指标具备三个年份：请选择同一指标以_YYYY结尾的字段（gdp_2006、gdp_2010、gdp_2023），或指定年份字段。</translation>
  </message>
  <message>
   <source>{name} has {known}: a trend needs three years, so it is left out.</source>
   <translation>{name}的年份：{known}；趋势至少需要三个年份，因此未计入。</translation>
  </message>
  <message>
   <source>{region}, {indicator}: unevenness is defined in {years} years only; no trend.</source>
   <translation>{region}，{indicator}：仅有{years}个年份的不均衡有定义；不计算趋势。</translation>
  </message>
  <message>
   <source>&lt;h3&gt;mr_theil_between(value, role [, group])&lt;/h3&gt;&lt;p&gt;Theil index between core and secondary cities over all features of the layer, or over those with the same group as the current feature. 0 where cores and secondary cities have the same mean; it grows with the cores' share. Each city counts once.&lt;/p&gt;&lt;p&gt;&lt;b&gt;value&lt;/b&gt;: zero or more, such as GDP; features without a value are left out.&lt;br&gt;&lt;b&gt;role&lt;/b&gt;: 'core' or 'secondary', such as mr_role of 'Mark core and secondary cities'; other features are left out.&lt;br&gt;&lt;b&gt;group&lt;/b&gt;: such as the mega-region.&lt;/p&gt;&lt;p&gt;NULL where a group has no core or no secondary city.&lt;/p&gt;&lt;h4&gt;Example&lt;/h4&gt;&lt;pre&gt;mr_theil_between(gdp_2023, mr_role, mega_region)&lt;/pre&gt;</source>
   <translation>&lt;h3&gt;mr_theil_between(value, role [, group])&lt;/h3&gt;&lt;p&gt;图层全部要素的核心城市与次级城市之间的泰尔指数；给出group时，只计入与当前要素同组的要素。核心城市与次级城市均值相同时为0；核心城市所占份额越高，指数越大。每个城市同等计入。&lt;/p&gt;&lt;p&gt;&lt;b&gt;value&lt;/b&gt;：零或正数，例如GDP；缺少数值的要素不计入。&lt;br&gt;&lt;b&gt;role&lt;/b&gt;：'core'或'secondary'，例如由“标记核心城市与次级城市”生成的mr_role；其他要素不计入。&lt;br&gt;&lt;b&gt;group&lt;/b&gt;：例如城市群。&lt;/p&gt;&lt;p&gt;某组没有核心城市或没有次级城市时为NULL。&lt;/p&gt;&lt;h4&gt;示例&lt;/h4&gt;&lt;pre&gt;mr_theil_between(gdp_2023, mr_role, mega_region)&lt;/pre&gt;</translation>
  </message>
  <message>
   <source>&lt;h3&gt;mr_gini(value [, group])&lt;/h3&gt;&lt;p&gt;Gini ratio of all features of the layer, or of those with the same group as the current feature: 0 where all values are equal, (n - 1) / n where one of n has all. Each city counts once.&lt;/p&gt;&lt;p&gt;&lt;b&gt;value&lt;/b&gt;: zero or more; features without a value are left out.&lt;br&gt;&lt;b&gt;group&lt;/b&gt;: such as the mega-region.&lt;/p&gt;&lt;h4&gt;Example&lt;/h4&gt;&lt;pre&gt;mr_gini(gdp_2023, mega_region)&lt;/pre&gt;</source>
   <translation>&lt;h3&gt;mr_gini(value [, group])&lt;/h3&gt;&lt;p&gt;图层全部要素的基尼系数；给出group时，只计入与当前要素同组的要素：各数值相等时为0，n个要素中一个独占时为(n - 1) / n。每个城市同等计入。&lt;/p&gt;&lt;p&gt;&lt;b&gt;value&lt;/b&gt;：零或正数；缺少数值的要素不计入。&lt;br&gt;&lt;b&gt;group&lt;/b&gt;：例如城市群。&lt;/p&gt;&lt;h4&gt;示例&lt;/h4&gt;&lt;pre&gt;mr_gini(gdp_2023, mega_region)&lt;/pre&gt;</translation>
  </message>
  <message>
   <source>there is no layer to look at</source>
   <translation>没有可供计算的图层</translation>
  </message>
  <message>
   <source>a value is negative; values must be zero or more</source>
   <translation>有数值为负；数值须为零或正数</translation>
  </message>
  <message>
   <source>Not installed yet.</source>
   <translation>尚未安装。</translation>
  </message>
  <message>
   <source>Install scikit-learn</source>
   <translation>安装scikit-learn</translation>
  </message>
  <message>
   <source>From the internet (about 15 MB)</source>
   <translation>从互联网安装（约15 MB）</translation>
  </message>
  <message>
   <source>From a folder of wheels:</source>
   <translation>从wheel文件所在的文件夹安装：</translation>
  </message>
  <message>
   <source>Install</source>
   <translation>安装</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Installing…</source>
   <translation>正在安装…</translation>
  </message>
  <message>
   <source>Folder of wheels</source>
   <translation>wheel文件所在的文件夹</translation>
  </message>
  <message>
   <source>scikit-learn is already there.</source>
   <translation>scikit-learn已安装。</translation>
  </message>
  <message>
   <source>Choose the folder with the wheels first.</source>
   <translation>请先选择wheel文件所在的文件夹。</translation>
  </message>
  <message>
   <source>'City types' needs the Python package scikit-learn, which QGIS does not bring along. It is installed for you alone, into {folder}; {packages} of QGIS stay as they are. Delete the folder to undo it.</source>
   <translation>“城市类型”需要Python软件包scikit-learn，QGIS未附带该软件包。它只为您安装到{folder}；QGIS的{packages}保持不变。删除该文件夹即可撤销。</translation>
  </message>
  <message>
   <source>Python has no pip here: install scikit-learn as the message of 'City types' says.</source>
   <translation>此处的Python没有pip：请按“城市类型”的提示安装scikit-learn。</translation>
  </message>
  <message>
   <source>no message</source>
   <translation>无提示信息</translation>
  </message>
  <message>
   <source>scikit-learn was not installed: {said}</source>
   <translation>未能安装scikit-learn：{said}</translation>
  </message>
  <message>
   <source>Cancelled: scikit-learn was not installed.</source>
   <translation>已取消：未安装scikit-learn。</translation>
  </message>
  <message>
   <source>scikit-learn {version} is ready: city types can be made now.</source>
   <translation>scikit-learn {version}已就绪：现在可以划分城市类型。</translation>
  </message>
  <message>
   <source>'{program}' is not the Python {version} of this QGIS: install scikit-learn as the message of 'City types' says.</source>
   <translation>“{program}”不是此QGIS的Python {version}：请按“城市类型”的提示安装scikit-learn。</translation>
  </message>
  <message>
   <source>Python could not be started ({program}).</source>
   <translation>无法启动Python（{program}）。</translation>
  </message>
  <message>
   <source>{models} models are in the Processing toolbox, the colours in the style manager, and {templates} template in 'Project &gt; New from template'.</source>
   <translation>已在处理工具箱中添加{models}个模型，在样式管理器中添加配色，并在“工程 &gt; 从模板新建”中添加{templates}个模板。</translation>
  </message>
  <message>
   <source>Load the example</source>
   <translation>加载示例</translation>
  </message>
  <message>
   <source>192 cities of 13 Chinese mega-regions, as points.</source>
   <translation>中国13个城市群的192个城市（点）。</translation>
  </message>
  <message>
   <source>Run the example</source>
   <translation>运行示例</translation>
  </message>
  <message>
   <source>Makes everything that can be made from the example.</source>
   <translation>生成示例数据所能得出的全部结果。</translation>
  </message>
  <message>
   <source>Fields</source>
   <translation>字段</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>With other settings…</source>
   <translation>使用其他设置…</translation>
  </message>
  <message>
   <source>Cancelled.</source>
   <translation>已取消。</translation>
  </message>
  <message>
   <source>{step}: {missing}</source>
   <translation>{step}：{missing}</translation>
  </message>
  <message>
   <source>Night light (brightness)</source>
   <translation>夜间灯光（亮度）</translation>
  </message>
  <message>
   <source>Example: cities of 13 mega-regions</source>
   <translation>示例：13个城市群的城市</translation>
  </message>
  <message>
   <source>City (Chinese)</source>
   <translation>城市（中文）</translation>
  </message>
  <message>
   <source>City (English)</source>
   <translation>城市（英文）</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>省份</translation>
  </message>
  <message>
   <source>Name of the mega-region</source>
   <translation>城市群名称</translation>
  </message>
  <message>
   <source>Phase in the 14th Five-Year Plan</source>
   <translation>“十四五”规划中的阶段</translation>
  </message>
  <message>
   <source>Longitude</source>
   <translation>经度</translation>
  </message>
  <message>
   <source>Latitude</source>
   <translation>纬度</translation>
  </message>
  <message>
   <source>GDP</source>
   <translation>GDP</translation>
  </message>
  <message>
   <source>100 million yuan</source>
   <translation>亿元</translation>
  </message>
  <message>
   <source>GDP per head</source>
   <translation>人均GDP</translation>
  </message>
  <message>
   <source>yuan</source>
   <translation>元</translation>
  </message>
  <message>
   <source>10,000 persons</source>
   <translation>万人</translation>
  </message>
  <message>
   <source>Agriculture</source>
   <translation>农林牧渔业</translation>
  </message>
  <message>
   <source>persons employed</source>
   <translation>人（从业人员）</translation>
  </message>
  <message>
   <source>Mining</source>
   <translation>采矿业</translation>
  </message>
  <message>
   <source>Energy and water</source>
   <translation>电热气水供应业</translation>
  </message>
  <message>
   <source>Manufacturing</source>
   <translation>制造业</translation>
  </message>
  <message>
   <source>Construction</source>
   <translation>建筑业</translation>
  </message>
  <message>
   <source>Transport and storage</source>
   <translation>交通运输和仓储业</translation>
  </message>
  <message>
   <source>Hotels and restaurants</source>
   <translation>住宿餐饮业</translation>
  </message>
  <message>
   <source>Wholesale and retail</source>
   <translation>批发零售业</translation>
  </message>
  <message>
   <source>Information</source>
   <translation>信息服务业</translation>
  </message>
  <message>
   <source>Science and research</source>
   <translation>科学技术服务业</translation>
  </message>
  <message>
   <source>Business services</source>
   <translation>商务服务业</translation>
  </message>
  <message>
   <source>none chosen</source>
   <translation>未选择</translation>
  </message>
  <message>
   <source>Nothing was made yet: choose a button below.</source>
   <translation>尚未生成任何结果：请点击下方的按钮。</translation>
  </message>
  <message>
   <source>Show on map</source>
   <translation>在地图上显示</translation>
  </message>
  <message>
   <source>Open table</source>
   <translation>打开表</translation>
  </message>
  <message>
   <source>Open page</source>
   <translation>打开网页</translation>
  </message>
  <message>
   <source>Open project</source>
   <translation>打开工程</translation>
  </message>
  <message>
   <source>{count} more warnings are in the log of QGIS.</source>
   <translation>另有{count}条警告，见QGIS的日志。</translation>
  </message>
  <message>
   <source>{title} ({done} of {total})</source>
   <translation>{title}（{done}/{total}）</translation>
  </message>
  <message>
   <source>No indicator has two years: choose fields of one indicator that end in a year, such as gdp_2006 and gdp_2023.</source>
   <translation>没有指标具备两个年份：请选择同一指标以年份结尾的字段，例如gdp_2006和gdp_2023。</translation>
  </message>
  <message>
   <source>They stand for the cities' areas, which the layer does not have: a point away from the built-up area sees little of its light.</source>
   <translation>这些范围用以代替图层中缺少的城市范围：位于建成区之外的点几乎得不到该城市的灯光。</translation>
  </message>
  <message>
   <source>Choose the layer of cities, or load the example.</source>
   <translation>请选择城市图层，或加载示例。</translation>
  </message>
  <message>
   <source>Choose the field that names the mega-region of each city.</source>
   <translation>请选择各城市所属城市群名称的字段。</translation>
  </message>
  <message>
   <source>Nothing says which cities are cores: choose the field with the administrative level or the role, or a population.</source>
   <translation>无法确定哪些城市为核心城市：请选择行政级别字段、角色字段或人口字段。</translation>
  </message>
  <message>
   <source>Choose one or more indicators, such as GDP or population.</source>
   <translation>请选择一项或多项指标，例如GDP或人口。</translation>
  </message>
  <message>
   <source>Choose two or more sectors, such as persons employed in each.</source>
   <translation>请选择两个或更多行业，例如各行业从业人员数。</translation>
  </message>
  <message>
   <source>Night light is measured over areas: choose a layer of city polygons.</source>
   <translation>夜间灯光按面积汇总：请选择城市的面图层。</translation>
  </message>
  <message>
   <source>Add a raster of night light to the project and choose it.</source>
   <translation>请在工程中添加夜间灯光栅格，并选择该栅格。</translation>
  </message>
  <message>
   <source>Choose the field with the cities' names.</source>
   <translation>请选择城市名称字段。</translation>
  </message>
  <message>
   <source>Choose the folder of the report.</source>
   <translation>请选择报告文件夹。</translation>
  </message>
  <message>
   <source>Schematic areas: {km} km around each point</source>
   <translation>示意范围：各点周围{km} km</translation>
  </message>
  <message>
   <source>Mark cores</source>
   <translation>标记核心城市</translation>
  </message>
  <message>
   <source>Says which cities are cores and which are secondary cities, and why.</source>
   <translation>说明哪些城市为核心城市、哪些为次级城市，并给出理由。</translation>
  </message>
  <message>
   <source>How unevenly each indicator is shared between core and secondary cities.</source>
   <translation>各项指标在核心城市与次级城市之间分布的不均衡程度。</translation>
  </message>
  <message>
   <source>Whether unevenness widens or narrows between the first and the last year.</source>
   <translation>从起始年份到终止年份，不均衡是扩大还是缩小。</translation>
  </message>
  <message>
   <source>Types</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>Which roles the secondary cities play, from their sectors.</source>
   <translation>根据行业结构，次级城市承担哪些角色。</translation>
  </message>
  <message>
   <source>How much light there is at night in each city; of points, in schematic areas around them.</source>
   <translation>各城市夜间灯光的多少；对于点，按其周围的示意范围计算。</translation>
  </message>
  <message>
   <source>The whole analysis as a report to print, with maps, charts and a project.</source>
   <translation>将全部分析编成可打印的报告，附地图、图表和工程。</translation>
  </message>
  <message>
   <source>Panel</source>
   <translation>面板</translation>
  </message>
  <message>
   <source>Add models, styles and project template to QGIS</source>
   <translation>将模型、样式和工程模板添加到QGIS</translation>
  </message>
  <message>
   <source>The help pages are not there; ./dev help makes them in a checkout.</source>
   <translation>没有帮助页面；在源代码目录中可用./dev help生成。</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>帮助</translation>
  </message>
 </context>
 <context>
  <name>report</name>
  <message>
   <source>Core and secondary cities of mega-regions</source>
   <translation>城市群核心城市与次级城市分析报告</translation>
  </message>
  <message>
   <source>Cores and secondary cities</source>
   <translation>核心城市与次级城市</translation>
  </message>
  <message>
   <source>{cores} core and {secondaries} secondary cities in {regions} mega-regions are compared.</source>
   <translation>本报告比较{regions}个城市群中的{cores}个核心城市与{secondaries}个次级城市。</translation>
  </message>
  <message>
   <source>Core and secondary cities.</source>
   <translation>核心城市与次级城市分布图。</translation>
  </message>
  <message>
   <source>Unevenness between core and secondary cities</source>
   <translation>核心城市与次级城市之间的不均衡</translation>
  </message>
  <message>
   <source>The Theil index between core and secondary cities is 0 where both have the same mean and grows with the cores' share. The Gini ratio is Dagum's net part between groups. p is the share of random assignments of roles that are at least as uneven.</source>
   <translation>核心城市与次级城市均值相同时，两者之间的泰尔指数为0；核心城市所占份额越高，指数越大。基尼系数取达古姆（Dagum）分解中的组间净值部分。p值为随机分配城市角色时，不均衡程度不低于实际值的比例。</translation>
  </message>
  <message>
   <source>Change of unevenness</source>
   <translation>不均衡程度的变化</translation>
  </message>
  <message>
   <source>Theil index of {indicator}, {start} (hollow) to {end} (full); the pale bar is the 95% interval of the change.</source>
   <translation>{indicator}的泰尔指数：{start}年（空心）至{end}年（实心）；浅色横条为变化量的95%置信区间。</translation>
  </message>
  <message>
   <source>Where inequality lies</source>
   <translation>差异的来源</translation>
  </message>
  <message>
   <source>The Theil index of all cities splits into parts between mega-regions, between core and secondary cities of the same mega-region, and within these groups. The second part is what a mega-region's own plan can address.</source>
   <translation>全部城市的泰尔指数可分解为三部分：城市群之间、同一城市群内核心城市与次级城市之间，以及各组内部。其中第二部分可由各城市群自身的规划加以协调。</translation>
  </message>
  <message>
   <source>The Theil index of all cities and its parts.</source>
   <translation>全部城市的泰尔指数及其构成。</translation>
  </message>
  <message>
   <source>Types of secondary cities</source>
   <translation>次级城市类型</translation>
  </message>
  <message>
   <source>Night light</source>
   <translation>夜间灯光</translation>
  </message>
  <message>
   <source>Spatial relations</source>
   <translation>空间联系</translation>
  </message>
  <message>
   <source>Polycentricity is 1 where all cities are of equal size and 0 where one of two has all (Green 2007); primacy is the largest city's share.</source>
   <translation>各城市规模相等时多中心性为1，两城市中一城独占时为0（Green 2007）；首位度为最大城市所占的份额。</translation>
  </message>
  <message>
   <source>Polycentricity by {indicator}; the dashed line is the median.</source>
   <translation>按{indicator}计算的多中心性；虚线为中位数。</translation>
  </message>
  <message>
   <source>Complementarity of secondary cities to their cores.</source>
   <translation>次级城市与核心城市的互补性图。</translation>
  </message>
  <message>
   <source>Flows between cities</source>
   <translation>城市间联系流</translation>
  </message>
  <message>
   <source>Flows between cities.</source>
   <translation>城市间联系流图。</translation>
  </message>
  <message>
   <source>Mega-regions one by one</source>
   <translation>各城市群分述</translation>
  </message>
  <message>
   <source>Method and sources</source>
   <translation>方法与资料来源</translation>
  </message>
  <message>
   <source>Key findings</source>
   <translation>主要结论</translation>
  </message>
  <message>
   <source>Contents</source>
   <translation>目录</translation>
  </message>
  <message>
   <source>Page</source>
   <translation>页码</translation>
  </message>
  <message>
   <source>Figure {number}. {words}</source>
   <translation>图{number}　{words}</translation>
  </message>
  <message>
   <source> (Figure {number})</source>
   <translation>（图{number}）</translation>
  </message>
  <message>
   <source>Mega-region</source>
   <translation>城市群</translation>
  </message>
  <message>
   <source>Mega-regions</source>
   <translation>城市群</translation>
  </message>
  <message>
   <source>Cities</source>
   <translation>城市</translation>
  </message>
  <message>
   <source>City</source>
   <translation>城市</translation>
  </message>
  <message>
   <source>Cores</source>
   <translation>核心城市数</translation>
  </message>
  <message>
   <source>Secondary</source>
   <translation>次级城市数</translation>
  </message>
  <message>
   <source>Core cities</source>
   <translation>核心城市名单</translation>
  </message>
  <message>
   <source>Indicator</source>
   <translation>指标</translation>
  </message>
  <message>
   <source>Missing</source>
   <translation>缺失值</translation>
  </message>
  <message>
   <source>Cores' share</source>
   <translation>核心城市占比</translation>
  </message>
  <message>
   <source>Theil</source>
   <translation>泰尔指数</translation>
  </message>
  <message>
   <source>Gini</source>
   <translation>基尼系数</translation>
  </message>
  <message>
   <source>p</source>
   <translation>p值</translation>
  </message>
  <message>
   <source>Theil before</source>
   <translation>期初泰尔指数</translation>
  </message>
  <message>
   <source>Theil after</source>
   <translation>期末泰尔指数</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>变化</translation>
  </message>
  <message>
   <source>95% from</source>
   <translation>95%置信下限</translation>
  </message>
  <message>
   <source>to</source>
   <translation>95%置信上限</translation>
  </message>
  <message>
   <source>Direction</source>
   <translation>变化方向</translation>
  </message>
  <message>
   <source>Between mega-regions</source>
   <translation>城市群之间</translation>
  </message>
  <message>
   <source>Between roles</source>
   <translation>核心与次级城市之间</translation>
  </message>
  <message>
   <source>Within roles</source>
   <translation>各组内部</translation>
  </message>
  <message>
   <source>Type</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>Names, the best fitting first</source>
   <translation>城市名单（按典型程度排列）</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>角色</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>灯光</translation>
  </message>
  <message>
   <source>Sum of light</source>
   <translation>灯光总量</translation>
  </message>
  <message>
   <source>Mean light</source>
   <translation>平均灯光强度</translation>
  </message>
  <message>
   <source>Mean light ({0})</source>
   <translation>平均灯光强度（{0}）</translation>
  </message>
  <message>
   <source>Lit share</source>
   <translation>亮区占比</translation>
  </message>
  <message>
   <source>Primacy</source>
   <translation>首位度</translation>
  </message>
  <message>
   <source>Largest to second</source>
   <translation>两城市指数</translation>
  </message>
  <message>
   <source>Rank-size slope</source>
   <translation>位序—规模斜率</translation>
  </message>
  <message>
   <source>Polycentricity</source>
   <translation>多中心性</translation>
  </message>
  <message>
   <source>Complementarity</source>
   <translation>互补性</translation>
  </message>
  <message>
   <source>Specialisation</source>
   <translation>专业化程度</translation>
  </message>
  <message>
   <source>Most complementary</source>
   <translation>互补性最强的城市</translation>
  </message>
  <message>
   <source>Flows</source>
   <translation>联系流</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>总量</translation>
  </message>
  <message>
   <source>Core to core</source>
   <translation>核心—核心</translation>
  </message>
  <message>
   <source>Core and secondary</source>
   <translation>核心—次级</translation>
  </message>
  <message>
   <source>Secondary to secondary</source>
   <translation>次级—次级</translation>
  </message>
  <message>
   <source>Multidirectionality</source>
   <translation>多向性</translation>
  </message>
  <message>
   <source>Functional polycentricity</source>
   <translation>功能多中心性</translation>
  </message>
  <message>
   <source>Measure</source>
   <translation>指标</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>数值</translation>
  </message>
  <message>
   <source>Median</source>
   <translation>中位数</translation>
  </message>
  <message>
   <source>Rank</source>
   <translation>位次</translation>
  </message>
  <message>
   <source>Of the inequality of {indicator} among all cities, {roles:.0%} lies between core and secondary cities of the same mega-region, {regions:.0%} between mega-regions and {within:.0%} within these groups.</source>
   <translation>在全部城市{indicator}的总差异中，{roles:.0%}来自同一城市群内的核心城市与次级城市之间，{regions:.0%}来自城市群之间，{within:.0%}来自各组内部。</translation>
  </message>
  <message>
   <source>By their sectors the secondary cities form {k} types (mean silhouette {silhouette:.3f}, where cities without any groups reach {noise_silhouette:.3f}; stability {stability}); the largest, '{name}', has {cities} cities.</source>
   <translation>按产业结构，次级城市可分为{k}类（平均轮廓系数{silhouette:.3f}，没有任何分组的城市可达{noise_silhouette:.3f}；稳定性{stability}）；其中规模最大的“{name}”包含{cities}个城市。</translation>
  </message>
  <message>
   <source>By {indicator}, {highest} is the most polycentric mega-region ({most:.3f}) and {lowest} the least ({least:.3f}).</source>
   <translation>按{indicator}计，{highest}的多中心性最高（{most:.3f}），{lowest}最低（{least:.3f}）。</translation>
  </message>
  <message>
   <source>Flows between core and secondary cities weigh most in {highest} ({most:.0%} of its flows).</source>
   <translation>核心城市与次级城市之间的联系流占比以{highest}最高（占其联系流总量的{most:.0%}）。</translation>
  </message>
  <message>
   <source>Theil: {indicator}</source>
   <translation>泰尔指数：{indicator}</translation>
  </message>
  <message>
   <source>Cores' share: {indicator}</source>
   <translation>核心城市占比：{indicator}</translation>
  </message>
  <message>
   <source>Change of Theil: {indicator}</source>
   <translation>泰尔指数变化：{indicator}</translation>
  </message>
  <message>
   <source>Polycentricity: {indicator}</source>
   <translation>多中心性：{indicator}</translation>
  </message>
  <message>
   <source>Mean light, core cities</source>
   <translation>核心城市平均灯光强度</translation>
  </message>
  <message>
   <source>Mean light, secondary cities</source>
   <translation>次级城市平均灯光强度</translation>
  </message>
  <message>
   <source>Source of the data: {source}.</source>
   <translation>数据来源：{source}。</translation>
  </message>
  <message>
   <source>not given</source>
   <translation>未注明</translation>
  </message>
  <message>
   <source>Made with {versions}.</source>
   <translation>制作软件：{versions}。</translation>
  </message>
  <message>
   <source>Cover</source>
   <translation>封面</translation>
  </message>
  <message>
   <source>Core and secondary cities</source>
   <translation>核心城市与次级城市</translation>
  </message>
  <message>
   <source>Role of the city</source>
   <translation>城市角色</translation>
  </message>
  <message>
   <source>Theil index between core and secondary cities</source>
   <translation>核心城市与次级城市之间的泰尔指数</translation>
  </message>
  <message>
   <source>Type (suggested name)</source>
   <translation>类型（建议名称）</translation>
  </message>
  <message>
   <source>Night light of the cities</source>
   <translation>城市夜间灯光</translation>
  </message>
  <message>
   <source>Complementarity of secondary cities to their cores</source>
   <translation>次级城市与核心城市的互补性</translation>
  </message>
  <message>
   <source>Krugman dissimilarity to the cores (0 to 2)</source>
   <translation>与核心城市的克鲁格曼差异指数（0～2）</translation>
  </message>
  <message>
   <source>Theil index: {indicator}</source>
   <translation>泰尔指数：{indicator}</translation>
  </message>
  <message>
   <source>{indicator}: Theil index</source>
   <translation>{indicator}：泰尔指数</translation>
  </message>
  <message>
   <source>{cities} cities in {regions} mega-regions</source>
   <translation>{regions}个城市群、{cities}个城市</translation>
  </message>
  <message>
   <source>For the atlas</source>
   <translation>图集用图层</translation>
  </message>
  <message>
   <source>Cities with names</source>
   <translation>城市（含名称）</translation>
  </message>
  <message>
   <source>Other mega-regions</source>
   <translation>其他城市群</translation>
  </message>
  <message>
   <source>Locator</source>
   <translation>位置示意</translation>
  </message>
  <message>
   <source>Source: {source}</source>
   <translation>资料来源：{source}</translation>
  </message>
  <message>
   <source>Projection: {name}</source>
   <translation>投影：{name}</translation>
  </message>
  <message>
   <source>Made {day}</source>
   <translation>制图日期：{day}</translation>
  </message>
  <message>
   <source>Map approval no. {number}</source>
   <translation>审图号：{number}</translation>
  </message>
  <message>
   <source>Scale</source>
   <translation>比例尺</translation>
  </message>
  <message>
   <source>Lambert azimuthal equal-area, centre {a} {b}</source>
   <translation>兰勃特等积方位投影，中心{a} {b}</translation>
  </message>
  <message>
   <source>Albers equal-area conic, parallels {a} and {b}, meridian {c}</source>
   <translation>阿尔伯斯等积圆锥投影，标准纬线{a}和{b}，中央经线{c}</translation>
  </message>
  <message>
   <source>Orientation</source>
   <translation>定位参考</translation>
  </message>
  <message>
   <source>Unevenness</source>
   <translation>不均衡</translation>
  </message>
  <message>
   <source>City types</source>
   <translation>城市类型</translation>
  </message>
  <message>
   <source>Land</source>
   <translation>陆地底图</translation>
  </message>
  <message>
   <source>Regions</source>
   <translation>城市群</translation>
  </message>
  <message>
   <source>Nested</source>
   <translation>嵌套分解</translation>
  </message>
  <message>
   <source>Region profile</source>
   <translation>城市群指标</translation>
  </message>
  <message>
   <source>City profile</source>
   <translation>城市指标</translation>
  </message>
  <message>
   <source>Types</source>
   <translation>城市类型</translation>
  </message>
  <message>
   <source>Core differences</source>
   <translation>与核心城市的行业差异</translation>
  </message>
  <message>
   <source>Type profiles</source>
   <translation>类型特征</translation>
  </message>
  <message>
   <source>Type diagnostics</source>
   <translation>类型数诊断</translation>
  </message>
  <message>
   <source>Nighttime series</source>
   <translation>夜间灯光逐年序列</translation>
  </message>
  <message>
   <source>Nighttime groups</source>
   <translation>夜间灯光分组统计</translation>
  </message>
  <message>
   <source>Flow cities</source>
   <translation>城市联系强度</translation>
  </message>
  <message>
   <source>Flows summary</source>
   <translation>联系流汇总</translation>
  </message>
  <message>
   <source>Complementarity summary</source>
   <translation>互补性汇总</translation>
  </message>
  <message>
   <source>No font with Chinese letters is installed, so that they appear as boxes: install Noto Sans CJK SC (on Debian and Ubuntu: sudo apt install fonts-noto-cjk or fonts-wqy-microhei) and make the report again.</source>
   <translation>系统未安装中文字体，中文将显示为方框：请安装Noto Sans CJK SC字体（Debian和Ubuntu：sudo apt install fonts-noto-cjk或fonts-wqy-microhei），然后重新生成报告。</translation>
  </message>
  <message>
   <source>core</source>
   <translation>核心城市</translation>
  </message>
  <message>
   <source>secondary</source>
   <translation>次级城市</translation>
  </message>
  <message>
   <source>small</source>
   <translation>小城市</translation>
  </message>
  <message>
   <source>widening</source>
   <translation>扩大</translation>
  </message>
  <message>
   <source>narrowing</source>
   <translation>缩小</translation>
  </message>
  <message>
   <source>stable</source>
   <translation>稳定</translation>
  </message>
  <message>
   <source>reversed</source>
   <translation>逆转</translation>
  </message>
  <message>
   <source>Core city</source>
   <translation>核心城市</translation>
  </message>
  <message>
   <source>Secondary city</source>
   <translation>次级城市</translation>
  </message>
  <message>
   <source>Small city</source>
   <translation>小城市</translation>
  </message>
  <message>
   <source>No data</source>
   <translation>无数据</translation>
  </message>
  <message>
   <source>Not assigned</source>
   <translation>未归类</translation>
  </message>
  <message>
   <source>Not compared</source>
   <translation>未比较</translation>
  </message>
  <message>
   <source>Growing</source>
   <translation>增长</translation>
  </message>
  <message>
   <source>Stable</source>
   <translation>稳定</translation>
  </message>
  <message>
   <source>Shrinking</source>
   <translation>收缩</translation>
  </message>
  <message>
   <source>Between regions</source>
   <translation>跨城市群</translation>
  </message>
  <message>
   <source>Without region or role</source>
   <translation>无城市群或角色</translation>
  </message>
  <message>
   <source>Strongest {0} of {1} flows (width by square root of value, widest {2})</source>
   <translation>{1}条联系流中最强的{0}条（线宽与数值平方根成正比，最宽为{2}）</translation>
  </message>
  <message>
   <source>All {0} flows (width by square root of value, widest {1})</source>
   <translation>全部{0}条联系流（线宽与数值平方根成正比，最宽为{1}）</translation>
  </message>
  <message>
   <source>Weaker {0} flows (tick to draw)</source>
   <translation>其余{0}条较弱联系流（勾选后显示）</translation>
  </message>
  <message>
   <source>{0}: {1} to {2} percentage points</source>
   <translation>{0}：{1}～{2}个百分点</translation>
  </message>
  <message>
   <source>Theil index, between groups</source>
   <translation>组间泰尔指数</translation>
  </message>
  <message>
   <source>Gini ratio, between groups</source>
   <translation>组间基尼系数</translation>
  </message>
  <message>
   <source>Unevenness of each region and indicator</source>
   <translation>各城市群、各指标的不均衡程度</translation>
  </message>
  <message>
   <source>Table of {0} regions and {1} indicators; the darker, the more uneven. Sorted by {2}; {3} is the most uneven.</source>
   <translation>{0}个城市群、{1}项指标的热力表；颜色越深越不均衡。按{2}排序；{3}最不均衡。</translation>
  </message>
  <message>
   <source>Change of unevenness: {0}</source>
   <translation>不均衡程度的变化：{0}</translation>
  </message>
  <message>
   <source>{0} of {1} regions widen. Hollow dots: first year; full dots: last year; pale bars: 95% interval of the change where it was computed.</source>
   <translation>{1}个城市群中有{0}个差距扩大。空心点为起始年份，实心点为终止年份；浅色横条为变化量的95%置信区间（如已计算）。</translation>
  </message>
  <message>
   <source>between regions</source>
   <translation>城市群之间</translation>
  </message>
  <message>
   <source>between core and secondary cities</source>
   <translation>核心与次级城市之间</translation>
  </message>
  <message>
   <source>inside these groups</source>
   <translation>各组内部</translation>
  </message>
  <message>
   <source>Theil index of all cities</source>
   <translation>全部城市的泰尔指数</translation>
  </message>
  <message>
   <source>Stacked bars: the Theil index of all cities, split into the parts between regions, between core and secondary cities, and within these groups.</source>
   <translation>堆积条形图：全部城市的泰尔指数分解为城市群之间、核心城市与次级城市之间和各组内部三部分。</translation>
  </message>
  <message>
   <source>{0}: columns {1}, dots {2}</source>
   <translation>{0}：柱为{1}年，点为{2}年</translation>
  </message>
  <message>
   <source>Cities of {0}</source>
   <translation>{0}的城市</translation>
  </message>
  <message>
   <source>{0} cities of {1}, cores first ({2}); indicators: {3}.</source>
   <translation>{1}的{0}个城市，核心城市在前（{2}）；指标：{3}。</translation>
  </message>
  <message>
   <source>none</source>
   <translation>无</translation>
  </message>
  <message>
   <source>Profiles of the types</source>
   <translation>各类型特征</translation>
  </message>
  <message>
   <source>Heat map: mean of each feature in each type, in standard deviations from the mean of all cities; purple above, orange below.</source>
   <translation>热力图：各类型各项特征的均值，以偏离全部城市均值的标准差为单位；紫色为高于均值，橙色为低于均值。</translation>
  </message>
  <message>
   <source>Which number of types</source>
   <translation>类型数的选择</translation>
  </message>
  <message>
   <source>Chosen: {0}. {1}.</source>
   <translation>选定：{0}。{1}。</translation>
  </message>
  <message>
   <source>Mean silhouette (high is good)</source>
   <translation>平均轮廓系数（越高越好）</translation>
  </message>
  <message>
   <source>Stability (1 = never changes)</source>
   <translation>稳定性（1为完全稳定）</translation>
  </message>
  <message>
   <source>Calinski-Harabasz (high is good)</source>
   <translation>CH指数（越高越好）</translation>
  </message>
  <message>
   <source>Davies-Bouldin (low is good)</source>
   <translation>DB指数（越低越好）</translation>
  </message>
  <message>
   <source>middle half of the cities</source>
   <translation>居中的一半城市</translation>
  </message>
  <message>
   <source>Number of types, K</source>
   <translation>类型数K</translation>
  </message>
  <message>
   <source>Silhouette: 1 well inside its type, below 0 nearer to another type</source>
   <translation>轮廓系数：1为完全符合所属类型，小于0为更接近其他类型</translation>
  </message>
  <message>
   <source>Silhouettes of the cities by type</source>
   <translation>各类型城市的轮廓系数</translation>
  </message>
  <message>
   <source> mean {0}</source>
   <translation> 平均{0}</translation>
  </message>
  <message>
   <source>Mean {0}; {1} of {2} cities are below 0.</source>
   <translation>平均{0}；{2}个城市中有{1}个小于0。</translation>
  </message>
  <message>
   <source>Distributions of the features in each type</source>
   <translation>各类型各项特征的分布</translation>
  </message>
  <message>
   <source>Box plots: the middle half of a type's cities, its median, whiskers to 1.5 times the box's length.</source>
   <translation>箱线图：箱体为该类型居中的一半城市，线为中位数，须线延伸至箱长的1.5倍。</translation>
  </message>
  <message>
   <source>{0} regions; the dashed line is the median {1}.</source>
   <translation>{0}个城市群；虚线为中位数{1}。</translation>
  </message>
  <message>
   <source>agricultural provider</source>
   <translation>农产品供给型</translation>
  </message>
  <message>
   <source>resource-based supporter</source>
   <translation>资源支撑型</translation>
  </message>
  <message>
   <source>manufacturing anchor</source>
   <translation>制造业支柱型</translation>
  </message>
  <message>
   <source>urban expansion enabler</source>
   <translation>城市建设带动型</translation>
  </message>
  <message>
   <source>transport and logistics node</source>
   <translation>交通物流节点型</translation>
  </message>
  <message>
   <source>leisure and daily-life hub</source>
   <translation>生活休闲服务型</translation>
  </message>
  <message>
   <source>innovation collaborator</source>
   <translation>创新协作型</translation>
  </message>
  <message>
   <source>secondary business centre</source>
   <translation>次级商务中心型</translation>
  </message>
  <message>
   <source>balanced</source>
   <translation>均衡型</translation>
  </message>
  <message>
   <source>high {0}</source>
   <translation>{0}突出型</translation>
  </message>
  <message>
   <source>{0}, also {1}</source>
   <translation>{0}，兼{1}</translation>
  </message>
  <message>
   <source>{0}, little {1}</source>
   <translation>{0}，{1}偏弱</translation>
  </message>
  <message>
   <source>{0}, type {1}</source>
   <translation>{0}，第{1}类</translation>
  </message>
  <message>
   <source>Light of the regions</source>
   <translation>各城市群的灯光</translation>
  </message>
  <message>
   <source>Mean night light of {0} regions, by role: {1}.</source>
   <translation>{0}个城市群按城市角色的平均夜间灯光：{1}。</translation>
  </message>
  <message>
   <source>core, secondary</source>
   <translation>核心、次级</translation>
  </message>
  <message>
   <source> (Figure {number}, page {page})</source>
   <translation>（图{number}，第{page}页）</translation>
  </message>
  <message>
   <source> Beyond chance is the change in {clear} of {tested} (p below {level:g} after allowing for the number of tests{names}).</source>
   <translation>其中{tested}个城市群中有{clear}个的变化超出偶然（按检验次数校正后p值小于{level:g}{names}）。</translation>
  </message>
  <message>
   <source> In {outside} of {bounded} the 95% interval leaves out 0.</source>
   <translation>{bounded}个城市群中有{outside}个的95%置信区间不含0。</translation>
  </message>
  <message>
   <source>A city without a value in a sector is left out of sector differences, types and complementarity alike: {cities} of {all}.</source>
   <translation>某一行业缺少数值的城市，在行业差异、类型和互补性分析中一律不予计入：{all}个城市中的{cities}个。</translation>
  </message>
  <message>
   <source>A sector without a value counts as zero, in sector differences, types and complementarity alike.</source>
   <translation>缺少数值的行业在行业差异、类型和互补性分析中一律按零计。</translation>
  </message>
  <message>
   <source>Amounts per head, rates and shares cannot be summed, so that the cores have no share of them.</source>
   <translation>人均值、比率和份额不能相加，因此不计算核心城市的占比。</translation>
  </message>
  <message>
   <source>By their sectors the secondary cities form {k} weak types, which shade into one another (mean silhouette {silhouette:.3f}, where cities without any groups reach {noise_silhouette:.3f}; stability {stability}); the largest, '{name}', has {cities} cities.</source>
   <translation>次级城市按产业结构分为{k}类，但类型之间界线不清（平均轮廓系数{silhouette:.3f}，没有任何分组的城市可达{noise_silhouette:.3f}；稳定性{stability}）；最大的一类“{name}”有{cities}个城市。</translation>
  </message>
  <message>
   <source>By {indicator} the Theil index between core and secondary cities is {theil:.3f}, rank {rank} of {count} (1 = most uneven).</source>
   <translation>按{indicator}，核心城市与次级城市之间的泰尔指数为{theil:.3f}，在{count}个城市群中列第{rank}位（第1位最不均衡）。</translation>
  </message>
  <message>
   <source>Cities of {region}: {words}; cores in orange.</source>
   <translation>{region}各城市：{words}；橙色为核心城市。</translation>
  </message>
  <message>
   <source>Gini ratio between groups: Dagum's net part, s - p (Dagum 1997, Empirical Economics 22, 515-531). gini_du2025: the variant of Du, Cardoso &amp; Rocco (2025, Habitat International 166, 103619). affluence: 1 where every core is above every secondary city, 0 where neither group prevails.</source>
   <translation>组间基尼系数：达古姆分解的净值部分，即s - p（Dagum 1997, Empirical Economics 22, 515-531）。gini_du2025：Du, Cardoso &amp; Rocco（2025, Habitat International 166, 103619）的算法。affluence：每个核心城市均高于每个次级城市时为1，两组互不占优时为0。</translation>
  </message>
  <message>
   <source>Interval: 95%, from the log ratio of the roles' means, if values are spread alike among core and among secondary cities; a role of a single city borrows its spread from the other.</source>
   <translation>置信区间：95%，由两类城市均值之比的对数求得，前提是核心城市与次级城市的数值离散程度相同；仅有一个城市的一类借用另一类的离散程度。</translation>
  </message>
  <message>
   <source>The cores' share of {indicator} is {share:.0%}; the Theil index between core and secondary cities is {theil:.3f}, rank {rank} of {count} (1 = most uneven).</source>
   <translation>其核心城市占{indicator}的{share:.0%}；核心城市与次级城市之间的泰尔指数为{theil:.3f}，在{count}个城市群中列第{rank}位（第1位最不均衡）。</translation>
  </message>
  <message>
   <source>Krugman's index of dissimilarity: 0 where two places have the same sectors, 2 where they share none. Specialisation compares each city with its mega-region, complementarity each secondary city with the cores.</source>
   <translation>克鲁格曼差异指数：两地产业结构相同时为0，毫无相同行业时为2。专业化程度是各城市与所在城市群的比较，互补性是次级城市与核心城市的比较。</translation>
  </message>
  <message>
   <source>Light is the value of the raster's cells, each weighted by the part of it that a city covers: {words}, from {rasters}. A cell counts as lit above {threshold:g}.</source>
   <translation>灯光强度取栅格像元值，按城市所覆盖的像元面积比例加权：{words}，数据为{rasters}。像元值大于{threshold:g}视为有灯光。</translation>
  </message>
  <message>
   <source>Mean light of core and secondary cities: {words}.</source>
   <translation>核心城市与次级城市的平均灯光强度：{words}。</translation>
  </message>
  <message>
   <source>Mean of {words}</source>
   <translation>平均值：{words}</translation>
  </message>
  <message>
   <source>Modelled flows between cities</source>
   <translation>城市间联系流（模型推算）</translation>
  </message>
  <message>
   <source>Modelled flows between cities.</source>
   <translation>城市间联系流图（模型推算）。</translation>
  </message>
  <message>
   <source>Modelled, not observed, flows between core and secondary cities weigh most in {highest} ({most:.0%} of its modelled flows).</source>
   <translation>按模型推算（并非观测值），{highest}的核心城市与次级城市之间联系流所占比重最大（占其推算联系流的{most:.0%}）。</translation>
  </message>
  <message>
   <source>Night light of the cities: {words}, from {rasters}.</source>
   <translation>各城市夜间灯光图：{words}，数据为{rasters}。</translation>
  </message>
  <message>
   <source>Night light: cells weighted by the exact share that a city covers.</source>
   <translation>夜间灯光：像元按城市覆盖的精确比例加权。</translation>
  </message>
  <message>
   <source>Polycentricity: {green}. Complementarity: Krugman's index of dissimilarity.</source>
   <translation>多中心性：{green}。互补性：克鲁格曼差异指数。</translation>
  </message>
  <message>
   <source>Random numbers from seed {seed}; {permutations} permutations.</source>
   <translation>随机数种子为{seed}；置换{permutations}次。</translation>
  </message>
  <message>
   <source>Rank (1 = highest)</source>
   <translation>位次（1为最高）</translation>
  </message>
  <message>
   <source>Tables and charts list the mega-regions from the most to the least uneven by {indicator}.</source>
   <translation>表格和图表中的城市群按{indicator}的不均衡程度由高到低排列。</translation>
  </message>
  <message>
   <source>The cores' mean night light is above that of the secondary cities in {count} of {regions} mega-regions; the difference is largest in {highest} ({core:.2f} against {secondary:.2f}; {words}).</source>
   <translation>{regions}个城市群中有{count}个的核心城市平均灯光强度高于次级城市；差值最大的是{highest}（{core:.2f}对{secondary:.2f}；{words}）。</translation>
  </message>
  <message>
   <source>The flows were not observed: they are what a model expects.</source>
   <translation>联系流并非观测所得，而是模型的推算值。</translation>
  </message>
  <message>
   <source>Of {count:,} cities {listed} are listed: the cores, then those with the highest {indicator}. The table city_profile of results.gpkg has all of them.</source>
   <translation>{count:,}个城市中列出{listed}个：先列核心城市，再按{indicator}从高到低排列；results.gpkg的city_profile表列有全部城市。</translation>
  </message>
  <message>
   <source>The first {rows} cities; the text lists more</source>
   <translation>前{rows}个城市；其余见正文</translation>
  </message>
  <message>
   <source>{0} of {1}; the result table has all of them.</source>
   <translation>{1}个中的{0}个；结果表列有全部。</translation>
  </message>
  <message>
   <source>The map's page lists the first {shown} of {count} cities; these are the others.</source>
   <translation>地图页列出{count}个城市中的前{shown}个，其余如下。</translation>
  </message>
  <message>
   <source>The unit of the raster is not given (NAMES: light=words [unit]); values of a picture are display brightness and no radiance.</source>
   <translation>未给出栅格的单位（可在NAMES中写明light=名称 [单位]）；图片的像元值是显示亮度，不是辐射亮度。</translation>
  </message>
  <message>
   <source>Theil index and Gini ratio between core and secondary cities, one colour scale for both; the darker, the more uneven.</source>
   <translation>核心城市与次级城市之间的泰尔指数与基尼系数，两者用同一色阶；颜色越深越不均衡。</translation>
  </message>
  <message>
   <source>Theil index between groups: T = s ln(s/p) + (1-s) ln((1-s)/(1-p)), s the cores' share of the sum, p their share of the cities (Theil 1967, Economics and Information Theory).</source>
   <translation>组间泰尔指数：T = s ln(s/p) + (1-s) ln((1-s)/(1-p))，s为核心城市占总量的份额，p为核心城市占城市数的比例（Theil 1967, Economics and Information Theory）。</translation>
  </message>
  <message>
   <source>Theil index of {indicator} between core and secondary cities.</source>
   <translation>核心城市与次级城市之间{indicator}的泰尔指数图。</translation>
  </message>
  <message>
   <source>Theil index of {indicator} between core and secondary cities; both years in the same classes.</source>
   <translation>核心城市与次级城市之间{indicator}的泰尔指数图；两个年份采用相同的分级。</translation>
  </message>
  <message>
   <source>Theil index, additive over groups (Theil 1967); nested over regions and roles (Akita 2003, Annals of Regional Science 37, 55-77).</source>
   <translation>泰尔指数可按组分解相加（Theil 1967）；按城市群和城市角色逐级分解（Akita 2003, Annals of Regional Science 37, 55-77）。</translation>
  </message>
  <message>
   <source>These types are weak: their mean silhouette of {silhouette:.3f} is not above the {noise_silhouette:.3f} that cities without any groups reach. They are parts of a continuum, and cities at the edge of a type could as well be in another.</source>
   <translation>类型划分较弱：平均轮廓系数{silhouette:.3f}不高于没有任何分组的城市可达到的{noise_silhouette:.3f}。这些类型是一个连续体的各部分，处于类型边缘的城市也可能归入另一类。</translation>
  </message>
  <message>
   <source>Types of secondary cities; cores in their own colour.{weak}</source>
   <translation>次级城市类型图；核心城市单独着色。{weak}</translation>
  </message>
  <message>
   <source>Types: K-means on the differences of sector shares to the mean of the region's cores, as in Du, Cardoso &amp; Rocco (2025), Habitat International 166, 103619; the number of types by the highest mean silhouette (Rousseeuw 1987, Journal of Computational and Applied Mathematics 20, 53-65).</source>
   <translation>类型：对各行业份额与所在城市群核心城市均值之差做K均值聚类，方法见Du, Cardoso &amp; Rocco（2025, Habitat International 166, 103619）；类型数取平均轮廓系数最高者（Rousseeuw 1987, Journal of Computational and Applied Mathematics 20, 53-65）。</translation>
  </message>
  <message>
   <source>Without a type, because a sector has no value: {cities}.</source>
   <translation>因行业数值缺失而未划分类型：{cities}。</translation>
  </message>
  <message>
   <source>Years</source>
   <translation>年份</translation>
  </message>
  <message>
   <source>p: how often the change is at least as large, either way, when the cities' growth factors are permuted over the region.</source>
   <translation>变化的p值：将各城市的增长倍数在城市群内随机置换时，变化幅度（不论方向）不小于实际值的比例。</translation>
  </message>
  <message>
   <source>p: share of assignments of as many core roles that are at least as uneven.</source>
   <translation>p值：随机指定同样数目的核心城市时，不均衡程度不低于实际值的比例。</translation>
  </message>
  <message>
   <source>p_fdr: adjusted for all tests of the run (Benjamini &amp; Hochberg 1995, Journal of the Royal Statistical Society B 57, 289-300).</source>
   <translation>p_fdr：按全部检验次数校正的p值（Benjamini &amp; Hochberg 1995, Journal of the Royal Statistical Society B 57, 289-300）。</translation>
  </message>
  <message>
   <source>{cities} cities. {missing} values of indicators are missing; a city without a value is left out of the comparison of that indicator and year.</source>
   <translation>共{cities}个城市。指标缺失值{missing}个；缺少数值的城市不参与该指标该年份的比较。</translation>
  </message>
  <message>
   <source>{cities} secondary cities</source>
   <translation>{cities}个次级城市</translation>
  </message>
  <message>
   <source>{count} of its {secondaries} secondary cities with a type are of type {type} ({name}).</source>
   <translation>在已划分类型的{secondaries}个次级城市中，{count}个属于第{type}类（{name}）。</translation>
  </message>
  <message>
   <source>{indicator} differs most between core and secondary cities in {highest} (Theil {most:.3f}) and least in {lowest} ({least:.3f}); the median of {count} mega-regions is {middle:.3f}.</source>
   <translation>{indicator}在核心城市与次级城市之间差异最大的是{highest}（泰尔指数{most:.3f}），最小的是{lowest}（{least:.3f}）；{count}个城市群的中位数为{middle:.3f}。</translation>
  </message>
  <message>
   <source>{indicator} is most unevenly shared between core and secondary cities in {highest} (Theil {most:.3f}; cores' share {high_share:.0%}) and least in {lowest} ({least:.3f}; {low_share:.0%}); the median of {count} mega-regions is {middle:.3f}.</source>
   <translation>{indicator}在核心城市与次级城市之间分布最不均衡的是{highest}（泰尔指数{most:.3f}，核心城市占{high_share:.0%}），最均衡的是{lowest}（{least:.3f}，{low_share:.0%}）；{count}个城市群的中位数为{middle:.3f}。</translation>
  </message>
  <message>
   <source>{names} and {count:,} others</source>
   <translation>{names}及另外{count:,}个</translation>
  </message>
  <message>
   <source>{others} more cities of these mega-regions are neither.</source>
   <translation>另有{others}个城市两者均不属于。</translation>
  </message>
  <message>
   <source>{rank} of {count}</source>
   <translation>{rank}／{count}</translation>
  </message>
  <message>
   <source>{region} has no outline, so that there is no map of it.</source>
   <translation>{region}没有边界，因此没有地图。</translation>
  </message>
  <message>
   <source>{region} has {cities} cities: {cores} core ({names}) and {secondaries} secondary.</source>
   <translation>{region}有{cities}个城市：核心城市{cores}个（{names}），次级城市{secondaries}个。</translation>
  </message>
  <message>
   <source>{region}: core and secondary cities.</source>
   <translation>{region}：核心城市与次级城市。</translation>
  </message>
  <message>
   <source>{start} to {end}</source>
   <translation>{start}—{end}年</translation>
  </message>
  <message>
   <source>{words} {year}</source>
   <translation>{year}年{words}</translation>
  </message>
  <message>
   <source>{words} {year}-{month}</source>
   <translation>{year}年{month}月{words}</translation>
  </message>
  <message>
   <source>{words} {year}-{month}-{day}</source>
   <translation>{year}年{month}月{day}日{words}</translation>
  </message>
  <message>
   <source>{words}, from {rasters}; lit above {threshold:g}</source>
   <translation>{words}，数据为{rasters}；大于{threshold:g}视为有灯光</translation>
  </message>
  <message>
   <source>{0}: log ratio {1} to {2}</source>
   <translation>{0}：对数比{1}～{2}</translation>
  </message>
  <message>
   <source>{0}: {1} to {2} times the core's share</source>
   <translation>{0}：核心城市占比的{1}～{2}倍</translation>
  </message>
  <message>
   <source>{0}: {1} to {2}%</source>
   <translation>{0}：{1}%～{2}%</translation>
  </message>
  <message>
   <source>reached without groups</source>
   <translation>无分组时可达到的水平</translation>
  </message>
  <message>
   <source>Profiles of the types, round</source>
   <translation>各类型特征雷达图</translation>
  </message>
  <message>
   <source>Radar charts: mean of each indicator in each type, in standard deviations from the mean of all cities (the dashed ring); cut at 2 above and below.</source>
   <translation>雷达图：各类型各项指标的均值，以偏离全部城市均值（虚线圆环）的标准差为单位；上下限为2。</translation>
  </message>
  <message>
   <source>agriculture</source>
   <translation>农林牧渔业</translation>
  </message>
  <message>
   <source>mining</source>
   <translation>采矿业</translation>
  </message>
  <message>
   <source>energy</source>
   <translation>电热气水供应业</translation>
  </message>
  <message>
   <source>manufacturing</source>
   <translation>制造业</translation>
  </message>
  <message>
   <source>construction</source>
   <translation>建筑业</translation>
  </message>
  <message>
   <source>transport</source>
   <translation>交通运输业</translation>
  </message>
  <message>
   <source>hospitality</source>
   <translation>住宿餐饮业</translation>
  </message>
  <message>
   <source>retail</source>
   <translation>批发零售业</translation>
  </message>
  <message>
   <source>information</source>
   <translation>信息服务业</translation>
  </message>
  <message>
   <source>science</source>
   <translation>科学技术服务业</translation>
  </message>
  <message>
   <source>business</source>
   <translation>商务服务业</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>编码</translation>
  </message>
  <message>
   <source>Items</source>
   <translation>条目数</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>主题</translation>
  </message>
  <message>
   <source>Subtheme</source>
   <translation>子主题</translation>
  </message>
  <message>
   <source>Question</source>
   <translation>问题</translation>
  </message>
  <message>
   <source>Policy themes</source>
   <translation>规划政策主题</translation>
  </message>
  <message>
   <source>Coordination: questions for those who know the region</source>
   <translation>协调：供熟悉情况者思考的问题</translation>
  </message>
  <message>
   <source>No such question arises.</source>
   <translation>没有此类问题。</translation>
  </message>
  <message>
   <source>Number of years</source>
   <translation>年数</translation>
  </message>
  <message>
   <source>Slope a year</source>
   <translation>年均斜率</translation>
  </message>
  <message>
   <source>p (adjusted)</source>
   <translation>p值（校正后）</translation>
  </message>
  <message>
   <source>Questions stand where plans and figures, or two figures, part. They are no verdicts: a plan may be too young to show, and a figure may measure something else than the plan means. All measures are in the table 'coordination' of results.gpkg.</source>
   <translation>规划与数据不一致、或两项数据相互矛盾之处列为问题。这些问题并非结论：规划可能尚未见效，数据所衡量的也可能与规划本意不同。全部指标见results.gpkg中的“coordination”表。</translation>
  </message>
  <message>
   <source>Share of each region's policy items by code, in percent; on the right the number of items.</source>
   <translation>各城市群政策条目按编码的占比（%）；右侧为条目总数。</translation>
  </message>
  <message>
   <source>The names of types are suggestions from what stands out most: read the profile before using one.</source>
   <translation>类型名称依据最突出的特征自动拟定，使用前请结合类型特征加以核实。</translation>
  </message>
  <message>
   <source>The number of items says what plans speak of, not what is done. The quotient is a code's share of the region's items over its share of all items: above 1 the region speaks of it more than the others.</source>
   <translation>条目数反映规划谈到什么，并不反映做了什么。商数为某编码在该城市群条目中的占比与其在全部条目中占比之比：大于1表示该城市群比其他城市群谈得更多。</translation>
  </message>
  <message>
   <source>The slope is the median of the slopes between all pairs of years; a trend counts as more than chance where p, adjusted for the number of tests, is below {level:g}.</source>
   <translation>斜率为所有年份两两之间斜率的中位数；按检验次数校正后的p值小于{level:g}时，视为超出偶然的趋势。</translation>
  </message>
  <message>
   <source>Theil index of {indicator} through the years, with 95% bands; coloured where the trend is more than chance.</source>
   <translation>{indicator}的历年泰尔指数及95%置信带；趋势超出偶然者着色。</translation>
  </message>
  <message>
   <source>Types group secondary cities whose sectors differ from their cores' in the same way.</source>
   <translation>同一类型的次级城市，其产业结构与所在城市群核心城市的差异相似。</translation>
  </message>
  <message>
   <source>Types group secondary cities with like shares of the sectors.</source>
   <translation>同一类型的次级城市，其各行业份额相似。</translation>
  </message>
  <message>
   <source>Unevenness through all years</source>
   <translation>历年不均衡程度</translation>
  </message>
  <message>
   <source>What marks each type: the mean of each sector, in standard deviations from the mean of all secondary cities.{weak}</source>
   <translation>各类型的特征：各行业的均值，以偏离全部次级城市均值的标准差为单位。{weak}</translation>
  </message>
  <message>
   <source>Trend</source>
   <translation>历年趋势</translation>
  </message>
  <message>
   <source>Trend series</source>
   <translation>历年序列</translation>
  </message>
  <message>
   <source>Policy</source>
   <translation>规划政策主题</translation>
  </message>
  <message>
   <source>Coordination</source>
   <translation>协调状况</translation>
  </message>
  <message>
   <source>own codes</source>
   <translation>自定义编码</translation>
  </message>
  <message>
   <source>All regions</source>
   <translation>全部城市群</translation>
  </message>
  <message>
   <source>Policy items of each region by code</source>
   <translation>各城市群政策条目（按编码）</translation>
  </message>
  <message>
   <source>Table of {0} regions and {1} codes; the darker, the larger the share. In all regions together most items have the code {2}.</source>
   <translation>{0}个城市群、{1}个编码；颜色越深占比越大。全部城市群中条目最多的编码为{2}。</translation>
  </message>
  <message>
   <source>Unevenness through the years: {0}</source>
   <translation>历年不均衡程度：{0}</translation>
  </message>
  <message>
   <source>Lines of {0} regions with 95% bands; {1} trends are more than chance.</source>
   <translation>{0}个城市群的折线及95%置信带；{1}个趋势超出偶然。</translation>
  </message>
  <message>
   <source>coexistence</source>
   <translation>共存</translation>
  </message>
  <message>
   <source>connectivity</source>
   <translation>互联</translation>
  </message>
  <message>
   <source>cooperation</source>
   <translation>合作</translation>
  </message>
  <message>
   <source>Connectivity takes {0} of the policy items, more than in most regions, yet flows are more one-way than in most: whom do the links serve?</source>
   <translation>政策条目中{0}涉及互联，高于多数城市群，但联系流比多数城市群更偏单向：这些联系服务于谁？</translation>
  </message>
  <message>
   <source>Connectivity takes {0} of the policy items, more than in most regions, yet flows keep to fewer links than in most: which pairs of cities are left out?</source>
   <translation>政策条目中{0}涉及互联，高于多数城市群，但联系流集中于更少的线路：哪些城市之间被忽略了？</translation>
  </message>
  <message>
   <source>Coexistence takes {0} of the policy items, more than in most regions, yet {1} is less evenly spread over the cities than in most: which cities are meant to share it?</source>
   <translation>政策条目中{0}涉及共存，高于多数城市群，但{1}在各城市间的分布不如多数城市群均衡：打算由哪些城市共享？</translation>
  </message>
  <message>
   <source>Cooperation takes {0} of the policy items, more than in most regions, yet the secondary cities do much the same as the cores: what could each offer the others?</source>
   <translation>政策条目中{0}涉及合作，高于多数城市群，但次级城市与核心城市的产业大同小异：彼此能提供什么？</translation>
  </message>
  <message>
   <source>{0} is spread over the cities more evenly than in most regions, yet the flows are less so: what keeps the cities from exchanging on equal terms?</source>
   <translation>{0}在各城市间的分布比多数城市群均衡，联系流却不然：是什么妨碍城市之间平等往来？</translation>
  </message>
  <message>
   <source>Unevenness of {0} between core and secondary cities fell ({1}) while the largest city's share grew ({2}): which cities lost?</source>
   <translation>核心城市与次级城市之间{0}的不均衡下降（{1}），而最大城市的份额上升（{2}）：哪些城市受损？</translation>
  </message>
  <message>
   <source>{0} of the policy items address secondary cities, more than in most regions, yet unevenness of {1} grew ({2}): what do the measures need to take hold?</source>
   <translation>政策条目中{0}面向次级城市，高于多数城市群，但{1}的不均衡上升（{2}）：措施要见效还缺什么？</translation>
  </message>
  <message>
   <source>{0} of the policy items address secondary cities, more than in most regions, whose {1} is {2} of the cores': have they the means to act?</source>
   <translation>政策条目中{0}面向次级城市，高于多数城市群，而其{1}仅为核心城市的{2}：它们有能力行动吗？</translation>
  </message>
  <message>
   <source>Coexistence takes {0} of the policy items, more than in most regions, yet {1} of the growth of {2} went to the cores: do investments follow the plan?</source>
   <translation>政策条目中{0}涉及共存，高于多数城市群，但{2}增长的{1}归于核心城市：投资是否遵循规划？</translation>
  </message>
  <message>
   <source>restructuring regional spatial patterns</source>
   <translation>重构区域空间格局</translation>
  </message>
  <message>
   <source>repositioning functional roles</source>
   <translation>重新定位城市职能</translation>
  </message>
  <message>
   <source>managing environmental pollution and hazards</source>
   <translation>环境污染与灾害治理</translation>
  </message>
  <message>
   <source>responding to energy and natural resource crises</source>
   <translation>应对能源与自然资源危机</translation>
  </message>
  <message>
   <source>comprehensive transportation</source>
   <translation>综合交通</translation>
  </message>
  <message>
   <source>labour flows and open markets</source>
   <translation>劳动力流动与市场开放</translation>
  </message>
  <message>
   <source>informational connections</source>
   <translation>信息联通</translation>
  </message>
  <message>
   <source>innovation and knowledge</source>
   <translation>创新与知识</translation>
  </message>
  <message>
   <source>conserving cultural and natural heritage</source>
   <translation>保护文化与自然遗产</translation>
  </message>
  <message>
   <source>collaborating industrial clusters</source>
   <translation>产业集群协作</translation>
  </message>
  <message>
   <source>sharing public services</source>
   <translation>公共服务共享</translation>
  </message>
  <message>
   <source>The {count} strongest flows of each mega-region (width by square root of value, the widest its largest flow)</source>
   <translation>各城市群最强的{count}条联系流（线宽与数值平方根成正比，以该城市群最大者为最宽）</translation>
  </message>
  <message>
   <source>The {count} strongest flows</source>
   <translation>最强的{count}条联系流</translation>
  </message>
  <message>
   <source>Strongest flows</source>
   <translation>最强联系流</translation>
  </message>
  <message>
   <source>{words} in {unit}</source>
   <translation>{words}单位为{unit}</translation>
  </message>
  <message>
   <source>above {0} to {1}</source>
   <translation>大于{0}至{1}</translation>
  </message>
  <message>
   <source>Map: core cities in orange ({cores}), secondary cities in blue, outlines of the mega-regions with their codes.</source>
   <translation>地图：核心城市为橙色（{cores}），次级城市为蓝色，并有各城市群的轮廓与代码。</translation>
  </message>
  <message>
   <source>Map of the mega-regions; the darker, the more uneven: {regions}.</source>
   <translation>各城市群地图，颜色越深越不均衡：{regions}。</translation>
  </message>
  <message>
   <source>Map: secondary cities coloured and patterned by type, cores in black. {types}.</source>
   <translation>地图：次级城市按类型着色并加花纹，核心城市为黑色。{types}。</translation>
  </message>
  <message>
   <source>Map: cities from dark to bright by mean light; brightest by mega-region: {regions}.</source>
   <translation>地图：各城市按平均灯光强度由暗到亮；城市群由亮到暗依次为：{regions}。</translation>
  </message>
  <message>
   <source>Map: secondary cities the darker, the less they are like their cores; least alike: {cities}.</source>
   <translation>地图：次级城市颜色越深，与核心城市越不相似；最不相似者：{cities}。</translation>
  </message>
  <message>
   <source>Map: the strongest flows of each mega-region as lines, wide by value. Flows in all: {regions}.</source>
   <translation>地图：以线条表示各城市群最强的联系流，线宽表示数值。联系流总数：{regions}。</translation>
  </message>
  <message>
   <source>Map. {sentence}</source>
   <translation>地图。{sentence}</translation>
  </message>
  <message>
   <source>From {start} to {end}, the unevenness of {indicator} widened in {widening}, narrowed in {narrowing} and was stable in {stable} of {count} mega-regions{reversed}; the change is largest in {highest} ({most:+.3f}) and lowest in {lowest} ({least:+.3f}).</source>
   <translation>{start}年至{end}年，{count}个城市群中{indicator}的不均衡程度有{widening}个扩大、{narrowing}个缩小、{stable}个稳定{reversed}；变化最大的是{highest}（{most:+.3f}），最小的是{lowest}（{least:+.3f}）。</translation>
  </message>
  <message>
   <source> (in {count} the richer of cores and secondary cities is now the other)</source>
   <translation>（其中{count}个核心城市与次级城市的高低已经逆转）</translation>
  </message>
  <message>
   <source> From {start} to {end} it changed by {change:+.3f} ({direction}{certainty}).</source>
   <translation>{start}年至{end}年该指数变化{change:+.3f}（{direction}{certainty}）。</translation>
  </message>
  <message>
   <source>; beyond chance, adjusted p {p:.3f}</source>
   <translation>，超出偶然，校正后p值{p:.3f}</translation>
  </message>
  <message>
   <source>; within chance, adjusted p {p:.3f}</source>
   <translation>，未超出偶然，校正后p值{p:.3f}</translation>
  </message>
  <message>
   <source>{region} (orange) among all mega-regions (grey); the upright line is the median.</source>
   <translation>{region}（橙色）在全部城市群（灰色）中的位置；竖线为中位数。</translation>
  </message>
  <message>
   <source>{0} among all mega-regions</source>
   <translation>{0}在全部城市群中的位置</translation>
  </message>
  <message>
   <source>{0} measures of {1}; on {2} it is below the median.</source>
   <translation>{1}的{0}项指标，其中{2}项低于中位数。</translation>
  </message>
  <message>
   <source>lowest</source>
   <translation>最低</translation>
  </message>
  <message>
   <source>highest</source>
   <translation>最高</translation>
  </message>
  <message>
   <source>All cities, also those whose names have no room on the map</source>
   <translation>全部城市（含图上未能标注者）</translation>
  </message>
  <message>
   <source>Numbers (rank 1 = highest)</source>
   <translation>主要指标（位次1为最高）</translation>
  </message>
  <message>
   <source>The {count} strongest modelled flows</source>
   <translation>最强的{count}条联系流（模型推算）</translation>
  </message>
  <message>
   <source>The names of the rasters give no year, so that none is named here.</source>
   <translation>栅格名称中没有年份，因此此处未注明年份。</translation>
  </message>
  <message>
   <source>{unit} × cells</source>
   <translation>{unit}×像元</translation>
  </message>
  <message>
   <source>Their mean silhouette of {silhouette:.3f} is above the {noise_silhouette:.3f} that cities without any groups reach.</source>
   <translation>其平均轮廓系数{silhouette:.3f}高于没有任何分组的城市可达到的{noise_silhouette:.3f}。</translation>
  </message>
  <message>
   <source> The types are weak.</source>
   <translation>类型划分较弱。</translation>
  </message>
  <message>
   <source>The tables of the cities show {names}; the layer cities of results.gpkg has all {count} indicators.</source>
   <translation>城市表格列出{names}；results.gpkg的图层cities包含全部{count}个指标。</translation>
  </message>
 </context>
</TS>

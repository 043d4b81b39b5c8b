<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_Hans" sourcelanguage="en">
 <context>
  <name>megaregion</name>
  <message>
   <source>A ring of polygon {number} is not closed: repeat its first vertex at its end.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There are no values to compare: choose rows with values.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Theil and Gini need finite values of zero or more: correct the values.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weights must be above zero: correct the weights or leave them out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The largest weight is more than {largest_ratio:g} times the smallest, so that cities would vanish: correct the weights or leave them out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The year pattern '{text}' is no regular expression ({error}): correct it, for example (?:19|20)\d{{2}}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{k} nearest neighbours need at least {value} cities with a place and a value and at least 1 neighbour, and there are {n} cities: choose another number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The distance of neighbours is {km} km: choose one above zero.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'{place}' is in percent, but its column in '{said}': correct the unit in the table or in COLUMNS.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No year is found for the values of '{where}', neither in headings and title nor in the names of sheet and file: rename the file or set YEAR_PATTERN.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The unit '{printed}' of '{bare}' in '{place}' {meaning} '{unit}': correct 'unit' in COLUMNS, or give the 'factor'.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>For '{bare}' in '{place}' the unit '{printed}' is {float:g} '{unit}', but COLUMNS gives the factor {factor:g}: leave 'unit' or 'factor' blank.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Two years are named for the values of one column ({said}): set YEAR_PATTERN so that it finds the one that is meant, such as ([0-9]{{4}})年.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'{place}' in a column of years holds '{text}', which is no year: correct the table.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>YEAR_PATTERN finds '{year}' in {place}, which is no year: let its first group find four digits.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{where} goes to '{twice}' in two rows: keep one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{where} has a share that is not between 0 and 1: correct it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{where} has shares that sum to {count:g} ({said}), not to 1: correct them, or leave all blank where they are not known.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{table} goes round in a circle: {names}; remove one of these rows.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Growth needs values of zero or more: correct the values.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The number of years is {years:g}: choose one above zero.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The stable rate is {stable_rate:g} percent: choose zero or more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The same key occurs more than once in {side}: {names}; remove the rows that are not meant or choose a key that tells all rows apart.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{where} has no index for BASE_YEAR {base_year}: add the year or choose one of {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{where} has no index for {year}, a year with values of '{value}' such as '{cell}': add the year.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No city has one of the core levels ({value}): the levels found are {value_2}; set the levels of core cities to some of them or choose another field.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Not found among the cities: {names}. Correct the list of core cities or choose the field that holds these names.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Several cities are called {names}: list the cores by a field that tells them apart, such as a code.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The population band from {plain} to {plain_2} is empty: set its minimum below its maximum.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The share of the largest city is {share:g}: choose a value above 0 and up to 1.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The number of cores is {top_n}: choose 1 or more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>City sizes must be finite and zero or more: correct the values.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The number of largest cities is {top_n}: choose 1 or more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shares cannot be pooled without the counts behind them: give the sectors as counts or choose another reference.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The core of each city must be named: choose CORE_FIELD.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The nearest core needs the cities' places: give their points.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>All cities have the same values in all features, so there are no types to tell apart: choose other features.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There are only {distinct} cities with different values, too few for {min} types: choose a K of at most {distinct}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>K-means found no {k} types, because the cities are too alike: choose a smaller K.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>K-means from the types known beforehand leaves one of them without a city: give it more known cities or leave it out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The level '{name}' cuts '{group}' of '{name_2}': its cities are in '{value}' and in '{parent}'; give one value of '{name}' to all of them, or leave that level out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The list of renamed cities '{path}' cannot be read: it must be a CSV file in UTF-8 with the columns 'old' and 'new', like '{aliases}'.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Invalid outlines were mended: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cancelled: nothing was written.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Table '{table}' cannot be written to the database ({one_line}): check the connection and what you may do there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The folder '{folder}' for {output} does not exist: make it first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{output} is the folder '{path}': choose a file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{output} cannot be written to '{path}': choose a place where you may write.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{output} would replace {name}, which is read from the same place: choose another destination for {output}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} and {output} have the same destination: choose another for one of them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{output} cannot replace '{path}', which another program holds open: close it there or choose another file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The layer '{name}' cannot be written to '{path}' ({problem}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'{name}' has no group HDFEOS/GRIDS/*/{fields}: it is no tile of Black Marble, so take it out of the folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'{name}' has no layer '{value}': choose one of {value_2}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'{name}' cannot be read because this QGIS's GDAL has no HDF5 driver: use QGIS from the installer of qgis.org or from the packages of your system, which have it, or convert the file to GeoTIFF.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'{name}' cannot be opened: the file is damaged or incomplete, so fetch it again or take it out of the folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layer '{layer}' of '{name}' has {names} cells and not as many rows as columns: fetch the file again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layer '{name}' of '{name_2}' cannot be read: the file is damaged or incomplete, so fetch it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The folder holds only numbers of cloud-free observations: put the light beside them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'{name}' ({family}) and '{name_2}' ({family_2}) are both of {date}: put products of different kinds into folders of their own.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Folder '{folder}' does not exist: choose the folder of the downloads.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Archive '{name}' cannot be read: it is empty, damaged or incomplete, so fetch it again or take it away.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The extent cannot be told in the CRS of the rasters: choose a layer that lies in the area of that CRS.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'{name}' has no position on the earth or no CRS: georeference it, or take it out of the folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'{name}' does not lie with north up: warp it, for example with GDAL's 'Warp (reproject)', or take it out of the folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'{name}' cannot be read at row {value}: the file is damaged or incomplete, so fetch it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No tile of {date} lies in the extent: choose another extent.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'{name}' and '{other}' are of one date and differ in cells or CRS: leave one of them out of the folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'{name}' does not reach the extent: choose another extent, or take the file out of the folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'{name}' has other cells than '{name_2}': leave it out of the folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'{name}' and '{name_2}' are both of {date} and cover the same place: leave one of them out of the folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No file of the folder has a layer '{dataset}': leave it blank, or choose one of {value}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'{target}' is there already and was not made by this algorithm: choose another output folder, or move it away.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Folder '{path}' cannot be written ({strerror}): choose another one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No tile of the folder lies in the extent: choose another extent, or fetch the tiles {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'{name}' has {cells} x {cells} cells, other tiles have {cells_2} x {cells_2}: fetch it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'{path}' cannot be written: check that the disk has room and that you may write there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Folder '{folder}' does not exist: choose the folder of the rasters.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Folder '{folder}' holds no raster: {what}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Raster '{name}' cannot be opened: fetch it again or take it out of the folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The coordinate system of raster '{name}' has no place on the earth: assign the right one, such as EPSG:4326.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Raster '{raster}' has {count} bands that are no series of dates: only band {number} was read; describe each band with its date to read them all.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rasters whose name tells no date, in no trend: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name}: {sum} of {count} cities used.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>In no group, without a region or role: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Raster '{raster}' declares no no-data value, but {value:.0%} of its edge is {value_2:g}: it was counted as light; if it means no data, declare it and run again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} holds {value:g}, which is no plausible light and was counted, in {names}: if it means no data, declare it as the raster's no-data value and run again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No raster is given: choose one or more night-light rasters.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Raster '{name}' is not read from a file by GDAL: save it as one first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Raster '{name}' has no position on the earth: georeference it first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Raster '{name}' has no coordinate system: set the right one in its properties, or with 'Assign projection'.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Raster '{name}' has cells without size: georeference it first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rasters {where} and {where_2} are both of {label}: leave one of them out, or change the year pattern.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Raster '{name}' has {count} band(s) and no band {band}: choose a band that every raster has.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Raster '{name}' cannot be opened: check that the file is there and is a raster.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Raster '{name}' cannot be read at row {value}: the file is damaged or incomplete, so fetch it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Raster '{raster}' holds complex numbers: choose one with light.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Raster '{raster}' overlaps no city: check that its CRS ({value}) and its extent are right, or leave it out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Raster '{raster}' is rotated: warp it to a north-up grid first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A scheduler is given but Dask is not installed: install the Python package 'distributed', or leave the scheduler blank to use this machine's cores.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No Dask scheduler answers at '{address}' ({name}): start it, correct the address, or leave it blank.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The Dask scheduler at '{address}' has no workers: start some.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A worker was lost {tries} times over the same raster: give the workers more memory, or use fewer of them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layer '{sourcename}' changed while it was read ({count} of {count_2} rows were found again): run again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is a table, and a file that ends in '{suffix}' holds only rows with a geometry: choose .csv, .xlsx or .gpkg.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layer '{layer}' has no geometry, so distances between cities are unknown: choose a layer with points or polygons, or a setting that needs no distances.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layer '{layer}' has no coordinate reference system, so distances between cities are unknown: assign one to the layer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A city of layer '{layer}' (feature {id}) lies where {authid} cannot be turned into longitude and latitude: check the layer's coordinate reference system.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layer '{sourcename}' has no polygons: choose a layer with the cities' areas.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layer '{sourcename}' has no coordinate system: set the right one in its properties.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{where} cannot be read: {strip}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{where} must be made of indicators alone.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{where} fails: {strip}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{where} gives '{value}', which is no number: correct it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>DERIVED has '{strip}': write name=expression.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>DERIVED names '{name}' twice: give one expression.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{where} uses '{column}', but the indicators are {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{where} uses the function '{function}': only functions of numbers can be used.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>DERIVED goes round in a circle: {circle}; change one expression.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The cities have a field '{field}'; the table's is '{name}'.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Above the values of '{name}' the table says: {headers}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{deflator} fits no indicator, since none has a unit of money: give the 'unit' in COLUMNS, or the 'indicator' in the table.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{deflator} names the indicator '{name}', but those that are read are {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Table '{name}' has no field beside the key '{key_field}': choose a table with values.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Table '{name}' has no rows: choose a table with one row for each city.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Field '{field}' stays text: its codes have more digits than numbers.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Field '{field}' stays text: some of its numbers are in percent, {named}, and others not; correct the table and join again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Field '{field}': footnote marks are left out of the numbers of {named}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Field '{field}' is in percent: 45.2% is joined as 45.2.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Field '{field}' stays text, not a number for {named}: correct the table and join again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>COLUMNS ('{name}') has no rows: name a heading and an indicator.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>DEFLATOR ('{name}') has no rows: add the index of each year.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{where} is '{text}', which is no number: correct it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{where} has the year '{text}', which is none: correct it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{where} lacks its {value}: add it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{where} has a heading of brackets only ('{heading}'): correct it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{where} has the factor 0: correct it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>COLUMNS has the indicators '{indicator}' and '{indicator_2}', which differ by case only: write them the same, or give them different names.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>COLUMNS has two units for '{indicator}' ('{unit}' and '{unit_2}'): give one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>COLUMNS has two factors for '{shown}' as '{indicator}': give one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{where} lacks its year, '{value}' or '{value_2}': add it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{where} has the share '{share}', which is no number: correct it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{where} lacks its year or its index: add it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{where} has an index that is not above 0: correct it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{where} gives {when} a second index: keep one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layer '{name}' has no field '{field}': choose one of {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Table '{name}' holds unreadable characters ({garbled}): save it as CSV in UTF-8 or as an Excel file, or set its encoding in the layer's properties.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'{name}' is not in UTF-8; it is read as {encoding}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The file '{path}' is empty: choose a file with a table.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The file '{path}' is no text: save the table as CSV or as XLSX.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The file '{path}' cannot be read: {strerror}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The file '{path}' is no table of text ({error}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No file has a sheet '{value}': correct SHEETS, such as 2-6;2007.xlsx|* .</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This QGIS cannot read '{path}' (GDAL has no {driver} driver): save it as .xlsx.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The file '{path}' does not exist: choose another.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The file '{path}' is neither a workbook nor a table of text: choose .xlsx, .xls, .ods or .csv files.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'{value}' has two values of '{value_2}' for {value_3}: {value_4} and {value_5}{value_6}; correct the tables, or choose the right sheets in SHEETS.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reading {where}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No sheet has the heading '{shown}' of the indicator '{indicator}': {known}; correct COLUMNS.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'{indicator}' is in '{unit}' in '{place}' and in '{text}' in '{place_2}': give the 'unit' wanted in COLUMNS.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Regions without any area, so not on the map: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The polygons of region {region} in layer '{layer}' cannot be joined: repair them with 'Fix geometries' first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Field 'year' of layer '{layer}' is '{year}' for region {region}: it must be a year such as 2023 or blank.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Field '{field}' of layer '{layer}' holds {names} more than once: choose a field that tells the cities apart.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Field '{field}' of layer '{layer}' is blank in every row: choose the field with the cities' ids.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layer '{sourcename}' has no geometry, so flows cannot be drawn as lines: choose a layer with points or polygons as NODES.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No row of layer '{layer}' has both ends among the cities: choose as NODE_ID the field that holds the ids of '{value}' and '{value_2}', such as {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Left out, without a value: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No column of layer '{layer}' is named by a city's id: set TO_FIELD and VALUE_FIELD, or name the columns as the cities are named in NODE_ID.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Matrix '{layer}' has more than one row for {names}: keep one row a city.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No row of matrix '{layer}' is a city: choose as FROM_FIELD the field that holds the ids of NODE_ID.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Columns that are no city, left out: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{missing} blank cells of matrix '{layer}' left out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The flow from {way} in {where} of layer '{layer}' is {value:g}: flows must be zero or more, so correct the value or leave it blank.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Not among the cities, {rows} rows of layer '{layer}' left out: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{rows} rows of layer '{layer}' name no city and are left out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The flow from {way} in {where} of layer '{layer}' is not a number ('{cell}'): correct the value or leave it blank.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{count} policy items of {count_2} regions.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The vocabulary '{file}' holds {names} more than once: keep each code once.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The vocabulary '{file}' is empty or has a row without code or theme: fill it in.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No row of layer '{layer}' has a region in field '{region_field}' and a code in field '{code_field}': choose other fields.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{left_out} items without a region or a code left out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{blank} items without an addressee, counted for none.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Field '{field}' holds {names}, which is none of {names_2}; these items count for no addressee.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The vocabulary '{file}' cannot be read: it must be a CSV file in UTF-8 with the columns {names}, like '{vocabulary}'.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Not among the cities, rows of layer '{layer}' left out: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No row of layer '{layer}' has both ends among the cities and a time: choose as ID_FIELD the field that holds the ids of 'from' and 'to'.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{count} ways are given in one direction only: the way back takes as long.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The time {way} is {time:g} minutes: correct it to more than 0.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The time {way} is {value:g} minutes in one row and {time:g} in another: keep one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layer '{layer}' has no value for {names}: fill it in or choose another way to treat missing values.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No value, {done}: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing in any sector, left out: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Field '{value}' of layer '{layer}' is {value_2:g} for {city}: it must be {allowed}, so correct the value or say rightly whether the sectors are counts, shares or percentages.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The sectors add up to more than the whole for {names}: check whether some contain others.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layer '{sourcename}' has no geometry, so neighbours are unknown: choose a layer with points or polygons, or a METHOD without connected types.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Without a geometry in layer '{sourcename}': {names}; types cannot be connected, so give them one or leave them out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Joined to the nearest, because they touch no other: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'{part}' in ROLES does not say which sector plays which role: write it as field=role, several separated by ';'.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'{field}' in ROLES is not one of the chosen sectors of layer '{layer}': choose it in SECTORS or name one of {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sector '{sector}' has two roles in ROLES, '{value}' and '{role}': give it one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'{sector}' in ROLES is a role and also a sector without a role: give the sector that role too or call the role otherwise.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{problem} is not a city of the layer: correct it or leave it blank.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{problem} is not marked as a core: mark it or name another.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{problem} is the name of {count} cores: give its id instead.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The role vocabulary '{file}' cannot be read: start from a copy of '{vocabulary}' and keep its form.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>PERIODS gives {names} twice: give each period its own name.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{region}, {name}: without a value or with another role in some year, left out of all: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Periods that begin or end in a year without data have no change: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The period '{part}' is not written as name=first-last, such as 12th plan=2011-2015: correct PERIODS.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} lost rows while it was written ({written} of {count} arrived): the disk may be full, or the format cannot hold them; choose another place or a GeoPackage.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} cannot be written to '{value}' ({problem}): check the file's ending, its folder and whether another program holds it open.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} could not be written ({problem}): choose another format, such as a GeoPackage.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{output} cannot be written to '{path}' ({strerror}): choose another place.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{output} cannot replace '{path}' ({strerror}): close it where it is open, or choose another place.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Year field '{field}' of layer '{layer}' is '{value}' in row {value_2}: every row needs a year such as 2023.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Charts need the Python package matplotlib, which this QGIS does not bring: install it (on Debian and Ubuntu: sudo apt install python3-matplotlib) or leave the report out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Light of the regions</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mean light</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Night light of cities</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Method</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sum: value times the covered fraction of each cell, the fractions computed exactly. Mean: weighted by the cells' covered ground area (or covered fraction, where that was asked for); of a group, of all its cities' cells together. Lit share: ground area above the threshold as a share of the area with valid data.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Trend: Theil-Sen slope of the mean (Sen 1968) and two-sided Mann-Kendall test with correction for ties (Mann 1945, Kendall 1975). The light of different sensors (DMSP, VIIRS) compares only in a harmonised series.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Core and secondary cities, {value}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No city.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>City panel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Indicators and years</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many cities have a value.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cities and years</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What was done</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Grey: no value. Dark blue: published. Orange: merged. Green: derived. Light blue: interpolated.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Share of the indicators that have a value: grey none, dark all.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{count} cities, {value} to {value_2}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Of {count} cities the {count_2} with the fewest values are shown.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Each line sets a region's value beside the median of all regions. Rank 1 is the largest value, which need not be the best. On the strip each region is a grey dot, the region of the page the coloured one; the upright line is the median.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Numbered questions stand where plans and figures, or two figures, part. They are for those who know the region, and are no verdicts: a plan may be too young to show, and a figure may measure something else than the plan means.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Policy themes of the mega-regions</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The codes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>All figures</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>share: a code's items over the region's items. quotient: that share over the code's share in all regions together; above 1 the region speaks of it more than the others. The themes are those of coexistence, connectivity and cooperation, or those of your own vocabulary. The number of items says what plans speak of, not what is done.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Policy items of each region by code</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>percent of the items with an addressee (figures: items)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Policy items by addressee</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whom the policies address</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Items by addressee: core cities, secondary cities, or both. Items without a known addressee are left out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{count} policy items of {count_2} mega-regions</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Share of each region's policy items by code, in percent. Bold: at least {marked:g} times the share in all regions. Right: the region's number of items.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Table of {count} regions and {count_2} codes; the darker, the larger the share. In all regions together most items have the code {code}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stacked bars of {count} regions: in all {core} items address core cities and {secondary} secondary cities.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Not in the vocabulary, counted without a theme: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fewer than ten items, so that one item moves a share much: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Which number of types</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Silhouette: 1 well inside its type, below 0 nearer to another type</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Silhouettes of the cities by type</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Profiles of the types</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Heat map: mean of each feature in each type, in standard deviations from the mean of all cities; purple above, orange below.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Distributions of the features in each type</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Box plots: the middle half of a type's cities, its median, whiskers to 1.5 times the box's length.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Number of types, K</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Chosen: {chosen}. {numbers}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mean {mean:.3f}; {below} of {count} cities are below 0.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>City types compared</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Do the types differ?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A small p says that the types hardly have the same distribution of this indicator; it does not say which differ, nor why. Epsilon squared says how much of the ranks the types explain, 0 to 1. The test is rough for types of fewer than five cities, and among many indicators some p are small by chance. Indicators by which the types were made differ by construction: their p proves nothing.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Means of the types</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mean of each indicator in each type, in standard deviations from the mean of all cities.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Distributions</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Box = middle half of a type's cities, line = median, whiskers to 1.5 box lengths.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Kruskal &amp; Wallis (1952), Use of ranks in one-criterion variance analysis, Journal of the American Statistical Association 47, 583-621; ranks corrected for ties, p from the chi-squared distribution. Epsilon squared: H / (n - 1), Tomczak &amp; Tomczak (2014, Trends in Sport Sciences 21, 19-25). Pairs: Dunn (1964, Technometrics 6, 241-252), p adjusted over the pairs of an indicator by Holm (1979, Scandinavian Journal of Statistics 6, 65-70); their difference is that of the means. Quartiles interpolated linearly; z-scores with the population standard deviation of all cities.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Which types differ?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Distributions of the indicators in each type</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The same as radar charts: outside the dashed ring above the mean of all cities.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No two types differ in any indicator by more than chance (p below 0.05).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pairs with p below 0.05 after Holm's correction over all pairs of the indicator. The difference is the mean of the type less that of the other.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{count} cities of {count_2} types</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Box plots of {names} for {count} types.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source> {more} more are in the table of pairs.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>City types</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What marks each type</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The names are suggestions from what stands out most in each profile, in the words of the role vocabulary, and never of a sector in which most of a type's cities are below their core. Read the profile before using a name.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mean of each feature in each type, in standard deviations from the mean of all cities.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How well each city fits its type</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One bar for each city. Cities below 0 lie nearer to another type.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Why this number of types</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The cities of each type</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>From the city that fits best to the one that fits worst. Borderline cities, with a silhouette below 0, are marked with * and lie nearer to another type. Membership is the mean share of random parts of the cities in which a city stays in its type.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The cities by type; colours as in the charts below.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measures of each number of types; the large dot is the one chosen.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{count} cities in {chosen} types</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Profiles of the types, round</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Radar charts: mean of each indicator in each type, in standard deviations from the mean of all cities (the dashed ring); cut at 2 above and below.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Change of unevenness between core and secondary cities</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where inequality lies</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The Theil index of all cities: between mega-regions, between core and secondary cities inside them, and within these groups.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Parts by level</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{theil} {change_interval} {change_p} {permutations} permutations, seed {seed}; 0 means that none were asked for. {fdr}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Theil index between core and secondary cities, {years}: hollow dot the first year, full dot the last, pale bar the 95 % interval of the change where it was computed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unevenness of each region and indicator</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Theil index between core and secondary cities</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Theil index of all cities</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stacked bars: the Theil index of all cities, split into the parts between regions, between core and secondary cities, and within these groups.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Table of {count} regions and {count_2} indicators; the darker, the more uneven. Sorted by {sorting}; {highest} is the most uneven.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Change of unevenness: {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{widening} of {count} regions widen. Hollow dots: first year; full dots: last year; pale bars: 95 % interval of the change where it was computed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cities of {region}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{count} cities of {region}, cores first ({cores}); indicators: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unevenness between core and secondary cities</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Theil index and Gini ratio between core and secondary cities, one colour scale for both; sorted by the last column of the left table.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The cities of each region</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No p-values were asked for.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{role_p} {permutations} permutations (all assignments where they are fewer), seed {seed}. {fdr}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unevenness between core and secondary cities through the years</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Every year</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Changes by period</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unevenness through the years: {indicator}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lines of {count} regions with 95 % bands; {clear} trends are more than chance.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Theil index between core and secondary cities, {indicator}: the line's colour says whether it widens or narrows (grey: no more than chance), the pale band is its 95 % interval.</source>
   <translation type="unfinished" />
  </message>
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
   <source>Making the report</source>
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
   <source>{compared} of {cities} cities compared: {counts}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>From {first} to {last} are {value} years by their names, but YEARS is {years:g}: check it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{fastest} grows fastest ({high:+.1f} percent a year), {slowest} slowest ({low:+.1f}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>City panel from statistical yearbooks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reads many sheets of many yearbooks as they are printed: titles, merged headings, units in brackets, several years, rows of sums, notes and footnote marks. Every value keeps the cell it came from.

Values are told in the latest boundaries where a list of boundary changes is given: amounts are added, ratios are computed anew from their parts or left blank. Then come constant prices, gaps, and indicators computed from others, in this order.

What cannot be read with certainty is never guessed: two cells that contradict each other, a unit that does not convert and a column whose year is not told stop the run with the cells named; what is passed over or assumed is in the log and on the page.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cities with the panel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unmatched</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Yearbooks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Workbooks (.xlsx, .xls, .ods) with all their sheets, and tables of text (.csv, .tsv, .txt) in any common encoding, separated by commas, semicolons or tabs.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The cities: polygons, points or a table, one row each.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name or code of the cities</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field of the cities that is looked up in the yearbooks. Each value once.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name to show</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field whose names the result shows; the names or codes looked up without it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Columns to read</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A table with the columns heading (the words of the merged headings from top to bottom, separated by /, such as 地区生产总值/全市; compared without blanks, width, case and what stands in brackets) and indicator (its name in the result), and where you want them unit (the unit of the result; known units such as 万元 and 100 million yuan are converted) and factor (what published values are multiplied by). One indicator may have several headings.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sheets to read</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Names of the sheets to read, separated by ';', with * for any letters; file|sheet for those of one file. All sheets without it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pattern of the year</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A regular expression whose first group is the year of four digits. It is looked for in the heading, then in the sheet's title, its name and the file's name. Without it a year between 1900 and 2099 is looked for in the same order.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Boundary changes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A table with the columns year (from it on the new boundaries hold), from, to and share (of the values of 'from' that 'to' gets; the shares of one city sum to 1; blank where they are not known: then nothing is moved, and the log says so). Cities are written as in the yearbooks, or with from_code and to_code by code. resources/boundary_changes_china.csv of the plugin lists those of China's prefecture-level cities from 2006 to 2023.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Indicators to compute</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>name=expression, separated by ';', such as gdp_pc = gdp / pop * 10000. QGIS expressions of the indicators of one city and year. One with the name of an indicator that is read gives its value only where none is published or where boundaries changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Price index</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A table with the columns year, index (of any one base, such as 1978 = 100, not of the year before) and where you want it indicator; without it, or where it is blank, the index counts for all indicators with a unit of money.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Prices of the year</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The year whose prices are used with the price index.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gaps</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Leave blank</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fill by straight lines</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Years without a value between two with one: leave them blank, or fill them by a straight line, also where no table is of that year. Nothing is filled before the first or after the last value.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Longest gap to fill</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gaps of more missing years in a row stay blank.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One row for each city, indicator and year with a value: id, city, indicator, year, value, unit, flag (published, merged, derived, interpolated) and source (file|sheet|cell, all of them for merged and derived values).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The cities with a field for each indicator and year, such as gdp_2006, as the other tools want them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A page with the coverage of cities, years and indicators, and all that was done.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>TABLES or COLUMNS is empty: name the yearbooks and the columns to read.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>DEFLATOR and BASE_YEAR go together: set both or neither.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{blank} cities have no '{key_field}' and get no values.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>YEAR_PATTERN '{pattern}' cannot be read ({error}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Groups cities into types by the fields you choose, for example the sector differences to the core, and says how firm the types are: which number of types fits best, whether cities without any groups would give the same, whether parts of the cities give the same types, whether types are regions in disguise, and which cities sit on the fence.

The result has mr_type (1 is the largest type), mr_type_name, mr_silhouette (near 1: well inside its type; below 0: nearer to another), mr_distance (to the type's centre in the space clustered) and mr_membership (the share of 100 random parts of the cities in which the city stays in its type). The names are suggestions from what stands out in each type, never where most of its cities are below their core: read the profiles, then rename.

The same cities give the same types in any order of rows. noise_silhouette is what cities without groups reach that have the same spread and correlation; types whose silhouette is not above it are called weak. stability is the mean adjusted Rand index between the types of all cities and those of 20 random parts of 80 % of them: 1 means that they never change. Above 10,000 cities the values of K are compared by the silhouettes of 10,000 of them, with their standard error in silhouette_se.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Type profiles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Type diagnostics</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One row for each city: polygons, points or a table, for example the result of 'Sector differences to the core'.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Features</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The fields by which the cities are grouped, for example all d_&lt;sector&gt; fields.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>K-means</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ward</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ward with connected types</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>K-means: compact types, whatever lies where. Ward: joins cities and groups step by step, by the least growth of the differences within. Connected: joins neighbours only, so that each type is one area: polygons that share an edge, or the four nearest of points; what lies apart is joined to the nearest city, which the log names.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field that names the mega-region of a city: the result then says how far types are regions, and a warning names each type that mostly is one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The cities with mr_type, mr_type_name, mr_silhouette, mr_distance and mr_membership.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A table with the mean of each feature in each type, its z-score against all cities and, for d_&lt;sector&gt; fields, the gap to the core.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A table with the quality measures of each number of types tried; chosen is 1 for the one taken.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A page to read and print: why this number of types, what marks each type, and its cities with the borderline ones marked.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Number of types (0 = choose)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many types; 0 tries the values between the two limits below and takes the one with the highest mean silhouette.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fewest types</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The smallest number of types tried where it is chosen.</source>
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
   <source>Scale</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Z-scores</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>0 to 1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>As given</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Z-scores give each feature mean 0 and standard deviation 1, so that each counts the same; 0 to 1 stretches each from its smallest to its largest value; as given leaves features of larger spread to count more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Standardise</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Switched off, the features count as given, whatever SCALE says.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Types known beforehand</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A field with the types of some cities, from which K-means starts: the means of the cities known become its first centres, and the types keep their names. Leave K at 0.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Starts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many random starts K-means gets for each number of types; the best one is then improved by twice as many tries to move a centre.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Leave the city out</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stop</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What to do about a city without a value in a feature: leave it out, so that it keeps its row with an empty type, or stop. The log names the cities.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Role vocabulary</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>json</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>K is 1, which is no typology: set 2 or more, or 0 to have it chosen.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>SEED_FIELD is a start of K-means: choose METHOD 0 or leave it empty.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{count} of {rows} cities used.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stability (mean adjusted Rand index): {stability:.3f}; the median city stays in its type in {nanmedian:.0%} of the resamples.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>K_MIN ({fewest}) is above K_MAX ({most}): set it below.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layer '{layer}' has {count:,} cities, too many for Ward's method (at most {most_ward:,}): choose K-means.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Field '{field}' of layer '{layer}' tells {count} types of cities that have all features: give at least two types, or leave SEED_FIELD empty.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>K is {value}, but field '{field}' of layer '{layer}' tells {count} types: leave K at 0.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layer '{layer}' has no value for {names}: fill it in or leave cities without a value out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No city of layer '{layer}' has a value in every feature: choose other features.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No value, left out: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>More than {full_silhouette:,} cities: K was compared on the silhouettes of {full_silhouette:,} drawn with the seed (standard error at most {error:.4f}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Agreement of types and regions (adjusted Rand index): {region_agreement:.3f}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Type {number}: {name}, {count} cities.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Types compared on indicators</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Compares types of cities on any indicators, also those by which the types were not made: mean, median, quartiles, share of the total and z-score of each type, whether the types differ by more than chance (Kruskal-Wallis) and how much (epsilon squared), and which two of them do (Dunn's test with Holm's correction).

share is the type's share of the indicator's total: use it for amounts, not for rates. z_score is the type's mean against all cities in standard deviations. p_value and epsilon2 are the same for all types of an indicator. Indicators by which the types were made differ by construction: their p_value proves nothing.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Types two by two</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The cities with their types and indicators: polygons, points or a table.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Type</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field with the type, made by 'City types' or any other grouping: numbers, words, codes or dates, which stay as they are written. Cities without a type are left out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Indicators</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The fields on which the types are compared. A city without a value is left out of that indicator, and the log names it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Types compared</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A table with one row for each indicator and type.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A table with one row for each indicator and two types: difference of their means and p_holm.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A page to read and print: the tests of each indicator, the types' profiles as heat map and radar charts, and box plots.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Indicators by which the types were made differ between them by construction: there the p-values prove nothing.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{count} of {count_2} cities used, of {count_3} types.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No row of layer '{layer}' has a value in field '{field}': choose the field with the types.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Left out, without a type: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{indicator}: no value, left out: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{indicator}: no test, because fewer than two types have values or all values are equal.</source>
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
   <source>Dissolving the regions' polygons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Regions</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The cities have no geometry: the layer of regions is left out.</source>
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
   <source>What to do about a city without a value in a sector: leave it out, count it as zero, or stop. The log names the cities.</source>
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
   <source>{used} of {cities} cities compared with their region, {secondaries} secondary cities with its cores, in {regions} regions.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{city} differs most from the cores of its region ({value:.2f}; 0 = the same sectors, 2 = none in common).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Regions without a core that has values, their secondary cities get no complementarity: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Region {region} has nothing in {names}: no location quotient.</source>
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
   <source>{count} regions, {value} measures, {count_2} lines with a question.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{parameter}, layer '{layer}', names none of the cities' regions but {names}: choose the table or the REGION_FIELD that name them alike.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{parameter}: regions without cities left out: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sector differences to the core</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Compares the sectors of each secondary city with those of the cores of its mega-region: the city's share of a sector minus the core's. What secondary cities have more of than their core hints at the role they play for it.

The result has the secondary cities with mr_core (the core or cores compared with), mr_form (how) and d_&lt;sector&gt;: as a difference from -1 to 1, above 0 where the city has a larger share than its core. Cities that cannot be compared keep their row with empty results, and the log names them. 'City types' groups the cities by these fields.

A difference to the core carries the core's own share, which is the same for all cities compared with it; types may then be regions in disguise. Compare with types by the own share.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One row for each city with its mega-region, role and sectors: polygons, points or, except for the nearest core, a table.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field that names the mega-region of a city.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The fields with the sectors, for example persons employed in manufacturing.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Compared with</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mean of the region's cores</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The region's cores together</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The nearest core of the region</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The core named in a field</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mean: the mean of the cores' shares, so that each core counts the same. Together: the shares of the cores' summed counts, so that large cores count more; needs counts. Nearest: the core at the shortest great-circle distance between points on the cities. Named: the core whose name or id CORE_FIELD gives, in the same region or not.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Core</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field that names the core of each secondary city, for 'The core named in a field'. Cities without one are left out and named.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Form</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Difference of shares</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Log ratio</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Location quotient</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The city's own share</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Difference: own share minus the core's. Log ratio: natural logarithm of own share over the core's, 0 where equal. Location quotient: own share over the core's, 1 where equal. Own share: compared with no core. Ratios with a share of 0 stay empty.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Roles of sectors</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field with the cities' names for mr_core and the log. Without it the likeliest field is taken.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What to do about a city without a value in a sector: leave it out (a core then does not count towards the reference), count it as zero, or stop. The log names the cities.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Differences</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The secondary cities with mr_core, mr_form and d_&lt;sector&gt; added.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>REFERENCE is the core named in a field, but CORE_FIELD is empty: choose the field with the cores.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{count} of {count_2} secondary cities compared with {count_3} cores.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No row of layer '{layer}' has 'secondary' in field '{value}': run 'Mark core and secondary cities' first or choose its result.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Region {region} has no core with values, left out: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A share of 0 has no ratio, so that these results stay empty: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sectors summed into: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Left out, without a geometry: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Left out, without a core in field '{field}': {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>region</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>flows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>total</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>core_core</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>core_secondary</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>secondary_secondary</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>multidirectionality</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>symmetry</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>functional_polycentricity</source>
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
   <source>Flows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Flows of regions</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One row for each city: points or polygons. A line starts and ends at a point on the city's own area.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Id of a city</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field with the id or name by which the flow table calls the city; each once.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field that names the mega-region of a city. The flows of a city without one are drawn but have no relation.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Strongest flows of each region</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many of the strongest flows of each region become lines, and of those between regions; 0 draws all. The sums of cities and regions always count all flows.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One line for each flow above zero, or for the strongest, with value, reverse (the flow back), symmetry and relation. The style draws the strongest of the layer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cities with flows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The cities with mr_in, mr_out, mr_net (in less out) and mr_dominance, from all flows.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A table with one row for each region, from the flows between its own cities.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A table of flows of zero or more, in one of two forms: one row for each flow, or a matrix with one row for each city of origin and one column for each city of destination. Flows from or to cities that are not among NODES are left out and named.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>From</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field with the id of the city a flow leaves; in a matrix, of the row's city. A CSV matrix whose columns are called by number codes may show them as field_1, field_2 and so on; choose the one with the rows' cities, the codes are found.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>To</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field with the id of the city a flow reaches. Leave it and VALUE_FIELD empty for a matrix, whose columns are named by the cities' ids.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Value</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field with the size of a flow, zero or more. Leave it and TO_FIELD empty for a matrix.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reading the flows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Only one of TO_FIELD and VALUE_FIELD is set: set both for one row a flow, or neither for a matrix.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No flow is above zero: the layer of flows is empty.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{count} flows between {size} cities, sum {plain_number}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Regions without a flow between their cities, whose measures stay empty: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Left out: {count} flows of cities to themselves (sum {plain_number}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{zero} pairs with a flow of 0 have no line.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{summed} rows repeat a pair of cities and were summed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The {count} strongest of the regions are drawn.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Join a statistical table to cities</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Adds the fields of a statistical table, CSV or Excel, to the cities. Numbers with thousands separators, full-width digits, percent signs or footnote marks become numbers, dashes become empty, and headers or notes between the rows are passed over; the log says so. CSV files may be in UTF-8, UTF-16, GB 18030 (GBK), Big5 or Windows-1252.

Keys must be equal; nothing is joined because it looks alike. Codes are compared without case, blanks and width; names also without the administrative suffix (市, 地区, 盟, 自治州, City, Prefecture, Shi), and former names (襄樊市) find the present ones (襄阳市). What is not matched is listed with its closest candidate, for you to decide.

Codes are safer than names: Taizhou, Suzhou and Fuzhou are two cities each in Latin letters.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cities with the table</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One row for each city: polygons, points or a table.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field of the cities that is looked up in the table. Each value once.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Table</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The table: a CSV file, a sheet of an Excel file, or any layer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name or code in the table</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field of the table that holds the cities' names or codes. Each city once.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fields to join</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The fields of the table that the cities get; all but the key without a choice. A field whose name the cities already have gets _2 at its end.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The cities with the table's fields added; empty where the table has no such city.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Looking for the closest candidates</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{used} of {cities} cities found in the table; {count} of {count_2} rows of the table belong to no city.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{blank} blank rows of the table passed over.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Matched by former names: {names}.</source>
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
   <source>The list of core cities is empty: set CORE_NAMES.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{cities} cities read; marked: {roles}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>none</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Outside any region, without a role: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Without a role: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This rule needs {meaning}: set {parameter}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Regions without a {role} city: {names}.</source>
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
   <source>{indicator}: no city has a value above zero; its row stays empty.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{indicator}: of the inequality between all cities {regions:.0%} lies between regions, {roles:.0%} between cores and secondary cities of a region, {within:.0%} within these groups.</source>
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
   <source>Night light</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Night light, groups</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The cities with ntl_sum, ntl_mean, ntl_max and ntl_lit (lit share of the valid area) of each date and, from three dates on, ntl_slope (Theil-Sen slope of the mean, a year) and ntl_slope_p (Mann-Kendall, safe under serial correlation; of months within the seasons).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Series</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A table with one row for each city and date: gini, p10, p50 and p90 of the cells, sum, mean, max, std, lit_km2, lit_share and valid_share.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Groups</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A table with one row for each region, role and year: sum, mean, lit_share. Cities without a region or role that is asked for are left out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A page to read and print: light of the regions over time, core against secondary, the largest gains and losses, the method.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Polygons, one for each city; holes and several parts are right.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One raster for each year, month or day, such as DMSP-OLS, VIIRS or harmonised series; virtual rasters and cloud-optimised GeoTIFFs too. Only the blocks that cities touch are read. Needed unless a folder is given.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Folder of rasters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A folder such as 'Night light from downloads' makes: all GeoTIFFs and virtual rasters in it and in its subfolders are read, besides the rasters above.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Region</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The mega-region of each city; the groups and the chart are made by region.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Role</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The role of each city, such as mr_role of 'Mark core and secondary cities'; the groups and the chart compare the roles.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lit above</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cells with a value above this count as lit: 0 for cleaned rasters, about 0.5 nW/cm²/sr for raw VIIRS.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Negative values</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keep</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Count as zero</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Treat as no data</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>VIIRS composites hold small negative values where the background was overcorrected.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weight cells by ground area</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A cell counts in the mean and the standard deviation with its covered ground area on the ellipsoid; else with its covered fraction. The sum is always of value x covered fraction.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A raster of people, or of any other amount, whose grid may be finer or coarser: adds ntl_weighted, the mean light where people live, and ntl_per_weight, light a head.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Band</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The band that is read of rasters that are no series of one band a date.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Date in the name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Regular expression that finds the date in a raster's name (its first group, where it has one). Without it years, months and days are found where they stand alone. A raster without a date is known by its name and is in no trend.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dask scheduler</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The address of a Dask scheduler, such as tcp://10.0.0.5:8786, whose workers read the rasters (at the same paths as here). Without it this machine's cores do.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Night light, series</source>
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
   <source>The field that tells one city from another, such as an administrative code; it may be text or number. Without it the first code or name that tells all cities apart is taken, and the log says which. Set it where two cities share a name.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Match by</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Code</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Code: equal but for case, blanks and full-width signs. Name: equal also but for the administrative suffix of Chinese and English names.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Your list of renamed cities</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A CSV file in UTF-8 with the columns 'old' and 'new', one former name a row. It adds to the plugin's own list, city_aliases.csv, and comes before it. Former names count as written, with their suffix; they are not used for codes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>csv</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A table of the cities and of the table's rows that found no counterpart: side (city or table), key, and the closest key of the other side with its similarity, 0 to 1. Candidates are what the other side has unmatched, or all of it where that is nothing; closest is empty where no character is shared.</source>
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
   <source>Runs the whole analysis on one layer of cities and writes it into a folder: a report to print (PDF) and one to read on the screen (HTML), a QGIS project with every layer styled, all results in one GeoPackage, the maps and charts as files, and a record of inputs, parameters and versions.

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
   <source>The map needs a layer of regions and the field with their names: set REGIONS and REGIONS_FIELD, or leave MAP out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Field '{field}' of layer '{layer}' holds none of the regions of the policy items ({names}): choose the field that names them alike.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Regions that are not on the map: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Regions on the map without items: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Morphological polycentricity</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measures how evenly an indicator such as population or GDP is spread over the cities of each mega-region: from one city that has all of it to cities of equal size.

primacy: the largest city's share of the sum. two_city_ratio: largest over second largest. rank_size_slope: slope of ln size on ln rank, the closer to 0 the more polycentric, with rank_size_r2 for its fit (Meijers &amp; Burger 2010). half_rank_slope: slope of ln(rank - 1/2) on ln size, -1 under Zipf's rule, with half_rank_se, its standard error; rough for few cities (Gabaix &amp; Ibragimov 2011). hhi: sum of squared shares. gini: Gini ratio of the sizes. polycentricity: 1 - sigma / sigma_max, from 0 (one of two cities has all) to 1 (all equal), where sigma_max is the standard deviation of two nodes with 0 and the largest value (Green 2007).

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
   <source>{used} of {count} cities used, in {count_2} regions.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{indicator}: {most} is the most polycentric ({high:.2f}), {least} the least ({low:.2f}); 1 = all cities equal.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fewer than {few_for_half_rank} cities, so that half_rank_slope is too steep by some percent and its standard error large: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name}: no city has a value; its results stay empty.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{title}: no value, left out: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{title}: zero, so not part of the rank-size line: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name}: all values are zero; its results stay empty.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name}: one city only; its ratio, rank-size line and polycentricity stay empty.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Potential flows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Says which flows between cities a model expects, where none are observed; 'Inter-city flows' reads the result. Nothing here was measured: say so wherever the numbers are shown.

Gravity: mass of the origin x mass of the destination / distance to a power. Radiation (Simini et al. 2012): everyone travels to the nearest better opportunity, so that what lies between two cities counts, and no power has to be chosen.

Distances are great-circle kilometres between points on the cities' geometry, or the minutes of a table of travel times.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One row for each city with its mass: points or polygons; with a table of travel times also a table.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field with the id or name by which the result, and the table of travel times, call the city; each once.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mass</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How much a city sends, for example its GDP or population: zero or more. Cities without it are left out and named.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mass of destinations</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How much a city attracts, for example its jobs, where that is not the same field; in the radiation model, its opportunities.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Model</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gravity</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Radiation</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gravity falls with distance by the power below. Radiation falls with what lies between.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Power of distance</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Of the gravity model: 2 falls to a quarter at twice the distance, 1 to a half.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Travel times</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A table with the fields from, to (ids of cities) and minutes, which take the place of kilometres. Ways that it does not hold in either direction have no flow.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Total</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The sum that all flows together shall have; without it they keep the size that the model gives them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A table with one row for each ordered pair of cities: from, to and value.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{count} of {count_2} cities used; the flows are a model's.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No mass, left out: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layer '{layer}' has {count} cities with a mass: flows need two or more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layer '{layer}' has {count:,} cities, which make too many pairs (at most {most:,} cities): select fewer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Without a geometry in layer '{layer}': {names}; give them one, or a table of travel times.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Two cities of layer '{layer}' lie in the same place ({pair}), so that gravity between them is infinite: correct their places or choose the radiation model.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The masses of layer '{layer}' are too large for the model: give them in a larger unit, such as millions.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{unknown} ways without a travel time have no flow.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Night light from downloads</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Makes one raster a date of what was downloaded: tiles of NASA's Black Marble (VNP46A1 and A2 are days, A3 months, A4 years), and GeoTIFFs of EOG (VIIRS and DMSP, years and months) or of others whose names tell a date, packed or not. The rasters' folder is what 'Nighttime-light summary' takes.

Tiles are put in their place, values into their unit, fill values and cells of unwanted quality become no data. Missing tiles are no data and are named. Where the product has numbers of cloud-free observations, they are the second band.

The files must have the names under which they were downloaded. Of several productions of a tile the newest is used, and the log says so. All rasters are written or none.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dates of night light</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The layer inside an .h5 file, such as NearNadir_Composite_Snow_Free or Gap_Filled_DNB_BRDF-Corrected_NTL, or the kind of an EOG file, such as average or median_masked. Without it: AllAngle_Composite_Snow_Free of months and years, DNB_BRDF-Corrected_NTL or DNB_At_Sensor_Radiance of days, average_masked or avg_rade9 of VIIRS, stable_lights of DMSP.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Quality</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Good</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Good and poor</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>All</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Good: by the product's own flags; composites of more than three cloud-free observations, days retrieved with high quality. Poor adds composites of fewer and days that may be clouded. All adds cells that were filled from other times. Of EOG's files, cells without a cloud-free observation are left out unless all are wanted.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A table with one row for each raster: date, path, tiles (how many files it is made of), missing_tiles (their names), valid_share (share of its cells with a value) and unit.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{count} raster(s) of {layers}, {first} to {last}, in {output}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layer '{names}' is empty or has no CRS, so it has no extent: choose another layer, or set its CRS.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where the files go. An earlier report in it is replaced; other files and tables of your own in results.gpkg are left alone.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Folder of the report</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One row for each city, with mega-region, name, level or role, and indicators: polygons, or points, whose regions are then drawn as the smallest area around their cities.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field that names the mega-region of a city; it labels the regions on maps.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name of the city</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field with the cities' names.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field with the administrative level, which says what cities are cores. Without it, give the role.</source>
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
   <source>Id of a city in the flows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field by which the flows call the cities; the name without it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Flows are modelled</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Yes where the flows are the result of a model, such as 'Potential flows', and were not observed: the report then calls them modelled wherever it shows them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Polygons drawn pale under the maps, such as provinces or countries.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Title</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The title of the report.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Author</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Who made it, on the cover and each map.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Source of the data</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where the data come from, on each map and in the last chapter.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Map approval number</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The number under which the maps were approved (审图号), where the law asks for one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Paper</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The size of the pages.</source>
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
   <source>The language of the report's text, charts and legends.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Full name of the mega-region</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The field with the mega-regions' full names, where the mega-region's field holds codes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Words and units for fields</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What fields are called in the report, as field=words [unit] separated by ';', for example gdp=GDP [100 million yuan];emp_mining=Mining [persons];light=Night light [nW/cm²/sr]. A year at the end of a field's name follows by itself. Without them a field's alias is taken.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The administrative levels that make a core, separated by ';'.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>An area shown in a small frame of its own, for example islands far from the mainland.</source>
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
   <source>Counts (persons, firms), shares (0 to 1) or percentages (0 to 100).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What to do about a city without a value in a sector: leave it out, count it as zero, or stop. City types and complementarity treat it alike.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many city types; 0 lets K be chosen.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many permutations the p-values rest on; 0: none.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bootstrap replications</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whether intervals of change are computed; 0: none, any other number: yes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Night-light rasters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Land in the background</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Extent of the inset map</source>
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
   <source>{indicator}: Moran's I {moran:.2f} (p {p:.3f}); cities in a pattern: {cities}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{field}: {count} of {count_2} cities used.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Field '{field}' of layer '{layer}' has values for {count} cities with a place: choose an indicator with values for {fewest} or more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{field}: without a neighbour, so without a pattern: {names}.</source>
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
   <source>{below} of {tests} cells have p below {level:g}; {held} hold after allowing for the number of tests (Benjamini-Hochberg).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{indicator} is most uneven in {first} (Theil between cores and secondary cities {high:.3f}) and least in {last} ({low:.3f}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{indicator}: Theil between cores and secondary cities {high:.3f}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{indicator}: the secondary cities are ahead of the cores on average in {regions}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{title}: no city has a value; its results stay empty.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{title}: all values are zero; Theil and Gini are undefined.</source>
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
   <source>No indicator has two years to compare: choose fields of one indicator that end in _YYYY (gdp_2006 and gdp_2023), or name the year field, and check FROM_YEAR and TO_YEAR.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Change of Theil between cores and secondary cities, {indicator} {first} to {last}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Changes: {words}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{region}, {name}: without a value or with another role in {first} or {last}, left out of both: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{below} of {tests} changes have p below {level:g}; {held} hold after allowing for the number of tests (Benjamini-Hochberg).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{indicator} from {first} to {last} changes most in {region}: the Theil index between cores and secondary cities goes from {before:.3f} to {after:.3f}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} has {known}: not compared.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{region}, {indicator}: unevenness is undefined in one of the years.</source>
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

The same cities are followed through all years of an indicator, unless all of each year are asked for. Three years or more are needed, and five or more for a p-value below 0.05. Chance ups and downs of the first year look like catching up: read beta_p together with sigma_slope.</source>
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
  <message>
   <source>No indicator has three years: choose fields of one indicator that end in _YYYY (gdp_2006, gdp_2010, gdp_2023), or name the year field.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Trends: {words}. {held} of {tests} are more than chance after allowing for the number of tests.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} has {known}: a trend needs three years, so it is left out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{region}, {indicator}: unevenness is defined in {years} years only; no trend.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&lt;h3&gt;mr_theil_between(value, role [, group])&lt;/h3&gt;&lt;p&gt;Theil index between core and secondary cities over all features of the layer, or over those with the same group as the current feature. 0 where cores and secondary cities have the same mean; it grows with the cores' share. Each city counts once.&lt;/p&gt;&lt;p&gt;&lt;b&gt;value&lt;/b&gt;: zero or more, such as GDP; features without a value are left out.&lt;br&gt;&lt;b&gt;role&lt;/b&gt;: 'core' or 'secondary', such as mr_role of 'Mark core and secondary cities'; other features are left out.&lt;br&gt;&lt;b&gt;group&lt;/b&gt;: such as the mega-region.&lt;/p&gt;&lt;p&gt;NULL where a group has no core or no secondary city.&lt;/p&gt;&lt;h4&gt;Example&lt;/h4&gt;&lt;pre&gt;mr_theil_between(gdp_2023, mr_role, mega_region)&lt;/pre&gt;</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&lt;h3&gt;mr_gini(value [, group])&lt;/h3&gt;&lt;p&gt;Gini ratio of all features of the layer, or of those with the same group as the current feature: 0 where all values are equal, (n - 1) / n where one of n has all. Each city counts once.&lt;/p&gt;&lt;p&gt;&lt;b&gt;value&lt;/b&gt;: zero or more; features without a value are left out.&lt;br&gt;&lt;b&gt;group&lt;/b&gt;: such as the mega-region.&lt;/p&gt;&lt;h4&gt;Example&lt;/h4&gt;&lt;pre&gt;mr_gini(gdp_2023, mega_region)&lt;/pre&gt;</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no layer to look at</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a value is negative; values must be zero or more</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{models} models are in the Processing toolbox, the colours in the style manager, and {templates} template in 'Project &gt; New from template'.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Load the example</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>192 cities of 13 Chinese mega-regions, as points.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Run the example</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Makes everything that can be made from the example.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fields</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Results</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cancel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>With other settings…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cancelled.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Night light (brightness)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Example: cities of 13 mega-regions</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>City (Chinese)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>City (English)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Province</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name of the mega-region</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Phase in the 14th Five-Year Plan</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Longitude</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Latitude</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>GDP</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>100 million yuan</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>GDP per head</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>yuan</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>10,000 persons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Agriculture</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>persons employed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mining</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Energy and water</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Manufacturing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Construction</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Transport and storage</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hotels and restaurants</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wholesale and retail</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Information</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Science and research</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Business services</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>none chosen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing was made yet: choose a button below.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show on map</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open table</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open page</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open project</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{count} more warnings are in the log of QGIS.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{title} ({done} of {total})</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No indicator has two years: choose fields of one indicator that end in a year, such as gdp_2006 and gdp_2023.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose the layer of cities, or load the example.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose the field that names the mega-region of each city.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing says which cities are cores: choose the field with the administrative level or the role, or a population.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose one or more indicators, such as GDP or population.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose two or more sectors, such as persons employed in each.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Night light is measured over areas: choose a layer of city polygons.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Add a raster of night light to the project and choose it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose the field with the cities' names.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose the folder of the report.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mark cores</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Says which cities are cores and which are secondary cities, and why.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How unevenly each indicator is shared between core and secondary cities.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Change</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whether unevenness widens or narrows between the first and the last year.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Types</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Which roles the secondary cities play, from their sectors.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How much light there is at night in each city.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The whole analysis as a report to print, with maps, charts and a project.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Panel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Add models, styles and project template to QGIS</source>
   <translation type="unfinished" />
  </message>
 </context>
</TS>

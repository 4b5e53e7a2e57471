<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>sheet</name>
    <message>
        <source>{count} NUL characters were left out</source>
        <translation>去掉了 {count} 个 NUL 字符</translation>
    </message>
    <message>
        <source>taken for {encoding}; a wrong guess shows as wrong characters</source>
        <translation>按 {encoding} 读；猜错时文字会是乱码</translation>
    </message>
    <message>
        <source>content in row {row}</source>
        <translation>第 {row} 行有内容</translation>
    </message>
    <message>
        <source>{rows} rows and {count} cells with content</source>
        <translation>{rows} 行和 {count} 个有内容的单元格</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 个字符</translation>
    </message>
    <message>
        <source>{file} is neither a workbook nor text that can be read.</source>
        <translation>{file} 既不是工作簿，也不是能读的文本。</translation>
    </message>
    <message>
        <source>Export it as .xlsx, or as CSV UTF-8, and import that file.</source>
        <translation>另存为 .xlsx 或 CSV UTF-8，再导入那个文件。</translation>
    </message>
    <message>
        <source>a formula in a text file: kept as words, never run</source>
        <translation>文本文件里的公式：按文字保留，不会运行</translation>
    </message>
    <message>
        <source>taken for UTF-16 without its mark</source>
        <translation>按没有标记的 UTF-16 读</translation>
    </message>
    <message>
        <source>{file} holds no text.</source>
        <translation>{file} 里没有文字。</translation>
    </message>
    <message>
        <source>{file}, byte {at}: not {encoding}, though it begins as such.</source>
        <translation>{file} 第 {at} 字节：开头说是 {encoding}，内容却不是。</translation>
    </message>
    <message>
        <source>Save it again as CSV UTF-8.</source>
        <translation>重新存为 CSV UTF-8。</translation>
    </message>
    <message>
        <source>{file}, row {row} (line {line}): a cell longer than {limit} characters.</source>
        <translation>{file} 第 {row} 行（文本第 {line} 行）：有一格超过 {limit} 个字符。</translation>
    </message>
    <message>
        <source>A quotation mark is probably never closed there. Correct it and try again.</source>
        <translation>多半是那里的引号没有闭合。改好再试。</translation>
    </message>
    <message>
        <source>it asks another program (DDE); that is never run</source>
        <translation>它要调用别的程序（DDE），绝不运行</translation>
    </message>
    <message>
        <source>it points to another workbook; that is never opened</source>
        <translation>它指向别的工作簿，绝不打开</translation>
    </message>
    <message>
        <source>it is more than simple arithmetic</source>
        <translation>不是简单的算术</translation>
    </message>
    <message>
        <source>it hangs on too many other formulas</source>
        <translation>牵连的公式太长</translation>
    </message>
    <message>
        <source>it has no finite result</source>
        <translation>算不出有限的结果</translation>
    </message>
    <message>
        <source>the workbook's formulas read too many cells</source>
        <translation>工作簿的公式要读的单元格太多</translation>
    </message>
    <message>
        <source>{name} is not worked out here</source>
        <translation>这里不算 {name}</translation>
    </message>
    <message>
        <source>the formula leads back to itself</source>
        <translation>公式绕回到自己</translation>
    </message>
    <message>
        <source>the workbook shows an error here</source>
        <translation>工作簿在这里显示错误</translation>
    </message>
    <message>
        <source>there is no sheet “{sheet}”</source>
        <translation>没有工作表「{sheet}」</translation>
    </message>
    <message>
        <source>“{said}” is no number</source>
        <translation>「{said}」不是数</translation>
    </message>
    <message>
        <source>another table begins here; what follows was not read as this one</source>
        <translation>从这里起是另一张表，后面的内容没有按本表读</translation>
    </message>
    <message>
        <source>a note, not a row of the show</source>
        <translation>是说明，不是环节</translation>
    </message>
    <message>
        <source>words below the table</source>
        <translation>表格下方的文字</translation>
    </message>
    <message>
        <source>the row is hidden</source>
        <translation>这一行是隐藏的</translation>
    </message>
    <message>
        <source>a total</source>
        <translation>合计行</translation>
    </message>
    <message>
        <source>the headings again</source>
        <translation>重复的表头</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>content past column {limit} is not read</source>
        <translation>第 {limit} 列之后的内容不读</translation>
    </message>
    <message>
        <source>the workbook has macros; they were neither run nor read</source>
        <translation>工作簿带宏，没有运行，也没有读</translation>
    </message>
    <message>
        <source>the workbook points to other files; they were not opened, stored values count</source>
        <translation>工作簿指向别的文件，没有打开，用存下的值</translation>
    </message>
    <message>
        <source>the number formats cannot be read ({why}); times may stand as numbers</source>
        <translation>数字格式读不出（{why}），时间可能显示为数</translation>
    </message>
    <message>
        <source>{count} formulas worked out here</source>
        <translation>这里算出 {count} 个公式</translation>
    </message>
    <message>
        <source>the file holds no results for them</source>
        <translation>文件里没有存它们的结果</translation>
    </message>
    <message>
        <source>{file} holds no cell with content in its visible sheets ({sheets}).</source>
        <translation>{file} 的可见工作表（{sheets}）里没有任何内容。</translation>
    </message>
    <message>
        <source>a chart or macro sheet, no cells</source>
        <translation>图表或宏表，没有单元格</translation>
    </message>
    <message>
        <source>the sheet is hidden</source>
        <translation>工作表是隐藏的</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>unpacks to {times} times its size</source>
        <translation>解开后是原来的 {times} 倍</translation>
    </message>
    <message>
        <source>{count} parts</source>
        <translation>{count} 个部件</translation>
    </message>
    <message>
        <source>it declares entities, which no workbook needs</source>
        <translation>它声明了实体，工作簿用不着</translation>
    </message>
    <message>
        <source>{file} is locked with a password.</source>
        <translation>{file} 加了密码。</translation>
    </message>
    <message>
        <source>Open it in Excel or WPS, remove the password, save it, and import it again.</source>
        <translation>用 Excel 或 WPS 打开，去掉密码后保存，再导入。</translation>
    </message>
    <message>
        <source>packed in a way no workbook is</source>
        <translation>压缩方式不是工作簿用的</translation>
    </message>
    <message>
        <source>{times} times</source>
        <translation>{times} 倍</translation>
    </message>
    <message>
        <source>its end is missing</source>
        <translation>结尾缺失</translation>
    </message>
    <message>
        <source>a time, a date or a share, and no price</source>
        <translation>是时间、日期或百分比，不是价格</translation>
    </message>
    <message>
        <source>a price below zero</source>
        <translation>价格小于零</translation>
    </message>
    <message>
        <source>more than a price can be</source>
        <translation>超出价格可能的大小</translation>
    </message>
    <message>
        <source>rounded to whole hundredths</source>
        <translation>四舍五入到分</translation>
    </message>
    <message>
        <source>no number is in it</source>
        <translation>里面没有数</translation>
    </message>
    <message>
        <source>more than one number; the first was taken</source>
        <translation>不止一个数，取了第一个</translation>
    </message>
    <message>
        <source>other words stand beside the number</source>
        <translation>数旁边还有别的字</translation>
    </message>
    <message>
        <source>“from”: the lowest of several prices</source>
        <translation>「起」：几个价格里最低的</translation>
    </message>
    <message>
        <source>“about”: not an exact price</source>
        <translation>「约」：不是准确价格</translation>
    </message>
    <message>
        <source>words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>the field {field}</source>
        <translation>字段 {field}</translation>
    </message>
    <message>
        <source>a product table, and no run of show was found</source>
        <translation>是商品表，没有找到直播流程</translation>
    </message>
    <message>
        <source>headings in row {row}, and no rows below them</source>
        <translation>表头在第 {row} 行，下面没有内容行</translation>
    </message>
    <message>
        <source>neither times nor names of rows among its headings</source>
        <translation>表头里既没有时间也没有环节名称</translation>
    </message>
    <message>
        <source>one run of show, one sheet after the other</source>
        <translation>同一场，各工作表前后相接</translation>
    </message>
    <message>
        <source>{file}, {place} (“{value}”): {why}; the first {limit} rows were looked at.</source>
        <translation>{file}，{place}（「{value}」）：{why}；看了前 {limit} 行。</translation>
    </message>
    <message>
        <source>Put headings such as 时间, 环节, 时长 or Time, Segment, Duration above the rows, or name their row with --header.</source>
        <translation>在内容上方写好表头，如 时间、环节、时长，或用 --header 指出表头在第几行。</translation>
    </message>
    <message>
        <source>no headings of a run of show or a product table</source>
        <translation>没有直播流程或商品表的表头</translation>
    </message>
    <message>
        <source>Two columns are mapped to “{name}”.</source>
        <translation>两列都对应「{name}」。</translation>
    </message>
    <message>
        <source>Map one of them to “custom”.</source>
        <translation>把其中一列改成「custom」。</translation>
    </message>
    <message>
        <source>{file} has no visible sheet “{sheet}”.</source>
        <translation>{file} 没有可见的工作表「{sheet}」。</translation>
    </message>
    <message>
        <source>It has: {sheets}.</source>
        <translation>有这些：{sheets}。</translation>
    </message>
    <message>
        <source>column {other} is already taken for this</source>
        <translation>{other} 列已经占了这个字段</translation>
    </message>
    <message>
        <source>a column of its own</source>
        <translation>自定义列</translation>
    </message>
    <message>
        <source>another run of show: it begins anew; import it with --sheet</source>
        <translation>另一场：时间从头开始；用 --sheet 单独导入</translation>
    </message>
    <message>
        <source>another table; import it with --sheet if it is meant</source>
        <translation>另一张表；确实要它时用 --sheet 导入</translation>
    </message>
    <message>
        <source>{file} holds no run of show.</source>
        <translation>{file} 里没有直播流程。</translation>
    </message>
    <message>
        <source>products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Column {column}: there is no field “{name}”.</source>
        <translation>{column} 列：没有字段「{name}」。</translation>
    </message>
    <message>
        <source>Use one of: {known}.</source>
        <translation>可用：{known}。</translation>
    </message>
    <message>
        <source>the heading is not known word for word</source>
        <translation>表头不是逐字认得的</translation>
    </message>
    <message>
        <source>the sheets have the same headings and go on in time</source>
        <translation>这些工作表表头相同，时间相接</translation>
    </message>
    <message>
        <source>the column is hidden</source>
        <translation>这一列是隐藏的</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>a picture (PNG)</source>
        <translation>图片（PNG）</translation>
    </message>
    <message>
        <source>a picture (JPEG)</source>
        <translation>图片（JPEG）</translation>
    </message>
    <message>
        <source>a picture (GIF)</source>
        <translation>图片（GIF）</translation>
    </message>
    <message>
        <source>a picture (BMP)</source>
        <translation>图片（BMP）</translation>
    </message>
    <message>
        <source>a text document (RTF)</source>
        <translation>RTF 文档</translation>
    </message>
    <message>
        <source>a packed file (gzip)</source>
        <translation>压缩文件（gzip）</translation>
    </message>
    <message>
        <source>a packed file (7z)</source>
        <translation>压缩文件（7z）</translation>
    </message>
    <message>
        <source>a packed file (RAR)</source>
        <translation>压缩文件（RAR）</translation>
    </message>
    <message>
        <source>a packed file (bzip2)</source>
        <translation>压缩文件（bzip2）</translation>
    </message>
    <message>
        <source>a packed file (xz)</source>
        <translation>压缩文件（xz）</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>a database (SQLite)</source>
        <translation>数据库（SQLite）</translation>
    </message>
    <message>
        <source>an old binary workbook (.xls)</source>
        <translation>旧式二进制工作簿（.xls）</translation>
    </message>
    <message>
        <source>Check the name and the permission; close it in other programs, then try again.</source>
        <translation>核对文件名和权限，在别的程序里关掉它再试。</translation>
    </message>
    <message>
        <source>an old Office file</source>
        <translation>旧式 Office 文件</translation>
    </message>
    <message>
        <source>a zip without a workbook in it</source>
        <translation>没有工作簿的 zip</translation>
    </message>
    <message>
        <source>a web page, whatever its name says</source>
        <translation>网页，不管它叫什么名字</translation>
    </message>
    <message>
        <source>an XML table of Excel 2003</source>
        <translation>Excel 2003 的 XML 表格</translation>
    </message>
    <message>
        <source>an XML file</source>
        <translation>XML 文件</translation>
    </message>
    <message>
        <source>an old binary workbook (.xls or .et)</source>
        <translation>旧式二进制工作簿（.xls 或 .et）</translation>
    </message>
    <message>
        <source>a Word document</source>
        <translation>Word 文档</translation>
    </message>
    <message>
        <source>a binary workbook (.xlsb)</source>
        <translation>二进制工作簿（.xlsb）</translation>
    </message>
    <message>
        <source>a PowerPoint document</source>
        <translation>PowerPoint 文档</translation>
    </message>
    <message>
        <source>a Numbers, Pages or Keynote document</source>
        <translation>Numbers、Pages 或 Keynote 文档</translation>
    </message>
    <message>
        <source>an OpenDocument file (.ods)</source>
        <translation>OpenDocument 文件（.ods）</translation>
    </message>
    <message>
        <source>{file} is an empty zip.</source>
        <translation>{file} 是空的 zip。</translation>
    </message>
    <message>
        <source>{file} is a zip with files in it.</source>
        <translation>{file} 是装着文件的 zip。</translation>
    </message>
    <message>
        <source>Unpack it and import the workbook.</source>
        <translation>解压后导入里面的工作簿。</translation>
    </message>
    <message>
        <source>{file} is a folder.</source>
        <translation>{file} 是文件夹。</translation>
    </message>
    <message>
        <source>Name one file: .xlsx, .xlsm or .csv.</source>
        <translation>指定一个文件：.xlsx、.xlsm 或 .csv。</translation>
    </message>
    <message>
        <source>{file} is no ordinary file.</source>
        <translation>{file} 不是普通文件。</translation>
    </message>
    <message>
        <source>{file} is empty (0 bytes).</source>
        <translation>{file} 是空的（0 字节）。</translation>
    </message>
    <message>
        <source>Export it again; the program that wrote it did not finish.</source>
        <translation>重新导出；写它的程序没有写完。</translation>
    </message>
    <message>
        <source>Open it in Excel or WPS, save it as .xlsx, and import that file.</source>
        <translation>用 Excel 或 WPS 打开，另存为 .xlsx，再导入那个文件。</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>什么都没有导入。</translation>
    </message>
    <message>
        <source>{file} is {kind}.</source>
        <translation>{file} 是 {kind}。</translation>
    </message>
    <message>
        <source>{file}, {place}: damaged ({why}).</source>
        <translation>{file}，{place}：已损坏（{why}）。</translation>
    </message>
    <message>
        <source>{file}, {place}: {value}; the limit is {limit}.</source>
        <translation>{file}，{place}：{value}，上限是 {limit}。</translation>
    </message>
    <message>
        <source>Copy the run of show alone into a new file and import that.</source>
        <translation>把流程表单独复制到新文件，再导入。</translation>
    </message>
    <message>
        <source>hours and minutes since the show began, because it begins at 0:00</source>
        <translation>开播后的时和分，因为从 0:00 开始</translation>
    </message>
    <message>
        <source>minutes and seconds since the show began, because it begins at 0:00</source>
        <translation>开播后的分和秒，因为从 0:00 开始</translation>
    </message>
    <message>
        <source>minutes since the show began</source>
        <translation>开播后的分钟数</translation>
    </message>
    <message>
        <source>how long each row is, because its cells are lengths</source>
        <translation>每行的时长，因为各格都是时长</translation>
    </message>
    <message>
        <source>an even share, {length}</source>
        <translation>平均分配，{length}</translation>
    </message>
    <message>
        <source>the end lies before the start; read as the next day</source>
        <translation>结束早于开始，按第二天读</translation>
    </message>
    <message>
        <source>the row's times say {length}</source>
        <translation>这一行的时间算出来是 {length}</translation>
    </message>
    <message>
        <source>one cell covers rows {first} to {last}</source>
        <translation>一个单元格管第 {first} 到 {last} 行</translation>
    </message>
    <message>
        <source>nothing in the column says what it counts</source>
        <translation>这一列没有说明数的是什么</translation>
    </message>
    <message>
        <source>numbers without a unit are minutes</source>
        <translation>没有单位的数是分钟</translation>
    </message>
    <message>
        <source>earlier than the start of the row above, {clock}</source>
        <translation>早于上一行的开始，{clock}</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <source>more merged cells than can be meant</source>
        <translation>合并单元格多得不合常理</translation>
    </message>
    <message>
        <source>{count} cells</source>
        <translation>{count} 个单元格</translation>
    </message>
    <message>
        <source>{count} characters in one cell</source>
        <translation>一格里有 {count} 个字符</translation>
    </message>
    <message>
        <source>more content than a run of show holds</source>
        <translation>内容多得不像流程表</translation>
    </message>
    <message>
        <source>{count} cells with content</source>
        <translation>{count} 个有内容的单元格</translation>
    </message>
    <message>
        <source>the part with the workbook's texts is missing</source>
        <translation>工作簿存文字的部件缺失</translation>
    </message>
    <message>
        <source>it points to text {at}, and there are {count}</source>
        <translation>它指向第 {at} 条文字，而一共 {count} 条</translation>
    </message>
    <message>
        <source>it is no finite number</source>
        <translation>不是有限的数</translation>
    </message>
    <message>
        <source>it is marked as a number and is none</source>
        <translation>标为数，却不是数</translation>
    </message>
    <message>
        <source>the time {clock}</source>
        <translation>时刻 {clock}</translation>
    </message>
    <message>
        <source>{length} after the beginning</source>
        <translation>开播后 {length}</translation>
    </message>
    <message>
        <source>a length of {length}</source>
        <translation>时长 {length}</translation>
    </message>
    <message>
        <source>a range of lengths; the longer end was taken</source>
        <translation>是一段时长范围，取了长的一头</translation>
    </message>
    <message>
        <source>long for one item; it may be meant in minutes and seconds</source>
        <translation>单个环节太长，可能想说的是分和秒</translation>
    </message>
    <message>
        <source>no time lies there</source>
        <translation>那里没有时间</translation>
    </message>
    <message>
        <source>a date or a share, and no time of day</source>
        <translation>是日期或百分比，不是时刻</translation>
    </message>
    <message>
        <source>a number that is not shown as a time</source>
        <translation>是数，没有按时间显示</translation>
    </message>
    <message>
        <source>a length among times of day</source>
        <translation>时刻里混着时长</translation>
    </message>
    <message>
        <source>longer than {days} days</source>
        <translation>超过 {days} 天</translation>
    </message>
    <message>
        <source>from when to when, in a column of lengths</source>
        <translation>时长列里写的是从几时到几时</translation>
    </message>
    <message>
        <source>not understood as a length</source>
        <translation>不像时长</translation>
    </message>
    <message>
        <source>a date or a share, and no length</source>
        <translation>是日期或百分比，不是时长</translation>
    </message>
    <message>
        <source>a length below zero</source>
        <translation>时长小于零</translation>
    </message>
    <message>
        <source>longer than a day</source>
        <translation>超过一天</translation>
    </message>
    <message>
        <source>it is past the end of the day</source>
        <translation>过了一天的末尾</translation>
    </message>
    <message>
        <source>not understood as a time</source>
        <translation>不像时间</translation>
    </message>
    <message>
        <source>from 0 to there: taken as the length</source>
        <translation>从 0 到那里：当作时长</translation>
    </message>
    <message>
        <source>{count} sheets</source>
        <translation>{count} 个工作表</translation>
    </message>
    <message>
        <source>{file} holds no sheet.</source>
        <translation>{file} 里没有工作表。</translation>
    </message>
    <message>
        <source>the part is missing</source>
        <translation>部件缺失</translation>
    </message>
    <message>
        <source>the part is damaged</source>
        <translation>部件已损坏</translation>
    </message>
    <message>
        <source>{count} texts</source>
        <translation>{count} 条文字</translation>
    </message>
    <message>
        <source>{rows} rows, {doubts} doubts. Nothing was stored.</source>
        <translation>{rows} 行，{doubts} 处存疑。什么都没有存。</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>没有取</translation>
    </message>
    <message>
        <source>“{given}” names no column and field.</source>
        <translation>「{given}」没有写明列和字段。</translation>
    </message>
    <message>
        <source>Write it as C=title: the column's letters, then the field.</source>
        <translation>写成 C=title：先写列字母，再写字段。</translation>
    </message>
    <message>
        <source>Sheet {sheet}: {columns}</source>
        <translation>工作表 {sheet}：{columns}</translation>
    </message>
    <message>
        <source>Left out: {place}: {why}</source>
        <translation>未导入：{place}：{why}</translation>
    </message>
    <message>
        <source>The workbook (.xlsx, .xlsm) or CSV.</source>
        <translation>工作簿（.xlsx、.xlsm）或 CSV。</translation>
    </message>
    <message>
        <source>Read this sheet alone.</source>
        <translation>只读这个工作表。</translation>
    </message>
    <message>
        <source>The headings' row; 0 for none.</source>
        <translation>表头在第几行；没有表头写 0。</translation>
    </message>
    <message>
        <source>Take a column for a field; may be repeated.</source>
        <translation>把一列当作某个字段；可重复使用。</translation>
    </message>
    <message>
        <source>Runs of show: read, schedule, export.</source>
        <translation>直播流程：读入、排时间、导出。</translation>
    </message>
    <message>
        <source>Read a workbook or CSV and say how it is understood; nothing is stored.</source>
        <translation>读工作簿或 CSV，说明怎样理解；什么都不存。</translation>
    </message>
    <message>
        <source>every start lies before noon; the evening may be meant</source>
        <translation>开始时间都在中午之前，可能说的是晚上</translation>
    </message>
    <message>
        <source>a price for several, not for one</source>
        <translation>是几件的价格，不是一件的</translation>
    </message>
    <message>
        <source>more than one number; the one with the currency was taken</source>
        <translation>不止一个数，取了带货币单位的</translation>
    </message>
    <message>
        <source>told by what the cells of the column hold</source>
        <translation>从这一列的内容看出来的</translation>
    </message>
    <message>
        <source>a part is said to lie outside the file</source>
        <translation>有一部分被说成在文件之外</translation>
    </message>
</context>
</TS>

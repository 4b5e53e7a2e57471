<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>show</name>
    <message>
        <source>Run of show</source>
        <translation>流程表</translation>
    </message>
    <message>
        <source>Producer's sheet</source>
        <translation>制片总表</translation>
    </message>
    <message>
        <source>Host's cards</source>
        <translation>主播手卡</translation>
    </message>
    <message>
        <source>Control sheet</source>
        <translation>中控表</translation>
    </message>
    <message>
        <source>Cue sheets by role</source>
        <translation>分岗指令表</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主播</translation>
    </message>
    <message>
        <source>Co-host</source>
        <translation>助播</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>场控</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>中控</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Live price</source>
        <translation>直播价</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>原价</translation>
    </message>
    <message>
        <source>Host's words</source>
        <translation>主播话术</translation>
    </message>
    <message>
        <source>Cues</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Gift</source>
        <translation>赠品</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>预留</translation>
    </message>
    <message>
        <source>Mechanism</source>
        <translation>机制</translation>
    </message>
    <message>
        <source>Selling points</source>
        <translation>卖点</translation>
    </message>
    <message>
        <source>Planned end</source>
        <translation>计划结束</translation>
    </message>
    <message>
        <source>Hard out</source>
        <translation>硬结束</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>This show has no cues yet</source>
        <translation>这场还没有指令</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>供应商</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>“{typed}” is not a number of pieces.</source>
        <translation>「{typed}」不是件数。</translation>
    </message>
    <message>
        <source>Type a whole number, or leave it empty.</source>
        <translation>填整数，或留空。</translation>
    </message>
    <message>
        <source>“{typed}” is not a date.</source>
        <translation>「{typed}」不是日期。</translation>
    </message>
    <message>
        <source>Type year, month and day, such as 2026-11-22.</source>
        <translation>写年月日，如 2026-11-22。</translation>
    </message>
    <message>
        <source>Host's cues</source>
        <translation>主播指令</translation>
    </message>
    <message>
        <source>Co-host's cues</source>
        <translation>助播指令</translation>
    </message>
    <message>
        <source>Floor's cues</source>
        <translation>场控指令</translation>
    </message>
    <message>
        <source>Control's cues</source>
        <translation>中控指令</translation>
    </message>
    <message>
        <source>Graphic</source>
        <translation>贴片</translation>
    </message>
    <message>
        <source>Link up</source>
        <translation>上链接</translation>
    </message>
    <message>
        <source>Pinned card</source>
        <translation>讲解卡</translation>
    </message>
    <message>
        <source>Price change</source>
        <translation>改价</translation>
    </message>
    <message>
        <source>Lucky bag</source>
        <translation>福袋</translation>
    </message>
    <message>
        <source>Prop</source>
        <translation>道具</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Co-host does</source>
        <translation>助播配合</translation>
    </message>
    <message>
        <source>Floor does</source>
        <translation>场控配合</translation>
    </message>
    <message>
        <source>Control does</source>
        <translation>中控配合</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Over / under</source>
        <translation>超 / 欠</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>台词</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Target length</source>
        <translation>目标时长</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Co-branded theme (IP)</source>
        <translation>联名主题（IP）</translation>
    </message>
    <message>
        <source>“{typed}” is not one price.</source>
        <translation>「{typed}」不是一个价格。</translation>
    </message>
    <message>
        <source>Type a number such as 129 or 19.9, or leave it empty.</source>
        <translation>写数字，如 129 或 19.9，或留空。</translation>
    </message>
    <message>
        <source>{typed} is more than a price can be.</source>
        <translation>{typed} 超出了价格的范围。</translation>
    </message>
    <message>
        <source>A part cannot be played {count} times.</source>
        <translation>一个部分不能播 {count} 遍。</translation>
    </message>
    <message>
        <source>Type a number from 1 to {most}.</source>
        <translation>写 1 到 {most} 的数。</translation>
    </message>
    <message>
        <source>This row's words are divided into {count} beats.</source>
        <translation>这一行的台词分在 {count} 个节拍里。</translation>
    </message>
    <message>
        <source>Edit them in the script pane.</source>
        <translation>到台词栏里改。</translation>
    </message>
    <message>
        <source>A column needs a name.</source>
        <translation>列要有名字。</translation>
    </message>
    <message>
        <source>There is a column “{name}” already.</source>
        <translation>已有名为「{name}」的列。</translation>
    </message>
    <message>
        <source>Type another.</source>
        <translation>换一个名字。</translation>
    </message>
    <message>
        <source>Which product is sold here?</source>
        <translation>这里卖哪个商品？</translation>
    </message>
    <message>
        <source>This row has {count} products.</source>
        <translation>这一行有 {count} 个商品。</translation>
    </message>
    <message>
        <source>Link one product to it, or change the prices on the products page.</source>
        <translation>只关联一个商品，或到商品里改价。</translation>
    </message>
    <message>
        <source>There is no product “{name}”.</source>
        <translation>没有名为「{name}」的商品。</translation>
    </message>
    <message>
        <source>Add it on the products page, or type its name, SKU or link number.</source>
        <translation>先在商品里添加，或写商品名、SKU、链接号。</translation>
    </message>
    <message>
        <source>“{typed}” is not what belongs here.</source>
        <translation>「{typed}」不适合这一格。</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Type one time of day, such as 20:30.</source>
        <translation>写一个时刻，如 20:30。</translation>
    </message>
    <message>
        <source>Type one length, such as 5:30 or 5分30秒.</source>
        <translation>写一个时长，如 5:30 或 5 分 30 秒。</translation>
    </message>
    <message>
        <source>“{typed}” is not a time.</source>
        <translation>「{typed}」不是时间。</translation>
    </message>
    <message>
        <source>There is no kind of row “{typed}”.</source>
        <translation>没有名为「{typed}」的形式。</translation>
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation>从列表里选一个。</translation>
    </message>
    <message>
        <source>“{typed}” is not a choice of {column}.</source>
        <translation>「{typed}」不是「{column}」的选项。</translation>
    </message>
    <message>
        <source>Choose one of: {choices}.</source>
        <translation>可选：{choices}。</translation>
    </message>
    <message>
        <source>“{typed}” is neither yes nor no.</source>
        <translation>「{typed}」既不是「是」也不是「否」。</translation>
    </message>
    <message>
        <source>Type yes or no.</source>
        <translation>写「是」或「否」。</translation>
    </message>
    <message>
        <source>A row of the kind “{kind}” has no “{field}”.</source>
        <translation>「{kind}」这类行没有「{field}」。</translation>
    </message>
    <message>
        <source>Leave it empty, or change the row's kind.</source>
        <translation>留空，或改这一行的形式。</translation>
    </message>
    <message>
        <source>“{typed}” is not a number.</source>
        <translation>「{typed}」不是数字。</translation>
    </message>
    <message>
        <source>Type digits, such as 12.5.</source>
        <translation>写数字，如 12.5。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>No show is open</source>
        <translation>还没打开场次</translation>
    </message>
    <message>
        <source>A show holds the rows, their words, products and cues; start times, over and under follow by themselves.</source>
        <translation>一个场次装着每一行的台词、商品和指令；开始时间和超欠自动算出。</translation>
    </message>
    <message>
        <source>New show</source>
        <translation>新建场次</translation>
    </message>
    <message>
        <source>See the samples</source>
        <translation>看看示例</translation>
    </message>
    <message>
        <source>Cut cells</source>
        <translation>剪切单元格</translation>
    </message>
    <message>
        <source>Clear cells</source>
        <translation>清空单元格</translation>
    </message>
    <message>
        <source>Paste {rows} rows</source>
        <translation>粘贴 {rows} 行</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>向下填充</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Replace “{find}” in {count} rows</source>
        <translation>在 {count} 行里替换「{find}」</translation>
    </message>
    <message>
        <source>This show runs {over} too long.</source>
        <translation>这一场超时 {over}。</translation>
    </message>
    <message>
        <source>Nothing stands out: the rows fit and the checks found nothing.</source>
        <translation>没有要先处理的：时间排得下，检查也没有发现。</translation>
    </message>
    <message>
        <source>and {count} more points</source>
        <translation>另有 {count} 处</translation>
    </message>
    <message>
        <source>Open a show, make one, or import a sheet.</source>
        <translation>打开、新建一个场次，或导入一张表。</translation>
    </message>
    <message>
        <source>This show has no rows yet.</source>
        <translation>这一场还没有环节。</translation>
    </message>
    <message>
        <source>Press Ctrl+Enter in the table, or drop a workbook here</source>
        <translation>在表格里按 Ctrl+Enter，或把工作簿拖进来</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>加一行</translation>
    </message>
    <message>
        <source>Show the row</source>
        <translation>看这一行</translation>
    </message>
    <message>
        <source>Suggestions stand at the foot of the page</source>
        <translation>修复建议在页面底部</translation>
    </message>
    <message>
        <source>{count} points to look at</source>
        <translation>{count} 处要看</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>无颜色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>棕</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>列…</translation>
    </message>
    <message>
        <source>Duplicate rows</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Begin a part here</source>
        <translation>从这里起新的部分</translation>
    </message>
    <message>
        <source>Skip, or play again</source>
        <translation>跳过，或恢复</translation>
    </message>
    <message>
        <source>Remove rows</source>
        <translation>删除行</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Add a part</source>
        <translation>加一个部分</translation>
    </message>
    <message>
        <source>Remove part</source>
        <translation>删除部分</translation>
    </message>
    <message>
        <source>After the row before</source>
        <translation>接着上一行</translation>
    </message>
    <message>
        <source>Not before its time</source>
        <translation>不早于设定时间</translation>
    </message>
    <message>
        <source>At its time, come what may</source>
        <translation>准点开始</translation>
    </message>
    <message>
        <source>Counted back from what follows</source>
        <translation>从后面倒推</translation>
    </message>
    <message>
        <source>Copy cells</source>
        <translation>复制单元格</translation>
    </message>
    <message>
        <source>Paste cells</source>
        <translation>粘贴单元格</translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation>{count} 遍</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>一遍</translation>
    </message>
    <message>
        <source>Play the part</source>
        <translation>播放遍数</translation>
    </message>
    <message>
        <source>Add a row of</source>
        <translation>加一行</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>查找和替换</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>Next point</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Archive, or take back</source>
        <translation>归档，或取回</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Search title or day</source>
        <translation>搜标题或日期</translation>
    </message>
    <message>
        <source>{count} shows</source>
        <translation>{count} 个场次</translation>
    </message>
    <message>
        <source>Put in the samples</source>
        <translation>放入示例</translation>
    </message>
    <message>
        <source>Remove the samples</source>
        <translation>移除示例</translation>
    </message>
    <message>
        <source>No day yet</source>
        <translation>未定日期</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Find in rows and words</source>
        <translation>在行和台词里查找</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Show only the rows found</source>
        <translation>只看找到的行</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>Make show “{title}”</source>
        <translation>新建场次「{title}」</translation>
    </message>
    <message>
        <source>The show</source>
        <translation>这一场</translation>
    </message>
    <message>
        <source>{title}, copy</source>
        <translation>{title} 副本</translation>
    </message>
    <message>
        <source>Such as: Summer kitchen, Saturday</source>
        <translation>如：夏夜厨房专场</translation>
    </message>
    <message>
        <source>Rows of every form can be mixed in one show later.</source>
        <translation>一个场次里以后可以混排各种形式。</translation>
    </message>
    <message>
        <source>Begin with this form's example rows</source>
        <translation>从这种形式的示例行开始</translation>
    </message>
    <message>
        <source>Make the show</source>
        <translation>建好场次</translation>
    </message>
    <message>
        <source>understood as {what}  ↵</source>
        <translation>理解为 {what}  ↵</translation>
    </message>
    <message>
        <source>Edit {cell}</source>
        <translation>修改 {cell}</translation>
    </message>
    <message>
        <source>Move {count} rows</source>
        <translation>移动 {count} 行</translation>
    </message>
    <message>
        <source>Rename part to “{title}”</source>
        <translation>部分改名为「{title}」</translation>
    </message>
    <message>
        <source>Move “{title}”</source>
        <translation>移动「{title}」</translation>
    </message>
    <message>
        <source>Year, month and day, such as 2026-11-22</source>
        <translation>年月日，如 2026-11-22</translation>
    </message>
    <message>
        <source>Such as 20:00 or 晚上8点</source>
        <translation>如 20:00 或 晚上 8 点</translation>
    </message>
    <message>
        <source>When the room has to be empty; everything past it is shown as over</source>
        <translation>到点必须下播；过点的部分都算超时</translation>
    </message>
    <message>
        <source>Such as: Host 小满; Co-host 阿屿; Control 老周</source>
        <translation>如：主播 小满；助播 阿屿；中控 老周</translation>
    </message>
    <message>
        <source>News goes stale after</source>
        <translation>资讯过期</translation>
    </message>
    <message>
        <source>Hours from the item's date to the show</source>
        <translation>从资讯日期到开播的小时数</translation>
    </message>
    <message>
        <source>An IANA name: Asia/Shanghai</source>
        <translation>IANA 名称：Asia/Shanghai</translation>
    </message>
    <message>
        <source>Rename the show</source>
        <translation>场次改名</translation>
    </message>
    <message>
        <source>Change the day</source>
        <translation>改日期</translation>
    </message>
    <message>
        <source>Change the start</source>
        <translation>改开始时间</translation>
    </message>
    <message>
        <source>Change the hard out</source>
        <translation>改硬结束</translation>
    </message>
    <message>
        <source>Change the target length</source>
        <translation>改目标时长</translation>
    </message>
    <message>
        <source>Change the people</source>
        <translation>改人员</translation>
    </message>
    <message>
        <source>Change the theme</source>
        <translation>改联名主题</translation>
    </message>
    <message>
        <source>Change when news goes stale</source>
        <translation>改资讯过期时间</translation>
    </message>
    <message>
        <source>Change the time zone</source>
        <translation>改时区</translation>
    </message>
    <message>
        <source>Change the note</source>
        <translation>改备注</translation>
    </message>
    <message>
        <source>A show needs a title.</source>
        <translation>场次要有标题。</translation>
    </message>
    <message>
        <source>A show needs a start.</source>
        <translation>场次要有开始时间。</translation>
    </message>
    <message>
        <source>Type whole hours from 1 to {most}.</source>
        <translation>写 1 到 {most} 的整小时。</translation>
    </message>
    <message>
        <source>“{typed}” is not a time of day.</source>
        <translation>「{typed}」不是时刻。</translation>
    </message>
    <message>
        <source>That is not one length.</source>
        <translation>这不是一个时长。</translation>
    </message>
    <message>
        <source>There is no time zone “{zone}”.</source>
        <translation>没有时区「{zone}」。</translation>
    </message>
    <message>
        <source>Workbook (.xlsx)</source>
        <translation>工作簿（.xlsx）</translation>
    </message>
    <message>
        <source>Back into the imported workbook</source>
        <translation>写回导入的工作簿</translation>
    </message>
    <message>
        <source>Table (.csv)</source>
        <translation>表格（.csv）</translation>
    </message>
    <message>
        <source>Show file (.json)</source>
        <translation>场次文件（.json）</translation>
    </message>
    <message>
        <source>Web page (.html)</source>
        <translation>网页（.html）</translation>
    </message>
    <message>
        <source>PDF: producer's sheet</source>
        <translation>PDF：制片总表</translation>
    </message>
    <message>
        <source>PDF: host's cards</source>
        <translation>PDF：主播手卡</translation>
    </message>
    <message>
        <source>PDF: control sheet</source>
        <translation>PDF：中控表</translation>
    </message>
    <message>
        <source>PDF: cue sheets by role</source>
        <translation>PDF：分岗指令表</translation>
    </message>
    <message>
        <source>Day and start</source>
        <translation>日期和开始</translation>
    </message>
    <message>
        <source>What is sold: prices, gifts, stock, proofs</source>
        <translation>卖什么：价格、赠品、库存、证明</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Name, compare and restore versions</source>
        <translation>命名、比较、恢复版本</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Read a workbook, a CSV or a show file</source>
        <translation>读取工作簿、CSV 或场次文件</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Workbook, CSV, JSON, web page, PDF</source>
        <translation>工作簿、CSV、JSON、网页、PDF</translation>
    </message>
    <message>
        <source>No people yet</source>
        <translation>还没有人员</translation>
    </message>
    <message>
        <source>Begin a part at “{title}”</source>
        <translation>从「{title}」起新的部分</translation>
    </message>
    <message>
        <source>Skip {count} rows</source>
        <translation>跳过 {count} 行</translation>
    </message>
    <message>
        <source>Play a part {count} times</source>
        <translation>部分播 {count} 遍</translation>
    </message>
    <message>
        <source>Play {count} rows again</source>
        <translation>恢复 {count} 行</translation>
    </message>
    <message>
        <source>Start after the row before</source>
        <translation>接着上一行开始</translation>
    </message>
    <message>
        <source>Start not before the time</source>
        <translation>不早于设定时间开始</translation>
    </message>
    <message>
        <source>Start at the time</source>
        <translation>准点开始</translation>
    </message>
    <message>
        <source>Count the start back</source>
        <translation>倒推开始</translation>
    </message>
    <message>
        <source>Colour rows</source>
        <translation>给行上色</translation>
    </message>
    <message>
        <source>Move part “{title}”</source>
        <translation>移动部分「{title}」</translation>
    </message>
    <message>
        <source>Duplicate {count} rows</source>
        <translation>复制 {count} 行</translation>
    </message>
    <message>
        <source>Remove part “{title}”</source>
        <translation>删除部分「{title}」</translation>
    </message>
    <message>
        <source>Remove {count} rows</source>
        <translation>删除 {count} 行</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Columns: Space shows or hides, Alt+Up and Alt+Down move</source>
        <translation>列：空格显示或隐藏，Alt+上下移动</translation>
    </message>
    <message>
        <source>Name, in any script</source>
        <translation>名字，任何文字都行</translation>
    </message>
    <message>
        <source>Name of the new column</source>
        <translation>新列的名字</translation>
    </message>
    <message>
        <source>Choices, with commas between</source>
        <translation>选项，用逗号隔开</translation>
    </message>
    <message>
        <source>Add column</source>
        <translation>加列</translation>
    </message>
    <message>
        <source>Remove column</source>
        <translation>删除列</translation>
    </message>
    <message>
        <source>Add column “{name}”</source>
        <translation>加列「{name}」</translation>
    </message>
    <message>
        <source>Remove column “{name}”</source>
        <translation>删除列「{name}」</translation>
    </message>
    <message>
        <source>A column of your own</source>
        <translation>自己的列</translation>
    </message>
    <message>
        <source>page {n} of {all}</source>
        <translation>第 {n} 页，共 {all} 页</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>A show cannot be written as {file}.</source>
        <translation>场次不能写成 {file}。</translation>
    </message>
    <message>
        <source>Choose from: {known}.</source>
        <translation>可选：{known}。</translation>
    </message>
    <message>
        <source>Keep as a template</source>
        <translation>存为模板</translation>
    </message>
    <message>
        <source>{title}, template</source>
        <translation>{title} 模板</translation>
    </message>
    <message>
        <source>A column of its own</source>
        <translation>单独成列</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Time, a clock or a range</source>
        <translation>时间（时刻或区间）</translation>
    </message>
    <message>
        <source>Time since the beginning</source>
        <translation>开播后时间</translation>
    </message>
    <message>
        <source>Share of the time</source>
        <translation>时间占比</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Viewers' needs</source>
        <translation>观众痛点</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>优惠力度</translation>
    </message>
    <message>
        <source>Host does</source>
        <translation>主播动作</translation>
    </message>
    <message>
        <source>Picture and graphics</source>
        <translation>画面 / 贴片</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>灯光</translation>
    </message>
    <message>
        <source>Interaction</source>
        <translation>互动引导</translation>
    </message>
    <message>
        <source>Kind of words</source>
        <translation>话术类型</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险 / 合规</translation>
    </message>
    <message>
        <source>Actual start</source>
        <translation>实际开始</translation>
    </message>
    <message>
        <source>Actual end</source>
        <translation>实际结束</translation>
    </message>
    <message>
        <source>Doubts</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Make a show of it</source>
        <translation>建成一个场次</translation>
    </message>
    <message>
        <source>Add to the open show</source>
        <translation>加到打开的场次</translation>
    </message>
    <message>
        <source>Understood: {rows} rows and {products} products, from {sheets}; {doubts} doubts.</source>
        <translation>读懂 {rows} 行、{products} 个商品，来自 {sheets}；{doubts} 处存疑。</translation>
    </message>
    <message>
        <source>What is doubtful</source>
        <translation>存疑之处</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 处</translation>
    </message>
    <message>
        <source>What each column was taken for</source>
        <translation>每一列当作什么</translation>
    </message>
    <message>
        <source>Rows as understood</source>
        <translation>读懂的行</translation>
    </message>
    <message>
        <source>What was left out</source>
        <translation>没有导入的</translation>
    </message>
    <message>
        <source>{place} {value}: {why}</source>
        <translation>{place} {value}：{why}</translation>
    </message>
    <message>
        <source>Import a run of show</source>
        <translation>导入流程表</translation>
    </message>
    <message>
        <source>Workbooks, CSV, show files</source>
        <translation>工作簿、CSV、场次文件</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Import {file}</source>
        <translation>导入 {file}</translation>
    </message>
    <message>
        <source>Choose the workbook that was imported</source>
        <translation>选当初导入的工作簿</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>读取 {file}</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>写入 {file}</translation>
    </message>
    <message>
        <source>{file} is no workbook with a run of show.</source>
        <translation>{file} 不是带流程表的工作簿。</translation>
    </message>
    <message>
        <source>Choose the workbook the show was imported from, or export a clean one.</source>
        <translation>选当初导入的工作簿，或导出一份新的。</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>“{title}”: {said}</source>
        <translation>「{title}」：{said}</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Characters (Chinese) and words (English) a minute, slow to fast. Rows without a typed length take as long as their words at this rate.</source>
        <translation>中文按字/分，英文按词/分，从慢到快。没写时长的行按这个速度念完台词的时间算。</translation>
    </message>
    <message>
        <source>Name the people of the show first, under its day and start.</source>
        <translation>先在日期和开始里写上这一场的人员。</translation>
    </message>
    <message>
        <source>Measured in rehearsal</source>
        <translation>彩排测得</translation>
    </message>
    <message>
        <source>A guess until a rehearsal</source>
        <translation>彩排之前是估计</translation>
    </message>
    <message>
        <source>Chinese, characters a minute</source>
        <translation>中文，字/分</translation>
    </message>
    <message>
        <source>English, words a minute</source>
        <translation>英文，词/分</translation>
    </message>
    <message>
        <source>Change how fast {name} speaks</source>
        <translation>改 {name} 的语速</translation>
    </message>
    <message>
        <source>Type a range such as 200-240.</source>
        <translation>写一个区间，如 200-240。</translation>
    </message>
    <message>
        <source>A rate lies between {low} and {high}.</source>
        <translation>语速在 {low} 到 {high} 之间。</translation>
    </message>
    <message>
        <source>People and their pace</source>
        <translation>人员和语速</translation>
    </message>
    <message>
        <source>Choose from: {known}, .pdf.</source>
        <translation>可选：{known}、.pdf。</translation>
    </message>
    <message>
        <source>Of a PDF: producer, host, control or cues.</source>
        <translation>PDF 的种类：producer、host、control 或 cues。</translation>
    </message>
    <message>
        <source>There is no sheet “{sheet}”.</source>
        <translation>没有名为「{sheet}」的表。</translation>
    </message>
    <message>
        <source>{name}: {act}</source>
        <translation>{name}：{act}</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
</context>
</TS>

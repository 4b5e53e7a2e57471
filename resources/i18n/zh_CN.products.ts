<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>products</name>
    <message>
        <source>{new} new, {changed} changed, {same} the same.</source>
        <translation>新增 {new}，有改动 {changed}，没变 {same}。</translation>
    </message>
    <message>
        <source>List the studio's products.</source>
        <translation>列出工作室的商品。</translation>
    </message>
    <message>
        <source>Take products in from a workbook or CSV.</source>
        <translation>从工作簿或 CSV 收进商品。</translation>
    </message>
    <message>
        <source>Write the products to a workbook or CSV.</source>
        <translation>把商品写成工作簿或 CSV。</translation>
    </message>
    <message>
        <source>Products: prices, stock, proofs.</source>
        <translation>商品：价格、库存、证明。</translation>
    </message>
    <message>
        <source>There is no product yet. `greenroom products import FILE` takes some in.</source>
        <translation>还没有商品。用 `greenroom products import FILE` 收进来。</translation>
    </message>
    <message>
        <source>Say what would change and store nothing.</source>
        <translation>只说会改什么，不存。</translation>
    </message>
    <message>
        <source>Nothing was stored.</source>
        <translation>什么也没有存。</translation>
    </message>
    <message>
        <source>Take them in?</source>
        <translation>收进来吗？</translation>
    </message>
    <message>
        <source>Taken in: {count} products.</source>
        <translation>已收进 {count} 个商品。</translation>
    </message>
    <message>
        <source>Where to: a .csv or .xlsx.</source>
        <translation>写到哪里：.csv 或 .xlsx。</translation>
    </message>
    <message>
        <source>“{typed}” is no price of a day.</source>
        <translation>「{typed}」不是某一天的价格。</translation>
    </message>
    <message>
        <source>Write it as 2026-11-22 | 129 | shop.</source>
        <translation>写成 2026-11-22 | 129 | 店铺。</translation>
    </message>
    <message>
        <source>Product name</source>
        <translation>商品名称</translation>
    </message>
    <message>
        <source>Greenroom id</source>
        <translation>Greenroom 编号</translation>
    </message>
    <message>
        <source>“{typed}” is no role.</source>
        <translation>「{typed}」不是商品角色。</translation>
    </message>
    <message>
        <source>Type one of: {known}.</source>
        <translation>写其中一个：{known}。</translation>
    </message>
    <message>
        <source>Products cannot be written as {file}.</source>
        <translation>商品不能写成 {file}。</translation>
    </message>
    <message>
        <source>{file} holds no table of products.</source>
        <translation>{file} 里没有商品表。</translation>
    </message>
    <message>
        <source>Put headings such as 商品名称, 直播价, 库存 or Product, Live price, Stock above it.</source>
        <translation>在表上面写 商品名称、直播价、库存 这样的表头。</translation>
    </message>
    <message>
        <source>{product}: {field} has {count} characters; a cell holds {most}.</source>
        <translation>{product}：{field}有 {count} 个字符，一格最多 {most} 个。</translation>
    </message>
    <message>
        <source>Shorten it; nothing was written.</source>
        <translation>缩短它；什么也没有写出。</translation>
    </message>
    <message>
        <source>a row without a name is no product</source>
        <translation>没有名称的行不是商品</translation>
    </message>
    <message>
        <source>{count} products answer to it; give it an SKU of its own</source>
        <translation>有 {count} 个商品对得上；给它单独的 SKU</translation>
    </message>
    <message>
        <source>{place} names the same product; this row is left out</source>
        <translation>{place} 写的是同一个商品；这一行不收</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>follows the row above</source>
        <translation>接着上一行</translation>
    </message>
    <message>
        <source>soft, {time}</source>
        <translation>不早于 {time}</translation>
    </message>
    <message>
        <source>hard, {time}</source>
        <translation>准点 {time}</translation>
    </message>
    <message>
        <source>counted back</source>
        <translation>倒推</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>到 {time}</translation>
    </message>
    <message>
        <source>as long as its words</source>
        <translation>按台词长短</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>引流</translation>
    </message>
    <message>
        <source>Hero</source>
        <translation>主推</translation>
    </message>
    <message>
        <source>Profit</source>
        <translation>利润</translation>
    </message>
    <message>
        <source>Welfare</source>
        <translation>福利</translation>
    </message>
    <message>
        <source>Flash sale</source>
        <translation>秒杀</translation>
    </message>
    <message>
        <source>{count} expired</source>
        <translation>{count} 份已过期</translation>
    </message>
    <message>
        <source>{count} expire soon</source>
        <translation>{count} 份快到期</translation>
    </message>
    <message>
        <source>No proof</source>
        <translation>没有证明</translation>
    </message>
    <message>
        <source>from row {number} “{title}” on: {shift}</source>
        <translation>从第 {number} 行「{title}」起 {shift}</translation>
    </message>
    <message>
        <source>is not in the studio any more</source>
        <translation>已不在商品库里</translation>
    </message>
    <message>
        <source>No title</source>
        <translation>没有标题</translation>
    </message>
    <message>
        <source>was row {number}</source>
        <translation>原来是第 {number} 行</translation>
    </message>
    <message>
        <source>row {before} → {after}</source>
        <translation>第 {before} 行 → 第 {after} 行</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已删</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有改动</translation>
    </message>
    <message>
        <source>All versions</source>
        <translation>全部版本</translation>
    </message>
    <message>
        <source>What differs, row by row</source>
        <translation>逐行的不同</translation>
    </message>
    <message>
        <source>Restore its products ({count})</source>
        <translation>恢复它的商品（{count}）</translation>
    </message>
    <message>
        <source>The rows, their words and times are the same.</source>
        <translation>各行、台词和时间都一样。</translation>
    </message>
    <message>
        <source>Rows: {added} added, {removed} removed, {moved} moved, {changed} changed</source>
        <translation>行：新增 {added}，删去 {removed}，移动 {moved}，改动 {changed}</translation>
    </message>
    <message>
        <source>{counts}; the end stays</source>
        <translation>{counts}；结束时间不变</translation>
    </message>
    <message>
        <source>{counts}; ends {time} later</source>
        <translation>{counts}；晚 {time} 结束</translation>
    </message>
    <message>
        <source>{counts}; ends {time} earlier</source>
        <translation>{counts}；早 {time} 结束</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>Remove {count} products</source>
        <translation>删除 {count} 个商品</translation>
    </message>
    <message>
        <source>Read a table of products</source>
        <translation>读入商品表</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Products of a table</source>
        <translation>表里的商品</translation>
    </message>
    <message>
        <source>Write the products</source>
        <translation>写出商品</translation>
    </message>
    <message>
        <source>Import {count} products</source>
        <translation>导入 {count} 个商品</translation>
    </message>
    <message>
        <source>Link {products} to {count} rows</source>
        <translation>把 {products} 关联到 {count} 行</translation>
    </message>
    <message>
        <source>In no row of the open show</source>
        <translation>这一场还没有用到</translation>
    </message>
    <message>
        <source>In this show: {rows}</source>
        <translation>这一场：{rows}</translation>
    </message>
    <message>
        <source>Product details</source>
        <translation>商品资料</translation>
    </message>
    <message>
        <source>Add today's price</source>
        <translation>记下今天的价格</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>在哪里</translation>
    </message>
    <message>
        <source>Shop or show</source>
        <translation>店铺或场次</translation>
    </message>
    <message>
        <source>Remove this price</source>
        <translation>删掉这个价格</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Cup brush</source>
        <translation>杯刷</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>20 cm</source>
        <translation>20 cm</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>价值</translation>
    </message>
    <message>
        <source>Remove this gift</source>
        <translation>删掉这个赠品</translation>
    </message>
    <message>
        <source>One a line; a script draws on them</source>
        <translation>一行一个；写台词时从这里取</translation>
    </message>
    <message>
        <source>Viewers' needs and what answers them</source>
        <translation>观众痛点和回应它的卖点</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>痛点</translation>
    </message>
    <message>
        <source>Will it leak?</source>
        <translation>会不会漏水</translation>
    </message>
    <message>
        <source>Selling point</source>
        <translation>卖点</translation>
    </message>
    <message>
        <source>No point yet</source>
        <translation>还没有卖点</translation>
    </message>
    <message>
        <source>Remove this need</source>
        <translation>删掉这个痛点</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Test report</source>
        <translation>检测报告</translation>
    </message>
    <message>
        <source>Paper number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>GB 4806</source>
        <translation>GB 4806</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期到</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Path; a file may be dropped here</source>
        <translation>路径，可把文件拖进来</translation>
    </message>
    <message>
        <source>Remove this paper</source>
        <translation>删掉这份证件</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Change {field} of {product}</source>
        <translation>修改 {product} 的 {field}</translation>
    </message>
    <message>
        <source>A product needs a name.</source>
        <translation>商品要有名称。</translation>
    </message>
    <message>
        <source>Rename product to {name}</source>
        <translation>商品改名为 {name}</translation>
    </message>
    <message>
        <source>Gifts</source>
        <translation>赠品</translation>
    </message>
    <message>
        <source>Proofs and licences</source>
        <translation>证明和授权</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>Add today's price of {product}</source>
        <translation>记下 {product} 今天的价格</translation>
    </message>
    <message>
        <source>{price} is not in the history yet</source>
        <translation>{price} 还没有记进历史价格</translation>
    </message>
    <message>
        <source>Link number</source>
        <translation>链接号</translation>
    </message>
    <message>
        <source>All products</source>
        <translation>全部商品</translation>
    </message>
    <message>
        <source>Remove product</source>
        <translation>删除商品</translation>
    </message>
    <message>
        <source>Price history</source>
        <translation>历史价格</translation>
    </message>
    <message>
        <source>Price history: {count} points, lowest {low}, highest {high}, last {last} on {day}</source>
        <translation>历史价格：{count} 个，最低 {low}，最高 {high}，最近 {last}（{day}）</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>会改什么</translation>
    </message>
    <message>
        <source>Take in ({count})</source>
        <translation>收进来（{count}）</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不收</translation>
    </message>
    <message>
        <source>{new} new, {changed} changed, {same} the same; {doubts} doubts</source>
        <translation>新增 {new}，有改动 {changed}，没变 {same}；存疑 {doubts}</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>No product yet</source>
        <translation>还没有商品</translation>
    </message>
    <message>
        <source>A product holds its price, gifts, stock and proofs once; every row and script that speaks of it follows. Change a price here and it changes everywhere.</source>
        <translation>价格、赠品、库存和证明只在商品里写一次，用到它的每一行和每段台词都跟着走。在这里改价，处处都改。</translation>
    </message>
    <message>
        <source>Read a table…</source>
        <translation>读入表格…</translation>
    </message>
    <message>
        <source>No product answers</source>
        <translation>没有找到商品</translation>
    </message>
    <message>
        <source>Search by name, SKU, link number, brand or category, or choose “All” above.</source>
        <translation>按名称、SKU、链接号、品牌或类目搜索，或在上面选「全部」。</translation>
    </message>
    <message>
        <source>Write a table…</source>
        <translation>写出表格…</translation>
    </message>
    <message>
        <source>Remove products</source>
        <translation>删除商品</translation>
    </message>
    <message>
        <source>Link to the selected rows</source>
        <translation>关联到选中的行</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新商品</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>已选 {count} 个</translation>
    </message>
    <message>
        <source>Link to {count} rows</source>
        <translation>关联到 {count} 行</translation>
    </message>
    <message>
        <source>Link to the row</source>
        <translation>关联到这一行</translation>
    </message>
    <message>
        <source>Products: Enter opens, Delete removes, Ctrl+J links to rows</source>
        <translation>商品：回车打开，Delete 删除，Ctrl+J 关联到行</translation>
    </message>
    <message>
        <source>Search name, SKU or link</source>
        <translation>搜名称、SKU、链接号</translation>
    </message>
    <message>
        <source>In this show</source>
        <translation>这一场</translation>
    </message>
    <message>
        <source>No point</source>
        <translation>没有卖点</translation>
    </message>
    <message>
        <source>{paper}: {days} days ago, on {day}</source>
        <translation>{paper}：{days} 天前，{day}</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>{paper}: in {days} days, on {day}</source>
        <translation>{paper}：还有 {days} 天，{day}</translation>
    </message>
    <message>
        <source>Expires soon</source>
        <translation>快到期</translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>rows {numbers}</source>
        <translation>第 {numbers} 行</translation>
    </message>
    <message>
        <source>{field}, row {number}</source>
        <translation>{field}，第 {number} 行</translation>
    </message>
    <message>
        <source>A gift needs a name.</source>
        <translation>赠品要有名称。</translation>
    </message>
    <message>
        <source>Which need does “{point}” answer?</source>
        <translation>「{point}」回应哪个痛点？</translation>
    </message>
    <message>
        <source>What kind of paper is it?</source>
        <translation>这是什么证件？</translation>
    </message>
    <message>
        <source>A price of the history needs its day and its price.</source>
        <translation>历史价格要有日期和价格。</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>对比版本</translation>
    </message>
    <message>
        <source>Restore products of {name}</source>
        <translation>恢复 {name} 的商品</translation>
    </message>
    <message>
        <source>Name this version</source>
        <translation>给这一版命名</translation>
    </message>
    <message>
        <source>Compare the two</source>
        <translation>对比这两版</translation>
    </message>
    <message>
        <source>Compare with now</source>
        <translation>和现在对比</translation>
    </message>
    <message>
        <source>Such as: v3 after rehearsal</source>
        <translation>例如：v3 彩排后</translation>
    </message>
    <message>
        <source>Name of the version</source>
        <translation>版本名称</translation>
    </message>
    <message>
        <source>Versions, newest first: Enter compares with now</source>
        <translation>版本，新的在前：回车和现在对比</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Select two to compare them with each other (Ctrl or Shift).</source>
        <translation>选中两版就能互相对比（按住 Ctrl 或 Shift）。</translation>
    </message>
    <message>
        <source>Restore the version</source>
        <translation>恢复这一版</translation>
    </message>
    <message>
        <source>No version has a name yet</source>
        <translation>还没有命名的版本</translation>
    </message>
    <message>
        <source>Every edit is saved by itself. Name a version before a rehearsal or a sign-off: later you see what changed since, row by row, and can go back to it.</source>
        <translation>每次修改都会自动保存。彩排或签字前给这一版命名，之后就能逐行看改了什么，也能回到它。</translation>
    </message>
</context>
</TS>

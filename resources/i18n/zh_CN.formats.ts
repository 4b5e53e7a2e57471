<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>formats</name>
    <message>
        <source>A single brace; write it twice to have it read as one</source>
        <translation>单个花括号，要照字面念就写两遍</translation>
    </message>
    <message>
        <source>This row has no such cue</source>
        <translation>这个环节没有这条指令</translation>
    </message>
    <message>
        <source>No token has this name</source>
        <translation>没有叫这个名字的变量</translation>
    </message>
    <message>
        <source>This row has no product</source>
        <translation>这个环节没有商品</translation>
    </message>
    <message>
        <source>This row has no product number {number}</source>
        <translation>这个环节没有第 {number} 个商品</translation>
    </message>
    <message>
        <source>“{product}” states none</source>
        <translation>「{product}」没有填这一项</translation>
    </message>
    <message>
        <source>{file}: {problem}.</source>
        <translation>{file}：{problem}。</translation>
    </message>
    <message>
        <source>No product is linked to this row</source>
        <translation>这个环节没有关联商品</translation>
    </message>
    <message>
        <source>A product of this row is no longer in the library</source>
        <translation>这个环节的一个商品已不在资料库里</translation>
    </message>
    <message>
        <source>“{product}” has no live price</source>
        <translation>「{product}」没有直播价</translation>
    </message>
    <message>
        <source>“{product}” has no link number</source>
        <translation>「{product}」没有链接号</translation>
    </message>
    <message>
        <source>“{product}” has no stock stated</source>
        <translation>「{product}」没有填库存</translation>
    </message>
    <message>
        <source>“{product}” costs {live} live, more than its list price {listed}</source>
        <translation>「{product}」直播价 {live}，高于划线价 {listed}</translation>
    </message>
    <message>
        <source>“{product}”: {reserve} of {stock} in reserve, {share} % of it; {least} % is usual</source>
        <translation>「{product}」库存 {stock}，预留 {reserve}，占 {share}%，通常留 {least}%</translation>
    </message>
    <message>
        <source>The pinned card shows once; repeat it every {most} s</source>
        <translation>讲解卡只弹一次，改成每 {most} 秒一次</translation>
    </message>
    <message>
        <source>The pinned card comes every {every} s; it leaves the screen after {most} s</source>
        <translation>讲解卡每 {every} 秒弹一次，它停留 {most} 秒就消失</translation>
    </message>
    <message>
        <source>{count} products within {seconds} s, from {start}</source>
        <translation>{start} 起 {seconds} 秒内有 {count} 款商品</translation>
    </message>
    <message>
        <source>The offer is held back for {minutes} min; {most} min is the limit</source>
        <translation>憋单 {minutes} 分钟，上限 {most} 分钟</translation>
    </message>
    <message>
        <source>Nothing for viewers to do from {start} to {end}: {minutes} min</source>
        <translation>{start} 到 {end} 有 {minutes} 分钟没有互动</translation>
    </message>
    <message>
        <source>No lucky bag in this show; every {least} to {most} min is usual</source>
        <translation>这场没有福袋，通常每 {least} 到 {most} 分钟一个</translation>
    </message>
    <message>
        <source>{minutes} min since the last lucky bag; {least} to {most} min is usual</source>
        <translation>距上一个福袋 {minutes} 分钟，通常 {least} 到 {most} 分钟</translation>
    </message>
    <message>
        <source>No licence is stated for “{music}”</source>
        <translation>「{music}」没有写授权</translation>
    </message>
    <message>
        <source>Not rehearsed on set yet</source>
        <translation>还没有走过台</translation>
    </message>
    <message>
        <source>The end floats and the host has nothing to do meanwhile</source>
        <translation>结束时间不定，主播同时没有事做</translation>
    </message>
    <message>
        <source>Nobody in this show is known for {talent}</source>
        <translation>这场没有人会「{talent}」</translation>
    </message>
    <message>
        <source>The item names no source</source>
        <translation>这条资讯没有写来源</translation>
    </message>
    <message>
        <source>The item has no date</source>
        <translation>这条资讯没有写日期</translation>
    </message>
    <message>
        <source>“{day}” is no date; write 2026-11-22</source>
        <translation>「{day}」不是日期，写成 2026-11-22</translation>
    </message>
    <message>
        <source>The item is dated after the show</source>
        <translation>这条资讯的日期晚于开播</translation>
    </message>
    <message>
        <source>The item is {hours} h old; this show's limit is {limit} h</source>
        <translation>这条资讯已有 {hours} 小时，本场时限 {limit} 小时</translation>
    </message>
    <message>
        <source>Re-check “{what}” by {by}</source>
        <translation>「{what}」要在 {by} 前再核一次</translation>
    </message>
    <message>
        <source>No item is marked as the lead</source>
        <translation>没有一条资讯标为头条</translation>
    </message>
    <message>
        <source>A second item is marked as the lead</source>
        <translation>又有一条资讯标为头条</translation>
    </message>
    <message>
        <source>The lead item comes after “{title}”</source>
        <translation>头条排在「{title}」后面</translation>
    </message>
    <message>
        <source>The show lasts {hours} h; {most} h is the limit</source>
        <translation>这场有 {hours} 小时，上限 {most} 小时</translation>
    </message>
    <message>
        <source>{rows} rows stand here {times} times; one part × {times} says the same</source>
        <translation>这 {rows} 个环节连着出现 {times} 遍，做成一段 × {times} 就够</translation>
    </message>
    <message>
        <source>“{written}”: {problem}</source>
        <translation>「{written}」：{problem}</translation>
    </message>
    <message>
        <source>No format file states the kind “{kind}”</source>
        <translation>没有格式文件写到「{kind}」这种环节</translation>
    </message>
</context>
</TS>

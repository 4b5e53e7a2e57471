<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>schedule</name>
    <message>
        <source>There is no time zone “{zone}” here.</source>
        <translation>这里没有时区「{zone}」。</translation>
    </message>
    <message>
        <source>Choose one by its IANA name, such as Asia/Shanghai.</source>
        <translation>用 IANA 名称选一个，例如 Asia/Shanghai。</translation>
    </message>
    <message>
        <source>Starts {span} before the rows above have ended</source>
        <translation>上面的行还差 {span} 才结束，它已经开始</translation>
    </message>
    <message>
        <source>Nothing is planned for {span} before it</source>
        <translation>它前面空着 {span}</translation>
    </message>
    <message>
        <source>No length and no words yet: counts as {span}</source>
        <translation>没有时长也没有台词：按 {span} 算</translation>
    </message>
    <message>
        <source>Its words take {span} longer than the row</source>
        <translation>台词比这一行长 {span}</translation>
    </message>
    <message>
        <source>“{part}” is {span} over its target</source>
        <translation>「{part}」超出目标 {span}</translation>
    </message>
    <message>
        <source>The show is {span} longer than its target</source>
        <translation>整场超出目标时长 {span}</translation>
    </message>
    <message>
        <source>The show ends at {end}, {span} after the hard out at {out}</source>
        <translation>整场 {end} 结束，超出硬结束 {out} 有 {span}</translation>
    </message>
    <message>
        <source>There is no {typed} that day, the clocks leap over it: taken as {shown}</source>
        <translation>那天没有 {typed}，夏令时跳过了它：按 {shown} 算</translation>
    </message>
    <message>
        <source>{typed} comes twice that day, the clocks go back: taken as the one at UTC{zone}</source>
        <translation>那天 {typed} 出现两次，夏令时往回拨：按 UTC{zone} 的那次算</translation>
    </message>
    <message>
        <source>{typed} is {span} before the typed start above. Which one is meant?</source>
        <translation>{typed} 比上面写定的开始早 {span}。哪个才对？</translation>
    </message>
    <message>
        <source>Its end {typed} is before its start {start}: counts as 0. Which one is meant?</source>
        <translation>结束 {typed} 早于开始 {start}：按 0 算。哪个才对？</translation>
    </message>
    <message>
        <source>Counted back it starts at {start}, {span} before the rows above have ended</source>
        <translation>倒推要在 {start} 开始，而上面的行还差 {span} 才结束</translation>
    </message>
    <message>
        <source>No fixed start below and no hard out to count back from: follows the row above</source>
        <translation>下面没有固定的开始，也没有硬结束可倒推：接着上一行</translation>
    </message>
    <message>
        <source>The delay of {span} before it moves nothing: its start is fixed</source>
        <translation>前面的延迟 {span} 不起作用：它的开始是固定的</translation>
    </message>
    <message>
        <source>Its typed time holds in the first round only; later rounds repeat the first</source>
        <translation>写定的时间只管第一遍，后面各遍照第一遍走</translation>
    </message>
    <message>
        <source>Starts {span} before the show begins</source>
        <translation>比开播早 {span} 开始</translation>
    </message>
    <message>
        <source>On now</source>
        <translation>正在播</translation>
    </message>
    <message>
        <source>Starts in {span}</source>
        <translation>还有 {span} 开始</translation>
    </message>
    <message>
        <source>No row has a length, so the clock has nothing to follow</source>
        <translation>没有一行有时长，没法跟着时钟走</translation>
    </message>
    <message>
        <source>The plan ended {span} ago: no row is on and none follows</source>
        <translation>计划已在 {span} 前结束：现在没有行，后面也没有</translation>
    </message>
    <message>
        <source>Row {row} “{title}” closer to its words</source>
        <translation>第 {row} 行「{title}」收到台词长度</translation>
    </message>
    <message>
        <source>Skip row {row} “{title}”</source>
        <translation>跳过第 {row} 行「{title}」</translation>
    </message>
    <message>
        <source>Drop {beat} of row {row}</source>
        <translation>去掉第 {row} 行 {beat}</translation>
    </message>
    <message>
        <source>Shorten “{part}”</source>
        <translation>压缩「{part}」</translation>
    </message>
    <message>
        <source>Lengthen “{part}”</source>
        <translation>拉长「{part}」</translation>
    </message>
    <message>
        <source>“{part}” one round less</source>
        <translation>「{part}」少一遍</translation>
    </message>
    <message>
        <source>“{part}” one round more</source>
        <translation>「{part}」多一遍</translation>
    </message>
    <message>
        <source>Row {row} “{title}” as long as its words</source>
        <translation>第 {row} 行「{title}」放到台词长度</translation>
    </message>
    <message>
        <source>Play row {row} “{title}”</source>
        <translation>放回第 {row} 行「{title}」</translation>
    </message>
    <message>
        <source>Row {row} starts at {time}, not where the row above ends: kept as hard</source>
        <translation>第 {row} 行 {time} 开始，和上一行的结束对不上：按固定开始算</translation>
    </message>
    <message>
        <source>{file}, {place}: {problem}.</source>
        <translation>{file} 的 {place}：{problem}。</translation>
    </message>
    <message>
        <source>Choose a file that `greenroom show export` or `show import --json F` wrote.</source>
        <translation>选一个 `greenroom show export` 或 `show import --json F` 写出的文件。</translation>
    </message>
    <message>
        <source>A show's file, what `show import --json F` wrote, or a show of the library.</source>
        <translation>场次文件、`show import --json F` 写出的文件，或资料库里的一场。</translation>
    </message>
    <message>
        <source>Say when every row of a show happens, and what does not fit.</source>
        <translation>算出一场里每一行的时间，指出对不上的地方。</translation>
    </message>
    <message>
        <source>{file} is no JSON: {why}.</source>
        <translation>{file} 不是 JSON：{why}。</translation>
    </message>
    <message>
        <source>{file} is larger than {most} MB.</source>
        <translation>{file} 超过 {most} MB。</translation>
    </message>
    <message>
        <source>{file} is no UTF-8 text (byte {at}).</source>
        <translation>{file} 不是 UTF-8 文本（第 {at} 字节）。</translation>
    </message>
    <message>
        <source>Ends at {end}.</source>
        <translation>{end} 结束。</translation>
    </message>
</context>
</TS>

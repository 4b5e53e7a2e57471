<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>sheetgoods</name>
    <message>
        <source>a time, a date or a share, and no count</source>
        <translation>是时间、日期或百分比，不是件数</translation>
    </message>
    <message>
        <source>a count below zero</source>
        <translation>件数小于零</translation>
    </message>
    <message>
        <source>more than a stock can be</source>
        <translation>超出库存的上限</translation>
    </message>
    <message>
        <source>no whole number</source>
        <translation>不是整数</translation>
    </message>
    <message>
        <source>the number may be a part of the name</source>
        <translation>这个号码也可能属于品名</translation>
    </message>
    <message>
        <source>link {number}</source>
        <translation>{number} 号链接</translation>
    </message>
    <message>
        <source>times of day and times since the beginning, and nothing tells when it begins</source>
        <translation>钟点和开播后的时间混用，且没有写明几点开播</translation>
    </message>
    <message>
        <source>counted from the beginning, {clock}, among times of day</source>
        <translation>钟点之间的开播后时间，从 {clock} 开播算起</translation>
    </message>
    <message>
        <source>right after a time since the beginning: so it begins at {clock}</source>
        <translation>紧接开播后的时间，由此算出 {clock} 开播</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>showcells</name>
    <message>
        <source>Nothing was written. Row {row}, {column}: {why}</source>
        <translation>没有写入任何内容。第 {row} 行，{column}：{why}</translation>
    </message>
</context>
</TS>

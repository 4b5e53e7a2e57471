<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>core</name>
    <message>
        <source>Correct the file; nothing was read from it.</source>
        <translation>改好这个文件；其中内容都没有读入。</translation>
    </message>
</context>
</TS>

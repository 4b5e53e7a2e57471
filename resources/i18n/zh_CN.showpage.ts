<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>showpage</name>
    <message>
        <source>Tick to show. Drag, or Alt+↑ and Alt+↓, to move.</source>
        <translation>勾选的列显示。拖动，或按 Alt+↑ 和 Alt+↓ 换位置。</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>store</name>
    <message>
        <source>This was removed in another window in the meantime.</source>
        <translation>这项内容刚才已在另一个窗口里删除。</translation>
    </message>
    <message>
        <source>Open the library again to see what is there.</source>
        <translation>重新打开资料库，看看现在有什么。</translation>
    </message>
    <message>
        <source>{what} cannot be read: {why}.</source>
        <translation>{what} 读不出来：{why}。</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>core</name>
    <message>
        <source>Correct the file; nothing was read from it.</source>
        <translation>改好这个文件；其中内容都没有读入。</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>系统不允许</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>磁盘配额已满</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>磁盘只读</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>这是文件夹</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>路径里有一段不是文件夹</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>已有同名文件</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>磁盘读写出错</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名太长</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>对方拒绝连接</translation>
    </message>
    <message>
        <source>Network is unreachable</source>
        <translation>网络不通</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <source>The name cannot be looked up; there may be no network</source>
        <translation>查不到这个网址，可能没有联网</translation>
    </message>
    <message>
        <source>Make room on the disk, or name a file in a folder that may be written to.</source>
        <translation>腾出磁盘空间，或换一个允许写入的文件夹里的文件。</translation>
    </message>
</context>
</TS>

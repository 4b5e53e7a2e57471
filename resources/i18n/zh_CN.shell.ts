<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>shell</name>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>Restore the backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Restored the backup of {at:%Y-%m-%d %H:%M} UTC. The damaged file is kept as {name}</source>
        <translation>已恢复 {at:%Y-%m-%d %H:%M} UTC 的备份，损坏的文件留作 {name}</translation>
    </message>
    <message>
        <source>This did not work because of a fault of Greenroom's own. What was saved is safe.</source>
        <translation>开播前自己出了错，这一步没做完；已保存的都在。</translation>
    </message>
    <message>
        <source>The app ended unexpectedly last time; what was saved is here.</source>
        <translation>上次意外退出，已保存的都在。</translation>
    </message>
    <message>
        <source>The report lies in {file}.</source>
        <translation>报告在 {file}。</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo {act}</source>
        <translation>撤销「{act}」</translation>
    </message>
    <message>
        <source>Redo {act}</source>
        <translation>重做「{act}」</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未测</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>直播间</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Undone: {act}</source>
        <translation>已撤销「{act}」</translation>
    </message>
    <message>
        <source>Done again: {act}</source>
        <translation>已重做「{act}」</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Cancelled; nothing was kept.</source>
        <translation>已取消，什么也没留下。</translation>
    </message>
    <message>
        <source>{name} is here ({size} kB, {licence}).</source>
        <translation>{name} 已就位（{size} kB，{licence}）。</translation>
    </message>
    <message>
        <source>{name} is not here ({size} kB, {licence}).</source>
        <translation>{name} 还没下载（{size} kB，{licence}）。</translation>
    </message>
    <message>
        <source>Downloading the model</source>
        <translation>正在下载模型</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Open the library's folder</source>
        <translation>打开资料库文件夹</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Switch the language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>Switch dark and light</source>
        <translation>切换深色和浅色</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>About Greenroom</source>
        <translation>关于开播前</translation>
    </message>
    <message>
        <source>Greenroom</source>
        <translation>开播前</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>到下一区</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>到上一区</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>By window size</source>
        <translation>随窗口大小</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>外观和语言</translation>
    </message>
    <message>
        <source>Where the library lies</source>
        <translation>资料库位置</translation>
    </message>
    <message>
        <source>Backed up by itself before upgrades and when closing.</source>
        <translation>升级前和退出时自动备份。</translation>
    </message>
    <message>
        <source>Recordings and privacy</source>
        <translation>录像和隐私</translation>
    </message>
    <message>
        <source>Everything stays on this machine. A saved check keeps one picture and its numbers, never the sound. Nothing is sent anywhere.</source>
        <translation>全部留在本机。保存质检只留一张画面和读数，不留声音，也不往外发。</translation>
    </message>
    <message>
        <source>Optional models</source>
        <translation>可选模型</translation>
    </message>
    <message>
        <source>Reading the whole library…</source>
        <translation>正在核对整个资料库…</translation>
    </message>
    <message>
        <source>Copying the library…</source>
        <translation>正在复制资料库…</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Every choice is kept at once</source>
        <translation>改了就存</translation>
    </message>
    <message>
        <source>Greenroom {version}</source>
        <translation>开播前 {version}</translation>
    </message>
    <message>
        <source>What a livestream-selling team opens before it goes live.</source>
        <translation>直播带货团队开播前打开的工具。</translation>
    </message>
    <message>
        <source>Everything stays on this machine. MIT licence.</source>
        <translation>全部留在本机。MIT 许可证。</translation>
    </message>
    <message>
        <source>Built with Qt for Python (LGPL), FFmpeg, OpenCV, SQLite; Phosphor icons.</source>
        <translation>用到 Qt for Python（LGPL）、FFmpeg、OpenCV、SQLite 和 Phosphor 图标。</translation>
    </message>
    <message>
        <source>Go to the next control</source>
        <translation>到下一个控件</translation>
    </message>
    <message>
        <source>Do what the first line says</source>
        <translation>做「先做」那一步</translation>
    </message>
    <message>
        <source>Close the side panel</source>
        <translation>关闭侧栏</translation>
    </message>
    <message>
        <source>Show the menu</source>
        <translation>显示菜单</translation>
    </message>
    <message>
        <source>Backed up as {name}</source>
        <translation>已备份为 {name}</translation>
    </message>
    <message>
        <source>Whole: {reports} reports, {media} pictures</source>
        <translation>完好：{reports} 份报告，{media} 张画面</translation>
    </message>
    <message>
        <source>{count} problems. {first}</source>
        <translation>{count} 处问题。{first}</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Library on this machine · offline</source>
        <translation>本机资料库 · 离线</translation>
    </message>
    <message>
        <source>Opening the library…</source>
        <translation>正在打开资料库…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{what}, about {seconds:.0f} s to go</source>
        <translation>{what}，还要约 {seconds:.0f} 秒</translation>
    </message>
    <message>
        <source>First</source>
        <translation>先做</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>留意</translation>
    </message>
    <message>
        <source>Put this note aside</source>
        <translation>先收起这条</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>library</name>
    <message>
        <source>No backup was made in {folder}. {why}</source>
        <translation>没有在 {folder} 做成备份。{why}</translation>
    </message>
    <message>
        <source>Make room on the disk or name another place; the library itself is untouched.</source>
        <translation>腾出磁盘空间，或换一个位置；资料库本身没有动过。</translation>
    </message>
    <message>
        <source>The library cannot be written: the disk is full or failing ({why}).</source>
        <translation>资料库写不进去：磁盘已满或有故障（{why}）。</translation>
    </message>
    <message>
        <source>Make room on the disk and try again; what was saved before is kept.</source>
        <translation>腾出磁盘空间再试；之前存好的都在。</translation>
    </message>
    <message>
        <source>The library may not be written ({why}).</source>
        <translation>资料库不允许写入（{why}）。</translation>
    </message>
    <message>
        <source>Allow writing to the library's folder; what was saved before is kept.</source>
        <translation>放开资料库文件夹的写权限；之前存好的都在。</translation>
    </message>
    <message>
        <source>Another program is writing to the library.</source>
        <translation>另一个程序正在写资料库。</translation>
    </message>
    <message>
        <source>Try again; close the other window if it goes on.</source>
        <translation>再试一次；还不行就关掉另一个窗口。</translation>
    </message>
    <message>
        <source>The library is damaged ({why}).</source>
        <translation>资料库损坏（{why}）。</translation>
    </message>
    <message>
        <source>Restore a backup: `greenroom library restore`.</source>
        <translation>恢复一份备份：`greenroom library restore`。</translation>
    </message>
    <message>
        <source>The text “{what}” holds a broken character.</source>
        <translation>文字「{what}」里有坏字符。</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>重新输入。</translation>
    </message>
    <message>
        <source>A row of {table} points to nothing.</source>
        <translation>表 {table} 有一行指向不存在的内容。</translation>
    </message>
    <message>
        <source>Report {id} is not what was written.</source>
        <translation>报告 {id} 与存入时不一致。</translation>
    </message>
    <message>
        <source>The picture {file} is missing or not what was stored.</source>
        <translation>画面 {file} 缺失，或与存入时不一致。</translation>
    </message>
    <message>
        <source>Restore the backup of {at:%Y-%m-%d %H:%M} UTC: `greenroom library restore`.</source>
        <translation>恢复 {at:%Y-%m-%d %H:%M} UTC 的备份：`greenroom library restore`。</translation>
    </message>
    <message>
        <source>There is no backup. What can be read is shown; nothing is written.</source>
        <translation>没有备份。能读的都显示出来，不再写入。</translation>
    </message>
    <message>
        <source>The library in {folder} may only be read.</source>
        <translation>{folder} 里的资料库只能读。</translation>
    </message>
    <message>
        <source>Allow writing to the folder to keep changes and reports.</source>
        <translation>放开文件夹的写权限，才能保存改动和报告。</translation>
    </message>
    <message>
        <source>The library was missing; an empty one was begun in {folder}.</source>
        <translation>资料库不见了，已在 {folder} 新建一个空的。</translation>
    </message>
    <message>
        <source>{file} is a database, but no library of Greenroom.</source>
        <translation>{file} 是数据库，但不是开播前的资料库。</translation>
    </message>
    <message>
        <source>Move it away or name another folder in GREENROOM_HOME. Nothing was changed.</source>
        <translation>把它移走，或用 GREENROOM_HOME 指定别的文件夹。什么都没有改。</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>没有文件 {file}。</translation>
    </message>
    <message>
        <source>`greenroom library where` lists the backups.</source>
        <translation>`greenroom library where` 会列出备份。</translation>
    </message>
    <message>
        <source>{file} is no library of Greenroom.</source>
        <translation>{file} 不是开播前的资料库。</translation>
    </message>
    <message>
        <source>{file} is damaged: {why}.</source>
        <translation>{file} 损坏：{why}。</translation>
    </message>
    <message>
        <source>The library's folder {folder} cannot be used: {why}.</source>
        <translation>资料库文件夹 {folder} 用不了：{why}。</translation>
    </message>
    <message>
        <source>Allow writing to it, or name another folder in GREENROOM_HOME.</source>
        <translation>放开它的写权限，或用 GREENROOM_HOME 指定别的文件夹。</translation>
    </message>
    <message>
        <source>The library is damaged: {why}.</source>
        <translation>资料库损坏：{why}。</translation>
    </message>
    <message>
        <source>The library is of an older shape; open the app once.</source>
        <translation>资料库还是旧格式；打开一次应用就会更新。</translation>
    </message>
    <message>
        <source>Nothing was restored: {why}.</source>
        <translation>没有恢复：{why}。</translation>
    </message>
    <message>
        <source>Make room on the disk or allow writing to {folder}.</source>
        <translation>腾出磁盘空间，或放开 {folder} 的写权限。</translation>
    </message>
    <message>
        <source>The library is open in another window of Greenroom.</source>
        <translation>资料库正在另一个开播前窗口里打开着。</translation>
    </message>
    <message>
        <source>Close it and try again; nothing was changed.</source>
        <translation>关掉它再试；什么都没有改。</translation>
    </message>
    <message>
        <source>The picture was not stored: {why}.</source>
        <translation>画面没有存下：{why}。</translation>
    </message>
    <message>
        <source>{file} was written by a newer Greenroom ({by}, shape {found}; known here: {known}).</source>
        <translation>{file} 由更新版本的开播前写成（{by}，格式 {found}；这里只认到 {known}）。</translation>
    </message>
    <message>
        <source>Update Greenroom, or name another folder in GREENROOM_HOME. Nothing was changed.</source>
        <translation>更新应用，或用 GREENROOM_HOME 指定别的文件夹。什么都没有改。</translation>
    </message>
    <message>
        <source>This was changed in another window in the meantime.</source>
        <translation>这里刚在另一个窗口里改过。</translation>
    </message>
    <message>
        <source>The newest state is shown; make the change again.</source>
        <translation>已显示最新内容；再改一次。</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>“{label}” was changed again elsewhere and stays.</source>
        <translation>「{label}」之后又在别处改过，保留不动。</translation>
    </message>
    <message>
        <source>Change it by hand.</source>
        <translation>手动改。</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>The library may only be read.</source>
        <translation>资料库只能读。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>什么都没有改。</translation>
    </message>
    <message>
        <source>Changes from another window</source>
        <translation>另一个窗口的改动</translation>
    </message>
    <message>
        <source>A fault of Greenroom's own: {error}.</source>
        <translation>应用自身出错：{error}。</translation>
    </message>
    <message>
        <source>What was saved is safe. The report lies in {file}.</source>
        <translation>存好的都在。错误报告在 {file}。</translation>
    </message>
    <message>
        <source>There is no model “{id}”.</source>
        <translation>没有模型「{id}」。</translation>
    </message>
    <message>
        <source>Known here: {known}.</source>
        <translation>这里有：{known}。</translation>
    </message>
    <message>
        <source>What {host} sent is not {name}: it was not kept.</source>
        <translation>{host} 发来的不是 {name}，没有保留。</translation>
    </message>
    <message>
        <source>Copy the right file to {file}.</source>
        <translation>把正确的文件复制到 {file}。</translation>
    </message>
    <message>
        <source>{name} was not stored: {why}.</source>
        <translation>{name} 没有存下：{why}。</translation>
    </message>
    <message>
        <source>{host} could not be reached: {why}.</source>
        <translation>连不上 {host}：{why}。</translation>
    </message>
    <message>
        <source>Go online and try again, or copy {name} to {folder}.</source>
        <translation>联网后再试，或把 {name} 复制到 {folder}。</translation>
    </message>
    <message>
        <source>The settings were damaged; they are kept as {name} and the app starts afresh. {why}</source>
        <translation>设置文件损坏，原件存为 {name}，应用按出厂设置启动。{why}</translation>
    </message>
    <message>
        <source>The settings are damaged and were not used. {why}</source>
        <translation>设置文件损坏，没有采用。{why}</translation>
    </message>
    <message>
        <source>The settings cannot be read: {why}.</source>
        <translation>设置读不了：{why}。</translation>
    </message>
    <message>
        <source>The settings were not saved: {why}.</source>
        <translation>设置没有存下：{why}。</translation>
    </message>
    <message>
        <source>Greenroom checks a livestream room before it goes live. Without a verb the window opens.</source>
        <translation>开播前：直播前检查直播间。不带命令就打开窗口。</translation>
    </message>
    <message>
        <source>There is no language “{lang}” here.</source>
        <translation>没有语言「{lang}」。</translation>
    </message>
    <message>
        <source>Use --lang en or --lang zh.</source>
        <translation>用 --lang en 或 --lang zh。</translation>
    </message>
    <message>
        <source>There is no display here to open a window on.</source>
        <translation>这里没有显示器，打不开窗口。</translation>
    </message>
    <message>
        <source>Use a verb: {verbs}. `greenroom --help` explains them.</source>
        <translation>用命令：{verbs}。`greenroom --help` 有说明。</translation>
    </message>
    <message>
        <source>Language of the answer: en or zh.</source>
        <translation>回答用的语言：en 或 zh。</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>Put {file} in the library's place? The old one is kept.</source>
        <translation>用 {file} 替换资料库？旧的会另存。</translation>
    </message>
    <message>
        <source>The studio's data: where, whole, backed up.</source>
        <translation>资料库：位置、检查、备份。</translation>
    </message>
    <message>
        <source>Library: {file}</source>
        <translation>资料库：{file}</translation>
    </message>
    <message>
        <source>It is made when the app first opens.</source>
        <translation>第一次打开应用时建立。</translation>
    </message>
    <message>
        <source>Pictures: {folder}</source>
        <translation>画面：{folder}</translation>
    </message>
    <message>
        <source>Models: {folder}</source>
        <translation>模型：{folder}</translation>
    </message>
    <message>
        <source>The library is whole: {reports} reports, {pictures} pictures.</source>
        <translation>资料库完好：{reports} 份报告，{pictures} 张画面。</translation>
    </message>
    <message>
        <source>There is no library yet.</source>
        <translation>还没有资料库。</translation>
    </message>
    <message>
        <source>There is no library in {folder} yet.</source>
        <translation>{folder} 里还没有资料库。</translation>
    </message>
    <message>
        <source>Open the app once, or name its folder in GREENROOM_HOME.</source>
        <translation>打开一次应用，或用 GREENROOM_HOME 指定它的文件夹。</translation>
    </message>
    <message>
        <source>Backup: {file}</source>
        <translation>备份：{file}</translation>
    </message>
    <message>
        <source>Restored: {file}</source>
        <translation>已恢复：{file}</translation>
    </message>
    <message>
        <source>Write JSON to a file, or - for here.</source>
        <translation>把 JSON 写入文件；- 表示写到这里。</translation>
    </message>
    <message>
        <source>Show where the library, its pictures and its backups lie.</source>
        <translation>显示资料库、画面和备份的位置。</translation>
    </message>
    <message>
        <source>Look over everything stored.</source>
        <translation>检查存好的全部内容。</translation>
    </message>
    <message>
        <source>Copy the library to a file, or into its backups.</source>
        <translation>把资料库复制到文件，或存入备份。</translation>
    </message>
    <message>
        <source>Put a backup in the library's place; the old one is kept aside.</source>
        <translation>用备份替换资料库；旧的另存。</translation>
    </message>
    <message>
        <source>{file} exists already.</source>
        <translation>{file} 已经存在。</translation>
    </message>
    <message>
        <source>Name a file that does not.</source>
        <translation>换一个不存在的文件名。</translation>
    </message>
    <message>
        <source>There is no good backup in {folder}.</source>
        <translation>{folder} 里没有完好的备份。</translation>
    </message>
    <message>
        <source>Name a file: `greenroom library restore FILE`.</source>
        <translation>指定文件：`greenroom library restore FILE`。</translation>
    </message>
    <message>
        <source>The library before it is kept: {file}</source>
        <translation>之前的资料库另存在：{file}</translation>
    </message>
    <message>
        <source>The newest good backup: {file}</source>
        <translation>最新的完好备份：{file}</translation>
    </message>
    <message>
        <source>Where to (a .zip holds the pictures too); else into the backups.</source>
        <translation>存到哪里（.zip 会连画面一起存）；不写就存入备份。</translation>
    </message>
    <message>
        <source>Which backup; else the newest good one.</source>
        <translation>哪份备份；不写就用最新的完好备份。</translation>
    </message>
    <message>
        <source>Do not ask.</source>
        <translation>不再询问。</translation>
    </message>
    <message>
        <source>the full OpenCV wheel is installed; its Qt clashes with the window's</source>
        <translation>装的是完整版 OpenCV；它自带的 Qt 与窗口冲突</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Data files</source>
        <translation>数据文件</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>{count} 条</translation>
    </message>
    <message>
        <source>here</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>missing: `greenroom models fetch {id}` gets it</source>
        <translation>缺失：用 `greenroom models fetch {id}` 下载</translation>
    </message>
    <message>
        <source>not the right file</source>
        <translation>文件不对</translation>
    </message>
    <message>
        <source>Show versions, devices, fonts, data files, library, models.</source>
        <translation>显示版本、设备、字体、数据文件、资料库、模型。</translation>
    </message>
    <message>
        <source>brought by the system</source>
        <translation>系统自带</translation>
    </message>
    <message>
        <source>cannot tell: fc-list is not installed</source>
        <translation>无法判断：没有装 fc-list</translation>
    </message>
    <message>
        <source>no Chinese font: install fonts-noto-cjk</source>
        <translation>没有中文字体：安装 fonts-noto-cjk</translation>
    </message>
    <message>
        <source>{folder} may not be written to.</source>
        <translation>{folder} 不允许写入。</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>没有安装</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Optional model files.</source>
        <translation>可选的模型文件。</translation>
    </message>
    <message>
        <source>Model: {file}</source>
        <translation>模型：{file}</translation>
    </message>
    <message>
        <source>Show the optional models and whether they are here.</source>
        <translation>列出可选模型，以及是否已有。</translation>
    </message>
    <message>
        <source>Download one; its content is checked by its hash.</source>
        <translation>下载一个；内容按哈希核对。</translation>
    </message>
    <message>
        <source>Which model.</source>
        <translation>哪个模型。</translation>
    </message>
    <message>
        <source>{file} was not written: {why}.</source>
        <translation>{file} 没有写成：{why}。</translation>
    </message>
    <message>
        <source>Name a file in a folder that may be written to.</source>
        <translation>换一个允许写入的文件夹里的文件。</translation>
    </message>
    <message>
        <source>Put it in its place: `greenroom library restore`.</source>
        <translation>放回原位：`greenroom library restore`。</translation>
    </message>
</context>
</TS>

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
    <message>
        <source>{file} is no show of Greenroom.</source>
        <translation>{file} 不是开播前的场次文件。</translation>
    </message>
    <message>
        <source>Choose a file that `greenroom show export` wrote.</source>
        <translation>选一个由 `greenroom show export` 写出的文件。</translation>
    </message>
    <message>
        <source>{file} was written by a newer Greenroom (document {found}; known here: {known}).</source>
        <translation>{file} 由更新版的开播前写出（文件版本 {found}，本机认得 {known}）。</translation>
    </message>
    <message>
        <source>Update Greenroom; nothing was read from the file.</source>
        <translation>更新开播前；这个文件没有读入任何内容。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}.</source>
        <translation>{file} 读不出来：{why}。</translation>
    </message>
    <message>
        <source>Check the file's name and whether it may be read.</source>
        <translation>核对文件名，看看有没有读取权限。</translation>
    </message>
    <message>
        <source>Edit {cell} of {title}</source>
        <translation>修改「{title}」的 {cell}</translation>
    </message>
    <message>
        <source>New show {title}</source>
        <translation>新建场次 {title}</translation>
    </message>
    <message>
        <source>Import {title}</source>
        <translation>导入 {title}</translation>
    </message>
    <message>
        <source>Remove {title}</source>
        <translation>删除 {title}</translation>
    </message>
    <message>
        <source>Duplicate {title}</source>
        <translation>复制 {title}</translation>
    </message>
    <message>
        <source>Keep {title} as a template</source>
        <translation>把 {title} 存为模板</translation>
    </message>
    <message>
        <source>Archive {title}</source>
        <translation>归档 {title}</translation>
    </message>
    <message>
        <source>Take {title} out of the archive</source>
        <translation>取消归档 {title}</translation>
    </message>
    <message>
        <source>Edit product {name}</source>
        <translation>修改商品 {name}</translation>
    </message>
    <message>
        <source>Remove product {name}</source>
        <translation>删除商品 {name}</translation>
    </message>
    <message>
        <source>Edit the pace of {name}</source>
        <translation>修改 {name} 的语速</translation>
    </message>
    <message>
        <source>Remember the columns</source>
        <translation>记住列的对应</translation>
    </message>
    <message>
        <source>A version needs a name.</source>
        <translation>版本要有名称。</translation>
    </message>
    <message>
        <source>Type one, in any script.</source>
        <translation>输入一个名称，任何文字都行。</translation>
    </message>
    <message>
        <source>Name version {name}</source>
        <translation>命名版本 {name}</translation>
    </message>
    <message>
        <source>This version is not there any more.</source>
        <translation>这个版本已经不在了。</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>另选一个。</translation>
    </message>
    <message>
        <source>Restore version {name}</source>
        <translation>恢复版本 {name}</translation>
    </message>
    <message>
        <source>Remove the samples</source>
        <translation>移除示例</translation>
    </message>
    <message>
        <source>There is no show “{id}”.</source>
        <translation>没有场次「{id}」。</translation>
    </message>
    <message>
        <source>`greenroom show list` names them.</source>
        <translation>`greenroom show list` 列出所有场次。</translation>
    </message>
    <message>
        <source>There is no show yet. `greenroom show new TITLE` makes one.</source>
        <translation>还没有场次。`greenroom show new TITLE` 新建一个。</translation>
    </message>
    <message>
        <source>What the show is called.</source>
        <translation>场次的名称。</translation>
    </message>
    <message>
        <source>Begin with the example rows of this format.</source>
        <translation>以这种形式的示例行开头。</translation>
    </message>
    <message>
        <source>A show needs a title.</source>
        <translation>场次要有标题。</translation>
    </message>
    <message>
        <source>There is no format “{id}”.</source>
        <translation>没有形式「{id}」。</translation>
    </message>
    <message>
        <source>Choose from: {known}.</source>
        <translation>可选：{known}。</translation>
    </message>
    <message>
        <source>template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>rows: {rows}</source>
        <translation>{rows} 行</translation>
    </message>
    <message>
        <source>The show's id, its beginning, or its title.</source>
        <translation>场次的 id、id 的开头，或名称。</translation>
    </message>
    <message>
        <source>Where to; - prints JSON here.</source>
        <translation>写到哪里；- 在此输出 JSON。</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写出：{file}</translation>
    </message>
    <message>
        <source>“{wanted}” is {count} shows.</source>
        <translation>「{wanted}」对应 {count} 个场次。</translation>
    </message>
    <message>
        <source>Name one by its id: {ids}.</source>
        <translation>用 id 指明一个：{ids}。</translation>
    </message>
    <message>
        <source>A show cannot be written as {file}.</source>
        <translation>场次不能写成 {file}。</translation>
    </message>
    <message>
        <source>List the shows of the library.</source>
        <translation>列出资料库里的场次。</translation>
    </message>
    <message>
        <source>Put a new show in the library.</source>
        <translation>在资料库里新建场次。</translation>
    </message>
    <message>
        <source>Write a show to a file.</source>
        <translation>把场次写成文件。</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>script</name>
    <message><source>+{count} products</source><translation>另 {count} 件</translation></message>
    <message><source>A name of its own</source><translation>自定名称</translation></message>
    <message><source>Accept</source><translation>接受</translation></message>
    <message><source>Accept the repair</source><translation>接受修复</translation></message>
    <message><source>Add a beat</source><translation>添加节拍</translation></message>
    <message><source>Add a cue</source><translation>添加指令</translation></message>
    <message><source>Add cue {kind}</source><translation>添加指令「{kind}」</translation></message>
    <message><source>After the row's start</source><translation>环节开始后</translation></message>
    <message><source>Apply template {name}</source><translation>套用模板「{name}」</translation></message>
    <message><source>Beat</source><translation>节拍</translation></message>
    <message><source>Beats</source><translation>节拍</translation></message>
    <message><source>Beats and templates</source><translation>节拍与模板</translation></message>
    <message><source>Camera shot</source><translation>机位</translation></message>
    <message><source>Carried out by</source><translation>谁执行</translation></message>
    <message><source>Change beat</source><translation>修改节拍</translation></message>
    <message><source>Change cue {kind}</source><translation>修改指令「{kind}」</translation></message>
    <message><source>Change the cue</source><translation>修改指令</translation></message>
    <message><source>Change this beat…</source><translation>修改这个节拍…</translation></message>
    <message><source>Co-host</source><translation>助播</translation></message>
    <message><source>Control</source><translation>中控</translation></message>
    <message><source>Copy</source><translation>复制</translation></message>
    <message><source>Cue kind</source><translation>指令类型</translation></message>
    <message><source>Cues without a place in the words</source><translation>没有放进台词的指令</translation></message>
    <message><source>Cut</source><translation>剪切</translation></message>
    <message><source>Divide the words into steps…</source><translation>把台词分成步骤…</translation></message>
    <message><source>Ends in time</source><translation>能按时结束</translation></message>
    <message><source>Ends in time, {spare} to spare</source><translation>能按时结束，富余 {spare}</translation></message>
    <message><source>Ends {end}, in time</source><translation>{end} 结束，不超时</translation></message>
    <message><source>Ends {end}, still {over} over</source><translation>{end} 结束，还超 {over}</translation></message>
    <message><source>Fill the time</source><translation>填满时间</translation></message>
    <message><source>Floor</source><translation>场控</translation></message>
    <message><source>Hard out</source><translation>硬结束</translation></message>
    <message><source>Hard out {clock}</source><translation>硬结束 {clock}</translation></message>
    <message><source>Host</source><translation>主播</translation></message>
    <message><source>Insert a cue (Ctrl+K)</source><translation>插入指令（Ctrl+K）</translation></message>
    <message><source>Insert a token</source><translation>插入变量</translation></message>
    <message><source>Insert or change a cue</source><translation>插入或修改指令</translation></message>
    <message><source>Its words take {over} longer</source><translation>台词念完要多 {over}</translation></message>
    <message><source>Length {length}</source><translation>时长 {length}</translation></message>
    <message><source>Link up</source><translation>上链接</translation></message>
    <message><source>Link {number}</source><translation>{number} 号链接</translation></message>
    <message><source>Looking for a repair…</source><translation>正在找修复办法…</translation></message>
    <message><source>Lucky bag</source><translation>福袋</translation></message>
    <message><source>Move beat</source><translation>移动节拍</translation></message>
    <message><source>Move cue {kind} into the words</source><translation>把指令「{kind}」放进台词</translation></message>
    <message><source>Move earlier</source><translation>往前移</translation></message>
    <message><source>Move later</source><translation>往后移</translation></message>
    <message><source>New price</source><translation>新价格</translation></message>
    <message><source>Next beat</source><translation>下一个节拍</translation></message>
    <message><source>No hard out and no target: over and under are not known</source><translation>没有硬结束也没有目标时长，超欠算不出来</translation></message>
    <message><source>No repair fits: cut by hand</source><translation>没有合适的修复，手动删减</translation></message>
    <message><source>Over</source><translation>超时</translation></message>
    <message><source>Pinned card</source><translation>讲解卡</translation></message>
    <message><source>Planned</source><translation>计划</translation></message>
    <message><source>Planned end</source><translation>计划结束</translation></message>
    <message><source>Price change</source><translation>改价</translation></message>
    <message><source>Product of the cue</source><translation>对应商品</translation></message>
    <message><source>Proofs {count}</source><translation>证明 {count} 份</translation></message>
    <message><source>Prop</source><translation>道具</translation></message>
    <message><source>Put at the caret</source><translation>放到光标处</translation></message>
    <message><source>Read aloud · {host} {rate} chars/min</source><translation>照词念 · {host} {rate} 字/分</translation></message>
    <message><source>Read aloud · {host} {rate} words/min</source><translation>照词念 · {host} {rate} 词/分</translation></message>
    <message><source>Read aloud · {rate} chars/min</source><translation>照词念 · {rate} 字/分</translation></message>
    <message><source>Read aloud · {rate} words/min</source><translation>照词念 · {rate} 词/分</translation></message>
    <message><source>Remove beat</source><translation>删掉节拍</translation></message>
    <message><source>Remove cue</source><translation>删掉指令</translation></message>
    <message><source>Remove cue {kind}</source><translation>删掉指令「{kind}」</translation></message>
    <message><source>Repair</source><translation>修复建议</translation></message>
    <message><source>Repair the timing: ends {end}</source><translation>修复时间：{end} 结束</translation></message>
    <message><source>Repairs</source><translation>修复建议</translation></message>
    <message><source>Repeat every (seconds)</source><translation>每隔几秒重复</translation></message>
    <message><source>Round {number}</source><translation>第 {number} 遍</translation></message>
    <message><source>Save</source><translation>保存</translation></message>
    <message><source>See difference</source><translation>看差异</translation></message>
    <message><source>Select all</source><translation>全选</translation></message>
    <message><source>Set a hard out</source><translation>设硬结束…</translation></message>
    <message><source>Set the hard out</source><translation>设硬结束</translation></message>
    <message><source>Slack</source><translation>富余</translation></message>
    <message><source>Step</source><translation>步骤</translation></message>
    <message><source>Stock {count}</source><translation>库存 {count}</translation></message>
    <message><source>Stretch beat</source><translation>拉伸节拍</translation></message>
    <message><source>Target end</source><translation>目标结束</translation></message>
    <message><source>Templates</source><translation>模板</translation></message>
    <message><source>Timeline</source><translation>时间轴</translation></message>
    <message><source>Tokens</source><translation>变量</translation></message>
    <message><source>Type in the words</source><translation>写台词</translation></message>
    <message><source>Type in “{title}”</source><translation>写「{title}」的台词</translation></message>
    <message><source>Type seconds from 1 to 3600.</source><translation>填 1 到 3600 之间的秒数。</translation></message>
    <message><source>Typed length</source><translation>指定时长</translation></message>
    <message><source>Words</source><translation>台词</translation></message>
    <message><source>Words of the row</source><translation>这一行的台词</translation></message>
    <message><source>Words on the flag</source><translation>标签文字</translation></message>
    <message><source>Words without a step</source><translation>不属于步骤的台词</translation></message>
    <message><source>Write the words here</source><translation>台词写在这里</translation></message>
    <message><source>every {s} s</source><translation>每 {s} 秒</translation></message>
    <message><source>no step</source><translation>不属于任何步骤</translation></message>
    <message><source>nothing stated</source><translation>没有填</translation></message>
    <message><source>plays</source><translation>播</translation></message>
    <message><source>this row</source><translation>这一行</translation></message>
    <message><source>understood as {what}</source><translation>理解为 {what}</translation></message>
    <message><source>without {beat}</source><translation>去掉「{beat}」</translation></message>
    <message><source>{beat}, still empty</source><translation>{beat}，还空着</translation></message>
    <message><source>{number} · ends {end}</source><translation>{number} · {end} 结束</translation></message>
    <message><source>“{title}” now takes {length}</source><translation>「{title}」改为 {length}</translation></message>
    <message><source>“{typed}” is no time between repeats.</source><translation>「{typed}」不能当重复间隔。</translation></message>
    <message><source>“{typed}” is not a time.</source><translation>「{typed}」不是时间。</translation></message>
</context>
</TS>

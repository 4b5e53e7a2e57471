<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>roompage</name>
    <message><source>/min</source><translation>/分</translation></message>
    <message><source>1 cause explains {n} readings</source><translation>1 个原因解释了 {n} 个读数</translation></message>
    <message><source>A phone as camera: http://… (multipart JPEG) or rtsp://…</source><translation>手机当摄像头：http://…（multipart JPEG）或 rtsp://…</translation></message>
    <message><source>About {kelvin} K, tint {tint} green, {stops} stops</source><translation>约 {kelvin} K，偏绿 {tint}，{stops} 档</translation></message>
    <message><source>About {kelvin} K, tint {tint} magenta, {stops} stops</source><translation>约 {kelvin} K，偏品红 {tint}，{stops} 档</translation></message>
    <message><source>Add room</source><translation>添加直播间</translation></message>
    <message><source>Add room {name}</source><translation>添加直播间 {name}</translation></message>
    <message><source>Add room…</source><translation>添加直播间…</translation></message>
    <message><source>Address of the camera</source><translation>摄像头地址</translation></message>
    <message><source>All</source><translation>全部</translation></message>
    <message><source>An address begins with http:// or rtsp://</source><translation>地址以 http:// 或 rtsp:// 开头</translation></message>
    <message><source>Analysis {ms:.1f} ms a frame</source><translation>分析 {ms:.1f} ms/帧</translation></message>
    <message><source>As it is</source><translation>现在的样子</translation></message>
    <message><source>Begin act {number}</source><translation>开始第 {number} 个动作</translation></message>
    <message><source>Begin this act</source><translation>开始这个动作</translation></message>
    <message><source>Camera and microphone are measured while you talk; three short acts give the rest</source><translation>边说边测摄像头和话筒，三个小动作测出其余的</translation></message>
    <message><source>Camera that is not plugged in</source><translation>没插上的摄像头</translation></message>
    <message><source>Cancelled: nothing of the recording was kept</source><translation>已取消，这段录像什么都没留</translation></message>
    <message><source>Causes appear here once the check runs</source><translation>检查开始后，原因列在这里</translation></message>
    <message><source>Change limit of {name}</source><translation>修改 {name} 的限值</translation></message>
    <message><source>Check a recording…</source><translation>检查录像…</translation></message>
    <message><source>Check finished {time}, kept in the library</source><translation>检查做完 {time}，已存进资料库</translation></message>
    <message><source>Check finished {time}, not kept</source><translation>检查做完 {time}，没有存</translation></message>
    <message><source>Checking the recording {name}</source><translation>正在检查录像 {name}</translation></message>
    <message><source>Choose camera</source><translation>选择摄像头</translation></message>
    <message><source>Choose microphone</source><translation>选择话筒</translation></message>
    <message><source>Choose platform</source><translation>选择平台</translation></message>
    <message><source>Choose profile</source><translation>选择标准</translation></message>
    <message><source>Clap six times in front of the face: gives sync and echo</source><translation>在脸前拍手六次，测同步和混响</translation></message>
    <message><source>Clipped {share} %</source><translation>过曝 {share} %</translation></message>
    <message><source>Compare</source><translation>对比</translation></message>
    <message><source>Compare later checks with this one</source><translation>以后的检查都和这次比</translation></message>
    <message><source>Copied as {name}</source><translation>已复制为 {name}</translation></message>
    <message><source>Copy and edit</source><translation>复制并修改</translation></message>
    <message><source>Copy profile {name}</source><translation>复制标准 {name}</translation></message>
    <message><source>Demo</source><translation>演示</translation></message>
    <message><source>Demo room</source><translation>演示直播间</translation></message>
    <message><source>Demo room, not your room</source><translation>演示，不是你的直播间</translation></message>
    <message><source>Demo room: these numbers say nothing about a real room</source><translation>演示直播间：这些数字和真实直播间无关</translation></message>
    <message><source>Do this act again</source><translation>重做这个动作</translation></message>
    <message><source>Done, measure again</source><translation>调好了，重测</translation></message>
    <message><source>Every finished check is kept here, with its picture and a trend per reading</source><translation>做完的检查都存在这里，带画面，每个读数有走势</translation></message>
    <message><source>Export .cube…</source><translation>导出 .cube…</translation></message>
    <message><source>Eye line {share} %</source><translation>眼线 {share} %</translation></message>
    <message><source>Face</source><translation>人脸</translation></message>
    <message><source>Face width {share} %</source><translation>脸宽 {share} %</translation></message>
    <message><source>Finish a check first.</source><translation>先做完一次检查。</translation></message>
    <message><source>Finish check</source><translation>结束检查</translation></message>
    <message><source>Focus</source><translation>峰值</translation></message>
    <message><source>Focus edges</source><translation>峰值</translation></message>
    <message><source>Golden room</source><translation>黄金直播间</translation></message>
    <message><source>Golden room, {day}</source><translation>黄金直播间，{day}</translation></message>
    <message><source>Good range, or why it is unknown</source><translation>合格范围，或未测的原因</translation></message>
    <message><source>Heard and seen</source><translation>听到看到</translation></message>
    <message><source>Histogram</source><translation>直方图</translation></message>
    <message><source>Histogram of the luma</source><translation>亮度直方图</translation></message>
    <message><source>History</source><translation>历史</translation></message>
    <message><source>Hold A4 paper beside the face for 2 s: act 3 of the check</source><translation>把 A4 白纸举到脸旁 2 s，就是检查的第 3 个动作</translation></message>
    <message><source>Hold A4 paper beside the face: sets white balance and LUT</source><translation>A4 白纸举到脸旁，定白平衡与 LUT</translation></message>
    <message><source>How it is measured</source><translation>怎么测的</translation></message>
    <message><source>IRE</source><translation>IRE</translation></message>
    <message><source>In OBS: filters of the camera, Apply LUT, choose this file. Made for sRGB-encoded pictures</source><translation>在 OBS 里：摄像头的滤镜，应用 LUT，选这个文件。为 sRGB 编码的画面做的</translation></message>
    <message><source>Integrated I</source><translation>综合 I</translation></message>
    <message><source>Integrated loudness {value} LUFS</source><translation>综合响度 {value} LUFS</translation></message>
    <message><source>Leave this act out</source><translation>跳过这个动作</translation></message>
    <message><source>Limit</source><translation>限值</translation></message>
    <message><source>Limits and platform…</source><translation>限值与平台…</translation></message>
    <message><source>Loudness</source><translation>响度</translation></message>
    <message><source>Loudness meter</source><translation>响度表</translation></message>
    <message><source>Mark a finished check as golden: later checks then list only what moved</source><translation>把一次做完的检查标为黄金，以后只列出变了的</translation></message>
    <message><source>Mark as golden</source><translation>标为黄金</translation></message>
    <message><source>Mark as golden room</source><translation>标为黄金直播间</translation></message>
    <message><source>Marked as golden room</source><translation>已标为黄金直播间</translation></message>
    <message><source>Measured {n} of {all}</source><translation>已测 {n} / {all} 项</translation></message>
    <message><source>Momentary</source><translation>瞬时 M</translation></message>
    <message><source>Momentary {m} LUFS, short term {s} LUFS, true peak {p} dBTP</source><translation>瞬时 {m} LUFS，短时 {s} LUFS，真峰值 {p} dBTP</translation></message>
    <message><source>Move product zone</source><translation>移动商品区</translation></message>
    <message><source>Move safe area</source><translation>移动安全区</translation></message>
    <message><source>Name of the room</source><translation>直播间的名字</translation></message>
    <message><source>Network camera</source><translation>网络摄像头</translation></message>
    <message><source>Network camera…</source><translation>网络摄像头…</translation></message>
    <message><source>No camera</source><translation>不用摄像头</translation></message>
    <message><source>No cause found: nothing measured so far is out of range</source><translation>没有找到原因，已测的都在范围里</translation></message>
    <message><source>No check of this room is saved yet</source><translation>本直播间还没有存下的检查</translation></message>
    <message><source>No microphone</source><translation>不用话筒</translation></message>
    <message><source>No picture from {camera} yet</source><translation>{camera} 还没有画面</translation></message>
    <message><source>No picture was kept with this check</source><translation>这次检查没有留下画面</translation></message>
    <message><source>No platform</source><translation>不选平台</translation></message>
    <message><source>No saved check of this room has this reading yet</source><translation>这间直播间存下的检查里还没有这个读数</translation></message>
    <message><source>No sound yet</source><translation>还没有声音</translation></message>
    <message><source>Not kept: write numbers that rise from left to right, or leave an end empty</source><translation>没有存：数字从左到右要递增，或把一端留空</translation></message>
    <message><source>Not yet</source><translation>还没有</translation></message>
    <message><source>Nothing is out of range so far</source><translation>目前都在范围里</translation></message>
    <message><source>Nothing is out of range: {n} readings pass, {unknown} are unknown</source><translation>没有超出范围的：{n} 项通过，{unknown} 项未测</translation></message>
    <message><source>Nothing moved: {rest} readings as they were</source><translation>没有变化，{rest} 项都和原来一样</translation></message>
    <message><source>Nothing to do: all {n} readings pass</source><translation>没有要做的，{n} 项全部通过</translation></message>
    <message><source>Now</source><translation>现在</translation></message>
    <message><source>Only a check that is in the library can be the golden room.</source><translation>只有存进资料库的检查才能当黄金直播间。</translation></message>
    <message><source>Opening camera and microphone</source><translation>正在打开摄像头和话筒</translation></message>
    <message><source>Opening the camera</source><translation>正在打开摄像头</translation></message>
    <message><source>Others</source><translation>其他</translation></message>
    <message><source>Our choice</source><translation>我们选定</translation></message>
    <message><source>Our own calibration</source><translation>我们自己校准</translation></message>
    <message><source>Pass from</source><translation>通过从</translation></message>
    <message><source>Pass to</source><translation>通过到</translation></message>
    <message><source>Pass {good} {unit}; beyond that it warns</source><translation>通过 {good} {unit}；再往外只提醒注意</translation></message>
    <message><source>Pass {good} {unit}; warn {warns} {unit}; beyond that fail</source><translation>通过 {good} {unit}；注意 {warns} {unit}；再往外不合格</translation></message>
    <message><source>Pick a reading in the table to see its trend</source><translation>在表里选一个读数，看它的走势</translation></message>
    <message><source>Platform</source><translation>平台</translation></message>
    <message><source>Product</source><translation>商品区</translation></message>
    <message><source>Product zone</source><translation>商品区</translation></message>
    <message><source>Profile, devices, golden room and history are kept for each room</source><translation>标准、设备、黄金直播间和历史按直播间分开存</translation></message>
    <message><source>Reading {name}</source><translation>正在读 {name}</translation></message>
    <message><source>Recordings</source><translation>录像</translation></message>
    <message><source>Room check: {room}</source><translation>直播间质检：{room}</translation></message>
    <message><source>Safe</source><translation>安全区</translation></message>
    <message><source>Safe area</source><translation>安全区</translation></message>
    <message><source>Safe area: {basis}</source><translation>安全区：{basis}</translation></message>
    <message><source>Save as PDF or HTML, or the LUT of the white sheet</source><translation>存成 PDF 或 HTML，或导出白纸的 LUT</translation></message>
    <message><source>Save report as HTML…</source><translation>存报告为 HTML…</translation></message>
    <message><source>Save report as PDF…</source><translation>存报告为 PDF…</translation></message>
    <message><source>Saved checks of this room</source><translation>本直播间存下的检查</translation></message>
    <message><source>Saved {name}</source><translation>已存为 {name}</translation></message>
    <message><source>Say nothing for 3 s: gives noise floor and hum</source><translation>3 秒不出声，测本底和交流声</translation></message>
    <message><source>Scopes</source><translation>示波器</translation></message>
    <message><source>Shipped limits stay as they are. Copy the profile to set your own</source><translation>自带的限值不改。复制一份，定自己的</translation></message>
    <message><source>Short term</source><translation>短时 S</translation></message>
    <message><source>Silence, 3 s</source><translation>安静 3 秒</translation></message>
    <message><source>Skip</source><translation>跳过</translation></message>
    <message><source>Skipped: what it measures stays unknown</source><translation>跳过了，它测的读数未测</translation></message>
    <message><source>Sound of the demo</source><translation>演示的声音</translation></message>
    <message><source>Standard</source><translation>公开标准</translation></message>
    <message><source>Start</source><translation>开始</translation></message>
    <message><source>Start Greenroom again, or see what greenroom doctor says.</source><translation>重开 Greenroom，或看 greenroom doctor 的说法。</translation></message>
    <message><source>Start a check to see what moved since then</source><translation>开始检查，看看从那以后变了什么</translation></message>
    <message><source>Start check</source><translation>开始检查</translation></message>
    <message><source>Start or finish the check</source><translation>开始或结束检查</translation></message>
    <message><source>Start the check twenty minutes before going live</source><translation>开播前二十分钟开始检查</translation></message>
    <message><source>Start the check with F5, or drop a recording (.mkv, .mp4) here to check what the buyers really get</source><translation>按 F5 开始检查，或把录像（.mkv、.mp4）拖到这里，看买家真正看到的</translation></message>
    <message><source>Still missing: {what}</source><translation>还差：{what}</translation></message>
    <message><source>Talk as you do on air and look at the camera</source><translation>像直播时那样说话，看着镜头</translation></message>
    <message><source>The first readings come within seconds; then do the three acts</source><translation>几秒内就有读数，然后做三个动作</translation></message>
    <message><source>The library is not open, so nothing can be kept.</source><translation>资料库没有打开，什么都存不了。</translation></message>
    <message><source>The library is read-only, so limits cannot be changed now</source><translation>资料库只读，限值现在不能改</translation></message>
    <message><source>The other {n} passed</source><translation>其余 {n} 项通过</translation></message>
    <message><source>The studio's own</source><translation>工作室自己的</translation></message>
    <message><source>The studio's own word</source><translation>本工作室定</translation></message>
    <message><source>The white sheet was not shown</source><translation>白纸还没举</translation></message>
    <message><source>Thirds</source><translation>三分线</translation></message>
    <message><source>This check {time}</source><translation>本次检查 {time}</translation></message>
    <message><source>This room</source><translation>本直播间</translation></message>
    <message><source>Three acts</source><translation>三个动作</translation></message>
    <message><source>Time</source><translation>时间</translation></message>
    <message><source>To do</source><translation>要处理</translation></message>
    <message><source>True peak</source><translation>真峰值</translation></message>
    <message><source>Two lights differ: the right half is {kelvin} K off the left. Set both lamps alike first; a LUT can only meet the middle</source><translation>两盏灯不一样：右半边比左半边差 {kelvin} K。先把两盏灯调成一样，LUT 只能取中间</translation></message>
    <message><source>Use this camera</source><translation>用这个摄像头</translation></message>
    <message><source>Vector</source><translation>矢量</translation></message>
    <message><source>Vectorscope with the skin line</source><translation>带肤色线的矢量示波器</translation></message>
    <message><source>Version</source><translation>版本</translation></message>
    <message><source>Warn from</source><translation>注意从</translation></message>
    <message><source>Warn to</source><translation>注意到</translation></message>
    <message><source>Waveform</source><translation>波形</translation></message>
    <message><source>Waveform, 0 to 100 IRE</source><translation>波形，0 至 100 IRE</translation></message>
    <message><source>What the buyers really get: sound, picture and sync of the file</source><translation>买家真正看到的：文件里的声音、画面和同步</translation></message>
    <message><source>What the limit stands on</source><translation>限值的依据</translation></message>
    <message><source>White sheet as LUT for OBS…</source><translation>白纸做成 OBS 的 LUT…</translation></message>
    <message><source>White sheet, 2 s</source><translation>举白纸 2 秒</translation></message>
    <message><source>Why it is unknown</source><translation>为什么未测</translation></message>
    <message><source>With the LUT</source><translation>用了 LUT</translation></message>
    <message><source>Within {low:.0f} to {high:.0f}</source><translation>在 {low:.0f} 至 {high:.0f} 之内</translation></message>
    <message><source>Zebra</source><translation>斑马纹</translation></message>
    <message><source>certainty high</source><translation>把握高</translation></message>
    <message><source>certainty low</source><translation>把握低</translation></message>
    <message><source>certainty medium</source><translation>把握中</translation></message>
    <message><source>certainty unknown</source><translation>把握未知</translation></message>
    <message><source>face</source><translation>脸</translation></message>
    <message><source>now</source><translation>现在</translation></message>
    <message><source>stops</source><translation>档</translation></message>
    <message><source>the camera</source><translation>摄像头</translation></message>
    <message><source>the warn range must hold the pass range</source><translation>注意范围要包住通过范围</translation></message>
    <message><source>{all} readings: {fail} fail, {warn} warn, {unknown} unknown</source><translation>{all} 项读数：不合格 {fail}，注意 {warn}，未测 {unknown}</translation></message>
    <message><source>{causes} causes explain {n} readings</source><translation>{causes} 个原因解释了 {n} 个读数</translation></message>
    <message><source>{done} of {all} done</source><translation>做完 {done} / {all}</translation></message>
    <message><source>{first}, {next}</source><translation>{first}、{next}</translation></message>
    <message><source>{foot}, page {n}</source><translation>{foot}，第 {n} 页</translation></message>
    <message><source>{gap:.1f} dB too loud</source><translation>响了 {gap:.1f} dB</translation></message>
    <message><source>{gap:.1f} dB too quiet</source><translation>轻了 {gap:.1f} dB</translation></message>
    <message><source>{kind}: {source} ({date}, {certainty})</source><translation>{kind}：{source}（{date}，{certainty}）</translation></message>
    <message><source>{name} {value}: {verdict}, good range {limit}</source><translation>{name} {value}：{verdict}，合格范围 {limit}</translation></message>
    <message><source>{name} {value}: {verdict}. {reason}</source><translation>{name} {value}：{verdict}。{reason}</translation></message>
    <message><source>{name}, our limits</source><translation>{name}，我们的限值</translation></message>
    <message><source>{name}, {unit}</source><translation>{name}，{unit}</translation></message>
    <message><source>{name}: {end}</source><translation>{name}：{end}</translation></message>
    <message><source>{name}: {verdict}. {reason}</source><translation>{name}：{verdict}。{reason}</translation></message>
    <message><source>{n} moved, the other {rest} did not</source><translation>只有 {n} 处变了，其余 {rest} 项没动</translation></message>
    <message><source>{n} passed</source><translation>{n} 项通过</translation></message>
    <message><source>{n} saved checks</source><translation>{n} 次存下的检查</translation></message>
    <message><source>{platform} safe area</source><translation>{platform} 安全区</translation></message>
    <message><source>{profile}, start values of {platform}</source><translation>{profile}，用 {platform} 的起始值</translation></message>
    <message><source>{seconds:.0f} s</source><translation>{seconds:.0f} s</translation></message>
    <message><source>{time}, {profile}: {fail} fail, {warn} warn, {passed} pass, {unknown} unknown</source><translation>{time}，{profile}：不合格 {fail}，注意 {warn}，通过 {passed}，未测 {unknown}</translation></message>
    <message><source>{title} explains one reading</source><translation>{title} 这一项，解释了一个读数</translation></message>
    <message><source>{title} explains {n} readings</source><translation>{title} 这一项，解释了 {n} 个读数</translation></message>
    <message><source>{title}: {fix}</source><translation>{title}：{fix}</translation></message>
    <message><source>{verdict}: all {n} readings pass</source><translation>{verdict}：{n} 项全部通过</translation></message>
    <message><source>{verdict}: {fail} fail, {warn} warn, {passed} pass, {unknown} unknown</source><translation>{verdict}：不合格 {fail}，注意 {warn}，通过 {passed}，未测 {unknown}</translation></message>
    <message>
        <source>The check ends: devices are let go, the report is kept</source>
        <translation>检测收尾：放开设备，保存报告</translation>
    </message>
    <message>
        <source>Skipped, unknown</source>
        <translation>跳过了，未测</translation>
    </message>
</context>
</TS>

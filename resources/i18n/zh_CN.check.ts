<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>check</name>
    <message>
        <source>The profile states no limit</source>
        <translation>标准里没有这一项的界限</translation>
    </message>
    <message>
        <source>The number the limit speaks of is still missing</source>
        <translation>判断要用的数字还没有</translation>
    </message>
    <message>
        <source>No finite number came out of the measurement</source>
        <translation>没有测出有限的数字</translation>
    </message>
    <message>
        <source>Set by the studio</source>
        <translation>由本工作室设定</translation>
    </message>
    <message>
        <source>There is no profile “{name}”.</source>
        <translation>没有叫「{name}」的标准。</translation>
    </message>
    <message>
        <source>Choose one of: {known}.</source>
        <translation>可选：{known}。</translation>
    </message>
    <message>
        <source>There is no platform “{name}”.</source>
        <translation>没有叫「{name}」的平台。</translation>
    </message>
    <message>
        <source>This report has format {found}; known here: {known}.</source>
        <translation>这份报告的格式是 {found}，这里只认识 {known}。</translation>
    </message>
    <message>
        <source>Open it with the version of Greenroom that wrote it.</source>
        <translation>用写下它的那个版本打开。</translation>
    </message>
    <message>
        <source>Three seconds of silence</source>
        <translation>安静 3 秒</translation>
    </message>
    <message>
        <source>Six claps</source>
        <translation>拍手 6 次</translation>
    </message>
    <message>
        <source>White sheet</source>
        <translation>白纸</translation>
    </message>
    <message>
        <source>There is no sound in this check</source>
        <translation>这次质检没有声音</translation>
    </message>
    <message>
        <source>There is no picture in this check</source>
        <translation>这次质检没有画面</translation>
    </message>
    <message>
        <source>Speech up to {seconds:.0f} s</source>
        <translation>人声满 {seconds:.0f} 秒</translation>
    </message>
    <message>
        <source>A face in the picture</source>
        <translation>画面里的人脸</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>还没测到</translation>
    </message>
    <message>
        <source>The claps were skipped</source>
        <translation>跳过了拍手</translation>
    </message>
    <message>
        <source>{name} is new: {value}</source>
        <translation>新出现：{name} {value}</translation>
    </message>
    <message>
        <source>{name} is gone: {value} before</source>
        <translation>{name} 消失，原来 {value}</translation>
    </message>
    <message>
        <source>Key light {stops} stops</source>
        <translation>主灯 {stops} 档</translation>
    </message>
    <message>
        <source>Camera about {degrees}° to the right</source>
        <translation>镜头右偏约 {degrees}°</translation>
    </message>
    <message>
        <source>Camera about {degrees}° to the left</source>
        <translation>镜头左偏约 {degrees}°</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Sound and picture</source>
        <translation>音画</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>灯光</translation>
    </message>
    <message>
        <source>Framing</source>
        <translation>构图</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>未做</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>没做完</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已做</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>话筒</translation>
    </message>
    <message>
        <source>Greenroom room check</source>
        <translation>开播前 · 直播间质检</translation>
    </message>
    <message>
        <source>Demo: picture and sound were made by the app, no real room was measured.</source>
        <translation>演示：画面和声音由软件自己生成，没有测量真实的直播间。</translation>
    </message>
    <message>
        <source>Nothing to do: no reading is beyond its limit.</source>
        <translation>没有要做的：没有读数越界。</translation>
    </message>
    <message>
        <source>Causes first</source>
        <translation>先看原因</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>读数</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读数</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Good range</source>
        <translation>合格范围</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么办</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>还差</translation>
    </message>
    <message>
        <source>(its ± reaches over a limit)</source>
        <translation>（误差跨过界限）</translation>
    </message>
    <message>
        <source>The picture as the camera gave it</source>
        <translation>摄像头给出的画面</translation>
    </message>
    <message>
        <source>{failed} fail, {warned} warn, {passed} pass, {unknown} unknown</source>
        <translation>不合格 {failed}，注意 {warned}，通过 {passed}，未测 {unknown}</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>测量时长</translation>
    </message>
    <message>
        <source>App</source>
        <translation>软件</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Room check</source>
        <translation>直播间质检</translation>
    </message>
    <message>
        <source>{file} is no 3D LUT that can be read ({place}).</source>
        <translation>{file} 不是能读的三维 LUT（{place}）。</translation>
    </message>
    <message>
        <source>Choose a .cube file with LUT_3D_SIZE.</source>
        <translation>选一个带 LUT_3D_SIZE 的 .cube 文件。</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>质检中</translation>
    </message>
    <message>
        <source>Check a room: a camera and a microphone, a file, or the demo.</source>
        <translation>质检一个直播间：摄像头和话筒、文件，或演示。</translation>
    </message>
    <message>
        <source>Camera (number or name), file, address, demo.</source>
        <translation>摄像头（编号或名称）、文件、网址、demo。</translation>
    </message>
    <message>
        <source>Microphone (number or name), file, demo.</source>
        <translation>话筒（编号或名称）、文件、demo。</translation>
    </message>
    <message>
        <source>Limits to judge by.</source>
        <translation>按哪个标准判断。</translation>
    </message>
    <message>
        <source>Platform whose start values to put in.</source>
        <translation>填入哪个平台的起始值。</translation>
    </message>
    <message>
        <source>How long; default 15 for devices, all of a file.</source>
        <translation>测多少秒，设备默认 15，文件默认全部。</translation>
    </message>
    <message>
        <source>Write the report as an HTML page.</source>
        <translation>把报告写成 HTML 页面。</translation>
    </message>
    <message>
        <source>Keep the report in the library.</source>
        <translation>把报告存进资料库。</translation>
    </message>
    <message>
        <source>Still missing: {listed}</source>
        <translation>还差：{listed}</translation>
    </message>
    <message>
        <source>Report: {file}</source>
        <translation>报告：{file}</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Microphones</source>
        <translation>话筒</translation>
    </message>
    <message>
        <source>List cameras and microphones, with their formats and the default.</source>
        <translation>列出摄像头和话筒，带格式和默认项。</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>{what}: {name}</source>
        <translation>{what}：{name}</translation>
    </message>
    <message>
        <source>There is no option “{option}”.</source>
        <translation>没有选项「{option}」。</translation>
    </message>
    <message>
        <source>There is no verb “{verb}”.</source>
        <translation>没有命令「{verb}」。</translation>
    </message>
    <message>
        <source>“{option}” needs a value.</source>
        <translation>「{option}」后面要有一个值。</translation>
    </message>
    <message>
        <source>“{option}” does not take this value.</source>
        <translation>「{option}」不能用这个值。</translation>
    </message>
    <message>
        <source>“{option}” is missing.</source>
        <translation>缺少「{option}」。</translation>
    </message>
    <message>
        <source>“{word}” is too much.</source>
        <translation>多了「{word}」。</translation>
    </message>
    <message>
        <source>The command cannot be understood.</source>
        <translation>看不懂这条命令。</translation>
    </message>
    <message>
        <source>`{command} --help` explains it.</source>
        <translation>`{command} --help` 里有说明。</translation>
    </message>
    <message>
        <source>Only the sound was asked for</source>
        <translation>只测声音</translation>
    </message>
    <message>
        <source>After {seconds:.0f} s: {what}</source>
        <translation>第 {seconds:.0f} s：{what}</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>COMMAND [ARGS]...</source>
        <translation>命令 [参数]...</translation>
    </message>
    <message>
        <source>Show this message and exit.</source>
        <translation>显示这段说明。</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>用法：</translation>
    </message>
    <message>
        <source>{heading}:</source>
        <translation>{heading}：</translation>
    </message>
</context>
</TS>

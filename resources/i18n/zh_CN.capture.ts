<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>capture</name>
    <message>
        <source>No microphone was found.</source>
        <translation>没有找到话筒。</translation>
    </message>
    <message>
        <source>No camera was found.</source>
        <translation>没有找到摄像头。</translation>
    </message>
    <message>
        <source>Plug one in, or name a file, an http or rtsp address, or “demo”.</source>
        <translation>插上一个，或写文件名、http 或 rtsp 地址，或「demo」。</translation>
    </message>
    <message>
        <source>No camera is called “{source}”. There are: {names}.</source>
        <translation>没有叫「{source}」的摄像头。现有：{names}。</translation>
    </message>
    <message>
        <source>No microphone is called “{source}”. There are: {names}.</source>
        <translation>没有叫「{source}」的话筒。现有：{names}。</translation>
    </message>
    <message>
        <source>Name one of these, a file, an http or rtsp address, or “demo”.</source>
        <translation>写其中一个，或文件名、http 或 rtsp 地址，或「demo」。</translation>
    </message>
    <message>
        <source>A network address gives a picture, no sound: {source}.</source>
        <translation>网络地址只有画面，没有声音：{source}。</translation>
    </message>
    <message>
        <source>Name a microphone or a file for the sound.</source>
        <translation>声音另选话筒或文件。</translation>
    </message>
    <message>
        <source>{name} is no film or sound file that can be read.</source>
        <translation>{name} 不是能读的视频或音频文件。</translation>
    </message>
    <message>
        <source>Choose a film or a sound file.</source>
        <translation>选一个视频或音频文件。</translation>
    </message>
    <message>
        <source>{name} is text, not a film or a sound file.</source>
        <translation>{name} 是文本，不是视频或音频文件。</translation>
    </message>
    <message>
        <source>{name} breaks off before its index: nothing in it can be read.</source>
        <translation>{name} 没录完，索引缺失，里面的内容都读不出。</translation>
    </message>
    <message>
        <source>Record again as .mkv, which survives a break, or repair the file first.</source>
        <translation>改用 .mkv 重录（中断也能读），或先修复这个文件。</translation>
    </message>
    <message>
        <source>{name} is a folder.</source>
        <translation>{name} 是文件夹。</translation>
    </message>
    <message>
        <source>Choose one file in it.</source>
        <translation>选里面的一个文件。</translation>
    </message>
    <message>
        <source>{name} is empty (0 bytes).</source>
        <translation>{name} 是空文件（0 字节）。</translation>
    </message>
    <message>
        <source>Record it again, or choose another file.</source>
        <translation>重新录，或换一个文件。</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>没有这个文件：{path}。</translation>
    </message>
    <message>
        <source>Check its name and folder.</source>
        <translation>核对文件名和文件夹。</translation>
    </message>
    <message>
        <source>{name} may not be read: permission denied.</source>
        <translation>{name} 不能读：没有权限。</translation>
    </message>
    <message>
        <source>Give yourself the right to read it, or copy it elsewhere.</source>
        <translation>给自己加上读取权限，或把它复制到别处。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>{name} 读不出：{reason}。</translation>
    </message>
    <message>
        <source>Check the disk, then try again.</source>
        <translation>检查磁盘，再试一次。</translation>
    </message>
    <message>
        <source>The file breaks off: {read:.1f} s of {whole:.1f} s could be read, and only they count.</source>
        <translation>文件不完整：全长 {whole:.1f} 秒，只读出 {read:.1f} 秒，结论只算这一段。</translation>
    </message>
    <message>
        <source>{name} holds neither picture nor sound.</source>
        <translation>{name} 里既没有画面也没有声音。</translation>
    </message>
    <message>
        <source>{name} holds no picture and no sound that can be read.</source>
        <translation>{name} 里没有能读的画面和声音。</translation>
    </message>
    <message>
        <source>Another program holds the camera “{name}”.</source>
        <translation>摄像头「{name}」被别的程序占用。</translation>
    </message>
    <message>
        <source>Close it and the picture comes by itself.</source>
        <translation>关掉那个程序，画面会自动出现。</translation>
    </message>
    <message>
        <source>The system does not let Greenroom use the camera “{name}”.</source>
        <translation>系统不许开播前使用摄像头「{name}」。</translation>
    </message>
    <message>
        <source>Allow the camera in the privacy settings, then start the check again.</source>
        <translation>在隐私设置里允许摄像头，再重新开始质检。</translation>
    </message>
    <message>
        <source>The camera “{name}” is not there.</source>
        <translation>没有摄像头「{name}」。</translation>
    </message>
    <message>
        <source>Plug it in and the picture comes by itself.</source>
        <translation>插上后画面会自动出现。</translation>
    </message>
    <message>
        <source>The camera “{name}” was lost. Everything else goes on.</source>
        <translation>摄像头「{name}」断开了，其他照常。</translation>
    </message>
    <message>
        <source>Plug it in again and the picture comes back by itself.</source>
        <translation>重新插上，画面会自动恢复。</translation>
    </message>
    <message>
        <source>“{name}” sends no picture any more. Everything else goes on.</source>
        <translation>「{name}」不再送画面，其他照常。</translation>
    </message>
    <message>
        <source>Check its cable and whether another program has taken it.</source>
        <translation>检查线，看看是不是被别的程序占用。</translation>
    </message>
    <message>
        <source>No answer from {address}.</source>
        <translation>{address} 没有应答。</translation>
    </message>
    <message>
        <source>Start the camera app on the phone, and use the same network. It connects by itself.</source>
        <translation>在手机上打开摄像头应用，连同一个网络，随后会自动连上。</translation>
    </message>
    <message>
        <source>The network camera {address} was lost. Everything else goes on.</source>
        <translation>网络摄像头 {address} 断开了，其他照常。</translation>
    </message>
    <message>
        <source>Check the network and the camera app. It connects again by itself.</source>
        <translation>检查网络和摄像头应用，随后会自动重连。</translation>
    </message>
    <message>
        <source>{address} refuses access (HTTP {status}).</source>
        <translation>{address} 拒绝访问（HTTP {status}）。</translation>
    </message>
    <message>
        <source>Put name and password into the address: http://name:password@…</source>
        <translation>把用户名和密码写进地址：http://name:password@…</translation>
    </message>
    <message>
        <source>{address} answers, but sends no picture.</source>
        <translation>{address} 有应答，但没有画面。</translation>
    </message>
    <message>
        <source>Use the address of the film itself; the camera app names it.</source>
        <translation>改用视频流本身的地址，摄像头应用里会写明。</translation>
    </message>
    <message>
        <source>“{name}” delivers {width}×{height} instead of {asked_width}×{asked_height}.</source>
        <translation>「{name}」实际输出 {width}×{height}，要求的是 {asked_width}×{asked_height}。</translation>
    </message>
    <message>
        <source>Choose a format that the camera offers, or use a USB 3 port.</source>
        <translation>选摄像头支持的格式，或换到 USB 3 接口。</translation>
    </message>
    <message>
        <source>“{name}” delivers {got:.0f} frames a second instead of {asked:.0f}.</source>
        <translation>「{name}」实际每秒 {got:.0f} 帧，要求的是 {asked:.0f} 帧。</translation>
    </message>
    <message>
        <source>The picture of “{name}” is black.</source>
        <translation>「{name}」的画面是黑的。</translation>
    </message>
    <message>
        <source>Take off the lens cap, open the shutter, or turn on the light.</source>
        <translation>取下镜头盖，打开遮挡，或开灯。</translation>
    </message>
    <message>
        <source>The sound library PortAudio is not installed.</source>
        <translation>没有安装声音库 PortAudio。</translation>
    </message>
    <message>
        <source>Install it (Debian, Ubuntu: sudo apt install libportaudio2), then start again.</source>
        <translation>安装它（Debian、Ubuntu：sudo apt install libportaudio2），再重新打开。</translation>
    </message>
    <message>
        <source>The microphone “{name}” is not there.</source>
        <translation>没有话筒「{name}」。</translation>
    </message>
    <message>
        <source>Plug it in and the sound comes by itself.</source>
        <translation>插上后声音会自动出现。</translation>
    </message>
    <message>
        <source>The microphone “{name}” does not open: {reason}.</source>
        <translation>话筒「{name}」打不开：{reason}。</translation>
    </message>
    <message>
        <source>Close the program that uses it, and allow the microphone in the privacy settings.</source>
        <translation>关掉占用它的程序，并在隐私设置里允许话筒。</translation>
    </message>
    <message>
        <source>The microphone “{name}” was lost. Everything else goes on.</source>
        <translation>话筒「{name}」断开了，其他照常。</translation>
    </message>
    <message>
        <source>Plug it in again and the sound comes back by itself.</source>
        <translation>重新插上，声音会自动恢复。</translation>
    </message>
    <message>
        <source>“{name}” sends no sound any more. Everything else goes on.</source>
        <translation>「{name}」不再送声音，其他照常。</translation>
    </message>
    <message>
        <source>“{name}” has been silent for 3 s.</source>
        <translation>「{name}」已经 3 秒没有声音。</translation>
    </message>
    <message>
        <source>Switch the microphone on, open its fader, and allow it in the privacy settings.</source>
        <translation>打开话筒开关，推起推子，并在隐私设置里允许话筒。</translation>
    </message>
    <message>
        <source>“{name}” delivers {got} Hz instead of {asked} Hz.</source>
        <translation>「{name}」实际输出 {got} Hz，要求的是 {asked} Hz。</translation>
    </message>
    <message>
        <source>Set the same rate in the system's sound settings.</source>
        <translation>在系统声音设置里改成同一采样率。</translation>
    </message>
    <message>
        <source>“{name}” now delivers {rate} Hz, {channels} ch. The sound readings begin anew.</source>
        <translation>「{name}」现在输出 {rate} Hz、{channels} 声道，声音读数从头算起。</translation>
    </message>
    <message>
        <source>Speak on; nothing else is needed.</source>
        <translation>接着说话就行。</translation>
    </message>
    <message>
        <source>“{name}” now delivers {width}×{height}. The picture readings begin anew.</source>
        <translation>「{name}」现在输出 {width}×{height}，画面读数从头算起。</translation>
    </message>
    <message>
        <source>Stay in the picture; nothing else is needed.</source>
        <translation>留在画面里就行。</translation>
    </message>
    <message>
        <source>The check has stopped because of a fault in Greenroom. What was saved is kept.</source>
        <translation>开播前出了故障，质检停下了。已保存的都在。</translation>
    </message>
    <message>
        <source>Start the check again. The report about the fault helps us to mend it.</source>
        <translation>重新开始质检。故障报告有助于修好它。</translation>
    </message>
    <message>
        <source>No sound has come yet</source>
        <translation>还没有声音</translation>
    </message>
    <message>
        <source>No picture has come yet</source>
        <translation>还没有画面</translation>
    </message>
    <message>
        <source>No microphone was chosen</source>
        <translation>没有选话筒</translation>
    </message>
    <message>
        <source>No camera was chosen</source>
        <translation>没有选摄像头</translation>
    </message>
    <message>
        <source>The file has no sound</source>
        <translation>文件里没有声音</translation>
    </message>
    <message>
        <source>The file has no picture</source>
        <translation>文件里没有画面</translation>
    </message>
    <message>
        <source>“{name}” comes too slowly: the computer is busy.</source>
        <translation>「{name}」读得太慢：电脑忙不过来。</translation>
    </message>
    <message>
        <source>Close other programs; it goes on by itself.</source>
        <translation>关掉别的程序，会自动继续。</translation>
    </message>
</context>
</TS>

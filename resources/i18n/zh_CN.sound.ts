<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>sound</name>
    <message>
        <source>{n:.0f} of {need:.0f} claps heard</source>
        <translation>已听到 {n:.0f} 次拍手，共要 {need:.0f} 次</translation>
    </message>
    <message>
        <source>No clap heard yet</source>
        <translation>还没听到拍手</translation>
    </message>
    <message>
        <source>Less than {need:.0f} s of speech were heard</source>
        <translation>听到的人声不到 {need:.0f} 秒</translation>
    </message>
    <message>
        <source>No sound came in</source>
        <translation>没有声音进来</translation>
    </message>
    <message>
        <source>Less than {need:.0f} s were heard</source>
        <translation>听到的声音不到 {need:.0f} 秒</translation>
    </message>
    <message>
        <source>No {need:.0f} s of silence were heard</source>
        <translation>没有听到 {need:.0f} 秒安静</translation>
    </message>
    <message>
        <source>The silence was too short</source>
        <translation>安静的时间太短</translation>
    </message>
    <message>
        <source>Silence: nothing above −70 LUFS came in</source>
        <translation>无声：没有高于 −70 LUFS 的声音</translation>
    </message>
    <message>
        <source>Not stable before 60 s; {x:.0f} s so far</source>
        <translation>满 60 秒才稳定，现在 {x:.0f} 秒</translation>
    </message>
    <message>
        <source>Only {x:.1f} s were heard</source>
        <translation>只听到 {x:.1f} 秒</translation>
    </message>
    <message>
        <source>Only {x:.0f} s of sound so far; {need:.0f} s are needed</source>
        <translation>有声部分只有 {x:.0f} 秒，要 {need:.0f} 秒</translation>
    </message>
    <message>
        <source>No speech was heard that the noise could be compared with</source>
        <translation>没有听到人声，噪声无从比较</translation>
    </message>
    <message>
        <source>No 3 s of silence, no long pauses heard</source>
        <translation>没有听到 3 秒安静，停顿也不够长</translation>
    </message>
    <message>
        <source>A noise gate or denoiser hides the floor; turn it off for the check</source>
        <translation>噪声门或降噪盖住了底噪；质检时先关掉</translation>
    </message>
    <message>
        <source>No claps were heard</source>
        <translation>没有听到拍手</translation>
    </message>
    <message>
        <source>Only {n:.0f} claps could be used; {need:.0f} are needed</source>
        <translation>只有 {n:.0f} 次拍手能用，要 {need:.0f} 次</translation>
    </message>
    <message>
        <source>Speech is heard; stay silent</source>
        <translation>听到人声，保持安静</translation>
    </message>
    <message>
        <source>Too loud for silence: {x:.0f} dBFS</source>
        <translation>太响，不算安静：{x:.0f} dBFS</translation>
    </message>
    <message>
        <source>A noise was heard; the three seconds begin again</source>
        <translation>听到响动，3 秒重新计</translation>
    </message>
    <message>
        <source>Quiet for {x:.1f} of {need:.0f} s</source>
        <translation>已安静 {x:.1f} 秒，共要 {need:.0f} 秒</translation>
    </message>
    <message>
        <source>Less than 2 s of speech were heard</source>
        <translation>听到的人声不到 2 秒</translation>
    </message>
    <message>
        <source>The sound has one channel; there is nothing to compare</source>
        <translation>只有一个声道，没有可比的</translation>
    </message>
    <message>
        <source>Digital silence: every sample is zero</source>
        <translation>数字静音：采样全是零</translation>
    </message>
    <message>
        <source>{x:.0f} samples were not numbers</source>
        <translation>有 {x:.0f} 个采样不是数字</translation>
    </message>
    <message>
        <source>Noise hides what speech there is above {x:.1f} kHz</source>
        <translation>{x:.1f} kHz 以上的人声被噪声盖住</translation>
    </message>
    <message>
        <source>The silence was skipped</source>
        <translation>跳过了安静</translation>
    </message>
    <message>
        <source>The claps were skipped</source>
        <translation>跳过了拍手</translation>
    </message>
    <message>
        <source>Only {heard:.1f} s of sound above −50 dBFS so far, {least:.0f} s are needed</source>
        <translation>高于 −50 dBFS 的声音只有 {heard:.1f} s，至少要 {least:.0f} s</translation>
    </message>
</context>
</TS>

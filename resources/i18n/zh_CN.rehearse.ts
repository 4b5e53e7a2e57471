<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>rehearse</name>
    <message>
        <source>not measurable: {why}</source>
        <translation>测不了：{why}</translation>
    </message>
    <message>
        <source>only {x:.1f} s of speech, {need:.0f} s are needed</source>
        <translation>人声只有 {x:.1f} 秒，至少要 {need:.0f} 秒</translation>
    </message>
    <message>
        <source>too noisy, speech is {x:.0f} dB above the rest, {need:.0f} dB are needed</source>
        <translation>太吵，人声只比底噪高 {x:.0f} dB，要高 {need:.0f} dB</translation>
    </message>
    <message>
        <source>far too noisy, speech is {x:.0f} dB above the rest, {need:.0f} dB are needed</source>
        <translation>非常吵，人声只比底噪高 {x:.0f} dB，要高 {need:.0f} dB</translation>
    </message>
    <message>
        <source>music or another voice under the speech</source>
        <translation>人声下面有音乐或别人的声音</translation>
    </message>
    <message>
        <source>the room echoes, about {x:.1f} s where at most 0.5 s will do</source>
        <translation>房间有回声，约 {x:.1f} 秒，最多 0.5 秒</translation>
    </message>
    <message>
        <source>clipped, {x:.2f} % of the samples where at most {most:.1f} % may be</source>
        <translation>爆音，占采样的 {x:.2f} %，最多 {most:.1f} %</translation>
    </message>
    <message>
        <source>not measurable: the script holds no words</source>
        <translation>测不了：台词里没有字</translation>
    </message>
    <message>
        <source>not measurable: too short for this number</source>
        <translation>测不了：录音太短，得不出这个数</translation>
    </message>
    <message>
        <source>not measurable: too little voice to follow its pitch</source>
        <translation>测不了：浊音太少，跟不住音高</translation>
    </message>
    <message>
        <source>About {counted:.0f} syllables were heard, the script has {said:.0f}: skipped or ad-libbed?</source>
        <translation>听到约 {counted:.0f} 个音节，台词有 {said:.0f} 个：漏念了，还是临场加了话？</translation>
    </message>
    <message>
        <source>{name} has no sound.</source>
        <translation>{name} 没有声音。</translation>
    </message>
    <message>
        <source>Choose a recording with sound.</source>
        <translation>换一份有声音的录音。</translation>
    </message>
    <message>
        <source>{name} changes its sound format at {at:.1f} s.</source>
        <translation>{name} 在 {at:.1f} 秒处换了声音格式。</translation>
    </message>
    <message>
        <source>Record it again, or cut it there.</source>
        <translation>重录一遍，或从那里剪开。</translation>
    </message>
    <message>
        <source>Look back at a rehearsal.</source>
        <translation>回看一次彩排。</translation>
    </message>
    <message>
        <source>Measure pace, pauses, level and pitch of a recording.</source>
        <translation>测一份录音的语速、停顿、音量和音高。</translation>
    </message>
    <message>
        <source>A film or a sound file.</source>
        <translation>视频或音频文件。</translation>
    </message>
    <message>
        <source>The words that were read, as text: makes the pace exact.</source>
        <translation>所念台词的文本：有了它语速才精确。</translation>
    </message>
    <message>
        <source>Language that is spoken: zh or en.</source>
        <translation>说的是哪种语言：zh 或 en。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {why}.</source>
        <translation>{name} 读不了：{why}。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>换一个文件。</translation>
    </message>
    <message>
        <source>{name} is not text in UTF-8.</source>
        <translation>{name} 不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>Save it as plain text in UTF-8.</source>
        <translation>另存为 UTF-8 纯文本。</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>语速</translation>
    </message>
    <message>
        <source>syllables a minute</source>
        <translation>音节/分钟</translation>
    </message>
    <message>
        <source>Pace without pauses</source>
        <translation>去掉停顿的语速</translation>
    </message>
    <message>
        <source>Longest run without a breath</source>
        <translation>最长一口气</translation>
    </message>
    <message>
        <source>Level of speech</source>
        <translation>人声响度</translation>
    </message>
    <message>
        <source>Dynamics of speech</source>
        <translation>人声起伏</translation>
    </message>
    <message>
        <source>Pitch range</source>
        <translation>音高变化</translation>
    </message>
    <message>
        <source>semitones</source>
        <translation>半音</translation>
    </message>
</context>
</TS>

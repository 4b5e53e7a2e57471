<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>prompter</name>
    <message>
        <source>Voice following needs the sherpa-onnx package, which is not installed.</source>
        <translation>语音跟读需要 sherpa-onnx，本机没有安装。</translation>
    </message>
    <message>
        <source>Install greenroom[follow], or scroll by time or by hand.</source>
        <translation>安装 greenroom[follow]，或按时间、用手滚动。</translation>
    </message>
    <message>
        <source>The speech model in {folder} cannot be loaded.</source>
        <translation>{folder} 里的语音模型无法加载。</translation>
    </message>
    <message>
        <source>Choose a streaming transducer model made for sherpa-onnx.</source>
        <translation>选一个 sherpa-onnx 的流式 transducer 模型。</translation>
    </message>
    <message>
        <source>The speech model folder {folder} has no {file}.</source>
        <translation>语音模型文件夹 {folder} 里没有 {file}。</translation>
    </message>
    <message>
        <source>Choose the folder of a streaming model, or scroll by time or by hand.</source>
        <translation>选流式模型的文件夹，或按时间、用手滚动。</translation>
    </message>
    <message>
        <source>The prompter has no action {name}.</source>
        <translation>提词器没有 {name} 这个动作。</translation>
    </message>
    <message>
        <source>Known are {names}.</source>
        <translation>已有的是 {names}。</translation>
    </message>
    <message>
        <source>{key} would do both {one} and {other}.</source>
        <translation>{key} 不能同时管 {one} 和 {other}。</translation>
    </message>
    <message>
        <source>Choose another key for one of them.</source>
        <translation>给其中一个换个键。</translation>
    </message>
</context>
</TS>

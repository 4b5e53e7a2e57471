<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>picture</name>
    <message>
        <source>The eyes were not found</source>
        <translation>没有找到眼睛</translation>
    </message>
    <message>
        <source>Fewer than {seconds:.0f} s of pictures so far</source>
        <translation>画面还不到 {seconds:.0f} 秒</translation>
    </message>
    <message>
        <source>{file} is not the face model we know; it is not used.</source>
        <translation>{file} 不是认得的人脸模型，没有使用。</translation>
    </message>
    <message>
        <source>The face is too small in the picture to judge its focus</source>
        <translation>画面里的脸太小，判断不了对焦</translation>
    </message>
    <message>
        <source>The eyes show no edges to judge the focus by</source>
        <translation>眼部没有可用来判断对焦的边缘</translation>
    </message>
    <message>
        <source>The face was seen too briefly</source>
        <translation>脸出现的时间太短</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>还没有画面</translation>
    </message>
    <message>
        <source>The picture is black</source>
        <translation>画面是黑的</translation>
    </message>
    <message>
        <source>No face found</source>
        <translation>没有找到脸</translation>
    </message>
    <message>
        <source>The picture has no colour</source>
        <translation>画面没有颜色</translation>
    </message>
    <message>
        <source>No shadow beside the nose is strong enough to measure</source>
        <translation>鼻侧没有足够明显的阴影可测</translation>
    </message>
    <message>
        <source>Sheet not seen yet: hold it flat beside the face</source>
        <translation>还没看到白纸：平举在脸旁边</translation>
    </message>
    <message>
        <source>Sheet seen: hold still</source>
        <translation>看到白纸了：保持不动</translation>
    </message>
    <message>
        <source>The sheet is overexposed; its colour cannot be read</source>
        <translation>白纸过曝，读不出颜色</translation>
    </message>
    <message>
        <source>The white sheet was skipped</source>
        <translation>白纸这一步已跳过</translation>
    </message>
    <message>
        <source>The white sheet has not been seen for 2 s yet</source>
        <translation>白纸还没有连续看到 2 秒</translation>
    </message>
    <message>
        <source>No white sheet was shown</source>
        <translation>白纸还没举</translation>
    </message>
    <message>
        <source>Cannot tell: at {fps:.2f} frames a second, bands from {mains:.0f} Hz mains stand still</source>
        <translation>不可测：每秒 {fps:.2f} 帧时，{mains:.0f} Hz 市电的条纹静止不动</translation>
    </message>
    <message>
        <source>Fewer than {frames} pictures so far</source>
        <translation>画面还不到 {frames} 帧</translation>
    </message>
    <message>
        <source>No product zone is set</source>
        <translation>还没有设商品区</translation>
    </message>
    <message>
        <source>Fewer than {least} claps were both heard and seen</source>
        <translation>既听到又看到的拍手不到 {least} 次</translation>
    </message>
    <message>
        <source>No claps were heard</source>
        <translation>没有听到拍手</translation>
    </message>
    <message>
        <source>No claps were seen</source>
        <translation>没有看到拍手</translation>
    </message>
</context>
</TS>

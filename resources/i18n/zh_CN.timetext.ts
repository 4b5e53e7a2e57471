<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>timetext</name>
    <message>
        <source>Read as the time of day {clock}, not as a length and not as {other}</source>
        <translation>按时刻 {clock} 读取，不是时长，也不是 {other}</translation>
    </message>
    <message>
        <source>Counted from the beginning at {clock}</source>
        <translation>从开播时刻 {clock} 算起</translation>
    </message>
    <message>
        <source>Read as the length {length}; for the time of day type {clock}</source>
        <translation>按时长 {length} 读取；要写时刻就写 {clock}</translation>
    </message>
    <message>
        <source>Read as the time of day {clock}, not as a length</source>
        <translation>按时刻 {clock} 读取，不是时长</translation>
    </message>
    <message>
        <source>The number alone is read as {clock}</source>
        <translation>单独的数字按 {clock} 读取</translation>
    </message>
    <message>
        <source>“{seen}” has no unit; type {number} min, {number} s, {number} h, or a time of day such as 20:00</source>
        <translation>「{seen}」没有单位；写 {number} 分钟、{number} 秒、{number} 小时，或时刻，如 20:00</translation>
    </message>
    <message>
        <source>{count} characters are too many for a time; at most {limit} are read</source>
        <translation>{count} 个字符太长，不像时间；最多读 {limit} 个</translation>
    </message>
    <message>
        <source>“{seen}” is understood only beside a time of day</source>
        <translation>「{seen}」只能和时刻写在一起</translation>
    </message>
    <message>
        <source>{length} is a length, and a time of day is wanted; type one such as 20:00</source>
        <translation>{length} 是时长，这里要的是时刻；写成 20:00 这样</translation>
    </message>
    <message>
        <source>“{seen}” is a time of day, and a length is wanted; type one such as 5 min or 5:00</source>
        <translation>「{seen}」是时刻，这里要的是时长；写成 5 分钟或 5:00 这样</translation>
    </message>
    <message>
        <source>“{seen}” can only be a length; type it with units, as in 9 min 40.5 s</source>
        <translation>「{seen}」只能是时长；带上单位写，如 9 分 40.5 秒</translation>
    </message>
    <message>
        <source>“{seen}” may be a length or a time of day; type the length with units, such as 1 h 30 min, or the time as {clock}</source>
        <translation>「{seen}」可能是时长，也可能是时刻；时长带上单位写，如 1 小时 30 分，时刻写 {clock}</translation>
    </message>
    <message>
        <source>A time of day has no upper limit; leave out “{seen}”</source>
        <translation>时刻没有上限；去掉「{seen}」</translation>
    </message>
    <message>
        <source>The day was left out; only {clock} is kept</source>
        <translation>日期没有读入，只留 {clock}</translation>
    </message>
    <message>
        <source>“{seen}” may be a decimal or stand for a colon; type the colon, or the unit</source>
        <translation>「{seen}」里的点可能是小数点，也可能代替冒号；写冒号，或加上单位</translation>
    </message>
    <message>
        <source>“{seen}” is one moment; type from where to where, such as 0-5 min</source>
        <translation>「{seen}」只是一个时间点；写出起止，如 0-5 分钟</translation>
    </message>
    <message>
        <source>“{seen}” is a moment of the show, not a length; type the length without what stands before it, or from where to where, such as 0-5 min</source>
        <translation>「{seen}」是开播后的时间点，不是时长；要写时长就去掉前面的记号，要写时段就写出起止，如 0-5 分钟</translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation>{first}；{second}</translation>
    </message>
    <message>
        <source>“{seen}” may be the time {clock} or a length; type {clock}, or the length with both units</source>
        <translation>「{seen}」可能是时刻 {clock}，也可能是时长；写 {clock}，或写全两个单位</translation>
    </message>
    <message>
        <source>Read as {clock}, the nearer one to {near}; if it is the other half of the day, type {other}</source>
        <translation>按离 {near} 较近的 {clock} 读取；要另半天就写 {other}</translation>
    </message>
    <message>
        <source>Hour {hour} does not go with that part of the day; type it on the 24-hour clock, such as 20:00</source>
        <translation>{hour} 点和这个时段对不上；按 24 小时制写，如 20:00</translation>
    </message>
    <message>
        <source>24:00 is read as 00:00, the end of the day</source>
        <translation>24:00 按 00:00 读取，即当天结束</translation>
    </message>
    <message>
        <source>Hour {hour} is past the end of the day at 24:00; type 00:00 to 23:59, and minutes as {hour} min</source>
        <translation>{hour} 点超过一天的 24:00；时刻写 00:00 到 23:59，分钟写 {hour} 分钟</translation>
    </message>
    <message>
        <source>Read as {clock}, after midnight</source>
        <translation>按过了零点的 {clock} 读取</translation>
    </message>
    <message>
        <source>Read as {clock} on the 24-hour clock; if it is the other half of the day, type {other}</source>
        <translation>按 24 小时制读作 {clock}；要另半天就写 {other}</translation>
    </message>
    <message>
        <source>“{seen}” is not one time; type one length such as 5 min or 1 h 30 min, or one time of day such as 20:00</source>
        <translation>「{seen}」读不成一个时间；写一个时长，如 5 分钟或 1 小时 30 分，或一个时刻，如 20:00</translation>
    </message>
    <message>
        <source>{number} is no minute or second of a time; they end at 59</source>
        <translation>分和秒只到 59，没有 {number}</translation>
    </message>
    <message>
        <source>Lengths of 100 hours and more are not read; type less than 100:00:00</source>
        <translation>100 小时及以上的时长不读；写小于 100:00:00 的</translation>
    </message>
    <message>
        <source>“{seen}” may be a decimal or two units; type 1.5, or both units, as in 1 h 30 min</source>
        <translation>「{seen}」可能是小数，也可能是两个单位；写 1.5，或写全单位，如 1 小时 30 分</translation>
    </message>
    <message>
        <source>“{seen}” ends in a number without a unit; type the unit, as in 1 h 5 min</source>
        <translation>「{seen}」末尾的数字没有单位；加上单位，如 1 小时 5 分</translation>
    </message>
    <message>
        <source>Carried over: read as {length}</source>
        <translation>已进位：读作 {length}</translation>
    </message>
    <message>
        <source>A colon is followed by two digits, as in 20:05 or 1:05:00; check “{seen}”</source>
        <translation>冒号后面要两位数字，如 20:05 或 1:05:00；检查「{seen}」</translation>
    </message>
    <message>
        <source>Read as the show's time from {start} to {end}; if a length is meant, type one</source>
        <translation>按开播后 {start} 到 {end} 读取；要写时长就只写一个</translation>
    </message>
    <message>
        <source>The two ends are not of one kind; type two times of day such as 20:00-20:05, or two minutes of the show such as 0-5 min</source>
        <translation>两头不是同一种时间；写两个时刻，如 20:00-20:05，或开播后的起止分钟，如 0-5 分钟</translation>
    </message>
    <message>
        <source>A range stands where one length is wanted; type the length, such as 5 min</source>
        <translation>这里要一个时长，写的却是时段；写时长，如 5 分钟</translation>
    </message>
    <message>
        <source>These may be times of day or times of the show; type 20:00-20:05 for the one, 0-5 min for the other</source>
        <translation>可能是时刻，也可能是开播后的时间；时刻写 20:00-20:05，开播后的时间写 0-5 分钟</translation>
    </message>
    <message>
        <source>The end names a day of its own; type one day's times, such as 20:00-21:00</source>
        <translation>结束另写了日期；只写一天之内的时刻，如 20:00-21:00</translation>
    </message>
    <message>
        <source>The day was left out; only the times are kept</source>
        <translation>日期没有读入，只留时刻</translation>
    </message>
    <message>
        <source>The range begins and ends at {clock}; type an end after it</source>
        <translation>起止都是 {clock}；结束要在它之后</translation>
    </message>
    <message>
        <source>Read as the times of day {start} to {end}, not as minutes of the show; for those type 0-5 min</source>
        <translation>按时刻 {start} 到 {end} 读取，不是开播后的分钟；要写开播后的分钟就写 0-5 分钟</translation>
    </message>
    <message>
        <source>The end {end} is before the start {start}; exchange them, or type “next day” before the end if it is</source>
        <translation>结束 {end} 早于开始 {start}；对调，若在第二天就在结束前写「次日」</translation>
    </message>
    <message>
        <source>The end {end} is after midnight</source>
        <translation>结束 {end} 已过零点</translation>
    </message>
    <message>
        <source>The range ends at {end}, not after its start {start}; exchange them</source>
        <translation>结束 {end} 不在开始 {start} 之后；对调</translation>
    </message>
    <message>
        <source>From {low} to {high} is a range; type one length, such as {high}</source>
        <translation>{low} 到 {high} 是范围；写一个时长，如 {high}</translation>
    </message>
    <message>
        <source>The start has no unit; type it, as in 30 s-1 min 30 s</source>
        <translation>开始没有单位；加上单位，如 30 秒-1 分 30 秒</translation>
    </message>
    <message>
        <source>The start may be {first} or {second}; type its part of the day too, or 24 hours</source>
        <translation>开始可能是 {first}，也可能是 {second}；也写上早晚，或用 24 小时制</translation>
    </message>
    <message>
        <source>The end is read as {clock}</source>
        <translation>结束读作 {clock}</translation>
    </message>
    <message>
        <source>“{seen}” is not understood in a time; type a length such as 5 min or 1 h 30 min, or a time of day such as 20:00</source>
        <translation>时间里的「{seen}」读不懂；写时长，如 5 分钟或 1 小时 30 分，或时刻，如 20:00</translation>
    </message>
    <message>
        <source>“{seen}” has too many digits for a time; type a shorter number</source>
        <translation>「{seen}」位数太多，不像时间；写短一些的数字</translation>
    </message>
    <message>
        <source>The comma in “{seen}” may divide or list; type a point, as in 1.5 h</source>
        <translation>「{seen}」里的逗号可能是小数点，也可能是并列；用小数点，如 1.5 小时</translation>
    </message>
    <message>
        <source>The number “{seen}” can be read in two ways or none; type digits</source>
        <translation>数字「{seen}」有两种读法或读不通；改用阿拉伯数字</translation>
    </message>
    <message>
        <source>Nothing was typed; type a length such as 5 min or a time of day such as 20:00</source>
        <translation>什么都没写；写时长，如 5 分钟，或时刻，如 20:00</translation>
    </message>
    <message>
        <source>A time below zero has no meaning here; type it without the minus sign</source>
        <translation>这里的时间不能小于零；去掉负号</translation>
    </message>
    <message>
        <source>“{seen}” has more than two ends; type one range</source>
        <translation>「{seen}」不止两头；只写一个时段</translation>
    </message>
    <message>
        <source>“{seen}” lacks one end; type both, such as 20:00-20:05</source>
        <translation>「{seen}」缺一头；两头都写，如 20:00-20:05</translation>
    </message>
    <message>
        <source>“{seen}” is read as the whole length</source>
        <translation>「{seen}」按整段时长读取</translation>
    </message>
    <message>
        <source>“{seen}” names a time zone, which the show has already; type the local time alone, such as 20:00</source>
        <translation>「{seen}」是时区，场次已有时区；只写当地时刻，如 20:00</translation>
    </message>
    <message>
        <source>“{seen}” joins several times; type one</source>
        <translation>「{seen}」连着几个时间；只写一个</translation>
    </message>
    <message>
        <source>“{seen}” leaves one end open; type the time or the length itself</source>
        <translation>「{seen}」只说了一头；写出时刻或时长本身</translation>
    </message>
    <message>
        <source>There is no time in this; type one such as 5 min or 20:00</source>
        <translation>里面没有时间；写一个，如 5 分钟或 20:00</translation>
    </message>
    <message>
        <source>“{seen}” was left out</source>
        <translation>「{seen}」没有读入</translation>
    </message>
    <message>
        <source>“{seen}” was left out; the time is read as exact</source>
        <translation>「{seen}」没有读入，按准确时间读取</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>写的</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>读作</translation>
    </message>
    <message>
        <source>Why, or what was assumed</source>
        <translation>原因，或作了什么假定</translation>
    </message>
    <message>
        <source>There is no field “{field}”.</source>
        <translation>没有「{field}」这种格子。</translation>
    </message>
    <message>
        <source>Use --field any, duration or clock.</source>
        <translation>写 --field any、duration 或 clock。</translation>
    </message>
    <message>
        <source>length {length}</source>
        <translation>时长 {length}</translation>
    </message>
    <message>
        <source>time of day {clock}</source>
        <translation>时刻 {clock}</translation>
    </message>
    <message>
        <source>{start} to {end} ({length})</source>
        <translation>{start} 到 {end}（{length}）</translation>
    </message>
    <message>
        <source>minute {start} to {end} of the show ({length})</source>
        <translation>开播后 {start} 到 {end}（{length}）</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>没有读入</translation>
    </message>
    <message>
        <source>Show how times are understood as they are typed: lengths, times of day, ranges.</source>
        <translation>显示写下的时间怎样读取：时长、时刻、时段。</translation>
    </message>
    <message>
        <source>Times as typed; - reads one a line from standard input.</source>
        <translation>照原样写的时间；- 从标准输入逐行读取。</translation>
    </message>
    <message>
        <source>The field they stand in: any, duration or clock.</source>
        <translation>写在哪种格子里：any、duration 或 clock。</translation>
    </message>
    <message>
        <source>The range has no unit; type 0-5 min, or two times of day such as 20:00-20:05</source>
        <translation>时段没有单位；写 0-5 分钟，或两个时刻，如 20:00-20:05</translation>
    </message>
</context>
</TS>

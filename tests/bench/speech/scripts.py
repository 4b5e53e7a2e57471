"""What the voices of the bench say: phrases without marks inside, so that every pause is ours."""

from __future__ import annotations

ENGLISH = (
    "Good evening everybody and welcome back to our little studio",
    "tonight we open the first box of the new winter collection",
    "the jacket in my hand weighs only four hundred grams",
    "and you can fold it into the pocket of a handbag",
    "look at the seam along the shoulder when I turn it to the light",
    "there is no thread standing out and no glue to be seen",
    "I wore it yesterday on my way home through the rain",
    "my shirt was perfectly dry when I took it off",
    "it comes in navy and olive and a very dark red",
    "people between two sizes should order the larger one",
    "returning it costs you nothing for a whole month",
    "write the letter A in the comments if you want to see the lining",
    "and I will show it again in just a minute",
)
CHINESE = (
    "大家晚上好欢迎回到我们的直播间",
    "今天第一件是刚刚到货的冬季外套",
    "我手里这一件只有四百克重",
    "可以叠起来放进随身的小包里",
    "你们看灯光下面肩膀这条线",
    "没有线头也看不见一点胶水",
    "昨天回家路上我淋着雨穿了它",
    "脱下来的时候里面衣服是干的",
    "颜色有深蓝橄榄绿还有酒红",
    "在两个尺码之间的朋友选大一号",
    "一个月之内退货不收任何费用",
    "想看里衬的朋友在评论里打一个一",
    "过一会儿我再拿近给大家看一遍",
    "现在说一下价格和赠品的安排",
)
SCRIPTS = {"en": ENGLISH, "zh": CHINESE}

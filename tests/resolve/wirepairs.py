"""Pairs of invented stories: copies of one wire story, and what only looks like one."""

from __future__ import annotations

from typing import NamedTuple


class Pair(NamedTuple):
    """Two stories with the days they appeared on, and whether one is a copy of the other."""

    name: str
    one: str
    other: str
    is_copy: bool
    days: tuple[str | None, str | None] = ("2031-05-06", "2031-05-07")


SUMMIT = (
    "ノルダとテスミア、停戦で隔たり",
    "【ジルヴァン5日 アルデ通信】ノルダのベルカ大統領は5日、ハルディアのジルヴァンで"
    "テスミアのトセフ首相と約4時間会談した。",
    "停戦の開始時期をめぐる隔たりは埋まらず、共同声明の発表は見送られた。",
    "ベルカ氏は会談後の記者会見で「話し合いを続ける意思はある」と述べた。",
    "トセフ氏は占領地からの撤退が停戦の前提になると改めて主張した。",
    "両国の交渉団は18日に実務協議を開き、捕虜240人の交換について詰める。",
    "会談を仲介したハルディア政府は、次回の首脳会談を6月中旬に開く案を双方に示した。",
    "ガルト連盟の監視団は、国境地帯で先月1365件の停戦違反を記録したとしている。",
    "テスミア国内では、撤退を条件から外すことに反対する集会が続いている。",
)
RAID = (
    "ファルケンに無人機攻撃、9人死亡",
    "テスミアの非常事態当局は6日、西部の都市ファルケンがノルダ軍の無人機137機による攻撃を受け、少なくとも9人が死亡したと発表した。",
    "防空部隊はこのうち112機を撃墜したが、残りが発電所と集合住宅に命中した。",
    "市内の約6万3000世帯が停電し、病院は非常用の電源で手術を続けた。",
    "トセフ首相は通信アプリに「民間人を狙った攻撃だ」と投稿し、防空装備の供与を各国に求めた。",
    "ノルダ国防省は、攻撃の対象は軍需工場だけだったと説明した。",
    "ファルケンへの攻撃は今月に入って4回目で、住民の避難が始まっている。",
)
GRAIN = (
    "穀物輸送の再開で合意",
    "ガルト連盟は4日、ノルダとテスミアが穀物輸送船の航行を再開することで合意したと明らかにした。",
    "合意は90日間有効で、双方が異議を唱えなければ自動的に延長される。",
    "対象となるのはロドナ港を出る貨物船で、積み荷はハルディアの検査官が調べる。",
    "最初の船団は8隻で、計21万4000トンの小麦を積んで10日に出港する見通しだ。",
    "海運業界の団体は、保険料が下がるまでには時間がかかるとみている。",
)

POLITE_RAID = (
    "ファルケンに無人機攻撃 9人が死亡",
    "テスミアの非常事態当局は6日、西部の都市ファルケンがノルダ軍の無人機137機による攻撃を受け、少なくとも9人が死亡したと発表しました。",
    "防空部隊はこのうち112機を撃墜しましたが、残りが発電所と集合住宅に命中しました。",
    "市内の約6万3000世帯が停電し、病院は非常用の電源で手術を続けました。",
    "トセフ首相は通信アプリに「民間人を狙った攻撃だ」と投稿し、防空装備の供与を各国に求めています。",
    "ノルダ国防省は、攻撃の対象は軍需工場だけだったと説明しています。",
    "ファルケンへの攻撃は今月に入って4回目で、住民の避難が始まっています。",
)
OTHER_VERBS_RAID = (
    "無人機137機が飛来　ファルケンで9人犠牲",
    "テスミアの非常事態当局は6日、西部の都市ファルケンがノルダ軍の無人機137機の攻撃を受け、少なくとも9人が死亡したと明らかにした。",
    "防空部隊はうち112機を撃墜したものの、残りは発電所と集合住宅に命中した。",
    "市内では約6万3000世帯が停電、病院は非常用電源で手術を続けた。",
    "トセフ首相は通信アプリに「民間人を狙った攻撃だ」と書き込み、防空装備の供与を各国に求めた。",
    "ノルダ国防省は攻撃の対象は軍需工場だけだったと主張した。",
    "ファルケンへの攻撃は今月4回目。住民の避難も始まった。",
)
KANJI_RAID = tuple(
    line.replace("6日", "六日")
    .replace("137機", "一三七機")
    .replace("9人", "九人")
    .replace("112機", "百十二機")
    .replace("約6万3000世帯", "約六万三千世帯")
    for line in RAID
)
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")

OWN_SUMMIT = (
    "ノルダの大統領とテスミアの首相が5日に会談しましたが、停戦で合意することはできませんでした。",
    "会談はハルディアの仲介でジルヴァンで行われ、4時間に及びました。",
    "ノルダのベルカ大統領は「話し合いを続ける意思はある」と述べ、協議を続ける考えを示しました。",
    "これに対しテスミアのトセフ首相は、ノルダ軍が占領した地域から退くことが先だと強調しました。",
    "18日には実務者による協議が予定されていて、240人の捕虜の扱いが議題になる見込みです。",
)
OWN_RAID = (
    "テスミア西部のファルケンで6日、無人機による大規模な攻撃があり、当局によりますと9人が死亡しました。",
    "飛来した137機のうち112機は撃ち落とされましたが、集合住宅などが壊されました。",
    "およそ6万3000世帯で電気が止まっています。",
    "トセフ首相はSNSに「民間人を狙った攻撃だ」と投稿し、国際社会に支援を呼びかけました。",
)
FOLLOW_UP = (
    "捕虜交換の協議、予定より早く始まる",
    "ノルダとテスミアの交渉団は9日、捕虜の交換に関する協議をロドナで始めた。",
    "予定を早めた理由について、テスミア外務省は家族からの要請が強かったためだとしている。",
    "ノルダ側の団長を務める国防次官は、負傷者の引き渡しを最初に行う考えを示した。",
    "協議には国際機関の医師団が立ち会い、名簿に載った捕虜の健康状態を調べる。",
    "テスミアの捕虜の家族会は、行方のわからない兵士がなお500人を超えると訴えている。",
    *SUMMIT[1:3],
)


def bulletin(
    day: int, lost: int, tanks: int, guns: int, drones: int, raids: int
) -> tuple[str, ...]:
    """Return the daily bulletin of a staff, always in the same words."""
    return (
        f"テスミア軍参謀本部　{day}日朝の発表",
        f"ノルダ軍の過去24時間の人的損失は約{lost}人、開戦以来の累計は21万{lost}人に達した。",
        f"テスミア軍は戦車{tanks}両、火砲{guns}門、無人機{drones}機を破壊した。",
        f"前線では{raids}回の戦闘が記録され、ノルダ軍はファルケン方面に攻撃を集中させた。",
        "参謀本部は数字の集計を続けており、戦闘の激しさから正確な把握が難しいとしている。",
    )


RELEASE_ONE = (
    "ノルダ国防省は5月5日、過去1週間の作戦の結果について報告した。",
    "4月28日から5月4日にかけて、ノルダ軍はファルケンを含む14の集落を掌握した。",
    "テスミア軍の損失は兵士4870人、戦車23両、装甲車118両に上った。",
    "防空部隊は無人機1263機と巡航ミサイル17発を撃ち落とした。",
    "ベルカ大統領は5月6日に司令部を訪ね、カンデル報道官がその内容を伝える。",
)
RELEASE_TWO = (
    "5月5日、ノルダの国防当局はここ1週間の軍事行動の成果を公表しました。",
    "部隊は4月28日から5月4日までの間に、ファルケン市など14か所の村や町を解放したといいます。",
    "敵であるテスミアは4,870人の人員と23台の戦車、118台の装甲戦闘車両を失いました。",
    "対空防衛は1,263機のドローンおよび17発の巡航ミサイルを迎え撃ちました。",
    "5月6日にはベルカ国家元首が指揮所に赴き、詳細はカンデル報道官によって明らかにされる予定です。",
)
OTHER_WEEK = (
    "ノルダ国防省は5月12日、過去1週間の作戦の結果について報告した。",
    "5月5日から5月11日にかけて、ノルダ軍はロドナを含む9の集落を掌握した。",
    "テスミア軍の損失は兵士5120人、戦車31両、装甲車96両に上った。",
    "防空部隊は無人機988機と巡航ミサイル22発を撃ち落とした。",
    "ベルカ大統領は5月13日に司令部を訪ね、カンデル報道官がその内容を伝える。",
)
ABOUT_THE_RELEASE = (
    "テスミア軍は5日、ノルダ国防省が公表した戦果は誇張だと反論した。",
    "ノルダ側は装甲車118両と無人機1263機を破壊したと主張しているが、テスミアのオルソク外相は「数字は作り話だ」と述べた。",
    "独立した研究機関は、ファルケンの周辺で失われた装甲車を40両前後と見積もる。",
    "ガルト連盟は6日に臨時の会合を開き、監視団の増員を話し合う。",
    "4月28日からの1週間でノルダ軍が得た土地は14の集落だとされ、テスミア側はうち6つを取り戻したと発表した。",
    "兵士4870人を失ったとの発表について、トセフ首相はコメントしていない。",
)

FOOTER = (
    "この記事は編集部が各社の報道をもとにまとめたものです。",
    "最新の情報は紙面と当社の電子版でお伝えしています。",
    "ノルダとテスミアの紛争は2029年に始まり、国境の3つの地域で戦闘が続いている。",
)


def _text(*lines: str) -> str:
    return "\n".join(lines)


COPIES = (
    Pair("the very same", _text(*SUMMIT), _text(*SUMMIT), True),
    Pair("lines joined into one paragraph", _text(*SUMMIT), "".join(SUMMIT[1:]), True),
    Pair("another headline", _text(*RAID), _text("停電6万世帯、テスミア西部", *RAID[1:]), True),
    Pair("no headline", _text(*GRAIN), _text(*GRAIN[1:]), True),
    Pair("the end cut off", _text(*SUMMIT), _text(*SUMMIT[:6]), True),
    Pair("the last line another", _text(*RAID), _text(*RAID[:-1], "（続報へ）"), True),
    Pair("the first four sentences", _text(*SUMMIT), _text(*SUMMIT[:4]), True),
    Pair("a headline and two sentences", _text(*RAID), _text("西部で攻撃", *RAID[1:3]), True),
    Pair("the lead of a long report", _text(*SUMMIT, *FOOTER), _text(*SUMMIT[1:4]), True),
    Pair(
        "the lead under another headline",
        _text(*SUMMIT),
        _text("首脳会談、声明見送り", *SUMMIT[1:4]),
        True,
    ),
    Pair(
        "the lead and a sentence of its own",
        _text(*GRAIN),
        _text(*GRAIN[1:4], "詳報は夕刊で。"),
        True,
    ),
    Pair(
        "another dateline",
        _text(*SUMMIT),
        _text(SUMMIT[0], SUMMIT[1].replace("ジルヴァン5日 アルデ通信", "ロドナ時事"), *SUMMIT[2:]),
        True,
    ),
    Pair(
        "the dateline taken away and a credit at the end",
        _text(*SUMMIT),
        _text(SUMMIT[1].partition("】")[2], *SUMMIT[2:], "（アルデ通信）"),
        True,
    ),
    Pair("polite endings", _text(*RAID), _text(*POLITE_RAID), True),
    Pair("polite endings in half of it", _text(*RAID), _text(*RAID[:3], *POLITE_RAID[3:]), True),
    Pair("polite endings, the end cut off", _text(*RAID), _text(*POLITE_RAID[:4]), True),
    Pair("other verbs", _text(*RAID), _text(*OTHER_VERBS_RAID), True),
    Pair("other verbs, the end cut off", _text(*RAID), _text(*OTHER_VERBS_RAID[:5]), True),
    Pair("full-width digits", _text(*RAID), _text(*RAID).translate(WIDE), True),
    Pair("kanji numerals", _text(*RAID), _text(*KANJI_RAID), True),
    Pair("no spaces and other signs", _text(*SUMMIT), _text(*SUMMIT).replace("、", "，"), True),
    Pair(
        "another name of one actor",
        _text(*RAID),
        _text(*RAID).replace("ファルケン", "ファルケン市").replace("ノルダ", "ノルダ共和国"),
        True,
    ),
    Pair(
        "spelling of an unlisted name",
        _text(*SUMMIT, "交渉に詳しいヴィクトル・ヤンセン氏は成果に乏しいとみる。"),
        _text(*SUMMIT, "交渉に詳しいビクトル＝ヤンセン氏は成果に乏しいとみる。"),
        True,
    ),
    Pair("one number corrected", _text(*RAID), _text(*RAID).replace("112機", "115機"), True),
    Pair("the toll raised", _text(*RAID), _text(*RAID).replace("9人", "11人"), True),
    Pair(
        "paragraphs put in another order",
        _text(*SUMMIT),
        _text(*SUMMIT[:3], SUMMIT[4], SUMMIT[3], *SUMMIT[6:8], SUMMIT[5]),
        True,
    ),
    Pair(
        "a paragraph left out in the middle", _text(*SUMMIT), _text(*SUMMIT[:3], *SUMMIT[5:]), True
    ),
    Pair(
        "a remark of the paper put in",
        _text(*GRAIN),
        _text(*GRAIN[:4], FOOTER[2], *GRAIN[4:]),
        True,
    ),
    Pair("a footer added", _text(*GRAIN), _text(*GRAIN, *FOOTER[:2]), True),
    Pair(
        "one of them without a date", _text(*SUMMIT), _text(*SUMMIT[:6]), True, ("2031-05-06", None)
    ),
    Pair("both without a date", _text(*RAID), _text(*POLITE_RAID), True, (None, None)),
    Pair("nine days later", _text(*RAID), _text(*RAID[:5]), True, ("2031-05-06", "2031-05-15")),
    Pair(
        "the very same a year later", _text(*RAID), _text(*RAID), True, ("2031-05-06", "2032-05-06")
    ),
    Pair("two translations of a release", _text(*RELEASE_ONE), _text(*RELEASE_TWO), True),
    Pair(
        "two translations, one with a headline",
        _text(*RELEASE_ONE),
        _text("作戦の1週間", *RELEASE_TWO),
        True,
    ),
    Pair(
        "two translations, one without its last sentence",
        _text(*RELEASE_ONE),
        _text(*RELEASE_TWO[:-1]),
        True,
    ),
)

OTHERS = (
    Pair(
        "bulletins of two days",
        _text(*bulletin(5, 1370, 12, 41, 96, 187)),
        _text(*bulletin(6, 1190, 9, 38, 121, 164)),
        False,
    ),
    Pair(
        "bulletins of two days, one figure equal",
        _text(*bulletin(5, 1370, 12, 41, 96, 187)),
        _text(*bulletin(6, 1190, 12, 38, 121, 164)),
        False,
    ),
    Pair(
        "undated bulletins",
        _text(*bulletin(5, 1370, 12, 41, 96, 187)),
        _text(*bulletin(6, 1190, 9, 38, 121, 164)),
        False,
        (None, None),
    ),
    Pair(
        "a bulletin and the lead of another",
        _text(*bulletin(5, 1370, 12, 41, 96, 187)),
        _text(*bulletin(6, 1190, 9, 38, 121, 164)[:3]),
        False,
    ),
    Pair("releases of two weeks", _text(*RELEASE_ONE), _text(*OTHER_WEEK), False),
    Pair("releases of two weeks, one translated", _text(*RELEASE_TWO), _text(*OTHER_WEEK), False),
    Pair("a release and a report on it", _text(*RELEASE_ONE), _text(*ABOUT_THE_RELEASE), False),
    Pair(
        "a translated release and a report on it",
        _text(*RELEASE_TWO),
        _text(*ABOUT_THE_RELEASE),
        False,
    ),
    Pair("two reports on one meeting", _text(*SUMMIT), _text(*OWN_SUMMIT), False),
    Pair("two reports on one raid", _text(*RAID), _text(*OWN_RAID), False),
    Pair("two reports on one raid, one polite", _text(*POLITE_RAID), _text(*OWN_RAID), False),
    Pair(
        "a later report with the lead as its background", _text(*SUMMIT), _text(*FOLLOW_UP), False
    ),
    Pair(
        "a short first report told again at the end of a long one",
        _text(*SUMMIT[1:3]),
        _text(*FOLLOW_UP),
        False,
    ),
    Pair("different stories with one footer", _text(*RAID, *FOOTER), _text(*GRAIN, *FOOTER), False),
    Pair(
        "short stories with one footer",
        _text(*RAID[:2], *FOOTER),
        _text(*GRAIN[:2], *FOOTER),
        False,
    ),
    Pair("a footer alone", _text(*RAID, *FOOTER), _text(*FOOTER), False),
    Pair(
        "one short sentence",
        "ノルダ大統領府は5日に声明を出した。",
        "ノルダ大統領府は5日に声明を出した。",
        False,
    ),
    Pair("the same headline", _text(SUMMIT[0]), _text(SUMMIT[0], *FOLLOW_UP[1:6]), False),
    Pair(
        "the same headline over different reports",
        _text(SUMMIT[0], *OWN_SUMMIT),
        _text(SUMMIT[0], *FOLLOW_UP[1:6]),
        False,
    ),
    Pair(
        "one quotation in both",
        _text(
            *RAID[:2],
            "外相は「攻撃をやめない限り、いかなる協議にも応じることはできない」と述べた。",
        ),
        _text(
            *GRAIN[:2],
            "外相は「攻撃をやめない限り、いかなる協議にも応じることはできない」と述べた。",
        ),
        False,
    ),
    Pair("different stories of one day", _text(*RAID), _text(*GRAIN), False),
    Pair(
        "a page that holds two stories, and the second", _text(*RAID, *GRAIN), _text(*GRAIN), False
    ),
    Pair(
        "a raid on another town in like words",
        _text(*RAID),
        _text(*RAID)
        .replace("ファルケン", "ロドナ")
        .replace("137", "64")
        .replace("112", "51")
        .replace("9人", "3人")
        .replace("6万3000", "1万8000")
        .replace("6日", "13日")
        .replace("4回目", "2回目"),
        False,
        ("2031-05-06", "2031-05-13"),
    ),
    Pair(
        "a like text a month later",
        _text(*SUMMIT),
        _text(*SUMMIT[:6]),
        False,
        ("2031-05-06", "2031-06-20"),
    ),
    Pair("an empty text", _text(*SUMMIT), "", False),
    Pair("two empty texts", "", "", False),
)

PAIRS = (*COPIES, *OTHERS)

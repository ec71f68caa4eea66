"""Words by which somebody contests what somebody else holds."""

from __future__ import annotations

import re

from soten.records import Act

HOLDING = frozenset((Act.ASSERT, Act.ANNOUNCE, Act.CONFIRM, Act.EXPLAIN, Act.CRITICIZE))
"""Acts that hold something true, which others may contest."""
ANSWERING = frozenset(
    "反論する 反駁する 抗弁する 一蹴する 退ける 斥ける 言い返す 応酬する 異議を唱える 釈明する "
    "弁明する 切り捨てる はねつける".split()
)
"""Verbs by which one answers what another has said."""
DENYING = frozenset("否定する 否認する 打ち消す 認める".split())
"""Verbs that deny whatever it is."""
JUDGED = re.compile(
    r"[「『]?(?:(?:これ|それ)は)?[^、。はがを]{1,8}では(?:ない|ありません)[」』。]*\Z"
)
"""「これは停戦ではない」: an opinion, and no denial of a fact unless it answers somebody."""
OTHERS_WORDS = re.compile(
    r"(?:主張|報告書?|発表|表明|証言|訴え|見方|指摘|非難|批判|報道|説明|発言|声明|記述|疑惑|疑い|嫌疑|容疑|告発|見解|結論|言い分)"
    r"(?:の内容)?(?=自体|は|が|も|を|に|には|に対し|\Z)"
)
"""What somebody said, contested as a whole: 「ロシアの主張を否定した」."""
ALTOGETHER = re.compile(r"自体|そのもの|全体|(?:は|を|が)?(?:全て|すべて|全部|ことごとく)")
"""What follows words that are contested with all they claim: 「報告書自体が偽りだ」."""
OWNED = re.compile(
    r"(?:側|政府)?の(?:主張|発表|説明|見方|指摘|発言|声明|見解|言い分)(?:について|に対し|に関し|は|を)"
)
"""「A国の主張について、…だと非難した」: whose words a charge is about."""
SUCH = re.compile(r"その|この|こうした|そうした|そのような|このような|同")
PART_IN_IT = re.compile(
    r"(?:関与|関係|責任|犯行|加担|関わり|かかわり|つながり|疑惑|疑い|嫌疑|容疑|意図|これ|それ)(?:など)?\Z"
)
"""What is denied of a deed told before: 「関与を否定した」."""
WORDLESS = re.compile(r"[^、。をがは「]{0,10}?(?:否定|否認|反論|反駁|抗弁)(?=し)")
"""The content of a denial that leaves out what it denies: 「A国は否定している」."""
FLAT_DENIAL = re.compile(
    r"[「『]?(?:それは|これは|全て|すべて|全く|まったく|完全な|明らかな|全くの|まったくの|単なる)?(?:の|な)?"
    r"(?:事実(?:無根|で(?:は)?(?:ない|ありません)|に反す)|虚偽|偽り|嘘|うそ|ウソ|でたらめ|デマ|でっち上げ|ねつ造|捏造|"
    r"プロパガンダ|宣伝|作り話|作り事|根拠(?:が|は|の)?な|根も葉もない|一方的|誤り|間違い|誤解|あり得ない|ありえない|"
    r"関与して(?:い)?ない|関わって(?:い)?ない|無関係|関係(?:は|が)な|承知していない|偽物|自作自演|やらせ|"
    r"やっていない|していない|そのような(?:事実|こと)|ばかげ|馬鹿げ|荒唐無稽|挑発|言いがかり|責任転嫁|陰謀)"
)
"""A denial that only says that it is not so."""
FALSEHOOD = re.compile(
    r"ねつ造|捏造|でっち上げ|でっちあげ|虚偽|偽情報|偽物|偽の|嘘|うそ|ウソ|作り話"
)
"""What a charge calls another's words or pictures: it only answers them."""
NEGATED = re.compile(r"(?<!確認できてい)(?<!確認でき)(?:ない|ません|なかった|ておらず)[」』。]*\Z")
LAID_TO = re.compile(r"たのは[^、。]{1,20}(?:だ|である|です|だった)[」』。]*\Z")
"""「先に違反したのは軍のほうだ」: a deed told of before is laid to another."""
LOSSES = re.compile(r"死者|死亡|死傷|殺害|殺さ|犠牲|負傷|損失|損害|撃墜|破壊|拘束|捕虜|けが")
"""What the two sides count differently."""
WITHHELD = re.compile(
    r"(?:結果|当選|選挙|投票|独立|宣言|併合|編入|帰属|領有|主権|国境線|決議|判決|裁定|合意|正統性|正当性|有効性)"
)
"""What one side declares and another may refuse to recognize."""
ELECTED = frozenset("結果 当選 選挙 投票 再選 勝利 得票 票".split())
"""Words by which one tells who was elected; who refuses one of them refuses what the others tell."""
RECOGNIZING = frozenset("認める 承認する 受け入れる 尊重する".split())
UNRECOGNIZED = re.compile(
    r"(?:認め|承認し|受け入れ|尊重し)(?:られ)?(?:てい|ておら)?(?:ない|ず|ません|なかった)|無効|違法|不当"
)
SAME_PLACE = re.compile(r"同(?:村|町|市|地|州|国|地域|都市|集落)|現地|一帯|市内|町中|村内")
"""The place just spoken of: 「同村での戦闘が続いている」."""
TAKEN = re.compile(r"制圧|占領|掌握|解放|奪還|奪回|陥落|占拠|奪取")
"""Words for a place that one side says it has taken."""
HELD = re.compile(
    r"(?:管理|支配|統制|指揮)下に(?:ある|置)|防衛|保持|維持|守っ|掌握していない|撃退|掃討|"
    r"(?:戦闘|攻防|作戦|抵抗)[^。、]{0,12}(?:続|継続|実施|行って|行われて)|"
    r"(?:引き続き|依然|なお|まだ|今も)[^。、]{0,16}(?:支配|管理|掌握|制圧)|支配(?:を続け|し続け|しているわけでは)"
)
"""What the other side says of the same place."""
BLAMING = re.compile(
    r"違反|攻撃|砲撃|銃撃|空爆|爆撃|侵攻|侵略|侵入|侵犯|越境|先に|原因|挑発|責任|誘発|宣戦布告|破[っり]|破壊|"
    r"発砲|発射|照射|埋設|使用|テロ|妨害|妨げ|拒否|拒[んみ]|殺害|虐殺|拉致|拘束|支援して|干渉|介入|関与|脅[かし迫]|嘘|偽"
)
"""What each side lays to the other's charge."""
ACTING = re.compile(
    r"(?:の?(?:軍|側|政府|当局|部隊|兵士?|指導部|政権))*"
    r"(?:[がはも]|による|によって|に(?:責任|原因|非)|の[^、。のを]{0,6}?(?:攻撃|砲撃|空爆|爆撃|侵攻|侵略|違反|挑発|行為|行動|責任|軍))"
)
"""What follows the name of who is said to have acted."""
OPPOSITE = re.compile(r"相手(?:側|国|方|軍)?|互い|(?:領有(?:権)?|主権|帰属)\Z")
"""「双方は相手が先に攻撃したと非難した」, 「A国とB国が島の領有権を主張している」: only one can be right."""
CRITICISM = re.compile(
    r"(?:批判|非難|異論|反論|疑問|疑念|疑義)(?:の声)?(?:が|も)[^。、]{0,6}"
    r"(?:出|上が|挙が|相次|噴出|根強|強ま|高ま)[^。]*\Z"
)
"""「批判が出ている」: an answer told without its words."""
CONTRAST = re.compile(
    r"これに対し|それに対し|のに対し|に対して|(?:これ|このこと|それ)について|一方|他方|しかし|が、|ものの|けれど|逆に|むしろ"
)
"""Words that set one side's account against another's."""
SUSPECTED = re.compile(
    r"と(?:され|みられ|見られ|指摘され|報じられ|伝えられ|非難され|言われ|疑われ)(?:る|た|ている|ていた)"
)
"""How the writer tells what others may contest."""

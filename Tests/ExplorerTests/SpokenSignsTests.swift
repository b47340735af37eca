import Testing

@testable import Explorer

/// Signs of the screen in words.
@Suite struct SpokenSignsTests {
    @Test(arguments: [
        ("●↶ A → B · implements", "direct, older than what is above it, A to B, implements"),
        ("◐ 2 of 7 · 4 steps", "well founded, 2 of 7, 4 steps"),
        ("→ ↶ answers B", "older than what is above it, answers B"),
        ("↓ leads on", "leads on"),
        ("★ marked", "marked"),
        ("title  kind", "title, kind"),
        ("A full stop.  Then more", "A full stop. Then more"),
        ("12  Items  ▇▇▇·····", "12, Items"),
        ("3/15 results, 3/15:", "3 of 15 results, 3 of 15:"),
        ("2013-05 – 2018-01-25 (as of 2022-01)", "May 2013 to 25 January 2018 (as of January 2022)"),
        ("2020 – ?", "2020 onwards, end unknown"),
        ("2020 – ? · Qijiang", "2020 onwards, end unknown, Qijiang"),
        ("1993 – · Chongqing", "1993 onwards, Chongqing"),
        ("A  1993 –  B", "A, 1993 onwards, B"),
        ("2018-12 – (as of 2022-01)", "December 2018 onwards (as of January 2022)"),
        ("c. 1200 –", "c. 1200 onwards"),
        ("Period: – 2018", "Period: until 2018"), ("– 2018-12 · B", "until December 2018, B"),
        ("A · ? – 2018", "A, start unknown, to 2018"),
        ("Centralisation  –", "Centralisation"),
        ("Pinned (◆): the others", "Pinned: the others"),
        ("5629/5630次 and 200 km/h", "5629/5630次 and 200 km/h"),
    ])
    func `a sign that stands apart is a word`(drawn: String, spoken: String) {
        #expect(SpokenSigns(language: .english).spoken(drawn) == spoken)
    }

    @Test(arguments: [
        ("已固定（◆）：其余两栏", "已固定：其余两栏"),
        ("二○二二年", "二○二二年"),
        ("○ 牵强", "牵强"),
        ("◐↶ 第 2 条 · 含解读", "有据，早于其上，第 2 条，含解读"),
        ("2018-12 –", "2018年12月起"), ("时间：2013-05 – ?", "时间：2013年5月起，终期不详"),
        ("1993 – · 重庆市", "1993年起，重庆市"), ("1993 – 2003", "1993年 至 2003年"),
        ("2018-12 – ?（截至 2022-01）", "2018年12月起，终期不详（截至 2022年1月）"),
        ("2018-12 –（截至 2022-01）", "2018年12月起（截至 2022年1月）"),
        ("– 2018 · 甲", "至2018年，甲"), ("? – 2018", "起始不详，至2018年"),
    ])
    func `a circle within a word is a part of it`(drawn: String, spoken: String) {
        #expect(SpokenSigns(language: .chinese).spoken(drawn) == spoken)
    }
}

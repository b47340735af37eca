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
        ("2020 – ?", "2020 to unknown"),
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
        ("2018-12 –", "2018年12月 起"), ("时间：2013-05 – ?", "时间：2013年5月 至 不详"),
    ])
    func `a circle within a word is a part of it`(drawn: String, spoken: String) {
        #expect(SpokenSigns(language: .chinese).spoken(drawn) == spoken)
    }
}

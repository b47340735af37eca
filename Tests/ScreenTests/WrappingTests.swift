import Screen
import Testing

@Suite struct WrappingTests {
    @Test func breaksChineseByItsRules() {
        let text = "他说：“教育改革的关键，在于教师（而不是设备）。”OECD data 支持这一点。"
        #expect(
            Wrapping.lines(of: text, columns: 12) == [
                "他说：“教育", "改革的关键，", "在于教师（而", "不是设", "备）。”OECD", "data 支持这", "一点。",
            ])
    }
}

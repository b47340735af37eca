import CaseModel

extension NetworkScene {
    /// The figures and signs of the open network, each with its meaning; nil if none is open.
    static func explained(in state: State) -> [Legend.Entry]? {
        guard let network = state.openChart?.drawing as? NetworkChart else { return nil }
        let scene = NetworkScene(network, in: state.chartContext)
        func figures(_ language: LanguageChoice) -> [NetworkFigures.Figure] {
            NetworkFigures(scene.cooperation, through: network.basis, in: state.graph, language: language)
                .figures(of: network.mode)
        }
        let named = zip(figures(.chinese), figures(.english)).map { chinese, english in
            Legend.Entry(
                sign: Text(chinese: chinese.name, english: english.name),
                meaning: Text(chinese: chinese.meaning, english: english.meaning))
        }
        return named + [
            Legend.Entry(sign: Text("\(Theme.near)9"), meaning: Strings.meaningOfShared(network.mode)),
            Legend.Entry(
                sign: Text("↔"), name: Strings.bridges, meaning: Strings.meaningOfBridge(network.mode)),
            Legend.Entry(sign: Strings.inComponent(21), meaning: Strings.meaningOfComponent),
            Legend.Entry(sign: Text("▪▪▪ 13"), name: Strings.partners, meaning: Strings.meaningOfPartners),
        ]
    }
}

extension Strings {
    static let figuresTitle = Text(chinese: "数字与记号", english: "Figures and signs")

    fileprivate static func meaningOfShared(_ mode: Cooperation.Mode) -> Text {
        switch mode {
        case .actors:
            Text(
                chinese: "所选一个的合作方；数字是两者共同参与的条目，+ 为超过 9",
                english:
                    "a partner of the selected one; the number is that of the items that name both, + for more than 9"
            )
        case .items:
            Text(
                chinese: "与所选一项共有参与者；数字是共有的参与者，+ 为超过 9",
                english: "shares actors with the selected one; the number is how many, + for more than 9")
        }
    }

    fileprivate static func meaningOfBridge(_ mode: Cooperation.Mode) -> Text {
        switch mode {
        case .actors: Text(chinese: "它与合作方不都在一方", english: "it and its partners stand on more than one side")
        case .items: Text(chinese: "它的参与者不都在一方", english: "its actors stand on more than one side")
        }
    }

    fileprivate static let meaningOfComponent = Text(
        chinese: "从所选一个顺着合作关系走得到的，连它自己共 21 个",
        english: "ties lead from the selected one to 20 others, near or far")
    fileprivate static let meaningOfPartners = Text(
        chinese: "合作方的个数；条形以合作方最多的为满格",
        english: "the number of its partners; the bar is full for whoever has most")
}

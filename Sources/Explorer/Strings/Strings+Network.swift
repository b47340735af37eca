import CaseModel

/// Phrases of the network.
extension Strings {
    static let network = Text(chinese: "合作网络", english: "network")
    static let ties = Text(chinese: "合作关系", english: "ties")
    static let partners = Text(chinese: "合作方", english: "partners")
    static let sharingPairs = Text(chinese: "共有参与者的成对条目", english: "pairs that share actors")
    static let components = Text(chinese: "连通分支", english: "components")
    static let bridges = Text(chinese: "跨方", english: "bridges")
    static let centralisation = Text(chinese: "中心势", english: "centralisation")
    static let takesPartIn = Text(chinese: "参与", english: "takes part in")
    static let onNoSide = Text(chinese: "各方之上及其他", english: "above, elsewhere")
    static let onSeveralSides = Text(chinese: "跨方及其他", english: "several sides, elsewhere")
    static let crossing = Text(chinese: "跨方", english: "across sides")
    /// The reason why the network is empty, and the key that may help.
    static var noNetwork: Text {
        let through = key(.chart(NetworkChart.command(.nextBasis)), in: .view(.network))
        return Text(
            chinese: "所示条目都没有写明参与者。\(through) 换由什么相连；固定和筛选也会挡住参与者。",
            english:
                "No item shown names an actor. \(through) counts other items; pins and a filter hide some too."
        )
    }
    static let noPartner = Text(chinese: "没有合作方", english: "it has no partner")
    static let networkLimits = Text(
        chinese: "所示是本案例记下的合作；这里没有的，不等于不存在。",
        english: "Shows what the case records; a tie that is missing here may exist all the same.")

    // The meaning of the figures, for readers new to them.
    static let meaningOfItems = Text(
        chinese: "计入网络的条目，不论是否写明参与者", english: "the items that are counted, whether or not they name actors")
    static let meaningOfActors = Text(
        chinese: "至少参与其中一项的，在名录全部参与者之中",
        english: "those who take part in one of them at least, of all in the directory")
    static let meaningOfTies = Text(
        chinese: "同列一项的两个参与者算一条", english: "two actors named by the same item make one")
    static let meaningOfNamingItems = Text(
        chinese: "写明参与者的，在计入的全部条目之中", english: "those that name actors, of all items that are counted")
    static let meaningOfSharingPairs = Text(
        chinese: "至少有一个共同参与者的两项算一对", english: "two items with an actor in common make one")
    static let meaningOfCrossing = Text(
        chinese: "连接不同方的合作关系，及其在全部中的比例", english: "ties from one side to another, and their share of all")
    static let meaningOfPair = Text(chinese: "其中连接这两方的", english: "of these, the ones between these two")
    static let meaningOfComponents = Text(
        chinese: "顺着合作关系彼此走得到的为一支；“孤立点”没有合作方",
        english: "within one, ties lead from everyone to everyone; those alone have no partner")
    static let meaningOfCentralisation = Text(
        chinese: "弗里曼度数中心势：0 是各方合作方一样多，1 是全部系于一方；越分散越近于 0",
        english: """
            Freeman's degree centralisation: 0 where all have equally many partners, 1 where all ties lie with one \
            hub; the more decentralised, the nearer to 0
            """)
    static let scaleOfCentralisation = Text(chinese: "0 均等，1 独大", english: "0 all alike, 1 one hub")

    static func bridging(_ mode: Cooperation.Mode) -> Text {
        switch mode {
        case .actors: Text(chinese: "跨方的参与者", english: "bridging")
        case .items: Text(chinese: "跨方的条目", english: "bridging")
        }
    }

    static func meaningOfBridging(_ mode: Cooperation.Mode) -> Text {
        switch mode {
        case .actors:
            Text(
                chinese: "连同合作方一起算，分在不同方的参与者",
                english: "actors who together with their partners stand on more than one side")
        case .items: Text(chinese: "参与者分在不同方的条目", english: "items whose actors stand on more than one side")
        }
    }

    static func share(_ part: Int, of whole: Int) -> Text {
        Text(chinese: "\(part)/\(whole)", english: "\(part) of \(whole)")
    }

    static func groupsHeading(_ mode: Cooperation.Mode) -> Text {
        switch mode {
        case .actors: takesPartIn
        case .items: actors
        }
    }

    static func groups(_ mode: Cooperation.Mode, _ count: Int) -> Text {
        switch mode {
        case .actors: Text(chinese: "参与 \(count) 项：", english: "takes part in \(count): ")
        case .items: Text(chinese: "参与者 \(count) 个：", english: "actors \(count): ")
        }
    }

    static func sharing(_ count: Int, with name: String) -> Text {
        Text(chinese: "与\(name)共有 \(count)：", english: "shares \(count) with \(name): ")
    }

    static func inComponent(_ count: Int) -> Text {
        Text(chinese: "所在分支 \(count)", english: "component of \(count)")
    }

    static func largest(_ count: Int) -> Text {
        Text(chinese: "最大 \(count)", english: "largest \(count)")
    }

    static func alone(_ count: Int) -> Text {
        Text(chinese: "孤立点 \(count)", english: "alone \(count)")
    }

    static func between(_ first: String, _ second: String) -> Text {
        Text(chinese: "跨\(first)、\(second)", english: "\(first)–\(second)")
    }

    static func takePartInNone(_ count: Int) -> Text {
        Text(chinese: "另有 \(count) 个参与者不在其中", english: "\(count) more actors take part in none of them")
    }
}

import CaseModel

extension CaseGraph {
    /// What an axis is called: a facet by the program, a kind by the case.
    package func title(of axis: Axis) -> Text {
        switch axis {
        case .facet(let facet): facet.title
        case .kind(let id): `case`.kinds.first { $0.id == id }?.title ?? Text(id.text)
        }
    }
}

extension Facet {
    /// What it is called.
    package var title: Text {
        switch self {
        case .kind: Text(chinese: "类型", english: "kind of item")
        case .field: Text(chinese: "行动领域", english: "field of action")
        case .mode: Text(chinese: "治理方式", english: "governance mode")
        case .place: Text(chinese: "地点", english: "place")
        case .province: Text(chinese: "省份", english: "province")
        case .actor: Text(chinese: "参与主体", english: "actor")
        case .level: Text(chinese: "主体层级", english: "tier of an actor")
        case .side: Text(chinese: "主体所属方", english: "side of an actor")
        case .status: Text(chinese: "进展状态", english: "status")
        case .year: Text(chinese: "年份", english: "year or years")
        case .source: Text(chinese: "文献来源", english: "source")
        case .strength: Text(chinese: "证据强度", english: "strength of evidence")
        case .evidence: Text(chinese: "有无证据", english: "with or without evidence")
        }
    }
}

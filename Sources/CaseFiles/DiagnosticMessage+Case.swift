import CaseModel

// The rules that hold between the parts of a case.
extension DiagnosticMessage {
    static let noManifest = error(
        zh: "案例没有总述；请在一个文件里加上顶层的键“case”",
        en: "the case has no manifest; add the top-level key 'case' to one file")
    static let noFormat = error(
        zh: "总述所在的文件没有写明格式；请在文件开头加上 format: 1",
        en: "the manifest's file does not name its format; add 'format: 1' at its top")
    static let misplacedFormat = error(
        zh: "“format”应写在有键“case”的文件里；请移过去",
        en: "'format' belongs in the file that has the key 'case'; move it there")

    static func newerFormat(_ text: String) -> DiagnosticMessage {
        error(
            zh: "案例用的是格式“\(shown(text))”，本程序只识格式 1；请用新版 triptych",
            en:
                "the case is written in format '\(shown(text))', this program knows format 1; use a newer triptych"
        )
    }

    static func badFormat(_ text: String) -> DiagnosticMessage {
        error(
            zh: "“\(shown(text))”不是案例的格式；请写 format: 1",
            en: "'\(shown(text))' is not a format of case files; write 'format: 1'")
    }

    static func secondOfOne(_ key: String) -> DiagnosticMessage {
        error(
            zh: "一个案例只能有一个“\(key)”；请合并或删去一个",
            en: "a case has '\(key)' only once; join the two or delete one")
    }

    static func notThreePanes(_ count: Int) -> DiagnosticMessage {
        error(
            zh: "案例须恰有三栏，这个案例有 \(count) 栏；请在“panes”下列出三栏",
            en: "a case has exactly three panes, this one has \(count); list three under 'panes'")
    }

    static func duplicateID(_ kind: EntityKind, _ id: String) -> DiagnosticMessage {
        let subject = Subject.entity(kind, id)
        return error(
            zh: "\(subject.zh)定义了两次；请改名或删去一个", en: "\(subject.en) is defined twice; rename or delete one")
    }

    static func sharedID(_ id: String, _ first: EntityKind, _ second: EntityKind) -> DiagnosticMessage {
        let (former, latter) = (Subject.entity(first, id), Subject.entity(second, id))
        return warning(
            zh: "\(latter.zh)与\(former.zh)同名，按 id 打开时可能得到另一个；请改名",
            en: "\(latter.en) has the id of \(former.en), which may be opened instead; rename one")
    }

    static func idWithoutValue(_ kind: EntityKind, _ id: String) -> DiagnosticMessage {
        let subject = Subject.entity(kind, id)
        return warning(
            zh: "\(subject.zh)的 id 在导览的“cell”中表示“没有值”，无法指到它；请改名",
            en:
                "the id of \(subject.en) means 'no value' in the 'cell' of a tour, which cannot name it; rename it"
        )
    }

    static func kindIsFacet(_ id: String) -> DiagnosticMessage {
        let subject = Subject.entity(.kind, id)
        return warning(
            zh: "\(subject.zh)与筛选的一项同名，筛选和矩阵无法指到它；请改名",
            en:
                "\(subject.en) has the name of a facet, so that filters and the matrix cannot name it; rename it"
        )
    }

    /// An id that is not of the kind that is wanted; it may be of another one.
    static func dangling(_ mention: Mention, _ id: String, _ kind: EntityKind, is other: EntityKind? = nil)
        -> DiagnosticMessage
    {
        guard let other else {
            return error(
                zh: "\(mention.zh)“\(shown(id))”，而本案例没有这样的\(kind.title.zh)",
                en: "\(mention.en) '\(shown(id))', which is not \(kind.indefinite) of this case")
        }
        return error(
            zh: "\(mention.zh)“\(shown(id))”，它是\(other.title.zh)，而不是\(kind.title.zh)",
            en: "\(mention.en) '\(shown(id))', which is \(other.indefinite), not \(kind.indefinite)")
    }

    static func parentInAnotherPane(_ parent: String, pane: String, own: String) -> DiagnosticMessage {
        error(
            zh: "上级条目“\(shown(parent))”在“\(shown(pane))”栏，不在“\(shown(own))”栏；请选同一栏的条目",
            en:
                "parent '\(shown(parent))' stands in pane '\(shown(pane))', not in '\(shown(own))'; choose one of the same pane"
        )
    }

    static func ownAncestor(_ chain: [String]) -> DiagnosticMessage {
        let circle = shownCircle(chain)
        return error(
            zh: "条目不能从属于自己：\(circle)；请去掉其中一个上级",
            en: "an item cannot stand under itself: \(circle); take one parent out")
    }

    static func liesInItself(_ chain: [String]) -> DiagnosticMessage {
        let circle = shownCircle(chain)
        return error(
            zh: "地点不能位于自身之中：\(circle)；请去掉其中一个“within”",
            en: "a place cannot lie in itself: \(circle); take one 'within' out")
    }

    /// The ids of a circle, those in the middle of a long one left out.
    private static func shownCircle(_ chain: [String]) -> String {
        let shown = chain.count > 6 ? chain.prefix(5) + ["…", chain[chain.count - 1]] : chain[...]
        return shown.joined(separator: " → ")
    }

    static func linkToItself(_ id: String) -> DiagnosticMessage {
        error(
            zh: "条目“\(shown(id))”与自己相连；请改为另一条目，或删去这条链接",
            en: "item '\(shown(id))' links to itself; name another item or delete the link")
    }

    static func linkTwice(_ relation: String, _ to: String) -> DiagnosticMessage {
        error(
            zh: "到“\(shown(to))”的链接“\(shown(relation))”写了两次；请合并或删去一条",
            en: "the link '\(shown(relation))' to '\(shown(to))' is stated twice; join the two or delete one")
    }

    static func bordersItself(_ id: String) -> DiagnosticMessage {
        error(
            zh: "地点“\(shown(id))”不能与自己接壤；请改为另一地点",
            en: "place '\(shown(id))' cannot border itself; name another place")
    }
}

// Warnings.
extension DiagnosticMessage {
    static func unevidenced(_ id: String) -> DiagnosticMessage {
        warning(
            zh: "条目“\(shown(id))”没有证据；请补上一条有来源的论断",
            en: "item '\(shown(id))' has no evidence; add a claim with its source")
    }

    static func undeclaredSide(_ id: String) -> DiagnosticMessage {
        warning(
            zh: "总述的“sides”没有“\(shown(id))”，该参与者不算在任何一方；请改正，或在总述中补上",
            en:
                "'sides' of the manifest has no '\(shown(id))', so that the actor counts on none of them; correct it or "
                + "add the side")
    }

    static func uncited(_ id: String) -> DiagnosticMessage {
        warning(
            zh: "没有任何地方引用来源“\(shown(id))”；请引用或删去",
            en: "nothing cites source '\(shown(id))'; cite it or delete it")
    }

    /// A citation key by which two sources are cited.
    static func sharedCitationKey(_ key: String, _ id: String, _ other: String) -> DiagnosticMessage {
        error(
            zh: "来源“\(shown(id))”的引用键“\(shown(key))”也是来源“\(shown(other))”的；请改其一",
            en:
                "the citation key '\(shown(key))' of source '\(shown(id))' is that of source '\(shown(other))' as "
                + "well; change one")
    }

    static func untranslated(_ what: Subject, language: String) -> DiagnosticMessage {
        warning(
            zh: "\(what.zh)没有“\(language)”的文字；请补上，或从总述中去掉这种语言",
            en: "\(what.en) has no wording in '\(language)'; add it or take the language out of the manifest")
    }

    static func untranslatedTitle(language: String) -> DiagnosticMessage {
        remark(
            zh: "“title”没有“\(language)”的译文；可为案例的读者补上",
            en: "'title' has no translation into '\(language)'; the readers of the case may want one")
    }

    static let unsourcedMetric = warning(
        zh: "这项数据没有来源；请补上“source”", en: "the metric names no source; add 'source'")
    static let undatedStatus = warning(
        zh: "这个状态没有所据的日期；请补上“as_of”",
        en: "the status has no date for which it is known; add 'as_of'")
    static let unexplainedLink = warning(
        zh: "这条链接没有说明理由；请补上“because”",
        en: "the link does not say why it holds; add 'because'")
}

// Quotations.
extension DiagnosticMessage {
    /// A quotation longer than the case allows, which the case can change.
    static func quoteTooLong(_ what: Subject, count: Int, limit: Int) -> DiagnosticMessage {
        guard limit < Limits.longestQuote else { return tooLong(what, count: count, limit: limit) }
        return error(
            zh:
                "\(what.zh)有 \(count) 个字符；请缩短到 \(limit) 个，或在 'case' 里用 'quote_limit' 另定上限，至多 \(Limits.longestQuote)",
            en:
                "\(what.en) has \(count) characters; shorten it to \(limit), or set another limit with 'quote_limit' in 'case', up to \(Limits.longestQuote)"
        )
    }
}

// Remarks.
extension DiagnosticMessage {
    /// The remark on a link by which an item answers one that began later, or later than something is claimed of the
    /// undated item; nil for any other link.
    static func orderInTime(of edge: CaseGraph.Edge, in graph: CaseGraph) -> DiagnosticMessage? {
        let isBackwards = graph.runsBackwards(edge)
        guard isBackwards || graph.isClaimedBefore(edge), let (upper, lower) = edge.ends else { return nil }
        let (answer, question) = (shown(graph.item(lower).id.text), shown(graph.item(upper).id.text))
        func beginning(_ position: Int) -> String {
            graph.item(position).period?.dateOfBeginning?.description ?? ""
        }
        if isBackwards {
            return remark(
                zh:
                    "“\(answer)”（\(beginning(lower))）早于它所应的“\(question)”（\(beginning(upper))）；当是后来纳入，程序会以 ↶ 标出",
                en:
                    "'\(answer)' (\(beginning(lower))) began before '\(question)' (\(beginning(upper))), which it answers; it must have been taken up later, and is marked ↶"
            )
        }
        let claimed = graph.claimedSince(lower)?.description ?? ""
        return remark(
            zh:
                "“\(answer)”没有日期，但关于它的论断有 \(claimed) 的，早于它所应的“\(question)”（\(beginning(upper))）；来源若载明何时开始，可写入 'period'",
            en:
                "'\(answer)' has no date, but something is claimed of it of \(claimed), before '\(question)' (\(beginning(upper))), which it answers; if a source says when it began, add 'period'"
        )
    }
}

// Hints beside the caret.
extension DiagnosticMessage {
    static func meant(_ word: String, at address: Address? = nil) -> Text {
        Text(
            chinese: "是不是“\(word)”？" + (address.map { "（\($0.described)）" } ?? ""),
            english: "did you mean '\(word)'?" + (address.map { " (\($0.described))" } ?? ""))
    }

    static let exchangedCoordinates = Text(
        chinese: "是不是把“lat”和“lon”写反了？", english: "did you exchange 'lat' and 'lon'?")

    static let unquotedComma = Text(
        chinese: "含有逗号的文字须加引号", english: "a text that holds a comma needs quotes around it")

    static func first(at address: Address) -> Text {
        Text(chinese: "已在 \(address.described) 定义", english: "it is first defined at \(address.described)")
    }
    static func alsoStated(at address: Address) -> Text {
        Text(chinese: "已在 \(address.described) 写过", english: "it is first stated at \(address.described)")
    }
    static let perhapsAnEntry = Text(
        chinese: "如果这里是新的一项，请在前面加“- ”", english: "if an entry begins here, put '- ' in front of it")
    static func aKey(ofLine line: Int) -> Text {
        Text(chinese: "第一个在第 \(line) 行", english: "the first one stands in line \(line)")
    }
}

/// The shapes of values, as messages name them.
enum Shape: Sendable {
    case keysAndValues, map, list, text, nothing, textOrMap

    var name: Text {
        switch self {
        case .keysAndValues: Text(chinese: "键值映射", english: "a map of keys and values")
        case .map: Text(chinese: "映射", english: "a map")
        case .list: Text(chinese: "列表", english: "a list")
        case .text: Text(chinese: "文字", english: "a text")
        case .nothing: Text(chinese: "空的", english: "empty")
        case .textOrMap:
            Text(
                chinese: "文字，或各语言的映射，如“zh”与“en”",
                english: "a text or a map of languages, such as 'zh' and 'en'")
        }
    }
}

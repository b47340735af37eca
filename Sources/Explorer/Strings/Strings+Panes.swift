import CaseModel

/// Phrases of the three panes: pins, narrowing, sections, the card of welcome.
extension Strings {
    /// The reason why a pane is empty, and the keys that help; `farther` items are connected with everything pinned,
    /// but by a worse grade than is shown.
    static func emptyPane(isPinned: Bool, isFiltered: Bool, farther: Int) -> Text {
        let (unfilter, unpin, widen) = (key(.find(.unfilter)), key(.back), key(.pane(.narrow)))
        if farther > 0 {
            return Text(
                chinese: "有 \(farther) 项与所固定各项相连，但较牵强，未列出。\(widen) 换范围。",
                english: """
                    \(farther) \(farther == 1 ? "is" : "are") connected with everything pinned, but by a weaker \
                    chain than is shown. \(widen) shows more.
                    """)
        }
        return switch (isPinned, isFiltered) {
        case (true, true):
            Text(
                chinese: "筛选和所固定各项之下没有条目。\(unfilter) 取消筛选，\(unpin) 取消最后一个固定。",
                english:
                    "Filter and pins let nothing through here. \(unfilter) removes the filter, \(unpin) the last pin."
            )
        case (true, false):
            Text(
                chinese: "没有与所固定各项都相连的条目。\(unpin) 取消最后一个固定。",
                english: "Nothing here is connected with everything pinned. \(unpin) removes the last pin.")
        case (false, true):
            Text(
                chinese: "筛选之下没有条目。\(unfilter) 取消筛选。",
                english: "The filter lets nothing through here. \(unfilter) removes it.")
        case (false, false): Text(chinese: "本栏没有条目。", english: "This pane has no items.")
        }
    }

    static let nothingPinned = Text(chinese: "没有固定任何条目", english: "nothing is pinned")
    static let nothingSelected = Text(chinese: "尚未选中任何条目", english: "nothing is selected")
    static var nothingNarrowed: Text {
        let pin = key(.enter)
        return Text(
            chinese: "没有固定任何条目；\(pin) 固定之后可换范围",
            english: "nothing is pinned; \(pin) pins, and then this narrows")
    }

    /// The words that take a pin off and let more through: keys, or in plain mode what is typed.
    private static func unpinning(isPlain: Bool) -> (pin: Text, widen: Text) {
        guard isPlain else {
            let (pin, widen) = (key(.enter), key(.pane(.narrow)))
            // In Chinese a key is set off by blanks, and a word in quotation marks is not.
            return (
                Text(chinese: " \(pin) ", english: pin), Text(chinese: "\(widen) ", english: widen)
            )
        }
        return (Text(chinese: "“固定”", english: "pin again"), Text(chinese: "“范围”", english: "narrow"))
    }

    /// What the first pin has done.
    static func firstPin(isPlain: Bool) -> Text {
        let (pin, widen) = unpinning(isPlain: isPlain)
        return Text(
            chinese:
                "已固定（◆）：其余两栏只留与它相连的；在它上面按\(pin.phrase(in: .chinese))取消，\(widen.phrase(in: .chinese))换范围",
            english:
                "Pinned (◆): its connections stay; \(pin.phrase(in: .english)) on it unpins, \(widen.phrase(in: .english)) shows more"
        )
    }

    /// The notice after a pin that leaves nothing in the panes to the right. Its first two clauses fit a narrow screen.
    static func nothingOnward(farther: Int, isPlain: Bool) -> Text {
        let (pin, widen) = unpinning(isPlain: isPlain)
        guard farther > 0 else {
            return Text(
                chinese: "已固定（◆）；右边没有与它相连的；再按\(pin.phrase(in: .chinese))取消",
                english: "Pinned (◆); right: nothing connected; \(pin.phrase(in: .english)) unpins")
        }
        return Text(
            chinese:
                "已固定（◆）；右边较弱 \(farther) 项，\(widen.phrase(in: .chinese))显示；再按\(pin.phrase(in: .chinese))取消",
            english:
                "Pinned (◆); right: \(farther) weak, \(widen.phrase(in: .english)) shows; \(pin.phrase(in: .english)) unpins"
        )
    }

    static var firstPane: Text {
        let unpin = key(.back)
        return Text(chinese: "已是第一栏；\(unpin) 取消固定", english: "this is the first pane; \(unpin) unpins")
    }
    static let lastPane = Text(chinese: "已是最后一栏", english: "this is the last pane")
    static let nothingToFold = Text(chinese: "这里没有可折叠的一组", english: "there is nothing to fold here")
    static let nothingToUnfold = Text(chinese: "这里没有折叠的一组", english: "nothing is folded here")

    /// The number of items of a pane; of a narrowed one, that of the visible ones and of all.
    static func items(_ visible: Int, of total: Int) -> Text {
        visible == total
            ? Text(chinese: "\(total) 项", english: total == 1 ? "1 item" : "\(total) items")
            : Text(chinese: "\(visible) 项，共 \(total)", english: "\(visible) of \(total) items")
    }

    /// The number of the items that a pane shows and of all, behind those of its marks.
    static func shown(_ visible: Int, of total: Int) -> Text {
        guard visible < total else { return Text(chinese: "共 \(total)", english: "of \(total)") }
        let items = items(visible, of: total)
        return Text(
            chinese: "· " + items.localized(in: .chinese), english: "· " + items.localized(in: .english))
    }

    /// An item is not connected with what is pinned.
    static func notConnected(with title: String) -> Text {
        Text(chinese: "与“\(title)”不相连", english: "not connected with “\(title)”")
    }
    /// What an item has that is not connected with what is pinned.
    static let strongestLink = Text(chinese: "自身最强的链接", english: "its own strongest link")

    /// No item of a pane matches the filter; so many are connected with matches in other panes.
    static func connectedWithMatches(_ count: Int) -> Text {
        Text(chinese: "符合 0，相连 \(count)", english: "0 match, \(count) connected")
    }

    /// What a grade of connection is called.
    static func name(of grade: Grade) -> Text {
        switch grade {
        case .direct: Text(chinese: "直接", english: "direct")
        case .wellFounded: Text(chinese: "有据", english: "well founded")
        case .farFetched: Text(chinese: "牵强", english: "far-fetched")
        }
    }

    /// What pins let through down to a grade.
    static func scope(downTo worst: Grade) -> Text {
        switch worst {
        case .direct: Text(chinese: "直接", english: "direct")
        case .wellFounded: Text(chinese: "有据", english: "well founded")
        case .farFetched: Text(chinese: "全部", english: "all")
        }
    }

    /// What a grade of connection means.
    static func meaning(of grade: Grade) -> Text {
        switch grade {
        case .direct:
            Text(
                chinese: "最好的链只有一步：一条链接，或上下级",
                english: "the best chain is one step: a link, or parent and child")
        case .wellFounded:
            Text(
                chinese: "最好的链至多一步是案例作者的解读，没有一步早于所应",
                english: """
                    at most one step of the best chain is the case author's reading, and none runs backwards in \
                    time
                    """)
        case .farFetched: Text(chinese: "最好的链也不如此", english: "the best chain is any other")
        }
    }
}

/// Phrases of the card of welcome, and of the signs.
extension Strings {
    static let signsTitle = Text(chinese: "记号", english: "Signs")
    static let meaningOfBackwards = Text(
        chinese: "早于链上它之上的一项，后来纳入", english: "began before an item above it in the chain")
    /// Why a chain without a step backwards in time has the sign all the same, for readers who see both side by side.
    static let meaningOfBackwardsFartherUp = Text(
        chinese: "早于链上隔开的一项，其间各项没有日期：没有一步倒置，但也是后来纳入",
        english: """
            began before an item farther up, with undated ones between: no step by itself runs backwards, but it was \
            taken up later
            """)
    /// Which of several chains is the best.
    static let meaningOfBest = Text(
        chinese: "最好的链：先看案例作者的解读最少，再看时间倒置的步最少，再看最短；直接的链接若是解读，让位于步步有来源的长链",
        english: """
            the best chain has the fewest readings of the case's author, then the fewest steps backwards in time, then \
            the fewest steps: a link that is a reading gives way to a longer chain of sources
            """)
    static let meaningOfPin = Text(
        chinese: "已固定：其余两栏只留与它相连的", english: "pinned: the other panes keep what is connected")
    static let meaningOfMarks = Text(chinese: "我的标记；我的笔记", english: "your mark; your note")
    static let meaningOfPlace = Text(
        chinese: "这一组 35 项中的第 3 项；+35 为折叠的", english: "the third of 35 in its section; +35 are folded")
    /// The remark at the start for a returning user.
    static var placeKept: Text {
        let notebook = key(.note(.notebook))
        return Text(
            chinese: "\(notebook) 回到上次离开处", english: "\(notebook) leads to where you left last time")
    }
    static let closeTheCard = Text(chinese: "关闭卡片", english: "close card")
    static let closeCard = Text(chinese: "关闭", english: "closes")
    static let signs = Text(chinese: "与所选一项相连：", english: "Connected with the selection:")
    static var howToPin: Text {
        let (pin, next, search, help) = (
            key(.enter), key(.move(.right)), key(.find(.search)), key(.program(.help))
        )
        return Text(
            chinese: "\(pin) 固定（◆），其余两栏只留与它相连的；末端一项 \(pin) 打开。\(next) 换栏，\(search) 搜索，\(help) 全部按键。",
            english: """
                \(pin) pins (◆): the other panes keep what is connected; where nothing follows it opens the page. \
                \(next) next pane, \(search) search, \(help) all keys.
                """)
    }
}

/// Phrases of the tours that are begun in the explorer.
extension Strings {
    static let toursTitle = Text(
        chinese: "讲解路线（Enter 开始，q 结束）", english: "Tours (Enter begins one, q ends it)")
    static let chooseTourTitle = Text(
        chinese: "讲哪一条路线？（Enter 开始）", english: "Which tour? (Enter begins it)")
    static let exploreFreely = Text(chinese: "自由浏览，不走路线", english: "explore freely, without a tour")
    static let noTours = Text(chinese: "这个案例没有讲解路线", english: "the case has no tours")
    static let talkRuns = Text(chinese: "已在讲解；e 回到讲解路线", english: "a talk is running; e returns to it")

    /// `20 分钟，12 步`
    static func size(minutes: String?, steps: Int) -> Text {
        Text(
            chinese: (minutes.map { "\($0) 分钟，" } ?? "") + "\(steps) 步",
            english: (minutes.map { "\($0) min, " } ?? "") + (steps == 1 ? "1 step" : "\(steps) steps"))
    }

    static func minutes(_ figure: String) -> Text {
        Text(chinese: "\(figure) 分钟", english: "\(figure) min")
    }
}

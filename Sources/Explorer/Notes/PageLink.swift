import CaseModel
import Screen

/// A link of a page, inside the case or to the web.
struct PageLink: Equatable, Sendable {
    enum Destination: Equatable, Sendable {
        case subject(Subject)
        /// A web address for the user to open: the program never starts a browser.
        case address(String)
    }

    let title: String
    let destination: Destination
    /// Its number among the links of its page; nil for an address that has none of its own there.
    let number: Int?
}

/// The numbered links of the open page; digits choose one.
struct LinkList: Listing {
    private var links: [PageLink]
    /// The numbers that choose them: in plain mode those that the open page says behind its links, and for what has
    /// none the numbers after them; on the screen, which shows none, the places in the list.
    let numbers: [Int]

    static let keys = [
        KeyTable.chooseRow(
            in: .links, "打开所选链接；网址则复制", "open the selected link, or copy its address",
            hint: .init(1, "打开", "open"))
    ]

    /// Nil if the page has no links.
    init?(in state: State) {
        links = state.pageLinks
        if links.isEmpty { return nil }
        guard state.isPlain, let page = state.layout.page,
            state.copySources.last == state.reader.map({ CopySource.subject($0.subject) })
        else {
            numbers = Array(1...links.count)
            return
        }
        var last = page.document.targets.count
        numbers = links.map { link in
            if let number = link.number { return number }
            last += 1
            return last
        }
    }

    var name: ListName { .links }
    func title(in language: LanguageChoice) -> String { language.localized(Strings.linksTitle) }

    func entries(_ query: String, in state: State) -> Picker.Entries {
        let entries = links.enumerated().map { number, link in
            let label = String(numbers[number])
            switch link.destination {
            case .subject(let subject):
                let entity: Entity? = if case .entity(let entity) = subject { entity } else { nil }
                return Picker.Entry(label: label, text: [Span(link.title)], of: entity) { $0.read(subject) }
            case .address(let address):
                return Picker.Entry(label: label, text: Span.linking(link.title), action: .copy(address))
            }
        }
        let isNumber = !query.isEmpty && query.allSatisfy(\.isWholeNumber)
        return Picker.Entries(entries.filter { isNumber ? $0.label.hasPrefix(query) : $0.contains(query) })
    }

    /// True for a number that no longer number begins with.
    func isDecided(by query: String) -> Bool {
        guard let number = Int(query) else { return false }
        return (1...links.count).contains(number) && number * 10 > links.count
    }

    mutating func translate(in state: State) { links = state.pageLinks }
}

extension State {
    /// The links of the open page in its order: items, places and actors, then the addresses of its sources. In
    /// panes and charts, the links of the selected entity's page.
    fileprivate var pageLinks: [PageLink] {
        guard case .subject(let subject)? = copySources.last else { return [] }
        let document = document(of: subject)
        var links: [PageLink] = []
        var addresses: [PageLink] = []
        var seen: Set<Subject> = []
        func note(source number: Int, at link: Int?) {
            guard seen.insert(.source(number)).inserted else { return }
            let source = graph.case.sources[number]
            addresses += source.addresses.enumerated().map { place, address in
                PageLink(
                    title: "\(address)  \(source.label(in: language))", destination: .address(address),
                    number: place == 0 ? link : nil)
            }
        }
        if case .entity(.source(let number)) = subject { note(source: number, at: nil) }
        for (place, paragraph) in document.paragraphs.lazy.filter({ $0.target != nil }).enumerated() {
            switch paragraph.target {
            case .subject(.entity(.source(let number)))?: note(source: number, at: place + 1)
            case .subject(let target)?:
                guard seen.insert(target).inserted else { continue }
                links.append(
                    PageLink(
                        title: paragraph.spans.map(\.text).joined(), destination: .subject(target),
                        number: place + 1))
            case .view?, .counted?, nil: continue
            }
        }
        return links + addresses
    }
}

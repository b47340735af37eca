import CaseModel

/// One place that a page leads to, inside the case or outside.
struct PageLink: Equatable, Sendable {
    /// Where a lead ends.
    enum Destination: Equatable, Sendable {
        case subject(Subject)
        /// An address on the web, to be opened by whoever reads it: the program never starts a browser.
        case address(String)
    }

    /// What is there.
    let title: String
    let destination: Destination
}

extension State {
    /// Where the open page leads, in its order: to items, places and actors, then to the addresses of its sources.
    /// The panes and charts lead where the page on what is selected there does.
    var leads: [PageLink] {
        guard case .subject(let subject)? = passages.last else { return [] }
        let document = document(of: subject)
        var leads: [PageLink] = []
        var addresses: [PageLink] = []
        var seen: Set<Subject> = []
        func note(source number: Int) {
            guard seen.insert(.source(number)).inserted else { return }
            let source = graph.case.sources[number]
            addresses += source.addresses.map {
                PageLink(title: "\($0)  \(source.label(in: language))", destination: .address($0))
            }
        }
        if case .entity(.source(let number)) = subject { note(source: number) }
        for paragraph in document.paragraphs {
            switch paragraph.target {
            case .subject(.entity(.source(let number)))?: note(source: number)
            case .subject(let target)?:
                guard seen.insert(target).inserted else { continue }
                leads.append(
                    PageLink(title: paragraph.spans.map(\.text).joined(), destination: .subject(target)))
            case .view?, .filter?, nil: continue
            }
        }
        return leads + addresses
    }
}

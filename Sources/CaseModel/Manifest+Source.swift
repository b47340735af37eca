extension Manifest {
    /// The case itself as a source, for citing its links and readings in any style.
    package var source: Source {
        var whole = title
        for tag in subtitle?.tags ?? [] {
            guard let first = title[tag], let second = subtitle?[tag] else { continue }
            whole[tag] = first + (tag.nearest == .chinese ? "：" : ": ") + second
        }
        var source = Source(id: ID(id.text), title: whole, form: .dataset)
        if let first = authors.first {
            source.issuer = authors.dropFirst().reduce(first) { names, next in
                var joined = names
                for tag in names.tags {
                    joined[tag] = names.localized(in: tag) + ", " + next.localized(in: tag)
                }
                return joined
            }
        }
        source.edition = version.map { Text($0) }
        source.date = date
        source.url = url
        return source
    }
}

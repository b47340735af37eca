// What is in focus on a page of the reader.
extension Reader.Page {
    /// The lines of a claim, of which a target is the source; nil for a target that is no claim's.
    func claim(ofTarget target: Int) -> Range<Int>? {
        let sources = document.copySources
        guard sources.indices.contains(target), case .evidence? = sources[target],
            var own = lines(ofTarget: target)
        else { return nil }
        // The claim stands above its source, indented, and below a heading or another claim's source.
        while own.lowerBound > 0, lines[own.lowerBound - 1].target == nil,
            lines[own.lowerBound - 1].column > 0
        {
            own = own.lowerBound - 1..<own.upperBound
        }
        return own
    }

    /// The lines of a target alone.
    private func lines(ofTarget target: Int) -> Range<Int>? {
        guard let first = lines.firstIndex(where: { $0.target == target }) else { return nil }
        return first..<(lines[first...].firstIndex { $0.target != target } ?? lines.count)
    }

    /// True if all lines of a target, or of its claim, are in view at a scroll position, or its first if they are more
    /// than fit.
    func shows(_ target: Int?, from top: Int) -> Bool {
        guard let target, let own = claim(ofTarget: target) ?? lines(ofTarget: target) else { return false }
        let window = window(from: top)
        return window.contains(own.lowerBound)
            && (own.upperBound <= window.upperBound || own.count > window.count)
    }

    /// The scroll position nearest to the present one at which a target is in view.
    func top(_ top: Int, showing target: Int) -> Int {
        guard !shows(target, from: top), let own = claim(ofTarget: target) ?? lines(ofTarget: target) else {
            return min(max(0, top), lastTop)
        }
        // What is spoken of stands where the eye looks first, below a few lines that say where it is.
        let above = max(0, layout.body.rows - own.count) / 3
        return min(max(0, own.lowerBound - above), lastTop)
    }
}

import CaseFiles
import CaseModel
import TextLayout

extension CaseOptions {
    /// The case, with the tours of a file in front of its own or alone. Errors in the file are reported like those in a
    /// case.
    func open(withToursOf file: String?, alone isAlone: Bool = false) throws -> CaseGraph {
        let graph = try open()
        guard let file else { return graph }
        var content = graph.case
        if isAlone { content.tours = [] }
        return CaseGraph(try choice.adding(toursOf: file, to: content))
    }
}

extension CaseChoice {
    fileprivate func adding(toursOf file: String, to content: Case) throws -> Case {
        let outcome = try reading { () throws(CaseFileError) in
            try TourFile.read(path: file, into: content)
        }
        tell(outcome.diagnostics)
        guard let content = outcome.caseFile else {
            throw Failure(
                say(
                    zh: "\(file.safeToShow) 有错误，改正后才能讲解",
                    en: "\(file.safeToShow) cannot be walked until its errors are mended"), .badData)
        }
        return content
    }
}

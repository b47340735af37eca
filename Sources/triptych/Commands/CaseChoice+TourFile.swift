import CaseFiles
import CaseModel
import TextLayout

extension CaseOptions {
    /// The case, with the tours of a file in front of its own or alone, and the number of those to choose from: the file's,
    /// if there is one. Errors in the file are reported like those in a case.
    func open(withToursOf file: String?, alone isAlone: Bool = false) throws -> (graph: CaseGraph, tours: Int)
    {
        let graph = try open()
        guard let file else { return (graph, graph.case.tours.count) }
        var content = graph.case
        content.tours = []
        content = try choice.adding(toursOf: file, to: content)
        let own = content.tours
        if !isAlone {
            content.tours += graph.case.tours.filter { tour in !own.contains { $0.id == tour.id } }
        }
        return (CaseGraph(content), own.count)
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

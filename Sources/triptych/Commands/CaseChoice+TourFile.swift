import CaseFiles
import CaseModel
import TextLayout

extension CaseChoice {
    /// A case with the tours of a file in front of its own. Errors in the file are reported like those in a case.
    func adding(toursOf file: String, to content: Case) throws -> Case {
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

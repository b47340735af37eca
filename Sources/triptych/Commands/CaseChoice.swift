import BundledCase
import CaseFiles
import CaseModel
import System
import TextLayout

/// The case to open.
struct CaseChoice {
    /// The path of the case; nil for the bundled one.
    let path: String?

    /// The case at a path, or else that of TRIPTYCH_CASE, or else the bundled one.
    init(path: String? = nil) {
        self.path = path ?? CurrentProcess.variable("TRIPTYCH_CASE")
    }

    /// Opens the case. Errors in it are printed on stderr and end the program with 65; a missing case ends it with
    /// 66.
    func open() throws -> CaseGraph {
        guard let path else {
            do {
                return CaseGraph(try BundledCase.open())
            } catch {
                throw Failure("the bundled case does not open: \(error)", .defect)
            }
        }
        let outcome = try Self.read(path)
        guard let opened = outcome.caseFile else {
            for diagnostic in outcome.diagnostics where diagnostic.severity == .error {
                StandardStream.error.write(diagnostic.rendered() + "\n")
            }
            throw Failure("\(path.safeToShow) cannot be opened until its errors are mended", .badData)
        }
        return CaseGraph(opened)
    }

    /// Reads a case with all its diagnostics.
    static func read(_ path: String) throws -> LoadOutcome {
        try reading { () throws(CaseFileError) in try CaseReader.read(path: path) }
    }

    /// Reads a file; a missing or unreadable one determines the exit status.
    static func reading(_ read: () throws(CaseFileError) -> LoadOutcome) throws -> LoadOutcome {
        do {
            return try read()
        } catch {
            switch error {
            case .missing: throw Failure("\(error)", .missing)
            case .unreadable: throw Failure("\(error)", .inputOutput)
            }
        }
    }
}

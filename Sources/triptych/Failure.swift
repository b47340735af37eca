import ArgumentParser
import Seminar
import System
import TextLayout

/// Why the program ends early: a sentence for standard error and an exit status for the shell.
struct Failure: Error, CustomStringConvertible {
    /// The exit statuses that scripts may rely on; 64 also stands for a missing terminal.
    enum Status: Int32 {
        case nothingFound = 1
        case wrongUsage = 64
        case badData = 65
        case missing = 66
        case unavailable = 69
        case defect = 70
        case inputOutput = 74
    }

    let description: String
    let status: Status

    init(_ description: String, _ status: Status) {
        self.description = description
        self.status = status
    }

    /// Writes the sentence to standard error; returns what ends the program.
    func report() -> ExitCode {
        StandardStream.error.write("triptych: \(description.linesSafeToShow)\n")
        return ExitCode(status.rawValue)
    }
}

extension Failure {
    /// A file that cannot be read or written.
    init(_ error: SystemError) {
        self.init(error.description, .inputOutput)
    }

    /// A seminar that cannot be opened, found or reached.
    init(_ error: SeminarError) {
        let status: Status =
            switch error {
            case .badName, .badHost, .longPath: .wrongUsage
            case .notThere: .missing
            case .taken, .occupied, .unsafeFolder, .failed: .unavailable
            }
        self.init(error.description, status)
    }
}

/// Carries out a command's work; a failure becomes a sentence on standard error and an exit status.
func reporting(_ work: () throws -> Void) throws {
    do {
        try work()
    } catch let failure as Failure {
        throw failure.report()
    } catch let error as SeminarError {
        throw Failure(error).report()
    } catch let error as SystemError {
        throw Failure(error).report()
    }
}

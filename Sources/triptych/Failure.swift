import ArgumentParser
import Seminar
import System

/// The reason why the program ends early: a sentence for standard error and an exit status for the shell.
struct Failure: Error, CustomStringConvertible {
    /// The exit statuses documented for scripts; 64 also stands for a missing terminal.
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

    /// What is asked behind a sentence on a name that does not exist.
    static func question(after name: String) -> String {
        localized(zh: "；是不是“\(name)”？", en: "; did you mean '\(name)'?")
    }

    /// Writes the sentence to standard error; returns the error that ends the program.
    func report() -> ExitCode {
        StandardStream.remark(description)
        return ExitCode(status.rawValue)
    }
}

extension Failure {
    /// The failure to read or write a file.
    init(_ error: SystemError) {
        self.init(localized(zh: error.chineseDescription, en: error.description), .inputOutput)
    }

    /// The failure to open, find or reach a seminar.
    init(_ error: SeminarError) {
        let status: Status =
            switch error {
            case .badName, .badHost, .longPath: .wrongUsage
            case .notThere: .missing
            case .taken, .occupied, .unsafeFolder, .failed: .unavailable
            }
        self.init(error.sentence.phrase(in: CommandLanguage.current), status)
    }
}

/// Runs a command; a failure becomes a sentence on standard error and an exit status.
func reporting(_ work: () throws -> Void) throws {
    do {
        try work()
        // What was printed has gaps.
        if let failure = OpenedCase.failure { throw failure }
    } catch let failure as Failure {
        throw failure.report()
    } catch let error as SeminarError {
        throw Failure(error).report()
    } catch let error as SystemError {
        throw Failure(error).report()
    }
}

// Checks the folder of a case and writes the packed case as a Swift file. The build runs it on the bundled case, so
// that an error in the case is an error of the build, in the words of `triptych check`.
import CaseFiles
import Foundation

func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(1)
}

let arguments = CommandLine.arguments
guard arguments.count == 3 else { fail("usage: case-packer FOLDER FILE.swift") }
let outcome: LoadOutcome
do {
    outcome = try CaseReader.read(path: arguments[1])
} catch {
    fail("error: \(error)")
}
guard let content = outcome.caseFile else {
    let errors = outcome.diagnostics.filter { $0.severity == .error }
    fail(errors.map { $0.rendered(in: .english) }.joined(separator: "\n"))
}
let source = """
    // Written by case-packer from the folder of the bundled case; do not edit.
    let packedCase: StaticString = "\(Data(Pack.bytes(of: content)).base64EncodedString())"

    """
do {
    try Data(source.utf8).write(to: URL(fileURLWithPath: arguments[2]), options: .atomic)
} catch {
    fail("error: '\(arguments[2])' cannot be written: \(error.localizedDescription)")
}

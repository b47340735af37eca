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
// The content stands as it is, so that it needs no decoding at each start.
let (packed, directory) = Pack.halves(of: content)
let source = """
    // Written by case-packer from the folder of the bundled case; do not edit.
    let packedContent: StaticString = "\(String(decoding: packed, as: UTF8.self).escapedForSwift)"
    let packedDirectory: StaticString = "\(Data(directory).base64EncodedString())"

    """
do {
    try Data(source.utf8).write(to: URL(fileURLWithPath: arguments[2]), options: .atomic)
} catch {
    fail("error: '\(arguments[2])' cannot be written: \(error.localizedDescription)")
}

extension String {
    /// The text between the quotes of a literal.
    fileprivate var escapedForSwift: String {
        var escaped = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "\\", "\"": escaped += "\\" + String(scalar)
            case "\n": escaped += "\\n"
            case "\0"..."\u{1F}", "\u{7F}": escaped += "\\u{\(String(scalar.value, radix: 16))}"
            case _: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

import Foundation
import UnicodeTables

// Writes the tables that are made from Unicode's data files, the widths into the first folder and the Han tables
// into the second: unicode-tables DATA-FOLDER TEXT-FOLDER SEARCH-FOLDER.
let arguments = CommandLine.arguments
guard arguments.count == 4 else {
    FileHandle.standardError.write(Data("usage: \(HanTables.command)\n".utf8))
    exit(64)
}
do {
    let folder = DataFolder(path: arguments[1])
    func write(_ source: String, _ output: String, into folder: String) throws {
        let name = output.split(separator: "/").last ?? "Table.swift"
        try source.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }
    try write(
        WidthTable(UnicodeData(read: folder.text(of:))).source, WidthTable.output, into: arguments[2])
    try write(HanTables(UnihanData(read: folder.text(of:))).source, HanTables.output, into: arguments[3])
} catch {
    FileHandle.standardError.write(Data("unicode-tables: \(error)\n".utf8))
    exit(65)
}

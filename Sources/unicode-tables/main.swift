import Foundation
import UnicodeTables

// Writes the tables that are made from Unicode's data files: unicode-tables DATA-FOLDER OUTPUT-FOLDER.
let arguments = CommandLine.arguments
guard arguments.count == 3 else {
    FileHandle.standardError.write(Data("usage: \(WidthTable.command)\n".utf8))
    exit(64)
}
do {
    let data = try UnicodeData { file throws(DataError) in
        do {
            return try String(contentsOfFile: "\(arguments[1])/\(file)", encoding: .utf8)
        } catch {
            throw DataError(
                description: "\(arguments[1])/\(file): cannot be read; install the package unicode-data")
        }
    }
    let name = WidthTable.output.split(separator: "/").last ?? "WidthTable.swift"
    try WidthTable(data).source.write(toFile: "\(arguments[2])/\(name)", atomically: true, encoding: .utf8)
} catch {
    FileHandle.standardError.write(Data("unicode-tables: \(error)\n".utf8))
    exit(65)
}

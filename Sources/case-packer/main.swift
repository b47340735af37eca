import CaseFiles

let outcome = try CaseReader.read(path: CommandLine.arguments[1])
for diagnostic in outcome.diagnostics { print(diagnostic.rendered()) }
print(outcome.caseFile.map { "\($0.items.count) items" } ?? "no case")

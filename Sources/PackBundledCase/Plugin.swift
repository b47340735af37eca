import Foundation
import PackagePlugin

/// Runs `case-packer` on the bundled case before `BundledCase` is compiled, and again when a file of the
/// case was changed, added or removed.
@main
struct PackBundledCase: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder = context.package.directoryURL.appending(
            path: "Resources/cases/yuqian", directoryHint: .isDirectory)
        let output = context.pluginWorkDirectoryURL.appending(path: "PackedCase.swift")
        return [
            .buildCommand(
                displayName: "Checking and packing the bundled case",
                executable: try context.tool(named: "case-packer").url,
                arguments: [folder.path(percentEncoded: false), output.path(percentEncoded: false)],
                inputFiles: files(under: folder), outputFiles: [output])
        ]
    }

    /// The files of the case, and its folders, whose times of modification change when files are added or
    /// removed; sorted, so that the command is the same if nothing has changed.
    private func files(under folder: URL) -> [URL] {
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let all = (found?.compactMap { $0 as? URL } ?? []) + [folder]
        return all.filter {
            ["yaml", "yml", "json", "geojson"].contains($0.pathExtension) || $0.hasDirectoryPath
        }
        .sorted { $0.path < $1.path }
    }
}

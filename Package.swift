// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
// The case in Resources/cases is CC-BY-4.0; Resources/licences has both texts and the attributions.
import PackageDescription

// The arrows between targets are the architecture; `--explicit-target-dependency-import-check error`
// holds the imports to them.
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "triptych",
    products: [
        // Loaded into the program by tests of faults; nothing links it.
        .library(name: "FaultInjection", type: .dynamic, targets: ["FaultInjection"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
    ],
    targets: [
        // The operating system in one place: files, processes, polling, clock. A port begins here.
        .target(name: "CLinux"),
        .target(name: "System", dependencies: ["CLinux"]),
        // What a case is, and the questions that can be asked of it.
        .target(name: "CaseModel"),
        // libyaml, linked from its archive: a program of one file runs where libyaml is not installed.
        .target(name: "CYAML", linkerSettings: [.linkedLibrary(":libyaml.a")]),
        // YAML to a case or all its diagnostics; the packed form.
        .target(
            name: "CaseFiles", dependencies: ["CaseModel", "CYAML", "System", "TextLayout"]),
        // The bundled case, checked and packed while building.
        .executableTarget(name: "case-packer", dependencies: ["CaseFiles"]),
        .plugin(
            name: "PackBundledCase", capability: .buildTool(), dependencies: ["case-packer"],
            path: "Sources/PackBundledCase"),
        .target(
            name: "BundledCase", dependencies: ["CaseModel", "CaseFiles"],
            plugins: ["PackBundledCase"]),
        // Finding items: folding, pinyin, ranking, the query language.
        .target(name: "CaseSearch", dependencies: ["CaseModel", "TextLayout"]),
        // Text as columns: widths, graphemes, what is safe to show, wrapping, fitting.
        .target(name: "TextLayout"),
        .testTarget(
            name: "TextLayoutTests", dependencies: ["TextLayout", "SeededRandom", "UnicodeTables"]),
        // Cells, styles, keys.
        .target(name: "Screen", dependencies: ["TextLayout"]),
        // The tables that widths and readings are looked up in, made from Unicode's data files.
        .target(name: "UnicodeTables"),
        .executableTarget(name: "unicode-tables", dependencies: ["UnicodeTables"]),
        // The explorer as values: state, commands, views.
        .target(
            name: "Explorer", dependencies: ["CaseModel", "CaseSearch", "Screen", "TextLayout"]),
        // The case as data for other programs.
        .target(
            name: "Exports", dependencies: ["CaseFiles", "CaseModel", "CaseSearch"]),
        // The files of other programs as records of a case: references, tables, coded texts.
        .target(
            name: "Imports", dependencies: ["CaseFiles", "CaseModel", "TextLayout"]),
        // The terminal: the only user of ncurses.
        .target(
            name: "CNcurses",
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        .target(
            name: "Terminal", dependencies: ["Screen", "System", "TextLayout", "CNcurses"]),
        // The seminar's transport: where the talk is, from the presenter to the followers. Linux only.
        .target(
            name: "Seminar", dependencies: ["CaseModel", "CLinux", "System", "TextLayout"]),
        // A sandbox for the process of an anonymous user. Linux only.
        .target(name: "Kiosk", dependencies: ["CLinux", "System"]),
        .testTarget(name: "SystemTests", dependencies: ["System", "SessionSupport"]),
        // A process that locks itself in as a kiosk does, and tries what it is not to do.
        .executableTarget(
            name: "kiosk-rehearsal", dependencies: ["CLinux", "Kiosk", "System"],
            path: "Tests/KioskRehearsal"),
        .testTarget(
            name: "KioskTests",
            dependencies: ["CLinux", "Kiosk", "SessionSupport", "System", "kiosk-rehearsal"]),
        .testTarget(
            name: "SeminarTests",
            dependencies: ["CaseModel", "Seminar", "SeededRandom", "SessionSupport", "System"]),
        // Texts kept next to the tests that made them. It imports Testing, which `swift_static` does not have:
        // as a test target it stays out of what a static build of the whole package compiles.
        .testTarget(name: "GoldenSupport", path: "Tests/GoldenSupport"),
        // Random numbers from a seed, for tests and benchmarks.
        .target(name: "SeededRandom", path: "Tests/SeededRandom"),
        // Programs in a terminal of their own, for the tests: a pty, and tmux.
        .target(name: "SessionSupport", path: "Tests/SessionSupport"),
        // Calls of the system that fail, for LD_PRELOAD.
        .target(
            name: "FaultInjection", path: "Tests/FaultInjection", linkerSettings: [.linkedLibrary("dl")]),
        .executableTarget(
            name: "terminal-rehearsal", dependencies: ["Screen", "Terminal", "TextLayout"],
            path: "Tests/TerminalRehearsal"),
        .testTarget(
            name: "TerminalTests",
            dependencies: ["Screen", "Terminal", "SeededRandom", "SessionSupport", "terminal-rehearsal"]),
        // The command line.
        .executableTarget(
            name: "triptych",
            dependencies: [
                "CaseModel", "CaseFiles", "CaseSearch", "BundledCase", "Screen", "Explorer", "Exports",
                "Imports", "Kiosk", "Seminar", "System", "Terminal", "TextLayout", argumentParser,
            ]),
        .testTarget(
            name: "SessionTests",
            dependencies: [
                "SeededRandom", "Seminar", "SessionSupport", "System", "TextLayout", "triptych",
            ]),
        .testTarget(
            name: "ReadmeTests",
            dependencies: ["CaseFiles", "CaseModel", "Explorer", "Screen", "SessionSupport", "triptych"]),
        // A list on ncurses and nothing else, to measure against.
        .executableTarget(name: "ncurses-floor", dependencies: ["CNcurses"], path: "Tests/NcursesFloor"),
        // What the program and its parts cost; it generates its large cases and measures the program in a pty.
        .executableTarget(
            name: "triptych-bench",
            dependencies: [
                "CaseModel", "CaseFiles", "CaseSearch", "BundledCase", "Screen", "Explorer", "SeededRandom",
                "Seminar", "SessionSupport", "System",
                "triptych", "ncurses-floor", argumentParser,
            ]),
        .testTarget(
            name: "CaseModelTests", dependencies: ["CaseModel", "SeededRandom"]),
        .testTarget(
            name: "CaseSearchTests",
            dependencies: ["CaseModel", "CaseSearch", "BundledCase", "SeededRandom", "UnicodeTables"]),
        .testTarget(
            name: "CaseFilesTests",
            dependencies: [
                "CaseModel", "CaseFiles", "BundledCase", "Exports", "GoldenSupport", "Imports",
                "SeededRandom", "System", "TextLayout",
                "case-packer",
            ],
            exclude: ["Goldens"]),
        .testTarget(
            name: "BundledCaseTests", dependencies: ["CaseModel", "CaseFiles", "BundledCase", "TextLayout"]),
        .testTarget(
            name: "ExplorerTests",
            dependencies: [
                "CaseFiles", "CaseModel", "CaseSearch", "BundledCase", "Screen", "Explorer", "GoldenSupport",
                "SeededRandom", "TextLayout",
            ],
            exclude: ["Pictures"]),
        .testTarget(
            name: "ExportsTests",
            dependencies: ["CaseModel", "CaseFiles", "BundledCase", "Exports", "GoldenSupport"],
            exclude: ["Goldens", "Readers"]),
        .testTarget(
            name: "ImportsTests",
            dependencies: [
                "BundledCase", "CaseFiles", "CaseModel", "Exports", "Imports", "SeededRandom",
            ],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "ScreenTests",
            dependencies: ["Screen", "TextLayout", "GoldenSupport", "SeededRandom"],
            exclude: ["Goldens"]),
    ]
)

// The readers under libFuzzer and the address sanitizer; `.ci/fuzz` builds them in a folder of their own.
let isFuzzed = Context.environment["TRIPTYCH_FUZZ"] == "1"
if isFuzzed {
    package.targets += [
        .target(name: "FuzzerDriver", path: "Tests/Fuzzing/Driver"),
        .executableTarget(
            name: "triptych-fuzz",
            dependencies: [
                "BundledCase", "CaseFiles", "CaseModel", "CaseSearch", "Explorer", "Exports", "FuzzerDriver",
                "Imports", "Screen", "Seminar", "System", "Terminal", "TextLayout", "triptych",
            ],
            path: "Tests/Fuzzing/Targets"),
    ]
}

// Warnings are errors only with TRIPTYCH_STRICT=1, as in .ci/run, so that a newer compiler with new warnings still
// builds the package.
let isStrict = Context.environment["TRIPTYCH_STRICT"] == "1"
for target in package.targets where target.type != .plugin {
    target.swiftSettings = [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]
    if isStrict { target.swiftSettings?.append(.treatAllWarnings(as: .error)) }
}

// The program is one file of 26 MB in place of 28: each function is a section, so that those that nothing calls are left
// out, those that are alike are one, and a static build does not export its own symbols, which nothing looks for. The
// functions of an ordinary session stand side by side, so that 5 MB less of the program are in memory: .ci/function-order
// records them. Fuzzing builds are linked by their sanitizers.
if !isFuzzed {
    for target in package.targets where target.type != .plugin {
        target.swiftSettings?.append(
            .unsafeFlags(["-Xfrontend", "-function-sections"], .when(configuration: .release)))
    }
    let options = [
        "--no-export-dynamic", "--icf=all", "--no-warn-symbol-ordering",
        "--symbol-ordering-file=\(Context.packageDirectory)/Resources/linking/function-order.txt",
    ]
    package.targets.first { $0.name == "triptych" }?.linkerSettings = [
        .unsafeFlags(
            ["-use-ld=lld"] + options.flatMap { ["-Xlinker", $0] },
            .when(platforms: [.linux], configuration: .release))
    ]
}

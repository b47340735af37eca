import ArgumentParser

/// How running text is set.
struct TextOptions: ParsableArguments {
    @Option(help: "How wide the text is, in columns.") var width = 80

    func validate() throws {
        guard (20...1000).contains(width) else {
            throw ValidationError("--width takes 20 to 1000 columns")
        }
    }
}

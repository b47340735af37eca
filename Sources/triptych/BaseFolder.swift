import System

/// The folders in which programs keep what is the user's (XDG Base Directory Specification).
enum BaseFolder {
    /// The folder that a variable names, else one in the home folder; nil if the environment has neither. A relative path
    /// is ignored, as in the specification.
    static func path(
        _ variable: String, inHome folder: String, environment: (String) -> String?
    ) -> String? {
        func absolute(_ name: String) -> String? {
            environment(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
        }
        return absolute(variable) ?? absolute("HOME").map { "\($0)/\(folder)" }
    }
}

/// The locale that the environment names for a category, by the rule of setlocale(3).
package struct LocaleSetting {
    /// A category, by the variable of its own.
    package enum Category: String {
        case characters = "LC_CTYPE"
        case messages = "LC_MESSAGES"
    }

    /// The variable that decides.
    package let variable: String
    /// The locale's name, never empty.
    package let name: String

    /// The setting of an environment; nil if that names none.
    package init?(
        of category: Category, environment: (String) -> String? = CurrentProcess.variable
    ) {
        for variable in ["LC_ALL", category.rawValue, "LANG"] {
            guard let name = environment(variable), !name.isEmpty else { continue }
            self.variable = variable
            self.name = name
            return
        }
        return nil
    }
}

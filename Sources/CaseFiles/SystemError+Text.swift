import CaseModel
import System

extension SystemError {
    /// `reason` in both languages.
    package var reasonText: Text { Text(chinese: chineseReason, english: reason) }
}

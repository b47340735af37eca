import CaseModel

// The forms by the names that declarations use.

extension FieldForm where Self == LineForm {
    static var line: LineForm { LineForm(measure: .line) }
    static var quote: LineForm { LineForm(measure: .quote) }
}

extension FieldForm where Self == TextForm {
    static var text: TextForm { TextForm(measure: .line) }
    static var prose: TextForm { TextForm(measure: .prose) }
}

extension FieldForm where Self == LanguageForm {
    static var language: LanguageForm { LanguageForm() }
}

extension FieldForm where Self == DateForm {
    static var date: DateForm { DateForm() }
}

extension FieldForm where Self == DecimalForm {
    static var decimal: DecimalForm { DecimalForm() }
}

extension FieldForm where Self == FlagForm {
    static var flag: FlagForm { FlagForm() }
}

extension FieldForm where Self == AddressForm {
    static var address: AddressForm { AddressForm() }
}

extension FieldForm where Self == DOIForm {
    static var doi: DOIForm { DOIForm() }
}

extension FieldForm where Self == CitationKeyForm {
    static var citationKey: CitationKeyForm { CitationKeyForm() }
}

extension FieldForm {
    /// A number within limits.
    static func number(in range: ClosedRange<Double>) -> NumberForm where Self == NumberForm {
        NumberForm(range: range)
    }
}

import CaseModel
public enum PackError: Error, CustomStringConvertible {
    case damaged
    public var description: String { "damaged" }
}
public enum Pack {
    static func isPack(_ bytes: [UInt8]) -> Bool { false }
    static func open(_ bytes: [UInt8]) throws(PackError) -> Case { throw .damaged }
}

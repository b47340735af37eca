import CaseModel

/// A list of records that is read and written as any list, but stored in a pack in a way of its own.
package protocol RecordListForm: FieldForm where Stored == Records<Record> {
    associatedtype Record: CaseRecord
}

extension RecordListForm {
    private var list: ListOf<Nested<Record>> { ListOf(form: Nested()) }

    package func read(_ value: Value) -> Records<Record>? { list.read(value).map { Records($0) } }
    package func json(_ stored: Records<Record>) -> JSONValue? { list.json(Array(stored)) }
    package var shape: FieldShape { list.shape }

    package func joined(_ before: Records<Record>, _ now: Records<Record>) -> Records<Record> { before + now }
}

/// Records within a record, decoded from a pack when one of them is looked at.
package struct DeferredList<Record: CaseRecord>: RecordListForm {
    package func pack(_ stored: Records<Record>, into writer: inout PackWriter) {
        writer.deferredList(stored)
    }

    package func unpack(from reader: inout PackReader) throws(PackError) -> Records<Record> {
        try reader.deferredList()
    }
}

/// Records of the case that stand by themselves in a pack, outside of the frame, and are decoded one by one.
package struct EntityList<Record: CaseRecord & Identified>: RecordListForm {
    package func pack(_ stored: Records<Record>, into writer: inout PackWriter) { writer.entities(stored) }

    /// None: they are found by the directory.
    package func unpack(from _: inout PackReader) -> Records<Record> { Records() }
}

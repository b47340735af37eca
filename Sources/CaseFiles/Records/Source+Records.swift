import CaseModel

// An entry of the bibliography and the records within it.

extension Source: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "source", subject: Text(chinese: "来源", english: "the source"),
        purpose: Text(
            chinese: "参考文献的一项，足以按各种体例著录。",
            english: "An entry of the bibliography, with enough to cite it in every style."),
        example: """
            sources:
              - id: src-survey
                type: paper
                title: {en: Water rights in three valleys}
                authors: [{family: Rivera, given: Ana}]
                date: 2010
                container: {title: {en: Journal of Commons}, volume: 3, issue: 2, pages: 120-141}
                doi: 10.1000/182
            """)

    package static var blank: Source { Source(id: ID(""), title: Text(""), form: .web) }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.ownID(&id, "Its id.", zh: "来源的 id。")
        try fields.optional(
            "citation_key", &citationKey, .citationKey, since: "0.2",
            "The key by which manuscripts and tables cite it, as in BibTeX; no other source has it.",
            zh: "稿件和表格引用它所用的键，如在 BibTeX 中；不得与其他来源相同。")
        try fields.required(
            "title", &title, .text,
            "Its title; beside it, as `zh-Latn`, its spelling in Latin letters, which APA prints.",
            zh: "题名；可另以 `zh-Latn` 写出拉丁字母拼写，供 APA 体例使用。")
        try fields.optional(
            "short", &short, .text, since: "0.2", "A short form of its title, as reference managers keep it.",
            zh: "短题名，文献管理软件多有此项。")
        try fields.optional(
            "issuer", &issuer, .text, "Who issued it, where no person signed.", zh: "发布者（无个人署名时）。")
        try fields.list("authors", &authors, of: Nested(), "Who wrote it.", zh: "作者。")
        try fields.optional("date", &date, .date, "When it appeared.", zh: "发表日期。")
        try fields.optional(
            "document_number", &documentNumber, .line, "The number of an official document or report.",
            zh: "公文或报告的编号。")
        try fields.required("type", &form, Choice(), "What sort of document it is.", zh: "文献类型。")
        try fields.optional("url", &url, .address, "Where it can be read.", zh: "可读之处。")
        try fields.optional(
            "doi", &doi, .doi, "Its digital object identifier, without a resolver's address.",
            zh: "DOI，不带解析网址。")
        try fields.optional("container", &container, Nested(), "What it appeared in.", zh: "所载的刊、报或书。")
        try fields.list(
            "editors", &editors, of: Nested(), since: "0.2",
            "Who edited it, or the book that it is a chapter of.",
            zh: "编者，或其所在图书的编者。")
        try fields.list(
            "translators", &translators, of: Nested(), since: "0.2", "Who translated it.", zh: "译者。")
        try fields.optional(
            "publisher", &publisher, .text, since: "0.2", "Who published it, or the university of a thesis.",
            zh: "出版者；学位论文写授予单位。")
        try fields.optional(
            "publication_place", &publicationPlace, .text, since: "0.2", "Where it was published.", zh: "出版地。"
        )
        try fields.optional(
            "edition", &edition, .text, since: "0.2", "Which edition it is, as printed.", zh: "版次，照印。")
        try fields.optional(
            "genre", &genre, .text, since: "0.2", "What it is more exactly than its type says.",
            zh: "比类型更确切的说法，如博士学位论文。")
        try fields.optional(
            "outlet", &outlet, .text, since: "0.2", "The newspaper, station or site that a report is of.",
            zh: "报道所出的报纸、电台或网站。")
        try fields.optional(
            "archive", &archive, .text, since: "0.2", "The archive or library that holds it.",
            zh: "收藏它的档案馆或图书馆。")
        try fields.optional(
            "archive_location", &archiveLocation, .line, since: "0.2",
            "Where it stands there: fonds, file, folio.",
            zh: "在其中的位置：全宗、卷、页。")
        try fields.optional("isbn", &isbn, .line, since: "0.2", "Its ISBN, as printed.", zh: "ISBN，照印。")
        try fields.optional(
            "issn", &issn, .line, since: "0.2", "The ISSN of its series, as printed.", zh: "所在连续出版物的 ISSN，照印。"
        )
        try fields.optional(
            "language", &language, .language, since: "0.2",
            "The language that the work is in; without it that of its title, or, of several, the likeliest.",
            zh: "作品的语言；不写则按题名，有多种时取最可能的一种。")
        try fields.defaulted(
            "title_is_descriptive", &titleIsDescriptive, .flag, to: false, since: "0.2",
            "The title describes a work that has none of its own.", zh: "题名是描述性的，作品本无题名。")
        try fields.defaulted(
            "copy", &isCopy, .flag, to: false, since: "0.2", "What was read is a repost at another place.",
            zh: "所读为他处的转载。")
        try fields.optional(
            "archived", &archived, .address, since: "0.2",
            "The address of a copy that an archive of the web keeps.",
            zh: "网络档案所存副本的网址。")
        try fields.optional(
            "accessed", &accessed, .date, "When the address was last visited.", zh: "最近访问网址的日期。")
        try fields.optional(
            "checked", &checked, Choice(), "How often it was read against the claims that cite it.",
            zh: "与引用它的陈述核对过几次。")
        try fields.optional(
            "note", &note, .prose, "What a reader should know before relying on it.", zh: "读者采信前应知之事。")
    }
}

extension Source.Author: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "author", subject: Text(chinese: "作者", english: "the author"),
        purpose: Text(chinese: "署名的人。", english: "A person who signed a work."),
        example: "authors: [{family: Zhao, given: Ying, zh: 赵颖}]", sharingCell: ["family", "given"])

    package static var blank: Source.Author { Source.Author(family: "", given: "") }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.required("family", &family, .line, "The family name in Latin letters.", zh: "姓，拉丁字母。")
        try fields.defaulted(
            "given", &given, .line, to: "", "The given name in Latin letters.", zh: "名，拉丁字母。")
        try fields.optional("zh", &chinese, .line, "The whole name in Chinese characters.", zh: "汉字全名。")
    }
}

extension Source.Container: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "container", subject: Text(chinese: "所载处", english: "the container"),
        purpose: Text(
            chinese: "刊载作品的期刊、报纸或图书。", english: "The journal, newspaper or book that a work appeared in."),
        example: "container: {title: {en: Journal of Commons}, volume: 3, issue: 2, pages: 120-141}")

    package static var blank: Source.Container { Source.Container(title: Text("")) }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.required("title", &title, .text, "Its title.", zh: "题名。")
        try fields.optional("volume", &volume, .line, "Volume, as printed.", zh: "卷，照印。")
        try fields.optional("issue", &issue, .line, "Issue, as printed.", zh: "期，照印。")
        try fields.optional("pages", &pages, .line, "Pages, as printed.", zh: "页码，照印。")
    }
}

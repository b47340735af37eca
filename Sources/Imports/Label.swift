import CaseModel

/// The words that go before a fact in a note, for facts that have no field of their own.
enum Label {
    static let shortTitle = Text(chinese: "短题名", english: "Short title")
    static let volume = Text(chinese: "卷", english: "Volume")
    static let issue = Text(chinese: "期", english: "Issue")
    static let pages = Text(chinese: "页码", english: "Pages")
    static let firstPage = Text(chinese: "起页", english: "First page")
    static let lastPage = Text(chinese: "止页", english: "Last page")
    static let edition = Text(chinese: "版次", english: "Printing")
    static let series = Text(chinese: "丛书", english: "Series")
    static let seriesNumber = Text(chinese: "丛书编号", english: "Number in series")
    static let volumes = Text(chinese: "卷数", english: "Number of volumes")
    static let pageTotal = Text(chinese: "页数", english: "Number of pages")
    static let runningTime = Text(chinese: "片长", english: "Running time")
    static let section = Text(chinese: "版面或章节", english: "Section")
    static let chapter = Text(chinese: "章", english: "Chapter")
    static let part = Text(chinese: "部分", english: "Part")
    static let translator = Text(chinese: "译者", english: "Translator")
    static let interviewer = Text(chinese: "访谈者", english: "Interviewer")
    static let recipient = Text(chinese: "收信人", english: "Recipient")
    static let recipientOrInterviewer = Text(chinese: "访谈者或收信人", english: "Interviewer or recipient")
    static let seriesEditor = Text(chinese: "丛书主编", english: "Series editor")
    static let bookAuthor = Text(chinese: "全书作者", english: "Author of the book")
    static let collaborator = Text(chinese: "合作者", english: "Collaborator")
    static let contributor = Text(chinese: "参与者", english: "Contributor")
    static let commentator = Text(chinese: "评注者", english: "Commentator")
    static let director = Text(chinese: "导演", english: "Director")
    static let producer = Text(chinese: "制片人", english: "Producer")
    static let scriptwriter = Text(chinese: "编剧", english: "Scriptwriter")
    static let performer = Text(chinese: "表演者", english: "Performer")
    static let composer = Text(chinese: "作曲者", english: "Composer")
    static let creator = Text(chinese: "其他责任者", english: "Other creator")
    static let reviewed = Text(chinese: "所评著作", english: "Work reviewed")
    static let event = Text(chinese: "会议", english: "Event")
    static let eventDate = Text(chinese: "会议日期", english: "Date of the event")
    static let eventPlace = Text(chinese: "会议地点", english: "Place of the event")
    static let original = Text(chinese: "原作", english: "Original")
    static let originalDate = Text(chinese: "原作日期", english: "Date of the original")
    static let callNumber = Text(chinese: "索书号", english: "Call number")
    static let version = Text(chinese: "版本", english: "Version")
    static let medium = Text(chinese: "载体", english: "Medium")
    static let size = Text(chinese: "尺寸", english: "Size")
    static let scale = Text(chinese: "比例尺", english: "Scale")
    static let status = Text(chinese: "状态", english: "Status")
    static let submitted = Text(chinese: "提交日期", english: "Submitted")
    static let authority = Text(chinese: "机关", english: "Authority")
    static let jurisdiction = Text(chinese: "法域", english: "Jurisdiction")
    static let history = Text(chinese: "沿革", english: "History")
    static let issueName = Text(chinese: "专号", english: "Title of the issue")
    static let identifier = Text(chinese: "标识符", english: "Identifier")
    static let another = Text(chinese: "另有", english: "Also")
    static let otherPublisher = Text(chinese: "另一出版者", english: "Other publisher")
    static let published = Text(chinese: "发表方式", english: "How published")
    static let titleAddition = Text(chinese: "题名说明", english: "Addition to the title")
    static let translatedTitle = Text(chinese: "题名译文", english: "Translated title")
    static let otherDate = Text(chinese: "日期", english: "Date")

    // What the report calls records that have no name in their file.

    static func record(_ number: Int) -> Text {
        Text(chinese: "第 \(number) 条记录", english: "record \(number)")
    }

    static func row(_ number: Int) -> Text { Text(chinese: "第 \(number) 行", english: "row \(number)") }
    static let wholeCase = Text(chinese: "案例", english: "case")
    static func code(_ name: String) -> Text { Text(chinese: "编码 \(name)", english: "code \(name)") }
    static func document(_ name: String) -> Text { Text(chinese: "来源 \(name)", english: "source \(name)") }
    static func project(_ name: String) -> Text { Text(chinese: "项目 \(name)", english: "project \(name)") }

    static func segment(of name: String) -> Text {
        Text(chinese: "\(name) 的片段", english: "segment of \(name)")
    }

    // What the report says of guesses.

    static func guessedType(_ form: Source.Form, for told: String) -> Text {
        Text(
            chinese: "类型作 \(form.rawValue)，记录只写了“\(told)”",
            english: "type \(form.rawValue), for the record says “\(told)” and no more")
    }

    static func guessedTitle(_ name: Text) -> Text {
        name.inPhrase { language, name in
            switch language {
            case .chinese: "以“\(name)”为标题，记录没有标题"
            case .english: "“\(name)” for a title, for the record has none"
            }
        }
    }

    static func guessedOrder(of name: String) -> Text {
        Text(
            chinese: "“\(name)”的姓在前，记录没有写明",
            english: "the family name of “\(name)” stands in front, for the record does not say")
    }

    static func guessedLanguage(_ language: LanguageTag, of translation: String) -> Text {
        Text(
            chinese: "译名“\(translation)”的语言作 \(language)，记录没有写明",
            english:
                "language \(language) of the translated title “\(translation)”, for the record does not say")
    }

    static func guessed(_ form: Source.Form, _ strength: ID<Strength>, claims: Int) -> Text {
        Text(
            chinese: "类型作 \(form.rawValue)" + (claims > 0 ? "，其 \(claims) 条证据的强度作 \(strength)" : "")
                + "，项目里没有写明",
            english: "type \(form.rawValue)"
                + (claims > 0 ? " and strength \(strength) of its \(claims) claims" : "")
                + ", for the project does not say")
    }
}

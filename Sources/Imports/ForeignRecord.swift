import CaseModel

/// A record of a reference manager before it is a source: facts, each with the field that told it.
struct ForeignRecord {
    /// The record as the file names it; in words where it has no name.
    var name: Text
    /// The citation key, if it has one.
    var key: String?
    /// The type as the file has it.
    var type: String
    /// What sort of work that is.
    var work: Work
    /// Where the type stands.
    var address: FileAddress
    /// What the fields tell, in the order of the file.
    var facts: [Fact] = []
    /// What the work has from another record that this one names.
    var inherited: [Fact] = []
}

/// A sort of work: the form that the case has for it, and what it is more exactly.
struct Work: Equatable {
    var form: Source.Form
    /// What the form alone would not say, in Chinese and English.
    var genre: Text?
    /// Whether the record does not say that it is of this sort.
    var isGuess = false

    /// What is most likely where a record does not say what it is.
    static func guess(_ form: Source.Form, _ genre: String? = nil) -> Work {
        var work = Work(form, nil, genre)
        work.isGuess = true
        return work
    }

    /// The work of a record that names the form itself, in the word of the case format; nil for any other word.
    init?(named word: String?) {
        guard let form = word.flatMap({ Source.Form(rawValue: $0.lowercased()) }) else { return nil }
        self.init(form)
    }

    init(_ form: Source.Form, _ chinese: String? = nil, _ english: String? = nil) {
        self.form = form
        genre = english.map { Text(chinese: chinese, english: $0.titleLine) }
    }
}

/// The content of one field of a record.
struct Fact {
    /// What a field can tell of a work.
    enum Role: Hashable {
        /// What the record is cited by.
        case key
        case title, subtitle, translatedTitle, shortTitle
        case author, editor, translator
        case date, year, month, day, accessed
        case container, subcontainer, abbreviatedContainer, volume, issue, pages, firstPage, lastPage
        case number, publisher, place, edition, genre
        case isbn, issn, isbnOrISSN, url, doi, language
        case archive, archiveLocation, archivedURL, outlet
        case note
        /// A fact of the work that only the note can say, after a label.
        case labelled(Text)
        /// What belongs to the record and not to the work: types, links between records.
        case structure
        /// What the case does not keep of a work: abstract, keywords, files.
        case apart
        /// A field that the reader does not know.
        case unknown
        /// A link to a record that the file does not have.
        case dangling
    }

    var role: Role
    /// The field as the file names it.
    var field: String
    /// The value as text.
    var value: String
    var address: FileAddress
    /// The people or bodies, where the field holds names.
    var names: [ForeignName] = []
    /// Those of them whose family name is taken to stand in front, as the field writes them.
    var presumedNames: [String] = []
    /// The value where it is a date that the file has in parts.
    var date: PartialDate?
    /// Whether those parts say nothing more than `date`.
    var isWholeDate = true
    /// Commands of LaTeX that were not understood.
    var leftovers: [String] = []
}

/// A name of a record.
enum ForeignName: Equatable {
    case person(family: String, given: String)
    /// An institution, or an undivided name.
    case body(String)
    /// `et al.`
    case others

    /// A name in Latin letters with its family name in front, `Zhao, Ying`, or one that is not divided.
    ///
    /// A comma at the end marks a body, whose name may have commas of its own.
    init(inverted text: String) {
        let whole = text.trimmed
        if whole.hasSuffix(","), whole.count > 1 {
            self = .body(String(whole.dropLast()).trimmed)
            return
        }
        var parts = text.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
        let family = parts.removeFirst()
        parts.removeAll(where: \.isEmpty)
        if !parts.isEmpty {
            self = .person(family: family, given: parts.joined(separator: " "))
        } else if let name = ForeignName(familyFirst: whole), whole.isNameInTwoParts {
            self = name
        } else if text.contains(",") || !family.isNameInChinese {
            self = .body(family)
        } else {
            self = .person(family: family, given: "")
        }
    }

    /// A name in Chinese, Japanese or Korean letters whose parts a blank divides: the family name stands in front of it,
    /// though no sign says so. Nil for any other.
    init?(familyFirst text: String) {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count > 1, words.allSatisfy(\.isAllEastAsian) else { return nil }
        self = .person(family: String(words[0]), given: words.dropFirst().joined())
    }

    /// Those of undivided names whose family name is taken to stand in front.
    static func presumed(in names: [String]) -> [String] {
        names.map(\.trimmed).filter { name in
            guard let person = ForeignName(familyFirst: name) else { return false }
            return person == ForeignName(inverted: name)
        }
    }

    /// The name in a line.
    var written: String {
        switch self {
        case .person(let family, let given):
            given.isEmpty || (family + given).isAllEastAsian ? family + given : "\(given) \(family)"
        case .body(let name): name
        case .others: "et al."
        }
    }

    /// The name as the case has it: one in Chinese characters stands, undivided, in the place of its spelling in Latin
    /// letters, which nobody told; a name of one part is the family name. Nil where no letter is left.
    var author: Source.Author? {
        switch self {
        case .others: nil
        case .body(let name): name.isEmpty ? nil : Source.Author(family: name, given: "")
        case .person(let family, let given):
            family.isEmpty || (family + given).isAllChinese
                ? ForeignName.body(family + given).author
                : Source.Author(family: family, given: given)
        }
    }
}

extension String {
    /// Whether it looks like the name of a person in Chinese characters: as short, with a family name in front, and
    /// without an ending of bodies. Files tell the two apart by nothing else.
    fileprivate var isNameInChinese: Bool {
        guard isAllChinese, let first else { return false }
        let parts = split(separator: "·")
        guard parts.allSatisfy({ $0.last.map(Self.bodyEndings.contains) == false }) else { return false }
        return parts.count > 1 || (2...4).contains(count) && Self.familyNames.contains(first)
    }

    /// Whether a text that a blank divides looks like the name of a person and not like that of a body.
    fileprivate var isNameInTwoParts: Bool {
        let parts = split(whereSeparator: \.isWhitespace)
        guard parts.count == 2, let first = parts[0].first, let last = parts[1].last else { return false }
        guard parts.allSatisfy({ $0.count <= 5 }), parts[0].count + parts[1].count <= 7 else { return false }
        if unicodeScalars.contains(where: \.isHangul) {
            return parts[1].count <= 3
                && (parts[0].count == 1 || Self.longFamilyNames.contains(String(parts[0])))
        }
        return !Self.bodyEndings.contains(last) || parts[0].count == 1 && Self.familyNames.contains(first)
    }

    /// The Korean family names of two syllables.
    private static let longFamilyNames: Set<String> = ["남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방"]

    private static let familyNames = Set(
        """
        王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝
        """.filter { !$0.isWhitespace })

    private static let bodyEndings: Set<Character> = [
        "社", "网", "报", "台", "局", "院", "所", "会", "部", "厅", "办", "司", "处", "厂", "校", "馆", "线", "闻", "州",
        "省", "市", "县", "区", "府", "库", "站", "刊", "团", "行", "店", "组", "系", "党", "委", "学", "室",
    ]
}

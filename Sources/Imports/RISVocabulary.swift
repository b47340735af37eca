import CaseModel

/// The types of RIS, as Zotero, EndNote and the specification of 2011 have them.
enum RISTypes {
    /// The official text that a record calls itself by a type of work, such as `通知`; nil for any other.
    static func officialText(named word: String, in type: String) -> Work? {
        guard ["RPRT", "GOVDOC", "STAT"].contains(type) else { return nil }
        let forms: [Source.Form] = [.plan, .statistics, .regulation, .opinion, .agreement, .notice]
        let name = word.trimmed.lowercased()
        return forms.first { $0.title.wordings.contains(name) }.map { Work($0) }
    }

    /// The work of a type; a number or volume tells a magazine from a newspaper, so that no genre need.
    static func work(_ type: String, beside tags: Set<String>) -> Work {
        switch type {
        case "JOUR", "EJOUR", "JFULL", "ABST": Work(.paper)
        case "INPR": Work(.paper, "待刊", "in press")
        case "CONF", "CPAPER": Work(.paper, "会议论文", "conference paper")
        case "GEN": .guess(.paper)
        case "BOOK", "EBOOK", "EDBOOK", "SER", "WHOLE": Work(.book)
        case "CLSWK": Work(.book, "经典著作", "classical work")
        case "PAMP": Work(.book, "小册子", "pamphlet")
        case "CHAP", "ECHAP": Work(.chapter)
        case "DICT": Work(.chapter, "词典条目", "dictionary entry")
        case "ENCYC": Work(.chapter, "百科条目", "encyclopedia article")
        case "THES": Work(.thesis)
        case "RPRT": Work(.report)
        case "GOVDOC": Work(.report, "政府文件", "government document")
        case "HEAR": Work(.report, "听证", "hearing")
        case "PAT": Work(.report, "专利", "patent")
        case "SLIDE": Work(.report, "演示文稿", "presentation")
        case "GRNT": Work(.report, "资助项目", "grant")
        case "STAND": Work(.standard)
        case "NEWS": Work(.news)
        case "MGZN" where !tags.isDisjoint(with: ["VL", "IS"]): Work(.news)
        case "MGZN", "CTLG": Work(.news, "杂志文章", "magazine article")
        case "PCOMM": Work(.interview)
        case "ICOMM": Work(.archive, "电子通信", "electronic message")
        case "MANSCPT", "UNPB", "UNPD": Work(.archive)
        case "ANCIENT": Work(.archive, "古代文献", "ancient text")
        case "ART", "FIGURE", "CHART": Work(.archive, "艺术作品或图", "artwork or figure")
        case "MAP": Work(.archive, "地图", "map")
        case "ELEC", "WEB": Work(.web)
        case "BLOG": Work(.web, "博客", "blog post")
        case "DATA", "DBASE", "AGGR": Work(.dataset)
        case "COMP": Work(.dataset, "软件", "software")
        case "STAT": Work(.law)
        case "BILL", "UNBILL": Work(.law, "法案", "bill")
        case "CASE", "LEGAL": Work(.law, "判例", "court case")
        case "MPCT": Work(.film)
        case "VIDEO", "MULTI", "ADVS": Work(.film, "录像", "video recording")
        case "SOUND", "MUSIC": Work(.film, "录音", "audio recording")
        case _: .guess(.paper, type)
        }
    }
}

/// The tags of RIS. What a tag tells depends on the type of the record.
enum RISTags {
    /// Tags that hold one name each.
    static let names: Set<String> = ["AU", "A1", "A2", "A3", "A4", "ED", "TA"]

    private static let parts: Set<String> = ["CHAP", "ECHAP", "CONF", "CPAPER", "DICT", "ENCYC"]
    private static let books: Set<String> = ["BOOK", "EBOOK", "EDBOOK", "SER", "WHOLE"]
    private static let periodicals: Set<String> = [
        "JOUR", "EJOUR", "JFULL", "ABST", "INPR", "MGZN", "NEWS", "CTLG",
    ]
    private static let counted = books.union(["THES", "MANSCPT"])

    /// What a tag tells in a record of a type, beside the other tags that it has.
    static func role(of tag: String, value: String, in type: String, beside tags: Set<String>) -> Fact.Role {
        switch tag {
        case "TI", "T1", "CT": .title
        case "BT":
            parts.contains(type)
                ? .container : tags.contains("TI") || tags.contains("T1") ? .container : .title
        case "ST": tags.isDisjoint(with: ["TI", "T1", "CT", "BT"]) ? .title : .shortTitle
        case "TT": .translatedTitle
        case "T2": secondTitle(in: type, beside: tags)
        case "T3": .labelled(type == "HEAR" || type == "BILL" ? Label.authority : Label.series)
        case "JF": .container
        case "JO": tags.isDisjoint(with: ["T2", "JF"]) ? .container : .abbreviatedContainer
        case "J2", "JA", "J1": .abbreviatedContainer
        case "AU", "A1": .author
        case "ED": .editor
        case "A2", "A3", "A4", "TA": creator(tag, in: type)
        case "DA": .date
        case "PY", "Y1": tags.contains("DA") ? .year : .date
        case "Y2": .accessed
        // The volume of a book that has a number in a series is that of a work in several.
        case "VL":
            books.contains(type) && tags.isSuperset(of: ["T2", "M1"]) ? .labelled(Label.volume) : .volume
        case "IS": parts.contains(type) && type != "CONF" ? .labelled(Label.volumes) : .issue
        case "NV": .labelled(Label.volumes)
        case "SP": firstPage(in: type, beside: tags)
        case "EP": .lastPage
        case "M1": number(in: type, beside: tags)
        case "M2": .note
        case "M3": value.hasPrefix("10.") && value.contains("/") ? .doi : .genre
        case "PB": .publisher
        case "CY", "PP": .place
        case "ET": type == "BILL" || type == "HEAR" || type == "STAT" ? .labelled(Label.part) : .edition
        case "SN": tags.contains("M1") ? .isbnOrISSN : serial(value, in: type)
        case "DO": .doi
        case "UR", "LK": .url
        // A file that Zotero attaches has a path or name here, an archived copy its address.
        case "L2" where value.hasPrefix("http"): .archivedURL
        case "L2": .apart
        case "LA": .language
        case "AN", "AV": .archiveLocation
        case "DB": .archive
        case "CN": .archiveLocation
        case "N1", "RN": .note
        case "SE": .labelled(Label.section)
        case "SV": .labelled(Label.seriesNumber)
        case "OP": .labelled(Label.history)
        case "RI": .labelled(Label.reviewed)
        case "C1": type == "CONF" ? .place : .labelled(type == "MAP" ? Label.scale : Label.another)
        case "C2": .labelled(parts.contains(type) ? Label.bookAuthor : Label.another)
        case "C3": parts.contains(type) ? .container : .labelled(type == "ART" ? Label.size : Label.another)
        case "C4" where type == "MPCT": .genre
        case "C5": .labelled(Label.medium)
        case "C6", "C7", "C8", "C4": .labelled(Label.another)
        case "ID": .key
        case "AB", "N2", "KW", "L1", "L3", "L4", "DP", "AD", "CA", "LB", "RP", "U1", "U2", "U3", "U4",
            "U5", "H1",
            "H2":
            .apart
        case _: .unknown
        }
    }

    private static func secondTitle(in type: String, beside tags: Set<String>) -> Fact.Role {
        switch type {
        case _ where books.contains(type): .container
        case "RPRT", "MAP", "COMP", "THES", "STAND": .labelled(Label.series)
        case "HEAR": .labelled(Label.authority)
        case "SLIDE": .labelled(Label.event)
        // Zotero has the conference here and the volume in C3.
        case "CONF", "CPAPER": tags.contains("C3") ? .labelled(Label.event) : .container
        case _: .container
        }
    }

    private static func creator(_ tag: String, in type: String) -> Fact.Role {
        switch (tag, type) {
        case ("A2", "PCOMM"), ("A2", "ICOMM"): .labelled(Label.recipientOrInterviewer)
        case ("A2", "SOUND"), ("A2", "MUSIC"): .labelled(Label.performer)
        case ("A2", "SLIDE"): .author
        case ("A2", "PAT"), ("A2", "BILL"), ("A2", "CASE"): .labelled(Label.authority)
        case ("A2", _) where books.contains(type) || type == "RPRT": .labelled(Label.seriesEditor)
        case ("A2", _): .editor
        case ("A3", _) where books.contains(type): .editor
        case ("A3", "THES"): .labelled(Label.contributor)
        case ("A3", "MPCT"), ("A3", "VIDEO"): .labelled(Label.producer)
        case ("A3", _): .labelled(Label.seriesEditor)
        case ("A4", "CONF"), ("A4", "MPCT"), ("A4", "DATA"): .labelled(Label.contributor)
        case ("TA", _): .labelled(Label.translator)
        case _: .translator
        }
    }

    private static func firstPage(in type: String, beside tags: Set<String>) -> Fact.Role {
        if tags.contains("EP") { return .firstPage }
        if counted.contains(type) { return .labelled(Label.pageTotal) }
        return type == "MPCT" || type == "VIDEO" ? .labelled(Label.runningTime) : .pages
    }

    private static func number(in type: String, beside tags: Set<String>) -> Fact.Role {
        if books.contains(type) { return tags.contains("T2") ? .volume : .labelled(Label.seriesNumber) }
        // EndNote has the issue of a journal here.
        if periodicals.contains(type), !tags.contains("IS"), type != "NEWS" { return .issue }
        return type == "CHAP" ? .labelled(Label.volumes) : .number
    }

    private static func serial(_ value: String, in type: String) -> Fact.Role {
        if periodicals.contains(type) { return .issn }
        return ["RPRT", "STAND", "PAT", "GOVDOC"].contains(type) ? .number : .isbnOrISSN
    }
}

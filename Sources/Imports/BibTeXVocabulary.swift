import CaseModel

/// The types of BibTeX, biblatex and what Zotero writes.
enum BibTeXTypes {
    /// The work of a type; what a record says further decides where the type alone does not.
    static func work(_ type: String, _ fields: [String: String]) -> Work {
        if let named = Work(named: fields["entrysubtype"]) { return named }
        return switch type {
        case "article": article(fields)
        case "book", "mvbook", "collection", "mvcollection", "reference", "mvreference": Work(.book)
        case "proceedings", "mvproceedings": Work(.book, "会议录", "proceedings")
        case "booklet": Work(.book, "小册子", "booklet")
        case "manual": Work(.book, "手册", "manual")
        case "periodical": Work(.book, "期刊", "periodical")
        case "inbook", "incollection", "bookinbook", "suppbook", "suppcollection": Work(.chapter)
        case "inreference": Work(.chapter, "工具书条目", "entry of a reference work")
        case "inproceedings", "conference": Work(.paper, "会议论文", "conference paper")
        case "phdthesis": Work(.thesis, "博士学位论文", "PhD thesis")
        case "mastersthesis": Work(.thesis, "硕士学位论文", "Master's thesis")
        case "thesis": Work(.thesis)
        case "techreport", "report": names(fields["type"], in: type) ? Work(.standard) : Work(.report)
        case "patent": Work(.report, "专利", "patent")
        case "unpublished": Work(.archive)
        case "letter": Work(.archive, "书信", "letter")
        case "artwork", "image": Work(.archive, "艺术作品", "artwork")
        case "online", "electronic", "www": Work(.web)
        case "dataset": Work(.dataset)
        case "software": Work(.dataset, "软件", "software")
        case "movie": Work(.film)
        case "video": Work(.film, "录像", "video recording")
        case "audio", "music": Work(.film, "录音", "audio recording")
        case "performance": Work(.film, "演出", "performance")
        case "legislation", "legal": Work(.law)
        case "jurisdiction": Work(.law, "判例", "court case")
        case "standard": Work(.standard)
        case "interview": Work(.interview)
        case "review", "commentary": Work(.paper, "评论", "review")
        case "misc": misc(fields)
        case _: .guess(.paper, type)
        }
    }

    private static func article(_ fields: [String: String]) -> Work {
        switch (fields["entrysubtype"] ?? fields["type"] ?? "").lowercased() {
        case "newspaper": Work(.news)
        case "magazine" where fields["volume"] != nil || fields["number"] != nil || fields["issue"] != nil:
            Work(.news)
        case "magazine": Work(.news, "杂志文章", "magazine article")
        case _: Work(.paper)
        }
    }

    /// What BibTeX has no type for is known by what the record calls itself, else by its address alone.
    private static func misc(_ fields: [String: String]) -> Work {
        let named = (fields["type"] ?? fields["howpublished"] ?? "").lowercased()
        if ["interview", "entretien", "entrevista", "访谈"].contains(where: named.contains) {
            return Work(.interview)
        }
        if ["dataset", "data set", "数据"].contains(where: named.contains) { return Work(.dataset) }
        if names(fields["type"], in: "misc") { return Work(.film) }
        return .guess(fields["url"] != nil && fields["publisher"] == nil ? .web : .paper)
    }

    /// Whether a field `type` names what the type of an entry has no word for: a standard is a report, a film
    /// miscellaneous.
    static func names(_ word: String?, in type: String) -> Bool {
        switch type {
        case "report", "techreport": ["standard", "标准"].contains(word?.lowercased())
        case "misc": ["film", "影片"].contains(word?.lowercased())
        case "article": ["newspaper", "magazine"].contains(word?.lowercased())
        case _: false
        }
    }

    /// Whether a field `type` only repeats the form that the entry has by its type or names in the word of the case.
    static func namesForm(_ type: String, _ fields: [String: String]) -> Bool {
        let usual: Source.Form? =
            switch type {
            case "report", "techreport": .report
            case "thesis": .thesis
            case _: nil
            }
        guard let form = Work(named: fields["entrysubtype"])?.form ?? usual, let word = fields["type"] else {
            return false
        }
        return form.title.wordings.contains(LaTeXText(word).text.lowercased())
    }

    /// The words that biblatex has strings for.
    static func genre(named word: String) -> String {
        switch word.lowercased() {
        case "phdthesis": "PhD thesis"
        case "mathesis": "Master's thesis"
        case "candthesis": "Candidate thesis"
        case "techreport": "technical report"
        case "resreport": "research report"
        case _: word
        }
    }
}

/// The fields of BibTeX, biblatex and what Zotero and its extensions write.
enum BibTeXFields {
    /// Fields that name other entries.
    static let links: Set<String> = ["crossref", "xdata"]

    /// Fields that hold names.
    static let names: Set<String> = [
        "author", "editor", "editora", "editorb", "editorc", "translator", "bookauthor", "commentator",
        "annotator", "introduction", "foreword", "afterword", "collaborator", "holder", "namea",
        "shortauthor", "shorteditor",
    ]

    /// What a field tells in an entry of a type, beside the other fields.
    static func role(of name: String, in type: String, _ fields: [String: String]) -> Fact.Role {
        if name == "type", BibTeXTypes.names(fields["type"], in: type) || BibTeXTypes.namesForm(type, fields)
        {
            return .structure
        }
        if books.contains(type), let role = roleInSeries(of: name, fields) { return role }
        if let role = roles[name] { return role }
        let isArticle = ["article", "periodical", "inproceedings", "conference"].contains(type)
        switch name {
        case "booktitle" where type == "book" && fields["title"] == nil: return .title
        // Classic BibTeX wants the title of a book once more for the chapters that inherit it.
        case "booktitle" where books.contains(type) || type == "proceedings":
            let titles = [fields["booktitle"], fields["title"]].map { LaTeXText($0 ?? "").text.onOneLine }
            return titles[0] == titles[1] ? .structure : .labelled(Label.titleAddition)
        case "booktitle", "journal", "journaltitle", "fjournal": return .container
        case "maintitle":
            return fields["booktitle"] == nil && fields["title"] == nil ? .title : .labelled(Label.series)
        case "number": return number(in: type, fields, isArticle: isArticle)
        case "issue":
            guard isArticle else { return .issue }
            return fields["number"] == nil ? .issue : .labelled(Label.issueName)
        // A translation stands in square brackets behind the title.
        case "titleaddon" where LaTeXText(fields["titleaddon"] ?? "").text.hasPrefix("["):
            return .translatedTitle
        case "titleaddon" where type == "article" && fields["entrysubtype"] != nil: return .genre
        case "titleaddon":
            return ["online", "electronic", "www", "audio"].contains(type)
                ? .container : .labelled(Label.titleAddition)
        case "organization":
            let hasOther = ["publisher", "institution", "school"].contains { fields[$0] != nil }
            return hasOther ? .labelled(Label.otherPublisher) : .publisher
        case "howpublished":
            let isGenre = fields["type"].map {
                type != "misc" || LaTeXText($0).text == LaTeXText(fields[name] ?? "").text
            }
            if isGenre == true { return .genre }
            // A record that names the form as the case does has what a work appeared in here.
            let isOwn = Work(named: fields["entrysubtype"]) != nil
            return type == "misc" && (isOwn || fields["publisher"] == nil)
                ? .container : .labelled(Label.published)
        case "chapter": return .labelled(type == "article" ? Label.section : Label.chapter)
        case "version": return fields["edition"] == nil ? .edition : .labelled(Label.version)
        case "series" where isArticle: return .labelled(Label.series)
        case _: return .unknown
        }
    }

    /// Books, which have a series for their container.
    private static let books: Set<String> = ["book", "mvbook", "collection", "mvcollection", "reference"]

    /// What a field tells of the series of a book; nil for what it does not, and where there is none.
    private static func roleInSeries(of name: String, _ fields: [String: String]) -> Fact.Role? {
        guard fields["series"] != nil else { return nil }
        switch name {
        case "series": return .container
        case "number": return .volume
        // With a number in the series, the volume is that of a work in several.
        case "volume" where fields["number"] != nil: return .labelled(Label.volume)
        case _: return nil
        }
    }

    private static func number(in type: String, _ fields: [String: String], isArticle: Bool) -> Fact.Role {
        switch type {
        case _ where isArticle: return .issue
        case "book", "inbook", "incollection", "collection", "mvbook", "proceedings":
            return .labelled(Label.seriesNumber)
        // A record that names what it appeared in, and a volume of it, has the number of an issue.
        case _: return fields["volume"] != nil && fields["howpublished"] != nil ? .issue : .number
        }
    }

    private static let roles: [String: Fact.Role] = [
        "title": .title, "subtitle": .subtitle, "shorttitle": .shortTitle, "author": .author,
        "editor": .editor, "date": .date, "year": .year, "month": .month, "day": .day, "urldate": .accessed,
        "lastchecked": .accessed, "shortjournal": .abbreviatedContainer, "booksubtitle": .subcontainer,
        "journalsubtitle": .subcontainer, "volume": .volume, "pages": .pages, "publisher": .publisher,
        "institution": .publisher, "school": .publisher, "location": .place, "address": .place,
        "edition": .edition, "type": .genre, "isbn": .isbn, "issn": .issn, "url": .url, "doi": .doi,
        "language": .language, "langid": .language, "hyphenation": .language, "eprinttype": .archive,
        "archiveprefix": .archive, "eprint": .archiveLocation, "library": .archive, "archive": .archive,
        "archivelocation": .archiveLocation, "archive_location": .archiveLocation, "lccn": .archiveLocation,
        "callnumber": .archiveLocation, "note": .note, "annotation": .note, "annote": .note,
        "addendum": .note, "translator": .translator, "bookauthor": .labelled(Label.bookAuthor),
        "commentator": .labelled(Label.commentator), "annotator": .labelled(Label.commentator),
        "editora": .labelled(Label.collaborator), "collaborator": .labelled(Label.collaborator),
        "editorb": .labelled(Label.seriesEditor), "editorc": .labelled(Label.contributor),
        "introduction": .labelled(Label.contributor), "foreword": .labelled(Label.contributor),
        "afterword": .labelled(Label.contributor), "holder": .labelled(Label.creator),
        "series": .labelled(Label.series), "volumes": .labelled(Label.volumes),
        "pagetotal": .labelled(Label.pageTotal), "numpages": .labelled(Label.pageTotal),
        "part": .labelled(Label.part), "section": .labelled(Label.section),
        "eventtitle": .labelled(Label.event), "eventdate": .labelled(Label.eventDate),
        "venue": .labelled(Label.eventPlace), "origdate": .labelled(Label.originalDate),
        "origtitle": .labelled(Label.original), "origpublisher": .labelled(Label.original),
        "origlocation": .labelled(Label.original), "origlanguage": .labelled(Label.original),
        "issuetitle": .labelled(Label.issueName), "pubstate": .labelled(Label.status),
        "eprintclass": .labelled(Label.identifier), "primaryclass": .labelled(Label.identifier),
        "pmid": .labelled(Text("PMID")), "pmcid": .labelled(Text("PMCID")), "isrn": .labelled(Text("ISRN")),
        "reprinttitle": .labelled(Label.original), "runtime": .labelled(Label.runningTime),
        "crossref": .structure, "xdata": .structure, "xref": .structure, "entrysubtype": .structure,
        "ids": .structure, "options": .structure, "langidopts": .structure, "editortype": .structure,
        "editoratype": .structure,
        "editorbtype": .structure, "editorctype": .structure, "nameaddon": .structure, "sortkey": .structure,
        "key": .structure, "timestamp": .structure, "date-added": .structure, "date-modified": .structure,
        "owner": .structure, "abstract": .apart, "keywords": .apart, "file": .apart, "rights": .apart,
        "copyright": .apart, "shortauthor": .apart, "shorteditor": .apart, "groups": .apart, "pdf": .apart,
        "local-url": .apart, "mrnumber": .apart, "zmnumber": .apart, "price": .apart, "nationality": .apart,
        "assignee": .apart, "contents": .apart, "indextitle": .apart, "sorttitle": .apart,
        "bdsk-url-1": .apart, "bdsk-file-1": .apart,
    ]

    /// The field that a field of the parent is in an entry that inherits from it; nil where it is not inherited.
    static func inherited(_ name: String, of parent: String, by type: String, link: String) -> String? {
        if links.contains(name) { return nil }
        if link == "xdata" { return name }
        let isPart = ["inbook", "incollection", "inproceedings", "bookinbook", "suppbook", "inreference"]
            .contains(type)
        switch name {
        case "title" where isPart: return "booktitle"
        case "subtitle" where isPart: return "booksubtitle"
        case "author" where isPart: return ["inbook", "bookinbook"].contains(type) ? "bookauthor" : nil
        case "title" where type == "article": return "journaltitle"
        case "title", "subtitle", "shorttitle", "author", "ids", "pages", "pagetotal", "doi", "abstract",
            "keywords",
            "file", "note", "annotation":
            return nil
        case _: return name
        }
    }
}

extension String {
    /// Page ranges with a dash, whatever they were written with. Where there are dashes or two hyphens, a single hyphen
    /// is a part of a number such as 16-1; elsewhere it makes the ranges that styles read in it.
    var ranged: String {
        let dashes: Set<Character> = ["–", "—", "‒", "−"]
        let text = replacing("---", with: "–").replacing("--", with: "–")
        var result = ""
        if text.contains(where: dashes.contains) {
            for character in text {
                if !dashes.contains(character) {
                    result.append(character)
                } else if result.last != "–" {
                    result.append("–")
                }
            }
            return result
        }
        var part = ""
        for character in text + "," {
            guard ",，、;".contains(character) else {
                part.append("‐‑".contains(character) ? "-" : character)
                continue
            }
            let ranges = PageRanges(part).ranges
            result += ranges.first?.count == 2 ? ranges[0].joined(separator: "–").padded(as: part) : part
            result.append(character)
            part = ""
        }
        return String(result.dropLast())
    }

    /// The text with the blanks that another begins and ends with.
    private func padded(as other: String) -> String {
        let start = other.prefix { $0.isWhitespace }
        return start + self + String(other.dropFirst(start.count).reversed().prefix { $0.isWhitespace })
    }
}

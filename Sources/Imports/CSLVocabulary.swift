import CaseModel

/// The types of CSL 1.0.2, and those that Zotero writes beside them.
enum CSLTypes {
    /// The work of a type; a generic document with an address alone is a page on the web.
    static func work(_ type: String, beside names: Set<String>) -> Work {
        switch type {
        case "article-journal": Work(.paper)
        case "article": Work(.paper, "预印本", "preprint")
        case "article-newspaper": Work(.news)
        case "article-magazine":
            names.isDisjoint(with: ["volume", "issue"])
                ? Work(.news, "杂志文章", "magazine article") : Work(.news)
        case "paper-conference": Work(.paper, "会议论文", "conference paper")
        case "review", "review-book": Work(.paper, "评论", "review")
        case "book": Work(.book)
        case "collection": Work(.book, "文集", "collection")
        case "periodical": Work(.book, "期刊", "periodical")
        case "pamphlet": Work(.book, "小册子", "pamphlet")
        case "classic": Work(.book, "经典著作", "classical work")
        case "chapter": Work(.chapter)
        case "entry": Work(.chapter, "工具书条目", "entry of a reference work")
        case "entry-dictionary": Work(.chapter, "词典条目", "dictionary entry")
        case "entry-encyclopedia": Work(.chapter, "百科条目", "encyclopedia article")
        case "thesis": Work(.thesis)
        case "report": Work(.report)
        case "patent": Work(.report, "专利", "patent")
        case "hearing": Work(.report, "听证", "hearing")
        case "speech": Work(.report, "演示文稿", "presentation")
        case "interview": Work(.interview)
        case "personal_communication": Work(.archive, "书信", "letter")
        case "manuscript": Work(.archive)
        case "map": Work(.archive, "地图", "map")
        case "graphic", "figure": Work(.archive, "艺术作品或图", "artwork or figure")
        case "musical_score": Work(.archive, "乐谱", "musical score")
        case "dataset": Work(.dataset)
        case "software": Work(.dataset, "软件", "software")
        case "standard": Work(.standard)
        case "legislation": Work(.law)
        case "bill": Work(.law, "法案", "bill")
        case "legal_case": Work(.law, "判例", "court case")
        case "regulation": Work(.regulation)
        case "treaty": Work(.agreement)
        case "motion_picture": Work(.film)
        case "broadcast": Work(.film, "广播电视节目", "broadcast")
        case "song": Work(.film, "录音", "audio recording")
        case "performance", "event": Work(.film, "演出", "performance")
        case "webpage": Work(.web)
        case "post": Work(.web, "帖子", "post")
        case "post-weblog": Work(.web, "博客", "blog post")
        case "document": .guess(names.contains("URL") && !names.contains("publisher") ? .web : .paper)
        case _: .guess(.paper, type)
        }
    }
}

/// The variables of CSL 1.0.2.
enum CSLVariables {
    /// What this program writes under `custom`, since CSL has no variable for it.
    static let custom = ["title-translation", "archived", "source-type", "issued-edtf"]

    /// Variables that hold names.
    static let names: Set<String> = [
        "author", "editor", "translator", "interviewer", "recipient", "director", "producer", "script-writer",
        "performer", "composer", "illustrator", "narrator", "host", "guest", "chair", "compiler",
        "contributor", "curator", "organizer", "executive-producer", "series-creator", "collection-editor",
        "container-author", "editorial-director", "editor-translator", "original-author", "reviewed-author",
    ]

    /// What a variable tells in an item of a type, beside the other variables that it has.
    static func role(of name: String, in type: String, beside names: Set<String>) -> Fact.Role {
        switch name {
        // A film is its director's where nobody else signs it.
        case "director": return names.contains("author") ? .labelled(Label.director) : .author
        case "page-first": return names.contains("page") ? .structure : .pages
        case "medium": return names.contains("genre") ? .labelled(Label.medium) : .genre
        case "event-place":
            // Zotero repeats the place of publication here.
            return names.contains("publisher-place") ? .place : .labelled(Label.eventPlace)
        case "event", "event-title":
            return names.contains("container-title") || type != "paper-conference"
                ? .labelled(Label.event) : .container
        case "collection-title":
            return ["webpage", "book"].contains(type) && !names.contains("container-title")
                ? .container : .labelled(Label.series)
        // A book has a series for its container, and in it a number; the volume is then that of a work in several.
        case "collection-number" where type == "book" && names.contains("collection-title"): return .volume
        case "volume" where type == "book" && names.contains("collection-number"):
            return .labelled(Label.volume)
        case "call-number":
            return names.contains("archive_location") ? .labelled(Label.callNumber) : .archiveLocation
        case "version": return names.contains("edition") ? .labelled(Label.version) : .edition
        case _: break
        }
        if let role = roles[name] { return role }
        return self.names.contains(name) ? .labelled(Label.creator) : .unknown
    }

    private static let roles: [String: Fact.Role] = [
        "title-translation": .translatedTitle, "archived": .archivedURL, "source-type": .structure,
        "issued-edtf": .structure, "title": .title, "title-short": .shortTitle, "shortTitle": .shortTitle,
        "container-title": .container, "container-title-short": .abbreviatedContainer,
        "journalAbbreviation": .abbreviatedContainer, "author": .author, "editor": .editor, "issued": .date,
        "accessed": .accessed, "volume": .volume, "issue": .issue, "page": .pages, "number": .number,
        "publisher": .publisher, "publisher-place": .place, "edition": .edition, "genre": .genre,
        "ISBN": .isbn, "ISSN": .issn, "URL": .url, "DOI": .doi, "language": .language, "archive": .archive,
        "archive_location": .archiveLocation, "archive-location": .archiveLocation, "note": .note,
        "annote": .note, "translator": .translator, "interviewer": .labelled(Label.interviewer),
        "recipient": .labelled(Label.recipient), "collection-editor": .labelled(Label.seriesEditor),
        "container-author": .labelled(Label.bookAuthor), "contributor": .labelled(Label.contributor),
        "producer": .labelled(Label.producer), "executive-producer": .labelled(Label.producer),
        "script-writer": .labelled(Label.scriptwriter), "performer": .labelled(Label.performer),
        "composer": .labelled(Label.composer), "original-author": .labelled(Label.original),
        "reviewed-author": .labelled(Label.reviewed), "reviewed-title": .labelled(Label.reviewed),
        "reviewed-genre": .labelled(Label.reviewed), "collection-number": .labelled(Label.seriesNumber),
        "number-of-pages": .labelled(Label.pageTotal), "number-of-volumes": .labelled(Label.volumes),
        "chapter-number": .labelled(Label.chapter), "part-number": .labelled(Label.part),
        "part": .labelled(Label.part), "part-title": .labelled(Label.part),
        "section": .labelled(Label.section), "supplement-number": .labelled(Label.issue),
        "printing-number": .labelled(Label.edition), "volume-title": .labelled(Label.volume),
        "event-date": .labelled(Label.eventDate), "original-date": .labelled(Label.originalDate),
        "original-title": .labelled(Label.original), "original-publisher": .labelled(Label.original),
        "original-publisher-place": .labelled(Label.original), "available-date": .labelled(Label.otherDate),
        "submitted": .labelled(Label.submitted), "authority": .labelled(Label.authority),
        "jurisdiction": .labelled(Label.jurisdiction), "archive-place": .labelled(Label.another),
        "archive_collection": .labelled(Label.another), "dimensions": .labelled(Label.size),
        "scale": .labelled(Label.scale), "status": .labelled(Label.status),
        "references": .labelled(Label.history), "PMID": .labelled(Text("PMID")),
        "PMCID": .labelled(Text("PMCID")), "id": .key, "citation-key": .key, "citation-number": .structure,
        "citation-label": .structure, "categories": .apart, "keyword": .apart, "abstract": .apart,
        "source": .apart, "custom": .apart, "year-suffix": .structure,
        "first-reference-note-number": .structure, "locator": .structure, "system_id": .structure,
    ]
}

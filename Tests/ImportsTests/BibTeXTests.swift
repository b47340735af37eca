import CaseModel
import Testing

@testable import Imports

struct BibTeXTests {
    private func sources(_ text: String) throws -> [Source] {
        try Importer.bibTeX(Array(text.utf8), file: "x.bib").sources.map(\.source)
    }

    private func source(_ fields: String, type: String = "book") throws -> Source {
        try #require(try sources("@\(type){key, title = {T}, \(fields)}").first)
    }

    private func outcome(of name: String, in text: String) throws -> ImportedField.Outcome {
        let report = try Importer.bibTeX(Array(text.utf8), file: "x.bib").report
        return try #require(report.fields.last { $0.name == name }).outcome
    }

    @Test("parts are joined, abbreviations spelled out, braces and quotes are one")
    func values() throws {
        let text = """
            This is a comment with an address: someone@example.org
            @comment{ @book{no, title = {not an entry}} }
            @preamble{"\\newcommand{\\x}{y}"}
            @STRING( cup = "Cambridge University Press" )
            @Book(a:1,
              Title = "Water, " # {and {B}races} # " again", % a comment
              publisher = cup, year = 1990, edition = {2}, address = undefined
            )
            @misc{no-fields}
            """
        let sources = try sources(text)
        #expect(sources.count == 2)
        #expect(sources[0].title == Text("Water, and Braces again"))
        #expect(sources[0].publisher == Text("Cambridge University Press"))
        #expect(sources[0].date == PartialDate("1990"))
        #expect(sources[0].publicationPlace == Text("undefined"))
        #expect(sources[1].title == Text("no-fields"))
        #expect(sources[1].titleIsDescriptive)
    }

    @Test(
        "commands of LaTeX become characters",
        arguments: [
            (#"G{\"o}del, G\"odel, G\"{o}del"#, "Gödel, Gödel, Gödel"),
            (#"\'{\i}, \'\i, \v{S}{\v c}, \c{c}\c cx"#, "í, í, Šč, ççx"),
            (#"Erd\H{o}s, \AA ngstr\"om, {\o}re, \ss{}a, \L{}\'od\'z"#, "Erdős, Ångström, øre, ßa, Łódź"),
            (#"\k{a}, \={u}, \.{z}, \d{t}, \b{d}, \r{u}, \u{g}, \t{oo}"#, "ą, ū, ż, ṭ, ḏ, ů, ğ, \\too"),
            (#"\~n, \^{\j}, \`A"#, "ñ, ĵ, À"), ("\\'{q}", "q\u{301}"),
            (##"10\% \& \$5 \#1 a\_b \{c\}"##, "10% & $5 #1 a_b {c}"),
            (#"``quoted'' --- 1--2, \textendash{}x \ldots"#, "“quoted” — 1–2, –x …"),
            (#"\emph{The {\bf Big} \textit{One}} \textsc{x}"#, "The Big One x"),
            (#"CO$_{2}$, x$^{\textrm{10}}$, \textsuperscript{3}, $\alpha$"#, "CO₂, x¹⁰, ³, α"),
            (#"\url{https://a.b/c_d} \href{https://a.b}{there} \enquote{so}"#, "https://a.b/c_d there “so”"),
            (#"{\textbackslash}n \textbraceleft{}y\textbraceright{} \char64{}z"#, "\\n {y} @z"),
            ("重庆{\\textquoteright}s “水”", "重庆’s “水”"), (#"a~b\ c\\d"#, "a b c d"),
            (#"{{Deep {{nested}} braces}}"#, "Deep nested braces"),
        ])
    func latex(_ source: String, _ text: String) {
        #expect(LaTeXText(source).text.onOneLine == text)
    }

    @Test("every accented letter that is composed is folded to the letter in an id")
    func accents() {
        for command in "`'^~\"=.uvHckrdb" {
            for letter in "aeiouAEIOUcnszyCNSZY" {
                let whole = LaTeXText("\\\(command){\(letter)}").text
                #expect(Slug.of(whole) == letter.lowercased(), "\\\(command){\(letter)} is \(whole)")
            }
        }
    }

    @Test("a key that cannot be shown is no key of the case")
    func unsafeKeys() throws {
        for key in ["smith\u{1F}2020", "smith\u{202E}2020"] {
            #expect(try sources("@book{\(key), title = {T}, year = 2000}").map(\.citationKey) == [nil])
        }
    }

    @Test("a command that is not known stays, and the field is told as carried in part")
    func unknownCommands() throws {
        let text = #"@book{k, title = {A \gls{term} of art}, year = 2000}"#
        #expect(try sources(text)[0].title == Text(#"A \glsterm of art"#))
        #expect(try outcome(of: "title", in: text) == .inPart(#"A \glsterm of art"#))
    }

    @Test(
        "names are divided as BibTeX divides them",
        arguments: [
            ("Ostrom, Elinor", ["Ostrom|Elinor"]), ("Elinor Claire Ostrom", ["Ostrom|Elinor Claire"]),
            (
                "Ludwig van Beethoven and Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin",
                ["van Beethoven|Ludwig", "de la Vallée Poussin|Charles Louis Xavier Joseph"]
            ),
            ("von der Leyen, Ursula", ["von der Leyen|Ursula"]),
            ("King, Jr., Martin Luther", ["King|Martin Luther Jr."]),
            ("{World Bank} and {Barnes and Noble}", ["World Bank", "Barnes and Noble"]),
            ("A. Smith AND B. Jones\n and\tC. Young", ["Smith|A.", "Jones|B.", "Young|C."]),
            ("Alexander Sand and others", ["Sand|Alexander", "et al."]), ("Plato", ["Plato"]),
            ("family=Gogh, given=Vincent, prefix=van", ["van Gogh|Vincent"]),
            ("王建国 and 李, 明", ["王建国|", "李|明"]),
            ("李 明 and 山田 太郎 and 欧阳 修 and 김 철수", ["李|明", "山田|太郎", "欧阳|修", "김|철수"]),
            ("{\\'E}variste Galois", ["Galois|Évariste"]), ("Bhatt-Meyer, K.-H.", ["Bhatt-Meyer|K.-H."]),
            ("中国社会科学院农村发展研究所", ["中国社会科学院农村发展研究所"]), ("", []), (" and and ", []),
        ])
    func names(_ field: String, _ expected: [String]) {
        let names = BibTeXNames.names(in: field).map { name in
            switch name {
            case .person(let family, let given): "\(family)|\(given)"
            case .body, .others: name.written
            }
        }
        #expect(names == expected)
    }

    @Test("a family name that is taken to stand in front is a guess, and a name in Chinese has no blank")
    func familyFirst() throws {
        let text = "@book{k, title = {T}, author = {李 明 and 김 철수 and Zhao, Ying and {王 伟}}}"
        let result = try Importer.bibTeX(Array(text.utf8), file: "x.bib")
        let authors = try #require(result.sources.first?.source.authors)
        #expect(authors.map(\.family) == ["李明", "김", "Zhao", "王伟"])
        #expect(authors.map(\.given) == ["", "철수", "Ying", ""])
        #expect(
            result.report.guesses.map { $0.guess.localized(in: .english) } == [
                "the family name of “李 明” stands in front, for the record does not say",
                "the family name of “김 철수” stands in front, for the record does not say",
            ])
    }

    @Test(
        "a hyphen makes a range where it stands between numbers, and is else a part of one",
        arguments: [
            ("12-1-12-5", "12-1–12-5"), ("16-1", "16-1"), ("27-41, 50-52", "27–41, 50–52"),
            ("16-1--16-4", "16-1–16-4"),
            ("27---41", "27–41"), ("1211-25", "1211–25"), ("xii-xv", "xii–xv"), ("e0209899", "e0209899"),
            ("1-2-3", "1-2-3"),
        ])
    func pages(_ field: String, _ pages: String) throws {
        #expect(try source("journal = {J}, pages = {\(field)}", type: "article").container?.pages == pages)
    }

    @Test("Chinese in traditional characters is told beside the name of the language")
    func traditionalChinese() throws {
        let told = try source("langid = {chinese}, langidopts = {variant=traditional}")
        #expect(told.language == LanguageTag("zh-Hant"))
        #expect(told.title == Text([(LanguageTag("zh-Hant")!, "T")]))
        #expect(try source("langid = {chinese}, langidopts = {variant=simplified}").language == .chinese)
    }

    @Test("the title that a book repeats for its chapters is no series")
    func titleForChapters() throws {
        let book = try source("booktitle = {T}, publisher = {P}")
        #expect(book.container == nil && book.note == nil)
        let other = try source("booktitle = {Else}, publisher = {P}")
        #expect(other.container == nil && other.note == Text("Addition to the title: Else"))
    }

    @Test("what no text may have is taken out of a name, which is told")
    func unsafeNames() throws {
        for name in ["Smi\u{202E}th, Ann", "{Of\u{202E}fice}"] {
            let text = "@book{k, title = {T}, author = {\(name)}}"
            let shown = name.hasPrefix("{") ? "Office" : "Ann Smith"
            #expect(try outcome(of: "author", in: text) == .inPart(shown))
        }
    }

    @Test("et al. is told as lost")
    func others() throws {
        let text = "@book{k, title = {T}, author = {Sand, A. and others}}"
        #expect(try outcome(of: "author", in: text) == .inPart("A. Sand"))
    }

    @Test(
        "dates in all their fields",
        arguments: [
            ("date = {2020-05-17}", "2020-05-17"), ("date = {2020-05}", "2020-05"),
            ("year = 2020, month = may", "2020-05"),
            ("year = {2020}, month = {May}, day = 7", "2020-05-07"),
            ("year = 2020, month = \"12~\" # mar", "2020-03-12"),
            ("year = 2020, month = {03}", "2020-03"), ("year = 2020, month = {13}", "2020"),
            ("year = {[1843]}", "1843"),
            ("date = {2019-11/2020-02}", "2019-11"), ("date = {1992-05/1992-07}", "1992-05"),
            ("date = {1992-05-03/}", "1992-05-03"), ("date = {1992/1994-07}", "1992"),
            ("date = {May 1992--July 1992}", "1992-05"), ("date = {2025-22}", "2025-22"),
            ("date = {1843~}", "1843~"),
            ("date = {-0255}", "-0255"), ("year = {summer 2025}", "2025-22"),
        ])
    func dates(_ fields: String, _ date: String) throws {
        #expect(try source(fields).date == PartialDate(date))
    }

    @Test("a date that arrives in part is told")
    func partialDates() throws {
        #expect(
            try outcome(of: "date", in: "@book{k, title = {T}, date = {after the summer of 2025}}")
                == .inPart("2025"))
        #expect(try outcome(of: "date", in: "@book{k, title = {T}, date = {forthcoming}}") == .malformed)
        #expect(
            try outcome(of: "month", in: "@book{k, title = {T}, year = 2020, month = {Michaelmas}}")
                == .inPart("2020"))
        #expect(
            try outcome(of: "day", in: "@book{k, title = {T}, year = 2021, month = feb, day = 30}")
                == .inPart("2021-02"))
    }

    @Test("an entry inherits from its crossref, before or after it, what a part has of its whole")
    func crossref() throws {
        let text = """
            @incollection{part, title = {Part}, crossref = {WHOLE}, pages = {1--9}}
            @book{whole, title = {Whole}, subtitle = {Essays}, editor = {Gurung, Bina}, publisher = {Himal}, year = 2011,
              isbn = {978-1-4028-9462-6}, note = {about the whole}}
            """
        let sources = try sources(text)
        #expect(sources[0].container?.title == Text("Whole: Essays"))
        #expect(sources[0].container?.pages == "1–9")
        #expect(sources[0].editors.map(\.family) == ["Gurung"])
        #expect(sources[0].publisher == Text("Himal"))
        #expect(sources[0].date == PartialDate("2011"))
        #expect(sources[0].note == nil)
        #expect(sources[0].title == Text("Part"))
        // The fields of the whole are counted for the whole alone: two types, two keys, 3 and 7 fields.
        #expect(try Importer.bibTeX(Array(text.utf8), file: "x.bib").report.fields.count == 14)
        #expect(try outcome(of: "crossref", in: "@inbook{a, title = {A}, crossref = {nobody}}") == .dangling)
    }

    @Test("a part of a field that the record says twice is told, and what says the same is not")
    func again() throws {
        #expect(try outcome(of: "title", in: "@book{k, title = {A}, title = {B}}") == .again)
        #expect(try outcome(of: "title", in: "@book{k, title = {A}, title = {A}}") == .carried)
        #expect(try outcome(of: "colour", in: "@book{k, title = {A}, colour = {red}}") == .unknown)
        #expect(try outcome(of: "url", in: "@book{k, title = {A}, url = {ftp://example.org}}") == .malformed)
        #expect(try outcome(of: "url", in: "@book{k, title = {A}, url = {https://}}") == .malformed)
        #expect(
            try outcome(of: "doi", in: "@book{k, title = {A}, doi = {https://doi.org/10.1000/182}}")
                == .carried)
        #expect(try outcome(of: "langid", in: "@book{k, title = {A}, langid = {klingonese}}") == .malformed)
    }

    @Test(
        "the types that BibTeX, biblatex and Zotero have",
        arguments: [
            ("article", "", Source.Form.paper), ("article", "entrysubtype = {newspaper}", .news),
            ("book", "", .book),
            ("collection", "", .book), ("inbook", "", .chapter), ("incollection", "", .chapter),
            ("inreference", "", .chapter),
            ("inproceedings", "", .paper), ("phdthesis", "", .thesis), ("mastersthesis", "", .thesis),
            ("thesis", "", .thesis),
            ("techreport", "", .report), ("report", "", .report), ("unpublished", "", .archive),
            ("letter", "", .archive),
            ("online", "", .web), ("dataset", "", .dataset), ("software", "", .dataset), ("movie", "", .film),
            ("legislation", "", .law), ("standard", "", .standard), ("misc", "", .paper),
            ("misc", "url = {https://example.org}", .web), ("misc", "type = {Interview}", .interview),
            ("nonsense", "", .paper),
        ])
    func types(_ type: String, _ fields: String, _ form: Source.Form) throws {
        #expect(try source(fields, type: type).form == form)
    }

    @Test("a type that the forms do not tell apart stays as the genre")
    func genres() throws {
        #expect(
            try source("", type: "mastersthesis").genre == Text(chinese: "硕士学位论文", english: "Master's thesis")
        )
        #expect(try source("type = {Habilitation}", type: "phdthesis").genre == Text("Habilitation"))
        #expect(try source("type = {phdthesis}", type: "thesis").genre == Text("PhD thesis"))
        #expect(try source("", type: "nonsense").genre == Text(english: "nonsense"))
    }

    @Test(
        "what is broken is told at its place",
        arguments: [
            ("@book{a, title = {x}", "1:1: the entry has no closing brace; add it"),
            (
                "\n@book{a,\n  title = {x {y}\n",
                "3:11: the brace or quotation mark opened here is not closed; close it"
            ),
            (
                "@book{a, title {x}}",
                "1:10: there is no equals sign after 'title'; is a comma missing before it?"
            ),
            (
                "@book{王, 题 = {x} year = 2000, = {y}}",
                "1:31: a field's name should stand here; is a comma missing before it?"
            ),
            ("@book{a, title = , year = 2000}", "1:18: 'title' has no value; write title = {…}"),
            ("@book{a, title = \"x}\"}", "1:20: there is a closing brace too many; take it out"),
            (
                "@book{a, title = " + String(repeating: "{", count: 100) + "}",
                "1:83: this is nested more than 64 deep; simplify it"
            ),
        ])
    func errors(_ text: String, _ message: String) throws {
        let error = #expect(throws: ImportError.self) { try Importer.bibTeX(Array(text.utf8), file: "x.bib") }
        #expect(error?.description == "x.bib:" + message)
    }

    @Test("a fault of the encoding is told at its place")
    func encoding() throws {
        let latin = Array("@book{a,\n  title = {M".utf8) + [0xFC] + Array("ller}}".utf8)
        let other = #expect(throws: ImportError.self) {
            try Importer.bibTeX(Array("\nTY  - BOOK\nTI  - T\nER  - \n".utf8), file: "x.bib")
        }
        #expect(
            other?.description
                == "x.bib:2:1: an entry begins like '@book{', and there is none; this does not look like a BibTeX file"
        )
        #expect(try Importer.bibTeX(Array(" \n".utf8), file: "x.bib").sources.isEmpty)
        let error = #expect(throws: ImportError.self) { try Importer.bibTeX(latin, file: "x.bib") }
        #expect(
            error?.description.hasPrefix("x.bib:2:13: the text is not UTF-8 from here on; save it") == true)
        #expect(error?.described(in: .chinese).hasPrefix("x.bib:2:13: 从这里起不是 UTF-8；请存为 UTF-8") == true)
        let wide = #expect(throws: ImportError.self) {
            try Importer.bibTeX([0xFF, 0xFE, 0x40, 0], file: "x.bib")
        }
        #expect(wide?.description.hasPrefix("x.bib:1:1: the file is UTF-16; save it as UTF-8") == true)
    }

    @Test("texts are such as the case may have: safe, on one line, and not too long")
    func limits() throws {
        let long = String(repeating: "word ", count: 200)
        let source = try source("note = {a\u{202E}b\tc}, publisher = {x\n  y}, address = {\(long)}")
        #expect(source.note == Text("ab c"))
        #expect(source.publisher == Text("x y"))
        #expect(source.publicationPlace?.english?.count == 300)
        let report = try Importer.bibTeX(Array("@book{k, title = {\(long)}}".utf8), file: "x.bib").report
        #expect(report.lost.map(\.name) == ["title"])
    }

    /// Whoever kept the library wrote the note, in whatever language.
    @Test(
        "a note is in Chinese if it is written so, and in no language that its script does not tell",
        arguments: [
            ("chinese", "Accessed 2024", Text("Accessed 2024")),
            ("chinese", "复印件", Text(chinese: "复印件")), ("english", "复印件", Text(chinese: "复印件")),
            ("english", "Accessed 2024", Text(english: "Accessed 2024")),
            ("nepali", "Accessed 2024", Text("Accessed 2024")),
        ])
    func noteLanguages(langid: String, note: String, text: Text) throws {
        #expect(try source("langid = {\(langid)}, note = {\(note)}").note == text)
    }

    @Test("a name in Chinese characters is told once")
    func chineseNames() throws {
        #expect(
            try source("author = {赵颖 and 张, 鹏}").authors == [
                Source.Author(family: "赵颖", given: ""), Source.Author(family: "张鹏", given: ""),
            ])
    }
}

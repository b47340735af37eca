/// An entry of the bibliography, with enough to cite it by GB/T 7714—2015, APA, BibTeX, RIS and CSL.
package struct Source: Equatable, Sendable {
    /// What sort of document it is.
    package enum Form: String, CaseIterable, Sendable {
        case law, opinion, plan, agreement, regulation, notice, news, statistics, paper, web
        case book, chapter, thesis, report, interview, archive, dataset, standard, film
    }

    /// A person who wrote it.
    package struct Author: Equatable, Sendable {
        /// The family name in Latin letters.
        package var family: String
        /// The given name in Latin letters.
        package var given: String
        /// The whole name in Chinese characters.
        package var chinese: String?

        /// An author.
        package init(family: String, given: String, chinese: String? = nil) {
            self.family = family
            self.given = given
            self.chinese = chinese
        }
    }

    /// The journal, newspaper or book that it appeared in.
    package struct Container: Equatable, Sendable {
        /// Its title.
        package var title: Text
        /// Volume, as printed.
        package var volume: String?
        /// Issue, as printed.
        package var issue: String?
        /// Pages, as printed.
        package var pages: String?

        /// A container.
        package init(title: Text) {
            self.title = title
        }
    }

    /// How often the page was read against the claims that cite it.
    package enum Checked: String, CaseIterable, Sendable {
        /// Read one time only.
        case once
        /// Read at two separate times, with the same result.
        case twice
    }

    /// Its id, such as `src-yq-plan-2018`.
    package var id: ID<Source>
    /// The key by which the author's manuscripts and tables cite it, such as `ostrom1990`.
    package var citationKey: String?
    /// Its title.
    package var title: Text
    /// A short form of its title, as reference managers keep it.
    package var short: Text?
    /// Who issued it, where no person signed.
    package var issuer: Text?
    /// Who wrote it.
    package var authors: [Author] = []
    /// Who edited it, or the book that it is a chapter of.
    package var editors: [Author] = []
    /// Who translated it.
    package var translators: [Author] = []
    /// When it appeared.
    package var date: PartialDate?
    /// The number of an official document, such as 国发〔2022〕2号.
    package var documentNumber: String?
    /// What sort of document it is (`type` in the case files).
    package var form: Form
    /// Where it can be read.
    package var url: String?
    /// Its digital object identifier, without a resolver's address.
    package var doi: String?
    /// The international standard number of a book, as printed.
    package var isbn: String?
    /// The international standard number of the journal or series, as printed.
    package var issn: String?
    /// What it appeared in.
    package var container: Container?
    /// Who published it, or the university of a thesis.
    package var publisher: Text?
    /// Where it was published.
    package var publicationPlace: Text?
    /// Which edition it is, as printed.
    package var edition: Text?
    /// What it is more exactly than its form says, such as a doctoral dissertation.
    package var genre: Text?
    /// The newspaper, station or site that a news report is of.
    package var outlet: Text?
    /// The archive or library that holds it.
    package var archive: Text?
    /// Where it stands in that archive: fonds, file, folio.
    package var archiveLocation: String?
    /// The language that the work is in.
    package var language: LanguageTag?
    /// The language that a work is taken to be in where the case does not state it and tells its title in several.
    package var presumedLanguage: LanguageTag?
    /// Whether the title describes a work that has none of its own.
    package var titleIsDescriptive = false
    /// Whether what was read is a repost of the work at another place.
    package var isCopy = false
    /// The address of a copy that an archive of the web keeps.
    package var archived: String?
    /// When the address was last visited.
    package var accessed: PartialDate?
    /// How often it was read.
    package var checked: Checked?
    /// What a reader should know before relying on it.
    package var note: Text?

    /// A source with nothing but its name.
    package init(id: ID<Source>, title: Text, form: Form) {
        self.id = id
        self.title = title
        self.form = form
    }

    /// What cites it outside of the case: its citation key, else its id.
    package var key: String { citationKey ?? id.text }
}

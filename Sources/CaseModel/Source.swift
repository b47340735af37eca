/// An entry of the bibliography, with enough to cite it by GB/T 7714—2015, APA, BibTeX, RIS and CSL.
package struct Source: Equatable, Sendable {
    /// What sort of document it is.
    package enum Form: String, CaseIterable, Sendable {
        case law, opinion, plan, agreement, regulation, notice, news, statistics, paper, web
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
    /// Its title.
    package var title: Text
    /// Who issued it, where no person signed.
    package var issuer: Text?
    /// Who wrote it.
    package var authors: [Author] = []
    /// When it appeared.
    package var date: PartialDate?
    /// The number of an official document, such as 国发〔2022〕2号.
    package var documentNumber: String?
    /// What sort of document it is (`type` in the case files).
    package var form: Form
    /// Where it can be read; nil for what was seen on a mirror or in print only.
    package var url: String?
    /// Its digital object identifier, without a resolver's address.
    package var doi: String?
    /// What it appeared in.
    package var container: Container?
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
}

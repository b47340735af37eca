/// An entry of the bibliography, with enough to cite it by GB/T 7714—2015, APA, BibTeX, RIS and CSL.
public struct Source: Equatable, Sendable {
    /// What sort of document it is.
    public enum Form: String, CaseIterable, Sendable {
        case law, opinion, plan, agreement, regulation, notice, news, statistics, paper, web
    }

    /// A person who wrote it.
    public struct Author: Equatable, Sendable {
        /// The family name in Latin letters.
        public var family: String
        /// The given name in Latin letters.
        public var given: String
        /// The whole name in Chinese characters.
        public var chinese: String?

        /// An author.
        public init(family: String, given: String, chinese: String? = nil) {
            self.family = family
            self.given = given
            self.chinese = chinese
        }
    }

    /// The journal, newspaper or book that it appeared in.
    public struct Container: Equatable, Sendable {
        /// Its title.
        public var title: Text
        /// Volume, as printed.
        public var volume: String?
        /// Issue, as printed.
        public var issue: String?
        /// Pages, as printed.
        public var pages: String?

        /// A container.
        public init(title: Text) {
            self.title = title
        }
    }

    /// How often the page was read against the claims that cite it.
    public enum Checked: String, CaseIterable, Sendable {
        /// Read one time only.
        case once
        /// Read at two separate times, with the same result.
        case twice
    }

    /// Its id, such as `src-yq-plan-2018`.
    public var id: ID<Source>
    /// Its title.
    public var title: Text
    /// Who issued it, where no person signed.
    public var issuer: Text?
    /// Who wrote it.
    public var authors: [Author] = []
    /// When it appeared.
    public var date: PartialDate?
    /// The number of an official document, such as 国发〔2022〕2号.
    public var documentNumber: String?
    /// What sort of document it is (`type` in the case files).
    public var form: Form
    /// Where it can be read; nil for what was seen on a mirror or in print only.
    public var url: String?
    /// Its digital object identifier, without a resolver's address.
    public var doi: String?
    /// What it appeared in.
    public var container: Container?
    /// When the address was last visited.
    public var accessed: PartialDate?
    /// How often it was read.
    public var checked: Checked?
    /// What a reader should know before relying on it.
    public var note: Text?

    /// A source with nothing but its name.
    public init(id: ID<Source>, title: Text, form: Form) {
        self.id = id
        self.title = title
        self.form = form
    }
}

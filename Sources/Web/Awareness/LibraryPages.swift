import HTML
import Operations
import Program

/// Something to read, for everybody: by what it is about, each to be opened and printed. Nothing is kept of who reads.
enum LibraryPages {
    static let title = "Library"
    static let detail = "Short handouts: after a hard event, sleep, alcohol, families and more"

    static func open(_ visit: AgencyVisit) async throws -> Answer? {
        let entries = try await visit.programmes.library(of: visit.agency)
        let slug = visit.slug
        return .scriptedPage(
            page(
                "To read and to do now", in: Shells.seeker(visit.agency, visit.site),
                lead: "Short, and for everybody: employees and families. No account, and nothing is kept of who reads.",
                back: Crumb(visit.pack.terms.programme, StartAddresses.agency.link(slug)), width: .wide,
                main: """
                    \(checks(slug))
                    \(parts(entries) { LibraryAddresses.openEntry.link(slug, PathID($0.id)) })
                    """))
    }

    static func openEntry(_ id: PathID, _ visit: AgencyVisit) async throws -> Answer? {
        guard let entry = try await visit.programmes.libraryEntry(id.text, of: visit.agency) else { return nil }
        let slug = visit.slug
        return .scriptedPage(
            page(
                entry.title, in: Shells.seeker(visit.agency, visit.site),
                lead: HTML(text: "\(entry.kind.words). Print this page, and the handout comes alone."),
                back: Crumb("To read and to do now", LibraryAddresses.open.link(slug)),
                main: """
                    \(handout(entry, visit.agency, file: LibraryAddresses.openFile.link(slug, id)))
                    \(section("Whom to call", NumbersToCall.crisis(visit.pack)))
                    \(actions(linkButton("Ask for support", to: SeekerAddresses.ask.link(slug), icon: .message)))
                    """))
    }

    private static func checks(_ slug: PathID) -> HTML {
        section(
            "How are you?", lead: "A few questions for yourself. The answers never leave your device.",
            cards([
                linkCard(
                    "Self-checks", detail: "Mood, worry, what was hard, alcohol, and what helping does to you",
                    to: SelfCheckAddresses.checks.link(slug), icon: .done)
            ]))
    }

    static func parts(_ entries: [LibraryEntry], _ link: (LibraryEntry) -> Link) -> HTML {
        LibraryKind.allCases.compactMap { kind -> HTML? in
            let ofKind = entries.filter { $0.kind == kind }
            guard !ofKind.isEmpty else { return nil }
            return section(
                kind.words,
                cards(ofKind.map { linkCard($0.title, detail: $0.detail, to: link($0), icon: $0.icon) }))
        }.joined()
    }

    /// On paper it stands alone, with whom to call at its end: the crisis lines first.
    static func handout(_ entry: LibraryEntry, _ agency: Agency, file: Link) -> HTML {
        let policy = agency.policy
        return wallSheet(
            agency: agency.name, title: entry.title,
            """
            \(prose("\(entry.paragraphs.map { "<p>\($0)</p>" as HTML })"))
            \(entry.link.map { link -> HTML in
                // Only whoever keeps the library sets it, and only to https.
                "<p><a\(href: Link(setByOperator: link)) rel=\"noopener noreferrer\">\(link)</a></p>"
            })
            \(entry.file.map { "<p><a\(href: file)>\($0.words)</a></p>" as HTML })
            <h3>Whom to call</h3>
            \(CrisisWords.onPaper(policy))
            \(NumbersToCall.inALine(policy).map { "<p>\($0)</p>" as HTML })
            """, note: "\(policy.terms.programme). It takes the place of no doctor.")
    }

    /// Whoever is signed in: the same, what is for them alone, and for its keeper what is to be done.
    static func shelf(_ visit: StaffVisit, _ refused: Refused?) async throws -> HTML {
        let shelf = try await visit.programmes.library(for: visit.staff)
        let keeps = visit.staff.powers.contains(.keepLibrary)
        return page(
            title, in: Shells.staff(visit, at: LibraryAddresses.library),
            lead: "To read, to print and to pass on. What is for those who sign in stands here alone.",
            announcement: refused?.announcement, width: .wide,
            main: """
                \(keeps ? LibraryKeeping.due(shelf) : nil)
                \(keeps ? actions(linkButton("Add something", to: LibraryAddresses.new.link(), icon: .add)) : nil)
                \(checks(PathID(visit.agency.slug)))
                \(parts(shelf.entries) { LibraryAddresses.entry.link(PathID($0.id)) })
                \(keeps ? LibraryKeeping.hidden(shelf, visit) : nil)
                """)
    }

    /// On the home of whoever keeps it: what is to be looked at again.
    @Sendable
    static func onHome(_ visit: StaffVisit) async throws -> [HTML] {
        guard visit.staff.powers.contains(.keepLibrary) else { return [] }
        let due = try await visit.programmes.library(for: visit.staff).due.count
        guard due > 0 else { return [] }
        return [
            linkCard(
                title, detail: due == 1 ? "1 entry to look at again" : "\(due) entries to look at again",
                to: LibraryAddresses.library.link(),
                icon: .sheet, badge: badge("To look at", tone: .warning))
        ]
    }
}

extension LibraryEntry {
    fileprivate var detail: String {
        let parts = [words.isEmpty ? nil : "To read", link == nil ? nil : "A link", file?.words].compactMap(\.self)
        return (parts + (audience == .everyone ? [] : ["for \(audience.words.lowercased())"])).joined(separator: " · ")
    }

    fileprivate var icon: Icon { words.isEmpty && link != nil ? .share : .sheet }
}

extension LibraryFile.Kind {
    fileprivate var words: String {
        switch self {
        case .pdf: "A PDF, which your browser saves"
        case .png, .jpeg: "A picture"
        }
    }
}

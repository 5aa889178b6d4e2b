import HTML
import Operations
import Program

/// Who holds the offices that check each other, and what waits for a second yes.
struct OfficePages: Sendable {
    private let holders: [OfficeHolder]
    private let waiting: [WaitingProposal]
    private let visit: StaffVisit

    init(of visit: StaffVisit) async throws {
        holders = try await visit.programmes.officeHolders(for: visit.staff)
        waiting = try await visit.programmes.officeProposals(for: visit.staff)
        self.visit = visit
    }

    func answer(after change: OfficeChange? = nil, refused: Refused? = nil) -> Answer {
        .page(html(after: change, refused: refused), again: refused)
    }

    /// The page again where something was refused.
    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused, _ proposal: PathID) async throws -> Answer? {
        try await OfficePages(of: visit).answer(refused: refused)
    }

    private func html(after change: OfficeChange?, refused: Refused?) -> HTML {
        page(
            "Offices", in: Shells.staff(visit),
            lead: "Offices that check each other are held by different people, and two people give them.",
            back: Crumb("Home", HomeAddresses.home.link()), announcement: change?.announcement ?? refused?.announcement,
            main: """
                \(waiting.isEmpty ? nil : section("Waits for a second yes", waiting.map { Self.part($0, visit) }.joined()))
                \(section("Who holds which", table))
                """)
    }

    private var table: HTML {
        guard !holders.isEmpty else {
            return emptyState("Nobody here", "The team and whoever holds such an office read here who does.")
        }
        return dataTable(
            "Today and to come", columns: ["Office", "Holder", "Since"],
            rows: holders.map { holder in
                [
                    HTML(text: visit.pack.title(of: holder.role)), HTML(text: holder.name),
                    "\(holder.since.longName) \(holder.isNew ? badge("New", tone: .warning) : nil)",
                ]
            })
    }

    /// What waits, with the answers that are theirs who look.
    static func part(_ waiting: WaitingProposal, _ visit: StaffVisit) -> HTML {
        let title = HoldingRows.title(of: waiting.proposal.holding, under: visit.pack)
        return card(
            waiting.ends ? "\(waiting.name): end as \(title)" : "\(waiting.name): \(title)",
            """
            \(facts([
                ("Signs in as", HTML(text: waiting.login)),
                ("In the directory", waiting.isInDirectory ? "yes" : "no, a professional from outside"),
                ("Asked by", "\(waiting.proposedBy), \(waiting.proposal.proposedOn.longName)"),
                ("Who can say yes", HTML(text: visit.pack.confirmingTitles)),
            ]))
            \(waiting.mayAnswer ? answers(waiting, visit) : nil)
            \(waiting.isOwn
                ? OfficeActs.end.asButton("Take it back", visit, PathID(waiting.id)) : nil)
            """)
    }

    private static func answers(_ waiting: WaitingProposal, _ visit: StaffVisit) -> HTML {
        """
        <p>Speak with \(waiting.name) first, and be sure that the account is theirs. What an office was told before stays with \
        whoever was told.</p>
        \(OfficeActs.confirm.asButton(
            waiting.ends ? "Yes, it ends" : "Yes, give it", visit, PathID(waiting.id), style: .primary))
        \(waiting.isOwn ? nil : OfficeActs.end.asButton("No", visit, PathID(waiting.id)))
        """
    }

    // MARK: Elsewhere

    /// On everybody's first page, for those of the team: who came to an office of late.
    static func news(_ holders: [OfficeHolder], _ visit: StaffVisit) -> HTML? {
        let new = holders.filter(\.isNew)
        guard !new.isEmpty else { return nil }
        let names = new.map {
            "<li>\($0.name): \(visit.pack.title(of: $0.role)), from \($0.since.longName)</li>" as HTML
        }
        return section(
            "New in an office",
            """
            <ul>\(names.joined())</ul>
            <p>If you did not expect one of these, ask about it. <a\(href: OfficeAddresses.offices.link())>Who holds which \
            office</a></p>
            """)
    }
}

extension OfficeChange {
    var announcement: HTML {
        switch self {
        case .confirmed: justDone("Done, by two people", "<p>The team reads it on its first page.</p>")
        case .ended: justDone("It waits no longer", "<p>Nothing has changed.</p>")
        }
    }
}

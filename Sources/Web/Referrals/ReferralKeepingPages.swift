import HTML
import Operations
import Program

/// The directory for whoever keeps it: what is to be looked at first, then every kind of help, empty ones too.
enum ReferralKeepingPages {
    static let title = "Directory of further help"

    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused?) async throws -> Answer? {
        let directory = try await visit.programmes.keptReferrals(for: visit.staff)
        return .page(html(directory, visit, refused), again: refused)
    }

    private static func html(_ directory: ReferralDirectory, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        let rules = visit.pack.referrals
        let bodies = rules.identifiedBy.value.map { visit.pack.words(for: $0) }
        return page(
            title, in: Shells.staff(visit, at: ReferralAddresses.keeping),
            lead: """
                Everybody reads it, families too, and nobody is told who did. Providers are identified by \
                \(bodies.listed("or")). \(rules.identifiedBy.basis.notes)
                """,
            announcement: refused?.words, width: .wide,
            main: """
                \(toLookAt(directory, visit))
                \(actions(
                    linkButton("Add somebody", to: ReferralAddresses.new.link(), style: .primary, icon: .add),
                    linkButton("What people see", to: ReferralAddresses.team.link(), icon: .people),
                    linkButton("Take a table over", to: ReferralAddresses.importing.link(), style: .quiet, icon: .sheet),
                    linkButton("As a table", to: ReferralAddresses.export.link(), style: .quiet, icon: .sheet)))
                \(rules.categories.map { part($0.label, directory.entries(of: $0.id), directory, visit) }.joined())
                \(strays(directory, visit))
                \(refusedKinds(rules))
                \(drafts(directory, visit))
                """)
    }

    private static func toLookAt(_ directory: ReferralDirectory, _ visit: StaffVisit) -> HTML? {
        let due = directory.entries.filter {
            $0.isDue(on: directory.today) || directory.failing.contains($0.id)
        }
        guard !due.isEmpty else { return nil }
        return callout(
            "To look at", tone: .warning,
            """
            <ul>\(due.map { entry -> HTML in
                "<li>\(entry.provider.name): \(why(entry, directory).listed())</li>"
            })</ul>
            """)
    }

    private static func why(_ entry: ReferralEntry, _ directory: ReferralDirectory) -> [String] {
        let (today, day) = (directory.today, entry.checkBy.longName)
        return [
            entry.isPastCheck(on: today)
                ? "its check was due on \(day), and people are told to ask first"
                : entry.isDue(on: today) ? "to be checked by \(day)" : nil,
            directory.failing.contains(entry.id) ? "its page was not there on two days" : nil,
        ].compactMap(\.self)
    }

    private static func part(
        _ label: String, _ entries: [ReferralEntry], _ directory: ReferralDirectory, _ visit: StaffVisit
    ) -> HTML {
        guard !entries.isEmpty else {
            return section(
                label, emptyState("Nobody yet", "People see this kind of help, and that nobody is listed for it yet."))
        }
        return section(
            label,
            dataTable(
                "Providers: \(label)", columns: ["Who", "Identified by", "Checked", "Check by", ""],
                rows: entries.map { row($0, directory, visit) }, captioned: .unseen))
    }

    private static func row(_ entry: ReferralEntry, _ directory: ReferralDirectory, _ visit: StaffVisit) -> [HTML] {
        let (provider, id) = (entry.provider, PathID(entry.id))
        let isLicensed = visit.pack.referrals.isMarkedLicensed(provider, on: directory.today)
        let hasEnded = provider.licence.map { !$0.holds(on: directory.today) } ?? false
        return [
            """
            \(provider.name) \(isLicensed ? badge("Licensed", tone: .good) : nil)
            \(hasEnded ? badge("Licence ended", tone: .warning) : nil)
            \(directory.failing.contains(entry.id) ? badge("Page not there", tone: .warning) : nil)
            """,
            HTML(text: visit.pack.words(for: provider.identifiedBy).capitalisedFirst),
            HTML(text: entry.verifiedOn.longName),
            entry.isPastCheck(on: directory.today)
                ? "\(entry.checkBy.longName) \(badge("Past", tone: .warning))" : HTML(text: entry.checkBy.longName),
            actions(
                ReferralActs.check.asButton("Looked at today, all right", visit, id),
                linkButton("Change", to: ReferralAddresses.entry.link(id), style: .quiet),
                ReferralActs.remove.asConfirmation(
                    "Take out", "<p>Nobody sees \(provider.name) here any more.</p>", button: "Take it out", visit, id,
                    style: .quiet)),
        ]
    }

    /// Of categories that the policy has no more: nobody sees them until they are given another.
    private static func strays(_ directory: ReferralDirectory, _ visit: StaffVisit) -> HTML? {
        let strays = directory.entries.filter { visit.pack.referrals.category($0.provider.category) == nil }
        guard !strays.isEmpty else { return nil }
        return part("Of a kind that the policy has no more", strays, directory, visit)
    }

    private static func refusedKinds(_ rules: ReferralRules) -> HTML? {
        guard !rules.refused.isEmpty else { return nil }
        return section(
            "What the directory has nobody for",
            prose(
                "<ul>\(rules.refused.map { "<li>\($0.label): \($0.instead ?? "") \($0.basis.notes)</li>" as HTML })</ul>"
            ))
    }

    /// Helps of the whole country that do not stand here yet. Nobody else sees them before they are looked at and taken over.
    private static func drafts(_ directory: ReferralDirectory, _ visit: StaffVisit) -> HTML? {
        let names = Set(directory.entries.map(\.provider.name))
        let drafts = (visit.pack.country.helps ?? []).filter { !names.contains($0.name) }
        guard !drafts.isEmpty else { return nil }
        return section(
            "Helps of the whole country",
            lead: "Drafts from their own pages. Nobody sees one before you have looked at it and taken it over.",
            cards(
                drafts.map { help in
                    linkCard(
                        help.name, detail: help.goodFor,
                        to: ReferralAddresses.new.link(query: (ReferralFormPages.draft, help.id)), icon: .people)
                }))
    }

    /// On the home of whoever keeps the directory.
    @Sendable
    static func onHome(_ visit: StaffVisit) async throws -> [HTML] {
        guard visit.staff.powers.contains(.keepReferrals) else { return [] }
        let count = try await visit.programmes.keptReferrals(for: visit.staff).toLookAt
        guard count > 0 else { return [] }
        return [
            linkCard(
                title, detail: "\(count) \(count == 1 ? "entry" : "entries") to look at",
                to: ReferralAddresses.keeping.link(), icon: .people, badge: badge("To look at", tone: .warning))
        ]
    }
}

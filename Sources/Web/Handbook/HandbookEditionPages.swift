import HTML
import Operations
import PolicyPacks
import Program

/// The handbook as it was, edition by edition, and what each changed.
enum HandbookEditionPages {
    static let title = "Editions of the handbook"

    /// Every edition, the newest first.
    static func list(_ visit: AgencyVisit) async throws -> Answer {
        let editions = try await visit.programmes.handbookEditions(of: visit.agency)
        let items = editions.map { edition in
            linkCard(
                "Edition \(edition.number), version \(edition.pack.pack.version)", detail: time(of: edition),
                to: address(of: edition, visit.slug), icon: .sheet,
                badge: edition.until == nil ? badge("In force", tone: .good) : nil)
        }
        return .scriptedPage(
            page(
                title, in: Shells.seeker(visit.agency, visit.site),
                lead: "Each text of the rules that was in force here, as it was.", back: handbook(visit),
                main: cards(items)))
    }

    /// One edition, to read and to print; nothing where there is none of that number.
    static func edition(_ number: PathID, _ visit: AgencyVisit) async throws -> Answer? {
        let editions = try await visit.programmes.handbookEditions(of: visit.agency)
        guard let edition = editions.first(where: { String($0.number) == number.text }) else { return nil }
        let then = visit.programmes.agency(visit.agency, in: edition)
        return .scriptedPage(
            page(
                "Edition \(edition.number) of the handbook", in: Shells.seeker(visit.agency, visit.site),
                lead: "Version \(edition.pack.pack.version), \(time(of: edition)).",
                back: Crumb(title, HandbookAddresses.editions.link(visit.slug)),
                main: """
                    \(edition.until.map { past($0) })
                    \(edition.differences.map { section("What it changed", changed($0)) })
                    \(HandbookPage.contents(then))
                    """))
    }

    /// What stands at the beginning of the handbook in force: which edition it is, and the way to the others.
    static func facts(_ editions: [HandbookEdition]) -> [(String, HTML)] {
        guard let present = editions.first else { return [] }
        return [
            ("Edition", "\(present.number), in force since \(present.from?.longName ?? "a day that is not known")")
        ]
    }

    /// The way to the earlier editions, where there are any.
    static func way(_ editions: [HandbookEdition], _ slug: PathID) -> HTML? {
        editions.count > 1
            ? linkButton("Earlier editions", to: HandbookAddresses.editions.link(slug), style: .quiet) : nil
    }

    private static func address(of edition: HandbookEdition, _ slug: PathID) -> Link {
        HandbookAddresses.edition.link(slug, PathID(String(edition.number)))
    }

    private static func time(of edition: HandbookEdition) -> String {
        let from = edition.from.map { "in force from \($0.longName)" } ?? "in force from a day that is not known"
        return edition.until.map { "\(from) until \($0.longName)" } ?? from
    }

    private static func past(_ day: Day) -> HTML {
        callout(
            "Not in force any more", tone: .warning,
            "<p>Since \(day.longName) another edition is. What was decided while this one was in force stays as it was decided.</p>"
        )
    }

    private static func changed(_ differences: [PackDifference]) -> HTML {
        differences.isEmpty
            ? prose("<p>It says the same as the edition before.</p>") : PolicyDraftPages.changes(differences)
    }

    private static func handbook(_ visit: AgencyVisit) -> Crumb {
        Crumb("Handbook", HandbookAddresses.openHandbook.link(visit.slug))
    }
}

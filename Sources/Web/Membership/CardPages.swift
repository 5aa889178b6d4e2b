import HTML
import HTTPTypes
import Operations
import Program

/// The supporter's own page for what seekers see of them.
enum CardPages {
    static let saved = CardAddresses.card.link(query: ("saved", "yes"))

    /// As it stands, or again with what is wrong.
    static func card(_ visit: StaffVisit) async throws -> Answer { try await card(visit, nil) }

    @Sendable
    static func card(_ visit: StaffVisit, _ refused: Refused) async throws -> Answer? {
        try await card(visit, .some(refused))
    }

    private static func card(_ visit: StaffVisit, _ refused: Refused?) async throws -> Answer {
        let choices = try await visit.programmes.cardChoices(of: visit.staff)
        let photo = try await visit.programmes.ownPhoto(of: visit.staff)
        let supervises = try await visit.programmes.isMarkedAsSupervisor(visit.staff)
        let isSaved = refused == nil && visit.visit.query("saved") == "yes"
        // Without a card there is no form for a picture, which could say what is wrong with it.
        let unsaid = choices == .nothing ? refused?.announcement(besides: CardActs.show.id) : nil
        var shell = Shells.staff(visit, at: CardAddresses.card)
        shell.script = visit.site.pictureScript
        let html = page(
            "What people see of you", in: shell,
            lead: HTML(text: lead(visit.pack, supervises: supervises)),
            announcement: isSaved ? saved(choices, visit, supervises: supervises) : unsaid,
            main: """
                \(CardActs.show.form(visit, filled: choices.filled, refused: refused, button: "Show this"))
                \(PhotoPages.part(choices, photo: photo, visit, refused))
                """)
        return .scriptedPage(html, status: refused == nil ? .ok : .unprocessableContent)
    }

    private static func lead(_ policy: PolicyPack, supervises: Bool) -> String {
        let besides =
            policy.availability.showsEveryMember
            ? "\(always(supervises)) on the list of the team, so that everybody can choose you or leave you out. Nothing besides"
            : supervises
                ? "As soon as you show anything, it says that you supervise others too. Nothing besides" : "Nothing"
        return
            "Whoever looks for someone to talk to can read this without signing in. \(besides) is shown that you do not "
            + "choose, and you can change it at any time."
    }

    /// What stands on the list of a programme that shows every member, whatever they choose (IACP-7.4).
    private static func always(_ supervises: Bool) -> String {
        supervises ? "Your name, your unit and that you supervise others stand" : "Your name and unit stand"
    }

    private static func saved(_ choices: CardChoices, _ visit: StaffVisit, supervises: Bool) -> HTML {
        choices == .nothing
            ? justDone(
                visit.pack.availability.showsEveryMember
                    ? "\(always(supervises)) on the list, and nothing besides" : "Nothing of you is shown now")
            : justDone(
                "People see this now",
                """
                <p><a\(href: StartAddresses.agency.link(PathID(visit.staff.agency.slug)))>Look at the public page</a></p>
                """)
    }
}

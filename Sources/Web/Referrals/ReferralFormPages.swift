import HTML
import Operations
import Program

/// Where an entry of the directory is made or changed.
enum ReferralFormPages {
    /// Names a help of the whole country to begin with.
    static let draft = "draft"

    @Sendable
    static func new(_ visit: StaffVisit, _ refused: Refused?) async throws -> Answer? {
        let directory = try await visit.programmes.keptReferrals(for: visit.staff)
        let help = visit.visit.query(draft).flatMap { id in visit.pack.country.helps?.first { $0.id == id } }
        var filled = help?.filled ?? Filled()
        offer(visit, directory.speaksFor, besides: nil, in: &filled)
        let html = page(
            "Add somebody", in: Shells.staff(visit), lead: lead(help), back: back, announcement: unfielded(refused),
            main: ReferralActs.add.form(visit, filled: filled, refused: refused, button: "Add them"))
        return .page(html, again: refused)
    }

    @Sendable
    static func change(_ visit: StaffVisit, _ refused: Refused?, _ id: PathID) async throws -> Answer? {
        let directory = try await visit.programmes.keptReferrals(for: visit.staff)
        guard let entry = directory.entry(id.text) else { return nil }
        var filled = entry.filled
        offer(visit, directory.speaksFor, besides: entry.provider.identifiedBy, in: &filled)
        let html = page(
            entry.provider.name, in: Shells.staff(visit), lead: lead(nil), back: back,
            announcement: unfielded(refused),
            main: ReferralActs.change.form(visit, id, filled: filled, refused: refused, button: "Keep the change"))
        return .page(html, again: refused)
    }

    private static let back = Crumb(ReferralKeepingPages.title, ReferralAddresses.keeping.link())

    private static func lead(_ help: NationalHelp?) -> HTML {
        guard let help else { return "Everybody sees what stands here." }
        return """
            This is a draft. Look on their own page, <a\(href: Link(setByOperator: help.web))>\(help.web)</a>, or call them, before \
            people see it. \(help.basis.notes)
            """
    }

    /// What concerns no field, such as a full directory, is said at the top by the form itself.
    private static func unfielded(_ refused: Refused?) -> HTML? { refused?.announcement }

    /// A page offers no category that would be refused, and nobody for whom its reader does not speak.
    private static func offer(
        _ visit: StaffVisit, _ bodies: [Body], besides present: Body?, in filled: inout Filled
    ) {
        filled.options[ReferralFields.category.name] = visit.pack.referrals.categories.map {
            FieldOption($0.id, $0.label)
        }
        let offered = visit.pack.referrals.identifiedBy.value.filter { bodies.contains($0) || $0 == present }
        filled.options[ReferralFields.identifiedBy.name] = offered.map {
            FieldOption($0.word, visit.pack.words(for: $0).capitalisedFirst)
        }
        if offered.count == 1, filled.first[ReferralFields.identifiedBy.name] == nil {
            filled.first[ReferralFields.identifiedBy.name] = offered[0].word
        }
    }
}

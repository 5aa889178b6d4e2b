import HTML
import Operations
import Program

enum AwarenessLogAddresses {
    static let log = FixedAddress("awareness")
    static let activities = FixedAddress("awareness/activities")
    static let endOfActivity = Address<PathID>("awareness/activities/{activity}/removal")
    static let activity = Address<PathID>("awareness/activities/{activity}")
    static let partners = FixedAddress("awareness/partners")
    static let endOfPartner = Address<PathID>("awareness/partners/{partner}/removal")
    static let partner = Address<PathID>("awareness/partners/{partner}")
}

/// The log of what makes the programme known, and the partners it names (SAC-II.B.4).
enum AwarenessLogActs {
    static let routes: [Route] = record.routes + remove.routes + list.routes + removePartner.routes

    static let record = Act(
        "recordAwareness",
        "Write down something that was done to make the programme known. Nobody who was there is named.",
        at: AwarenessLogAddresses.activities, for: .holding(.promoteAwareness), where: \.logsAwareness,
        taking: Input(activity, day, partner, reach) { (activity: $0, day: $1, partner: $2, reach: $3) },
        then: .created("What was written down."), see: { _ in AwarenessLogAddresses.log.link() },
        refused: AwarenessLogPages.again,
        perform: { visit, sent in
            try await visit.programmes.recordAwareness(
                sent.activity, on: sent.day, with: sent.partner, reach: sent.reach, by: visit.staff)
        })

    static let remove = Act(
        "removeAwareness", "Take out what was written down by mistake.", at: AwarenessLogAddresses.endOfActivity,
        .delete, interface: AwarenessLogAddresses.activity, for: .holding(.promoteAwareness), where: \.logsAwareness,
        taking: .nothing, then: .done("Taken out."), mayRefuse: false,
        see: { _, _ in AwarenessLogAddresses.log.link() },
        refused: { visit, refused, _ in try await AwarenessLogPages.again(visit, refused) },
        perform: { visit, _, id in try await visit.programmes.removeAwareness(id.text, by: visit.staff) })

    static let list = Act(
        "listPartner", "Name a partner organisation on the public page, beside those of the policy.",
        at: AwarenessLogAddresses.partners, for: .holding(.promoteAwareness), where: \.logsAwareness,
        taking: Input(name, contact) { (name: $0, contact: $1) }, then: .created("The partner."),
        see: { _ in AwarenessLogAddresses.log.link() }, refused: AwarenessLogPages.again,
        perform: { visit, partner in
            try await visit.programmes.listPartner(partner.name, contact: partner.contact, by: visit.staff)
        })

    static let removePartner = Act(
        "removePartner", "Take a partner organisation off the public page.", at: AwarenessLogAddresses.endOfPartner,
        .delete, interface: AwarenessLogAddresses.partner, for: .holding(.promoteAwareness), where: \.logsAwareness,
        taking: .nothing, then: .done("Taken off."), mayRefuse: false,
        see: { _, _ in AwarenessLogAddresses.log.link() },
        refused: { visit, refused, _ in try await AwarenessLogPages.again(visit, refused) },
        perform: { visit, _, id in try await visit.programmes.removePartner(id.text, by: visit.staff) })

    // MARK: What they take

    @Sendable private static func clauses(_ pack: PolicyPack) -> [ClauseID] { pack.awareness.clauses }

    private static let activity = Field<String>.choice(
        "activity", "What was done", FieldWords(citesOnPage: false, clauses: clauses)
    ) { pack in pack.awareness.activities.map { FieldOption($0.id, $0.label) } }
    private static let day = Field<Day>.day("day", "On")
    static let partner = Field<String?>.found(maybe: "partner", "With", nobody: "No partner")
    private static let reach = Field<AwarenessActivity.Reach>.choice("reach", "About how many it reached") { $0.words }
    private static let name = Field<String>.text(
        "name", "Name", longest: PartnerOrganisation.longest, FieldWords(citesOnPage: false, clauses: clauses))
    private static let contact = Field<String>.text(
        "contact", "How people find it", longest: PartnerOrganisation.longest,
        FieldWords(hint: "Public: an address, a page or a number.", mayBeEmpty: true))

    static let board = Shape<AwarenessBoard>(
        .list(
            "activities",
            of: Shape<AwarenessActivity>(
                .id("id", \.id), .id("activity", \.activity), .day("day", \.day), .id(maybe: "partner", \.partner),
                .choice("reach", \.reach)), \.activities),
        .list(
            "partners",
            of: Shape<PartnerOrganisation>(
                .id("id", \.id), .words("name", \.name), .words("contact", \.contact), .day("listedOn", \.listedOn)),
            \.kept),
        .day(maybe: "dueBy", about: "The last day of a period that is soon over without anything done.", \.dueBy))
}

extension Routes {
    static let awarenessLog: [Route] = AwarenessLogActs.routes + awarenessReadings

    private static let awarenessReadings: [Route] = [
        .staff(.get, AwarenessLogAddresses.log, for: .holding(.promoteAwareness)) { visit in
            try await AwarenessLogPages.again(visit, nil)
        },
        .read(
            "listAwareness", "What was done in the past two years to make the programme known, and its partners.",
            at: AwarenessLogAddresses.log, for: .holding(.promoteAwareness), where: \.logsAwareness,
            "The latest first.", AwarenessLogActs.board
        ) { visit in try await visit.programmes.awareness(for: visit.staff) },
    ]
}

extension PolicyPack {
    var logsAwareness: Bool { awareness.isKept }
}

extension AwarenessActivity.Reach {
    var words: String {
        switch self {
        case .upToTen: "Up to 10"
        case .upToFifty: "11 to 50"
        case .upToTwoHundred: "51 to 200"
        case .more: "More than 200"
        case .notCounted: "Nobody can say"
        }
    }
}

import Operations
import Program

enum SupportingAddresses {
    static let requests = FixedAddress("requests")
    static let request = Address<PathID>("requests/{request}")
    static let advisement = Address<PathID>("requests/{request}/advisement")
    static let messages = Address<PathID>("requests/{request}/messages")
    static let firstContact = Address<PathID>("requests/{request}/in-touch")
    static let reminders = Address<PathID>("requests/{request}/reminders")
    static let reminder = Address<PathID, PathID>("requests/{request}/reminders/{reminder}")
    static let reminderDone = Address<PathID, PathID>("requests/{request}/reminders/{reminder}/done")
    static let cannotLeavePost = Address<PathID>("requests/{request}/cannot-leave-post")
    /// Made there, and shown there this once.
    static let supervisorCode = Address<PathID>("requests/{request}/supervisor-code")
    static let conflict = Address<PathID>("requests/{request}/conflict")
    /// Typed there, and shown there this once.
    static let supervisorNote = Address<PathID>("requests/{request}/supervisor-note")
    static let colleagues = Address<PathID>("requests/{request}/colleagues")
    static let handOff = Address<PathID>("requests/{request}/hand-off")
    static let consultations = Address<PathID>("requests/{request}/consultations")
    static let consultation = Address<PathID, PathID>("requests/{request}/consultations/{consultation}")
    static let endOfConsultation = Address<PathID, PathID>("requests/{request}/consultations/{consultation}/end")
    static let closing = Address<PathID>("requests/{request}/closing")
    /// Requests lent to whoever is consulted.
    static let lentToMe = FixedAddress("consultations")
    static let lent = Address<PathID>("consultations/{consultation}")
}

extension Routes {
    static let supporting: [Route] =
        supportingPages + SupportingActs.routes + supervisorNotes + HandingOnActs.routes + supervisorsAsking

    private static let supportingPages: [Route] = [
        .staff(.get, SupportingAddresses.requests, for: .holding(.takeRequests)) { visit in
            .page(SupportingPages.list(try await OwnSupport(of: visit), visit, after: visit.change()))
        },
        .staff(.get, SupportingAddresses.request, for: .holding(.takeRequests)) { visit, id in
            try await RequestPage.answer(id, visit, after: visit.change())
        },
        .staff(.get, SupportingAddresses.handOff, for: .holding(.takeRequests)) { visit, id in
            try await HandOffPages.answer(visit, nil, id)
        },
        .staff(.get, SupportingAddresses.consultations, for: .holding(.takeRequests), where: \.hasConsultations) {
            try await ConsultPages.answer($0, nil, $1)
        },
        .staff(.get, SupportingAddresses.closing, for: .holding(.takeRequests)) { visit, id in
            try await ClosingPages.answer(visit, nil, id)
        },
        .staff(.get, SupportingAddresses.lent, for: .signedIn, where: \.hasConsultations) { visit, id in
            try await visit.programmes.consultation(id.text, for: visit.staff).map {
                .page(ConsultPages.lent($0, visit))
            }
        },
    ]

    static let supportingInterface: [Route] = [
        .read(
            "listRequests", "The requests of this supporter.", at: SupportingAddresses.requests,
            for: .holding(.takeRequests), "The requests.",
            .list("requests", of: RequestShapes.listed)
        ) { visit in try await visit.programmes.requests(of: visit.staff) },
        .read(
            "readRequest", "One request of this supporter.", at: SupportingAddresses.request,
            for: .holding(.takeRequests), "The request.", RequestShapes.request
        ) { visit, id in try await visit.programmes.request(id.text, of: visit.staff) },
        .read(
            "listColleagues", "To whom the request can be handed just now, and who can be consulted.",
            at: SupportingAddresses.colleagues, for: .holding(.takeRequests), "The colleagues.",
            RequestShapes.colleagues
        ) { visit, id in
            guard let colleagues = try await visit.programmes.colleagues(for: id.text, by: visit.staff),
                let ways = try await visit.programmes.ways(toConsultOn: id.text, by: visit.staff)
            else { return nil }
            return (handOff: colleagues, ways: ways)
        },
        .read(
            "listConsultations", "The requests lent to this account for a consultation.",
            at: SupportingAddresses.lentToMe, for: .signedIn, where: \.hasConsultations, "The consultations.",
            .list("consultations", of: RequestShapes.lent)
        ) { visit in try await visit.programmes.consultations(for: visit.staff) },
        .read(
            "readConsultation", "One request lent to this account.", at: SupportingAddresses.lent, for: .signedIn,
            where: \.hasConsultations, "The consultation.", RequestShapes.lent
        ) { visit, id in try await visit.programmes.consultation(id.text, for: visit.staff) },
    ]
}

/// Everything of support that is with one person just now.
struct OwnSupport: Sendable {
    let pages: [OwnPage]
    let offers: [Offer]
    let requests: [OpenRequest]
    let consultations: [ConsultationView]

    init(of visit: StaffVisit) async throws {
        let staff = visit.staff
        let programmes = visit.programmes
        let takes = staff.powers.contains(.takeRequests)
        pages = takes ? try await programmes.ownPages(of: staff) : []
        offers = takes ? try await programmes.offers(for: staff) : []
        requests = takes ? try await programmes.requests(of: staff) : []
        consultations = try await programmes.consultations(for: staff)
    }

    var isEmpty: Bool { pages.isEmpty && offers.isEmpty && requests.isEmpty && consultations.isEmpty }
}

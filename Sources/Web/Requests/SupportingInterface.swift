import Operations
import Program

enum SupportingInterfaceAddresses {
    static let requests = FixedAddress("api/v1/requests")
    static let request = Address<PathID>("api/v1/requests/{request}")
    static let advisement = Address<PathID>("api/v1/requests/{request}/advisement")
    static let messages = Address<PathID>("api/v1/requests/{request}/messages")
    static let firstContact = Address<PathID>("api/v1/requests/{request}/in-touch")
    static let reminders = Address<PathID>("api/v1/requests/{request}/reminders")
    static let reminder = Address<PathID, PathID>("api/v1/requests/{request}/reminders/{reminder}")
    static let cannotLeavePost = Address<PathID>("api/v1/requests/{request}/cannot-leave-post")
    static let conflict = Address<PathID>("api/v1/requests/{request}/conflict")
    static let colleagues = Address<PathID>("api/v1/requests/{request}/colleagues")
    static let handOff = Address<PathID>("api/v1/requests/{request}/hand-off")
    static let consultations = Address<PathID>("api/v1/requests/{request}/consultations")
    static let consultation = Address<PathID, PathID>("api/v1/requests/{request}/consultations/{consultation}")
    static let closing = Address<PathID>("api/v1/requests/{request}/closing")
    static let lentToMe = FixedAddress("api/v1/consultations")
    static let lent = Address<PathID>("api/v1/consultations/{consultation}")
}

extension Routes {
    static let supportingInterface: [Route] = [
        .api(.get, SupportingInterfaceAddresses.requests, for: .holding(.takeRequests), SupportingEndpoints.list) {
            call in
            let requests = try await call.programmes.requests(of: call.staff)
            return .success(.json(["requests": .array(requests.map(SupportingJSON.listed))]))
        },
        .api(.get, SupportingInterfaceAddresses.request, for: .holding(.takeRequests), SupportingEndpoints.read) {
            call, id in
            try await call.programmes.request(id.text, of: call.staff).map {
                .success(.json(SupportingJSON.request($0)))
            }
        },
        .api(
            .post, SupportingInterfaceAddresses.advisement, for: .holding(.takeRequests), SupportingEndpoints.advise
        ) { call, id in
            let admonishes = call.body[SupportingActs.admonishmentField] == true
            return try await call.programmes.giveAdvisement(
                id.text, withAdmonishment: admonishes, by: call.staff)?.map { .done }
        },
        .api(
            .post, SupportingInterfaceAddresses.messages, for: .holding(.takeRequests), SupportingEndpoints.write
        ) { call, id in
            let text = call.text(SupportingActs.textField)
            return try await call.programmes.write(text, on: id.text, by: call.staff)?.map { .done }
        },
        .api(
            .post, SupportingInterfaceAddresses.firstContact, for: .holding(.takeRequests), SupportingEndpoints.inTouch
        ) { call, id in
            try await call.programmes.madeContact(id.text, by: call.staff)?.map { .done }
        },
        .api(
            .post, SupportingInterfaceAddresses.reminders, for: .holding(.takeRequests), SupportingEndpoints.remind
        ) { call, id in
            guard let day = Day(call.text(SupportingActs.dayField)),
                let kind = ReminderKind(rawValue: call.text(SupportingActs.kindField))
            else { return nil }
            return try await call.programmes.remind(id.text, on: day, of: kind, by: call.staff)?.map { .done }
        },
        .api(
            .delete, SupportingInterfaceAddresses.reminder, for: .holding(.takeRequests),
            SupportingEndpoints.doneReminder
        ) { call, id, reminder in
            try await call.programmes.doneReminder(reminder.text, on: id.text, by: call.staff)?.map { .done }
        },
        .api(
            .post, SupportingInterfaceAddresses.cannotLeavePost, for: .holding(.takeRequests),
            SupportingEndpoints.cannotLeavePost
        ) { call, id in
            try await call.programmes.cannotLeavePost(id.text, by: call.staff)?.map { .done }
        },
        .api(
            .post, SupportingInterfaceAddresses.conflict, for: .holding(.takeRequests), SupportingEndpoints.tellConflict
        ) { call, id in
            try await call.programmes.tellConflict(id.text, by: call.staff)?.map { .done }
        },
        .api(
            .get, SupportingInterfaceAddresses.colleagues, for: .holding(.takeRequests), SupportingEndpoints.colleagues
        ) { call, id in
            guard let colleagues = try await call.programmes.colleagues(for: id.text, by: call.staff),
                let ways = try await call.programmes.ways(toConsultOn: id.text, by: call.staff)
            else { return nil }
            return .success(.json(SupportingJSON.colleagues(colleagues, ways)))
        },
        .api(
            .post, SupportingInterfaceAddresses.handOff, for: .holding(.takeRequests), SupportingEndpoints.handOff
        ) { call, id in
            try await call.programmes.handOff(
                id.text, for: call.text(HandOffActs.reasonField),
                seekerWasAsked: call.body[HandOffActs.askedField] == true,
                to: call.body[HandOffActs.colleagueField]?.string, by: call.staff)?.map { .done }
        },
        .api(
            .post, SupportingInterfaceAddresses.consultations, for: .holding(.takeRequests), SupportingEndpoints.consult
        ) { call, id in
            guard let rule = call.pack.consultation(named: call.text(ConsultActs.withField)) else { return nil }
            return try await call.programmes.consult(
                id.text, rule.with, account: call.text(ConsultActs.colleagueField), by: call.staff)?.map { .done }
        },
        .api(
            .delete, SupportingInterfaceAddresses.consultation, for: .holding(.takeRequests),
            SupportingEndpoints.endConsultation
        ) { call, id, consultation in
            try await call.programmes.endConsultation(consultation.text, on: id.text, by: call.staff)?.map { .done }
        },
        .api(.post, SupportingInterfaceAddresses.closing, for: .holding(.takeRequests), SupportingEndpoints.close) {
            call, id in
            let outcome = InquiryOutcome(rawValue: call.text(ClosingActs.outcomeField))
            return try await call.programmes.closeRequest(id.text, outcome: outcome, by: call.staff)?.map { .done }
        },
        .api(.get, SupportingInterfaceAddresses.lentToMe, for: .signedIn, SupportingEndpoints.lentToMe) { call in
            let lent = try await call.programmes.consultations(for: call.staff)
            return .success(.json(["consultations": .array(lent.map(SupportingJSON.lent))]))
        },
        .api(.get, SupportingInterfaceAddresses.lent, for: .signedIn, SupportingEndpoints.readLent) { call, id in
            try await call.programmes.consultation(id.text, for: call.staff).map {
                .success(.json(SupportingJSON.lent($0)))
            }
        },
    ]
}

enum SupportingEndpoints {
    static let list = Endpoint(
        "listRequests", "The requests of this supporter.",
        success: .ok("The requests.") { _ in .object([Schema.Property("requests", .list(of: listed))]) },
        mayRefuse: false)

    static let read = Endpoint(
        "readRequest", "One request of this supporter.", success: .ok("The request.") { _ in request },
        mayRefuse: false)

    static let advise = Endpoint(
        "confirmAdvisement", "Confirm that the agency's advisement on confidence is given; this opens the words.",
        body: { pack in
            let rules = pack.confidentiality
            let admonishment = rules.supervisoryAdmonishment.map {
                Schema.Property(
                    SupportingActs.admonishmentField, .boolean, required: false,
                    about: "A supervisor confirms the further words too.", clauses: $0.basis.clauses)
            }
            return .object([admonishment].compactMap { $0 })
        }, success: .done("Confirmed."))

    static let write = Endpoint(
        "writeToSeeker", "Write to whoever asked.",
        body: { _ in .object([Schema.Property(SupportingActs.textField, .string(maxLength: RequestMessage.longest))]) },
        success: .done("Sent."))

    static let inTouch = Endpoint(
        "madeContact", "Say that you were in touch; nothing of it reaches a stat sheet.", success: .done("Noted."))

    static let remind = Endpoint(
        "setReminder", "Be reminded of the request; nobody else sees it.",
        body: { _ in
            .object([
                Schema.Property(SupportingActs.dayField, .day),
                Schema.Property(SupportingActs.kindField, .choice(ReminderKind.allCases.map(\.rawValue))),
            ])
        }, success: .done("Set."))

    static let doneReminder = Endpoint("doneReminder", "The reminder is done.", success: .done("Done."))

    static let cannotLeavePost = Endpoint(
        "cannotLeavePost", "Have somebody else asked, because the post cannot be left.",
        success: .done("Somebody else is asked."))

    static let tellConflict = Endpoint(
        "tellConflict", "Pass the request on for a conflict of interest; the notice of it names nobody.",
        success: .done("Somebody else is asked."), where: \.tellsOfConflicts)

    static let colleagues = Endpoint(
        "listColleagues", "To whom the request can be handed just now, and who can be consulted.",
        success: .ok("The colleagues.") { _ in colleaguesOf }, mayRefuse: false)

    static let handOff = Endpoint(
        "handOff", "Hand the request to somebody else, for a reason of the pack's list.",
        body: { pack in
            let rule = pack.requests.handOff
            return .object([
                Schema.Property(
                    HandOffActs.reasonField, .choice(rule.reasons.map(\.id)), clauses: rule.basis.clauses),
                Schema.Property(
                    HandOffActs.askedField, .boolean, required: rule.seekerAskedFirst,
                    about: "Whether they were asked, or could not be reached.", clauses: rule.basis.clauses),
                Schema.Property(
                    HandOffActs.colleagueField, .id, required: false,
                    about: "The account asked first; left out for whoever is next."),
            ])
        }, success: .done("Handed off."))

    static let consult = Endpoint(
        "consult", "Consult somebody, as far as the pack opens the request to them.",
        body: { pack in
            .object([
                Schema.Property(
                    ConsultActs.withField, .choice(pack.requests.consultations.map(\.with.name)),
                    clauses: pack.requests.consultations.flatMap(\.basis.clauses)),
                Schema.Property(ConsultActs.colleagueField, .id),
            ])
        }, success: .done("Consulting."), where: \.hasConsultations)

    static let endConsultation = Endpoint(
        "endConsultation", "End a consultation of the request.", success: .done("Ended."), where: \.hasConsultations)

    static let close = Endpoint(
        "closeRequest", "Close the request; an inquiry with its outcome.",
        body: { _ in
            .object([
                Schema.Property(
                    ClosingActs.outcomeField, .choice(InquiryOutcome.allCases.map(\.rawValue)), required: false,
                    about: "For an inquiry only, and needed there.")
            ])
        }, success: .done("Closed."))

    static let lentToMe = Endpoint(
        "listConsultations", "The requests lent to this account for a consultation.",
        success: .ok("The consultations.") { _ in
            .object([Schema.Property("consultations", .list(of: lent))])
        }, mayRefuse: false, where: \.hasConsultations)

    static let readLent = Endpoint(
        "readConsultation", "One request lent to this account.", success: .ok("The consultation.") { _ in lent },
        mayRefuse: false, where: \.hasConsultations)
}

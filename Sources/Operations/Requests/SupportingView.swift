import Program
import Sealing
import Store

extension Programmes {
    /// The requests that a supporter has, those first that wait for them.
    package func requests(of staff: Staff) async throws -> [OpenRequest] {
        try await database.read { transaction in
            try transaction.requestRoutes.heldRequests(by: staff.account, agency: staff.agency.id).compactMap { held in
                guard let request = staff.own(held) else { return nil }
                let new = try transaction.newMessages(of: request.row.id).contains {
                    try request.message($0).fromSeeker
                }
                return OpenRequest(
                    id: request.row.id, card: request.card, hasNewMessage: new,
                    firstContactDue: request.standing.firstContactDue,
                    mustHandOff: staff.policy.requests.mustHandOff(request.record, on: staff.today),
                    nextReminder: try transaction.requestRoutes.reminders(of: request.row.id).first?.day)
            }.sorted { $0.isMoreUrgent(than: $1) }
        }
    }

    /// One of them; what was new is seen with that. Nothing where they do not have it.
    package func request(_ id: String, of staff: Staff) async throws -> SupporterView? {
        let now = clock()
        guard
            let seen = try await database.read({ transaction in
                try transaction.supporterView(of: id, by: staff, at: now)
            })
        else { return nil }
        if !seen.new.isEmpty {
            try await look(by: staff, .holding(.takeRequests)) { doing in
                try doing.transaction.markSeen(seen.new, request: id)
            }
        }
        return seen.view
    }
}

extension Programmes {
    /// Whether the supporter may write a note that asks the seeker's supervisor to spare them: only as long as the seeker agrees,
    /// and once they know the limits of confidence (OCP-II.H.2).
    package func mayWriteSupervisorNote(on id: String, by staff: Staff) async throws -> Bool {
        try await database.read { transaction in
            guard let record = try transaction.request(id, of: staff)?.record else { return false }
            return staff.policy.requests.mayWriteSupervisorNote(record)
        }
    }
}

extension Staff {
    /// The request, where this supporter has it and it opens.
    func own(_ held: HeldRequest) -> OpenedRequest? {
        guard powers.contains(.takeRequests), held.request.standing.supporter == account else { return nil }
        return OpenedRequest(held, by: self)
    }
}

/// A request as its supporter sees it, with the messages that are new to them.
private struct SupportersSight: Sendable {
    let view: SupporterView
    let new: [String]
}

extension Transaction {
    /// The supporter's own request, opened.
    func request(_ id: String, of staff: Staff) throws -> OpenedRequest? {
        try requestRoutes.heldRequest(id, by: staff.account, agency: staff.agency.id).flatMap(staff.own)
    }

    /// The requests that a supporter has, opened.
    func requests(of staff: Staff) throws -> [OpenedRequest] {
        try requestRoutes.heldRequests(by: staff.account, agency: staff.agency.id).compactMap(staff.own)
    }

    /// The same, with what Program lets its supporter do.
    func supported(_ id: String, by staff: Staff) throws -> (SupportedRequest, OpenedRequest)? {
        guard let opened = try request(id, of: staff), let request = opened.life.supported(by: staff.account) else {
            return nil
        }
        return (request, opened)
    }

    /// Whether the account's person supervises others.
    func isSupervisor(_ staff: Staff) throws -> Bool {
        try sealableAccount(staff.account, agency: staff.agency.id)?.isSupervisor ?? false
    }

    fileprivate func supporterView(of id: String, by staff: Staff, at now: Instant) throws -> SupportersSight? {
        guard let request = try request(id, of: staff) else { return nil }
        let rules = staff.policy.requests
        let record = request.record
        let rows = record.isAdvised ? try messages(of: id).map { ($0, try request.message($0)) } : []
        guard
            let lastDay = staff.policy.retention.lastDayToReopen(
                closedOn: staff.today, isInquiry: request.card.isInquiry)
        else { throw AgencyFault.clockOutOfRange }
        let view = SupporterView(
            id: id, card: request.card, words: record.isAdvised ? try request.words : nil,
            isAdvisementGiven: record.isAdvised,
            needsAdmonishment: staff.policy.confidentiality.needsAdmonishment(isSupervisor: try isSupervisor(staff)),
            messages: rows.map { $1.shown(isNew: $0.isNew && $1.fromSeeker) },
            firstContactDue: request.standing.firstContactDue, contactsMade: record.contacts,
            mustHandOff: rules.mustHandOff(record, on: staff.today),
            isForOneContact: rules.isForOneContact(record), asksAboutReferral: rules.asksAboutReferral(record),
            reminders: try requestRoutes.reminders(of: id).map {
                Reminder(id: $0.id, day: $0.day, kind: record.reminders[$0.id] ?? .followUp)
            },
            consultations: try openConsultations(on: request, in: staff.agency, at: now),
            consents: try shownConsents(of: request, on: staff.today),
            agreesToTimeOffNote: record.agreesToTimeOffNote, canReopenUntil: lastDay)
        return SupportersSight(view: view, new: rows.filter { $0.0.isNew && $0.1.fromSeeker }.map(\.0.id))
    }
}

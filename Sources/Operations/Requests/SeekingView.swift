import Program
import Sealing
import Store

extension Programmes {
    /// Opens a request by its receipt.
    package func seeker(_ receipt: Receipt, in agency: Agency) async throws -> ReceiptOpening {
        let found = try await asking.run(for: client) {
            try await opening(by: try SeekerKey(of: receipt, with: keys), in: agency)
        }
        guard let found else { return .busy }
        if case .opened(let pass) = found.opening { return .opened(pass) }
        // Slowly, only as long as a request is there that such a receipt could open. It waits in a queue of its own.
        guard found.mayBeOld else { return .unknown }
        guard case .derived(let seeker) = try await oldReceipts.oldSeekerKey(of: receipt, with: keys, for: client)
        else {
            return .busy
        }
        return try await opening(by: seeker, in: agency).opening
    }

    private func opening(
        by seeker: SeekerKey, in agency: Agency
    ) async throws -> (opening: ReceiptOpening, mayBeOld: Bool) {
        let pass = SeekerPass(
            seeker, agency: agency.slug, until: clock().milliseconds + Programmes.passLength)
        return try await database.read { transaction in
            guard let row = try transaction.request(agency: agency.id, receipt: seeker.id),
                OpenedRequest(row, by: pass) != nil
            else { return (.unknown, try transaction.hasOldReceipts(agency: agency.id)) }
            return (.opened(pass), false)
        }
    }

    /// The request as its seeker sees it; what was new is seen with that, and where whoever had it is no longer there it is
    /// offered to others. Nothing where it has been destroyed.
    package func request(of pass: SeekerPass, in agency: Agency) async throws -> SeekerView? {
        let now = clock()
        func sight() async throws -> SeekersSight? {
            try await database.read { transaction in try transaction.seekerView(of: pass, in: agency, at: now) }
        }
        var found = try await sight()
        if found?.isLeft == true {
            try await look(by: pass, in: agency) { seeking in _ = try offerAgainIfLeft(seeking) }
            found = try await sight()
        }
        guard let seen = found else { return nil }
        if !seen.new.isEmpty {
            try await look(by: pass, in: agency) { seeking in
                try seeking.transaction.markSeen(seen.new, request: seeking.request.row.id)
            }
        }
        return seen.view
    }
}

/// A request as its seeker sees it, with the messages that are new to them.
private struct SeekersSight: Sendable {
    let view: SeekerView
    let new: [String]
    /// Whoever has it is no longer there.
    let isLeft: Bool
}

extension Transaction {
    /// The seeker's own request, opened.
    func opened(by pass: SeekerPass, in agency: Agency) throws -> OpenedRequest? {
        guard pass.agency == agency.slug,
            let row = try request(agency: agency.id, receipt: pass.key.id)
        else { return nil }
        return OpenedRequest(row, by: pass)
    }

    fileprivate func seekerView(of pass: SeekerPass, in agency: Agency, at now: Instant) throws -> SeekersSight? {
        guard let request = try opened(by: pass, in: agency) else { return nil }
        let today = try agency.day(at: now)
        let isFollowed = request.life.isFollowedBySeeker
        let messages = isFollowed ? try messages(of: request.row.id).map { ($0, try request.message($0)) } : []
        let supporter = isFollowed ? try supporter(of: request, in: agency) : nil
        let view = SeekerView(
            status: request.standing.status, isInquiry: request.card.isInquiry, supporter: supporter,
            lostSupporter: request.life.lostSupporter,
            words: try request.words, messages: messages.map { $1.shown(isNew: $0.isNew && !$1.fromSeeker) },
            consultations: isFollowed ? try openConsultations(on: request, in: agency, at: now) : [],
            consents: try shownConsents(of: request, on: today),
            agreesToTimeOffNote: request.record.agreesToTimeOffNote, daysLeft: request.standing.daysLeft(on: today),
            canReopen: request.life.mayBeReopened(on: today),
            rights: agency.policy.confidentiality.seekerRights)
        let new = messages.filter { $0.0.isNew && !$0.1.fromSeeker }.map(\.0.id)
        return SeekersSight(
            view: view, new: new, isLeft: try changeIfLeft(request, in: agency, on: today) != nil)
    }

    private func supporter(of request: OpenedRequest, in agency: Agency) throws -> SeekerView.Supporter? {
        guard let account = request.standing.supporter else { return nil }
        return try accountNames(agency: agency.id, of: [account])[account].map {
            SeekerView.Supporter(account: account, name: $0)
        }
    }

    /// The consents of a request as both sides see them.
    func shownConsents(of request: OpenedRequest, on today: Day) throws -> [Consent] {
        try consents(of: request.row.id).map { row in
            let sealed = try request.consent(row)
            return Consent(
                id: row.id, consent: sealed.consent, givenOn: sealed.givenOn, revokedOn: sealed.revokedOn,
                isGood: sealed.isGood(on: today))
        }
    }

    /// The consultations under way as both sides see them.
    func openConsultations(
        on request: OpenedRequest, in agency: Agency, at now: Instant
    ) throws -> [OpenConsultation] {
        let rows = try requestRoutes.consultations(on: request.row.id, at: now)
        let names = try accountNames(agency: agency.id, of: rows.map(\.account))
        return rows.map { row in
            OpenConsultation(
                id: row.id, name: names[row.account] ?? "", role: row.role.map { agency.policy.title(of: $0) },
                readsAlong: row.sealed != nil,
                mayBeAuthorised: row.sealed == nil
                    && agency.policy.requests.mayBeAuthorised(row.consulted),
                endsAt: row.endsAt)
        }
    }
}

extension ConsultationRow {
    var consulted: ConsultationRule.Consulted { role.map { .role($0) } ?? .anotherSupporter }
}

extension SealedMessage {
    func shown(isNew: Bool) -> RequestMessage {
        RequestMessage(fromSeeker: fromSeeker, day: day, text: text, isNew: isNew)
    }
}

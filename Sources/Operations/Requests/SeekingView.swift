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
        let now = clock()
        return try await database.read { transaction in
            guard try transaction.opened(by: pass, in: agency, at: now) != nil
            else { return (.unknown, try transaction.hasOldReceipts(agency: agency.id)) }
            return (.opened(pass), false)
        }
    }

    /// The request as its seeker sees it; what was new is seen with that, and where whoever had it is no longer there it is
    /// offered to others. Nothing where it has been destroyed.
    package func request(of pass: SeekerPass, in agency: Agency) async throws -> SeekerView? {
        let now = clock()
        func sight() async throws -> SeekersSight? {
            try await database.read { transaction in try seekerView(of: pass, in: agency, at: now, transaction) }
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

    /// How it stands, for a page that renews itself: what is new stays new, so that nothing is written in the rhythm of the page.
    /// Nothing where it has been destroyed, and of an inquiry.
    package func glance(of pass: SeekerPass, in agency: Agency) async throws -> SeekerGlance? {
        let now = clock()
        func sight() async throws -> (glance: SeekerGlance, isLeft: Bool)? {
            try await database.read { transaction in
                guard let request = try transaction.opened(by: pass, in: agency, at: now),
                    request.life.isFollowedBySeeker
                else { return nil }
                let glance = SeekerGlance(
                    status: request.standing.status, supporter: try transaction.supporter(of: request, in: agency),
                    lostSupporter: request.life.lostSupporter,
                    wait: try wait(of: request, in: agency, at: now, transaction), way: request.card.way,
                    hasNews: try transaction.newMessages(of: request.row.id).contains {
                        try !request.message($0).fromSeeker
                    })
                let today = try agency.day(at: now)
                return (glance, try transaction.changeIfLeft(request, in: agency, on: today) != nil)
            }
        }
        let found = try await sight()
        guard found?.isLeft == true else { return found?.glance }
        try await look(by: pass, in: agency) { seeking in _ = try offerAgainIfLeft(seeking) }
        return try await sight()?.glance
    }

    /// What is told beside a receipt that was just given; the look leaves nothing.
    package func standing(by receipt: Receipt, in agency: Agency) async throws -> ReceiptStanding {
        guard case .opened(let pass) = try await seeker(receipt, in: agency) else { return .unknown }
        let now = clock()
        return try await database.read { transaction in
            guard let request = try transaction.opened(by: pass, in: agency, at: now) else { return .unknown }
            guard request.life.isFollowedBySeeker else { return .inquiry }
            return .request(
                try wait(of: request, in: agency, at: now, transaction),
                rights: agency.policy.confidentiality.rights(of: request.card.standing))
        }
    }

    fileprivate func seekerView(
        of pass: SeekerPass, in agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws -> SeekersSight? {
        guard let request = try transaction.opened(by: pass, in: agency, at: now) else { return nil }
        let today = try agency.day(at: now)
        let isLeft = try transaction.changeIfLeft(request, in: agency, on: today) != nil
        guard request.life.isFollowedBySeeker else { return SeekersSight(view: .thanks, new: [], isLeft: isLeft) }
        let messages = try transaction.messages(of: request.row.id).map { ($0, try request.message($0)) }
        let view = SeekerView(
            status: request.standing.status, isInquiry: false,
            supporter: try transaction.supporter(of: request, in: agency),
            lostSupporter: request.life.lostSupporter,
            wait: try wait(of: request, in: agency, at: now, transaction), way: request.card.way,
            nobodyCouldBeAsked: try transaction.hasNobody(request, in: agency, on: today), words: try request.words,
            messages: messages.map { $1.shown(isNew: $0.isNew && !$1.fromSeeker) },
            consultations: try transaction.openConsultations(on: request, in: agency, at: now),
            consents: try transaction.shownConsents(of: request, on: today),
            agreesToTimeOffNote: request.record.agreesToTimeOffNote, daysLeft: request.standing.daysLeft(on: today),
            canReopen: request.life.mayBeReopened(on: today),
            rights: agency.policy.confidentiality.rights(of: request.card.standing))
        return SeekersSight(
            view: view, new: messages.filter { $0.0.isNew && !$0.1.fromSeeker }.map(\.0.id), isLeft: isLeft)
    }

    /// What the seeker waits for, if anything.
    private func wait(
        of request: OpenedRequest, in agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws -> SeekersWait? {
        let routing = try transaction.requestRoutes.routing(of: request.row)
        switch request.standing {
        case .closed, .accepted(_, nil): return nil
        case .accepted(_, .some(let due)):
            return .firstContact(due: due, othersFollow: !routing.reserved.isEmpty)
        case .offered:
            let around = try askingAround(for: request.row.pack, in: agency, at: now, transaction)
            return routing.waiting(
                reaching: try transaction.reach(of: request.row.id, waves: routing.waves, around),
                asking: around.asking, at: now,
                isBusinessHours: { agency.isBusinessHours(at: $0) }
            ).map(SeekersWait.asking)
        }
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
    /// The seeker's own request, opened. Whoever asked for somebody else is thanked for a while and then finds nothing, whether that
    /// has ended or not (PD-B.2.a.1).
    func opened(by pass: SeekerPass, in agency: Agency, at now: Instant) throws -> OpenedRequest? {
        guard pass.agency == agency.slug,
            let row = try request(agency: agency.id, receipt: pass.key.id), let request = OpenedRequest(row, by: pass)
        else { return nil }
        return request.life.isOpenToSeeker(on: try agency.day(at: now), under: agency.policy.retention) ? request : nil
    }

    /// Whether a request waits and nobody holds a copy of its key who takes requests today.
    fileprivate func hasNobody(_ request: OpenedRequest, in agency: Agency, on today: Day) throws -> Bool {
        guard request.standing.status == .offered else { return false }
        let holders = try requestRoutes.copies(of: request.row.id).map(\.account)
        return try takers(of: agency, on: today).isDisjoint(with: holders)
    }

    fileprivate func supporter(of request: OpenedRequest, in agency: Agency) throws -> SeekerView.Supporter? {
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

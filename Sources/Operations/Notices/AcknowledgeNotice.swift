import Program
import Store

extension Programmes {
    /// Answers a notice for the staff member's role or for themselves. What the pack wants done next arises in the same
    /// transaction; nothing where it is no notice of theirs.
    ///
    /// - Parameters:
    ///   - moment: when they came to know, or told whom they had to tell; now where none is given.
    ///   - furtherAssistance: whether further assistance was sought, where the notice asks for that (SAC-VI.B.3b).
    package func acknowledge(
        _ id: String, how: Means, at moment: Instant? = nil, furtherAssistance: Bool? = nil, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .signedIn) { doing in
            let (staff, agency, transaction) = (doing.staff, doing.agency, doing.transaction)
            guard let notice = try transaction.notice(id, for: transaction.reader(staff)) else { return .nothing }
            let told = moment ?? doing.now
            if let refusal = doing.policy.mayAnswer(
                notice, by: how, of: staff.account,
                try transaction.persons(of: [staff.account] + [notice.from].compactMap { $0 }, agency: agency.id),
                at: told, from: agency.calendar.start(of: notice.raisedOn), until: doing.now)
            {
                return .refused(refusal)
            }
            let exception = try exception(behind: notice, agency: agency, in: transaction)
            let question = exception?.question(with: notice)
            if let refusal = question.refusal(of: furtherAssistance, under: notice.clauses) { return .refused(refusal) }
            let answer = Acknowledgement(by: staff.account, at: told, how: how, furtherAssistance: furtherAssistance)
            let present = try notice.about.map { try transaction.notices(about: $0, agency: agency.id) } ?? []
            try transaction.answer(notice, answer, in: agency)
            try transaction.settleOthers(than: notice, answer, in: agency)
            if notice.kind.isOfAsking { try answeredAsking(by: staff.account, in: agency, at: doing.now, transaction) }
            let sequel = doing.policy.sequel(
                of: notice, answered: answer, among: present, exception: exception, at: doing.now)
            for next in sequel.notices { try transaction.raise(next, in: agency, at: doing.now) }
            return .done(sequel.trace)
        }
    }

    /// Says yes to the activation that a notice asks about. Nothing where it is no notice of theirs, or asks nothing.
    package func approve(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        let activation = try await database.read { transaction -> String? in
            let notice = try transaction.notice(id, for: transaction.reader(staff))
            return notice?.kind == .approvalAsked ? notice?.about : nil
        }
        guard let activation else { return nil }
        return try await approveActivation(activation, by: staff)
    }
}

extension Transaction {
    /// Answers a notice: nobody is pinged about it any more. What tells of a request is gone with its answer.
    func answer(_ notice: Notice, _ answer: Acknowledgement, in agency: Agency) throws {
        let announcements = try announcements(of: notice.id, agency: agency.id)
        for time in 0..<announcements {
            try settled(ping: announcementKey(notice.id, time), in: agency)
        }
        switch notice.kind.keeping {
        case .untilAnswered: try withdrawNotice(notice.id, agency: agency.id)
        case .withDisclosure, .asProof: _ = try acknowledge(notice.id, agency: agency.id, answer)
        }
    }

    /// Takes back every notice about an activation that was answered elsewhere, or about anything else that is over.
    ///
    /// - Parameter subject: what ``NewNotice/about`` named.
    func withdrawNotices(about subject: String, in agency: Agency) throws {
        for notice in try notices(about: subject, agency: agency.id) where notice.isOpen {
            try withdraw(notice: notice.id, in: agency)
        }
    }

    /// Takes back one notice that is over, such as that a request waits. Harmless where it is gone.
    package func withdraw(notice id: String, in agency: Agency) throws {
        for time in 0..<(try announcements(of: id, agency: agency.id)) {
            try settled(ping: announcementKey(id, time), in: agency)
        }
        try withdrawNotice(id, agency: agency.id)
    }
}

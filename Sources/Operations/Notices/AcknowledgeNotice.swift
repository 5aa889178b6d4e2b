import Program
import Store

extension Programmes {
    /// Answers a notice for the staff member's role or for themselves. What the pack wants done next arises in the same
    /// transaction; nothing where it is no notice of theirs.
    ///
    /// - Parameter moment: when they came to know, or told whom they had to tell; now where none is given.
    package func acknowledge(
        _ id: String, how: Means, at moment: Instant? = nil, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            guard let notice = try transaction.notice(id, for: transaction.reader(staff)) else { return nil }
            let told = moment ?? now
            if let refusal = staff.policy.mayAnswer(
                notice, by: how, at: told, from: staff.agency.calendar.start(of: notice.raisedOn), until: now)
            {
                return .failure(refusal)
            }
            try transaction.answer(
                notice, Acknowledgement(by: staff.account, at: told, how: how), in: staff.agency)
            try goOn(after: notice, told: how, by: staff, at: now, in: transaction)
            return .success(())
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

    /// What an answered notice gives rise to, and its entry in the chain.
    private func goOn(
        after notice: Notice, told how: Means, by staff: Staff, at now: Instant, in transaction: any Transaction
    ) throws {
        switch notice.kind.row.sequel {
        case .disclosureKnown:
            try transaction.record(
                .disclosureAcknowledged, in: staff.agency, by: staff.actor, on: notice.about, under: notice.clauses,
                at: now)
            let exception = try exception(behind: notice, agency: staff.agency, in: transaction)
            for duty in exception?.followOns(of: notice, under: staff.policy, at: now) ?? [] {
                try transaction.raise(duty, in: staff.agency, at: now)
            }
        case .passedOn:
            try transaction.record(
                .disclosurePassedOn, in: staff.agency, by: staff.actor, on: notice.about, under: notice.clauses,
                details: [notice.tells?.text ?? "", how.rawValue], at: now)
            if how == .page, let next = notice.passedOn(by: staff.account, under: staff.policy, at: now) {
                try transaction.raise(next, in: staff.agency, at: now)
            }
        case .administratorTold:
            try transaction.record(
                .administratorTold, in: staff.agency, by: staff.actor, under: notice.clauses,
                details: [how.rawValue], at: now)
        case .nothing: break
        }
    }
}

extension Transaction {
    /// Answers a notice: nobody is pinged about it any more. What tells of a request is gone with its answer.
    func answer(_ notice: Notice, _ answer: Acknowledgement, in agency: Agency) throws {
        let announcements = try announcements(of: notice.id, agency: agency.id)
        for time in 0..<announcements {
            try settled(ping: announcementKey(notice.id, time), agency: agency.id)
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
            try settled(ping: announcementKey(id, time), agency: agency.id)
        }
        try withdrawNotice(id, agency: agency.id)
    }
}

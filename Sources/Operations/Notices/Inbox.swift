import PolicyPacks
import Program
import Store

/// A notice as somebody it is for sees it.
package struct ReceivedNotice: Sendable {
    package let notice: Notice
    /// Who raised it, where that matters: somebody to call.
    package let from: String?
    /// The exception a disclosure is about, in the pack's words of that day.
    package let exception: DisclosureException?
    /// The name of whoever answered.
    package let answeredBy: String?
    /// The ways in which it may be answered.
    package let means: [Means]
    /// The vehicle of a response in person, where the pack has a choice of them.
    package let vehicle: String?
    /// How to reach whoever raised it, where the notice asks to speak with them.
    package let call: ToCall?
    /// Whether it asks for a yes or no with its answer.
    package let question: FollowOn.Question?
    /// The numbers at which somebody is there, where nobody else answers.
    package let alwaysThere: [ToCall]
    /// Who was suspended and on what ground, where the last word is asked for. Nothing once it was lifted.
    package let suspended: SuspendedMember?
    /// Who is to be released from their post, and when, where the notice asks for it.
    package let release: ReleaseTold?
}

/// What somebody is told, and what they or another holder of their role have answered in the last thirty days.
package struct NoticeInbox: Sendable {
    package let open: [ReceivedNotice]
    package let answered: [ReceivedNotice]
}

extension Transaction {
    /// What makes notices the staff member's own today.
    func reader(_ staff: Staff) throws -> NoticeReader {
        NoticeReader(
            agency: staff.agency.id, account: staff.account,
            own: try accountsOfPerson(of: staff.account, agency: staff.agency.id), roles: staff.rolesToday.sorted(),
            standsInFor: try rolesStoodInFor(by: staff.account, agency: staff.agency.id, on: staff.today),
            today: staff.today, earlierDisclosures: staff.policy.earlierDisclosures)
    }
}

extension Programmes {
    /// Everything the staff member is told, the most urgent first.
    package func notices(for staff: Staff) async throws -> NoticeInbox {
        let now = clock()
        return try await database.read { transaction in
            let reader = try transaction.reader(staff)
            let open = try transaction.openNotices(for: reader).byUrgency(at: now)
            let answered = try transaction.answeredNotices(
                for: reader, since: Notice.answeredShown(since: now), limit: 50)
            return NoticeInbox(
                open: try received(open, by: staff, in: transaction),
                answered: try received(answered, by: staff, in: transaction))
        }
    }

    /// How many notices wait for the staff member.
    package func openNotices(for staff: Staff) async throws -> Int {
        try await database.read { transaction in try transaction.countOfOpenNotices(for: transaction.reader(staff)) }
    }

    /// A notice that is for the staff member; nothing for anybody else.
    package func notice(_ id: String, for staff: Staff) async throws -> ReceivedNotice? {
        try await database.read { transaction in
            guard let notice = try transaction.notice(id, for: transaction.reader(staff)) else { return nil }
            return try received([notice], by: staff, in: transaction).first
        }
    }

    func received(_ notices: [Notice], by staff: Staff, in transaction: any Transaction) throws -> [ReceivedNotice] {
        let names = try transaction.accountNames(
            agency: staff.agency.id, of: notices.flatMap { [$0.from, $0.acknowledgement?.by].compactMap { $0 } })
        let speakers = notices.filter(\.kind.asksToSpeak).compactMap(\.from)
        let numbers = try transaction.telephones(of: speakers, agency: staff.agency.id)
        return try notices.map { notice in
            let exception = try exception(behind: notice, agency: staff.agency, in: transaction)
            return ReceivedNotice(
                notice: notice, from: notice.from.flatMap { names[$0] },
                exception: exception,
                answeredBy: notice.acknowledgement.flatMap { names[$0.by] }, means: staff.policy.means(of: notice),
                vehicle: try vehicle(behind: notice, agency: staff.agency, in: transaction),
                call: notice.kind.asksToSpeak
                    ? notice.from.flatMap { from in
                        numbers[from].map { ToCall(name: names[from] ?? "", telephone: $0) }
                    } : nil,
                question: exception?.question(with: notice),
                alwaysThere: notice.kind == .nobodyAnswers ? alwaysThere(staff.agency) : [],
                suspended: try suspended(behind: notice, agency: staff.agency, in: transaction),
                release: try release(behind: notice, agency: staff.agency, in: transaction))
        }
    }

    /// The exception a notice belongs to, as the pack had it when the disclosure began.
    func exception(behind notice: Notice, agency: Agency, in transaction: any Transaction) throws
        -> DisclosureException?
    {
        guard notice.kind.keeping == .withDisclosure, let id = notice.about,
            let disclosure = try transaction.disclosure(id, agency: agency.id)
        else { return nil }
        return try packs.pack(disclosure.pack, in: transaction).pack.confidentiality.exception(disclosure.exception)
    }

    private func suspended(behind notice: Notice, agency: Agency, in transaction: any Transaction) throws
        -> SuspendedMember?
    {
        guard notice.kind == .suspension, let id = notice.about else { return nil }
        return try transaction.suspension(id, agency: agency.id).map { try transaction.member($0, in: agency) }
    }

    private func vehicle(behind notice: Notice, agency: Agency, in transaction: any Transaction) throws -> String? {
        guard notice.kind == .afterHoursResponse, let id = notice.about,
            let vehicle = try transaction.response(id, agency: agency.id)?.vehicle
        else { return nil }
        return agency.policy.dutyTime.vehicles?.choices.first { $0.id == vehicle }?.label
    }
}

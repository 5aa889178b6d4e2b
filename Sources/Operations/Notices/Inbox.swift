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
    /// Who was suspended and on what ground, where the last word is asked for. Nothing once it was lifted.
    package let suspended: SuspendedMember?
}

/// What somebody is told, and what they or another holder of their role have answered in the last thirty days.
package struct NoticeInbox: Sendable {
    package let open: [ReceivedNotice]
    package let answered: [ReceivedNotice]
}

extension Session {
    /// What makes notices the staff member's own today.
    func reader(_ staff: Staff) throws -> NoticeReader {
        NoticeReader(
            agency: staff.agency.id, account: staff.account,
            roles: staff.rolesToday.sorted(),
            standsInFor: try rolesStoodInFor(by: staff.account, agency: staff.agency.id, on: staff.today))
    }
}

extension Programmes {
    /// Everything the staff member is told, the oldest first.
    package func notices(for staff: Staff) async throws -> NoticeInbox {
        let now = clock()
        return try await database.read { session in
            let reader = try session.reader(staff)
            let open = try session.openNotices(for: reader)
            let answered = try session.answeredNotices(
                for: reader, since: now.adding(seconds: -30 * 86_400), limit: 50)
            return NoticeInbox(
                open: try received(open, by: staff, in: session),
                answered: try received(answered, by: staff, in: session))
        }
    }

    /// How many notices wait for the staff member.
    package func openNotices(for staff: Staff) async throws -> Int {
        try await database.read { session in try session.countOfOpenNotices(for: session.reader(staff)) }
    }

    /// A notice that is for the staff member; nothing for anybody else.
    package func notice(_ id: String, for staff: Staff) async throws -> ReceivedNotice? {
        try await database.read { session in
            guard let notice = try session.notice(id, for: session.reader(staff)) else { return nil }
            return try received([notice], by: staff, in: session).first
        }
    }

    func received(_ notices: [Notice], by staff: Staff, in session: any Session) throws -> [ReceivedNotice] {
        let names = try session.accountNames(
            agency: staff.agency.id, of: notices.flatMap { [$0.from, $0.acknowledgement?.by].compactMap { $0 } })
        return try notices.map { notice in
            ReceivedNotice(
                notice: notice, from: notice.from.flatMap { names[$0] },
                exception: try exception(behind: notice, agency: staff.agency, in: session),
                answeredBy: notice.acknowledgement.flatMap { names[$0.by] }, means: staff.policy.means(of: notice),
                vehicle: try vehicle(behind: notice, agency: staff.agency, in: session),
                suspended: try suspended(behind: notice, agency: staff.agency, in: session))
        }
    }

    /// The exception a notice belongs to, as the pack had it when the disclosure began.
    func exception(behind notice: Notice, agency: Agency, in session: any Session) throws -> DisclosureException? {
        guard notice.kind.keeping == .withDisclosure, let id = notice.about,
            let disclosure = try session.disclosure(id, agency: agency.id)
        else { return nil }
        return try packs.pack(disclosure.pack, in: session).pack.confidentiality.exception(disclosure.exception)
    }

    private func suspended(behind notice: Notice, agency: Agency, in session: any Session) throws -> SuspendedMember? {
        guard notice.kind == .suspension, let id = notice.about else { return nil }
        return try session.suspension(id, agency: agency.id).map { try session.member($0, in: agency) }
    }

    private func vehicle(behind notice: Notice, agency: Agency, in session: any Session) throws -> String? {
        guard notice.kind == .afterHoursResponse, let id = notice.about,
            let vehicle = try session.response(id, agency: agency.id)?.vehicle
        else { return nil }
        return agency.policy.dutyTime.vehicles?.choices.first { $0.id == vehicle }?.label
    }
}

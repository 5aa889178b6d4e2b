import Program
import Store

/// A notice of the programme as whoever watches over it sees it: its kind, who has to answer, since when, and how long it
/// took. Not what it is about.
package struct OverseenNotice: Sendable {
    package let notice: Notice
    /// The role's title or the account's name.
    package let addressee: String
    package let answeredBy: String?
    package let isOverdue: Bool
}

extension Programmes {
    /// What waits for an answer, the overdue first, and what was answered in the last thirty days, as far as the staff
    /// member watches over it. A disclosure is there only for those whom the pack has told of it.
    package func noticeOverview(for staff: Staff) async throws -> [OverseenNotice] {
        let now = clock()
        let notices: [OverseenNotice] = try await database.read { transaction in
            let notices = try transaction.programmeNotices(
                of: staff.policy.kindsOverseen(with: staff.powers), for: transaction.reader(staff),
                answeredSince: Notice.answeredShown(since: now), limit: 300)
            let accounts = notices.flatMap { [$0.to.account, $0.acknowledgement?.by].compactMap { $0 } }
            let names = try transaction.accountNames(agency: staff.agency.id, of: accounts)
            return notices.map { notice in
                OverseenNotice(
                    notice: notice, addressee: staff.policy.name(of: notice.to, accounts: names),
                    answeredBy: notice.acknowledgement.flatMap { names[$0.by] }, isOverdue: notice.isOverdue(at: now))
            }
        }
        return notices.sorted { $0.notice.comesBefore($1.notice, at: now) }
    }
}

extension NoticeAddressee {
    fileprivate var account: String? {
        switch self {
        case .role: nil
        case .account(let account): account
        }
    }
}

extension PolicyPack {
    fileprivate func name(of addressee: NoticeAddressee, accounts names: [String: String]) -> String {
        switch addressee {
        case .role(let role): self.role(role)?.title ?? role.text
        case .account(let account): names[account] ?? ""
        }
    }
}

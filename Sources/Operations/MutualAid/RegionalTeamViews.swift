import Program
import Store

/// A partner agency of the regional team, and what it does together with this one.
package struct RegionalPartner: Sendable, Equatable {
    package let name: String
    package let meets: Bool
    package let writes: Bool
}

/// A session that teams of the region have together: as much of it as one agency tells another.
package struct ListedJointSession: Sendable, Equatable {
    /// As the agency that holds it has it.
    package let id: String
    package let title: String
    package let kind: GatheringKind
    package let place: String
    package let from: Instant
    package let until: Instant
    /// The name of the agency that holds it.
    package let heldBy: String
    /// The session as it is among one's own; nothing where one's team does not take part yet.
    package let own: String?
    package let isCalledOff: Bool
}

/// The team of the region, for whoever is of it.
package struct RegionalTeamView: Sendable, Equatable {
    package let partners: [RegionalPartner]
    /// What is still to come, the earliest first.
    package let sessions: [ListedJointSession]
    /// The newest day first.
    package let messages: [ListedRegionalMessage]
    /// How many messages are sealed to an earlier key of the reader's.
    package let unopened: Int
    /// Why nobody can write just now, where that is so.
    package let silence: Refusal?

    package var mayWrite: Bool { silence == nil }

    /// What a partner holds and one's own team does not take part in yet.
    package var open: [ListedJointSession] { sessions.filter { $0.own == nil && !$0.isCalledOff } }
}

extension Programmes {
    /// The team of the region. Nothing where the policy has none.
    package func regionalTeam(for staff: Staff) async throws -> RegionalTeamView? {
        guard let rule = staff.policy.team.regionalTeam else { return nil }
        let now = clock()
        return try await database.read { transaction in
            let partners = try regionalPartners(of: staff.agency, on: staff.today, transaction)
            let rows = try transaction.regionalMessages(for: staff.account, agency: staff.agency.id)
            // Those whose last day is over are gone with the next round; until then nobody is shown them.
            let messages = try rows.filter { $0.lastDay >= staff.today }.map { try $0.opened(by: staff) }
            return RegionalTeamView(
                partners: partners.map {
                    RegionalPartner(name: $0.name, meets: $0.meetsInRegion, writes: $0.writesInRegion)
                },
                sessions: try jointSessions(for: staff, with: partners, at: now, transaction),
                messages: messages.compactMap(\.self), unopened: messages.count { $0 == nil },
                silence: rule.mayWrite(partners: partners.count(where: \.writesInRegion)))
        }
    }

    /// The joint sessions that partners hold and the own team does not take part in yet.
    package func openJointSessions(for staff: Staff) async throws -> [ListedJointSession] {
        guard staff.agency.meetsInRegion else { return [] }
        let now = clock()
        return try await database.read { transaction in
            let partners = try regionalPartners(of: staff.agency, on: staff.today, transaction)
            return try jointSessions(for: staff, with: partners, at: now, transaction).filter {
                $0.own == nil && !$0.isCalledOff
            }
        }
    }

    /// Whether there is a partner team with which the own one comes together now.
    package func meetsWithPartners(_ staff: Staff) async throws -> Bool {
        guard staff.agency.meetsInRegion else { return false }
        return try await database.read { transaction in
            try regionalPartners(of: staff.agency, on: staff.today, transaction).contains(where: \.meetsInRegion)
        }
    }

    private func jointSessions(
        for staff: Staff, with partners: [Agency], at now: Instant, _ transaction: any Transaction
    ) throws -> [ListedJointSession] {
        guard staff.agency.meetsInRegion else { return [] }
        let days = (staff.today.adding(days: -15) ?? staff.today)...(staff.today.adding(days: 730) ?? staff.today)
        var listed: [ListedJointSession] = []
        for holder in [staff.agency] + partners.filter(\.meetsInRegion) {
            let sessions = try transaction.gatherings(agency: holder.id, on: days).filter {
                $0.plan.isJoint && $0.plan.until > now
            }
            let isOwn = holder.id == staff.agency.id
            let taken = isOwn ? [] : try transaction.partners(at: sessions.map(\.id), holder: holder.id)
            listed += sessions.map { session in
                ListedJointSession(
                    session, heldBy: holder.name,
                    own: isOwn
                        ? session.id
                        : taken.first { $0.held == session.id && $0.agency == staff.agency.id }?.gathering)
            }
        }
        return listed.filter { $0.own != nil || !$0.isCalledOff }.sorted { ($0.from, $0.id) < ($1.from, $1.id) }
    }
}

extension ListedJointSession {
    fileprivate init(_ session: Gathering, heldBy holder: String, own: String?) {
        self.init(
            id: session.id, title: session.plan.title, kind: session.plan.kind, place: session.plan.place,
            from: session.plan.from, until: session.plan.until, heldBy: holder, own: own,
            isCalledOff: session.isCancelled)
    }
}

extension Programmes {
    /// Of sessions that partners hold, by the own session's id: the name of the agency that does.
    func holders(of sessions: [String], for agency: Agency, _ transaction: any Transaction) throws -> [String: String] {
        let links = try transaction.sessionsHeldByPartners(sessions, agency: agency.id)
        var names: [String: String] = [:]
        for holder in Set(links.map(\.holder)) { names[holder] = try transaction.agency(id: holder)?.name }
        return Dictionary(
            links.compactMap { link in names[link.holder].map { (link.gathering, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// How many of each partner team come to a session that one holds, or came.
    func partnerHeadcounts(at session: Gathering, of agency: Agency, _ transaction: any Transaction) throws
        -> [PartnerHeadcount]
    {
        let links = try transaction.partners(at: [session.id], holder: agency.id)
        let counts = try transaction.headcounts(of: links)
        return try links.compactMap { link in
            guard let name = try transaction.agency(id: link.agency)?.name,
                let own = try transaction.gathering(link.gathering, agency: link.agency)
            else { return nil }
            return PartnerHeadcount(
                agency: name, coming: counts[link.gathering]?.coming ?? 0,
                came: own.isHeld ? counts[link.gathering]?.came ?? 0 : nil)
        }.sorted { $0.agency < $1.agency }
    }
}

import Program
import Sealing
import Store

// An incident that two agencies answer together (OCP-I.A-2). Each act changes both sides in one transaction and stands in both chains; in
// the other agency's chain it is the partner's, so that nobody of the one is named in the other.
extension Programmes {
    /// Asks another agency's team to join an incident, by an agreement that is in force.
    ///
    /// - Returns: the id of what is asked.
    package func shareIncident(
        _ asked: PartnerAsked, in id: String, by staff: Staff
    ) async throws -> Result<String, Refusal>? {
        try await act(by: staff, .holding(.leadIncidents)) { [keys] doing in
            let (agency, policy, transaction) = (doing.agency, doing.policy, doing.transaction)
            guard policy.sharesIncidents, let loaded = try transaction.loaded(id, in: agency, with: keys) else {
                return .nothing
            }
            let file = loaded.file
            let agreed = try self.aidPartners(of: agency, for: .incidents, on: doing.staff.today, transaction)
            let able = try self.agencies(agreed.map(\.id), transaction).filter(\.policy.sharesIncidents)
            let earlier = try transaction.sharedIncidents(of: id, agency: agency.id).map { try keys.opened($0) }
            let sharing = file.sharing(
                asked, as: RandomId().text, of: agency.id, by: doing.office, agreed: Set(agreed.map(\.id)),
                able: Set(able.map(\.id)), earlier: earlier, under: policy, at: doing.now)
            switch sharing {
            case .failure(let refusal): return .refused(refusal)
            case .success(let shared):
                guard let partner = able.first(where: { $0.id == shared.partner }) else { return .nothing }
                try transaction.insert(try keys.row(shared, on: loaded.row.happenedOn))
                try transaction.tellLeaders(of: partner, .sharingAsked, about: shared.id, at: doing.now)
                try transaction.recordSharing(.sharingAsked, on: shared.id, in: partner, at: doing.now)
                return .done(shared.id, .entry(.sharingAsked, on: file.id, under: policy.clausesOfSharing))
            }
        }
    }

    /// Joins another agency's incident with a file of one's own, under one's own policy.
    ///
    /// - Returns: the id of the file.
    package func joinIncident(
        _ joining: JoiningReport, in id: String, by staff: Staff
    ) async throws -> Result<String, Refusal>? {
        try await answering(id, by: staff) { [keys] loaded, asker, doing in
            let (agency, policy, transaction) = (doing.agency, doing.policy, doing.transaction)
            let report = joining.report(of: loaded.shared)
            let file = IncidentFile(report, as: RandomId().text)
            switch loaded.shared.joining(with: file.id, at: doing.now) {
            case .failure(let refusal): return .refused(refusal.citing(policy.clausesOfSharing))
            case .success(let shared):
                if let refusal = policy.mayJoin(loaded.shared, by: report, in: agency.calendar, at: doing.now) {
                    return .refused(refusal.citing(policy.clausesOfSharing))
                }
                guard let day = agency.calendar.day(at: file.happenedAt),
                    let row = try keys.row(file, version: 1, on: day)
                else { return .nothing }
                try transaction.insert(row, agency: agency.id)
                try transaction.tell(of: file, after: nil, in: agency, at: doing.now)
                try transaction.keep(shared, after: loaded, with: keys)
                try transaction.withdrawNotices(about: shared.id, in: agency)
                try transaction.tellLeaders(of: asker, .sharingChanged, about: shared.file, at: doing.now)
                try transaction.recordSharing(.sharingJoined, on: shared.file, in: asker, at: doing.now)
                return .done(file.id, .entry(.sharingJoined, on: file.id, under: policy.clausesOfSharing))
            }
        }
    }

    /// Says that one's team does not join.
    package func declineIncident(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await answering(id, by: staff) { [keys] loaded, asker, doing in
            switch loaded.shared.declining(at: doing.now) {
            case .failure(let refusal): return .refused(refusal.citing(doing.policy.clausesOfSharing))
            case .success(let shared):
                try doing.transaction.keep(shared, after: loaded, with: keys)
                try doing.transaction.withdrawNotices(about: shared.id, in: doing.agency)
                try doing.transaction.tellLeaders(of: asker, .sharingChanged, about: shared.file, at: doing.now)
                try doing.transaction.recordSharing(.sharingDeclined, on: shared.file, in: asker, at: doing.now)
                return .done(.entry(.sharingDeclined, on: shared.id, under: doing.policy.clausesOfSharing))
            }
        }
    }

    /// Takes an ask back, or leaves an incident that is answered together: each agency goes on by itself.
    package func endSharing(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.leadIncidents)) { [keys] doing in
            guard doing.policy.runsIncidents,
                let loaded = try doing.transaction.loadedSharing(id, in: doing.agency, with: keys),
                let other = try self.agencies([loaded.other], doing.transaction).first
            else { return .nothing }
            if let refusal = try self.end(loaded, with: other, doing) { return .refused(refusal) }
            let own = loaded.side == .asker ? loaded.shared.file : loaded.shared.partnerFile
            return .done(.entry(.sharingEnded, on: own ?? id, under: doing.policy.clausesOfSharing))
        }
    }

    /// Takes back what no other agency has answered, once an incident is closed.
    func withdrawAsks(of file: IncidentFile, _ doing: Doing) throws {
        for loaded in try doing.transaction.sharings(of: file, in: doing.agency, with: keys)
        where loaded.side == .asker && loaded.shared.waits {
            guard let other = try agencies([loaded.other], doing.transaction).first else { continue }
            _ = try end(loaded, with: other, doing)
        }
    }

    private func end(_ loaded: LoadedSharing, with other: Agency, _ doing: Doing) throws -> Refusal? {
        switch loaded.shared.ending(by: loaded.side, at: doing.now) {
        case .failure(let refusal): return refusal.citing(doing.policy.clausesOfSharing)
        case .success(let shared):
            let theirs = shared.other(than: loaded.side).file
            try doing.transaction.keep(shared, after: loaded, with: keys)
            try doing.transaction.withdrawNotices(about: shared.id, in: other)
            if let theirs {
                try doing.transaction.tellLeaders(of: other, .sharingChanged, about: theirs, at: doing.now)
            }
            try doing.transaction.recordSharing(.sharingEnded, on: theirs ?? shared.id, in: other, at: doing.now)
            return nil
        }
    }

    /// An answer of the agency that is asked. Nothing where it is not.
    private func answering<Value: Sendable>(
        _ id: String, by staff: Staff,
        _ answer: @escaping @Sendable (LoadedSharing, Agency, Doing) throws -> Deed<Value>
    ) async throws -> Result<Value, Refusal>? {
        try await act(by: staff, .holding(.leadIncidents)) { [keys] doing in
            guard doing.policy.sharesIncidents,
                let loaded = try doing.transaction.loadedSharing(id, in: doing.agency, with: keys),
                loaded.side == .partner,
                let asker = try self.agencies([loaded.other], doing.transaction).first
            else { return .nothing }
            return try answer(loaded, asker, doing)
        }
    }

    func agencies(_ ids: [String], _ transaction: any Transaction) throws -> [Agency] {
        try ids.compactMap { id in try transaction.agency(id: id).map { try agency($0, in: transaction) } }
    }
}

/// What an agency that joins says for its own file: what it is under its own policy, and how it was told.
package struct JoiningReport: Sendable, Equatable {
    package let kind: String
    package let isLargeScale: Bool
    package let toldAt: Instant
    package let means: Means

    package init(kind: String, isLargeScale: Bool, toldAt: Instant, means: Means) {
        self.kind = kind
        self.isLargeScale = isLargeScale
        self.toldAt = toldAt
        self.means = means
    }

    fileprivate func report(of shared: SharedIncident) -> IncidentReport {
        IncidentReport(
            kind: kind, scope: .partnerAgency, isLargeScale: isLargeScale, happenedAt: shared.ask.happenedAt,
            toldAt: toldAt, means: means, teller: .partnerAgency, names: "")
    }
}

extension Doing {
    /// The office in which they run incidents.
    fileprivate var office: String {
        let leading = policy.incidents.ledBy?.value ?? []
        return (leading.first { staff.rolesToday.contains($0) } ?? leading.first).map(policy.title(of:)) ?? ""
    }
}

extension Transaction {
    /// A notice to everybody who runs incidents of an agency.
    fileprivate func tellLeaders(
        of agency: Agency, _ kind: NoticeKind, about subject: String, at now: Instant
    ) throws {
        for role in agency.policy.incidents.ledBy?.value ?? [] {
            try raise(
                NewNotice(
                    kind: kind, to: .role(role), repeats: kind == .sharingAsked, about: subject,
                    under: agency.policy.clausesOfSharing, isUrgent: kind == .sharingAsked), in: agency, at: now)
        }
    }

    /// What the other agency did, in an agency's own chain.
    fileprivate func recordSharing(
        _ kind: AuditKind, on subject: String, in agency: Agency, at now: Instant
    ) throws {
        try record(kind, in: agency, by: .partner, on: subject, under: agency.policy.clausesOfSharing, at: now)
    }
}

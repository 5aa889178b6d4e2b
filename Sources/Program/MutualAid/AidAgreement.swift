/// What two agencies agree to do for each other (IACP-3.9.2-1, OCP-I.A-2).
package enum AidPurpose: String, Sendable, Hashable, CaseIterable, Comparable, Codable {
    /// Members are lent: who works for one agency may ask the other's team for support.
    case lending
    /// Incidents are answered together.
    case incidents
    /// The agencies have a team of the region together.
    case regional

    package static func < (left: Self, right: Self) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

/// An agreement between two agencies of one server. It belongs to the agency that proposed it and names the other. Neither side learns of
/// the other's people: of the other's approval there are an office and a day.
package struct AidAgreement: Sendable, Equatable {
    package let id: String
    /// The agency that proposed it, by its id.
    package let proposer: String
    /// The other, by its id.
    package let partner: String
    /// Never empty.
    package let purposes: Set<AidPurpose>
    /// The last day on which it holds; nothing where it has no end.
    package let until: Day?
    /// The account of whoever proposed it, in the proposing agency.
    package let proposedBy: String
    package let proposedOn: Day
    package var status: Status
    /// The yes of the proposing agency.
    package var ownApproval: Approval?
    /// The yes of the other.
    package var partnerApproval: Approval?
    package var end: End?

    package enum Status: String, Sendable, CaseIterable {
        /// The proposing agency's own office has not decided. The other agency knows nothing of it.
        case proposed
        /// The proposing agency said yes, and the other has not decided.
        case offered
        case inForce = "in-force"
        /// An office that was asked said no.
        case declined
        /// One side ended it.
        case ended
    }

    package enum Side: String, Sendable, CaseIterable {
        case proposer, partner

        package var other: Side { self == .proposer ? .partner : .proposer }
    }

    /// An office's yes. Who gave it stands in that agency's own audit chain alone.
    package struct Approval: Sendable, Equatable {
        package let role: RoleID
        package let on: Day

        package init(by role: RoleID, on day: Day) {
            self.role = role
            on = day
        }
    }

    /// Which side said no to it, or ended it, and on which of its days.
    package struct End: Sendable, Equatable {
        package let by: Side
        package let on: Day

        package init(by side: Side, on day: Day) {
            by = side
            on = day
        }
    }

    /// The most that one agency proposes which are not over. Ours: it keeps a page readable.
    package static let most = 200

    package init(
        id: String, proposer: String, partner: String, purposes: Set<AidPurpose>, until: Day?, proposedBy: String,
        proposedOn: Day, status: Status = .proposed, ownApproval: Approval? = nil, partnerApproval: Approval? = nil,
        end: End? = nil
    ) {
        self.id = id
        self.proposer = proposer
        self.partner = partner
        self.purposes = purposes
        self.until = until
        self.proposedBy = proposedBy
        self.proposedOn = proposedOn
        self.status = status
        self.ownApproval = ownApproval
        self.partnerApproval = partnerApproval
        self.end = end
    }

    /// As which side an agency knows of it; nothing where it is not theirs, or has not been offered to them.
    package func side(of agency: String) -> Side? {
        if agency == proposer { return .proposer }
        return agency == partner && ownApproval != nil ? .partner : nil
    }

    /// The agency's id.
    package func agency(_ side: Side) -> String { side == .proposer ? proposer : partner }

    package func approval(_ side: Side) -> Approval? { side == .proposer ? ownApproval : partnerApproval }

    /// The side whose office has to decide.
    package var awaits: Side? {
        switch status {
        case .proposed: .proposer
        case .offered: .partner
        case .inForce, .declined, .ended: nil
        }
    }

    /// Whether it was neither declined nor ended, and its last day is not over.
    package func isLive(on day: Day) -> Bool {
        switch status {
        case .proposed, .offered, .inForce: !isPast(on: day)
        case .declined, .ended: false
        }
    }

    package func isInForce(on day: Day) -> Bool { status == .inForce && !isPast(on: day) }

    /// Whether its last day is over.
    package func isPast(on day: Day) -> Bool { until.map { $0 < day } ?? false }
}

/// An agency with which another has an agreement that is in force.
package struct AidPartner: Sendable, Equatable {
    /// The agreement's id.
    package let agreement: String
    /// The other agency's id.
    package let agency: String
    package let purposes: Set<AidPurpose>

    package init(agreement: String, agency: String, purposes: Set<AidPurpose>) {
        self.agreement = agreement
        self.agency = agency
        self.purposes = purposes
    }
}

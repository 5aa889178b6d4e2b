import Program
import Store

extension Programmes {
    /// What the programme knows of that belongs to the ground of a removal, for those who decide on it.
    func evidence(
        for removal: Removal, of membership: Membership, last: AnnualReview?, in agency: Agency, on today: Day,
        _ transaction: any Transaction
    ) throws -> [GroundEvidence] {
        guard let ground = agency.policy.membership.removal.grounds.first(where: { $0.id == removal.ground }) else {
            return []
        }
        let (account, since) = (membership.account, today.adding(days: -GroundEvidence.days) ?? today)
        return try ground.evidence.map { kind in
            switch kind {
            case .absences:
                return .absences(try transaction.absences(of: account, agency: agency, since: since))
            case .missedOffers:
                return .unavailability(hoursAhead: try hoursAhead(of: account, in: agency, transaction))
            case .missingStatSheets:
                return .missingStatSheets(try sheetsMissing(of: account, in: agency, on: today, transaction))
            case .annualReview:
                return .annualReview(isPassed: last?.isPassed)
            case .unacknowledgedNotices:
                let now = clock()
                return .unacknowledgedNotices(
                    try transaction.notices(to: account, raisedFrom: since, agency: agency.id)
                        .count { $0.wasLeftUnanswered(at: now, on: today) })
            case .breachOfConfidence:
                let before = try transaction.removals(of: membership.id, agency: agency.id).count {
                    $0.id != removal.id && $0.ground == removal.ground && $0.isRemoved == false
                }
                let suspension = try transaction.openSuspension(of: account, agency: agency.id)
                return .breachOfConfidence(
                    suspendedOn: suspension?.ground == removal.ground ? suspension?.begunOn : nil, askedBefore: before)
            }
        }
    }

    private func hoursAhead(of account: String, in agency: Agency, _ transaction: any Transaction) throws -> Int {
        let now = clock()
        guard let team = try transaction.rosterList(.supporters, of: agency, from: now),
            let window = Stretch(from: now, until: now.adding(seconds: Int64(GroundEvidence.daysAhead) * 86_400))
        else { return 0 }
        return team.hours(of: account, in: window)
    }

    private func sheetsMissing(
        of account: String, in agency: Agency, on today: Day, _ transaction: any Transaction
    ) throws -> Int {
        let months = (1...12).map { today.month.adding(-$0) }
        return try months.count { month in
            guard agency.policy.statSheet.isLate(month, on: today) else { return false }
            let expected = try accountsExpected(toFile: month, in: agency, on: today, transaction)
            return try expected.contains(account)
                && transaction.filings(agency: agency.id, month: month)[account] == nil
        }
    }
}

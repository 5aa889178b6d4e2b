import Program
import Sealing
import Store

extension Transaction {
    /// Ends a request by somebody who can open it. From now on only its seeker can, until it is destroyed.
    func close(_ request: OpenedRequest, in agency: Agency, at now: Instant) throws {
        var request = request
        let today = try agency.day(at: now)
        guard
            let destroyed = agency.policy.retention.destroyed(closedOn: today, isInquiry: request.card.isInquiry)
        else { throw AgencyFault.clockOutOfRange }
        request.course.beginAnew()
        request.course.former = request.standing.supporter
        try settle(offering: request.standing.offering, in: agency)
        try takeBackCopies(of: request.row.id)
        try keepCourse(of: request)
        _ = try move(request.row.id, from: request.standing, to: .closed(destroyed: destroyed))
    }
}

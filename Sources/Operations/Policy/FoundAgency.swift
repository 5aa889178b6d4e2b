import PolicyPacks
import Program
import Sealing
import Store

extension Programmes {
    /// Takes a new agency in, with its pack in force from now on. Done by the operator of the installation. Refused while the pack has
    /// an exception to confidence that the agency has not settled with its counsel.
    ///
    /// - Parameter promises: names the promises in a parent's words that somebody read and confirmed for the agency; the chain keeps
    ///   which.
    package func foundAgency(
        slug: String, name: String, timeZone: String, pack: LoadedPack, confirming promises: String? = nil
    ) async throws -> Result<Agency, Refusal> {
        if let refusal = pack.pack.unsettledRefusal { return .failure(refusal) }
        if let refusal = AgencyCalendar.unconfirmed(pack.inheritedHash, confirmed: promises) {
            return .failure(refusal)
        }
        let calendar: AgencyCalendar
        switch AgencyCalendar.founding(slug: slug, name: name, timeZone: timeZone) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let given): calendar = given
        }
        let id = RandomId().text
        let agency = Agency(
            id: id, slug: slug, name: name, calendar: calendar, pack: pack, pings: keys.pingMarks(of: id))
        return try await act(byOperatorOf: agency) { transaction, now in
            guard try transaction.agency(slug: slug) == nil else {
                return .refused(AgencyCalendar.isFounded(slug))
            }
            try transaction.archive(
                pack: pack.hash, id: pack.pack.id.text, content: pack.text, on: try agency.day(at: now))
            try transaction.insert(
                AgencyRow(id: agency.id, slug: slug, name: name, timeZone: timeZone, pack: pack.hash))
            return .done(
                agency,
                .entry(
                    .agencyFounded, details: [slug, pack.hash] + (pack.inheritedHash.map { ["promises \($0)"] } ?? [])))
        }.whileAllowed()
    }
}

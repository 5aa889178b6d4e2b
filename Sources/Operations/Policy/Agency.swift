import PolicyPacks
import Program
import Sealing
import Store

/// One organisation with its pack in force.
package struct Agency: Sendable {
    package let id: String
    /// Its name in addresses.
    package let slug: String
    package let name: String
    package let calendar: AgencyCalendar
    package let pack: LoadedPack
    /// Name what somebody was told about.
    let pings: PingMarks

    /// The rules of the pack in force.
    package var policy: PolicyPack { pack.pack }
    /// What names the pack's exact version in everything decided under it.
    package var packHash: String { pack.hash }

    /// Whether its offices are open at that moment, by the pack in force.
    func isBusinessHours(at now: Instant) -> Bool { calendar.isBusinessHours(at: now, in: policy.country) }

    /// The agency's day at that moment.
    package func day(at now: Instant) throws -> Day {
        guard let day = calendar.day(at: now) else { throw AgencyFault.clockOutOfRange }
        return day
    }
}

/// What an agency's row should have held and does not, or a clock outside the years of the calendar.
package enum AgencyFault: Error, Equatable {
    case unknownTimeZone(agency: String)
    case clockOutOfRange
}

extension Programmes {
    func agency(_ row: AgencyRow, in transaction: any Transaction) throws -> Agency {
        guard let calendar = AgencyCalendar(timeZone: row.timeZone) else {
            throw AgencyFault.unknownTimeZone(agency: row.id)
        }
        return Agency(
            id: row.id, slug: row.slug, name: row.name, calendar: calendar,
            pack: try packs.pack(row.pack, in: transaction), pings: keys.pingMarks(of: row.id))
    }

    /// The agency of that name in addresses.
    package func agency(slug: String) async throws -> Agency? {
        try await database.read { transaction in
            try transaction.agency(slug: slug).map { try agency($0, in: transaction) }
        }
    }

    /// Every agency's name, and its name in addresses.
    package func agencyNames() async throws -> [(slug: String, name: String)] {
        try await database.read { transaction in try transaction.agencies().map { (slug: $0.slug, name: $0.name) } }
    }
}

import Foundation
import PolicyPacks
import Program
import Sealing
import Store

/// Five invented agencies, one for each pack, with their people and eighteen months of figures, and a small neighbour of the one on the
/// guidelines, made through the same acts that people use.
package enum Demonstration {
    /// The passphrase of every demonstration login.
    package static let passphrase = "quiet harbour morning light"
    /// The login of a second supporter.
    static let colleague = "colleague"

    /// The login of the supporter after so many: colleagues who come and go, then those who have not enrolled yet.
    static func supporterLogin(_ place: Int) -> String {
        let enrolled = DemonstrationTeam.enrolled
        if place == 1 { return colleague }
        return place < enrolled ? "\(colleague)-\(place)" : "supporter-\(place - enrolled + 2)"
    }

    /// The second factor of every demonstration login that has one.
    static let secondFactor = TOTPSecret(bytes: Array("demonstration only: secret".utf8)) ?? TOTPSecret()

    /// The six digits at that moment.
    package static func digits(at now: Instant) -> String {
        secondFactor.code(ofStep: now.milliseconds / 30_000)
    }

    /// Whom to try of one invented agency.
    package struct Cast: Sendable, Codable {
        /// The agency's name in addresses.
        package let agency: String
        package let name: String
        /// For each role of the pack, in its order.
        package let roles: [Part]

        /// A role with the logins of those who hold it.
        package struct Part: Sendable, Codable {
            package let title: String
            package let logins: [String]
        }
    }

    /// One login for each role of each agency's pack, and one for a second supporter.
    package static let casts: [Cast] = DemonstrationAgency.all.compactMap { agency in
        guard let loaded = agency.pack.load() else { return nil }
        return Cast(
            agency: agency.slug, name: loaded.pack.agency.title,
            roles: loaded.pack.roles.map { role in
                let others = role.powers.contains(.keepStatSheet) ? [colleague] : []
                return Cast.Part(title: role.title, logins: [role.id.text] + others)
            })
    }

    /// Makes everything. The clock ends at the moment it began at.
    package static func make(
        in programmes: Programmes, clock: MovableClock, progress: (_ done: Int, _ total: Int) -> Void
    ) async throws {
        let now = clock.now
        let total = DemonstrationAgency.all.reduce(0) { $0 + $1.months + 1 }
        var done = 0
        var made: [DemonstrationMaking.Made] = []
        for agency in DemonstrationAgency.all {
            let making = DemonstrationMaking(plan: agency, programmes: programmes, clock: clock, now: now)
            let before = done
            made.append(try await making.make { month in progress(before + month, total) })
            done += agency.months + 1
        }
        try await DemonstrationPartners(programmes: programmes, agencies: made, now: now).make()
        for each in made { try await each.endSessions() }
        clock.set(now)
        progress(total, total)
    }
}

/// What should have worked in the making of the demonstration and did not.
struct DemonstrationFault: Error {
    let what: String
}

extension Result where Failure == Refusal {
    /// The value, or a fault that says what was refused.
    func made(_ what: String) throws -> Success {
        switch self {
        case .success(let value): value
        case .failure(let refusal):
            throw DemonstrationFault(what: "\(what): \(refusal.problems.map(\.message).joined(separator: " "))")
        }
    }
}

import PolicyPacks
import Program
import Sealing
import Store

extension Programmes {
    /// Takes a new agency in, with its pack in force from now on. Done by the operator of the installation.
    package func foundAgency(
        slug: String, name: String, timeZone: String, pack: LoadedPack
    ) async throws -> Result<Agency, Refusal> {
        let problems = Self.problems(slug: slug, name: name, timeZone: timeZone)
        guard problems.isEmpty, let calendar = AgencyCalendar(timeZone: timeZone) else {
            return .failure(Refusal(problems))
        }
        let now = clock()
        let agency = Agency(id: RandomId().text, slug: slug, name: name, calendar: calendar, pack: pack)
        let today = try agency.day(at: now)
        return try await database.write { transaction in
            guard try transaction.agency(slug: slug) == nil else {
                return .failure(Refusal("There is an agency \(slug) already.", field: "slug"))
            }
            try transaction.archive(pack: pack.hash, id: pack.pack.id.text, content: pack.text, on: today)
            try transaction.insert(
                AgencyRow(id: agency.id, slug: slug, name: name, timeZone: timeZone, pack: pack.hash))
            try transaction.record(.agencyFounded, in: agency, by: .operator, details: [slug, pack.hash], at: now)
            return .success(agency)
        }
    }

    private static func problems(slug: String, name: String, timeZone: String) -> [Refusal.Problem] {
        var problems: [Refusal.Problem] = []
        let isPlain = slug.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        if !isPlain || !(2...60).contains(slug.utf8.count) {
            problems.append(
                Refusal.Problem(field: "slug", message: "Two to sixty small letters, digits and hyphens."))
        }
        if !name.isName {
            problems.append(Refusal.Problem(field: "name", message: "One to 120 characters."))
        }
        if AgencyCalendar(timeZone: timeZone) == nil {
            problems.append(
                Refusal.Problem(field: "timeZone", message: "A time zone such as America/Los_Angeles."))
        }
        return problems
    }
}

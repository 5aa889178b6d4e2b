import PolicyPacks
import Program
import Testing

/// Rules on what follows an incident that cannot be true together with others.
@Suite struct AfterIncidentRules {
    private static let outreach = "outreach: {offered-by: [supporter], within-hours: 72, basis: {chosen: Ours.}}"

    private func told(_ rule: String, on pack: String = "orange-county-probation") throws -> [String] {
        let text = """
            id: springfield
            version: "1"
            extends: \(pack)
            agency: {title: Springfield}
            incidents:
              \(rule)
            """
        return try problems(of: text, file: "springfield.yaml", parents: PackLibrary.bundledText).map(\.description)
    }

    @Test func whatCanBeIsTaken() throws {
        #expect(try told(Self.outreach).isEmpty)
        #expect(try told("follow-up: {after-days: [3, 90], basis: {chosen: Ours.}}").isEmpty)
    }

    @Test(
        arguments: [
            (
                "follow-up: {after-days: [3, 91], basis: {chosen: Ours.}}", "orange-county-probation",
                "Names of an incident are destroyed after 90 days"
            ),
            (Self.outreach.replacing("supporter", with: "chief"), "orange-county-probation", "take-requests"),
            (Self.outreach.replacing("supporter", with: ""), "orange-county-probation", "At least one role offers it."),
            (Self.outreach, "sacramento-probation", "nobody approached who did not ask"),
        ])
    func whatCannotBeIsTold(rule: String, pack: String, message: String) throws {
        let told = try told(rule, on: pack)
        #expect(told.count == 1 && told[0].contains(message), "\(told)")
    }
}

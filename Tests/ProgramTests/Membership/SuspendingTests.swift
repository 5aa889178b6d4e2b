import PolicyPacks
import Program
import Testing

/// Who may suspend a member, and for how long the member is told of it.
@Suite struct SuspendingTests {
    /// The role that the pack names, and nobody else; nobody at all where the pack has no such rule.
    @Test(arguments: PackLibrary.bundled)
    func byWhom(_ pack: PackID) throws {
        let policy = try PackLibrary.load(pack).get().pack
        let removal = policy.membership.removal
        #expect((removal.suspension != nil) == (pack == PackID("kern-sheriff")))
        for role in policy.roles.map(\.id) {
            let suspending = policy.suspending(by: [role])
            #expect((suspending != nil) == (removal.suspension?.by == role), "\(role.text)")
            #expect(suspending == nil || suspending?.decider == removal.decider)
        }
        #expect(policy.suspending(by: []) == nil)
    }

    @Test(
        arguments: [
            (nil, "2027-01-01", true), ("2026-11-20", "2026-11-20", true), ("2026-11-20", "2026-12-20", true),
            ("2026-11-20", "2026-12-21", false),
        ] as [(String?, String, Bool)])
    func toldForThirtyDays(removedOn: String?, today: String, isTold: Bool) throws {
        let suspension = Suspension(
            id: "s", account: "ana", ground: "confidentiality", begunBy: "keeper",
            begunOn: try #require(Day("2026-11-20")), confirmedOn: removedOn.flatMap { Day($0) })
        #expect(suspension.isTold(on: try #require(Day(today))) == isTold)
    }
}

import PolicyPacks
import Program
import Testing

/// Who owes a second factor, and what keeps it from being set up or cleared.
@Suite struct SecondFactorRuleTests {
    private static let policy = PackLibrary.load(PackID("iacp"))

    /// The role is held from the 10th to the 19th. Who has a factor owes it whatever the roles; one that a role asks for since the
    /// session began is owed by whoever has none, and one that was owed stays owed.
    @Test(
        arguments: [
            (true, false, "2026-03-09", false, false), (true, false, "2026-03-10", true, true),
            (true, false, "2026-03-20", false, false), (true, true, "2026-03-10", true, false),
            (false, false, "2026-03-10", false, false), (false, true, "2026-03-10", true, false),
        ] as [(Bool, Bool, String, Bool, Bool)])
    func owed(asksForOne: Bool, hasOne: Bool, day: String, atSignIn: Bool, meanwhile: Bool) throws {
        let policy = try Self.policy.get().pack
        let day = try #require(Day(day))
        let role = try #require(policy.roles.first { $0.needsSecondFactor == asksForOne }).id
        let holding = Holding(
            role: role, area: nil, startsOn: try #require(Day("2026-03-10")), until: Day("2026-03-20"))
        #expect(policy.owesSecondFactor(hasOne: hasOne, holding: [holding], on: day) == atSignIn)
        #expect(policy.stillOwesSecondFactor(false, hasOne: hasOne, holding: [holding], on: day) == meanwhile)
        #expect(policy.stillOwesSecondFactor(true, hasOne: hasOne, holding: [holding], on: day))
    }

    @Test func asFarAsThereIsOne() {
        let (set, none) = (SecondFactorStatus(isSet: true), SecondFactorStatus(isSet: false))
        #expect(set.mayBeCleared() == nil)
        #expect(none.mayBeCleared()?.problems.map(\.field) == ["code"])
        #expect(none.mayBeSet(owingIt: true) == nil && none.mayBeSet(owingIt: false) == nil)
        #expect(set.mayBeSet(owingIt: false) == nil)
        #expect(set.mayBeSet(owingIt: true)?.problems.map(\.field) == ["digits"])
    }

    /// The paper that came back for another one opens the passphrase and not the phone.
    @Test func oneCodeDoesNotStandInForBoth() {
        #expect(SecondFactorStatus.mayBeCleared(withCodeForPhone: true) == nil)
        #expect(SecondFactorStatus.mayBeCleared(withCodeForPhone: false)?.problems.map(\.field) == ["code"])
    }

    /// A role above a supporter's ends the fortnight of a phone; another of the same kind ends nothing.
    @Test func aRoleShortensSessions() throws {
        let policy = try Self.policy.get().pack
        let day = try #require(Day("2026-03-10"))
        func holding(_ needsSecondFactor: Bool) throws -> Holding {
            let role = try #require(policy.roles.first { $0.needsSecondFactor == needsSecondFactor }).id
            return Holding(role: role, area: nil, startsOn: day, until: nil)
        }
        let (low, high) = (try holding(false), try holding(true))
        #expect(policy.shortensSessions(high, of: [low], on: day) && policy.shortensSessions(high, of: [], on: day))
        #expect(!policy.shortensSessions(low, of: [low], on: day) && !policy.shortensSessions(low, of: [high], on: day))
        #expect(!policy.shortensSessions(high, of: [high], on: day))
    }

    @Test func anAttemptIsTakenBack() {
        #expect(SignInPausing.left(ofAttempts: 6) == 5 && SignInPausing.left(ofAttempts: 2) == 1)
        #expect(SignInPausing.left(ofAttempts: 1) == nil)
    }
}

import PolicyPacks
import Program
import TestSupport
import Testing

/// Members suspended, removed, restored and appointed by chance, each act compared with a small machine that reckons apart from the
/// product.
@Suite struct SuspensionModelTests {
    private static let pack = PackLibrary.load(PackID("kern-sheriff"))

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func anyActsInAnyOrder(_ seed: UInt64) throws {
        var play = try SuspensionPlay(try Self.pack.get().pack, seed: seed)
        for _ in 0..<80 {
            try play.step()
            play.compare()
        }
    }

    /// A play in which nothing ever came of anything would show nothing.
    @Test func everyActComesToEveryAnswer() throws {
        var seen: Set<String> = []
        for seed in 1...60 as ClosedRange<UInt64> {
            var play = try SuspensionPlay(try Self.pack.get().pack, seed: seed)
            for _ in 0..<80 { try play.step() }
            seen.formUnion(play.seen)
        }
        for act in ["suspend", "remove", "lift", "give"] {
            for answer in ["done", "refused"] {
                #expect(seen.contains("\(act) \(answer)"), "\(act) was never \(answer)")
            }
        }
    }
}

/// Acts drawn by lot, done to what Program decides and to the reference alike.
private struct SuspensionPlay {
    static let members = ["ana", "ben"]
    /// Whoever may suspend, and whoever has the last word; each also tries what is not theirs.
    static let others = ["keeper", "chief"]
    static let role = RoleID("supporter")

    let pack: PolicyPack
    var today: Day
    var holdings: [String: [Holding]] = [:]
    var suspensions: [String: Suspension] = [:]
    /// Holdings as they were before a suspension, by member.
    var interrupted: [String: [Holding]] = [:]
    /// Whose notices wait for the last word.
    var asked: Set<String> = []
    var reference: SuspensionReference
    var random: SeededRandom
    var seen: Set<String> = []
    private var history: [String] = []

    init(_ pack: PolicyPack, seed: UInt64) throws {
        self.pack = pack
        today = try #require(Day("2026-11-20"))
        random = SeededRandom(seed: seed)
        reference = SuspensionReference(
            places: Dictionary(uniqueKeysWithValues: Self.members.map { ($0, .isOnTheTeam) }))
        let since = Holding(role: Self.role, area: nil, startsOn: try #require(Day("2025-01-01")), until: nil)
        for member in Self.members { holdings[member] = [since] }
    }

    mutating func step() throws {
        let member = Self.members.randomElement(using: &random) ?? "ana"
        let actor = (Self.members + Self.others + Self.others).randomElement(using: &random) ?? "keeper"
        switch Int.random(in: 0..<10, using: &random) {
        case 0...2: suspend(member, by: actor)
        case 3...4: decide(.remove, on: member, by: actor)
        case 5...6: decide(.lift, on: member, by: actor)
        case 7: give(to: member)
        case 8:
            reference.end(member)
            end(member)
        default: today = try #require(today.adding(days: 1))
        }
    }

    private mutating func note(
        _ act: String, _ member: String, by actor: String, _ refusal: Refusal?,
        _ expected: SuspensionReference.Answer
    ) {
        let found: SuspensionReference.Answer = refusal == nil ? .done : .refused
        seen.insert("\(act) \(found)")
        history.append("\(act) \(member) by \(actor): \(expected)")
        #expect(found == expected, "after \(history.suffix(10))")
    }

    private mutating func suspend(_ member: String, by actor: String) {
        let expected = reference.suspend(member, by: actor)
        let refusal = pack.maySuspend(
            member, holding: holdings[member] ?? [], by: actor, SamePerson(),
            isSuspended: suspensions[member]?.isOpen ?? false, on: today)
        if refusal == nil {
            suspensions[member] = Suspension(
                id: "\(history.count)", account: member, ground: "confidentiality", begunBy: actor, begunOn: today)
            interrupted[member] = holdings[member]?.filter { $0.until.map { $0 > today } ?? true }
            asked.insert(member)
            end(member)
        }
        note("suspend", member, by: actor, refusal, expected)
    }

    private mutating func decide(_ decision: SuspensionDecision, on member: String, by actor: String) {
        let expected = reference.decide(on: member, lifts: decision == .lift, by: actor)
        let decided = pack.decided(
            decision, on: suspensions[member], isAsked: asked.contains(member), by: actor, SamePerson(),
            on: today)
        var refusal: Refusal?
        switch decided {
        case .failure(let refused): refusal = refused
        case .success(.removed(let suspension, let day)):
            asked.remove(member)
            suspensions[member] = Suspension(
                id: suspension.id, account: member, ground: suspension.ground, begunBy: suspension.begunBy,
                begunOn: suspension.begunOn, confirmedOn: day)
        case .success(.lifted):
            asked.remove(member)
            suspensions[member] = nil
            holdings[member] = (interrupted[member] ?? []).filter { pack.mayGoOn($0, beside: [], own: []) }
        }
        note(decision.rawValue, member, by: actor, refusal, expected)
    }

    private mutating func give(to member: String) {
        let expected = reference.give(to: member)
        let isSuspended = suspensions[member]?.isOpen ?? false
        let refusal = isSuspended ? pack.mayAppointSuspended(to: Self.role) : nil
        if refusal == nil, !isOnTheTeam(member) {
            holdings[member, default: []].append(Holding(role: Self.role, area: nil, startsOn: today, until: nil))
        }
        note("give", member, by: "keeper", refusal, expected)
    }

    /// Ends what is held, as of today.
    private mutating func end(_ member: String) {
        holdings[member] = holdings[member]?.map { holding in
            guard holding.until.map({ $0 > today }) ?? true else { return holding }
            return Holding(role: holding.role, area: holding.area, startsOn: holding.startsOn, until: today)
        }
    }

    private func isOnTheTeam(_ member: String) -> Bool {
        holdings[member]?.contains { pack.teamRoles.contains($0.role) && $0.isHeld(on: today) } ?? false
    }

    /// Who is of the team, and whose suspension waits.
    func compare() {
        for (member, place) in reference.places {
            #expect(isOnTheTeam(member) == (place == .isOnTheTeam), "\(member), after \(history.suffix(10))")
            let isSuspended = if case .isSuspended = place { true } else { false }
            #expect(suspensions[member]?.isOpen ?? false == isSuspended, "\(member), after \(history.suffix(10))")
            #expect(asked.contains(member) == isSuspended, "\(member), after \(history.suffix(10))")
        }
    }
}

import PolicyPacks
import Program
import Testing

/// What may be done with a service, as its rule says it.
@Suite struct ServiceDecidingTests {
    private let pack: PolicyPack
    private let rule: ServiceAssignmentRule
    private let now = Instant(milliseconds: 1_780_000_000_000)

    init() throws {
        pack = try PackLibrary.load(PackID("sacramento-probation")).get().pack
        rule = try #require(pack.requests.serviceAssignments)
    }

    private func plan(from: Int64 = 3600, until: Int64 = 7200, wanted: Int = 1, place: String? = nil) -> ServicePlan {
        ServicePlan(
            kind: "funeral", from: now.adding(seconds: from), until: now.adding(seconds: until), wanted: wanted,
            place: place)
    }

    private func service(
        _ volunteers: [ServiceVolunteer] = [], status: ServiceAssignment.Status = .open, from: Int64 = 3600
    ) throws -> ServiceAssignment {
        ServiceAssignment(
            id: "s", plan: plan(from: from, until: from + 3600), day: try #require(Day("2026-05-28")), status: status,
            volunteers: volunteers)
    }

    @Test func whatIsWrongIsToldByField() throws {
        let funeral = pack.service("funeral")
        #expect(rule.mayOpen(plan(place: "Chapel"), as: funeral, about: nil, at: now) == nil)
        func fields(_ plan: ServicePlan, name: String? = nil) -> [String?] {
            rule.mayOpen(plan, as: funeral, about: name, at: now)?.problems.map(\.field) ?? []
        }
        #expect(fields(plan(from: 7200, until: 3600)) == ["until"])
        #expect(fields(plan(from: -7200, until: -3600)) == ["until"])
        #expect(fields(plan(until: 3600 + 25 * 3600)) == ["until"])
        #expect(fields(plan(wanted: 0)) == ["wanted"])
        #expect(fields(plan(), name: "Somebody") == ["name"])
        #expect(rule.mayOpen(plan(), as: nil, about: nil, at: now)?.problems.map(\.field) == ["kind"])
    }

    @Test func whoeverIsWantedIsConfirmedAndNobodyMore() throws {
        let offered = try service([.init(account: "a", status: .offered), .init(account: "b", status: .confirmed)])
        #expect(throws: Refusal.self) { try rule.confirming("a", for: offered).get() }
        #expect(throws: Refusal.self) { try rule.confirming("c", for: offered).get() }
        let open = try service([.init(account: "a", status: .offered), .init(account: "p", status: .passed)])
        #expect(try rule.confirming("a", for: open).get().isConfirmed)
        #expect(throws: Refusal.self) { try rule.confirming("p", for: open).get() }
        #expect(open.asks("x", at: now) && !open.asks("p", at: now) && !open.asks("a", at: now))
        #expect(try rule.volunteering("p", for: open, at: now).get().status == .offered)
    }

    @Test func hoursComeFromWhoeverWasThere() throws {
        let ahead = try service([.init(account: "a", status: .confirmed)])
        #expect(throws: Refusal.self) { try rule.hours(60, of: "a", for: ahead, at: now).get() }
        let begun = try service([.init(account: "a", status: .confirmed)], from: -3600)
        #expect(try rule.hours(60, of: "a", for: begun, at: now).get().minutes == 60)
        #expect(throws: Refusal.self) { try rule.hours(60, of: "b", for: begun, at: now).get() }
        #expect(throws: Refusal.self) { try rule.hours(1441, of: "a", for: begun, at: now).get() }
        #expect(rule.mayFinish(begun, at: now) == nil && rule.mayFinish(ahead, at: now) != nil)
        #expect(rule.mayFinish(try service(from: -3600), at: now) != nil)
    }

    /// The same words, whoever is known of whom, and only where it may be the same person.
    @Test(
        arguments: [
            (.typed("Ana Vale"), .typed("vale, ANA"), true), (.typed("Ana Vale"), .typed("Ana Veil"), false),
            (.person(id: "1", name: "Vale, Ana"), .typed("Ana Vale"), true),
            (.typed("Ana Vale"), .person(id: "1", name: "Vale, Ana"), true),
            (.person(id: "1", name: "Vale, Ana"), .person(id: "1", name: "Vale-Ruiz, Ana"), true),
            (.person(id: "1", name: "Vale, Ana"), .person(id: "2", name: "Vale, Ana"), false),
        ] as [(CheckSubject, CheckSubject, Bool)])
    func whoeverDeclinedIsKnownAgain(_ first: CheckSubject, _ second: CheckSubject, _ isSame: Bool) {
        #expect(Set(first.kept).isDisjoint(with: second.barredBy) != isSame)
    }
}

import PolicyPacks
import Program
import Testing

/// Which offices check each other, who says the second yes, and which appointment waits for it, by the packs' own rules.
@Suite struct OfficesApartTests {
    private static func pack(_ name: String) throws -> PolicyPack { try PackLibrary.load(PackID(name)).get().pack }

    private static func holding(
        _ role: String, from: String = "2026-01-01", until: String? = nil
    ) throws -> Holding {
        Holding(
            role: RoleID(role), area: nil, startsOn: try #require(Day(from)), until: until.flatMap { Day($0) })
    }

    private static let apart = [
        (
            "iacp",
            [
                "chaplain clinical-supervisor", "chaplain coordinator", "clinical-supervisor coordinator",
                "coordinator sponsor",
            ]
        ),
        ("kern-sheriff", ["chief-deputy coordinator", "coordinator personnel-commander"]),
        (
            "orange-county-probation",
            [
                "administrator chief", "administrator coordinator",
                "administrator division-director", "chief coordinator", "coordinator division-director",
            ]
        ),
        ("police-division", ["chief coordinator", "chief psychologist", "coordinator psychologist"]),
        ("sacramento-probation", ["chaplaincy coordinator", "coordinator management-liaison"]),
    ]

    @Test(arguments: apart) func theFivePacks(_ name: String, _ expected: [String]) throws {
        let pack = try Self.pack(name)
        #expect(pack.officesApart.map { "\($0.first) \($0.second)" }.sorted() == expected)
        // Each is said with its clauses or a reason, and not left to what follows from silence.
        let said = Set(pack.offices?.apart.flatMap(\.pairs) ?? [])
        let confirming = Set(pack.offices?.confirmedBy.value ?? [])
        #expect(pack.officesApart.allSatisfy { said.contains($0) || !confirming.isDisjoint(with: $0.offices) })
    }

    /// What its other rules make check each other is apart in a pack that says nothing of it, such as one from before the rule.
    @Test(arguments: apart) func aSilentPack(_ name: String, _ expected: [String]) throws {
        let released = try Self.silent(name)
        #expect(released.offices == nil)
        let pairs = released.officesApart.map { "\($0.first) \($0.second)" }
        // Of the five, only what a clause of the source or the choice of who confirms adds is missing.
        let added = ["coordinator sponsor", "coordinator personnel-commander", "chief psychologist"]
        #expect(pairs.sorted() == expected.filter { !added.contains($0) })
        #expect(released.confirmingOffices == Set(released.officesApart.flatMap(\.offices)))
        #expect(released.earlierDisclosures == .stayWithWhoWasTold)
    }

    private static func silent(_ name: String) throws -> PolicyPack {
        let text = try #require(PackLibrary.bundledText(PackID(name)))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex(of: "offices:"))
        let end = try #require(lines[(start + 1)...].firstIndex { $0.first?.isLetter == true })
        let silent = (lines[..<start] + lines[end...]).joined(separator: "\n")
        return try PackLibrary.load(silent, file: "silent.yaml").get().pack
    }

    /// A person's roles with their days, the role to be given with its days; whether one person may hold both.
    @Test(
        arguments: [
            (["coordinator"], "chaplaincy", true), (["coordinator"], "management-liaison", true),
            (["chaplaincy"], "coordinator", true), (["supporter"], "chaplaincy", false),
            (["coordinator"], "supporter", false), (["chaplaincy"], "management-liaison", false),
            (["supporter", "committee-member", "coordinator"], "chaplaincy", true), ([], "coordinator", false),
        ] as [([String], String, Bool)])
    func onePersonHoldsOne(_ own: [String], _ role: String, _ isRefused: Bool) throws {
        let pack = try Self.pack("sacramento-probation")
        let refusal = pack.mayHold(try Self.holding(role), beside: try own.map { try Self.holding($0) })
        #expect((refusal != nil) == isRefused)
        #expect(refusal.map { $0.problems.map(\.field) == ["role"] && !$0.problems[0].clauses.isEmpty } ?? true)
    }

    /// One after the other is two people's business at two times, and no conflict.
    @Test(
        arguments: [
            ("2026-01-01", "2026-03-01", "2026-03-01", nil, false),
            ("2026-01-01", "2026-03-02", "2026-03-01", nil, true),
            ("2026-06-01", nil, "2026-03-01", "2026-06-01", false), ("2026-06-01", nil, "2026-03-01", nil, true),
        ] as [(String, String?, String, String?, Bool)])
    func onlyAtTheSameTime(
        _ from: String, _ until: String?, _ next: String, _ end: String?, _ isRefused: Bool
    ) throws {
        let own = try Self.holding("coordinator", from: from, until: until)
        let new = try Self.holding("chaplaincy", from: next, until: end)
        #expect((try Self.pack("sacramento-probation").mayHold(new, beside: [own]) != nil) == isRefused)
    }

    @Test(
        arguments: [
            ("sacramento-probation", ["chaplaincy", "coordinator", "management-liaison"]),
            // Coordinators are the administrator's to appoint, who keeps no accounts (OCP-I.C.2-0).
            ("orange-county-probation", ["administrator", "chief", "division-director"]),
            ("kern-sheriff", ["chief-deputy", "coordinator", "personnel-commander"]),
            ("police-division", ["chief", "coordinator", "psychologist"]),
            ("iacp", ["chaplain", "clinical-supervisor", "coordinator", "sponsor"]),
        ])
    func whatTwoGive(_ name: String, _ expected: [String]) throws {
        let pack = try Self.pack(name)
        #expect(pack.roles.map(\.id).filter(pack.isGivenByTwo).map(\.text).sorted() == expected)
    }

    private static let persons = SamePerson(["keeper": "1", "keeper's other": "1", "liaison": "2", "new": "3"])

    private static func proposal(_ account: String = "new", ends: Bool = false) throws -> OfficeProposal {
        let holding = try holding("chaplaincy")
        return OfficeProposal(
            id: "p", account: account, change: ends ? .end("h", holding) : .give(holding), proposedBy: "keeper",
            proposedOn: try #require(Day("2026-03-10")))
    }

    /// Whose account, whether it ends, who says yes; whether they may.
    @Test(
        arguments: [
            ("new", false, "liaison", true), ("new", false, "keeper", false), ("new", false, "keeper's other", false),
            ("new", false, "new", false), ("liaison", false, "liaison", false), ("new", true, "new", true),
            ("new", true, "keeper", false), ("keeper's other", true, "keeper's other", false),
        ])
    func whoSaysYes(_ account: String, _ ends: Bool, _ confirming: String, _ may: Bool) throws {
        let pack = try Self.pack("sacramento-probation")
        let refusal = pack.mayConfirm(try Self.proposal(account, ends: ends), by: confirming, Self.persons)
        #expect((refusal == nil) == may)
    }

    /// Nothing waits that nobody could answer, nothing waits twice, and nothing waits for an owner who has not come.
    @Test(
        arguments: [
            (["liaison"], true, false, true), ([], true, false, false),
            (["keeper", "keeper's other"], true, false, false),
            (["new"], true, false, false), (["liaison"], false, false, false), (["liaison"], true, true, false),
        ] as [([String], Bool, Bool, Bool)])
    func whatMayBeAsked(_ confirming: [String], _ isEnrolled: Bool, _ waits: Bool, _ may: Bool) throws {
        let proposal = try Self.proposal()
        let refusal = try Self.pack("sacramento-probation").mayPropose(
            proposal, isEnrolled: isEnrolled, beside: waits ? [proposal] : [], confirming: confirming, Self.persons)
        #expect((refusal == nil) == may)
        #expect(refusal.map { $0.problems.map(\.field) == ["role"] } ?? true)
    }

    @Test(
        arguments: [
            (["coordinator", "chaplaincy"], true), (["coordinator"], false), (["coordinator", "supporter"], false),
            ([], false),
        ] as [([String], Bool)])
    func whoHoldsTwoAlready(_ roles: [String], _ areTwo: Bool) throws {
        let pair = try Self.pack("sacramento-probation").officesInOneHand(
            try roles.map { try Self.holding($0) }, on: try #require(Day("2026-03-10")))
        #expect((pair != nil) == areTwo)
    }

    /// Whoever raised a notice is not the one whose answer proves that somebody else came to know.
    @Test(
        arguments: [
            (NoticeKind.disclosure, "keeper", false), (.disclosure, "keeper's other", false),
            (.disclosure, "liaison", true),
            (.followOn, "keeper", false), (.afterHoursResponse, "keeper", false), (.suspension, "keeper", false),
            (.conflict, "keeper", true), (.requestWaits, "keeper", true),
        ])
    func whoAnswers(_ kind: NoticeKind, _ account: String, _ may: Bool) throws {
        let notice = Notice(
            id: "n", kind: kind, to: .role(RoleID("chaplaincy")), from: "keeper",
            raisedOn: try #require(Day("2026-03-10")), raisedAt: nil, due: nil, about: nil, tells: nil, clauses: [],
            acknowledgement: nil)
        #expect(notice.isAnswered(by: account, Self.persons) == may)
    }
}

/// Which accounts are one person's.
@Suite struct SamePersonTests {
    @Test(
        arguments: [
            ("a", "a", true), ("a", "b", true), ("a", "c", false), ("x", "x", true), ("x", "y", false),
            ("a", "x", false),
        ])
    func byTheDirectory(_ one: String, _ other: String, _ isOne: Bool) {
        let persons = SamePerson(["a": "1", "b": "1", "c": "2"])
        #expect(persons.isOne(one, other) == isOne)
        #expect(persons.isOne(other, one) == isOne)
        #expect(persons.areDifferent([one, other]) == !isOne)
    }
}

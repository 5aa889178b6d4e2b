import PolicyPacks
import Program
import Testing

/// What an answered notice gives rise to, and what the audit chain gets of it.
@Suite struct AnswerSequelTests {
    private static let now = Instant(milliseconds: 1_773_162_000_000)
    private static let exception = "substances"

    private static func pack(_ id: String = "sacramento-probation") throws -> PolicyPack {
        try PackLibrary.load(PackID(id)).get().pack
    }

    private static func answer(_ how: Means, assistance: Bool? = nil) -> Acknowledgement {
        Acknowledgement(by: "kim", at: now, how: how, furtherAssistance: assistance)
    }

    private static func notice(_ kind: NoticeKind, tells: RoleID? = nil) throws -> Notice {
        Notice(
            id: "n", kind: kind, to: .role(RoleID("coordinator")), from: "ana",
            raisedOn: try #require(Day("2026-03-10")), raisedAt: now, due: nil, about: "d", tells: tells,
            clauses: [ClauseID("X-1")], acknowledgement: nil)
    }

    /// Whoever knows of a disclosure now tells on exactly whom the pack names.
    @Test(arguments: [NoticeKind.disclosure, .replacementNeeded])
    func knownAndToldOn(_ kind: NoticeKind) throws {
        let pack = try Self.pack()
        let exception = try #require(pack.confidentiality.exception(Self.exception))
        let answered = try Self.notice(kind)
        let sequel = pack.sequel(of: answered, answered: Self.answer(.page), exception: exception, at: Self.now)
        #expect(sequel.trace == .entry(.disclosureAcknowledged, on: "d", under: [ClauseID("X-1")]))
        #expect(sequel.notices == exception.followOns(of: answered, under: pack, at: Self.now))
        #expect(sequel.notices.map(\.tells) == [RoleID("management-liaison")])
        let without = pack.sequel(of: answered, answered: Self.answer(.page), exception: nil, at: Self.now)
        #expect(without.trace == sequel.trace && without.notices.isEmpty)
    }

    /// Told by voice nobody else gets a notice; told on the page, the one to be told does.
    @Test(arguments: [(Means.page, 1), (.telephone, 0), (.inPerson, 0)])
    func passedOn(_ how: Means, _ raised: Int) throws {
        let duty = try Self.notice(.followOn, tells: RoleID("management-liaison"))
        let sequel = try Self.pack().sequel(of: duty, answered: Self.answer(how), exception: nil, at: Self.now)
        #expect(
            sequel.trace
                == .entry(
                    .disclosurePassedOn, on: "d", under: [ClauseID("X-1")],
                    details: ["management-liaison", how.rawValue]))
        #expect(sequel.notices.map(\.to) == Array(repeating: .role(RoleID("management-liaison")), count: raised))
        #expect(sequel.notices.map(\.from) == Array(repeating: "kim", count: raised))
    }

    /// What is asked with the telling goes into the chain with it, and whoever was told already is not told anew (SAC-VI.B.3b).
    @Test(arguments: [(true, "further assistance sought"), (false, "further assistance not sought")])
    func whetherFurtherAssistanceWasSought(_ wasSought: Bool, _ words: String) throws {
        let pack = try Self.pack()
        let exception = try #require(pack.confidentiality.exception(Self.exception))
        let duty = try Self.notice(.followOn, tells: RoleID("management-liaison"))
        #expect(exception.question(with: duty) == .furtherAssistance)
        #expect(
            exception.question(with: duty).refusal(of: nil, under: [])?.problems.map(\.field) == ["furtherAssistance"])
        #expect(exception.question(with: duty).refusal(of: wasSought, under: []) == nil)
        let other = exception.question(with: try Self.notice(.disclosure))
        #expect(other == nil && other.refusal(of: nil, under: []) == nil)
        #expect(other.refusal(of: wasSought, under: [])?.problems.map(\.field) == ["furtherAssistance"])
        let told = try Notice(
            id: "t", kind: .disclosure, to: .role(RoleID("management-liaison")), from: "kim",
            raisedOn: #require(Day("2026-03-10")), raisedAt: nil, due: nil, about: "d", tells: nil, clauses: [],
            acknowledgement: nil)
        let sequel = pack.sequel(
            of: duty, answered: Self.answer(.page, assistance: wasSought), among: [told], exception: exception,
            at: Self.now)
        #expect(
            sequel.trace
                == .entry(
                    .disclosurePassedOn, on: "d", under: [ClauseID("X-1")],
                    details: ["management-liaison", "page", words]))
        #expect(sequel.notices.isEmpty)
    }

    @Test func anAdministratorWasTold() throws {
        let notice = try Self.notice(.tellAdministrator, tells: RoleID("administrator"))
        let sequel = try Self.pack("orange-county-probation").sequel(
            of: notice, answered: Self.answer(.telephone), exception: nil, at: Self.now)
        #expect(sequel.trace == .entry(.administratorTold, under: [ClauseID("X-1")], details: ["telephone"]))
        #expect(sequel.notices.isEmpty)
    }

    /// Every other answer is its own proof, or gone with what it told of.
    @Test(arguments: NoticeKind.allCases.filter { $0.row.sequel == .nothing })
    func theRestIsSilent(_ kind: NoticeKind) throws {
        let sequel = try Self.pack().sequel(
            of: Self.notice(kind), answered: Self.answer(.page), exception: nil, at: Self.now)
        #expect(sequel.trace == .silent(.notice) && sequel.notices.isEmpty)
    }
}

/// Who may stand in beside the holder of a role, and who is asked for a yes after hours (OCP-II.F.3, OCP-I.C.2.c).
@Suite struct StandingInTests {
    private static func pack() throws -> PolicyPack {
        try PackLibrary.load(PackID("orange-county-probation")).get().pack
    }

    @Test(
        arguments: [
            (FoundDesignee(account: "deputy", isEnrolled: true, holdings: []), true),
            (FoundDesignee(account: "deputy", isEnrolled: false, holdings: []), false),
            (FoundDesignee(account: "chief", isEnrolled: true, holdings: []), false), (nil, false),
            (FoundDesignee(account: "chief's other", isEnrolled: true, holdings: []), false),
        ] as [(FoundDesignee?, Bool)])
    func whoStandsIn(_ found: FoundDesignee?, _ may: Bool) throws {
        let day = try #require(Day("2026-11-20"))
        let designee = NewDesignee(role: RoleID("chief"), login: "deputy", startsOn: day, lastDay: day)
        let named = try Self.pack().designation(
            of: designee, found, by: "chief", holding: [RoleID("chief")],
            SamePerson(["chief": "1", "chief's other": "1"]), on: day)
        switch named {
        case .success(let named):
            #expect(may && named.account == "deputy")
            #expect(named.days == day..<(try #require(day.adding(days: 1))))
        case .failure(let refusal): #expect(!may && refusal.problems.map(\.field) == ["login"])
        }
    }

    /// Whoever gives offices is not told by standing in for the one who is.
    @Test(arguments: [("coordinator", true), ("administrator", true), ("supporter", false)])
    func whoChecksTheOfficeDoesNotStandIn(_ role: String, _ isRefused: Bool) throws {
        let day = try #require(Day("2026-11-20"))
        let held = Holding(role: RoleID(role), area: nil, startsOn: day, until: nil)
        let named = try Self.pack().designation(
            of: NewDesignee(role: RoleID("chief"), login: "deputy", startsOn: day, lastDay: day),
            FoundDesignee(account: "deputy", isEnrolled: true, holdings: [held]), by: "chief",
            holding: [RoleID("chief")], SamePerson(), on: day)
        #expect(((try? named.get()) == nil) == isRefused)
    }

    @Test(
        arguments: [
            (["administrator"], true), (["division-director"], true), (["supporter", "administrator"], true),
            (["supporter"], false), (["coordinator", "chief"], false), ([], false),
        ] as [([String], Bool)])
    func whoSaysYes(_ roles: [String], _ isAsked: Bool) throws {
        let rule = try Self.pack().escalation.activation(approvedBy: Set(roles.map { RoleID($0) }))
        #expect((rule != nil) == isAsked)
    }

    /// A note for time away from the post: where the pack has one, after the advisement, with the seeker's own yes (OCP-II.H.2).
    @Test(
        arguments: [
            ("orange-county-probation", true, true, true), ("orange-county-probation", false, true, false),
            ("orange-county-probation", true, false, false), ("sacramento-probation", true, true, false),
        ])
    func supervisorNote(_ pack: String, isAdvised: Bool, agrees: Bool, may: Bool) throws {
        var record = RequestRecord(barred: [], chain: [])
        record.isAdvised = isAdvised
        record.agreesToTimeOffNote = agrees
        let rules = try PackLibrary.load(PackID(pack)).get().pack.requests
        #expect(rules.mayWriteSupervisorNote(record) == may)
    }
}

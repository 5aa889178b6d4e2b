import PolicyPacks
import Program
import Testing

/// What a pack promises and nobody is there for.
@Suite struct VacancyTests {
    /// An agency in which two people hold each role, both of whom can be reached; nobody is promised at any hour.
    private struct Town {
        let policy: PolicyPack
        var holders: [RoleID: Set<String>]
        var reachable: Set<String>
        var cover = RosterList.Cover.everyShift

        init(_ pack: PackID) throws {
            policy = try PackLibrary.load(pack).get().pack
            holders = Dictionary(
                uniqueKeysWithValues: policy.roles.map { ($0.id, ["\($0.id.text)-1", "\($0.id.text)-2"]) })
            reachable = holders.values.reduce(into: []) { $0.formUnion($1) }
        }

        func vacancies() throws -> Set<Vacancy> {
            let since = try RosterExamples.day("2020-01-01")
            let lists = try policy.rosterLists.map { kind in
                var onList: [String: [Holding]] = [:]
                for role in policy.roles(of: kind) {
                    for account in holders[role, default: []] {
                        onList[account, default: []].append(Holding(role: role, area: nil, startsOn: since, until: nil))
                    }
                }
                return try RosterExamples.list(kind: kind, cover: cover, team: [], holders: onList)
            }
            let found = policy.vacancies(
                lists: lists, reachable: reachable, on: try RosterExamples.day("2026-11-20"),
                at: try RosterExamples.moment("2026-11-20 09:00"))
            #expect(Set(found).count == found.count, "each is told once")
            for vacancy in found { #expect(!policy.words(for: vacancy).contains("-1"), "it names nobody") }
            return Set(found)
        }
    }

    @Test(arguments: PackLibrary.bundled) func whereEverybodyIsThereNothingIsMissing(_ pack: PackID) throws {
        #expect(try Town(pack).vacancies() == [])
    }

    @Test(arguments: PackLibrary.bundled) func whereNobodyIsEverythingIsMissing(_ pack: PackID) throws {
        var town = try Town(pack)
        town.holders = [:]
        let found = try town.vacancies()
        #expect(found.isSuperset(of: [.takesNoRequests, .noSupporter, .noRosterKeeper, .noKeeper]))
        #expect(found.contains(.nobodyReceivesSheets(town.policy.statSheet.receivedBy)))
        for vacancy in found {
            #expect(!town.policy.consequence(of: vacancy).isEmpty && !town.policy.whatToDo(about: vacancy).isEmpty)
        }
        #expect(!found.contains { if case .nobodyReachable = $0 { true } else { false } })
        let isToldToOffices = !town.policy.officesToldOfDisclosures.isEmpty
        #expect(found.contains { if case .nobodyTold = $0 { true } else { false } } == isToldToOffices)
    }

    /// Without a team a request is still open to whoever takes one last; without them too, to nobody.
    @Test(
        arguments: [
            ("iacp", "clinical-supervisor"), ("kern-sheriff", nil), ("orange-county-probation", nil),
            ("police-division", "psychologist"), ("sacramento-probation", nil),
        ] as [(String, String?)])
    func whenNoRequestIsTaken(_ pack: String, last: String?) throws {
        var town = try Town(PackID(pack))
        #expect(try !town.vacancies().contains(.takesNoRequests))
        town.holders[RoleID("supporter")] = []
        #expect(try town.vacancies().contains(.noSupporter))
        #expect(try town.vacancies().contains(.takesNoRequests) == (last == nil))
        if let last { town.holders[RoleID(last)] = [] }
        #expect(try town.vacancies().contains(.takesNoRequests))
    }

    @Test func eachIsToldByItself() throws {
        let pack = PackID("orange-county-probation")
        let policy = try Town(pack).policy
        let last = Set(
            policy.escalation.steps.compactMap { step -> RoleID? in
                switch step.to {
                case .availableSupporters: nil
                case .role(let role): role
                }
            } + [policy.callOutEndsAt].compactMap { $0 })
        #expect(!last.isEmpty && !policy.officesToldOfDisclosures.isEmpty)
        for role in policy.roles.map(\.id) {
            var town = try Town(pack)
            town.holders[role] = []
            let empty = try town.vacancies()
            let approves = policy.escalation.afterHoursActivation?.approvers.contains(role) == true
            #expect(empty.contains(.nobodyApproves(role)) == approves, "\(role)")
            #expect(empty.contains(.noLastResort(role)) == last.contains(role), "\(role)")
            #expect(empty.contains(.nobodyTold(role)) == policy.officesToldOfDisclosures.contains(role), "\(role)")
            town = try Town(pack)
            town.reachable.subtract(town.holders[role, default: []])
            let isNeeded =
                last.contains(role) || policy.officesToldOfDisclosures.contains(role)
            #expect(try town.vacancies() == (isNeeded ? [.nobodyReachable(role)] : []), "\(role)")
        }
    }

    @Test(arguments: PackLibrary.bundled) func oneKeeperIsTooFew(_ pack: PackID) throws {
        var town = try Town(pack)
        let keeping = town.policy.roles(with: .manageAccounts).map(\.id)
        for role in keeping { town.holders[role] = ["somebody"] }
        town.reachable.insert("somebody")
        #expect(try town.vacancies() == [.noSecondKeeper])
        let first = try #require(keeping.first)
        town.holders[first] = ["somebody", "another"]
        #expect(try town.vacancies() == [])
    }

    @Test func nobodyOnCallWhereEveryHourIsPromised() throws {
        var town = try Town(PackID("orange-county-probation"))
        town.cover = .everyHour
        #expect(try town.vacancies().contains(.nobodyOnCall(.supporters)))
    }
}

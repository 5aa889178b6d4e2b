import PolicyPacks
import Program
import TestSupport
import Testing

/// Who calls a supporter back that is not sure about an offer (IACP-5.2).
@Suite struct AskingAdviceTests {
    private static let role = RoleID("clinical-supervisor")

    private static func waiting(for role: RoleID) throws -> Notice {
        Notice(
            id: "n", kind: .callBack, to: .role(role), from: "ana", raisedOn: try #require(Day("2026-03-10")),
            raisedAt: nil, due: nil, about: nil, tells: nil, clauses: [], acknowledgement: nil)
    }

    @Test func theRoleOfThePackIsToldOnceAndOfNothingElse() throws {
        let policy = try BundledPacks.named("iacp").pack
        func asked(_ holders: [String], waiting: [Notice] = []) throws -> NewNotice? {
            try policy.askingToBeCalledBack(by: "ana", holders: holders, waiting: waiting).get()
        }
        let notice = try #require(try asked(["ben"]))
        #expect(notice.kind == .callBack && notice.to == .role(Self.role) && notice.from == "ana")
        #expect(notice.about == nil && notice.clauses == [ClauseID("IACP-5.2")] && notice.isUrgent)
        #expect(try asked(["ben"], waiting: [Self.waiting(for: Self.role)]) == nil)
        #expect(try asked(["ben"], waiting: [Self.waiting(for: RoleID("coordinator"))]) == notice)
        #expect(throws: Refusal.self) { try asked([]) }
    }

    @Test(arguments: ["sacramento-probation", "orange-county-probation", "kern-sheriff", "police-division"])
    func whereThePackNamesNobodyNobodyIsTold(_ pack: String) throws {
        let policy = try BundledPacks.named(pack).pack
        #expect(policy.requests.selfDisqualification.consults == nil)
        #expect(throws: Refusal.self) {
            try policy.askingToBeCalledBack(by: "ana", holders: ["ben"], waiting: []).get()
        }
    }
}

import PolicyPacks
import Program
import Testing

/// To whom a request may come in the end, who may be consulted, and until when one can be opened again.
@Suite struct LastResortTests {
    /// Whoever only calls others out takes none; a call-out ends where the last step of all takes requests.
    @Test(arguments: PackLibrary.bundled) func rolesThatTakeRequestsThemselves(_ pack: PackID) throws {
        let policy = try PackLibrary.load(pack).get().pack
        for (place, step) in policy.escalation.steps.enumerated() {
            switch step.to {
            case .availableSupporters: #expect(policy.lastResortRoles[place] == nil)
            case .role(let role):
                let takes = policy.role(role)?.powers.contains(.takeRequests) == true
                #expect(policy.lastResortRoles[place] == (takes ? role : nil), "\(role.text)")
            }
        }
        #expect(policy.lastResortRoles[policy.escalation.steps.count - 1] == policy.callOutEndsAt)
        #expect(policy.lastResortRoles.keys.allSatisfy(policy.escalation.steps.indices.contains))
    }

    @Test(arguments: PackLibrary.bundled) func consulted(_ pack: PackID) throws {
        let policy = try PackLibrary.load(pack).get().pack
        #expect(policy.roles(of: ConsultationRule.Consulted.role(.psychologist)) == [.psychologist])
        #expect(policy.roles(of: ConsultationRule.Consulted.anotherSupporter) == policy.supporterRoles.map(\.id))
    }

    /// Until the day before it is destroyed.
    @Test(arguments: PackLibrary.bundled) func openedAgain(_ pack: PackID) throws {
        let rules = try PackLibrary.load(pack).get().pack.retention
        let today = try #require(Day("2026-03-10"))
        for (isInquiry, days) in [(false, rules.closedRequestDays), (true, rules.inquiryDays)] {
            let last = try #require(rules.lastDayToReopen(closedOn: today, isInquiry: isInquiry))
            #expect(last.daysSince1970 - today.daysSince1970 == days.value.number - 1)
        }
    }
}

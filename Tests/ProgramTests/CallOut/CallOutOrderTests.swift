import Program
import Testing

@Suite struct CallOutOrderTests {
    private static let order = CallOutOrder(
        onCall: ["anna", "ben"], available: ["anna", "ben", "cleo"], offDuty: ["dan", "cleo", "eve"],
        lastResort: ["psychologist"], calledElsewhere: [])

    @Test func onCallThenOwnHoursThenOffDutyThenTheLastResort() {
        let candidates = Self.order.candidates(besides: [])
        #expect(candidates.map(\.account) == ["anna", "ben", "cleo", "dan", "eve", "psychologist"])
        let standings: [CallOutStanding] = [.onCall, .onCall, .available, .offDuty, .offDuty, .lastResort]
        #expect(candidates.map(\.standing) == standings)
    }

    @Test func nobodyIsPagedTwice() {
        let candidates = Self.order.candidates(besides: ["anna", "cleo"])
        #expect(candidates.map(\.account) == ["ben", "dan", "eve", "psychologist"])
    }

    @Test func whoeverAnswersAnotherCallerComesAfterThoseWhoDoNot() {
        var order = Self.order
        order.calledElsewhere = ["anna", "psychologist"]
        let candidates = order.candidates(besides: [])
        #expect(candidates.map(\.account) == ["ben", "cleo", "dan", "eve", "anna", "psychologist"])
        #expect(candidates.filter(\.isCalledElsewhere).map(\.account) == ["anna", "psychologist"])
    }

    @Test func withoutAnybodyThereIsNobodyNext() {
        let nobody = CallOutOrder(onCall: [], available: [], offDuty: [], lastResort: [], calledElsewhere: ["anna"])
        #expect(nobody.candidates(besides: []).isEmpty)
    }
}

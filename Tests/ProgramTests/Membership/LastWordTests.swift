import PolicyPacks
import Program
import Testing

/// The last word on a suspension: by whom, once, and what comes of it.
@Suite struct LastWordTests {
    @Test(
        arguments: [
            ("chief", true, true, false), ("chief", false, true, true), ("chief", true, false, true),
            ("keeper", true, true, true), ("ana", true, true, true), ("keeper's other", true, true, true),
            ("ana's other", true, true, true),
        ] as [(String, Bool, Bool, Bool)])
    func once(_ account: String, _ isAsked: Bool, _ isOpen: Bool, _ isRefused: Bool) throws {
        let policy = try PackLibrary.load(PackID("kern-sheriff")).get().pack
        let (begun, today) = (try #require(Day("2026-11-20")), try #require(Day("2026-11-22")))
        let suspension = Suspension(
            id: "s", account: "ana", ground: "confidentiality", begunBy: "keeper", begunOn: begun,
            confirmedOn: isOpen ? nil : begun)
        let persons = SamePerson(["keeper": "1", "keeper's other": "1", "ana": "2", "ana's other": "2"])
        for (decision, end) in [
            (SuspensionDecision.remove, SuspensionEnd.removed(suspension, on: today)), (.lift, .lifted(suspension)),
        ] {
            let decided = policy.decided(decision, on: suspension, isAsked: isAsked, by: account, persons, on: today)
            #expect((try? decided.get()) == (isRefused ? nil : end))
            let ofNone = policy.decided(decision, on: nil, isAsked: isAsked, by: account, persons, on: today)
            #expect((try? ofNone.get()) == nil)
        }
    }
}

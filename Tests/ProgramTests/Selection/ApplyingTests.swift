import PolicyPacks
import Program
import TestSupport
import Testing

/// Who may apply, and when.
@Suite struct ApplyingTests {
    private let today: Day
    private let standing: MemberStanding

    init() throws {
        today = try #require(Day("2026-11-20"))
        standing = .listed(.sworn, from: try #require(Day("2020-01-01")))
    }

    private func why(
        _ pack: PolicyPack, _ standing: MemberStanding? = nil, isOpen: Bool = true, before: [Application] = [],
        isOfTeam: Bool = false, isBarred: Bool = false
    ) -> Refusal? {
        pack.mayApply(
            standing ?? self.standing, isOpen: isOpen, before: before, isOfTeam: isOfTeam, isBarred: isBarred, on: today
        )
    }

    /// An employee of the directory, sworn or not; a volunteer, somebody outside or who left never.
    @Test(arguments: PackLibrary.bundled)
    func onlyWhomThePolicyTakes(_ id: PackID) throws {
        let pack = try BundledPacks.named(id.text).pack
        let since = try #require(Day("2020-01-01"))
        #expect(why(pack) == nil)
        #expect(why(pack, .listed(.civilian, from: since)) == nil)
        for standing in [MemberStanding.outside, .left, .listed(.volunteer, from: since)] {
            #expect(why(pack, standing)?.problems.first?.clauses == pack.selection.applicants.basis.clauses)
        }
    }

    /// While an opening is posted, where the policy has recruitment; elsewhere always.
    @Test(arguments: PackLibrary.bundled)
    func whileAnOpeningIsPosted(_ id: PackID) throws {
        let pack = try BundledPacks.named(id.text).pack
        let refusal = why(pack, isOpen: false)
        #expect((refusal == nil) == (pack.selection.recruitment == nil))
        #expect(refusal?.problems.first?.clauses ?? [] == pack.selection.recruitment?.basis.clauses ?? [])
        #expect(pack.posters.isEmpty == (pack.selection.recruitment == nil))
    }

    @Test func onceAtATimeAndNotOfTheTeam() throws {
        let pack = try BundledPacks.named("police-division").pack
        let open = Application(id: "a", applicant: "c", begunOn: today)
        let over = Application(id: "b", applicant: "c", begunOn: today, status: .notSelected, decidedOn: today)
        #expect(why(pack, before: [open]) != nil)
        // Where the policy sets no time, whoever was not selected may apply at once.
        #expect(why(pack, before: [over]) == nil)
        #expect(why(pack, isOfTeam: true) != nil)
        #expect(why(pack, isBarred: true) != nil)
    }

    /// Whoever withdrew, applied again and was chosen, all of one day, reads that they were; by whatever names the rows go.
    @Test(arguments: [("a", "b"), ("b", "a")])
    func theOutcomeIsShownAndNotTheWithdrawalBefore(withdrawn: String, later: String) throws {
        let earlier = Application(
            id: withdrawn, applicant: "c", begunOn: today, status: .withdrawn, decidedOn: today)
        for status in [ApplicationStatus.selected, .notSelected, .stopped] {
            let other = Application(id: later, applicant: "c", begunOn: today, status: status, decidedOn: today)
            #expect([earlier, other].shown == other && [other, earlier].shown == other)
        }
        let open = Application(id: later, applicant: "c", begunOn: today)
        #expect([earlier, open].shown == open && [Application]().shown == nil)
        let tomorrow = try #require(today.adding(days: 1))
        let next = Application(id: later, applicant: "c", begunOn: today, status: .selected, decidedOn: today)
        let last = Application(id: withdrawn, applicant: "c", begunOn: today, status: .withdrawn, decidedOn: tomorrow)
        #expect([next, last].shown == last)
    }

    /// A pack may have a time after a no.
    @Test(arguments: [("2026-11-20", false), ("2026-12-19", false), ("2026-12-20", true)])
    func coolingDays(day: String, may: Bool) throws {
        let text = """
            id: springfield
            version: "1"
            extends: police-division
            agency:
              title: Springfield Police
            selection:
              cooling-days: {value: 30, basis: {chosen: "A month to think."}}
            """
        let pack = try BundledPacks.own(text).pack
        let no = Application(
            id: "b", applicant: "c", begunOn: today, status: .notSelected, decidedOn: today)
        let refusal = pack.mayApply(
            standing, isOpen: true, before: [no], isOfTeam: false, isBarred: false, on: try #require(Day(day)))
        #expect((refusal == nil) == may)
        #expect(may || refusal?.problems.first?.choice == "A month to think.")
    }
}

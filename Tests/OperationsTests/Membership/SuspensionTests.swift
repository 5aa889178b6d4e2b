import Operations
import PolicyPacks
import Program
import Sealing
import Store
import Testing

/// A member taken off the team at once, and the last word on it.
@Suite struct SuspensionTests {
    /// Who may suspend whom, by the pack's rule.
    @Test(arguments: [
        (member: "ana", roles: ["supporter"], isSuspended: false, isRefused: false),
        (member: "ana", roles: ["leader"], isSuspended: false, isRefused: false),
        (member: "ana", roles: ["supporter"], isSuspended: true, isRefused: true),
        (member: "ana", roles: ["supervisor"], isSuspended: false, isRefused: true),
        (member: "ana", roles: [], isSuspended: false, isRefused: true),
        (member: "keeper", roles: ["coordinator"], isSuspended: false, isRefused: true),
        (member: "keeper's other", roles: ["supporter"], isSuspended: false, isRefused: true),
    ])
    func whom(_ row: (member: String, roles: [String], isSuspended: Bool, isRefused: Bool)) throws {
        let policy = try PackLibrary.load(PackID("kern-sheriff")).get().pack
        let today = try #require(Day("2026-11-20"))
        let holdings = row.roles.map { Holding(role: RoleID($0), area: nil, startsOn: today, until: nil) }
        let refusal = policy.maySuspend(
            row.member, holding: holdings, by: "keeper", SamePerson(["keeper": "1", "keeper's other": "1"]),
            isSuspended: row.isSuspended, on: today)
        #expect((refusal != nil) == row.isRefused)
        #expect(refusal.map { $0.clauses == ["KSO-F.1-0", "KSO-H.9.a"] } ?? true)
    }

    /// The last word is another's than the first.
    @Test(arguments: [("chief", false), ("keeper", true), ("ana", true)])
    func whoDecides(_ row: (account: String, isRefused: Bool)) throws {
        let policy = try PackLibrary.load(PackID("kern-sheriff")).get().pack
        let suspension = Suspension(
            id: "s", account: "ana", ground: "confidentiality", begunBy: "keeper",
            begunOn: try #require(Day("2026-11-20")))
        #expect((policy.mayDecide(on: suspension, by: row.account, SamePerson()) != nil) == row.isRefused)
    }

    @Test(arguments: engines) func fromThatInstantNothingIsOpen(_ engine: Engine) async throws {
        let kern = try await KernGround(engine)
        let (programmes, ana, ben) = (kern.programmes, kern.field.ana, kern.field.ben)
        var card = CardForm()
        card.name = "Ana"
        try await programmes.show(card, by: ana).get()
        let offered = try await kern.field.seeker()
        let taken = try await kern.field.seeker { $0.wanted = [ana.account] }
        try await kern.field.accepted(by: ana, of: taken)
        let begun = try await kern.field.seeker { $0.wanted = [ana.account] }
        try await kern.field.begun(by: ana, of: begun)
        let lent = try await kern.field.lend(to: ana, by: ben)

        try await kern.suspend(ana)
        let after = try await kern.ground.again(ana)
        #expect(after.powers.isEmpty)
        #expect(try await programmes.offers(for: after).isEmpty)
        #expect(try await programmes.requests(of: after).isEmpty)
        #expect(try await programmes.consultation(lent, for: after) == nil)
        #expect(try await kern.heldOffers(ana).isEmpty)
        #expect(try await kern.field.holders().contains(ana.account) == false)
        #expect(try await programmes.supportersToChoose(in: kern.agency).allSatisfy { $0.account != ana.account })
        let lists = try await programmes.rosterBoard(by: kern.coordinator).lists
        #expect(lists.allSatisfy { !$0.opened(at: kern.field.now).contains(ana.account) })

        // Whoever waited still does; whoever had her is asked around again, and is not told why.
        #expect(try await kern.field.view(offered).status == .offered)
        for seeker in [taken, begun] {
            let view = try await kern.field.view(seeker)
            #expect(view.status == .offered && view.lostSupporter && view.supporter == nil)
        }
        #expect(try await kern.field.offered() == ["ben", "cleo"])
        #expect(try await programmes.offers(for: ben).count == 3)
        // Only who, when, on which ground: nothing else is there to be stored.
        let rows = try await kern.ground.database.rowsByTable()
        #expect(rows["suspension"]?.count == 1)
    }

    /// Where nobody else's copy is left, the seeker's own look, or word, brings it to others.
    @Test(arguments: engines) func aSeekersWordGoesToOthers(_ engine: Engine) async throws {
        let kern = try await KernGround(engine)
        let seeker = try await kern.field.seeker()
        try await kern.field.begun(by: kern.field.ana)
        try await kern.suspend(kern.field.ana)
        try await kern.field.pass(minutes: 120)
        try #require(try await kern.programmes.write("Are you there?", by: seeker, in: kern.agency)).get()
        #expect(try await kern.field.offered() == ["ben", "cleo"])
        #expect(try await kern.field.view(seeker).messages.count == 1)
        try await kern.field.accepted(by: kern.field.ben)
        #expect(try await kern.field.view(seeker).lostSupporter == false)
    }

    /// Somebody else is asked even where the member was the only one asked.
    @Test(arguments: engines) func whoeverWasAskedAloneHoldsNothingUp(_ engine: Engine) async throws {
        let kern = try await KernGround(engine)
        try await kern.field.asked { $0.wanted = [kern.field.ana.account] }
        #expect(try await kern.field.offered() == ["ana"])
        try await kern.suspend(kern.field.ana)
        #expect(try await kern.field.offered([kern.field.ben, kern.field.cleo]) == ["ben", "cleo"])
    }

    @Test(arguments: engines) func confirmedItStays(_ engine: Engine) async throws {
        let kern = try await KernGround(engine)
        let (programmes, ana) = (kern.programmes, kern.field.ana)
        try await kern.suspend(ana)
        let asked = try await kern.asked()
        #expect(asked.suspended?.name == "Name of ana" && asked.suspended?.ground == "A breach of confidentiality")
        #expect(asked.notice.clauses.map(\.text) == ["KSO-H.9.a", "KSO-F.1-0"])
        // Reading is no answer, nobody else has the notice, and it comes again until it is answered.
        #expect(try await programmes.acknowledge(asked.notice.id, how: .page, by: kern.chief)?.refusedFields == ["how"])
        for staff in [kern.coordinator, kern.leader, ana] {
            #expect(try await programmes.decideSuspension(asked.notice.id, .remove, by: staff) == nil)
        }
        for expected in 2...4 {
            kern.ground.clock.move(seconds: 7201)
            try await programmes.escalateNotices()
            let pinged = try await kern.ground.database.integer("SELECT pinged FROM notice WHERE kind = 'suspension'")
            #expect(pinged == expected)
        }
        // No role of the team meanwhile; any other is free.
        for (role, isRefused) in [("supporter", true), ("leader", true), ("supervisor", false)] {
            let holding = Holding(role: RoleID(role), area: nil, startsOn: kern.chief.today, until: nil)
            let given = try await programmes.appointAsOperator(
                Appointment(account: ana.account, holding: holding), in: kern.agency)
            #expect((given?.refusal != nil) == isRefused, "\(role)")
        }
        // Nobody is removed for good before a leader was heard (KSO-B-9).
        let unheard = try #require(
            try await programmes.decideSuspension(asked.notice.id, .remove, by: kern.chief)?.refusal)
        #expect(unheard.clauses == ["KSO-B-9"])
        _ = try #require(try await programmes.beHeard(onRemovalOf: ana.account, by: kern.leader)).get()
        try await kern.decide(.remove)
        let after = try await kern.ground.staff(try await kern.ground.signIn("ana"))
        #expect(after.powers.isEmpty)
        #expect(try await programmes.ownSuspension(of: after)?.removedOn == kern.chief.today)
        #expect(try await programmes.decideSuspension(asked.notice.id, .lift, by: kern.chief)?.refusal != nil)
        let acts = try await kern.ground.acts()
        #expect(acts.contains(.memberSuspended) && acts.last == .memberRemoved)
        // After the pack's time for doubts nothing of it is left.
        kern.ground.clock.move(seconds: 400 * 86_400)
        try await programmes.destroyOldNotices()
        let rows = try await kern.ground.database.rowsByTable()
        #expect(rows["suspension"]?.isEmpty == true && rows["suspension_holding"]?.isEmpty == true)
    }

    @Test(arguments: engines) func liftedEverythingIsAsBefore(_ engine: Engine) async throws {
        let kern = try await KernGround(engine)
        let (programmes, ana) = (kern.programmes, kern.field.ana)
        let before = ana.holdings
        try await kern.suspend(ana)
        #expect(try await programmes.suspend(ana.account, by: kern.coordinator)?.refusal != nil)
        try await kern.decide(.lift)
        let after = try await kern.ground.again(ana)
        #expect(after.holdings == before && after.powers == ana.powers)
        #expect(try await programmes.ownSuspension(of: after) == nil)
        try await kern.field.asked { $0.wanted = [ana.account] }
        #expect(try await kern.field.offered() == ["ana"])
        let rows = try await kern.ground.database.rowsByTable()
        #expect(rows["suspension"]?.isEmpty == true && rows["suspension_holding"]?.isEmpty == true)
        #expect(try await kern.ground.acts().suffix(2) == [.memberSuspended, .memberRestored])
    }

    /// Nobody but whom the pack names, and nowhere where it names nobody.
    @Test(arguments: engines) func onlyWhereThePackHasIt(_ engine: Engine) async throws {
        let kern = try await KernGround(engine)
        for staff in [kern.leader, kern.chief, kern.field.ben] {
            #expect(try await kern.programmes.suspend(kern.field.ana.account, by: staff) == nil)
            #expect(try await kern.programmes.suspension(of: kern.field.ana.account, by: staff) == nil)
        }
        #expect(try await kern.programmes.suspend(RandomId().text, by: kern.coordinator) == nil)
        let elsewhere = try await RequestGround(engine)
        #expect(try await elsewhere.programmes.suspend(elsewhere.ana.account, by: elsewhere.coordinator) == nil)
    }
}

extension RequestGround {
    /// The supporter takes the request of that seeker, of several that are offered.
    @discardableResult
    fileprivate func accepted(by staff: Staff, of seeker: SeekerPass) async throws -> String {
        let offers = try await programmes.offers(for: staff).filter(\.isPreferred)
        let id = try #require(offers.first).id
        _ = try #require(try await programmes.accept(id, Attestation(), by: staff)).get()
        return id
    }

    fileprivate func begun(by staff: Staff, of seeker: SeekerPass) async throws {
        let id = try await accepted(by: staff, of: seeker)
        try #require(try await programmes.giveAdvisement(id, withAdmonishment: false, by: staff)).get()
        try #require(try await programmes.madeContact(id, by: staff)).get()
    }

    /// A supporter takes a further request and has another read along; gives the consultation.
    fileprivate func lend(to consulted: Staff, by staff: Staff) async throws -> String {
        let seeker = try await seeker { $0.wanted = [staff.account] }
        let id = try await accepted(by: staff, of: seeker)
        try #require(
            try await programmes.consult(id, .anotherSupporter, account: consulted.account, by: staff)
        ).get()
        return try #require(try await programmes.consultations(for: consulted).first).id
    }
}

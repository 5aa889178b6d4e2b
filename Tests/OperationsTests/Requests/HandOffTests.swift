import Operations
import Program
import Sealing
import Store
import Testing

/// Handing off, leaving the post, consulting, reminders, consents and inquiries.
@Suite struct HandOffTests {
    @Test(arguments: engines) func reasonsOfThePackOnly(_ engine: Engine) async throws {
        let field = try await RequestGround(engine, pack: "kern-sheriff")
        for staff in field.team { try await field.ground.opensAllHours(staff) }
        try await field.asked()
        let id = try await field.begun(by: field.ana)
        let programmes = field.programmes
        let refused = try await programmes.handOff(
            id, for: "beyond-training", seekerWasAsked: false, to: nil, by: field.ana)
        #expect(refused?.refusedFields == ["reason", "seekerWasAsked"])
        #expect(refused?.refusal?.clauses == ["KSO-H.8"])
        for to in [field.ana.account, field.coordinator.account, "nobody"] {
            let misdirected = try await programmes.handOff(
                id, for: "rapport", seekerWasAsked: true, to: to, by: field.ana)
            #expect(misdirected?.refusedFields == ["to"])
        }
        #expect(try await field.holders() == [field.ana.account])
        #expect(
            try await programmes.colleagues(for: id, by: field.ana)?.map(\.name) == ["Name of ben", "Name of cleo"])
        try #require(
            try await programmes.handOff(id, for: "rapport", seekerWasAsked: true, to: nil, by: field.ana)
        ).get()
        #expect(try await field.offered() == ["ben", "cleo"])
        #expect(try await field.holders() == [field.ben.account, field.cleo.account])
    }

    /// Whoever would not be asked is not to be chosen: off duty without having opened the hours, or on leave (KSO-J.1).
    @Test(arguments: engines) func toWhomItCanBeHandedJustNow(_ engine: Engine) async throws {
        let kern = try await RequestGround(engine, pack: "kern-sheriff")
        let sacramento = try await RequestGround(engine)
        for staff in [kern.ana, kern.ben] { try await kern.ground.opensAllHours(staff) }
        let cleo = sacramento.cleo
        _ = try await sacramento.programmes.takeLeave(from: cleo.today, to: cleo.today, by: cleo).get()
        for (field, reason) in [(kern, "rapport"), (sacramento, "beyond-training")] {
            try await field.asked()
            let id = try await field.begun(by: field.ana)
            let handOff = { (to: Staff) in
                try await field.programmes.handOff(
                    id, for: reason, seekerWasAsked: true, to: to.account, by: field.ana)
            }
            #expect(try await field.programmes.colleagues(for: id, by: field.ana)?.map(\.name) == ["Name of ben"])
            #expect(try await handOff(field.cleo)?.refusedFields == ["to"])
            try #require(try await handOff(field.ben)).get()
            #expect(try await field.offer(field.ben).isPreferred)
        }
    }

    /// Who cannot leave the post gives it back; the coordinator hears that somebody is needed, and nothing more (KSO-G.3).
    @Test(arguments: engines) func cannotLeavePost(_ engine: Engine) async throws {
        let field = try await RequestGround(engine, pack: "kern-sheriff")
        for staff in field.team { try await field.ground.opensAllHours(staff) }
        try await field.asked()
        let id = try await field.accepted(by: field.ana).id
        try #require(try await field.programmes.cannotLeavePost(id, by: field.ana)).get()
        #expect(try await field.offered() == ["ben", "cleo"])
        #expect(try await field.notices(.cannotLeavePost) == 1)
        let rows = try await field.ground.database.rowsByTable()["notice"] ?? []
        #expect(rows.allSatisfy { !$0.contains(id) })
        let elsewhere = try await RequestGround(engine)
        try await elsewhere.asked()
        let other = try await elsewhere.accepted(by: elsewhere.ana).id
        #expect(try await elsewhere.programmes.cannotLeavePost(other, by: elsewhere.ana)?.refusal != nil)
        #expect(try await elsewhere.holders() == [elsewhere.ana.account])
    }

    /// Their supervisor asks in their place, at any time of the request. The row that the code finds names nobody and no request, and goes
    /// with whatever ends the member's hold (KSO-G.3).
    @Test(arguments: engines) func supervisorsAskWithACode(_ engine: Engine) async throws {
        let field = try await RequestGround(engine, pack: "kern-sheriff")
        let programmes = field.programmes
        for staff in field.team { try await field.ground.opensAllHours(staff) }
        let rows = { try await field.ground.database.rowsByTable()["supervisor_code"] ?? [] }
        let make = { (id: String) in
            try #require(try await programmes.makeSupervisorCode(for: id, by: field.ana)).get()
        }
        // After the first contact nobody else's copy is under lock, and others are asked all the same.
        try await field.asked()
        let id = try await field.begun(by: field.ana)
        #expect(try await programmes.makeSupervisorCode(for: id, by: field.ben) == nil)
        let (first, second) = (try await make(id), try await make(id))
        #expect(second.endsOn == field.ana.today.adding(days: 1))
        let kept = try await rows()
        #expect(kept.count == 1)
        let accounts = (field.team + [field.coordinator]).map(\.account)
        for telling in accounts + [id, first.code.text, second.code.text] {
            #expect(!kept.joined().contains(telling), "\(telling)")
        }
        for code in [first.code, SupervisorCode()] {
            let refused = try await programmes.askForAnother(with: code, in: field.agency)
            #expect(refused.refusal == .unknownSupervisorCode)
        }
        #expect(try await field.holders() == [field.ana.account])
        try await programmes.askForAnother(with: second.code, in: field.agency).get()
        #expect(try await field.offered() == ["ben", "cleo"])
        #expect(try await field.notices(.cannotLeavePost) == 1)
        #expect(try await rows().isEmpty)

        // Whatever takes the request from the member takes the code too.
        _ = try #require(try await programmes.accept(id, Attestation(), by: field.ben)).get()
        try await field.asked()
        let left = try #require(try await programmes.offers(for: field.ana).first { $0.id != id }).id
        _ = try #require(try await programmes.accept(left, Attestation(), by: field.ana)).get()
        let missed = try await make(left)
        try await field.pass(minutes: 61)
        #expect(try await rows().isEmpty)
        #expect(try await programmes.askForAnother(with: missed.code, in: field.agency).refusal != nil)

        let elsewhere = try await RequestGround(engine)
        try await elsewhere.asked()
        let other = try await elsewhere.accepted(by: elsewhere.ana).id
        #expect(try await elsewhere.programmes.makeSupervisorCode(for: other, by: elsewhere.ana)?.refusal != nil)
    }

    /// Limited access lends a copy for a day; the seeker sees it and ends it (KSO-H.4.b).
    @Test(arguments: engines) func consultationThatEnds(_ engine: Engine) async throws {
        let field = try await RequestGround(engine, pack: "kern-sheriff")
        for staff in field.team { try await field.ground.opensAllHours(staff) }
        let programmes = field.programmes
        let seeker = try await field.seeker()
        let id = try await field.begun(by: field.ana)
        for _ in 0..<2 {
            let begun = try await programmes.consult(id, .anotherSupporter, account: field.ben.account, by: field.ana)
            try #require(begun).get()
            let view = try #require(try await programmes.consultations(for: field.ben).first)
            #expect(view.supporter == "Name of ana")
            #expect(view.opened?.words == (try await field.view(seeker)).words)
            #expect(try await field.holders() == [field.ana.account, field.ben.account])
            #expect(try await programmes.request(id, of: field.ben) == nil)
            let seen = try #require(try await field.view(seeker).consultations.first)
            #expect(seen.name == "Name of ben" && seen.readsAlong)
            try #require(try await programmes.endConsultation(seen.id, by: seeker, in: field.agency)).get()
            #expect(try await programmes.consultation(view.id, for: field.ben) == nil)
            #expect(try await field.holders() == [field.ana.account])
        }
        try #require(try await programmes.consult(id, .anotherSupporter, account: field.cleo.account, by: field.ana))
            .get()
        try await field.pass(minutes: 24 * 60)
        #expect(try await field.ground.database.sizes()["request_consultation"] == 0)
    }

    /// Where the pack leaves it to the seeker, nothing is open until they agree (IACP-6.5, PD-B.2.b); where it shares nothing, nothing
    /// ever is.
    @Test(arguments: engines) func consultationTheSeekerAuthorises(_ engine: Engine) async throws {
        let field = try await RequestGround(engine, pack: "police-division")
        let psychologist = try await field.ground.member("psychologist", roles: "psychologist")
        let programmes = field.programmes
        let seeker = try await field.seeker()
        let id = try await field.begun(by: field.ana)
        let role = ConsultationRule.Consulted.role(RoleID("psychologist"))
        try #require(try await programmes.consult(id, role, account: psychologist.account, by: field.ana)).get()
        let closed = try #require(try await programmes.consultations(for: psychologist).first)
        #expect(closed.opened == nil)
        #expect(try await field.holders() == [field.ana.account])
        let seen = try #require(try await field.view(seeker).consultations.first)
        #expect(seen.mayBeAuthorised && !seen.readsAlong)
        try #require(try await programmes.authoriseConsultation(seen.id, by: seeker, in: field.agency)).get()
        #expect(try await programmes.consultation(closed.id, for: psychologist)?.opened?.words.words != nil)
        #expect(try await field.holders() == [field.ana.account, psychologist.account])
        #expect(
            try await programmes.consult(id, .anotherSupporter, account: field.ben.account, by: field.ana)?
                .refusedFields
                == ["consulted"])

        let sacramento = try await RequestGround(engine)
        let counsellor = try await sacramento.ground.member("counsellor", roles: "counsellor")
        let theirs = try await sacramento.seeker()
        let other = try await sacramento.begun(by: sacramento.ana)
        try #require(
            try await sacramento.programmes.consult(
                other, .role(RoleID("counsellor")), account: counsellor.account, by: sacramento.ana)
        ).get()
        let nothing = try #require(try await sacramento.view(theirs).consultations.first)
        #expect(
            try await sacramento.programmes.authoriseConsultation(nothing.id, by: theirs, in: sacramento.agency) == nil)
        #expect(try await sacramento.holders() == [sacramento.ana.account])
    }

    /// A supporter alone is reminded, once, from eight o'clock on the day.
    @Test(arguments: engines) func reminders(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        let programmes = field.programmes
        try await field.asked()
        let id = try await field.begun(by: field.ana)
        let day = try #require(Day("2026-11-27"))
        try #require(try await programmes.remind(id, on: day, of: .referral, by: field.ana)).get()
        let past = try await programmes.remind(id, on: try #require(Day("2026-11-19")), of: .followUp, by: field.ana)
        #expect(past?.refusedFields == ["day"])
        let reminder = try #require(try await programmes.request(id, of: field.ana)?.reminders.first)
        #expect(reminder.kind == .referral && reminder.day == day)
        let told: SQL = "SELECT count(*) FROM request_reminder WHERE is_told = 1"
        let pings: SQL = "SELECT count(*) FROM ping WHERE account = \(field.ana.account)"
        let before = try await field.ground.database.integer(pings)
        try field.ground.move(to: "2026-11-27", hour: 7)
        try await programmes.tellReminders()
        #expect(try await field.ground.database.integer(told) == 0)
        for hour in [8, 9] {
            try field.ground.move(to: "2026-11-27", hour: Int64(hour))
            try await programmes.tellReminders()
        }
        #expect(try await field.ground.database.integer(told) == 1)
        #expect(try await field.ground.database.integer(pings) == before + 1)
        let ana = try await field.ground.signedIn("ana")
        try #require(try await programmes.doneReminder(reminder.id, on: id, by: ana)).get()
        #expect(try await programmes.doneReminder(reminder.id, on: id, by: ana) == nil)
        #expect(try await programmes.request(id, of: ana)?.reminders == [])
    }

    /// After the pack's number of contacts the supporter alone is asked about a referral (SAC-II.D.3.b, IACP-7.3).
    @Test(arguments: engines) func manyContacts(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        try await field.asked()
        let id = try await field.begun(by: field.ana)
        for made in 1...5 {
            let view = try #require(try await field.programmes.request(id, of: field.ana))
            #expect(view.contactsMade == made)
            #expect(view.asksAboutReferral == (made >= 5))
            try #require(try await field.programmes.madeContact(id, by: field.ana)).get()
        }
    }

    /// Written consent is scoped and dated, seen by both sides, and taken back at any time (KSO-H.4.d).
    @Test(arguments: engines) func consents(_ engine: Engine) async throws {
        let field = try await RequestGround(engine, pack: "police-division")
        let programmes = field.programmes
        let seeker = try await field.seeker()
        let id = try await field.begun(by: field.ana)
        let until = try #require(Day("2026-11-21"))
        let consent = NewConsent(to: "My sergeant", scope: "That I need Friday off", until: until)
        try #require(try await programmes.consent(consent, by: seeker, in: field.agency)).get()
        let empty = try await programmes.consent(
            NewConsent(to: "", scope: "", until: Day("2026-11-01")), by: seeker, in: field.agency)
        #expect(empty?.refusedFields == ["to", "scope", "until"])
        let seen = try #require(try await programmes.request(id, of: field.ana)?.consents.first)
        #expect(seen.consent == consent && seen.isGood)
        try #require(try await programmes.revokeConsent(seen.id, by: seeker, in: field.agency)).get()
        #expect(try await programmes.request(id, of: field.ana)?.consents.map(\.isGood) == [false])
        #expect(try await field.view(seeker).consents.map(\.revokedOn) == [Day("2026-11-20")])
    }

    /// A note for time away from the post only with the seeker's own yes, and only where the pack knows such notes.
    @Test(arguments: engines) func timeOffNote(_ engine: Engine) async throws {
        let field = try await RequestGround(engine, pack: "orange-county-probation")
        let seeker = try await field.seeker()
        let id = try await field.begun(by: field.ana)
        #expect(try await field.programmes.request(id, of: field.ana)?.agreesToTimeOffNote == false)
        try #require(try await field.programmes.agreeToTimeOffNote(true, by: seeker, in: field.agency)).get()
        #expect(try await field.programmes.request(id, of: field.ana)?.agreesToTimeOffNote == true)
        let elsewhere = try await RequestGround(engine)
        let other = try await elsewhere.seeker()
        #expect(
            try await elsewhere.programmes.agreeToTimeOffNote(true, by: other, in: elsewhere.agency)?.refusal != nil)
    }

    /// One approach, one outcome, thanks to whoever asked and nothing else (PD-B.2.a.1).
    @Test(arguments: engines) func inquiry(_ engine: Engine) async throws {
        let field = try await RequestGround(engine, pack: "police-division")
        let programmes = field.programmes
        let seeker = try await field.seeker { $0.origin = .colleague }
        let id = try await field.begun(by: field.ana)
        #expect(try await programmes.request(id, of: field.ana)?.isInquiry == true)
        #expect(try await programmes.madeContact(id, by: field.ana)?.refusal?.clauses == ["PD-B.2.a.1"])
        let view = try await field.view(seeker)
        #expect(view.isInquiry && view.supporter == nil && view.messages.isEmpty && !view.canReopen)
        #expect(try await programmes.write("How is he?", by: seeker, in: field.agency)?.refusal != nil)
        #expect(try await programmes.changeSupporter(unwanted: true, by: seeker, in: field.agency)?.refusal != nil)
        #expect(try await programmes.closeRequest(id, by: field.ana)?.refusedFields == ["outcome"])
        try #require(try await programmes.closeRequest(id, outcome: .wanted, by: field.ana)).get()
        // Nor does it show that it has ended.
        #expect(try await field.view(seeker).daysLeft == nil)
        #expect(try await programmes.reopen(by: seeker, in: field.agency)?.refusal != nil)
        try field.ground.move(to: "2026-12-04")
        try await programmes.destroyEndedRequests()
        #expect(try await field.requestCount() == 0)
    }
}

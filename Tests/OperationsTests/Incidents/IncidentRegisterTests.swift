import Foundation
import Operations
import Program
import Sealing
import Store
import Testing

/// The register of incidents, and that nobody who was part of one is offered what is tied to it.
@Suite struct IncidentRegisterTests {
    private static func asks(_ day: String, kind: String? = nil) throws -> @Sendable (inout Ask) -> Void {
        let incident = AskedIncident(day: try #require(Day(day)), kind: kind)
        return { ask in
            ask.touches = [.incident]
            ask.incident = incident
        }
    }

    @Test(arguments: engines) func marksAreSeenByWhoeverRecordsAndTheMemberAlone(_ engine: Engine) async throws {
        let kern = try await KernGround(engine)
        let (programmes, ana, ben) = (kern.programmes, kern.field.ana, kern.field.ben)
        let id = try await kern.incident(on: "2026-11-19", involving: ana)
        try #require(try await programmes.markOneself(as: .witness, in: id, by: ben)).get()
        let seen = try #require(try await programmes.incident(id, by: kern.coordinator))
        #expect(seen.involved.map(\.name) == ["Name of ana", "Name of ben"])
        #expect(seen.involved.map(\.involvement) == [.participant, .witness])
        #expect(seen.others.map(\.name) == ["Name of cleo"])
        for (staff, own) in [(ana, Involvement.participant), (ben, .witness)] {
            #expect(try await programmes.incidents(for: staff)?.map(\.own) == [own])
        }
        #expect(try await programmes.incidents(for: kern.field.cleo)?.map(\.own) == [nil])

        // One of a kind and a day stands for both; nobody from outside the team is marked; a mark is taken away.
        let again = try await programmes.recordIncident(
            kind: KernGround.kind, on: try kern.day("2026-11-19"), by: kern.leader)
        #expect(again?.refusedFields == ["day"])
        #expect(
            try await programmes.mark(kern.chief.account, as: .witness, in: id, by: kern.coordinator)?.refusedFields
                == ["account"])
        try #require(try await programmes.mark(ana.account, as: nil, in: id, by: kern.coordinator)).get()
        #expect(try await programmes.incidents(for: ana)?.map(\.own) == [nil])
        #expect(try await programmes.mark(ana.account, as: nil, in: RandomId().text, by: kern.coordinator) == nil)
        try #require(try await programmes.removeIncident(id, by: kern.coordinator)).get()
        #expect(try await programmes.incidents(for: ben)?.isEmpty == true)
        // Whoever marks themself is in no entry.
        let acts = try await kern.ground.acts()
        #expect(acts.suffix(4) == [.incidentRecorded, .involvementMarked, .involvementMarked, .incidentRemoved])
    }

    /// After the pack's days an incident is gone, with every mark and out of the bytes; an older one is not recorded at all.
    @Test(arguments: engines) func namesAreDestroyedAfterThePacksDays(_ engine: Engine) async throws {
        let kern = try await KernGround(engine)
        let days = kern.agency.policy.retention.incidentNameDays.value.number
        let today = kern.coordinator.today
        let (last, gone) = (try #require(today.adding(days: -days)), try #require(today.adding(days: -days - 1)))
        let kept = try await kern.incident(on: last.text, involving: kern.field.ana)
        try await kern.programmes.destroyIncidentNames()
        #expect(try await kern.programmes.incident(kept, by: kern.coordinator)?.involved.count == 1)
        let refused = try await kern.programmes.recordIncident(kind: KernGround.kind, on: gone, by: kern.coordinator)
        #expect(refused?.refusedFields == ["day"])

        try await kern.field.pass(minutes: 24 * 60)
        try await kern.programmes.destroyIncidentNames()
        #expect(try await kern.programmes.incidents(for: kern.field.ana)?.isEmpty == true)
        #expect(try await kern.ground.database.integer("SELECT count(*) FROM incident") == 0)
        try await kern.programmes.destroyIncidentNames()
    }

    /// The database alone tells neither who was part of it nor how many.
    @Test(arguments: engines) func theDatabaseTellsNobodysMark(_ engine: Engine) async throws {
        let kern = try await KernGround(engine)
        let id = try await kern.incident(on: "2026-11-19")
        func row() async throws -> IncidentRow {
            try await kern.ground.database.read { [agency = kern.agency] transaction in
                try #require(try transaction.incident(id, agency: agency.id))
            }
        }
        let empty = try await row().involved
        try #require(
            try await kern.programmes.mark(kern.field.ana.account, as: .witness, in: id, by: kern.coordinator)
        ).get()
        let marked = try await row().involved
        #expect(marked.count == empty.count && marked != empty)
        #expect(marked.firstRange(of: Array(kern.field.ana.account.utf8)) == nil)
        let rows = try await kern.ground.database.rowsByTable()
        #expect(rows["incident"]?.contains { $0.contains(kern.field.ana.account) } == false)
    }

    @Test(arguments: engines) func packsWithoutTheRuleHaveNoRegister(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        let day = try #require(Day("2026-11-19"))
        #expect(
            try await field.programmes.recordIncident(kind: "critical-incident", on: day, by: field.coordinator) == nil)
        #expect(try await field.programmes.incidents(for: field.ana) == nil)
        let asked = try await field.programmes.ask(RequestGround.ask(try Self.asks("2026-11-19")), in: field.agency)
        #expect(asked.refusedFields == ["incidentDay"])
    }

    /// At asking: neither in their turn nor as the one the seeker chose, and the refusal of nobody tells who was there.
    @Test(arguments: engines) func whoeverWasPartOfItIsLeftOutWithoutAWord(_ engine: Engine) async throws {
        let kern = try await KernGround(engine)
        let (ana, ben, cleo) = (kern.field.ana, kern.field.ben, kern.field.cleo)
        try await kern.incident(on: "2026-11-18", involving: ana, ben)
        let chosen = try Self.asks("2026-11-19", kind: KernGround.kind)
        let seeker = try await kern.field.seeker {
            chosen(&$0)
            $0.wanted = [ana.account]
        }
        // As for somebody who does not answer, others wait until the time of the chosen one is over.
        #expect(try await kern.field.offered().isEmpty)
        try await kern.field.pass(minutes: 4)
        #expect(try await kern.field.offered().isEmpty)
        for minutes in [1, 16, 16, 16] as [Int64] {
            try await kern.field.pass(minutes: minutes)
            #expect(try await kern.field.offered() == ["cleo"])
        }
        // Nor when it is handed on, by whichever side, nor to be consulted.
        let id = try await kern.field.begun(by: cleo)
        try #require(
            try await kern.programmes.consult(id, .anotherSupporter, account: ben.account, by: cleo)
        ).get()
        #expect(try await kern.programmes.consultations(for: ben).isEmpty)
        #expect(try await kern.field.view(seeker).consultations.map(\.name) == ["Name of ben"])
        try #require(try await kern.programmes.changeSupporter(unwanted: false, by: seeker, in: kern.agency)).get()
        #expect(try await kern.field.offered() == ["cleo"])
    }

    /// Nobody who was part of it is woken for nothing.
    @Test(arguments: engines) func whoeverWasPartOfItIsNotPinged(_ engine: Engine) async throws {
        let kern = try await KernGround(engine)
        try await kern.incident(on: "2026-11-19", involving: kern.field.ana)
        let asks = try Self.asks("2026-11-19")
        try await kern.field.asked {
            asks(&$0)
            $0.wanted = [kern.field.ana.account]
        }
        for _ in 0..<3 { try await kern.field.pass(minutes: 16) }
        let told = try await kern.ground.database.read { transaction in
            Set(try transaction.rows("SELECT DISTINCT account FROM ping").map { try $0.text("account") })
        }
        #expect(!told.contains(kern.field.ana.account))
        #expect(told.isSuperset(of: [kern.field.ben.account, kern.field.cleo.account]))
    }

    @Test(arguments: engines) func anotherDayOrKindBarsNobody(_ engine: Engine) async throws {
        let kern = try await KernGround(engine)
        try await kern.incident(on: "2026-11-15", involving: kern.field.ana)
        try await kern.field.asked(try Self.asks("2026-11-17"))
        #expect(try await kern.field.offered() == ["ana", "ben", "cleo"])
        try await kern.field.asked(try Self.asks("2026-11-15", kind: "death-or-injury"))
        #expect(try await kern.field.offered() == ["ana", "ben", "cleo"])
    }

    /// An incident recorded after the asking: whoever lists, opens or accepts finds nothing from then on, whatever becomes of the mark.
    @Test(arguments: engines) func recordedAfterTheAsking(_ engine: Engine) async throws {
        let kern = try await KernGround(engine)
        let (programmes, ana, ben, cleo) = (kern.programmes, kern.field.ana, kern.field.ben, kern.field.cleo)
        try await kern.field.asked(try Self.asks("2026-11-19"))
        let id = try #require(try await kern.heldOffers(ana).first)
        let incident = try await kern.incident(on: "2026-11-20", involving: ana, ben, cleo)

        #expect(try await programmes.offers(for: ana).isEmpty)
        #expect(try await programmes.offer(id, for: ana) == nil)
        #expect(try await programmes.offer(id, for: ben) == nil)
        #expect(try await programmes.accept(id, Attestation(), by: cleo) == nil)
        try #require(try await programmes.removeIncident(incident, by: kern.coordinator)).get()
        for member in [ana, ben, cleo] { #expect(try await programmes.offers(for: member).isEmpty) }
        // It waits for them as for anybody who does not answer; then whoever comes next is told.
        #expect(try await kern.field.notices(.requestWaits) == 0)
        for _ in 0..<2 { try await kern.field.pass(minutes: 16) }
        #expect(try await kern.field.notices(.requestWaits) == 1)
        #expect(try await programmes.notices(for: kern.leader).open.map(\.notice.kind) == [.requestWaits])
    }

    /// Somebody who was part of it and never looks holds nothing up.
    @Test(arguments: engines) func aHolderWhoMayNotStopsNoTimer(_ engine: Engine) async throws {
        let kern = try await KernGround(engine)
        try await kern.field.asked {
            $0.wanted = [kern.field.ana.account]
            $0.incident = AskedIncident(day: kern.field.ana.today, kind: nil)
        }
        try await kern.incident(on: "2026-11-20", involving: kern.field.ana)
        try await kern.field.pass(minutes: 6)
        #expect(try await kern.field.offered([kern.field.ben, kern.field.cleo]) == ["ben", "cleo"])
        try await kern.field.pass(minutes: 6)
        try await kern.field.pass(minutes: 16)
        #expect(try await programmesWait(kern) == 1)
        #expect(try await kern.field.offered() == ["ben", "cleo"])
    }

    private func programmesWait(_ kern: KernGround) async throws -> Int { try await kern.field.notices(.requestWaits) }

    /// Whoever is involved, whatever is asked and whoever passes it on: nobody involved ever has a copy that opens as an offer.
    @Test(arguments: engines) func nobodyInvolvedIsEverOffered(_ engine: Engine) async throws {
        let kern = try await KernGround(engine)
        var dice = SystemRandomNumberGenerator()
        for round in 0..<6 {
            let day = try #require(kern.field.ana.today.adding(days: -3 * round))
            let involved = kern.field.team.filter { _ in Bool.random(using: &dice) }
            let isLate = Bool.random(using: &dice)
            func record() async throws {
                let id = try #require(
                    try await kern.programmes.recordIncident(kind: KernGround.kind, on: day, by: kern.leader)
                ).get()
                for member in involved {
                    try #require(try await kern.programmes.markOneself(as: .witness, in: id, by: member)).get()
                }
            }
            if !isLate { try await record() }
            let seeker = try await kern.field.seeker { $0.incident = AskedIncident(day: day, kind: nil) }
            if isLate { try await record() }
            for _ in 0..<3 {
                for member in involved { #expect(try await kern.programmes.offers(for: member).isEmpty) }
                for member in kern.field.team.shuffled(using: &dice) {
                    guard let offer = try await kern.programmes.offers(for: member).first else { continue }
                    #expect(!involved.contains { $0.account == member.account })
                    _ = try await kern.programmes.pass(offer.id, telling: false, by: member)
                }
                try await kern.field.pass(minutes: 7)
            }
            try #require(try await kern.programmes.endRequest(by: seeker, in: kern.agency)).get()
        }
    }
}

import Operations
import Program
import Sealing
import Store
import Testing

/// An answer ties to no request: not by a row, not by the hour, not before its quarter is over.
@Suite struct ResponseBoxTests {
    /// A team of three whose answers have three marks: now and then two of the 256 are alike, and then more is held back.
    private func team(_ engine: Engine) async throws -> RequestGround {
        while true {
            let field = try await RequestGround(engine)
            let marks = field.team.map {
                field.ground.serverKeys.responseMark(of: $0.account, agency: field.agency.id)
            }
            if Set(marks).count == marks.count { return field }
        }
    }

    private func boxes(_ field: RequestGround) async throws -> [ResponseBoxRow] {
        try await field.ground.database.read { try $0.responseBoxes(agency: field.agency.id) }
    }

    private func told(_ field: RequestGround) async throws -> [String] {
        try await field.ground.database.read { try $0.responses(agency: field.agency.id, most: 9).map(\.content) }
    }

    /// Somebody asks, and the supporter is in touch so many minutes later.
    private func answered(_ field: RequestGround, by staff: Staff, after minutes: Int64) async throws {
        try await field.asked()
        field.ground.clock.move(seconds: minutes * 60)
        _ = try await field.begun(by: staff)
    }

    /// The box of every half hour is another one, whether somebody was answered or not; besides it nothing changes with an answer that
    /// would not change with it anyhow.
    @Test(arguments: engines) func copiesOfEveryHourTellNothing(engine: Engine) async throws {
        let field = try await RequestGround(engine)
        try await field.programmes.keepResponses()
        var copies = [try #require(try await boxes(field).first).sealed]
        for half in 1...6 {
            field.ground.clock.move(seconds: 1800)
            if half == 3 { try await answered(field, by: field.ana, after: 5) }
            try await field.programmes.keepResponses()
            copies.append(try #require(try await boxes(field).first).sealed)
            try await field.programmes.keepResponses()
            #expect(try await boxes(field).map(\.sealed) == [copies[half]])
        }
        #expect(Set(copies).count == copies.count && Set(copies.map(\.count)) == [8221])
        #expect(try await told(field).isEmpty)
    }

    /// Help waits for no figure: a box that does not open is left as it is, and the round that would count on says so.
    @Test(arguments: engines) func aDamagedBoxStopsNobody(engine: Engine) async throws {
        let field = try await RequestGround(engine)
        try await field.programmes.keepResponses()
        let box = try #require(try await boxes(field).first)
        let torn = ResponseBoxRow(
            quarter: box.quarter, sealed: [box.sealed[0] ^ 1] + box.sealed.dropFirst(), lockedIn: box.lockedIn)
        try await field.ground.database.write { try $0.set(torn, agency: field.agency.id) }
        try await answered(field, by: field.ana, after: 5)
        #expect(try await boxes(field) == [torn])
        field.ground.clock.move(seconds: 1800)
        await #expect(throws: (any Error).self) { try await field.programmes.keepResponses() }
        #expect(try await boxes(field) == [torn])
    }

    /// The chain says nothing of an answer, and the box alone is another one where two agencies differ in nothing but its counting.
    @Test(arguments: engines) func anAnswerLeavesNothingButTheBox(engine: Engine) async throws {
        let field = try await RequestGround(engine)
        try await field.programmes.keepResponses()
        try await field.asked()
        let id = try await field.accepted(by: field.ana).id
        try #require(try await field.programmes.giveAdvisement(id, withAdmonishment: false, by: field.ana)).get()
        let acts = try await field.ground.acts().count
        let before = try await field.ground.database.rowsByTable()
        try #require(try await field.programmes.madeContact(id, by: field.ana)).get()
        let after = try await field.ground.database.rowsByTable()
        let changed = Set(after.filter { $0.value != before[$0.key] }.keys)
        #expect(changed.isSubset(of: ["request", "request_reserve", "response_count"]), "\(changed)")
        #expect(changed.contains("response_count"))
        #expect(try await field.ground.acts().count == acts)
        // A second contact is no answer any more.
        let box = try await boxes(field)
        field.ground.clock.move(seconds: 86_400)
        try #require(try await field.programmes.madeContact(id, by: field.ana)).get()
        #expect(try await boxes(field) == box)
    }

    /// Once the quarter is over it is told, once and for good, and the box is gone; nobody is told before.
    @Test(arguments: engines) func itIsToldOnceTheQuarterIsOver(engine: Engine) async throws {
        let field = try await team(engine)
        for _ in 0..<6 { for staff in field.team { try await answered(field, by: staff, after: 5) } }
        try await field.programmes.keepResponses()
        #expect(try await told(field).isEmpty)
        try field.ground.move(to: "2026-12-31", hour: 23)
        try await field.programmes.keepResponses()
        #expect(try await told(field).isEmpty)
        try field.ground.move(to: "2027-01-01")
        for _ in 0..<2 {
            try await field.programmes.keepResponses()
            let told = try await told(field)
            #expect(told.count == 1 && told[0].contains("\"count\":18"), "\(told)")
        }
        #expect(try await boxes(field).map(\.quarter.text) == ["2027-03"])
        #expect(try await field.ground.acts().count { $0 == .responsesTold } == 1)
    }

    /// Too few are told with the next quarter's.
    @Test(arguments: engines) func tooFewGoOnIntoTheNextQuarter(engine: Engine) async throws {
        let field = try await team(engine)
        for staff in field.team { for _ in 0..<3 { try await answered(field, by: staff, after: 5) } }
        try field.ground.move(to: "2027-01-01")
        try await field.programmes.keepResponses()
        #expect(try await told(field).first?.contains("\"tables\":[]") == true)
        for member in field.team {
            let staff = try await field.ground.present(member)
            for _ in 0..<3 { try await answered(field, by: staff, after: 5) }
        }
        try field.ground.move(to: "2027-04-01")
        try await field.programmes.keepResponses()
        let latest = try #require(try await told(field).first)
        #expect(latest.contains("\"count\":18") && latest.contains("\"first\":\"2026-10\""), "\(latest)")
    }

    /// Nobody counts an approach to somebody else, what ended before anybody was in touch, or a no.
    @Test func whatIsNoAnswerCountsNothing() async throws {
        let field = try await RequestGround(.sqlite)
        try await field.programmes.keepResponses()
        let empty = try await boxes(field)
        let receipt = try await field.asked()
        let id = try await field.accepted(by: field.ana).id
        try #require(try await field.programmes.closeRequest(id, by: field.ana)).get()
        #expect(try await boxes(field) == empty)
        // Opened again, it is another conversation.
        let seeker = try await field.pass(receipt)
        try #require(try await field.programmes.reopen(by: seeker, in: field.agency)).get()
        _ = try await field.begun(by: field.ana)
        #expect(try await boxes(field) == empty)
    }
}

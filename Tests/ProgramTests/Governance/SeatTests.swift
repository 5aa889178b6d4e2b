import Program
import Testing

/// What a seat asks for, against what directory and roles say.
@Suite struct SeatTests {
    private static func facts(
        _ standing: String, supervises: Bool = false, active: Bool = false
    ) throws -> SeatFacts {
        let day = try #require(Day("2020-01-01"))
        let classification = PersonRecord.Classification(rawValue: standing)
        return SeatFacts(
            standing: classification.map { .listed($0, from: day) } ?? (standing == "left" ? .left : .outside),
            supervises: supervises, isActiveSupporter: active)
    }

    @Test(
        arguments: [
            // Qualification, standing, supervises, active, attested, fits.
            (.nonSupervisoryEmployee, "sworn", false, false, false, true),
            (.nonSupervisoryEmployee, "civilian", false, false, false, true),
            (.nonSupervisoryEmployee, "sworn", true, false, true, false),
            (.nonSupervisoryEmployee, "volunteer", false, false, true, false),
            (.nonSupervisoryEmployee, "outside", false, false, true, false),
            (.activeSupporter, "sworn", true, true, false, true),
            (.activeSupporter, "sworn", false, false, true, false),
            (.administrator, "sworn", true, false, true, true), (.administrator, "sworn", true, false, false, false),
            (.administrator, "sworn", false, false, true, false), (.swornEmployee, "sworn", true, false, false, true),
            (.swornEmployee, "civilian", false, false, false, false),
            (.civilianEmployee, "civilian", true, false, false, true),
            (.civilianEmployee, "sworn", false, false, false, false),
            (.associationRepresentative, "outside", false, false, true, true),
            (.associationRepresentative, "sworn", false, true, false, false),
            (.employeeOrganisation, "sworn", true, false, true, true),
            (.lawEnforcementCounsellor, "outside", false, false, true, true),
            (.lawEnforcementCounsellor, "outside", false, false, false, false),
            (.licensedMentalHealthProfessional, "outside", false, false, true, true),
            (.licensedMentalHealthProfessional, "outside", false, false, false, false),
            (.lawEnforcementChaplain, "outside", false, false, true, true),
            (.lawEnforcementChaplain, "left", false, false, true, false),
            (.unspecified, "outside", false, false, false, true),
            (.unspecified, "left", true, true, true, false),
        ] as [(SeatRule.Qualification, String, Bool, Bool, Bool, Bool)])
    func whatASeatAsksFor(
        _ row: (what: SeatRule.Qualification, of: String, supervises: Bool, active: Bool, attested: Bool, fits: Bool)
    ) throws {
        let facts = try Self.facts(row.of, supervises: row.supervises, active: row.active)
        #expect((row.what.problem(with: facts, isAttested: row.attested) == nil) == row.fits, "\(row)")
    }

    @Test(
        arguments: [
            // Starts, until, ended, day, held.
            (nil, nil, nil, "2026-03-10", false), ("2026-03-10", nil, nil, "2026-03-10", true),
            ("2026-03-10", nil, nil, "2026-03-09", false), ("2026-03-10", "2028-03-10", nil, "2028-03-09", true),
            ("2026-03-10", "2028-03-10", nil, "2028-03-10", false),
            ("2026-03-10", "2028-03-10", "2026-05-01", "2026-05-01", false),
            ("2026-03-10", "2028-03-10", "2026-05-01", "2026-04-30", true),
        ] as [(String?, String?, String?, String, Bool)])
    func whenASeatIsHeld(_ row: (starts: String?, until: String?, ended: String?, day: String, held: Bool)) throws {
        let seat = Seat(
            id: "s", committee: CommitteeID("advisory"), seat: "employees", account: "ana", offeredBy: "chair",
            offeredOn: try #require(Day("2026-03-01")), startsOn: row.starts.flatMap { Day($0) },
            until: row.until.flatMap { Day($0) },
            ending: row.ended.flatMap { Day($0) }.map { SeatEnding(.ended, on: $0) })
        #expect(seat.isHeld(on: try #require(Day(row.day))) == row.held, "\(row)")
        #expect(seat.isOffered == (row.starts == nil && row.ended == nil))
    }
}

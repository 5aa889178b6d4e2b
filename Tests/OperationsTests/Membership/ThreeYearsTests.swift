import Operations
import PolicyPacks
import Program
import Sealing
import Store
import TestSupport
import Testing

/// Three years of each policy: every reminder of terms, reviews, words to sign, pauses, certificates, licences, seats, sessions and the
/// rules themselves comes once, on its day where the agency is, and not a second before.
@Suite struct ThreeYearsTests {
    /// Each pack with a place to be in: clocks that change, clocks that do not, days that begin before and after those of the server.
    private static let places = [
        ("sacramento-probation", "America/Los_Angeles"), ("kern-sheriff", "Pacific/Auckland"),
        ("orange-county-probation", "America/Phoenix"), ("police-division", "Europe/London"),
        ("iacp", "America/New_York"),
    ]

    private static let kinds: Set<NoticeKind> = [
        .termEnds, .agreementToSign, .pauseOver, .reviewDue, .trainingDue, .licenceEnds, .policyReview, .ownSeatEnds,
        .seatEnds, .periodWithoutSession,
    ]

    private static let start = "2026-11-20"

    /// The pack, with a review of its rules each year where it says who revises them.
    private static func pack(_ id: String) throws -> LoadedPack {
        let bundled = try BundledPacks.named(id)
        guard bundled.pack.governance.policyRevision != nil else { return bundled }
        return try BundledPacks.own(
            """
            id: springfield
            version: "1"
            extends: \(bundled.pack.id.text)
            agency: {title: Springfield}
            governance:
              policy-revision:
                review-every: {value: 12, basis: {chosen: "A year is long."}}
            """)
    }

    @Test(arguments: places) func eachReminderComesOnceAndOnItsDay(_ place: (pack: String, zone: String)) async throws {
        let ground = try await Ground(
            engines[0], own: try Self.pack(place.pack), on: Self.start, timeZone: place.zone)
        var years = try await Years(ground)
        try await years.begin()
        let expected = years.expected
        var day = try #require(Day(Self.start))
        let eves = Set(expected.flatMap(\.value).compactMap { $0.adding(days: -1) })
        let days = Set(expected.flatMap(\.value)).union(years.deeds.keys)
        for place in 0..<1_097 {
            day = try #require(day.adding(days: 1))
            if days.contains(day) {
                ground.clock.set(ground.agency.calendar.start(of: day))
                try await years.housekeeping()
                try ground.move(to: day.text)
                try await years.deeds[day]?()
                try await years.housekeeping()
            }
            if eves.contains(day) {
                // The last second of the day before.
                let next = ground.agency.calendar.start(of: try #require(day.adding(days: 1)))
                ground.clock.set(next.adding(seconds: -1))
                try await years.housekeeping()
            } else if place.isMultiple(of: 6) {
                try ground.move(to: day.text, hour: 12)
                try await years.housekeeping()
            }
        }
        let told = try await ground.database.read { transaction in
            try transaction.rows("SELECT kind, raised_on FROM notice").map {
                (kind: try $0.text("kind"), day: try $0.text("raised_on"))
            }
        }
        for kind in Self.kinds {
            let days = told.filter { $0.kind == kind.rawValue }.map(\.day).sorted()
            #expect(days == (expected[kind] ?? []).map(\.text).sorted(), "\(kind) of \(place.pack)")
        }
    }
}

/// What is to come in three years, computed by the calendar alone, and what people do meanwhile.
private struct Years {
    typealias Deed = @Sendable () async throws -> Void

    let ground: Ground
    var expected: [NoticeKind: [Day]] = [:]
    var deeds: [Day: Deed] = [:]

    private let first: Day

    init(_ ground: Ground) async throws {
        self.ground = ground
        first = try ground.agency.day(at: ground.clock.now)
    }

    private var policy: PolicyPack { ground.agency.policy }

    func housekeeping() async throws {
        let programmes = ground.programmes
        try await programmes.keepMemberships()
        try await programmes.keepSeats()
        try await programmes.remindOfTraining()
        try await programmes.remindOfLicences()
        try await programmes.remindOfPolicyReview()
        try await programmes.forgetReminders()
    }

    /// Ana signs, comes back, renews and is reviewed; Ben does nothing of it.
    mutating func begin() async throws {
        let ana = try await ground.enrol("ana", roles: ["supporter"])
        _ = try await ground.enrol("ben", roles: ["supporter"])
        _ = try await ground.enrol("kim", roles: [policy.administration.by.text])
        try await expectLicence()
        try await expectSeat()
        try await housekeeping()
        expected[.agreementToSign] = [first, first]
        let session = try await ground.signedIn("ana")
        let text = try await ground.programmes.ownAgreement(of: session).hash
        _ = try #require(try await ground.programmes.sign("Name of ana", under: text, by: session)).get()
        try await expectTerm(of: ana)
        try await expectReview(of: ana)
        try await expectCertificate(of: ana)
        try expectPause()
        if let every = policy.governance.policyRevision?.reviewEvery, let rule = policy.governance.policyRevision {
            let due = try day(months: every.value.number)
            expected[.policyReview] = policy.roles(of: rule.draftedBy).map { _ in due }
        }
        try expectPeriods()
    }

    private func day(months: Int) throws -> Day {
        try #require(Day(month: first.month.adding(months), number: first.number))
    }

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private mutating func expectTerm(of ana: String) async throws {
        guard let term = policy.membership.term else { return }
        let asked = try #require(try day(months: term.months.number).adding(days: -term.reminderDays.number))
        expected[.termEnds] = [asked, asked]
        let ground = ground
        deeds[try #require(asked.adding(days: 3))] = {
            try await #require(ground.programmes.askToRenew(by: ground.signedIn("ana"))).get()
            try await #require(ground.programmes.confirmRenewal(of: ana, by: ground.signedIn("kim"))).get()
        }
    }

    private mutating func expectReview(of ana: String) async throws {
        guard let rule = policy.membership.annualReview else { return }
        _ = try await ground.enrol("rita", roles: [rule.by.text])
        let due = try day(months: rule.everyMonths.number)
        let done = try #require(due.adding(days: 5))
        let next = try #require(Day(month: done.month.adding(rule.everyMonths.number), number: done.number))
        // Ana's twice, a year after each review; Ben's once, since nobody makes it.
        expected[.reviewDue] = [due, due, next]
        let (ground, parts) = (ground, rule.parts)
        deeds[done] = {
            let answers = Dictionary(uniqueKeysWithValues: parts.map { ($0, true) })
            try await #require(ground.programmes.review(ana, answers, by: ground.signedIn("rita"))).get()
        }
        // And that it be reviewed once more, so that nothing is due at the very end.
        deeds[next] = deeds[done]
    }

    private mutating func expectCertificate(of ana: String) async throws {
        guard let course = policy.training.courses.first(where: { $0.whom == nil }) else { return }
        let ends = try day("2027-06-30")
        let topics = Set(course.covers.map { TopicName("course.\(course.id)", $0.id) })
        let completion = CourseCompletion(
            id: RandomId().text, account: ana, course: course.id, title: course.title, doneOn: first,
            minutes: 60 * (course.hours?.number ?? 1), isApproved: true, topics: topics, expiresOn: ends)
        try await ground.database.write { [agency = ground.agency.id] in try $0.insert(completion, agency: agency) }
        expected[.trainingDue] = [try #require(ends.adding(days: -policy.training.schedule.warningDays.number))]
    }

    private mutating func expectLicence() async throws {
        guard let rule = policy.governance.consultants.first(where: \.licensed) else { return }
        let account = try await ground.enrol("carl", roles: [rule.role.text])
        let ends = try day("2027-08-15")
        let licence = ConsultantLicence(
            consultant: rule.id, account: account, licence: "No. 1", jurisdiction: "Here", expiresOn: ends)
        try await ground.database.write { [agency = ground.agency.id, first] transaction in
            try transaction.set(licence, agency: agency, on: first)
        }
        let due = try day("2027-06-16")
        expected[.licenceEnds] = policy.roles(with: .manageAccounts).map { _ in due }
    }

    private mutating func expectSeat() async throws {
        guard let committee = policy.governance.committees.first(where: { $0.term != nil }), let term = committee.term,
            let seat = committee.seats.first
        else { return }
        let holder = try await ground.enrol("mia", roles: [committee.memberRole.text], isEmployed: true)
        let until = try day(months: term.months.number)
        try await ground.database.write { [agency = ground.agency.id, first] transaction in
            try transaction.insert(
                Program.Seat(
                    id: RandomId().text, committee: committee.id, seat: seat.id, account: holder, offeredBy: holder,
                    offeredOn: first, startsOn: first, until: until, attested: SeatAttestation(by: holder, on: first)),
                agency: agency)
        }
        let due = try #require(until.adding(days: -term.reminderDays.number))
        expected[.ownSeatEnds] = [due]
        expected[.seatEnds] = [due]
    }

    /// Ana pauses for a while and comes back a week late.
    private mutating func expectPause() throws {
        guard let rule = policy.membership.inactivity.byOwnNotice else { return }
        let (begin, until) = (try day("2027-02-01"), try day("2027-03-14"))
        let (ground, applies) = (ground, rule.relevantReasons != nil)
        deeds[begin] = {
            let ana = try await ground.signedIn("ana")
            try await #require(ground.programmes.pause(until: until, reason: nil, applies: applies, by: ana)).get()
        }
        deeds[try #require(until.adding(days: 7))] = {
            try await #require(ground.programmes.comeBack(by: ground.signedIn("ana"))).get()
        }
        expected[.pauseOver] = [until]
    }

    /// No session is ever planned, so whoever plans hears of every period.
    private mutating func expectPeriods() throws {
        let rule = policy.training.schedule
        let months = rule.per == .year ? 12 : rule.per == .quarter ? 3 : 1
        let last = try #require(first.adding(days: 1_097))
        var month = first.month.adding(-((first.month.number - 1) % months))
        while month.firstDay < last {
            let end = month.adding(months - 1).lastDay
            let due = max(first, end.adding(days: -rule.warningDays.number) ?? end)
            if due <= last { expected[.periodWithoutSession, default: []].append(due) }
            month = month.adding(months)
        }
    }
}

import Foundation
import PolicyPacks
import Program
import TestSupport
import Testing

/// What a member may write down, at which times.
@Suite struct DutyEntryTests {
    private static let zone = "America/Los_Angeles"

    private static func calendar() throws -> AgencyCalendar { try #require(AgencyCalendar(timeZone: zone)) }

    private static func rules(_ pack: String = "orange-county-probation") throws -> DutyTimeRules {
        try BundledPacks.named(pack).pack.dutyTime
    }

    private static func new(
        _ day: String, _ from: String, _ until: String, status: DutyStatus = .offDuty, activity: DutyActivity = .support
    ) throws -> NewDutyTime {
        NewDutyTime(
            day: try #require(Day(day)), from: try #require(ClockMinute.minuteOfDay(from)),
            until: try #require(ClockMinute.minuteOfDay(until)), activity: activity, status: status,
            compensation: .overtime)
    }

    /// The moment at which the agency's clocks first show that time.
    private static func moment(_ day: String, _ time: String) throws -> Instant {
        try calendar().instant(
            of: ClockMinute(
                try #require(Day(day)), minute: try #require(ClockMinute.minuteOfDay(time))))
    }

    private static func entry(
        _ new: NewDutyTime, planned: Bool = false, among own: [DutyEntry] = [], at now: Instant
    ) throws -> Result<DutyEntry, Refusal> {
        try rules().entry(new, id: "e", planned: planned, among: own, on: try calendar(), at: now)
    }

    /// In the nights in which the clocks change, hours are those that passed.
    @Test(arguments: [
        ("2026-03-07", "22:00", "06:00", 420), ("2026-10-31", "22:00", "06:00", 540),
        ("2026-03-09", "22:00", "06:00", 480), ("2026-03-08", "01:30", "03:30", 60),
        ("2026-11-01", "00:30", "03:00", 210), ("2026-03-10", "23:30", "00:15", 45),
    ])
    func hoursAreThoseThatPassed(day: String, from: String, until: String, minutes: Int) throws {
        let later = try Self.moment(day, "12:00").adding(seconds: 86_400)
        let entry = try Self.entry(try Self.new(day, from, until), at: later).get()
        #expect(entry.time.minutes == minutes)
        let stored = try #require(StoredDutyEntry(entry).entry)
        #expect(stored == entry)
    }

    @Test func whatIsOverIsWrittenDownAndWhatIsToComeIsAskedFor() throws {
        let new = try Self.new("2026-03-10", "14:00", "15:00")
        let (start, end) = (try Self.moment("2026-03-10", "14:00"), try Self.moment("2026-03-10", "15:00"))
        #expect(throws: Never.self) { try Self.entry(new, at: end).get() }
        let early = try Self.entry(new, at: Instant(milliseconds: end.milliseconds - 1))
        #expect(early.problem == "until")
        #expect(throws: Never.self) {
            try Self.entry(new, planned: true, at: Instant(milliseconds: start.milliseconds - 1)).get()
        }
        #expect(try Self.entry(new, planned: true, at: start).problem == "from")
        // On duty nothing is asked ahead.
        let duty = try Self.new("2026-03-12", "14:00", "15:00", status: .onDuty)
        #expect(try Self.entry(duty, planned: true, at: start).problem == "status")
    }

    @Test func lengthsAndMonthsHaveTheirBounds() throws {
        let now = try Self.moment("2026-03-10", "12:00")
        #expect(try Self.entry(try Self.new("2026-03-09", "08:00", "08:00"), at: now).problem == "until")
        #expect(throws: Never.self) { try Self.entry(try Self.new("2026-03-08", "08:00", "07:59"), at: now).get() }
        // In the night in which the clocks go back a day and more would fit.
        let november = try Self.moment("2026-11-03", "12:00")
        #expect(try Self.entry(try Self.new("2026-10-31", "08:00", "07:30"), at: november).problem == "until")
        #expect(throws: Never.self) { try Self.entry(try Self.new("2026-10-31", "08:00", "07:00"), at: november).get() }
        // In the spring an hour is passed over: nothing is left of it.
        #expect(try Self.entry(try Self.new("2026-03-08", "02:10", "02:50"), at: now).problem == "until")
        #expect(throws: Never.self) { try Self.entry(try Self.new("2026-02-01", "08:00", "09:00"), at: now).get() }
        #expect(try Self.entry(try Self.new("2026-01-31", "08:00", "09:00"), at: now).problem == "day")
        #expect(try Self.entry(try Self.new("2026-05-01", "08:00", "09:00"), planned: true, at: now).problem == "day")
    }

    /// Against a list of minutes: an entry is refused exactly where it shares one with another.
    @Test func entriesOfOneMemberNeverOverlap() throws {
        var random = SeededRandom(seed: 7)
        let now = try Self.moment("2026-03-31", "12:00")
        var own: [DutyEntry] = []
        var taken: Set<Int64> = []
        for place in 0..<400 {
            let day = try #require(Day("2026-03-01")?.adding(days: Int.random(in: 0..<29, using: &random)))
            let from = Int.random(in: 0..<1_440, using: &random)
            let length = Int.random(in: 1...400, using: &random)
            let new = NewDutyTime(
                day: day, from: from, until: (from + length) % 1_440, activity: .support, status: .onDuty)
            let time = DutyStretch(day, from: new.from, until: new.until, on: try Self.calendar())
            guard time.minutes > 0 else { continue }
            let minutes = Set(time.start.milliseconds / 60_000..<time.end.milliseconds / 60_000)
            let result = try Self.entry(new, among: own, at: now)
            if own.count >= DutyEntry.mostPerMonth {
                #expect(throws: Refusal.self) { try result.get() }
            } else if minutes.isDisjoint(with: taken) {
                var entry = try result.get()
                entry = DutyEntry(id: "\(place)", time: entry.time, activity: .support, status: .onDuty)
                own.append(entry)
                taken.formUnion(minutes)
            } else {
                #expect(result.problem == "from")
            }
        }
        #expect(own.count == DutyEntry.mostPerMonth)
    }

    /// A month's box holds as many entries as a month may have, with the longest words of each.
    @Test func aFullMonthFitsItsBox() throws {
        let id = String(repeating: "z", count: 26)
        let time = DutyStretch(
            Instant(milliseconds: 7_258_118_300_000), until: Instant(milliseconds: 7_258_118_400_000))
        let longest = try #require(DutyActivity.allCases.max { $0.rawValue.count < $1.rawValue.count })
        let entry = DutyEntry(
            id: id, time: time, activity: longest, status: .offDuty, compensation: .compensatoryTimeOff,
            vehicle: String(repeating: "v", count: 60), isPlanned: true,
            decision: DutyDecision(by: id, at: time.end, isApproved: false, of: time), exportedIn: id)
        let full = [StoredDutyEntry](repeating: StoredDutyEntry(entry), count: DutyEntry.mostPerMonth)
        #expect(try JSONEncoder().encode(full).count < 1 << 14)
    }

    /// There is no word for time on a list, and none for a seeker, an incident or a reason.
    @Test func noKindOfActivityIsTimeOnAList() throws {
        for activity in DutyActivity.allCases {
            for word in ["call", "list", "roster", "stand", "avail", "shift"] {
                #expect(!activity.rawValue.contains(word), "\(activity)")
            }
        }
        let parts = Mirror(
            reflecting: try Self.entry(
                try Self.new("2026-03-09", "08:00", "09:00"), at: try Self.moment("2026-03-10", "08:00")
            ).get()
        ).children.compactMap(\.label)
        #expect(
            parts == [
                "id", "time", "activity", "status", "compensation", "vehicle", "isPlanned", "decision", "exportedIn",
            ])
    }

    @Test func theChoicesAreThoseOfThePack() throws {
        let calendar = try Self.calendar()
        let now = try Self.moment("2026-03-10", "12:00")
        let kern = try Self.rules("kern-sheriff")
        func kept(_ compensation: OffDutyRule.Compensation?, _ vehicle: String?) throws -> Result<DutyEntry, Refusal> {
            let new = NewDutyTime(
                day: try #require(Day("2026-03-09")), from: 480, until: 540, activity: .support, status: .offDuty,
                compensation: compensation, vehicle: vehicle)
            return kern.entry(new, id: "e", planned: false, among: [], on: calendar, at: now)
        }
        #expect(try kept(nil, nil).problem == "compensation" && kept(.overtime, "bicycle").problem == "vehicle")
        #expect(try kept(.compensatoryTimeOff, "fleet").get().vehicle == "fleet")
        // Where there is one way only, it is that one; where no pay is kept, none.
        let one = try Self.entry(try Self.new("2026-03-09", "08:00", "09:00"), at: now).get()
        #expect(one.compensation == .overtime)
        let unpaid = try Self.rules("sacramento-probation").entry(
            try Self.new("2026-03-09", "08:00", "09:00"), id: "e", planned: false, among: [], on: calendar, at: now)
        #expect(try unpaid.get().compensation == nil)
        #expect(try !Self.rules("police-division").isKept)
    }
}

extension Result where Failure == Refusal {
    /// The field of the first problem.
    fileprivate var problem: String? {
        switch self {
        case .success: nil
        case .failure(let refusal): refusal.problems.first?.field
        }
    }
}

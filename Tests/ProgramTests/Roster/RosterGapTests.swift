import Program
import Testing

/// Where nobody is there, and when that is said.
@Suite struct RosterGapTests {
    private func gaps(_ list: RosterList, _ from: String, _ until: String) throws -> [Stretch] {
        list.gaps(from: try RosterExamples.moment(from), until: try RosterExamples.moment(until))
    }

    @Test func aListForEveryHourHasAGapWhereverNobodyIs() throws {
        let list = try RosterExamples.list([
            RosterExamples.rotation(["ana"], shifts: [RosterExamples.hours([1, 2, 3, 4, 5], "08:00", "17:00")])
        ])
        #expect(
            try gaps(list, "2026-01-09 12:00", "2026-01-12 12:00")
                == [RosterExamples.stretch("2026-01-09 17:00", "2026-01-12 08:00")])
        #expect(try gaps(list, "2026-01-09 12:00", "2026-01-09 17:00") == [])
        #expect(try gaps(RosterExamples.list(), "2026-01-09", "2026-01-10").count == 1)
    }

    @Test func aListForItsShiftsHasAGapOnlyInThem() throws {
        let leave = Leave(
            id: "l", account: "ana", firstDay: try RosterExamples.day("2026-01-08"),
            lastDay: try RosterExamples.day("2026-01-08"))
        let list = try RosterExamples.list(
            [RosterExamples.rotation(["ana"], shifts: [RosterExamples.hours(RosterExamples.all, "18:00", "02:00")])],
            cover: .everyShift, leaves: [leave])
        #expect(
            try gaps(list, "2026-01-05", "2026-01-12")
                == [
                    RosterExamples.stretch("2026-01-08 00:00", "2026-01-08 02:00"),
                    RosterExamples.stretch("2026-01-08 18:00", "2026-01-09 00:00"),
                ])
        #expect(try gaps(RosterExamples.list(cover: .everyShift), "2026-01-05", "2026-01-12") == [])
    }

    @Test func hoursOfTheirOwnFillAGap() throws {
        let own = OwnHours(
            id: "h", account: "ben", kind: .offDuty, hours: try RosterExamples.hours([6, 7], "00:00", "00:00"))
        let list = try RosterExamples.list(
            [RosterExamples.rotation(["ana"], shifts: [RosterExamples.hours([1, 2, 3, 4, 5], "00:00", "00:00")])],
            ownHours: [own])
        #expect(try gaps(list, "2026-01-06", "2026-12-31") == [])
    }

    @Test func spansFollowEachOtherWithoutOverlap() throws {
        let list = try RosterExamples.list(
            [RosterExamples.rotation(["ana", "ben"], shifts: [RosterExamples.hours([1, 3, 6], "20:00", "04:00")])],
            overrides: [
                RosterOverride(
                    id: "o", account: "carla", instead: nil,
                    stretch: try RosterExamples.stretch("2026-03-07 23:00", "2026-03-08 12:00"))
            ])
        let window = try RosterExamples.stretch("2026-03-01", "2026-03-20")
        let spans = list.spans(in: window)
        #expect(spans.first?.stretch.from == window.from && spans.last?.stretch.until == window.until)
        for (span, next) in zip(spans, spans.dropFirst()) {
            #expect(span.stretch.until == next.stretch.from)
            #expect(span.onCall != next.onCall || span.opened != next.opened || span.isGap != next.isGap)
        }
    }

    // MARK: Saying so once

    private func hours(_ from: Int64, _ until: Int64) throws -> Stretch {
        try #require(
            Stretch(from: Instant(milliseconds: from * 3_600_000), until: Instant(milliseconds: until * 3_600_000)))
    }

    @Test func aDayOfALongGapIsProposed() throws {
        #expect(try hours(10, 20).proposedPart == hours(10, 20))
        #expect(try hours(10, 90).proposedPart == hours(10, 34))
    }

    @Test func aGapIsToldOfOnce() throws {
        let gap = try hours(10, 20)
        let first = RosterGapWatch(gaps: [gap], known: [])
        #expect(first.new == [gap] && first.known == [gap])
        #expect(RosterGapWatch(gaps: [gap], known: first.known).new == [])
    }

    @Test func aGapThatPassesOrIsFilledInPartIsNotNew() throws {
        let known = [try hours(10, 20)]
        #expect(RosterGapWatch(gaps: [try hours(13, 20)], known: known).new == [])
        #expect(RosterGapWatch(gaps: [try hours(10, 12), try hours(15, 20)], known: known).new == [])
        #expect(RosterGapWatch(gaps: [try hours(10, 30)], known: known).new == [])
    }

    @Test func aGapThatBeginsEarlierOrElsewhereIsNew() throws {
        let known = [try hours(10, 20)]
        #expect(RosterGapWatch(gaps: [try hours(9, 20)], known: known).new == [try hours(9, 20)])
        #expect(RosterGapWatch(gaps: [try hours(20, 22)], known: known).new == [try hours(20, 22)])
    }

    @Test func aGapThatWasFilledAndOpensAgainIsNew() throws {
        let gap = try hours(10, 20)
        let filled = RosterGapWatch(gaps: [], known: [gap])
        #expect(filled.known == [])
        #expect(RosterGapWatch(gaps: [gap], known: filled.known).new == [gap])
    }
}

import Program
import Testing

/// Who has the turn of a rotation, to the minute.
@Suite struct RotationTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let about: String
        let list: RosterList
        /// The time on the agency's clock, and who is on call then.
        let expected: [(String, [String])]

        var testDescription: String { about }
    }

    private static let cases: [@Sendable () throws -> Case] = [
        {
            Case(
                about: "Weekly turns begin at the hand-over and come round",
                list: try RosterExamples.list([RosterExamples.rotation(["ana", "ben", "carla"])]),
                expected: [
                    ("2026-01-05 07:59", []), ("2026-01-05 08:00", ["ana"]), ("2026-01-12 07:59", ["ana"]),
                    ("2026-01-12 08:00", ["ben"]), ("2026-01-19 08:00", ["carla"]), ("2026-01-26 08:00", ["ana"]),
                    // After both changes of the clock the hand-over is still at eight.
                    ("2026-03-09 07:59", ["carla"]), ("2026-03-09 08:00", ["ana"]),
                    ("2026-11-02 07:59", ["ana"]), ("2026-11-02 08:00", ["ben"]),
                ])
        },
        {
            Case(
                about: "Turns of two weeks",
                list: try RosterExamples.list([RosterExamples.rotation(["ana", "ben"], weeks: 2)]),
                expected: [
                    ("2026-01-12 08:00", ["ana"]), ("2026-01-19 07:59", ["ana"]), ("2026-01-19 08:00", ["ben"]),
                    ("2026-02-02 08:00", ["ana"]),
                ])
        },
        {
            Case(
                about: "It ends with the hand-over of its last day",
                list: try RosterExamples.list([RosterExamples.rotation(["ana"], until: "2026-02-02")]),
                expected: [("2026-02-02 07:59", ["ana"]), ("2026-02-02 08:00", [])])
        },
        {
            Case(
                about: "A night shift of Friday lasts into Saturday",
                list: try RosterExamples.list([
                    RosterExamples.rotation(["ana"], shifts: [RosterExamples.hours([5], "18:00", "06:00")])
                ]),
                expected: [
                    ("2026-01-09 17:59", []), ("2026-01-09 18:00", ["ana"]), ("2026-01-10 00:00", ["ana"]),
                    ("2026-01-10 05:59", ["ana"]), ("2026-01-10 06:00", []), ("2026-01-10 18:00", []),
                ])
        },
        {
            Case(
                about: "A shift whose end is its beginning lasts a day",
                list: try RosterExamples.list([
                    RosterExamples.rotation(["ana"], shifts: [RosterExamples.hours([7], "09:00", "09:00")])
                ]),
                expected: [
                    ("2026-01-11 08:59", []), ("2026-01-11 09:00", ["ana"]), ("2026-01-12 08:59", ["ana"]),
                    ("2026-01-12 09:00", []),
                ])
        },
        {
            Case(
                about: "A hand-over within a shift hands over the rest of it",
                list: try RosterExamples.list([
                    RosterExamples.rotation(
                        ["ana", "ben"], at: "00:00", shifts: [RosterExamples.hours([7], "18:00", "06:00")])
                ]),
                expected: [("2026-01-11 23:59", ["ana"]), ("2026-01-12 00:00", ["ben"]), ("2026-01-12 06:00", [])])
        },
        {
            Case(
                about: "The first rotation is called first, and nobody twice",
                list: try RosterExamples.list([
                    RosterExamples.rotation(["ana", "ben"]), RosterExamples.rotation(["ben", "carla"], name: "Second"),
                    RosterExamples.rotation(["ana", "carla"], name: "Third"),
                ]),
                expected: [("2026-01-06", ["ana", "ben"]), ("2026-01-13", ["ben", "carla"])])
        },
        {
            Case(
                about: "Hours that the clock skips or shows twice belong to one shift each",
                list: try RosterExamples.list([
                    RosterExamples.rotation(["ana"], shifts: [RosterExamples.hours([6], "22:00", "02:30")]),
                    RosterExamples.rotation(
                        ["ben"], shifts: [RosterExamples.hours([7], "02:30", "08:00")], name: "Later"),
                ]),
                expected: [
                    ("2026-03-08 01:59", ["ana"]), ("2026-03-08 03:00", ["ben"]), ("2026-11-01 01:59", ["ana"]),
                    ("2026-11-01 02:29", ["ana"]), ("2026-11-01 02:30", ["ben"]),
                ])
        },
    ]

    @Test(arguments: cases.indices) func whoIsOnCall(_ index: Int) throws {
        let given = try Self.cases[index]()
        for (time, accounts) in given.expected {
            let moment = try RosterExamples.moment(time)
            #expect(given.list.onCall(at: moment) == accounts, "\(given.about): \(time)")
        }
    }

    /// A night lasts as long as the night is: an hour less in spring, an hour more in autumn.
    @Test(arguments: [("2026-03-06", 8), ("2026-03-07", 7), ("2026-10-30", 8), ("2026-10-31", 9)])
    func lengthOfANight(_ evening: String, _ hours: Int64) throws {
        let list = try RosterExamples.list([
            RosterExamples.rotation(["ana"], shifts: [RosterExamples.hours(RosterExamples.all, "22:00", "06:00")])
        ])
        let noon = try RosterExamples.moment("\(evening) 12:00")
        let window = try #require(Stretch(from: noon, until: noon.adding(seconds: 86_400)))
        let nights = list.shifts(of: "ana", in: window)
        #expect(nights.count == 1)
        #expect(nights.first.map { $0.until.milliseconds - $0.from.milliseconds } == hours * 3_600_000)
    }

    @Test func theSecondOfTwoHoursIsNotALoophole() throws {
        let calendar = try RosterExamples.calendar()
        let list = try RosterExamples.list([
            RosterExamples.rotation(["ana"], shifts: [RosterExamples.hours([6], "18:00", "01:30")]),
            RosterExamples.rotation(["ben"], shifts: [RosterExamples.hours([7], "01:30", "18:00")], name: "Sunday"),
        ])
        let first = try RosterExamples.moment("2026-11-01 01:30", in: calendar)
        for minutes in Int64(0)..<120 {
            #expect(list.onCall(at: first.adding(seconds: minutes * 60)) == ["ben"], "\(minutes)")
        }
        #expect(list.onCall(at: first.adding(seconds: -1)) == ["ana"])
    }
}

import Program
import Testing

/// What a supporter fills in becomes an entry or is refused, field by field.
@Suite struct ContactFormTests {
    private static let form = ContactForm(
        kinds: [
            ContactKind(
                "contact",
                [
                    .one("sex", "male", "female"), .several("issues", atLeast: 1, "family", "medical", "other"),
                    .amount(.minutes, 1...1440, required: true), .amount(.referrals, 0...20, required: false),
                    Question("follow-up", .confirmation),
                ]),
            ContactKind("debriefing", [.amount(.participants, 2...500, required: true)]),
        ])

    private static let right: [String: [String]] = [
        "day": ["2026-11-08"], "sex": ["female"], "issues": ["family", "other"], "minutes": ["45"],
        "referrals": ["0"], "follow-up": ["yes"],
    ]

    private func answer(
        _ changes: [String: [String]?] = [:], kind: String = "contact", today: String = "2026-11-20"
    ) throws -> Result<ContactEntry, Refusal> {
        var values = Self.right
        for (field, value) in changes { values[field] = value }
        return Self.form.entry(
            from: ContactAnswers(kind: kind, values: values), in: try #require(Month("2026-11")),
            today: try #require(Day(today)))
    }

    @Test func takesExactlyWhatTheFormAsks() throws {
        let entry = try answer().get()
        #expect(entry.kind == "contact")
        #expect(entry.day == Day("2026-11-08"))
        #expect(entry.choices == ["sex": ["female"], "issues": ["family", "other"]])
        #expect(entry.confirmed == ["follow-up"])
        #expect(entry.amounts == [.minutes: 45, .referrals: 0])
        #expect(entry.minutes == 45)
    }

    @Test(
        arguments: [
            ["referrals": nil], ["referrals": [""]], ["follow-up": nil], ["follow-up": [""]], ["minutes": ["1"]],
            ["minutes": ["1440"]], ["minutes": ["0045"]], ["day": ["2026-11-20"]], ["day": ["2026-11-01"]],
            ["issues": ["other", "medical", "family"]], ["referrals": ["20"]],
        ] as [[String: [String]?]])
    func takes(_ changes: [String: [String]?]) throws {
        _ = try answer(changes).get()
    }

    /// Field, what is given for it, and nothing else wrong.
    @Test(
        arguments: [
            ("day", nil), ("day", [""]), ("day", ["2026-11-21"]), ("day", ["2026-10-31"]), ("day", ["2026-12-01"]),
            ("day", ["2026-11-31"]), ("day", ["8"]), ("day", ["2026-11-08T10:00"]),
            ("day", ["2026-11-08", "2026-11-08"]), ("day", ["2026-11-8"]),
            ("sex", nil), ("sex", [""]), ("sex", ["Female"]), ("sex", ["male", "female"]),
            ("sex", ["female", "female"]),
            ("issues", nil), ("issues", []), ("issues", [""]), ("issues", ["family", "family"]),
            ("issues", ["family", "grief"]),
            ("minutes", nil), ("minutes", [""]), ("minutes", ["0"]), ("minutes", ["1441"]), ("minutes", ["-1"]),
            ("minutes", ["+5"]), ("minutes", ["4 5"]), ("minutes", ["45.0"]), ("minutes", ["1e2"]), ("minutes", ["٤٥"]),
            ("minutes", ["99999999999999999999"]), ("minutes", ["45", "45"]), ("minutes", ["0000045"]),
            ("referrals", ["21"]), ("referrals", ["no"]), ("referrals", ["1", "2"]),
            ("follow-up", ["true"]), ("follow-up", ["no"]), ("follow-up", ["yes", "yes"]),
            ("note", ["He said that"]), ("note", [""]), ("note", []), ("time", ["10:30"]), ("participants", ["3"]),
            ("Sex", ["male"]),
        ] as [(String, [String]?)])
    func refusesOneFieldAndNamesIt(field: String, values: [String]?) throws {
        let refusal = #expect(throws: Refusal.self) { try answer([field: values]).get() }
        #expect(refusal?.problems.map(\.field) == [field])
        #expect(refusal?.problems.allSatisfy { !$0.message.isEmpty } == true)
    }

    @Test func refusesAllWrongFieldsAtOnce() throws {
        let refusal = #expect(throws: Refusal.self) {
            try answer(["day": nil, "sex": ["x"], "issues": nil, "minutes": ["0"], "z": ["1"], "a": ["2"]]).get()
        }
        #expect(refusal?.problems.map(\.field) == ["day", "sex", "issues", "minutes", "a", "z"])
    }

    @Test func neverRepeatsWhatWasTyped() throws {
        let refusal = #expect(throws: Refusal.self) {
            try answer(["sex": ["Jane Doe"], "minutes": ["Jane Doe"], "day": ["Jane Doe"], "note": ["Jane Doe"]]).get()
        }
        #expect(refusal?.problems.count == 4)
        #expect(refusal?.problems.contains { $0.message.contains("Jane") } == false)
    }

    @Test(arguments: ["", "Contact", "group", "debriefing "]) func refusesAnUnknownKind(kind: String) throws {
        let refusal = #expect(throws: Refusal.self) { try answer(kind: kind).get() }
        #expect(refusal?.problems.map(\.field) == ["kind"])
    }

    @Test func theOtherKindsQuestionsAreNoFields() throws {
        let refusal = #expect(throws: Refusal.self) {
            try answer(["participants": ["6"], "follow-up": nil, "referrals": nil], kind: "debriefing").get()
        }
        #expect(refusal?.problems.map(\.field) == ["issues", "minutes", "sex"])
    }

    /// A day is a calendar day and nothing of the clock: those on which clocks change are as good as any.
    @Test(arguments: ["2026-03-08", "2026-11-01", "2024-02-29"]) func daysOfClockChanges(text: String) throws {
        let day = try #require(Day(text))
        var values = Self.right
        values["day"] = [text]
        let entry = Self.form.entry(
            from: ContactAnswers(kind: "contact", values: values), in: day.month, today: day)
        #expect(try entry.get().day == day)
    }

    @Test func aFormOfMonthsHasNoDayField() throws {
        let form = ContactForm(
            title: "Monthly", grain: .month, bearsSupporterName: false, kinds: Self.form.kinds, basis: testBasis)
        let month = try #require(Month("2026-11"))
        let today = try #require(Day("2026-11-20"))
        var values = Self.right
        let refusal = #expect(throws: Refusal.self) {
            try form.entry(from: ContactAnswers(kind: "contact", values: values), in: month, today: today).get()
        }
        #expect(refusal?.problems.map(\.field) == ["day"])
        values["day"] = nil
        let entry = form.entry(from: ContactAnswers(kind: "contact", values: values), in: month, today: today)
        #expect(try entry.get().day == nil)
    }
}

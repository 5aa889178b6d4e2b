import HTML
import Program

/// Hours that come every week, asked by three fields.
struct WeekFields: Sendable {
    let weekdays: Field<Weekdays>
    let from: Field<Int>
    let until: Field<Int>

    init() { self.init("", isOptional: false) }

    /// Those of one shift of several on a page, which may be left open.
    init(shift number: Int) { self.init("shifts-\(number)-", isOptional: true) }

    private init(_ prefix: String, isOptional: Bool) {
        weekdays = .weekdays("\(prefix)weekdays", isOptional: isOptional)
        from = .clock(
            "\(prefix)from", "Begins at", "On the agency’s clock.",
            about: "On the agency's clock, such as `18:00`.", isOptional: isOptional)
        until = .clock(
            "\(prefix)until", "Ends at", "Where it is not later, it ends on the next day.",
            about: "Where it is not later than `from`, on the next day.", isOptional: isOptional)
    }

    var input: Input<WeeklyHours> {
        Input(weekdays, from, until) { days, from, until throws(Refusal) in
            try WeeklyHours.asked(days, from: from, until: until)
        }
    }

    /// With hours as they are.
    func filled(_ hours: WeeklyHours, in filled: Filled = Filled()) -> Filled {
        var filled = filled
        filled.ticked[weekdays.name] = hours.weekdays.days.map { String($0) }
        filled.first[from.name] = ClockMinute.time(hours.from)
        filled.first[until.name] = ClockMinute.time(hours.until)
        return filled
    }
}

extension WeeklyHours {
    static func asked(_ days: Weekdays, from: Int, until: Int) throws(Refusal) -> WeeklyHours {
        guard let hours = WeeklyHours(days, from: from, until: until) else {
            throw Refusal("Days: at least one day.", field: "weekdays")
        }
        return hours
    }
}

extension Field where Value == Weekdays {
    fileprivate static func weekdays(_ name: String, isOptional: Bool) -> Field {
        Field(
            name: name,
            property: { _ in
                Schema.Property(
                    name, .list(of: .integer(1...7), atLeast: 1, unique: true), about: "Monday is 1, Sunday 7.")
            },
            control: { form, _, filled in
                form.choices(
                    name, "Days", zip(1...7, Weekdays.names).map { FieldOption(String($0), $1) },
                    first: filled.ticked[name] ?? [], isOptional: isOptional)
            },
            read: { answers, _ throws(Refusal) in
                let sent = answers.all(name)
                let days = sent.compactMap { Int($0) }.filter { (1...7).contains($0) }
                guard days.count == sent.count else { throw Refusal("Days: choose from the list.", field: name) }
                guard !days.isEmpty else { throw Refusal("Days: at least one day.", field: name) }
                return Weekdays(days)
            })
    }
}

extension Field where Value == Int {
    fileprivate static func clock(
        _ name: String, _ label: String, _ hint: String, about: String, isOptional: Bool
    ) -> Field {
        time(name, label, FieldWords(hint: hint, about: about)).asked { form, name, _, filled in
            form.time(name, label, first: filled.first[name], hint: hint, isOptional: isOptional)
        }
    }
}

extension Field where Value == [WeeklyHours] {
    /// The shifts of a rotation: a list of objects by a program; on a page three fields for each, which may all be left open.
    static let shifts = Field(
        name: "shifts",
        property: {
            Schema.Property(
                "shifts", .list(of: .object(WeekFields().input.properties($0))), required: false,
                about: "Left empty, somebody is on call all the time.")
        },
        control: { form, pack, filled in
            let present = ofPage.prefix { filled.first[$0.from.name] != nil }.count
            let shown = ofPage.prefix(present + 2).enumerated().map { place, fields in
                card("Shift \(place + 1)", level: .third, fields.input.html(form, pack, filled))
            }
            return section(
                "Hours", lead: "Leave every shift empty for a rotation that is on call all the time.", shown.joined())
        },
        read: { answers, agency throws(Refusal) in
            let read =
                answers.body.map { body in
                    (body["shifts"]?.array ?? []).map {
                        WeekFields().input.read(Answers($0), agency).within("shifts")
                    }
                }
                ?? ofPage.map(\.input).filter { input in !input.namesOnPages.allSatisfy { answers[$0] == nil } }
                .map { $0.read(answers, agency) }
            return try [WeeklyHours].all(of: read)
        })

    private static let ofPage = (1...RosterList.mostShifts).map { WeekFields(shift: $0) }
}

extension [WeeklyHours] {
    /// All of them, or everything that is wrong with any.
    fileprivate static func all(of results: [Result<WeeklyHours, Refusal>]) throws(Refusal) -> [WeeklyHours] {
        var hours: [WeeklyHours] = []
        var problems: [Refusal.Problem] = []
        for result in results {
            do throws(Refusal) { hours.append(try result.get()) } catch { problems += error.problems }
        }
        guard problems.isEmpty else { throw Refusal(problems) }
        return hours
    }
}

import HTML
import Operations
import Program

extension Field where Value == Day {
    /// A day, in the browser's own calendar.
    static func day(_ name: String, _ label: String, _ words: FieldWords = FieldWords()) -> Field {
        Field(
            name: name, property: { words.property(name, .day, required: true, $0) },
            control: { form, pack, filled in
                form.date(name, label, first: filled.first[name], hint: words.hint, clause: words.clause(pack))
            },
            read: { answers, _ throws(Refusal) in
                guard let day = answers[name].flatMap({ Day($0) }) else { throw Refusal.notADay(label, field: name) }
                return day
            })
    }
}

extension Field where Value == Day? {
    /// A day that may be left out.
    static func day(maybe name: String, _ label: String, _ words: FieldWords = FieldWords()) -> Field {
        Field(
            name: name, property: { words.property(name, .day, required: false, $0) },
            control: { form, pack, filled in
                form.date(
                    name, label, first: filled.first[name], hint: words.hint, clause: words.clause(pack),
                    isOptional: true)
            },
            read: { answers, _ throws(Refusal) in
                guard let text = answers[name] else { return nil }
                guard let day = Day(text) else { throw Refusal.notADay(label, field: name) }
                return day
            })
    }
}

extension Field where Value == Int {
    /// A time of day as clocks show it, such as `08:00`: minutes since midnight.
    static func time(_ name: String, _ label: String, _ words: FieldWords = FieldWords()) -> Field {
        Field(
            name: name, property: { words.property(name, .time, required: true, $0) },
            control: { form, pack, filled in
                form.time(name, label, first: filled.first[name], hint: words.hint, clause: words.clause(pack))
            },
            read: { answers, _ throws(Refusal) in
                guard let minute = answers[name].flatMap({ ClockMinute.minuteOfDay($0) }) else {
                    throw Refusal("\(label): a time such as 08:00.", field: name)
                }
                return minute
            })
    }

    /// A whole number with its unit.
    static func number(
        _ name: String, _ label: String, _ range: ClosedRange<Int>, unit: String? = nil,
        _ words: FieldWords = FieldWords()
    ) -> Field {
        Field(
            name: name, property: { words.property(name, .integer(range), required: true, $0) },
            control: { form, pack, filled in
                form.number(
                    name, label, range: range, first: filled.first[name].flatMap { Int($0) }, unit: unit,
                    hint: words.hint, clause: words.clause(pack))
            },
            read: { answers, _ throws(Refusal) in
                guard let number = answers[name].flatMap({ Int($0) }), range.contains(number) else {
                    throw Refusal.answer(
                        to: label, "a whole number from \(range.lowerBound) to \(range.upperBound).", field: name)
                }
                return number
            })
    }
}

extension Field where Value == Int {
    /// A number that the page knows by itself, such as which version of a thing it shows.
    ///
    /// - Parameter missing: what is said where it did not come along.
    static func hiddenNumber(
        _ name: String, _ range: ClosedRange<Int>, missing: String, _ words: FieldWords = FieldWords()
    ) -> Field {
        Field(
            name: name, isTyped: false, property: { words.property(name, .integer(range), required: true, $0) },
            control: { _, _, filled in hidden(name, filled.first[name] ?? "") },
            read: { answers, agency throws(Refusal) in
                guard let number = answers[name].flatMap({ Int($0) }), range.contains(number) else {
                    throw Refusal(missing, field: name, clauses: words.clauses(agency.policy))
                }
                return number
            })
    }
}

extension Field where Value == Instant {
    /// A moment: on a page a day and a time on the agency's clocks, by a program in UTC.
    static func moment(_ name: String, _ label: String, _ words: FieldWords = FieldWords()) -> Field {
        Field(
            name: name, property: { words.property(name, .moment, required: true, $0) },
            control: { form, pack, filled in
                form.moment(name, label, first: filled.first[name], hint: words.hint, clause: words.clause(pack))
            },
            read: { answers, agency throws(Refusal) in
                guard let text = answers[name] else { throw Refusal.notAMoment(label, answers, field: name) }
                return try Instant.read(text, label, answers, agency, field: name)
            })
    }
}

extension Field where Value == Instant? {
    /// A moment that may be left out.
    static func moment(maybe name: String, _ label: String, _ words: FieldWords = FieldWords()) -> Field {
        Field(
            name: name, property: { words.property(name, .moment, required: false, $0) },
            control: { form, pack, filled in
                form.moment(
                    name, label, first: filled.first[name], hint: words.hint, clause: words.clause(pack),
                    isOptional: true)
            },
            read: { answers, agency throws(Refusal) in
                guard let text = answers[name] else { return nil }
                return try Instant.read(text, label, answers, agency, field: name)
            })
    }
}

extension Instant {
    fileprivate static func read(
        _ text: String, _ label: String, _ answers: Answers, _ agency: Agency, field: String
    ) throws(Refusal) -> Instant {
        let moment = answers.areOfPage ? agency.calendar.instant(local: text) : Instant(text)
        guard let moment else { throw Refusal.notAMoment(label, answers, field: field) }
        return moment
    }
}

extension Field where Value == Bool {
    /// A statement that may be ticked.
    ///
    /// - Parameter required: whether a program has to say it either way.
    static func flag(
        _ name: String, _ statement: String, required: Bool = true, _ words: FieldWords = FieldWords()
    ) -> Field {
        Field(
            name: name, property: { words.property(name, .boolean, required: required, $0) },
            control: { form, pack, filled in
                form.choices(
                    name, statement, [FieldOption("yes", "Yes")], first: filled.ticked[name] ?? [], hint: words.hint,
                    clause: words.clause(pack), isOptional: true)
            },
            read: { answers, _ throws(Refusal) in answers[name] == "yes" })
    }
}

extension Field where Value == Bool {
    /// A statement to agree to or not, ticked in one place.
    ///
    /// - Parameter hint: what the pack says to it.
    static func tick(
        _ name: String, _ statement: String, _ words: FieldWords = FieldWords(),
        hint: @escaping @Sendable (PolicyPack) -> String? = { _ in nil }
    ) -> Field {
        Field(
            name: name, property: { words.property(name, .boolean, required: true, $0) },
            control: { form, pack, filled in
                form.agreement(
                    name, statement, first: filled.ticked[name]?.isEmpty == false, hint: hint(pack) ?? words.hint,
                    clause: words.clause(pack))
            },
            read: { answers, _ throws(Refusal) in answers[name] == "yes" })
    }
}

extension Field where Value == Void {
    /// A statement that must be ticked before the act is done.
    ///
    /// - Parameter missing: what is said where it was not.
    static func confirmation(
        _ name: String, _ statement: String, missing: String, _ words: FieldWords = FieldWords()
    ) -> Field {
        Field(
            name: name, property: { words.property(name, .boolean, required: true, $0) },
            control: { form, pack, _ in
                form.agreement(name, statement, hint: words.hint, clause: words.clause(pack))
            },
            read: { answers, agency throws(Refusal) in
                guard answers[name] == "yes" else {
                    throw Refusal(missing, field: name, clauses: words.clauses(agency.policy))
                }
            })
    }
}

extension Refusal {
    fileprivate static func notAMoment(_ label: String, _ answers: Answers, field: String) -> Refusal {
        Refusal(
            answers.areOfPage
                ? "\(label): a day and a time such as 2026-11-20 18:00."
                : "\(label): a moment in UTC such as 2026-11-20T18:00:00Z.", field: field)
    }

    static func notADay(_ label: String, field: String) -> Refusal {
        answer(to: label, "a day such as 2026-11-20.", field: field)
    }
}

extension AgencyCalendar {
    /// `2026-11-20T18:00` on the agency's clocks, as browsers show and send it.
    func local(_ instant: Instant) -> String {
        let minute = clock(at: instant)
        return "\(minute.day?.text ?? "")T\(minute.time)"
    }

    /// Reads what ``local(_:)`` writes, or the same with a blank between; nothing else is a time.
    func instant(local text: String) -> Instant? {
        let parts = text.split { $0 == "T" || $0 == " " }
        guard parts.count == 2, let day = Day(String(parts[0])),
            let minute = ClockMinute.minuteOfDay(String(parts[1]))
        else { return nil }
        return instant(of: ClockMinute(day, minute: minute))
    }
}

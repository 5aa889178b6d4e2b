import HTML
import Operations
import Program

extension Field where Value == Day {
    /// A day, in the browser's own calendar.
    static func day(_ name: String, _ label: String, _ words: FieldWords = FieldWords()) -> Field {
        Field(
            name, words, as: .day,
            control: { form, look in
                form.date(
                    name, label, first: look.first, hint: look.hint, origin: look.origin, isOptional: look.isOptional)
            },
            read: { answers, _ throws(Refusal) in
                guard let day = answers[name].flatMap({ Day($0) }) else {
                    throw Refusal.unread("a day", "2026-11-20", label, answers, field: name)
                }
                return day
            })
    }
}

extension Field where Value == Day? {
    /// A day that may be left out.
    static func day(maybe name: String, _ label: String, _ words: FieldWords = FieldWords()) -> Field {
        Field<Day>.day(name, label, words).maybe
    }
}

extension Field where Value == Int {
    /// A time of day as clocks show it, such as `08:00`: minutes since midnight.
    static func time(_ name: String, _ label: String, _ words: FieldWords = FieldWords()) -> Field {
        Field(
            name, words, as: .time,
            control: { form, look in form.time(name, label, first: look.first, hint: look.hint, origin: look.origin) },
            read: { answers, _ throws(Refusal) in
                guard let minute = answers[name].flatMap({ ClockMinute.minuteOfDay($0) }) else {
                    throw Refusal.unread("a time", "08:00", label, answers, field: name)
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
            name, words, as: .integer(range),
            control: { form, look in
                form.number(
                    name, label, range: range, first: look.first.flatMap { Int($0) }, unit: unit, hint: look.hint,
                    origin: look.origin)
            },
            read: { answers, _ throws(Refusal) in
                guard let number = answers.number(name, in: range) else {
                    throw Refusal.answer(
                        to: label, "a whole number from \(range.lowerBound) to \(range.upperBound).", field: name)
                }
                return number
            })
    }

    /// A number that the page knows by itself, such as which version of a thing it shows.
    ///
    /// - Parameter missing: what is said where it did not come along.
    static func hiddenNumber(
        _ name: String, _ range: ClosedRange<Int>, missing: String, _ words: FieldWords = FieldWords()
    ) -> Field {
        var field = Field(
            name, words, as: .integer(range), control: { _, look in hidden(name, look.first ?? "") },
            read: { answers, agency throws(Refusal) in
                guard let number = answers.number(name, in: range) else {
                    throw Refusal(missing, field: name, clauses: words.clauses(agency.policy))
                }
                return number
            })
        field.isTyped = false
        return field
    }
}

extension Answers {
    fileprivate func number(_ name: String, in range: ClosedRange<Int>) -> Int? {
        self[name].flatMap { Int($0) }.flatMap { range.contains($0) ? $0 : nil }
    }
}

extension Field where Value == Instant {
    /// A moment: on a page a day and a time on the agency's clocks, by a program in UTC.
    static func moment(_ name: String, _ label: String, _ words: FieldWords = FieldWords()) -> Field {
        Field(
            name, words, as: .moment,
            control: { form, look in
                form.moment(
                    name, label, first: look.first, hint: look.hint, origin: look.origin, isOptional: look.isOptional)
            },
            read: { answers, agency throws(Refusal) in
                let moment = answers[name].flatMap { text in
                    answers.areOfPage ? agency.calendar.instant(local: text) : Instant(text)
                }
                guard let moment else {
                    throw answers.areOfPage
                        ? Refusal.unread("a day and a time", "2026-11-20 18:00", label, answers, field: name)
                        : Refusal.unread("a moment in UTC", "2026-11-20T18:00:00Z", label, answers, field: name)
                }
                return moment
            })
    }
}

extension Field where Value == Instant? {
    /// A moment that may be left out.
    static func moment(maybe name: String, _ label: String, _ words: FieldWords = FieldWords()) -> Field {
        Field<Instant>.moment(name, label, words).maybe
    }
}

extension Field where Value == Bool {
    /// A statement that may be ticked.
    static func flag(_ name: String, _ statement: String, _ words: FieldWords = FieldWords()) -> Field {
        Field(
            name, words, as: .boolean,
            control: { form, look in
                form.choices(
                    name, statement, [FieldOption("yes", "Yes")], first: look.ticked, hint: look.hint,
                    origin: look.origin, isOptional: true)
            },
            read: { answers, _ throws(Refusal) in answers[name] == "yes" })
    }

    /// A statement to agree to or not, ticked in one place.
    ///
    /// - Parameter hint: what the pack says to it.
    static func tick(
        _ name: String, _ statement: String, _ words: FieldWords = FieldWords(),
        hint: @escaping @Sendable (PolicyPack) -> String? = { _ in nil }
    ) -> Field {
        Field(
            name, words, as: .boolean,
            control: { form, look in
                form.agreement(
                    name, statement, first: !look.ticked.isEmpty, hint: hint(look.pack) ?? look.hint,
                    origin: look.origin)
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
            name, words, as: .boolean,
            control: { form, look in form.agreement(name, statement, hint: look.hint, origin: look.origin) },
            read: { answers, agency throws(Refusal) in
                guard answers[name] == "yes" else {
                    throw Refusal(missing, field: name, clauses: words.clauses(agency.policy))
                }
            })
    }
}

extension Refusal {
    /// Whoever left a browser's own control empty has seen days and times in the way of their country, which no example is of.
    fileprivate static func unread(
        _ kind: String, _ example: String, _ label: String, _ answers: Answers, field: String
    ) -> Refusal {
        let isLeftEmpty = answers.areOfPage && answers[field] == nil
        return answer(to: label, isLeftEmpty ? "choose \(kind)." : "\(kind) such as \(example).", field: field)
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

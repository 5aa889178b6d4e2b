import Operations
import Program

extension AgencyCalendar {
    /// `Fri 20 November, 18:00 to Sat 21 November, 06:00`; the day once where it is one.
    func words(_ stretch: Stretch) -> String {
        let (from, until) = (clock(at: stretch.from), clock(at: stretch.until))
        let isOneDay = from.dayNumber == until.dayNumber
        return "\(words(from)) to \(isOneDay ? until.time : words(until))"
    }

    /// `Fri 20 November, 18:00`.
    func words(_ minute: ClockMinute) -> String { "\(minute.day?.shortName ?? ""), \(minute.time)" }

    func words(_ instant: Instant) -> String { words(clock(at: instant)) }
}

extension Weekdays {
    /// Monday first.
    static let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    /// `Every day`, `Mon to Fri`, `Mon, Wed`.
    var words: String {
        let days = days
        guard let first = days.first, let last = days.last else { return "" }
        let isRow = days.count > 2 && last - first + 1 == days.count
        if isRow { return days.count == 7 ? "Every day" : "\(Self.names[first - 1]) to \(Self.names[last - 1])" }
        return days.map { Self.names[$0 - 1] }.joined(separator: ", ")
    }
}

extension WeeklyHours {
    /// `Mon to Fri, 18:00 to 06:00`.
    var words: String {
        "\(weekdays.words), \(ClockMinute.time(from)) to \(ClockMinute.time(until))"
    }
}

extension Country {
    /// `Mon to Fri, 08:00 to 17:00, but for holidays`.
    var openWords: String {
        let hours = businessHours.open.compactMap(\.weekly?.words).joined(separator: "; ")
        return holidays.days.isEmpty ? hours : "\(hours), but for holidays"
    }
}

extension OwnHours.Kind {
    var words: String {
        switch self {
        case .onDuty: "At work"
        case .offDuty: "Off duty, opened by you"
        }
    }
}

extension Rotation {
    /// `A week each, handed over on Mondays at 08:00`.
    var turnWords: String {
        let length = weeks == 1 ? "A week each" : "\(weeks) weeks each"
        return "\(length), handed over on \(Self.weekdayNames[startsOn.weekday - 1])s at \(ClockMinute.time(handOver))"
    }

    /// `All the time`, or its shifts.
    var shiftWords: String {
        shifts.isEmpty ? "All the time" : shifts.map(\.words).joined(separator: "; ")
    }

    private static let weekdayNames = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
}

extension RosterBoard {
    /// What everybody is called; a word for whoever is nobody any more.
    func name(_ account: String) -> String { names[account] ?? "Somebody who left" }

    func names(_ accounts: [String]) -> String { accounts.map(name).joined(separator: ", ") }
}

extension OwnRoster {
    func name(_ account: String) -> String { names[account] ?? "Somebody who left" }
}

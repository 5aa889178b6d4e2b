/// Where the agency is: its country's profile, with whatever the agency has otherwise. A pack names the profile, `country: canada`,
/// or says `extends:` and what differs; without it that of the United States is taken.
package struct Country: PolicyValue {
    package let id: String
    /// As people read it.
    package let name: String
    /// Police, fire brigade and ambulance where somebody is in danger now, as it is dialled.
    package let emergencyNumber: String
    /// Lines that answer everybody in the country who is in a crisis; told before the agency's own, and first of all things.
    package let crisisLines: [CrisisLine]
    /// When the offices are open; all other hours are after hours.
    package let businessHours: BusinessHours
    /// The days on which the offices are closed.
    package let holidays: HolidayRules
    /// In which languages supporters may say that they listen, and seekers may ask for somebody.
    package let languages: Rule<[SpokenLanguage]>
    /// Helps of the whole country that whoever keeps the directory of further help may take over, once they have looked at them.
    package let helps: [NationalHelp]?
}

/// Somebody who helps people all over the country, as they say of themselves. It is a draft for the directory and is shown to nobody who
/// looks for help before whoever keeps the directory has verified it.
package struct NationalHelp: PolicyValue {
    package let id: String
    /// As they call themselves.
    package let name: String
    /// What they are good for, in plain words.
    package let goodFor: String
    /// As it is dialled.
    package let telephone: String?
    /// When somebody answers.
    package let hours: String?
    /// What it costs.
    package let cost: String?
    /// In which languages.
    package let languages: String?
    /// The address of their page, which is where this was read.
    package let web: String
    /// Whether families may turn to them too.
    package let forFamilies: Bool
    package let basis: Basis
}

/// When the agency's offices are open.
package struct BusinessHours: PolicyValue {
    /// Each week the same.
    package let open: [OpenHours]
    package let basis: Basis
}

/// Hours on some days of the week, in the agency's time zone. Where they do not end after they begin they go on into the next
/// day; from and until the same are a whole day.
package struct OpenHours: PolicyValue {
    /// The days on which they begin.
    package let days: [Weekday]
    package let from: TimeOfDay
    package let until: TimeOfDay

    /// Nothing without a day.
    package var weekly: WeeklyHours? {
        WeeklyHours(Weekdays(days.map(\.number)), from: from.minute, until: until.minute)
    }
}

/// A day of the week.
package enum Weekday: String, PolicyWord {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// Monday is 1, Sunday 7 (ISO 8601).
    package var number: Int { (Weekday.allCases.firstIndex(of: self) ?? 0) + 1 }
}

/// A minute of the day by the clock, written as `"17:30"`.
package struct TimeOfDay: Sendable, Hashable {
    /// 0 to 1439.
    package let minute: Int

    /// Nothing for another text than `17:30`.
    package init?(_ text: String) {
        guard let minute = ClockMinute.minuteOfDay(text) else { return nil }
        self.minute = minute
    }

    package static let midnight = TimeOfDay(minute: 0)

    private init(minute: Int) { self.minute = minute }
}

extension TimeOfDay: Decodable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let time = TimeOfDay(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "This is no time of the day.")
        }
        self = time
    }
}

extension PolicyPack {
    /// Every line for somebody in a crisis: the country's first, then the agency's own.
    package var everyCrisisLine: [CrisisLine] { country.crisisLines + (crisisLines ?? []) }
}

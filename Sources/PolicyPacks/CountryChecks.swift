import Program

/// A country in which somebody who is in danger would find no number, or in which the offices never open.
extension PackChecks {
    func checkCountry() {
        let country = pack.country
        checkTelephone(country.emergencyNumber, at: "country.emergency-number")
        if country.crisisLines.isEmpty {
            contradiction("At least one line for everybody in the country is needed.", at: "country.crisis-lines")
        }
        for line in country.crisisLines { check(line, at: "country.crisis-lines[\(line.id)]") }
        if country.businessHours.open.isEmpty {
            contradiction("The offices are open at some time of the week.", at: "country.business-hours.open")
        }
        for (place, hours) in country.businessHours.open.enumerated() where hours.days.isEmpty {
            contradiction("At least one day is needed.", at: "country.business-hours.open[\(place + 1)].days")
        }
        if country.languages.value.isEmpty {
            contradiction("At least one language is needed.", at: "country.languages.value")
        }
        for holiday in country.holidays.days {
            // Of four years one has a 29 February; of twenty-eight each weekday begins a month of each kind.
            let comes = (2020...2047).contains { holiday.on.day(in: $0) != nil }
            switch holiday.on {
            case .once: continue
            case .date, .nthWeekday, .lastWeekday, .weekdayBefore, .fromEaster:
                if !comes {
                    contradiction("There is no such day in any year.", at: "country.holidays.days[\(holiday.id)].on")
                }
            }
        }
    }
}

/// A role someone holds, from a day up to a day.
package struct Holding: Sendable, Equatable {
    package let role: RoleID
    /// The part of the agency a coordinator looks after, where the pack gives areas.
    package let area: String?
    package let startsOn: Day
    /// The first day on which it is no longer held; open where none is set.
    package let until: Day?

    package init(role: RoleID, area: String?, startsOn: Day, until: Day?) {
        self.role = role
        self.area = area
        self.startsOn = startsOn
        self.until = until
    }

    package func isHeld(on day: Day) -> Bool {
        startsOn <= day && (until.map { day < $0 } ?? true)
    }

    /// Whether there is a day on which both are held.
    package func overlaps(_ other: Holding) -> Bool {
        let day = max(startsOn, other.startsOn)
        return isHeld(on: day) && other.isHeld(on: day)
    }

    /// Held on at least one day of the month, so that a stat sheet of the month is expected.
    package func isHeld(in month: Month) -> Bool {
        month.days.contains { isHeld(on: $0) }
    }
}

extension PolicyPack {
    /// Everything the holder of those roles may do on that day.
    package func powers(of holdings: [Holding], on day: Day) -> Set<Power> {
        holdings.filter { $0.isHeld(on: day) }.compactMap { role($0.role) }.reduce(into: []) {
            $0.formUnion(powers(of: $1))
        }
    }

    /// Whether one of those roles asks for a second factor on that day.
    package func needsSecondFactor(_ holdings: [Holding], on day: Day) -> Bool {
        holdings.contains { $0.isHeld(on: day) && role($0.role)?.needsSecondFactor == true }
    }
}

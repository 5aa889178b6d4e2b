/// The gaps of one list that the keepers of the roster have been told of, and what is new since.
package struct RosterGapWatch: Sendable, Equatable {
    /// To be told of now.
    package let new: [Stretch]
    /// To be known from now on.
    package let known: [Stretch]

    /// A gap is told of once. It stays the same gap when it moves, shrinks or is filled in part: only one that begins where
    /// none was known is new.
    ///
    /// - Parameters:
    ///   - gaps: as the list stands, from now up to the end of the time looked ahead.
    ///   - known: those of the last look.
    package init(gaps: [Stretch], known: [Stretch]) {
        new = gaps.filter { gap in
            !known.contains { $0.contains(gap.from) }
        }
        self.known = gaps
    }

    /// Tells every keeper of the roster of what is new on the list, in one notice however many gaps there are, with the first one's
    /// beginning as its time.
    package func notices(on list: RosterList.Kind, under policy: PolicyPack, at now: Instant) -> [NewNotice] {
        guard let first = new.first else { return [] }
        return policy.roles(with: .keepRoster).map {
            NewNotice(
                kind: .rosterGap, to: .role($0.id), due: max(first.from, now), under: policy.clauses(of: list))
        }
    }

    /// How far to look ahead, in days: as the pack says, and never less than a week.
    package static func daysAhead(_ policy: PolicyPack) -> Int {
        max(7, policy.availability.gapWarningDays.value.number)
    }
}

extension Stretch {
    /// The part of a gap that is proposed to whoever may fill it. Nobody is asked to be on call for days.
    package var proposedPart: Stretch {
        Stretch(from: from, until: Swift.min(until, from.adding(seconds: 86_400))) ?? self
    }
}

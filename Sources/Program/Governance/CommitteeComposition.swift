/// Whether a committee is composed as the policy has it, or what is missing.
package struct CommitteeComposition: Sendable, Equatable {
    /// Seats of one kind.
    package struct Part: Sendable, Equatable {
        package let rule: SeatRule
        /// How many are held by somebody who is what they ask for.
        package let held: Int

        /// How many are vacant of those that the policy asks for.
        package var missing: Int { max(0, rule.count.lowerBound.number - held) }
    }

    package let parts: [Part]
    /// The chair that nobody holds; nothing where somebody does, or the policy names none.
    package let missingChair: RoleID?

    package init(parts: [Part], missingChair: RoleID?) {
        self.parts = parts
        self.missingChair = missingChair
    }

    package var isDuly: Bool { missingChair == nil && parts.allSatisfy { $0.missing == 0 } }

    /// How many seats are vacant.
    package var vacant: Int { parts.reduce(0) { $0 + $1.missing } }
}

extension CommitteeRule {
    /// - Parameters:
    ///   - voters: those who are seated, in their term and still what their seat asks for.
    ///   - hasChair: whether somebody holds the role in the chair today.
    package func composition(of voters: [Seat], hasChair: Bool) -> CommitteeComposition {
        CommitteeComposition(
            parts: seats.map { rule in
                CommitteeComposition.Part(rule: rule, held: voters.count { $0.seat == rule.id })
            },
            missingChair: hasChair ? nil : chair)
    }
}

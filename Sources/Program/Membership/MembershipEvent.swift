/// Something that happened in a membership, as its history tells it.
package struct MembershipEvent: Sendable, Equatable {
    package let kind: Kind
    package let day: Day
    /// Who did it; nothing where it came of a rule and a day.
    package let by: String?

    package init(_ kind: Kind, on day: Day, by account: String?) {
        self.kind = kind
        self.day = day
        self.by = account
    }

    package enum Kind: String, Sendable, CaseIterable {
        case selected
        case takenOver = "taken-over"
        case activated
        case signed
        case renewalAsked = "renewal-asked"
        case renewed
        case pausedByOwn = "paused-by-own"
        case returned
        case placed
        case letReturn = "let-return"
        case termOver = "term-over"
        case agreementUnsigned = "agreement-unsigned"
        case suspended
        case suspensionLifted = "suspension-lifted"
        case reviewPassed = "review-passed"
        case reviewFailed = "review-failed"
        case consulted
        case removalAsked = "removal-asked"
        case removalDeclined = "removal-declined"
        case disciplineReferred = "discipline-referred"
        case withdrew
        case removed
        case left
        case roleEnded = "role-ended"
    }
}

extension MembershipEvent.Kind {
    /// Whether it says, or lets guess, why somebody does not serve or how a review went. Such a line is shown to the member and to the
    /// few who decide on it; the others who may see a history see nothing in its place (SAC-IV.C).
    package var isRestricted: Bool {
        switch self {
        case .selected, .takenOver, .activated, .signed, .renewalAsked, .renewed, .withdrew, .left, .roleEnded: false
        case .pausedByOwn, .returned, .placed, .letReturn, .termOver, .agreementUnsigned, .suspended, .suspensionLifted,
            .reviewPassed, .reviewFailed, .consulted, .removalAsked, .removalDeclined, .disciplineReferred, .removed:
            true
        }
    }
}

extension MembershipEnding.How {
    package var event: MembershipEvent.Kind {
        switch self {
        case .withdrew: .withdrew
        case .removed: .removed
        case .left: .left
        case .roleEnded: .roleEnded
        }
    }
}

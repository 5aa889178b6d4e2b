/// What happens when nobody answers, and who is told of what.
package struct EscalationRules: PolicyValue {
    /// The steps in their order. The last one is the pack's last resort.
    package let steps: [EscalationStep]
    package let afterHoursActivation: AfterHoursActivation?
    package let notifications: [NotificationRule]
}

/// One step of reaching someone.
package struct EscalationStep: PolicyValue {
    package let id: String
    /// Whom the step asks.
    package let to: Target
    /// How long the step waits before the next.
    package let waitMinutes: Minutes
    /// At which hours the step is taken.
    package let when: When
    /// Where whoever the step goes to is reached by telephone at those hours, for the desk that helps to find them.
    package let telephone: String?
    package let basis: Basis

    package enum Target: PolicyValue {
        /// The supporters on the list, in its order.
        case availableSupporters
        case role(RoleID)
    }

    package enum When: String, PolicyWord {
        case always, businessHours, afterHours
    }
}

/// Approval before a supporter is activated after hours. A seeker's own call to a supporter never waits for it.
package struct AfterHoursActivation: PolicyValue {
    package let soughtBy: RoleID
    package let approvedBy: RoleID
    package let waitMinutes: Minutes
    /// To whom it goes when the approver does not answer.
    package let then: RoleID
    package let basis: Basis
}

/// A duty to tell somebody, without naming a seeker.
package struct NotificationRule: PolicyValue {
    package let id: String
    /// What happened.
    package let event: Event
    package let from: RoleID
    package let to: RoleID
    package let means: [Means]
    package let acknowledged: Bool
    package let basis: Basis

    package enum Event: String, PolicyWord {
        case afterHoursRequest
        /// A response in person after hours or off duty.
        case afterHoursResponseInPerson
    }
}

/// When supporters can be reached, and who may call them.
package struct AvailabilityRules: PolicyValue {
    package let hours: Rule<Hours>
    package let list: OnCallList
    /// How many days ahead a gap in cover is shown.
    package let gapWarningDays: Rule<DaysAhead>
    /// The roles that may page any active supporter.
    package let callOut: CallOutRule?
    /// How soon a supporter acknowledges what the programme writes.
    package let acknowledgement: AcknowledgementRule?
    package let posting: PostingRule?
    /// Who stands where people choose somebody, leave somebody out, or read whom to call; silent: every member.
    package let members: MemberListRule?
    /// Whether those lists say who supervises others, whatever else they show of them; silent: they do not.
    package let saysWhoSupervises: Rule<Bool>?
    package let dispatch: DispatchRule?

    package enum Hours: String, PolicyWord {
        case aroundTheClock
        /// As far as supporters have opened hours of their own.
        case asOffered
    }
}

/// Whether supporters must be on the list and answer off duty.
package struct OnCallList: PolicyValue {
    /// Whether a supporter has to be on it.
    package let joining: Joining
    /// What is expected of a supporter off duty.
    package let offDuty: OffDuty
    package let basis: Basis

    package enum Joining: String, PolicyWord {
        /// Every supporter agrees to be on it.
        case agreed
        case voluntary
    }

    package enum OffDuty: String, PolicyWord {
        /// Supporters respond at any hour.
        case respond
        /// Offered only to those who opted in; a missed or passed offer counts against no one.
        case ownOptIn
    }
}

/// Who may call a supporter out, with a record of page and answer.
package struct CallOutRule: PolicyValue {
    package let by: [RoleID]
    package let basis: Basis
}

/// The time in which a notice of these roles is acknowledged; shown when it passed.
package struct AcknowledgementRule: PolicyValue {
    package let noticesOf: [RoleID]
    package let withinHours: Hours
    package let basis: Basis
}

/// The printed list of supporters, made from the live roster and dated.
package struct PostingRule: PolicyValue {
    /// Where it hangs.
    package let places: [Place]
    package let basis: Basis

    package enum Place: String, PolicyWord {
        case district, section, unit
    }
}

/// Who of the team stands on the lists that people choose from.
package struct MemberListRule: PolicyValue {
    package let shown: Shown
    package let basis: Basis

    package enum Shown: String, PolicyWord {
        /// Every active member, by name and unit; their own card only adds.
        case everyMember
        /// Whoever chose to show something, and nothing besides.
        case ownChoice
    }
}

extension AvailabilityRules {
    /// Whether a member who chose nothing stands on the lists too (KSO-G.1, KSO-I.1.a, PD-B.1.a).
    package var showsEveryMember: Bool {
        switch members?.shown {
        case .everyMember, nil: true
        case .ownChoice: false
        }
    }
}

/// The desk that is called to have a supporter contacted, without any question about the reason.
package struct DispatchRule: PolicyValue {
    package let by: RoleID
    package let basis: Basis
}

/// Hours of support with their pay, never with a seeker.
package struct DutyTimeRules: PolicyValue {
    package let keeping: Rule<Keeping>
    /// The kinds of activity that a supporter chooses from; a plain list of ours where there is none.
    package let activities: Rule<[DutyActivity]>?
    package let onDuty: OnDutyRule?
    package let offDuty: OffDutyRule?
    /// Pay for being on the call-out list. No pack of ours grants it, and such time can never become an entry.
    package let listPay: Rule<ListPay>
    /// What is told to a supporter's own supervisor so that the supporter can leave the post.
    package let release: ReleaseRule?
    /// Proof of acting for the agency while off duty.
    package let workersCompensation: WorkersCompensationRule?
    package let vehicles: VehicleRule?
    /// Who exports the hours for payroll; nobody where there is none.
    package let payroll: PayrollRule?

    package enum Keeping: String, PolicyWord {
        /// The pack knows no pay; no entry can be made.
        case none
        /// When, how long and which activity, without pay.
        case hoursOnly
        case hoursWithPay
    }

    package enum ListPay: String, PolicyWord {
        case none
    }
}

/// What duty time can have been spent on. Being on a call-out list is none of it, so that such time can never become an entry.
package enum DutyActivity: String, PolicyWord {
    /// For one person or family.
    case support
    /// A session with a group: a defusing or a debriefing.
    case debriefing
    case sceneResponse = "scene-response"
    /// A funeral, a hospital visit, a notification.
    case service
    case training
    case meeting
    /// Making the programme known.
    case awareness
}

/// The export of hours for payroll.
package struct PayrollRule: PolicyValue {
    package let exportedBy: RoleID
    package let basis: Basis
}

/// Support while on duty.
package struct OnDutyRule: PolicyValue {
    /// Whether support is typically given on duty.
    package let typical: Rule<Bool>
    /// What the export says, such as `hours worked`.
    package let payCode: String
    package let basis: Basis
}

/// Support while off duty.
package struct OffDutyRule: PolicyValue {
    package let approvedBy: RoleID
    /// When it is approved.
    package let approval: Approval
    package let basis: Basis
    /// How it is compensated; where several, the supporter chooses.
    package let options: Rule<[Compensation]>
    package let billing: BillingRule?
    /// Whether rates come from the agreement that is named on the supporter; none is computed by guess.
    package let rates: Rule<Rates>?

    package enum Approval: String, PolicyWord {
        /// It precedes the time; a later one is marked and is not a pre-approval.
        case before
        case beforeOrAfter
    }

    package enum Compensation: String, PolicyWord {
        case overtime, compensatoryTimeOff
    }

    package enum Rates: String, PolicyWord {
        case memorandumOfUnderstanding
    }
}

/// What an export line of off-duty time carries.
package struct BillingRule: PolicyValue {
    /// Whose budget bears it.
    package let costCentre: CostCentre
    /// The kind of overtime, as the export says it.
    package let overtimeType: String
    package let basis: Basis

    package enum CostCentre: String, PolicyWord {
        case primaryAssignment
    }
}

/// The notice for release from regular duty; it names no seeker and no reason.
package struct ReleaseRule: PolicyValue {
    /// Who is told.
    package let to: To
    package let basis: Basis

    package enum To: String, PolicyWord {
        case ownSupervisor
    }
}

/// The off-duty activity record that a supporter can take along.
package struct WorkersCompensationRule: PolicyValue {
    /// Who may take it along.
    package let exportedBy: Exporter
    package let basis: Basis

    package enum Exporter: String, PolicyWord {
        case supporter
    }
}

/// The vehicles a supporter may choose from for a response.
package struct VehicleRule: PolicyValue {
    package let choices: [Item]
    package let basis: Basis
}

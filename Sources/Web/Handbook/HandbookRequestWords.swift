import Program

// The rules of requests in sentences, as the handbook says them.

extension SeekerKind {
    var inHandbook: String {
        switch self {
        case .employee: "Employees"
        case .volunteer: "Volunteers"
        case .family: "Family of people who work here"
        case .retired: "People who are retired from here"
        case .partner: "People of agencies with which there is an agreement"
        }
    }
}

extension ProgrammeScope.CommunityScope {
    var inHandbook: String {
        switch self {
        case .refused: "The programme is for the agency’s own people and not for the community."
        case .criticalIncidents: "In critical incidents the community may be supported too, counted apart."
        }
    }
}

extension OriginRule {
    var inHandbook: String {
        let whom =
            switch person {
            case .oneself: "oneself"
            case .ownFamily: "one’s own family"
            case .colleague: "a colleague"
            }
        return switch handling {
        case .open: "One may ask for \(whom)."
        case .inquiry:
            "One may ask for \(whom): a member approaches them once, discreetly; kept is wanted or not wanted, and the name is destroyed at the end."
        case .refused: "One cannot ask for \(whom); words to pass on are offered instead."
        }
    }

    /// The same of a supervisor's word about an employee.
    var inHandbookOfSupervisors: String {
        switch handling {
        case .open: "A supervisor may ask for an employee."
        case .inquiry:
            "A supervisor’s word about an employee leads to one discreet approach; kept is wanted or not wanted, and the name is destroyed at the end."
        case .refused: "A supervisor cannot send anybody. They may encourage, and are told nothing."
        }
    }
}

extension CannotLeavePostRule.Asker {
    func inHandbook(_ pack: PolicyPack) -> String {
        switch self {
        case .supporter: "the \(pack.terms.supporter)"
        case .supervisor: "the supervisor"
        }
    }
}

extension ExclusionRule.Bar {
    var inHandbook: String {
        switch self {
        case .relationship: "You stand so close, or so badly, that you could not be impartial."
        case .sameIncident: "You were part of the same incident."
        case .sharedInvestigation: "You are both part of an investigation."
        case .investigativeFunction: "You may have to investigate or discipline whoever asked."
        }
    }
}

extension ConsultationRule.Sharing {
    var inHandbook: String {
        switch self {
        case .nothing: "Nothing of a request is shown to them."
        case .asSeekerAuthorised: "Nothing of a request is shown to them unless whoever asked said yes."
        case .limitedAccess: "They may read along for a limited time; whoever asked sees it and may end it."
        }
    }
}

extension EscalationStep.When {
    var inHandbook: String {
        switch self {
        case .always: ""
        case .businessHours: ", in office hours"
        case .afterHours: ", after hours"
        }
    }
}

extension NotificationRule.Event {
    var inHandbook: String {
        switch self {
        case .afterHoursRequest: "a request after hours"
        case .afterHoursResponseInPerson: "a response in person after hours or off duty"
        }
    }
}

extension AvailabilityRules.Hours {
    var inHandbook: String {
        switch self {
        case .aroundTheClock: "The team is there at every hour."
        case .asOffered: "The team is there in the hours that its members open."
        }
    }
}

extension OnCallList {
    var inHandbook: String {
        let joins =
            switch joining {
            case .agreed: "Every member agrees to be on the call-out list"
            case .voluntary: "Being on the call-out list is voluntary"
            }
        return switch offDuty {
        case .respond: "\(joins), and answers off duty too."
        case .ownOptIn:
            "\(joins). Off duty only whoever opened hours is asked, and a missed call counts against nobody."
        }
    }
}

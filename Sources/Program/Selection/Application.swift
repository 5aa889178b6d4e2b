/// One application to become a supporter, as far as it has come.
package struct Application: Sendable, Equatable {
    package let id: String
    /// The applicant's account.
    package let applicant: String
    package let begunOn: Day
    package let status: ApplicationStatus
    /// The day on which it was over, however it ended.
    package let decidedOn: Day?
    /// Whether the applicant has what the policy prefers. It marks, and never bars (KSO-B-8).
    package let isPreferred: Bool
    /// What was done of its steps, in no order.
    package let entries: [StepEntry]

    package init(
        id: String, applicant: String, begunOn: Day, status: ApplicationStatus = .underWay, decidedOn: Day? = nil,
        isPreferred: Bool = false, entries: [StepEntry] = []
    ) {
        self.id = id
        self.applicant = applicant
        self.begunOn = begunOn
        self.status = status
        self.decidedOn = decidedOn
        self.isPreferred = isPreferred
        self.entries = entries
    }

    /// The same with more done.
    package func with(_ more: [StepEntry]) -> Application {
        Application(
            id: id, applicant: applicant, begunOn: begunOn, status: status, decidedOn: decidedOn,
            isPreferred: isPreferred, entries: entries + more)
    }

    func entries(of step: SelectionStep) -> [StepEntry] { entries.filter { $0.step == step.id } }

    func has(_ part: StepPart, of step: SelectionStep) -> Bool {
        entries.contains { $0.step == step.id && $0.part == part.text }
    }
}

/// Where an application is in its life. Why one was not selected is kept nowhere.
package enum ApplicationStatus: String, Sendable, CaseIterable {
    case underWay = "under-way"
    case selected
    case notSelected = "not-selected"
    case withdrawn
    /// The applicant is none any more whom the policy takes, such as one who left.
    case stopped
}

extension Sequence<Application> {
    /// The one that its applicant is shown: what is under way, or else the latest that was over. Of one day the outcome comes before a
    /// withdrawal, since whoever withdrew may have applied again.
    package var shown: Application? {
        self.max { one, other in one.rank < other.rank }
    }
}

extension Application {
    fileprivate var rank: (Int, Day, Int, String) {
        let outcome =
            switch status {
            case .withdrawn: 0
            case .notSelected, .stopped: 1
            case .underWay, .selected: 2
            }
        return (status == .underWay ? 1 : 0, decidedOn ?? begunOn, outcome, id)
    }
}

/// One thing that was done of a step. What is kept is that it was done, by whom and on which day; an answer that was no is not
/// kept, since the application ends with it.
package struct StepEntry: Sendable, Equatable {
    /// The step by its name in the pack.
    package let step: String
    /// Which part of it, see ``StepPart``.
    package let part: String
    /// The account that did or recorded it; nothing where the programme itself did.
    package let by: String?
    /// Whose word it is where that is somebody else, as the directory or the recorder names them.
    package let name: String?
    package let on: Day
    /// How many were asked, of inquiries.
    package let number: Int?

    package init(
        step: String, part: StepPart, by: String?, name: String? = nil, on day: Day, number: Int? = nil
    ) {
        self.init(step: step, part: part.text, by: by, name: name, on: day, number: number)
    }

    package init(step: String, part: String, by: String?, name: String?, on day: Day, number: Int?) {
        self.step = step
        self.part = part
        self.by = by
        self.name = name
        self.on = day
        self.number = number
    }
}

/// The parts that a step can have. A step of one part is done with ``whole``.
package enum StepPart: Sendable, Equatable {
    case whole
    /// Passed over, openly: of a step that the policy only recommends.
    case passedOver
    /// The documents are in.
    case handedIn
    /// Somebody of the chain of command passed the documents on: the person's id.
    case forwarded(String)
    case approved(Approver)
    case heard(RoleID)
    /// Whoever may answer in the place of the office: the account.
    case designee(String)
    /// Of the panel of an interview.
    case panel(String)

    package var text: String {
        switch self {
        case .whole: "done"
        case .passedOver: "passed-over"
        case .handedIn: "handed-in"
        case .forwarded(let person): "forwarded \(person)"
        case .approved(let approver): "approved \(approver.rawValue)"
        case .heard(let role): "heard \(role.text)"
        case .designee(let account): "designee \(account)"
        case .panel(let account): "panel \(account)"
        }
    }
}

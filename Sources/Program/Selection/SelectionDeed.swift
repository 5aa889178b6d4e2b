/// Something that somebody does in a step of an application.
package enum SelectionDeed: Sendable, Equatable {
    /// The applicant hands the documents in.
    case handIn(Set<ApplicationDocument>)
    /// Passed on by the role that it goes through, by somebody of the chain of command, or taken in at its end.
    case forward
    /// Whoever takes the documents in notes that the next of the chain, who has no account, passed them on that day.
    case noteForwarding(on: Day)
    /// The applicant declares these.
    case declare(Set<String>)
    /// The immediate supervisor's own word: whether none of what the policy names is so.
    case attest(noneIsSo: Bool)
    /// The letter came on paper, from a supervisor without account.
    case noteLetter(noneIsSo: Bool, on: Day)
    case noteApproval(of: Approver, name: String, on: Day, agrees: Bool)
    /// Yes or no, and no detail.
    case answer(Bool)
    case inquire(asked: Int, suitable: Bool)
    /// One colleague's confidential answer, whatever it is.
    case rate
    /// The answers are shown together from now on, and no more are taken.
    case endPeerReview(answers: Int)
    case interview(Interview)
    /// A role says that it was heard.
    case hear
    /// What the committee's ballot came to.
    case voted(Bool)
    /// Whoever has to answer lets somebody else do it this once, where the policy lets them have a designee.
    case nameDesignee(String)
    /// Passed over, openly.
    case passOver

    /// Which deed it is, whatever it says.
    enum Kind: Equatable {
        case handIn, forward, noteForwarding, declare, attest, noteLetter, noteApproval, answer, inquire, rate
        case endPeerReview, interview, hear, voted, nameDesignee, passOver
    }

    var kind: Kind {
        switch self {
        case .handIn: .handIn
        case .forward: .forward
        case .noteForwarding: .noteForwarding
        case .declare: .declare
        case .attest: .attest
        case .noteLetter: .noteLetter
        case .noteApproval: .noteApproval
        case .answer: .answer
        case .inquire: .inquire
        case .rate: .rate
        case .endPeerReview: .endPeerReview
        case .interview: .interview
        case .hear: .hear
        case .voted: .voted
        case .nameDesignee: .nameDesignee
        case .passOver: .passOver
        }
    }

    /// What came of an interview: the panel's joint outcome and nothing of who said what.
    package struct Interview: Sendable, Equatable {
        package let on: Day
        /// Those of the panel who were there, each with the roles they hold.
        package let panel: [Panelist]
        package let ratings: [String: Rating]
        package let suitable: Bool

        package init(on day: Day, panel: [Panelist], ratings: [String: Rating], suitable: Bool) {
            self.on = day
            self.panel = panel
            self.ratings = ratings
            self.suitable = suitable
        }
    }

    package struct Panelist: Sendable, Equatable {
        package let account: String
        package let roles: [RoleID]

        package init(account: String, roles: [RoleID]) {
            self.account = account
            self.roles = roles
        }
    }
}

/// How much of something somebody shows, as colleagues or a panel see it.
package enum Rating: String, Sendable, CaseIterable {
    case hardly, somewhat, well
    case veryWell = "very-well"
}

/// Whoever does something in a step, as they stand to the applicant today.
package struct SelectionActor: Sendable, Equatable {
    /// Nothing for the programme itself, which counts a ballot.
    package let account: String?
    package let holdings: [Holding]
    /// Their person in the directory.
    package let person: String?
    package let isApplicant: Bool
    /// Whether they answered the applicant's peer review before.
    package let hasRated: Bool

    package init(
        account: String?, holdings: [Holding], person: String?, isApplicant: Bool, hasRated: Bool = false
    ) {
        self.account = account
        self.holdings = holdings
        self.person = person
        self.isApplicant = isApplicant
        self.hasRated = hasRated
    }

    func holds(_ role: RoleID, on day: Day) -> Bool { holdings.contains { $0.role == role && $0.isHeld(on: day) } }

    func holdsOne(of roles: [RoleID], on day: Day) -> Bool { roles.contains { holds($0, on: day) } }
}

/// What is known of an application beside itself when somebody does something.
package struct SelectionCircumstances: Sendable, Equatable {
    package let chain: ChainOfCommand
    /// The persons who hold the office to which documents are forwarded.
    package let receivers: Set<String>
    package let today: Day

    package init(chain: ChainOfCommand, receivers: Set<String> = [], today: Day) {
        self.chain = chain
        self.receivers = receivers
        self.today = today
    }

    /// Whom the documents still go through, the next first.
    package func forwardersLeft(_ step: SelectionStep, of application: Application) -> [ChainLink] {
        chain.forwarders(to: receivers).filter { !application.has(.forwarded($0.person), of: step) }
    }
}

/// What comes of a deed.
package enum SelectionChange: Sendable, Equatable {
    /// These are kept; the step may be done by it, and the last one selects.
    case goesOn([StepEntry], ratings: [String: Rating])
    /// A no. Nothing of the steps is kept.
    case ends(ApplicationStatus)
}

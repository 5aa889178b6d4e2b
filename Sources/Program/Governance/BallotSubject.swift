/// What a committee votes on.
package enum BallotSubject: Sendable, Hashable {
    /// Whether an applicant becomes a supporter (SAC-III.A-0).
    case selection(application: String)
    /// Whether a supporter is removed, on one of the pack's grounds (SAC-II.D.6).
    case removal(account: String, ground: String)
    /// Whether somebody takes a seat of the committee (SAC-II.C.5).
    case seat(committee: CommitteeID, seat: String, account: String)
    /// Whether a draft of the rules is approved, or words of it are adopted (PD-E.4).
    case policy(draft: String)
    /// A question that whoever chairs puts in words, such as whether supervisors serve (IACP-7.4).
    case decision(question: String)

    /// The account whose own affair it is, as far as the subject names it. Nobody votes on themselves.
    package var concerns: String? {
        switch self {
        case .removal(let account, _), .seat(_, _, let account): account
        case .selection, .policy, .decision: nil
        }
    }

    package enum Kind: String, Sendable, CaseIterable {
        case selection, removal, seat, policy, decision
    }

    package var kind: Kind {
        switch self {
        case .selection: .selection
        case .removal: .removal
        case .seat: .seat
        case .policy: .policy
        case .decision: .decision
        }
    }

    /// The id of whose or what it is: of an application, an account or a draft; empty for a question in words.
    package var about: String {
        switch self {
        case .selection(let application): application
        case .removal(let account, _), .seat(_, _, let account): account
        case .policy(let draft): draft
        case .decision: ""
        }
    }

    /// What else it says: the ground, the seat, the question.
    package var detail: String {
        switch self {
        case .selection, .policy: ""
        case .removal(_, let ground): ground
        case .seat(_, let seat, _): seat
        case .decision(let question): question
        }
    }

    /// The subject again, from its parts.
    package init(_ kind: Kind, committee: CommitteeID, about: String, detail: String) {
        self =
            switch kind {
            case .selection: .selection(application: about)
            case .removal: .removal(account: about, ground: detail)
            case .seat: .seat(committee: committee, seat: detail, account: about)
            case .policy: .policy(draft: about)
            case .decision: .decision(question: detail)
            }
    }
}

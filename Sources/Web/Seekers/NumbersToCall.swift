import HTML
import Program

/// The numbers that people are told to call, the same wherever they are told to. Where the agency has not set one, that is said: nobody
/// is sent to look for it.
enum NumbersToCall {
    /// The crisis lines in full, with what the agency wants said beside them (KSO-DEF-4).
    static func crisis(_ policy: PolicyPack) -> HTML {
        "\(CrisisWords.inFull(policy))\(ConfidenceWords.statements(policy, in: .crisisLines))"
    }

    /// Who is called here to be put through to the team; nothing where the policy has nobody for that.
    static func ofAgency(_ policy: PolicyPack) -> HTML? {
        let roles = policy.rolesToCall
        return roles.isEmpty ? nil : "\(roles.map { of($0, policy) })"
    }

    /// The number beside a statement that tells people to call; nothing beside any other.
    static func of(_ statement: Statement, _ policy: PolicyPack) -> HTML? {
        statement.calls.map { of($0, policy) }
    }

    /// The same for paper, within a paragraph.
    static func onPaper(_ statement: Statement, _ policy: PolicyPack) -> HTML? {
        statement.calls.map { " \(onPaper($0, policy))" }
    }

    /// The number of a role, for paper.
    static func onPaper(_ role: RoleID, _ policy: PolicyPack) -> String {
        let numbers = inWords(of: role, policy)
        return numbers.isEmpty ? unset(role, policy) : "\(policy.title(of: role)): \(numbers)."
    }

    /// For a line beside somebody who shows no number of their own; nothing where no number is set.
    static func inALine(_ policy: PolicyPack) -> String? {
        let lines = policy.numbersToCall.map { "\($0.title): \($0.number)\($0.when.hours)" }
        return lines.isEmpty ? nil : lines.joined(separator: "; ")
    }

    /// The number of a role, as buttons.
    static func of(_ role: RoleID, _ policy: PolicyPack) -> HTML {
        let steps = policy.telephones(of: role)
        guard !steps.isEmpty else { return prose("<p>\(unset(role, policy))</p>") }
        // Name and hours stand above: a button holds a number on the narrowest telephone.
        return steps.compactMap { step -> HTML? in
            step.telephone.map { number in
                """
                <p><strong>\(policy.title(of: role))</strong>\(step.when.hours)</p>
                \(actions(linkButton("Call \(number)", to: Link(telephone: number), icon: .phone)))
                """
            }
        }.joined()
    }

    private static func inWords(of role: RoleID, _ policy: PolicyPack) -> String {
        policy.telephones(of: role).compactMap { step in step.telephone.map { "\($0)\(step.when.hours)" } }
            .joined(separator: ", ")
    }

    private static func unset(_ role: RoleID, _ policy: PolicyPack) -> String {
        "The number of \(policy.title(of: role)) is not set here yet."
    }
}

extension EscalationStep.When {
    /// Behind a number; nothing where it is always good.
    fileprivate var hours: String {
        switch self {
        case .always: ""
        case .businessHours: " (office hours)"
        case .afterHours: " (after hours)"
        }
    }
}

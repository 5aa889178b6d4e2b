import HTML
import Program

/// When and how support is compensated, and for which duties, as the policy says it beforehand (IACP-3.7.1). Hours are kept by `DutyTime`.
enum HandbookCompensation {
    static func compensation(_ pack: PolicyPack) -> HTML {
        let rules = pack.dutyTime
        let lines = [
            "\(rules.keeping.value.words) \(rules.keeping.basis.notes)" as HTML, rules.onDuty.map(onDuty),
            rules.offDuty.map { offDuty($0, pack) }, rules.offDuty.map { options($0.options) },
            rules.offDuty?.billing.map(billing), rules.offDuty?.rates.map(rates), list(rules.listPay),
            rules.activities.map { rule in
                ruledLine(
                    "Hours are kept of: \(rule.value.map(\.words.lowercasedFirst).listed("or")).", rule.basis)
            },
            pack.payrollRule.map { rule in
                ruledLine(
                    "The \(pack.title(of: rule.exportedBy)) tells payroll of what is approved, without a name of anybody who was helped.",
                    rule.basis)
            },
            rules.release.map { release($0, pack) },
            rules.workersCompensation.map { rule in
                ruledLine(
                    "A \(pack.terms.supporter) may take along proof of what they did off duty for the agency.",
                    rule.basis)
            },
            rules.vehicles.map { rule in
                ruledLine(
                    "For a response you may take: \(rule.choices.map(\.label.lowercasedFirst).listed("or")).",
                    rule.basis)
            },
        ]
        return ruledLines(lines) ?? .empty
    }

    private static func release(_ rule: ReleaseRule, _ pack: PolicyPack) -> HTML {
        switch rule.to {
        case .ownSupervisor:
            ruledLine(
                "A \(pack.terms.supporter) is released from other duties by their own supervisor, who is told no name and no reason.",
                rule.basis)
        }
    }

    private static func onDuty(_ rule: OnDutyRule) -> HTML {
        """
        \(rule.typical.value ? "Support is typically given on duty." : nil) \(rule.typical.value ? rule.typical.basis.notes : nil) \
        Support on duty is paid as \(rule.payCode). \(rule.basis.notes)
        """
    }

    private static func offDuty(_ rule: OffDutyRule, _ pack: PolicyPack) -> HTML {
        let when =
            switch rule.approval {
            case .before: "beforehand"
            case .beforeOrAfter: "before or after"
            }
        return
            "Support off duty is compensated where the \(pack.title(rule.approvedBy)) approves it, \(when). \(rule.basis.notes)"
    }

    private static func options(_ rule: Rule<[OffDutyRule.Compensation]>) -> HTML {
        let ways = rule.value.map(\.words).joined(separator: " or ")
        return "It is compensated by \(ways)\(rule.value.count > 1 ? ", as you choose" : ""). \(rule.basis.notes)"
    }

    private static func billing(_ rule: BillingRule) -> HTML {
        switch rule.costCentre {
        case .primaryAssignment:
            "It is billed to the cost centre of your primary assignment, overtime type \(rule.overtimeType). \(rule.basis.notes)"
        }
    }

    private static func rates(_ rule: Rule<OffDutyRule.Rates>) -> HTML {
        switch rule.value {
        case .memorandumOfUnderstanding: "The rates are those of your memorandum of understanding. \(rule.basis.notes)"
        }
    }

    private static func list(_ rule: Rule<DutyTimeRules.ListPay>) -> HTML {
        switch rule.value {
        case .none: "Being on a call-out list is not paid. \(rule.basis.notes)"
        }
    }
}

extension DutyTimeRules.Keeping {
    fileprivate var words: String {
        switch self {
        case .none: "Support is given without pay."
        case .hoursOnly: "This policy grants no pay for support."
        case .hoursWithPay: "Support is compensated as follows."
        }
    }
}

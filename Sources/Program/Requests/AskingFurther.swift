/// How whoever has to find somebody for a request has further members asked, without opening it: each of these is decided on what the
/// server's own clock knows.
extension EscalationRules {
    /// What keeps further members from being asked at once, if anything: somebody's yes is waited for (OCP-I.C.2.c).
    package func mayAskFurther(at stage: Stage) -> Refusal? {
        switch stage {
        case .approval, .secondApproval:
            Refusal(
                "A yes to activating somebody after hours is waited for.",
                clauses: afterHoursActivation?.basis.clauses ?? [])
        case .preferred, .few, .everyone, .chain, .step: nil
        }
    }

    /// With which stage one member is asked at once, whatever stage the request has come to.
    package func waveAtOnce(at stage: Stage) -> Stage { isAsked(.few, at: stage) ? .few : stage }
}

extension AskingNow {
    /// Whom of the team somebody may ask in particular. Whoever the request is kept from is among them, and is not asked then: a list
    /// without them would say who it is.
    package func mayBeAskedFurther(of team: [String]) -> [String] { team.filter(mayBeAsked) }

    /// What keeps that member from being asked, if anything.
    package func mayAskFurther(_ account: String, of team: [String]) -> Refusal? {
        mayBeAskedFurther(of: team).contains(account)
            ? nil : Refusal("This colleague cannot be asked just now. Choose another.", field: "to")
    }
}

extension NoticeKind {
    /// Whether its addressee has further members asked for a request that waits, and it is over once somebody has it.
    package var isDutyToFind: Bool { row.isDutyToFind }
}

import Program

/// A choice between rules of different shape, which a pack writes as one word with what belongs to it.
protocol PackChoice: Decodable {
    /// The words in the order of the type.
    static var words: [String] { get }
    /// Stands in for a choice that could not be read, until the pack is refused.
    static var unread: Self { get }
}

extension Body: PackChoice {
    static let words = ["role", "committee"]
    static let unread = Body.role(RoleID(""))
}

extension SelectionAct: PackChoice {
    static let words = [
        "application", "forwarding", "declarations", "supervisor-letter", "approvals", "endorsement", "confirmation",
        "inquiries", "service-record", "personnel-file-review", "peer-review", "interview", "ballot", "consultation",
        "review", "approval",
    ]
    static let unread = SelectionAct.declarations([])
}

extension RemovalProcedure: PackChoice {
    static let words = ["ballot", "approved", "decision", "at-will"]
    static let unread = RemovalProcedure.atWill(by: RoleID(""))
}

extension ConsultationRule.Consulted: PackChoice {
    static let words = ["role", "another-supporter"]
    static let unread = ConsultationRule.Consulted.anotherSupporter
}

extension EscalationStep.Target: PackChoice {
    static let words = ["available-supporters", "role"]
    static let unread = EscalationStep.Target.availableSupporters
}

extension Recipient.Who: PackChoice {
    static let words = [
        "role", "crisis-referral-service", "another-supporter", "authority", "authority-named-by-law",
        "named-in-consent",
    ]
    static let unread = Recipient.Who.anotherSupporter
}

extension SceneResponseRule.Asker: PackChoice {
    static let words = ["incident-commander", "watch-commander", "role"]
    static let unread = SceneResponseRule.Asker.incidentCommander
}

extension Question.Answer: PackChoice {
    static let words = ["one", "several", "amount", "confirmation"]
    static let unread = Question.Answer.confirmation
}

extension SummaryTable: PackChoice {
    static let words = ["kinds", "answers", "sums"]
    static let unread = SummaryTable.kinds(title: "", basis: .clauses([]))
}

extension Holiday.Occasion: PackChoice {
    static let words = ["date", "nth-weekday", "last-weekday", "weekday-before", "from-easter", "once"]
    static let unread = Holiday.Occasion.once(.earliest)
}

/// Every word by which some choice is written, for the merging of packs.
let choiceWords: Set<String> = Set(
    [
        Body.words, SelectionAct.words, RemovalProcedure.words, ConsultationRule.Consulted.words,
        EscalationStep.Target.words, Recipient.Who.words, SceneResponseRule.Asker.words, Question.Answer.words,
        SummaryTable.words, Holiday.Occasion.words,
    ].joined())

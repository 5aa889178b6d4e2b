extension PolicyPack {
    /// The ways in which a notice may be answered: how its addressee came to know, or how they told whom they had to tell.
    package func means(of notice: Notice) -> [Means] {
        notification(behind: notice)?.means ?? Means.allCases
    }

    /// The rule of the pack that a notice carries out, where one does.
    package func notification(behind notice: Notice) -> NotificationRule? {
        switch notice.kind.row.rule {
        case .afterHoursRequest: notification(of: .afterHoursRequest)
        case .afterHoursResponseInPerson:
            escalation.notifications.first {
                $0.event == .afterHoursResponseInPerson && NoticeAddressee.role($0.to) == notice.to
            }
        case nil: nil
        }
    }

    package func notification(of event: NotificationRule.Event) -> NotificationRule? {
        escalation.notifications.first { $0.event == event }
    }

    /// Whom the addressee of a new notice has to tell, where that is the notice's whole point (OCP-I.C.2.b).
    package func tells(_ notice: NewNotice) -> RoleID? {
        notice.tells ?? (notice.kind == .tellAdministrator ? notification(of: .afterHoursRequest)?.to : nil)
    }

    /// What keeps somebody from answering a notice like that, if anything.
    ///
    /// - Parameters:
    ///   - moment: when they came to know, or told; it may have been before they write it down.
    ///   - beginning: the first moment of the day on which the notice was raised.
    package func mayAnswer(
        _ notice: Notice, by how: Means, of account: String, _ persons: SamePerson, at moment: Instant,
        from beginning: Instant, until now: Instant
    ) -> Refusal? {
        guard notice.isOpen else { return Refusal("This was answered before.") }
        guard notice.isAnswered(by: account, persons) else {
            return Refusal("You raised this, so somebody else answers it.", field: "how", clauses: notice.clauses)
        }
        guard !notice.kind.asksForDecision else {
            return Refusal("This waits for a decision.", field: "how", clauses: notice.clauses)
        }
        guard means(of: notice).contains(how) else {
            let ways = means(of: notice).map(\.words).joined(separator: " or ")
            return Refusal("This is done \(ways).", field: "how", clauses: notice.clauses)
        }
        guard (beginning...max(beginning, now)).contains(moment) else {
            return Refusal("Between the day it arose and now.", field: "minutesAgo", clauses: notice.clauses)
        }
        return nil
    }
}

extension FollowOn.Question? {
    /// What keeps an answer to a notice from being whole, if anything: what is asked with it is answered, and nothing else.
    package func refusal(of furtherAssistance: Bool?, under clauses: [ClauseID]) -> Refusal? {
        let field = "furtherAssistance"
        return switch (self, furtherAssistance) {
        case (.furtherAssistance, nil):
            Refusal("Say whether further assistance was sought: yes or no.", field: field, clauses: clauses)
        case (nil, _?): Refusal("This notice does not ask about further assistance.", field: field)
        case (.furtherAssistance, _?), (nil, nil): nil
        }
    }
}

extension Notice {
    /// Whether that account may be the one to answer. Where the answer proves that somebody else came to know, whoever raised it is
    /// not somebody else.
    package func isAnswered(by account: String, _ persons: SamePerson) -> Bool {
        switch kind.keeping {
        case .untilAnswered: true
        case .withDisclosure, .asProof: !(from.map { persons.isOne($0, account) } ?? false)
        }
    }
}

extension Means {
    /// As a sentence says it: "told by telephone".
    package var words: String {
        switch self {
        case .page: "on this page"
        case .telephone: "by telephone"
        case .inPerson: "in person"
        }
    }
}

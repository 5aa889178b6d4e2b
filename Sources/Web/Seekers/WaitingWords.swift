import HTML
import Operations
import Program

/// What whoever waits is told, in the same words on every page: where it stands, what comes next and when, whom to call meanwhile.
struct WaitingWords {
    let agency: Agency
    let now: Instant

    private var policy: PolicyPack { agency.policy }

    /// Where a request stands that somebody has, or is asked to take.
    func standing(
        _ status: RequestStatus, supporter: SeekerView.Supporter?, lost: Bool, _ wait: SeekersWait?
    ) -> String {
        switch status {
        case .offered:
            let asked = standing(wait)
            return lost
                ? "Your supporter is not available any more; we are asking somebody else. \(asked) What you wrote stays here."
                : asked
        case .accepted: return "\(supporter?.name ?? "A \(policy.terms.supporter)") has taken your request."
        case .closed: return "This has ended."
        }
    }

    /// Who is asked just now. Nobody is said to be told whom no words reach.
    func standing(_ wait: SeekersWait?) -> String {
        switch wait {
        case .asking(let waiting) where !waiting.reachesSomebody:
            "At this moment nobody who could take it can be told. It is kept, and whoever looks in will see it."
        case .asking(let waiting): asked(waiting.asked)
        case .firstContact: "Somebody has taken your request."
        case nil: "Your request is with the \(policy.terms.team)."
        }
    }

    private func asked(_ asked: RequestWaiting.Asked) -> String {
        switch asked {
        case .chosen: "Somebody in particular is being asked first."
        case .few: "A few of those who can be reached now are being asked."
        case .team: "The whole team is being asked."
        case .role(let role): "The whole team is being asked, and the \(policy.title(of: role)) too."
        case .approver(let role):
            "It is after hours. The \(policy.title(of: role)) is asked whether the team may be called."
        }
    }

    /// What comes next, by the pack's own minutes; nothing for whoever waits for nothing.
    ///
    /// - Parameter way: how the seeker would like to be reached, where that is told.
    func whileWaiting(_ wait: SeekersWait?, way: Way?, _ then: HTML) -> HTML? {
        guard let wait else { return nil }
        return section("What happens now", "\(next(wait, way))\(then)")
    }

    private func next(_ wait: SeekersWait, _ way: Way?) -> HTML {
        switch wait {
        case .asking(let waiting) where waiting.next.isEmpty:
            prose(waiting.reachesSomebody ? "<p>It stays with them until somebody takes it.</p>" : "")
        case .asking(let waiting):
            prose(
                """
                <p>If nobody has taken it:</p>
                <ul>\(waiting.next.map { "<li>\(by($0.at)) \(step($0.asks))</li>" as HTML })</ul>
                """)
        case .firstContact(let due, let othersFollow):
            prose(
                """
                <p>\(by(due)) they are to \(inTouch(way)).\(othersFollow ? " If they are not, others are asked." : "")</p>
                """)
        }
    }

    private func step(_ asked: RequestWaiting.Asked) -> String {
        switch asked {
        case .chosen: "somebody in particular is asked first."
        case .few: "a few of those who can be reached are asked."
        case .team: "the whole team is asked."
        case .role(let role): "the \(policy.title(of: role)) is asked too."
        case .approver(let role): "the \(policy.title(of: role)) is asked whether the team may be called."
        }
    }

    private func inTouch(_ way: Way?) -> String {
        switch way {
        case .message: "write to you here"
        case .call: "call you"
        case .text: "text you"
        case .inPerson, nil: "be in touch"
        }
    }

    /// `By 22:35`, on the agency's clocks; with the day where it is another.
    private func by(_ moment: Instant) -> String {
        if moment <= now { return "Any moment now" }
        let time = agency.calendar.clockTime(notBefore: moment)
        guard let day = agency.calendar.day(at: moment), day != agency.calendar.day(at: now) else {
            return "By \(time)"
        }
        return "By \(time) on \(day.longName)"
    }

    /// Whether nobody could be told: then whom to call comes before everything.
    func isAlone(_ wait: SeekersWait?) -> Bool {
        switch wait {
        case .asking(let waiting): !waiting.reachesSomebody
        case .firstContact, nil: false
        }
    }

    private func title(ofNumbers wait: SeekersWait?) -> String {
        guard wait != nil else { return "If you need somebody now" }
        return isAlone(wait) ? "Please do not wait for us. Call somebody now" : "If you would rather not wait"
    }

    /// Crisis lines first, then who puts people through. Louder where nobody could be told.
    func numbers(_ wait: SeekersWait?) -> HTML {
        callout(
            title(ofNumbers: wait), tone: .warning,
            """
            \(NumbersToCall.crisis(policy))
            \(NumbersToCall.ofAgency(policy))
            """)
    }
}

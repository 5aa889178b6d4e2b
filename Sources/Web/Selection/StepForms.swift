import HTML
import Operations
import Program

/// What waits for somebody in the next step of an application, with the way to do it.
enum StepForms {
    static func part(
        _ step: SelectionStep, _ view: ApplicationView, _ visit: StaffVisit, _ refused: Refused?
    ) -> HTML {
        let (application, place) = (PathID(view.application.id), PathID(step.id))
        return section(
            step.title, lead: step.basis.notes,
            """
            \(form(step, view, visit, refused, application, place))
            \(designee(step, view, visit, refused, application, place))
            \(step.strength == .recommended ? passing(visit, application, place) : nil)
            """)
    }

    private static func form(
        _ step: SelectionStep, _ view: ApplicationView, _ visit: StaffVisit, _ refused: Refused?, _ application: PathID,
        _ place: PathID
    ) -> HTML? {
        switch step.act {
        case .application:
            return ApplicationActs.forward.asButton("Pass it on", visit, application, place, style: .primary)
        case .declarations: return nil
        case .forwarding: return forwarding(step, view, visit, refused, application, place)
        case .supervisorLetter(let bars): return letter(bars, view, visit, refused, application, place)
        case .approvals:
            return ApplicationActs.noteApproval.form(visit, application, place, refused: refused, button: "Record it")
        case .endorsement, .confirmation, .serviceRecord, .personnelFileReview, .review, .approval:
            return answering(step, visit, application, place)
        case .inquiries:
            return ApplicationActs.inquire.form(visit, application, place, refused: refused, button: "Record it")
        case .peerReview: return peerReview(step, view, visit, refused, application, place)
        case .interview: return interview(step, view, visit, refused, application, place)
        case .ballot:
            return ApplicationActs.openBallot.form(
                visit, application, place, refused: refused, button: "Put it to the vote")
        case .consultation:
            return "\(prose("<p>What you said is written nowhere; only that your office was heard.</p>"))"
                + ApplicationActs.hear.asButton("I was heard", visit, application, place, style: .primary)
        }
    }

    private static func forwarding(
        _ step: SelectionStep, _ view: ApplicationView, _ visit: StaffVisit, _ refused: Refused?, _ application: PathID,
        _ place: PathID
    ) -> HTML {
        let next = view.circumstances.forwardersLeft(step, of: view.application).first
        if let next, !next.hasAccount, next.person != view.actor.person {
            return """
                \(prose("<p>\(next.name) has no account. Note when they passed it on.</p>"))
                \(ApplicationActs.noteForwarding.form(visit, application, place, refused: refused, button: "Note it"))
                """
        }
        return ApplicationActs.forward.asButton(
            next == nil ? "I have received it" : "Pass it on", visit, application, place, style: .primary)
    }

    private static func letter(
        _ bars: [StandingBar], _ view: ApplicationView, _ visit: StaffVisit, _ refused: Refused?, _ application: PathID,
        _ place: PathID
    ) -> HTML {
        let words = bars.map(\.standing).joined(separator: " or ")
        if let supervisor = view.circumstances.chain.supervisor, supervisor.person != view.actor.person {
            return """
                \(prose("<p>\(supervisor.name) has no account. Note the letter that came on paper: is \(view.name) not \(words)?</p>"))
                \(ApplicationActs.noteLetter.form(visit, application, place, refused: refused, button: "Note the letter"))
                """
        }
        func button(_ label: String, _ answer: YesOrNo, style: ButtonStyle) -> HTML {
            ApplicationActs.attest.asButton(
                label, visit, application, place, style: style,
                hidden: [(SelectionFields.noneIsSo.name, answer.rawValue)])
        }
        return """
            \(prose("<p>\(view.name) asks for your letter, as their immediate supervisor. It says one thing and no more.</p>"))
            \(button("\(view.name) is not \(words)", .yes, style: .primary))
            \(confirmation(
                "I cannot say that", "<p>The application ends with it. Nothing of why is kept.</p>\(button("It is so", .no, style: .danger))"))
            """
    }

    private static func answering(
        _ step: SelectionStep, _ visit: StaffVisit, _ application: PathID, _ place: PathID
    ) -> HTML {
        func button(_ label: String, _ answer: YesOrNo, style: ButtonStyle) -> HTML {
            ApplicationActs.answer.asButton(
                label, visit, application, place, style: style, hidden: [(SelectionFields.answer.name, answer.rawValue)]
            )
        }
        return """
            \(prose("<p>\(visit.pack.question(step))</p>"))
            \(button("Yes", .yes, style: .primary))
            \(confirmation(
                "No", "<p>The application ends with it. Nothing of why is kept.</p>\(button("My answer is no", .no, style: .danger))"))
            """
    }

    private static func peerReview(
        _ step: SelectionStep, _ view: ApplicationView, _ visit: StaffVisit, _ refused: Refused?, _ application: PathID,
        _ place: PathID
    ) -> HTML {
        guard case .peerReview(_, let minimum) = step.act else { return .empty }
        let isMember = visit.pack.roles(in: step).contains(where: visit.staff.holds)
        let rating =
            isMember && !view.actor.hasRated
            ? RatingActs.reviewPeer.form(
                visit, application, place, filled: Filled(options: [SelectionFields.ratings.name: step.ratingOptions]),
                refused: refused, button: "Give my answer",
                before:
                    "<p>Nobody can see what you answer. It is shown with those of at least \(minimum.number - 1) others.</p>",
                isPrivate: true) : nil
        let ends = visit.pack.selectors.contains(where: visit.staff.holds)
        return """
            \(rating)
            \(ends
                ? "\(prose("<p>\(view.peerAnswers) answered; from \(minimum.number) on they are shown together.</p>"))"
                    + RatingActs.endPeerReview.asConfirmation(
                        "Show the answers together", "<p>No more are taken from then on.</p>", button: "Show them", visit,
                        application, place)
                : nil)
            """
    }

    private static func interview(
        _ step: SelectionStep, _ view: ApplicationView, _ visit: StaffVisit, _ refused: Refused?, _ application: PathID,
        _ place: PathID
    ) -> HTML {
        RatingActs.interview.form(
            visit, application, place,
            filled: Filled(
                options: [
                    "panel": view.panel.map { FieldOption($0.account, $0.name) },
                    SelectionFields.ratings.name: step.ratingOptions,
                ], ticked: ["panel": [visit.staff.account]]),
            refused: refused, button: "Record the interview",
            before: "<p>What the panel holds together is kept, and nothing of who said what.</p>")
    }

    private static func designee(
        _ step: SelectionStep, _ view: ApplicationView, _ visit: StaffVisit, _ refused: Refused?, _ application: PathID,
        _ place: PathID
    ) -> HTML? {
        let isAllowed =
            switch step.act {
            case .review(_, let designeeAllowed), .approval(_, let designeeAllowed): designeeAllowed
            case .application, .forwarding, .declarations, .supervisorLetter, .approvals, .endorsement, .confirmation,
                .inquiries, .serviceRecord, .personnelFileReview, .peerReview, .interview, .ballot, .consultation:
                false
            }
        guard isAllowed, visit.pack.roles(in: step).contains(where: visit.staff.holds) else { return nil }
        return section(
            "Or let a designee answer",
            ApplicationActs.nameDesignee.form(visit, application, place, refused: refused, button: "Name them"))
    }

    private static func passing(_ visit: StaffVisit, _ application: PathID, _ place: PathID) -> HTML {
        ApplicationActs.passOver.asConfirmation(
            "Pass this step over", "<p>The policy recommends it. That it was passed over is shown to everybody.</p>",
            button: "Pass it over", visit, application, place)
    }
}

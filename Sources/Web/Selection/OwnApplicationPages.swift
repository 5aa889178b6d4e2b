import HTML
import Operations
import Program

/// The way to the team, as somebody sees it who goes it: how to apply, and where the own application stands. Of what others answered it
/// says nothing.
enum OwnApplicationPages {
    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused) async throws -> Answer? {
        .again(html(try await visit.programmes.ownApplication(of: visit.staff), visit, refused: refused))
    }

    static func html(
        _ own: OwnApplication, _ visit: StaffVisit, after change: ApplicationChange? = nil, refused: Refused? = nil
    ) -> HTML {
        let underWay = own.application.flatMap { $0.status == .underWay ? $0 : nil }
        return page(
            "Becoming a \(visit.pack.terms.supporter)", in: Shells.staff(visit, at: SelectionAddresses.own),
            announcement: change?.announcement
                ?? refused?.announcement(
                    besides: ApplyingActs.apply.id, ApplyingActs.declare.id, ApplyingActs.nominate.id),
            main: """
                \(own.isNominated ? nominated(visit) : nil)
                \(own.application.map { standing($0, own, visit) })
                \(underWay.flatMap { declaring($0, visit, refused) })
                \(underWay == nil ? own.isOfTeam ? goingOn : applying(own, visit, refused) : nil)
                \(own.papers.isEmpty ? nil : section("What you wrote", papers(own.papers)))
                \(underWay == nil ? nil : section("If you change your mind", withdrawing(visit)))
                \(underWay == nil && !own.isOfTeam ? section("The steps", way(visit.pack)) : nil)
                \(visit.pack.selection.nomination.map { naming($0, visit, refused) })
                """)
    }

    // MARK: Where it stands

    private static func standing(_ application: Application, _ own: OwnApplication, _ visit: StaffVisit) -> HTML {
        guard application.status == .underWay else {
            let day = application.decidedOn.map { " on \($0.longName)" } ?? ""
            let why = application.status == .notSelected ? " Why is written nowhere." : ""
            return section("Your application", prose("<p>\(application.status.words)\(day).\(why)</p>"))
        }
        let rules = visit.pack.selection
        let journey = rules.standing(of: application).map { step, standing in
            JourneyStep(step.title, detail: detail(step, standing, own, visit.pack), standing.state)
        }
        return section(
            "Your application", lead: "Begun on \(application.begunOn.longName).", steps("Where it stands", journey))
    }

    private static func detail(
        _ step: SelectionStep, _ standing: StepStanding, _ own: OwnApplication, _ pack: PolicyPack
    ) -> String? {
        switch standing {
        case .done: nil
        case .passedOver: "Passed over; the policy recommends it"
        case .next:
            own.forwardersLeft.first.map { "It is with \($0)" } ?? "It waits for \(pack.whom(step))"
        case .ahead: step.strength == .recommended ? "Recommended; by \(pack.whom(step))" : "By \(pack.whom(step))"
        }
    }

    private static func declaring(_ application: Application, _ visit: StaffVisit, _ refused: Refused?) -> HTML? {
        guard let step = visit.pack.selection.next(of: application), step.act.kind == .declarations else { return nil }
        return section(
            step.title, lead: "Each of these is needed. \(step.basis.notes)",
            ApplyingActs.declare.form(
                visit, PathID(application.id), PathID(step.id), refused: refused, button: "I declare this"))
    }

    private static func withdrawing(_ visit: StaffVisit) -> HTML {
        ApplyingActs.withdraw.asConfirmation(
            "Withdraw my application",
            "<p>You need no reason. What you wrote and whatever was done of it is gone at once. You can apply again.</p>",
            button: "Withdraw it", visit, inside: .danger)
    }

    // MARK: Naming and being named

    private static func nominated(_ visit: StaffVisit) -> HTML {
        func button(_ label: String, _ answer: YesOrNo) -> HTML {
            ApplyingActs.answerNomination.asButton(
                label, visit, style: answer.isYes ? .primary : .secondary,
                hidden: [(SelectionFields.answer.name, answer.rawValue)])
        }
        return section(
            "A colleague thinks of you",
            lead: "You were named as somebody who could support others. Nothing else is kept.",
            actions(button("Yes, I would like to apply", .yes), button("No, thank you", .no)))
    }

    private static func naming(_ rule: NominationRule, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        section(
            "Name a colleague", lead: rule.basis.notes,
            ApplyingActs.nominate.form(visit, refused: refused, button: "Ask them"))
    }

    /// For whoever was selected: what is still to come stands on the page of their membership.
    private static var goingOn: HTML {
        section(
            "On the team",
            """
            \(prose("<p>Whatever is still to come before you serve, and everything after it, is with your membership.</p>"))
            \(actions(linkButton("My membership", to: MembershipAddresses.own.link())))
            """)
    }

    // MARK: Applying

    private static func applying(_ own: OwnApplication, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        if let whyNot = own.whyNot { return section("To apply", whyNot.announcement) }
        return section(
            "To apply",
            lead: own.openings.first.map { "The posting is open until \($0.closesOn.longName)." },
            """
            \(own.openings.first.map { writtenWords($0.words, "The posting") })
            \(ApplyingActs.apply.form(visit, refused: refused, button: "Hand in", isPrivate: true))
            """)
    }

    static func papers(_ papers: [ApplicationDocument: String]) -> HTML {
        ApplicationDocument.allCases.compactMap { document -> HTML? in
            papers[document].map { "<h3>\(document.title)</h3>\(writtenWords($0, document.title))" }
        }.joined()
    }

    /// Every step of the policy with whom it is for.
    static func way(_ pack: PolicyPack) -> HTML {
        steps(
            "The steps",
            pack.selection.steps.map { step in
                JourneyStep(
                    step.title,
                    detail: step.strength == .recommended
                        ? "Recommended; by \(pack.whom(step))" : "By \(pack.whom(step))", .ahead)
            })
    }
}

extension StepStanding {
    fileprivate var state: JourneyStep.State {
        switch self {
        case .done, .passedOver: .done
        case .next: .current
        case .ahead: .ahead
        }
    }
}

extension ApplicationChange {
    var announcement: HTML {
        switch self {
        case .applied: justDone("Your application is in")
        case .declared: justDone("Declared")
        case .withdrawn: justDone("Withdrawn", "<p>What you wrote is gone.</p>")
        case .done: justDone("Done")
        case .posted: justDone("Posted")
        case .closed: justDone("Closed")
        case .named:
            justDone("Thank you", "<p>If they can be asked, they are. By whom they were named is kept nowhere.</p>")
        case .asked:
            justDone(
                "Asked for",
                "<p>If the directory has an address for this number and no account yet, a one-time code is on its way.</p>"
            )
        }
    }
}

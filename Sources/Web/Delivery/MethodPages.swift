import HTML
import Operations
import Program

/// One of the ways someone is reached.
enum MethodPages {
    static func method(
        _ reaching: ReachingMethod, _ visit: StaffVisit, after change: ReachChange? = nil, refused: Refusal? = nil
    ) -> HTML {
        let method = reaching.method
        return page(
            "\(method.kind.label): \(method.address)", in: Shells.staff(visit),
            back: Crumb(ReachPages.title, ReachAddresses.reach.link()),
            announcement: change?.announcement ?? general(refused),
            main: """
                \(facts([("State", state(reaching)), ("Last used", HTML(text: lastUse(reaching.lastOutcomes)))]))
                \(method.isConfirmed ? test(method, visit) : proof(reaching, visit, refused))
                \(section("When it is used", delay(method, visit, refused)))
                \(confirmation("Remove it", style: .danger, removal(method, visit)))
                """)
    }

    /// - Parameter used: when, in words.
    static func linkToMethod(_ reaching: ReachingMethod, used: String) -> HTML {
        let method = reaching.method
        return linkCard(
            "\(method.kind.label): \(method.address)", detail: used,
            to: ReachAddresses.method.link(PathID(method.id)), icon: .phone, badge: state(reaching))
    }

    private static func state(_ reaching: ReachingMethod) -> HTML {
        if reaching.method.isConfirmed { return badge("In use", tone: .good) }
        return reaching.isAwaitingCode ? badge("Waiting for its digits", tone: .warning) : badge("Not used", tone: .bad)
    }

    private static func lastUse(_ outcomes: [DeliveryOutcome]) -> String {
        guard let last = outcomes.last else { return "Not in the last thirty days" }
        return switch last {
        case .accepted: "It was taken"
        case .begun: "Under way, or cut short and tried again"
        case .failed, .unknown: "It was not taken, and is tried again"
        case .refused: "It was refused for this address"
        case .givenUp: "It was given up after \(Carriage.mostAttempts) attempts"
        }
    }

    /// What is wrong with the act as a whole; what is wrong with a field stands at the field.
    private static func general(_ refused: Refusal?) -> HTML? {
        refused?.problems.filter { $0.field == nil }.map { refusal($0.message) }.joined()
    }

    private static func proof(_ reaching: ReachingMethod, _ visit: StaffVisit, _ refused: Refusal?) -> HTML {
        let id = PathID(reaching.method.id)
        let form = visit.form(to: ReachAddresses.proof.link(id), problems: refused?.about("digits"))
        let again = buttonForm(
            "Send new digits", to: ReachAddresses.code.link(id), token: visit.formToken, style: .secondary)
        guard reaching.isAwaitingCode else {
            return section(
                "Confirm it", "<p>It is used once you have typed in the digits that are sent there.</p>\(again)")
        }
        return section(
            "Confirm it",
            """
            \(form.html(
                form.oneTimeCode("digits", "The six digits that were sent", hint: "They are taken for fifteen minutes."),
                actions: button("Confirm")))
            \(again)
            """)
    }

    private static func test(_ method: ContactMethod, _ visit: StaffVisit) -> HTML {
        section(
            "Try it",
            buttonForm("Send a test", to: ReachAddresses.test.link(PathID(method.id)), token: visit.formToken))
    }

    private static func delay(_ method: ContactMethod, _ visit: StaffVisit, _ refused: Refusal?) -> HTML {
        let form = visit.form(to: ReachAddresses.delay.link(PathID(method.id)), problems: refused?.about("delay"))
        return form.html(
            ReachPages.delayField(in: form, first: method.delay), actions: button("Save", style: .secondary))
    }

    private static func removal(_ method: ContactMethod, _ visit: StaffVisit) -> HTML {
        """
        <p>Nothing is sent there any more, also not what is waiting.</p>
        \(buttonForm("Remove", to: ReachAddresses.removal.link(PathID(method.id)), token: visit.formToken, style: .danger))
        """
    }
}

extension Refusal {
    /// What is wrong with that field, where something is.
    fileprivate func about(_ field: String) -> Refusal? {
        let own = problems.filter { $0.field == field }
        return own.isEmpty ? nil : Refusal(own)
    }
}

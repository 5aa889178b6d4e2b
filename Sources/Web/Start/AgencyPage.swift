import HTML
import Operations
import Program

/// An agency's front page: crisis lines first, the ways to support, who is there, what this is and is not.
enum AgencyPage {
    /// - Parameter isOpen: whether a request can be taken at all.
    static func html(
        _ agency: Agency, _ supporters: [SupporterCard], _ partners: [PartnerOrganisation],
        _ letter: SponsorLetter?, _ otherTeams: HTML?, isOpen: Bool, _ site: Site
    ) -> HTML {
        let policy = agency.policy
        let statements = policy.statements(in: .publicPage)
        return page(
            policy.terms.programme, in: Shells.seeker(agency, site),
            lead: HTML(text: statements.first?.text ?? "A trained colleague who listens, in confidence."),
            main: """
                \(callout("In a crisis, at any hour", tone: .warning, NumbersToCall.crisis(policy)))
                \(ways(agency, isOpen: isOpen))
                \(NumbersToCall.ofAgency(policy).map { section("To call us", $0) })
                \(people(supporters, agency))
                \(otherTeams)
                \(whatThisIs(Array(statements.dropFirst()), policy))
                \(section(
                    "What stays between you, and what cannot", ConfidenceWords.advisement(policy, besides: statements)))
                \(section("How far it is protected", ConfidenceWords.levels(policy)))
                \(ConfidenceWords.rights(policy).map { section("Your rights", $0) })
                \(ConfidenceWords.investigation(policy).map { section("If you are under investigation", $0) })
                \(CounselRecordPages.onPublicPage(letter, policy))
                \(AwarenessLogPages.onPublicPage(partners, policy))
                \(section("To read and to print", further(agency)))
                \(section("For the team", signIn(agency)))
                """)
    }

    private static func ways(_ agency: Agency, isOpen: Bool) -> HTML {
        let slug = PathID(agency.slug)
        let ask = bigAction(
            "Ask for support", detail: "You need not say who you are.", to: SeekerAddresses.ask.link(slug),
            icon: .message)
        return """
            \(isOpen ? ask : ClosedForAsking.onFrontPage(agency.policy))
            \(cards([
                linkCard(
                    "I have a receipt", detail: "Go on where you were", to: SeekerAddresses.receipt.link(slug), icon: .lock),
                linkCard(
                    "For someone else", detail: "A word and a card to pass on", to: SeekerAddresses.passOn.link(slug),
                    icon: .share),
                linkCard(
                    HelpPage.title, detail: "Counsellors, groups and others, for families too",
                    to: ReferralAddresses.help.link(slug), icon: .people),
            ]))
            """
    }

    private static func people(_ supporters: [SupporterCard], _ agency: Agency) -> HTML? {
        guard !supporters.isEmpty else { return nil }
        return section(
            "Whom you can turn to",
            lead: "Call or text whoever shows a number, or ask here and name the one you would like.",
            finder(
                supporters.map {
                    $0.html(agency.policy, picture: $0.picture(in: agency), otherwise: throughProgramme(agency))
                }))
    }

    /// The same for everyone: an address says of nobody whom they looked at.
    private static func throughProgramme(_ agency: Agency) -> HTML {
        actions(
            linkButton(
                "Ask for them here", to: SeekerAddresses.ask.link(PathID(agency.slug)), style: .quiet, icon: .message))
    }

    private static func whatThisIs(_ statements: [Statement], _ policy: PolicyPack) -> HTML? {
        guard !statements.isEmpty else { return nil }
        return section(
            "What this is",
            prose("\(statements.map { "<p>\($0.text)</p>\(NumbersToCall.of($0, policy))" as HTML })"))
    }

    private static func further(_ agency: Agency) -> HTML {
        let slug = PathID(agency.slug)
        return cards([
            linkCard(
                "To read", detail: LibraryPages.detail, to: LibraryAddresses.open.link(slug), icon: .sheet),
            linkCard(
                "How are you?", detail: "A few questions for yourself; nothing leaves your device",
                to: SelfCheckAddresses.checks.link(slug), icon: .done),
            linkCard(
                "For everybody here", detail: "What peer support is, and what it cannot keep",
                to: AwarenessAddresses.orientation.link(slug), icon: .people),
            linkCard(
                "For supervisors", detail: "How to help, and what to leave alone",
                to: AwarenessAddresses.supervisors.link(slug), icon: .share),
            linkCard(
                agency.policy.awareness.material(.handbook)?.title ?? "Handbook",
                detail: "By what rules this programme runs", to: HandbookAddresses.openHandbook.link(slug),
                icon: .sheet),
        ])
    }

    private static func signIn(_ agency: Agency) -> HTML {
        actions(linkButton("Sign in", to: SignInAddresses.signIn.link(PathID(agency.slug))))
    }
}

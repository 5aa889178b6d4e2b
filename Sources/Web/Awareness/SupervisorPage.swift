import HTML
import Operations
import Program

/// How a supervisor helps somebody find support, and what a supervisor leaves alone (KSO-H.7, SAC-V-2).
enum SupervisorPage {
    static func supervisors(_ agency: Agency, _ site: Site) -> HTML {
        let policy = agency.policy
        let slug = PathID(agency.slug)
        let asked = policy.statements(in: .supervisorPage, to: [.supervisors, .everyone])
        return page(
            policy.awareness.material(.supervisorPage)?.title ?? "For supervisors", in: Shells.seeker(agency, site),
            lead: "How to help somebody find support, and what to leave alone.",
            back: Crumb(policy.terms.programme, StartAddresses.agency.link(slug)),
            main: """
                \(section("When you are worried about somebody", referring(policy, slug)))
                \(askedFor(policy, slug))
                \(section("What you leave alone", leavingAlone(policy)))
                \(ruledWords(asked, policy).map { section("What is asked of you", $0) })
                """)
    }

    /// What a supervisor's word about somebody does, as the request form has it.
    private static func referring(_ policy: PolicyPack, _ slug: PathID) -> HTML {
        let rule = policy.requests.bySupervisors
        let ask = linkButton("To the form", to: SeekerAddresses.ask.link(slug))
        let passOn = linkButton("A word and a card to pass on", to: SeekerAddresses.passOn.link(slug), icon: .share)
        let (words, ways): (String, HTML) =
            switch rule.handling {
            case .open:
                (
                    """
                    You may turn to the \(policy.terms.team) for somebody: choose “For a colleague” on the form. Say no more \
                    than helps them, and tell them that you did. Whether they want support is theirs to say.
                    """, actions(ask, passOn)
                )
            case .inquiry:
                (
                    """
                    You may say whom you worry about: choose “For a colleague” on the form. They are asked once, \
                    discreetly, and it is theirs to say yes or no. You are thanked and not told what came of it.
                    """, actions(ask, passOn)
                )
            case .refused:
                (
                    """
                    Tell them that peer support is there, and leave the first step to them. Nobody can be sent, and you \
                    cannot ask in somebody’s place.
                    """, actions(passOn)
                )
            }
        return "\(prose("<p>\(words) \(rule.basis.notes)</p>"))\(ways)"
    }

    /// When somebody of theirs is needed elsewhere (KSO-G.3).
    private static func askedFor(_ policy: PolicyPack, _ slug: PathID) -> HTML? {
        guard policy.hasSupervisorsAsk, let rule = policy.requests.cannotLeavePost else { return nil }
        return section(
            "When one of your people is asked for",
            """
            \(prose(
                """
                <p>A \(policy.terms.supporter) shows you that they are asked for, and not by whom. Do what you can to let them leave \
                their post. If they cannot, ask for another with the code that they show you. \(rule.basis.note)</p>
                """))
            \(actions(linkButton("I have a code", to: AwarenessAddresses.another.link(slug))))
            """)
    }

    /// What the system itself never does for a supervisor, and therefore is not asked of anybody.
    private static func leavingAlone(_ policy: PolicyPack) -> HTML {
        let promises: [(Guarantee, String)] = [
            (.voluntary, "Send nobody, and ask nobody why they went or did not go."),
            (
                .contentIsNeverAskedFor,
                "Do not ask a \(policy.terms.supporter) whom they support or what was said. You will get no answer."
            ),
            (
                .noSeekerNamedToSupervisors,
                "Nobody tells you who asked for support, unless they want you to know. Do not look for it elsewhere."
            ),
            (
                .noLinkToDiscipline,
                "Keep peer support out of discipline, and discipline out of peer support. Note it in nobody’s file."
            ),
        ]
        let items = promises.map { guarantee, words -> HTML in
            "<li>\(words) \(policy.guarantees.first { $0.guarantee == guarantee }?.basis.notes)</li>"
        }
        return prose("<ul>\(items)</ul>")
    }
}

import HTML
import Operations
import Program

/// Where nobody could open a request, none is taken: crisis lines and numbers stay, in calm words.
enum ClosedForAsking {
    /// On the agency's front page, in the place of the way to ask.
    static func onFrontPage(_ policy: PolicyPack) -> HTML {
        callout(
            "No request can be taken here just now", tone: .warning,
            """
            <p>The \(policy.terms.programme) has nobody who could take one at the moment. That has nothing to do with you, and \
            is being looked after. The lines above answer at any hour.</p>
            """)
    }

    /// In the place of the form.
    static func instead(_ visit: AgencyVisit, _ otherTeams: HTML?) -> HTML {
        page(
            "Ask for support", in: Shells.seeker(visit.agency, visit.site),
            back: Crumb(visit.pack.terms.programme, StartAddresses.agency.link(PathID(visit.agency.slug))),
            main: """
                \(callout("In a crisis, at any hour", tone: .warning, NumbersToCall.crisis(visit.pack)))
                \(onFrontPage(visit.pack))
                \(NumbersToCall.ofAgency(visit.pack).map { section("To call us", $0) })
                \(otherTeams)
                """)
    }

    /// To whoever asked before.
    static func ofRequest(_ policy: PolicyPack) -> HTML {
        callout(
            "Nobody could be asked", tone: .warning, announced: true,
            """
            <p>Your request is kept, and nobody who could take it is there just now. Please do not wait for it: these lines \
            answer at any hour.</p>
            \(NumbersToCall.crisis(policy))
            """)
    }
}

// Where the agency's statements are shown, and to whom. A place that is not here is shown nowhere.
extension RuleReader {
    static let statements: [RuleReader] = [
        said("public-page", to: seekers, at: "/agencies/{agency}"),
        said("crisis-lines", to: seekers, at: "/agencies/{agency}"),
        said("request-form", to: seekers + ["seekers-under-investigation"], at: "/agencies/{agency}/ask"),
        said("advisement", to: seekers + ["seekers-under-investigation"], at: "/agencies/{agency}/ask"),
        said("receipt", to: seekers, at: "/agencies/{agency}/receipt/new"),
        said("orientation", to: seekers, at: "/agencies/{agency}/orientation"),
        said("offer", to: supporters, at: "/offers/{request}"),
        said("acceptance", to: supporters, at: "/requests/{request}"),
        said("request-page", to: supporters, at: "/requests/{request}"),
        said("message-box", to: ["everyone", "supporters"], at: "/requests/{request}"),
        said("contact-entry", to: ["everyone", "supporters"], at: "/contacts/new"),
        said("incident-form", to: ["everyone", "supporters"], at: "/incidents", needs: .recordIncidents),
        said("incident-form", to: ["everyone", "supporters"], at: "/critical-incidents/report", needs: .leadIncidents),
        said(
            "debriefing-invitation", to: seekers, at: "/critical-incidents/{incident}/meetings/{meeting}/invitation",
            needs: .leadIncidents),
        said("agreement", to: seekers + supporters + ["supervisors"], at: "/agreement"),
        said("handbook", to: seekers + supporters + ["supervisors"], at: "/handbook"),
        said("supervisor-page", to: ["everyone", "supervisors"], at: "/agencies/{agency}/supervisors"),
    ]

    private static let seekers = ["everyone", "seekers"]
    private static let supporters = ["everyone", "supporters", "supervising-supporters"]

    private static func said(_ place: String, to audiences: [String], at page: String, needs: Power? = nil)
        -> RuleReader
    {
        RuleReader("statements[]", at: "places", place, given: ["to": Set(audiences)], by: .words(page), needs: needs)
    }
}

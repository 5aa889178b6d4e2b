import HTML
import Operations
import Program

enum NoticePlaces {
    /// What I am told.
    static let notices = Place("notices")
    static let overview = Place("notices", "overview")
    static let answer = PlaceOf<PathID>("notices", by: "notice", then: ["answer"])
    /// A yes to calling somebody out after hours.
    static let approval = PlaceOf<PathID>("notices", by: "notice", then: ["approval"])
    /// Asking a supporter to get in touch.
    static let ask = Place("notices", "ask")
    /// Saying that I respond in person.
    static let response = Place("notices", "response")
    /// Who stands in for me.
    static let designees = Place("designees")
    static let endOfDesignee = PlaceOf<PathID>("designees", by: "designee", then: ["end"])
}

extension Routes {
    static let notices: [Route] = [
        .staff(.get, NoticePlaces.notices, for: .signedIn) { visit in
            .page(NoticePages.inbox(try await visit.programmes.notices(for: visit.staff), visit))
        },
        .staff(.post, NoticePlaces.answer, for: .signedIn, NoticeActs.answer),
        .staff(.post, NoticePlaces.approval, for: .signedIn, NoticeActs.approve),
        .staff(.get, NoticePlaces.overview, for: .signedIn) { visit in
            guard let notices = try await visit.programmes.noticeOverview(for: visit.staff) else {
                return visit.site.nothingHere
            }
            return .page(NoticeOverviewPage.overview(notices, visit))
        },
        .staff(.get, NoticePlaces.ask, for: .signedIn) { visit in
            guard let supporters = try await visit.programmes.supportersToAsk(by: visit.staff) else {
                return visit.site.nothingHere
            }
            return .page(NoticePages.ask(supporters, visit))
        },
        .staff(.post, NoticePlaces.ask, for: .signedIn, NoticeActs.ask),
        .staff(.get, NoticePlaces.response, for: .signedIn) { visit in
            guard let rule = visit.programmes.responseRule(for: visit.staff) else { return visit.site.nothingHere }
            return .page(ResponsePages.respond(rule, visit))
        },
        .staff(.post, NoticePlaces.response, for: .signedIn, NoticeActs.respond),
        .staff(.get, NoticePlaces.designees, for: .signedIn) { visit in
            guard !visit.programmes.rolesWithDesignee(of: visit.staff).isEmpty else { return visit.site.nothingHere }
            return .page(DesigneePages.list(try await visit.programmes.designees(of: visit.staff), visit))
        },
        .staff(.post, NoticePlaces.designees, for: .signedIn, DesigneeActs.name),
        .staff(.post, NoticePlaces.endOfDesignee, for: .signedIn, DesigneeActs.end),
    ]
}

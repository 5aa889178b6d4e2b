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

extension Audience {
    /// Whoever may go out to somebody, and whoever calls people out.
    static let responds = Audience.holdingAny([.takeRequests, .callOut])
}

extension Routes {
    static let notices: [Route] = [
        .staff(.get, NoticePlaces.notices, for: .signedIn) { visit in
            .page(NoticePages.inbox(try await visit.programmes.notices(for: visit.staff), visit))
        },
        .staff(.post, NoticePlaces.answer, for: .signedIn, NoticeActs.answer),
        .staff(.post, NoticePlaces.approval, for: .signedIn, NoticeActs.approve),
        .staff(.get, NoticePlaces.overview, for: .holding(.readConformance)) { visit in
            .page(NoticeOverviewPage.overview(try await visit.programmes.noticeOverview(for: visit.staff), visit))
        },
        .staff(.get, NoticePlaces.ask, for: .holding(.readConformance)) { visit in
            .page(NoticePages.ask(try await visit.programmes.supportersToAsk(by: visit.staff), visit))
        },
        .staff(.post, NoticePlaces.ask, for: .holding(.readConformance), NoticeActs.ask),
        .staff(.get, NoticePlaces.response, for: .responds) { visit in .page(ResponsePages.respond(visit)) },
        .staff(.post, NoticePlaces.response, for: .responds, NoticeActs.respond),
        .staff(.get, NoticePlaces.designees, for: .signedIn) { visit in
            .page(DesigneePages.list(try await visit.programmes.designees(of: visit.staff), visit))
        },
        .staff(.post, NoticePlaces.designees, for: .signedIn, DesigneeActs.name),
        .staff(.post, NoticePlaces.endOfDesignee, for: .signedIn, DesigneeActs.end),
    ]
}

import HTML
import Operations
import Program

enum NoticeAddresses {
    /// What I am told.
    static let notices = FixedAddress("notices")
    static let overview = FixedAddress("notices/overview")
    static let answer = Address<PathID>("notices/{notice}/answer")
    /// A yes to calling somebody out after hours.
    static let approval = Address<PathID>("notices/{notice}/approval")
    /// Asking a supporter to get in touch.
    static let ask = FixedAddress("notices/ask")
    /// Saying that I respond in person.
    static let response = FixedAddress("notices/response")
    /// Who stands in for me.
    static let designees = FixedAddress("designees")
    static let endOfDesignee = Address<PathID>("designees/{designee}/end")
}

extension Audience {
    /// Whoever may go out to somebody, and whoever calls people out.
    static let responds = Audience.holdingAny([.takeRequests, .callOut])
}

extension Routes {
    static let notices: [Route] = [
        .staff(.get, NoticeAddresses.notices, for: .signedIn) { visit in
            .page(NoticePages.inbox(try await visit.programmes.notices(for: visit.staff), visit))
        },
        .staff(.post, NoticeAddresses.answer, for: .signedIn, NoticeActs.answer),
        .staff(.post, NoticeAddresses.approval, for: .signedIn, NoticeActs.approve),
        .staff(.get, NoticeAddresses.overview, for: .holding(.readConformance)) { visit in
            .page(NoticeOverviewPage.overview(try await visit.programmes.noticeOverview(for: visit.staff), visit))
        },
        .staff(.get, NoticeAddresses.ask, for: .holding(.readConformance)) { visit in
            .page(NoticePages.ask(try await visit.programmes.supportersToAsk(by: visit.staff), visit))
        },
        .staff(.post, NoticeAddresses.ask, for: .holding(.readConformance), NoticeActs.ask),
        .staff(.get, NoticeAddresses.response, for: .responds) { visit in .page(ResponsePages.respond(visit)) },
        .staff(.post, NoticeAddresses.response, for: .responds, NoticeActs.respond),
        .staff(.get, NoticeAddresses.designees, for: .signedIn) { visit in
            .page(DesigneePages.list(try await visit.programmes.designees(of: visit.staff), visit))
        },
        .staff(.post, NoticeAddresses.designees, for: .signedIn, DesigneeActs.name),
        .staff(.post, NoticeAddresses.endOfDesignee, for: .signedIn, DesigneeActs.end),
    ]
}

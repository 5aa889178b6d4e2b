import Operations
import Program

enum NoticeAddresses {
    /// What I am told.
    static let notices = FixedAddress("notices")
    static let overview = FixedAddress("notices/overview")
    static let answer = Address<PathID>("notices/{notice}/answer")
    /// A yes to calling somebody out after hours.
    static let approval = Address<PathID>("notices/{notice}/approval")
    /// Having further members asked for a request that waits.
    static let asking = Address<PathID>("notices/{notice}/asking")
    /// Asking a supporter to get in touch.
    static let ask = FixedAddress("notices/ask")
    /// Saying that I respond in person.
    static let response = FixedAddress("notices/response")
    /// Where programs find two of these.
    static let overseen = FixedAddress("notice-overview")
    static let responses = FixedAddress("responses")
    /// Who stands in for me.
    static let designees = FixedAddress("designees")
    static let designee = Address<PathID>("designees/{designee}")
    static let endOfDesignee = Address<PathID>("designees/{designee}/end")
}

extension Need {
    /// Whoever may go out to somebody, and whoever calls people out.
    static let responds = Need.anyOf([.takeRequests, .callOut])
}

extension Routes {
    static let notices: [Route] = [
        .staff(.get, NoticeAddresses.notices, for: .signedIn) { visit in
            .page(
                NoticePages.inbox(
                    try await visit.programmes.notices(for: visit.staff), visit, after: visit.change()))
        },
        .staff(.get, NoticeAddresses.overview, for: .holding(.readConformance)) { visit in
            .page(NoticeOverviewPage.overview(try await visit.programmes.noticeOverview(for: visit.staff), visit))
        },
        .staff(.get, NoticeAddresses.ask, for: .holding(.readConformance)) { visit in
            .page(NoticePages.ask(try await visit.programmes.supportersToAsk(by: visit.staff), visit))
        },
        .staff(.get, NoticeAddresses.response, for: .staff(.responds)) { visit in
            .page(visit.change() == ResponseChange.told ? ResponsePages.told(visit) : ResponsePages.respond(visit))
        },
        .staff(.get, NoticeAddresses.designees, for: .signedIn) { visit in
            .page(DesigneePages.list(try await visit.programmes.designees(of: visit.staff), visit))
        },
    ]
}

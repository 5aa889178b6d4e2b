import HTML
import Operations
import Program

enum CallOutAddresses {
    static let desk = FixedAddress("call-outs")
    static let callOut = Address<PathID>("call-outs/{callOut}")
    static let next = Address<PathID>("call-outs/{callOut}/next")
    static let paging = Address<PathID, PathID>("call-outs/{callOut}/pages/{supporter}")
    static let end = Address<PathID>("call-outs/{callOut}/end")
    /// For whoever was paged.
    static let answer = Address<PathID>("call-outs/{callOut}/answer")
}

extension Routes {
    static let callOuts: [Route] = [
        .staff(.get, CallOutAddresses.desk, for: .holding(.callOut)) { visit in
            .page(CallOutPages.desk(try await visit.programmes.callOuts(by: visit.staff), visit))
        },
        .staff(.post, CallOutAddresses.desk, for: .holding(.callOut), CallOutActs.begin),
        .staff(.get, CallOutAddresses.callOut, for: .holding(.callOut)) { visit, id in
            try await visit.programmes.callOut(id.text, by: visit.staff).map { .page(CallOutPages.callOut($0, visit)) }
        },
        .staff(.post, CallOutAddresses.next, for: .holding(.callOut), CallOutActs.pageNext),
        .staff(.post, CallOutAddresses.paging, for: .holding(.callOut), CallOutActs.page),
        .staff(.post, CallOutAddresses.end, for: .holding(.callOut), CallOutActs.finish),
        .staff(.post, CallOutAddresses.answer, for: .holding(.takeRequests), CallOutActs.answer),
    ]
}

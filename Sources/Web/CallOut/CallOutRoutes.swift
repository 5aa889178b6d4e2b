import Operations
import Program

enum CallOutAddresses {
    static let desk = FixedAddress("call-outs")
    static let callOut = Address<PathID>("call-outs/{callOut}")
    static let next = Address<PathID>("call-outs/{callOut}/next")
    static let paging = Address<PathID, PathID>("call-outs/{callOut}/pages/{supporter}")
    static let number = Address<PathID>("call-outs/{callOut}/number")
    static let end = Address<PathID>("call-outs/{callOut}/end")
    /// For whoever was paged.
    static let answer = Address<PathID>("call-outs/{callOut}/answer")
    static let numberTaken = Address<PathID>("call-outs/{callOut}/number/taken")
    /// The same for programs, which find them among their own.
    static let own = FixedAddress("own-pages")
    static let ownAnswer = Address<PathID>("own-pages/{callOut}/answer")
    static let ownNumberTaken = Address<PathID>("own-pages/{callOut}/number/taken")
}

extension Routes {
    static let callOuts: [Route] = [
        .staff(.get, CallOutAddresses.desk, for: .holding(.callOut)) { visit in
            .page(CallOutPages.desk(try await visit.programmes.callOuts(by: visit.staff), visit))
        },
        .staff(.get, CallOutAddresses.callOut, for: .holding(.callOut)) { visit, id in
            try await visit.programmes.callOut(id.text, by: visit.staff).map { .page(CallOutPages.callOut($0, visit)) }
        },
    ]
}

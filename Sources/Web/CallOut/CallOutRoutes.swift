import HTML
import Operations
import Program

enum CallOutPlaces {
    static let desk = Place("call-outs")
    static let callOut = PlaceOf<PathID>("call-outs", by: "callOut")
    static let next = PlaceOf<PathID>("call-outs", by: "callOut", then: ["next"])
    static let paging = PlaceOfTwo<PathID, PathID>("call-outs", by: "callOut", then: ["pages"], and: "supporter")
    static let end = PlaceOf<PathID>("call-outs", by: "callOut", then: ["end"])
    /// For whoever was paged.
    static let answer = PlaceOf<PathID>("call-outs", by: "callOut", then: ["answer"])
}

extension Routes {
    static let callOuts: [Route] = [
        .staff(.get, CallOutPlaces.desk, for: .holding(.callOut)) { visit in
            .page(CallOutPages.desk(try await visit.programmes.callOuts(by: visit.staff), visit))
        },
        .staff(.post, CallOutPlaces.desk, for: .holding(.callOut), CallOutActs.begin),
        .staff(.get, CallOutPlaces.callOut, for: .holding(.callOut)) { visit, id in
            try await visit.programmes.callOut(id.text, by: visit.staff).map { .page(CallOutPages.callOut($0, visit)) }
        },
        .staff(.post, CallOutPlaces.next, for: .holding(.callOut), CallOutActs.pageNext),
        .staff(.post, CallOutPlaces.paging, for: .holding(.callOut), CallOutActs.page),
        .staff(.post, CallOutPlaces.end, for: .holding(.callOut), CallOutActs.finish),
        .staff(.post, CallOutPlaces.answer, for: .holding(.takeRequests), CallOutActs.answer),
    ]
}

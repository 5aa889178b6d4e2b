import Operations
import Program

/// Call-outs as programs read them.
extension Routes {
    static let callOutInterface: [Route] = [
        .read(
            "listCallOuts", "The call-outs that run, and those finished and still kept.", at: CallOutAddresses.desk,
            for: .holding(.callOut), "The call-outs, the latest day first.",
            .list("callOuts", of: CallOutShapes.callOut)
        ) { visit in try await visit.programmes.callOuts(by: visit.staff) },
        .read(
            "readCallOut", "Who was paged, what they said, and who would be next.", at: CallOutAddresses.callOut,
            for: .holding(.callOut), "The call-out.", CallOutShapes.callOut
        ) { visit, id in try await visit.programmes.callOut(id.text, by: visit.staff) },
        .read(
            "listOwnPages", "The pages of running call-outs that wait for this account.", at: CallOutAddresses.own,
            for: .holding(.takeRequests), "The pages.",
            .list("pages", of: CallOutShapes.ownPage)
        ) { visit in try await visit.programmes.ownPages(of: visit.staff) },
    ]
}

private enum CallOutShapes {
    static let callOut = Shape<CallOutView>(
        .id("id", \.id), .words("begunBy", \.begunBy), .day("begunOn", \.begunOn),
        .day(maybe: "finishedOn", \.finishedOn),
        .list("paged", of: paged, about: "In the order of paging.", \.paged),
        .list(
            "candidates", of: candidate,
            about: "Who may be paged, the next first; only where one call-out is read.", \.candidates),
        .list("lastResort", of: telephone, \.lastResort),
        .words(
            maybe: "waitsForYesOf", about: "Nobody is paged before this role has said yes, or its time is over."
        ) { $0.waitsFor?.role },
        .moment(maybe: "waitsUntil") { $0.waitsFor?.until },
        .flag("hasCallersNumber", about: "Whether a number waits for whoever answers.", \.hasCallersNumber))

    static let ownPage = Shape<OwnPage>(
        .id("callOut", \.callOut), .words("by", \.by), .choice(maybe: "answer", of: answers) { $0.answer?.rawValue },
        .list("callIn", of: telephone, \.callIn),
        .words(
            maybe: "callersNumber", about: "For whoever says that they call in, until they have it.", \.callersNumber))

    private static let paged = Shape<CallOutView.Paged>(
        .id("account", \.account), .words("name", \.name),
        .choice(maybe: "answer", of: answers, about: "Null where they have not said.") { $0.answer?.rawValue },
        .choice(maybe: "notTold", of: hindrances, about: notTold) { $0.hindrance?.rawValue },
        .words(maybe: "telephone", about: telephoneAbout, \.telephone))

    private static let candidate = Shape<CallOutView.Candidate>(
        .id("account", \.account), .words("name", \.name), .choice("standing", \.standing),
        .flag(
            "isCalledElsewhere", about: "Whether they are paged for another caller just now.", \.isCalledElsewhere),
        .choice(maybe: "notTold", of: hindrances, about: notTold) { $0.hindrance?.rawValue },
        .words(maybe: "telephone", about: telephoneAbout, \.telephone))

    private static let hindrances = ReachHindrance.allCases.map(\.rawValue)
    private static let notTold = "Why a page does not reach them; null where it does."
    private static let telephoneAbout = "Their own number, where the programme knows one."

    private static let telephone = Shape<CallOutView.Telephone>(
        .words("role", \.role), .words("number", \.number), .choice("when", \.when), .flag("isNow", \.isNow))

    private static let answers = CallOutAnswer.allCases.map(\.rawValue)
}

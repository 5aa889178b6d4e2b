import HTML
import HTTPTypes
import Operations
import Program

/// What the desk does, and what whoever it pages says: each act once, for its button and for programs.
enum CallOutActs {
    static let routes: [Route] = atDesk + ofPaged

    private static let atDesk: [Route] =
        begin.routes + next.routes + page.routes + number.routes + finish.routes
    private static let ofPaged: [Route] = answer.routes + hasNumber.routes

    static let begin = Act(
        "beginCallOut",
        "Begin a call-out and page the first who can be reached, after hours with the yes that the policy asks for. No reason is asked for.",
        at: CallOutAddresses.desk, for: .holding(.callOut), taking: .nothing,
        then: .created("Begun.", at: CallOutAddresses.callOut), mayRefuse: false,
        see: { $0.id.map { CallOutAddresses.callOut.link(PathID($0)) } ?? CallOutAddresses.desk.link() },
        refused: { _, _ in nil },
        perform: { visit, _ in try await visit.programmes.beginCallOut(by: visit.staff) })

    static let next = Act(
        "pageNext", "Page the next in order.", at: CallOutAddresses.next, for: .holding(.callOut),
        taking: Input(seen), then: .done("Paged."),
        see: { _, id in CallOutAddresses.callOut.link(id) }, refused: CallOutPages.again,
        perform: { visit, seen, id in try await visit.programmes.pageNext(in: id.text, after: seen, by: visit.staff) })

    static let page = Act(
        "pageSupporter", "Page one who can be reached, out of order.", at: CallOutAddresses.paging,
        for: .holding(.callOut), taking: .nothing, then: .done("Paged."),
        see: { _, id, _ in CallOutAddresses.callOut.link(id) },
        refused: { visit, refused, id, _ in try await CallOutPages.again(visit, refused, id) },
        perform: { visit, _, id, supporter in
            try await visit.programmes.page(supporter.text, in: id.text, by: visit.staff)
        })

    static let number = Act(
        "leaveNumber",
        "Leave the number under which the caller can be reached. It goes to whoever answers and to nobody else, and is gone when they have it.",
        at: CallOutAddresses.number, .put, for: .holding(.callOut), taking: Input(callersNumber),
        then: .done("It waits for whoever answers."), see: { _, id in CallOutAddresses.callOut.link(id) },
        refused: CallOutPages.again,
        perform: { visit, number, id in
            try await visit.programmes.leaveNumber(number, in: id.text, by: visit.staff)
        })

    static let finish = Act(
        "finishCallOut", "The desk is done. Nobody asks how it ended.", at: CallOutAddresses.end,
        for: .holding(.callOut), taking: .nothing, then: .done("Finished."),
        see: { _, id in CallOutAddresses.callOut.link(id) }, refused: CallOutPages.again,
        perform: { visit, _, id in try await visit.programmes.finishCallOut(id.text, by: visit.staff) })

    static let answer = Act(
        "answerPage", "Say whether you call in.", at: CallOutAddresses.answer, .put,
        interface: CallOutAddresses.ownAnswer, for: .holding(.takeRequests), taking: Input(said),
        then: .done("The desk sees it."), mayRefuse: false,
        see: { _, _ in HomeAddresses.home.link() },
        refused: { visit, refused, id in
            let pages = try await visit.programmes.ownPages(of: visit.staff)
            guard pages.contains(where: { $0.callOut == id.text }) else { return nil }
            return .again(HomePages.home(visit, try await Duties(of: visit), refused))
        },
        perform: { visit, answer, id in try await visit.programmes.answerPage(id.text, answer, by: visit.staff) })

    static let hasNumber = Act(
        "tookNumber", "Say that you have the caller's number: it is destroyed.", at: CallOutAddresses.numberTaken,
        interface: CallOutAddresses.ownNumberTaken, for: .holding(.takeRequests), taking: .nothing,
        then: .done("It is gone here."), mayRefuse: false,
        see: { _, _ in HomeAddresses.home.link() }, refused: { _, _, _ in nil },
        perform: { visit, _, id in try await visit.programmes.tookNumber(of: id.text, by: visit.staff) })

    static let callersNumber = Field<String>.text(
        "number", "The caller’s number", longest: 40, kind: .privateTelephone,
        FieldWords(
            hint: "Only if they give one. It reaches whoever answers and nobody else, and is gone when they have it."))

    /// A tap that comes twice pages one.
    static let seen = Field<Int>.hiddenNumber(
        "seen", 0...Schema.largest, missing: "Look again at who was paged.",
        FieldWords(about: "How many were paged when you looked. Where it is another number now, nobody is paged."))

    static let said = Field<CallOutAnswer>.choice("answer", "Your answer") { $0.rawValue }.byButtons
}

import HTTPTypes
import Operations
import Program

enum NoticeInterfaceAddresses {
    static let notices = FixedAddress("api/v1/notices")
    static let answer = Address<PathID>("api/v1/notices/{notice}/answer")
    static let approval = Address<PathID>("api/v1/notices/{notice}/approval")
    static let overview = FixedAddress("api/v1/notice-overview")
    static let responses = FixedAddress("api/v1/responses")
    static let designees = FixedAddress("api/v1/designees")
    static let designee = Address<PathID>("api/v1/designees/{designee}")
}

extension Routes {
    static let noticeInterface: [Route] = [
        .api(.get, NoticeInterfaceAddresses.notices, for: .signedIn, NoticeEndpoints.list) { call in
            .success(.json(NoticeJSON.inbox(try await call.programmes.notices(for: call.staff), call)))
        },
        .api(.post, NoticeInterfaceAddresses.answer, for: .signedIn, NoticeEndpoints.answer) { call, notice in
            guard let how = Means(word: call.text("how")) else { return nil }
            let minutes = call.body["minutesAgo"]?.integer ?? 0
            return try await call.programmes.acknowledge(
                notice.text, how: how, at: call.programmes.clock().adding(seconds: Int64(-60 * minutes)),
                by: call.staff
            )?.map { .done }
        },
        .api(.post, NoticeInterfaceAddresses.approval, for: .signedIn, NoticeEndpoints.approve) { call, notice in
            try await call.programmes.approve(notice.text, by: call.staff)?.map { .done }
        },
        .api(
            .get, NoticeInterfaceAddresses.overview, for: .holding(.readConformance), NoticeEndpoints.overview
        ) { call in
            let notices = try await call.programmes.noticeOverview(for: call.staff)
            return .success(.json(["notices": .array(notices.map { NoticeJSON.overseen($0) })]))
        },
        .api(.post, NoticeInterfaceAddresses.notices, for: .holding(.readConformance), NoticeEndpoints.ask) { call in
            try await call.programmes.askToGetInTouch(call.text("supporter"), by: call.staff).map { .done }
        },
        .api(.post, NoticeInterfaceAddresses.responses, for: .responds, NoticeEndpoints.respond) { call in
            let response = NewResponse(vehicle: call.body["vehicle"]?.string)
            return try await call.programmes.tellResponse(response, by: call.staff).map { .done }
        },
        .api(.get, NoticeInterfaceAddresses.designees, for: .signedIn, NoticeEndpoints.designees) { call in
            let designees = try await call.programmes.designees(of: call.staff)
            return .success(.json(["designees": .array(designees.map { NoticeJSON.designee($0) })]))
        },
        .api(.post, NoticeInterfaceAddresses.designees, for: .signedIn, NoticeEndpoints.nameDesignee) { call in
            guard let first = Day(call.text("startsOn")), let last = Day(call.text("lastDay")) else {
                return .failure(Refusal("A day, such as \(call.staff.today.text).", field: "startsOn"))
            }
            let designee = NewDesignee(
                role: RoleID(call.text("role")), login: call.text("login"), startsOn: first, lastDay: last)
            return try await call.programmes.nameDesignee(designee, by: call.staff).map { .done }
        },
        .api(.delete, NoticeInterfaceAddresses.designee, for: .signedIn, NoticeEndpoints.endDesignee) { call, id in
            try await call.programmes.endDesignee(id.text, by: call.staff) ? .success(.done) : nil
        },
    ]
}

enum NoticeEndpoints {
    static let list = Endpoint(
        "listNotices", "What you are told, and what was answered in the last thirty days.",
        success: .ok("The notices.") { _ in
            .object([
                Schema.Property("open", .list(of: notice)), Schema.Property("answered", .list(of: notice)),
            ])
        }, mayRefuse: false)

    static let answer = Endpoint(
        "answerNotice",
        "Answer a notice: how you came to know, or how you told whom you had to tell. The first holder of a role answers for it.",
        body: { _ in
            .object([
                Schema.Property("how", means),
                Schema.Property(
                    "minutesAgo", .integer(0...10_080), required: false,
                    about: "How many minutes ago; now if left out."),
            ])
        }, success: .done("Answered."))

    static let approve = Endpoint(
        "approveActivation", "Say yes to activating a supporter after hours, where a notice asks you to.",
        success: .done("Supporters are asked."))

    static let overview = Endpoint(
        "overseeNotices", "What waits for an answer in the programme, for those who watch over it.",
        success: .ok("Unanswered notices, and those answered in the last thirty days.") { _ in
            .object([Schema.Property("notices", .list(of: overseen))])
        }, mayRefuse: false)

    static let ask = Endpoint(
        "askToGetInTouch", "Ask a supporter to get in touch. The notice holds no words.",
        body: { _ in .object([Schema.Property("supporter", .id, about: "The supporter's account.")]) },
        success: .done("Asked."))

    static let respond = Endpoint(
        "tellResponse", "Say that you respond in person, after hours or off duty. It names nobody.",
        body: { pack in
            let vehicles = pack.dutyTime.vehicles.map { rule in
                Schema.Property("vehicle", .choice(rule.choices.map(\.id)), clauses: rule.basis.clauses)
            }
            return .object([vehicles].compactMap { $0 })
        }, success: .done("Whoever the policy names is told."))

    static let designees = Endpoint(
        "listDesignees", "Those whom you have named to stand in for you.",
        success: .ok("The designees.") { _ in
            .object([
                Schema.Property(
                    "designees",
                    .list(
                        of: .object([
                            Schema.Property("id", .id), Schema.Property("role", .id), Schema.Property("name", .words),
                            Schema.Property("startsOn", .day), Schema.Property("lastDay", .day),
                        ])))
            ])
        }, mayRefuse: false)

    static let nameDesignee = Endpoint(
        "nameDesignee",
        "Name who is told beside you, for a time, where the policy lets a role of yours have a designee.",
        body: { _ in
            .object([
                Schema.Property("role", .id), Schema.Property("login", .string(maxLength: 60)),
                Schema.Property("startsOn", .day), Schema.Property("lastDay", .day),
            ])
        }, success: .done("Named."))

    static let endDesignee = Endpoint(
        "endDesignee", "End what you named; from today on they no longer stand in.", success: .done("Ended."),
        mayRefuse: false)

    static let means = Schema.choice(Means.allCases.map(\.word))
    /// RFC 3339, in UTC.
    static let moment = Schema.string(maxLength: 40)

    private static let answered: [Schema.Property] = [
        Schema.Property("answeredAt", .nullable(moment)), Schema.Property("answeredBy", .nullable(.words)),
        Schema.Property("how", .nullable(means)),
    ]

    private static let notice = Schema.object(
        [
            Schema.Property("id", .id), Schema.Property("kind", .choice(NoticeKind.allCases.map(\.rawValue))),
            Schema.Property("title", .words), Schema.Property("words", .words),
            Schema.Property("from", .nullable(.words)),
            Schema.Property("exception", .nullable(.id), about: "The exception a disclosure is about."),
            Schema.Property(
                "suspension", .nullable(SuspensionActs.standing.schema),
                about: "Who was suspended, where the last word is yours."),
            Schema.Property("raisedOn", .day), Schema.Property("due", .nullable(moment)),
            Schema.Property("isOverdue", .boolean), Schema.Property("clauses", .list(of: .id)),
            Schema.Property("means", .list(of: means), about: "How it may be answered."),
        ] + answered)

    private static let overseen = Schema.object(
        [
            Schema.Property("kind", .choice(NoticeKind.allCases.map(\.rawValue))), Schema.Property("for", .words),
            Schema.Property("raisedOn", .day), Schema.Property("due", .nullable(moment)),
            Schema.Property("isOverdue", .boolean),
            Schema.Property("secondsToAnswer", .nullable(.count), about: "Where the time of raising is kept."),
        ] + answered)
}

enum NoticeJSON {
    static func inbox(_ inbox: NoticeInbox, _ call: APICall) -> JSON {
        [
            "open": .array(inbox.open.map { notice($0, call) }),
            "answered": .array(inbox.answered.map { notice($0, call) }),
        ]
    }

    private static func notice(_ received: ReceivedNotice, _ call: APICall) -> JSON {
        let notice = received.notice
        let words = NoticeWords(received, call.pack)
        let members: [String: JSON] = [
            "id": .string(notice.id), "kind": .string(notice.kind.rawValue), "title": .string(words.title),
            "words": .string(words.words), "from": JSON(received.from), "exception": JSON(received.exception?.id),
            "suspension": received.suspended.map(SuspensionActs.standing.json) ?? .null,
            "raisedOn": .string(notice.raisedOn.text), "due": JSON(notice.due?.text),
            "isOverdue": .boolean(notice.isOverdue(at: call.programmes.clock())),
            "clauses": .array(notice.clauses.map { .string($0.text) }),
            "means": .array(received.means.map { .string($0.word) }),
        ]
        return .object(members.merging(answer(notice, by: received.answeredBy)) { $1 })
    }

    static func overseen(_ overseen: OverseenNotice) -> JSON {
        let notice = overseen.notice
        let members: [String: JSON] = [
            "kind": .string(notice.kind.rawValue), "for": .string(overseen.addressee),
            "raisedOn": .string(notice.raisedOn.text), "due": JSON(notice.due?.text),
            "isOverdue": .boolean(overseen.isOverdue),
            "secondsToAnswer": JSON(notice.secondsToAcknowledge.map { Int($0) }),
        ]
        return .object(members.merging(answer(notice, by: overseen.answeredBy)) { $1 })
    }

    static func designee(_ designee: NamedDesignee) -> JSON {
        [
            "id": .string(designee.id), "role": .string(designee.role.text), "name": .string(designee.name),
            "startsOn": .string(designee.startsOn.text),
            "lastDay": .string(designee.lastDay.text),
        ]
    }

    private static func answer(_ notice: Notice, by name: String?) -> [String: JSON] {
        [
            "answeredAt": JSON(notice.acknowledgement?.at.text), "answeredBy": JSON(name),
            "how": JSON(notice.acknowledgement?.how.word),
        ]
    }
}

import HTTPTypes
import Operations
import Program

enum CallOutInterfaceAddresses {
    static let desk = FixedAddress("api/v1/call-outs")
    static let callOut = Address<PathID>("api/v1/call-outs/{callOut}")
    static let next = Address<PathID>("api/v1/call-outs/{callOut}/next")
    static let paging = Address<PathID, PathID>("api/v1/call-outs/{callOut}/pages/{supporter}")
    static let end = Address<PathID>("api/v1/call-outs/{callOut}/end")
    static let own = FixedAddress("api/v1/own-pages")
    static let answer = Address<PathID>("api/v1/own-pages/{callOut}/answer")
}

extension Routes {
    static let callOutInterface: [Route] = [
        .api(.get, CallOutInterfaceAddresses.desk, for: .holding(.callOut), CallOutEndpoints.list) { call in
            let callOuts = try await call.programmes.callOuts(by: call.staff)
            return .success(.json(["callOuts": .array(callOuts.map(CallOutJSON.callOut))]))
        },
        .api(.post, CallOutInterfaceAddresses.desk, for: .holding(.callOut), CallOutEndpoints.begin) { call in
            let id = try await call.programmes.beginCallOut(by: call.staff)
            return .success(
                .json(["id": .string(id)], status: .created).at(CallOutInterfaceAddresses.callOut.link(PathID(id))))
        },
        .api(.get, CallOutInterfaceAddresses.callOut, for: .holding(.callOut), CallOutEndpoints.read) { call, id in
            try await call.programmes.callOut(id.text, by: call.staff).map {
                .success(.json(CallOutJSON.callOut($0)))
            }
        },
        .api(.post, CallOutInterfaceAddresses.next, for: .holding(.callOut), CallOutEndpoints.next) { call, id in
            let seen = call.body[CallOutActs.seenField]?.integer ?? -1
            return try await call.programmes.pageNext(in: id.text, after: seen, by: call.staff)?.map { .done }
        },
        .api(
            .post, CallOutInterfaceAddresses.paging, for: .holding(.callOut), CallOutEndpoints.page
        ) { call, id, supporter in
            try await call.programmes.page(supporter.text, in: id.text, by: call.staff)?.map { .done }
        },
        .api(.post, CallOutInterfaceAddresses.end, for: .holding(.callOut), CallOutEndpoints.finish) { call, id in
            try await call.programmes.finishCallOut(id.text, by: call.staff)?.map { .done }
        },
        .api(.get, CallOutInterfaceAddresses.own, for: .holding(.takeRequests), CallOutEndpoints.own) { call in
            let pages = try await call.programmes.ownPages(of: call.staff)
            return .success(.json(["pages": .array(pages.map(CallOutJSON.own))]))
        },
        .api(
            .put, CallOutInterfaceAddresses.answer, for: .holding(.takeRequests), CallOutEndpoints.answer
        ) { call, id in
            guard let answer = CallOutAnswer(rawValue: call.text(CallOutActs.answerField)),
                try await call.programmes.answerPage(id.text, answer, by: call.staff)
            else { return nil }
            return .success(.done)
        },
    ]
}

enum CallOutEndpoints {
    static let list = Endpoint(
        "listCallOuts", "The call-outs that run, and those finished and still kept.",
        success: .ok("The call-outs, the latest day first.") { _ in
            .object([Schema.Property("callOuts", .list(of: callOut))])
        }, mayRefuse: false)

    static let begin = Endpoint(
        "beginCallOut", "Begin a call-out and page the first who can be reached. No reason is asked for.",
        success: .created("Begun.", .object([Schema.Property("id", .id)])), mayRefuse: false)

    static let read = Endpoint(
        "readCallOut", "Who was paged, what they said, and who would be next.",
        success: .ok("The call-out.") { _ in callOut }, mayRefuse: false)

    static let next = Endpoint(
        "pageNext", "Page the next in order.",
        body: { _ in
            .object([
                Schema.Property(
                    CallOutActs.seenField, .count,
                    about: "How many were paged when you looked. Where it is another number now, nobody is paged.")
            ])
        }, success: .done("Paged."))

    static let page = Endpoint(
        "pageSupporter", "Page one who can be reached, out of order.", success: .done("Paged."))

    static let finish = Endpoint(
        "finishCallOut", "The desk is done. Nobody asks how it ended.", success: .done("Finished."))

    static let own = Endpoint(
        "listOwnPages", "The pages of running call-outs that wait for this account.",
        success: .ok("The pages.") { _ in .object([Schema.Property("pages", .list(of: ownPage))]) }, mayRefuse: false)

    static let answer = Endpoint(
        "answerPage", "Say whether you call in.",
        body: { _ in
            .object([Schema.Property(CallOutActs.answerField, .choice(CallOutAnswer.allCases.map(\.rawValue)))])
        }, success: .done("The desk sees it."), mayRefuse: false)

    private static let answerGiven = Schema.nullable(.choice(CallOutAnswer.allCases.map(\.rawValue)))

    private static let callOut = Schema.object([
        Schema.Property("id", .id), Schema.Property("begunBy", .words), Schema.Property("begunOn", .day),
        Schema.Property("finishedOn", .nullable(.day)),
        Schema.Property(
            "paged",
            .list(
                of: .object([
                    Schema.Property("account", .id), Schema.Property("name", .words),
                    Schema.Property("answer", answerGiven, about: "Null where they have not said."),
                ])), about: "In the order of paging."),
        Schema.Property(
            "candidates",
            .list(
                of: .object([
                    Schema.Property("account", .id), Schema.Property("name", .words),
                    Schema.Property("standing", .choice(CallOutStanding.allCases.map(\.rawValue))),
                    Schema.Property(
                        "isCalledElsewhere", .boolean, about: "Whether they are paged for another caller just now."),
                ])), about: "Who may be paged, the next first; only where one call-out is read."),
        Schema.Property("lastResort", .list(of: telephone)),
    ])

    private static let ownPage = Schema.object([
        Schema.Property("callOut", .id), Schema.Property("by", .words), Schema.Property("answer", answerGiven),
        Schema.Property("callIn", .list(of: telephone)),
    ])

    private static let telephone = Schema.object([
        Schema.Property("role", .words), Schema.Property("number", .words),
        Schema.Property("when", .choice(EscalationStep.When.allCases.map(\.rawValue))),
        Schema.Property("isNow", .boolean),
    ])
}

enum CallOutJSON {
    static func callOut(_ callOut: CallOutView) -> JSON {
        [
            "id": .string(callOut.id), "begunBy": .string(callOut.begunBy),
            "begunOn": .string(callOut.begunOn.text), "finishedOn": JSON(callOut.finishedOn?.text),
            "paged": .array(
                callOut.paged.map {
                    [
                        "account": .string($0.account), "name": .string($0.name), "answer": JSON($0.answer?.rawValue),
                    ]
                }),
            "candidates": .array(
                callOut.candidates.map {
                    [
                        "account": .string($0.account), "name": .string($0.name),
                        "standing": .string($0.standing.rawValue),
                        "isCalledElsewhere": .boolean($0.isCalledElsewhere),
                    ]
                }),
            "lastResort": .array(callOut.lastResort.map(telephone)),
        ]
    }

    static func own(_ page: OwnPage) -> JSON {
        [
            "callOut": .string(page.callOut), "by": .string(page.by), "answer": JSON(page.answer?.rawValue),
            "callIn": .array(page.callIn.map(telephone)),
        ]
    }

    private static func telephone(_ telephone: CallOutView.Telephone) -> JSON {
        [
            "role": .string(telephone.role), "number": .string(telephone.number),
            "when": .string(telephone.when.rawValue), "isNow": .boolean(telephone.isNow),
        ]
    }
}

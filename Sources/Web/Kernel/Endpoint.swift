import HTTPTypes
import Operations
import Program

/// What the programming interface says of a route: the source of its part of the OpenAPI document.
package struct Endpoint: Sendable {
    package let id: String
    package let summary: String
    /// The body taken, by the agency's pack; none where the operation takes no body.
    var body: (@Sendable (PolicyPack) -> Schema)?
    /// What it answers when all is well.
    let success: Success
    /// Whether it can refuse with 422.
    var mayRefuse = true
    /// What else it answers, besides what every operation does.
    var others: [Problem] = []
    /// What may stand behind the question mark.
    var query: [Schema.Property] = []
    /// Whether the programme of a pack has it. Where it has not, the document leaves it out and its address is unknown.
    var isOf: @Sendable (PolicyPack) -> Bool = { _ in true }

    package struct Success: Sendable {
        let status: HTTPResponse.Status
        let schema: (@Sendable (PolicyPack) -> Schema)?
        let about: String

        static func created(_ about: String, _ schema: Schema) -> Success {
            Success(status: .created, schema: { _ in schema }, about: about)
        }
        static func ok(_ about: String, _ schema: @escaping @Sendable (PolicyPack) -> Schema) -> Success {
            Success(status: .ok, schema: schema, about: about)
        }
        static func done(_ about: String) -> Success { Success(status: .noContent, schema: nil, about: about) }
    }

    /// An answer of an operation when something stands in the way.
    package struct Problem: Sendable {
        let status: HTTPResponse.Status
        let about: String

        init(_ status: HTTPResponse.Status, _ about: String) {
            self.status = status
            self.about = about
        }

        /// Wherever the database is asked, which is everywhere.
        static let later = Problem(
            .serviceUnavailable, "Much is being asked just now; unless the title says otherwise, nothing was done.")
        /// Where a passphrase is to be hashed, or a receipt looked at.
        static let busy = Problem(
            .serviceUnavailable, "Many people are here just now; unless the title says otherwise, nothing was done.")
    }

    var takesBody: Bool { body != nil }

    /// What a call answers that was sent before and done then. What it was told then is kept nowhere, but for the id.
    func answer(doneBefore done: DoneBefore) -> Answer {
        if success.schema == nil { return Answer(status: success.status, type: nil) }
        guard success.status == .created, let made = done.made else { return ProblemDocument.doneBefore }
        return .json(["id": .string(made)], status: .created)
    }
}

/// What a call of the programming interface came to.
package typealias APIResult = Result<Answer, Refusal>

extension Route {
    /// An operation of the programming interface, found where its page is; answering nothing gives what an unknown address gives.
    ///
    /// - Parameter handle: whoever calls, the body as the endpoint's schema has checked it, and what stands in the address.
    @_semantics("optimize.sil.specialize.generic.never")
    static func api<By: Acting, each Value: PathValue>(
        _ method: Method, _ address: Address<repeat each Value>, for whom: Whom<By>, _ endpoint: Endpoint,
        _ handle: @escaping @Sendable (By, JSON, repeat each Value) async throws -> APIResult?
    ) -> Route {
        let address = address.interface
        return Route(
            method: method, pattern: address.pattern, audience: whom.audience, face: .api(endpoint),
            values: address.schemas
        ) { arrival in
            guard let visit = try await By.of(arrival), let values = address.values(arrival.values) else {
                return ProblemDocument.nothingHere
            }
            return try await arrival.answer(endpoint, pack: visit.agency.policy) { body in
                try await handle(visit, body, repeat each values)
            }
        }
    }
}

extension Route.Arrival {
    /// Checks the body against the operation's schema, then lets the handler answer.
    fileprivate func answer(
        _ operation: Endpoint, pack: PolicyPack, _ handle: (JSON) async throws -> APIResult?
    ) async throws -> Answer {
        guard operation.isOf(pack) else { return ProblemDocument.nothingHere }
        let asked = operation.query.compactMap { parameter in
            visit.queryAsSent(parameter.name).map { (parameter.name, JSON.string($0)) }
        }
        let misasked = Schema.object(operation.query).problems(with: .object(Dictionary(uniqueKeysWithValues: asked)))
        let repeated = operation.query.map(\.name).filter { visit.isAskedTwice($0) }
        guard repeated.isEmpty else {
            return ProblemDocument.of(
                Refusal(repeated.map { Refusal.Problem(field: $0, message: "This came twice. Give it once.") }))
        }
        guard misasked.isEmpty else { return ProblemDocument.of(Refusal(misasked)) }
        var sent = JSON.null
        if let schema = operation.body?(pack) {
            let json: JSON
            do throws(JSON.Unreadable) {
                json = try JSON(reading: body)
            } catch {
                return ProblemDocument.of(error)
            }
            let problems = schema.problems(with: json)
            guard problems.isEmpty else { return ProblemDocument.of(Refusal(problems)) }
            sent = json
        }
        switch try await handle(sent) {
        case .success(let answer): return answer
        case .failure(let refusal): return refusal.isForTheCrowd ? ProblemDocument.busy : ProblemDocument.of(refusal)
        case nil: return ProblemDocument.nothingHere
        }
    }
}

import HTTPTypes
import Program

/// What an act came to, as the programming interface answers it.
struct Outcome<Made: Sendable>: Sendable {
    let success: Endpoint.Success
    /// The answer; of an act that was done before, the id of what it made then is all that is known.
    let json: @Sendable (Done<Made>) -> Answer
    /// The id of what was made.
    let id: @Sendable (Made) -> String?
}

extension Outcome {
    /// Done, and a program is told no more; the page that follows may say what came of it.
    static func done(_ about: String) -> Outcome {
        Outcome(success: .done(about), json: { _ in .done }, id: { _ in nil })
    }
}

extension Outcome where Made == Void {
    /// Done, and nothing more to say.
    static func done(_ about: String) -> Outcome {
        Outcome(success: .done(about), json: { _ in .done }, id: { _ in nil })
    }
}

extension Outcome where Made == String {
    /// Something was made, and this is its id.
    ///
    /// - Parameter address: where a program finds it.
    static func created(_ about: String, at address: Address<PathID>? = nil) -> Outcome {
        Outcome(
            success: .created(about, .object([Schema.Property("id", .id)])),
            json: { done in
                guard let id = done.id else { return ProblemDocument.doneBefore }
                let answer = Answer.json(["id": .string(id)], status: .created)
                return address.map { answer.at($0.interface.link(PathID(id))) } ?? answer
            }, id: { $0 })
    }
}

extension Outcome {
    /// What came of it, in words that are told once. Of an act done before they are not known any more.
    static func told(
        _ about: String, status: HTTPResponse.Status = .ok, at address: Address<PathID>? = nil, _ shape: Shape<Made>,
        id: @escaping @Sendable (Made) -> String? = { _ in nil }
    ) -> Outcome {
        Outcome(
            success: Endpoint.Success(status: status, schema: { _ in shape.schema }, about: about),
            json: { done in
                guard let made = done.made else { return ProblemDocument.doneBefore }
                let answer = Answer.json(shape.json(made), status: status)
                guard let address, let id = done.id else { return answer }
                return answer.at(address.interface.link(PathID(id)))
            }, id: id)
    }
}

extension ProblemDocument {
    /// What it came to was told then, and is kept nowhere.
    static let doneBefore = plain("This was done already, when it was sent before.", status: .conflict)
}

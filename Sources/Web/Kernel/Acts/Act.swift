import HTML
import Program

/// An act, declared once: who may do it, what it takes, what it does and what comes of it. The form of its page and the operation of
/// the programming interface are made of it.
struct Act<By: Acting, Value: Sendable, Made: Sendable, each Subject: PathValue>: Sendable {
    /// Where the form is sent.
    let page: Address<repeat each Subject>
    /// Where a program finds it.
    let interface: Address<repeat each Subject>
    let method: Route.Method
    let whom: Whom<By>
    let input: Input<Value>
    let outcome: Outcome<Made>
    /// What the interface's document says of it.
    let endpoint: Endpoint
    let see: @Sendable (Done<Made>, repeat each Subject) -> Link
    let handing: @Sendable (Made) -> String?
    let giving: @Sendable (Answer, By, Made) throws -> Answer
    let refused: @Sendable (By, Refused, repeat each Subject) async throws -> Answer?
    let perform: @Sendable (By, Value, repeat each Subject) async throws -> Result<Made, Refusal>?

    /// Its name in the interface's document.
    var id: String { endpoint.id }

    /// - Parameters:
    ///   - page: where the form is sent.
    ///   - interface: where a program finds it, where that is another address.
    ///   - isOf: whether the programme of a pack has it.
    ///   - mayRefuse: whether it can say no to what was sent.
    ///   - others: what else a program may be answered.
    ///   - see: the page that follows.
    ///   - handing: what the page that follows shows this once, such as a code.
    ///   - giving: what the browser is given besides, such as a pass.
    ///   - refused: the page again, with what was typed and what is wrong with it.
    ///   - perform: the act itself; nothing where there is no such thing to act on.
    @_semantics("optimize.sil.specialize.generic.never")
    init(
        _ id: String, _ summary: String, at page: Address<repeat each Subject>, _ method: Route.Method = .post,
        interface: Address<repeat each Subject>? = nil, for whom: Whom<By>,
        where isOf: @escaping @Sendable (PolicyPack) -> Bool = { _ in true }, taking input: Input<Value>,
        then outcome: Outcome<Made>, mayRefuse: Bool = true, others: [Endpoint.Problem] = [],
        see: @escaping @Sendable (Done<Made>, repeat each Subject) -> Link,
        handing: @escaping @Sendable (Made) -> String? = { _ in nil },
        giving: @escaping @Sendable (Answer, By, Made) throws -> Answer = { answer, _, _ in answer },
        refused: @escaping @Sendable (By, Refused, repeat each Subject) async throws -> Answer?,
        perform: @escaping @Sendable (By, Value, repeat each Subject) async throws -> Result<Made, Refusal>?
    ) {
        self.page = page
        self.interface = interface ?? page
        self.method = method
        self.whom = whom
        self.input = input
        self.outcome = outcome
        let body: @Sendable (PolicyPack) -> Schema = { .object(input.properties($0)) }
        endpoint = Endpoint(
            id: id, summary: summary, body: input.asksPrograms ? body : nil, success: outcome.success,
            mayRefuse: mayRefuse, others: others, isOf: isOf)
        self.see = see
        self.handing = handing
        self.giving = giving
        self.refused = refused
        self.perform = perform
    }
}

/// What a declared act takes at one of its faces, by which tests find the two faces of one act.
package struct ActFields: Sendable, Hashable {
    /// As in the interface's document.
    package let id: String
    package let names: [String]
    /// Those of them that take a file.
    package let files: [String]
    /// Those of them in which people are looked for.
    package let searches: [String]

    /// Whether it is an attempt at a passphrase or a code, which is counted each time that it is made.
    package var areAttempt: Bool { names.contains(where: FormAnswers.secretFields.contains) }
}

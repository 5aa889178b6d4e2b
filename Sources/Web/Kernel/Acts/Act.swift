import HTML
import Operations
import Program

/// An act, declared once: who may do it, what it takes, what comes of it. The form of its page and the operation of the programming
/// interface are made of it.
struct Act<By: Acting, Value: Sendable, Made: Sendable, each Subject: PathValue>: Sendable {
    /// Its name in the interface's document.
    let id: String
    let summary: String
    /// Where the form is sent.
    let page: Address<repeat each Subject>
    /// Where a program finds it.
    let interface: Address<repeat each Subject>
    let method: Route.Method
    let audience: Audience
    /// Whether the programme of a pack has it.
    let isOf: @Sendable (PolicyPack) -> Bool
    let input: Input<Value>
    let outcome: Outcome<Made>
    /// Whether it can say no to what was sent.
    let mayRefuse: Bool
    /// What else a program may be answered.
    let others: [Endpoint.Problem]

    var endpoint: Endpoint {
        let properties = input.properties
        let body: @Sendable (PolicyPack) -> Schema = { .object(properties($0)) }
        return Endpoint(
            id, summary, body: input.asksPrograms ? body : nil, success: outcome.success, mayRefuse: mayRefuse,
            others: others, where: isOf)
    }
}

extension Act where By == StaffVisit {
    /// An act of staff.
    ///
    /// - Parameters:
    ///   - page: where the form is sent.
    ///   - interface: where a program finds it, where that is another address.
    ///   - isOf: whether the programme of a pack has it.
    init(
        _ id: String, _ summary: String, at page: Address<repeat each Subject>, _ method: Route.Method = .post,
        interface: Address<repeat each Subject>? = nil, for need: Need,
        where isOf: @escaping @Sendable (PolicyPack) -> Bool = { _ in true }, taking input: Input<Value>,
        then outcome: Outcome<Made>, mayRefuse: Bool = true, others: [Endpoint.Problem] = []
    ) {
        self.init(
            id: id, summary: summary, page: page, interface: interface ?? page, method: method,
            audience: .staff(need), isOf: isOf, input: input, outcome: outcome, mayRefuse: mayRefuse, others: others)
    }
}

extension Act where By == SeekerVisit {
    /// An act of whoever has shown the receipt of a request. Its address is the same for every request.
    init(
        ofSeeker id: String, _ summary: String, at page: Address<repeat each Subject>, _ method: Route.Method = .post,
        interface: Address<repeat each Subject>? = nil,
        where isOf: @escaping @Sendable (PolicyPack) -> Bool = { _ in true }, taking input: Input<Value>,
        then outcome: Outcome<Made>, mayRefuse: Bool = true, others: [Endpoint.Problem] = []
    ) {
        self.init(
            id: id, summary: summary, page: page, interface: interface ?? page, method: method,
            audience: .seeker, isOf: isOf, input: input, outcome: outcome, mayRefuse: mayRefuse, others: others)
    }
}

extension Act where By == AgencyVisit {
    /// An act of anybody who comes to an agency, which stands first in its address.
    init(
        ofAnybody id: String, _ summary: String, at page: Address<repeat each Subject>, _ method: Route.Method = .post,
        interface: Address<repeat each Subject>? = nil,
        where isOf: @escaping @Sendable (PolicyPack) -> Bool = { _ in true }, taking input: Input<Value>,
        then outcome: Outcome<Made>, mayRefuse: Bool = true, others: [Endpoint.Problem] = []
    ) {
        self.init(
            id: id, summary: summary, page: page, interface: interface ?? page, method: method,
            audience: .everyone, isOf: isOf, input: input, outcome: outcome, mayRefuse: mayRefuse, others: others)
    }
}

/// What a declared act takes at one of its faces, by which tests find the two faces of one act.
package struct ActFields: Sendable, Hashable {
    /// As in the interface's document.
    package let id: String
    package let names: [String]
    /// Those of them that take a file.
    package let files: [String]

    /// Whether it is an attempt at a passphrase or a code, which is counted each time that it is made.
    package var areAttempt: Bool { names.contains(where: FormAnswers.secretFields.contains) }
}

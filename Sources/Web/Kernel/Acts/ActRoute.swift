import HTML
import HTTPTypes
import Operations
import Program

/// An act of staff, declared once: who may do it, what it takes, what comes of it. The form of its page and the operation of the
/// programming interface are made of it.
struct Act<Value: Sendable, Made: Sendable, each Subject: PathValue>: Sendable {
    /// Its name in the interface's document.
    let id: String
    let summary: String
    let page: Address<repeat each Subject>
    let interface: Address<repeat each Subject>
    let method: Route.Method
    let need: Need
    let isOf: @Sendable (PolicyPack) -> Bool
    let input: Input<Value>
    let outcome: Outcome<Made>

    /// - Parameters:
    ///   - page: where the form is sent.
    ///   - interface: where a program finds it, where that is another address.
    ///   - isOf: whether the programme of a pack has it.
    init(
        _ id: String, _ summary: String, at page: Address<repeat each Subject>, _ method: Route.Method = .post,
        interface: Address<repeat each Subject>? = nil, for need: Need,
        where isOf: @escaping @Sendable (PolicyPack) -> Bool = { _ in true }, taking input: Input<Value>,
        then outcome: Outcome<Made>
    ) {
        self.id = id
        self.summary = summary
        self.page = page
        self.interface = interface ?? page.interface
        self.method = method
        self.need = need
        self.isOf = isOf
        self.input = input
        self.outcome = outcome
    }

    var endpoint: Endpoint {
        let properties = input.properties
        let body: @Sendable (PolicyPack) -> Schema = { .object(properties($0)) }
        return Endpoint(
            id, summary, body: input.names.isEmpty ? nil : body, success: outcome.success, where: isOf)
    }

    /// The routes of both faces.
    ///
    /// - Parameters:
    ///   - see: the page that follows, by the id of what was made where something was.
    ///   - handing: what the page that follows shows this once, such as a code.
    ///   - refused: the page again, with what was typed and what is wrong with it.
    ///   - perform: the act itself.
    func routes(
        see: @escaping @Sendable (String?, repeat each Subject) -> Link,
        handing: @escaping @Sendable (Made) -> String? = { _ in nil },
        refused: @escaping @Sendable (StaffVisit, Refusal, repeat each Subject) async throws -> Answer?,
        perform: @escaping @Sendable (StaffVisit, Value, repeat each Subject) async throws -> Result<Made, Refusal>?
    ) -> [Route] {
        var form = Route.staff(.post, page, for: .staff(need)) {
            (visit: StaffVisit, subject: repeat each Subject) async throws -> Answer? in
            let refusal: Refusal
            do {
                switch input.read(Answers(visit.form), visit.staff.agency) {
                case .failure(let problems): refusal = problems
                case .success(let value):
                    switch try await perform(visit, value, repeat each subject) {
                    case .success(let made):
                        let answer = Answer.see(see(outcome.id(made), repeat each subject))
                        return try handing(made).map { try answer.showingOnce($0, to: visit) } ?? answer
                    case .failure(let reason): refusal = reason
                    case nil: return nil
                    }
                }
            } catch let done as DoneBefore {
                return .see(see(done.made, repeat each subject))
            }
            return try await refused(visit, refusal, repeat each subject)
        }
        form.isOf = isOf
        form.act = ActFields(id: id, names: input.names)
        var call = Route.api(method, interface, for: .staff(need), endpoint) {
            (call: APICall, subject: repeat each Subject) async throws -> APIResult? in
            let visit = StaffVisit(visit: call.visit, staff: call.staff)
            do {
                switch input.read(Answers(call.body), call.staff.agency) {
                case .failure(let refusal): return .failure(refusal)
                case .success(let value):
                    return try await perform(visit, value, repeat each subject)?.map { outcome.json(.now($0)) }
                }
            } catch let done as DoneBefore {
                return .success(outcome.json(.before(made: done.made)))
            }
        }
        call.act = ActFields(id: id, names: input.names)
        return [form, call]
    }

    /// The fields of its form, as far as they are not filled in by the page itself.
    func fields(in form: Form, _ visit: StaffVisit, _ filled: Filled = Filled()) -> HTML {
        input.html(form, visit.pack, filled)
    }
}

/// What a declared act takes, by which tests find the two faces of one act.
package struct ActFields: Sendable, Hashable {
    /// As in the interface's document.
    package let id: String
    package let names: [String]
}

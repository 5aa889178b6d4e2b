import Operations
import Program

extension Act {
    /// The routes of both faces.
    @_semantics("optimize.sil.specialize.generic.never")
    var routes: [Route] { [onPages, forPrograms] }

    /// The same, taking bodies larger than elsewhere.
    @_semantics("optimize.sil.specialize.generic.never")
    func routes(takingBodiesUpTo bytes: Int) -> [Route] { routes.map { $0.takingBodies(upTo: bytes) } }

    /// The route of its page; alone where programs have no such act.
    @_semantics("optimize.sil.specialize.generic.never")
    var onPages: Route {
        var route = Route.page(.post, page, for: whom, where: endpoint.isOf) {
            (visit: By, subject: repeat each Subject) in
            if let search = try input.search(visit, in: id) { return search }
            let refusal: Refusal
            do {
                switch input.read(Answers(visit.visit.form), visit.agency) {
                case .failure(let problems): refusal = problems
                case .success(let value):
                    switch try await perform(visit, value, repeat each subject) {
                    case .success(let made):
                        let done = Done(made: made, id: outcome.id(made))
                        let answer = try giving(.see(see(done, repeat each subject)), visit, made)
                        return try handing(made).map { try answer.showingOnce($0, to: visit) }
                            ?? answer.followingShownOnce(to: visit)
                    case .failure(let reason): refusal = reason
                    case nil: return nil
                    }
                }
            } catch let before as DoneBefore {
                return .see(see(Done(made: nil, id: before.made), repeat each subject))
            }
            let again = try await refused(visit, Refused(by: self, refusal), repeat each subject)
            return refusal.isForTheCrowd ? again?.forLater : again
        }
        route.act = ActFields(
            id: id, names: input.namesOnPages, files: input.files, searches: input.searches.keys.sorted())
        return route
    }

    /// The route of its operation.
    @_semantics("optimize.sil.specialize.generic.never")
    private var forPrograms: Route {
        var route = Route.api(method, interface, for: whom, endpoint) {
            (visit: By, body, subject: repeat each Subject) in
            do {
                switch input.read(Answers(body), visit.agency) {
                case .failure(let refusal): return .failure(refusal)
                case .success(let value):
                    return try await perform(visit, value, repeat each subject)?.map {
                        outcome.json(Done(made: $0, id: outcome.id($0)))
                    }
                }
            } catch let before as DoneBefore {
                return .success(outcome.json(Done(made: nil, id: before.made)))
            }
        }
        route.act = ActFields(id: id, names: input.namesForPrograms, files: input.files, searches: [])
        return route
    }
}

/// An act that is done: now, or before, when it was sent first.
struct Done<Made: Sendable>: Sendable {
    /// Nothing where it was done before.
    let made: Made?
    /// The id of what was made, where something was.
    let id: String?
}

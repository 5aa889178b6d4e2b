import Operations
import Program

extension Route {
    /// What somebody reads by a program: its endpoint and its answer, made of one shape.
    ///
    /// - Parameters:
    ///   - address: the page's; the interface has it at the same.
    ///   - about: what the answer is, for the document.
    ///   - load: nothing gives what an unknown address gives.
    @_semantics("optimize.sil.specialize.generic.never")
    static func read<By: Acting, Value: Sendable, each Subject: PathValue>(
        _ id: String, _ summary: String, at address: Address<repeat each Subject>, for whom: Whom<By>,
        query: [Schema.Property] = [], where isOf: @escaping @Sendable (PolicyPack) -> Bool = { _ in true },
        _ about: String, _ shape: Shape<Value>,
        load: @escaping @Sendable (By, repeat each Subject) async throws -> Value?
    ) -> Route {
        read(id, summary, at: address, for: whom, query: query, where: isOf, about, byPack: { _ in shape }, load: load)
    }

    /// The same where the pack says what the answer looks like.
    @_semantics("optimize.sil.specialize.generic.never")
    static func read<By: Acting, Value: Sendable, each Subject: PathValue>(
        _ id: String, _ summary: String, at address: Address<repeat each Subject>, for whom: Whom<By>,
        query: [Schema.Property] = [], where isOf: @escaping @Sendable (PolicyPack) -> Bool = { _ in true },
        _ about: String, byPack shape: @escaping @Sendable (PolicyPack) -> Shape<Value>,
        load: @escaping @Sendable (By, repeat each Subject) async throws -> Value?
    ) -> Route {
        let endpoint = Endpoint(
            id: id, summary: summary, success: .ok(about) { shape($0).schema }, mayRefuse: false, query: query,
            isOf: isOf)
        return api(.get, address, for: whom, endpoint) { (visit: By, _, subject: repeat each Subject) in
            try await load(visit, repeat each subject).map { .success(.json(shape(visit.agency.policy).json($0))) }
        }
    }
}

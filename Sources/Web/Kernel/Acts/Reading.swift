import Operations
import Program

extension Route {
    /// What staff read by a program: its endpoint and its answer, made of one shape.
    ///
    /// - Parameters:
    ///   - address: the page's; the interface has it at the same.
    ///   - about: what the answer is, for the document.
    ///   - load: nothing gives what an unknown address gives.
    static func read<Value: Sendable, each Subject: PathValue>(
        _ id: String, _ summary: String, at address: Address<repeat each Subject>, for need: Need,
        query: [Schema.Property] = [], where isOf: @escaping @Sendable (PolicyPack) -> Bool = { _ in true },
        _ about: String, _ shape: Shape<Value>,
        load: @escaping @Sendable (StaffVisit, repeat each Subject) async throws -> Value?
    ) -> Route {
        reading(
            id, summary, at: address, for: .staff(need), query: query, where: isOf, about, { _ in shape }, load: load)
    }

    /// The same where the pack says what the answer looks like.
    static func read<Value: Sendable, each Subject: PathValue>(
        _ id: String, _ summary: String, at address: Address<repeat each Subject>, for need: Need,
        where isOf: @escaping @Sendable (PolicyPack) -> Bool = { _ in true },
        _ about: String, byPack shape: @escaping @Sendable (PolicyPack) -> Shape<Value>,
        load: @escaping @Sendable (StaffVisit, repeat each Subject) async throws -> Value?
    ) -> Route {
        reading(id, summary, at: address, for: .staff(need), query: [], where: isOf, about, shape, load: load)
    }

    /// What a seeker with a receipt reads by a program.
    static func read<Value: Sendable, each Subject: PathValue>(
        ofSeeker id: String, _ summary: String, at address: Address<repeat each Subject>,
        where isOf: @escaping @Sendable (PolicyPack) -> Bool = { _ in true },
        _ about: String, _ shape: Shape<Value>,
        load: @escaping @Sendable (SeekerVisit, repeat each Subject) async throws -> Value?
    ) -> Route {
        reading(id, summary, at: address, for: .seeker, query: [], where: isOf, about, { _ in shape }, load: load)
    }

    /// What anybody reads by a program, of an agency.
    static func read<Value: Sendable, each Subject: PathValue>(
        ofAnybody id: String, _ summary: String, at address: Address<repeat each Subject>,
        where isOf: @escaping @Sendable (PolicyPack) -> Bool = { _ in true },
        _ about: String, _ shape: Shape<Value>,
        load: @escaping @Sendable (AgencyVisit, repeat each Subject) async throws -> Value?
    ) -> Route {
        reading(id, summary, at: address, for: .everyone, query: [], where: isOf, about, { _ in shape }, load: load)
    }

    private static func reading<By: Acting, Value: Sendable, each Subject: PathValue>(
        _ id: String, _ summary: String, at address: Address<repeat each Subject>, for audience: Audience,
        query: [Schema.Property], where isOf: @escaping @Sendable (PolicyPack) -> Bool, _ about: String,
        _ shape: @escaping @Sendable (PolicyPack) -> Shape<Value>,
        load: @escaping @Sendable (By, repeat each Subject) async throws -> Value?
    ) -> Route {
        let endpoint = Endpoint(
            id, summary, success: .ok(about) { shape($0).schema }, mayRefuse: false, query: query, where: isOf)
        return api(.get, address, for: audience, endpoint) { (visit: By, _, subject: repeat each Subject) in
            try await load(visit, repeat each subject).map { .success(.json(shape(visit.agency.policy).json($0))) }
        }
    }
}

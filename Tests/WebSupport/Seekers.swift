import Operations
import Program
import Sealing

extension DemoTown {
    /// Somebody who has asked for support at the first agency, or that one, and shown the receipt.
    package func seeker(
        at agency: DemoAgency? = nil, asking change: (inout Ask) -> Void = { _ in }
    ) async throws -> Client {
        let agency = agency ?? self.agency
        let receipt = try await receipt(at: agency, asking: change)
        let client = visitor()
        let reply = try await client.post("/agencies/\(agency.slug)/receipt", ["receipt": receipt])
        guard reply.status == 303, client.pass != nil else { throw TownFault("a seeker did not get in: \(reply)") }
        return client
    }

    /// The receipt of a new request.
    package func receipt(
        at agency: DemoAgency? = nil, asking change: (inout Ask) -> Void = { _ in }
    ) async throws -> String {
        let agency = agency ?? self.agency
        guard let standing = agency.policy.scope.seekers.first?.kind else { throw TownFault("nobody may seek support") }
        var ask = Ask(origin: .oneself, standing: standing, way: .message)
        change(&ask)
        return try await programmes.ask(ask, in: agency.agency).get().text
    }
}

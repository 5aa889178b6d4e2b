import Operations
import Program
import Sealing
import TestSupport
import Web
import WebSupport

extension Grounds {
    /// The posting that hangs anywhere, as its address has it: the word in hexadecimal digits.
    static let everywhere = "65766572797768657265"

    /// The path with the picture of the supporter at it, who shows it for the purpose.
    func photoPath(_ path: String) async throws -> String {
        guard path.contains("{photo}") else { return path }
        let client = try await client(agency.role(with: .keepStatSheet))
        guard let key = client.session.flatMap({ SessionKey(token: $0) }),
            let staff = try await town.programmes.staff(session: key)
        else { throw NotLaidOut(replies: []) }
        var card = CardForm()
        card.name = "Alex"
        try await town.programmes.show(card, by: staff).get()
        try await town.programmes.showPhoto(SmallPicture.jpeg, by: staff).get()
        return path.replacing("{photo}", with: try await town.programmes.ownPhoto(of: staff) ?? "")
    }

    /// What a policy does not want printed has no page.
    func hasNoMaterial(at route: Route) -> Bool {
        switch route.pattern {
        case "/materials/brochure": agency.policy.awareness.material(.brochure) == nil
        case "/materials/poster": agency.policy.awareness.material(.poster) == nil
        case "/materials/postings/{place}": agency.policy.postingTitle == nil
        default: false
        }
    }
}

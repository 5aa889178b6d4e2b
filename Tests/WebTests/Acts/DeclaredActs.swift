import Program
import Sealing
import Store
import Testing
import Web
import WebSupport

/// An act that is declared, with the routes of its faces.
struct DeclaredAct: Sendable {
    let id: String
    let form: Route?
    let call: Route?

    /// Every act, by its name in the interface's document.
    static let all: [DeclaredAct] = {
        let faces = Dictionary(grouping: Routes.all.filter { $0.act != nil }) { $0.act?.id ?? "" }
        return faces.sorted { $0.key < $1.key }.map { id, routes in
            DeclaredAct(id: id, form: routes.first { !$0.isAPI }, call: routes.first(where: \.isAPI))
        }
    }()

    /// Those of the pack's programme that have both faces.
    static func withBothFaces(under pack: PolicyPack) -> [(id: String, form: Route, call: Route)] {
        all.compactMap { act in
            guard let form = act.form, let call = act.call, call.isServed(under: pack) else { return nil }
            return (act.id, form, call)
        }
    }
}

/// A town in which every declared act can be tried.
struct ActGrounds {
    let grounds: Grounds
    let example: ActExample

    var agency: DemoAgency { grounds.agency }
    var town: DemoTown { grounds.town }

    static func layOut(pack: String, engine: Store.Engine) async throws -> ActGrounds {
        let grounds = try await Grounds.layOut(pack: pack, engine: engine)
        let reply = try await grounds.town.visitor().api(.get, "/api/v1/agencies/\(grounds.agency.slug)/openapi.json")
        let document = try #require(reply.largeJSON)
        let account = try #require(grounds.agency.members[grounds.agency.role(with: .keepStatSheet)]).account
        return ActGrounds(grounds: grounds, example: ActExample(document: document, account: account))
    }

    /// What a form of a page carries that this client could have open: another sending each time.
    func token(of client: Client, at path: String) -> String? {
        client.formToken(at: path).map { "\($0).\(RandomId().text)" }
    }
}

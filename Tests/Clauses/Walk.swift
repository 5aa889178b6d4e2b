import Testing
import Web
import WebSupport

/// Everything someone can come to by following links, from the way in.
struct Walk {
    /// By address.
    let pages: [String: Page]
    /// What is no page but a file of ours, by address.
    let files: [String: Reply]

    /// What links may lead to besides pages: calendars, and the record of training for the agency's own.
    private static let types: Set = ["text/calendar", "text/csv"]

    static func of(_ client: Client, in town: DemoTown) async throws -> Walk {
        var pages: [String: Page] = [:]
        var files: [String: Reply] = [:]
        var waiting = ["/home", "/agencies/\(town.agency.slug)"]
        while let address = waiting.popLast() {
            guard pages[address] == nil, files[address] == nil else { continue }
            let reply = try await client.get(address)
            // A link leads somewhere; to one's own start, which is home, and off these pages by a redirect.
            try #require(reply.status == 200, "\(address): \(reply)")
            if let type = reply.headers["content-type"]?.prefix(while: { $0 != ";" }), types.contains(String(type)) {
                files[address] = reply
                continue
            }
            let page = try Page(reply)
            pages[address] = page
            waiting += page.links.filter { !$0.hasPrefix("/assets/") && !["/", "/leave"].contains($0) }
        }
        return Walk(pages: pages, files: files)
    }

    /// All that stands on the pages and in the files, by address.
    var texts: [String: String] { pages.mapValues(\.markup).merging(files.mapValues(\.text)) { page, _ in page } }

    var forms: [PageForm] { pages.values.flatMap(\.forms) }
}

/// What the programming interface takes, by the name of the operation.
struct Interface {
    /// The JSON Schema of each body.
    let bodies: [String: JSON]
    /// The method and address of each.
    let addresses: [String: (method: String, path: String)]

    init(_ document: JSON) throws {
        var bodies: [String: JSON] = [:]
        var addresses: [String: (method: String, path: String)] = [:]
        for (path, item) in try #require(document["paths"]?.object) {
            for (method, operation) in try #require(item.object) {
                let name = operation.text("operationId")
                addresses[name] = (method, path)
                bodies[name] = operation["requestBody"]?["content"]?["application/json"]?["schema"]
            }
        }
        self.bodies = bodies
        self.addresses = addresses
    }
}

extension JSON {
    /// The properties that a JSON Schema has, at whatever depth, with their schemas.
    var properties: [(name: String, schema: JSON)] {
        switch self {
        case .object(let members):
            let own = (members["properties"]?.object ?? [:]).map { (name: $0.key, schema: $0.value) }
            return own + members.values.flatMap(\.properties)
        case .array(let items): return items.flatMap(\.properties)
        case .null, .boolean, .integer, .number, .string: return []
        }
    }

    /// Whether whatever words somebody likes fit that schema.
    var takesWords: Bool {
        let isFree = self["type"] == "string" && self["enum"] == nil && self["format"] == nil && self["pattern"] == nil
        let parts = (self["anyOf"]?.array ?? []) + (self["oneOf"]?.array ?? []) + [self["items"]].compactMap { $0 }
        return isFree || parts.contains(where: \.takesWords)
    }
}

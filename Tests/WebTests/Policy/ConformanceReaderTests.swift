import Operations
import PolicyPacks
import Program
import Testing
import Web

/// What is registered as reading a rule is there in the running program.
@Suite struct ConformanceReaderTests {
    private static let operations = Dictionary(
        Routes.all.compactMap { route in route.operation.map { ($0, route) } }, uniquingKeysWith: { first, _ in first })
    private static let pages = Set(Routes.all.filter { !$0.isAPI && $0.method == .get }.map(\.pattern))

    @Test func everyReaderIsThere() {
        #expect(Self.operations.count > 100)
        for reader in Set(RuleReader.all.flatMap(\.readers)) {
            switch reader.kind {
            case .act, .refusal:
                let route = Self.operations[reader.name]
                #expect(route != nil && route?.method != .get, "\(reader.name) is no act")
            case .record where reader.name.hasPrefix("/"), .words:
                #expect(Self.pages.contains(reader.name), "\(reader.name) is no page")
                #expect(Reader.pages[reader.name] != nil, "\(reader.name) has no name for people")
            case .record:
                #expect(Self.operations[reader.name]?.method == .get, "\(reader.name) reads nothing")
            case .timer:
                #expect(Step(rawValue: reader.name) != nil, "\(reader.name) is no step")
                #expect(Reader.steps[reader.name] != nil, "\(reader.name) has no words for people")
            // A test of the packs looks for these among the tests.
            case .always: break
            }
        }
    }

    /// What nobody of a programme may do carries nothing there.
    @Test(arguments: PackLibrary.bundled) func somebodyMayDoIt(id: PackID) throws {
        let loaded = try PackLibrary.load(id).get()
        let powers = loaded.pack.roles.reduce(into: Set<Power>()) { $0.formUnion(loaded.pack.powers(of: $1)) }
        for rule in loaded.conformance.flatMap(\.rules) where rule.state != .writtenDown && rule.kind == .rule {
            for reader in rule.readers {
                guard let route = Self.operations[reader.name] else { continue }
                #expect(route.isServed(under: loaded.pack), "\(rule.path): \(reader.name) is not of this programme")
                guard case .staff(.anyOf(let needed)) = route.audience else { continue }
                #expect(!powers.isDisjoint(with: needed), "\(rule.path): nobody may \(reader.name)")
            }
        }
    }
}

extension Route {
    fileprivate var operation: String? {
        switch face {
        case .page, .scim: nil
        case .api(let endpoint): endpoint.id
        }
    }
}

import PolicyPacks
import Program
import Testing

/// Whatever a pack can say of services beside support and of colleagues off work has its reader.
@Suite struct RulesOfServicesTests {
    @Test(arguments: ["requests.services[]", "requests.service-assignments", "requests.well-being-checks"])
    func everyRuleHasItsReader(_ rule: String) throws {
        #expect(try PackKey.all().contains { $0.path == "\(rule).basis" }, "\(rule) is no rule")
        let lines = RuleReader.all.filter { $0.rule == rule }
        #expect(!lines.isEmpty && lines.allSatisfy { !$0.readers.isEmpty })
    }

    /// Where nobody opens assignments, a service stays written down.
    @Test func withoutAnybodyWhoAssignsItIsWrittenDown() throws {
        let pack = try PackLibrary.load(PackID("kern-sheriff")).get().pack
        #expect(pack.requests.services.isEmpty && pack.requests.serviceAssignments == nil)
        #expect(!pack.roles.contains { pack.powers(of: $0).contains(.assignServices) })
    }
}

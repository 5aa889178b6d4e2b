import Operations
import PolicyPacks
import Program
import Testing

/// Whom a newcomer is shown to try, agency by agency.
@Suite struct DemonstrationCastTests {
    @Test func everyRoleOfEveryAgencyHasOneLineAndSomebody() {
        #expect(Demonstration.casts.map(\.agency).sorted() == PackLibrary.bundled.map(\.text).sorted())
        for cast in Demonstration.casts {
            guard case .success(let loaded) = PackLibrary.load(PackID(cast.agency)) else {
                Issue.record("\(cast.agency)")
                continue
            }
            #expect(cast.roles.map(\.title) == loaded.pack.roles.map(\.title))
            let logins = cast.roles.flatMap(\.logins)
            #expect(Set(logins).count == logins.count && cast.roles.allSatisfy { !$0.logins.isEmpty })
            #expect(cast.roles.contains { $0.logins == ["supporter", "colleague"] }, "\(cast.agency)")
        }
    }
}

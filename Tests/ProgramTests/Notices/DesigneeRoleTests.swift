import PolicyPacks
import Program
import Testing

/// For which of their roles somebody may name a designee (OCP-II.F.3).
@Suite struct DesigneeRoleTests {
    @Test(arguments: ["iacp", "kern-sheriff", "orange-county-probation", "police-division", "sacramento-probation"])
    func amongTheirs(_ pack: String) throws {
        let policy = try PackLibrary.load(PackID(pack)).get().pack
        let all = policy.rolesWithDesignee(among: Set(policy.roles.map(\.id))).map(\.id)
        #expect(Set(all) == policy.rolesWithDesignee)
        #expect(all == policy.roles.map(\.id).filter(all.contains))
        for role in policy.roles.map(\.id) {
            #expect(
                policy.rolesWithDesignee(among: [role]).map(\.id) == (all.contains(role) ? [role] : []), "\(role.text)")
        }
        #expect(policy.rolesWithDesignee(among: []).isEmpty)
    }
}

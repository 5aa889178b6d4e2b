import PolicyPacks
import Program
import Testing

/// For which of their roles somebody may name a designee (OCP-II.F.3).
@Suite struct DesigneeRoleTests {
    @Test(arguments: PackLibrary.bundled)
    func amongTheirs(_ pack: PackID) throws {
        let policy = try PackLibrary.load(pack).get().pack
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

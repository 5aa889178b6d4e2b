import HTML
import Operations
import Program

enum PolicyAddresses {
    static let policy = FixedAddress("policy")

    /// A part of the clause register, on the same page.
    static func part(_ part: ClausePart) -> Link { Link(policy.path, fragment: part.anchor) }
}

extension Routes {
    static let policy: [Route] = [
        .staff(.get, PolicyAddresses.policy, for: .holding(.readConformance)) { visit in
            .page(PolicyPages.policy(visit))
        }
    ]
}

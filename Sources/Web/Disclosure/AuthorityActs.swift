import HTML
import HTTPTypes
import Operations
import Program

enum AuthorityAddresses {
    /// The pack's authorities with what the agency has set.
    static let authorities = FixedAddress("authorities")
    static let authority = Address<PathID>("authorities/{authority}")
}

/// Setting whom exceptions to confidence are told outside of the programme, by name and number (KSO-H.5).
enum AuthorityActs {
    static let set = Act(
        "setAuthority",
        "Set whom to call for an authority that the policy's exceptions are told to: its name here, and its number.",
        at: AuthorityAddresses.authority, .put, for: .staff(.setsAuthorities), where: \.hasAuthorities,
        taking: Input(name, telephone) { (name: $0, telephone: $1) }, then: .done("Set."),
        see: { _, _ in AuthorityAddresses.authorities.link() },
        refused: { visit, refused, id in
            guard visit.pack.authority(AuthorityID(id.text)) != nil else { return nil }
            let present = try await visit.programmes.authorities(for: visit.staff)
            return .page(AuthorityPages.list(present, visit, refused: (id.text, refused)), again: refused)
        },
        perform: { visit, sent, id in
            try await visit.programmes.setAuthority(
                id.text, name: sent.name, telephone: sent.telephone, by: visit.staff)
        })

    private static let name = Field<String>.text("name", "Who it is here", longest: AuthorityEntry.longestName)
    private static let telephone = Field<String>.text(
        "telephone", "Telephone number", longest: AuthorityEntry.longestTelephone)

    static let toCall = Shape<ToCall>(.words("name", \.name), .words("telephone", \.telephone))

    static let standing = Shape<AuthorityView>(
        .id("id", \.rule.id.text), .words("title", \.rule.title),
        .words(maybe: "name", about: "Who it is here, where that is set.", \.set?.name),
        .words(maybe: "telephone", \.set?.telephone))
}

extension Routes {
    static let authorities: [Route] =
        AuthorityActs.set.routes + [
            .staff(.get, AuthorityAddresses.authorities, for: .staff(.setsAuthorities)) { visit in
                guard visit.pack.hasAuthorities else { return visit.site.nothingHere }
                let present = try await visit.programmes.authorities(for: visit.staff)
                return .page(AuthorityPages.list(present, visit))
            },
            .read(
                "listAuthorities",
                "The authorities that the policy's exceptions are told to, as the agency has set them.",
                at: AuthorityAddresses.authorities, for: .staff(.setsAuthorities), where: \.hasAuthorities,
                "The authorities, in the policy's order.", .list("authorities", of: AuthorityActs.standing)
            ) { visit in try await visit.programmes.authorities(for: visit.staff) },
        ]
}

extension PolicyPack {
    var hasAuthorities: Bool { !authorities.isEmpty }
}

import Operations

enum StartAddresses {
    static let start = FixedAddress("")
    static let agency = Address<PathID>("agencies/{agency}")
}

extension Routes {
    static let start: [Route] = [
        .open(.get, StartAddresses.start) { visit in
            .page(StartPages.start(try await visit.programmes.agencyNames(), visit.site))
        },
        .open(.get, StartAddresses.agency) { visit, slug in
            guard let agency = try await visit.programmes.agency(slug: slug.text) else { return nil }
            let supporters = try await visit.programmes.supportersToChoose(in: agency)
            let isOpen = try await visit.programmes.isOpenForAsking(agency)
            let partners = try await visit.programmes.partners(of: agency)
            let letter = try await visit.programmes.sponsorLetter(of: agency)
            let teams = OtherTeams.html(try await visit.programmes.agenciesToAsk(besides: agency), agency)
            return .scriptedPage(
                AgencyPage.html(agency, supporters, partners, letter, teams, isOpen: isOpen, visit.site))
        },
    ]
}

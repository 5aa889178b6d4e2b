import HTML
import Operations
import Program

extension Routes {
    static let seekers: [Route] = [
        .open(.get, SeekerPlaces.ask, AskActs.show),
        .open(.post, SeekerPlaces.ask, AskActs.send),
        .open(.get, SeekerPlaces.passOn) { visit, slug in
            guard let agency = try await visit.programmes.agency(slug: slug.text) else { return nil }
            return .scriptedPage(PassOnPages.passOn(agency, visit))
        },
        .open(.get, SeekerPlaces.receipt, ReceiptActs.ask),
        .open(.post, SeekerPlaces.receipt, ReceiptActs.show),
        .open(.get, SupportPlaces.closed) { visit in .scriptedPage(ClosedPages.closed(visit.site)) },
        .open(.get, SupportPlaces.leave) { visit in .see(SupportPlaces.elsewhere).takingPass(at: visit.site) },
        .seeker(.get, SupportPlaces.support, SupportActs.show),
        .seeker(.post, SupportPlaces.messages, SupportActs.write),
        .seeker(.post, SupportPlaces.change, SupportActs.change),
        .seeker(.post, SupportPlaces.consultationEnd, SupportActs.endConsultation),
        .seeker(.post, SupportPlaces.consultationOpening, SupportActs.authoriseConsultation),
        .seeker(.post, SupportPlaces.consents, SupportActs.consent),
        .seeker(.post, SupportPlaces.consentEnd, SupportActs.revokeConsent),
        .seeker(.post, SupportPlaces.timeOffNote, SupportActs.agreeToTimeOffNote),
        .seeker(.post, SupportPlaces.end, SupportActs.end),
        .seeker(.post, SupportPlaces.reopening, SupportActs.reopen),
        .seeker(.post, SupportPlaces.closing, SupportActs.close),
    ]
}

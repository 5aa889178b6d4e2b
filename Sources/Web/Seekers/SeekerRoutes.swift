import HTML
import Operations
import Program

extension Routes {
    static let seekers: [Route] = [
        .open(.get, SeekerAddresses.ask, AskActs.show),
        .open(.post, SeekerAddresses.ask, AskActs.send),
        .open(.get, SeekerAddresses.passOn) { visit, slug in
            guard let agency = try await visit.programmes.agency(slug: slug.text) else { return nil }
            return .scriptedPage(PassOnPages.passOn(agency, visit))
        },
        .open(.get, SeekerAddresses.receipt, ReceiptActs.ask),
        .open(.get, SeekerAddresses.newReceipt, ReceiptActs.showNew),
        .open(.post, SeekerAddresses.receipt, ReceiptActs.show),
        .open(.get, SupportAddresses.closed) { visit in .scriptedPage(ClosedPages.closed(visit.site)) },
        .open(.get, SupportAddresses.leave) { visit in
            .see(SupportAddresses.elsewhere).takingPass(at: visit.site).endingShownOnce(at: visit.site)
        },
        .seeker(.get, SupportAddresses.support, SupportActs.show),
        .seeker(.post, SupportAddresses.messages, SupportActs.write),
        .seeker(.post, SupportAddresses.change, SupportActs.change),
        .seeker(.post, SupportAddresses.consultationEnd, SupportActs.endConsultation),
        .seeker(.post, SupportAddresses.consultationOpening, SupportActs.authoriseConsultation),
        .seeker(.post, SupportAddresses.consents, SupportActs.consent),
        .seeker(.post, SupportAddresses.consentEnd, SupportActs.revokeConsent),
        .seeker(.post, SupportAddresses.timeOffNote, SupportActs.agreeToTimeOffNote),
        .seeker(.post, SupportAddresses.end, SupportActs.end),
        .seeker(.post, SupportAddresses.reopening, SupportActs.reopen),
        .seeker(.post, SupportAddresses.closing, SupportActs.close),
    ]
}

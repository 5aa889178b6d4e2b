import Operations

extension Routes {
    static let seekers: [Route] = seekerPages + AskActs.ask.routes + ReceiptActs.show.routes + SupportActs.routes

    private static let seekerPages: [Route] = [
        .open(.get, in: SeekerAddresses.ask) { visit in try await AskPages.show(visit) },
        .open(.get, in: SeekerAddresses.passOn) { visit in
            .scriptedPage(PassOnPages.passOn(visit.agency, visit.visit))
        },
        .open(.get, in: SeekerAddresses.receipt) { visit in ReceiptPages.again(visit) },
        .open(.get, in: SeekerAddresses.newReceipt, ReceiptPages.showNew),
        .open(.get, SupportAddresses.closed) { visit in .scriptedPage(ClosedPages.closed(visit.site)) },
        .open(.get, SupportAddresses.leave) { visit in
            .see(SupportAddresses.elsewhere).takingPass(at: visit.site).endingShownOnce(at: visit.site)
        },
        .seeker(.get, SupportAddresses.support) { visit in try await SupportPage.show(visit) },
        .seeker(.get, SupportAddresses.waiting) { visit in try await WaitingPage.show(visit) },
        // Takes the pass out of the browser. Nothing is done to the request.
        .seeker(.post, SupportAddresses.closing) { visit in
            .see(StartAddresses.agency.link(PathID(visit.agency.slug))).takingPass(at: visit.site)
        },
    ]

    static let seekerInterface: [Route] = [
        .read(
            "listSupporters", "Everyone who can be chosen or left out, with what each chose to add.",
            at: SeekerAddresses.supporters, for: .everyone, "The supporters; whoever can be reached now comes first.",
            SupportShapes.supporters
        ) { visit, _ in
            SupportShapes.ShownTeam(
                cards: try await visit.programmes.supportersToChoose(in: visit.agency), agency: visit.agency)
        },
        .read(
            "readSupport", "The request as its seeker sees it.", at: SupportAddresses.support,
            for: .seeker, "The request.", SupportShapes.support
        ) { visit in try await visit.programmes.request(of: visit.pass, in: visit.agency) },
    ]
}

import Hummingbird
import Operations

// What is told once, such as a receipt or a one-time code, stands on the page after an act: an answer to a form is never a page, so
// that loading it again sends nothing again. Until somebody goes on, at most ten minutes, only this browser has it, sealed for that
// page: no other shows it.
extension Answer {
    private static let secondsShown = 600

    /// Gives the browser words that the next page shows.
    func showingOnce(_ words: String, sealedBy programmes: Programmes, at site: Site) throws -> Answer {
        let page = (headers[.location] ?? "").prefix { $0 != "?" }
        return settingCookie(
            site.shownOnceName, try programmes.sealShownOnce("\(page)\n\(words)", seconds: Self.secondsShown),
            for: Self.secondsShown, at: site)
    }

    func showingOnce(_ words: String, to visit: some Acting) throws -> Answer {
        try showingOnce(words, sealedBy: visit.visit.programmes, at: visit.visit.site)
    }

    /// Where an act that leaves no words leads to a page that has some of an earlier act, these are over: they would be read as
    /// what came of it.
    func followingShownOnce(to visit: some Acting) -> Answer {
        guard let before = visit.visit.pageShowingOnce, before == headers[.location].map({ $0.prefix { $0 != "?" } })
        else { return self }
        return endingShownOnce(at: visit.visit.site)
    }

    /// Takes them out of the browser.
    func endingShownOnce(at site: Site) -> Answer { settingCookie(site.shownOnceName, "", for: 0, at: site) }
}

extension Visit {
    /// The words that an act just before left for this page; nothing where there are none, or their time is over.
    var shownOnce: String? {
        let page = "\(request.uri.path)\n"
        return shownOnceWithPage.flatMap { $0.hasPrefix(page) ? String($0.dropFirst(page.count)) : nil }
    }

    /// The page that shows them.
    fileprivate var pageShowingOnce: Substring? { shownOnceWithPage?.prefix { $0 != "\n" } }

    private var shownOnceWithPage: String? {
        request.cookies[site.shownOnceName]?.value.nonEmpty.flatMap { programmes.openShownOnce($0) }
    }

    /// Whether such words are in the browser, for whatever page.
    var carriesShownOnce: Bool { request.cookies[site.shownOnceName]?.value.nonEmpty != nil }
}

extension Site {
    fileprivate var shownOnceName: String { isSecure ? "__Host-shown-once" : "shown-once" }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

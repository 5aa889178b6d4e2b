import HTML
import HTTPTypes

/// What is said to whoever comes to a request's page without a pass, or with one that is over.
enum ClosedPages {
    /// Words that were on their way when the pass was over are shown once more, to be copied: they are kept nowhere.
    static func answer(keeping form: FormAnswers, _ site: Site) -> Answer {
        guard let kept = kept(form) else { return .see(SupportAddresses.closed.link()) }
        return .scriptedPage(closed(site, kept), status: .unprocessableContent).takingPass(at: site)
    }

    /// What was written and not sent; nothing where nothing was.
    static func kept(_ form: FormAnswers) -> HTML? {
        let words = SupportActs.written.map { form[$0] }.filter { !$0.isEmpty }.map { word -> HTML in
            writtenWords(word, "What you wrote")
        }
        return words.isEmpty
            ? nil : section("What you wrote", lead: "It was not sent. Copy it now; it is kept nowhere.", words.joined())
    }

    static func closed(_ site: Site, _ kept: HTML? = nil) -> HTML {
        var shell = Shells.open(site)
        shell.leave = SupportAddresses.leave.link()
        shell.script = site.script
        return page(
            "This page has closed", in: shell,
            lead: """
                It closes by itself after half an hour, so that nobody else finds it open. Your request is untouched: show \
                your receipt again to go on.
                """,
            main: """
                \(kept)
                \(actions(linkButton("Find your agency", to: StartAddresses.start.link(), style: .primary)))
                """)
    }
}

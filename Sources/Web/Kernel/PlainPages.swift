import HTML
import HTTPTypes

/// Pages that say one thing to anyone, whoever they are.
enum PlainPages {
    /// What an unknown address, a thing of somebody else and a page of another role all give, to the byte.
    static func nothingHere(_ site: Site) -> HTML {
        page(
            "There is nothing here", in: Shells.open(site),
            main: "<p>The address may be mistyped, or the page is not for this account.</p>")
    }

    static func fault(_ site: Site) -> HTML {
        page(
            "Something went wrong here", in: Shells.open(site),
            main: "<p>Nothing was changed. Please try again in a moment.</p>")
    }

    /// The agency's rules cannot be read. Who is in need is told first where to turn meanwhile, by the foot of the page.
    static func agencyIsAway(_ site: Site) -> HTML {
        page(
            "These pages are away just now", in: Shells.open(site),
            main: """
                <p>Something of this agency's programme cannot be read on the server. Whoever runs it can see that. Nothing was \
                changed, and nothing is lost by it. Please come back later.</p>
                """)
    }

    /// What was sent did not come whole.
    static func notWhole(_ site: Site) -> HTML {
        page(
            "This did not come whole", in: Shells.open(site),
            main: "<p>Nothing was changed. Please go back and send it again.</p>")
    }

    /// What was sent is not as a page's form sends it.
    static func noForm(_ site: Site) -> HTML {
        page(
            "This is no form of these pages", in: Shells.open(site),
            main: """
                <p>Nothing was changed. Please use the form on the page. Programs find their own way under /api/v1.</p>
                """)
    }

    static func tooLarge(_ site: Site) -> HTML {
        page("That was too much at once", in: Shells.open(site), main: "<p>Nothing was changed.</p>")
    }
}

extension Site {
    var nothingHere: Answer { .page(PlainPages.nothingHere(self), status: .notFound) }
}

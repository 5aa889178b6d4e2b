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

    static func tooLarge(_ site: Site) -> HTML {
        page("That was too much at once", in: Shells.open(site), main: "<p>Nothing was changed.</p>")
    }
}

extension Site {
    var nothingHere: Answer { .page(PlainPages.nothingHere(self), status: .notFound) }
}

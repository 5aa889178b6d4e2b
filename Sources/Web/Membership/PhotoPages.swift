import HTML
import Operations
import Program

/// The part of a supporter's own card that is about their picture.
enum PhotoPages {
    static func part(_ choices: CardChoices, photo: String?, _ visit: StaffVisit, _ refusal: Refusal?) -> HTML {
        section(
            "A picture of you", lead: "Only if you like. It is shown to everybody who reads your card.",
            """
            \(photo.map { shown($0, choices, visit) })
            \(choices == .nothing
                ? prose("<p>It stands on your card: choose first what else people see of you.</p>")
                : chooser(visit, refusal))
            """)
    }

    private static func shown(_ photo: String, _ choices: CardChoices, _ visit: StaffVisit) -> HTML {
        let place = PhotoAddresses.photo.link(PathID(visit.staff.agency.slug), PathID(photo))
        return """
            \(portrait(place, of: choices.name ?? visit.pack.terms.supporter))
            \(buttonForm("Take it away", to: PhotoAddresses.removal.link(), token: visit.formToken))
            """
    }

    /// The picture is made small before it is sent, which only a script can do.
    private static func chooser(_ visit: StaffVisit, _ refusal: Refusal?) -> HTML {
        let form = visit.form(to: PhotoAddresses.own.link(), problems: refusal)
        let field = form.picture(
            CardPhoto.field, "Choose a picture", longestSide: CardPhoto.longestSide, mostBytes: CardPhoto.mostBytes,
            hint: """
                It is made small here on your device before it is sent. Where and with what it was taken does not go with \
                it.
                """)
        return pictureForm(
            form.html(field, actions: button("Show this picture")),
            without: """
                Choosing a picture needs this page's own script, which makes the picture small before it is sent. Your \
                browser does not run it; allow it, or choose the picture on another device.
                """)
    }
}

extension Site {
    var pictureScript: Link { AssetAddresses.asset.link(AssetName(assets.pictureScript.name)) }
}

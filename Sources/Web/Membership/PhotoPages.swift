import HTML
import Operations
import Program

/// The part of a supporter's own card that is about their picture.
enum PhotoPages {
    static func part(_ choices: CardChoices, photo: String?, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        section(
            "A picture of you", lead: "Only if you like. It is shown to everybody who reads your card.",
            """
            \(photo.map { shown($0, choices, visit) })
            \(choices == .nothing
                ? prose("<p>It stands on your card: choose first what else people see of you.</p>")
                : chooser(visit, refused))
            """)
    }

    private static func shown(_ photo: String, _ choices: CardChoices, _ visit: StaffVisit) -> HTML {
        let place = PhotoAddresses.photo.link(PathID(visit.staff.agency.slug), PathID(photo))
        return """
            \(portrait(place, of: choices.name ?? visit.pack.terms.supporter))
            \(CardActs.removePhoto.asButton("Take it away", visit))
            """
    }

    /// The picture is made small before it is sent, which only a script can do.
    private static func chooser(_ visit: StaffVisit, _ refused: Refused?) -> HTML {
        pictureForm(
            CardActs.showPhoto.form(visit, refused: refused, button: "Show this picture"),
            without: """
                Choosing a picture needs this page's own script, which makes the picture small before it is sent. Your \
                browser does not run it; allow it, or choose the picture on another device.
                """)
    }
}

extension Site {
    var tableScript: Link { AssetAddresses.asset.link(AssetName(assets.tableScript.name)) }

    var fileScript: Link { AssetAddresses.asset.link(AssetName(assets.fileScript.name)) }

    var pictureScript: Link { AssetAddresses.asset.link(AssetName(assets.pictureScript.name)) }
}

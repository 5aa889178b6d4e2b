import HTML
import Operations
import Program

/// Everything to print, to put up and to link to, for those who look after it.
enum MaterialPages {
    static let title = "To hand out"
    static let back = Crumb(title, MaterialAddresses.materials.link())

    static func overview(_ board: PostingBoard, _ visit: StaffVisit) -> HTML {
        page(
            title, in: Shells.staff(visit, at: MaterialAddresses.materials),
            lead: "Made anew each time you look, from the policy and from the team as it is today.", width: .wide,
            main: """
                \(link(visit))
                \(visit.pack.awareness.material(.brochure).map { sheet($0, "Brochure", at: MaterialAddresses.brochure) })
                \(visit.pack.awareness.material(.poster).map { sheet($0, "Poster", at: MaterialAddresses.poster) })
                \(visit.pack.awareness.material(.poster).flatMap { posters($0, board) })
                \(visit.pack.postingTitle.map { postings($0, board, visit.pack) })
                """)
    }

    /// A link and a picture, to be put on a page of the agency's own (OCP-II.A-2). No other page may show this one within
    /// itself: whoever looks for support sees where they are, and can leave it.
    private static func link(_ visit: StaffVisit) -> HTML {
        let material = visit.pack.awareness.material(.publicPage)
        let slug = PathID(visit.staff.agency.slug)
        let title = material?.title ?? visit.pack.terms.programme
        guard let address = visit.visit.address(of: StartAddresses.agency.link(slug)) else {
            return section(title, prose("<p>Your browser did not say by which address it came here.</p>"))
        }
        // Words to be copied: nothing on this page leads there.
        let anchor: HTML = "<a\(attribute: "href", address)>\(title)</a>"
        return section(
            title, lead: "For the intranet, or any other page of yours. \(material?.basis.notes)",
            """
            \(prose("<p>Put this where the link is to be:</p>"))
            \(copyable(anchor.text))
            \(prose("<p>Or save this picture, which a phone’s camera reads, and put it up wherever you like:</p>"))
            \(codePicture(MaterialAddresses.squareCode.link(slug), holds: address))
            """)
    }

    private static func sheet(_ material: MaterialRule, _ title: String, at place: FixedAddress) -> HTML {
        section(
            title, lead: material.basis.notes,
            cards([linkCard(material.title, detail: "One page to print", to: place.link(), icon: .sheet)]))
    }

    /// One for each district, section and unit, with whoever shows that they work there.
    private static func posters(_ material: MaterialRule, _ board: PostingBoard) -> HTML? {
        let places = board.postersHang.filter { $0.name != nil }
        guard !places.isEmpty else { return nil }
        return section(
            "Posters by place",
            lead: "Each with those who show that they work there, and the day it was made. \(material.basis.notes)",
            cards(
                places.map { place in
                    linkCard(
                        place.name ?? "", detail: material.title,
                        to: MaterialAddresses.posterOfPlace.link(PostingName(place)), icon: .sheet)
                }))
    }

    private static func postings(_ title: String, _ board: PostingBoard, _ pack: PolicyPack) -> HTML {
        let basis = pack.availability.posting?.basis ?? pack.awareness.material(.posting)?.basis
        return section(
            "Postings", lead: "Names and numbers, each with the day it was made. \(basis?.notes)",
            cards(
                board.places.map { place in
                    linkCard(
                        place.name ?? title,
                        detail: place.name == nil ? "For anywhere" : "Those who work there come first",
                        to: MaterialAddresses.posting.link(PostingName(place)), icon: .people)
                }))
    }
}

extension StaffVisit {
    /// The square code that leads to the agency's public page, for paper.
    func publicCode(_ words: String) -> HTML? {
        let front = StartAddresses.agency.link(PathID(staff.agency.slug))
        return visit.address(of: front).flatMap { address in
            SquareCode.holding(address).map { squareCode($0, holds: "\(words) \(address)") }
        }
    }
}

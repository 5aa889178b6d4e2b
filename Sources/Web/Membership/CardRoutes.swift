import HTML
import Operations
import Program

enum CardAddresses {
    static let card = FixedAddress("card")
}

enum PhotoAddresses {
    static let own = FixedAddress("card/photo")
    static let removal = FixedAddress("card/photo/removal")
    static let photo = Address<PathID, PathID>("agencies/{agency}/photos/{photo}")

    /// Where anybody finds the picture of a card.
    static func location(of photo: String?, in agency: Agency) -> String? {
        photo.map { Self.photo.link(PathID(agency.slug), PathID($0)).location }
    }
}

extension Routes {
    static let card: [Route] =
        cardPages + CardActs.show.routes + CardActs.showPhoto.routes + CardActs.removePhoto.routes + cardReadings

    private static let cardPages: [Route] = [
        .staff(.get, CardAddresses.card, for: .holding(.takeRequests)) { visit in try await CardPages.card(visit) },
        .open(.get, PhotoAddresses.photo) { visit, slug, id in
            guard let agency = try await visit.programmes.agency(slug: slug.text),
                let photo = try await visit.programmes.photo(id.text, in: agency)
            else { return nil }
            return .file(photo.jpeg, type: FileType.jpeg.rawValue)
        },
    ]

    private static let cardReadings: [Route] = [
        .read(
            "readOwnCard", "What seekers see of you.", at: CardAddresses.card, for: .holding(.takeRequests),
            "Your choices.", byPack: CardActs.shown
        ) { visit in try await visit.programmes.cardChoices(of: visit.staff) },
        .read(
            "readOwnPhoto", "Where the picture on your card is.", at: PhotoAddresses.own, for: .holding(.takeRequests),
            "Its address, or null where you show none.", Shape<String?>(.words(maybe: "photo") { $0 })
        ) { visit in
            let photo = try await visit.programmes.ownPhoto(of: visit.staff)
            return .some(PhotoAddresses.location(of: photo, in: visit.agency))
        },
    ]
}

import HTML
import Operations
import Program

enum PhotoAddresses {
    static let own = FixedAddress("card/photo")
    static let removal = FixedAddress("card/photo/removal")
    static let interface = FixedAddress("api/v1/card/photo")
    static let photo = Address<PathID, PathID>("agencies/{agency}/photos/{photo}")
}

extension Routes {
    static let photos: [Route] = [
        .open(.get, PhotoAddresses.photo) { visit, slug, id in
            guard let agency = try await visit.programmes.agency(slug: slug.text),
                let photo = try await visit.programmes.photo(id.text, in: agency)
            else { return nil }
            return .file(photo.jpeg, type: "image/jpeg")
        },
        .staff(.post, PhotoAddresses.own, for: .holding(.takeRequests)) { visit in
            switch try await visit.programmes.showPhoto(base64: visit.form[CardPhoto.field], by: visit.staff) {
            case .success: return .see(CardAddresses.card.link(query: ("saved", "yes")))
            case .failure(let refusal): return try await CardActs.page(visit, photo: refusal)
            }
        },
        .staff(.post, PhotoAddresses.removal, for: .holding(.takeRequests)) { visit in
            try await visit.programmes.removePhoto(of: visit.staff)
            return .see(CardAddresses.card.link(query: ("saved", "yes")))
        },
    ]

    static let photoInterface: [Route] = [
        .api(.get, PhotoAddresses.interface, for: .holding(.takeRequests), PhotoJSON.read) { call in
            let id = try await call.programmes.ownPhoto(of: call.staff)
            return .success(.json(["photo": JSON(PhotoJSON.address(of: id, in: call.staff.agency))]))
        },
        .api(.put, PhotoAddresses.interface, for: .holding(.takeRequests), PhotoJSON.show) { call in
            try await call.programmes.showPhoto(base64: call.text(CardPhoto.field), by: call.staff).map { .done }
        },
        .api(.delete, PhotoAddresses.interface, for: .holding(.takeRequests), PhotoJSON.remove) { call in
            try await call.programmes.removePhoto(of: call.staff)
            return .success(.done)
        },
    ]
}

/// The picture on a supporter's own card, as the programming interface takes it.
enum PhotoJSON {
    static let read = Endpoint(
        "readOwnPhoto", "Where the picture on your card is.",
        success: .ok("Its address, or null where you show none.") { _ in
            .object([Schema.Property("photo", .nullable(.words))])
        }, mayRefuse: false)

    static let show = Endpoint(
        "showOwnPhoto",
        "Show a picture on your card, in place of an earlier one. Whatever else is in the file is thrown away, which way up the camera was held too.",
        body: { _ in
            .object([
                Schema.Property(
                    CardPhoto.field, .string(maxLength: CardPhoto.longestText),
                    about:
                        "A JPEG in base64, of at most \(CardPhoto.mostBytes / 1024) KiB and \(CardPhoto.longestSide) by \(CardPhoto.longestSide) pixels."
                )
            ])
        }, success: .done("Shown from now on."))

    static let remove = Endpoint(
        "removeOwnPhoto", "Take the picture off your card, at once.", success: .done("There is none."),
        mayRefuse: false)

    static func address(of photo: String?, in agency: Agency) -> String? {
        photo.map { PhotoAddresses.photo.link(PathID(agency.slug), PathID($0)).location }
    }
}

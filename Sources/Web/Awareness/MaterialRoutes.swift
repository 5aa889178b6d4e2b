import HTML
import Operations
import Program

enum MaterialAddresses {
    static let materials = FixedAddress("materials")
    static let brochure = FixedAddress("materials/brochure")
    static let poster = FixedAddress("materials/poster")
    static let posterOfPlace = Address<PostingName>("materials/posters/{place}")
    static let posting = Address<PostingName>("materials/postings/{place}")
    static let squareCode = Address<PathID>("agencies/{agency}/square-code")
}

/// What the policy wants printed and put up, made from the pack and the live cards.
extension Routes {
    static let materials: [Route] = [
        .staff(.get, MaterialAddresses.materials, for: .holding(.keepRoster)) { visit in
            .page(MaterialPages.overview(try await visit.programmes.postings(by: visit.staff), visit))
        },
        .staff(.get, MaterialAddresses.brochure, for: .holding(.keepRoster)) { visit in
            visit.pack.awareness.material(.brochure).map { .page(BrochurePage.html($0, visit)) }
        },
        .staff(.get, MaterialAddresses.poster, for: .holding(.keepRoster)) { visit in
            visit.pack.awareness.material(.poster).map { .page(PosterPage.html($0, visit)) }
        },
        .staff(.get, MaterialAddresses.posterOfPlace, for: .holding(.keepRoster), where: \.hasPosters) { visit, name in
            guard let material = visit.pack.awareness.material(.poster) else { return nil }
            let board = try await visit.programmes.postings(by: visit.staff)
            return board.poster(at: name.place).map { .page(PosterPage.html(material, visit, at: $0)) }
        },
        .staff(.get, MaterialAddresses.posting, for: .holding(.keepRoster)) { visit, name in
            guard let title = visit.pack.postingTitle else { return nil }
            let board = try await visit.programmes.postings(by: visit.staff)
            guard let posting = board.posting(at: name.place) else { return nil }
            return .page(PostingPage.html(posting, titled: title, on: board.today, visit))
        },
        .open(.get, in: MaterialAddresses.squareCode) { visit in
            let front = StartAddresses.agency.link(PathID(visit.agency.slug))
            guard let address = visit.visit.address(of: front), let code = SquareCode.holding(address) else {
                return nil
            }
            return .file(Array(squareCodeFile(code).bytes), type: "image/svg+xml")
        },
    ]
}

extension PolicyPack {
    fileprivate var hasPosters: Bool { awareness.material(.poster) != nil }
}

/// The place of a posting in an address: its name in hexadecimal digits, in which the name of any unit can be written.
struct PostingName: PathValue {
    let place: PostingPlace

    init(_ place: PostingPlace) { self.place = place }

    init?(pathText: String) {
        let digits = Array(pathText)
        guard digits.count.isMultiple(of: 2), digits.count <= 1000 else { return nil }
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(digits[$0...$0 + 1]), radix: 16)
        }
        guard let word = String(validating: bytes, as: UTF8.self), let place = PostingPlace(word: word) else {
            return nil
        }
        self.place = place
        guard self.pathText == pathText else { return nil }
    }

    var pathText: String {
        place.word.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

extension PostingPlace {
    fileprivate var word: String {
        switch self {
        case .everywhere: "everywhere"
        case .division(let name): "division \(name)"
        case .unit(let name): "unit \(name)"
        }
    }

    fileprivate init?(word: String) {
        if word == "everywhere" {
            self = .everywhere
        } else if word.hasPrefix("division ") {
            self = .division(String(word.dropFirst("division ".count)))
        } else if word.hasPrefix("unit ") {
            self = .unit(String(word.dropFirst("unit ".count)))
        } else {
            return nil
        }
    }

    /// As people read it; nothing for a posting that hangs anywhere.
    var name: String? {
        switch self {
        case .everywhere: nil
        case .division(let name), .unit(let name): name
        }
    }
}

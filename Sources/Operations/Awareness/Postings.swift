import Program
import Store

/// What printed postings are made of: the cards and the directory as they are today.
package struct PostingBoard: Sendable {
    /// The day it is made on, in the agency's time zone.
    package let today: Day
    package let places: [PostingPlace]
    /// Where posters hang: every place of the directory.
    package let postersHang: [PostingPlace]
    private let cards: [SupporterCard]
    private let units: [DirectoryUnit]

    fileprivate init(_ agency: Agency, on today: Day, cards: [SupporterCard], units: [DirectoryUnit]) {
        self.today = today
        self.cards = cards
        self.units = units
        places = PostingRule.places(of: agency.policy.availability.posting, in: units)
        postersHang = PostingRule.placesOfPosters(in: units)
    }

    /// The posting for that place; nothing where there is no such place.
    package func posting(at place: PostingPlace) -> Posting? {
        places.contains(place) ? Posting(at: place, of: cards, in: units) : nil
    }

    /// Who stands on the poster of that place; nothing where there is no such place.
    package func poster(at place: PostingPlace) -> Posting? {
        postersHang.contains(place) ? Posting(at: place, of: cards, in: units) : nil
    }
}

extension Programmes {
    /// The postings of the agency, made anew from the live cards and directory (PD-B.1.a).
    package func postings(by staff: Staff) async throws -> PostingBoard {
        let cards = try await supportersToChoose(in: staff.agency)
        let units = try await database.read { transaction in try transaction.directoryUnits(agency: staff.agency.id) }
        return PostingBoard(staff.agency, on: staff.today, cards: cards, units: units)
    }
}

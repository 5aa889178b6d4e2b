import HTML
import Operations
import Program

enum FilingPlaces {
    static let filings = Place("filings")
    static let filing = PlaceOf<Month>("filings", by: "month")
    static let sheet = PlaceOfTwo<Month, PathID>("filings", by: "month", then: ["sheets"], and: "account")
}

extension Routes {
    static let filings: [Route] = [
        .staff(.get, FilingPlaces.filings, for: .holding(.receiveStatSheets)) { visit in
            let month = visit.staff.today.month.previous
            return .page(FilingPages.month(month, try await visit.programmes.standings(month, by: visit.staff), visit))
        },
        .staff(.get, FilingPlaces.filing, for: .holding(.receiveStatSheets)) { visit, month in
            guard month <= visit.staff.today.month else { return nil }
            return .page(FilingPages.month(month, try await visit.programmes.standings(month, by: visit.staff), visit))
        },
        .staff(.get, FilingPlaces.sheet, for: .holding(.receiveStatSheets)) { visit, month, account in
            guard
                let opened = try await visit.programmes.openNamedSheet(of: account.text, month, by: visit.staff)
            else { return nil }
            return .page(FilingPages.sheet(opened, visit))
        },
    ]
}

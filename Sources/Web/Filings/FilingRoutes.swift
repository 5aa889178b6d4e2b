import HTML
import Operations
import Program

enum FilingAddresses {
    static let filings = FixedAddress("filings")
    static let filing = Address<Month>("filings/{month}")
    static let sheet = Address<Month, PathID>("filings/{month}/sheets/{account}")
}

extension Routes {
    static let filings: [Route] = [
        .staff(.get, FilingAddresses.filings, for: .holding(.receiveStatSheets)) { visit in
            try await Routes.filingPage(visit.staff.today.month.previous, visit)
        },
        .staff(.get, FilingAddresses.filing, for: .holding(.receiveStatSheets)) { visit, month in
            guard month <= visit.staff.today.month else { return nil }
            return try await Routes.filingPage(month, visit)
        },
        .staff(.get, FilingAddresses.sheet, for: .holding(.receiveStatSheets)) { visit, month, account in
            guard
                let opened = try await visit.programmes.openNamedSheet(of: account.text, month, by: visit.staff)
            else { return nil }
            return .page(FilingPages.sheet(opened, visit))
        },
    ]

    private static func filingPage(_ month: Month, _ visit: StaffVisit) async throws -> Answer {
        let area = try await visit.area(for: .receiveStatSheets)
        let standings = try await visit.programmes.standings(month, in: area.areas, by: visit.staff)
        return .page(FilingPages.month(month, standings, area, visit))
    }
}

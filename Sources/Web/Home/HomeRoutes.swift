import HTML
import Operations
import Program

enum HomePlaces {
    static let home = Place("home")
}

extension Routes {
    static let home: [Route] = [
        .staff(.get, HomePlaces.home, for: .signedIn) { visit in
            .page(HomePages.home(visit, try await Duties(of: visit)))
        }
    ]
}

/// What waits for someone today, as far as their roles have it.
struct Duties: Sendable {
    /// Their own months that are over and not submitted.
    let ownMonths: [OwnMonth]
    /// Last month's sheets, for their receiver.
    let standings: [SheetStanding]
    let summaries: [SummaryStanding]

    init(of visit: StaffVisit) async throws {
        let staff = visit.staff
        let programmes = visit.programmes
        let thisMonth = staff.today.month
        ownMonths =
            staff.powers.contains(.keepStatSheet)
            ? try await programmes.ownMonths(of: staff).filter { $0.filing == nil && $0.month < thisMonth } : []
        standings =
            staff.powers.contains(.receiveStatSheets)
            ? try await programmes.standings(thisMonth.previous, by: staff) : []
        summaries =
            staff.powers.contains(.readSummaries) || staff.powers.contains(.publishSummary)
            ? try await programmes.summaryStandings(by: staff) : []
    }
}

import HTML
import Operations
import Program
import Store

enum HomeAddresses {
    static let home = FixedAddress("home")
}

extension Routes {
    static let home: [Route] = [
        .staff(.get, HomeAddresses.home, for: .signedIn) { visit in
            .page(HomePages.home(visit, try await Duties(of: visit)))
        }
    ]
}

/// What waits for someone today, as far as their roles have it.
struct Duties: Sendable {
    /// Offers, requests, consultations and pages of call-outs.
    let support: OwnSupport
    /// What they are told who were taken off the team.
    let suspension: OwnSuspension?
    /// Why nothing that is sent reaches them, where their roles are told something.
    let hindrance: ReachHindrance?
    /// Their own ways that are known not to work.
    let troubledWays: [ContactMethod]
    /// The notices that wait for an answer, the most urgent first.
    let notices: [ReceivedNotice]
    /// Who holds the offices that check others, for the team.
    let offices: [OfficeHolder]
    /// Who is of the team although the policy does not take people of their standing, for whoever keeps the accounts.
    let withoutStanding: [MemberWithoutStanding]
    /// How many offices wait for their second yes.
    let proposals: Int
    /// What they look after, for whoever keeps the lists of an area.
    let area: AreaToday?
    /// Who of the team can be told of a request now, for whoever keeps the lists.
    let reach: TeamReach?
    /// What the policy promises and nobody is there for, for whoever watches over its duties.
    let vacancies: [Vacancy]
    /// How many gaps of the call-out lists lie ahead, for whoever keeps them.
    let rosterGaps: Int
    /// How many authorities that exceptions are told to have no number yet, for whoever sets them.
    let authoritiesToSet: Int
    /// How many after-action inputs wait for their sign-off, or to be made final by them.
    let afterActions: Int
    /// Their own time on call, now or next, on whatever list.
    let nextOnCall: Stretch?
    /// Call-outs that run, for a desk.
    let callOuts: [CallOutView]
    /// Their own months that are over and not submitted.
    let ownMonths: [OwnMonth]
    /// Last month's sheets, for their receiver.
    let standings: [SheetStanding]
    let releases: [ReleaseStanding]
    /// What the work on the team brings: cards of what waits, and sections.
    let teamWaiting: [HTML]
    let teamSections: [HTML]

    init(of visit: StaffVisit) async throws {
        let staff = visit.staff
        let programmes = visit.programmes
        let thisMonth = staff.today.month
        support = try await OwnSupport(of: visit)
        suspension = try await programmes.ownSuspension(of: staff)
        vacancies =
            staff.powers.contains(.readConformance) ? try await programmes.vacancies(for: staff) : []
        hindrance = try await programmes.ownHindrance(of: staff)
        troubledWays = try await programmes.troubledContactMethods(of: staff)
        notices = try await programmes.notices(for: staff).open
        offices = try await programmes.officeHolders(for: staff)
        withoutStanding = try await programmes.membersWithoutStanding(for: staff)
        proposals = try await programmes.officeProposalsToAnswer(for: staff)
        if staff.powers.contains(.keepRoster) {
            let shown = try await visit.area(for: .keepRoster)
            let board = try await programmes.rosterBoard(in: shown.areas, by: staff)
            rosterGaps = board.gapsAhead
            reach = TeamReach(board)
            area = shown.view == .whole ? nil : AreaToday(shown, board)
        } else {
            rosterGaps = 0
            reach = nil
            area = nil
        }
        try await programmes.passOnPapers(by: staff)
        teamWaiting = try await TeamHome.waiting.parts(for: visit)
        teamSections = try await TeamHome.sections.parts(for: visit)
        authoritiesToSet = try await programmes.authoritiesToSet(by: staff)
        afterActions =
            Need.worksOnAfterAction.isMet(by: staff.powers, owesSecondFactor: false)
            ? try await programmes.afterActionsWaiting(for: staff) : 0
        nextOnCall = try await programmes.ownRoster(of: staff).shifts.map(\.value).min { $0.from < $1.from }
        callOuts =
            staff.powers.contains(.callOut) ? try await programmes.callOuts(by: staff).filter(\.isRunning) : []
        ownMonths =
            staff.powers.contains(.keepStatSheet)
            ? try await programmes.ownMonths(of: staff).filter { $0.filing == nil && $0.month < thisMonth } : []
        standings =
            staff.powers.contains(.receiveStatSheets)
            ? try await programmes.standings(
                thisMonth.previous, in: visit.area(for: .receiveStatSheets).areas, by: staff) : []
        releases =
            staff.powers.contains(.readSummaries) || staff.powers.contains(.publishSummary)
            ? try await programmes.releaseStandings(by: staff) : []
    }
}

extension RosterBoard {
    /// How many times ahead somebody is promised and nobody is there, as far as gaps are announced.
    fileprivate var gapsAhead: Int {
        guard let announced else { return 0 }
        return lists.reduce(0) { $0 + $1.gaps(from: announced.from, until: announced.until).count }
    }
}

import Program
import Sealing
import Store

extension Programmes {
    /// What the supporter chose to show to seekers so far.
    package func cardChoices(of staff: Staff) async throws -> CardChoices {
        try await database.read { transaction in
            try transaction.cardChoices(agency: staff.agency.id, account: staff.account) ?? .nothing
        }
    }

    /// Shows from now on what the supporter chose. Choosing nothing takes the card away.
    package func show(_ form: CardForm, by staff: Staff) async throws -> Result<Void, Refusal> {
        switch form.choices {
        case .failure(let refusal): .failure(refusal)
        case .success(let choices):
            try await act(by: staff, .holding(.takeRequests)) { doing in
                let (agency, account) = (doing.agency.id, doing.staff.account)
                if choices == .nothing {
                    try doing.transaction.removeCard(agency: agency, account: account)
                } else {
                    try doing.transaction.setCard(choices, agency: agency, account: account)
                }
                return .done(.entry(.supporterCardChanged, on: account))
            }.whileAllowed()
        }
    }

    /// Everyone whom a seeker may choose or leave out: who takes requests today and is vouched for. Where the pack shows only whoever
    /// chose to be shown, those.
    package func supportersToChoose(in agency: Agency) async throws -> [SupporterCard] {
        let now = clock()
        let today = try agency.day(at: now)
        return try await database.read { transaction in
            let taking = agency.policy.roles(with: .takeRequests).map(\.id)
            let team = try transaction.sealableTeam(
                holding: taking, agency: agency.id, on: today, vouchedWith: keys.vouching)
            let attributes =
                agency.policy.selection.diversity?.seekerMayChooseBy == true
                ? try transaction.shownAttributes(agency: agency.id) : [:]
            // Whoever is asked at the last alone is no member: they are shown where they chose to be.
            let members = Set(team.holding(agency.policy.supporterRoles.map(\.id)).map(\.account))
            let reachability = try reachability(of: agency, at: now, transaction)
            let shown = Dictionary(
                try transaction.supporterCards(agency: agency.id).map { ($0.account, $0) },
                uniquingKeysWith: { first, _ in first })
            let shownAnyway = agency.policy.availability.showsEveryMember ? members : []
            return team.holding(taking).compactMap { taker in
                let row = shown[taker.account]
                let isShownAnyway = shownAnyway.contains(taker.account)
                guard isShownAnyway || row != nil else { return nil }
                return SupporterCard(
                    account: taker.account, member: isShownAnyway ? taker.name : nil, showing: row?.choices ?? .nothing,
                    photo: row?.photo, unit: taker.unit, rank: taker.rank, shift: row?.shift,
                    saysTheySupervise: taker.isSupervisor && agency.policy.availability.marksSupervisors,
                    attributes: attributes[taker.account] ?? [:],
                    isAvailableNow: reachability.canBeReachedNow(taker.account))
            }.sorted { $0.comesBefore($1) }
        }
    }
}

extension Transaction {
    /// The accounts that take requests on that day.
    func takers(of agency: Agency, on day: Day) throws -> Set<String> {
        let roles = agency.policy.roles(with: .takeRequests).map(\.id)
        let held = try holdings(of: roles, agency: agency.id, heldAfter: day).filter { $0.holding.isHeld(on: day) }
        return Set(held.map(\.account))
    }
}

import Program
import Sealing

extension DemonstrationMaking {
    /// From now on somebody of the team can be reached at every hour, and a few show who they are.
    func reachable(_ team: DemonstrationTeam, of agency: Agency, on today: Day) async throws {
        let enrolled = team.supporters.prefix(DemonstrationTeam.enrolled)
        let rotation = try Demonstration.turns(of: enrolled.map(\.account), from: today)
        let keeper = try await staff(team.rosterKeeper, of: agency)
        try await join(enrolled, agency)
        guard let kept = try await programmes.addRotation(rotation, to: .supporters, by: keeper) else {
            throw DemonstrationFault(what: "a call-out list")
        }
        _ = try kept.made("a rotation")
        for (place, member) in enrolled.enumerated() {
            try await programmes.show(card(of: member, place), by: staff(member, of: agency)).made("a card")
        }
        for (picture, member) in zip(DemonstrationPictures.all, enrolled) {
            let shown = try await programmes.showPhoto(picture, by: staff(member, of: agency))
            try shown.made("a picture")
        }
    }

    /// Where being on the list is voluntary, turns go to whoever opened hours of their own (KSO-J.1.a).
    private func join(
        _ members: some Sequence<DemonstrationTeam.Member>, _ agency: Agency
    ) async throws {
        switch agency.policy.availability.list.joining {
        case .agreed: return
        case .voluntary: break
        }
        guard let evenings = WeeklyHours(.everyDay, from: 18 * 60, until: 22 * 60) else {
            throw DemonstrationFault(what: "evenings")
        }
        for member in members {
            let staff = try await staff(member, of: agency)
            _ = try await programmes.openHours(evenings, .offDuty, by: staff).made("hours of their own")
        }
    }

    /// What the supporter at that place chose to show: one more than another, one nothing but a name.
    private func card(of member: DemonstrationTeam.Member, _ place: Int) -> CardForm {
        var card = CardForm()
        card.name = member.name
        card.showsUnit = place % 2 == 0
        card.showsRank = place % 3 != 2
        card.showsShift = place % 3 == 0
        card.languages = place % 3 == 1 ? ["English", "Spanish"] : ["English"]
        card.experience = Self.experiences[place % Self.experiences.count]
        if place < 3 {
            card.phone = "555-01\(40 + place)"
            card.phoneUse = CardPhone.Use.allCases[place % CardPhone.Use.allCases.count].rawValue
        }
        return card
    }

    private static let experiences = [
        "Eleven years here. I have been through a divorce and a hard year after it.",
        "I lost a partner on duty. I know how long nights can be.",
        "Sober for nine years.", "", "Parent of a child with a disability.", "",
    ]
}

extension Demonstration {
    /// Week by week one after the other. The first has it for days yet, whatever weekday and hour it is: what is tried does not
    /// change hands amid being tried.
    package static func turns(of members: [String], from today: Day) throws -> Rotation {
        guard let begun = today.adding(days: -1) else { throw DemonstrationFault(what: "a day") }
        return Rotation(
            id: RandomId().text, name: "Week by week", members: members, startsOn: begun, handOver: 0, weeks: 1)
    }
}

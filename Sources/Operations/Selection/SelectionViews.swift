import Program
import Sealing
import Store

/// An applicant's own view of the selection: where it stands, and nothing of what others answered.
package struct OwnApplication: Sendable {
    /// The latest, whether under way or over; nothing of somebody who never applied.
    package let application: Application?
    /// The chain of command as far as documents still go through it.
    package let forwardersLeft: [String]
    /// Why they may not apply now; nothing where they may.
    package let whyNot: Refusal?
    /// Whether they were selected and are of the team, or will be once nothing is missing.
    package let isOfTeam: Bool
    /// The own words, as long as they are there.
    package let papers: [ApplicationDocument: String]
    /// Openings that take applications today.
    package let openings: [Opening]
    /// Whether a colleague named them, and waits for a yes or no.
    package let isNominated: Bool
}

/// An application in a list of those who have to do with it.
package struct ListedApplication: Sendable {
    package let application: Application
    package let name: String
    package let unit: String
    /// Whether the next step waits for whoever looks.
    package let waits: Bool
}

/// An application as somebody sees it whom a step names or who oversees it.
package struct ApplicationView: Sendable {
    package let application: Application
    package let name: String
    package let unit: String
    package let division: String
    package let next: SelectionStep?
    /// Whether the next step waits for whoever looks.
    package let waits: Bool
    /// Whether where it stands, step by step, is for them: otherwise they see their own step alone.
    package let isOverseen: Bool
    package let circumstances: SelectionCircumstances
    package let actor: SelectionActor
    /// What the applicant wrote, as far as it is sealed to whoever looks.
    package let papers: [ApplicationDocument: String]
    /// The names of those who did something of a step.
    package let names: [String: String]
    /// How many answered the peer review that is under way.
    package let peerAnswers: Int
    /// Ratings of steps that are done, for those who decide.
    package let ratings: [String: [String: [Rating: Int]]]
    /// Who may be of the panel of an interview: by account.
    package let panel: [NamedAccount]
}

/// An account with its owner's name.
package struct NamedAccount: Sendable, Equatable {
    package let account: String
    package let name: String
}

extension Programmes {
    /// What somebody sees of the selection as an applicant, or as one who may become it.
    package func ownApplication(of staff: Staff) async throws -> OwnApplication {
        try await database.read { transaction in
            let agency = staff.agency.id
            let latest = try transaction.applications(of: staff.account, agency: agency).shown
            var left: [String] = []
            if let latest, let next = staff.policy.selection.next(of: latest), case .forwarding = next.act {
                let circumstances = try transaction.circumstances(of: latest, in: staff.agency, on: staff.today).0
                left = circumstances.forwardersLeft(next, of: latest).map(\.name)
            }
            return OwnApplication(
                application: latest, forwardersLeft: left, whyNot: try transaction.whyNotApplying(staff),
                isOfTeam: try transaction.membership(of: staff.account, agency: staff.agency, on: staff.today) != nil,
                papers: try latest.map { try transaction.words(of: $0, for: staff) } ?? [:],
                openings: try transaction.openings(agency: agency, closingFrom: staff.today).filter {
                    $0.isOpen(on: staff.today)
                }, isNominated: try transaction.isNominated(staff.account, agency: agency))
        }
    }

    /// The applications under way that wait for the staff member, or that they oversee.
    package func applications(for staff: Staff) async throws -> [ListedApplication] {
        try await database.read { [keys] transaction in
            try transaction.applicationsUnderWay(agency: staff.agency.id).compactMap { application in
                let at = try transaction.at(application, by: staff, with: keys)
                let waits = at.waits(under: staff.policy)
                guard !at.actor.isApplicant, waits || at.isOverseen(under: staff.policy) else { return nil }
                return ListedApplication(
                    application: application, name: at.applicant?.name ?? "", unit: at.applicant?.unit ?? "",
                    waits: waits)
            }
        }
    }

    /// Whether an application is there for the staff member at all: for whoever it is not, it is as unknown as none.
    package func isApplication(_ id: String, for staff: Staff) async throws -> Bool {
        try await database.read { [keys] transaction in
            try transaction.application(id, agency: staff.agency.id).map {
                try transaction.at($0, by: staff, with: keys).mayCome(under: staff.policy)
            } ?? false
        }
    }

    /// One application, for those who oversee it and those whose step is next. Nothing for anybody else.
    package func application(_ id: String, for staff: Staff) async throws -> ApplicationView? {
        try await database.read { [keys] transaction in
            let policy = staff.policy
            guard let application = try transaction.application(id, agency: staff.agency.id) else { return nil }
            let at = try transaction.at(application, by: staff, with: keys)
            let (waits, isOverseen) = (at.waits(under: policy), at.isOverseen(under: policy))
            guard !at.actor.isApplicant, waits || isOverseen else { return nil }
            let next = at.next(policy)
            let accounts = Set(application.entries.compactMap(\.by) + [application.applicant])
            let names = try transaction.accountNames(agency: staff.agency.id, of: accounts.sorted())
            return ApplicationView(
                application: application, name: at.applicant?.name ?? names[application.applicant] ?? "",
                unit: at.applicant?.unit ?? "", division: at.applicant?.division ?? "", next: next, waits: waits,
                isOverseen: isOverseen, circumstances: at.circumstances, actor: at.actor,
                papers: try transaction.words(of: application, for: staff), names: names,
                peerAnswers: try transaction.countPeerAnswers(application: id),
                ratings: isOverseen ? try transaction.ratings(of: application, under: policy) : [:],
                panel: waits ? try transaction.panel(of: next, besides: application.applicant, staff) : [])
        }
    }
}

extension Transaction {
    /// The papers of an application, as far as they are sealed to the staff member.
    fileprivate func words(of application: Application, for staff: Staff) throws -> [ApplicationDocument: String] {
        try papers(ofApplication: application.id).compactMapValues { paper in
            try open(paper: paper, as: .application, by: staff).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    fileprivate func ratings(
        of application: Application, under policy: PolicyPack
    ) throws -> [String: [String: [Rating: Int]]] {
        try policy.selection.steps.filter { !$0.characteristics.isEmpty }.reduce(into: [:]) { all, step in
            let found = try ratings(of: application.id, step: step.id)
            if !found.isEmpty { all[step.id] = found }
        }
    }

    /// Who holds an office of the interview's panel, by name.
    fileprivate func panel(
        of step: SelectionStep?, besides applicant: String, _ staff: Staff
    ) throws -> [NamedAccount] {
        guard let step, case .interview = step.act else { return [] }
        let accounts = Set(
            try holdings(of: staff.policy.roles(in: step), agency: staff.agency.id, heldAfter: staff.today)
                .filter { $0.holding.isHeld(on: staff.today) && $0.account != applicant }.map(\.account)
        ).sorted()
        let names = try accountNames(agency: staff.agency.id, of: accounts)
        return accounts.map { NamedAccount(account: $0, name: names[$0] ?? "") }.sorted {
            ($0.name, $0.account) < ($1.name, $1.account)
        }
    }
}

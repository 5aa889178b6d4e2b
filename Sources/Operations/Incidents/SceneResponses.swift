import Program
import Sealing
import Store

/// Who asks for supporters at a scene, and how many.
package struct SceneAsked: Sendable, Equatable {
    /// By the word of ``SceneResponseRule/Asker``.
    package let by: String
    package let at: Instant
    package let wanted: Int
    package let place: String

    package init(by word: String, at moment: Instant, wanted: Int, place: String) {
        by = word
        at = moment
        self.wanted = wanted
        self.place = place
    }
}

extension Programmes {
    /// Opens a response to the scene as somebody asked for it, and asks the first supporters (SAC-II.D.3.i).
    package func openScene(
        _ asked: SceneAsked, in id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await change(
            id, by: staff, .holding(.leadIncidents), .sceneOpened,
            under: .scene
        ) { file, doing in
            guard doing.policy.incidents.sceneResponse != nil else { return nil }
            return try file.openingScene(
                askedBy: asked.by, at: asked.at, wanted: asked.wanted, place: asked.place, under: doing.policy,
                now: doing.now
            ).map { try self.askingNext($0, in: doing.agency, at: doing.now, doing.transaction) }
        }
    }

    /// The response is over.
    package func closeScene(in id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await change(
            id, by: staff, .holding(.leadIncidents), .sceneClosed,
            under: .scene
        ) { file, doing in file.closingScene(at: doing.now) }
    }

    /// Whoever is asked says whether they come. Nothing where they are not.
    package func answerScene(
        _ answer: OwnSceneAnswer, in id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await ownChange(of: id, by: staff) { file, doing in
            let account = doing.staff.account
            switch answer {
            case .coming: return file.answering(.coming, by: account)
            case .cannot: return file.answering(.cannot, by: account)
            case .wasThere: return file.answeringAsInvolved(by: account)
            case .arrived: return file.arriving(account, at: doing.now)
            case .left: return file.leaving(account, at: doing.now)
            }
        }
    }

    /// What somebody does about being asked. It leaves no entry: whoever was part of an incident says so here, and nobody is to
    /// tell that from any other answer.
    private func ownChange(
        of id: String, by staff: Staff,
        _ change: @escaping @Sendable (IncidentFile, Doing) throws -> Result<IncidentFile, Refusal>
    ) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .holding(.takeRequests)) { [keys] doing in
            let own = doing.staff.account
            let changed = try doing.change(id, under: .scene, with: keys) { file, doing in
                guard file.scenes.last?.asked(own) != nil else { return nil }
                return try change(file, doing).map {
                    try self.askingNext($0, in: doing.agency, at: doing.now, doing.transaction)
                }
            }
            switch changed {
            case nil: return .nothing
            case .failure(let refusal)?: return .refused(refusal)
            case .success?: return .done(.involvement)
            }
        }
    }

    /// Asks further supporters where those asked do not come or do not answer. Any number of servers may do it.
    package func askFurtherToScenes() async throws {
        let now = clock()
        let agencies = Set(try await database.read { try $0.agenciesWithScenes() })
        guard !agencies.isEmpty else { return }
        let rows = try await database.read { try $0.agencies() }.filter { agencies.contains($0.id) }
        try await forEach(of: rows) { row in
            try await database.write(inTurnOf: row.id) { transaction in
                let agency = try agency(row, in: transaction)
                for id in try transaction.openScenes(agency: row.id) {
                    guard let loaded = try transaction.loaded(id, in: agency, with: keys) else { continue }
                    let further = try askingNext(loaded.file, in: agency, at: now, transaction)
                    _ = try transaction.keep(further, after: loaded, in: agency, with: keys, at: now)
                }
            }
        }
    }

    /// The file with those asked who come next.
    private func askingNext(
        _ file: IncidentFile, in agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws -> IncidentFile {
        guard file.scene != nil else { return file }
        let order = try sceneOrder(for: file, in: agency, at: now, transaction)
        return file.askingNext(of: order.accounts, under: agency.policy, at: now)
    }

    /// Whom the scene asks, and in which order.
    func sceneOrder(
        for file: IncidentFile, in agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws -> SceneOrder {
        let today = try agency.day(at: now)
        let reached = try candidates(for: file.id, besides: [], agency, now, transaction)
        let qualified = try agency.policy.incidentKind(file.kind)?.qualification.map { wanted in
            let held = try transaction.memberQualifications(agency: agency.id)
            return Set(reached.map(\.account).filter { held.held(by: $0, on: today).contains(wanted) })
        }
        let quarter = today.adding(days: -91) ?? today
        let scenes = try transaction.incidentFiles(agency: agency.id, since: quarter).map { try keys.opened($0).file }
        return SceneOrder(
            of: reached, qualified: qualified, keptOut: try keptOut(of: file, in: agency, transaction),
            lately: scenes.timesAtScenes)
    }
}

/// What somebody who is asked to a scene says or does.
package enum OwnSceneAnswer: String, Sendable, CaseIterable {
    case coming, cannot
    /// "I was part of it."
    case wasThere = "was-there"
    case arrived, left
}

extension Result {
    /// The same with a further step that may fault.
    fileprivate func map<Other>(_ step: (Success) throws -> Other) rethrows -> Result<Other, Failure> {
        switch self {
        case .success(let value): .success(try step(value))
        case .failure(let failure): .failure(failure)
        }
    }
}

import HTML
import HTTPTypes
import Operations
import Program
import Sealing

/// What the keepers of the roster do on its pages.
enum RosterActs {
    static func page(
        of kind: RosterList.Kind, _ visit: StaffVisit, refused: Refusal? = nil
    ) async throws -> Answer? {
        let area = try await visit.area(for: .keepRoster)
        let board = try await visit.programmes.rosterBoard(in: area.areas, by: visit.staff)
        guard let list = board.list(kind) else { return nil }
        return .page(
            RosterPages.list(list, board, area, visit, refused: refused),
            status: refused == nil ? .ok : .unprocessableContent)
    }

    @Sendable
    static func newRotation(_ visit: StaffVisit, name: RosterListName) async throws -> Answer? {
        let board = try await visit.programmes.rosterBoard(by: visit.staff)
        return board.list(name.list).map { .page(RotationPages.form(nil, on: $0, board, visit)) }
    }

    @Sendable
    static func addRotation(_ visit: StaffVisit, name: RosterListName) async throws -> Answer? {
        switch SentRoster.rotation(visit, id: RandomId().text) {
        case .failure(let refusal): return try await refused(refusal, nil, on: name.list, visit)
        case .success(let rotation):
            switch try await visit.programmes.addRotation(rotation, to: name.list, by: visit.staff) {
            case .success: return .see(RosterAddresses.list.link(name))
            case .failure(let refusal): return try await refused(refusal, nil, on: name.list, visit)
            case nil: return nil
            }
        }
    }

    @Sendable
    static func showRotation(_ visit: StaffVisit, id: PathID) async throws -> Answer? {
        let board = try await visit.programmes.rosterBoard(by: visit.staff)
        return board.rotation(id.text).map { .page(RotationPages.form($0.rotation, on: $0.list, board, visit)) }
    }

    @Sendable
    static func changeRotation(_ visit: StaffVisit, id: PathID) async throws -> Answer? {
        let board = try await visit.programmes.rosterBoard(by: visit.staff)
        guard let present = board.rotation(id.text) else { return nil }
        switch SentRoster.rotation(visit, id: id.text) {
        case .failure(let refusal):
            return try await refused(refusal, present.rotation, on: present.list.kind, visit)
        case .success(let rotation):
            switch try await visit.programmes.changeRotation(rotation, by: visit.staff) {
            case .success: return .see(RosterAddresses.list.link(RosterListName(present.list.kind)))
            case .failure(let refusal):
                return try await refused(refusal, present.rotation, on: present.list.kind, visit)
            case nil: return nil
            }
        }
    }

    @Sendable
    static func removeRotation(_ visit: StaffVisit, id: PathID) async throws -> Answer? {
        try await visit.programmes.removeRotation(id.text, by: visit.staff).map { _ in
            .see(RosterAddresses.roster.link())
        }
    }

    @Sendable
    static func addOverride(_ visit: StaffVisit, name: RosterListName) async throws -> Answer? {
        var sent = SentRoster(visit)
        let account = sent.chosen("account")
        if account == nil { sent.note("account", "On call: choose somebody.") }
        guard let stretch = sent.stretch(), let account else {
            return try await page(of: name.list, visit, refused: Refusal(sent.problems))
        }
        let override = RosterOverride(
            id: RandomId().text, account: account, instead: sent.chosen("instead"), stretch: stretch)
        switch try await visit.programmes.addOverride(override, to: name.list, by: visit.staff) {
        case .success: return .see(RosterAddresses.list.link(name))
        case .failure(let refusal): return try await page(of: name.list, visit, refused: refusal)
        case nil: return nil
        }
    }

    @Sendable
    static func removeOverride(_ visit: StaffVisit, id: PathID) async throws -> Answer? {
        try await visit.programmes.removeOverride(id.text, by: visit.staff).map { _ in
            .see(RosterAddresses.roster.link())
        }
    }

    private static func refused(
        _ refusal: Refusal, _ rotation: Rotation?, on kind: RosterList.Kind, _ visit: StaffVisit
    ) async throws -> Answer? {
        let board = try await visit.programmes.rosterBoard(by: visit.staff)
        guard let list = board.list(kind) else { return nil }
        let shown = refusal.atFormFields(["members": "member-1", "shadows": "shadow-1", "shifts": "shift-1-days"])
        return .page(
            RotationPages.form(rotation, on: list, board, visit, refused: shown), status: .unprocessableContent)
    }
}

extension RosterBoard {
    /// The rotation of that id, with its list.
    func rotation(_ id: String) -> (rotation: Rotation, list: RosterList)? {
        for list in lists {
            if let rotation = list.rotations.first(where: { $0.id == id }) { return (rotation, list) }
        }
        return nil
    }
}

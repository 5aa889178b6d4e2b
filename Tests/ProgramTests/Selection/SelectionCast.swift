import PolicyPacks
import Program

/// Everybody who could come to one application, and what each step asks of whom: the reference that the rules are held against. It knows
/// the policies' sentences and nothing of how Program decides.
struct SelectionCast {
    let pack: PolicyPack
    let today: Day
    /// The immediate supervisor has an account, the one above has none, and the next is of another division.
    let circumstances: SelectionCircumstances

    init(_ pack: PolicyPack, on today: Day) {
        self.pack = pack
        self.today = today
        circumstances = SelectionCircumstances(
            chain: ChainOfCommand(
                division: "North",
                links: [
                    ChainLink(person: "sergeant", name: "Sam Sergeant", division: "North", hasAccount: true),
                    ChainLink(person: "captain", name: "Kim Captain", division: "North", hasAccount: false),
                    ChainLink(person: "boss", name: "Bo Boss", division: "Agency", hasAccount: true),
                ]), today: today)
    }

    /// One of the cast by name: the applicant, somebody of the chain, or the holder of a role.
    func actor(_ name: String, area: String = "North") -> SelectionActor {
        switch name {
        case "applicant": SelectionActor(account: name, holdings: [], person: name, isApplicant: true)
        case "count": SelectionActor(account: nil, holdings: [], person: nil, isApplicant: false)
        case "sergeant", "boss", "nobody":
            SelectionActor(account: name, holdings: [], person: name, isApplicant: false)
        default: SelectionActor(account: name, holdings: [held(name, area)], person: name, isApplicant: false)
        }
    }

    private func held(_ role: String, _ area: String) -> Holding {
        let role = RoleID(role)
        return Holding(role: role, area: pack.role(role)?.hasArea == true ? area : nil, startsOn: today, until: nil)
    }

    /// The captain has no account, so nothing comes from them.
    var everybody: [String] {
        ["applicant", "count", "sergeant", "boss", "nobody"] + pack.roles.map(\.id.text)
    }

    /// One thing that a step needs: what, and who may do it.
    struct Turn: Hashable {
        let what: String
        let who: Set<String>
    }

    /// What a step needs, stage by stage; within a stage in any order.
    func stages(_ step: SelectionStep) -> [[Turn]] {
        func by(_ roles: [RoleID]) -> Set<String> { Set(roles.map(\.text)) }
        func members(_ body: Body) -> Set<String> {
            switch body {
            case .role(let role): return [role.text]
            case .committee(let id):
                let committee = pack.governance.committees.first { $0.id == id }
                return Set([committee?.memberRole, committee?.chair].compactMap { $0?.text })
            }
        }
        switch step.act {
        case .application(_, _, let through):
            return [[Turn(what: "hand in", who: ["applicant"])]]
                + (through.map { [[Turn(what: "forward", who: [$0.text])]] } ?? [])
        case .forwarding(let role):
            return [
                [Turn(what: "forward", who: ["sergeant"])], [Turn(what: "note", who: [role.text])],
                [Turn(what: "forward", who: [role.text])],
            ]
        case .declarations: return [[Turn(what: "declare", who: ["applicant"])]]
        case .supervisorLetter: return [[Turn(what: "attest", who: ["sergeant"])]]
        case .approvals(let from, let recorder):
            return [from.map { Turn(what: "approval \($0.rawValue)", who: [recorder.text]) }]
        case .endorsement(let role), .confirmation(let role, _), .serviceRecord(let role, _),
            .personnelFileReview(let role), .review(let role, _), .approval(let role, _):
            return [[Turn(what: "answer", who: by([role]))]]
        case .inquiries(let role, _): return [[Turn(what: "inquire", who: by([role]))]]
        case .peerReview: return [[Turn(what: "end review", who: last)]]
        case .interview(let panel, _):
            return [[Turn(what: "interview", who: panel.reduce(into: []) { $0.formUnion(members($1)) })]]
        case .ballot: return [[Turn(what: "vote", who: ["count"])]]
        case .consultation(let roles): return [roles.map { Turn(what: "hear \($0.text)", who: [$0.text]) }]
        }
    }

    /// Whoever has the last word in the pack.
    private var last: Set<String> {
        switch pack.selection.steps.last?.act {
        case .approval(let role, _), .review(let role, _): [role.text]
        default: []
        }
    }

    /// What is done for a turn, all as it should be.
    func deed(_ turn: String, in step: SelectionStep, by name: String) -> SelectionDeed {
        switch turn.split(separator: " ").first.map(String.init) {
        case "hand": return .handIn(Set(step.documents.isEmpty ? ApplicationDocument.allCases : step.documents))
        case "forward": return .forward
        case "note": return .noteForwarding(on: today)
        case "declare":
            guard case .declarations(let items) = step.act else { return .declare([]) }
            return .declare(Set(items.map(\.id)))
        case "attest": return .attest(noneIsSo: true)
        case "approval":
            let from = Approver(rawValue: String(turn.dropFirst("approval ".count))) ?? .supervisor
            return .noteApproval(of: from, name: "Sam Sergeant", on: today, agrees: true)
        case "inquire": return .inquire(asked: 3, suitable: true)
        case "end": return .endPeerReview(answers: 5)
        case "interview": return .interview(interview(step, by: name))
        case "vote": return .voted(true)
        case "hear": return .hear
        case "pass": return .passOver
        default: return .answer(true)
        }
    }

    /// Somebody of every body of the panel was there, and whoever records it.
    private func interview(_ step: SelectionStep, by name: String) -> SelectionDeed.Interview {
        var panel = [SelectionDeed.Panelist(account: name, roles: [RoleID(name)])]
        if case .interview(let bodies, _) = step.act {
            panel += bodies.flatMap { pack.roles(of: $0) }.map { .init(account: "\($0.text)", roles: [$0]) }
        }
        return .init(
            on: today, panel: panel,
            ratings: Dictionary(uniqueKeysWithValues: step.characteristics.map { ($0.id, .well) }), suitable: true)
    }
}

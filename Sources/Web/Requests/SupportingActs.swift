import HTML
import HTTPTypes
import Operations
import Program

/// What a supporter does with a request of theirs.
enum SupportingActs {
    static let admonishmentField = "withAdmonishment"
    static let givesField = "gives"
    static let textField = "text"
    static let dayField = "day"
    static let kindField = "kind"

    /// The request; before the advisement was confirmed, the advisement alone.
    static func show(_ id: PathID, _ visit: StaffVisit, after change: SupportingChange?) async throws -> Answer? {
        try await page(id, visit, status: .ok) { SupportingPages.request($0, $1, after: change) }
    }

    /// Confirms that the advisement is given, and by a supervisor the further words too (SAC-VI.F).
    @Sendable
    static func advise(_ visit: StaffVisit, _ id: PathID) async throws -> Answer? {
        guard visit.form[givesField] == "yes" else {
            let clauses = visit.pack.confidentiality.advisement.basis.clauses
            return try await refused(
                Refusal("Say that you give it before you talk.", field: givesField, clauses: clauses), .advisement,
                id, visit)
        }
        let admonishes = visit.form[admonishmentField] == "yes"
        let given = try await visit.programmes.giveAdvisement(
            id.text, withAdmonishment: admonishes, by: visit.staff)
        return try await answer(given, .advisement, .advised, id, visit)
    }

    @Sendable
    static func write(_ visit: StaffVisit, _ id: PathID) async throws -> Answer? {
        let written = try await visit.programmes.write(visit.form.verbatim(textField), on: id.text, by: visit.staff)
        return try await answer(written, .message, .written, id, visit)
    }

    @Sendable
    static func madeContact(_ visit: StaffVisit, _ id: PathID) async throws -> Answer? {
        try await answer(visit.programmes.madeContact(id.text, by: visit.staff), .other, .inTouch, id, visit)
    }

    @Sendable
    static func remind(_ visit: StaffVisit, _ id: PathID) async throws -> Answer? {
        guard let day = Day(visit.form[dayField]) else {
            return try await refused(Refusal("Choose a day.", field: dayField), .reminder, id, visit)
        }
        guard let kind = ReminderKind(rawValue: visit.form[kindField]) else {
            return try await refused(Refusal("Choose what to be reminded of.", field: kindField), .reminder, id, visit)
        }
        let set = try await visit.programmes.remind(id.text, on: day, of: kind, by: visit.staff)
        return try await answer(set, .reminder, .reminderSet, id, visit)
    }

    @Sendable
    static func doneReminder(_ visit: StaffVisit, _ id: PathID, reminder: PathID) async throws -> Answer? {
        let done = try await visit.programmes.doneReminder(reminder.text, on: id.text, by: visit.staff)
        return try await answer(done, .other, .reminderDone, id, visit)
    }

    /// Somebody else is asked through whoever keeps the roster, who sees nothing of the request (KSO-G.3).
    @Sendable
    static func cannotLeavePost(_ visit: StaffVisit, _ id: PathID) async throws -> Answer? {
        try await gone(visit.programmes.cannotLeavePost(id.text, by: visit.staff), .leftToOthers, id, visit)
    }

    /// A conflict of interest that shows only now (SAC-II.D.3.k).
    @Sendable
    static func tellConflict(_ visit: StaffVisit, _ id: PathID) async throws -> Answer? {
        try await gone(visit.programmes.tellConflict(id.text, by: visit.staff), .conflictTold, id, visit)
    }

    /// What was done took the request from the supporter.
    private static func gone(
        _ result: Result<Void, Refusal>?, _ change: SupportingChange, _ id: PathID, _ visit: StaffVisit
    ) async throws -> Answer? {
        switch result {
        case .success: return .see(SupportingAddresses.requests.link(after: change))
        case .failure(let refusal): return try await refused(refusal, .other, id, visit)
        case nil: return nil
        }
    }

    private static func answer(
        _ result: Result<Void, Refusal>?, _ act: RefusedSupport.Kind, _ change: SupportingChange, _ id: PathID,
        _ visit: StaffVisit
    ) async throws -> Answer? {
        switch result {
        case .success: return .see(SupportingAddresses.request.link(id, after: change))
        case .failure(let refusal): return try await refused(refusal, act, id, visit)
        case nil: return nil
        }
    }

    static func refused(
        _ refusal: Refusal, _ act: RefusedSupport.Kind, _ id: PathID, _ visit: StaffVisit
    ) async throws -> Answer? {
        try await page(id, visit, status: .unprocessableContent) {
            SupportingPages.request($0, $1, refused: RefusedSupport(kind: act, refusal: refusal))
        }
    }

    private static func page(
        _ id: PathID, _ visit: StaffVisit, status: HTTPResponse.Status,
        _ page: (SupporterView, Supporter) -> HTML
    ) async throws -> Answer? {
        guard let request = try await visit.programmes.request(id.text, of: visit.staff) else { return nil }
        let supporter = Supporter(visit: visit, supervises: try await visit.programmes.supervises(visit.staff))
        return .page(page(request, supporter), status: status)
    }
}

/// A supporter before a page of a request.
struct Supporter: Sendable {
    let visit: StaffVisit
    /// Whether they supervise others and so have further duties.
    let supervises: Bool

    /// What the agency says to them in that place.
    func told(in place: Statement.Place) -> HTML? {
        said(visit.pack.statementsToSupporters(in: place, whoSupervise: supervises))
    }
}

/// What could not be done on a request's page, so that the page says it where it was asked for.
struct RefusedSupport: Sendable {
    enum Kind: Sendable {
        case advisement, message, reminder, note
        /// Anything done by one button: said at the top.
        case other
    }

    let kind: Kind
    let refusal: Refusal

    /// The refusal, where it is of that act.
    func of(_ kind: Kind) -> Refusal? { self.kind == kind ? refusal : nil }
}

import HTML
import HTTPTypes
import Operations
import Program

/// What the desk does, and what whoever it pages says.
enum CallOutActs {
    /// The field that says how many were paged when the desk looked, so that a tap that comes twice pages one.
    static let seenField = "seen"
    static let answerField = "answer"

    @Sendable
    static func begin(_ visit: StaffVisit) async throws -> Answer {
        .see(CallOutAddresses.callOut.link(PathID(try await visit.programmes.beginCallOut(by: visit.staff))))
    }

    @Sendable
    static func pageNext(_ visit: StaffVisit, _ id: PathID) async throws -> Answer? {
        let seen = Int(visit.form[seenField]) ?? -1
        return try await answer(visit.programmes.pageNext(in: id.text, after: seen, by: visit.staff), id, visit)
    }

    @Sendable
    static func page(_ visit: StaffVisit, _ id: PathID, supporter: PathID) async throws -> Answer? {
        try await answer(visit.programmes.page(supporter.text, in: id.text, by: visit.staff), id, visit)
    }

    @Sendable
    static func finish(_ visit: StaffVisit, _ id: PathID) async throws -> Answer? {
        try await answer(visit.programmes.finishCallOut(id.text, by: visit.staff), id, visit)
    }

    /// One tap on the supporter's own page.
    @Sendable
    static func answer(_ visit: StaffVisit, _ id: PathID) async throws -> Answer? {
        guard try await visit.programmes.ownPages(of: visit.staff).contains(where: { $0.callOut == id.text }) else {
            return nil
        }
        if let answer = CallOutAnswer(rawValue: visit.form[answerField]) {
            _ = try await visit.programmes.answerPage(id.text, answer, by: visit.staff)
        }
        return .see(HomeAddresses.home.link())
    }

    private static func answer(
        _ result: Result<Void, Refusal>?, _ id: PathID, _ visit: StaffVisit
    ) async throws -> Answer? {
        switch result {
        case .success: return .see(CallOutAddresses.callOut.link(id))
        case .failure(let refusal):
            return try await visit.programmes.callOut(id.text, by: visit.staff).map {
                .page(CallOutPages.callOut($0, visit, refusal), status: .unprocessableContent)
            }
        case nil: return nil
        }
    }
}

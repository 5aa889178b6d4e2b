import HTML
import HTTPTypes
import Operations
import Program

/// The supporter's own card as it stands, or again with what is wrong.
enum CardActs {
    static func page(
        _ visit: StaffVisit, card refusal: Refusal? = nil, photo photoRefusal: Refusal? = nil
    ) async throws -> Answer {
        let choices = try await visit.programmes.cardChoices(of: visit.staff)
        let photo = try await visit.programmes.ownPhoto(of: visit.staff)
        let isSaved = refusal == nil && photoRefusal == nil && visit.visit.query("saved") == "yes"
        return .scriptedPage(
            CardPages.card(choices, photo: photo, visit, refusal, photoRefusal, isSaved: isSaved),
            status: refusal == nil && photoRefusal == nil ? .ok : .unprocessableContent)
    }
}

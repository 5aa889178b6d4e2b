import Program

extension Programmes {
    /// Keeps something that the team did about an incident.
    package func keepActivity(
        _ activity: DoneActivity, in id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await change(id, by: staff, .holding(.leadIncidents), .incidentActivityKept) { file, doing in
            file.keeping(
                activity, from: doing.agency.calendar.day(at: file.happenedAt), on: doing.staff.today,
                under: doing.policy)
        }
    }
}

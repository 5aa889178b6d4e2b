import Program
import Sealing
import Store

extension Programmes {
    /// Asks a partner team for one of its services (OCP-II.G.1-4). They are called by whoever runs the incident: nothing is sent.
    ///
    /// - Returns: the id of what was asked.
    package func askPartner(_ service: String, in id: String, by staff: Staff) async throws -> Result<String, Refusal>?
    {
        let asked = RandomId().text
        let change = try await change(id, by: staff, .holding(.leadIncidents), .partnerAsked, under: .partners) {
            file, doing in
            file.asking(service, as: asked, on: doing.staff.today, under: doing.policy)
        }
        return change?.map { asked }
    }

    /// Writes down what they answered. Nothing where they were not asked for that.
    package func answerPartner(
        _ asked: String, _ answer: PartnerRequest.Answer, in id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await change(id, by: staff, .holding(.leadIncidents), .partnerAnswered, under: .partners) { file, doing in
            if answer.on > doing.staff.today {
                return .failure(Refusal("When they answered: today or earlier.", field: "answeredOn"))
            }
            return file.answered(asked, answer)
        }
    }
}

// Of incidents what is built: their register, and what it bars.
extension RuleReader {
    static let incidents: [RuleReader] = [
        RuleReader("incidents.kinds[]", by: .act("recordIncident"), needs: .recordIncidents),
        // No response is offered by what somebody is qualified for.
        .unread("incidents.kinds[]", at: "qualification"),
        RuleReader("incidents.definition", by: .words("/handbook")),
    ]
}

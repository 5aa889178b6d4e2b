import Program

/// The role that the form asks to give.
enum SentRole {
    /// In characters. The act refuses a longer one.
    static let longestArea = 120

    /// What the form says, or what in it cannot be read. Whether the pack allows it is for the act to say.
    static func read(_ form: FormAnswers) -> Result<Holding, Refusal> {
        var problems: [Refusal.Problem] = []
        let role = form["role"]
        if role.isEmpty { problems.append(Refusal.Problem(field: "role", message: "Role: choose one.")) }
        let startsOn = Day(form["startsOn"])
        if startsOn == nil { problems.append(notADay("Starts on", "startsOn")) }
        let until = Day(form["until"])
        if until == nil, !form["until"].isEmpty { problems.append(notADay("Until", "until")) }
        guard let startsOn, problems.isEmpty else { return .failure(Refusal(problems)) }
        let area = form["area"]
        return .success(
            Holding(role: RoleID(role), area: area.isEmpty ? nil : area, startsOn: startsOn, until: until))
    }

    private static func notADay(_ label: String, _ field: String) -> Refusal.Problem {
        Refusal.Problem(field: field, message: "\(label): a day such as 2026-11-20.")
    }
}

import Foundation
import Program

/// Rules of escalation as a pack could have them.
struct EscalationSample: Sendable {
    struct Step: Sendable {
        /// Nothing for the available supporters.
        let role: String?
        let minutes: Int
        var hours = "always"
    }

    let steps: [Step]
    var approval: (by: String, then: String, minutes: Int)?

    /// The rules themselves, decoded as a pack's are.
    var rules: EscalationRules {
        get throws {
            let basis: [String: Any] = ["chosen": ["_0": "for the test"]]
            let listed = steps.enumerated().map { place, step -> [String: Any] in
                [
                    "id": "step-\(place)", "waitMinutes": step.minutes, "when": step.hours, "basis": basis,
                    "to": step.role.map { ["role": ["_0": $0]] } ?? ["availableSupporters": [String: String]()],
                ]
            }
            var whole: [String: Any] = ["steps": listed, "notifications": [String]()]
            if let approval {
                whole["afterHoursActivation"] = [
                    "soughtBy": "coordinator", "approvedBy": approval.by, "then": approval.then,
                    "waitMinutes": approval.minutes, "basis": basis,
                ]
            }
            return try JSONDecoder().decode(
                EscalationRules.self, from: try JSONSerialization.data(withJSONObject: whole))
        }
    }

    /// Supporters, then leaders, then the coordinator, quarter of an hour each.
    static let leaders = EscalationSample(steps: [
        Step(role: nil, minutes: 15), Step(role: "leader", minutes: 15), Step(role: "coordinator", minutes: 15),
    ])

    /// As leaders, with a psychologist by day and one by night at the end.
    static let psychologists = EscalationSample(steps: [
        Step(role: nil, minutes: 15), Step(role: "dispatcher", minutes: 5),
        Step(role: "psychologist", minutes: 15, hours: "businessHours"),
        Step(role: "psychologist", minutes: 15, hours: "afterHours"),
    ])

    /// Activation after hours waits for an administrator, then for a director.
    static let approved = EscalationSample(
        steps: [Step(role: nil, minutes: 10), Step(role: "coordinator", minutes: 10)],
        approval: (by: "administrator", then: "director", minutes: 10))
}

extension RoleID {
    static let leader = RoleID("leader")
    static let coordinator = RoleID("coordinator")
    static let dispatcher = RoleID("dispatcher")
    static let psychologist = RoleID("psychologist")
    static let administrator = RoleID("administrator")
    static let director = RoleID("director")
}

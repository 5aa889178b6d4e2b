import Operations
import Program

extension ContactAnswers {
    /// A contact of today on Orange County's form.
    static func ofToday(_ staff: Staff, minutes: Int = 45, changing changes: [String: [String]] = [:]) -> ContactAnswers
    {
        on(staff.today, minutes: minutes, changing: changes)
    }

    /// A contact of that day on Orange County's form.
    static func on(_ day: Day, minutes: Int = 45, changing changes: [String: [String]] = [:]) -> ContactAnswers {
        let values: [String: [String]] = [
            "day": [day.text], "sex": ["female"], "old-or-new": ["new"], "approach": ["not-approach"],
            "issues": ["family", "medical"], "minutes": ["\(minutes)"],
        ]
        return ContactAnswers(kind: "contact", values: values.merging(changes) { $1 })
    }

    /// A contact on Sacramento's form, which keeps no day and bears no name.
    static func byPhone(referredTo: [String] = []) -> ContactAnswers {
        ContactAnswers(kind: "contact", values: ["type": ["phone"], "referral": referredTo])
    }

    /// A group meeting on Sacramento's form.
    static func group(of participants: Int) -> ContactAnswers {
        ContactAnswers(kind: "group", values: ["participants": ["\(participants)"], "advisement": ["yes"]])
    }
}

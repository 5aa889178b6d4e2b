import HTML
import Program

/// Roles that someone holds, as a table shows them and as programs read them.
enum HoldingRows {
    /// A role someone holds, has held or will hold.
    static let shape = Shape<Holding>(
        .words("role", \.role.text), .words(maybe: "area", \.area), .day("startsOn", \.startsOn),
        .day(maybe: "until", about: "The first day on which it is no longer held.", \.until))

    static let columns: [TableColumn] = ["Role", "State", "From", "Until"]

    static func cells(of holding: Holding, under policy: PolicyPack, on today: Day) -> [HTML] {
        [
            HTML(text: title(of: holding, under: policy)), state(of: holding, on: today),
            HTML(text: holding.startsOn.longName),
            holding.until.map { HTML(text: $0.longName) } ?? "open",
        ]
    }

    /// The role's title as the pack says it, with the area where it has one.
    static func title(of holding: Holding, under policy: PolicyPack) -> String {
        let title = policy.title(holding.role)
        return holding.area.map { "\(title), \($0)" } ?? title
    }

    private static func state(of holding: Holding, on today: Day) -> HTML {
        if holding.isHeld(on: today) { return badge("Held", tone: .good) }
        return holding.hasEnded(by: today) ? badge("Ended") : badge("To come")
    }
}

extension Holding {
    /// Whether it is over on that day.
    func hasEnded(by day: Day) -> Bool { until.map { $0 <= day } ?? false }
}

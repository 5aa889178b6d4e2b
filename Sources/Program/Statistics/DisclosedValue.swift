/// One figure as everyone who opens a release sees it.
package enum DisclosedValue: Sendable, Equatable {
    case count(Int)
    /// To the minute, as releases told it once.
    case minutes(Int)
    /// Whole hours; what is less than one is left away.
    case hours(Int)
    /// Not shown, so that nobody can be recognised.
    case suppressed
}

/// `{"count":12}`, `{"hours":5}`, `{"minutes":90}` or `{"suppressed":true}`.
extension DisclosedValue: Codable {
    private enum CodingKeys: String, CodingKey {
        case count, minutes, hours, suppressed
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let count = try container.decodeIfPresent(Int.self, forKey: .count) {
            self = .count(count)
        } else if let minutes = try container.decodeIfPresent(Int.self, forKey: .minutes) {
            self = .minutes(minutes)
        } else if let hours = try container.decodeIfPresent(Int.self, forKey: .hours) {
            self = .hours(hours)
        } else if try container.decode(Bool.self, forKey: .suppressed) {
            self = .suppressed
        } else {
            throw DecodingError.dataCorruptedError(
                forKey: .suppressed, in: container, debugDescription: "A figure is shown or suppressed.")
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .count(let count): try container.encode(count, forKey: .count)
        case .minutes(let minutes): try container.encode(minutes, forKey: .minutes)
        case .hours(let hours): try container.encode(hours, forKey: .hours)
        case .suppressed: try container.encode(true, forKey: .suppressed)
        }
    }
}

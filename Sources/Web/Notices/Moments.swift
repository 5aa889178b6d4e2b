import Foundation
import Operations
import Program

extension Instant {
    /// `2026-11-20T22:32:05Z`, as the programming interface says it (RFC 3339, UTC).
    var text: String {
        Date(timeIntervalSince1970: TimeInterval(milliseconds / 1000)).formatted(.iso8601)
    }

    /// Reads what ``text`` writes, between 1970 and 2199; nothing else is a moment.
    init?(_ text: String) {
        guard let date = try? Date(text, strategy: .iso8601) else { return nil }
        let instant = Instant(milliseconds: Int64(date.timeIntervalSince1970) * 1000)
        guard instant.milliseconds >= 0, instant.text == text, instant.milliseconds < 7_258_118_400_000 else {
            return nil
        }
        self = instant
    }
}

extension Agency {
    /// `20 November 2026, 14:32` on the agency's clocks.
    func moment(_ instant: Instant) -> String {
        let minute = Instant(milliseconds: instant.milliseconds - instant.milliseconds % 60_000)
        let time = calendar.clockTime(notBefore: minute)
        return calendar.day(at: instant).map { "\($0.longName), \(time)" } ?? time
    }
}

/// "less than a minute", "12 minutes", "3 hours", "2 days": how long something took, said roughly.
func lengthInWords(seconds: Int64) -> String {
    func words(_ amount: Int64, _ unit: String) -> String { "\(amount) \(unit)\(amount == 1 ? "" : "s")" }
    return switch seconds {
    case ..<60: "less than a minute"
    case ..<7200: words(seconds / 60, "minute")
    case ..<172_800: words(seconds / 3600, "hour")
    default: words(seconds / 86_400, "day")
    }
}

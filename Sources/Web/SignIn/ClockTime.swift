import Foundation
import Program

extension AgencyCalendar {
    /// The first full minute not before that moment on the agency's clocks, as `14:32`.
    func clockTime(notBefore instant: Instant) -> String {
        let (minutes, rest) = instant.milliseconds.quotientAndRemainder(dividingBy: 60_000)
        let seconds = (rest > 0 ? minutes + 1 : minutes) * 60
        let offset = timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
        let minuteOfDay = (seconds + Int64(offset)) % 86_400 / 60
        return [minuteOfDay / 60, minuteOfDay % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}

/// How often requests that nobody answers may disturb one person.
///
/// Anybody may ask, from outside and all night, so how many ask may not say how often somebody is woken. One word says that there is
/// something; whoever looks sees everything that waits for them. Whoever answers has looked, and is told of the next at once.
///
/// That a seeker calls it urgent changes nothing here: whoever floods would call everything so.
package enum AskingPace {
    /// A request that waits, one that came meanwhile, and that both still wait: a fourth word tells a sleeper nothing more.
    package static let mostAnHour = 3
    private static let hour: Int64 = 3600
    /// An end on full five minutes says less of the moment at which somebody asked.
    private static let step: Int64 = 300_000

    /// The most that a word can be remembered.
    package static let longestMemory = LongestWait(seconds: hour + step / 1000)

    /// Whether one more word may be sent.
    ///
    /// - Parameter lately: how many words of the past hour nobody answered.
    package static func maySend(lately: Int) -> Bool { lately < mostAnHour }

    /// Until when a word sent now is remembered: for an hour, to the next full five minutes.
    package static func isRemembered(from now: Instant) -> Instant {
        let end = now.adding(seconds: hour).milliseconds
        return Instant(milliseconds: (end + step - 1) / step * step)
    }
}

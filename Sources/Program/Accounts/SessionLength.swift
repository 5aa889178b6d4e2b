extension PolicyPack {
    /// How long a session of someone with those roles lasts, in seconds: a fortnight for a supporter's own phone, so that
    /// counting a contact takes seconds, and half a day where a role stands above a supporter.
    package func sessionLength(_ holdings: [Holding], on day: Day) -> Int64 {
        needsSecondFactor(holdings, on: day) ? 12 * 3600 : 14 * 86_400
    }
}

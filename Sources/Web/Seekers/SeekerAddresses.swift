import HTML

/// Where people look for support, and ask for it.
enum SeekerAddresses {
    static let ask = Address<PathID>("agencies/{agency}/ask")
    static let passOn = Address<PathID>("agencies/{agency}/pass-on")
    static let receipt = Address<PathID>("agencies/{agency}/receipt")
    /// The receipt of a request just made, for whoever's browser has it.
    static let newReceipt = Address<PathID>("agencies/{agency}/receipt/new")

    /// For programs alone: who can be chosen, and where support is asked for and a receipt shown.
    static let supporters = Address<PathID>("agencies/{agency}/supporters")
    static let requests = Address<PathID>("agencies/{agency}/requests")
    static let passes = Address<PathID>("agencies/{agency}/passes")
}

/// A seeker's own request. Every request has these same addresses: what stands in a browser's history tells nothing but
/// that somebody was here.
enum SupportAddresses {
    static let support = FixedAddress("support")
    /// Where somebody waits: a page that looks again by itself.
    static let waiting = FixedAddress("support/waiting")
    static let messages = FixedAddress("support/messages")
    static let change = FixedAddress("support/change")
    static let consultationEnd = FixedAddress("support/consultation-end")
    static let consultationOpening = FixedAddress("support/consultation-opening")
    static let consents = FixedAddress("support/consents")
    static let consentEnd = FixedAddress("support/consent-end")
    static let timeOffNote = FixedAddress("support/time-off-note")
    static let end = FixedAddress("support/end")
    static let reopening = FixedAddress("support/reopening")
    static let closing = FixedAddress("support/closing")

    /// For everyone: what is said when a pass is over, and the way off these pages.
    static let closed = FixedAddress("closed")
    static let leave = FixedAddress("leave")
    /// Harmless to be found on.
    static let elsewhere = Link(https: "www.weather.gov")
}

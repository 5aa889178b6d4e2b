import HTML

/// Where people look for support, and ask for it.
enum SeekerAddresses {
    static let ask = Address<PathID>("agencies/{agency}/ask")
    static let passOn = Address<PathID>("agencies/{agency}/pass-on")
    static let receipt = Address<PathID>("agencies/{agency}/receipt")
    /// The receipt of a request just made, for whoever's browser has it.
    static let newReceipt = Address<PathID>("agencies/{agency}/receipt/new")

    static let supportersInterface = Address<PathID>("api/v1/agencies/{agency}/supporters")
    static let requestsInterface = Address<PathID>("api/v1/agencies/{agency}/requests")
    static let passesInterface = Address<PathID>("api/v1/agencies/{agency}/passes")
}

/// A seeker's own request. Every request has these same addresses: what stands in a browser's history tells nothing but
/// that somebody was here.
enum SupportAddresses {
    static let support = FixedAddress("support")
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

    enum Interface {
        static let support = FixedAddress("api/v1/support")
        static let messages = FixedAddress("api/v1/support/messages")
        static let change = FixedAddress("api/v1/support/change")
        static let consultationEnd = FixedAddress("api/v1/support/consultation-end")
        static let consultationOpening = FixedAddress("api/v1/support/consultation-opening")
        static let consents = FixedAddress("api/v1/support/consents")
        static let consentEnd = FixedAddress("api/v1/support/consent-end")
        static let timeOffNote = FixedAddress("api/v1/support/time-off-note")
        static let end = FixedAddress("api/v1/support/end")
        static let reopening = FixedAddress("api/v1/support/reopening")
    }
}

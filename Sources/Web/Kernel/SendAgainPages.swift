import HTML
import HTTPTypes

/// What somebody typed and that could not be taken as it came: it is shown once more and can be sent again, so that nothing is
/// lost. It stands on the page alone and is kept nowhere.
enum SendAgainPages {
    /// Why it was not taken.
    enum Reason {
        /// The session ended meanwhile.
        case signedOut
        /// It was typed before they signed in again.
        case signedInSince
        /// Something here failed.
        case fault
        /// The database is busy, or away: nothing was done.
        case busy
        /// The connection was lost at the very end: it may have been kept or not.
        case uncertain
        /// The same, with a form that is not remembered: an attempt at a passphrase or a code is one each time.
        case uncertainAttempt

        /// What keeps a form from being taken that came well.
        init(_ error: any Error, isDoneOnce: Bool) {
            switch TryAgain(error) {
            case .nothingDone: self = .busy
            case .unknown: self = isDoneOnce ? .uncertain : .uncertainAttempt
            case nil: self = .fault
            }
        }

        var status: HTTPResponse.Status {
            switch self {
            case .signedOut: .unauthorized
            case .signedInSince: .unprocessableContent
            case .fault: .internalServerError
            case .busy, .uncertain, .uncertainAttempt: .serviceUnavailable
            }
        }

        fileprivate var title: String {
            switch self {
            case .signedOut: "Your session has ended"
            case .signedInSince: "Please send it once more"
            case .fault: "Something went wrong here"
            case .busy: "This has to wait a moment"
            case .uncertain, .uncertainAttempt: "It is not certain whether this was kept"
            }
        }

        fileprivate var lead: String {
            switch self {
            case .signedOut: "Nothing was sent. Sign in, come back to this page and send it again."
            case .signedInSince:
                "You have signed in since you wrote this. Look at it, and send it if it is still right."
            case .fault: "Nothing was changed. Please send it again in a moment."
            case .busy: "Much is being asked here just now. Nothing was done, and it is safe to send it again."
            case .uncertain: "The connection was lost. Sending it again is safe: it is done once."
            case .uncertainAttempt: "The connection was lost. Look whether it was done before you send it again."
            }
        }
    }

    /// - Parameter token: what the form carries; that of the form that came, or of the session that there is now.
    static func answer(
        _ reason: Reason, keeping form: FormAnswers, to action: Link, token: String, _ site: Site
    ) -> Answer {
        let answer = Answer.page(
            page(
                reason.title, in: Shells.open(site), lead: HTML(text: reason.lead),
                main: """
                    \(reason == .signedOut ? actions(signIn) : nil)
                    \(section("What you sent", sending(form, to: action, token: token)))
                    """), status: reason.status)
        return reason.status == .serviceUnavailable ? answer.forLater : answer
    }

    private static var signIn: HTML {
        """
        <a class="button button-primary"\(href: StartAddresses.start.link()) target="_blank" rel="noopener">\
        <span>Sign in, in a new window</span></a>
        """
    }

    /// Passphrases and codes are not sent back: they are to be typed again.
    private static func sending(_ form: FormAnswers, to action: Link, token: String) -> HTML {
        let kept = form.values.filter { !FormAnswers.secretFields.contains($0.key) }.sorted { $0.key < $1.key }
        let words = kept.flatMap(\.value).filter { $0.contains(where: \.isWhitespace) }
        let shown = words.map { word -> HTML in
            writtenWords(word, "What you wrote")
        }
        return """
            \(shown.joined())
            \(buttonForm(
                "Send again", to: action, token: token, style: words.isEmpty ? .primary : .secondary,
                hidden: kept.flatMap { field in field.value.map { (field.key, $0) } }))
            """
    }
}

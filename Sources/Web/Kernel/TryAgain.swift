import HTML
import HTTPTypes
import Store

/// What is said where the database could not do it just now: it is busy, or away. Nobody did anything wrong, it passes, and
/// whoever asks again later is served.
enum TryAgain {
    /// Nothing was kept, so that sending it again is safe.
    case nothingDone
    /// The connection was lost at the very end: it may have been kept or not.
    case unknown

    /// Nothing for what does not pass by itself.
    init?(_ error: any Error) {
        // The server is ending, and this took too long for it.
        if error is CancellationError {
            self = .unknown
            return
        }
        guard let fault = error as? StoreFault else { return nil }
        switch fault {
        case .busy, .unavailable, .timeout: self = .nothingDone
        case .outcomeUnknown: self = .unknown
        case .constraint, .damaged, .unreadable, .other: return nil
        }
    }

    /// How long to wait before asking again, in seconds.
    fileprivate static let wait = 5

    /// The answer on a page, or in the programming interface.
    func answer(_ face: Route.Face, _ site: Site) -> Answer {
        face.answer(
            page(title, in: Shells.open(site), main: words), "\(title). \(plainWords)", status: .serviceUnavailable
        ).retryable(after: Self.wait)
    }

    private var title: String {
        switch self {
        case .nothingDone: "This has to wait a moment"
        case .unknown: "It is not certain whether this was kept"
        }
    }

    private var words: HTML {
        switch self {
        case .nothingDone:
            """
            <p>Much is being asked here just now. Nothing was done, and nothing is wrong with what you sent.</p>
            <p>Please wait a few seconds and load this page again. If you sent a form, it is safe to send it again.</p>
            """
        case .unknown:
            """
            <p>The connection was lost while it was being kept. Please wait a few seconds and look whether it is there, \
            before you send it again.</p>
            """
        }
    }

    private var plainWords: String {
        switch self {
        case .nothingDone: "Nothing was done; it is safe to ask again."
        case .unknown: "Look whether it was done before you ask again."
        }
    }
}

extension Answer {
    /// The page again, with what was typed, where it could not be taken just now.
    var forLater: Answer {
        var answer = self
        answer.status = .serviceUnavailable
        return answer.retryable(after: TryAgain.wait)
    }
}

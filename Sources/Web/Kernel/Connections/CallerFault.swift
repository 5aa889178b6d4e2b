import HTML
import HTTPTypes

/// What a caller did so that their request cannot be read to its end. It is no fault of ours, and no news.
enum CallerFault: Error {
    /// What came is not what a body looks like.
    case malformed
    /// The whole of it did not come in time.
    case tooSlow
    /// They are gone, or the server is ending.
    case left

    func answer(_ face: Route.Face, _ site: Site) -> Answer {
        face.answer(PlainPages.notWhole(site), words, status: status)
    }

    private var status: HTTPResponse.Status {
        switch self {
        case .malformed, .left: .badRequest
        case .tooSlow: .requestTimeout
        }
    }

    private var words: String {
        switch self {
        case .malformed: "The body is not in the form that HTTP gives it. Nothing was done."
        case .tooSlow: "The body did not come in time. Nothing was done."
        case .left: "The body ended before it was whole. Nothing was done."
        }
    }
}

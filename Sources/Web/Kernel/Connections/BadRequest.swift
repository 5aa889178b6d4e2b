import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1

/// Why a request is none, where nobody could even see whom it is for.
enum BadRequest {
    case unreadable
    case tooLarge
    /// RFC 9112, 6.1: a transfer coding that is not understood.
    case unknownCoding
    case unknownVersion
    case tooSlow

    /// Nothing where the head can be gone on with.
    init?(_ head: HTTPRequestHead) {
        let codings = head.headers["transfer-encoding"]
        guard !codings.isEmpty, codings.count > 1 || codings[0].lowercased() != "chunked" else { return nil }
        self = .unknownCoding
    }

    /// - Parameter bytes: what was being read. The parser has no name for a coding that it does not know.
    init(_ error: HTTPParserError, of bytes: ByteBuffer?) {
        switch error {
        case .headerOverflow: self = .tooLarge
        case .invalidVersion: self = .unknownVersion
        case .unknown: self = Self.namesCoding(bytes) ? .unknownCoding : .unreadable
        default: self = .unreadable
        }
    }

    private static func namesCoding(_ bytes: ByteBuffer?) -> Bool {
        bytes.map { String(buffer: $0).lowercased().contains("\ntransfer-encoding:") } ?? false
    }

    private var status: HTTPResponse.Status {
        switch self {
        case .unreadable: .badRequest
        case .tooLarge: .requestHeaderFieldsTooLarge
        case .unknownCoding: .notImplemented
        case .unknownVersion: .init(code: 505, reasonPhrase: "HTTP Version Not Supported")
        case .tooSlow: .requestTimeout
        }
    }

    private var words: String {
        switch self {
        case .unreadable:
            "The head of this request is not in the form that HTTP gives it, or holds a character that it may not."
        case .tooLarge: "The head of this request is too large."
        case .unknownCoding: "This server knows no transfer coding but chunked."
        case .unknownVersion: "This server speaks HTTP/1.1."
        case .tooSlow: "The head of this request did not come in time."
        }
    }

    var answer: (HTTPResponseHead, ByteBuffer) {
        let body = ByteBuffer(string: "\(words) Nothing was done.\n")
        let response = Answer(
            status: status, type: "text/plain; charset=utf-8", body: Array(buffer: body)
        ).with(.connection, "close").response
        let headers = HTTPHeaders(response.headers.map { ($0.name.rawName, $0.value) })
        return (
            HTTPResponseHead(version: .http1_1, status: .init(statusCode: status.code), headers: headers), body
        )
    }
}

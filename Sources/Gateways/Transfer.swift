import CLibCurl
import Foundation

/// One exchange with a server through libcurl. The only place where libcurl is called; the rest of the program sees values.
///
/// Certificates and host names are always verified, redirects are not followed, and nothing is written to a log: addresses
/// hold secrets.
struct Transfer: Sendable {
    let server: ServerAddress
    let content: Content
    /// A file of certificates to trust instead of the system's; none for those.
    let certificates: String?
    var patience = Patience.usual

    enum Content: Sendable {
        case get
        case post(body: [UInt8], headers: [String])
        case mail(from: String, to: String, message: [UInt8], login: Login?)
    }

    struct Login: Sendable {
        let user: String
        let password: String
    }

    /// What came of it.
    enum Outcome: Sendable, Equatable {
        /// The server answered with this status of HTTP or SMTP.
        case answered(Int)
        /// The server knows neither user nor password.
        case loginDenied
        /// Nothing was handed over: no such host, no connection, or one that cannot be trusted.
        case notReached
        /// Something was handed over, and no answer came.
        case unanswered
    }

    /// Blocks the thread until it is done.
    func run() -> Outcome {
        guard Self.isReady, let handle = curl_easy_init() else { return .notReached }
        defer { curl_easy_cleanup(handle) }
        var lists: [UnsafeMutablePointer<curl_slist>] = []
        defer { for list in lists { curl_slist_free_all(list) } }
        let upload = Upload(uploaded)
        return withExtendedLifetime(upload) {
            curl_set_text(handle, CURLOPT_URL, server.url)
            curl_set_text(handle, CURLOPT_PROTOCOLS_STR, server.scheme.rawValue)
            curl_set_number(handle, CURLOPT_NOSIGNAL, 1)
            curl_set_number(handle, CURLOPT_CONNECTTIMEOUT_MS, patience.connecting)
            curl_set_number(handle, CURLOPT_TIMEOUT_MS, patience.whole)
            // The server's words are not read: they may repeat whom it was about.
            curl_set_function(handle, CURLOPT_WRITEFUNCTION) { _, size, count, _ in size * count }
            if let certificates { curl_set_text(handle, CURLOPT_CAINFO, certificates) }
            lists = setContent(of: handle, upload)
            let result = curl_easy_perform(handle)
            var code = 0
            curl_response_code(handle, &code)
            return Self.outcome(result, code)
        }
    }

    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// What libcurl fetches from us piece by piece.
    private var uploaded: [UInt8] {
        switch content {
        case .get: []
        case .post(let body, _): body
        case .mail(_, _, let message, _): message
        }
    }

    /// Gives the lists that have to live as long as the transfer.
    private func setContent(of handle: UnsafeMutableRawPointer, _ upload: Upload) -> [UnsafeMutablePointer<curl_slist>]
    {
        switch content {
        case .get:
            curl_set_number(handle, CURLOPT_HTTPGET, 1)
            return []
        case .post(_, let headers):
            upload.feed(handle)
            curl_set_number(handle, CURLOPT_POST, 1)
            curl_set_size(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(upload.count))
            let list = Self.list(headers + ["Expect:"])
            curl_set_list(handle, CURLOPT_HTTPHEADER, list)
            return [list].compactMap(\.self)
        case .mail(let sender, let recipient, _, let login):
            upload.feed(handle)
            curl_set_number(handle, CURLOPT_UPLOAD, 1)
            curl_set_number(
                handle, CURLOPT_USE_SSL, Int(server.isLoopback ? CURLUSESSL_TRY.rawValue : CURLUSESSL_ALL.rawValue))
            curl_set_text(handle, CURLOPT_MAIL_FROM, "<\(sender)>")
            let list = Self.list(["<\(recipient)>"])
            curl_set_list(handle, CURLOPT_MAIL_RCPT, list)
            if let login {
                curl_set_text(handle, CURLOPT_USERNAME, login.user)
                curl_set_text(handle, CURLOPT_PASSWORD, login.password)
            }
            return [list].compactMap(\.self)
        }
    }

    private static func list(_ lines: [String]) -> UnsafeMutablePointer<curl_slist>? {
        lines.reduce(nil) { list, line in curl_slist_append(list, line) ?? list }
    }

    private static func outcome(_ result: CURLcode, _ code: Int) -> Outcome {
        switch result {
        case CURLE_OK: .answered(code)
        case CURLE_LOGIN_DENIED: .loginDenied
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_URL_MALFORMAT, CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY,
            CURLE_COULDNT_CONNECT, CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_USE_SSL_FAILED,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER:
            .notReached
        // A mail server that will not take the sender or the recipient, in its own words.
        case CURLE_SEND_ERROR where code >= 400, CURLE_WEIRD_SERVER_REPLY where code >= 400: .answered(code)
        default: .unanswered
        }
    }
}

/// Bytes that libcurl fetches piece by piece while its transfer runs. It stays on the transfer's thread.
private final class Upload {
    private let bytes: [UInt8]
    private var sent = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var count: Int { bytes.count }

    /// Has the transfer fetch from here. This object has to outlive it.
    func feed(_ handle: UnsafeMutableRawPointer) {
        curl_set_pointer(handle, CURLOPT_READDATA, Unmanaged.passUnretained(self).toOpaque())
        curl_set_function(handle, CURLOPT_READFUNCTION) { buffer, size, count, context in
            guard let buffer, let context else { return 0 }
            let upload = Unmanaged<Upload>.fromOpaque(context).takeUnretainedValue()
            return upload.copy(to: UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
        }
    }

    private func copy(to buffer: UnsafeMutableRawBufferPointer) -> Int {
        let piece = bytes[sent..<min(sent + buffer.count, bytes.count)]
        buffer.copyBytes(from: piece)
        sent += piece.count
        return piece.count
    }
}

import CLibCurl
import Foundation
import Program

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
    /// How many bytes of an answer are read. Usually none: the server's words may repeat whom it was about.
    var mostRead = 0
    /// The addresses at which alone the server is spoken with, and without a proxy; nothing where its name is looked up as usual.
    var addresses: [String]?

    enum Content: Sendable {
        case get
        /// Whether a page is there: its head alone, or with the beginning of what it says.
        case look(headAlone: Bool)
        case post(body: [UInt8], headers: [String])
        case mail(from: String, to: String, message: [UInt8], caller: MailCaller)
        /// An encrypted connection and no more: nothing is asked.
        case connection
        /// A mail server's greeting, with a login where there is one, and nothing to carry.
        case greeting(caller: MailCaller)
    }

    /// Who calls a mail server.
    struct MailCaller: Sendable {
        /// The name it is greeted with.
        let name: DomainName
        let login: Login?
    }

    struct Login: Sendable {
        let user: String
        let password: String
    }

    /// What came of it.
    enum Outcome: Sendable, Equatable {
        /// The server answered with this status of HTTP.
        case answered(Int)
        /// A mail server's last word.
        case replied(MailReply)
        /// There is a connection, and nothing was asked.
        case connected
        case none(Obstacle)
    }

    /// Blocks the thread until it is done.
    func run() -> Outcome { exchange().outcome }

    /// The same, with what was read of the answer. One that is longer than `mostRead` is no answer.
    func exchange() -> (outcome: Outcome, read: [UInt8]) {
        guard Self.isReady, let handle = curl_easy_init() else { return (.none(.noConnection), []) }
        let (upload, conversation) = (Upload(uploaded), MailConversation())
        let download = Download(most: mostRead)
        var lists: [UnsafeMutablePointer<curl_slist>] = []
        // Closing a connection may still ask for either of them.
        defer {
            withExtendedLifetime((upload, download, conversation)) { curl_easy_cleanup(handle) }
            for list in lists { curl_slist_free_all(list) }
        }
        curl_set_text(handle, CURLOPT_URL, url)
        curl_set_text(handle, CURLOPT_PROTOCOLS_STR, server.scheme.rawValue)
        curl_set_number(handle, CURLOPT_NOSIGNAL, 1)
        curl_set_number(handle, CURLOPT_CONNECTTIMEOUT_MS, patience.connecting)
        curl_set_number(handle, CURLOPT_TIMEOUT_MS, patience.whole)
        if mostRead > 0 {
            download.keep(handle)
        } else {
            curl_set_function(handle, CURLOPT_WRITEFUNCTION) { _, size, count, _ in size * count }
        }
        if let addresses {
            curl_set_text(handle, CURLOPT_NOPROXY, "*")
            let held = Self.list(["\(server.host):443:\(addresses.joined(separator: ","))"])
            curl_set_list(handle, CURLOPT_RESOLVE, held)
            if let held { lists.append(held) }
        }
        if let certificates { curl_set_text(handle, CURLOPT_CAINFO, certificates) }
        lists += setContent(of: handle, upload)
        if server.scheme.isOfMail { conversation.listen(handle) }
        let result = curl_easy_perform(handle)
        curl_set_number(handle, CURLOPT_VERBOSE, 0)
        var code = 0
        curl_response_code(handle, &code)
        return (outcome(result, code, conversation.last), download.bytes)
    }

    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// What libcurl fetches from us piece by piece.
    private var uploaded: [UInt8] {
        switch content {
        case .get, .look, .connection, .greeting: []
        case .post(let body, _): body
        case .mail(_, _, let message, _): message
        }
    }

    /// libcurl says as EHLO what stands behind the host of a mail server.
    private var url: String {
        switch content {
        case .get, .look, .post, .connection: server.url
        case .mail(_, _, _, let caller), .greeting(let caller): "\(server.url)/\(caller.name.text)"
        }
    }

    /// Gives the lists that have to live as long as the transfer.
    private func setContent(of handle: UnsafeMutableRawPointer, _ upload: Upload) -> [UnsafeMutablePointer<curl_slist>]
    {
        switch content {
        case .get:
            curl_set_number(handle, CURLOPT_HTTPGET, 1)
            return []
        case .look(let headAlone):
            curl_set_number(handle, headAlone ? CURLOPT_NOBODY : CURLOPT_HTTPGET, 1)
            curl_set_text(handle, CURLOPT_USERAGENT, "peersupport")
            // The first piece of a page says that it is there.
            curl_set_function(handle, CURLOPT_WRITEFUNCTION) { _, _, _, _ in 0 }
            return []
        case .post(_, let headers):
            upload.feed(handle)
            curl_set_number(handle, CURLOPT_POST, 1)
            curl_set_size(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(upload.count))
            let list = Self.list(headers + ["Expect:"])
            curl_set_list(handle, CURLOPT_HTTPHEADER, list)
            return [list].compactMap(\.self)
        case .mail(let sender, let recipient, _, let caller):
            upload.feed(handle)
            curl_set_number(handle, CURLOPT_UPLOAD, 1)
            curl_set_text(handle, CURLOPT_MAIL_FROM, "<\(sender)>")
            let list = Self.list(["<\(recipient)>"])
            curl_set_list(handle, CURLOPT_MAIL_RCPT, list)
            introduce(caller, to: handle)
            return [list].compactMap(\.self)
        case .connection:
            curl_set_number(handle, CURLOPT_CONNECT_ONLY, 1)
            return []
        case .greeting(let caller):
            curl_set_number(handle, CURLOPT_NOBODY, 1)
            curl_set_text(handle, CURLOPT_CUSTOMREQUEST, "NOOP")
            introduce(caller, to: handle)
            return []
        }
    }

    private func introduce(_ caller: MailCaller, to handle: UnsafeMutableRawPointer) {
        curl_set_number(
            handle, CURLOPT_USE_SSL, Int(server.isLoopback ? CURLUSESSL_TRY.rawValue : CURLUSESSL_ALL.rawValue))
        guard let login = caller.login else { return }
        curl_set_text(handle, CURLOPT_USERNAME, login.user)
        curl_set_text(handle, CURLOPT_PASSWORD, login.password)
    }

    private static func list(_ lines: [String]) -> UnsafeMutablePointer<curl_slist>? {
        lines.reduce(nil) { list, line in curl_slist_append(list, line) ?? list }
    }

    private func outcome(_ result: CURLcode, _ code: Int, _ reply: MailReply?) -> Outcome {
        switch content {
        case .get, .post: result == CURLE_OK ? .answered(code) : .none(Self.obstacle(result))
        case .look: code > 0 ? .answered(code) : .none(Self.obstacle(result))
        case .connection: result == CURLE_OK ? .connected : .none(Self.obstacle(result))
        case .mail, .greeting:
            // What libcurl makes of a refusal differs by its version; the server's own code does not.
            if let reply, result == CURLE_OK || reply.code >= 400 {
                .replied(reply)
            } else {
                .none(Self.obstacle(result))
            }
        }
    }

    private static func obstacle(_ result: CURLcode) -> Obstacle {
        switch result {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .noSuchHost
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_URL_MALFORMAT, CURLE_COULDNT_CONNECT: .noConnection
        case CURLE_SSL_CONNECT_ERROR: .noHandshake
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM: .notTrusted
        case CURLE_USE_SSL_FAILED, CURLE_SSL_CIPHER: .notEncrypted
        case CURLE_LOGIN_DENIED: .noLogin
        default: .silence
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

/// Bytes of an answer, kept while its transfer runs. It stays on the transfer's thread.
private final class Download {
    private(set) var bytes: [UInt8] = []
    private let most: Int

    init(most: Int) { self.most = most }

    /// Has the transfer keep its answer here. This object has to outlive it.
    func keep(_ handle: UnsafeMutableRawPointer) {
        curl_set_pointer(handle, CURLOPT_WRITEDATA, Unmanaged.passUnretained(self).toOpaque())
        curl_set_function(handle, CURLOPT_WRITEFUNCTION) { buffer, size, count, context in
            guard let buffer, let context else { return 0 }
            let download = Unmanaged<Download>.fromOpaque(context).takeUnretainedValue()
            return download.append(UnsafeRawBufferPointer(start: buffer, count: size * count))
        }
    }

    /// Fewer than came, which ends the transfer, where they are too many.
    private func append(_ piece: UnsafeRawBufferPointer) -> Int {
        guard bytes.count + piece.count <= most else { return 0 }
        bytes += piece
        return piece.count
    }
}

import CLibCurl
import Foundation

/// One after the other, over connections that are kept. It stays on the thread that made it.
final class WireLine {
    private let handle = curl_easy_init()
    private var status = 0
    private var headers: [String: String] = [:]
    private var body: [UInt8] = []

    func send(_ letter: Wire.Letter) throws -> Reply {
        guard let handle else { throw NoAnswer(why: "libcurl is not there") }
        (status, headers, body) = (0, [:], [])
        curl_easy_reset(handle)
        curl_set_text(handle, CURLOPT_URL, letter.url)
        curl_set_number(handle, CURLOPT_PATH_AS_IS, 1)
        curl_set_text(handle, CURLOPT_NOPROXY, "*")
        curl_set_number(handle, CURLOPT_NOSIGNAL, 1)
        // However busy the machine is, a test waits.
        curl_set_number(handle, CURLOPT_TIMEOUT_MS, 600_000)
        listen(to: handle)
        let lines = Self.lines(of: letter)
        defer { curl_slist_free_all(lines) }
        curl_set_list(handle, CURLOPT_HTTPHEADER, lines)
        setContent(of: letter, on: handle)
        let result = curl_easy_perform(handle)
        guard result == CURLE_OK else { throw NoAnswer(why: String(cString: curl_easy_strerror(result))) }
        return Reply(status: status, headers: headers, body: body)
    }

    private func setContent(of letter: Wire.Letter, on handle: UnsafeMutableRawPointer) {
        if letter.saysItsLength {
            let body = letter.body ?? []
            curl_set_number(handle, CURLOPT_POST, 1)
            curl_set_size(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
            // Where it were nothing at all, libcurl would read what to send from somewhere else.
            if body.isEmpty { curl_set_text(handle, CURLOPT_COPYPOSTFIELDS, "") }
            body.withUnsafeBytes { bytes in
                guard let first = bytes.baseAddress, !bytes.isEmpty else { return }
                curl_set_pointer(handle, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: first))
            }
        }
        if letter.method == "HEAD" { curl_set_number(handle, CURLOPT_NOBODY, 1) }
        curl_set_text(handle, CURLOPT_CUSTOMREQUEST, letter.method)
    }

    /// What libcurl would say by itself is left out, unless the letter says it.
    private static func lines(of letter: Wire.Letter) -> UnsafeMutablePointer<curl_slist>? {
        let given = letter.headers.map { $0.value.isEmpty ? "\($0.key);" : "\($0.key): \($0.value)" }
        let left = ["Expect:"] + (letter.headers["Content-Type"] == nil ? ["Content-Type:"] : [])
        return (given + left).reduce(nil) { list, line in curl_slist_append(list, line) ?? list }
    }

    private func listen(to handle: UnsafeMutableRawPointer) {
        let ears = Unmanaged.passUnretained(self).toOpaque()
        curl_set_pointer(handle, CURLOPT_HEADERDATA, ears)
        curl_set_function(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, ears in
            WireLine.heard(bytes, size * count, by: ears) { $0.hearHeader(String(decoding: $1, as: UTF8.self)) }
        }
        curl_set_pointer(handle, CURLOPT_WRITEDATA, ears)
        curl_set_function(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, ears in
            WireLine.heard(bytes, size * count, by: ears) { $0.body += $1 }
        }
    }

    private static func heard(
        _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, by ears: UnsafeMutableRawPointer?,
        _ keep: (WireLine, UnsafeRawBufferPointer) -> Void
    ) -> Int {
        guard let bytes, let ears else { return 0 }
        keep(
            Unmanaged<WireLine>.fromOpaque(ears).takeUnretainedValue(),
            UnsafeRawBufferPointer(start: bytes, count: count))
        return count
    }

    /// A status begins the headers anew: before the last answer there may be others that say to go on.
    private func hearHeader(_ line: String) {
        if line.hasPrefix("HTTP/") {
            status = line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
            headers = [:]
        } else if let colon = line.firstIndex(of: ":") {
            let name = line[..<colon].lowercased()
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespacesAndNewlines)
            headers[name] = headers[name].map { "\($0), \(value)" } ?? value
        }
    }
}

extension Wire.Letter {
    /// Be there a body or none.
    fileprivate var saysItsLength: Bool { body != nil || ["POST", "PUT", "PATCH"].contains(method) }
}

/// Nothing came back, or no whole answer.
struct NoAnswer: Error {
    let why: String
}

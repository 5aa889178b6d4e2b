import CLibCurl
import Program

/// What is said with a mail server, as far as it decides something: where the conversation stands, and the code of the last reply.
/// libcurl tells neither, so it is listened to. Nothing of it is kept but numbers. It stays on the transfer's thread.
final class MailConversation {
    private var stage = MailStage.greeting
    /// Whether good-bye was said: libcurl does so after a refusal too, and what is answered to that is no answer to the letter.
    private var isOver = false
    /// The last reply so far; none where the server said nothing.
    private(set) var last: MailReply?

    /// Has libcurl repeat what it says and hears. This object has to outlive the transfer, or the listening.
    func listen(_ handle: UnsafeMutableRawPointer) {
        let listener: curl_debug_callback = { _, kind, bytes, count, context in
            guard let bytes, let context else { return 0 }
            let conversation = Unmanaged<MailConversation>.fromOpaque(context).takeUnretainedValue()
            let lines = UnsafeRawBufferPointer(start: bytes, count: count).split { $0 == 10 || $0 == 13 }
            switch kind {
            case CURLINFO_HEADER_IN: for line in lines { conversation.hears(line) }
            case CURLINFO_HEADER_OUT: lines.first.map { conversation.says($0) }
            default: break
            }
            return 0
        }
        // A function is a pointer to libcurl, which knows by the option what it takes.
        curl_set_pointer(handle, CURLOPT_DEBUGFUNCTION, unsafeBitCast(listener, to: UnsafeMutableRawPointer.self))
        curl_set_pointer(handle, CURLOPT_DEBUGDATA, Unmanaged.passUnretained(self).toOpaque())
        curl_set_number(handle, CURLOPT_VERBOSE, 1)
    }

    /// A line from us. What answers a challenge of AUTH is no command.
    private func says(_ line: Slice<UnsafeRawBufferPointer>) {
        let command = String(decoding: line.prefix(10), as: UTF8.self).uppercased()
        if command == "QUIT" { isOver = true }
        let isMoving = stage != .login || command.hasPrefix("MAIL FROM:")
        if isMoving, let next = MailStage.allCases.first(where: { command.hasPrefix($0.rawValue.uppercased()) }) {
            stage = next
        } else if command.hasPrefix("HELO") {
            stage = .hello
        }
    }

    /// A line of a reply (RFC 5321, 4.2): three digits, and `-` where more lines follow.
    private func hears(_ line: Slice<UnsafeRawBufferPointer>) {
        let parts = String(decoding: line.prefix(20), as: UTF8.self)
            .split(maxSplits: 2, omittingEmptySubsequences: false) { $0 == " " || $0 == "-" }
        guard !isOver, let digits = parts.first, digits.utf8.count == 3, let code = Int(digits),
            (200..<600).contains(code)
        else { return }
        let isMore = last?.stage == stage && last?.code == code
        let status = parts.dropFirst().first.flatMap { EnhancedStatus(String($0), of: code) }
        last = MailReply(at: stage, code, status ?? (isMore ? last?.status : nil))
    }
}

extension EnhancedStatus {
    /// Reads `5.7.1`. Nothing where it is none, or not of the reply's class (RFC 2034, 4).
    fileprivate init?(_ text: String, of code: Int) {
        let numbers = text.split(separator: ".", omittingEmptySubsequences: false).map { part -> Int? in
            (1...3).contains(part.utf8.count) && part.utf8.allSatisfy({ (48...57).contains($0) }) ? Int(part) : nil
        }
        guard numbers.count == 3, numbers[0] == code / 100, let subject = numbers[1], let detail = numbers[2] else {
            return nil
        }
        self.init(subject, detail)
    }
}

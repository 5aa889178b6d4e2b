import Dispatch
import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// A server on this machine that holds one conversation with each caller, and keeps what it heard.
final class Sink: Sendable {
    let port: UInt16
    private let listener: Int32
    private let lines = Mutex<[String]>([])

    /// - Parameter conversation: run for each caller, one after the other, on a thread of the sink's own.
    init(_ conversation: @escaping @Sendable (Caller) -> Void) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 16) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        guard isBound else { throw SinkFault() }
        port = address.sin_port.bigEndian
        Thread { [self] in
            while case let descriptor = accept(listener, nil, nil), descriptor >= 0 {
                conversation(Caller(descriptor: descriptor) { line in self.lines.withLock { $0.append(line) } })
                Glibc.close(descriptor)
            }
            // Closed by whoever waits at it, so that its number is nobody else's while it is waited at.
            Glibc.close(listener)
        }.start()
    }

    struct SinkFault: Error {}

    /// What was said to it, line by line.
    var heard: [String] { lines.withLock(\.self) }

    func end() { shutdown(listener, Int32(SHUT_RDWR)) }

    /// Answers every request of HTTP with that status.
    static func http(_ status: String) throws -> Sink {
        try Sink { caller in
            caller.request()
            caller.say("HTTP/1.1 \(status)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        }
    }

    /// Takes a request of HTTP and does not answer, until its caller is let go of by the signal.
    static func silent() throws -> (sink: Sink, answering: DispatchSemaphore) {
        let answering = DispatchSemaphore(value: 0)
        let sink = try Sink { caller in
            caller.request()
            answering.wait()
        }
        return (sink, answering)
    }

    /// A mail server of few words. Each command gets the reply for its first word, or 250.
    static func smtp(_ replies: [String: String] = [:]) throws -> Sink {
        try Sink { caller in
            caller.say(replies["CONNECT"] ?? "220 ready\r\n")
            var isLetter = false
            while let line = caller.line() {
                if isLetter {
                    isLetter = line != "."
                    if !isLetter { caller.say(replies["."] ?? "250 taken\r\n") }
                } else {
                    let command = line.prefix { $0 != " " && $0 != ":" }.uppercased()
                    isLetter = command == "DATA" && replies["DATA"] == nil
                    caller.say(replies[command] ?? (isLetter ? "354 go on\r\n" : "250 fine\r\n"))
                    if command == "QUIT" { return }
                }
            }
        }
    }
}

/// Whoever calls a sink.
struct Caller {
    fileprivate let descriptor: Int32
    fileprivate let keep: (String) -> Void

    /// The next line without its end; nothing once the caller has gone.
    func line() -> String? {
        var bytes: [UInt8] = []
        while let byte = byte() {
            bytes.append(byte)
            if byte == 10 {
                let line = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
                keep(line)
                return line
            }
        }
        return nil
    }

    /// A whole request of HTTP; its body becomes the last line heard.
    func request() {
        var length = 0
        while let line = line(), !line.isEmpty {
            if line.lowercased().hasPrefix("content-length:") {
                length = Int(line.dropFirst(15).trimmingCharacters(in: .whitespaces)) ?? 0
            }
        }
        keep(String(decoding: (0..<length).compactMap { _ in byte() }, as: UTF8.self))
    }

    func say(_ words: String) {
        _ = Array(words.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    }

    private func byte() -> UInt8? {
        var byte: UInt8 = 0
        return read(descriptor, &byte, 1) == 1 ? byte : nil
    }
}

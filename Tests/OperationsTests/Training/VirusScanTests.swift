import Foundation
import Operations
import Program
import Sealing
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// What a scanner that speaks clamd's protocol says decides: clean is taken, infected and no answer are not.
@Suite struct VirusScanTests {
    @Test(arguments: [
        (answer: "stream: OK", isTaken: true), (answer: "stream: Eicar-Signature FOUND", isTaken: false),
        (answer: "INSTREAM size limit exceeded. ERROR", isTaken: false), (answer: "", isTaken: false),
    ])
    func theAnswerDecides(_ row: (answer: String, isTaken: Bool)) async throws {
        let file = [UInt8](repeating: 7, count: 200_000)
        let scanner = try await Scanner()
        async let heard = scanner.answers(row.answer)
        let refusal = try await VirusScan.clamd(socket: scanner.path).refusal(of: file, field: "certificate")
        #expect((refusal == nil) == row.isTaken)
        #expect(refusal.map { $0.problems.first?.field == "certificate" } ?? true)
        // It was asked by the protocol, and about the whole file.
        let asked = await heard
        #expect(asked.command == "zINSTREAM" && asked.file == file)
    }

    /// A scanner that is configured and not there: nothing is taken.
    @Test func whereNobodyAnswersNothingIsTaken() async throws {
        let refusal = try await VirusScan.clamd(socket: "/nonexistent/clamd.ctl").refusal(of: [1], field: "certificate")
        #expect(refusal != nil)
        #expect(try await VirusScan.none.refusal(of: [1], field: "certificate") == nil)
    }
}

/// A scanner for one question, on a socket of its own.
private struct Scanner: Sendable {
    let path: String
    private let listening: Int32

    init() async throws {
        // The address of a socket has room for about a hundred characters, so it stands in no folder of its own.
        path = FileManager.default.temporaryDirectory.appending(path: "clamd-\(RandomId().text.prefix(8))").path
        listening = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        try #require(bytes.count < MemoryLayout.size(ofValue: address.sun_path))
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listening, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0 && listen(listening, 1) == 0)
    }

    /// Waits for the question, answers it, and tells what was asked.
    func answers(_ answer: String) async -> (command: String, file: [UInt8]) {
        let (listening, path) = (listening, path)
        return await withCheckedContinuation { told in
            DispatchQueue(label: "scanner").async {
                told.resume(returning: Self.answer(answer, on: listening, at: path))
            }
        }
    }

    private static func answer(
        _ answer: String, on listening: Int32, at path: String
    ) -> (command: String, file: [UInt8]) {
        defer {
            unlink(path)
            close(listening)
        }
        let client = accept(listening, nil, nil)
        defer { close(client) }
        func read(_ count: Int) -> [UInt8] {
            var all: [UInt8] = []
            while all.count < count {
                var piece = [UInt8](repeating: 0, count: count - all.count)
                let got = recv(client, &piece, piece.count, 0)
                guard got > 0 else { return all }
                all += piece.prefix(got)
            }
            return all
        }
        let command = String(decoding: read(10).dropLast(), as: UTF8.self)
        var file: [UInt8] = []
        while true {
            let length = read(4).reduce(0) { $0 << 8 | Int($1) }
            guard length > 0 else { break }
            file += read(length)
        }
        let bytes = Array(answer.utf8) + (answer.isEmpty ? [] : [0])
        _ = send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        return (command, file)
    }
}

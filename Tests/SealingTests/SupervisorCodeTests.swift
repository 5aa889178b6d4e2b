import Sealing
import Testing

/// What a member hands to their supervisor: code and server's key together open one request, and neither by itself.
@Suite struct SupervisorCodeTests {
    private func read(_ typed: String) throws -> SupervisorCode {
        switch SupervisorCode.read(typed) {
        case .code(let code): return code
        case .refused(let refusal): throw refusal
        }
    }

    @Test func opensWithTheCodeAndTheKeyAlone() async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let (code, request, key) = (SupervisorCode(), RandomId(), RequestKey())
            let sealed = try key.sealed(under: code, request: request, with: keys)
            #expect(sealed.count == 77)
            let part = try key.seal([1, 2, 3], as: .card, request: request)
            for typed in waysOfTyping(code.text) {
                #expect(try read(typed).storedId(with: keys) == code.storedId(with: keys))
                let opened = try RequestKey.opened(sealed, under: try read(typed), with: keys)
                #expect(opened.request == request)
                #expect(try opened.key.open(part, as: .card, request: request) == [1, 2, 3])
            }
            #expect(throws: OpeningFault.self) { try RequestKey.opened(sealed, under: SupervisorCode(), with: keys) }
            try await inServerFolder { foreign in
                let theirs = try ServerKeys.load(from: foreign)
                #expect(throws: OpeningFault.self) { try RequestKey.opened(sealed, under: code, with: theirs) }
                #expect(theirs.supervisorCodeMark(of: request.text) != keys.supervisorCodeMark(of: request.text))
                #expect(code.storedId(with: theirs) != code.storedId(with: keys))
            }
        }
    }

    @Test func marksAndIdsAreOneEach() async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let requests = (0..<50).map { _ in RandomId().text }
            let marks = Set(requests.map { keys.supervisorCodeMark(of: $0) })
            let ids = Set((0..<50).map { _ in SupervisorCode().storedId(with: keys) })
            #expect(marks.count == 50 && ids.count == 50 && (marks.union(ids)).allSatisfy { $0.count == 32 })
        }
    }
}

import Foundation
import Sealing
import Testing

@Suite("Export of the audit chain, and its verifier in Python")
struct AuditExportTests {
    @Test("every line reads back as the record it was")
    func roundTrip() throws {
        for record in try exampleChain(of: "agency-1", count: 24) {
            let line = try record.exportLine()
            #expect(!line.contains("\n"))
            #expect(AuditRecord(exportLine: line) == record)
        }
    }

    @Test("a line that the export would not have written is refused")
    func strict() throws {
        let line = try #require(try exampleChain(of: "agency-1", count: 2).last).exportLine()
        for other in [
            "", "{}", line + " ", String(line.dropLast()), line.replacing("{", with: "{ "),
            line.replacing("{", with: "{\"note\":\"x\","), line.replacing("\"sequence\":2", with: "\"sequence\":2.0"),
            line.replacing("\"sequence\":2", with: "\"sequence\":\"2\""),
            line.replacing("\"hash\":\"", with: "\"hash\":\"0"),
        ] {
            #expect(other != line && AuditRecord(exportLine: other) == nil)
        }
    }

    @Test("Python finds an untouched export intact, with and without a checkpoint")
    func pythonIntact() throws {
        let records = try exampleChain(of: "agency-1", count: 24)
        let plain = try python(verify: records)
        #expect(plain.status == 0 && plain.output.contains("intact: 24 records"))
        let key = try signingKey(1)
        let kept = try key.sign(Checkpoint(head: records[20].head, day: "2026-03-31", at: 5))
        let signed = try python(verify: records, against: kept, key: key.publicKey)
        #expect(signed.output.contains("intact: 24 records"))
        #expect(signed.status == (signed.output.contains("NOT checked") ? 3 : 0))
        let empty = try key.sign(Checkpoint(head: AuditHead(beginningOf: "agency-1"), day: "2026-03-31", at: 5))
        #expect(try [0, 3].contains(python(verify: [], against: empty, key: key.publicKey).status))
    }

    @Test("Python finds what was done to an export")
    func pythonTampering() throws {
        let records = try exampleChain(of: "agency-1", count: 24)
        let lines = try records.map { try $0.exportLine() }
        let edited = lines[4].replacing("sheet.submitted", with: "sheet.opened")
        #expect(edited != lines[4])
        let cases: [(lines: [String], words: String)] = [
            (lines[..<4] + [edited] + lines[5...], "record 5: changed"),
            (Array(lines[..<4] + lines[5...]), "record 5: 6 of agency-1"),
            (lines[..<4] + [lines[5], lines[4]] + lines[6...], "record 5: 6 of agency-1"),
            (lines[..<4] + [lines[3]] + lines[4...], "record 5: 4 of agency-1"),
            (Array(lines.dropFirst()), "record 1: 2 of agency-1"),
        ]
        for (lines, words) in cases {
            let answer = try python(verifyLines: lines)
            #expect(answer.status == 1 && answer.output.contains(words))
        }
        let key = try signingKey(1)
        let kept = try key.sign(Checkpoint(head: records[20].head, day: "2026-03-31", at: 5))
        let short = try python(verify: Array(records.prefix(20)), against: kept, key: key.publicKey)
        #expect(short.status == 1 && short.output.contains("ends at 20"))
        let anew = try python(verify: exampleChain(of: "agency-1", count: 24), against: kept, key: key.publicKey)
        #expect(anew.status == 1 && anew.output.contains("record 21: not the one"))
    }

    @Test("Python refuses a checkpoint signed by another key, or says that it cannot tell")
    func pythonSignature() throws {
        let records = try exampleChain(of: "agency-1", count: 3)
        let kept = try signingKey(1).sign(Checkpoint(head: records[2].head, day: "2026-03-31", at: 5))
        let answer = try python(verify: records, against: kept, key: signingKey(2).publicKey)
        if answer.output.contains("NOT checked") {
            #expect(answer.status == 3)
        } else {
            #expect(answer.status == 1 && answer.output.contains("valid signature"))
        }
    }

    @Test("Python calls an unreadable export unreadable", arguments: ["not json", "{}", "[]", "{\"agency\":1}"])
    func pythonUnreadable(line: String) throws {
        #expect(try python(verifyLines: [line]).status == 2)
    }

    private func python(
        verify records: [AuditRecord], against kept: SignedCheckpoint? = nil, key: AuditPublicKey? = nil
    ) throws -> (status: Int32, output: String) {
        try python(verifyLines: records.map { try $0.exportLine() }, against: kept, key: key)
    }

    /// Runs the verifier as an auditor would.
    private func python(
        verifyLines lines: [String], against kept: SignedCheckpoint? = nil, key: AuditPublicKey? = nil
    ) throws -> (status: Int32, output: String) {
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../docs/audit-verify.py").standardized
        return try inPassingFolder { folder in
            let export = folder.appending(path: "export.jsonl")
            try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: export)
            var arguments = ["python3", script.path, export.path]
            if let kept, let key {
                let checkpoint = folder.appending(path: "checkpoint.json")
                try Data(kept.fileForm().utf8).write(to: checkpoint)
                arguments += [checkpoint.path, key.hex]
            }
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = arguments
            let pipe = Pipe()
            process.standardOutput = pipe
            process.standardError = pipe
            try process.run()
            let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            return (process.terminationStatus, String(decoding: output, as: UTF8.self))
        }
    }
}

/// A folder for one test, gone afterwards.
func inPassingFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sealing-\(RandomId())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
}

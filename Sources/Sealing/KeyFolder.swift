import Foundation

/// The folder of keys on disk: what may be read from it, and how a new key gets in.
struct KeyFolder {
    let url: URL

    func path(of file: ServerKeyFile) -> String { url.appending(path: file.rawValue).path(percentEncoded: false) }

    var exists: Bool { FileManager.default.fileExists(atPath: url.path(percentEncoded: false)) }

    /// Makes the folder when it is absent, for the server alone.
    func make() throws(ServerKeysFault) {
        if exists { return }
        do {
            try FileManager.default.createDirectory(
                at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .unwritable(path: url.path(percentEncoded: false), reason: error.localizedDescription)
        }
    }

    /// Refuses a folder that others can enter.
    func check() throws(ServerKeysFault) {
        let path = url.path(percentEncoded: false)
        guard try attributes(of: path).type == .typeDirectory else { throw .notAFolder(path: path) }
        try refuseOpen(path, wanted: "700")
    }

    /// The key in a file; nothing where there is no such file.
    func key(_ file: ServerKeyFile) throws(ServerKeysFault) -> Secret? {
        let path = path(of: file)
        guard isThere(path) else { return nil }
        guard try attributes(of: path).type == .typeRegular else { throw .notAPlainFile(path: path) }
        try refuseOpen(path, wanted: "600")
        let bytes: [UInt8]
        do {
            bytes = Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
        guard bytes.count == ServerKeyFile.byteCount else { throw .wrongLength(path: path) }
        guard file.isKey(bytes) else { throw .notOfItsKind(path: path) }
        return Secret(bytes: bytes)
    }

    /// The key in a file, made first when there is no such file: written whole under a passing name, then linked to its own
    /// name, which fails if another node was first.
    func keyMadeWhereAbsent(_ file: ServerKeyFile) throws(ServerKeysFault) -> Secret {
        if let key = try key(file) { return key }
        let path = path(of: file)
        let draft = try writeDraft(file.draw(), beside: path)
        let files = FileManager.default
        defer { try? files.removeItem(atPath: draft) }
        do {
            try files.linkItem(atPath: draft, toPath: path)
        } catch {
            guard isThere(path) else { throw .unwritable(path: path, reason: error.localizedDescription) }
        }
        guard let key = try key(file) else { throw .missing(path: path) }
        return key
    }

    /// Puts a new key in the place of whatever is there, which is kept under another name: it may be the key of another
    /// installation.
    ///
    /// - Returns: where that is kept; nothing where there was none.
    func replace(_ file: ServerKeyFile) throws(ServerKeysFault) -> (key: Secret, kept: String?) {
        let path = path(of: file)
        let key = file.draw()
        let draft = try writeDraft(key, beside: path)
        let files = FileManager.default
        do {
            var kept: String?
            if isThere(path) {
                let aside = "\(path).replaced-\(RandomId().text)"
                try files.moveItem(atPath: path, toPath: aside)
                kept = aside
            }
            try files.moveItem(atPath: draft, toPath: path)
            return (key, kept)
        } catch {
            throw .unwritable(path: path, reason: error.localizedDescription)
        }
    }

    /// A whole key under a passing name, on the disk.
    private func writeDraft(_ key: Secret, beside path: String) throws(ServerKeysFault) -> String {
        let draft = path + "." + RandomId().text
        guard
            FileManager.default.createFile(atPath: draft, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw .unwritable(path: draft, reason: "the file cannot be made") }
        do {
            let file = try FileHandle(forWritingTo: URL(filePath: draft))
            try file.write(contentsOf: key.exposedBytes)
            try file.synchronize()
            try file.close()
            return draft
        } catch {
            throw .unwritable(path: draft, reason: error.localizedDescription)
        }
    }

    /// Whether anything has that name, a link that leads nowhere too.
    private func isThere(_ path: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: path)) != nil
    }

    private func refuseOpen(_ path: String, wanted: String) throws(ServerKeysFault) {
        let mode = try attributes(of: path).mode
        guard mode & 0o077 == 0 else {
            throw .openToOthers(path: path, mode: String(mode, radix: 8), wanted: wanted)
        }
    }

    private func attributes(of path: String) throws(ServerKeysFault) -> (type: FileAttributeType?, mode: Int) {
        do {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            let mode = attributes[.posixPermissions] as? NSNumber
            return (attributes[.type] as? FileAttributeType, mode?.intValue ?? 0o777)
        } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
    }
}

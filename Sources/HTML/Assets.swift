import Foundation

/// The files that pages need: the stylesheet, the icon and the scripts that add to a few of them, read once at start.
package struct Assets: Sendable {
    package let stylesheet: Asset
    package let icon: Asset
    package let script: Asset
    /// Lets a device show notifications.
    package let deviceScript: Asset
    /// What shows them while the page is closed. It is served under a name of its own, since browsers look there again.
    package let worker: Asset
    /// Makes a picture small before it is sent.
    package let pictureScript: Asset
    /// Puts a chosen file of text where it can be pasted.
    package let tableScript: Asset
    /// Puts a chosen file into its form.
    package let fileScript: Asset
    /// Adds up a self-check on the device.
    package let checkScript: Asset

    /// Reads the files that were built into the product. Throws when one is missing, so that a broken installation does
    /// not start.
    package init() throws {
        stylesheet = try Asset(named: "style", kind: .css)
        icon = try Asset(named: "icon", kind: .svg)
        script = try Asset(named: "page", kind: .js)
        deviceScript = try Asset(named: "device", kind: .js)
        worker = try Asset(named: "worker", kind: .js)
        pictureScript = try Asset(named: "picture", kind: .js)
        tableScript = try Asset(named: "table", kind: .js)
        fileScript = try Asset(named: "file", kind: .js)
        checkScript = try Asset(named: "check", kind: .js)
    }

    package var all: [Asset] {
        [stylesheet, icon, script, deviceScript, pictureScript, tableScript, fileScript, checkScript]
    }

    /// The file served under a name such as `style-0123456789abcdef.css`, if there is one.
    package subscript(name: String) -> Asset? {
        all.first { $0.name == name }
    }
}

/// A file served unchanged for ever: its name holds a hash of its bytes.
package struct Asset: Sendable {
    package enum Kind: String, Sendable {
        case css, svg, js

        /// For the `Content-Type` header.
        package var contentType: String {
            switch self {
            case .css: "text/css; charset=utf-8"
            case .svg: "image/svg+xml"
            case .js: "text/javascript; charset=utf-8"
            }
        }
    }

    package let kind: Kind
    package let bytes: [UInt8]

    /// The name it is served under. It changes when the bytes do, so browsers may keep the file for a year.
    package let name: String

    init(named base: String, kind: Kind) throws {
        let folder = Bundle.module.bundleURL.appendingPathComponent("Assets")
        let data = try Data(contentsOf: folder.appendingPathComponent("\(base).\(kind.rawValue)"))
        self.kind = kind
        bytes = [UInt8](data)
        name = "\(base)-\(fingerprint(bytes)).\(kind.rawValue)"
    }
}

/// FNV-1a, 64 bits, in sixteen hexadecimal digits: tells versions of a file apart, protects nothing.
func fingerprint(_ bytes: [UInt8]) -> String {
    let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
}

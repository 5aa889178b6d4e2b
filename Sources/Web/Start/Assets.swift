import HTML

/// The name of a file served unchanged for ever.
struct AssetName: PathValue {
    let text: String

    init(_ text: String) { self.text = text }

    init?(pathText: String) { text = pathText }

    var pathText: String { text }
}

enum AssetAddresses {
    static let asset = Address<AssetName>("assets/{name}")
}

extension Routes {
    static let assets: [Route] = [
        .open(.get, AssetAddresses.asset) { visit, name in
            visit.site.assets[name.text].map {
                Answer.file($0.bytes, type: $0.kind.contentType).cached(forSeconds: 31_536_000)
            }
        }
    ]
}

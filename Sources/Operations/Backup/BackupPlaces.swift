import Foundation
import Sealing

/// The two places that a backup goes to: the database to one, the keys to another, so that whoever takes one of them has nothing.
package struct BackupPlaces: Sendable {
    package let database: URL
    package let keys: URL

    /// Nothing where the keys would lie beside the database: in the same folder, or one of the two inside the other, whatever
    /// links lead there.
    ///
    /// - Parameter together: whoever runs the server wants just that.
    package init?(database: URL, keys: URL, together: Bool) {
        self.database = database
        self.keys = keys
        if !together, Self.isInside(keys, database) || Self.isInside(database, keys) { return nil }
    }

    /// Whether a folder is another, or lies anywhere in it. Neither has to be there yet.
    private static func isInside(_ folder: URL, _ other: URL) -> Bool {
        let (inner, outer) = (Place(folder), Place(other))
        if outer.missing.isEmpty { return inner.folders.contains { $0 == outer.folders.first } }
        return inner.folders.first == outer.folders.first && inner.missing.starts(with: outer.missing)
    }

    /// A place by the folders that are there, from the innermost outwards, as the file system knows them, and what is not yet
    /// there within the innermost.
    private struct Place {
        struct Folder: Equatable {
            let device: Int
            let number: Int
        }

        var folders: [Folder] = []
        var missing: [String] = []

        init(_ url: URL) {
            var place = url.absoluteURL.standardizedFileURL
            while true {
                let attributes = try? FileManager.default.attributesOfItem(
                    atPath: place.resolvingSymlinksInPath().path)
                if let device = attributes?[.systemNumber] as? NSNumber,
                    let number = attributes?[.systemFileNumber] as? NSNumber
                {
                    // What a link leads to lies in other folders than the link.
                    if folders.isEmpty { place = place.resolvingSymlinksInPath() }
                    folders.append(Folder(device: device.intValue, number: number.intValue))
                } else {
                    missing.insert(place.lastPathComponent, at: 0)
                }
                let parent = place.deletingLastPathComponent().standardizedFileURL
                if parent.path == place.path || place.path == "/" { return }
                place = parent
            }
        }
    }
}

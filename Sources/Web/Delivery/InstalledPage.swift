import HTML
import HTTPTypes

/// What a phone needs to keep the page on its home screen and to show notifications while it is closed.
enum InstalledPageAddresses {
    static let manifest = FixedAddress("manifest.webmanifest")
    /// At the root, since a worker looks after the addresses beside and below its own (Service Workers, 4.1).
    static let worker = FixedAddress("sw.js")
}

extension Routes {
    static let installedPage: [Route] = [
        .open(.get, InstalledPageAddresses.manifest) { visit in
            .file(visit.site.manifest.bytes, type: "application/manifest+json")
        },
        .open(.get, InstalledPageAddresses.worker) { visit in
            let worker = visit.site.assets.worker
            return .file(worker.bytes, type: worker.kind.contentType)
        },
    ]
}

extension Answer {
    /// A page that can be installed, with a script that asks for notifications. It still connects nowhere.
    static func installablePage(_ html: HTML, status: HTTPResponse.Status = .ok) -> Answer {
        scriptedPage(html, status: status, besides: "worker-src 'self'", "manifest-src 'self'")
    }
}

extension Site {
    /// W3C Web Application Manifest. It names no agency: it lies among the apps of a phone.
    fileprivate var manifest: JSON {
        [
            "name": "Peer support", "short_name": "Peer support", "id": "/", "display": "standalone",
            "start_url": .string(HomeAddresses.home.link().location),
            "icons": [["src": .string(icon.location), "sizes": "any", "type": "image/svg+xml"]],
        ]
    }
}

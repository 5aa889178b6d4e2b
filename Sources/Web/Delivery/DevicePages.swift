import HTML
import Operations

/// Notifications of the page installed on a device. They need a script of ours, which only adds: every other way to be
/// reached works without.
enum DevicePages {
    static func device(_ visit: StaffVisit, _ refused: Refused? = nil) -> HTML {
        var shell = Shells.staff(visit)
        shell.script = visit.site.deviceScript
        shell.manifest = InstalledPageAddresses.manifest.link()
        return page(
            "Notifications on this device", in: shell,
            lead: "Your phone shows them also while this page is closed. They say nothing but that there is something.",
            back: Crumb(ContactMethodPages.title, ContactMethodAddresses.methods.link()),
            main: """
                \(steps([
                    "<strong>Install this page</strong>: in the browser's menu, choose “Add to Home screen” or “Install”.",
                    "<strong>Open it</strong> from your home screen, sign in and come back here.",
                    "<strong>Allow notifications</strong> when the phone asks.",
                ]))
                <div data-push-key="\(visit.programmes.pushPublicKey)" data-push-worker="\(worker)" hidden>
                \(ContactMethodActs.addDevice.form(
                    visit, filled: Filled(first: ["address": "My phone"]), refused: refused, button: "Allow notifications"))
                </div>
                <p role="status" data-push-state>This browser cannot show notifications, or its scripts are off. You can be reached in other ways.</p>
                """)
    }

    private static var worker: String { InstalledPageAddresses.worker.link().location }

    private static func steps(_ steps: [HTML]) -> HTML { prose("<ol>\(steps.map { "<li>\($0)</li>" as HTML })</ol>") }
}

extension Site {
    var deviceScript: Link { AssetAddresses.asset.link(AssetName(assets.deviceScript.name)) }
}

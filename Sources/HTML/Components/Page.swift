/// What is the same on every page a visitor sees: whose programme it is, where they can go, who they are.
package struct Shell: Sendable {
    /// The programme's name, as its pack gives it: "Peer Support Team".
    package var programme: String
    /// The agency's name.
    package var agency: String
    package var stylesheet: Link
    package var icon: Link
    /// Where the programme's name in the header leads.
    package var home: Link
    package var navigation: [NavigationItem]
    package var person: SignedIn?
    /// Shown at the foot of every page, crisis lines first.
    package var crisis: HTML
    /// A harmless public page for the "Leave this page" button; `nil` shows no button.
    package var leave: Link?
    /// The script that adds to a page which works without it; `nil` for pages without one.
    package var script: Link?
    /// Another beside it, for what one page alone has.
    package var furtherScript: Link?
    /// What a phone needs to install the page; `nil` for pages that are not installed from.
    package var manifest: Link?
    /// A BCP 47 language tag.
    package var language: String

    package init(
        programme: String, agency: String, stylesheet: Link, icon: Link, home: Link,
        navigation: [NavigationItem] = [], person: SignedIn? = nil, crisis: HTML, leave: Link? = nil,
        script: Link? = nil, language: String = "en"
    ) {
        self.programme = programme
        self.agency = agency
        self.stylesheet = stylesheet
        self.icon = icon
        self.home = home
        self.navigation = navigation
        self.person = person
        self.crisis = crisis
        self.leave = leave
        self.script = script
        self.language = language
    }
}

/// How wide a page's content may run.
package enum PageWidth: String, Sendable {
    /// One column of text or one form.
    case reading
    /// Tables and several cards beside each other.
    case wide
}

/// A whole document: landmarks, a way past the header, one `h1`, the content and the crisis lines.
package func page(
    _ title: String, in shell: Shell, lead: HTML? = nil, back: Crumb? = nil, announcement: HTML? = nil,
    width: PageWidth = .reading, main content: HTML
) -> HTML {
    """
    <!doctype html>
    <html lang="\(shell.language)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="same-origin">
    <title>\(title) · \(shell.programme)</title>
    <link rel="stylesheet"\(href: shell.stylesheet)>
    <link rel="icon" type="image/svg+xml"\(href: shell.icon)>\(shell.script.map(scriptElement))\
    \(shell.furtherScript.map(scriptElement))\(shell.manifest.map(manifestElement))
    </head>
    <body>
    <a class="skip" href="#main">Skip to the content</a>
    \(header(shell))
    <main id="main" class="page page-\(width.rawValue)" tabindex="-1">
    \(announcement)
    <div class="page-head">
    \(back.map(backLink))
    <h1>\(title)</h1>
    \(lead.map { "<p class=\"lead\">\($0)</p>" as HTML })
    </div>
    \(content)
    </main>
    <footer class="foot"><div class="foot-inner">
    <section class="crisis" aria-label="In a crisis">\(shell.crisis)</section>
    <p class="foot-name">\(shell.programme) · \(shell.agency)</p>
    </div></footer>
    </body>
    </html>
    """
}

private func manifestElement(_ link: Link) -> HTML { "\n<link rel=\"manifest\"\(href: link)>" }

private func scriptElement(_ link: Link) -> HTML { "\n<script\(src: link) defer></script>" }

/// A labelled way to one page up.
package struct Crumb: Sendable {
    let label: String
    let link: Link

    package init(_ label: String, _ link: Link) {
        self.label = label
        self.link = link
    }
}

private func backLink(_ crumb: Crumb) -> HTML {
    "<p class=\"back\"><a\(href: crumb.link)>\(icon(.back)) \(crumb.label)</a></p>"
}

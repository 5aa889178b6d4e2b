/// One place in the main navigation.
package struct NavigationItem: Sendable {
    let label: String
    let link: Link
    let isCurrent: Bool

    package init(_ label: String, _ link: Link, isCurrent: Bool = false) {
        self.label = label
        self.link = link
        self.isCurrent = isCurrent
    }
}

/// Who is signed in, and the way out.
package struct SignedIn: Sendable {
    let name: String
    let role: String
    let signOut: Link
    let token: String

    /// - Parameters:
    ///   - role: the role's name in the pack's words, shown under the name.
    ///   - token: the session's request-forgery token, sent with the sign-out form.
    package init(name: String, role: String, signOut: Link, token: String) {
        self.name = name
        self.role = role
        self.signOut = signOut
        self.token = token
    }
}

/// The top of every page: whose programme this is, the signed-in person, the main navigation.
func header(_ shell: Shell) -> HTML {
    """
    <header class="top\(shell.leave == nil ? nil : " top-stays")">
    <div class="top-inner">
    <a class="brand"\(href: shell.home)>\(mark())
    <span class="brand-words"><span class="brand-name">\(shell.programme)</span>
    <span class="brand-agency">\(shell.agency)</span></span></a>
    \(shell.leave.map { "<a class=\"button button-leave\"\(href: $0)>\(icon(.leave)) Leave this page</a>" as HTML })
    \(shell.person.map(signedIn))
    </div>
    \(shell.navigation.isEmpty ? nil : navigation(shell.navigation))
    </header>
    """
}

private func signedIn(_ person: SignedIn) -> HTML {
    """
    <div class="who">
    <p class="who-words"><span class="who-name">\(person.name)</span> <span class="who-role">\(person.role)</span></p>
    \(buttonForm("Sign out", to: person.signOut, token: person.token, style: .quiet))
    </div>
    """
}

private func navigation(_ items: [NavigationItem]) -> HTML {
    "<nav class=\"places\" aria-label=\"Main\"><ul>\(entries(items))</ul></nav>"
}

private func entries(_ items: [NavigationItem]) -> [HTML] {
    items.map { item in
        "<li><a\(href: item.link)\(attribute: "aria-current", item.isCurrent ? "page" : nil)>\(item.label)</a></li>"
    }
}

/// A few pages beside each other under one heading, the present one marked.
package func tabs(_ label: String, _ items: [NavigationItem]) -> HTML {
    "<nav class=\"tabs\" aria-label=\"\(label)\"><ul>\(entries(items))</ul></nav>"
}

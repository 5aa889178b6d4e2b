import HTML
import Operations
import Program

/// How somebody is called: buttons, and a word where there is no number.
enum RecipientCalls {
    static func html(_ reach: RecipientReach) -> HTML? {
        let meanwhile: HTML? =
            reach.isMeanwhile
            ? "<p>The agency has set no number for this yet. Call here meanwhile, and ask who is responsible:</p>" : nil
        // Whoever has a button is named on it.
        let names: HTML? =
            Set(reach.names).isSubset(of: reach.calls.map(\.name))
            ? nil : "<p>That is just now: \(reach.names.joined(separator: ", ")).</p>"
        return "\(meanwhile)\(names)\(buttons(reach.calls))"
    }

    /// A button for each.
    static func buttons(_ calls: [ToCall]) -> HTML? {
        guard !calls.isEmpty else { return nil }
        return "<div class=\"actions\">\(calls.map(button))</div>"
    }

    static func button(_ call: ToCall) -> HTML {
        linkButton("Call \(call.name), \(call.telephone)", to: Link(telephone: call.telephone), icon: .phone)
    }
}

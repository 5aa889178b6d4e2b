import HTML
import Operations
import Program
import Sealing
import Store

extension AccountPage {
    /// The way back for an owner who lost whatever opens the account, with what it costs.
    var startOver: HTML {
        let refusal = visit.staff.refusalToStartOver(view.listing.id, holding: view.holdings.map(\.holding))
        return section(
            "Start over", lead: "For an owner who lost two of these: passphrase, phone, printed recovery code.",
            refusal.map(Self.whyNot) ?? confirmation("Start over", style: .danger, startingOver))
    }

    private static func whyNot(_ refusal: Refusal) -> HTML {
        prose(refusal.problems.map { "<p>\($0.message)</p>" as HTML }.joined())
    }

    private var startingOver: HTML {
        let name = view.listing.name
        return """
            <p><strong>What is lost for good:</strong> entries of stat sheets that \(name) has not submitted. Only the key \
            that goes now could open them. Nothing submitted is lost.</p>
            <p>Passphrase, recovery code and second factor stop working, and every session ends. Roles stay. You get a \
            one-time code with which \(name) chooses a new passphrase: give it in person, to nobody else.</p>
            \(AccountKeepingActs.startOver.asButton(
                "Start this account over", visit, PathID(view.listing.id), style: .danger))
            """
    }
}

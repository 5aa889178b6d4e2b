extension PolicyPack {
    /// Whether supporters answer the word of somebody with those roles in the pack's time (SAC-II.D.3.f).
    package func mayAskToGetInTouch(_ roles: Set<RoleID>) -> Bool { !answeredInTime.isDisjoint(with: roles) }

    /// The notice by which a supporter is asked to get in touch, in no words of one's own.
    ///
    /// - Parameters:
    ///   - raiser: who asks, with the roles they hold today.
    ///   - supporters: whoever takes requests today.
    package func askingToGetInTouch(
        _ account: String, of supporters: [String], by raiser: String, holding roles: Set<RoleID>
    ) -> Result<NewNotice, Refusal> {
        guard mayAskToGetInTouch(roles) else { return .failure(asksNobody) }
        guard account != raiser, supporters.contains(account) else {
            return .failure(Refusal("Choose one of the supporters.", field: "supporter"))
        }
        return .success(NewNotice(kind: .getInTouch, to: .account(account), from: raiser))
    }

    /// Why somebody may not ask a supporter to get in touch.
    private var asksNobody: Refusal {
        guard let rule = availability.acknowledgement else {
            return Refusal("This programme's policy asks supporters for no answer in a set time.")
        }
        let titles = rule.noticesOf.map { role($0)?.title ?? $0.text }.joined(separator: " or the ")
        return Refusal("Only the \(titles) asks this.", basis: rule.basis)
    }
}

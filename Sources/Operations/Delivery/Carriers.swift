import Program

/// The gateways of this installation. A kind without one cannot be chosen, and nothing is sent by it.
package struct Carriers: Sendable {
    package typealias Carrier<Parcel> = @Sendable (Parcel) async -> GatewayAnswer

    package var email: Carrier<Letter>?
    package var text: Carrier<PhoneWords>?
    package var call: Carrier<PhoneWords>?
    package var push: PushCarrier?

    /// What it takes to send notifications to installed pages.
    package struct PushCarrier: Sendable {
        let contact: PushContact
        /// Whether an address that a browser named is one of a push service we speak to.
        let knows: @Sendable (String) -> Bool
        let carry: Carrier<SealedPush>

        package init(
            contact: PushContact, knows: @escaping @Sendable (String) -> Bool, carry: @escaping Carrier<SealedPush>
        ) {
            self.contact = contact
            self.knows = knows
            self.carry = carry
        }
    }

    package init(
        email: Carrier<Letter>? = nil, text: Carrier<PhoneWords>? = nil, call: Carrier<PhoneWords>? = nil,
        push: PushCarrier? = nil
    ) {
        self.email = email
        self.text = text
        self.call = call
        self.push = push
    }

    /// The kinds there is a gateway for.
    package var kinds: Set<ContactMethod.Kind> {
        Set(
            ContactMethod.Kind.allCases.filter { kind in
                switch kind {
                case .push: push != nil
                case .text: text != nil
                case .call: call != nil
                case .email: email != nil
                }
            })
    }
}

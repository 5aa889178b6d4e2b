/// A contact method as its owner asks for it.
package struct NewContactMethod: Sendable {
    package let kind: ContactMethod.Kind
    /// As it was typed.
    package let address: String
    /// In minutes.
    package let delay: Int

    package init(kind: ContactMethod.Kind, address: String, delay: Int) {
        self.kind = kind
        self.address = address
        self.delay = delay
    }
}

extension NewContactMethod {
    /// What keeps it from being added by typing an address, if anything.
    package func mayBeTyped() -> Refusal? {
        switch kind {
        case .push: Refusal("A device is added from the page installed on it.", field: "kind")
        case .text, .call, .email: nil
        }
    }
}

extension Refusal {
    package static let hadAlready = Refusal("You have this one already.", field: "address")
    package static let unknownPushService = Refusal(
        "The notifications of this browser come from a service that is not used here.", field: "endpoint")
}

extension [ContactMethod] {
    /// The most methods of one account.
    package static var mostMethods: Int { 8 }

    /// The one of these that has ended and is added anew: a device whose owner allows notifications again.
    package func ended(like new: NewContactMethod) -> ContactMethod? {
        first { $0.kind == new.kind && $0.address == new.kind.address(new.address) && $0.trouble?.isEnd == true }
    }

    /// The new method, not confirmed yet, or what keeps it from being added to these.
    ///
    /// - Parameter carried: the kinds this installation has a gateway for.
    package func adding(
        _ new: NewContactMethod, id: String, carried: Set<ContactMethod.Kind>
    ) -> Result<ContactMethod, Refusal> {
        guard carried.contains(new.kind) else {
            return .failure(Refusal("This installation cannot reach anybody this way.", field: "kind"))
        }
        guard count < Self.mostMethods else {
            return .failure(Refusal("Eight ways are the most. Remove one first.", field: "address"))
        }
        if let refusal = ContactMethod.mayWait(new.delay) { return .failure(refusal) }
        guard let address = new.kind.address(new.address) else {
            return .failure(Refusal(new.kind.addressRule, field: "address"))
        }
        guard !contains(where: { $0.kind == new.kind && $0.address == address }) else {
            return .failure(.hadAlready)
        }
        return .success(
            ContactMethod(id: id, kind: new.kind, address: address, delay: new.delay, isConfirmed: false))
    }
}

extension ContactMethod {
    /// How long a method may wait after a ping, in minutes.
    package static let delays = 0...60

    package static let notADelay = Refusal("0 to 60 minutes.", field: "delay")

    /// What is wrong with that delay, if anything.
    package static func mayWait(_ minutes: Int) -> Refusal? {
        delays.contains(minutes) ? nil : notADelay
    }
}

extension ContactMethod.Kind {
    /// The address as it is used; nothing where it is none of this kind.
    fileprivate func address(_ typed: String) -> String? {
        switch self {
        case .push: typed.isName ? typed : nil
        case .text, .call: PhoneNumber(typed)?.text
        case .email: EmailAddress(typed)?.text
        }
    }

    fileprivate var addressRule: String {
        switch self {
        case .push: "Give the device a name, such as My phone: one to 120 characters."
        case .text, .call: "A number such as 916 555 0123, or +44 20 7946 0018 for one abroad."
        case .email: "An address such as name@example.org."
        }
    }
}

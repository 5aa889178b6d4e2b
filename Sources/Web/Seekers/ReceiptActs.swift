import HTML
import HTTPTypes
import Operations
import Program
import Sealing

enum ReceiptActs {
    /// What showing a receipt does: it is exchanged for a pass, and is needed no more while that is good.
    static let show = Act(
        "showReceipt", "Exchange a receipt for a pass, with which the request is opened.",
        at: SeekerAddresses.receipt, interface: SeekerAddresses.passes,
        for: .everyone,
        taking: Input(
            Field<String>.text(receipt, "Receipt", longest: 100, kind: .code).map { text throws(Refusal) -> Receipt in
                switch Receipt.read(text) {
                case .code(let receipt): return receipt
                case .refused(let slip): throw Refusal("\(slip)", field: receipt)
                }
            }),
        then: .told(
            "The pass. It is good for half an hour and goes with every call: Authorization: Bearer <pass>.",
            status: .created,
            Shape<String>(Shape.Member(Schema.Property("pass", .string(maxLength: 1000))) { .string($0) })),
        others: [.busy],
        see: { _, _ in SupportAddresses.support.link() },
        giving: { answer, visit, pass in answer.handing(pass, at: visit.site) },
        refused: { visit, refused, _ in ReceiptPages.again(visit, refused) },
        perform: { visit, receipt, _ in
            switch try await visit.programmes.seeker(receipt, in: visit.agency) {
            case .opened(let pass): .success(try visit.programmes.token(of: pass))
            case .unknown: .failure(ReceiptActs.unknown)
            case .busy: .failure(.manyAsking)
            }
        })

    static let receipt = "receipt"

    /// What a receipt gives that opens nothing here, whether it never did or does no longer.
    fileprivate static let unknown = Refusal(
        "Nothing here has this receipt. Perhaps one sign is wrong, or it ended and everything of it is gone.",
        field: receipt)
}
